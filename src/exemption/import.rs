//! How a row becomes a request for exemption: a code names one; without a code, its stage,
//! basis, record and title do. When it was made, decided or withdrawn may stand on the row.

use std::path::Path;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;

use super::rules::{self, Grounds};
use super::store::{self, Detail, Exemption};
use super::{AUDITORS, Act, BASES, EXEMPTIONS, RESULTS, STAGES, STATES};
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
    "거듭된 결정은 마지막 것만 파일에 있고, 의견 준수의 확인은 없습니다",
    "of several decisions only the last is in the file, and findings on a followed opinion are not",
);
const DECIDED: Text = text(
    "결정일에는 결정(granted, partly, refused)과 결정 기구가 필요합니다",
    "a decision needs its result (granted, partly, refused) and who decided",
);
const COMPUTED: [(&str, &str); 3] = [("due", "exemption limit"), ("days_left", "exemption limit"), ("in_time", "exemption file")];
const EVENTS: [(&str, &str); 8] = [
    ("requested_on", "exemption file"),
    ("late_reason", "exemption file"),
    ("decided_on", "exemption decide"),
    ("decision", "exemption decide"),
    ("body", "exemption decide"),
    ("document", "exemption decide"),
    ("withdrawn_on", "exemption withdraw"),
    ("state", "exemption show"),
];
const TEXTS: [(&str, &str); 7] = [
    ("committee_body", "committee_body"),
    ("committee_document", "committee_document"),
    ("disaster", "disaster"),
    ("public_interest", "public_interest"),
    ("proactivity", "proactivity"),
    ("no_fault", "no_fault"),
    ("note", "note"),
];
const FLAGS: [(&str, &str); 6] = [
    ("submitted", "committee_submitted"),
    ("objected", "committee_objected"),
    ("informed", "informed"),
    ("followed", "followed"),
    ("no_interest", "no_interest"),
    ("no_flaw", "no_flaw"),
];

/// Imports requests; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "exemption import", file, &move || Box::new(Exemptions { new }))
}

struct Exemptions {
    new: bool,
}

struct Told {
    code: Option<String>,
    title: String,
    stage: &'static str,
    basis: &'static str,
    record: Option<String>,
    opened_on: NaiveDate,
    values: Vec<(&'static str, Value)>,
    acts: Vec<(&'static str, NaiveDate, Act, Detail)>,
}

impl Importer for Exemptions {
    fn columns(&self) -> Vec<Column> {
        EXEMPTIONS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title", "stage", "basis", "department", "opened_on"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = told(change, row)? else { return Ok(Outcome::Same(String::new())) };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => store::like(change, told.stage, told.basis, told.record.as_deref(), &told.title)?,
        };
        match known {
            None => insert(change, row, told),
            Some(request) => amend(change, row, &request, told),
        }
    }
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let title = row.required("title", typed::title);
    row.required("stage", typed::title);
    row.required("basis", typed::title);
    let (stage, basis) = (row.term("stage", STAGES), row.term("basis", BASES));
    row.required("opened_on", typed::day);
    let opened_on = event(change, row, "opened_on");
    let auditor = row.term("auditor", AUDITORS);
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    let day = opened_on.unwrap_or_else(|| change.today());
    let department = row.required("department", typed::title);
    let department = department.map(|typed| row.found("department", office::department_on(change, &typed, day))).transpose()?.flatten();
    let there = department.as_ref().map(|department| department.id);
    let staff = row.named("staff", |typed| office::person_of(change, typed, there))?;
    let record = row.named("record", |typed| record::named(change, typed))?;
    values.extend(details(change, row));
    let acts = acts(change, row);
    let (Some(title), Some(stage), Some(basis), Some(opened_on), Some(department)) = (title, stage, basis, opened_on, department) else {
        return Ok(None);
    };
    let has_committee = values.iter().any(|(column, _)| column.starts_with("committee_"));
    let is_consult = record.as_ref().is_some_and(|record| record.kind == "consult");
    let code_of = record.as_ref().map(|record| record.code.as_str());
    let grounds = Grounds { stage, has_auditor: auditor.is_some(), basis, record: code_of, is_consult, has_committee };
    if let Err(refusal) = rules::grounds(grounds, &[]) {
        row.refused("basis", &refusal);
    }
    if row.is_wrong() {
        return Ok(None);
    }
    let record = record.map(|record| record.code);
    values.extend([("title", title.clone().into()), ("department_id", department.id.into())]);
    values.extend(staff.map(|staff| ("staff_id", staff.id.into())));
    values.extend(auditor.map(|auditor| ("auditor", auditor.to_owned().into())));
    Ok(Some(Told { code, title, stage, basis, record, opened_on, values, acts }))
}

/// What the row says of its grounds.
fn details(change: &Change, row: &Row) -> Vec<(&'static str, Value)> {
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    for (key, column) in TEXTS {
        values.extend(row.read(key, typed::long_text).map(|text| (column, text.into())));
    }
    for (key, column) in FLAGS {
        values.extend(row.read(key, typed::flag).map(|flag| (column, i64::from(flag).into())));
    }
    for key in ["audit_ended_on", "committee_on"] {
        values.extend(event(change, row, key).map(|day| (key, day.to_string().into())));
    }
    values
}

/// What the row says has happened.
fn acts(change: &Change, row: &Row) -> Vec<(&'static str, NaiveDate, Act, Detail)> {
    let reason = row.read("reason", typed::long_text);
    let mut acts = Vec::new();
    let late = Detail { note: row.read("late_reason", typed::long_text), ..Detail::default() };
    acts.extend(event(change, row, "requested_on").map(|on| ("requested_on", on, Act::Requested, late)));
    let withdrawn_on = event(change, row, "withdrawn_on");
    if let Some(on) = event(change, row, "decided_on") {
        // What was decided is its state too, unless it was withdrawn after that.
        let result = row.term("decision", RESULTS).or(row.term("state", STATES)).and_then(Act::of);
        match (result, row.read("body", typed::title)) {
            (Some(act @ Act::Decided(_)), Some(body)) => {
                let note = reason.clone().filter(|_| withdrawn_on.is_none());
                acts.push(("decided_on", on, act, Detail { body: Some(body), document: row.read("document", typed::title), note }));
            }
            _ => row.wrong("decided_on", DECIDED.say()),
        }
    }
    acts.extend(withdrawn_on.map(|on| ("withdrawn_on", on, Act::Withdrawn, Detail { note: reason, ..Detail::default() })));
    acts
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.opened_on.year())) {
        row.refused("code", &refusal);
        return Ok(Outcome::Same(String::new()));
    }
    let mut values = told.values;
    values.extend([("stage", told.stage.to_owned().into()), ("basis", told.basis.to_owned().into()), ("record_code", told.record.into())]);
    let code = store::insert(change, told.opened_on, told.code.as_deref(), values)?;
    let request = store::find(change, &code)?;
    happen(change, row, &request, told.acts)?;
    let now = Now::of(&EXEMPTIONS.record(change, &[&code])?.main, &code);
    now.agrees(row, &COMPUTED);
    now.agrees(row, &EVENTS);
    Ok(Outcome::New(code))
}

/// Records what the row says has happened, each act judged as if it were entered by its verb.
fn happen(change: &Change, row: &Row, request: &Exemption, acts: Vec<(&'static str, NaiveDate, Act, Detail)>) -> Result<()> {
    for (key, on, act, detail) in acts {
        let history = store::history(change, request)?;
        let in_time = if act == Act::Requested { history.in_time(on, detail.note.is_some()) } else { Ok(()) };
        match in_time.and_then(|()| history.with(on, act)) {
            Ok(_) => store::act(change, request.id, on, act, &detail)?,
            Err(refusal) => row.refused(key, &refusal),
        }
    }
    Ok(())
}

fn amend(change: &Change, row: &Row, request: &Exemption, told: Told) -> Result<Outcome> {
    store::history(change, request)?.not_void()?;
    row.once("code", &request.code);
    let before = Now::of(&EXEMPTIONS.record(change, &[&request.code])?.main, &request.code);
    let fixed = ["stage", "basis", "record", "opened_on"].map(|key| (key, "exemption void"));
    before.agrees(row, &fixed);
    if request.audit_ended_on.is_some() {
        before.agrees(row, &[("audit_ended_on", "exemption edit --audit-ended-on")]);
    }
    let fresh: Vec<_> = told.acts.into_iter().filter(|(_, _, act, _)| before.is(day_of(*act)).is_empty()).collect();
    let happened: Vec<&str> = fresh.iter().map(|(_, _, act, _)| act.code()).collect();
    if row.is_wrong() {
        return Ok(Outcome::Same(request.code.clone()));
    }
    let values = change.differing("exemption", request.id, told.values)?;
    change.update("exemption", request.id, &values)?;
    happen(change, row, request, fresh)?;
    let now = Now::of(&EXEMPTIONS.record(change, &[&request.code])?.main, &request.code);
    now.agrees(row, &COMPUTED);
    now.agrees(row, &EVENTS);
    let difference: Vec<&str> = values.iter().map(|(column, _)| column.trim_end_matches("_id")).chain(happened).collect();
    let code = request.code.clone();
    Ok(if difference.is_empty() { Outcome::Same(code) } else { Outcome::Changed(code, difference.join(", ")) })
}

/// The column that says an act is there.
const fn day_of(act: Act) -> &'static str {
    match act {
        Act::Requested => "requested_on",
        Act::Decided(_) => "decided_on",
        Act::Withdrawn => "withdrawn_on",
    }
}
