//! The SQL of officials told apart without a code.

use anyhow::Result;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{Reward, find};
use crate::db::Db;

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
