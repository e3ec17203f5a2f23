//! The SQL of implementation plans: their actions here, their areas and their adoption each in
//! a file of their own.

mod adoption;
mod areas;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

pub use self::adoption::{Adoption, Content, adopt, adopted, adoption, content, same_adoption};
pub use self::areas::{actions_in, area_like, areas, heading, insert_area, template};
use super::rules::{Area, History};
use super::{ACTIONS, Act};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::session::Change;

/// What codes of actions begin with.
pub(super) const PREFIX: &str = "PL";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// An action as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The year of its plan.
    pub year: i32,
    /// The id of its area.
    pub area_id: i64,
    /// Its planned day.
    pub due: Option<NaiveDate>,
    /// Since when it is planned.
    pub planned_on: NaiveDate,
    /// Whether it was voided.
    pub is_void: bool,
}

/// An action to be recorded.
#[derive(Clone, Debug)]
pub struct New {
    /// Its code, where a year is entered with its codes.
    pub code: Option<String>,
    /// Its year.
    pub year: i32,
    /// The id of its area.
    pub area_id: i64,
    /// Since when it is planned.
    pub planned_on: NaiveDate,
    /// Its other columns.
    pub plan: Vec<(&'static str, Value)>,
}

/// Records the day by which plans are to be adopted, from a year on.
pub fn insert_due(change: &Change, from_year: i32, month_day: &str, since_on: &str, source: Option<&str>) -> Result<()> {
    change.insert(
        "INSERT INTO plan_due (from_year, month_day, since_on, source) VALUES (:year, :day, :since, :source)",
        named_params! { ":year": from_year, ":day": month_day, ":since": since_on, ":source": source },
    )?;
    Ok(())
}

/// Records that plans speak of a kind of record.
pub fn insert_kind(change: &Change, kind: &str, since_on: &str) -> Result<()> {
    let sql = "INSERT INTO plan_evidence_kind (kind, since_on) VALUES (:kind, :since)";
    change.insert(sql, named_params! { ":kind": kind, ":since": since_on })?;
    Ok(())
}

/// The kinds of records that plans speak of, each with its id.
pub fn kinds(db: &Db) -> Result<Vec<(i64, String)>> {
    let sql = "SELECT id, kind FROM plan_evidence_kind WHERE void_reason IS NULL ORDER BY kind";
    Ok(db.rows(sql, (), |row| Ok((row.get(0)?, row.get(1)?)))?)
}

const SELECT: &str = "SELECT id, code, title, year, area_id, due, planned_on, void_reason IS NOT NULL AS is_void FROM plan_action";

fn action(row: &Row) -> rusqlite::Result<Action> {
    Ok(Action {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        year: row.get("year")?,
        area_id: row.get("area_id")?,
        due: day(row, "due")?,
        planned_on: day(row, "planned_on")?.unwrap_or_default(),
        is_void: row.get("is_void")?,
    })
}

/// The action of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Action> {
    match known(db, code)? {
        Some(action) => Ok(action),
        None => Err(ACTIONS.missing(db, code)?.into()),
    }
}

/// The action of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Action>> {
    Ok(db.row(&format!("{SELECT} WHERE code = :code"), named_params! { ":code": code }, action)?)
}

/// The action of a year and a title, if there is one.
pub fn like(db: &Db, year: i32, title: &str) -> Result<Option<Action>> {
    let sql = format!("{SELECT} WHERE year = :year AND title = :title AND void_reason IS NULL ORDER BY seq LIMIT 1");
    Ok(db.row(&sql, named_params! { ":year": year, ":title": title }, action)?)
}

/// The open actions of a year, in the order of their areas.
pub fn open(db: &Db, year: i32) -> Result<Vec<Action>> {
    let sql = "SELECT v.code FROM plan_action_status v WHERE v.year = :year AND v.state IN ('open', 'overdue') ORDER BY v.area_no, v.seq";
    let codes: Vec<String> = db.rows(sql, named_params! { ":year": year }, |row| row.get(0))?;
    codes.iter().map(|code| find(db, code)).collect()
}

/// What happened to an action so far.
pub fn history(db: &Db, action: &Action) -> Result<History> {
    let sql = "SELECT acted_on, kind FROM plan_act WHERE action_id = :id ORDER BY acted_on, id";
    let acts = db.rows(sql, named_params! { ":id": action.id }, |row| {
        Ok((day(row, "acted_on")?.unwrap_or_default(), row.get::<_, String>("kind")?))
    })?;
    Ok(History {
        code: action.code.clone(),
        planned_on: action.planned_on,
        is_void: action.is_void,
        acts: acts.into_iter().filter_map(|(on, kind)| Some((on, Act::of(&kind)?))).collect(),
    })
}

/// Judges the whole sequence of an action's acts again, as when something of it was taken back.
///
/// # Errors
/// What remains could not have happened.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    Ok(history(db, &find(db, code)?)?.judge()?)
}

/// The code of the action that an action goes on as, if there is one.
pub fn successor(db: &Db, id: i64) -> Result<Option<String>> {
    let sql = "SELECT code FROM plan_action WHERE origin_id = :id AND void_reason IS NULL LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?)
}

/// Records an action and returns its code.
pub fn insert(change: &Change, new: &New) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, new.year, DIGITS, new.code.as_deref())?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("area_id", new.area_id.into()),
        ("planned_on", new.planned_on.to_string().into()),
    ];
    values.extend(new.plan.iter().cloned());
    change.insert_row("plan_action", &values)?;
    Ok(code)
}

/// Records an act.
pub fn act(change: &Change, id: i64, on: NaiveDate, act: Act, note: Option<&str>) -> Result<()> {
    change.insert(
        "INSERT INTO plan_act (action_id, acted_on, kind, note) VALUES (:action, :on, :kind, :note)",
        named_params! { ":action": id, ":on": on.to_string(), ":kind": act.code(), ":note": note },
    )?;
    Ok(())
}

/// Makes an action of another year out of one: its plan and its link to the origin.
pub fn carry(change: &Change, action: &Action, area: &Area, planned_on: NaiveDate, due: Option<NaiveDate>) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, area.year, DIGITS, None)?;
    change.insert(
        "INSERT INTO plan_action (code, year, seq, area_id, title, content, department_id, lead_id, due, origin_id, planned_on)
         SELECT :code, :year, :seq, :area, title, content, department_id, lead_id, :due, id, :planned FROM plan_action WHERE id = :id",
        named_params! {
            ":code": code, ":year": year, ":seq": seq, ":area": area.id, ":due": due.map(|day| day.to_string()),
            ":planned": planned_on.to_string(), ":id": action.id,
        },
    )?;
    Ok(code)
}

/// The id of the link between an action and a record, if there is one.
pub fn linked(db: &Db, action_id: i64, record: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM plan_evidence WHERE action_id = :action AND record = :record AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":action": action_id, ":record": record }, |row| row.get(0))?)
}

/// Links a record to an action.
pub fn link(change: &Change, action_id: i64, record: &str, on: NaiveDate, note: Option<&str>) -> Result<()> {
    change.insert(
        "INSERT INTO plan_evidence (action_id, record, linked_on, note) VALUES (:action, :record, :on, :note)",
        named_params! { ":action": action_id, ":record": record, ":on": on.to_string(), ":note": note },
    )?;
    Ok(())
}

/// A year's plan in a row: areas, actions, due, adopted_on, revision, digest; none where the
/// file knows of no plan near that year.
pub fn year(db: &Db, year: i32) -> Result<Option<Year>> {
    let sql = "SELECT areas, actions, due, adopted_on, revision, body, digest FROM plan_year WHERE year = :year";
    Ok(db.row(sql, named_params! { ":year": year }, |row| {
        Ok(Year {
            areas: row.get("areas")?,
            actions: row.get("actions")?,
            due: day(row, "due")?,
            adopted_on: day(row, "adopted_on")?,
            revision: row.get("revision")?,
            body: row.get("body")?,
            digest: row.get("digest")?,
        })
    })?)
}

/// A year's plan.
#[derive(Clone, Debug)]
pub struct Year {
    /// How many areas it has.
    pub areas: i64,
    /// How many actions it has.
    pub actions: i64,
    /// By when it is to be adopted.
    pub due: Option<NaiveDate>,
    /// When it was last adopted.
    pub adopted_on: Option<NaiveDate>,
    /// Which adoption that was.
    pub revision: Option<i64>,
    /// By whom.
    pub body: Option<String>,
    /// The digest of what was adopted.
    pub digest: Option<String>,
}

/// What happened to an action, in order: the day, the act, what it concerns and why.
pub fn told(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT x.\"on\", x.act, x.record, x.note FROM (
                 SELECT a.planned_on AS \"on\", 'planned' AS act, NULL AS record, NULL AS note, 0 AS step, 0 AS id FROM plan_action a WHERE a.code = :code
                 UNION ALL SELECT k.acted_on, k.kind, NULL, k.note, 1, k.id FROM plan_act k JOIN plan_action a ON a.id = k.action_id WHERE a.code = :code
                 UNION ALL SELECT e.linked_on, 'linked', e.record, e.note, 2, e.id FROM plan_evidence_status e WHERE e.action = :code) x
               ORDER BY x.\"on\", x.step, x.id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}
