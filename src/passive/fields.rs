//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{ACTS, GROUNDS, PUBLISHED, REPORTS, STATES};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("passive_report", "소극행정 신고", "report").in_register(&REPORTS),
        fact("passive_act", "처리", "act"),
        fact("passive_count", "공개된 건수", "published figures").with(PUBLISHED),
    ],
    own: &[("passive_act", column("kind", "구분", "kind", Kind::Term(ACTS)))],
    words: &[
        column("closed_as", "종결 구분", "closed as", Kind::Term(STATES)),
        column("closed_ground", "이첩 사유", "ground", Kind::Term(GROUNDS)),
        column("detail", "구분", "detail", Kind::Code),
        column("report", "신고", "report", Kind::Code),
        column("closed_department", "이송 부서", "passed to", Kind::Code),
        column("closed_text", "회신 내용", "reply", Kind::Text),
    ],
};
