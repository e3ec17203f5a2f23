//! How a row becomes an application: a code names one; without a code, its person, stage,
//! instance and matter do. The decision, the payments and what was paid back may stand on the
//! same row, each as a sum on its last day, so that a past year is entered whole; where it was decided
//! again after a payment, so may the decision that this was paid by.

use std::path::Path;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;

use super::store::{self, Application, Detail, Matter};
use super::{APPLICATIONS, Act, STAGES, STATES, USUAL_BODY, rules};
use crate::calendar::import::event;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::store as office;
use crate::record;
use crate::report::{Column, Report};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "지급과 환수는 합계와 마지막 날만, 결정은 마지막 것과 마지막 지급 때의 것만 파일에 있습니다",
    "payments and repayments are in the file as their sums on the last day, decisions as the last one and the one last paid by",
);
const TOGETHER: Text = text("금액과 날짜가 함께 있어야 합니다", "an amount and its day belong together");
const DECIDED: Text = text("결정일에는 결정액이나 기각(refused) 상태가 필요합니다", "a decision needs its amount, or the state 'refused'");
/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 5] = [
    ("cap", "legal cap"),
    ("remaining", "legal pay"),
    ("owed", "legal repay"),
    ("retired", "staff leave"),
    ("applied_on", "legal edit --on"),
];
/// What happened, and the verb that records it.
const EVENTS: [(&str, &str); 16] = [
    ("approved", "legal decide"),
    ("decided_on", "legal decide"),
    ("earlier_approved", "legal decide"),
    ("earlier_decided_on", "legal decide"),
    ("body", "legal decide"),
    ("document", "legal decide"),
    ("paid", "legal pay"),
    ("paid_on", "legal pay"),
    ("served_on", "legal pay"),
    ("indicted_on", "legal indict"),
    ("cancelled_on", "legal cancel"),
    ("repay_due", "legal cancel"),
    ("repaid", "legal repay"),
    ("repaid_on", "legal repay"),
    ("withdrawn_on", "legal withdraw"),
    ("state", "legal show"),
];

/// Imports applications; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "legal import", file, &move || Box::new(Applications { new }))
}

struct Applications {
    new: bool,
}

struct Told {
    code: Option<String>,
    title: String,
    stage: &'static str,
    instance: Option<i64>,
    staff_id: i64,
    applied_on: NaiveDate,
    record: Option<String>,
    values: Vec<(&'static str, Value)>,
    acts: Vec<(&'static str, NaiveDate, Act, Detail)>,
}

impl Importer for Applications {
    fn columns(&self) -> Vec<Column> {
        APPLICATIONS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title", "stage", "staff", "applied_on"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = told(change, row)? else { return Ok(Outcome::Same(String::new())) };
        let Told { stage, instance, staff_id, record, title, .. } = &told;
        let matter = Matter { staff_id: *staff_id, stage, instance: *instance, record: record.as_deref(), title };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => store::twin(change, &matter, None)?,
        };
        match known {
            None => insert(change, row, told),
            Some(application) => amend(change, row, &application, told),
        }
    }
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let title = row.required("title", typed::title);
    let stage = row.term("stage", STAGES);
    let instance = row.given("instance").and_then(|typed| typed.parse::<i64>().ok());
    let applied_on = event(change, row, "applied_on");
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    let day = applied_on.unwrap_or_else(|| change.today());
    let department = row.named("department", |typed| office::department_on(change, typed, day))?;
    let there = department.as_ref().map(|department| department.id);
    row.needed("staff");
    let staff = row.named("staff", |typed| office::person_in_place(change, &office::person_of(change, typed, there)?.code, day))?;
    let record = row.named("record", |typed| record::named(change, typed))?;
    for key in ["facts", "evidence"] {
        values.extend(row.read(key, typed::long_text).map(|text| (key, text.into())));
    }
    for key in ["asked", "court_limit"] {
        values.extend(row.read(key, rules::won).map(|won| (key, won.into())));
    }
    let acts = acts(change, row);
    let (Some(title), Some(stage), Some(staff), Some(applied_on)) = (title, stage, staff, applied_on) else { return Ok(None) };
    if let Err(refusal) = rules::instance(stage == "civil", instance) {
        row.refused("instance", &refusal);
    }
    if let (Some(_), Err(refusal)) = (row.given("court_limit"), rules::court_limit(stage == "civil")) {
        row.refused("court_limit", &refusal);
    }
    if row.is_wrong() {
        return Ok(None);
    }
    let record = record.map(|record| record.code);
    values.extend(record.clone().map(|code| ("record_code", code.into())));
    values.extend(department.map(|department| ("department_id", department.id.into())));
    values.push(("title", title.clone().into()));
    if department_missing(&values) && code.is_none() {
        values.push(("department_id", staff.department_id.into()));
    }
    Ok(Some(Told { code, title, stage, instance, staff_id: staff.id, applied_on, record, values, acts }))
}

fn department_missing(values: &[(&'static str, Value)]) -> bool {
    !values.iter().any(|(column, _)| *column == "department_id")
}

/// What the row says has happened, in the order in which it does on one day.
fn acts(change: &Change, row: &Row) -> Vec<(&'static str, NaiveDate, Act, Detail)> {
    let day = |key| event(change, row, key);
    let reason = row.read("reason", typed::long_text);
    let mut acts = Vec::new();
    let earlier = summed(row, "earlier_approved", day("earlier_decided_on"), "earlier_decided_on");
    if let Some(on) = day("decided_on") {
        let body = Some(row.read("body", typed::title).unwrap_or_else(|| USUAL_BODY.to_owned()));
        let document = row.read("document", typed::title);
        // What was withdrawn after a decision without an amount was refused before.
        let is_refused = row.term("state", STATES) == Some("refused") || row.given("withdrawn_on").is_some();
        let detail = |note: Option<String>| Detail { body: body.clone(), document: document.clone(), due: None, note };
        match row.read("approved", rules::won) {
            Some(amount) => {
                acts.extend(earlier.map(|(amount, on)| ("earlier_approved", on, Act::Approved { amount, cap: i64::MAX }, detail(None))));
                let note = if row.given("cancelled_on").or(row.given("withdrawn_on")).is_some() { None } else { reason.clone() };
                acts.push(("approved", on, Act::Approved { amount, cap: i64::MAX }, detail(note)));
            }
            None if is_refused => acts.push(("decided_on", on, Act::Refused, detail(reason.clone()))),
            None => row.wrong("decided_on", DECIDED.say()),
        }
    }
    acts.extend(day("indicted_on").map(|on| ("indicted_on", on, Act::Indicted, Detail::default())));
    let served_on = day("served_on");
    let paid = summed(row, "paid", day("paid_on"), "paid_on");
    acts.extend(paid.map(|(amount, on)| ("paid", on, Act::Paid { amount, served_on }, Detail::default())));
    let ended = Detail { note: reason, ..Detail::default() };
    acts.extend(day("withdrawn_on").map(|on| ("withdrawn_on", on, Act::Withdrawn, ended.clone())));
    let due = row.read("repay_due", typed::day);
    acts.extend(day("cancelled_on").map(|on| ("cancelled_on", on, Act::Cancelled, Detail { due, ..ended.clone() })));
    let repaid = summed(row, "repaid", day("repaid_on"), "repaid_on");
    acts.extend(repaid.map(|(amount, on)| ("repaid", on, Act::Repaid { amount }, Detail::default())));
    acts.sort_by_key(|(_, on, ..)| *on);
    acts
}

/// A sum with its day; 0 is none.
fn summed(row: &Row, key: &'static str, on: Option<NaiveDate>, day: &'static str) -> Option<(i64, NaiveDate)> {
    let amount = row.read(key, typed::money).filter(|won| *won > 0);
    match (amount, on) {
        (Some(amount), Some(on)) => Some((amount, on)),
        (None, None) => None,
        (Some(_), None) if row.given(day).is_some() => None,
        _ => {
            row.wrong(key, TOGETHER.say());
            None
        }
    }
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.applied_on.year())) {
        row.refused("code", &refusal);
        return Ok(Outcome::Same(String::new()));
    }
    let mut values = told.values;
    let matter =
        Matter { staff_id: told.staff_id, stage: told.stage, instance: told.instance, record: told.record.as_deref(), title: &told.title };
    let twin = store::twin(change, &matter, None)?;
    if let Err(refusal) = rules::once(twin.as_ref().map(|twin| twin.code.as_str())) {
        row.refused("title", &refusal);
        return Ok(Outcome::Same(String::new()));
    }
    if department_missing(&values) {
        let own = office::department_of(change, told.staff_id, told.applied_on)?;
        values.push(("department_id", own.into()));
    }
    values.extend([("stage", told.stage.to_owned().into()), ("instance", told.instance.into()), ("staff_id", told.staff_id.into())]);
    let code = store::insert(change, told.applied_on, told.code.as_deref(), values)?;
    let application = store::find(change, &code)?;
    happen(change, row, &application, told.acts)?;
    let now = Now::of(&APPLICATIONS.record(change, &[&code])?.main, &code);
    now.agrees(row, &COMPUTED[..4]);
    now.agrees(row, &EVENTS);
    Ok(Outcome::New(code))
}

/// Records what the row says has happened, each act judged as if it were entered by its verb.
fn happen(change: &Change, row: &Row, application: &Application, acts: Vec<(&'static str, NaiveDate, Act, Detail)>) -> Result<()> {
    for (key, on, act, detail) in acts {
        let act = match act {
            Act::Approved { amount, .. } => Act::Approved { amount, cap: store::cap_on(change, application, on)? },
            act => act,
        };
        match store::history(change, application)?.with(on, act) {
            Ok(_) => store::act(change, application.id, on, act, &detail)?,
            Err(refusal) => row.refused(key, &refusal),
        }
    }
    Ok(())
}

fn amend(change: &Change, row: &Row, application: &Application, told: Told) -> Result<Outcome> {
    store::history(change, application)?.not_void()?;
    row.once("code", &application.code);
    let before = Now::of(&APPLICATIONS.record(change, &[&application.code])?.main, &application.code);
    before.agrees(row, &[("stage", "legal void"), ("instance", "legal void"), ("applied_on", "legal edit --on")]);
    // What is recorded already stays; what the row says besides is new.
    let fresh: Vec<_> = told.acts.into_iter().filter(|(_, _, act, _)| before.is(day_of(*act)).is_empty()).collect();
    let happened: Vec<&str> = fresh.iter().map(|(_, _, act, _)| act.code()).collect();
    if row.is_wrong() {
        return Ok(Outcome::Same(application.code.clone()));
    }
    let values = change.differing("legal_support", application.id, told.values)?;
    change.update("legal_support", application.id, &values)?;
    let application = store::find(change, &application.code)?;
    happen(change, row, &application, fresh)?;
    let now = Now::of(&APPLICATIONS.record(change, &[&application.code])?.main, &application.code);
    now.agrees(row, &COMPUTED);
    now.agrees(row, &EVENTS);
    let difference: Vec<&str> = values.iter().map(|(column, _)| column.trim_end_matches("_id")).chain(happened).collect();
    let code = application.code;
    Ok(if difference.is_empty() { Outcome::Same(code) } else { Outcome::Changed(code, difference.join(", ")) })
}

/// The column that says an act is there.
const fn day_of(act: Act) -> &'static str {
    match act {
        Act::Approved { .. } | Act::Refused => "decided_on",
        Act::Withdrawn => "withdrawn_on",
        Act::Indicted => "indicted_on",
        Act::Paid { .. } => "paid_on",
        Act::Cancelled => "cancelled_on",
        Act::Repaid { .. } => "repaid_on",
    }
}
