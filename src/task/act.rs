//! An act on a task, judged with the whole history it becomes part of, and recorded.

use anyhow::Result;
use chrono::NaiveDate;

use super::rules::History;
use super::rules::correct::{self, Recorded};
use super::store::{Detail, New, Task};
use super::{Act as What, Closing, rules, store};
use crate::db::Db;
use crate::refusal::Refusal;
use crate::session::Change;

/// Corrects the day of an act, and judges what comes of it.
pub fn redate(change: &Change, task: &Task, act: &Recorded, on: NaiveDate) -> Result<()> {
    store::history(change, task)?.redated(act, on)?;
    store::redate(change, task, act, on)?;
    if act.kind == Closing::Carried.code()
        && let Some(successor) = store::successor(change, task.id)?
    {
        store::carried_on(change, &successor, act.on, on)?;
        holds(change, &successor)?;
    }
    holds(change, &task.code)
}

/// Takes acts out together, and judges what remains.
pub fn take_out(change: &Change, task: &Task, acts: &[&Recorded], reason: &str) -> Result<()> {
    for act in acts {
        correct::may_take_out(&task.code, act.kind)?;
        if act.kind == Closing::Carried.code() {
            rules::not_succeeded(&task.code, store::successor(change, task.id)?.as_deref())?;
        }
    }
    store::history(change, task)?.less(&store::acts(change, task)?, acts)?;
    for act in acts {
        store::take_out(change, task, act, reason)?;
    }
    holds(change, &task.code)
}

/// Judges the whole history of a task again, as when something of it was taken back.
///
/// # Errors
/// What remains could not have happened.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    let task = store::find(db, code)?;
    if let Some((origin, successor)) = store::beside_its_origin(db, task.id)? {
        rules::not_succeeded(&origin, Some(&successor))?;
    }
    if let Some((origin, carried_on)) = store::origin(db, task.id)? {
        rules::not_before_it_was_carried(&task.code, task.proposed_on, &origin, carried_on)?;
    }
    Ok(store::history(db, &task)?.still_holds(&store::did(db, task.id)?)?)
}

/// Judges the end that a new task is entered with: nothing happened to it but its selection.
///
/// # Errors
/// It could not have ended so.
pub fn entered(code: &str, new: &New) -> Result<(), Refusal> {
    let Some((on, closing, detail)) = &new.closing else { return Ok(()) };
    let acts = new.selected_on.map(|day| (day, What::Selected)).into_iter().collect();
    let history = History { code: code.to_owned(), proposed_on: new.proposed_on, is_void: false, acts };
    history.with(*on, What::Closed(*closing))?;
    rules::outcome(code, *closing, detail.outcome).map(drop)
}

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
