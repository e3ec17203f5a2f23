//! `task edit`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use super::add::{Plan, twin};
use super::correct;
use crate::calendar::rules::passed;
use crate::clear::Clear;
use crate::office::rules::day_of;
use crate::office::store as office;
use crate::report::Report;
use crate::session::{Change, Session};
use crate::task::rules::correct::Which;
use crate::task::store::Task;
use crate::task::{TASKS, rules, store, words};
use crate::typed;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[
    ("lead", "lead_id"),
    ("deputy", "deputy_id"),
    ("start", "start"),
    ("due", "due"),
    ("category", "category"),
    ("background", "background"),
    ("content", "content"),
    ("effect", "expected_effect"),
    ("budget", "budget"),
    ("indicator", "indicator"),
    ("unit", "indicator_unit"),
    ("target", "indicator_target"),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// Title
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    #[command(flatten)]
    plan: Plan,
    #[command(flatten)]
    clear: Clear,
    /// What of its history has a wrong day, by its number in task show or by its name
    #[arg(long, value_name = "NO|ACT", value_parser = correct::OneAct, requires_all = ["on", "reason"])]
    act: Option<Which>,
    /// Day on which that act happened
    #[arg(long, value_name = "DATE", value_parser = typed::day, requires = "act")]
    on: Option<NaiveDate>,
    /// Day it has now, where it happened more than once
    #[arg(long, value_name = "DATE", value_parser = typed::day, requires = "act")]
    was: Option<NaiveDate>,
    /// Why; needed where a day of its history is corrected or its end moves back
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects the plan of a task, or the day of something that happened to it.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("task edit")?;
    let task = store::find(&change, &args.code.to_uppercase())?;
    rules::not_void(&task.code, task.is_void)?;
    TASKS.unchanged(&change, &task.code, args.if_rev.as_deref())?;
    let values = args.values(&change, &task)?;
    let twin = match (args.title.as_deref(), args.dept.is_some()) {
        (None, false) => None,
        (title, _) => {
            let department = values.iter().find_map(|(column, value)| match value {
                Value::Integer(id) if *column == "department_id" => Some(*id),
                _ => None,
            });
            twin(&change, task.year, department.unwrap_or(task.department_id), title.unwrap_or(&task.title), Some(&task.code))?
        }
    };
    store::correct(&change, &task, values)?;
    let said = match (args.act, args.on) {
        (Some(act), Some(on)) => correct::redate(session, &change, &task, act, (args.was, on))?,
        _ => words::EDITED.say(),
    };
    let done = said.with("code", &task.code).with("title", args.title.as_ref().unwrap_or(&task.title));
    let report = change.record(&TASKS, &[&task.code], done)?;
    let told = twin.into_iter().chain(passed(task.year, args.plan.due, session.today));
    Ok(report.hints(told))
}

impl Edit {
    /// The columns that change, judged with those that stay.
    fn values(&self, change: &Change, task: &Task) -> Result<Vec<(&'static str, Value)>> {
        let mut values = self.plan.values(change, task.closed_on.unwrap_or_else(|| change.today()))?;
        values.extend(self.title.clone().map(|title| ("title", title.into())));
        if let Some(dept) = &self.dept {
            values.push(("department_id", office::department_on(change, dept, day_of(task.year, None, change.today()))?.id.into()));
        }
        values.extend(self.clear.columns(CLEARABLE, &values)?);
        let left = |field: &str, given: Option<NaiveDate>, now: Option<NaiveDate>| given.or(now.filter(|_| !self.clear.names(field)));
        let due = left("due", self.plan.due, task.due);
        rules::plan(left("start", self.plan.start, task.start), due)?;
        if task.selected_on.is_some() {
            rules::put_off(&task.code, task.due, due, self.reason.as_deref())?;
        }
        Ok(values)
    }
}
