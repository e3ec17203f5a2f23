//! The SQL of legal support.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::rules::{Done, History};
use super::{APPLICATIONS, Act};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::sequence::Sequence;
use crate::session::Change;

/// What codes of applications begin with.
pub(super) const PREFIX: &str = "LG";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// An application as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Application {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// `discipline`, `criminal` or `civil`.
    pub stage: String,
    /// Court instance of a civil case.
    pub instance: Option<i64>,
    /// The official's id.
    pub staff_id: i64,
    /// The department it is of.
    pub department_id: i64,
    /// The record it is about.
    pub record: Option<String>,
    /// When it was made.
    pub applied_on: NaiveDate,
    /// What the court's rule allows in this case.
    pub court_limit: Option<i64>,
    /// Whether it was voided.
    pub is_void: bool,
}

const SELECT: &str = "SELECT id, code, title, stage, instance, staff_id, department_id, record_code, applied_on, court_limit,
                        void_reason IS NOT NULL AS is_void FROM legal_support";

fn application(row: &Row) -> rusqlite::Result<Application> {
    Ok(Application {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        stage: row.get("stage")?,
        instance: row.get("instance")?,
        staff_id: row.get("staff_id")?,
        department_id: row.get("department_id")?,
        record: row.get("record_code")?,
        applied_on: day(row, "applied_on")?.unwrap_or_default(),
        court_limit: row.get("court_limit")?,
        is_void: row.get("is_void")?,
    })
}

/// The application of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Application> {
    let code = code.to_uppercase();
    match known(db, &code)? {
        Some(found) => Ok(found),
        None => Err(APPLICATIONS.missing(db, &code)?.into()),
    }
}

/// The application of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Application>> {
    Ok(db.row(&format!("{SELECT} WHERE code = :code"), named_params! { ":code": code }, application)?)
}

/// What tells applications apart: the person, the stage, the instance, and the matter, by its
/// record where it has one.
#[derive(Clone, Debug)]
pub struct Matter<'a> {
    /// The official's id.
    pub staff_id: i64,
    /// The stage.
    pub stage: &'a str,
    /// Court instance.
    pub instance: Option<i64>,
    /// The record it is about.
    pub record: Option<&'a str>,
    /// Its title.
    pub title: &'a str,
}

/// Another application for the same, if there is one.
pub fn twin(db: &Db, matter: &Matter, except: Option<i64>) -> Result<Option<Application>> {
    let sql = format!(
        "{SELECT} WHERE staff_id = :staff AND stage = :stage AND instance IS :instance AND void_reason IS NULL AND id IS NOT :except
           AND record_code IS :record AND (record_code IS NOT NULL OR title = :title) ORDER BY id LIMIT 1"
    );
    let params = named_params! {
        ":staff": matter.staff_id, ":stage": matter.stage, ":instance": matter.instance, ":except": except,
        ":record": matter.record, ":title": matter.title,
    };
    Ok(db.row(&sql, params, application)?)
}

/// Records an application and returns its code.
pub fn insert(change: &Change, applied_on: NaiveDate, code: Option<&str>, mut values: Vec<(&'static str, Value)>) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, applied_on.year(), DIGITS, code)?;
    values.extend([
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("applied_on", applied_on.to_string().into()),
    ]);
    change.insert_row("legal_support", &values)?;
    Ok(code)
}

/// What happened to an application so far.
pub fn history(db: &Db, application: &Application) -> Result<History> {
    let sql = "SELECT no, acted_on, kind, amount, cap, served_on FROM legal_act
               WHERE legal_support_id = :id AND void_reason IS NULL ORDER BY acted_on, id";
    let acts = db.rows(sql, named_params! { ":id": application.id }, done)?;
    Ok(History {
        code: application.code.clone(),
        is_criminal: application.stage == "criminal",
        applied_on: application.applied_on,
        is_void: application.is_void,
        acts: acts.into_iter().flatten().collect(),
    })
}

/// Judges the whole sequence of an application's acts again, as when something of it was taken back.
///
/// # Errors
/// What remains could not have happened.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    let application = find(db, code)?;
    let Application { id, staff_id, stage, instance, record, title, .. } = &application;
    let matter = Matter { staff_id: *staff_id, stage, instance: *instance, record: record.as_deref(), title };
    let twin = if application.is_void { None } else { twin(db, &matter, Some(*id))? };
    super::rules::once(twin.as_ref().map(|twin| twin.code.as_str()))?;
    Ok(history(db, &application)?.judge()?)
}

fn done(row: &Row) -> rusqlite::Result<Option<Done>> {
    let (no, on) = (row.get("no")?, day(row, "acted_on")?.unwrap_or_default());
    let amount = row.get::<_, Option<i64>>("amount")?.unwrap_or_default();
    let act = match row.get::<_, String>("kind")?.as_str() {
        // An approval of a year before the file was held against nothing here.
        "approved" => Act::Approved { amount, cap: row.get::<_, Option<i64>>("cap")?.unwrap_or(amount) },
        "refused" => Act::Refused,
        "withdrawn" => Act::Withdrawn,
        "indicted" => Act::Indicted,
        "paid" => Act::Paid { amount, served_on: day(row, "served_on")? },
        "cancelled" => Act::Cancelled,
        "repaid" => Act::Repaid { amount },
        _ => return Ok(None),
    };
    Ok(Some(Done { no, on, act }))
}

/// What goes with an act besides its day and its money.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// Who decided.
    pub body: Option<String>,
    /// Its document.
    pub document: Option<String>,
    /// By when a cancelled one is to be paid back.
    pub due: Option<NaiveDate>,
    /// Why, or a remark.
    pub note: Option<String>,
}

/// Records an act.
pub fn act(change: &Change, id: i64, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let (cap, served_on) = match act {
        Act::Approved { cap, .. } => (Some(cap), None),
        Act::Paid { served_on, .. } => (None, served_on),
        _ => (None, None),
    };
    change.insert(
        "INSERT INTO legal_act (legal_support_id, no, acted_on, kind, amount, cap, body, document, due, served_on, note)
         SELECT :id, coalesce(max(a.no), 0) + 1, :on, :kind, :amount, :cap, :body, :document, :due, :served, :note
           FROM legal_act a WHERE a.legal_support_id = :id",
        named_params! {
            ":id": id, ":on": on.to_string(), ":kind": act.code(), ":amount": act.amount(), ":cap": cap, ":body": detail.body,
            ":document": detail.document, ":due": detail.due.map(|day| day.to_string()),
            ":served": served_on.map(|day| day.to_string()), ":note": detail.note,
        },
    )?;
    Ok(())
}

/// Voids what an application has under a number.
pub fn void(change: &Change, id: i64, no: i64, reason: &str) -> Result<()> {
    let sql = "UPDATE legal_act SET void_reason = :reason WHERE legal_support_id = :id AND no = :no AND void_reason IS NULL";
    change.execute(sql, named_params! { ":id": id, ":no": no, ":reason": reason })?;
    Ok(())
}

/// The most an application may be given by a decision of a day: the cap in force then, and the
/// court's limit in its case where that is lower.
pub fn cap_on(db: &Db, application: &Application, on: NaiveDate) -> Result<i64> {
    let sql = "SELECT amount FROM legal_cap WHERE stage = :stage AND instance IS :instance AND since_on <= :on
               ORDER BY since_on DESC, id DESC LIMIT 1";
    let params = named_params! { ":stage": application.stage, ":instance": application.instance, ":on": on.to_string() };
    let cap: Option<i64> = db.row(sql, params, |row| row.get(0))?;
    Ok(application.court_limit.into_iter().chain(cap).min().unwrap_or_default())
}

/// The caps as they stand.
pub fn caps(db: &Db) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT stage, instance, amount, since_on, source FROM legal_cap_now
               ORDER BY CASE stage WHEN 'discipline' THEN 1 WHEN 'criminal' THEN 2 ELSE 3 END, instance";
    Ok(db.cells(sql, ())?)
}

/// The most that one application for legal support may be given.
#[derive(Clone, Copy, Debug)]
pub struct Cap<'a> {
    /// `discipline`, `criminal` or `civil`.
    pub stage: &'a str,
    /// Court instance of a civil case.
    pub instance: Option<i64>,
    /// Won.
    pub amount: i64,
    /// Where that is written.
    pub source: Option<&'a str>,
}

/// Records a cap of legal support.
///
/// # Errors
/// Whatever SQLite says.
pub fn insert_cap(change: &Change, cap: Cap, since: NaiveDate) -> Result<()> {
    let sql = "INSERT INTO legal_cap (stage, instance, amount, since_on, source) VALUES (:stage, :instance, :amount, :since, :source)";
    let Cap { stage, instance, amount, source } = cap;
    let since = since.to_string();
    let params = named_params! { ":stage": stage, ":instance": instance, ":amount": amount, ":since": since, ":source": source };
    change.insert(sql, params)?;
    Ok(())
}
