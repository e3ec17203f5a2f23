//! How a row becomes an activity: a code names one; without a code, a day, an event, what was
//! done and by whom. What was decided about it, and what was paid out, are acts of their own.

use std::path::Path;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;

use super::store::{self, Activity};
use super::{BY_HAND, LEDGER, rules};
use crate::calendar::import as calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::store as office;
use crate::report::{Column, Report};
use crate::session::{Change, Session};
use crate::task;
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "승인하거나 제외한 점수, 쓴 점수, 점수 규칙은 파일에 없습니다",
    "points approved or rejected, points redeemed and the rules of points are not in the file",
);

/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 6] = [
    ("kind", "incentive show"),
    ("source", "incentive show"),
    ("points", "incentive approve"),
    ("state", "incentive approve"),
    ("decided_on", "incentive approve"),
    ("reason", "incentive reject"),
];

/// Imports activities; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "incentive import", file, &move || Box::new(Activities { new }))
}

struct Activities {
    new: bool,
}

struct Told {
    code: Option<String>,
    title: String,
    event: &'static str,
    happened_on: NaiveDate,
    staff_id: Option<i64>,
    department_id: i64,
    task_id: Option<i64>,
}

impl Importer for Activities {
    fn columns(&self) -> Vec<Column> {
        LEDGER.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title", "event", "happened_on"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = told(change, row)? else { return Ok(Outcome::Same(String::new())) };
        if row.is_wrong() {
            return Ok(Outcome::Same(String::new()));
        }
        let holder = (told.staff_id, told.department_id);
        let known = match &told.code {
            Some(code) => store::line(change, code)?.filter(|line| line.table == store::ACTIVITIES).map(|_| code.clone()),
            None if self.new => None,
            None => store::like(change, told.happened_on, told.event, &told.title, holder)?,
        };
        match known {
            None => insert(change, row, told),
            Some(code) => amend(change, row, &code, &told),
        }
    }
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let title = row.required("title", typed::title);
    let event = event(row);
    let happened_on = row.needed("happened_on").and_then(|()| calendar::event(change, row, "happened_on"));
    let day = happened_on.unwrap_or_else(|| change.today());
    let department = row.named("department", |typed| office::department_on(change, typed, day))?;
    let there = department.as_ref().map(|department| department.id);
    let person = row.named("staff", |typed| office::person_there(change, &office::person_of(change, typed, there)?.code, day))?;
    let staff_id = person.as_ref().map(|person| person.id);
    let department_id = department.map(|department| department.id).or(person.map(|person| person.department_id));
    let task_id = row.named("task", |code| task::store::find(change, &code.to_uppercase()))?.map(|task| task.id);
    if let (None, Err(refusal)) = (department_id, rules::whose(row.given("staff").or(row.given("department")).is_some())) {
        row.refused("staff", &refusal);
    }
    let (Some(title), Some(event), Some(happened_on), Some(department_id)) = (title, event, happened_on, department_id) else {
        return Ok(None);
    };
    Ok(Some(Told { code, title, event, happened_on, staff_id, department_id, task_id }))
}

/// An event that is recorded by hand.
fn event(row: &Row) -> Option<&'static str> {
    if row.given("event").is_none() {
        row.required("event", typed::title);
    }
    row.term("event", BY_HAND)
}

fn columns(told: &Told) -> Vec<(&'static str, Value)> {
    vec![
        ("title", told.title.clone().into()),
        ("event", told.event.to_owned().into()),
        ("staff_id", told.staff_id.into()),
        ("department_id", told.department_id.into()),
        ("task_id", told.task_id.into()),
    ]
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::ACTIVITY, told.happened_on.year())) {
        row.refused("code", &refusal);
        return Ok(Outcome::Same(String::new()));
    }
    let columns = columns(&told);
    let code = store::earn(change, &Activity { code: told.code, happened_on: told.happened_on, columns })?;
    Now::of(&LEDGER.record(change, &[&code])?.main, &code).agrees(row, &COMPUTED);
    Ok(Outcome::New(code))
}

fn amend(change: &Change, row: &Row, code: &str, told: &Told) -> Result<Outcome> {
    let Some(line) = store::line(change, code)? else { return Ok(Outcome::Same(String::new())) };
    rules::not_void(code, line.is_void)?;
    let now = Now::of(&LEDGER.record(change, &[code])?.main, code);
    now.agrees(row, &[("happened_on", "incentive void")]);
    now.agrees(row, &COMPUTED);
    let values = change.differing(line.table, line.id, columns(told))?;
    if values.is_empty() {
        return Ok(Outcome::Same(code.to_owned()));
    }
    rules::undecided(code, store::credit_of(change, code)?.as_deref())?;
    change.update(line.table, line.id, &values)?;
    let difference: Vec<&str> = values.iter().map(|(column, _)| column.trim_end_matches("_id")).collect();
    Ok(Outcome::Changed(code.to_owned(), difference.join(", ")))
}
