//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{ACTS, OUTCOMES, STATES, TASKS};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("task", "중점과제", "key task").in_register(&TASKS),
        fact("task_act", "경과", "act"),
        fact("task_lead", "주담당자", "lead"),
    ],
    own: &[("task_act", column("kind", "구분", "kind", Kind::Term(ACTS)))],
    words: &[
        column("actual", "실적값", "actual", Kind::Amount),
        column("closed_actual", "실적값", "actual", Kind::Amount),
        column("closed_as", "종결 구분", "closed as", Kind::Term(STATES)),
        column("closed_outcome", "목표 달성", "outcome", Kind::Term(OUTCOMES)),
        column("deputy", "부담당자", "deputy", Kind::Code),
        column("expected_effect", "기대효과", "expected effect", Kind::Text),
        column("led_on", "맡은 날", "led from", Kind::Date),
        column("outcome", "목표 달성", "outcome", Kind::Term(OUTCOMES)),
        column("selected_reason", "선정 사유", "why selected", Kind::Text),
    ],
};
