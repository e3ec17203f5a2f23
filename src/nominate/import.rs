//! How a row becomes a nomination: a code names one; without a code, a day of receipt, a title
//! and the nominees do. Decisions and checks of past years are taken with their days; merges
//! and entries of rounds are acts of their own and not in such a file.

use std::path::Path;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;

use super::store::{Detail, New, Nomination, Nominee};
use super::{Act, CHECKS, NOMINATIONS, SOURCES, STATES, rules, store};
use crate::calendar::rules::within_calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::task::store as task;
use crate::typed::{self, Expected};
use crate::words::korean::masked;
use crate::words::{Text, text};

const DECISION: Text = text("결정일에는 상태(accepted, rejected)가 필요합니다", "a day of decision needs its state (accepted, rejected)");
const NO_GROUND: Text = text("제외에는 사유가 필요합니다", "a rejection needs its ground");
const CHECK: Text = text("실명 확인일에는 결과(confirmed, failed)가 필요합니다", "a day of checking needs its result (confirmed, failed)");
/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 9] = [
    ("nominee", "nominate edit --nominee"),
    ("department", "nominate edit --nominee"),
    ("unit", "nominate edit --nominee"),
    ("sources", "nominate merge"),
    ("timing", "nominate period"),
    ("period", "nominate period"),
    ("merged_into", "nominate merge"),
    ("merged_on", "nominate merge"),
    ("entries", "nominate enter"),
];

/// Imports nominations; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "nominate import", file, &move || Box::new(Nominations { new }))
}

struct Nominations {
    new: bool,
}

/// What a row says.
struct Told {
    code: Option<String>,
    title: String,
    received_on: NaiveDate,
    source: &'static str,
    nominator: Option<String>,
    nominees: Vec<Nominee>,
    acts: Vec<(NaiveDate, Act, Detail)>,
    columns: Vec<(&'static str, Value)>,
}

impl Importer for Nominations {
    fn columns(&self) -> Vec<Column> {
        NOMINATIONS.columns.to_vec()
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
        match known {
            None => insert(change, row, told),
            Some(nomination) => amend(change, row, &nomination, told),
        }
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
    let acts = acts(
        change,
        row,
        event("checked_on", row.read("checked_on", typed::day)),
        event("decided_on", row.read("decided_on", typed::day)),
    )?;
    let team = row.read("team", typed::title);
    let mut columns: Vec<(&'static str, Value)> = vec![];
    let days = ["merit_from", "merit_to"].map(|key| (key, row.read(key, typed::day)));
    if let Err(refusal) = rules::in_order(days[0].1, days[1].1) {
        row.refused("merit_to", &refusal);
    }
    columns.extend(days.into_iter().filter_map(|(key, day)| Some((key, day?.to_string().into()))));
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
    Ok(nominees.map(|nominees| Told { code, title, received_on, source, nominator, nominees, acts, columns }))
}

/// The check and the decision that a row tells, with their days.
fn acts(change: &Change, row: &Row, checked_on: Option<NaiveDate>, decided_on: Option<NaiveDate>) -> Result<Vec<(NaiveDate, Act, Detail)>> {
    let mut acts = Vec::new();
    let check = row.term("check_state", CHECKS).and_then(Act::of);
    if let Some(on) = checked_on {
        match check {
            Some(act) => acts.push((on, act, Detail::default())),
            None => row.wrong("checked_on", CHECK.say()),
        }
    }
    let state = row.term("state", STATES);
    let ground = row.read("ground", typed::title).map(|ground| rules::ground_typed(&ground));
    let note = row.read("reason", typed::long_text);
    let Some(on) = decided_on else { return Ok(acts) };
    match (state, &ground) {
        (Some("rejected"), None) => row.wrong("ground", NO_GROUND.say()),
        (Some("rejected") | None, Some(typed)) => {
            if let Err(refusal) = rules::ground(row.given("code").unwrap_or_default(), typed, &store::grounds(change)?, note.as_deref()) {
                row.refused("ground", &refusal);
            }
            acts.push((on, Act::Rejected, Detail { ground, note, ..Detail::default() }));
        }
        // A nomination in a round was accepted before; a decision without a ground is one too.
        (Some("accepted" | "entered") | None, _) => acts.push((on, Act::Accepted, Detail { note, ..Detail::default() })),
        _ => row.wrong("decided_on", DECISION.say()),
    }
    Ok(acts)
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.received_on.year())) {
        row.refused("code", &refusal);
    }
    if row.is_wrong() {
        return Ok(Outcome::Same(String::new()));
    }
    let mut columns = told.columns;
    columns.extend(store::nominator(change, None, told.source, told.nominator.as_deref(), (&told.nominees, told.received_on))?);
    columns.extend([("title", told.title.into()), ("source", told.source.to_owned().into())]);
    let new = New { code: told.code, received_on: told.received_on, nominees: told.nominees, columns };
    let code = store::insert(change, &new)?;
    record(change, &code, &told.acts)?;
    agree(row, &Now::of(&NOMINATIONS.record(change, &[&code])?.main, &code));
    Ok(Outcome::New(code))
}

/// Records acts, each judged with those before it.
fn record(change: &Change, code: &str, acts: &[(NaiveDate, Act, Detail)]) -> Result<()> {
    for (on, act, detail) in acts {
        let nomination = store::find(change, code)?;
        store::history(change, &nomination)?.with(*on, *act)?;
        store::act(change, nomination.id, *on, *act, detail)?;
    }
    Ok(())
}

/// What is computed must agree with the file where the file says it.
fn agree(row: &Row, now: &Now) {
    now.agrees(row, &COMPUTED);
    // Merges and entries of rounds are not in such a file.
    if !matches!(now.is("state"), "merged" | "entered") && !matches!(row.given("state"), Some("merged" | "entered")) {
        now.agrees(row, &[("state", "nominate show")]);
    }
    now.agrees(row, &[("check_state", "nominate verify"), ("checked_on", "nominate verify"), ("decided_on", "nominate accept")]);
}

fn amend(change: &Change, row: &Row, nomination: &Nomination, told: Told) -> Result<Outcome> {
    let history = store::history(change, nomination)?;
    history.not_void()?;
    let code = &nomination.code;
    let now = Now::of(&NOMINATIONS.record(change, &[code])?.main, code);
    now.agrees(row, &[("received_on", "nominate void")]);
    if row.is_wrong() {
        return Ok(Outcome::Same(String::new()));
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
    let undone = |act: Act| match act {
        Act::Confirmed | Act::Failed => now.is("checked_on").is_empty(),
        _ => now.is("decided_on").is_empty(),
    };
    let acts: Vec<_> = told.acts.into_iter().filter(|(_, act, _)| undone(*act)).collect();
    record(change, code, &acts)?;
    difference.extend(acts.iter().map(|(_, act, _)| act.code().to_owned()));
    agree(row, &Now::of(&NOMINATIONS.record(change, &[code])?.main, code));
    if difference.is_empty() { Ok(Outcome::Same(code.clone())) } else { Ok(Outcome::Changed(code.clone(), difference.join(", "))) }
}
