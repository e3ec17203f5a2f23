//! Whether what a request's clock rests on still holds.

use anyhow::Result;

use super::{Consultation, find, history};
use crate::clock;
use crate::db::Db;
use crate::session::Change;

/// Judges anew, after something that moves the clock, whether its extension still is one in
/// time and within what the rule allows. One that was late `before`, by a holiday that went
/// away, is not held against what is recorded now.
///
/// # Errors
/// It was not; the change is not to be kept.
pub fn judge_extension(change: &Change, before: &Consultation, was_late: bool) -> Result<()> {
    let case = find(change, &before.code)?;
    let Some(extension) = clock::extension(change, &case.code)? else { return Ok(()) };
    // What is told is the request as it stands without the change.
    let history = history(change, before)?;
    if !was_late {
        history.still_extended(extension.on, extension.due)?;
    }
    Ok(history.extension(extension.on, case.due, extension.days, case.extension_max)?)
}

/// Judges the extension of a request as it stands, as when something that its clock rests on was
/// taken back.
///
/// # Errors
/// It was not asked in time, or for longer than the rule allows.
pub fn in_time(db: &Db, code: &str) -> Result<()> {
    let Some(extension) = clock::extension(db, code)? else { return Ok(()) };
    let case = find(db, code)?;
    let history = history(db, &case)?;
    history.still_extended(extension.on, extension.due)?;
    Ok(history.extension(extension.on, case.due, extension.days, case.extension_max)?)
}
