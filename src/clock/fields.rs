//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{COUNTING, USES};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("clock_rule", "기한 계산 규칙", "counting rule").in_register(&COUNTING),
        fact("clock_use", "규칙의 쓰임", "use of the rule"),
    ],
    own: &[("clock_use", column("kind", "쓰는 곳", "for", Kind::Term(USES)))],
    words: &[column("rule", "규칙", "rule", Kind::Code)],
};
