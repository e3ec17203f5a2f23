//! How a row becomes an award: a code names one; without a code, its year with all that tells
//! one award from another does. The last thing that came of it may stand on the same row.

use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;

use super::store::{self, Award};
use super::{AWARDS, KINDS, rules};
use crate::calendar::import as calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::rules::day_of;
use crate::office::store as office;
use crate::record;
use crate::report::{Column, Report};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text("후속은 마지막 것만 파일에 있습니다", "of what came of an award only the last is in the file");

/// Imports awards; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "award import", file, &move || Box::new(Awards { new }))
}

struct Awards {
    new: bool,
}

/// What a row says.
struct Told {
    code: Option<String>,
    year: i32,
    awarded_on: Option<NaiveDate>,
    noted_on: Option<NaiveDate>,
    outcome: Option<(Option<NaiveDate>, String, Option<String>)>,
    values: Vec<(&'static str, Value)>,
}

impl Importer for Awards {
    fn columns(&self) -> Vec<Column> {
        AWARDS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["year", "contest"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = told(change, row)? else { return Ok(Outcome::Same(String::new())) };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => store::like(change, told.year, &told.values)?,
        };
        match known {
            None => insert(change, row, told),
            Some(award) => amend(change, row, &award, told),
        }
    }
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let given_year = row.required("year", typed::year);
    let contest = row.required("contest", typed::title);
    let event = |key: &str| calendar::event(change, row, key);
    let (awarded_on, noted_on, followed_on) = (event("awarded_on"), event("noted_on"), event("followed_on"));
    let outcome = row.read("outcome", typed::long_text).map(|text| (followed_on, text, row.read("link", typed::title)));
    let (said, today) = (awarded_on.or(noted_on), change.today());
    let on = given_year.map_or_else(|| said.unwrap_or(today), |year| day_of(year, said, today));
    let mut values = values(change, row, on)?;
    let (Some(given_year), Some(contest)) = (given_year, contest) else { return Ok(None) };
    let year = match rules::year(Some(given_year), awarded_on, change.today()) {
        Ok(year) => year,
        Err(refusal) => {
            row.refused("year", &refusal);
            return Ok(None);
        }
    };
    values.push(("contest", contest.into()));
    Ok(if row.is_wrong() { None } else { Some(Told { code, year, awarded_on, noted_on, outcome, values }) })
}

fn values(change: &Change, row: &Row, on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    for key in ["body", "section", "grade", "case_title", "prize", "source"] {
        values.extend(row.read(key, typed::title).map(|text| (key, text.into())));
    }
    values.extend(row.term("kind", KINDS).map(|kind| ("kind", kind.to_owned().into())));
    values.extend(row.read("rank", rules::rank).map(|rank| ("rank", rank.into())));
    let org = store::foreign(change, row.read("org", typed::title))?;
    values.extend(row.named("department", |typed| store::department(change, org.as_deref(), typed, on))?.into_iter().flatten());
    let there =
        values.iter().find_map(|(column, id)| if let ("department_id", Value::Integer(id)) = (*column, id) { Some(*id) } else { None });
    let person = row.named("staff", |typed| {
        rules::ours(org.as_deref())?;
        office::person_of(change, typed, there)
    })?;
    values.extend(person.map(|person| ("staff_id", person.id.into())));
    values.extend(row.named("record", |typed| record::named(change, typed))?.map(|record| ("record_code", record.code.into())));
    values.push(("org", org.into()));
    Ok(values)
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.year)) {
        row.refused("code", &refusal);
        return Ok(Outcome::Same(String::new()));
    }
    let noted_on = rules::noted_on(told.year, told.noted_on, told.awarded_on, change.today());
    let mut values = told.values;
    if !values.iter().any(|(column, _)| *column == "kind") {
        values.push(("kind", KINDS[0].code.to_owned().into()));
    }
    values.push(("awarded_on", told.awarded_on.map(|day| day.to_string()).into()));
    values.push(("noted_on", noted_on.to_string().into()));
    let code = store::insert(change, told.year, told.code.as_deref(), values)?;
    let award = store::find(change, &code)?;
    follow(change, row, &award, told.outcome)?;
    let now = Now::of(&AWARDS.record(change, &[&code])?.main, &code);
    now.agrees(row, &[("state", "award void")]);
    Ok(Outcome::New(code))
}

/// Records what came of an award; whether that was new.
fn follow(change: &Change, row: &Row, award: &Award, told: Option<(Option<NaiveDate>, String, Option<String>)>) -> Result<bool> {
    let Some((on, text, link)) = told else { return Ok(false) };
    let on = on.unwrap_or(award.noted_on);
    if let Err(refusal) = rules::after_it(&award.code, award.noted_on, on) {
        row.refused("followed_on", &refusal);
        return Ok(false);
    }
    store::follow(change, award.id, on, &text, link.as_deref())
}

fn amend(change: &Change, row: &Row, award: &Award, told: Told) -> Result<Outcome> {
    rules::not_void(&award.code, award.is_void)?;
    let now = Now::of(&AWARDS.record(change, &[&award.code])?.main, &award.code);
    let dates = told.awarded_on.filter(|_| award.awarded_on.is_none());
    now.agrees(row, &[("year", "award void"), ("org", "award void"), ("noted_on", "award void"), ("state", "award void")]);
    if dates.is_none() {
        now.agrees(row, &[("awarded_on", "award edit --on")]);
    }
    if row.is_wrong() {
        return Ok(Outcome::Same(award.code.clone()));
    }
    let mut values: Vec<(&'static str, Value)> = told.values.into_iter().filter(|(column, _)| *column != "org").collect();
    if let Some(on) = dates {
        values.push(("awarded_on", on.to_string().into()));
        values.push(("noted_on", award.noted_on.min(on).to_string().into()));
    }
    let values = change.differing("award", award.id, values)?;
    change.update("award", award.id, &values)?;
    let mut difference: Vec<&str> = values.iter().map(|(column, _)| column.trim_end_matches("_id")).collect();
    if follow(change, row, award, told.outcome)? {
        difference.push("outcome");
    }
    let code = award.code.clone();
    Ok(if difference.is_empty() { Outcome::Same(code) } else { Outcome::Changed(code, difference.join(", ")) })
}
