//! Whether what a request's clock rests on still holds.

use anyhow::Result;

use super::{Consultation, find, history};
use crate::clock;
use crate::db::Db;

/// Judges anew, after something that moves the clock, whether its extension still is one in
/// time and within what the rule allows. One that was late `before`, by a holiday that went
/// away, is not held against what is recorded now.
///
/// # Errors
/// It was not; the change is not to be kept.
pub fn judge_extension(db: &Db, before: &Consultation, was_late: bool) -> Result<()> {
    let Some(extension) = clock::extension(db, &before.code)? else { return Ok(()) };
    let case = find(db, &before.code)?;
    // What is told is the record as it stands without the change.
    let history = history(db, before)?;
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
    judge_extension(db, &find(db, code)?, false)
}
