//! The SQL of rewards: who was offered what here, the measures and their terms in `terms`, the
//! officials of a closed round in `selected`.

mod published;
mod selected;
mod terms;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

pub use published::like;
pub use selected::{Graded, graded, offered_before, standing};
pub use terms::{Rule, exclude, exclusion, menu, open_before, rule, rules_of, set_measure, set_rule, set_term, term, unexclude};

use super::REWARDS;
use super::rules::{Choice, Held, Offer, Picked};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::session::Change;

/// What codes of rewards begin with.
pub(super) const PREFIX: &str = "RW";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// A reward as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Reward {
    /// Its id.
    pub id: i64,
    /// Its year.
    pub year: i64,
    /// Whose it is.
    pub name: String,
    /// When it was offered.
    pub offered_on: NaiveDate,
    /// What was offered and chosen.
    pub offer: Offer,
}

const SELECT: &str = "SELECT r.id, r.code, r.year, r.grade, r.choose, r.offered_on, r.void_reason IS NOT NULL AS is_void,
                        coalesce((SELECT s.name FROM staff_name s WHERE s.id = r.staff_id), r.name, r.case_title, r.grade) AS name
                      FROM reward r";

fn reward(row: &Row) -> rusqlite::Result<Reward> {
    Ok(Reward {
        id: row.get("id")?,
        year: row.get("year")?,
        name: row.get("name")?,
        offered_on: day(row, "offered_on")?.unwrap_or_default(),
        offer: Offer {
            code: row.get("code")?,
            grade: row.get("grade")?,
            choose: row.get("choose")?,
            is_void: row.get("is_void")?,
            held: Vec::new(),
            elsewhere: Vec::new(),
        },
    })
}

/// The reward of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Reward> {
    let code = code.to_uppercase();
    match known(db, &code)? {
        Some(found) => Ok(found),
        None => Err(REWARDS.missing(db, &code)?.into()),
    }
}

/// The reward of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Reward>> {
    let found = db.row(&format!("{SELECT} WHERE r.code = :code"), named_params! { ":code": code }, reward)?;
    found.map(|found| with_held(db, found)).transpose()
}

/// What was offered and chosen in a year.
pub fn offers(db: &Db, year: i64) -> Result<Vec<Offer>> {
    let sql = format!("{SELECT} WHERE r.year = :year AND r.choose > 0 AND r.void_reason IS NULL ORDER BY r.id");
    let found = db.rows(&sql, named_params! { ":year": year }, reward)?;
    found.into_iter().map(|found| Ok(with_held(db, found)?.offer)).collect()
}

/// The years from one on in which something was offered.
pub fn years(db: &Db, from: i64) -> Result<Vec<i64>> {
    let sql = "SELECT DISTINCT year FROM reward WHERE year >= :from AND choose > 0 AND void_reason IS NULL ORDER BY year";
    Ok(db.rows(sql, named_params! { ":from": from }, |row| row.get(0))?)
}

fn with_held(db: &Db, mut found: Reward) -> Result<Reward> {
    let sql = "SELECT m.code, c.checked_ok, c.granted_on IS NOT NULL AS granted
                 FROM reward_choice c JOIN measure m ON m.id = c.measure_id
                WHERE c.reward_id = :reward AND c.void_reason IS NULL ORDER BY c.id";
    found.offer.held = db.rows(sql, named_params! { ":reward": found.id }, |row| {
        Ok(Held { measure: row.get("code")?, checked: row.get("checked_ok")?, granted: row.get("granted")? })
    })?;
    let sql = "SELECT DISTINCT m.code FROM reward own JOIN reward o ON o.staff_id = own.staff_id AND o.year = own.year AND o.id <> own.id
               JOIN reward_choice c ON c.reward_id = o.id AND c.void_reason IS NULL AND coalesce(c.checked_ok, 1) = 1
               JOIN measure m ON m.id = c.measure_id WHERE own.id = :reward AND o.void_reason IS NULL ORDER BY 1";
    found.offer.elsewhere = db.rows(sql, named_params! { ":reward": found.id }, |row| row.get(0))?;
    Ok(found)
}

/// When the person left whose reward it is, if that was before a day.
pub fn left_before(db: &Db, id: i64, on: NaiveDate) -> Result<Option<NaiveDate>> {
    let sql = "SELECT s.left_on FROM reward r JOIN staff s ON s.id = r.staff_id AND s.left_on < :on WHERE r.id = :id";
    Ok(db.row(sql, named_params! { ":id": id, ":on": on.to_string() }, |row| day(row, "left_on"))?.flatten())
}

/// The choice of a measure, if it was made.
pub fn choice(db: &Db, reward: &Reward, measure: &str) -> Result<Option<Choice>> {
    let sql = "SELECT c.id, m.code AS measure, m.needs_check, c.chosen_on, c.checked_on, c.checked_ok, c.checked_reason, c.granted_on
                 FROM reward_choice c JOIN measure m ON m.id = c.measure_id
                WHERE c.reward_id = :reward AND m.code = :measure AND c.void_reason IS NULL";
    let measure = measure.trim().to_ascii_uppercase();
    Ok(db.row(sql, named_params! { ":reward": reward.id, ":measure": measure }, |row| {
        Ok(Choice {
            id: row.get("id")?,
            code: reward.offer.code.clone(),
            measure: row.get("measure")?,
            needs_check: row.get("needs_check")?,
            chosen_on: day(row, "chosen_on")?.unwrap_or_default(),
            checked: day(row, "checked_on")?.zip(row.get("checked_ok")?),
            reason: row.get("checked_reason")?,
            granted_on: day(row, "granted_on")?,
        })
    })?)
}

/// The day on which personnel last said no to a choice, which opens another.
pub fn last_answer(db: &Db, reward: i64) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(checked_on) AS last_on FROM reward_choice WHERE reward_id = :reward AND checked_ok = 0 AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":reward": reward }, |row| day(row, "last_on"))?.flatten())
}

/// Records a reward and returns its code.
pub fn insert(change: &Change, year: i32, code: Option<&str>, mut values: Vec<(&'static str, Value)>) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, year, DIGITS, code)?;
    values.extend([("code", code.clone().into()), ("year", i64::from(year).into()), ("seq", seq.into())]);
    change.insert_row("reward", &values)?;
    Ok(code)
}

/// Records a choice and returns its id.
pub fn choose(change: &Change, reward: i64, picked: &Picked, on: NaiveDate) -> Result<i64> {
    let sql = "INSERT INTO reward_choice (reward_id, measure_id, instead_of, chosen_on)
               SELECT :reward, m.id, (SELECT i.id FROM measure i WHERE i.code = :instead), :on FROM measure m WHERE m.code = :measure";
    Ok(change.insert(
        sql,
        named_params! { ":reward": reward, ":instead": picked.instead_of, ":on": on.to_string(), ":measure": picked.measure },
    )?)
}

/// Records personnel's answer.
pub fn check(change: &Change, choice: i64, ok: bool, reason: Option<&str>, on: NaiveDate) -> Result<()> {
    let values =
        [("checked_on", on.to_string().into()), ("checked_ok", i64::from(ok).into()), ("checked_reason", reason.map(str::to_owned).into())];
    Ok(change.update("reward_choice", choice, &values)?)
}

/// Records a grant.
pub fn grant(change: &Change, choice: i64, body: Option<&str>, document: &str, on: NaiveDate) -> Result<()> {
    let values = [
        ("granted_on", on.to_string().into()),
        ("granted_body", body.map(str::to_owned).into()),
        ("granted_document", document.to_owned().into()),
    ];
    Ok(change.update("reward_choice", choice, &values)?)
}
