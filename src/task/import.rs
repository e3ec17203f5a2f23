//! How a row becomes a task: a code names one; without a code, a year, a department and a
//! title do. Days of selection and closing are taken, so that a past year is entered whole;
//! what is computed may be blank or equal.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;

use super::store::{Detail, New, Task};
use super::{Act, CYCLES, Closing, OUTCOMES, STATES, TASKS, act, rules, store, words};
use crate::calendar::rules::within_calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::rules::{day_of, stands};
use crate::office::{Department, store as office};
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "보류와 재개, 종결 취소, 이월의 연결, 처리의 사유, 앞선 주담당자는 파일에 없습니다",
    "suspensions, reopenings, carry-overs, reasons and earlier leads are not in the file",
);

const CLOSING: Text = text(
    "종결일이 있으면 상태(completed, stopped, carried)나 목표 달성 여부가 필요합니다",
    "with a closing day, the state (completed, stopped, carried) or the outcome is needed",
);

/// Imports tasks; `new` registers also what is there already. `--reason` is why planned ends
/// that lie later move back.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    let reason = session.options.reason.clone();
    import::run(session, "task import", file, &move || Box::new(Tasks { new, reason: reason.clone(), departments: HashMap::new() }))
}

struct Tasks {
    new: bool,
    reason: Option<String>,
    /// The departments that were typed so far; an import of tasks changes none.
    departments: HashMap<String, Department>,
}

/// What a row says.
struct Told {
    code: Option<String>,
    title: String,
    year: i32,
    department: Department,
    proposed_on: Option<NaiveDate>,
    selected_on: Option<NaiveDate>,
    closing: Option<(NaiveDate, Closing, Detail)>,
    is_candidate: bool,
    plan: Vec<(&'static str, Value)>,
}

impl Importer for Tasks {
    fn columns(&self) -> Vec<Column> {
        TASKS.imported()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title", "year", "department"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = self.told(change, row)? else { return Ok(Outcome::Same(String::new())) };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => store::like(change, told.year, told.department.id, &told.title)?,
        };
        match known {
            None => insert(change, row, told),
            Some(task) if row.once("title", &task.code) => {
                self.may_put_off(row, &task);
                amend(change, row, &task, told)
            }
            Some(_) => Ok(Outcome::Same(String::new())),
        }
    }
}

impl Tasks {
    /// A planned end that lies later than the present one needs the reason of the import.
    fn may_put_off(&self, row: &Row, task: &Task) {
        let due = row.given("due").and_then(|cell| typed::day(cell).ok());
        if let (Some(due), Some(now), Some(_)) = (due, task.due, task.selected_on)
            && rules::put_off(&task.code, Some(now), Some(due), self.reason.as_deref()).is_err()
        {
            row.wrong("due", words::REASON_NEEDED.with("now", now));
        }
    }

    fn department(&mut self, change: &Change, row: &Row, typed: &str) -> Result<Option<Department>> {
        if let Some(known) = self.departments.get(typed) {
            return Ok(Some(known.clone()));
        }
        let department = row.found("department", office::department_typed(change, typed))?;
        self.departments.extend(department.clone().map(|department| (typed.to_owned(), department)));
        Ok(department)
    }

    fn told(&mut self, change: &Change, row: &Row) -> Result<Option<Told>> {
        let code = agree::code(row, store::DIGITS);
        let title = row.required("title", typed::title);
        let year = row.required("year", typed::year);
        let department = row.required("department", typed::title);
        let event = |key: &str| {
            row.read(key, typed::day).filter(|day| {
                let future_day = *day > change.today();
                let outside = within_calendar(*day);
                if future_day {
                    row.refused(key, &future(*day, change.today()));
                } else if let Err(refusal) = &outside {
                    row.refused(key, refusal);
                }
                !future_day && outside.is_ok()
            })
        };
        let (proposed_on, selected_on, closed_on) = (event("proposed_on"), event("selected_on"), event("closed_on"));
        let state = row.term("state", STATES);
        let outcome = row.term("outcome", OUTCOMES);
        let actual = row.read("indicator_actual", typed::points);
        let closing = closed_on.and_then(|on| {
            let closing = state.and_then(Closing::of).or(outcome.map(|_| Closing::Completed));
            if closing.is_none() {
                row.wrong("closed_on", CLOSING.say());
            }
            Some((on, closing?, Detail { reason: None, outcome, actual }))
        });
        let typed = department.unwrap_or_default();
        let department = if typed.is_empty() { None } else { self.department(change, row, &typed)? };
        let plan = plan(change, row, department.as_ref())?;
        let (Some(title), Some(year), Some(department)) = (title, year, department) else { return Ok(None) };
        if let Err(refusal) = stands(&department, &typed, day_of(year, proposed_on, change.today())) {
            row.refused("department", &refusal);
            return Ok(None);
        }
        let is_candidate = state == Some("candidate");
        Ok(Some(Told { code, title, year, department, proposed_on, selected_on, closing, is_candidate, plan }))
    }
}

fn plan(change: &Change, row: &Row, department: Option<&Department>) -> Result<Vec<(&'static str, Value)>> {
    let mut plan: Vec<(&'static str, Value)> = Vec::new();
    for (key, id) in [("lead", "lead_id"), ("deputy", "deputy_id")] {
        let person = row.named(key, |typed| office::person_of(change, typed, department.map(|department| department.id)))?;
        plan.extend(person.map(|person| (id, person.id.into())));
    }
    for key in ["start", "due"] {
        if let Some(day) = row.read(key, typed::day) {
            match within_calendar(day) {
                Ok(day) => plan.push((key, day.to_string().into())),
                Err(refusal) => row.refused(key, &refusal),
            }
        }
    }
    for key in ["category", "indicator", "indicator_unit"] {
        plan.extend(row.read(key, typed::title).map(|text| (key, text.into())));
    }
    for key in ["background", "content", "expected_effect"] {
        plan.extend(row.read(key, typed::long_text).map(|text| (key, text.into())));
    }
    plan.extend(row.read("budget", typed::money).map(|won| ("budget", won.into())));
    plan.extend(row.read("indicator_target", typed::points).map(|target| ("indicator_target", target.into())));
    plan.extend(row.term("reporting_cycle", CYCLES).map(|cycle| ("reporting_cycle", cycle.to_owned().into())));
    Ok(plan)
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if told.closing.is_none() {
        row.computed("outcome", "", "task complete");
        row.computed("indicator_actual", "", "task complete");
    }
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.year)) {
        row.refused("code", &refusal);
    }
    planned(row, None);
    if row.is_wrong() {
        return Ok(Outcome::Same(String::new()));
    }
    let from_january = rules::proposed_on(told.year, told.proposed_on, change.today());
    let proposed_on = told.proposed_on.or(told.selected_on).map_or(from_january, |day| day.min(from_january));
    let selected_on = if told.is_candidate { None } else { Some(told.selected_on.unwrap_or(proposed_on)) };
    if let Some(selected_on) = selected_on {
        rules::not_before_proposal(&told.title, selected_on, proposed_on)?;
    }
    let mut plan = told.plan;
    plan.push(("title", told.title.into()));
    plan.push(("department_id", told.department.id.into()));
    let ended_as = told.closing.as_ref().map(|(_, closing, _)| closing.code());
    let new = New { code: told.code, year: told.year, proposed_on, selected_on, closing: told.closing, plan };
    let (_, code) = store::insert(change, &new)?;
    act::entered(&code, &new)?;
    agree(change, row, &code, ended_as)?;
    Ok(Outcome::New(code))
}

/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 6] = [
    ("percent", "progress log"),
    ("milestones_done", "milestone done"),
    ("milestones_total", "milestone add"),
    ("days_left", "task edit --due"),
    ("delayed", "task edit --due"),
    ("origin", "task carry"),
];

/// What is computed of a new task must agree with the file where the file says it; how it ended
/// was read from the file.
fn agree(change: &Change, row: &Row, code: &str, ended_as: Option<&str>) -> Result<()> {
    let is_told = COMPUTED.iter().any(|(key, _)| row.given(key).is_some());
    let now = match row.term("state", STATES) {
        state if !is_told && (state.is_none() || state == ended_as) => return Ok(()),
        // A past year tells the states only, and all that is computed costs much more.
        Some(_) if !is_told => Now::only("state", store::state(change, code)?, code),
        _ => Now::of(&TASKS.record(change, &[code])?.main, code),
    };
    now.agrees(row, &COMPUTED);
    now.agrees(row, &[("state", leading_to(row))]);
    Ok(())
}

/// The plan that a row leads to: its start is no later than its end.
fn planned(row: &Row, task: Option<&Task>) {
    let day = |key: &str| row.given(key).and_then(|cell| typed::day(cell).ok());
    let (start, due) = (day("start"), day("due"));
    let judged = rules::plan(start.or(task.and_then(|task| task.start)), due.or(task.and_then(|task| task.due)));
    if let Err(refusal) = judged {
        row.refused(if due.is_some() { "due" } else { "start" }, &refusal);
    }
}

/// The verb that leads to the state a row says.
fn leading_to(row: &Row) -> &'static str {
    match row.term("state", STATES) {
        Some("suspended") => "task suspend",
        Some("completed") => "task complete",
        Some("stopped") => "task stop",
        Some("carried") => "task carry",
        Some("void") => "task void",
        Some("planned") => "task edit --start",
        Some("on_track" | "delayed") => "task edit --due",
        _ => "task show",
    }
}

/// A day on which something happened stays; a wrong one is corrected by its act.
fn of_its_day(row: &Row, now: &Now, code: &str, (key, act): (&str, &str)) {
    row.computed(key, now.is(key), &format!("task edit {code} --act {act} --on DATE --reason …"));
}

fn amend(change: &Change, row: &Row, task: &Task, told: Told) -> Result<Outcome> {
    rules::not_void(&task.code, task.is_void)?;
    let now = Now::of(&TASKS.record(change, &[&task.code])?.main, &task.code);
    now.agrees(row, &COMPUTED);
    of_its_day(row, &now, &task.code, ("proposed_on", "proposed"));
    let closes = told.closing.filter(|_| now.is("closed_on").is_empty());
    let selects = told.selected_on.filter(|_| now.is("selected_on").is_empty());
    if closes.is_none() && selects.is_none() {
        now.agrees(row, &[("state", leading_to(row))]);
    }
    if closes.is_none() {
        now.agrees(row, &[("outcome", "task reopen"), ("indicator_actual", "task reopen")]);
        match Closing::of(now.is("state")) {
            Some(closing) => of_its_day(row, &now, &task.code, ("closed_on", closing.code())),
            None => now.agrees(row, &[("closed_on", "task complete")]),
        }
    }
    if selects.is_none() {
        of_its_day(row, &now, &task.code, ("selected_on", "selected"));
    }
    planned(row, Some(task));
    if row.is_wrong() {
        return Ok(Outcome::Same(String::new()));
    }
    let mut values = told.plan;
    values.push(("title", told.title.into()));
    values.push(("department_id", told.department.id.into()));
    let differs = store::correct(change, task, values)?;
    let mut difference: Vec<String> = differs.iter().map(|column| column.trim_end_matches("_id").to_owned()).collect();
    if let Some(on) = selects {
        difference.push("selected_on".to_owned());
        act::record(change, task, on, Act::Selected, &Detail::default())?;
    }
    if let Some((on, closing, detail)) = closes {
        difference.push("closed_on".to_owned());
        act::record(change, &store::find(change, &task.code)?, on, Act::Closed(closing), &detail)?;
    }
    if difference.is_empty() {
        Ok(Outcome::Same(task.code.clone()))
    } else {
        Ok(Outcome::Changed(task.code.clone(), difference.join(", ")))
    }
}
