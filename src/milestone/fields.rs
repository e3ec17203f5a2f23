//! What the fields of its tables are called, beside what its registers and the common words say.

use super::MILESTONES;
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[fact("milestone", "추진일정", "milestone").in_register(&MILESTONES), fact("milestone_slip", "연기", "putting off")],
    own: &[],
    words: &[
        column("done_note", "달성 내용", "note", Kind::Text),
        column("milestone", "추진일정", "milestone", Kind::Code),
        column("new_due", "바뀐 예정일", "new day", Kind::Date),
        column("old_due", "처음 예정일", "earlier day", Kind::Date),
        column("slipped_on", "연기일", "put off on", Kind::Date),
    ],
};
