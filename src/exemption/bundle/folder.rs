//! The folder: it appears whole or not at all. Everything is written beside it under another
//! name, and given its own name last.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Evidence;
use crate::beside;
use crate::exemption::rules::{CANNOT_WRITE, NOT_EMPTY};
use crate::file::{create_private, create_private_folder};
use crate::refusal::Refusal;
use crate::words::system;

/// Writes files into a folder that is new or empty.
///
/// # Errors
/// A folder that holds something already, or one that cannot be made; nothing is left behind.
pub fn write(folder: &Path, files: &[Evidence]) -> Result<(), Refusal> {
    is_free(folder)?;
    let unfinished = beside::hidden(folder, "tmp");
    let made = fill(&unfinished, files).and_then(|()| put(&unfinished, folder));
    if made.is_err() {
        // What was begun is taken away again; it may not even have been made.
        let _ = fs::remove_dir_all(&unfinished);
    }
    made.map_err(|why| CANNOT_WRITE.with("folder", folder).with("why", system::io(&why)))
}

/// Whether a folder is new or empty.
///
/// # Errors
/// It is not.
pub fn is_free(folder: &Path) -> Result<(), Refusal> {
    let is_free = match fs::symlink_metadata(folder) {
        Err(_) => true,
        Ok(_) => fs::read_dir(folder).is_ok_and(|mut held| held.next().is_none()),
    };
    if is_free { Ok(()) } else { Err(NOT_EMPTY.with("folder", folder).way_out("proadmin exemption bundle CODE DIR")) }
}

fn fill(folder: &Path, files: &[Evidence]) -> io::Result<()> {
    create_private_folder(folder)?;
    for file in files {
        let mut out = create_private(&folder.join(&file.name))?;
        out.write_all(&file.bytes)?;
        out.sync_all()?;
    }
    Ok(())
}

/// Gives the finished folder its name. An empty one that stands there makes way first: not every
/// system renames over it.
fn put(unfinished: &Path, folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        fs::remove_dir(folder)?;
    }
    fs::rename(unfinished, folder)
}
