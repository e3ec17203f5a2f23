//! The SQL of milestones.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::rules::{self, Milestone};
use crate::db::Db;
use crate::office::store::day;
use crate::session::Change;
use crate::task::store::Task;

const SELECT: &str = "SELECT m.id, m.seq, m.title, m.due, m.set_on, m.done_on, m.void_reason IS NOT NULL AS is_void FROM milestone m";

/// The milestone of a number.
///
/// # Errors
/// None of that number.
pub fn find(db: &Db, task: &Task, seq: i64) -> Result<Milestone> {
    match known(db, task, seq)? {
        Some(milestone) => Ok(milestone),
        None => Err(rules::none(&task.code, seq).into()),
    }
}

/// The milestone of a number, if there is one.
pub fn known(db: &Db, task: &Task, seq: i64) -> Result<Option<Milestone>> {
    let sql = format!("{SELECT} WHERE m.task_id = :task AND m.seq = :seq");
    Ok(db.row(&sql, named_params! { ":task": task.id, ":seq": seq }, |row| milestone(row, task))?)
}

/// The milestone of a title, if there is one.
pub fn like(db: &Db, task: &Task, title: &str) -> Result<Option<Milestone>> {
    let sql = format!("{SELECT} WHERE m.task_id = :task AND m.title = :title AND m.void_reason IS NULL ORDER BY m.seq LIMIT 1");
    Ok(db.row(&sql, named_params! { ":task": task.id, ":title": title }, |row| milestone(row, task))?)
}

fn milestone(row: &Row, task: &Task) -> rusqlite::Result<Milestone> {
    Ok(Milestone {
        id: row.get("id")?,
        task: task.code.clone(),
        seq: row.get("seq")?,
        title: row.get("title")?,
        due: day(row, "due")?.unwrap_or_default(),
        set_on: day(row, "set_on")?.unwrap_or_default(),
        done_on: day(row, "done_on")?,
        is_void: row.get("is_void")?,
    })
}

/// A milestone to be recorded.
#[derive(Clone, Debug)]
pub struct New {
    /// Its number, where a year is entered with its numbers.
    pub seq: Option<i64>,
    /// Its title.
    pub title: String,
    /// The planned day.
    pub due: NaiveDate,
    /// Since when it is planned.
    pub set_on: NaiveDate,
}

/// Records a milestone. Its number is one more than any the task ever had.
pub fn insert(change: &Change, task: &Task, new: &New) -> Result<Milestone> {
    let id = change.insert(
        "INSERT INTO milestone (task_id, seq, title, due, set_on)
         VALUES (:task, coalesce(:seq, (SELECT coalesce(max(m.seq), 0) + 1 FROM milestone m WHERE m.task_id = :task)),
                 :title, :due, :set)",
        named_params! {
            ":task": task.id, ":seq": new.seq, ":title": new.title,
            ":due": new.due.to_string(), ":set": new.set_on.to_string(),
        },
    )?;
    let sql = format!("{SELECT} WHERE m.id = :id");
    let recorded = change.row(&sql, named_params! { ":id": id }, |row| milestone(row, task))?;
    recorded.ok_or_else(|| anyhow::anyhow!("milestone {id} was not recorded"))
}

/// The number of another milestone of the task with the same title and planned day.
pub fn twin(db: &Db, task: &Task, milestone: &Milestone) -> Result<Option<i64>> {
    let sql = "SELECT seq FROM milestone WHERE task_id = :task AND id <> :id AND title = :title AND due = :due AND void_reason IS NULL";
    let params = named_params! {
        ":task": task.id, ":id": milestone.id, ":title": milestone.title, ":due": milestone.due.to_string(),
    };
    Ok(db.row(sql, params, |row| row.get(0))?)
}

/// Records the day a milestone was reached.
pub fn done(change: &Change, id: i64, on: NaiveDate, note: Option<&str>) -> Result<()> {
    let note = note.map(str::to_owned);
    Ok(change.update("milestone", id, &[("done_on", on.to_string().into()), ("done_note", note.into())])?)
}

/// The day on which a milestone was last put off.
pub fn last_slip(db: &Db, id: i64) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(slipped_on) AS slipped_on FROM milestone_slip WHERE milestone_id = :id";
    Ok(db.row(sql, named_params! { ":id": id }, |row| day(row, "slipped_on"))?.flatten())
}

/// Records that a milestone was put off. The day it was planned for stays in a row of its own.
pub fn slip(change: &Change, milestone: &Milestone, on: NaiveDate, due: NaiveDate, reason: &str) -> Result<()> {
    change.insert(
        "INSERT INTO milestone_slip (milestone_id, slipped_on, old_due, new_due, reason)
         VALUES (:milestone, :on, :old, :new, :reason)",
        named_params! {
            ":milestone": milestone.id, ":on": on.to_string(), ":old": milestone.due.to_string(),
            ":new": due.to_string(), ":reason": reason,
        },
    )?;
    Ok(change.update("milestone", milestone.id, &[("due", due.to_string().into())])?)
}
