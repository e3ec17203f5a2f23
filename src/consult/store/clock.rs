//! The clock of a request: its counting rule, its due day and its extension.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::{Consultation, find, history};
use crate::db::Db;
use crate::office::store::day;
use crate::refusal::{Kind, Rule, rule};
use crate::session::Change;

static NO_RULE: Rule = rule(Kind::NotFound, "E0426", "기한 계산 규칙 {rule:은/는} 없습니다", "there is no counting rule '{rule}'");

/// The id of a counting rule.
///
/// # Errors
/// No such rule; the codes there are.
pub fn clock_rule(db: &Db, code: &str) -> Result<i64> {
    let known = db.row("SELECT id FROM clock_rule WHERE code = :code", named_params! { ":code": code }, |row| row.get(0))?;
    if let Some(id) = known {
        return Ok(id);
    }
    let rules = db.rows("SELECT code FROM clock_rule ORDER BY id", (), |row| row.get::<_, String>(0))?;
    Err(rules.iter().fold(NO_RULE.with("rule", code), |refusal, rule| refusal.way_out(format!("--rule {rule}"))).into())
}

/// The extension of a request: its day, its days, and the due day there would be without it.
fn extension(db: &Db, case: &Consultation) -> Result<Option<(NaiveDate, i64, NaiveDate)>> {
    let sql = "SELECT e.acted_on, e.days, w.date AS due FROM consultation_act e
               JOIN due_explained x ON x.code = :code AND x.day_no = (SELECT k.days - e.days FROM clock k WHERE k.id = :id)
               JOIN working_day w ON w.no >= x.no
               WHERE e.consultation_id = :id AND e.kind = 'extended' AND e.void_reason IS NULL ORDER BY w.no LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": case.id, ":code": case.code }, |row| {
        Ok((day(row, "acted_on")?.unwrap_or_default(), row.get("days")?, day(row, "due")?.unwrap_or_default()))
    })?)
}

/// The extension that stands but would be late as the clock counts now, as after a holiday
/// was voided: its day, and the due day there would be without it.
pub fn late_extension(db: &Db, case: &Consultation) -> Result<Option<(NaiveDate, NaiveDate)>> {
    Ok(extension(db, case)?.filter(|(on, _, due)| on > due).map(|(on, _, due)| (on, due)))
}

/// Judges anew, after something that moves the clock, whether its extension still is one in
/// time and within what the rule allows. One that was late `before`, by a holiday that went
/// away, is not held against what is recorded now.
///
/// # Errors
/// It was not; the change is not to be kept.
pub fn judge_extension(change: &Change, before: &Consultation, was_late: bool) -> Result<()> {
    let case = find(change, &before.code)?;
    let Some((on, days, due)) = extension(change, &case)? else { return Ok(()) };
    let history = history(change, &case)?;
    if !was_late {
        history.still_extended(on, due)?;
    }
    Ok(history.extension(on, days, case.extension_max)?)
}

/// The due day as the clock counts it now, whatever a letter was issued under.
pub fn counted_due(db: &Db, id: i64) -> Result<NaiveDate> {
    let sql = "SELECT w.date FROM clock_end e JOIN working_day w ON w.no >= e.no WHERE e.id = :id ORDER BY w.no LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id }, |row| day(row, "date"))?.flatten().unwrap_or_default())
}
