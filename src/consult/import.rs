//! How a row becomes a request: a code names one; without a code, a department, a title and
//! a day of receipt do. What moved the clock and endings of past years are taken with their days;
//! the letter's text is not in such a file, so an imported answer has none. A row with a period is a figure that an
//! office published.

mod published;

use std::path::Path;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;

use super::store::{Consultation, Detail, End, New};
use super::{APPLICANTS, Act, BODIES, CONSULTATIONS, Ending, GROUNDS, MATTERS, PUBLISHED, RESULTS, STATES, act, store};
use crate::calendar::rules::within_calendar;
use crate::clock;
use crate::clock::moves::{self, Move};
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::{Department, store as office};
use crate::report::{Column, Exported, Report};
use crate::session::{Change, Session, future};
use crate::task;
use crate::typed;
use crate::words::korean::masked;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "수리와 검토, 의견서와 그 정정, 이행결과, 첨부, 반려·취하·보완·연장·이송의 사유, 공개된 실적은 파일에 없습니다",
    "acceptances, reviews, letters, follow-ups, documents, the reasons of supplements, extensions, referrals and endings, and what was published are not in the file",
);
const ENDING: Text = text(
    "종결에는 상태(answered, returned, withdrawn)와, 회신이면 의견이 필요합니다",
    "an ending needs its state (answered, returned, withdrawn) and, for an answer, its result",
);
const NO_BODY: Text = text("이송에는 이송처({bodies})가 필요합니다", "a referral needs its body ({bodies})");
/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 5] = [
    ("due", "consult extend"),
    ("days_left", "consult extend"),
    ("in_time", "consult answer"),
    ("rule", "consult edit --rule"),
    ("referred_to", "consult refer"),
];

/// Columns that stand on the opinion letter.
const ON_THE_LETTER: [&str; 6] = ["title", "department_id", "applicant_type", "applicant", "law", "issue"];
/// What the applicant told beside it, and its flags: told after the letter, it needs a reason.
const TOLD: [(&str, &str); 3] = [("background", "--background"), ("own_opinion", "--own-opinion"), ("self_check", "--self-check")];

/// Imports requests; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "consult import", file, &move || Box::new(Consultations { new }))
}

struct Consultations {
    new: bool,
}

struct Told {
    code: Option<String>,
    title: String,
    department: Department,
    received_on: NaiveDate,
    moves: Vec<Move>,
    end: Option<(NaiveDate, End)>,
    applicant_type: Option<&'static str>,
    applicant: Option<String>,
    columns: Vec<(&'static str, Value)>,
}

impl Importer for Consultations {
    fn columns(&self) -> Vec<Column> {
        let published = PUBLISHED.iter().filter(|column| column.exported != Exported::Never);
        CONSULTATIONS.imported().into_iter().chain(published.cloned()).collect()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title|period_start", "department|period_start", "received_on|period_start"]
    }

    /// An applicant may be a resident.
    fn shown(&self) -> fn(&str, &str) -> String {
        |column, value| if column == "applicant" { masked(value) } else { value.to_owned() }
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        if row.given("period_start").is_some() {
            return published::keep(change, row);
        }
        let Some(told) = told(change, row)? else { return Ok(Outcome::Same(String::new())) };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => match store::like(change, told.department.id, &told.title, told.received_on)? {
                Some(code) => store::known(change, &code)?,
                None => None,
            },
        };
        match known {
            None => insert(change, row, told),
            Some(case) => amend(change, row, &case, told),
        }
    }
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let title = row.required("title", typed::title);
    let department = row.required("department", typed::title);
    let event = |key: &str, day: Option<NaiveDate>| {
        if let Some(day) = day.filter(|day| *day > change.today()) {
            row.refused(key, &future(day, change.today()));
        }
        day.filter(|day| *day <= change.today())
    };
    let received_on = event("received_on", row.required("received_on", typed::day));
    let answered_on = event("answered_on", row.read("answered_on", typed::day));
    let closed_on = event("closed_on", row.read("closed_on", typed::day));
    let end = ending(row, received_on, answered_on, closed_on);
    let moves = moves::told(change, row);
    let mut columns = columns(change, row)?;
    let applicant_type = row.term("applicant_type", APPLICANTS);
    columns.extend(applicant_type.map(|code| ("applicant_type", code.to_owned().into())));
    let applicant = row.read("applicant", typed::title);
    let (Some(title), Some(department), Some(received_on)) = (title, department, received_on) else { return Ok(None) };
    if let Err(refusal) = within_calendar(received_on) {
        row.refused("received_on", &refusal);
        return Ok(None);
    }
    let department = row.found("department", office::department_on(change, &department, received_on))?;
    Ok(department.map(|department| Told { code, title, department, received_on, moves, end, applicant_type, applicant, columns }))
}

fn ending(
    row: &Row,
    received_on: Option<NaiveDate>,
    answered_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
) -> Option<(NaiveDate, End)> {
    let result = row.term("result", RESULTS);
    let ground = row.term("ground", GROUNDS);
    let state = row.term("state", STATES);
    let on = answered_on.or(closed_on)?;
    let ending = match (state, result, ground) {
        (Some("returned"), ..) | (None, None, Some(_)) => Some(Ending::Returned),
        (Some("withdrawn"), ..) => Some(Ending::Withdrawn),
        (_, Some(_), _) => Some(Ending::Answered),
        _ => None,
    };
    if ending.is_none() {
        row.wrong(if answered_on.is_some() { "answered_on" } else { "closed_on" }, ENDING.say());
    }
    let due = clock::issued_under(row, received_on);
    let end = End { ending: ending?, result: result.map(str::to_owned), ground: ground.map(str::to_owned), reason: None, due };
    Some((on, end))
}

fn columns(change: &Change, row: &Row) -> Result<Vec<(&'static str, Value)>> {
    let mut columns: Vec<(&'static str, Value)> = Vec::new();
    columns.extend(row.named("task", |code| task::store::standing(change, &code.to_uppercase()))?.map(|task| ("task_id", task.id.into())));
    columns.extend(row.named("handler", |handler| office::person_typed(change, handler))?.map(|person| ("handler_id", person.id.into())));
    columns.extend(row.term("matter", MATTERS).map(|code| ("matter", code.to_owned().into())));
    for key in ["background", "law", "issue", "own_opinion", "self_check"] {
        columns.extend(row.read(key, typed::long_text).map(|text| (key, text.into())));
    }
    Ok(columns)
}

fn insert(change: &Change, row: &Row, told: Told) -> Result<Outcome> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.received_on.year())) {
        row.refused("code", &refusal);
    }
    if row.is_wrong() {
        return Ok(Outcome::Same(String::new()));
    }
    let mut columns = told.columns;
    columns.extend(store::applicant(change, None, told.applicant_type, told.applicant.as_deref())?);
    let rule = match row.given("rule") {
        Some(code) => clock::rule_id(change, code, told.received_on)?,
        None => clock::usual(change, "consult", told.received_on)?,
    };
    columns.push(("clock_rule_id", rule.into()));
    columns.push(("title", told.title.into()));
    columns.push(("department_id", told.department.id.into()));
    let (_, code) = store::insert(change, &New { code: told.code, received_on: told.received_on, columns })?;
    within_calendar(store::find(change, &code)?.due)?;
    moved(change, row, &code, told.moves)?;
    if let Some((on, end)) = told.end {
        close(change, &store::find(change, &code)?, on, end)?;
    }
    agree(row, &Now::of(&CONSULTATIONS.record(change, &[&code])?.main, &code));
    Ok(Outcome::New(code))
}

/// Records what moved the clock, each judged as if it were entered by its verb.
fn moved(change: &Change, row: &Row, code: &str, moves: Vec<Move>) -> Result<()> {
    for Move { kind, on, days, body } in moves {
        let is_body = |body: &String| BODIES.iter().any(|known| known.code == body);
        let Some(what) = Act::of(&kind, None).filter(|_| body.iter().all(is_body)) else {
            row.wrong(moves::KEY, NO_BODY.with("bodies", typed::one_of(BODIES)));
            return Ok(());
        };
        let case = store::find(change, code)?;
        row.found(moves::KEY, act::record(change, &case, on, what, &Detail { days, body, ..Detail::default() }))?;
    }
    Ok(())
}

fn close(change: &Change, case: &Consultation, on: NaiveDate, mut end: End) -> Result<()> {
    store::history(change, case)?.with(on, Act::Ended(end.ending))?;
    end.due = (end.ending == Ending::Answered).then(|| end.due.unwrap_or(case.due));
    store::end(change, case.id, on, &end)
}

/// What is computed must agree with the file where the file says it.
fn agree(row: &Row, now: &Now) {
    if row.is_wrong() {
        return;
    }
    now.agrees(row, &COMPUTED);
    moves::agree(row, now, "consult void --act");
    // What came of an answer is not in such a file.
    if now.is("state") != "answered" || row.given("state") != Some("closed") {
        now.agrees(row, &[("state", leading_to(row))]);
    }
    now.agrees(row, &["result", "answered_on", "closed_on", "ground"].map(|key| (key, "consult show")));
}

/// The verb that leads to the state a row says.
fn leading_to(row: &Row) -> &'static str {
    match row.term("state", STATES) {
        Some("accepted") => "consult accept",
        Some("paused") => "consult supplement",
        Some("reviewing") => "consult review",
        Some("referred") => "consult refer",
        Some("answered") => "consult answer",
        Some("returned") => "consult return",
        Some("withdrawn") => "consult withdraw",
        Some("closed") => "consult follow-up",
        Some("void") => "consult void",
        _ => "consult show",
    }
}

fn amend(change: &Change, row: &Row, case: &Consultation, told: Told) -> Result<Outcome> {
    let now = Now::of(&CONSULTATIONS.record(change, &[&case.code])?.main, &case.code);
    let ends = told.end.filter(|_| now.is("closed_on").is_empty());
    now.agrees(row, &[("received_on", "consult edit --received-on")]);
    let mut values = told.columns;
    values.push(("title", told.title.into()));
    values.push(("department_id", told.department.id.into()));
    values.extend(store::applicant(change, Some(case), told.applicant_type, told.applicant.as_deref())?);
    let values = change.differing("consultation", case.id, values)?;
    let on_the_letter: Vec<&str> = values.iter().map(|(column, _)| *column).filter(|column| ON_THE_LETTER.contains(column)).collect();
    let told_late = TOLD.iter().filter(|(told, _)| values.iter().any(|(column, _)| column == told));
    let history = store::history(change, case)?;
    history.editable(&on_the_letter)?;
    history.told_in_time(&told_late.map(|(_, flag)| *flag).collect::<Vec<_>>())?;
    let mut difference: Vec<String> = values.iter().map(|(column, _)| column.trim_end_matches("_id").to_owned()).collect();
    change.update("consultation", case.id, &values)?;
    let moves = moves::new(told.moves, &now);
    difference.extend(moves.first().map(|_| moves::KEY.to_owned()));
    moved(change, row, &case.code, moves)?;
    if let Some((on, end)) = ends {
        difference.push("closed_on".to_owned());
        close(change, &store::find(change, &case.code)?, on, end)?;
    }
    agree(row, &Now::of(&CONSULTATIONS.record(change, &[&case.code])?.main, &case.code));
    if difference.is_empty() {
        Ok(Outcome::Same(case.code.clone()))
    } else {
        Ok(Outcome::Changed(case.code.clone(), difference.join(", ")))
    }
}
