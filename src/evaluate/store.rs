//! The SQL by which rounds and what is in them are found and recorded. What was recorded
//! before under the same name is corrected, and a voided row comes back when it is entered
//! again. What raters give entries is in `given`.

mod body;
mod given;
mod stage;
mod tracks;

pub use body::{Adoption, adopt, adoption, find_member};
pub use given::{Score, bonus, bonuses, conflict, highest, score, void_of_entry};
pub use stage::{Stage, beside, copy, follower, handed_out, standings};
pub use tracks::{
    Shares, candidate, candidates, enter, insert_members, is_from, is_outcome, link_lesson, misconduct, outcomes, track, twin,
    void_misconduct,
};

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::rules::On;
use super::{ROUNDS, rules};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::session::Change;
use crate::words::Text;

const PREFIX: &str = "EV";
const DIGITS: usize = 2;

/// A round as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Round {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The hash of its results.
    pub closed_hash: Option<String>,
    /// Whether it was voided.
    pub is_void: bool,
}

/// A thing of a round that has a name: a criterion, a component, an entry, a rater, a grade.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its id.
    pub id: i64,
    /// Its code or name.
    pub name: String,
    /// Its maximum in hundredths; 0 where it has none.
    pub max: i64,
    /// What kind of component it is; empty for all else.
    pub kind: String,
}

/// What recording came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is new.
    New,
    /// It was so already.
    Same,
    /// It was something else before: these points, or no number.
    Was(Option<i64>),
}

/// The round of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Round> {
    let code = code.to_uppercase();
    let sql = "SELECT id, code, title, closed_on, closed_hash, void_reason IS NOT NULL AS is_void FROM eval_round WHERE code = :code";
    match db.row(sql, named_params! { ":code": code }, round)? {
        Some(found) => Ok(found),
        None => Err(ROUNDS.missing(db, &code)?.into()),
    }
}

/// The round of a code, for a write.
///
/// # Errors
/// None of that code; it is closed or void.
pub fn open_round(db: &Db, code: &str) -> Result<Round> {
    let round = find(db, code)?;
    rules::may_change(&round.code, round.closed_on, round.is_void)?;
    Ok(round)
}

fn round(row: &Row) -> rusqlite::Result<Round> {
    Ok(Round {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        closed_on: day(row, "closed_on")?,
        closed_hash: row.get("closed_hash")?,
        is_void: row.get("is_void")?,
    })
}

/// Records a round and returns its id and code.
pub fn insert_round(change: &Change, year: i32, opened_on: NaiveDate, columns: &[(&'static str, Value)]) -> Result<(i64, String)> {
    let (year, seq, code) = numbering::code(change, PREFIX, year, DIGITS, None)?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("opened_on", opened_on.to_string().into()),
    ];
    values.extend(columns.iter().cloned());
    Ok((change.insert_row("eval_round", &values)?, code))
}

/// The year of a round.
pub fn year(db: &Db, round: i64) -> Result<i32> {
    let sql = "SELECT year FROM eval_round WHERE id = :round";
    Ok(db.row(sql, named_params! { ":round": round }, |row| row.get(0))?.unwrap_or_default())
}

/// The days between which a round's indicators count, where they were set.
pub fn period(db: &Db, round: i64) -> Result<(Option<String>, Option<String>)> {
    let sql = "SELECT count_from, count_to FROM eval_round WHERE id = :round";
    Ok(db.row(sql, named_params! { ":round": round }, |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// Copies the criteria and indicators of a rubric into a round; returns how many there were.
pub fn copy_rubric(change: &Change, round: i64, rubric: &str, on: NaiveDate) -> Result<usize> {
    let criteria = change.execute(
        "INSERT INTO eval_criterion (round_id, seq, name, max, outcome, set_on)
         SELECT :round, seq, name, max, outcome, :on FROM rubric_criterion
          WHERE rubric = :rubric AND indicator IS NULL ORDER BY seq",
        named_params! { ":round": round, ":rubric": rubric, ":on": on.to_string() },
    )?;
    let indicators = change.execute(
        "INSERT INTO eval_component (round_id, seq, name, kind, weight, max, indicator, unit, unit_points, set_on)
         SELECT :round, seq, name, 'indicator', 10000, max, indicator, unit, unit_points, :on FROM rubric_criterion
          WHERE rubric = :rubric AND indicator IS NOT NULL ORDER BY seq",
        named_params! { ":round": round, ":rubric": rubric, ":on": on.to_string() },
    )?;
    Ok(criteria + indicators)
}

/// The names of the rubrics.
pub fn rubrics(db: &Db) -> Result<Vec<String>> {
    Ok(db.rows("SELECT DISTINCT rubric FROM rubric_criterion ORDER BY rubric", (), |row| row.get(0))?)
}

/// A kind of thing in a round: its table, the column that names it, and its own columns.
#[derive(Clone, Copy, Debug)]
pub struct Sort {
    /// The table.
    pub table: &'static str,
    /// The column that names one.
    pub key: &'static str,
    /// What one is called.
    pub what: Text,
    max: &'static str,
    kind: &'static str,
}

/// Criteria.
pub const CRITERIA: Sort = Sort { table: "eval_criterion", key: "name", what: rules::CRITERION, max: "max", kind: "''" };
/// Components.
pub const COMPONENTS: Sort = Sort { table: "eval_component", key: "name", what: rules::COMPONENT, max: "max", kind: "kind" };
/// Entries.
pub const ENTRIES: Sort = Sort { table: "eval_entry", key: "code", what: rules::ENTRY, max: "0", kind: "''" };
/// Raters.
pub const RATERS: Sort = Sort { table: "rater", key: "code", what: rules::RATER, max: "0", kind: "''" };
/// Grades.
pub const GRADES: Sort = Sort { table: "eval_grade", key: "name", what: rules::GRADE, max: "0", kind: "''" };

/// All of a sort in a round.
pub fn all(db: &Db, round: i64, sort: Sort) -> Result<Vec<Named>> {
    let Sort { table, key, max, kind, .. } = sort;
    let sql = format!(
        "SELECT id, {key} AS name, {max} AS max, {kind} AS kind FROM {table}
          WHERE round_id = :round AND void_reason IS NULL ORDER BY id"
    );
    Ok(db.rows(&sql, named_params! { ":round": round }, |row| {
        Ok(Named { id: row.get("id")?, name: row.get("name")?, max: row.get("max")?, kind: row.get("kind")? })
    })?)
}

/// A place in the order that splits ties is one criterion's: another that had it has none now.
pub fn free_place(change: &Change, round: i64, name: &str, place: i64) -> Result<()> {
    let sql = "UPDATE eval_criterion SET tie_order = NULL
                WHERE round_id = :round AND tie_order = :place AND name <> :name AND void_reason IS NULL";
    change.execute(sql, named_params! { ":round": round, ":place": place, ":name": name })?;
    Ok(())
}

/// One of a sort in a round, if there is one of that name.
pub fn known(db: &Db, round: i64, sort: Sort, typed: &str) -> Result<Option<Named>> {
    Ok(all(db, round, sort)?.into_iter().find(|named| named.name == typed))
}

/// One of a sort in a round.
///
/// # Errors
/// None of that name.
pub fn named(db: &Db, round: &Round, sort: Sort, typed: &str) -> Result<Named> {
    let all = all(db, round.id, sort)?;
    let found = all.iter().find(|named| named.name == typed).or_else(|| all.iter().find(|named| named.name.eq_ignore_ascii_case(typed)));
    if let Some(found) = found {
        return Ok(found.clone());
    }
    let known: Vec<String> = all.into_iter().map(|named| named.name).collect();
    Err(rules::no_such(&round.code, sort.what, typed, &known).into())
}

/// Records one of a sort under its name, or corrects what differs; `on` is the day it is set
/// on when it is new or comes back from void. Returns its id and what that came to.
///
/// # Errors
/// It stands, and another day was given for it.
pub fn set(
    change: &Change,
    round: i64,
    sort: Sort,
    name: &str,
    on: (&'static str, On),
    columns: Vec<(&'static str, Value)>,
) -> Result<(i64, Kept)> {
    let Sort { table, key, .. } = sort;
    let sql = format!(
        "SELECT id, CASE WHEN void_reason IS NULL THEN {0} END AS stands_on, void_reason IS NOT NULL AS is_void
           FROM {table} WHERE round_id = :round AND {key} = :name ORDER BY is_void, id",
        on.0
    );
    let day_of = Value::from(on.1.day.to_string());
    let before = change.row(&sql, named_params! { ":round": round, ":name": name }, |row| Ok((row.get(0)?, day(row, "stands_on")?)))?;
    let Some((id, stands_on)): Option<(i64, Option<NaiveDate>)> = before else {
        let mut values: Vec<(&str, Value)> = vec![("round_id", round.into()), (key, name.to_owned().into()), (on.0, day_of)];
        if table != ENTRIES.table && table != RATERS.table {
            values.push(("seq", next_seq(change, round, table)?.into()));
        }
        values.extend(columns);
        return Ok((change.insert_row(table, &values)?, Kept::New));
    };
    let mut values = columns;
    values.push(("void_reason", Value::Null));
    match stands_on {
        Some(stands) => rules::keeps_day(on.1, stands)?,
        None => values.push((on.0, day_of)),
    }
    let values = change.differing(table, id, values)?;
    let is_another = values.iter().any(|(column, _)| *column != "void_reason" && *column != on.0);
    if stands_on.is_none() && is_another {
        forget(change, table, id)?;
    }
    let kept = match (stands_on, values.is_empty()) {
        (None, _) => Kept::New,
        (Some(_), true) => Kept::Same,
        (Some(_), false) => Kept::Was(None),
    };
    change.update(table, id, &values)?;
    Ok((id, kept))
}

/// What rests on each sort, with the column that names it.
const RESTS: [(&str, &[(&str, &str)]); 4] = [
    (
        "eval_entry",
        &[
            ("eval_score", "entry_id"),
            ("component_score", "entry_id"),
            ("eval_bonus", "entry_id"),
            ("entry_member", "entry_id"),
            ("entry_misconduct", "entry_id"),
            ("lesson_link", "entry_id"),
            ("rater_conflict", "entry_id"),
        ],
    ),
    ("rater", &[("eval_score", "rater_id"), ("rater_conflict", "rater_id")]),
    ("eval_criterion", &[("eval_score", "criterion_id")]),
    ("eval_component", &[("component_score", "component_id")]),
];

/// What was void and is entered again as something else begins anew: what rested on it is void with
/// it, for it is of another person or another case. The same comes back with all of it.
fn forget(change: &Change, table: &str, id: i64) -> Result<()> {
    for (child, column) in RESTS.iter().filter(|(parent, _)| *parent == table).flat_map(|(_, rests)| *rests) {
        let sql = format!(
            "UPDATE {child} SET void_reason = (SELECT p.void_reason FROM {table} p WHERE p.id = :id) WHERE {column} = :id AND void_reason IS NULL"
        );
        change.execute(&sql, named_params! { ":id": id })?;
    }
    Ok(())
}

fn next_seq(db: &Db, round: i64, table: &str) -> Result<i64> {
    let sql = format!("SELECT coalesce(max(seq), 0) + 1 FROM {table} WHERE round_id = :round");
    Ok(db.row(&sql, named_params! { ":round": round }, |row| row.get(0))?.unwrap_or(1))
}

/// The next free code in a round, `R-01` for raters and `E-01` for entries.
pub fn next_code(db: &Db, round: i64, sort: Sort) -> Result<String> {
    let prefix = if sort.table == RATERS.table { "R-" } else { "E-" };
    let sql = format!("SELECT code FROM {} WHERE round_id = :round", sort.table);
    let codes: Vec<String> = db.rows(&sql, named_params! { ":round": round }, |row| row.get(0))?;
    let last = codes.iter().filter_map(|code| code.strip_prefix(prefix)?.parse::<i64>().ok()).max().unwrap_or(0);
    Ok(format!("{prefix}{:02}", last + 1))
}

/// The shares of a round's grades but one.
pub fn shares(db: &Db, round: i64, but: &str) -> Result<Vec<rules::Share>> {
    let sql = "SELECT quota, percent FROM eval_grade WHERE round_id = :round AND name <> :but AND void_reason IS NULL";
    Ok(db.rows(sql, named_params! { ":round": round, ":but": but }, |row| {
        let quota: Option<i64> = row.get("quota")?;
        Ok(match quota {
            Some(count) => rules::Share::Count(count),
            None => rules::Share::Percent(row.get("percent")?),
        })
    })?)
}

/// Whether a decision gave this grade.
pub fn is_decided(db: &Db, grade: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM grade_decision WHERE grade_id = :grade)";
    Ok(db.row(sql, named_params! { ":grade": grade }, |row| row.get(0))?.unwrap_or(false))
}

/// When an entry of this code was received, if there is one.
pub fn received_on(db: &Db, round: i64, code: &str) -> Result<Option<String>> {
    let sql = "SELECT received_on FROM eval_entry WHERE round_id = :round AND code = :code AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":round": round, ":code": code }, |row| row.get(0))?)
}
