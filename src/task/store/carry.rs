//! How a task goes on in the next year: the successor, its origin, and what was carried along.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::{DIGITS, PREFIX, Task};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::session::Change;

/// The code of the task that a task goes on as, if there is one.
pub fn successor(db: &Db, id: i64) -> Result<Option<String>> {
    let sql = "SELECT code FROM task WHERE origin_id = :id AND void_reason IS NULL LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?)
}

/// A task that was carried on, though its successor stands, is closed as such: the codes of one
/// that is not and of its successor, where the task of an id is either.
pub fn beside_its_origin(db: &Db, id: i64) -> Result<Option<(String, String)>> {
    let sql = "SELECT o.code, t.code FROM task t JOIN task_status o ON o.id = t.origin_id
               WHERE t.id IN (SELECT :id UNION ALL SELECT s.id FROM task s WHERE s.origin_id = :id)
                 AND t.void_reason IS NULL AND o.state NOT IN ('carried', 'void') LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The task that a task goes on from, and when it was carried.
pub fn origin(db: &Db, id: i64) -> Result<Option<(String, NaiveDate)>> {
    let sql = "SELECT o.code, o.closed_on FROM task t JOIN task_status o ON o.id = t.origin_id WHERE t.id = :id AND o.state = 'carried'";
    let found = db.row(sql, named_params! { ":id": id }, |row| Ok((row.get(0)?, day(row, "closed_on")?)))?;
    Ok(found.and_then(|(code, on)| Some((code, on?))))
}

/// Since when a successor is there follows the day of the carrying, where that is corrected.
pub fn carried_on(change: &Change, successor: &str, was: NaiveDate, on: NaiveDate) -> Result<()> {
    let days = named_params! { ":code": successor, ":was": was.to_string(), ":on": on.to_string() };
    change
        .execute("UPDATE milestone SET set_on = :on WHERE set_on = :was AND task_id IN (SELECT id FROM task WHERE code = :code)", days)?;
    change.execute("UPDATE task SET selected_on = :on WHERE code = :code AND selected_on = :was", days)?;
    change.execute("UPDATE task SET proposed_on = :on WHERE code = :code AND proposed_on = :was", days)?;
    Ok(())
}

/// Where and when a task goes on.
#[derive(Clone, Copy, Debug)]
pub struct Onward {
    /// The year.
    pub year: i32,
    /// Since when the new task exists.
    pub proposed_on: NaiveDate,
    /// Its planned start.
    pub start: NaiveDate,
    /// Its planned end.
    pub due: Option<NaiveDate>,
}

/// Makes the task of the next year: its plan, its link to the origin, and its open milestones.
/// Returns the new code and how many milestones went along.
pub fn carry(change: &Change, task: &Task, onward: Onward) -> Result<(String, usize)> {
    let Onward { year, proposed_on, start, due } = onward;
    let (year, seq, code) = numbering::code(change, PREFIX, year, DIGITS, None)?;
    let id = change.insert(
        "INSERT INTO task (code, year, seq, title, department_id, lead_id, deputy_id, category, background, content,
                           expected_effect, budget, indicator, indicator_unit, indicator_target, reporting_cycle,
                           start, due, origin_id, proposed_on, selected_on)
         SELECT :code, :year, :seq, title, department_id, (SELECT s.lead_id FROM task_status s WHERE s.id = :id), deputy_id, category, background, content,
                expected_effect, budget, indicator, indicator_unit, indicator_target, reporting_cycle,
                :start, :due, id, :proposed, :proposed
           FROM task WHERE id = :id",
        named_params! {
            ":code": code, ":year": year, ":seq": seq, ":start": start.to_string(), ":due": due.map(|day| day.to_string()),
            ":proposed": proposed_on.to_string(), ":id": task.id,
        },
    )?;
    let moved = change.execute(
        "INSERT INTO milestone (task_id, seq, title, due, set_on)
         SELECT :new, m.seq, m.title, m.due, :proposed FROM milestone m
          WHERE m.task_id = :id AND m.done_on IS NULL AND m.void_reason IS NULL ORDER BY m.seq",
        named_params! { ":new": id, ":proposed": proposed_on.to_string(), ":id": task.id },
    )?;
    Ok((code, moved))
}
