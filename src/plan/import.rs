//! How a row becomes an action: a code names one; without a code, a year and a title do. The
//! area is made where the year's plan does not have it yet, and the day and the result of a
//! closing are taken, so that a past year is entered whole.

use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;

use super::rules::Area;
use super::store::{Action, New};
use super::{ACTIONS, Act, STATES, rules, store};
use crate::calendar::import::event;
use crate::calendar::rules::within_calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::store as office;
use crate::report::{Column, Report};
use crate::session::{Change, Session};
use crate::task::rules::proposed_on;
use crate::typed::{self, Expected};
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "증빙 연결, 의결, 이월의 연결, 다시 연 이력, 과제가 없는 추진분야는 파일에 없습니다",
    "links to evidence, adoptions, carry-overs, reopenings and areas without actions are not in the file",
);
const NUMBER: Expected = Expected(text("1부터 99까지의 번호가 필요합니다", "a number from 1 to 99 is needed"));
const AREA_NEEDED: Text = text("추진분야의 이름이 있어야 합니다", "the name of the area is needed");
const OTHER_AREA: Text = text("{no}번 추진분야는 '{name}'입니다", "area {no} is '{name}'");
const CLOSING: Text = text(
    "완료일이나 종결일이 있으면 상태는 done, dropped, carried 가운데 하나여야 합니다",
    "with a closing day, the state is done, dropped or carried",
);
const DAY_NEEDED: Text = text("완료·중단·이월에는 종결일이 있어야 합니다", "what is done, dropped or carried needs its closing day");

/// Imports actions; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "plan import", file, &move || Box::new(Actions { new }))
}

struct Actions {
    new: bool,
}

/// What a row says.
struct Told {
    code: Option<String>,
    year: i32,
    title: String,
    no: Option<i64>,
    area: Option<String>,
    planned_on: Option<NaiveDate>,
    closing: Option<(NaiveDate, Act, Option<String>)>,
    plan: Vec<(&'static str, Value)>,
}

impl Importer for Actions {
    fn columns(&self) -> Vec<Column> {
        ACTIONS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["year", "title", "department"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = told(change, row)? else { return Ok(nothing()) };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => store::like(change, told.year, &told.title)?,
        };
        match known {
            None => insert(change, row, told),
            Some(action) => amend(change, row, &action, told),
        }
    }
}

fn nothing() -> Outcome {
    Outcome::Same(String::new())
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let year = row.required("year", typed::year);
    let title = row.required("title", typed::title);
    let no = row.read("area_no", |typed| typed.parse().ok().filter(|no| (1..=99).contains(no)).ok_or(NUMBER));
    let area = row.read("area", typed::title);
    let planned_on = event(change, row, "planned_on");
    let closing = closing(change, row);
    let plan = plan(change, row)?;
    let (Some(year), Some(title), false) = (year, title, row.is_wrong()) else { return Ok(None) };
    Ok(Some(Told { code, year, title, no, area, planned_on, closing, plan }))
}

fn closing(change: &Change, row: &Row) -> Option<(NaiveDate, Act, Option<String>)> {
    let state = row.term("state", STATES);
    let (done_on, closed_on) = (event(change, row, "done_on"), event(change, row, "closed_on"));
    let result = row.read("result", typed::long_text);
    let act = match (state, done_on, closed_on) {
        (Some("dropped"), _, _) => Act::Dropped,
        (Some("done"), _, _) | (None, Some(_), _) => Act::Done,
        (Some("carried"), _, _) => Act::Carried,
        (_, None, None) => return None,
        _ => {
            row.wrong(if closed_on.is_some() { "closed_on" } else { "done_on" }, CLOSING.say());
            return None;
        }
    };
    let Some(on) = closed_on.or(done_on) else {
        row.wrong("closed_on", DAY_NEEDED.say());
        return None;
    };
    Some((on, act, result))
}

fn plan(change: &Change, row: &Row) -> Result<Vec<(&'static str, Value)>> {
    let mut plan: Vec<(&'static str, Value)> = Vec::new();
    row.needed("department");
    let department = row.named("department", |typed| office::department_typed(change, typed))?.map(|department| department.id);
    plan.extend(department.map(|id| ("department_id", id.into())));
    plan.extend(row.named("lead", |lead| office::person_of(change, lead, department))?.map(|person| ("lead_id", person.id.into())));
    let due = row.read("due", typed::day).and_then(|due| row.noted("due", within_calendar(due)));
    plan.extend(due.map(|due| ("due", due.to_string().into())));
    plan.extend(row.read("content", typed::long_text).map(|content| ("content", content.into())));
    Ok(plan)
}

/// The area of a row: the one of its number or name, made where the plan has none.
fn area(change: &Change, row: &Row, told: &Told, planned_on: NaiveDate) -> Result<Option<Area>> {
    let areas = store::areas(change, told.year)?;
    let by_no = areas.iter().find(|area| Some(area.seq) == told.no);
    let by_name = areas.iter().find(|area| Some(&area.name) == told.area.as_ref());
    match (by_no, by_name, &told.area) {
        (Some(there), _, Some(name)) if there.name != *name => {
            row.wrong("area", OTHER_AREA.with("no", there.seq).with("name", &there.name));
            Ok(None)
        }
        (_, Some(there), _) if told.no.is_some_and(|no| no != there.seq) => {
            row.wrong("area_no", OTHER_AREA.with("no", there.seq).with("name", &there.name));
            Ok(None)
        }
        (Some(there), _, _) | (None, Some(there), _) => {
            Ok(row.noted("planned_on", rules::in_area(there, planned_on)).map(|()| there.clone()))
        }
        (None, None, None) => {
            row.wrong("area", AREA_NEEDED.say());
            Ok(None)
        }
        (None, None, Some(name)) => {
            let heading = store::heading(change, name)?;
            let english = row.given("area_en").map(str::to_owned).or_else(|| heading.as_ref().map(|(english, _)| english.clone()));
            let source = heading.map(|(_, source)| source);
            let values = [("name", name.clone().into()), ("name_en", english.into()), ("source", source.into())];
            let set_on = planned_on.min(proposed_on(told.year, None, change.today()));
            let no = store::insert_area(change, told.year, told.no, set_on, &values)?;
            Ok(store::areas(change, told.year)?.into_iter().find(|area| area.seq == no))
        }
    }
}

/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 4] =
    [("days_left", "plan edit --due"), ("evidence", "plan link"), ("origin", "plan carry"), ("area_en", "plan area --no")];

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.year)) {
        row.refused("code", &refusal);
    }
    let from_january = proposed_on(told.year, None, change.today());
    let planned_on = told.planned_on.unwrap_or_else(|| told.closing.as_ref().map_or(from_january, |(on, ..)| from_january.min(*on)));
    let Some(area) = area(change, row, &told, planned_on)? else { return Ok(nothing()) };
    if row.is_wrong() {
        return Ok(nothing());
    }
    let mut plan = told.plan;
    plan.push(("title", told.title.into()));
    let code = store::insert(change, &New { code: told.code, year: told.year, area_id: area.id, planned_on, plan })?;
    if let Some((on, act, result)) = told.closing {
        close(change, row, &store::find(change, &code)?, on, act, result.as_deref())?;
    }
    let now = Now::of(&ACTIONS.record(change, &[&code])?.main, &code);
    now.agrees(row, &COMPUTED);
    now.agrees(row, &[("state", "plan done"), ("closed_on", "plan done"), ("result", "plan done")]);
    Ok(Outcome::New(code))
}

fn close(change: &Change, row: &Row, action: &Action, on: NaiveDate, act: Act, result: Option<&str>) -> Result<()> {
    if row.noted("closed_on", store::history(change, action)?.with(on, act)).is_some() {
        store::act(change, action.id, on, act, result)?;
    }
    Ok(())
}

fn amend(change: &Change, row: &Row, action: &Action, told: Told) -> Result<Outcome> {
    rules::not_void(&action.code, action.is_void)?;
    let now = Now::of(&ACTIONS.record(change, &[&action.code])?.main, &action.code);
    now.agrees(row, &COMPUTED);
    now.agrees(row, &[("year", "plan void"), ("planned_on", "plan void")]);
    let closes = told.closing.clone().filter(|_| store::history(change, action).is_ok_and(|history| history.is_open()));
    if closes.is_none() {
        now.agrees(row, &[("state", "plan reopen"), ("closed_on", "plan reopen"), ("done_on", "plan reopen"), ("result", "plan reopen")]);
    }
    let area = if told.area.is_some() || told.no.is_some() { area(change, row, &told, action.planned_on)? } else { None };
    if row.is_wrong() {
        return Ok(nothing());
    }
    let mut values = told.plan;
    values.push(("title", told.title.into()));
    values.extend(area.map(|area| ("area_id", area.id.into())));
    let values = change.differing("plan_action", action.id, values)?;
    let mut difference: Vec<String> = values.iter().map(|(column, _)| column.trim_end_matches("_id").to_owned()).collect();
    change.update("plan_action", action.id, &values)?;
    if let Some((on, act, result)) = closes {
        difference.push("closed_on".to_owned());
        close(change, row, action, on, act, result.as_deref())?;
    }
    let code = action.code.clone();
    Ok(if difference.is_empty() { Outcome::Same(code) } else { Outcome::Changed(code, difference.join(", ")) })
}
