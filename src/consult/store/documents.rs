//! The documents attached to a request.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::digest;
use crate::session::Change;

/// Attaches a document; its bytes are stored once, whoever attaches them.
pub fn attach(change: &Change, id: i64, name: &str, bytes: &[u8], on: NaiveDate) -> Result<()> {
    let hash = digest::of_bytes(bytes);
    let size = i64::try_from(bytes.len())?;
    change.execute(
        "INSERT INTO blob (sha256, bytes) VALUES (:hash, :bytes) ON CONFLICT (sha256) DO NOTHING",
        named_params! { ":hash": hash, ":bytes": bytes },
    )?;
    change.insert(
        "INSERT INTO attachment (consultation_id, name, sha256, size, attached_on) VALUES (:case, :name, :hash, :size, :on)",
        named_params! { ":case": id, ":name": name, ":hash": hash, ":size": size, ":on": on.to_string() },
    )?;
    Ok(())
}

/// Moves the documents that came with a request to its corrected day of receipt, and none
/// stays before it.
pub fn received(change: &Change, id: i64, before: NaiveDate, on: NaiveDate) -> Result<()> {
    let sql = "UPDATE attachment SET attached_on = :on WHERE consultation_id = :id AND (attached_on = :before OR attached_on < :on)";
    change.execute(sql, named_params! { ":id": id, ":before": before.to_string(), ":on": on.to_string() })?;
    Ok(())
}

/// The documents attached to a request.
pub fn attachments(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT a.name, a.size, a.sha256, a.attached_on FROM attachment a JOIN consultation c ON c.id = a.consultation_id
               WHERE c.code = :code ORDER BY a.id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}

/// The bytes of a document by its hash.
pub fn bytes(db: &Db, hash: &str) -> Result<Option<Vec<u8>>> {
    Ok(db.row("SELECT bytes FROM blob WHERE sha256 = :hash", named_params! { ":hash": hash }, |row| row.get(0))?)
}
