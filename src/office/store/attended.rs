//! What a person was there for, which the first and the last day must leave room for: trainings
//! that were attended, and what was given to someone to lead or to handle.

use anyhow::Result;
use rusqlite::named_params;

use super::day;
use crate::db::Db;
use crate::office::rules;

/// The days on which a person was there: of which record, as what, and whether the first day
/// must leave room for it as well. Whoever is named for a task or a request was there when it began,
/// unless nobody said since when.
const PRESENT: &str = "
    SELECT a.staff_id, t.code, 'attended' AS role, a.attended_on AS \"on\", 1 AS begun FROM training_attendance a
      JOIN training t ON t.id = a.training_id AND t.void_reason IS NULL WHERE a.void_reason IS NULL
    UNION ALL SELECT l.staff_id, t.code, 'lead', l.led_on, 1 FROM task_lead l JOIN task t ON t.id = l.task_id AND t.void_reason IS NULL
    UNION ALL SELECT t.lead_id, t.code, 'lead', t.proposed_on, 0 FROM task t WHERE t.void_reason IS NULL
    UNION ALL SELECT t.deputy_id, t.code, 'deputy', t.proposed_on, 0 FROM task t WHERE t.void_reason IS NULL
    UNION ALL SELECT c.handler_id, c.code, 'handler', c.received_on, 0 FROM consultation c WHERE c.void_reason IS NULL
    UNION ALL SELECT p.handler_id, p.code, 'handler', p.received_on, 0 FROM passive_report p WHERE p.void_reason IS NULL
    UNION ALL SELECT a.lead_id, a.code, 'lead', a.planned_on, 0 FROM plan_action a WHERE a.void_reason IS NULL";

/// Whether a person was on the staff on every day of a training attended by name, and when
/// something was given to them.
///
/// # Errors
/// On one the person was not.
pub fn presence_holds(db: &Db, code: &str) -> Result<()> {
    let sql = format!(
        "SELECT p.code, p.role, p.\"on\" FROM ({PRESENT}) p JOIN staff s ON s.id = p.staff_id
          WHERE s.code = :code AND (p.\"on\" > s.left_on OR (p.begun = 1 AND p.\"on\" < s.since_on)) ORDER BY p.\"on\" LIMIT 1"
    );
    let found = db.row(&sql, named_params! { ":code": code }, |row| {
        Ok((row.get::<_, String>("code")?, row.get::<_, String>("role")?, day(row, "on")?))
    })?;
    match found {
        Some((record, role, Some(on))) => Err(rules::was_there(code, &record, &role, on).into()),
        _ => Ok(()),
    }
}
