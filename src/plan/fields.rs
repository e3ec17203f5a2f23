//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{ACTIONS, ACTS, ADOPTIONS, AREAS};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("plan_template", "추진분야 틀", "template"),
        fact("plan_due", "의결 기한", "due day"),
        fact("plan_evidence_kind", "증빙의 종류", "kind of evidence"),
        fact("plan_area", "추진분야", "area").in_register(&AREAS),
        fact("plan_action", "추진과제", "action").in_register(&ACTIONS),
        fact("plan_act", "처리", "act"),
        fact("plan_adoption", "의결", "adoption").in_register(&ADOPTIONS),
        fact("plan_evidence", "증빙", "evidence"),
    ],
    own: &[
        ("plan_act", column("kind", "구분", "kind", Kind::Term(ACTS))),
        ("plan_adoption", column("areas", "분야 수", "areas", Kind::Integer)),
        ("plan_adoption", column("actions", "과제 수", "actions", Kind::Integer)),
        ("plan_adoption", column("document", "문서번호", "document", Kind::Text)),
    ],
    words: &[
        column("action", "추진과제", "action", Kind::Code),
        column("month_day", "월일", "month and day", Kind::Code),
        column("record", "기록", "record", Kind::Code),
    ],
};
