//! `--fields`, `--sort` and `--limit`, applied to any report in one place: to a question by
//! wrapping its SQL, to held rows in memory.

use rusqlite::types::Value;

use super::{Column, FOR_PROGRAMS, Kind, Query, Report, Rows, Table};
use crate::refusal::{KNOWN, Kind as No, Refusal, Rule, rule};
use crate::typed::{is_near, worded};
use crate::words::korean::composed;
use crate::words::{Sentence, Text, text};

/// A field that the answer does not have.
pub static NO_SUCH_FIELD: Rule = rule(No::Usage, "E0121", "'{field}' 열이 없습니다", "there is no field '{field}'");

const MEANT: Text = text("혹시 {near}?", "did you mean {near}?");

/// Which fields, in which order, how many rows.
#[derive(Clone, Debug, Default)]
pub struct Arrangement {
    /// Fields to keep, by key or label, in this order; empty keeps all.
    pub fields: Vec<String>,
    /// Sort keys; a leading `-` is descending.
    pub sort: Vec<String>,
    /// At most so many rows.
    pub limit: Option<usize>,
}

impl Report {
    /// Whether this report has every field that is asked for; a write looks before it commits.
    ///
    /// # Errors
    /// A field that is not among the columns is refused with their names.
    pub fn can_be(&self, how: &Arrangement) -> Result<(), Refusal> {
        how.fields.iter().chain(&how.sort).try_for_each(|key| self.main.position(key.trim_start_matches('-')).map(drop))
    }

    /// This report with the asked fields, order and length.
    ///
    /// # Errors
    /// A field that is not among the columns is refused with their names.
    pub fn arranged(mut self, how: &Arrangement) -> Result<Self, Refusal> {
        let fields = self.main.keys(&how.fields)?;
        self.main.sort(&how.sort)?;
        if !self.upright
            && let Some(limit) = how.limit
        {
            self.total = self.main.cut(limit).or(self.total);
        }
        if !fields.is_empty() {
            let kept = self.main.keep(&fields)?;
            self.totals = self.totals.map(|totals| kept.iter().map(|at| totals[*at].clone()).collect());
            self.parts.retain(|part| fields.iter().any(|field| field == part.key));
        }
        Ok(self)
    }
}

impl Table {
    /// Where a column is that was named by its key, or by its label in either language.
    fn position(&self, typed: &str) -> Result<usize, Refusal> {
        let name = composed(typed.trim()).to_lowercase();
        let labelled = |column: &Column| column.label.is_some_and(|label| label.ko == name || label.en.to_lowercase() == name);
        let by_key = self.columns.iter().position(|column| column.key.to_lowercase() == name);
        by_key.or_else(|| self.columns.iter().position(labelled)).ok_or_else(|| {
            let refusal = NO_SUCH_FIELD.with("field", typed);
            let near = self
                .columns
                .iter()
                .find(|column| is_near(&column.key, &name) || column.label.is_some_and(|label| is_near(label.ko, &name)));
            let refusal = match near {
                Some(near) => refusal.put_right(typed, &near.key, MEANT.with("near", worded(&near.key, near.label))),
                None => refusal,
            };
            refusal.seen(KNOWN, Sentence::listed(self.columns.iter().map(|column| worded(&column.key, column.label)).collect()))
        })
    }

    /// The keys of columns that were named.
    fn keys(&self, typed: &[String]) -> Result<Vec<String>, Refusal> {
        typed.iter().map(|typed| Ok(self.columns[self.position(typed)?].key.to_string())).collect()
    }

    fn sort(&mut self, keys: &[String]) -> Result<(), Refusal> {
        for key in keys.iter().rev() {
            let (name, descending) = key.strip_prefix('-').map_or((key.as_str(), false), |name| (name, true));
            let at = self.position(name)?;
            let (kind, name) = (self.columns[at].kind, self.columns[at].key.as_ref());
            match &mut self.rows {
                Rows::Held(rows) => {
                    rows.sort_by(|a, b| compare(&a[at], &b[at], descending));
                }
                Rows::Asked(query) => query.sort(name, kind, descending),
            }
        }
        Ok(())
    }

    /// Cuts held rows to `limit` and returns how many there were; a question is cut by its
    /// own limit, and whoever prints asks for the count.
    fn cut(&mut self, limit: usize) -> Option<i64> {
        match &mut self.rows {
            Rows::Held(rows) => {
                let all = rows.len();
                rows.truncate(limit);
                i64::try_from(all).ok()
            }
            Rows::Asked(query) => {
                query.limit = Some(query.limit.map_or(limit, |own| own.min(limit)));
                None
            }
        }
    }

    /// Keeps these fields and returns where they were; what is asked for is shown to people.
    fn keep(&mut self, fields: &[String]) -> Result<Vec<usize>, Refusal> {
        let kept = fields.iter().map(|field| self.position(field)).collect::<Result<Vec<_>, _>>()?;
        match &mut self.rows {
            Rows::Held(rows) => {
                for row in rows {
                    *row = kept.iter().map(|at| row[*at].clone()).collect();
                }
            }
            Rows::Asked(query) => {
                query.fields = fields.iter().map(|field| quoted(field)).collect();
            }
        }
        let asked = |column: &Column| if column.minor == FOR_PROGRAMS { column.clone().minor(0) } else { column.clone() };
        self.columns = kept.iter().map(|at| asked(&self.columns[*at])).collect();
        Ok(kept)
    }
}

impl Query {
    fn sort(&mut self, name: &str, kind: Kind, descending: bool) {
        let by = match (name, kind, descending) {
            ("code", Kind::Code, false) if !self.by_code.0.is_empty() => self.by_code.0.to_owned(),
            ("code", Kind::Code, true) if !self.by_code.1.is_empty() => self.by_code.1.to_owned(),
            (_, _, false) => format!("{} NULLS LAST", quoted(name)),
            (_, _, true) => format!("{} DESC NULLS LAST", quoted(name)),
        };
        self.order = if self.order.is_empty() { by } else { format!("{by}, {}", self.order) };
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Numbers by value, text by its code points, nothing last in either direction.
fn compare(a: &Value, b: &Value, descending: bool) -> std::cmp::Ordering {
    let order = match (a, b) {
        (Value::Null, Value::Null) => return std::cmp::Ordering::Equal,
        (Value::Null, _) => return std::cmp::Ordering::Greater,
        (_, Value::Null) => return std::cmp::Ordering::Less,
        (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
        (Value::Text(a), Value::Text(b)) => a.cmp(b),
        (Value::Real(a), Value::Real(b)) => a.total_cmp(b),
        (a, b) => format!("{a:?}").cmp(&format!("{b:?}")),
    };
    if descending { order.reverse() } else { order }
}
