//! An act on a task, judged with the whole history it becomes part of, and recorded.

use anyhow::Result;
use chrono::NaiveDate;

use super::store::{Detail, Task};
use super::{Act as What, rules, store};
use crate::session::Change;

/// Judges an act and records it.
pub fn record(change: &Change, task: &Task, on: NaiveDate, what: What, detail: &Detail) -> Result<()> {
    let (after, _) = store::history(change, task)?.with(on, what)?;
    after.open_when_it_did(&store::deeds(change, task.id)?)?;
    match what {
        What::Closed(closing) => drop(rules::outcome(&task.code, closing, detail.outcome)?),
        What::Reopened => rules::not_succeeded(&task.code, store::successor(change, task.id)?.as_deref())?,
        _ => {}
    }
    store::act(change, task, on, what, detail)
}
