//! The SQL of awards.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params, params_from_iter};

use super::AWARDS;
use crate::db::Db;
use crate::numbering;
use crate::office::store::{self as office, day};
use crate::session::Change;

/// What codes of awards begin with.
pub(super) const PREFIX: &str = "AW";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// An award as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Award {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// The case it was given for, else its name.
    pub title: String,
    /// Its year.
    pub year: i32,
    /// Whose it is, where it is another office's.
    pub org: Option<String>,
    /// Since when it is known.
    pub noted_on: NaiveDate,
    /// The day it was given.
    pub awarded_on: Option<NaiveDate>,
    /// Whether it was voided.
    pub is_void: bool,
}

const SELECT: &str = "SELECT id, code, coalesce(case_title, contest) AS title, year, org, noted_on, awarded_on,
                        void_reason IS NOT NULL AS is_void FROM award";

fn award(row: &Row) -> rusqlite::Result<Award> {
    Ok(Award {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        year: row.get("year")?,
        org: row.get("org")?,
        noted_on: day(row, "noted_on")?.unwrap_or_default(),
        awarded_on: day(row, "awarded_on")?,
        is_void: row.get("is_void")?,
    })
}

/// The award of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Award> {
    let code = code.to_uppercase();
    match known(db, &code)? {
        Some(award) => Ok(award),
        None => Err(AWARDS.missing(db, &code)?.into()),
    }
}

/// The award of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Award>> {
    Ok(db.row(&format!("{SELECT} WHERE code = :code"), named_params! { ":code": code }, award)?)
}

/// What tells one award from another where no code does.
const NATURAL: [&str; 8] = ["contest", "section", "grade", "org", "department_id", "department_text", "staff_id", "case_title"];

/// The award of a year that is like `values` in all that tells one from another, if there is
/// one.
pub fn like(db: &Db, year: i32, values: &[(&'static str, Value)]) -> Result<Option<Award>> {
    let of = |key: &str| values.iter().find(|(column, _)| *column == key).map_or(Value::Null, |(_, value)| value.clone());
    let same: Vec<String> = NATURAL.iter().enumerate().map(|(at, key)| format!("{key} IS ?{}", at + 2)).collect();
    let sql = format!("{SELECT} WHERE year = ?1 AND {} AND void_reason IS NULL ORDER BY id LIMIT 1", same.join(" AND "));
    let params = std::iter::once(i64::from(year).into()).chain(NATURAL.iter().map(|key| of(key)));
    Ok(db.row(&sql, params_from_iter(params), award)?)
}

/// Records an award and returns its code.
pub fn insert(change: &Change, year: i32, code: Option<&str>, mut values: Vec<(&'static str, Value)>) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, year, DIGITS, code)?;
    values.extend([("code", code.clone().into()), ("year", i64::from(year).into()), ("seq", seq.into())]);
    change.insert_row("award", &values)?;
    Ok(code)
}

/// Another office's name as it is kept: none for this office's own.
pub fn foreign(db: &Db, org: Option<String>) -> Result<Option<String>> {
    let (_, own) = office::office(db)?;
    Ok(org.filter(|org| *org != own))
}

/// The department of an award of a day: one of ours, or the name of another office's.
pub fn department(db: &Db, org: Option<&str>, typed: &str, on: NaiveDate) -> Result<[(&'static str, Value); 2]> {
    Ok(match org {
        Some(_) => [("department_id", Value::Null), ("department_text", typed.to_owned().into())],
        None => [("department_id", office::department_on(db, typed, on)?.id.into()), ("department_text", Value::Null)],
    })
}

/// What came of an award on a day, or nothing new: then false.
pub fn follow(change: &Change, award_id: i64, on: NaiveDate, text: &str, link: Option<&str>) -> Result<bool> {
    let sql =
        "SELECT EXISTS (SELECT 1 FROM award_outcome WHERE award_id = :award AND followed_on = :on AND text = :text AND link IS :link)";
    let params = named_params! { ":award": award_id, ":on": on.to_string(), ":text": text, ":link": link };
    if change.row(sql, params, |row| row.get::<_, bool>(0))?.unwrap_or(false) {
        return Ok(false);
    }
    let sql = "INSERT INTO award_outcome (award_id, followed_on, text, link) VALUES (:award, :on, :text, :link)";
    change.insert(sql, params)?;
    Ok(true)
}

/// What came of an award: day, text, link.
pub fn outcomes(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT o.followed_on, o.text, o.link FROM award_outcome o JOIN award a ON a.id = o.award_id
                WHERE a.code = :code ORDER BY o.followed_on, o.id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}
