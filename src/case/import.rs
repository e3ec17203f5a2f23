//! How a row becomes a case: a code names one; without a code, its kind, the record it was
//! written from and its title do. A row brings a text, written by whoever imports it.
//! Approvals and publications are acts of people and are not imported.

use std::path::Path;

use anyhow::Result;

use super::store::{Case, New, Text, Writing};
use super::{CASES, FIELDS, KINDS, STATES, rules, store};
use crate::calendar::rules::within_calendar;
use crate::import::agree::{self, Now};
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::store as office;
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::typed;
use crate::words::{Text as Phrase, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Phrase = text(
    "승인과 공개, 내린 일, 앞선 판과 쓴 사람은 파일에 없습니다. 가져온 사람이 쓴 초안이 됩니다",
    "approvals, publications, withdrawals, earlier texts and writers are not in the file; who imports it has written a draft",
);

/// Imports cases; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    let writer = session.actor();
    import::run(session, "case import", file, &move || Box::new(Cases { new, writer: writer.clone() }))
}

const OTHERS: Phrase = text("credited_codes 와 다릅니다", "does not agree with credited_codes");

struct Cases {
    new: bool,
    writer: String,
}

/// What a file cannot change, and the verb that does.
const COMPUTED: [(&str, &str); 7] = [
    ("approver", "case approve"),
    ("approved_on", "case approve"),
    ("published_on", "case publish"),
    ("withdrawn_on", "case withdraw"),
    ("withdrawn_reason", "case withdraw"),
    ("revision", "case edit"),
    ("sha256", "case edit"),
];

impl Importer for Cases {
    fn columns(&self) -> Vec<Column> {
        CASES.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["title", "kind", "source", "problem", "done", "effect"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let code = agree::code(row, store::DIGITS);
        let mut told = Text::default();
        for field in FIELDS {
            let part =
                if field.code.starts_with("title") { row.read(field.code, typed::title) } else { row.read(field.code, typed::long_text) };
            told.words.set(field.code, part.as_deref());
        }
        for field in ["title", "problem", "done", "effect", "source"] {
            row.required(field, typed::long_text);
        }
        let kind = row.required("kind", |typed| Ok(typed.to_owned())).and(row.term("kind", KINDS));
        let source = kind
            .zip(row.given("source"))
            .map(|(kind, typed)| row.found("source", store::source(change, kind, typed)))
            .transpose()?
            .flatten();
        told.credited = credited(change, row)?;
        let (Some(kind), Some((source, from_source))) = (kind, source) else { return Ok(Outcome::Same(String::new())) };
        told.department_id = match row.given("department") {
            Some(typed) => row.found("department", office::department_typed(change, typed))?.map(|department| department.id),
            None => from_source,
        };
        if let Err(refusal) = rules::complete(kind, &told.words) {
            row.refused("lesson", &refusal);
        }
        if row.is_wrong() {
            return Ok(Outcome::Same(String::new()));
        }
        let known = match &code {
            Some(code) => Some(code.clone()),
            None if self.new => None,
            None => store::like(change, kind, &source, told.words.part("title").unwrap_or_default())?,
        };
        let known = known.map(|code| store::known(change, &code)).transpose()?.flatten();
        match known {
            None => self.insert(change, row, &told, &New { code: code.as_deref(), kind, source: &source }),
            Some(case) => self.amend(change, row, &case, &told, (kind, &source)),
        }
    }
}

/// The credited, by their codes or, where there are none, by their names.
fn credited(change: &Change, row: &Row) -> Result<Vec<i64>> {
    let listed = |key: &str| -> Result<Vec<i64>> {
        let mut ids = Vec::new();
        for typed in row.given(key).unwrap_or_default().split(',').map(str::trim).filter(|typed| !typed.is_empty()) {
            let found = row.found(key, office::person_typed(change, typed))?;
            ids.extend(found.map(|person| person.id).filter(|id| !ids.contains(id)));
        }
        Ok(ids)
    };
    let by_code = listed("credited_codes")?;
    if row.given("credited_codes").is_none() {
        return listed("credited");
    }
    if let Some(names) = row.given("credited") {
        let known: Result<Vec<String>> = by_code
            .iter()
            .map(|id| Ok(change.row("SELECT name FROM staff_name WHERE id = ?1", [*id], |row| row.get(0))?.unwrap_or_default()))
            .collect();
        if known?.join(", ") != names {
            row.wrong("credited", OTHERS.say());
        }
    }
    Ok(by_code)
}

impl Cases {
    fn insert(&self, change: &Change, row: &Row, told: &Text, new: &New) -> Result<Outcome> {
        let begun_on = row.read("begun_on", typed::day).unwrap_or(change.today());
        if begun_on > change.today() {
            row.refused("begun_on", &future(begun_on, change.today()));
        }
        if let Err(refusal) = within_calendar(begun_on) {
            row.refused("begun_on", &refusal);
        }
        let year = chrono::Datelike::year(&begun_on);
        if let Some(Err(refusal)) = new.code.map(|code| numbering::fits(code, store::PREFIX, year)) {
            row.refused("code", &refusal);
        }
        if row.is_wrong() {
            return Ok(Outcome::Same(String::new()));
        }
        let writing = Writing { on: begun_on, writer: self.writer.clone() };
        let code = store::insert(change, new, told, &writing)?;
        let now = Now::of(&CASES.record(change, &[&code])?.main, &code);
        now.agrees(row, &COMPUTED);
        now.agrees(row, &[("state", leading_to(row)), ("written_on", "case edit --on")]);
        Ok(Outcome::New(code))
    }

    fn amend(&self, change: &Change, row: &Row, case: &Case, told: &Text, (kind, source): (&str, &str)) -> Result<Outcome> {
        let now = Now::of(&CASES.record(change, &[&case.code])?.main, &case.code);
        now.agrees(row, &COMPUTED);
        now.agrees(row, &[("state", leading_to(row)), ("begun_on", "case void")]);
        if kind != case.kind {
            now.agrees(row, &[("kind", "case void")]);
        }
        if source != case.source {
            now.agrees(row, &[("source", "case void")]);
        }
        if row.is_wrong() {
            return Ok(Outcome::Same(String::new()));
        }
        let differs: Vec<&str> =
            FIELDS.iter().map(|field| field.code).filter(|field| told.words.part(field) != case.text.words.part(field)).collect();
        let mut differs: Vec<String> = differs.into_iter().map(str::to_owned).collect();
        if told.department_id != case.text.department_id {
            differs.push("department".to_owned());
        }
        if told.credited != case.text.credited {
            differs.push("credited".to_owned());
        }
        if differs.is_empty() {
            return Ok(Outcome::Same(case.code.clone()));
        }
        let writing = Writing { on: change.today(), writer: self.writer.clone() };
        case.standing.writable(writing.on)?;
        store::rewrite(change, case, told, &writing)?;
        Ok(Outcome::Changed(case.code.clone(), differs.join(", ")))
    }
}

/// The verb that leads to the state a row says.
fn leading_to(row: &Row) -> &'static str {
    match row.term("state", STATES) {
        Some("approved") => "case approve",
        Some("published") => "case publish",
        Some("withdrawn") => "case withdraw",
        Some("void") => "case void",
        _ => "case show",
    }
}
