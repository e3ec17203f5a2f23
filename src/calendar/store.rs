//! The calendar's SQL.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::rules::Holiday;
use crate::db::Db;
use crate::session::Change;

/// Fills the days from 2000 to 2099.
pub fn fill_days(db: &Db) -> Result<()> {
    let mut insert = db.prepare("INSERT INTO day (no, date, weekday, weekdays) VALUES (:no, :date, :weekday, :weekdays)")?;
    for (no, date, weekday, weekdays) in super::rules::bare_days() {
        insert.execute(named_params! { ":no": no, ":date": date.to_string(), ":weekday": weekday, ":weekdays": weekdays })?;
    }
    Ok(())
}

/// Records a holiday.
pub fn insert(change: &Change, holiday: &Holiday) -> Result<()> {
    insert_with(change, holiday, holiday.source)
}

/// Records a holiday with a source that was typed.
pub fn insert_with(change: &Change, holiday: &Holiday, source: &str) -> Result<()> {
    change.insert(
        "INSERT INTO holiday (date, name, kind, announced_on, source)
         VALUES (:date, :name, :kind, :announced_on, :source)",
        named_params! {
            ":date": holiday.date.to_string(), ":name": holiday.name, ":kind": holiday.kind,
            ":announced_on": holiday.announced_on.to_string(), ":source": Some(source).filter(|source| !source.is_empty()),
        },
    )?;
    Ok(())
}

/// The id of the holiday of this day and name.
pub fn find(db: &Db, date: NaiveDate, name: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM holiday WHERE date = :date AND name = :name AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":date": date.to_string(), ":name": name }, |row| row.get(0))?)
}

/// The names of the holidays of one day.
pub fn names_on(db: &Db, date: NaiveDate) -> Result<Vec<String>> {
    let sql = "SELECT name FROM holiday WHERE date = :date AND void_reason IS NULL ORDER BY name";
    Ok(db.rows(sql, named_params! { ":date": date.to_string() }, |row| row.get(0))?)
}

/// Voids a holiday.
pub fn void(change: &Change, id: i64, reason: &str) -> Result<()> {
    let sql = "UPDATE holiday SET void_reason = :reason WHERE id = :id";
    change.execute(sql, named_params! { ":id": id, ":reason": reason })?;
    Ok(())
}

/// An open clock's due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The case's code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its due day.
    pub due: String,
}

/// Every open clock with its due day.
pub fn deadlines(db: &Db) -> Result<Vec<Deadline>> {
    Ok(db.rows("SELECT code, title, due FROM due ORDER BY code", (), |row| {
        Ok(Deadline { code: row.get("code")?, title: row.get("title")?, due: row.get("due")? })
    })?)
}

/// The red days and the days off of a year.
pub fn year_totals(db: &Db, year: i32) -> Result<(i64, i64)> {
    let sql = "SELECT red_days, days_off FROM calendar_year WHERE year = :year";
    Ok(db.row(sql, named_params! { ":year": year }, |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}
