//! The verbs of the office: making the file, departments, staff.

mod department;
mod init;
mod organisation;
mod staff;

pub use department::Department;
pub use init::Init;
pub use organisation::Organisation;
pub use staff::Staff;

use chrono::NaiveDate;

/// What a department or a person has been since, unless told: since before the file begins.
pub(super) fn from_the_beginning() -> NaiveDate {
    NaiveDate::from_ymd_opt(crate::calendar::rules::FIRST_YEAR, 1, 1).unwrap_or_default()
}
