//! Whole copies of a file, made by SQLite while others read and write, and put in place of a
//! file without ever standing there half.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::open::{connect, sync_folder};
use crate::beside;
use crate::file::create_private;

/// How many pages are copied at a time; a writer that comes between makes the copy begin anew.
const STEP: i32 = 4096;

/// Copies the file at `from` to a new file `to`, which `judge` sees before it has its name.
///
/// # Errors
/// Whatever SQLite or the system says, or `judge`; then there is no `to`.
pub fn copy(from: &Path, to: &Path, judge: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let unfinished = beside::unfinished(to);
    // What a process of the same number left when it was killed.
    forget(&unfinished);
    let made = whole(from, &unfinished).and_then(|()| judge(&unfinished)).and_then(|()| Ok(fs::rename(&unfinished, to)?));
    forget(&unfinished);
    made.with_context(|| to.display().to_string())?;
    sync_folder(to);
    Ok(())
}

/// Takes an unfinished file away, with what SQLite laid beside it.
pub(super) fn forget(unfinished: &Path) {
    for leftover in beside::company(unfinished) {
        let _ = fs::remove_file(leftover);
    }
}

/// Puts what is in `from` in place of what is in `path`, in one transaction, so that whoever has
/// it open sees the one or the other. What was there is copied to `kept` first; a file that
/// SQLite cannot read is moved there as it lies.
///
/// # Errors
/// Whatever SQLite or the system says; then `path` is what it was.
pub fn put_in_place(from: &Path, path: &Path, kept: Option<&Path>) -> Result<()> {
    let Some(kept) = kept else { return copy(from, path, |_| Ok(())) };
    if copy(path, kept, |_| Ok(())).is_err() {
        for (there, aside) in beside::company(path).into_iter().zip(beside::company(kept)).rev() {
            if there.exists() {
                fs::rename(there, aside)?;
            }
        }
        return copy(from, path, |_| Ok(()));
    }
    let source = connect(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut target = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    all_at_once(&source, &mut target)
}

fn whole(from: &Path, to: &Path) -> Result<()> {
    create_private(to)?;
    let source = connect(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut target = connect(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    all_at_once(&source, &mut target)?;
    target.pragma_update_and_check(None, "wal_checkpoint", "TRUNCATE", |_| Ok(()))?;
    target.close().map_err(|(_, error)| error)?;
    Ok(fs::File::open(to)?.sync_all()?)
}

fn all_at_once(source: &Connection, target: &mut Connection) -> Result<()> {
    // One read transaction over the whole copy: it is of one moment.
    source.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema")?;
    Ok(Backup::new(source, target)?.run_to_completion(STEP, std::time::Duration::ZERO, None)?)
}

/// Empties the log beside a file into it, so that what was overwritten is nowhere any more.
///
/// # Errors
/// Whatever SQLite says.
pub fn forget_the_log(path: &Path) -> Result<()> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    Ok(conn.pragma_update_and_check(None, "wal_checkpoint", "TRUNCATE", |_| Ok(()))?)
}
