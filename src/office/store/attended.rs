//! What a person was there for, which the first and the last day must leave room for.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::day;
use crate::db::Db;
use crate::office::rules;

/// Whether a person was on the staff on every day of a training attended by name.
///
/// # Errors
/// On one the person was not.
pub fn attendance_holds(db: &Db, code: &str) -> Result<()> {
    let sql = "SELECT t.code, a.attended_on FROM training_attendance a
               JOIN training t ON t.id = a.training_id AND t.void_reason IS NULL JOIN staff s ON s.id = a.staff_id
               WHERE s.code = :code AND a.void_reason IS NULL
                 AND (a.attended_on < s.since_on OR a.attended_on > s.left_on) ORDER BY a.attended_on LIMIT 1";
    let found: Option<(String, Option<NaiveDate>)> =
        db.row(sql, named_params! { ":code": code }, |row| Ok((row.get("code")?, day(row, "attended_on")?)))?;
    match found {
        Some((training, Some(on))) => Err(rules::attended(code, &training, on).into()),
        _ => Ok(()),
    }
}
