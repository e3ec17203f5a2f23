//! The verbs of the office: making the file, departments, staff.

mod department;
mod init;
mod organisation;
mod staff;

pub use department::Department;
pub use init::Init;
pub use organisation::Organisation;
pub use staff::Staff;

use anyhow::Result;
use chrono::NaiveDate;

use super::store;
use crate::session::Change;
use crate::words::{Sentence, Text, text};

/// A remark on whoever was entered without a first day, once the office's file is in use.
const ALWAYS: Text = text(
    "첫날을 주지 않아 처음부터 있던 것으로 셉니다. 새로 왔거나 새로 생겼으면 proadmin {noun} edit {code} --since-on 날짜",
    "no first day was given, so it counts as there from the beginning; if it is new: proadmin {noun} edit {code} --since-on DATE",
);

/// That what was entered without a first day was always there, unless the file was made today: then
/// it is what the office begins with.
fn always(change: &Change, noun: &str, code: &str, since: Option<NaiveDate>) -> Result<Option<Sentence>> {
    let is_new = store::begun_on(change)?.is_some_and(|begun| begun < change.today());
    Ok((is_new && since.is_none()).then(|| ALWAYS.with("noun", noun).with("code", code)))
}

/// What a department or a person has been since, unless told: since before the file begins.
pub(super) fn from_the_beginning() -> NaiveDate {
    NaiveDate::from_ymd_opt(crate::calendar::rules::FIRST_YEAR, 1, 1).unwrap_or_default()
}
