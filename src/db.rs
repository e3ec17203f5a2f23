//! The file: one SQLite database that is opened carefully, written through the journal, and
//! read as it is, as it was, or as it would be.

mod chain;
mod check;
mod copy;
mod damage;
mod facts;
mod guard;
mod journal;
mod known;
mod open;
mod reads;
mod rests;
mod seen;
mod shadow;
mod undo;
mod upgrade;

pub use chain::{CLOCK_OK, EntryNo, Stamp, entry_hash, went_back};
pub use check::{Finding, findings, look, set_counters};
pub use copy::{copy, leave_no_trace, put_in_place};
pub use damage::{is_damage, lossy};
pub use facts::{ERASED, Personal, belongs_to, fact_tables, has_ground, is_fact, masked_column, personal_tables};
pub use guard::{Guard, is_readable, not_allowed};
pub use journal::Journal;
pub use known::KnownAt;
pub use open::{Access, SCHEMA, create, on_this_machine, open};
pub use rests::{Later, Standing, Undone, code_of, knows_void, made_since, named_by_code_since, named_since};
pub use shadow::Shadow;
pub use undo::{PutBack, SILENT, Touched, put_back, repair, touched};

use std::cell::{OnceCell, RefCell};

use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, Row};

use crate::words::Sentence;

/// An open file. Statements are prepared through it, so that the shadows a question needs
/// (another day, another state of knowledge) stand before it is asked.
#[derive(Debug)]
pub struct Db {
    conn: Connection,
    shadow: Shadow,
    /// The shadows that took the place of those.
    then: OnceCell<Shadow>,
    guard: Option<Guard>,
    remarks: RefCell<Vec<Sentence>>,
}

impl Db {
    const fn new(conn: Connection, shadow: Shadow) -> Self {
        Self { conn, shadow, then: OnceCell::new(), guard: None, remarks: RefCell::new(Vec::new()) }
    }

    /// Keeps something that whoever asked should be told beside the answer, such as that what
    /// was typed is an earlier name; each thing is told once.
    pub fn remark(&self, remark: Sentence) {
        let mut remarks = self.remarks.borrow_mut();
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }

    /// What was remarked so far.
    pub fn remarks(&self) -> Vec<Sentence> {
        self.remarks.take()
    }

    /// Prepares a statement, creating first the shadows whose names it reaches.
    ///
    /// # Errors
    /// Whatever SQLite says of the statement.
    pub fn prepare(&self, sql: &str) -> rusqlite::Result<CachedStatement<'_>> {
        // A guarded question has its shadows already, and nothing more can be created.
        if self.guard.is_none() {
            self.then.get().unwrap_or(&self.shadow).cover(&self.conn, sql)?;
        }
        self.conn.prepare_cached(sql)
    }

    /// From now on answers under other shadows, where those that stand can be taken away. Reading the schema a second time is most of
    /// what a second opening costs.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn turn(&self, shadow: Shadow) -> rusqlite::Result<Result<(), Shadow>> {
        if self.guard.is_some() || !self.shadow.can_be_lifted() || self.then.get().is_some() {
            return Ok(Err(shadow));
        }
        self.shadow.lift(&self.conn)?;
        Ok(self.then.set(shadow))
    }

    /// The one row of a question, or none.
    ///
    /// # Errors
    /// Whatever SQLite or `read` says.
    pub fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Option<T>> {
        self.prepare(sql)?.query_row(params, read).optional()
    }

    /// Every row of a question.
    ///
    /// # Errors
    /// Whatever SQLite or `read` says.
    pub fn rows<T>(&self, sql: &str, params: impl Params, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> rusqlite::Result<Vec<T>> {
        self.prepare(sql)?.query_map(params, read)?.collect()
    }

    /// Every row of a question, as its cells in the order that was selected.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn cells(&self, sql: &str, params: impl Params) -> rusqlite::Result<Vec<Vec<Value>>> {
        let mut asked = self.prepare(sql)?;
        let count = asked.column_count();
        asked.query_map(params, |row| (0..count).map(|at| row.get(at)).collect())?.collect()
    }

    /// Whether no entry after `entry` touched a fact that the view `answer` is made of.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn is_untouched_since(&self, entry: EntryNo, answer: &str) -> rusqlite::Result<bool> {
        let under: Vec<String> = facts::facts_under(&self.conn, answer)?.into_iter().map(|table| format!("'{table}'")).collect();
        let sql = format!(
            "SELECT NOT EXISTS (SELECT 1 FROM entry e WHERE e.seq > ?1
               AND EXISTS (SELECT 1 FROM change c WHERE c.entry = e.seq AND c.tbl IN ({})))",
            under.join(", ")
        );
        self.conn.query_row(&sql, [entry], |row| row.get(0))
    }

    /// Runs a statement that answers nothing and returns how many rows it touched.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn execute(&self, sql: &str, params: impl Params) -> rusqlite::Result<usize> {
        self.prepare(sql)?.execute(params)
    }

    /// Runs an INSERT and returns the new row's id.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn insert(&self, sql: &str, params: impl Params) -> rusqlite::Result<i64> {
        self.prepare(sql)?.execute(params)?;
        Ok(self.conn.last_insert_rowid())
    }

    /// Inserts a row of these columns and returns its id.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn insert_row(&self, table: &str, values: &[(&str, Value)]) -> rusqlite::Result<i64> {
        self.insert(&insertion(table, values), rusqlite::params_from_iter(values.iter().map(|(_, value)| value)))
    }

    /// Inserts a row of these columns unless one stands under the same unique columns; says
    /// whether it did.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn insert_where_new(&self, table: &str, values: &[(&str, Value)]) -> rusqlite::Result<bool> {
        let sql = insertion(table, values) + " ON CONFLICT DO NOTHING";
        Ok(self.execute(&sql, rusqlite::params_from_iter(values.iter().map(|(_, value)| value)))? == 1)
    }

    /// Sets columns of one row; nothing to set is nothing done.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn update(&self, table: &str, id: i64, values: &[(&str, Value)]) -> rusqlite::Result<()> {
        if values.is_empty() {
            return Ok(());
        }
        let set: Vec<String> = values.iter().enumerate().map(|(at, (column, _))| format!("{column} = ?{}", at + 2)).collect();
        let params = std::iter::once(Value::Integer(id)).chain(values.iter().map(|(_, value)| value.clone()));
        let sql = format!("UPDATE {table} SET {} WHERE id = ?1", set.join(", "));
        self.execute(&sql, rusqlite::params_from_iter(params))?;
        Ok(())
    }

    /// Those of `values` that differ from what a row holds now.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn differing<'v>(&self, table: &str, id: i64, values: Vec<(&'v str, Value)>) -> rusqlite::Result<Vec<(&'v str, Value)>> {
        if values.is_empty() {
            return Ok(values);
        }
        let names: Vec<&str> = values.iter().map(|(column, _)| *column).collect();
        let sql = format!("SELECT {} FROM {table} WHERE id = ?1", names.join(", "));
        let now: Vec<Value> = self.row(&sql, [id], |row| (0..names.len()).map(|at| row.get(at)).collect())?.unwrap_or_default();
        Ok(values.into_iter().zip(now).filter(|((_, value), now)| value != now).map(|(value, _)| value).collect())
    }

    /// The first row of another table that is not void and names a row, by its table and its
    /// number; the table's own parts (`staff_transfer` of `staff`) apart.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn named_by(&self, table: &str, id: i64) -> rusqlite::Result<Option<(String, i64)>> {
        let own = format!("{table}_");
        for (by, column, voidable) in facts::naming(&self.conn, table)?.into_iter().filter(|(by, ..)| !by.starts_with(&own)) {
            let live = if voidable { " AND void_reason IS NULL" } else { "" };
            let sql = format!("SELECT id FROM {by} WHERE {column} = ?1{live} ORDER BY id LIMIT 1");
            if let Some(row) = self.row(&sql, [id], |row| row.get(0))? {
                return Ok(Some((by, row)));
            }
        }
        Ok(None)
    }

    /// The bounds of what is asked here; none for the program's own questions.
    pub const fn guard(&self) -> Option<Guard> {
        self.guard
    }

    /// What an error means: of a guarded question, which bound it met or what is wrong in it.
    pub fn refused(&self, error: rusqlite::Error) -> anyhow::Error {
        match self.guard {
            Some(guard) => guard.refused(error),
            None => error.into(),
        }
    }

    /// The connection itself, for hooks.
    pub const fn connection_mut(&mut self) -> &mut Connection {
        &mut self.conn
    }

    /// The connection itself, for what only it can do: hooks, limits, transactions.
    pub const fn connection(&self) -> &Connection {
        &self.conn
    }
}

fn insertion(table: &str, values: &[(&str, Value)]) -> String {
    let columns: Vec<&str> = values.iter().map(|(column, _)| *column).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), vec!["?"; values.len()].join(", "))
}
