//! The SQL by which what is given to an entry is recorded: scores and conflicts, and their
//! voiding.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::Kept;
use crate::db::Db;
use crate::evaluate::rules::{self, On};
use crate::office::store::day;
use crate::session::Change;

/// A score to be recorded: the columns that name its row, and its points.
pub struct Score<'a> {
    /// The table.
    pub table: &'static str,
    /// What names the row.
    pub of: &'a [(&'static str, i64)],
    /// The points, in hundredths.
    pub points: i64,
    /// The day it was given.
    pub on: On,
}

/// Records a score, or corrects it.
///
/// # Errors
/// It stands, and another day was given for it.
pub fn score(change: &Change, score: &Score) -> Result<Kept> {
    let scored_on = Value::from(score.on.day.to_string());
    let mut values: Vec<(&str, Value)> = score.of.iter().map(|(column, id)| (*column, (*id).into())).collect();
    values.extend([("points", score.points.into()), ("scored_on", scored_on.clone())]);
    if change.insert_where_new(score.table, &values)? {
        return Ok(Kept::New);
    }
    let conditions: Vec<String> = score.of.iter().enumerate().map(|(at, (column, _))| format!("{column} = ?{}", at + 1)).collect();
    let sql = format!(
        "SELECT id, points, CASE WHEN void_reason IS NULL THEN scored_on END AS stands_on FROM {} WHERE {}",
        score.table,
        conditions.join(" AND ")
    );
    let of = rusqlite::params_from_iter(score.of.iter().map(|(_, id)| *id));
    let before: Option<(i64, i64, Option<NaiveDate>)> =
        change.row(&sql, of, |row| Ok((row.get(0)?, row.get(1)?, day(row, "stands_on")?)))?;
    let (id, points, stands_on) = before.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let Some(stands) = stands_on else {
        let values = [("points", score.points.into()), ("scored_on", scored_on), ("void_reason", Value::Null)];
        change.update(score.table, id, &values)?;
        return Ok(Kept::New);
    };
    rules::keeps_day(score.on, stands)?;
    if points == score.points {
        return Ok(Kept::Same);
    }
    change.update(score.table, id, &[("points", score.points.into())])?;
    Ok(Kept::Was(Some(points)))
}

/// The most points that were given in a criterion or a component, if any.
pub fn highest(db: &Db, table: &str, column: &str, id: i64) -> Result<Option<i64>> {
    let sql = format!("SELECT max(points) FROM {table} WHERE {column} = :id AND void_reason IS NULL");
    Ok(db.row(&sql, named_params! { ":id": id }, |row| row.get(0))?.flatten())
}

/// Records a conflict of a rater with an entry, or its reason anew.
///
/// # Errors
/// It stands, and another day was given for it.
pub fn conflict(change: &Change, entry: i64, rater: i64, on: On, reason: &str) -> Result<Kept> {
    let sql = "SELECT id, CASE WHEN void_reason IS NULL THEN declared_on END AS stands_on
                 FROM rater_conflict WHERE entry_id = :entry AND rater_id = :rater";
    let of = named_params! { ":entry": entry, ":rater": rater };
    let known: Option<(i64, Option<NaiveDate>)> = change.row(sql, of, |row| Ok((row.get(0)?, day(row, "stands_on")?)))?;
    let mut values: Vec<(&str, Value)> = vec![("reason", reason.to_owned().into())];
    let stands = known.and_then(|(_, stands)| stands);
    match stands {
        Some(stands) => rules::keeps_day(on, stands)?,
        None => values.push(("declared_on", on.day.to_string().into())),
    }
    if let Some((id, _)) = known {
        values.push(("void_reason", Value::Null));
        let values = change.differing("rater_conflict", id, values)?;
        change.update("rater_conflict", id, &values)?;
        return Ok(match stands {
            None => Kept::New,
            Some(_) if values.is_empty() => Kept::Same,
            Some(_) => Kept::Was(None),
        });
    }
    values.extend([("entry_id", entry.into()), ("rater_id", rater.into())]);
    change.insert_row("rater_conflict", &values)?;
    Ok(Kept::New)
}

/// Records bonus points; returns their id.
pub fn bonus(change: &Change, entry: i64, points: i64, reason: &str, on: NaiveDate) -> Result<i64> {
    let values = [
        ("entry_id", entry.into()),
        ("points", points.into()),
        ("reason", reason.to_owned().into()),
        ("granted_on", on.to_string().into()),
    ];
    Ok(change.insert_row("eval_bonus", &values)?)
}

/// The bonuses of an entry that are of so many points for this reason.
pub fn bonuses(db: &Db, entry: i64, points: i64, reason: &str) -> Result<Vec<i64>> {
    let sql =
        "SELECT id FROM eval_bonus WHERE entry_id = :entry AND points = :points AND reason = :reason AND void_reason IS NULL ORDER BY id";
    Ok(db.rows(sql, named_params! { ":entry": entry, ":points": points, ":reason": reason }, |row| row.get(0))?)
}

/// Voids the rows of a table that belong to an entry and, where one is given, to a rater or a
/// component.
pub fn void_of_entry(change: &Change, table: &str, entry: i64, by: Option<(&str, i64)>, reason: &str) -> Result<()> {
    let condition = by.map_or_else(String::new, |(column, id)| format!(" AND {column} = {id}"));
    let sql = format!("UPDATE {table} SET void_reason = :reason WHERE entry_id = :entry AND void_reason IS NULL{condition}");
    change.execute(&sql, named_params! { ":reason": reason, ":entry": entry })?;
    Ok(())
}
