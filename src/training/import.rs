//! How a row becomes a session or an attendance. A row that names its `session` (or a file
//! that is all of one) is an attendance: a person, or a department with its headcount; a row
//! with a person is one too, of the session that its topic and day name. Any other row is a
//! session: a code names one; without a code, a topic and a day or month do.

use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;

use super::rules::{self, When};
use super::store::{self, Training};
use super::{STATES, TRAININGS, attendance as attending};
use crate::calendar::import as calendar;
use crate::calendar::rules::within_calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::{Person, store as office};
use crate::report::{Column, Kind as Holds, Report, column};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "참석(proadmin training attended)과 정기교육 계획은 파일에 없습니다",
    "attendance (proadmin training attended) and the schedule of owed sessions are not in the file",
);

/// Imports sessions or attendance.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    run_on(session, file, None, new)
}

/// Imports sessions or attendance; `of` is the session of the rows that name none.
///
/// # Errors
/// Every error of the file at once.
pub fn run_on(session: &Session, file: &Path, of: Option<&str>, new: bool) -> Result<Report> {
    if of.is_some() {
        import::never_new(new)?;
    }
    import::run(session, "training import", file, &|| Box::new(Rows { of: of.map(str::to_uppercase), new }))
}

const OTHER_DAY: Text = text(
    "{code}의 교육일은 {held}입니다. 다른 날의 교육이면 그 번호를, 교육일이 틀렸으면 proadmin training edit {code} --on {when}",
    "{code} was held on {held}; name another session by its code, or correct its day: proadmin training edit {code} --on {when}",
);
const WHICH: Text = text(
    "누가 참석했는지 적은 행에는 교육의 번호나, 등록한 교육의 교육명과 교육일이 필요합니다",
    "a row with a person needs the code of its session, or the topic and day of one that is there",
);

struct Rows {
    of: Option<String>,
    new: bool,
}

impl Importer for Rows {
    fn columns(&self) -> Vec<Column> {
        let attendance = [
            column("session", "교육", "training", Holds::Code),
            column("department", "부서", "department", Holds::Text),
            column("staff_code", "직원 번호", "staff code", Holds::Code),
            column("staff", "이름", "name", Holds::Text),
            column("attended_on", "참석일", "day", Holds::Date),
        ];
        TRAININGS.columns.iter().cloned().chain(attendance).collect()
    }

    fn required(&self) -> &'static [&'static str] {
        &[]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        match row.read("session", typed::title).map(|code| code.to_uppercase()).or_else(|| self.of.clone()) {
            Some(code) => attendance(change, row, &code),
            None if row.given("staff").or(row.given("staff_code")).is_some() => match held(change, row)? {
                Some(code) => attendance(change, row, &code),
                None => Ok(nothing()),
            },
            None => self.session(change, row),
        }
    }
}

/// The session that a row with a person names by its topic and day; noted where there is none.
fn held(change: &Change, row: &Row) -> Result<Option<String>> {
    let title = row.read("title", typed::title);
    let day = ["date", "held_on", "attended_on"].into_iter().find_map(|key| row.read(key, rules::when));
    let held = match title.zip(day) {
        Some((title, day)) => store::like(change, &title, &day.to_string(), None)?,
        None => None,
    };
    if held.is_none() {
        row.wrong("session", WHICH.say());
    }
    Ok(held.map(|training| training.code))
}

fn nothing() -> Outcome {
    Outcome::Same(String::new())
}

fn attendance(change: &Change, row: &Row, code: &str) -> Result<Outcome> {
    let Some(training) = row.found("session", store::find(change, code))? else { return Ok(nothing()) };
    row.computed("title", &training.title, &format!("training edit {}", training.code));
    let held_on = training.held_on.map(|day| day.to_string()).unwrap_or_default();
    row.computed("attended_on", &held_on, &format!("training edit {}", training.code));
    if let Some(when) = row.read("date", rules::when).filter(|when| when.to_string() != held_on) {
        row.wrong("date", OTHER_DAY.with("code", &training.code).with("held", held_on).with("when", when.to_string()));
    }
    let named = row.given("staff_code").is_some() || row.given("staff").is_some();
    if named { by_name(change, row, &training) } else { by_count(change, row, &training) }
}

fn by_name(change: &Change, row: &Row, training: &Training) -> Result<Outcome> {
    let key = if row.given("staff_code").is_some() { "staff_code" } else { "staff" };
    let Some(typed) = row.read(key, typed::title) else { return Ok(nothing()) };
    let Some(person) = row.found(key, person(change, row, &typed))? else { return Ok(nothing()) };
    of_department(change, row, &person, training)?;
    let code = format!("{}:{}", training.code, person.code);
    let is_new = attending::by_name(change, training, &person)?;
    Ok(if is_new { Outcome::New(code) } else { Outcome::Same(code) })
}

/// Notes a department that is not the person's, neither that day nor now: it may be another of the name.
fn of_department(change: &Change, row: &Row, person: &Person, training: &Training) -> Result<()> {
    let Some(typed) = row.read("department", typed::title) else { return Ok(()) };
    let Some(department) = row.found("department", office::department_typed(change, &typed))? else { return Ok(()) };
    let then = match training.held_on {
        Some(on) => office::department_of(change, person.id, on)?,
        None => None,
    };
    if department.id != person.department_id && then != Some(department.id) {
        row.wrong(
            "department",
            super::words::NOT_OF.with("code", &person.code).with("name", &person.name).with("department", &person.department),
        );
    }
    Ok(())
}

/// The person of a row: among several of a name, the one who is in the row's department now.
fn person(change: &Change, row: &Row, typed: &str) -> Result<Person> {
    let department = row.given("department").map(|department| office::department_known(change, department)).transpose()?.flatten();
    office::person_of(change, typed, department.map(|department| department.id))
}

fn by_count(change: &Change, row: &Row, training: &Training) -> Result<Outcome> {
    let department = row.required("department", typed::title);
    let count = row.required("headcount", rules::count);
    let (Some(department), Some(count)) = (department, count) else { return Ok(nothing()) };
    let department = office::department_on(change, &department, training.held_on.unwrap_or_else(|| change.today()));
    let Some(department) = row.found("department", department)? else { return Ok(nothing()) };
    let code = format!("{}:{}", training.code, department.code);
    Ok(match attending::by_count(change, training, &department, count)?.before {
        None => Outcome::New(code),
        Some(before) if before == count => Outcome::Same(code),
        Some(before) => Outcome::Changed(code, format!("headcount {before} → {count}")),
    })
}

/// What a row says of a session.
struct Told {
    code: Option<String>,
    title: String,
    planned: Option<When>,
    held_on: Option<NaiveDate>,
    set_on: Option<NaiveDate>,
    org: Option<String>,
    due_month: Option<String>,
    details: Vec<(&'static str, Value)>,
}

impl Told {
    /// The day it was held, else when it is planned.
    fn when(&self) -> Option<When> {
        self.held_on.map(When::Day).or(self.planned)
    }
}

impl Rows {
    fn session(&self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = told(change, row)? else { return Ok(nothing()) };
        let known = match (&told.code, told.when()) {
            (Some(code), _) => store::known(change, code)?,
            (None, Some(when)) if !self.new => store::like(change, &told.title, &when.to_string(), told.org.as_deref())?,
            _ => None,
        };
        match known {
            None => insert(change, row, told),
            Some(training) => amend(change, row, &training, told),
        }
    }
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let title = row.required("title", typed::title);
    let event = |key: &str| calendar::event(change, row, key);
    let (mut held_on, set_on) = (event("held_on"), event("set_on"));
    let mut planned = row.read("planned", rules::when);
    let is_planned = row.term("state", STATES) == Some("planned");
    // A day that has come is a day it was held on, unless it is said to be planned.
    match row.read("date", rules::when) {
        Some(When::Day(day)) if day <= change.today() && !is_planned && planned.is_none() => held_on = held_on.or(Some(day)),
        Some(when) if held_on.is_none() => planned = planned.or(Some(when)),
        _ => {}
    }
    let org = store::foreign(change, row.read("org", typed::title))?;
    let mut details: Vec<(&'static str, Value)> = Vec::new();
    for key in ["instructor", "instructor_org", "audience", "source"] {
        details.extend(row.read(key, typed::title).map(|text| (key, text.into())));
    }
    details.extend(row.read("note", typed::long_text).map(|note| ("note", note.into())));
    details.extend(row.read("start_time", rules::time).map(|time| ("start_time", time.into())));
    details.extend(row.read("hours", rules::hours).map(|hours| ("hours", hours.into())));
    details.extend(row.read("headcount", rules::count).map(|count| ("headcount", count.into())));
    details.extend(row.read("voluntary", typed::flag).map(|voluntary| ("voluntary", i64::from(voluntary).into())));
    let Some(title) = title else { return Ok(None) };
    let due_month = due_month(change, row)?;
    Ok(Some(Told { code, title, planned, held_on, set_on, org, due_month, details }))
}

/// The owed month that a row says its session is for.
fn due_month(change: &Change, row: &Row) -> Result<Option<String>> {
    let Some(month) = row.read("due_month", typed::month) else { return Ok(None) };
    let judged = rules::for_month(month, &store::owed_months(change, month.year)?);
    Ok(row.noted("due_month", judged))
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    let Some(when) = told.when() else {
        row.refused("date", &rules::when_needed());
        return Ok(nothing());
    };
    let year = when.month().year;
    if let Err(refusal) = within_calendar(when.month().first_day()) {
        row.refused("date", &refusal);
    }
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, year)) {
        row.refused("code", &refusal);
    }
    if row.is_wrong() {
        return Ok(nothing());
    }
    let set_on = rules::set_on(told.held_on, told.planned, told.set_on, change.today());
    let mut values = told.details;
    values.extend([
        ("title", told.title.into()),
        ("org", told.org.into()),
        ("planned", told.planned.map(|plan| plan.to_string()).into()),
        ("held_on", told.held_on.map(|day| day.to_string()).into()),
        ("set_on", set_on.to_string().into()),
    ]);
    let code = store::insert(change, year, told.code.as_deref(), values)?;
    let now = Now::of(&TRAININGS.record(change, &[&code])?.main, &code);
    now.agrees(row, &[("state", "training hold"), ("attended", "training attend")]);
    if let Some(month) = told.due_month.filter(|month| month != now.is("due_month")) {
        change.update("training", store::find(change, &code)?.id, &[("for_month", month.into())])?;
    }
    Ok(Outcome::New(code))
}

fn amend(change: &Change, row: &Row, training: &Training, told: Told) -> Result<Outcome> {
    rules::not_void(&training.code, training.is_void)?;
    let now = Now::of(&TRAININGS.record(change, &[&training.code])?.main, &training.code);
    let holds = told.held_on.filter(|_| training.held_on.is_none());
    now.agrees(row, &[("attended", "training attend"), ("set_on", "training void"), ("org", "training void")]);
    if holds.is_none() {
        now.agrees(row, &[("held_on", "training edit --on"), ("state", "training hold")]);
        // `2024. 3. 5.` is that day too.
        if row.read("date", rules::when).is_some_and(|when| when.to_string() != now.is("date")) {
            now.agrees(row, &[("date", "training edit --on")]);
        }
    }
    if row.is_wrong() {
        return Ok(nothing());
    }
    let mut values = told.details;
    values.push(("title", told.title.into()));
    values.extend(told.due_month.filter(|month| month != now.is("due_month")).map(|month| ("for_month", month.into())));
    values.extend(told.planned.filter(|_| row.given("planned").is_some()).map(|plan| ("planned", plan.to_string().into())));
    values.extend(holds.map(|on| ("held_on", on.to_string().into())));
    values.extend(holds.map(|on| ("set_on", training.set_on.min(on).to_string().into())));
    let values = change.differing("training", training.id, values)?;
    change.update("training", training.id, &values)?;
    let difference: Vec<&str> = values.iter().map(|(column, _)| *column).collect();
    let code = training.code.clone();
    Ok(if difference.is_empty() { Outcome::Same(code) } else { Outcome::Changed(code, difference.join(", ")) })
}
