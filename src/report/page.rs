//! The page that a report is written on: language, width, dates asked for, and the file that
//! its questions are put to. Every writer knows it, and it knows none of them.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::{Value, ValueRef};

use super::shown::in_seoul;
use super::{Counted, Report, Rows, Table};
use crate::db::{Db, KnownAt};
use crate::words::{Lang, Text, text};

/// What a writer needs to know besides the report.
pub struct Page<'a> {
    /// The language of people's formats.
    pub lang: Lang,
    /// Columns of the terminal; none is as wide as it takes.
    pub width: Option<usize>,
    /// Whether to colour.
    pub colour: bool,
    /// Whether a CSV begins with a byte-order mark.
    pub mark: bool,
    /// Whether a CSV is a sheet for people: headings and values in their language.
    pub labels: bool,
    /// The `--as-of` day.
    pub as_of: Option<NaiveDate>,
    /// The `--known-at` time.
    pub known_at: Option<&'a KnownAt>,
    /// The file that questions are put to; none where a report has only held rows.
    pub db: Option<&'a Db>,
}

impl Table {
    /// Every row.
    pub(super) fn held_rows(&self, page: &Page) -> Result<Vec<Vec<Value>>> {
        let mut held = Vec::new();
        self.for_each(page, |row| {
            held.push(row.to_vec());
            Ok(())
        })?;
        Ok(held)
    }

    /// Calls `each` with every row, asking the file for them one at a time when they are not
    /// held.
    pub(crate) fn for_each(&self, page: &Page, mut each: impl FnMut(&[Value]) -> Result<()>) -> Result<()> {
        match &self.rows {
            Rows::Held(rows) => rows.iter().try_for_each(|row| each(row)),
            Rows::Asked(query) => {
                let db = page.db.ok_or_else(|| anyhow::anyhow!("a question without a file"))?;
                let mut asked = db.prepare(&query.sql()).map_err(|error| db.refused(error))?;
                let mut rows = asked.query(rusqlite::params_from_iter(&query.params)).map_err(|error| db.refused(error))?;
                let mut row = vec![Value::Null; self.columns.len()];
                let mut bytes = 0;
                while let Some(found) = rows.next().map_err(|error| db.refused(error))? {
                    for (at, cell) in row.iter_mut().enumerate() {
                        *cell = value(found.get_ref(at)?);
                    }
                    if let Some(guard) = db.guard() {
                        bytes += row.iter().map(size).sum::<usize>();
                        guard.outputs(bytes)?;
                    }
                    each(&row)?;
                }
                Ok(())
            }
        }
    }

    /// How many rows there are without the limit.
    pub(crate) fn count(&self, page: &Page) -> Result<i64> {
        match (&self.rows, page.db) {
            (Rows::Held(rows), _) => Ok(i64::try_from(rows.len())?),
            (Rows::Asked(query), Some(db)) => {
                let sql = match &query.counted {
                    Some(Counted::Already(count)) => return Ok(*count),
                    Some(Counted::By { as_of, .. }) if page.as_of.is_some() => as_of.clone(),
                    Some(Counted::By { now, .. }) if page.known_at.is_none() => now.clone(),
                    _ => format!("SELECT count(*) FROM ({})", query.select),
                };
                let count = || db.prepare(&sql)?.query_row(rusqlite::params_from_iter(&query.params), |row| row.get(0));
                count().map_err(|error| db.refused(error))
            }
            (Rows::Asked(_), None) => Ok(0),
        }
    }
}

/// A cell as it was found; text that is not UTF-8, which only a query can make, is mended.
fn value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

/// About how many bytes a cell takes in the answer.
fn size(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len() + 1,
        Value::Blob(bytes) => bytes.len() * 2 + 1,
        _ => 8,
    }
}

const AS_OF: Text = text("{title} ({day} 현재)", "{title}, as of {day}");
const KNOWN_AT: Text = text("{title} ({entry}번 기록까지 반영)", "{title}, as known at entry {entry}");
const KNOWN_BY: Text = text("{title} ({at}까지 기록된 것 반영)", "{title}, as known at {at}");

/// The heading of a report for people, with the day and the time it is given for.
pub(super) fn heading(report: &Report, page: &Page) -> Option<String> {
    let title = report.title.clone()?;
    let title = match page.as_of {
        Some(day) => AS_OF.with("title", title).with("day", day),
        None => title,
    };
    let title = match page.known_at {
        Some(KnownAt::Entry(entry)) => KNOWN_AT.with("title", title).with("entry", *entry),
        Some(KnownAt::Instant(at)) => KNOWN_BY.with("title", title).with("at", in_seoul(at)),
        None => title,
    };
    Some(title.render(page.lang))
}
