//! The SQL of participation points.

mod caps;

pub use caps::{activity_holds, gone, holds, over, under};

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{named_params, params_from_iter};

use super::rules::{self, Account};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::session::Change;

/// What codes of decided points begin with.
pub(super) const POINTS: &str = "IN";
/// What codes of activities begin with.
pub(super) const ACTIVITY: &str = "IA";
/// What codes of redemptions begin with.
const REDEMPTION: &str = "IR";
/// The table of activities.
pub const ACTIVITIES: &str = "incentive_activity";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 3;

/// Points that are proposed for one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The event.
    pub event: String,
    /// The code of its record.
    pub source: String,
    /// Its key task.
    pub task: Option<String>,
    /// What it was.
    pub title: String,
    /// When it happened.
    pub happened_on: NaiveDate,
    /// The person; none is the department.
    pub staff_id: Option<i64>,
    /// The department then.
    pub department_id: i64,
    /// The points, in hundredths.
    pub points: i64,
}

/// Which proposed points are meant.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    conditions: Vec<String>,
    params: Vec<Value>,
}

impl Scope {
    /// Adds `condition` when there is a value for its `?`.
    #[must_use]
    pub fn when<T: Into<Value>>(mut self, condition: &str, value: Option<T>) -> Self {
        if let Some(value) = value {
            self.conditions.push(condition.to_owned());
            self.params.push(value.into());
        }
        self
    }

    /// Adds that a column is one of `values`, where there are any.
    #[must_use]
    pub fn among(mut self, column: &str, values: &[String]) -> Self {
        if !values.is_empty() {
            let blanks = vec!["?"; values.len()].join(", ");
            self.conditions.push(format!("{column} IN ({blanks})"));
            self.params.extend(values.iter().cloned().map(Value::from));
        }
        self
    }

    /// Whether anything was said.
    pub const fn is_said(&self) -> bool {
        !self.conditions.is_empty()
    }
}

/// The proposed points of a scope; those of nothing only where `all`.
pub fn proposed(db: &Db, scope: &Scope, all: bool) -> Result<Vec<Proposed>> {
    let mut conditions = scope.conditions.clone();
    if !all {
        conditions.push("points > 0".to_owned());
    }
    let sql = format!(
        "SELECT event, source, task, title, happened_on, staff_id, department_id, points FROM incentive_proposed
          WHERE {} ORDER BY happened_on, event, source, staff_id",
        if conditions.is_empty() { "1 = 1".to_owned() } else { conditions.join(" AND ") }
    );
    Ok(db.rows(&sql, params_from_iter(scope.params.iter()), |row| {
        Ok(Proposed {
            event: row.get("event")?,
            source: row.get("source")?,
            task: row.get("task")?,
            title: row.get("title")?,
            happened_on: day(row, "happened_on")?.unwrap_or_default(),
            staff_id: row.get("staff_id")?,
            department_id: row.get("department_id")?,
            points: row.get("points")?,
        })
    })?)
}

/// The line of the ledger that decided about a record's points, and what it says, if there is
/// one.
pub fn decided(db: &Db, source: &str) -> Result<Option<(String, String)>> {
    let sql = "SELECT code, outcome FROM incentive_credit WHERE source = :source AND void_reason IS NULL ORDER BY id DESC LIMIT 1";
    Ok(db.row(sql, named_params! { ":source": source }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Records what was decided about the points of one event and returns the code.
pub fn decide(change: &Change, proposed: &Proposed, outcome: &str, reason: Option<&str>, on: NaiveDate) -> Result<String> {
    let (year, seq, code) = numbering::code(change, POINTS, proposed.happened_on.year(), DIGITS, None)?;
    let values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("event", proposed.event.clone().into()),
        ("source", proposed.source.clone().into()),
        ("task", proposed.task.clone().into()),
        ("title", proposed.title.clone().into()),
        ("staff_id", proposed.staff_id.into()),
        ("department_id", proposed.department_id.into()),
        ("decided_on", on.to_string().into()),
        ("happened_on", proposed.happened_on.to_string().into()),
        ("outcome", outcome.to_owned().into()),
        ("points", if outcome == "approved" { proposed.points } else { 0 }.into()),
        ("reason", reason.map(str::to_owned).into()),
    ];
    change.insert_row("incentive_credit", &values)?;
    Ok(code)
}

/// What a person's points of a year were: approvals that stand add, redemptions take away; but
/// one record is left out.
pub fn account(db: &Db, staff_id: i64, year: i32, but: &str) -> Result<Account> {
    let sql = "SELECT decided_on AS \"on\", points FROM incentive_credit_status
                WHERE staff_id = :staff AND year = :year AND state = 'approved' AND code <> :but
               UNION ALL
               SELECT redeemed_on, -points FROM incentive_redemption
                WHERE staff_id = :staff AND year = :year AND void_reason IS NULL AND code <> :but ORDER BY 1";
    let params = named_params! { ":staff": staff_id, ":year": year, ":but": but };
    Ok(db.rows(sql, params, |row| Ok((day(row, "on")?.unwrap_or_default(), row.get("points")?)))?)
}

/// Records a redemption and returns its code.
pub fn redeem(change: &Change, staff_id: i64, points: i64, title: &str, on: NaiveDate) -> Result<String> {
    let (year, seq, code) = numbering::code(change, REDEMPTION, on.year(), DIGITS, None)?;
    let values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("staff_id", staff_id.into()),
        ("points", points.into()),
        ("title", title.to_owned().into()),
        ("redeemed_on", on.to_string().into()),
    ];
    change.insert_row("incentive_redemption", &values)?;
    Ok(code)
}

/// An activity to be recorded.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Its code, where a year is entered with its codes.
    pub code: Option<String>,
    /// When it happened.
    pub happened_on: NaiveDate,
    /// Its other columns.
    pub columns: Vec<(&'static str, Value)>,
}

/// Records an activity and returns its code.
pub fn earn(change: &Change, activity: &Activity) -> Result<String> {
    let year = activity.happened_on.year();
    let (year, seq, code) = numbering::code(change, ACTIVITY, year, DIGITS, activity.code.as_deref())?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("happened_on", activity.happened_on.to_string().into()),
    ];
    values.extend(activity.columns.iter().cloned());
    change.insert_row(ACTIVITIES, &values)?;
    Ok(code)
}

/// A line of the ledger as its record has it: the table and the id, whether it is void, and
/// the person and year of points.
#[derive(Clone, Debug)]
pub struct Line {
    /// The table.
    pub table: &'static str,
    /// The id.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// Whether it is void.
    pub is_void: bool,
    /// The person.
    pub staff_id: Option<i64>,
    /// The year.
    pub year: i32,
}

/// The line of the ledger that a code names, if there is one.
pub fn line(db: &Db, code: &str) -> Result<Option<Line>> {
    let table = match code.split('-').next() {
        Some(ACTIVITY) => ACTIVITIES,
        Some(REDEMPTION) => "incentive_redemption",
        _ => "incentive_credit",
    };
    let sql = format!("SELECT id, title, void_reason IS NOT NULL AS is_void, staff_id, year FROM {table} WHERE code = :code");
    Ok(db.row(&sql, named_params! { ":code": code }, |row| {
        Ok(Line {
            table,
            id: row.get("id")?,
            title: row.get("title")?,
            is_void: row.get("is_void")?,
            staff_id: row.get("staff_id")?,
            year: row.get("year")?,
        })
    })?)
}

/// The decision about an activity that stands, if there is one.
pub fn credit_of(db: &Db, activity: &str) -> Result<Option<String>> {
    let sql = "SELECT code FROM incentive_credit WHERE source = :code AND void_reason IS NULL LIMIT 1";
    Ok(db.row(sql, named_params! { ":code": activity }, |row| row.get(0))?)
}

/// The activity of a day, an event, a title and a holder, if there is one.
pub fn like(db: &Db, on: NaiveDate, event: &str, title: &str, holder: (Option<i64>, i64)) -> Result<Option<String>> {
    let sql = "SELECT code FROM incentive_activity WHERE happened_on = :on AND event = :event AND title = :title
                 AND coalesce(staff_id, 0) = coalesce(:staff, 0) AND (:staff IS NOT NULL OR department_id = :department)
                 AND void_reason IS NULL LIMIT 1";
    let params = named_params! { ":on": on.to_string(), ":event": event, ":title": title, ":staff": holder.0, ":department": holder.1 };
    Ok(db.row(sql, params, |row| row.get(0))?)
}

/// The id of a scheme.
///
/// # Errors
/// There is none of that code; the codes there are.
pub fn scheme(db: &Db, code: &str) -> Result<i64> {
    match scheme_known(db, code)? {
        Some(id) => Ok(id),
        None => Err(rules::no_scheme(code, &schemes(db)?).into()),
    }
}

/// The id of a scheme, if there is one.
pub fn scheme_known(db: &Db, code: &str) -> Result<Option<i64>> {
    Ok(db.row("SELECT id FROM incentive_scheme WHERE code = :code", named_params! { ":code": code }, |row| row.get(0))?)
}

fn schemes(db: &Db) -> Result<Vec<String>> {
    Ok(db.rows("SELECT code FROM incentive_scheme ORDER BY id", (), |row| row.get(0))?)
}

/// Copies the rules of one scheme into another that has none; returns how many there were.
pub fn copy_rules(change: &Change, from: i64, to: i64, on: NaiveDate) -> Result<usize> {
    Ok(change.execute(
        "INSERT INTO incentive_rule (scheme_id, event, points, active, set_on, source)
         SELECT :to, r.event, r.points, r.active, :on, r.source FROM incentive_rule r WHERE r.scheme_id = :from ORDER BY r.id",
        named_params! { ":to": to, ":from": from, ":on": on.to_string() },
    )?)
}

/// Copies the caps of one scheme.
pub fn caps_of(db: &Db, id: i64) -> Result<Vec<(&'static str, Value)>> {
    const CAPS: [&str; 8] = ["year_max", "month_max", "month_count", "task_once", "grade_from", "won", "redeem_step", "source"];
    let sql = format!("SELECT {} FROM incentive_scheme WHERE id = :id", CAPS.join(", "));
    let row = db.cells(&sql, named_params! { ":id": id })?.pop().unwrap_or_default();
    Ok(CAPS.into_iter().zip(row).collect())
}

/// The id of a scheme's rule for an event, if there is one.
pub fn rule_of(db: &Db, scheme: i64, event: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM incentive_rule WHERE scheme_id = :scheme AND event = :event";
    Ok(db.row(sql, named_params! { ":scheme": scheme, ":event": event }, |row| row.get(0))?)
}

/// The steps in which points of a year are redeemed.
pub fn step(db: &Db, year: i32) -> Result<Option<i64>> {
    let sql = "SELECT s.redeem_step FROM incentive_scheme s WHERE s.id =
                 (SELECT u.scheme_id FROM incentive_use u WHERE u.year <= :year ORDER BY u.year DESC, u.id DESC LIMIT 1)";
    Ok(db.row(sql, named_params! { ":year": year }, |row| row.get(0))?.flatten())
}

/// Who holds proposed points: the person's name, or the department's.
pub fn holder(db: &Db, proposed: &Proposed) -> Result<String> {
    let sql =
        "SELECT coalesce((SELECT s.name FROM staff_name s WHERE s.id = :staff), d.name) FROM department_name d WHERE d.id = :department";
    let params = named_params! { ":staff": proposed.staff_id, ":department": proposed.department_id };
    Ok(db.row(sql, params, |row| row.get(0))?.unwrap_or_default())
}
