//! An act on a report, judged with the whole history it becomes part of, and recorded.

use anyhow::Result;
use chrono::NaiveDate;

use super::store::{Detail, Passive};
use super::{Act, store};
use crate::clock;
use crate::session::Change;

/// Judges an act that does not end the report, and records it.
///
/// # Errors
/// It could not have happened, or its extension not have come in time.
pub fn record(change: &Change, report: &Passive, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let history = store::history(change, report)?;
    history.with(on, act)?;
    if let Some(days) = detail.days {
        history.extension(on, report.due, days, report.extension_max)?;
    }
    let was_late = clock::is_extended_late(change, &report.code)?;
    store::act(change, report.id, on, act, detail)?;
    if act.moves_the_clock() { store::judge_extension(change, report, was_late) } else { Ok(()) }
}
