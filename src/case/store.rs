//! The SQL of cases for the public.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::rules::{self, Finding, People, Standing};
use super::{CASES, FIELDS, Words};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::private;
use crate::record;
use crate::refusal::{Kind, Rule, rule};
use crate::session::Change;

static NO_ENTRY: Rule = rule(Kind::NotFound, "E0897", "{round}에 후보 '{entry}'{entry:~이/가} 없습니다", "{round} has no entry '{entry}'");

/// What the codes of cases begin with.
pub const PREFIX: &str = "CS";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// A case as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Exemplary or failure.
    pub kind: String,
    /// What it was written from.
    pub source: String,
    /// Where it stands.
    pub standing: Standing,
    /// Its last text.
    pub text: Text,
    /// That text's id, its revision and its digest.
    pub written: (i64, i64, String),
    /// The approval of that text.
    pub approval_id: Option<i64>,
    /// Its last publication.
    pub publication_id: Option<i64>,
}

impl Case {
    /// Its title.
    pub fn title(&self) -> &str {
        self.text.words.part("title").unwrap_or_default()
    }
}

/// What a text says, whose it is and whom it credits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub words: Words,
    /// The department's id.
    pub department_id: Option<i64>,
    /// The ids of the credited, in order.
    pub credited: Vec<i64>,
}

/// A writing: who wrote, and when.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The day.
    pub on: NaiveDate,
    /// Who, as they say.
    pub writer: String,
}

/// The case of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Case> {
    match known(db, code)? {
        Some(case) => Ok(case),
        None => Err(CASES.missing(db, code)?.into()),
    }
}

/// The case of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Case>> {
    let sql = "SELECT s.*, (SELECT h.\"on\" FROM case_history h WHERE h.code = s.code ORDER BY h.\"on\" DESC LIMIT 1) AS last_on
               FROM case_status s WHERE s.code = :code";
    let Some(mut case) = db.row(sql, named_params! { ":code": code }, case)? else { return Ok(None) };
    let sql = "SELECT staff_id FROM case_credit WHERE text_id = :id ORDER BY seq";
    case.text.credited = db.rows(sql, named_params! { ":id": case.written.0 }, |row| row.get(0))?;
    Ok(Some(case))
}

fn case(row: &Row) -> rusqlite::Result<Case> {
    let mut words = Words::default();
    for field in FIELDS {
        words.set(field.code, row.get::<_, Option<String>>(field.code)?.as_deref());
    }
    let approver: Option<String> = row.get("approver")?;
    let publication_id: Option<i64> = row.get("publication_id")?;
    let standing = Standing {
        code: row.get("code")?,
        state: row.get("state")?,
        writer: row.get("writer")?,
        approved: approver.zip(day(row, "approved_on")?),
        was_public: publication_id.is_some(),
        last_on: day(row, "last_on")?.unwrap_or_default(),
    };
    Ok(Case {
        id: row.get("id")?,
        code: standing.code.clone(),
        kind: row.get("kind")?,
        source: row.get("source")?,
        standing,
        text: Text { words, department_id: row.get("department_id")?, credited: Vec::new() },
        written: (row.get("text_id")?, row.get("revision")?, row.get("sha256")?),
        approval_id: row.get("approval_id")?,
        publication_id,
    })
}

/// The code of the case of a kind, a source and a title, if there is one.
pub fn like(db: &Db, kind: &str, source: &str, title: &str) -> Result<Option<String>> {
    let sql = "SELECT code FROM case_status WHERE kind = :kind AND source = :source AND title = :title AND state <> 'void' LIMIT 1";
    Ok(db.row(sql, named_params! { ":kind": kind, ":source": source, ":title": title }, |row| row.get(0))?)
}

/// What a case is written from: the code as it is kept, and the department it brings along.
///
/// # Errors
/// No such record; a record that no case of this kind can be written from.
pub fn source(db: &Db, kind: &str, typed: &str) -> Result<(String, Option<i64>)> {
    let (code, entry) = typed.split_once(':').map_or((typed, None), |(code, entry)| (code, Some(entry.trim())));
    let found = record::named(db, code)?;
    let outcome = "SELECT outcome FROM task_status WHERE code = :code";
    let outcome: Option<String> = db.row(outcome, named_params! { ":code": found.code }, |row| row.get(0))?.flatten();
    rules::source(kind, &found.kind, &found.code, outcome.as_deref())?;
    let Some(entry) = entry else { return Ok((found.code, found.department_id)) };
    let sql = "SELECT e.code, e.department_id FROM eval_entry e JOIN eval_round r ON r.id = e.round_id
               WHERE r.code = :round AND upper(e.code) = upper(:entry) AND e.void_reason IS NULL";
    let known = db.row(sql, named_params! { ":round": found.code, ":entry": entry }, |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    if let Some((entry, department_id)) = known {
        return Ok((format!("{}:{entry}", found.code), department_id));
    }
    let refusal = NO_ENTRY.with("round", &found.code).with("entry", entry);
    Err(refusal.way_out(format!("proadmin {} show {}", found.kind, found.code)).into())
}

/// A case to be recorded.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Its code, where a year is entered with its codes.
    pub code: Option<&'a str>,
    /// Exemplary or failure.
    pub kind: &'a str,
    /// What it is written from.
    pub source: &'a str,
}

/// Records a case with its first text and returns its code.
pub fn insert(change: &Change, new: &New, text: &Text, writing: &Writing) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, writing.on.year(), DIGITS, new.code)?;
    let values: [(&str, Value); 6] = [
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("kind", new.kind.to_owned().into()),
        ("source", new.source.to_owned().into()),
        ("begun_on", writing.on.to_string().into()),
    ];
    let id = change.insert_row("case_file", &values)?;
    write(change, (id, new.kind), 1, text, writing)?;
    Ok(code)
}

/// Writes a case's text anew; the text before it stays, and its approval with it.
pub fn rewrite(change: &Change, case: &Case, text: &Text, writing: &Writing) -> Result<()> {
    write(change, (case.id, &case.kind), case.written.1 + 1, text, writing)
}

fn write(change: &Change, (case_id, kind): (i64, &str), revision: i64, text: &Text, writing: &Writing) -> Result<()> {
    let on: Value = writing.on.to_string().into();
    let mut values: Vec<(&str, Value)> = vec![
        ("case_id", case_id.into()),
        ("revision", revision.into()),
        ("department_id", text.department_id.into()),
        ("written_on", on.clone()),
        ("writer", writing.writer.clone().into()),
        ("sha256", sealed(change, kind, text)?.into()),
    ];
    values.extend(text.words.parts().map(|(field, part)| (field, part.to_owned().into())));
    let id = change.insert_row("case_text", &values)?;
    for (at, staff_id) in text.credited.iter().enumerate() {
        let seq = i64::try_from(at + 1).unwrap_or(i64::MAX);
        let values = [("text_id", id.into()), ("seq", seq.into()), ("staff_id", (*staff_id).into()), ("credited_on", on.clone())];
        change.insert_row("case_credit", &values)?;
    }
    Ok(())
}

/// The digest of a text as the public would read it, people and departments by their codes.
pub fn sealed(db: &Db, kind: &str, text: &Text) -> Result<String> {
    let code = |sql: &str, id: i64| -> Result<String> { Ok(db.row(sql, [id], |row| row.get(0))?.unwrap_or_default()) };
    let department = text.department_id.map(|id| code("SELECT code FROM department_name WHERE id = ?1", id)).transpose()?;
    let credited: Result<Vec<String>> = text.credited.iter().map(|id| code("SELECT code FROM staff_name WHERE id = ?1", *id)).collect();
    Ok(rules::sealed(kind, department.as_deref().unwrap_or_default(), &credited?, &text.words))
}

/// Whether what is about to be public is word by word what was approved.
///
/// # Errors
/// It is not.
pub fn as_approved(db: &Db, case: &Case) -> Result<()> {
    Ok(rules::as_approved(&case.code, &case.written.2, &sealed(db, &case.kind, &case.text)?)?)
}

/// Whether every published case is word by word what was approved.
///
/// # Errors
/// One is not.
pub fn all_as_approved(db: &Db) -> Result<()> {
    let codes: Vec<String> = db.rows("SELECT code FROM case_status WHERE state = 'published' ORDER BY code", (), |row| row.get(0))?;
    codes.iter().try_for_each(|code| as_approved(db, &find(db, code)?))
}

/// All that looks like personal data in a case's text, with what was waived of it.
pub fn findings(db: &Db, case: &Case) -> Result<Vec<Finding>> {
    let staff: Vec<(i64, String)> =
        db.rows("SELECT id, name FROM staff_status WHERE state <> 'void' ORDER BY id", (), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (credited, others): (Vec<_>, Vec<_>) = staff.into_iter().partition(|(id, _)| case.text.credited.contains(id));
    let names = |people: Vec<(i64, String)>| people.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    let sql = "SELECT sha256, reason FROM case_waiver WHERE case_id = :id ORDER BY waived_on, id";
    let waived: Vec<(String, String)> = db.rows(sql, named_params! { ":id": case.id }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let people = People { staff: names(others), residents: private::names(db)?, credited: names(credited) };
    let mut findings = rules::scan(&case.text.words, &people);
    for finding in &mut findings {
        finding.waived = waived.iter().rev().find(|(sha256, _)| *sha256 == finding.sha256).map(|(_, reason)| reason.clone());
    }
    Ok(findings)
}

/// Records that a finding may stand.
pub fn waive(change: &Change, case: &Case, finding: &Finding, on: NaiveDate, (waiver, reason): (&str, &str)) -> Result<()> {
    let values: [(&str, Value); 8] = [
        ("case_id", case.id.into()),
        ("field", finding.field.clone().into()),
        ("line", finding.line.into()),
        ("kind", finding.kind.to_owned().into()),
        ("sha256", finding.sha256.clone().into()),
        ("waiver", waiver.to_owned().into()),
        ("reason", reason.to_owned().into()),
        ("waived_on", on.to_string().into()),
    ];
    change.insert_row("case_waiver", &values)?;
    Ok(())
}

/// Records the approval of a case's text.
pub fn approve(change: &Change, case: &Case, on: NaiveDate, approver: &str) -> Result<()> {
    let (id, _, sha256) = &case.written;
    let values: [(&str, Value); 4] = [
        ("text_id", (*id).into()),
        ("sha256", sha256.clone().into()),
        ("approver", approver.to_owned().into()),
        ("approved_on", on.to_string().into()),
    ];
    change.insert_row("case_approval", &values)?;
    Ok(())
}

/// Records the publication of a case's text as it was approved.
pub fn publish(change: &Change, case: &Case, on: NaiveDate, publisher: &str) -> Result<()> {
    let values: [(&str, Value); 5] = [
        ("case_id", case.id.into()),
        ("text_id", case.written.0.into()),
        ("approval_id", case.approval_id.into()),
        ("publisher", publisher.to_owned().into()),
        ("published_on", on.to_string().into()),
    ];
    change.insert_row("case_publication", &values)?;
    Ok(())
}

/// Records that a publication ended.
pub fn withdraw(change: &Change, publication_id: i64, on: NaiveDate, (by, reason): (&str, &str)) -> Result<()> {
    let values: [(&str, Value); 3] =
        [("withdrawn_on", on.to_string().into()), ("withdrawn_by", by.to_owned().into()), ("withdrawn_reason", reason.to_owned().into())];
    Ok(change.update("case_publication", publication_id, &values)?)
}

/// What happened to a case, oldest first.
pub fn history(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT \"on\", act, revision, who, field, note FROM case_history WHERE code = :code ORDER BY \"on\", step, id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}
