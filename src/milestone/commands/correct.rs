//! `milestone edit` and `milestone void`: what was typed wrong. A plan that changes is a slip
//! and has its own verb.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::milestone::rules::Milestone;
use crate::milestone::{MILESTONES, store, words};
use crate::record;
use crate::report::Report;
use crate::session::{Change, Session};
use crate::task::frozen;
use crate::task::rules::not_void;
use crate::task::store::{self as tasks, Task};
use crate::typed;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[("note", "done_note")];

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code of the task
    code: String,
    /// Number of the milestone
    seq: i64,
    /// Title
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// Planned day, where it was mistyped; a later one needs a reason
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    due: Option<NaiveDate>,
    /// Day on which it was in fact reached
    #[arg(long, value_name = "DATE", value_parser = typed::day, requires = "reason")]
    done_on: Option<NaiveDate>,
    /// It was not reached after all
    #[arg(long, requires = "reason", conflicts_with_all = ["done_on", "note"])]
    not_done: bool,
    /// How it was reached
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
    #[command(flatten)]
    clear: Clear,
    /// Why; needed where a day on which something happened is corrected
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
}

/// Corrects a milestone.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("milestone edit")?;
    let task = tasks::find(&change, &args.code.to_uppercase())?;
    not_void(&task.code, task.is_void)?;
    let milestone = store::find(&change, &task, args.seq)?;
    milestone.not_void()?;
    let mut values = args.plan(&milestone)?;
    values.extend(args.event(session, &change, &task, &milestone)?);
    values.extend(args.clear.columns(CLEARABLE, &values)?);
    change.update("milestone", milestone.id, &values)?;
    let said = match (args.done_on, milestone.done_on) {
        (Some(on), Some(was)) => words::REDATED.with("was", was).with("on", on),
        (_, Some(was)) if args.not_done => words::NOT_DONE.with("was", was),
        _ => words::EDITED.say(),
    };
    let title = args.title.as_ref().unwrap_or(&milestone.title);
    let moved = args.done_on.into_iter().chain(milestone.done_on.filter(|_| args.done_on.is_some() || args.not_done)).min();
    let frozen = moved.map_or_else(|| Ok(Vec::new()), |from| frozen::without(&change, &task, from, None))?;
    let report = change.record(&MILESTONES, &[&milestone.code()], said.with("code", milestone.code()).with("title", title))?;
    Ok(report.hints(args.due.into_iter().flat_map(|due| super::doubted(&task, due, session.today))).hints(frozen))
}

impl Edit {
    /// What changes of the plan.
    fn plan(&self, milestone: &Milestone) -> Result<Vec<(&'static str, Value)>> {
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        values.extend(self.title.clone().map(|title| ("title", title.into())));
        if let Some(due) = self.due {
            milestone.planned_for(within_calendar(due)?, self.reason.as_deref())?;
            values.push(("due", due.to_string().into()));
        }
        Ok(values)
    }

    /// What changes of its having been reached.
    fn event(&self, session: &Session, change: &Change, task: &Task, milestone: &Milestone) -> Result<Vec<(&'static str, Value)>> {
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        if let Some(on) = self.done_on {
            let on = session.event_day(Some(on))?;
            milestone.reached_instead(&tasks::history(change, task)?, on)?;
            values.push(("done_on", on.to_string().into()));
        }
        if self.not_done {
            milestone.was_reached()?;
            values.extend([("done_on", Value::Null), ("done_note", Value::Null)]);
        }
        if let Some(note) = &self.note {
            milestone.was_reached()?;
            values.push(("done_note", note.clone().into()));
        }
        Ok(values)
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code of the task
    code: String,
    /// Number of the milestone
    seq: i64,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids a milestone that was entered by mistake.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("milestone void")?;
    let task = tasks::find(&change, &args.code.to_uppercase())?;
    let milestone = store::find(&change, &task, args.seq)?;
    milestone.not_void()?;
    record::void(&change, "milestone", milestone.id, &args.reason)?;
    let said = words::VOIDED.with("code", milestone.code()).with("title", &milestone.title);
    change.record(&MILESTONES, &[&milestone.code()], said)
}
