//! What stands under a request: its application, its history, its letters and what came of
//! them; shown with it, and handed out as evidence.

use super::{ACTS, BODIES, RESULTS, TEXTS};
use crate::register::Under;
use crate::report::{Kind, column};
use crate::words::{Term, term};

/// Its application.
pub const APPLICATION: Under = Under { view: "consultation", of: "code", columns: TEXTS, order: "id" };
/// What happened to it.
pub const HISTORY: Under = Under {
    view: "consultation_history",
    of: "code",
    columns: &[
        column("no", "번호", "no", Kind::Integer),
        column("on", "날짜", "on", Kind::Date),
        column("act", "처리", "act", Kind::Term(ACTS)),
        column("detail", "구분", "detail", Kind::Term(DETAILS)),
        column("body", "이송처 구분", "body", Kind::Term(BODIES)).for_programs(),
        column("note", "내용", "note", Kind::Text),
    ],
    order: "\"on\", step, id",
};
/// Its letters.
pub const LETTERS: Under = Under {
    view: "opinion_letter",
    of: "code",
    columns: &[
        column("revision", "차수", "no", Kind::Integer),
        column("issued_on", "발송일", "issued", Kind::Date),
        column("due", "당시 기한", "due then", Kind::Date),
        column("result", "의견", "result", Kind::Term(RESULTS)),
        column("in_force", "유효", "in force", Kind::Flag),
        column("reason", "정정 사유", "why corrected", Kind::Text),
    ],
    order: "revision",
};
/// What the department did with the opinion: the four facts that exemption rests on.
pub const FOLLOW_UPS: Under = Under {
    view: "follow_up f JOIN consultation c ON c.id = f.consultation_id AND f.void_reason IS NULL",
    of: "c.code",
    columns: &[
        column("no", "번호", "no", Kind::Integer),
        column("reported_on", "보고일", "reported", Kind::Date),
        column("same_matter", "같은 사안", "same matter", Kind::Flag),
        column("info_sufficient", "정보 충분", "informed", Kind::Flag),
        column("no_private_interest", "사적 이해 없음", "no interest", Kind::Flag),
        column("followed_opinion", "의견대로 함", "followed", Kind::Flag),
        column("note", "비고", "note", Kind::Text),
    ],
    order: "f.reported_on, f.id",
};

/// Whatever an act's detail can be.
const DETAILS: &[Term] = &[
    term("law", "법령 검토", "law"),
    term("site", "현장확인", "on-site"),
    term("validity", "타당성 검토", "validity"),
    term("law waived", "법령 검토(생략)", "law (waived)"),
    term("site waived", "현장확인(생략)", "on-site (waived)"),
    term("validity waived", "타당성 검토(생략)", "validity (waived)"),
    term("seoul", "서울시 감사위원회", "Seoul Audit Committee"),
    term("bai", "감사원", "BAI"),
    term("ministry", "중앙부처", "ministry"),
    term("possible", "가능", "possible"),
    term("conditional", "조건부 가능", "conditional"),
    term("not_possible", "불가", "not possible"),
    term("evasion", "법령이 명확하거나 책임 회피 목적", "the law is clear; used to evade responsibility"),
    term("no_self_review", "자체 검토 부족", "not reviewed enough by the applicant"),
    term("after_the_fact", "이미 한 처분의 적법성 확인", "about a disposition already made"),
    term("pending_case", "수사·소송·감사 진행 중이거나 종결", "under investigation, litigation or audit"),
    term("other", "그 밖의 사유", "other"),
];
