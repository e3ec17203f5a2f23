//! Writing the public section, all or nothing: everything is written and synced beside the
//! folder, then takes its place in one step. A folder that this program did not make, or in
//! which someone put a file of their own, is left as it is.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::pages::Made;
use crate::beside;
use crate::digest;
use crate::refusal::{Kind, Rule, rule};
use crate::words::{Text, quoted, text};

static NOT_OURS: Rule = rule(
    Kind::Rule,
    "E0761",
    "'{folder}'{folder:~은/는} 이미 있고 이 프로그램이 만든 것이 아닙니다. 건드리지 않았습니다",
    "'{folder}' exists and was not made by this program; it was left untouched",
);
static STRANGERS: Rule = rule(
    Kind::Rule,
    "E0762",
    "'{folder}'에 이 프로그램이 만들지 않은 파일이 있습니다: {files}. 건드리지 않았습니다",
    "'{folder}' holds files that this program did not make: {files}; it was left untouched",
);
const ELSEWHERE: Text =
    text("없는 폴더의 이름을 쓰십시오: proadmin site build …", "name a folder that does not exist: proadmin site build …");
static NO_PARENT: Rule =
    rule(Kind::NotFound, "E0763", "'{folder}'{folder:~을/를} 둘 폴더가 없습니다", "there is no folder to put '{folder}' in");

/// What tells a folder of ours: the digest of every other file in it, as `sha256sum -c` reads
/// it, after a line that says whose it is.
pub const LIST: &str = "site.sha256";
const OURS: &str = "# proadmin site";

/// Writes the files into a folder that is new or was made this way before.
///
/// # Errors
/// A folder that is not ours; whatever the system says, and then nothing was changed.
pub fn write(folder: &Path, files: &[Made]) -> Result<()> {
    let folder = place(folder)?;
    let exists = folder.try_exists().with_context(|| folder.display().to_string())?;
    let unfinished = beside::hidden(&folder, "new");
    let made =
        fill(&unfinished, files).and_then(|()| if exists { exchange(&unfinished, &folder) } else { Ok(fs::rename(&unfinished, &folder)?) });
    // Once exchanged, this is the earlier section; had anything failed, the unfinished one.
    let _ = fs::remove_dir_all(&unfinished);
    made.with_context(|| folder.display().to_string())?;
    sync_folder(folder.parent());
    Ok(())
}

/// Whether the files could be written there.
///
/// # Errors
/// A folder that is not ours.
pub fn check(folder: &Path) -> Result<()> {
    place(folder).map(drop)
}

/// Where the folder really is, once it is sure that it may be written.
fn place(folder: &Path) -> Result<PathBuf> {
    let shown = folder.display().to_string();
    // A link that leads nowhere is something that exists.
    if folder.symlink_metadata().is_ok() {
        let Ok(real) = folder.canonicalize() else { return Err(NOT_OURS.with("folder", shown).into()) };
        ours(&real, &shown)?;
        return Ok(real);
    }
    let parent = beside::folder_of(folder);
    match (parent.canonicalize(), folder.file_name()) {
        (Ok(parent), Some(name)) if parent.is_dir() => Ok(parent.join(name)),
        _ => Err(NO_PARENT.with("folder", shown).way_out(format!("mkdir {}", quoted(parent))).into()),
    }
}

/// Whether a folder holds a public section and nothing besides.
fn ours(folder: &Path, shown: &str) -> Result<()> {
    let refused = || NOT_OURS.with("folder", shown).way_out(ELSEWHERE);
    let Ok(list) = fs::read_to_string(folder.join(LIST)) else { return Err(refused().into()) };
    if !list.starts_with(OURS) {
        return Err(refused().into());
    }
    let known: BTreeSet<&str> = list.lines().filter_map(|line| line.split_once("  ").map(|(_, file)| file)).chain([LIST]).collect();
    let mut strangers = Vec::new();
    for file in found(folder, "")? {
        if !known.contains(file.as_str()) {
            strangers.push(file);
        }
    }
    if strangers.is_empty() {
        return Ok(());
    }
    strangers.sort();
    strangers.truncate(5);
    Err(STRANGERS.with("folder", shown).with("files", strangers.join(", ")).way_out(ELSEWHERE).into())
}

/// Every file below a folder, with `/` between; what is no plain file or folder as well.
fn found(folder: &Path, under: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files.extend(found(&entry.path(), &format!("{name}/"))?);
        } else {
            files.push(name);
        }
    }
    Ok(files)
}

fn fill(folder: &Path, files: &[Made]) -> Result<()> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir(folder)?;
    let mut list = format!("{OURS}\n");
    for Made { path, text } in files {
        put(&folder.join(path), text)?;
        list.push_str(&format!("{}  {path}\n", digest::of_bytes(text.as_bytes())));
    }
    put(&folder.join(LIST), &list)?;
    all_synced(folder)
}

/// Makes a finished folder safe: in one step where the system can, for a thousand small files
/// synced one by one take seconds.
fn all_synced(folder: &Path) -> Result<()> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(File::open(folder)?)?;
    #[cfg(not(target_os = "linux"))]
    for file in found(folder, "")? {
        crate::file::sync(&folder.join(file))?;
    }
    Ok(())
}

fn put(path: &Path, text: &str) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut file = File::create_new(path)?;
    Ok(file.write_all(text.as_bytes())?)
}

/// Puts a folder in another's place; the other is found in its stead.
fn exchange(new: &Path, old: &Path) -> Result<()> {
    #[cfg(target_os = "linux")]
    if rustix::fs::renameat_with(rustix::fs::CWD, new, rustix::fs::CWD, old, rustix::fs::RenameFlags::EXCHANGE).is_ok() {
        return Ok(());
    }
    // Where a system cannot exchange two folders, one goes aside first and comes back if the
    // other cannot take its place.
    let aside = beside::hidden(old, "old");
    let _ = fs::remove_dir_all(&aside);
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error.into());
    }
    fs::remove_dir_all(&aside)?;
    Ok(())
}

/// On Unix a name is safe once its folder is.
fn sync_folder(folder: Option<&Path>) {
    if cfg!(unix) {
        let _ = folder.and_then(|folder| File::open(folder).ok()).map(|folder| folder.sync_all());
    }
}
