//! What a verb answers: a [`Report`] of typed cells under columns that are declared once.
//! Writers (one file each) know formats and nothing of the office; nouns know the office and
//! nothing of formats.

mod arrange;
mod cell;
mod chart;
mod column;
mod csv;
mod fit;
mod html;
mod json;
mod markdown;
mod page;
mod shown;
mod table;
mod wrap;
mod write;
mod xlsx;

pub use crate::words::points;
pub use arrange::{Arrangement, NO_SUCH_FIELD};
pub(crate) use cell::plain;
pub use chart::Chart;
pub(crate) use column::FOR_PROGRAMS;
pub use column::{Column, Exported, Kind, column};
pub(crate) use csv::FORMULAS;
pub use page::Page;
pub use shown::harmless;
pub(crate) use shown::{in_seoul, shown};
pub(crate) use wrap::{talk, wrapped};
pub use write::{Format, as_csv, write};

use std::borrow::Cow;

use rusqlite::types::Value;

use crate::words::{Arg, Sentence, Text, text};

const NEXT: Text = text("다음: {command}", "next: {command}");
const NOTHING_HERE: Text = text("해당하는 것이 없습니다.", "Nothing to show.");

/// Rows of cells under columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, held or still to be asked for.
    pub rows: Rows,
    /// The bars to draw beside it.
    pub chart: Option<Chart>,
}

/// Where a table's rows are.
#[derive(Clone, Debug)]
pub enum Rows {
    /// In memory.
    Held(Vec<Vec<Value>>),
    /// In the file: the writer asks and streams, so that any number of rows fits in memory.
    Asked(Query),
}

/// A question to the file whose select list has the table's column keys as its names.
#[derive(Clone, Debug)]
pub struct Query {
    /// `SELECT … FROM … WHERE …`, without an order.
    pub select: String,
    /// Values of its `?` parameters, in order.
    pub params: Vec<Value>,
    /// The natural order, as in `year DESC, seq`.
    pub order: String,
    /// What sorting by the record's code means, ascending then descending.
    pub by_code: (&'static str, &'static str),
    /// At most so many rows; none is all.
    pub limit: Option<usize>,
    /// The fields to keep, in order; empty keeps all.
    pub fields: Vec<String>,
    /// How many rows there are, where that need not be asked of the statement itself.
    pub counted: Option<Counted>,
}

/// How many rows a question has.
#[derive(Clone, Debug)]
pub enum Counted {
    /// They were counted.
    Already(i64),
    /// Quicker statements count the rows.
    By {
        /// Of the facts as they are.
        now: String,
        /// As of another day.
        as_of: String,
    },
}

impl Query {
    /// The whole statement.
    pub fn sql(&self) -> String {
        let mut sql = self.select.clone();
        if !self.order.is_empty() {
            sql.push_str(" ORDER BY ");
            sql.push_str(&self.order);
        }
        if let Some(limit) = self.limit {
            sql.push_str(&format!(" LIMIT {limit}"));
        }
        if self.fields.is_empty() { sql } else { format!("SELECT {} FROM ({sql})", self.fields.join(", ")) }
    }
}

impl Table {
    /// A table held in memory.
    pub fn held(columns: Vec<Column>, rows: Vec<Vec<Value>>) -> Self {
        Self { columns, rows: Rows::Held(rows), chart: None }
    }

    /// The same table with bars beside it, where people read it.
    #[must_use]
    pub const fn drawn(mut self, chart: Chart) -> Self {
        self.chart = Some(chart);
        self
    }

    /// Whether it is known to have no rows.
    pub fn is_empty(&self) -> bool {
        matches!(&self.rows, Rows::Held(rows) if rows.is_empty())
    }

    /// Whether any cell that is held has something in it.
    pub fn tells_something(&self) -> bool {
        matches!(&self.rows, Rows::Held(rows) if rows.iter().flatten().any(|value| *value != Value::Null))
    }

    /// A table that the writer asks for.
    pub fn asked(columns: Vec<Column>, query: Query) -> Self {
        Self { columns, rows: Rows::Asked(query), chart: None }
    }
}

/// A second table of a report: the milestones under a task. JSON nests it under `key`.
#[derive(Clone, Debug)]
pub struct Part {
    /// The key in JSON.
    pub key: &'static str,
    /// The heading for people.
    pub title: Text,
    /// The rows.
    pub table: Table,
    /// Whether each row is shown a field a line: long texts side by side cannot be read.
    pub upright: bool,
}

/// A document, as plain text and, where it has one, as a page to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Plain text.
    pub text: String,
    /// A whole page.
    pub html: Option<String>,
    /// Whether the text is a file of another program, written as it is.
    pub is_file: bool,
}

impl Document {
    /// A file of another program.
    pub const fn file(text: String) -> Self {
        Self { text, html: None, is_file: true }
    }
}

impl From<String> for Document {
    fn from(text: String) -> Self {
        Self { text, html: None, is_file: false }
    }
}

/// The answer of a verb.
#[derive(Clone, Debug)]
pub struct Report {
    /// The stable name in JSON: `task list`.
    pub name: Cow<'static, str>,
    /// The heading for people.
    pub title: Option<Sentence>,
    /// What the numbers are from, under the heading, for people.
    pub basis: Option<Sentence>,
    /// The rows; one record shown by itself stands upright, a field a line.
    pub main: Table,
    /// Whether the main table is one record shown a field a line.
    pub upright: bool,
    /// A last row for people: the sums under the columns. Machine formats never carry it.
    pub totals: Option<Vec<Value>>,
    /// What is said in place of a main table without rows.
    pub empty: Sentence,
    /// Further tables under it.
    pub parts: Vec<Part>,
    /// Remarks under the tables, for people.
    pub notes: Vec<Sentence>,
    /// A write's one line: what was done.
    pub done: Option<Sentence>,
    /// Whether what it tells of was recorded for good, so that the command must not be repeated
    /// merely because the answer was lost.
    pub recorded: bool,
    /// The next likely command, and warnings; never on stdout.
    pub hints: Vec<Sentence>,
    /// A document that stands in place of the tables when people read.
    pub document: Option<Document>,
    /// How many rows there are in all when the list was cut.
    pub total: Option<i64>,
    /// Whether something needs attention: exit 10 under `--exit-code`.
    pub attention: bool,
    /// Whether the file is not what it should be: exit 7, always.
    pub damaged: bool,
    /// Whether it is data to be taken elsewhere: CSV unless told otherwise.
    pub is_data: bool,
    /// Whether it is read as one whole, which the usual length of lists does not cut.
    pub is_whole: bool,
    /// Whether it explains the program: then it is never cut, and no wider than a page.
    pub is_documentation: bool,
    /// Whether a person fills it in: in Korean its headings are Korean, unless a format was
    /// asked for by name.
    pub is_form: bool,
}

impl Report {
    /// A list of rows.
    pub fn list(name: impl Into<Cow<'static, str>>, title: Sentence, main: Table) -> Self {
        Self {
            name: name.into(),
            title: Some(title),
            basis: None,
            main,
            upright: false,
            totals: None,
            empty: NOTHING_HERE.say(),
            parts: Vec::new(),
            notes: Vec::new(),
            done: None,
            recorded: false,
            hints: Vec::new(),
            document: None,
            total: None,
            attention: false,
            damaged: false,
            is_data: false,
            is_whole: false,
            is_form: false,
            is_documentation: false,
        }
    }

    /// One record, a field a line.
    pub fn record(name: impl Into<Cow<'static, str>>, title: Sentence, main: Table) -> Self {
        Self { upright: true, ..Self::list(name, title, main) }
    }

    /// Adds a table under the main one.
    #[must_use]
    pub fn part(mut self, key: &'static str, title: Text, table: Table) -> Self {
        self.parts.push(Part { key, title, table, upright: false });
        self
    }

    /// Adds a table under the main one whose rows are shown a field a line.
    #[must_use]
    pub fn part_upright(mut self, key: &'static str, title: Text, table: Table) -> Self {
        self.parts.push(Part { key, title, table, upright: true });
        self
    }

    /// The codes of the records it shows, as far as they are known before it is written; many are
    /// not named.
    pub fn codes(&self) -> Vec<String> {
        const MANY: usize = 20;
        let codes = self.texts("code");
        if codes.len() > MANY { Vec::new() } else { codes }
    }

    /// The texts in a column of the rows that are held.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Some(at) = self.main.columns.iter().position(|column| column.key == key) else { return Vec::new() };
        let Rows::Held(rows) = &self.main.rows else { return Vec::new() };
        rows.iter().filter_map(|row| if let Value::Text(text) = &row[at] { Some(text.clone()) } else { None }).collect()
    }

    /// Says how many rows its main question has, where they were counted already.
    #[must_use]
    pub fn counted(mut self, rows: i64) -> Self {
        if let Rows::Asked(query) = &mut self.main.rows {
            query.counted = Some(Counted::Already(rows));
        }
        self
    }

    /// Adds a remark for people.
    #[must_use]
    pub fn note(mut self, note: Sentence) -> Self {
        self.notes.push(note);
        self
    }

    /// Adds a hint: the next likely command, or a warning.
    #[must_use]
    pub fn hint(mut self, hint: Sentence) -> Self {
        self.hints.push(hint);
        self
    }

    /// Adds hints in their order.
    #[must_use]
    pub fn hints(mut self, hints: impl IntoIterator<Item = Sentence>) -> Self {
        self.hints.extend(hints);
        self
    }
}

/// Whether a hint is the next command, which is about what was recorded.
pub fn goes_on(hint: &Sentence) -> bool {
    hint.says(NEXT)
}

/// A hint that proposes the next command.
pub fn next(command: impl Into<String>) -> Sentence {
    NEXT.with("command", Arg::Command(command.into()))
}
