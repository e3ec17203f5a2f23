//! The SQL of key tasks.

mod carry;
mod corrected;
mod lead;

pub use carry::{Onward, beside_its_origin, carried_on, carry, origin, successor};
pub use corrected::{acts, deeds, did, redate, take_out};
pub use lead::{correct, hand_over, led_since};

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::rules::{History, not_void};
use super::{Act, Closing, TASKS};
use crate::db::Db;
use crate::numbering;
use crate::office::store::day;
use crate::session::Change;

/// What codes of tasks begin with.
pub(super) const PREFIX: &str = "KT";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 2;

/// A task as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its year.
    pub year: i32,
    /// Its department's id.
    pub department_id: i64,
    /// Its planned start.
    pub start: Option<NaiveDate>,
    /// Its planned end.
    pub due: Option<NaiveDate>,
    /// Since when it exists.
    pub proposed_on: NaiveDate,
    /// When it was selected.
    pub selected_on: Option<NaiveDate>,
    /// When it was first closed.
    pub closed_on: Option<NaiveDate>,
    /// Whether it was voided.
    pub is_void: bool,
}

/// A task to be recorded.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// Its code, where a year is entered with its codes.
    pub code: Option<String>,
    /// Its year.
    pub year: i32,
    /// Since when it exists.
    pub proposed_on: NaiveDate,
    /// When it was selected; none for a candidate.
    pub selected_on: Option<NaiveDate>,
    /// How it ended, where a past year is entered.
    pub closing: Option<(NaiveDate, Closing, Detail)>,
    /// Its other columns.
    pub plan: Vec<(&'static str, Value)>,
}

/// The task of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Task> {
    match known(db, code)? {
        Some(task) => Ok(task),
        None => Err(TASKS.missing(db, code)?.into()),
    }
}

/// The task of a code, for something that is about it.
///
/// # Errors
/// None of that code, or a void one.
pub fn standing(db: &Db, code: &str) -> Result<Task> {
    let task = find(db, code)?;
    not_void(&task.code, task.is_void)?;
    Ok(task)
}

/// The task of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Task>> {
    Ok(db.row(&format!("{SELECT} WHERE code = :code"), named_params! { ":code": code }, task)?)
}

/// The task of a department, a year and a title, if there is one.
pub fn like(db: &Db, year: i32, department_id: i64, title: &str) -> Result<Option<Task>> {
    let sql = format!("{SELECT} WHERE department_id = :department AND year = :year AND title = :title AND void_reason IS NULL LIMIT 1");
    Ok(db.row(&sql, named_params! { ":department": department_id, ":year": year, ":title": title }, task)?)
}

/// All tasks of a department, a year and a title, in the order of recording, which their index
/// has: for that of their numbers SQLite would look through the year.
pub fn twins(db: &Db, year: i32, department_id: i64, title: &str) -> Result<Vec<Task>> {
    let sql = format!("{SELECT} WHERE department_id = :department AND year = :year AND title = :title AND void_reason IS NULL ORDER BY id");
    Ok(db.rows(&sql, named_params! { ":department": department_id, ":year": year, ":title": title }, task)?)
}

const SELECT: &str = "SELECT id, code, title, year, department_id, start, due, proposed_on, selected_on, closed_on,
                        void_reason IS NOT NULL AS is_void FROM task";

fn task(row: &Row) -> rusqlite::Result<Task> {
    // In the order of SELECT: an import reads a task a row.
    Ok(Task {
        id: row.get(0)?,
        code: row.get(1)?,
        title: row.get(2)?,
        year: row.get(3)?,
        department_id: row.get(4)?,
        start: day(row, 5)?,
        due: day(row, 6)?,
        proposed_on: day(row, 7)?.unwrap_or_default(),
        selected_on: day(row, 8)?,
        closed_on: day(row, 9)?,
        is_void: row.get(10)?,
    })
}

/// Whether a code is one of a task by its shape.
pub fn is_code(code: &str) -> bool {
    code.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with('-'))
}

/// The state that is computed of a task.
pub fn state(db: &Db, code: &str) -> Result<String> {
    let sql = "SELECT state FROM task_status WHERE code = :code";
    Ok(db.row(sql, named_params! { ":code": code }, |row| row.get(0))?.unwrap_or_default())
}

/// What happened to a task so far.
pub fn history(db: &Db, task: &Task) -> Result<History> {
    let sql = "SELECT \"on\", act FROM task_history WHERE task_id = :id AND act <> 'proposed' ORDER BY \"on\", step, id";
    let acts =
        db.rows(sql, named_params! { ":id": task.id }, |row| Ok((day(row, 0)?.unwrap_or_default(), Act::of(row.get_ref(1)?.as_str()?))))?;
    Ok(History {
        code: task.code.clone(),
        proposed_on: task.proposed_on,
        is_void: task.is_void,
        acts: acts.into_iter().filter_map(|(on, act)| Some((on, act?))).collect(),
    })
}

/// Records a task and returns its id and code.
pub fn insert(change: &Change, new: &New) -> Result<(i64, String)> {
    let (year, seq, code) = numbering::code(change, PREFIX, new.year, DIGITS, new.code.as_deref())?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("proposed_on", new.proposed_on.to_string().into()),
        ("selected_on", new.selected_on.map(|day| day.to_string()).into()),
    ];
    if let Some((on, closing, detail)) = &new.closing {
        values.extend(closed(FIRST_CLOSING, on.to_string().into(), *closing, detail));
    }
    values.extend(new.plan.iter().cloned());
    Ok((change.insert_row("task", &values)?, code))
}

/// What goes with an act besides its day.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// Why.
    pub reason: Option<String>,
    /// Met or missed.
    pub outcome: Option<&'static str>,
    /// What the indicator reached, in hundredths.
    pub actual: Option<i64>,
}

/// Records an act. The selection and the first closing stand on the task's own row, so that
/// open tasks are found by an index; all else is a row of its own.
pub fn act(change: &Change, task: &Task, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let on: Value = on.to_string().into();
    match act {
        Act::Selected => {
            change.update("task", task.id, &[("selected_on", on), ("selected_reason", detail.reason.clone().into())])?;
        }
        Act::Closed(closing) if task.closed_on.is_none() => close(change, task.id, on, closing, detail)?,
        act => {
            change.insert(
                "INSERT INTO task_act (task_id, no, acted_on, kind, outcome, actual, reason)
                 VALUES (:task, :no, :on, :kind, :outcome, :actual, :reason)",
                named_params! {
                    ":task": task.id, ":no": next_number(change, task.id)?, ":on": on, ":kind": act.code(), ":outcome": detail.outcome,
                    ":actual": detail.actual, ":reason": detail.reason,
                },
            )?;
        }
    }
    Ok(())
}

/// The number of an end before which nothing happened; the selection is always 1.
const FIRST_CLOSING: i64 = 2;

/// The next number of an act.
fn next_number(db: &Db, id: i64) -> Result<i64> {
    let sql = "SELECT 1 + max(n.no) FROM (SELECT coalesce(t.closed_no, 1) AS no FROM task t WHERE t.id = :id
               UNION ALL SELECT a.no FROM task_act a WHERE a.task_id = :id) n";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?.unwrap_or(2))
}

fn close(change: &Change, id: i64, on: Value, closing: Closing, detail: &Detail) -> Result<()> {
    Ok(change.update("task", id, &closed(next_number(change, id)?, on, closing, detail))?)
}

/// The columns of an end on the task's own row.
fn closed(no: i64, on: Value, closing: Closing, detail: &Detail) -> [(&'static str, Value); 6] {
    [
        ("closed_no", no.into()),
        ("closed_on", on),
        ("closed_as", closing.code().to_owned().into()),
        ("closed_outcome", detail.outcome.map(str::to_owned).into()),
        ("closed_actual", detail.actual.into()),
        ("closed_reason", detail.reason.clone().into()),
    ]
}

/// The percent that was last reported of a task.
pub fn percent(db: &Db, id: i64) -> Result<Option<i64>> {
    let sql = "SELECT percent FROM progress WHERE task_id = :id AND void_reason IS NULL ORDER BY reported_on DESC LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?)
}

/// The texts of a task's plan: its deputy, background, content and expected effect.
pub fn plan(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT s.name, t.background, t.content, t.expected_effect FROM task t LEFT JOIN staff s ON s.id = t.deputy_id
               WHERE t.code = :code";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}
