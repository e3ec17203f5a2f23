//! What the committee's opinion covers since when, and the limits for requests.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::session::Change;

/// Since when a committee's opinion covers what, and what it takes besides.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// `own`, `joint`, `bai` or `disaster`.
    pub covers: &'a str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, if it ended.
    pub to: Option<NaiveDate>,
    /// Whether the audit body's opinion must have been before the committee.
    pub needs_submission: bool,
    /// Whether the audit body must not have objected.
    pub needs_no_objection: bool,
    /// Where that is written.
    pub source: Option<&'a str>,
}

/// How long after an audit a request for exemption may be made.
#[derive(Clone, Copy, Debug)]
pub struct Limit<'a> {
    /// `audit` or `discipline`.
    pub stage: &'a str,
    /// So many days; none for no limit.
    pub days: Option<i64>,
    /// `calendar` or `working`.
    pub unit: &'a str,
    /// Where that is written.
    pub source: Option<&'a str>,
}

/// Records a period of the committee's opinion.
///
/// # Errors
/// Whatever SQLite says.
pub fn insert_scope(change: &Change, scope: Scope) -> Result<()> {
    change.insert(
        "INSERT INTO exemption_scope (covers, from_on, to_on, needs_submission, needs_no_objection, source)
         VALUES (:covers, :from, :to, :submission, :objection, :source)",
        named_params! {
            ":covers": scope.covers, ":from": scope.from.to_string(), ":to": scope.to.map(|day| day.to_string()),
            ":submission": scope.needs_submission, ":objection": scope.needs_no_objection, ":source": scope.source,
        },
    )?;
    Ok(())
}

/// Records a limit for requests.
///
/// # Errors
/// Whatever SQLite says.
pub fn insert_limit(change: &Change, limit: Limit, since: NaiveDate) -> Result<()> {
    let sql = "INSERT INTO exemption_limit (stage, days, unit, since_on, source) VALUES (:stage, :days, :unit, :since, :source)";
    let Limit { stage, days, unit, source } = limit;
    change.insert(sql, named_params! { ":stage": stage, ":days": days, ":unit": unit, ":since": since.to_string(), ":source": source })?;
    Ok(())
}

/// The periods of the committee's opinion.
pub fn scopes(db: &Db) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT covers, from_on, to_on, needs_submission, needs_no_objection, source FROM exemption_scope
               WHERE void_reason IS NULL ORDER BY from_on, id";
    Ok(db.cells(sql, ())?)
}

/// Ends the periods of something that are open when another begins: no two hold at once.
pub fn end_scopes(change: &Change, covers: &str, on: NaiveDate) -> Result<()> {
    let sql =
        "UPDATE exemption_scope SET to_on = :before WHERE covers = :covers AND to_on IS NULL AND void_reason IS NULL AND from_on < :on";
    let before = on.pred_opt().unwrap_or(on).to_string();
    change.execute(sql, named_params! { ":covers": covers, ":on": on.to_string(), ":before": before })?;
    Ok(())
}

/// What the last period that has begun by a day needs: a submission, and that there was no objection.
pub fn scope_needs(db: &Db, covers: &str, on: NaiveDate) -> Result<(bool, bool)> {
    let sql = "SELECT needs_submission, needs_no_objection FROM exemption_scope
               WHERE covers = :covers AND from_on <= :on AND void_reason IS NULL ORDER BY from_on DESC, id DESC LIMIT 1";
    let params = named_params! { ":covers": covers, ":on": on.to_string() };
    Ok(db.row(sql, params, |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// The limits for requests, those that hold now.
pub fn limits(db: &Db) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT l.stage, l.days, l.unit, l.since_on, l.source FROM exemption_limit l CROSS JOIN today n
               WHERE l.id = (SELECT x.id FROM exemption_limit x WHERE x.stage = l.stage AND x.since_on <= n.date
                 ORDER BY x.since_on DESC, x.id DESC LIMIT 1) ORDER BY l.stage";
    Ok(db.cells(sql, ())?)
}
