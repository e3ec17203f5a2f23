//! `task edit`.

use anyhow::Result;
use clap::Args;

use super::add::Plan;
use crate::office::store as office;
use crate::report::Report;
use crate::session::Session;
use crate::task::{TASKS, rules, store, words};
use crate::typed;

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
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects the plan of a task.
pub fn edit(session: &Session, args: Edit) -> Result<Report> {
    let change = session.change("task edit")?;
    let task = store::find(&change, &args.code.to_uppercase())?;
    rules::not_void(&task.code, task.is_void)?;
    TASKS.unchanged(&change, &task.code, args.if_rev.as_deref())?;
    rules::plan(args.plan.start.or(task.start), args.plan.due.or(task.due))?;
    let mut values = args.plan.values(&change)?;
    values.extend(args.title.clone().map(|title| ("title", title.into())));
    if let Some(dept) = &args.dept {
        values.push(("department_id", office::department_typed(&change, dept)?.id.into()));
    }
    change.update("task", task.id, &values)?;
    let done = words::EDITED.with("code", &task.code).with("title", args.title.unwrap_or(task.title));
    change.record(&TASKS, &[&task.code], done)
}
