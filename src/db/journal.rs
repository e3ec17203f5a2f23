//! The journal: every row that a write touched, whole and as it is afterwards, under the
//! entry that says who, when, what and why. SQLite's update hook says which rows; the rows
//! themselves are read back by one statement a table, in the write's own transaction.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::hooks::Action;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, ToSql, named_params};

use super::chain::{BEFORE_THE_FIRST, EntryNo, Stamp, entry_hash};
use super::facts::{columns, is_journalled};

/// How many touched rows are remembered before they are written down, so that an import of
/// any size needs the same memory.
const ENOUGH: usize = 10_000;

#[derive(Debug, Default)]
struct Touched {
    fresh: BTreeMap<String, BTreeSet<i64>>,
    other: BTreeMap<String, BTreeSet<i64>>,
    count: usize,
}

/// Collects what a write touches and writes it down.
#[derive(Debug)]
pub struct Journal {
    touched: Arc<Mutex<Touched>>,
    seq: EntryNo,
    prev_hash: String,
    last_at: String,
    /// The tables of which rows were written down that were there before.
    altered: RefCell<BTreeSet<String>>,
}

impl Journal {
    /// Begins to collect; the write lock must be held.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn begin(conn: &mut Connection) -> rusqlite::Result<Self> {
        let last = conn
            .prepare_cached("SELECT seq, hash, at FROM entry ORDER BY seq DESC LIMIT 1")?
            .query_row((), |row| Ok((row.get::<_, EntryNo>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))
            .optional()?;
        let (last, prev_hash, last_at) = last.unwrap_or_else(|| (0, BEFORE_THE_FIRST.to_owned(), String::new()));
        let touched = Arc::new(Mutex::new(Touched::default()));
        let collector = Arc::clone(&touched);
        conn.update_hook(Some(move |action: Action, database: &str, table: &str, id: i64| {
            if database == "main" && is_journalled(table) {
                collector.lock().unwrap_or_else(PoisonError::into_inner).note(action, table, id);
            }
        }))?;
        Ok(Self { touched, seq: last + 1, prev_hash, last_at, altered: RefCell::default() })
    }

    /// When the last entry was recorded; empty where there is none.
    pub fn last_at(&self) -> &str {
        &self.last_at
    }

    /// Writes down what was touched so far when it has become much; a long import calls this
    /// between its rows.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn settle(&self, conn: &Connection) -> rusqlite::Result<()> {
        if self.touched.lock().unwrap_or_else(PoisonError::into_inner).count >= ENOUGH {
            self.write_down(conn)?;
        }
        Ok(())
    }

    /// Writes down what was touched; whether any row is now another than before.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn has_changed(&self, conn: &Connection) -> rusqlite::Result<bool> {
        self.write_down(conn)?;
        conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM change WHERE entry = ?1)")?.query_row([self.seq], |row| row.get(0))
    }

    /// Writes the last changes and the entry with its hash.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn close(&self, conn: &Connection, stamp: &Stamp) -> rusqlite::Result<()> {
        self.write_down(conn)?;
        let hash = entry_hash(conn, self.seq, stamp, &self.prev_hash, |table| !self.altered.borrow().contains(table))?;
        conn.prepare_cached(
            "INSERT INTO entry (seq, at, actor, os_user, command, reason, doc_no, request_id, today, prev_hash, hash)
             VALUES (:seq, :at, :actor, :os_user, :command, :reason, :doc_no, :request_id, :today, :prev_hash, :hash)",
        )?
        .execute(named_params! {
            ":seq": self.seq, ":at": stamp.at, ":actor": stamp.actor, ":os_user": stamp.os_user,
            ":command": stamp.command, ":reason": stamp.reason, ":doc_no": stamp.doc_no,
            ":request_id": stamp.request_id, ":today": stamp.today, ":prev_hash": self.prev_hash, ":hash": hash,
        })?;
        Ok(())
    }

    fn write_down(&self, conn: &Connection) -> rusqlite::Result<()> {
        let touched = std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner));
        for (table, ids) in touched.fresh {
            self.write_table(conn, &table, ids, true)?;
        }
        for (table, ids) in touched.other {
            self.write_table(conn, &table, ids, false)?;
            self.altered.borrow_mut().insert(table);
        }
        Ok(())
    }

    fn write_table(&self, conn: &Connection, table: &str, ids: BTreeSet<i64>, fresh: bool) -> rusqlite::Result<()> {
        let (first, last) = (ids.first().copied().unwrap_or_default(), ids.last().copied().unwrap_or_default());
        // Rows that were put in one behind the other are read as they lie.
        let in_a_row = usize::try_from(last - first).is_ok_and(|more| more + 1 == ids.len());
        let these = if in_a_row { "BETWEEN :first AND :last" } else { "IN rarray(:ids)" };
        let one_by_one = !(fresh && in_a_row);
        let ids: Rc<Vec<Value>> = Rc::new(if one_by_one { ids.into_iter().map(Value::from).collect() } else { Vec::new() });
        let row = row_as_json(conn, table)?;
        let before = "(SELECT c.row FROM change c WHERE c.tbl = :tbl AND c.pk = id ORDER BY c.entry DESC LIMIT 1)";
        // SQLite needs a WHERE between a SELECT and ON CONFLICT.
        let changed = if fresh { "1".to_owned() } else { format!("row IS NOT {before}") };
        let sql = format!(
            "INSERT INTO change (tbl, pk, entry, row)
             SELECT :tbl, id, :entry, row FROM (SELECT id, {row} AS row FROM main.{table} WHERE id {these}) WHERE {changed}
             ON CONFLICT (tbl, pk, entry) DO UPDATE SET row = excluded.row"
        );
        let mut params: Vec<(&str, &dyn ToSql)> = vec![(":tbl", &table), (":entry", &self.seq)];
        if in_a_row {
            params.push((":first", &first));
            params.push((":last", &last));
        } else {
            params.push((":ids", &ids));
        }
        conn.prepare_cached(&sql)?.execute(params.as_slice())?;
        if fresh {
            return Ok(());
        }
        conn.prepare_cached(&format!(
            "INSERT INTO change (tbl, pk, entry, row)
             SELECT :tbl, id, :entry, NULL FROM (SELECT value AS id FROM rarray(:ids))
              WHERE id NOT IN (SELECT t.id FROM main.{table} t) AND {before} IS NOT NULL
             ON CONFLICT (tbl, pk, entry) DO UPDATE SET row = excluded.row"
        ))?
        .execute(named_params! { ":tbl": table, ":entry": self.seq, ":ids": ids })?;
        Ok(())
    }
}

impl Touched {
    fn note(&mut self, action: Action, table: &str, id: i64) {
        let is_fresh = |ids: &BTreeMap<String, BTreeSet<i64>>| ids.get(table).is_some_and(|ids| ids.contains(&id));
        if action != Action::SQLITE_DELETE && is_fresh(&self.fresh) {
            return;
        }
        let set = if action == Action::SQLITE_INSERT && !is_fresh(&self.other) {
            &mut self.fresh
        } else {
            if let Some(ids) = self.fresh.get_mut(table) {
                ids.remove(&id);
            }
            &mut self.other
        };
        if let Some(ids) = set.get_mut(table) {
            self.count += usize::from(ids.insert(id));
        } else {
            set.insert(table.to_owned(), BTreeSet::from([id]));
            self.count += 1;
        }
    }
}

/// The whole row with named keys, so that a column added later is no puzzle. Of a personal
/// value only its commitment is kept, and whether it was erased, so that it can be.
pub(super) fn row_as_json(conn: &Connection, table: &str) -> rusqlite::Result<String> {
    if table == "private" {
        return Ok("json_object('id', id, 'commitment', commitment, 'erased', value IS NULL)".to_owned());
    }
    let pairs: Vec<String> = columns(conn, table)?.into_iter().map(|column| column.name).map(|name| format!("'{name}', {name}")).collect();
    Ok(format!("json_object({})", pairs.join(", ")))
}
