//! The SQL of counting rules and of which holds for what.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::rules::Term;
use super::{RULES, USES};
use crate::db::Db;
use crate::office::store::day;
use crate::refusal::{Kind, Rule, rule};
use crate::session::Change;
use crate::words::{code_of, label_of};

static NO_RULE: Rule = rule(Kind::NotFound, "E0426", "기한 계산 규칙 {rule:은/는} 없습니다", "there is no counting rule '{rule}'");
static NO_USE: Rule = rule(
    Kind::Rule,
    "E0459",
    "{on}에 접수한 {what}에 쓸 기한 계산 규칙이 정해져 있지 않습니다",
    "no counting rule is set for {what} received on {on}",
);

fn term(row: &Row) -> rusqlite::Result<Term> {
    let (since, ended) = (day(row, "since_on")?.unwrap_or_default(), day(row, "ended_on")?);
    Ok(Term { id: row.get("id")?, code: row.get("code")?, since, ended })
}

/// The rule of a code, or of the words for it, as a sheet for people has it.
///
/// # Errors
/// No such rule; the codes there are.
pub fn find(db: &Db, typed: &str) -> Result<Term> {
    let code = code_of(RULES, typed).unwrap_or(typed);
    let sql = "SELECT id, code, since_on, ended_on FROM clock_rule WHERE code = :code";
    if let Some(found) = db.row(sql, named_params! { ":code": code }, term)? {
        return Ok(found);
    }
    let rules = db.rows("SELECT code FROM clock_rule WHERE ended_on IS NULL ORDER BY id", (), |row| row.get::<_, String>(0))?;
    Err(rules.iter().fold(NO_RULE.with("rule", code), |refusal, rule| refusal.way_out(format!("--rule {rule}"))).into())
}

/// Whether there is a rule of a code.
///
/// # Errors
/// Whatever SQLite says.
pub fn is_known(db: &Db, code: &str) -> Result<bool> {
    let known: Option<i64> = db.row("SELECT id FROM clock_rule WHERE code = :code", named_params! { ":code": code }, |row| row.get(0))?;
    Ok(known.is_some())
}

/// The id of a counting rule for what was received on a day.
///
/// # Errors
/// No such rule, or one that did not hold then.
pub fn rule_id(db: &Db, code: &str, received: NaiveDate) -> Result<i64> {
    let rule = find(db, code)?;
    rule.holds_on(received)?;
    Ok(rule.id)
}

/// The rule that is used for something received on a day, unless another is named.
///
/// # Errors
/// None is set, or it did not hold then.
pub fn usual(db: &Db, kind: &str, received: NaiveDate) -> Result<i64> {
    let sql = "SELECT r.code FROM clock_use u JOIN clock_rule r ON r.id = u.rule_id
               WHERE u.kind = :kind AND u.since_on <= :on ORDER BY u.since_on DESC, u.id DESC LIMIT 1";
    let code: Option<String> = db.row(sql, named_params! { ":kind": kind, ":on": received.to_string() }, |row| row.get(0))?;
    let Some(code) = code else {
        let refusal = NO_USE.with("what", label_of(USES, kind)).with("on", received);
        return Err(refusal.way_out(format!("proadmin clock use RULE --for {kind} --from {received}")).into());
    };
    rule_id(db, &code, received)
}

/// The rule that goes with a corrected day of receipt: where a case was counted by what was usual
/// on the day it had, that of the new day; none where it keeps its own.
///
/// # Errors
/// No rule is in use on the new day.
pub fn usual_moved(db: &Db, (table, id): (&str, i64), kind: &str, (was, on): (NaiveDate, NaiveDate)) -> Result<Option<i64>> {
    let sql = format!("SELECT clock_rule_id FROM {table} WHERE id = :id");
    let rule: Option<i64> = db.row(&sql, named_params! { ":id": id }, |row| row.get(0))?;
    match usual(db, kind, was) {
        Ok(before) if Some(before) == rule => Ok(Some(usual(db, kind, on)?).filter(|now| Some(*now) != rule)),
        _ => Ok(None),
    }
}

/// How a rule counts; the columns of its row.
pub type Values = Vec<(&'static str, Value)>;

/// The columns of a rule that another is made like.
///
/// # Errors
/// Whatever SQLite says.
pub fn counting(db: &Db, id: i64) -> Result<Values> {
    const COLUMNS: [&str; 7] =
        ["days", "unit", "counts_first_day", "extension_max", "supplement_pauses", "supplement_max", "referral_pauses"];
    let sql = format!("SELECT {} FROM clock_rule WHERE id = :id", COLUMNS.join(", "));
    let values = db.cells(&sql, named_params! { ":id": id })?.into_iter().next().unwrap_or_default();
    Ok(COLUMNS.into_iter().zip(values).collect())
}

/// The earliest case, not void, that was received on a day or later and is counted by a rule.
///
/// # Errors
/// Whatever SQLite says.
pub fn counted_since(db: &Db, id: i64, on: NaiveDate) -> Result<Option<(String, NaiveDate)>> {
    let sql = "SELECT code, received_on FROM (
                 SELECT c.code, c.received_on FROM consultation c WHERE c.clock_rule_id = :id AND c.received_on >= :on AND c.void_reason IS NULL
                 UNION ALL SELECT c.code, c.received_on FROM passive_report c
                  WHERE c.clock_rule_id = :id AND c.received_on >= :on AND c.void_reason IS NULL)
               ORDER BY received_on, code LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id, ":on": on.to_string() }, |row| {
        Ok((row.get(0)?, day(row, "received_on")?.unwrap_or_default()))
    })?)
}

/// What a rule is used for on a day or later, if anything.
///
/// # Errors
/// Whatever SQLite says.
pub fn used_since(db: &Db, id: i64, on: NaiveDate) -> Result<Option<&'static crate::words::Term>> {
    let sql = "SELECT u.kind FROM clock_use u WHERE u.rule_id = :id
               AND NOT EXISTS (SELECT 1 FROM clock_use x WHERE x.kind = u.kind AND x.since_on <= :on
                 AND (x.since_on > u.since_on OR (x.since_on = u.since_on AND x.id > u.id)))
               ORDER BY u.id LIMIT 1";
    let kind: Option<String> = db.row(sql, named_params! { ":id": id, ":on": on.to_string() }, |row| row.get(0))?;
    Ok(kind.and_then(|kind| USES.iter().find(|known| known.code == kind)))
}

/// Whether no rule that ended is one that is used, as when it was taken back what is used instead;
/// that may be any rule's, so all are judged.
///
/// # Errors
/// One is.
pub fn uses_hold(db: &Db, _rule: &str) -> Result<()> {
    for rule in db.rows("SELECT id, code, since_on, ended_on FROM clock_rule WHERE ended_on IS NOT NULL", (), term)? {
        let Some(on) = rule.ended else { continue };
        rule.is_unused(on, used_since(db, rule.id, on)?)?;
    }
    Ok(())
}

/// The open cases of a kind that were received on a day or later and are counted by another rule
/// than this.
///
/// # Errors
/// Whatever SQLite says.
pub fn otherwise(db: &Db, kind: &str, id: i64, on: NaiveDate) -> Result<Vec<String>> {
    let sql = "SELECT c.code FROM consultation c WHERE :kind = 'consult' AND c.received_on >= :on AND c.clock_rule_id <> :id
                 AND c.closed_on IS NULL AND c.void_reason IS NULL
               UNION ALL SELECT c.code FROM passive_report c WHERE c.petition = :kind AND c.received_on >= :on AND c.clock_rule_id <> :id
                 AND c.closed_on IS NULL AND c.void_reason IS NULL ORDER BY 1";
    Ok(db.rows(sql, named_params! { ":kind": kind, ":id": id, ":on": on.to_string() }, |row| row.get(0))?)
}

/// Records a rule.
///
/// # Errors
/// Whatever SQLite says.
pub fn insert(change: &Change, values: &Values) -> Result<i64> {
    Ok(change.insert_row("clock_rule", values)?)
}

/// Which rules are used for what, one table of all.
pub const USED: &str = "SELECT kind, rule, since_on, in_force, source FROM clock_use_status ORDER BY id";
