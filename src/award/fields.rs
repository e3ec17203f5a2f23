//! What the fields of its tables are called, beside what its registers and the common words say.

use super::AWARDS;
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[fact("award", "외부 수상", "award").in_register(&AWARDS), fact("award_outcome", "후속", "outcome")],
    own: &[("award", column("department_text", "부서(글)", "department as written", Kind::Text))],
    words: &[
        column("followed_on", "후속일", "followed", Kind::Date),
        column("link", "링크", "link", Kind::Text),
        column("award", "외부 수상", "award", Kind::Code),
    ],
};
