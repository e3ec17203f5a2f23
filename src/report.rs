//! What a verb answers: a [`Report`] of typed cells under columns that are declared once.
//! Writers (one file each) know formats and nothing of the office; nouns know the office and
//! nothing of formats.

mod arrange;
mod cell;
mod chart;
mod csv;
mod fit;
mod html;
mod json;
mod markdown;
mod page;
mod shown;
mod table;
mod write;
mod xlsx;

pub use crate::words::points;
pub use arrange::{Arrangement, NO_SUCH_FIELD};
pub(crate) use cell::plain;
pub use chart::Chart;
pub(crate) use csv::FORMULAS;
pub use page::Page;
pub use shown::harmless;
pub(crate) use shown::{in_seoul, shown};
pub use write::{Format, as_csv, write};

use std::borrow::Cow;

use rusqlite::types::Value;

use crate::words::{Arg, Sentence, Term, Text, text};

const NEXT: Text = text("다음: {command}", "next: {command}");
const NOTHING_HERE: Text = text("해당하는 것이 없습니다.", "Nothing to show.");

/// What a column holds, and so how each format shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text that may wrap.
    Text,
    /// A record's code: never wraps.
    Code,
    /// A whole number.
    Integer,
    /// A whole number of per cent.
    Percent,
    /// Hundredths of a point: 8491 is 84.91.
    Points,
    /// Hundredths of what an indicator counts, shown without needless decimals: 1000000 is
    /// 10000, 1250 is 12.5.
    Amount,
    /// Won.
    Money,
    /// A day, `YYYY-MM-DD`: never wraps.
    Date,
    /// True or false, stored 1 or 0.
    Flag,
    /// An instant of the true clock, RFC 3339 in UTC; people read it in Seoul's time.
    Instant,
    /// A weekday, stored 1 for Monday to 7 for Sunday.
    Weekday,
    /// A code with words for people.
    Term(&'static [Term]),
    /// Several such codes, with commas.
    Terms(&'static [Term]),
    /// Whatever the query gave.
    Any,
}

/// A column: declared once, used by every format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in JSON and CSV, English `snake_case`; the view's column has the same name.
    pub key: Cow<'static, str>,
    /// What a person reads above it; without one, the key.
    pub label: Option<Text>,
    /// What it holds.
    pub kind: Kind,
    /// How soon a narrow terminal drops it: 0 never, 9 first, [`FOR_PROGRAMS`] always.
    pub minor: u8,
    /// How an export writes it, so that import takes it back.
    pub exported: Exported,
    /// Other headings that people write over it; import takes them too.
    pub also: &'static [&'static str],
}

/// How an export writes a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// As it is: a fact.
    AsItIs,
    /// Not at all: it is computed from other facts.
    Never,
    /// Only where it is one of these codes: the others are computed.
    Only(&'static [&'static str]),
    /// A name where it is one record's alone, else that record's code: the column of the
    /// view that holds the record's id, and its table.
    Named(&'static str, &'static str),
}

/// The `minor` of a column that people are not shown unless they ask for it by `--fields`.
pub(crate) const FOR_PROGRAMS: u8 = u8::MAX;

/// Declares a [`Column`].
pub const fn column(key: &'static str, ko: &'static str, en: &'static str, kind: Kind) -> Column {
    Column { key: Cow::Borrowed(key), label: Some(Text { ko, en }), kind, minor: 0, exported: Exported::AsItIs, also: &[] }
}

impl Column {
    /// The same column, dropped from narrow terminals: 9 goes first, 1 last.
    #[must_use]
    pub const fn minor(mut self, minor: u8) -> Self {
        self.minor = minor;
        self
    }

    /// The same column, left out of exports because it is computed.
    #[must_use]
    pub const fn computed(mut self) -> Self {
        self.exported = Exported::Never;
        self
    }

    /// The same column, exported only where it is one of these codes.
    #[must_use]
    pub const fn fact_if(mut self, codes: &'static [&'static str]) -> Self {
        self.exported = Exported::Only(codes);
        self
    }

    /// The same column, exported as a code where several records of `table` have the name;
    /// `id` is the column of the view that holds the record's id.
    #[must_use]
    pub const fn names(mut self, id: &'static str, table: &'static str) -> Self {
        self.exported = Exported::Named(id, table);
        self
    }

    /// The same column, which import finds under these headings too.
    #[must_use]
    pub const fn also(mut self, headings: &'static [&'static str]) -> Self {
        self.also = headings;
        self
    }

    /// The same column, for programs: CSV and JSON carry it, a table for people leaves it out.
    #[must_use]
    pub const fn for_programs(self) -> Self {
        self.minor(FOR_PROGRAMS)
    }

    /// A column of an ad-hoc query or of data that is named by the data.
    pub fn named(key: impl Into<String>, kind: Kind) -> Self {
        Self { key: Cow::Owned(key.into()), label: None, kind, minor: 0, exported: Exported::AsItIs, also: &[] }
    }
}

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
}

impl From<String> for Document {
    fn from(text: String) -> Self {
        Self { text, html: None }
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
}

/// A hint that proposes the next command.
pub fn next(command: impl Into<String>) -> Sentence {
    NEXT.with("command", Arg::Command(command.into()))
}
