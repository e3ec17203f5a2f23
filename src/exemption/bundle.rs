//! A bundle: all that the file holds about a record, as numbered files in one folder, for an
//! audit or a disciplinary committee. Names of persons are masked in whatever is written here;
//! a letter goes out as it was issued and an attachment as it was handed in. A contents page
//! lists every file with its SHA-256 and gives the seal of the office's file, so that anyone
//! can check both without this program.

mod contents;
mod evidence;
mod folder;
mod veil;

pub use self::contents::Contents;
pub use self::evidence::collect;
pub use self::folder::{is_free, write};

use anyhow::Result;

use crate::db::Db;
use crate::digest;

/// One file of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its name, numbered: `01-application-PC-2024-001.txt`.
    pub name: String,
    /// What it is, in the reader's language.
    pub what: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Evidence {
    /// Its SHA-256, as anyone else computes it.
    pub fn sha256(&self) -> String {
        digest::of_bytes(&self.bytes)
    }
}

/// A text with the names of the staff list masked.
///
/// # Errors
/// Whatever SQLite says.
pub fn veiled(db: &Db, text: &str) -> Result<String> {
    veil::Veil::over(db, &[])?.text(db, text)
}
