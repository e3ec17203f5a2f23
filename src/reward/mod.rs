//! Rewards (우대조치): the office offers measures, six as a rule. Who was selected in a closed
//! round chooses, the main person of a key task two different ones, anyone else one; personnel
//! checks what has conditions; each is granted with its day and document. How many a year, for
//! which grades and which exclude each other are data. Selections that were only published, of
//! this office or another, stand in the same register and choose nothing.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod judge;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of a promise.
pub const STATES: &[Term] = &[
    term("offered", "선택 대기", "to be chosen"),
    term("second", "다시 선택 대기", "second choice due"),
    term("chosen", "요건 확인 대기", "to be checked"),
    term("checked", "요건 충족", "conditions met"),
    term("ready", "부여 대기", "to be granted"),
    term("granted", "부여", "granted"),
    term("failed", "요건 미충족", "conditions not met"),
    term("published", "공개 자료", "as published"),
    term("void", "무효", "void"),
];
/// Whether one person or a team was selected.
pub const KINDS: &[Term] = &[term("individual", "개인", "individual"), term("team", "팀", "team")];

const COLUMNS: &[Column] = &[
    column("code", "우대 번호", "code", Kind::Code),
    column("year", "연도", "year", Kind::Integer).minor(8),
    column("grade", "등급", "grade", Kind::Text).minor(3),
    column("staff", "이름", "name", Kind::Text).names("staff_id", "staff"),
    column("department", "부서", "department", Kind::Text).minor(5).names("department_id", "department"),
    column("measure", "우대 코드", "measure", Kind::Code).minor(4),
    column("measure_name", "우대조치", "what", Kind::Text).computed(),
    column("state", "상태", "state", Kind::Term(STATES)).computed(),
    column("chosen_on", "선택일", "chosen", Kind::Date).minor(7),
    column("checked_on", "확인일", "checked", Kind::Date).minor(7),
    column("granted_on", "부여일", "granted", Kind::Date).minor(2),
    column("document", "문서", "document", Kind::Text).minor(6),
    column("case_title", "사례", "case", Kind::Text).minor(9),
    column("half", "반기", "half", Kind::Integer),
    column("org", "기관", "office", Kind::Text),
    column("kind", "구분", "kind", Kind::Term(KINDS)),
    column("place", "연번", "place", Kind::Integer),
    column("position", "직위", "position", Kind::Text),
    column("round", "평가 번호", "round", Kind::Code),
    column("entry", "후보 번호", "entry", Kind::Code),
    column("share", "기여도", "share", Kind::Percent),
    column("is_lead", "주담당자", "main person", Kind::Flag),
    column("choose", "고르는 수", "chooses", Kind::Integer),
    column("owed", "더 고를 수", "still to choose", Kind::Integer).computed(),
    column("check_ok", "요건 충족", "conditions met", Kind::Flag),
    column("check_reason", "확인 사유", "reason", Kind::Text),
    column("instead_of", "먼저 바란 것", "instead of", Kind::Code),
    column("body", "부여 기관", "granted by", Kind::Text),
    column("extraordinary", "파격", "extraordinary", Kind::Flag).computed(),
    column("stated", "공개된 우대", "as published", Kind::Text),
    column("offered_on", "제시일", "offered", Kind::Date),
    column("source", "출처", "source", Kind::Text),
    column("measure_name_en", "영문 우대조치", "what", Kind::Text).computed(),
];

/// What outstanding officials were promised.
pub static REWARDS: Register = Register {
    noun: "reward",
    what: text("우대", "reward"),
    title: text("우수공무원 우대", "Rewards of outstanding officials"),
    view: "reward_status",
    table: "",
    key: "code",
    columns: COLUMNS,
    listed: 13,
    order: "year DESC, seq, choice_id NULLS LAST",
    by_code: ("year, seq, choice_id NULLS LAST", "year DESC, seq DESC, choice_id NULLS LAST"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// The columns of the measures of a year.
pub const MENU: &[Column] = &[
    column("measure", "우대 코드", "measure", Kind::Code),
    column("name", "우대조치", "Korean name", Kind::Text),
    column("name_en", "영문 이름", "English name", Kind::Text).minor(5),
    column("offered", "제시", "offered", Kind::Flag),
    column("quota", "연간 한도", "ceiling", Kind::Integer),
    column("taken", "선택", "taken", Kind::Integer),
    column("grades", "대상 등급", "grades", Kind::Text).minor(2),
    column("extraordinary", "파격", "extraordinary", Kind::Flag).minor(3),
    column("needs_check", "요건 확인", "check", Kind::Flag).minor(4),
    column("source", "근거", "source", Kind::Text).minor(8),
];

/// The columns of the pairs that exclude each other.
pub const PAIRS: &[Column] = &[
    column("one", "우대 코드", "measure", Kind::Code),
    column("other", "함께 못 받는 것", "excludes", Kind::Code),
    column("from_year", "적용 연도", "from year", Kind::Integer),
    column("source", "근거", "source", Kind::Text),
];

/// The columns of the rules of a year.
pub const RULES: &[Column] = &[
    column("from_year", "적용 연도", "from year", Kind::Integer),
    column("choose_lead", "주담당자 선택 수", "main person chooses", Kind::Integer),
    column("choose_other", "그 밖의 선택 수", "others choose", Kind::Integer),
    column("extraordinary_percent", "파격 비율 기준", "extraordinary share", Kind::Percent),
    column("source", "근거", "source", Kind::Text),
];

/// The columns of what offices published of their rewards.
pub const PUBLISHED: &[Column] = &[
    column("org", "기관", "office", Kind::Text),
    column("year", "연도", "year", Kind::Integer),
    column("half", "반기", "half", Kind::Integer),
    column("grade_or_role", "대상", "for whom", Kind::Text),
    column("rewards", "우대", "rewards", Kind::Text),
    column("choose_n", "고르는 수", "chooses", Kind::Integer),
    column("source", "출처", "source", Kind::Text),
];

/// The columns of selections by office and half-year.
pub const SELECTIONS: &[Column] = &[
    column("org", "기관", "office", Kind::Text),
    column("year", "연도", "year", Kind::Integer),
    column("half", "반기", "half", Kind::Integer),
    column("submitted", "접수", "submitted", Kind::Integer).minor(4),
    column("shortlisted", "본심", "last stage", Kind::Integer).minor(6),
    column("selected", "선발(공개)", "stated", Kind::Integer),
    column("grand", "최우수", "grand", Kind::Integer).minor(3),
    column("excellent", "우수", "excellent", Kind::Integer).minor(3),
    column("encouragement", "장려", "encouragement", Kind::Integer).minor(3),
    column("teams", "팀", "teams", Kind::Integer).minor(3),
    column("listed", "적힌 수", "listed", Kind::Integer),
    column("individuals", "적힌 개인", "individuals", Kind::Integer).minor(5),
    column("team_cases", "적힌 팀", "listed teams", Kind::Integer).minor(5),
    column("agrees", "일치", "agrees", Kind::Flag),
    column("announced_on", "발표일", "announced", Kind::Date).minor(7),
    column("source", "출처", "source", Kind::Text).minor(9),
];

/// The columns of the shares of a year.
pub const SHARES: &[Column] = &[
    column("year", "연도", "year", Kind::Integer),
    column("officials", "우수공무원", "officials", Kind::Integer),
    column("promised", "파격 선택", "chose extraordinary", Kind::Integer),
    column("granted", "파격 부여", "granted it", Kind::Integer),
    column("percent", "선택 비율", "share chosen", Kind::Percent),
    column("granted_percent", "부여 비율", "share granted", Kind::Percent).minor(1),
    column("required", "기준", "required", Kind::Percent),
    column("met", "충족", "met", Kind::Flag),
    column("source", "근거", "source", Kind::Text).minor(5),
];
