//! The history of a task as it is corrected: what happened, on which days it did something, and an act
//! given another day or taken out.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::Task;
use crate::db::Db;
use crate::office::store::day;
use crate::session::Change;
use crate::task::ACTS;
use crate::task::rules::correct::{Did, Recorded};

/// What happened to a task, its proposal first, each with where it stands.
pub fn acts(db: &Db, task: &Task) -> Result<Vec<Recorded>> {
    let sql = "SELECT \"on\", no, act, id FROM task_history WHERE task_id = :id ORDER BY \"on\", step, id";
    let known = |kind: &str| ACTS.iter().map(|term| term.code).find(|code| *code == kind);
    let acts = db.rows(sql, named_params! { ":id": task.id }, |row| {
        let (no, kind, on) = (row.get("no")?, row.get::<_, String>("act")?, day(row, "on")?.unwrap_or_default());
        let id = row.get("id")?;
        Ok(known(&kind).map(|kind| Recorded { no, kind, on, id }))
    })?;
    Ok(acts.into_iter().flatten().collect())
}

/// Corrects the day of an act. Milestones that were planned since the proposal go with it.
pub fn redate(change: &Change, task: &Task, act: &Recorded, on: NaiveDate) -> Result<()> {
    let day: Value = on.to_string().into();
    match (act.id, act.kind) {
        (0, "proposed") => {
            change.update("task", task.id, &[("proposed_on", day)])?;
            change.execute(
                "UPDATE milestone SET set_on = :on WHERE task_id = :task AND set_on = :was",
                named_params! { ":on": on.to_string(), ":task": task.id, ":was": act.on.to_string() },
            )?;
        }
        (0, "selected") => change.update("task", task.id, &[("selected_on", day)])?,
        (0, _) => change.update("task", task.id, &[("closed_on", day)])?,
        (id, _) => change.update("task_act", id, &[("acted_on", day)])?,
    }
    Ok(())
}

/// Takes an act out. What stands on the task's own row is emptied; of an end, the number goes
/// with it to where void acts are, so that nothing else is ever called by it.
pub fn take_out(change: &Change, task: &Task, act: &Recorded, reason: &str) -> Result<()> {
    let empty = |columns: &[&'static str]| columns.iter().map(|column| (*column, Value::Null)).collect::<Vec<_>>();
    match (act.id, act.kind) {
        (0, "selected") => change.update("task", task.id, &empty(&["selected_on", "selected_reason"]))?,
        (0, _) => {
            change.execute(
                "INSERT INTO task_act (task_id, no, acted_on, kind, outcome, actual, reason, void_reason)
                 SELECT id, closed_no, closed_on, closed_as, closed_outcome, closed_actual, closed_reason, :reason
                   FROM task WHERE id = :id AND closed_no IS NOT NULL",
                named_params! { ":id": task.id, ":reason": reason },
            )?;
            let closing = ["closed_no", "closed_on", "closed_as", "closed_outcome", "closed_actual", "closed_reason"];
            change.update("task", task.id, &empty(&closing))?;
        }
        (id, _) => change.update("task_act", id, &[("void_reason", reason.to_owned().into())])?,
    }
    Ok(())
}

/// What a task did, for judging a correction of its history.
pub fn did(db: &Db, id: i64) -> Result<Did> {
    let days = |sql: &str| db.rows(sql, named_params! { ":id": id }, |row| Ok(day(row, "on")?.unwrap_or_default()));
    Ok(Did {
        deeds: deeds(db, id)?,
        logged: days("SELECT reported_on AS \"on\" FROM progress WHERE task_id = :id AND void_reason IS NULL ORDER BY 1")?,
        set: days("SELECT set_on AS \"on\" FROM milestone WHERE task_id = :id AND void_reason IS NULL ORDER BY 1")?,
    })
}

/// The days on which a task did something that needs it open: a report, a milestone reached or
/// put off.
pub fn deeds(db: &Db, id: i64) -> Result<Vec<NaiveDate>> {
    let sql = "SELECT p.reported_on AS \"on\" FROM progress p WHERE p.task_id = :id AND p.void_reason IS NULL
               UNION SELECT m.done_on FROM milestone m WHERE m.task_id = :id AND m.done_on IS NOT NULL AND m.void_reason IS NULL
               UNION SELECT s.slipped_on FROM milestone_slip s JOIN milestone m ON m.id = s.milestone_id
                WHERE m.task_id = :id AND m.void_reason IS NULL ORDER BY 1";
    Ok(db.rows(sql, named_params! { ":id": id }, |row| Ok(day(row, "on")?.unwrap_or_default()))?)
}
