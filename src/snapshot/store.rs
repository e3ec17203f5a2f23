//! The SQL of frozen months.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Params, named_params, params};

use super::FIELDS;
use super::rules::{self, Compared};
use crate::db::Db;
use crate::digest::Digest;
use crate::office::store::day;
use crate::seal::{self, Seal};
use crate::session::Change;
use crate::typed::{self, Month};

/// A task in a month.
pub type Row = Compared<Value>;

/// A frozen month as far as verbs need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which revision.
    pub revision: i64,
    /// When it was frozen.
    pub taken_on: NaiveDate,
    /// The hash over its rows.
    pub hash: String,
    /// Whether the month was not frozen again since.
    pub is_latest: bool,
    id: i64,
}

impl Taken {
    /// The seal of the entry that froze it.
    pub fn seal(&self, db: &Db) -> Result<Option<Seal>> {
        seal::of_row(db, "snapshot", self.id)
    }
}

/// The view of a month's tasks by the facts.
const BY_THE_FACTS: &str = "task_month";

/// Whether nothing that a month is made of was touched since it was frozen.
pub fn is_untouched(db: &Db, taken: &Taken) -> Result<bool> {
    let seal = taken.seal(db)?;
    seal.map_or(Ok(false), |seal| Ok(db.is_untouched_since(seal.entry, BY_THE_FACTS)?))
}

/// The month's tasks by the facts, in a file that is read as of a day of it.
pub fn by_the_facts(then: &Db) -> Result<Vec<Row>> {
    rows(then, BY_THE_FACTS, "", ())
}

/// The month's tasks as they were frozen.
pub fn frozen(db: &Db, month: Month, revision: i64) -> Result<Vec<Row>> {
    rows(db, "snapshot_table", "WHERE month = ?1 AND revision = ?2", params![month.to_string(), revision])
}

fn rows(db: &Db, view: &str, condition: &str, params: impl Params) -> Result<Vec<Row>> {
    let fields: Vec<&str> = FIELDS.iter().map(|field| field.code).collect();
    let sql = format!("SELECT {} FROM {view} {condition} ORDER BY seq", fields.join(", "));
    Ok(db.rows(&sql, params, |row| {
        let cells = (0..fields.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        Ok(Compared { code: row.get("code")?, title: row.get("title")?, cells })
    })?)
}

/// The revision of a month, the last one where none is named.
pub fn taken(db: &Db, month: Month, revision: Option<i64>) -> Result<Option<Taken>> {
    let sql = "SELECT revision, taken_on, hash, latest, id FROM snapshot_status
                WHERE month = :month AND (revision = :revision OR (:revision IS NULL AND latest = 1))";
    let params = named_params! { ":month": month.to_string(), ":revision": revision };
    Ok(db.row(sql, params, |row| {
        let taken_on = day(row, "taken_on")?.unwrap_or_default();
        let is_latest = row.get("latest")?;
        Ok(Taken { revision: row.get("revision")?, taken_on, hash: row.get("hash")?, is_latest, id: row.get("id")? })
    })?)
}

/// The revision of a month that is asked for, the last one where none is.
///
/// # Errors
/// The month was never frozen, or has no such revision.
pub fn revision(db: &Db, month: Month, asked: Option<i64>) -> Result<Taken> {
    if let Some(found) = taken(db, month, asked)? {
        return Ok(found);
    }
    let ever = taken(db, month, None)?.is_some();
    Err(rules::not_taken(month, asked.filter(|_| ever)).into())
}

/// The months that were frozen, with each revision.
pub fn revisions(db: &Db, year: Option<i32>, month: Option<Month>) -> Result<Vec<(Month, i64)>> {
    let sql = "SELECT month, revision FROM snapshot
                WHERE (:month IS NULL OR month = :month) AND (:year IS NULL OR substr(month, 1, 4) = :year) ORDER BY month, revision";
    let params = named_params! { ":month": month.map(|month| month.to_string()), ":year": year.map(|year| year.to_string()) };
    let found: Vec<(String, i64)> = db.rows(sql, params, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.into_iter().filter_map(|(month, revision)| Some((typed::month(&month).ok()?, revision))).collect())
}

/// The hash over a month's rows: every cell with its length, in the order of the fields.
pub fn hash(month: Month, rows: &[Row]) -> String {
    let mut digest = Digest::default();
    digest.text(Some(&month.to_string()));
    for cell in rows.iter().flat_map(|row| &row.cells) {
        match cell {
            Value::Integer(number) => digest.text(Some(&number.to_string())),
            Value::Text(text) => digest.text(Some(text)),
            _ => digest.text(None),
        }
    }
    digest.hex()
}

/// Freezes a month's rows as a revision.
pub fn insert(change: &Change, month: Month, revision: i64, reason: Option<&str>, rows: &[Row]) -> Result<()> {
    let today = change.today().to_string();
    let id = change.insert(
        "INSERT INTO snapshot (month, revision, taken_on, reason, tasks, hash)
         VALUES (:month, :revision, :today, :reason, :tasks, :hash)",
        named_params! {
            ":month": month.to_string(), ":revision": revision, ":today": today, ":reason": reason,
            ":tasks": i64::try_from(rows.len())?, ":hash": hash(month, rows),
        },
    )?;
    let fields: Vec<&str> = FIELDS.iter().map(|field| field.code).collect();
    let blanks: Vec<String> = (3..fields.len() + 3).map(|at| format!("?{at}")).collect();
    let sql = format!(
        "INSERT INTO snapshot_row (snapshot_id, taken_on, seq, {}) VALUES (?1, ?2, (SELECT t.seq FROM task t WHERE t.code = ?3), {})",
        fields.join(", "),
        blanks.join(", ")
    );
    for row in rows {
        let own = [Value::Integer(id), Value::Text(today.clone())];
        change.insert(&sql, rusqlite::params_from_iter(own.iter().chain(&row.cells)))?;
        change.settle()?;
    }
    Ok(())
}
