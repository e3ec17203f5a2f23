//! Names beside a file or folder: what keeps it company, and the name under which something is
//! written until it is whole.

use std::path::{Path, PathBuf};

/// The name of a file with something after it: `proadmin.db` and `.v1`.
pub fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The folder that a file or folder lies in; a bare name lies in the one that is worked in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The name under which this process writes a file until it is whole.
pub fn unfinished(file: &Path) -> PathBuf {
    with_ending(file, &format!(".{}.tmp", std::process::id()))
}

/// A file of SQLite with what keeps it company: its log, the index of the log, and the journal of
/// a file that has no log yet.
pub fn company(file: &Path) -> [PathBuf; 4] {
    ["", "-wal", "-shm", "-journal"].map(|ending| with_ending(file, ending))
}

/// A hidden name for a folder in the same place, which no other process uses.
pub fn hidden(folder: &Path, what: &str) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!(".{name}.{}.{what}", std::process::id()))
}
