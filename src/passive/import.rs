//! How a row becomes a report: a code names one; without a code, a title and a day of receipt
//! do. What happened in past years is taken with its days; what the reporter was told is not
//! in such a file. A row with a period is a number that was published.

mod published;

use std::path::Path;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;

use super::store::{self, Detail, End, Passive};
use super::{Act, CHANNELS, Ending, FINDINGS, GROUNDS, OUTCOMES, PETITIONS, PUBLISHED, REMEDIES, REPORTS, STATES, TYPES, act as judged};
use crate::calendar::rules::within_calendar;
use crate::clock;
use crate::clock::moves::{self, Move};
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::store as office;
use crate::report::{Column, Exported, Report};
use crate::session::{Change, Session, future};
use crate::typed;
use crate::words::korean::masked;
use crate::words::{Term, Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "회신 내용, 연결한 기록, 보완·연장 등의 사유, 마지막 것이 아닌 조치, 공개된 실적은 파일에 없습니다",
    "replies, linked records, the reasons of supplements and extensions, remedies but the last and what was published are not in the file",
);
const DAY_NEEDED: Text = text("{what} 칸이 있으면 날짜가 필요합니다", "needs its day where {what} is given");
const WHAT_NEEDED: Text = text("날짜가 있으면 {what} 칸이 필요합니다", "a day needs {what} beside it");
const ENDING: Text = text(
    "종결에는 상태(answered, settled, passed, dismissed, withdrawn)가, 이첩에는 사유와 부서가 필요합니다",
    "an ending needs its state (answered, settled, passed, dismissed, withdrawn), one that was passed on its ground and department",
);
const NOT_REFERRED: Text = text("소극행정 신고에는 이송이 없습니다", "a report is not referred");
/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 4] =
    [("due", "passive extend"), ("days_left", "passive extend"), ("in_time", "passive answer"), ("answered_on", "passive answer")];
/// What happened, as it was recorded, and the verb that tells it.
const HAPPENED: [(&str, &str); 12] = [
    ("type", "passive classify"),
    ("classified_on", "passive classify"),
    ("finding", "passive find"),
    ("found_on", "passive find"),
    ("remedy", "passive remedy"),
    ("remedied_on", "passive remedy"),
    ("closed_on", "passive show"),
    ("ground", "passive pass"),
    ("passed_to", "passive pass"),
    ("re_reported_on", "passive re-report"),
    ("acrc_outcome", "passive re-report"),
    ("acrc_decided_on", "passive re-report"),
];

/// Imports reports; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "passive import", file, &move || Box::new(Reports { new }))
}

struct Reports {
    new: bool,
}

/// Something that happened, with its day.
struct Told {
    /// The column that says its day.
    key: &'static str,
    on: NaiveDate,
    act: Act,
    what: Option<String>,
}

/// What happened to a report, in the order it must have happened.
struct Happened {
    moves: Vec<Move>,
    before: Vec<Told>,
    end: Option<(NaiveDate, End)>,
    after: Vec<Told>,
}

impl Importer for Reports {
    fn columns(&self) -> Vec<Column> {
        let published = PUBLISHED.iter().filter(|column| column.exported != Exported::Never);
        REPORTS.imported().into_iter().chain(published.cloned()).collect()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title|period_start", "received_on|period_start"]
    }

    /// A reporter is a resident.
    fn shown(&self) -> fn(&str, &str) -> String {
        |column, value| if column == "reporter" { masked(value) } else { value.to_owned() }
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        if row.given("period_start").is_some() {
            return published::keep(change, row);
        }
        let code = agree::code(row, store::DIGITS);
        let title = row.required("title", typed::title);
        let received_on = day(row, change, "received_on");
        if row.given("received_on").is_none() {
            row.required("received_on", typed::day);
        }
        let (Some(title), Some(received_on)) = (title, received_on) else { return Ok(Outcome::Same(String::new())) };
        if let Err(refusal) = within_calendar(received_on) {
            row.refused("received_on", &refusal);
            return Ok(Outcome::Same(String::new()));
        }
        let known = match (&code, self.new) {
            (Some(code), _) => store::known(change, code)?,
            (None, true) => None,
            (None, false) => match store::like(change, &title, received_on)? {
                Some(code) => store::known(change, &code)?,
                None => None,
            },
        };
        if known.as_ref().is_some_and(|report| !row.once("code", &report.code)) {
            return Ok(Outcome::Same(String::new()));
        }
        match known {
            None => insert(change, row, code.as_deref(), title, received_on),
            Some(report) => amend(change, row, &report, title),
        }
    }
}

/// A day on which something happened: not one that lies ahead.
fn day(row: &Row, change: &Change, key: &str) -> Option<NaiveDate> {
    let day = row.read(key, typed::day)?;
    if day > change.today() {
        row.refused(key, &future(day, change.today()));
        return None;
    }
    Some(day)
}

/// The columns of the report itself that a row gives.
fn columns(change: &Change, row: &Row, known: Option<&Passive>, received_on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
    let mut columns: Vec<(&'static str, Value)> = Vec::new();
    let department = row.named("department", |name| office::department_on(change, name, received_on))?;
    columns.extend(department.map(|department| ("department_id", department.id.into())));
    columns.extend(row.named("handler", |handler| office::person_typed(change, handler))?.map(|person| ("handler_id", person.id.into())));
    columns.extend(row.read("receipt_no", typed::title).map(|number| ("receipt_no", number.into())));
    columns.extend(row.read("content", typed::long_text).map(|content| ("content", content.into())));
    columns.extend(row.term("channel", CHANNELS).map(|code| ("channel", code.to_owned().into())));
    let petition = row.term("petition", PETITIONS);
    columns.extend(petition.map(|code| ("petition", code.to_owned().into())));
    let usual = petition.or(if known.is_none() { Some("grievance") } else { None });
    let rule = match (row.given("rule"), usual) {
        (Some(code), _) => Some(clock::rule_id(change, code, received_on)),
        (None, Some(petition)) => Some(clock::usual(change, petition, received_on)),
        (None, None) => None,
    };
    let rule = rule.map(|rule| row.found("rule", rule)).transpose()?.flatten();
    columns.extend(rule.map(|id| ("clock_rule_id", id.into())));
    let anonymous = row.read("anonymous", typed::flag);
    match row.read("reporter", typed::title) {
        Some(name) if anonymous != Some(true) => columns.extend(store::reporter(change, known, &name)?),
        _ if anonymous == Some(true) => columns.extend(store::nobody()),
        _ => {}
    }
    Ok(columns)
}

/// What happened, as a row says it.
fn happened(change: &Change, row: &Row) -> Result<Happened> {
    let mut before = Vec::new();
    let mut after = Vec::new();
    before.extend(one(change, row, ("type", TYPES), "classified_on", |_| Act::Classified));
    before.extend(one(change, row, ("finding", FINDINGS), "found_on", |code| Act::Found { confirmed: code != "not_confirmed" }));
    before.sort_by_key(|told| told.on);
    after.extend(one(change, row, ("remedy", REMEDIES), "remedied_on", |_| Act::Remedied));
    let again = day(row, change, "re_reported_on");
    after.extend(again.map(|on| Told { key: "re_reported_on", on, act: Act::ReReported, what: None }));
    after.extend(one(change, row, ("acrc_outcome", OUTCOMES), "acrc_decided_on", |_| Act::Decided));
    Ok(Happened { moves: moves::told(change, row), before, end: ending(change, row)?, after })
}

/// One thing that happened: what, and its day.
fn one(
    change: &Change,
    row: &Row,
    (what, terms): (&'static str, &'static [Term]),
    key: &'static str,
    act: fn(&str) -> Act,
) -> Option<Told> {
    let (code, on) = (row.term(what, terms), day(row, change, key));
    match (code, on) {
        (Some(code), Some(on)) => Some(Told { key, on, act: act(code), what: Some(code.to_owned()) }),
        (Some(_), None) if row.given(key).is_none() => {
            row.wrong(key, DAY_NEEDED.with("what", what));
            None
        }
        (None, Some(_)) if row.given(what).is_none() => {
            row.wrong(what, WHAT_NEEDED.with("what", what));
            None
        }
        _ => None,
    }
}

fn ending(change: &Change, row: &Row) -> Result<Option<(NaiveDate, End)>> {
    let (ground, state) = (row.term("ground", GROUNDS), row.term("state", STATES));
    let closed_on = day(row, change, "closed_on");
    let day = closed_on.unwrap_or_else(|| change.today());
    let to = row.named("passed_to", |name| office::department_on(change, name, day))?.map(|department| department.id);
    if to.is_none() && row.given("passed_to").is_some() {
        return Ok(None);
    }
    let Some(on) = closed_on else { return Ok(None) };
    let known = Ending::ALL.into_iter().find(|ending| Some(ending.code()) == state);
    let fits = known.filter(|ending| (*ending == Ending::Passed) == ground.is_some() && (*ending == Ending::Passed) == to.is_some());
    let Some(ending) = fits else {
        row.wrong("closed_on", ENDING.say());
        return Ok(None);
    };
    let due = clock::issued_under(row, row.given("received_on").and_then(|typed| typed::day(typed).ok()));
    Ok(Some((on, End { ending, ground: ground.map(str::to_owned), department_id: to, text: None, due })))
}

fn insert(change: &Change, row: &Row, code: Option<&str>, title: String, received_on: NaiveDate) -> Result<Outcome> {
    if let Some(Err(refusal)) = code.map(|code| numbering::fits(code, store::PREFIX, received_on.year())) {
        row.refused("code", &refusal);
    }
    let mut columns = columns(change, row, None, received_on)?;
    let told = happened(change, row)?;
    if row.is_wrong() {
        return Ok(Outcome::Same(String::new()));
    }
    for (column, value) in [("channel", "epeople".to_owned().into()), ("petition", "grievance".to_owned().into()), ("anonymous", 0.into())]
    {
        if !columns.iter().any(|(given, _)| *given == column) {
            columns.push((column, value));
        }
    }
    columns.push(("title", title.into()));
    let (_, code) = store::insert(change, code, received_on, &columns)?;
    within_calendar(store::find(change, &code)?.due)?;
    record(change, row, &code, told)?;
    agree(change, row, &code)?;
    Ok(Outcome::New(code))
}

fn amend(change: &Change, row: &Row, report: &Passive, title: String) -> Result<Outcome> {
    let now = Now::of(&REPORTS.record(change, &[&report.code])?.main, &report.code);
    now.agrees(row, &[("received_on", "passive edit --received-on"), ("anonymous", "passive edit")]);
    let mut values = columns(change, row, Some(report), report.received_on)?;
    values.push(("title", title.into()));
    let values = change.differing("passive_report", report.id, values)?;
    let resting = ["petition", "clock_rule_id", "anonymous", "reporter"];
    let resting: Vec<&str> = values.iter().map(|(column, _)| *column).filter(|column| resting.contains(column)).collect();
    store::history(change, report)?.editable(&resting)?;
    let mut difference: Vec<String> = values.iter().map(|(column, _)| column.trim_end_matches("_id").to_owned()).collect();
    let mut told = happened(change, row)?;
    if row.is_wrong() {
        return Ok(Outcome::Same(report.code.clone()));
    }
    // What is recorded already is compared with the file, not recorded again.
    let is_new = |told: &Told| now.is(told.key).is_empty();
    told.moves = moves::new(told.moves, &now);
    told.before.retain(is_new);
    told.after.retain(is_new);
    told.end = told.end.filter(|_| now.is("closed_on").is_empty());
    difference.extend(told.moves.first().map(|_| moves::KEY.to_owned()));
    difference.extend(told.before.iter().chain(&told.after).map(|told| told.key.to_owned()));
    difference.extend(told.end.iter().map(|_| "closed_on".to_owned()));
    change.update("passive_report", report.id, &values)?;
    record(change, row, &report.code, told)?;
    agree(change, row, &report.code)?;
    Ok(if difference.is_empty() {
        Outcome::Same(report.code.clone())
    } else {
        Outcome::Changed(report.code.clone(), difference.join(", "))
    })
}

/// Records what happened, each act judged where it falls.
fn record(change: &Change, row: &Row, code: &str, told: Happened) -> Result<()> {
    for one in told.moves {
        moved(change, row, code, &one)?;
    }
    for one in told.before {
        act(change, row, code, &one)?;
    }
    if let Some((on, end)) = told.end {
        let report = store::find(change, code)?;
        match store::history(change, &report)?.with(on, Act::Ended(end.ending)) {
            Ok(_) => store::end(change, &report, on, &end)?,
            Err(refusal) => row.refused("closed_on", &refusal),
        }
    }
    for one in told.after {
        act(change, row, code, &one)?;
    }
    Ok(())
}

fn act(change: &Change, row: &Row, code: &str, told: &Told) -> Result<()> {
    let detail = Detail { what: told.what.clone(), ..Detail::default() };
    row.found(told.key, judged::record(change, &store::find(change, code)?, told.on, told.act, &detail)).map(drop)
}

/// What moved the clock; a report is not referred.
fn moved(change: &Change, row: &Row, code: &str, one: &Move) -> Result<()> {
    let Some(what) = Act::of(&one.kind, None).filter(|act| act.moves_the_clock()) else {
        row.wrong(moves::KEY, NOT_REFERRED.say());
        return Ok(());
    };
    let detail = Detail { days: one.days, ..Detail::default() };
    row.found(moves::KEY, judged::record(change, &store::find(change, code)?, one.on, what, &detail)).map(drop)
}

/// What is computed, and what happened, must agree with the file where the file says it.
fn agree(change: &Change, row: &Row, code: &str) -> Result<()> {
    if row.is_wrong() {
        return Ok(());
    }
    let now = Now::of(&REPORTS.record(change, &[code])?.main, code);
    now.agrees(row, &COMPUTED);
    now.agrees(row, &HAPPENED);
    moves::agree(row, &now, "passive void --act");
    now.agrees(row, &[("rule", "passive edit --rule"), ("state", "passive show")]);
    Ok(())
}
