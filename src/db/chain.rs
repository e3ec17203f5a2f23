//! The hash chain over the journal. An entry's hash covers the hash before it, everything the
//! entry says of itself, and the stored bytes of every change under it, each with its length,
//! so that no byte can move from one field to another unseen.

use chrono::{DateTime, TimeDelta};
use rusqlite::{Connection, params};

use super::damage::lossy;
use crate::digest::Digest;

/// The number of an entry: 1 for the making of the file, then one more for every write.
pub type EntryNo = i64;

/// What the first entry names as the hash before it.
pub(super) const BEFORE_THE_FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Who, when, what and why: what an entry says besides its changes.
#[derive(Clone, Debug, Default)]
pub struct Stamp {
    /// The true clock's instant, RFC 3339 in UTC, read once the write lock was held.
    pub at: String,
    /// Who the person says they are (`--actor`).
    pub actor: String,
    /// Who the operating system says they are.
    pub os_user: String,
    /// The noun, the verb and the codes; never what was typed after the flags.
    pub command: String,
    /// `--reason`.
    pub reason: Option<String>,
    /// `--doc-no`: the number of the official document behind the write.
    pub doc_no: Option<String>,
    /// `--request-id`.
    pub request_id: Option<String>,
    /// The day of work, `YYYY-MM-DD`.
    pub today: String,
}

/// What an entry's reason begins with that was made although the clock had gone back.
pub const CLOCK_OK: &str = "[clock-ok] ";

/// Whether the clock stood, when something was recorded, two minutes or more before what had been
/// recorded last. Less is what a clock that is set right every day may do. Instants are
/// RFC 3339; one that cannot be read is no time to go back from.
pub fn went_back(last: &str, now: &str) -> bool {
    let read = |at: &str| DateTime::parse_from_rfc3339(at).ok();
    read(last).zip(read(now)).is_some_and(|(last, now)| last - now >= TimeDelta::minutes(2))
}

/// The hash of an entry as the file holds its changes now, as 64 hexadecimal digits. Tables that
/// have only `grown` in it are read as they lie: no earlier row stands between its own.
///
/// # Errors
/// Whatever SQLite says.
pub fn entry_hash(
    conn: &Connection,
    seq: EntryNo,
    stamp: &Stamp,
    prev_hash: &str,
    grown: impl Fn(&str) -> bool,
) -> rusqlite::Result<String> {
    let mut hash = Digest::default();
    hash.number(seq);
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
        hash.text(field);
    }
    let mut count = 0;
    let sql = "SELECT tbl, min(pk), max(pk) FROM change INDEXED BY change_of_entry WHERE entry = ?1 GROUP BY tbl ORDER BY tbl";
    let mut asked = conn.prepare_cached(sql)?;
    // A name that is none leads to no change, and so to another hash.
    let tables = asked.query_map([seq], |row| Ok((lossy(row.get_ref(0)?).unwrap_or_default(), row.get(1)?, row.get(2)?)))?;
    for table in tables.collect::<rusqlite::Result<Vec<(String, i64, i64)>>>()? {
        let (table, first, last) = table;
        let sql = if grown(&table) {
            "SELECT pk, row FROM change WHERE tbl = ?1 AND pk BETWEEN ?2 AND ?3 AND +entry = ?4 ORDER BY pk"
        } else {
            "SELECT pk, row FROM change INDEXED BY change_of_entry WHERE tbl = ?1 AND pk BETWEEN ?2 AND ?3 AND entry = ?4 ORDER BY pk"
        };
        let mut asked = conn.prepare_cached(sql)?;
        let mut rows = asked.query(params![table, first, last, seq])?;
        while let Some(row) = rows.next()? {
            hash.text(Some(&table));
            hash.number(row.get(0)?);
            hash.bytes(row.get_ref(1)?.as_bytes_or_null()?);
            count += 1;
        }
    }
    hash.number(count);
    Ok(hash.hex())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_may_be_set_right_but_not_back() {
        for (last, now, back) in [
            ("2024-06-10T01:00:00.000Z", "2024-06-10T01:00:00.000Z", false),
            ("2024-06-10T01:00:00.000Z", "2024-06-10T00:58:00.001Z", false),
            ("2024-06-10T01:00:00.000Z", "2024-06-10T00:58:00.000Z", true),
            ("2024-06-10T01:00:00.000Z", "2019-01-01T00:00:00.000Z", true),
            ("", "2019-01-01T00:00:00.000Z", false),
        ] {
            assert_eq!(went_back(last, now), back, "{last} {now}");
        }
    }
}
