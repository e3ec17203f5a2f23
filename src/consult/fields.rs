//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{ACTS, BODIES, CONSULTATIONS, GROUNDS, PUBLISHED, RESULTS, REVIEWS, STATES};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("consultation", "사전컨설팅", "request").in_register(&CONSULTATIONS),
        fact("consultation_act", "처리", "act"),
        fact("opinion", "의견서", "letter"),
        fact("follow_up", "이행결과", "follow-up"),
        fact("attachment", "붙임", "attachment"),
        fact("blob", "붙임 파일", "file"),
        fact("consult_count", "공개된 실적", "published figures").with(PUBLISHED),
    ],
    own: &[("consultation_act", column("kind", "구분", "kind", Kind::Term(ACTS)))],
    words: &[
        column("attached_on", "붙인 날", "attached", Kind::Date),
        column("body", "기관", "body", Kind::Term(BODIES)),
        column("body_name", "기관 이름", "name of the body", Kind::Text),
        column("closed_as", "종결 구분", "closed as", Kind::Term(STATES)),
        column("closed_ground", "반려 사유", "ground", Kind::Term(GROUNDS)),
        column("closed_result", "의견", "result", Kind::Term(RESULTS)),
        column("followed_opinion", "의견대로 처리", "followed the opinion", Kind::Flag),
        column("info_sufficient", "정보 제공 충분", "information sufficient", Kind::Flag),
        column("issue", "쟁점", "issue", Kind::Text),
        column("issued_on", "발송일", "issued", Kind::Date),
        column("law", "관련 법령", "law", Kind::Text),
        column("no_private_interest", "사적 이해관계 없음", "no private interest", Kind::Flag),
        column("own_opinion", "자체 의견", "own opinion", Kind::Text),
        column("result", "의견", "result", Kind::Term(RESULTS)),
        column("review", "검토", "review", Kind::Term(REVIEWS)),
        column("revision", "차수", "revision", Kind::Integer),
        column("same_matter", "같은 사안", "same matter", Kind::Flag),
        column("self_check", "자체 점검", "self-check", Kind::Text),
        column("size", "크기", "size", Kind::Integer),
        column("waived", "생략", "waived", Kind::Flag),
        column("year_before", "전년", "year before", Kind::Integer),
        column("bytes", "내용", "bytes", Kind::Text),
        column("change", "증감", "change", Kind::Integer),
    ],
};
