//! The SQL of progress.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{named_params, params};

use crate::db::Db;
use crate::office::store::day;
use crate::session::Change;
use crate::typed::Month;

/// What was reported for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its id.
    pub id: i64,
    /// Per cent done.
    pub percent: i64,
    /// In words.
    pub note: Option<String>,
}

/// Every report of a task by its day.
pub fn of_task(db: &Db, task_id: i64) -> Result<BTreeMap<NaiveDate, Logged>> {
    let sql = "SELECT reported_on, id, percent, note FROM progress WHERE task_id = :task AND void_reason IS NULL";
    let reports = db.rows(sql, named_params! { ":task": task_id }, |row| {
        Ok((day(row, 0)?.unwrap_or_default(), Logged { id: row.get(1)?, percent: row.get(2)?, note: row.get(3)? }))
    })?;
    Ok(reports.into_iter().collect())
}

/// The report of a task for a day, if there is one.
pub fn known(db: &Db, task_id: i64, on: NaiveDate) -> Result<Option<Logged>> {
    let sql = "SELECT id, percent, note FROM progress WHERE task_id = :task AND reported_on = :on AND void_reason IS NULL";
    let params = named_params! { ":task": task_id, ":on": on.to_string() };
    Ok(db.row(sql, params, |row| Ok(Logged { id: row.get("id")?, percent: row.get("percent")?, note: row.get("note")? }))?)
}

/// The last percentage reported before a day.
pub fn before(db: &Db, task_id: i64, on: NaiveDate) -> Result<Option<i64>> {
    let sql = "SELECT percent FROM progress WHERE task_id = :task AND reported_on < :on AND void_reason IS NULL
               ORDER BY reported_on DESC LIMIT 1";
    Ok(db.row(sql, named_params! { ":task": task_id, ":on": on.to_string() }, |row| row.get(0))?)
}

/// The first day after `on` for which there is a report.
pub fn after(db: &Db, task_id: i64, on: NaiveDate) -> Result<Option<NaiveDate>> {
    let sql = "SELECT reported_on FROM progress WHERE task_id = :task AND reported_on > :on AND void_reason IS NULL
               ORDER BY reported_on LIMIT 1";
    let day: Option<String> = db.row(sql, named_params! { ":task": task_id, ":on": on.to_string() }, |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// The last report of a task: its day and the percentage.
pub fn last(db: &Db, task_id: i64) -> Result<Option<(NaiveDate, i64)>> {
    let sql = "SELECT reported_on, percent FROM progress WHERE task_id = :task AND void_reason IS NULL ORDER BY reported_on DESC LIMIT 1";
    Ok(db.row(sql, named_params! { ":task": task_id }, |row| Ok((day(row, "reported_on")?.unwrap_or_default(), row.get("percent")?)))?)
}

/// The days a task has reports of, the nearest to `on` first.
pub fn near(db: &Db, task_id: i64, on: NaiveDate) -> Result<Vec<NaiveDate>> {
    let sql = "SELECT reported_on FROM progress WHERE task_id = :task AND void_reason IS NULL ORDER BY reported_on";
    let days: Vec<String> = db.rows(sql, named_params! { ":task": task_id }, |row| row.get(0))?;
    let mut days: Vec<NaiveDate> = days.into_iter().filter_map(|day| day.parse().ok()).collect();
    days.sort_by_key(|day| (*day - on).num_days().abs());
    Ok(days)
}

/// Records a report and returns its id.
pub fn insert(change: &Change, task_id: i64, on: &str, percent: i64, note: Option<&str>) -> Result<i64> {
    Ok(change.insert(
        "INSERT INTO progress (task_id, reported_on, percent, note) VALUES (?1, ?2, ?3, ?4)",
        params![task_id, on, percent, note],
    )?)
}

/// Corrects a report; without a note the earlier one stays. Returns what differs.
pub fn correct(change: &Change, logged: &Logged, percent: i64, note: Option<&str>) -> Result<Vec<&'static str>> {
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    if percent != logged.percent {
        values.push(("percent", percent.into()));
    }
    if let Some(note) = note.filter(|note| logged.note.as_deref() != Some(note)) {
        values.push(("note", note.to_owned().into()));
    }
    change.update("progress", logged.id, &values)?;
    Ok(values.into_iter().map(|(column, _)| column).collect())
}

/// The tasks that owe a report for a month, those of every year or of one:
/// `code,title,department,lead,last_on`.
pub fn missing(db: &Db, month: Month, year: Option<i32>) -> Result<Vec<Vec<Value>>> {
    let of_the_year = if year.is_some() { "AND year = :year" } else { "AND :year IS NULL" };
    let sql = format!(
        "SELECT code, title, department, lead, last_on FROM progress_missing WHERE since = :first {of_the_year}
          ORDER BY department_id, year, task_seq"
    );
    Ok(db.cells(&sql, named_params! { ":first": month.first_day().to_string(), ":year": year })?)
}

/// A task that owes a report for a month.
#[derive(Clone, Debug)]
pub struct Owed {
    /// Its department: id, code and name.
    pub department: (i64, String, String),
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
}

/// The tasks that owe a report for a month, with their departments.
pub fn owed(db: &Db, month: Month) -> Result<Vec<Owed>> {
    let sql = "SELECT m.department_id, n.code AS department_code, n.name AS department, m.code, m.title
                 FROM progress_missing m JOIN department_name n ON n.id = m.department_id
                WHERE m.since = :first ORDER BY m.department_id, m.year, m.task_seq";
    Ok(db.rows(sql, named_params! { ":first": month.first_day().to_string() }, |row| {
        let department = (row.get("department_id")?, row.get("department_code")?, row.get("department")?);
        Ok(Owed { department, code: row.get("code")?, title: row.get("title")? })
    })?)
}
