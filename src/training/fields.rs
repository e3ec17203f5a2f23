//! What the fields of its tables are called, beside what its registers and the common words say.

use super::TRAININGS;
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("training_schedule", "정기교육", "schedule"),
        fact("training_schedule_month", "정기교육 달", "month of the schedule"),
        fact("training", "교육", "training").in_register(&TRAININGS),
        fact("training_attendance", "참석", "attendance"),
    ],
    own: &[],
    words: &[
        column("attended_on", "참석일", "day", Kind::Date),
        column("for_month", "해당 달", "for the month", Kind::Code),
        column("headcount", "인원", "headcount", Kind::Integer),
        column("month", "달", "month", Kind::Code),
        column("schedule", "정기교육", "schedule", Kind::Code),
        column("training", "교육", "training", Kind::Code),
    ],
};
