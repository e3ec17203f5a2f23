//! The hash chain over the journal. An entry's hash covers the hash before it, everything the
//! entry says of itself, and the stored bytes of every change under it, each with its length,
//! so that no byte can move from one field to another unseen.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::journal::Stamp;

/// The number of an entry: 1 for the making of the file, then one more for every write.
pub type EntryNo = i64;

/// What the first entry names as the hash before it.
pub(super) const BEFORE_THE_FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash of an entry as the file holds its changes now, as 64 hexadecimal digits.
///
/// # Errors
/// Whatever SQLite says.
pub fn entry_hash(conn: &Connection, seq: EntryNo, stamp: &Stamp, prev_hash: &str) -> rusqlite::Result<String> {
    let mut hash = Sha256::new();
    number(&mut hash, seq);
    for field in [
        Some(prev_hash),
        Some(&stamp.at),
        Some(&stamp.actor),
        Some(&stamp.os_user),
        Some(&stamp.command),
        stamp.reason.as_deref(),
        stamp.doc_no.as_deref(),
        stamp.request_id.as_deref(),
        Some(&stamp.today),
    ] {
        bytes(&mut hash, field.map(str::as_bytes));
    }
    let mut count = 0;
    let mut asked = conn.prepare_cached(
        "SELECT tbl, pk, row FROM change INDEXED BY change_of_entry WHERE entry = ?1 ORDER BY tbl, pk",
    )?;
    let mut rows = asked.query(params![seq])?;
    while let Some(row) = rows.next()? {
        bytes(&mut hash, Some(row.get_ref("tbl")?.as_bytes()?));
        number(&mut hash, row.get("pk")?);
        bytes(&mut hash, row.get_ref("row")?.as_bytes_or_null()?);
        count += 1;
    }
    number(&mut hash, count);
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn number(hash: &mut Sha256, number: i64) {
    hash.update(number.to_be_bytes());
}

/// Nothing and empty are different: an absent field has no length at all.
fn bytes(hash: &mut Sha256, bytes: Option<&[u8]>) {
    match bytes {
        None => hash.update([0]),
        Some(bytes) => {
            hash.update([1]);
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        }
    }
}
