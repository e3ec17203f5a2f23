//! The SQL of exemption.

mod terms;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

pub use self::terms::{Limit, Scope, end_scopes, insert_limit, insert_scope, limits, scope_needs, scopes};
use super::rules::{Done, History};
use super::{Act, EXEMPTIONS};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::sequence::Sequence;
use crate::session::Change;

/// What codes of requests begin with.
pub(super) const PREFIX: &str = "EX";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// A request as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// `audit` or `discipline`.
    pub stage: String,
    /// Whose audit it is.
    pub auditor: Option<String>,
    /// What it rests on.
    pub basis: String,
    /// The record it is about.
    pub record: Option<String>,
    /// When it was taken up.
    pub opened_on: NaiveDate,
    /// When the audit ended.
    pub audit_ended_on: Option<NaiveDate>,
    /// Whether something is said of a committee.
    pub has_committee: bool,
    /// Whether it was voided.
    pub is_void: bool,
}

const SELECT: &str = "SELECT id, code, title, stage, auditor, basis, record_code, opened_on, audit_ended_on,
                        committee_on IS NOT NULL AS has_committee, void_reason IS NOT NULL AS is_void FROM exemption";

fn exemption(row: &Row) -> rusqlite::Result<Exemption> {
    Ok(Exemption {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        stage: row.get("stage")?,
        auditor: row.get("auditor")?,
        basis: row.get("basis")?,
        record: row.get("record_code")?,
        opened_on: day(row, "opened_on")?.unwrap_or_default(),
        audit_ended_on: day(row, "audit_ended_on")?,
        has_committee: row.get("has_committee")?,
        is_void: row.get("is_void")?,
    })
}

/// The request of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Exemption> {
    let code = code.to_uppercase();
    match known(db, &code)? {
        Some(found) => Ok(found),
        None => Err(EXEMPTIONS.missing(db, &code)?.into()),
    }
}

/// The request of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Exemption>> {
    Ok(db.row(&format!("{SELECT} WHERE code = :code"), named_params! { ":code": code }, exemption)?)
}

/// The request of a stage, a basis, a record and a title, if there is one.
pub fn like(db: &Db, stage: &str, basis: &str, record: Option<&str>, title: &str) -> Result<Option<Exemption>> {
    let sql = format!(
        "{SELECT} WHERE stage = :stage AND basis = :basis AND record_code IS :record AND title = :title AND void_reason IS NULL
         ORDER BY id LIMIT 1"
    );
    let params = named_params! { ":stage": stage, ":basis": basis, ":record": record, ":title": title };
    Ok(db.row(&sql, params, exemption)?)
}

/// Whether a code is one of a request for exemption by its shape.
pub fn is_code(code: &str) -> bool {
    code.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with('-'))
}

/// Records a request and returns its code.
pub fn insert(change: &Change, opened_on: NaiveDate, code: Option<&str>, mut values: Vec<(&'static str, Value)>) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, opened_on.year(), DIGITS, code)?;
    values.extend([
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("opened_on", opened_on.to_string().into()),
    ]);
    change.insert_row("exemption", &values)?;
    Ok(code)
}

/// By when a request is to be made, if there is a limit.
pub fn due(db: &Db, id: i64) -> Result<Option<NaiveDate>> {
    let sql = "SELECT d.date FROM exemption_due u JOIN day d ON d.no = u.due_no WHERE u.id = :id";
    Ok(db.row(sql, named_params! { ":id": id }, |row| day(row, "date"))?.flatten())
}

/// What happened to a request so far.
pub fn history(db: &Db, request: &Exemption) -> Result<History> {
    let sql = "SELECT no, acted_on, kind FROM exemption_act WHERE exemption_id = :id AND void_reason IS NULL ORDER BY acted_on, id";
    let acts = db.rows(sql, named_params! { ":id": request.id }, |row| {
        let (no, on) = (row.get("no")?, day(row, "acted_on")?.unwrap_or_default());
        Ok(Act::of(&row.get::<_, String>("kind")?).map(|act| Done { no, on, act }))
    })?;
    Ok(History {
        code: request.code.clone(),
        opened_on: request.opened_on,
        due: due(db, request.id)?,
        is_void: request.is_void,
        acts: acts.into_iter().flatten().collect(),
    })
}

/// What goes with an act besides its day.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// Who decided.
    pub body: Option<String>,
    /// Its document.
    pub document: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// Judges the whole sequence of a request's acts again, as when something of it was taken back.
///
/// # Errors
/// What remains could not have happened.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    Ok(history(db, &find(db, code)?)?.judge()?)
}

/// Records an act.
pub fn act(change: &Change, id: i64, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    change.insert(
        "INSERT INTO exemption_act (exemption_id, no, acted_on, kind, body, document, note)
         SELECT :id, coalesce(max(a.no), 0) + 1, :on, :kind, :body, :document, :note FROM exemption_act a WHERE a.exemption_id = :id",
        named_params! {
            ":id": id, ":on": on.to_string(), ":kind": act.code(), ":body": detail.body, ":document": detail.document, ":note": detail.note,
        },
    )?;
    Ok(())
}

/// Voids what a request has under a number.
pub fn void(change: &Change, id: i64, no: i64, reason: &str) -> Result<()> {
    let sql = "UPDATE exemption_act SET void_reason = :reason WHERE exemption_id = :id AND no = :no AND void_reason IS NULL";
    change.execute(sql, named_params! { ":id": id, ":no": no, ":reason": reason })?;
    Ok(())
}

/// What the audit office found.
#[derive(Clone, Debug)]
pub struct Finding<'a> {
    /// Of which condition.
    pub condition: &'a str,
    /// Whether it is met.
    pub met: bool,
    /// The document it stands in.
    pub document: Option<&'a str>,
    /// Remark.
    pub note: Option<&'a str>,
}

/// Records a finding and returns its number.
pub fn finding(change: &Change, consultation_id: i64, on: NaiveDate, finding: &Finding) -> Result<i64> {
    let sql = "SELECT coalesce(max(no), 0) + 1 FROM exemption_finding WHERE consultation_id = ?1";
    let no: i64 = change.row(sql, [consultation_id], |row| row.get(0))?.unwrap_or(1);
    change.insert(
        "INSERT INTO exemption_finding (consultation_id, no, found_on, condition, met, document, note)
         VALUES (:case, :no, :on, :condition, :met, :document, :note)",
        named_params! {
            ":case": consultation_id, ":no": no, ":on": on.to_string(), ":condition": finding.condition, ":met": finding.met,
            ":document": finding.document, ":note": finding.note,
        },
    )?;
    Ok(no)
}

/// Voids a finding; whether there was one of that number.
pub fn void_finding(change: &Change, consultation_id: i64, no: i64, reason: &str) -> Result<bool> {
    let sql = "UPDATE exemption_finding SET void_reason = :reason WHERE consultation_id = :case AND no = :no AND void_reason IS NULL";
    Ok(change.execute(sql, named_params! { ":case": consultation_id, ":no": no, ":reason": reason })? > 0)
}

/// The requests for pre-consulting that serve a task.
pub fn consultations_of(db: &Db, task: &str) -> Result<Vec<String>> {
    let sql = "SELECT c.code FROM consultation c JOIN task t ON t.id = c.task_id
               WHERE t.code = :task AND c.void_reason IS NULL ORDER BY c.year, c.seq";
    Ok(db.rows(sql, named_params! { ":task": task }, |row| row.get(0))?)
}

/// The requests for exemption about a record.
pub fn about(db: &Db, record: &str) -> Result<Vec<String>> {
    let sql = "SELECT code FROM exemption WHERE record_code = :record AND void_reason IS NULL ORDER BY year, seq";
    Ok(db.rows(sql, named_params! { ":record": record }, |row| row.get(0))?)
}

/// A condition of a record: its cells as `exemption check` shows them, and what the command
/// that supplies it depends on.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The record it is about.
    pub record: String,
    /// One of [`super::CONDITIONS`].
    pub condition: String,
    /// One of [`super::STATUSES`].
    pub status: String,
    /// Its cells: evidence, number, day, document, what the letter says, blanks, remark.
    pub cells: Vec<Value>,
    /// Parts of the application that are blank, with commas.
    pub blank: String,
    /// Whether its letter was issued.
    pub answered: bool,
    /// Whether the department reported.
    pub followed_up: bool,
}

fn condition(row: &Row) -> rusqlite::Result<Condition> {
    let cells = ["evidence", "no", "on", "document", "result", "blank", "detail"];
    Ok(Condition {
        record: row.get("code")?,
        condition: row.get("condition")?,
        status: row.get("status")?,
        cells: cells.iter().map(|name| row.get(*name)).collect::<rusqlite::Result<_>>()?,
        blank: row.get::<_, Option<String>>("blank")?.unwrap_or_default(),
        answered: row.get("answered")?,
        followed_up: row.get("followed_up")?,
    })
}

/// The chain of a request for pre-consulting.
pub fn chain(db: &Db, code: &str) -> Result<Vec<Condition>> {
    let sql = "SELECT code, condition, status, evidence, no, \"on\", document, result, blank, detail, answered, followed_up
               FROM exemption_chain WHERE code = :code ORDER BY seq";
    Ok(db.rows(sql, named_params! { ":code": code }, condition)?)
}

/// What a request for exemption rests on besides.
pub fn grounds(db: &Db, code: &str) -> Result<Vec<Condition>> {
    let sql = "SELECT code, condition, status, CASE status WHEN 'missing' THEN NULL ELSE 'request' END AS evidence, NULL AS no, \"on\",
                      document, NULL AS result, NULL AS blank, detail, 1 AS answered, 1 AS followed_up
               FROM exemption_ground WHERE code = :code ORDER BY seq";
    Ok(db.rows(sql, named_params! { ":code": code }, condition)?)
}

/// The days of a request's limit, from the end of the audit to the due day: date, weekday,
/// counted, which counted day, why, nothing, holiday.
pub fn days(db: &Db, id: i64) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT d.date, d.weekday, x.counted, CASE WHEN x.counted = 1 THEN x.day_no END,
                 CASE WHEN d.no = x.due_no THEN 'due' WHEN d.no >= x.end_no THEN 'rolled' WHEN d.no = x.base THEN 'ended'
                   WHEN x.counted = 0 THEN 'day_off' ELSE 'counted' END,
                 NULL, (SELECT string_agg(h.name, ', ') FROM holiday h WHERE h.date = d.date AND h.void_reason IS NULL)
               FROM (SELECT z.*, sum(z.counted) OVER (ORDER BY z.no) AS day_no FROM (
                   SELECT y.no, u.base, u.end_no, u.due_no, CASE WHEN y.no > u.base AND y.no <= u.end_no
                     AND (u.unit = 'calendar' OR y.no IN (SELECT w.no FROM working_day w)) THEN 1 ELSE 0 END AS counted
                   FROM exemption_due u JOIN day y ON y.no BETWEEN u.base AND u.due_no WHERE u.id = :id) z) x
               JOIN day d ON d.no = x.no ORDER BY d.no";
    Ok(db.cells(sql, named_params! { ":id": id })?)
}

/// The days and the source of the limit of a request.
pub fn limit(db: &Db, id: i64) -> Result<Option<(i64, Option<String>)>> {
    let sql = "SELECT days, source FROM exemption_due WHERE id = :id";
    Ok(db.row(sql, named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}
