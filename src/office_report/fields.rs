//! What the fields of its tables are called, beside what its registers and the common words say.

use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[fact("assessment_indicator", "평가지표", "indicator"), fact("assessment_measure", "지표의 실적", "evidence of an indicator")],
    own: &[],
    words: &[column("area", "추진분야", "area", Kind::Code), column("item", "항목", "item", Kind::Code)],
};
