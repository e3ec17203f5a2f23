//! Whether the file is what its journal says it is: its structure, its schema, the chain from
//! the first entry on, every fact against its last journalled state both ways, and the
//! documents against their hashes.

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Connection, Rows, named_params};
use serde_json::{Map, Value as Json};

use super::chain::{BEFORE_THE_FIRST, CLOCK_OK, EntryNo, Stamp, entry_hash, went_back};
use super::damage::{is_of_the_machine, lossy, said};
use super::facts::{WATCHED, fact_tables, has_ground, is_journalled};
use super::journal::row_as_json;
use crate::digest;

mod counters;
mod schema;

pub use counters::set_counters;

/// How much of the file is held in memory at most, in KiB below zero: its structure, its indexes,
/// its facts and its journal all come back to the same pages.
const LOOKED_AT_AGAIN: i64 = -16_384;

/// Something that is not as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// What kind of fault: `structure reference schema unread day chain clock added removed changed counter document seal`.
    pub what: &'static str,
    /// Where: `entry 12`, or a table and the number of its row.
    pub place: String,
    /// The record's code, where the row has one.
    pub code: Option<String>,
    /// The field.
    pub field: Option<String>,
    /// What the journal says.
    pub journal: Option<String>,
    /// What the file says.
    pub file: Option<String>,
}

impl Finding {
    /// The row that the journal can put right: its table and its number. Of a personal value the
    /// journal knows only that it is another.
    pub fn row(&self) -> Option<(&str, i64)> {
        let (table, id) = self.place.split_once(' ')?;
        let is_fact = matches!(self.what, "added" | "removed" | "changed") && table != "private";
        is_fact.then(|| Some((table, id.parse().ok()?))).flatten()
    }

    /// A fault at a place.
    pub fn at(what: &'static str, place: impl Into<String>) -> Self {
        Self { what, place: place.into(), ..Self::default() }
    }

    /// The same fault with what should be there and what is.
    #[must_use]
    pub fn instead(mut self, journal: impl Into<Option<String>>, file: impl Into<Option<String>>) -> Self {
        (self.journal, self.file) = (journal.into(), file.into());
        self
    }
}

/// Looks at a part of the file and adds what is found. What cannot be read of it is a finding, and
/// hides nothing else.
///
/// # Errors
/// What says nothing of the file.
pub fn look(found: &mut Vec<Finding>, place: &str, at: impl FnOnce(&mut Vec<Finding>) -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    match at(found) {
        Err(error) if !is_of_the_machine(&error) => {
            found.push(Finding::at("unread", place).instead(None, said(&error)));
            Ok(())
        }
        looked => looked,
    }
}

/// Everything that is not as it was written, in the order it was looked at.
///
/// # Errors
/// Whatever SQLite says of a file that it cannot even read.
pub fn findings(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    conn.pragma_update(None, "cache_size", LOOKED_AT_AGAIN)?;
    let has_ground = has_ground(conn)?;
    let mut found = Vec::new();
    look(&mut found, "sqlite", |found| structure(conn, found))?;
    look(&mut found, "sqlite_schema", |found| schema::findings(conn, found))?;
    if !has_ground {
        return Ok(found);
    }
    look(&mut found, "entry", |found| chain(conn, found))?;
    for table in fact_tables(conn)?.iter().map(String::as_str).chain(WATCHED) {
        look(&mut found, table, |found| facts(conn, table, found))?;
    }
    look(&mut found, "sqlite_sequence", |found| counters::findings(conn, found))?;
    look(&mut found, "private", |found| private_values(conn, found))?;
    look(&mut found, "blob", |found| documents(conn, found))?;
    Ok(found)
}

fn structure(conn: &Connection, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let mut asked = conn.prepare("PRAGMA main.integrity_check")?;
    let lines = asked.query_map((), |row| row.get_ref(0).map(lossy))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let faults = lines.into_iter().flatten().filter(|line| line != "ok");
    found.extend(faults.map(|line| Finding::at("structure", "sqlite").instead(None, line)));
    let mut asked = conn.prepare("PRAGMA main.foreign_key_check")?;
    let rows = asked.query_map((), |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?)))?;
    for row in rows {
        let (table, id, parent) = row?;
        found.push(Finding::at("reference", place(&table, id.unwrap_or_default())).instead(parent, None));
    }
    Ok(())
}

/// The chain from the first entry: its numbers, its hashes, its clock, and changes that no
/// entry owns.
fn chain(conn: &Connection, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let mut asked = conn.prepare("SELECT * FROM main.entry ORDER BY seq")?;
    let mut rows = asked.query(())?;
    let (mut expected, mut prev_hash, mut last_at) = (1, BEFORE_THE_FIRST.to_owned(), String::new());
    while let Some(row) = rows.next()? {
        let seq: EntryNo = row.get("seq")?;
        if seq != expected {
            found.push(Finding::at("chain", entry(expected)).instead(expected.to_string(), seq.to_string()));
        }
        let text = |name: &str| row.get_ref(name).map(lossy);
        let stamp = Stamp {
            at: text("at")?.unwrap_or_default(),
            actor: text("actor")?.unwrap_or_default(),
            os_user: text("os_user")?.unwrap_or_default(),
            command: text("command")?.unwrap_or_default(),
            reason: text("reason")?,
            doc_no: text("doc_no")?,
            request_id: text("request_id")?,
            today: text("today")?.unwrap_or_default(),
        };
        let (said_before, said) = (text("prev_hash")?.unwrap_or_default(), text("hash")?.unwrap_or_default());
        if said_before != prev_hash {
            found.push(with_field("chain", seq, "prev_hash", &prev_hash, &said_before));
        }
        let hash = entry_hash(conn, seq, &stamp, &said_before, |_| false)?;
        if said != hash {
            found.push(with_field("chain", seq, "hash", &said, &hash));
        }
        let said_so = stamp.reason.as_deref().is_some_and(|reason| reason.starts_with(CLOCK_OK));
        if went_back(&last_at, &stamp.at) && !said_so {
            found.push(with_field("clock", seq, "at", &last_at, &stamp.at));
        }
        (expected, prev_hash, last_at) = (seq + 1, said, stamp.at);
    }
    let strays = "SELECT DISTINCT entry FROM main.change WHERE entry NOT IN (SELECT seq FROM main.entry) ORDER BY entry";
    let mut asked = conn.prepare(strays)?;
    let strays = asked.query_map((), |row| row.get::<_, EntryNo>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    found.extend(strays.into_iter().map(|seq| Finding::at("chain", entry(seq))));
    let mut asked = conn.prepare("SELECT DISTINCT tbl FROM main.change ORDER BY tbl")?;
    let tables = asked.query_map((), |row| row.get_ref(0).map(|cell| lossy(cell).unwrap_or_default()))?.collect::<Result<Vec<_>, _>>()?;
    let known = fact_tables(conn)?;
    let unknown =
        tables.into_iter().filter(|table| !(is_journalled(table) && (known.contains(table) || WATCHED.contains(&table.as_str()))));
    found.extend(unknown.map(|table| Finding::at("chain", table)));
    Ok(())
}

fn with_field(what: &'static str, seq: EntryNo, field: &str, journal: &str, file: &str) -> Finding {
    let finding = Finding::at(what, entry(seq)).instead(journal.to_owned(), file.to_owned());
    Finding { field: Some(field.to_owned()), ..finding }
}

/// The rows of a table that are not as the journal last left them, and those it never saw. Both
/// are read once in the order of their numbers, side by side.
fn facts(conn: &Connection, table: &str, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let mut asked = conn.prepare("SELECT pk, row FROM main.change WHERE tbl = :tbl ORDER BY pk, entry")?;
    let mut journal = asked.query(named_params! { ":tbl": table })?;
    let mut asked = conn.prepare(&format!("SELECT id, {} FROM main.{table} ORDER BY id", row_as_json(conn, table)?))?;
    let mut file = asked.query(())?;
    let id = |rows: &Rows| rows.get().map(|row| row.get::<_, i64>(0)).transpose();
    journal.advance()?;
    file.advance()?;
    while let Some(no) = [id(&journal)?, id(&file)?].into_iter().flatten().min() {
        let mut then: Option<Vec<u8>> = None;
        while let Some(row) = journal.get().filter(|row| row.get(0) == Ok(no)) {
            // Of what the journal has of a row, the last holds.
            match row.get_ref(1)?.as_bytes_or_null()? {
                Some(bytes) => bytes.clone_into(then.get_or_insert_default()),
                None => then = None,
            }
            journal.advance()?;
        }
        let here = file.get().filter(|row| row.get(0) == Ok(no));
        let now = here.map(|row| row.get_ref(1)).transpose()?.map(|cell| cell.as_bytes()).transpose()?;
        if then.as_deref() != now {
            let text = |row: &[u8]| String::from_utf8_lossy(row).into_owned();
            found.extend(compare(table, no, then.as_deref().map(text).as_deref(), now.map(text).as_deref()));
        }
        if here.is_some() {
            file.advance()?;
        }
    }
    Ok(())
}

/// What differs between a row as the journal and as the file has it, field by field.
fn compare(table: &str, id: i64, journal: Option<&str>, file: Option<&str>) -> Vec<Finding> {
    let fields = |text: &str| serde_json::from_str::<Map<String, Json>>(text).ok();
    let (then, now) = (journal.and_then(fields), file.and_then(fields));
    let code = |row: &Option<Map<String, Json>>| row.as_ref()?.get("code")?.as_str().map(str::to_owned);
    let here = |what| Finding { code: code(&then).or_else(|| code(&now)), ..Finding::at(what, place(table, id)) };
    let (Some(then), Some(now)) = (&then, &now) else {
        let what = match (journal, file) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        };
        return vec![here(what).instead(journal.map(str::to_owned), file.map(str::to_owned))];
    };
    let names: std::collections::BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    // A column that came with a later version is not in older rows of the journal, and is null.
    let cell = |row: &Map<String, Json>, name: &str| row.get(name).filter(|cell| !cell.is_null()).map(shown);
    names
        .into_iter()
        .map(|name| (name, cell(then, name), cell(now, name)))
        .filter(|(_, then, now)| then != now)
        .map(|(name, then, now)| Finding { field: Some(name.clone()), ..here("changed").instead(then, now) })
        .collect()
}

fn shown(cell: &Json) -> String {
    cell.as_str().map_or_else(|| cell.to_string(), str::to_owned)
}

/// Personal values that are not the ones that were committed to; an erased one is no finding.
fn private_values(conn: &Connection, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let mut asked = conn.prepare("SELECT id, salt, value, commitment FROM main.private ORDER BY id")?;
    let mut rows = asked.query(())?;
    while let Some(row) = rows.next()? {
        let (salt, value, commitment) = (lossy(row.get_ref(1)?), lossy(row.get_ref(2)?), lossy(row.get_ref(3)?));
        let is_as_kept = match (&salt, &value) {
            (Some(salt), Some(value)) => commitment == Some(digest::of_texts([salt.as_str(), value])),
            // Erased, both are gone together.
            (None, None) => true,
            _ => false,
        };
        if !is_as_kept {
            // The value itself is nobody's business, not even here.
            found.push(Finding { field: Some("value".to_owned()), ..Finding::at("changed", place("private", row.get(0)?)) });
        }
    }
    Ok(())
}

/// Attached documents that are missing or are not the ones that were attached, and letters
/// that are not as they went out.
fn documents(conn: &Connection, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let mut check = |sql: &str, table: &str| -> rusqlite::Result<()> {
        let mut asked = conn.prepare(sql)?;
        let mut rows = asked.query(())?;
        while let Some(row) = rows.next()? {
            let bytes = row.get_ref(2)?.as_bytes_or_null()?;
            let (said, is) = (lossy(row.get_ref(1)?), bytes.map(digest::of_bytes));
            if said != is {
                let place = format!("{table} {}", lossy(row.get_ref(0)?).unwrap_or_default());
                let finding = Finding::at("document", place).instead(said, is);
                found.push(Finding { field: Some("sha256".to_owned()), ..finding });
            }
        }
        Ok(())
    };
    check("SELECT sha256, sha256, bytes FROM main.blob ORDER BY sha256", "blob")?;
    check("SELECT id, sha256, document FROM main.opinion ORDER BY id", "opinion")?;
    let lost = "SELECT a.id, a.sha256, b.bytes FROM main.attachment a LEFT JOIN main.blob b ON b.sha256 = a.sha256
                WHERE b.sha256 IS NULL ORDER BY a.id";
    check(lost, "attachment")
}

fn place(table: &str, id: i64) -> String {
    format!("{table} {id}")
}

fn entry(seq: EntryNo) -> String {
    format!("entry {seq}")
}
