//! Names of residents, petitioners, reporters and raters. A fact holds the masked name and a
//! number; the name itself stands in `private`, which answers and ad-hoc questions never
//! read. The journal keeps a salted commitment only, so that a name can be erased and the
//! chain stays whole.

use anyhow::Result;
use rusqlite::named_params;

use crate::db::{Db, ERASED};
use crate::digest;
use crate::session::{Change, random_salt};
use crate::words::korean::masked;
use crate::words::{Term, term};

/// A masked name is read as it stands, unless it was erased.
pub const NAMES: &[Term] = &[term(ERASED, "삭제됨", "erased")];

/// Keeps a personal value and returns its number.
///
/// # Errors
/// Whatever SQLite or the system's randomness says.
pub fn keep(change: &Change, value: &str) -> Result<i64> {
    let salt = random_salt()?;
    let commitment = digest::of_texts([salt.as_str(), value]);
    Ok(change.insert(
        "INSERT INTO private (salt, value, commitment) VALUES (:salt, :value, :commitment)",
        named_params! { ":salt": salt, ":value": value, ":commitment": commitment },
    )?)
}

/// Whether a kept value is this one; an erased value is no one's.
///
/// # Errors
/// Whatever SQLite says.
pub fn is(db: &Db, id: i64, value: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM private WHERE id = :id AND value = :value)";
    Ok(db.row(sql, named_params! { ":id": id, ":value": value }, |row| row.get(0))?.unwrap_or(false))
}

/// Every value that is kept and not erased, for a text to be compared with; it is shown to
/// nobody.
///
/// # Errors
/// Whatever SQLite says.
pub fn names(db: &Db) -> Result<Vec<String>> {
    Ok(db.rows("SELECT DISTINCT value FROM private WHERE value <> '' ORDER BY value", (), |row| row.get(0))?)
}

/// A text with a kept value in it masked, for what leaves the file; the value itself is not told.
///
/// # Errors
/// Whatever SQLite says.
pub fn veiled(db: &Db, id: i64, text: &str) -> Result<String> {
    let value: Option<String> =
        db.row("SELECT value FROM private WHERE id = :id", named_params! { ":id": id }, |row| row.get(0))?.flatten();
    Ok(match value.filter(|value| !value.is_empty()) {
        Some(value) => text.replace(&value, &masked(&value)),
        None => text.to_owned(),
    })
}
