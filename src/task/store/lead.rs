//! Who leads a key task: whom the task names, until it is handed over; then who took it over last.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::Task;
use crate::db::Db;
use crate::office::store::day;
use crate::session::Change;
use crate::task::rules;

/// The last handing over of a task: its row, who took it over and since when.
fn handed_over(db: &Db, task_id: i64) -> Result<Option<(i64, i64, NaiveDate)>> {
    let sql = "SELECT id, staff_id, led_on FROM task_lead WHERE task_id = :id ORDER BY led_on DESC, id DESC LIMIT 1";
    let read = |row: &Row<'_>| Ok((row.get("id")?, row.get("staff_id")?, day(row, "led_on")?.unwrap_or_default()));
    Ok(db.row(sql, named_params! { ":id": task_id }, read)?)
}

/// The code of a task, and since when whoever leads it now does, or it is there.
pub fn led_since(db: &Db, task_id: i64) -> Result<(String, NaiveDate)> {
    let sql = "SELECT code, proposed_on FROM task WHERE id = :id";
    let task = db.row(sql, named_params! { ":id": task_id }, |row| Ok((row.get("code")?, day(row, "proposed_on")?.unwrap_or_default())))?;
    let (code, proposed_on) = task.unwrap_or_default();
    Ok((code, handed_over(db, task_id)?.map_or(proposed_on, |(.., on)| on)))
}

/// Records that someone leads a task from a day on.
pub fn hand_over(change: &Change, task_id: i64, staff_id: i64, on: NaiveDate) -> Result<()> {
    change.insert_row("task_lead", &[("task_id", task_id.into()), ("staff_id", staff_id.into()), ("led_on", on.to_string().into())])?;
    Ok(())
}

/// Corrects a task, and returns the columns that differ. Whoever is said to lead it leads it now:
/// where it was handed over, that is who took it over last.
///
/// # Errors
/// The lead is to be emptied, and the task was handed over.
pub fn correct(change: &Change, task: &Task, values: Vec<(&'static str, Value)>) -> Result<Vec<&'static str>> {
    let (lead, mut values): (Vec<_>, Vec<_>) = values.into_iter().partition(|(column, _)| *column == "lead_id");
    let mut differs = Vec::new();
    match (lead.into_iter().next(), handed_over(change, task.id)?) {
        (Some((_, Value::Integer(lead))), Some((row, now, _))) if lead != now => {
            change.update("task_lead", row, &[("staff_id", lead.into())])?;
            differs.push("lead_id");
        }
        (Some((_, Value::Null)), Some((_, _, on))) => return Err(rules::was_handed_over(&task.code, on).into()),
        (Some(lead), None) => values.push(lead),
        _ => {}
    }
    let values = change.differing("task", task.id, values)?;
    change.update("task", task.id, &values)?;
    differs.extend(values.iter().map(|(column, _)| *column));
    Ok(differs)
}
