//! An act on a request, judged with the whole history it becomes part of, and recorded.

use anyhow::Result;
use chrono::NaiveDate;

use super::store::{Consultation, Detail};
use super::{Act, store};
use crate::clock;
use crate::session::Change;

/// Judges an act that does not end the request, and records it.
///
/// # Errors
/// It could not have happened, or its extension not have come in time.
pub fn record(change: &Change, case: &Consultation, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let history = store::history(change, case)?;
    history.with(on, act)?;
    if let Some(days) = detail.days {
        history.extension(on, case.due, days, case.extension_max)?;
    }
    let was_late = clock::is_extended_late(change, &case.code)?;
    store::act(change, case.id, on, act, detail)?;
    if act.moves_the_clock() { store::judge_extension(change, case, was_late) } else { Ok(()) }
}
