//! The journal as the log asks it: entries, the rows they changed, and which rows belong to a
//! record.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use rusqlite::types::Value;
use rusqlite::{named_params, params};
use serde_json::{Map, Value as Json};

use crate::db::{Db, SILENT, Touched, Undone, fact_tables, knows_void, touched};

/// A row: its table and its id.
pub(super) type Place = (String, i64);
/// A row as the journal keeps it.
pub(super) type Row = Map<String, Json>;

/// Which entries are asked for.
pub(super) struct Asked {
    pub since: Option<String>,
    pub until: Option<String>,
    pub actor: Option<String>,
    pub entry: Option<i64>,
    pub entries: Option<BTreeSet<i64>>,
}

/// An entry.
pub(super) struct Entry {
    pub seq: i64,
    pub rows: i64,
    who: Vec<Value>,
}

impl Entry {
    /// The entry's own columns.
    pub fn who(&self) -> Vec<Value> {
        self.who.clone()
    }

    /// Why, as it was said of the whole entry.
    pub fn reason(&self) -> Option<&str> {
        if let Some(Value::Text(reason)) = self.who.get(6) { Some(reason) } else { None }
    }

    /// The noun, the verb and the codes.
    pub fn command(&self) -> String {
        if let Some(Value::Text(command)) = self.who.get(5) { command.clone() } else { String::new() }
    }
}

/// The entries asked for, the newest first.
pub(super) fn entries(db: &Db, asked: &Asked) -> Result<Vec<Entry>> {
    let sql = format!(
        "SELECT e.seq, e.at, e.today, e.actor, e.os_user, e.command, e.reason, e.doc_no,
                (SELECT count(*) FROM change c WHERE c.entry = e.seq AND c.tbl NOT IN {SILENT}) AS rows
           FROM entry e
          WHERE (:since IS NULL OR e.today >= :since) AND (:until IS NULL OR e.today <= :until)
            AND (:actor IS NULL OR e.actor = :actor OR e.os_user = :actor) AND (:entry IS NULL OR e.seq = :entry)
          ORDER BY e.seq DESC"
    );
    let params = named_params! { ":since": asked.since, ":until": asked.until, ":actor": asked.actor, ":entry": asked.entry };
    let entries = db.rows(&sql, params, |row| {
        let who = (0..8).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
        Ok(Entry { seq: row.get("seq")?, rows: row.get("rows")?, who })
    })?;
    Ok(entries.into_iter().filter(|entry| asked.entries.as_ref().is_none_or(|only| only.contains(&entry.seq))).collect())
}

/// The entries that changed any of these rows.
pub(super) fn entries_of(db: &Db, rows: &BTreeSet<Place>) -> Result<BTreeSet<i64>> {
    let mut entries = BTreeSet::new();
    for (table, id) in rows {
        let sql = "SELECT entry FROM change WHERE tbl = ?1 AND pk = ?2";
        entries.extend(db.rows(sql, params![table, id], |row| row.get::<_, i64>(0))?);
    }
    Ok(entries)
}

/// A changed row: as it was before, and as it is after; nothing before it was made.
pub(super) struct Changed {
    pub place: Place,
    pub before: Option<Row>,
    pub row: Row,
    pub is_gone: bool,
}

/// What an entry changed, those of `only` where that is said.
pub(super) fn changes(db: &Db, entry: i64, only: Option<&BTreeSet<Place>>) -> Result<Vec<Changed>> {
    let mut changes = Vec::new();
    for Touched { table, id, before, after, .. } in touched(db.connection(), entry, &Undone::default())? {
        let place = (table, id);
        if only.is_some_and(|only| !only.contains(&place)) {
            continue;
        }
        let read = |row: Option<String>| row.map(|row| serde_json::from_str::<Row>(&row)).transpose();
        let (before, after) = (read(before)?, read(after)?);
        let is_gone = after.is_none();
        let row = after.or_else(|| before.clone()).unwrap_or_default();
        changes.push(Changed { place, before, row, is_gone });
    }
    Ok(changes)
}

/// Which record the rows of a table belong to.
#[derive(Clone, Debug)]
pub(super) enum Owner {
    /// Each is a record of its own, named by this column, or by these as in `2024:1`.
    Itself(&'static [&'static str]),
    /// The record that this column refers to in that table.
    Of(String, String),
}

/// The columns that name a record, the first that a table has.
const NAMING: &[&[&str]] = &[&["code"], &["date"], &["month"], &["name"], &["year", "revision"]];

/// The owner of every fact table: a row without a name of its own belongs to the record that
/// its first reference names. Read from the file, so that a new noun needs no line here.
pub(super) fn owners(db: &Db) -> Result<BTreeMap<String, Owner>> {
    let mut owners = BTreeMap::new();
    for table in fact_tables(db.connection())? {
        let columns: Vec<String> = db.rows("SELECT name FROM pragma_table_info(?1, 'main')", [&table], |row| row.get(0))?;
        let references: Vec<(String, String)> = references(db, &table)?;
        let has = |name: &str| columns.iter().any(|column| column == name);
        let named = has("code") && is_unique(db, &table, "code")?;
        let first =
            columns.iter().find_map(|column| references.iter().find(|(from, to)| from == column && *to != table && to != "private"));
        let own = NAMING.iter().find(|columns| columns.iter().all(|name| has(name)));
        let owner = match (named, first, own) {
            (false, Some((from, to)), _) => Owner::Of(from.clone(), to.clone()),
            (_, _, Some(name)) => Owner::Itself(name),
            _ => continue,
        };
        owners.insert(table, owner);
    }
    Ok(owners)
}

/// Whether a column alone tells the rows of a table apart: the code of an entry does so only
/// within its round.
fn is_unique(db: &Db, table: &str, column: &str) -> Result<bool> {
    let sql = "SELECT count(*) FROM pragma_index_list(?1, 'main') l
                WHERE l.\"unique\" = 1 AND (SELECT string_agg(i.name, ',') FROM pragma_index_info(l.name, 'main') i) = ?2";
    Ok(db.row(sql, [table, column], |row| row.get::<_, i64>(0))?.unwrap_or(0) > 0)
}

/// The columns of a table that refer to another, and to which.
pub(super) fn references(db: &Db, table: &str) -> Result<Vec<(String, String)>> {
    let sql = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1, 'main')";
    Ok(db.rows(sql, [table], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// What a row that is no record of its own goes by within its record.
pub(super) fn told_by(db: &Db, table: &str, id: i64) -> Result<Option<String>> {
    let columns: Vec<String> = db.rows("SELECT name FROM pragma_table_info(?1, 'main')", [table], |row| row.get(0))?;
    let Some(own) = ["code", "name", "title"].into_iter().find(|own| columns.iter().any(|column| column == own)) else { return Ok(None) };
    Ok(match value(db, table, own, id)? {
        Some(Value::Text(told)) => Some(told),
        _ => None,
    })
}

/// The rows of a record: its own, and those that belong to it.
pub(super) fn rows_of(db: &Db, code: &str) -> Result<BTreeSet<Place>> {
    let owners = owners(db)?;
    let mut rows = BTreeSet::new();
    for (table, owner) in &owners {
        if let Owner::Itself(columns) = owner {
            let name = name_of(columns);
            let sql = format!("SELECT id FROM {table} WHERE {name} = ?1 OR upper({name}) = upper(?1)");
            rows.extend(db.rows(&sql, [code], |row| row.get(0))?.into_iter().map(|id| (table.clone(), id)));
        }
    }
    let mut fresh: Vec<Place> = rows.iter().cloned().collect();
    while let Some((of, id)) = fresh.pop() {
        for (table, owner) in &owners {
            let Owner::Of(column, to) = owner else { continue };
            if *to == of {
                let children = children(db, table, column, id)?;
                fresh.extend(children.into_iter().map(|id| (table.clone(), id)).filter(|place| rows.insert(place.clone())));
            }
        }
    }
    Ok(rows)
}

/// The rows of a table that belong to a row by this column: those that are there, and of a table
/// that knows no void rows those that were taken away.
fn children(db: &Db, table: &str, column: &str, id: i64) -> Result<Vec<i64>> {
    let there = format!("SELECT id FROM {table} WHERE {column} = ?1");
    let gone = if knows_void(db.connection(), table)? {
        String::new()
    } else {
        format!(
            " UNION SELECT c.pk FROM change c WHERE c.tbl = '{table}' AND json_extract(c.row, '$.{column}') = ?1
                AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.id = c.pk)"
        )
    };
    Ok(db.rows(&(there + &gone), [id], |row| row.get(0))?)
}

/// The name that columns make, as SQL.
pub(super) fn name_of(columns: &[&str]) -> String {
    columns.join(" || ':' || ")
}

/// One column of a row as it is now.
pub(super) fn value(db: &Db, table: &str, column: &str, id: i64) -> Result<Option<Value>> {
    Ok(db.row(&format!("SELECT {column} FROM {table} WHERE id = ?1"), [id], |row| row.get(0))?)
}
