//! A register (대장) is the list of all records of one kind: a view, its key, its columns and
//! its order, declared once by the noun. Lists, records, receipts of writes and exports are
//! all read from it.

use anyhow::Result;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::db::Db;
use crate::digest;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Counted, Exported, Kind as Holds, Query, Report, Rows, Table, column};
use crate::typed::is_slip;
use crate::words::{Sentence, Text, text};

static NO_RECORD: Rule = rule(Kind::NotFound, "E0301", "'{code}' {what:이/가} 없습니다", "there is no {what} '{code}'");
static FASTER: Rule = rule(
    Kind::Changed,
    "E0303",
    "{code:은/는} 그사이 바뀌었습니다(rev {expected} → {rev}). 기록한 것은 없습니다",
    "{code} was changed in the meantime (rev {expected} → {rev}); nothing was recorded",
);
const REV: Column = column("rev", "rev", "rev", Holds::Code);
const VOID: Column = column("void_reason", "무효 사유", "why void", Holds::Text);
const OVERDUE: Text = text("기한이 지난 것 {count}건", "{count} overdue");
const NOT_VOID: &str = "state <> 'void'";
const RECORD: Text = text("{what} {code}", "{what} {code}");

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
}

/// A column of the view `v` as an export writes it.
fn exported(column: &Column) -> String {
    let key = format!("v.\"{}\"", column.key);
    match column.exported {
        Exported::AsItIs | Exported::Never => key,
        Exported::Only(codes) => format!("CASE WHEN {key} IN ('{}') THEN {key} END", codes.join("', '")),
        Exported::With(other) => format!("CASE WHEN {other} IS NOT NULL THEN {key} END"),
        Exported::Named(id, table) => format!(
            "coalesce((SELECT CASE WHEN (SELECT count(*) FROM {table} y WHERE y.name = x.name AND y.void_reason IS NULL) > 1
                THEN x.code ELSE x.name END FROM {table} x WHERE x.id = v.{id}), {key})"
        ),
    }
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
        let (mut report, overdue) = self.list_telling(db, filter, is_overdue)?;
        report.attention = overdue > 0;
        Ok(if overdue > 0 { report.note(OVERDUE.with("count", overdue)) } else { report })
    }

    /// The list of records that `filter` lets through, and how many of them are so.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn list_telling(&'static self, db: &Db, filter: Filter, are_so: &str) -> Result<(Report, i64)> {
        // Both numbers in one pass: each record's state is worked out for it.
        let so = format!("CAST(coalesce(sum(CASE WHEN {are_so} THEN 1 ELSE 0 END), 0) AS BIGINT)");
        let sql = format!("SELECT count(*), {so} FROM {}", self.those(&filter));
        let counts = db.row(&sql, params_from_iter(&filter.params), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (all, so) = counts.unwrap_or_default();
        Ok((self.list(filter).counted(all), so))
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

    /// Every record that is not void, with the columns that import takes back.
    pub fn export(&'static self) -> Table {
        let columns: Vec<Column> = self.columns.iter().filter(|column| column.exported != Exported::Never).cloned().collect();
        let cells: Vec<String> = columns.iter().map(|column| format!("{} AS \"{}\"", exported(column), column.key)).collect();
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

    /// The records named by `codes`, with all columns, read now.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn record(&'static self, db: &Db, codes: &[&str]) -> Result<Report> {
        let mut rows = Vec::new();
        for code in codes {
            rows.extend(self.rows_of(db, code)?);
        }
        let said = RECORD.with("what", self.what).with("code", codes.join(" "));
        Ok(Report::record(format!("{} show", self.noun), said, Table::held(self.columns.to_vec(), rows)))
    }

    /// One record for `show`.
    ///
    /// # Errors
    /// A code that no record has is refused, with the nearest codes.
    pub fn show(&'static self, db: &Db, code: &str) -> Result<Report> {
        let mut report = self.record(db, &[code])?;
        match &mut report.main.rows {
            Rows::Held(rows) if rows.is_empty() => return Err(self.missing(db, code)?.into()),
            Rows::Held(rows) if !self.table.is_empty() => {
                let rev = self.rev(db, code)?;
                let void = self.void_reason(db, code)?;
                for row in rows.iter_mut() {
                    row.push(Value::Text(rev.clone()));
                    row.extend(void.clone());
                }
                report.main.columns.push(REV);
                report.main.columns.extend(void.map(|_| VOID));
            }
            _ => {}
        }
        Ok(report)
    }

    /// The revision of a record: a short hash of what is recorded of it, so that an edit can
    /// be refused when someone was faster.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn rev(&self, db: &Db, code: &str) -> Result<String> {
        let sql = format!("SELECT * FROM {} WHERE {} = ?1", self.table, self.key);
        let mut asked = db.prepare(&sql)?;
        let own: Vec<usize> = asked.column_names().enumerate().filter(|(_, name)| *name != "id").map(|(at, _)| at).collect();
        let row = asked.query_row([code], |row| own.iter().map(|at| row.get::<_, Value>(*at)).collect::<Result<Vec<_>, _>>())?;
        Ok(digest::of_bytes(format!("{row:?}").as_bytes()).chars().take(8).collect())
    }

    /// Why a record is void, null where it is not; none where such records never are.
    fn void_reason(&self, db: &Db, code: &str) -> Result<Option<Value>> {
        let has = "SELECT count(*) FROM pragma_table_info(?1) WHERE name = 'void_reason'";
        if db.row(has, [self.table], |row| row.get::<_, i64>(0))?.unwrap_or(0) == 0 {
            return Ok(None);
        }
        let sql = format!("SELECT void_reason FROM {} WHERE {} = ?1", self.table, self.key);
        Ok(Some(db.row(&sql, [code], |row| row.get(0))?.unwrap_or(Value::Null)))
    }

    /// Whether a record still has the revision that an edit was made for.
    ///
    /// # Errors
    /// It has another one.
    pub fn unchanged(&self, db: &Db, code: &str, expected: Option<&str>) -> Result<()> {
        let Some(expected) = expected else { return Ok(()) };
        let rev = self.rev(db, code)?;
        if rev == expected {
            return Ok(());
        }
        let refusal = FASTER.with("code", code).with("expected", expected).with("rev", rev);
        Err(refusal.way_out(format!("proadmin {} show {code}", self.noun)).into())
    }

    /// The refusal of a code that no record has.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn missing(&self, db: &Db, code: &str) -> Result<Refusal> {
        let near = self.nearest(db, code)?;
        let refusal = self.none(code);
        Ok(match near {
            // The very same code is a record that is void.
            Some(near) if near == code => return Ok(refusal.way_out(format!("proadmin {} list --all", self.noun))),
            Some(near) => refusal.way_out(text("혹시 {near}?", "did you mean {near}?").with("near", near)),
            None => refusal,
        }
        .way_out(format!("proadmin {} list", self.noun)))
    }

    /// The refusal of what names no record, without a word on what may be meant.
    pub fn none(&self, typed: &str) -> Refusal {
        NO_RECORD.with("what", self.what).with("code", typed)
    }

    fn rows_of(&self, db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
        let keys: Vec<String> = self.columns.iter().map(|column| format!("\"{}\"", column.key)).collect();
        let keyed: Vec<&str> = self.key.split(", ").collect();
        let parts: Vec<&str> = code.splitn(keyed.len(), ':').collect();
        let named: Vec<String> = keyed.iter().take(parts.len()).enumerate().map(|(at, name)| format!("\"{name}\" = ?{}", at + 1)).collect();
        let sql = format!("SELECT {} FROM {} WHERE {} ORDER BY {}", keys.join(", "), self.view, named.join(" AND "), self.order);
        Ok(db.cells(&sql, params_from_iter(parts))?)
    }

    fn nearest(&self, db: &Db, code: &str) -> Result<Option<String>> {
        let key = self.key.split(", ").next().unwrap_or(self.key);
        let sql = format!("SELECT DISTINCT \"{key}\" FROM {} LIMIT 2000", self.view);
        let codes: Vec<String> = db.rows(&sql, (), |row| row.get(0))?;
        Ok(codes
            .into_iter()
            .filter(|known| is_slip(known, code))
            .min_by_key(|known| strsim::levenshtein(&known.to_uppercase(), &code.to_uppercase())))
    }
}
