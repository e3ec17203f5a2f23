//! A register (대장) is the list of all records of one kind: a view, its key, its columns and
//! its order, declared once by the noun. Lists, records, receipts of writes and exports are
//! all read from it.

mod one;

use anyhow::Result;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::db::Db;
use crate::report::{Column, Counted, Exported, Query, Report, Table};
use crate::words::{Sentence, Text, text};

const OVERDUE: Text = text("기한이 지난 것 {count}건", "{count} overdue");
const NOT_VOID: &str = "state <> 'void'";

/// A register.
#[derive(Debug)]
pub struct Register {
    /// The noun: `task`.
    pub noun: &'static str,
    /// What one record is called.
    pub what: Text,
    /// The heading of the whole list.
    pub title: Text,
    /// The view it is read from.
    pub view: &'static str,
    /// The table of the records themselves; empty where they have no revision of their own.
    pub table: &'static str,
    /// The column that names a record; where a record is one of another's, both, as in
    /// `task, seq`, which `KT-2024-01:2` names.
    pub key: &'static str,
    /// The columns, in order; the view has each under its key.
    pub columns: &'static [Column],
    /// How many of the columns a list for people shows; a record shows all.
    pub listed: usize,
    /// The natural order.
    pub order: &'static str,
    /// The orders that sorting by code means, ascending and descending.
    pub by_code: (&'static str, &'static str),
    /// What a list leaves out unless asked for; empty for nothing.
    pub unless_asked: &'static str,
    /// The columns of its table that the view does without, long texts for the most part: an
    /// export writes them behind the others, and import takes them back.
    pub unlisted: &'static [Column],
}

/// A column of the view `v` as an export writes it.
fn exported(column: &Column) -> String {
    let key = format!("v.\"{}\"", column.key);
    match column.exported {
        Exported::AsItIs | Exported::Never => key,
        Exported::Only(codes) => format!("CASE WHEN {key} IN ('{}') THEN {key} END", codes.join("', '")),
        Exported::With(other) => format!("CASE WHEN {other} IS NOT NULL THEN {key} END"),
        Exported::Named(id, table) => format!("coalesce({}, {key})", named(&format!("v.{id}"), table)),
    }
}

/// The name of the record of an id where it is that record's alone, else its code.
fn named(id: &str, table: &str) -> String {
    format!(
        "(SELECT CASE WHEN (SELECT count(*) FROM {table} y WHERE y.name = x.name AND y.void_reason IS NULL) > 1
            THEN x.code ELSE x.name END FROM {table} x WHERE x.id = {id})"
    )
}

/// Conditions of a list, each with its values.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    conditions: Vec<String>,
    params: Vec<Value>,
}

impl Filter {
    /// Adds `condition` when there is a value for its `?`.
    #[must_use]
    pub fn when<T: Into<Value>>(mut self, condition: &str, value: Option<T>) -> Self {
        if let Some(value) = value {
            self.conditions.push(condition.to_owned());
            self.params.push(value.into());
        }
        self
    }

    /// Leaves out what the register leaves out, unless `all` or just the void ones are asked for.
    #[must_use]
    pub fn unless_void(self, register: &Register, all: bool, state: Option<&str>) -> Self {
        self.only_if(!all && state != Some("void"), register.unless_asked)
    }

    /// Adds `condition` without a value, if `asked`.
    #[must_use]
    pub fn only_if(mut self, asked: bool, condition: &str) -> Self {
        if asked {
            self.conditions.push(condition.to_owned());
        }
        self
    }
}

/// The records that stand under one of a register, such as the milestones of a task.
#[derive(Debug)]
pub struct Under {
    /// The view they are read from.
    pub view: &'static str,
    /// The column that names the record they stand under.
    pub of: &'static str,
    /// The columns; the view has each under its key.
    pub columns: &'static [Column],
    /// Their order.
    pub order: &'static str,
}

impl Under {
    /// Those under the record of a code.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn table(&self, db: &Db, code: &str) -> Result<Table> {
        let sql = format!("SELECT {} FROM {} WHERE {} = ?1 ORDER BY {}", selected(self.columns), self.view, self.of, self.order);
        Ok(Table::held(self.columns.to_vec(), db.cells(&sql, [code])?))
    }
}

/// Columns by their keys.
fn selected(columns: &[Column]) -> String {
    columns.iter().map(|column| format!("\"{}\"", column.key)).collect::<Vec<_>>().join(", ")
}

impl Register {
    /// The list of records that `filter` lets through.
    pub fn list(&'static self, filter: Filter) -> Report {
        self.list_named(filter, self.title.say(), &self.columns[..self.listed])
    }

    /// The list under another heading, with a choice of columns.
    pub fn list_named(&'static self, filter: Filter, title: Sentence, columns: &[Column]) -> Report {
        Report::list(format!("{} list", self.noun), title, Table::asked(columns.to_vec(), self.query(filter, columns)))
    }

    /// The list of records that `filter` lets through, which says how many of them are overdue
    /// by this condition.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn list_overdue(&'static self, db: &Db, filter: Filter, is_overdue: &str) -> Result<Report> {
        // Both numbers in one pass: each record's state is worked out for it.
        let late = format!("CAST(coalesce(sum(CASE WHEN {is_overdue} THEN 1 ELSE 0 END), 0) AS BIGINT)");
        let sql = format!("SELECT count(*), {late} FROM {}", self.those(&filter));
        let counts = db.row(&sql, params_from_iter(&filter.params), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (all, overdue): (i64, i64) = counts.unwrap_or_default();
        let mut report = self.list(filter).counted(all);
        report.attention = overdue > 0;
        Ok(if overdue > 0 { report.note(OVERDUE.with("count", overdue)) } else { report })
    }

    /// Whether any record that `filter` lets through is so.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn has_any(&self, db: &Db, filter: &Filter, is_so: &str) -> Result<bool> {
        let those = filter.clone().only_if(true, is_so);
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {})", self.those(&those));
        Ok(db.row(&sql, params_from_iter(&those.params), |row| row.get(0))?.unwrap_or(false))
    }

    /// The list of records that `filter` lets through, and how many of its rows are so: asked for
    /// once and held, where working out the view again to count would be dear.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn held_telling(&'static self, db: &Db, filter: Filter, is_so: impl Fn(&[Value]) -> bool) -> Result<(Report, usize)> {
        let columns = &self.columns[..self.listed];
        let query = self.query(filter, columns);
        let rows = db.cells(&query.sql(), params_from_iter(&query.params))?;
        let so = rows.iter().filter(|row| is_so(row)).count();
        Ok((Report::list(format!("{} list", self.noun), self.title.say(), Table::held(columns.to_vec(), rows)), so))
    }

    /// The question for the records that `filter` lets through.
    pub fn query(&'static self, filter: Filter, columns: &[Column]) -> Query {
        let select = format!("SELECT {} FROM {}", selected(columns), self.those(&filter));
        let counted = self.counted(&filter);
        let (order, by_code) = (self.order.to_owned(), self.by_code);
        Query { select, params: filter.params, order, by_code, limit: None, fields: Vec::new(), counted }
    }

    /// The view, and what `filter` lets through of it.
    fn those(&self, filter: &Filter) -> String {
        if filter.conditions.is_empty() { self.view.to_owned() } else { format!("{} WHERE {}", self.view, filter.conditions.join(" AND ")) }
    }

    /// How many records there are, from their table: to know it from the view, the state of each
    /// would be computed. Void ones are few, and have an index where the table is big. As of
    /// another day none is void, and a record may lack what its view joins to it.
    fn counted(&self, filter: &Filter) -> Option<Counted> {
        let all_but_void = filter.conditions == [NOT_VOID] && self.unless_asked == NOT_VOID;
        let of_records = self.key == "code" && !self.table.is_empty() && self.table != self.view;
        let (table, view) = (self.table, self.view);
        (all_but_void && of_records).then(|| Counted::By {
            now: format!("SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM {table} WHERE void_reason IS NOT NULL)"),
            as_of: format!("SELECT count(*) FROM {view}"),
        })
    }

    /// The columns that its import takes: those that it lists, and those that only an export tells.
    pub fn imported(&self) -> Vec<Column> {
        [self.columns, self.unlisted].concat()
    }

    /// A column of the record's own table, as an export writes it.
    fn of_its_table(&self, column: &Column) -> String {
        let own = |name: &str| format!("(SELECT k.\"{name}\" FROM {} k WHERE k.id = v.id)", self.table);
        match column.exported {
            Exported::Named(id, of) => named(&own(id), of),
            _ => own(&column.key),
        }
    }

    /// Every record that is not void, with the columns that import takes back.
    pub fn export(&'static self) -> Table {
        let mut columns: Vec<Column> = self.columns.iter().filter(|column| column.exported != Exported::Never).cloned().collect();
        let listed = columns.iter().map(|column| format!("{} AS \"{}\"", exported(column), column.key));
        let unlisted = self.unlisted.iter().map(|column| format!("{} AS \"{}\"", self.of_its_table(column), column.key));
        let cells: Vec<String> = listed.chain(unlisted).collect();
        columns.extend_from_slice(self.unlisted);
        let mut select = format!("SELECT {} FROM {} v", cells.join(", "), self.view);
        if !self.unless_asked.is_empty() {
            select.push_str(&format!(" WHERE {}", self.unless_asked));
        }
        Table::asked(
            columns,
            Query {
                select,
                params: Vec::new(),
                order: self.order.to_owned(),
                by_code: self.by_code,
                limit: None,
                fields: Vec::new(),
                counted: None,
            },
        )
    }
}
