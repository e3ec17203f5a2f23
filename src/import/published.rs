//! What offices published, kept as it was stated: a row without a code, told from others by what
//! it is of. The same row again is the same fact; another figure for it corrects it.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{Outcome, Row};
use crate::refusal::{Kind, Rule, rule};
use crate::session::Change;
use crate::typed::{Expected, ungrouped};
use crate::words::text;

static BACKWARDS: Rule =
    rule(Kind::Rule, "E0349", "끝나는 날 {to:이/가} 시작하는 날 {from}보다 앞섭니다", "it ends on {to}, before it begins on {from}");
const COUNT: Expected = Expected(text("0 이상의 정수가 필요합니다", "a whole number of 0 or more is needed"));

/// Columns with their values.
pub type Values = Vec<(&'static str, Value)>;

/// A whole number of 0 or more.
///
/// # Errors
/// Anything else.
pub fn count(typed: &str) -> Result<i64, Expected> {
    ungrouped(typed.trim()).parse().ok().filter(|count| (0..=10_000_000).contains(count)).ok_or(COUNT)
}

/// The period that a row is of, each of its ends the day of an `event`. Its figures are known
/// since its last day.
pub fn period(change: &Change, row: &Row, event: fn(&Change, &Row, &str) -> Option<NaiveDate>) -> Option<(NaiveDate, NaiveDate)> {
    let day = |key: &str| row.needed(key).and_then(|()| event(change, row, key));
    let (from, to) = (day("period_start"), day("period_end"));
    let (from, to) = (from?, to?);
    if to < from {
        row.refused("period_end", &BACKWARDS.with("from", from).with("to", to));
        return None;
    }
    Some((from, to))
}

/// Keeps the figures `values` of a row under the `key` that tells it from others, in a table
/// whose rows are known since a day.
///
/// # Errors
/// Whatever SQLite says.
pub fn keep(change: &Change, row: &Row, table: &str, key: Option<Values>, values: Values, known_on: NaiveDate) -> Result<Outcome> {
    let Some(key) = key.filter(|_| !row.is_wrong()) else { return Ok(Outcome::Same(String::new())) };
    let said: Vec<String> = key.iter().filter_map(|(_, value)| shown(value)).collect();
    let said = said.join(" ");
    if !row.once(key.first().map_or("", |(column, _)| column), &format!("{table} {said}")) {
        return Ok(Outcome::Same(String::new()));
    }
    let same: Vec<String> = key.iter().enumerate().map(|(at, (column, _))| format!("{column} IS ?{}", at + 1)).collect();
    let sql = format!("SELECT id FROM {table} WHERE {} ORDER BY id LIMIT 1", same.join(" AND "));
    let known: Option<i64> = change.row(&sql, params_from_iter(key.iter().map(|(_, value)| value)), |row| row.get(0))?;
    let Some(id) = known else {
        let mut columns = key;
        columns.extend(values);
        columns.push(("known_on", change.today().min(known_on).to_string().into()));
        change.insert_row(table, &columns)?;
        return Ok(Outcome::New(said));
    };
    let values = change.differing(table, id, values)?;
    change.update(table, id, &values)?;
    let columns: Vec<&str> = values.iter().map(|(column, _)| *column).collect();
    Ok(if columns.is_empty() { Outcome::Same(said) } else { Outcome::Changed(said, columns.join(", ")) })
}

fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Integer(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}
