//! The SQL of passive-administration reports: the report itself here, what happened to it in
//! a file of its own.

mod acts;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

pub use self::acts::{Detail, End, act, end, history, holds, in_time, judge_extension, void};
use super::REPORTS;
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::private;
use crate::session::Change;
use crate::words::korean::masked;

/// What the codes of reports begin with.
pub const PREFIX: &str = "PA";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 3;

/// A report as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Passive {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its due day as things stand.
    pub due: NaiveDate,
    /// Days to it; none once it has ended.
    pub days_left: Option<i64>,
    /// Whether a supplement is awaited, so that the clock stands.
    pub stands: bool,
    /// Whether the reporter gave no name.
    pub is_anonymous: bool,
    /// The reporter as shown.
    pub reporter: Option<String>,
    /// Where the reporter's own name is kept.
    pub private_id: Option<i64>,
    /// Its kind of petition.
    pub petition: String,
    /// The longest extension its counting rule allows.
    pub extension_max: i64,
    /// How often a supplement may be asked.
    pub supplement_max: Option<i64>,
    /// Whether it was voided.
    pub is_void: bool,
}

/// Whether a code is one of a report.
pub fn is_code(code: &str) -> bool {
    code.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with('-'))
}

/// The report of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Passive> {
    match known(db, code)? {
        Some(found) => Ok(found),
        None => Err(REPORTS.missing(db, code)?.into()),
    }
}

/// The report of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Passive>> {
    let sql = "SELECT v.id, v.code, v.title, v.received_on, v.due, v.days_left, v.anonymous, v.reporter, c.private_id, v.petition,
                      r.extension_max, r.supplement_max, v.state = 'void' AS is_void,
                      v.state = 'paused' AND r.supplement_pauses = 1 AS stands
               FROM passive_status v JOIN passive_report c ON c.id = v.id JOIN clock_rule r ON r.id = c.clock_rule_id
               WHERE v.code = :code";
    Ok(db.row(sql, named_params! { ":code": code }, passive)?)
}

fn passive(row: &Row) -> rusqlite::Result<Passive> {
    Ok(Passive {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        received_on: day(row, "received_on")?.unwrap_or_default(),
        due: day(row, "due")?.unwrap_or_default(),
        days_left: row.get("days_left")?,
        stands: row.get("stands")?,
        is_anonymous: row.get("anonymous")?,
        reporter: row.get("reporter")?,
        private_id: row.get("private_id")?,
        petition: row.get("petition")?,
        extension_max: row.get("extension_max")?,
        supplement_max: row.get("supplement_max")?,
        is_void: row.get("is_void")?,
    })
}

/// The code of the report of a title and a day of receipt, if there is one.
pub fn like(db: &Db, title: &str, received_on: NaiveDate) -> Result<Option<String>> {
    let sql =
        "SELECT code FROM passive_report WHERE received_on = :received AND title = :title AND void_reason IS NULL ORDER BY id LIMIT 1";
    Ok(db.row(sql, named_params! { ":received": received_on.to_string(), ":title": title }, |row| row.get(0))?)
}

/// Records a report and returns its id and code.
pub fn insert(change: &Change, code: Option<&str>, received_on: NaiveDate, columns: &[(&'static str, Value)]) -> Result<(i64, String)> {
    let (year, seq, code) = numbering::code(change, PREFIX, received_on.year(), DIGITS, code)?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("received_on", received_on.to_string().into()),
    ];
    values.extend(columns.iter().cloned());
    Ok((change.insert_row("passive_report", &values)?, code))
}

/// The columns of a reporter, as far as they change: the name is kept apart, and only masked on
/// the report. A name that says nothing new changes nothing.
pub fn reporter(change: &Change, known: Option<&Passive>, name: &str) -> Result<Vec<(&'static str, Value)>> {
    if super::rules::is_nobody(name) {
        return Ok(nobody());
    }
    if known.is_some_and(|report| report.reporter.as_deref() == Some(name)) {
        return Ok(Vec::new());
    }
    let mut columns: Vec<(&'static str, Value)> = vec![("anonymous", 0.into())];
    let is_known = match known.and_then(|report| report.private_id) {
        Some(id) => private::is(change, id, name)?,
        None => false,
    };
    // A name with stars in it was masked before it came here.
    if name.contains('*') {
        columns.push(("reporter", name.to_owned().into()));
    } else if !is_known {
        columns.push(("reporter", masked(name).into()));
        columns.push(("private_id", private::keep(change, name)?.into()));
    }
    Ok(columns)
}

/// The columns of a reporter who gave no name.
pub fn nobody() -> Vec<(&'static str, Value)> {
    vec![("anonymous", 1.into()), ("reporter", Value::Null), ("private_id", Value::Null)]
}
