//! The SQL of what offices published, and of officials told apart without a code.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{Reward, find};
use crate::db::Db;
use crate::session::Change;

/// What tells one official from another where no code does.
const NATURAL: [&str; 8] = ["half", "org", "kind", "grade", "place", "case_title", "staff_id", "name"];

/// The reward of a year that is like `values` in all that tells one from another, if there is
/// one.
pub fn like(db: &Db, year: i32, values: &[(&'static str, Value)]) -> Result<Option<Reward>> {
    let of = |key: &str| values.iter().find(|(column, _)| *column == key).map_or(Value::Null, |(_, value)| value.clone());
    let same: Vec<String> = NATURAL.iter().enumerate().map(|(at, key)| format!("{key} IS ?{}", at + 2)).collect();
    let sql = format!("SELECT code FROM reward WHERE year = ?1 AND {} AND void_reason IS NULL ORDER BY id LIMIT 1", same.join(" AND "));
    let params = std::iter::once(i64::from(year).into()).chain(NATURAL.iter().map(|key| of(key)));
    let code: Option<String> = db.row(&sql, params_from_iter(params), |row| row.get(0))?;
    code.map(|code| find(db, &code)).transpose()
}

/// What keeping came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// It is new.
    New,
    /// It was so already.
    Same,
    /// These columns were otherwise before.
    Corrected(String),
}

/// Keeps what an office published under what tells it from others; it is known since its year
/// began.
pub fn keep_published(
    change: &Change,
    table: &str,
    key: Vec<(&'static str, Value)>,
    values: Vec<(&'static str, Value)>,
) -> Result<Published> {
    let same: Vec<String> = key.iter().enumerate().map(|(at, (column, _))| format!("{column} IS ?{}", at + 1)).collect();
    let sql = format!("SELECT id FROM {table} WHERE {} ORDER BY id LIMIT 1", same.join(" AND "));
    let known: Option<i64> = change.row(&sql, params_from_iter(key.iter().map(|(_, value)| value)), |row| row.get(0))?;
    let Some(id) = known else {
        let year = key.iter().find_map(|(_, value)| if let Value::Integer(year) = value { i32::try_from(*year).ok() } else { None });
        let first = year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)).unwrap_or_default();
        let mut row = key;
        row.extend(values);
        row.push(("known_on", change.today().min(first).to_string().into()));
        change.insert_row(table, &row)?;
        return Ok(Published::New);
    };
    let values = change.differing(table, id, values)?;
    change.update(table, id, &values)?;
    let columns: Vec<&str> = values.iter().map(|(column, _)| *column).collect();
    Ok(if columns.is_empty() { Published::Same } else { Published::Corrected(columns.join(", ")) })
}
