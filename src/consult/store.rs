//! The SQL of pre-consulting: the request itself here, what happened to it, its clock, its
//! letters and its documents each in a file of their own.

mod acts;
mod clock;
mod documents;
mod letters;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

pub use self::acts::{Detail, End, act, end, find_anew, follow_ups_among, history, holds, void};
pub use self::clock::{in_time, judge_extension};
pub use self::documents::{attach, attachments, bytes, received};
pub use self::letters::{Facts, follow_up, in_force, issue, last_letter, says_the_same};
use super::{CONSULTATIONS, rules};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::private;
use crate::session::Change;
use crate::words::korean::masked;

/// What the codes of requests begin with.
pub const PREFIX: &str = "PC";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 3;

/// A request as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Consultation {
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
    /// Who applies.
    pub applicant_type: String,
    /// The applicant as shown.
    pub applicant: Option<String>,
    /// Where the applicant's own name is kept.
    pub private_id: Option<i64>,
    /// The longest extension its counting rule allows.
    pub extension_max: i64,
    /// How often a supplement may be asked.
    pub supplement_max: Option<i64>,
    /// Whether it was voided.
    pub is_void: bool,
    /// Whether its clock stands while a supplement is awaited.
    pub stands: bool,
}

/// A request to be recorded.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// Its code, where a year is entered with its codes.
    pub code: Option<String>,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its other columns.
    pub columns: Vec<(&'static str, Value)>,
}

/// The request of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Consultation> {
    match known(db, code)? {
        Some(found) => Ok(found),
        None => Err(CONSULTATIONS.missing(db, code)?.into()),
    }
}

/// The request of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Consultation>> {
    let sql = "SELECT v.id, v.code, v.title, v.received_on, v.due, v.days_left, v.applicant_type, v.applicant, c.private_id,
                      r.extension_max, r.supplement_max, v.state = 'void' AS is_void,
                      v.state = 'paused' AND r.supplement_pauses = 1 AS stands
               FROM consultation_status v JOIN consultation c ON c.id = v.id JOIN clock_rule r ON r.id = c.clock_rule_id
               WHERE v.code = :code";
    Ok(db.row(sql, named_params! { ":code": code }, consultation)?)
}

fn consultation(row: &Row) -> rusqlite::Result<Consultation> {
    Ok(Consultation {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        received_on: day(row, "received_on")?.unwrap_or_default(),
        due: day(row, "due")?.unwrap_or_default(),
        days_left: row.get("days_left")?,
        applicant_type: row.get("applicant_type")?,
        applicant: row.get("applicant")?,
        private_id: row.get("private_id")?,
        extension_max: row.get("extension_max")?,
        supplement_max: row.get("supplement_max")?,
        is_void: row.get("is_void")?,
        stands: row.get("stands")?,
    })
}

/// The code of the request of a department, a title and a day of receipt, if there is one.
pub fn like(db: &Db, department_id: i64, title: &str, received_on: NaiveDate) -> Result<Option<String>> {
    let sql = "SELECT code FROM consultation WHERE department_id = :department AND received_on = :received AND title = :title
                 AND void_reason IS NULL LIMIT 1";
    let params = named_params! { ":department": department_id, ":received": received_on.to_string(), ":title": title };
    Ok(db.row(sql, params, |row| row.get(0))?)
}

/// Records a request and returns its id and code.
pub fn insert(change: &Change, new: &New) -> Result<(i64, String)> {
    let (year, seq, code) = numbering::code(change, PREFIX, new.received_on.year(), DIGITS, new.code.as_deref())?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("received_on", new.received_on.to_string().into()),
    ];
    values.extend(new.columns.iter().cloned());
    Ok((change.insert_row("consultation", &values)?, code))
}

/// The applicant's columns, as far as they change: a petitioner's name is kept apart, and only
/// masked on the request. A name that says nothing new changes nothing.
pub fn applicant(
    change: &Change,
    known: Option<&Consultation>,
    given_type: Option<&str>,
    name: Option<&str>,
) -> Result<Vec<(&'static str, Value)>> {
    let before = known.and_then(|case| case.applicant.as_deref());
    let kept = known.and_then(|case| case.private_id);
    let is_person = given_type.or(known.map(|case| case.applicant_type.as_str())) == Some("petitioner");
    if let Some(case) = known.filter(|case| is_person && case.applicant_type != "petitioner") {
        rules::not_in_clear(&case.code, case.applicant.is_some() && kept.is_none())?;
    }
    let Some(name) = name.filter(|name| Some(*name) != before) else { return Ok(Vec::new()) };
    rules::whose(given_type, known.map(|case| case.applicant_type.as_str()))?;
    if !is_person {
        return Ok(vec![("applicant", name.to_owned().into()), ("private_id", Value::Null)]);
    }
    let mut columns: Vec<(&'static str, Value)> = vec![("applicant", masked(name).into())];
    let is_known = match kept {
        Some(id) => private::is(change, id, name)?,
        None => false,
    };
    // A name with stars in it was masked before it came here.
    if name.contains('*') {
        columns = vec![("applicant", name.to_owned().into())];
    } else if !is_known {
        columns.push(("private_id", private::keep(change, name)?.into()));
    }
    Ok(columns)
}
