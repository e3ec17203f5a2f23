//! Which record each line of a file is about, so that no second line is about the same one.
//! A long file is remembered in a table of SQLite's own, so that its length costs no memory:
//! then a second line is told when the lines since are looked up there together.

use std::collections::HashMap;

use anyhow::Result;
use rusqlite::named_params;

use crate::db::Db;

/// So many lines are remembered here before they are written down.
const HERE: usize = 20_000;

/// The records of a file, each with the line that was about it.
#[derive(Default)]
pub(super) struct Once {
    here: HashMap<String, Place>,
    is_long: bool,
}

/// The line that is about a record, and the column that says so.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: &'static str,
}

/// A second line about a record, and the first.
pub(super) struct Twice {
    pub(super) record: String,
    pub(super) again: Place,
    pub(super) first: usize,
}

impl Once {
    /// The earlier line about the record, as far as it is remembered here; else this is one.
    pub(super) fn before(&mut self, record: &str, place: Place) -> Option<usize> {
        if let Some(known) = self.here.get(record) {
            return Some(known.line).filter(|line| *line != place.line);
        }
        self.here.insert(record.to_owned(), place);
        None
    }

    /// Writes down what is remembered here when it has become much, or at the end of a long file.
    /// Returns the lines that were about a record of an earlier one.
    pub(super) fn settle(&mut self, db: &Db, at_end: bool) -> Result<Vec<Twice>> {
        if self.here.len() < HERE && !(at_end && self.is_long) {
            return Ok(Vec::new());
        }
        if !self.is_long {
            db.connection().execute_batch(
                "DROP TABLE IF EXISTS temp.line_of_record;
                 CREATE TEMP TABLE line_of_record (record TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID",
            )?;
            self.is_long = true;
        }
        // In the order of the records each finds its place beside the one before.
        let mut here: Vec<(String, Place)> = self.here.drain().collect();
        here.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let mut twice = Vec::new();
        for (record, again) in here {
            let line = i64::try_from(again.line).unwrap_or(i64::MAX);
            let new = db.execute(
                "INSERT INTO temp.line_of_record (record, line) VALUES (:record, :line) ON CONFLICT DO NOTHING",
                named_params! { ":record": record, ":line": line },
            )?;
            if new == 0 {
                let sql = "SELECT line FROM temp.line_of_record WHERE record = :record";
                let first: Option<i64> = db.row(sql, named_params! { ":record": record }, |row| row.get(0))?;
                twice.push(Twice { record, again, first: first.and_then(|line| line.try_into().ok()).unwrap_or_default() });
            }
        }
        twice.sort_by_key(|twice| twice.again.line);
        Ok(twice)
    }
}
