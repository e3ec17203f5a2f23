//! What was recorded since and rests on a row: rows that name it, facts that were made over it;
//! and which entries count no more, because they were undone.

use std::collections::BTreeMap;
use std::rc::Rc;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::chain::EntryNo;
use super::facts::{belongs_to, columns, naming};

/// The entries that were undone, each with the entry that undid it. An undoing that was itself
/// undone is none: its entry counts again.
#[derive(Clone, Debug, Default)]
pub struct Undone(BTreeMap<EntryNo, EntryNo>);

impl Undone {
    /// Reads them from the journal.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn read(conn: &Connection) -> rusqlite::Result<Self> {
        let sql = "SELECT seq, CAST(substr(command, 6) AS INTEGER) FROM main.entry WHERE command LIKE 'undo %' ORDER BY seq DESC";
        let mut asked = conn.prepare_cached(sql)?;
        let undoings = asked.query_map((), |row| Ok((row.get::<_, EntryNo>(0)?, row.get::<_, EntryNo>(1)?)))?;
        let mut undone = BTreeMap::new();
        for undoing in undoings {
            let (by, entry) = undoing?;
            if !undone.contains_key(&by) {
                undone.insert(entry, by);
            }
        }
        Ok(Self(undone))
    }

    /// The entry that undid this one.
    pub fn by(&self, entry: EntryNo) -> Option<EntryNo> {
        self.0.get(&entry).copied()
    }

    /// The last entry that counts.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn last_that_counts(&self, conn: &Connection) -> rusqlite::Result<EntryNo> {
        let sql = "SELECT coalesce(max(seq), 0) FROM main.entry e WHERE seq NOT IN rarray(:undone)
                     AND (EXISTS (SELECT 1 FROM main.change c WHERE c.entry = e.seq) OR command LIKE 'erase %')";
        conn.prepare_cached(sql)?.query_row(named_params! { ":undone": self.as_array() }, |row| row.get(0))
    }

    /// The entries that count no more: those that were undone, and those that undid them.
    fn pairs(&self) -> Vec<EntryNo> {
        self.0.iter().flat_map(|(entry, by)| [*entry, *by]).collect()
    }

    /// The same, as a statement takes them.
    pub(super) fn as_array(&self) -> Rc<Vec<Value>> {
        Rc::new(self.pairs().into_iter().map(Value::from).collect())
    }
}

/// A row that was recorded later and rests on another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// Its table.
    pub table: String,
    /// Its number.
    pub id: i64,
    /// The entry since which it does.
    pub since: EntryNo,
}

/// A row in force that began after `entry` to name a row by its number.
///
/// # Errors
/// Whatever SQLite says.
pub fn named_since(conn: &Connection, table: &str, id: i64, entry: EntryNo) -> rusqlite::Result<Option<Later>> {
    for (by, column, voidable) in naming(conn, table)? {
        let found = naming_since(conn, (&by, &column, voidable), &Value::Integer(id), entry)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The same of a record that is named by its code, by any of these tables and columns, or one of
/// whose parts is (`EV-2024-01:E-01`).
///
/// # Errors
/// Whatever SQLite says.
pub fn named_by_code_since(conn: &Connection, coded: &[(&str, &str)], code: &str, entry: EntryNo) -> rusqlite::Result<Option<Later>> {
    for (by, column) in coded {
        let found = naming_since(conn, (by, column, knows_void(conn, by)?), &Value::Text(code.to_owned()), entry)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

fn naming_since(
    conn: &Connection,
    (by, column, voidable): (&str, &str, bool),
    named: &Value,
    entry: EntryNo,
) -> rusqlite::Result<Option<Later>> {
    let live = if voidable { " AND x.void_reason IS NULL" } else { "" };
    let part = if matches!(named, Value::Text(_)) { format!(" OR x.{column} LIKE :named || ':%'") } else { String::new() };
    // What named it when that entry was recorded did not come to rest on it since.
    let sql = format!(
        "SELECT x.id, (SELECT min(c.entry) FROM main.change c WHERE c.tbl = :tbl AND c.pk = x.id AND c.entry > :entry) AS since
           FROM main.{by} x
          WHERE (x.{column} = :named{part}){live} AND since IS NOT NULL
            AND x.{column} IS NOT (SELECT json_extract(c.row, '$.{column}') FROM main.change c
                                    WHERE c.tbl = :tbl AND c.pk = x.id AND c.entry <= :entry ORDER BY c.entry DESC LIMIT 1)
          LIMIT 1"
    );
    let found = conn.prepare_cached(&sql)?.query_row(named_params! { ":tbl": by, ":named": named, ":entry": entry }, |row| {
        Ok(Later { table: by.to_owned(), id: row.get(0)?, since: row.get(1)? })
    });
    found.optional()
}

/// The code by which a record of any noun names a row: its own, where nobody else has it, or that
/// of the row it belongs to and its own within that one (`EV-2024-01:E-01`). None where it has none.
///
/// # Errors
/// Whatever SQLite says.
pub fn code_of(conn: &Connection, table: &str, id: i64) -> rusqlite::Result<Option<String>> {
    let columns = columns(conn, table)?;
    let own = ["code", "seq"].into_iter().find(|own| columns.iter().any(|column| column.name == *own));
    let parent = belongs_to(conn, table)?;
    let Some(own) = own.filter(|own| parent.is_some() || *own == "code") else { return Ok(None) };
    let of = parent.as_ref().map_or("NULL", |(column, _)| column);
    let sql = format!("SELECT CAST({own} AS TEXT), {of} FROM main.{table} WHERE id = ?1");
    let found: Option<(String, Option<i64>)> =
        conn.prepare_cached(&sql)?.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    match (found, parent) {
        (Some((own, Some(of))), Some((_, parent))) => Ok(code_of(conn, &parent, of)?.map(|code| format!("{code}:{own}"))),
        (Some((own, _)), None) => Ok(Some(own)),
        _ => Ok(None),
    }
}

/// Whether the rows of a table can be void.
///
/// # Errors
/// Whatever SQLite says.
pub fn knows_void(conn: &Connection, table: &str) -> rusqlite::Result<bool> {
    Ok(columns(conn, table)?.iter().any(|column| column.name == "void_reason"))
}

/// A fact that stands on a record: the table and the column that holds something since it was
/// made, the column that names the record, and what else must be so.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// The table.
    pub table: &'static str,
    /// Holds something since it was made.
    pub made: &'static str,
    /// Names the record by its number.
    pub of: &'static str,
    /// What else must be so; empty for nothing.
    pub only: &'static str,
}

/// The first fact of this kind that was made on the record of a number after `entry`.
///
/// # Errors
/// Whatever SQLite says.
pub fn made_since(conn: &Connection, standing: Standing, id: i64, entry: EntryNo) -> rusqlite::Result<Option<Later>> {
    let Standing { table, made, of, only } = standing;
    let only = if only.is_empty() { String::new() } else { format!(" AND {only}") };
    let live = if knows_void(conn, table)? { " AND x.void_reason IS NULL" } else { "" };
    let sql = format!(
        "SELECT x.id, (SELECT min(c.entry) FROM main.change c WHERE c.tbl = :tbl AND c.pk = x.id
                          AND c.entry > coalesce((SELECT max(b.entry) FROM main.change b WHERE b.tbl = :tbl AND b.pk = x.id
                                                    AND json_extract(b.row, '$.{made}') IS NULL), 0)) AS since
           FROM main.{table} x WHERE x.{of} = :id AND x.{made} IS NOT NULL{live}{only} AND since > :entry ORDER BY since LIMIT 1"
    );
    let found = conn.prepare_cached(&sql)?.query_row(named_params! { ":tbl": table, ":id": id, ":entry": entry }, |row| {
        Ok(Later { table: table.to_owned(), id: row.get(0)?, since: row.get(1)? })
    });
    found.optional()
}
