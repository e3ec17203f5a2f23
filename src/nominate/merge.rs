//! Merging: one nomination becomes part of another that is the same, judged and recorded alike
//! whether a verb says so or a file.

use anyhow::Result;
use chrono::NaiveDate;

use super::store::{Detail, Nomination};
use super::{Act, store};
use crate::session::Change;

/// Merges a nomination into another. The task that one of them names is that of both, where the
/// one that stands names none.
///
/// # Errors
/// The other does not take it in on that day, or it nominates someone else.
pub fn merge(change: &Change, code: &str, into: &str, on: NaiveDate, reason: Option<&str>) -> Result<()> {
    let into = store::find(change, into)?;
    let target = store::history(change, &into)?;
    let nomination = store::find(change, code)?;
    target.takes_in(&nomination.code, on)?;
    let history = store::history(change, &nomination)?;
    history.with(on, Act::Merged)?;
    let nominees = |of: &Nomination| store::nominees_named(change, of.id);
    target.same_nominees(&nominees(&into)?, &history, &nominees(&nomination)?, reason)?;
    let detail = Detail { into_id: Some(into.id), note: reason.map(str::to_owned), ..Detail::default() };
    store::act(change, nomination.id, on, Act::Merged, &detail)?;
    if into.task_id.is_none() && nomination.task_id.is_some() {
        change.update("nomination", into.id, &[("task_id", nomination.task_id.into())])?;
    }
    Ok(())
}
