//! How a row becomes a nomination: a code names one; without a code, a day of receipt, a title
//! and the nominees do. Decisions, checks and mergers of past years are taken with their days;
//! entries of rounds are acts of their own and not in such a file.

use std::path::Path;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;

use super::store::{Detail, New, Nomination, Nominee};
use super::{Act, CHECKS, NOMINATIONS, SOURCES, STATES, merge, rules, store};
use crate::calendar::rules::within_calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Late, Outcome, Row};
use crate::numbering;
use crate::refusal::Refusal;
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::task::store as task;
use crate::typed::{self, Expected};
use crate::words::korean::masked;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "평가에 올린 것(proadmin nominate enter), 접수 기간, 기관이 정한 제외 사유는 파일에 없습니다",
    "entries in rounds (proadmin nominate enter), periods of reception and grounds of the office are not in the file",
);
const DECISION: Text = text("결정일에는 상태(accepted, rejected)가 필요합니다", "a day of decision needs its state (accepted, rejected)");
const NO_GROUND: Text = text("제외에는 사유가 필요합니다", "a rejection needs its ground");
const CHECK: Text = text("실명 확인일에는 결과(confirmed, failed)가 필요합니다", "a day of checking needs its result (confirmed, failed)");
const MERGER: Text =
    text("병합에는 병합한 추천(merged_into)과 병합일이 필요합니다", "a merger needs the nomination it went into (merged_into) and its day");
/// What a file cannot change, and the verb that does. How many nominated is counted from the
/// mergers, so it is known after the last row.
const COMPUTED: [(&str, &str); 6] = [
    ("nominee", "nominate edit --nominee"),
    ("department", "nominate edit --nominee"),
    ("unit", "nominate edit --nominee"),
    ("timing", "nominate period"),
    ("period", "nominate period"),
    ("entries", "nominate enter"),
];

/// Imports nominations; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "nominate import", file, &move || Box::new(Nominations { new, later: Vec::new() }))
}

struct Nominations {
    new: bool,
    later: Vec<Later>,
}

/// What a row says that other rows may have to be there for: a merger needs the other nomination,
/// and a decision may rest on a merger.
struct Later {
    line: usize,
    code: String,
    on: NaiveDate,
    what: What,
}

enum What {
    Merged { into: String, reason: Option<String> },
    Decided(Act, Detail),
}

impl What {
    const fn code(&self) -> &'static str {
        match self {
            Self::Merged { .. } => Act::Merged.code(),
            Self::Decided(act, _) => act.code(),
        }
    }
}

impl Later {
    /// In the order of their days; on one day mergers first, since a decision may rest on them.
    fn order(&self) -> (NaiveDate, bool, usize) {
        (self.on, matches!(self.what, What::Decided(..)), self.line)
    }

    fn record(&self, change: &Change) -> Result<()> {
        match &self.what {
            What::Merged { into, reason } => merge::merge(change, &self.code, into, self.on, reason.as_deref()),
            What::Decided(act, detail) => act_on(change, &self.code, self.on, *act, detail),
        }
    }
}

/// What a row says.
struct Told {
    code: Option<String>,
    title: String,
    received_on: NaiveDate,
    source: &'static str,
    nominator: Option<String>,
    nominees: Vec<Nominee>,
    check: Option<(NaiveDate, Act)>,
    later: Option<(NaiveDate, What)>,
    columns: Vec<(&'static str, Value)>,
}

impl Importer for Nominations {
    fn columns(&self) -> Vec<Column> {
        NOMINATIONS.imported()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title", "nominees", "source", "received_on"]
    }

    /// A nominator's name is nobody's business.
    fn shown(&self) -> fn(&str, &str) -> String {
        |column, value| if column == "nominator" { masked(value) } else { value.to_owned() }
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let Some(told) = told(change, row)? else { return Ok(Outcome::Same(String::new())) };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => match store::like(change, told.received_on, &told.title, &told.nominees)? {
                Some(code) => store::known(change, &code)?,
                None => None,
            },
        };
        let (outcome, later) = match known {
            None => insert(change, row, told)?,
            Some(nomination) => amend(change, row, &nomination, told)?,
        };
        self.later.extend(later);
        Ok(outcome)
    }

    fn finish(&mut self, change: &Change) -> Result<Vec<Late>> {
        self.later.sort_by_key(Later::order);
        let mut late = Vec::new();
        for later in std::mem::take(&mut self.later) {
            let Err(error) = later.record(change) else { continue };
            let refusal = error.downcast::<Refusal>()?;
            let (column, value) = match later.what {
                What::Merged { into, .. } => ("merged_into", into),
                What::Decided(..) => ("decided_on", later.on.to_string()),
            };
            late.push(Late { line: later.line, column, value, refusal });
        }
        Ok(late)
    }
}

/// Nominees as a cell has them: `S-0001`, or `S-0001=60; S-0002=40`.
fn nominees(typed: &str) -> Result<Vec<(String, Option<i64>)>, Expected> {
    typed.split([';', ',']).map(|one| rules::nominee(one.trim())).collect()
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let title = row.required("title", typed::title);
    let source = row.term("source", SOURCES);
    if row.given("source").is_none() {
        row.required("source", typed::title);
    }
    let nominees = row.required("nominees", nominees);
    let event = |key: &str, day: Option<NaiveDate>| {
        if let Some(day) = day.filter(|day| *day > change.today()) {
            row.refused(key, &future(day, change.today()));
        }
        day.filter(|day| *day <= change.today())
    };
    let received_on = event("received_on", row.required("received_on", typed::day));
    let check = check(row, event("checked_on", row.read("checked_on", typed::day)));
    let merged = merged(row, event("merged_on", row.read("merged_on", typed::day)));
    let decided = decided(change, row, event("decided_on", row.read("decided_on", typed::day)))?;
    if merged.is_some() && decided.is_some() {
        row.wrong("decided_on", DECISION.say());
    }
    let later = merged.or(decided);
    let team = row.read("team", typed::title);
    let mut columns: Vec<(&'static str, Value)> = vec![];
    let days = ["merit_from", "merit_to"].map(|key| (key, row.read(key, typed::day)));
    if let Err(refusal) = rules::in_order(days[0].1, days[1].1) {
        row.refused("merit_to", &refusal);
    }
    columns.extend(days.into_iter().filter_map(|(key, day)| Some((key, day?.to_string().into()))));
    columns.extend(row.read("merit", typed::long_text).map(|merit| ("merit", merit.into())));
    columns.extend(team.clone().map(|team| ("team", team.into())));
    columns.extend(row.named("task", |code| task::standing(change, &code.to_uppercase()))?.map(|task| ("task_id", task.id.into())));
    let (Some(title), Some(source), Some(typed_nominees), Some(received_on)) = (title, source, nominees, received_on) else {
        return Ok(None);
    };
    if let Err(refusal) = within_calendar(received_on) {
        row.refused("received_on", &refusal);
    }
    let nominator = match rules::nominator(source, row.given("nominator")) {
        Ok(name) => name,
        Err(refusal) => {
            row.refused("nominator", &refusal);
            None
        }
    };
    let nominees = row.found("nominees", store::nominees(change, &typed_nominees, team.as_deref(), received_on))?;
    Ok(nominees.map(|nominees| Told { code, title, received_on, source, nominator, nominees, check, later, columns }))
}

/// The check that a row tells, with its day.
fn check(row: &Row, checked_on: Option<NaiveDate>) -> Option<(NaiveDate, Act)> {
    let check = row.term("check_state", CHECKS).and_then(Act::of);
    let on = checked_on?;
    if check.is_none() {
        row.wrong("checked_on", CHECK.say());
    }
    check.map(|act| (on, act))
}

/// The merger that a row tells, with its day.
fn merged(row: &Row, merged_on: Option<NaiveDate>) -> Option<(NaiveDate, What)> {
    let into = row.read("merged_into", |typed| agree::canonical(&typed::title(typed)?.to_uppercase(), store::DIGITS));
    if let (Some(on), Some(into)) = (merged_on, into) {
        return Some((on, What::Merged { into, reason: row.read("reason", typed::long_text) }));
    }
    let is_told = ["merged_into", "merged_on"].iter().any(|key| row.given(key).is_some()) || row.term("state", STATES) == Some("merged");
    if is_told && !row.is_wrong() {
        row.wrong("merged_into", MERGER.say());
    }
    None
}

/// The decision that a row tells, with its day.
fn decided(change: &Change, row: &Row, decided_on: Option<NaiveDate>) -> Result<Option<(NaiveDate, What)>> {
    let state = row.term("state", STATES);
    let ground = row.read("ground", typed::title).map(|ground| rules::ground_typed(&ground));
    let note = row.read("reason", typed::long_text);
    let Some(on) = decided_on else { return Ok(None) };
    let what = |act: Act, detail: Detail| Ok(Some((on, What::Decided(act, detail))));
    match (state, &ground) {
        (Some("rejected"), None) => {
            row.wrong("ground", NO_GROUND.say());
            Ok(None)
        }
        (Some("rejected") | None, Some(typed)) => {
            if let Err(refusal) = rules::ground(row.given("code").unwrap_or_default(), typed, &store::grounds(change)?, note.as_deref()) {
                row.refused("ground", &refusal);
            }
            what(Act::Rejected, Detail { ground, note, ..Detail::default() })
        }
        // A nomination in a round was accepted before; a decision without a ground is one too.
        (Some("accepted" | "entered") | None, _) => what(Act::Accepted, Detail { note, ..Detail::default() }),
        _ => {
            row.wrong("decided_on", DECISION.say());
            Ok(None)
        }
    }
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<(Outcome, Option<Later>)> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.received_on.year())) {
        row.refused("code", &refusal);
    }
    if row.is_wrong() {
        return Ok((Outcome::Same(String::new()), None));
    }
    let mut columns = told.columns;
    columns.extend(store::nominator(change, None, told.source, told.nominator.as_deref(), (&told.nominees, told.received_on))?);
    columns.extend([("title", told.title.into()), ("source", told.source.to_owned().into())]);
    let new = New { code: told.code, received_on: told.received_on, nominees: told.nominees, columns };
    let code = store::insert(change, &new)?;
    if let Some((on, act)) = told.check {
        act_on(change, &code, on, act, &Detail::default())?;
    }
    agree(row, &Now::of(&NOMINATIONS.record(change, &[&code])?.main, &code), told.later.is_some());
    let later = told.later.map(|(on, what)| Later { line: row.number(), code: code.clone(), on, what });
    Ok((Outcome::New(code), later))
}

/// Records an act, judged with those before it.
fn act_on(change: &Change, code: &str, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let nomination = store::find(change, code)?;
    store::history(change, &nomination)?.with(on, act)?;
    store::act(change, nomination.id, on, act, detail)
}

/// What is computed must agree with the file where the file says it, but for what is yet to come.
fn agree(row: &Row, now: &Now, is_to_come: bool) {
    now.agrees(row, &COMPUTED);
    now.agrees(row, &[("check_state", "nominate verify"), ("checked_on", "nominate verify")]);
    if is_to_come {
        return;
    }
    // Entries of rounds are not in such a file.
    if now.is("state") != "entered" && row.given("state") != Some("entered") {
        now.agrees(row, &[("state", "nominate show")]);
    }
    now.agrees(row, &[("decided_on", "nominate accept"), ("merged_into", "nominate merge"), ("merged_on", "nominate merge")]);
}

fn amend(change: &Change, row: &Row, nomination: &Nomination, told: Told) -> Result<(Outcome, Option<Later>)> {
    let history = store::history(change, nomination)?;
    history.not_void()?;
    let code = &nomination.code;
    let now = Now::of(&NOMINATIONS.record(change, &[code])?.main, code);
    now.agrees(row, &[("received_on", "nominate void")]);
    if row.is_wrong() {
        return Ok((Outcome::Same(String::new()), None));
    }
    let mut difference = Vec::new();
    let mut values = told.columns;
    values.extend([("title", told.title.into()), ("source", told.source.to_owned().into())]);
    values.extend(store::nominator(change, Some(nomination), told.source, told.nominator.as_deref(), (&told.nominees, told.received_on))?);
    if store::by_code(&store::nominees_of(change, nomination.id)?) != store::by_code(&told.nominees) {
        history.nominees_editable()?;
        store::nominate(change, nomination.id, &told.nominees, change.today())?;
        values.push(("department_id", store::department_of(&told.nominees).into()));
        difference.push("nominees".to_owned());
    }
    let values = change.differing("nomination", nomination.id, values)?;
    difference.extend(values.iter().map(|(column, _)| column.trim_end_matches("_id").to_owned()));
    change.update("nomination", nomination.id, &values)?;
    if let Some((on, act)) = told.check.filter(|_| now.is("checked_on").is_empty()) {
        act_on(change, code, on, act, &Detail::default())?;
        difference.push(act.code().to_owned());
    }
    let is_settled = !now.is("decided_on").is_empty() || !now.is("merged_on").is_empty();
    let later = told.later.filter(|_| !is_settled).map(|(on, what)| Later { line: row.number(), code: code.clone(), on, what });
    difference.extend(later.iter().map(|later| later.what.code().to_owned()));
    agree(row, &Now::of(&NOMINATIONS.record(change, &[code])?.main, code), later.is_some());
    let outcome = if difference.is_empty() { Outcome::Same(code.clone()) } else { Outcome::Changed(code.clone(), difference.join(", ")) };
    Ok((outcome, later))
}
