//! The SQL of training.

mod coverage;

pub use coverage::{Asked, Attendance, coverage_by_session, coverage_each, coverage_of_year, persons, sitting};

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::TRAININGS;
use super::rules::{self, Member};
use crate::db::Db;
use crate::numbering;
use crate::office::store::{self as office, day};
use crate::session::Change;

/// What codes of sessions begin with.
pub(super) const PREFIX: &str = "TR";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// In which months a training is owed.
#[derive(Clone, Copy, Debug)]
pub struct Schedule<'a> {
    /// From this year on.
    pub from_year: i32,
    /// The months, 1 to 12, each once.
    pub months: &'a [u32],
    /// What is owed.
    pub title: &'a str,
    /// Where that is written.
    pub source: Option<&'a str>,
}

/// Sets the months in which a training is owed.
pub fn schedule(change: &Change, schedule: Schedule<'_>, on: NaiveDate) -> Result<()> {
    let Schedule { from_year, months, title, source } = schedule;
    let id = change.insert(
        "INSERT INTO training_schedule (from_year, title, set_on, source) VALUES (:year, :title, :on, :source)",
        named_params! { ":year": from_year, ":title": title, ":on": on.to_string(), ":source": source },
    )?;
    for month in months {
        change.insert(
            "INSERT INTO training_schedule_month (schedule_id, month, set_on) VALUES (:id, :month, :on)",
            named_params! { ":id": id, ":month": format!("{month:02}"), ":on": on.to_string() },
        )?;
    }
    Ok(())
}

/// A session as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Training {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its topic.
    pub title: String,
    /// The day or month it is planned for.
    pub planned: Option<String>,
    /// The day it was held.
    pub held_on: Option<NaiveDate>,
    /// Since when it is known.
    pub set_on: NaiveDate,
    /// Whose it was, where it was another office's.
    pub org: Option<String>,
    /// Whether it was voided.
    pub is_void: bool,
}

/// The session of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Training> {
    let code = code.to_uppercase();
    match known(db, &code)? {
        Some(training) => Ok(training),
        None => Err(TRAININGS.missing(db, &code)?.into()),
    }
}

/// The session of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Training>> {
    Ok(db.row(&format!("{SELECT} WHERE code = :code"), named_params! { ":code": code }, training)?)
}

/// The session of a topic, a day or month and an office, if there is one.
pub fn like(db: &Db, title: &str, date: &str, org: Option<&str>) -> Result<Option<Training>> {
    let sql = format!(
        "{SELECT} WHERE title = :title AND (held_on = :date OR planned = :date) AND coalesce(org, '') = coalesce(:org, '')
            AND void_reason IS NULL ORDER BY id LIMIT 1"
    );
    Ok(db.row(&sql, named_params! { ":title": title, ":date": date, ":org": org }, training)?)
}

const SELECT: &str = "SELECT id, code, title, planned, held_on, set_on, org, void_reason IS NOT NULL AS is_void FROM training";

fn training(row: &Row) -> rusqlite::Result<Training> {
    Ok(Training {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        planned: row.get("planned")?,
        held_on: day(row, "held_on")?,
        set_on: day(row, "set_on")?.unwrap_or_default(),
        org: row.get("org")?,
        is_void: row.get("is_void")?,
    })
}

/// Records a session and returns its code.
pub fn insert(change: &Change, year: i32, code: Option<&str>, mut values: Vec<(&'static str, Value)>) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, year, DIGITS, code)?;
    values.extend([("code", code.clone().into()), ("year", i64::from(year).into()), ("seq", seq.into())]);
    change.insert_row("training", &values)?;
    Ok(code)
}

/// Whether a session whose attendance was recorded was held, as when that was taken back.
///
/// # Errors
/// It was not.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    let training = find(db, code)?;
    let sql = "SELECT EXISTS (SELECT 1 FROM training_attendance WHERE training_id = :id AND void_reason IS NULL)";
    let is_attended = db.row(sql, named_params! { ":id": training.id }, |row| row.get(0))?.unwrap_or(false);
    if !is_attended || training.is_void {
        return Ok(());
    }
    Ok(rules::held(&training.code, training.held_on, training.planned.as_deref()).map(drop)?)
}

/// Moves the attendance of a session to the day it was held on.
pub fn move_attendance(change: &Change, id: i64, on: NaiveDate) -> Result<()> {
    change.execute(
        "UPDATE training_attendance SET attended_on = :on WHERE training_id = :id AND attended_on <> :on",
        named_params! { ":id": id, ":on": on.to_string() },
    )?;
    Ok(())
}

/// Another office's name as it is kept: none for this office's own.
pub fn foreign(db: &Db, org: Option<String>) -> Result<Option<String>> {
    let (_, own) = office::office(db)?;
    Ok(org.filter(|org| *org != own))
}

/// The months of a year in which a training is owed, `YYYY-MM`.
pub fn owed_months(db: &Db, year: i32) -> Result<Vec<String>> {
    let sql = "SELECT month FROM training_month WHERE year = :year ORDER BY month";
    Ok(db.rows(sql, named_params! { ":year": year }, |row| row.get(0))?)
}

/// Whether a session is to be attended by all and is for no owed month.
pub fn counts_alone(db: &Db, id: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM training_for WHERE training_id = :id AND month IS NULL)";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?.unwrap_or(false))
}

/// The months in which nothing was held though the month has begun, `YYYY-MM`.
pub fn still_owed(db: &Db, year: i32) -> Result<Vec<String>> {
    let sql = "SELECT month FROM training_due WHERE year = :year AND state IN ('owed', 'overdue') ORDER BY month";
    Ok(db.rows(sql, named_params! { ":year": year }, |row| row.get(0))?)
}

/// Records that a person attended; whether that was new.
pub fn attend(change: &Change, training: &Training, staff_id: i64, on: NaiveDate) -> Result<bool> {
    if attendance_of_person(change, training.id, staff_id)?.is_some() {
        return Ok(false);
    }
    change.insert(
        "INSERT INTO training_attendance (training_id, staff_id, attended_on) VALUES (:training, :staff, :on)",
        named_params! { ":training": training.id, ":staff": staff_id, ":on": on.to_string() },
    )?;
    Ok(true)
}

/// Records how many of a department attended, and returns what was recorded before.
pub fn count(change: &Change, training: &Training, department_id: i64, headcount: i64, on: NaiveDate) -> Result<Option<i64>> {
    if let Some((id, before)) = attendance_of_department(change, training.id, department_id)? {
        if before != headcount {
            change.update("training_attendance", id, &[("headcount", headcount.into())])?;
        }
        return Ok(Some(before));
    }
    change.insert(
        "INSERT INTO training_attendance (training_id, department_id, headcount, attended_on) VALUES (:training, :department, :count, :on)",
        named_params! { ":training": training.id, ":department": department_id, ":count": headcount, ":on": on.to_string() },
    )?;
    Ok(None)
}

/// The attendance of a person at a session, if there is one.
pub fn attendance_of_person(db: &Db, training_id: i64, staff_id: i64) -> Result<Option<i64>> {
    let sql = "SELECT id FROM training_attendance WHERE training_id = :training AND staff_id = :staff AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":training": training_id, ":staff": staff_id }, |row| row.get(0))?)
}

/// The count of a department at a session, if there is one: its id and the count.
pub fn attendance_of_department(db: &Db, training_id: i64, department_id: i64) -> Result<Option<(i64, i64)>> {
    let sql = "SELECT id, headcount FROM training_attendance
                WHERE training_id = :training AND department_id = :department AND void_reason IS NULL";
    let params = named_params! { ":training": training_id, ":department": department_id };
    Ok(db.row(sql, params, |row| Ok((row.get("id")?, row.get("headcount")?)))?)
}

/// How many belonged to a department on a day.
pub fn members(db: &Db, department_id: i64, on: NaiveDate) -> Result<i64> {
    let sql = "SELECT count(*) FROM staff s
                LEFT JOIN staff_transfer t ON t.id = (SELECT m.id FROM staff_transfer m
                  WHERE m.staff_id = s.id AND m.moved_on <= :on ORDER BY m.moved_on DESC, m.id DESC LIMIT 1)
                WHERE s.void_reason IS NULL AND s.since_on <= :on AND (s.left_on IS NULL OR s.left_on >= :on)
                  AND coalesce(t.department_id, s.department_id) = :department";
    let params = named_params! { ":on": on.to_string(), ":department": department_id };
    Ok(db.row(sql, params, |row| row.get(0))?.unwrap_or(0))
}

/// How many of a department are recorded at a session by name.
pub fn named(db: &Db, code: &str, department_id: i64) -> Result<i64> {
    let sql = "SELECT count(*) FROM training_attended WHERE session = :code AND department_id = :department AND staff_code IS NOT NULL";
    Ok(db.row(sql, named_params! { ":code": code, ":department": department_id }, |row| row.get(0))?.unwrap_or(0))
}

/// The attendance of a session: the columns of the register of attendance but the first two.
pub fn attendance(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT attended_on, department, staff_code, staff, headcount FROM training_attended
                WHERE session = :code ORDER BY department_id, headcount NULLS FIRST, staff_code, id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}

/// Somebody who is recorded at a session by name.
#[derive(Clone, Debug)]
pub struct Named {
    code: String,
    name: String,
    since: NaiveDate,
    left: Option<NaiveDate>,
}

impl Named {
    /// The person as rules need it.
    pub fn as_member(&self) -> Member<'_> {
        Member { code: &self.code, name: &self.name, since: self.since, left: self.left }
    }
}

/// Who is recorded at a session by name.
pub fn named_members(db: &Db, training_id: i64) -> Result<Vec<Named>> {
    let sql = "SELECT s.code, s.name, s.since_on, s.left_on FROM training_attendance a JOIN staff s ON s.id = a.staff_id
                WHERE a.training_id = :training AND a.void_reason IS NULL ORDER BY s.code";
    Ok(db.rows(sql, named_params! { ":training": training_id }, |row| {
        Ok(Named {
            code: row.get("code")?,
            name: row.get("name")?,
            since: day(row, "since_on")?.unwrap_or_default(),
            left: day(row, "left_on")?,
        })
    })?)
}

/// What is owed in a year: the columns of `training due`.
pub fn due(db: &Db, year: i32) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT month, title, due, state, session, held_on, source FROM training_due WHERE year = :year ORDER BY month";
    Ok(db.cells(sql, named_params! { ":year": year })?)
}

/// Where it is written what is owed in a year.
pub fn sources(db: &Db, year: i32) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT source FROM training_month WHERE year = :year AND source IS NOT NULL ORDER BY source";
    Ok(db.rows(sql, named_params! { ":year": year }, |row| row.get(0))?)
}
