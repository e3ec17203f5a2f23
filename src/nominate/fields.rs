//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{ACTS, NOMINATIONS};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("nomination_period", "접수 기간", "period of reception"),
        fact("nomination_ground", "제외 사유", "ground of rejection"),
        fact("nomination", "추천", "nomination").in_register(&NOMINATIONS),
        fact("nominee", "추천된 사람", "nominee"),
        fact("nomination_act", "경과", "act"),
    ],
    own: &[("nomination_act", column("kind", "구분", "kind", Kind::Term(ACTS)))],
    words: &[
        column("merit", "공적", "merit", Kind::Text),
        column("merit_from", "공적 시작", "merit from", Kind::Date),
        column("merit_to", "공적 끝", "merit to", Kind::Date),
        column("ground", "사유", "ground", Kind::Code),
        column("into", "합친 추천", "merged into", Kind::Code),
        column("nomination", "추천", "nomination", Kind::Code),
        column("ends", "끝", "ends", Kind::Date),
        column("starts", "시작", "starts", Kind::Date),
        column("added_on", "적은 날", "added", Kind::Date),
    ],
};
