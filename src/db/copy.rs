//! Whole copies of a file, made by SQLite while others read and write, and put in place of a
//! file without ever standing there half.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::open::{PATIENCE, close_whole, connect, sync_folder};
use crate::beside;
use crate::file::create_private;

/// How many pages are copied at a time; a writer that comes between makes the copy begin anew.
const STEP: i32 = 4096;
/// So many milliseconds lie between two looks at a file that someone holds.
const PAUSE: u64 = 20;

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
    match replace(from, path, kept) {
        Err(error) if is_unreadable(&error) => move_aside(from, path, kept),
        done => done,
    }
}

fn replace(from: &Path, path: &Path, kept: &Path) -> Result<()> {
    let source = connect(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut target = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let backup = begin(&source, &mut target)?;
    // The first page takes the write lock, so that nothing is recorded between what is kept and
    // what is put in its place.
    if step(&backup, 1)? == StepResult::More {
        copy(path, kept, |_| Ok(()))?;
        return finish(&backup);
    }
    Ok(())
}

/// Whether an error says that a file is no database, or none any more.
fn is_unreadable(error: &anyhow::Error) -> bool {
    let code = error.chain().find_map(|cause| cause.downcast_ref::<rusqlite::Error>()).and_then(rusqlite::Error::sqlite_error_code);
    matches!(code, Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// The new file is whole before the old one is moved, and the old one goes back where the new one
/// cannot take its name.
fn move_aside(from: &Path, path: &Path, kept: &Path) -> Result<()> {
    let ready = beside::unfinished(path);
    forget(&ready);
    let moved = whole(from, &ready).and_then(|()| {
        let mut pairs = Vec::new();
        for (there, aside) in beside::company(path).into_iter().zip(beside::company(kept)) {
            if there.try_exists()? {
                pairs.push((there, aside));
            }
        }
        let taken = pairs.iter().rev().try_for_each(|(there, aside)| fs::rename(there, aside)).and_then(|()| fs::rename(&ready, path));
        if taken.is_err() {
            for (there, aside) in pairs.iter().filter(|(there, aside)| aside.exists() && !there.exists()) {
                let _ = fs::rename(aside, there);
            }
        }
        Ok(taken?)
    });
    forget(&ready);
    moved.with_context(|| path.display().to_string())?;
    sync_folder(path);
    Ok(())
}

fn whole(from: &Path, to: &Path) -> Result<()> {
    create_private(to)?;
    let source = connect(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut target = connect(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    all_at_once(&source, &mut target)?;
    close_whole(target, to)
}

fn all_at_once(source: &Connection, target: &mut Connection) -> Result<()> {
    finish(&begin(source, target)?)
}

fn begin<'c>(source: &'c Connection, target: &'c mut Connection) -> Result<Backup<'c, 'c>> {
    // One read transaction over the whole copy: it is of one moment.
    source.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema")?;
    // Whoever holds the file is waited for here, not in SQLite.
    target.busy_timeout(Duration::ZERO)?;
    Ok(Backup::new(source, target)?)
}

fn finish(backup: &Backup) -> Result<()> {
    while step(backup, STEP)? != StepResult::Done {}
    Ok(())
}

/// Copies some pages; whoever holds the file is waited for as long as a writer waits.
fn step(backup: &Backup, pages: i32) -> Result<StepResult> {
    for _ in 0..PATIENCE / PAUSE {
        match backup.step(pages)? {
            StepResult::Busy | StepResult::Locked => std::thread::sleep(Duration::from_millis(PAUSE)),
            done => return Ok(done),
        }
    }
    Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None).into())
}

/// Leaves of what was overwritten no copy in the file or in the log beside it: pages that are free,
/// or were moved, are written anew. Returns whether that could be done; someone who reads keeps
/// the log as it is.
///
/// # Errors
/// Whatever SQLite says.
pub fn leave_no_trace(path: &Path) -> Result<bool> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.execute_batch("VACUUM")?;
    let is_busy: bool = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
    Ok(!is_busy)
}
