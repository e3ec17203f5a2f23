//! Exemption (면책): an official who asked first, told all and did as the opinion said is
//! presumed free of fault. The chain of what proves that is walked condition by condition;
//! requests at the audit or the disciplinary stage rest on it, on a committee's opinion, on the
//! general tests, or on a ratification after a disaster; and all of it goes into one bundle.

pub mod bundle;
pub mod check;
pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::{Register, Under};
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// Where the official stands.
pub const STAGES: &[Term] = &[term("audit", "감사", "audit"), term("discipline", "징계", "discipline")];
/// Whose audit it is.
pub const AUDITORS: &[Term] = &[
    term("own", "자체감사", "own audit"),
    term("joint", "정부합동감사", "joint government audit"),
    term("bai", "감사원 감사", "BAI audit"),
];
/// What a committee's opinion may cover.
pub const COVERED: &[Term] = &[AUDITORS[0], AUDITORS[1], AUDITORS[2], term("disaster", "재난 등 사후 추인", "ratified after a disaster")];
/// What a request rests on.
pub const BASES: &[Term] = &[
    term("consult", "사전컨설팅", "pre-consulting"),
    term("committee", "위원회 의견", "committee's opinion"),
    term("general", "일반 요건", "general tests"),
    term("ratified", "재난 등 사후 추인", "ratified after a disaster"),
];
/// States of a request.
pub const STATES: &[Term] = &[
    term("preparing", "준비 중", "preparing"),
    term("requested", "신청", "requested"),
    term("granted", "인용", "granted"),
    term("partly", "일부 인용", "partly granted"),
    term("refused", "기각", "refused"),
    term("withdrawn", "취하", "withdrawn"),
    term("void", "무효", "void"),
];
/// What is decided.
pub const RESULTS: &[Term] =
    &[term("granted", "인용", "granted"), term("partly", "일부 인용", "partly granted"), term("refused", "기각", "refused")];
/// What happened to one.
pub const HISTORY: Under = Under {
    view: "exemption_history",
    of: "code",
    columns: &[
        column("no", "번호", "no", Kind::Integer),
        column("on", "날짜", "on", Kind::Date),
        column("act", "처리", "act", Kind::Term(ACTS)),
        column("body", "결정 기구", "by", Kind::Text),
        column("document", "문서", "document", Kind::Text),
        column("note", "사유", "reason", Kind::Text),
    ],
    order: "\"on\", step, id",
};

/// What happens to a request.
pub const ACTS: &[Term] = &[
    term("opened", "시작", "taken up"),
    term("requested", "신청", "requested"),
    term("granted", "인용", "granted"),
    term("partly", "일부 인용", "partly granted"),
    term("refused", "기각", "refused"),
    term("withdrawn", "취하", "withdrawn"),
];
/// What is asked of a record, one after the other.
pub const CONDITIONS: &[Term] = &[
    term("in_time", "기한 내 신청", "made in time"),
    term("complete", "신청서가 빠짐없고 사실대로임", "application complete and truthful"),
    term("same_matter", "같은 사안", "same matter"),
    term("opinion", "의견서가 있음", "opinion given"),
    term("scope", "의견이 이 감사에 미침", "opinion covers this audit"),
    term("committee", "위원회의 의견", "committee's opinion"),
    term("submitted", "감사기구 의견이 제출됨", "audit body's opinion submitted"),
    term("no_objection", "감사기구의 반대가 없음", "audit body did not object"),
    term("disaster", "재난·긴급 상황", "disaster or emergency"),
    term("public_interest", "공익성", "public interest"),
    term("proactive", "업무 처리의 적극성", "handled proactively"),
    term("no_fault", "고의·중과실 없음", "no intent, no gross negligence"),
    term("followed", "의견대로 처리함", "acted as the opinion said"),
    term("no_interest", "사적 이해관계 없음", "no private interest"),
    term("no_flaw", "중대한 절차 하자 없음", "no serious flaw"),
];
/// The conditions that the audit office may judge itself.
pub const FOUND: &[Term] = &[CONDITIONS[1], CONDITIONS[2], CONDITIONS[12], CONDITIONS[13], CONDITIONS[14]];
/// How a condition stands.
pub const STATUSES: &[Term] =
    &[term("met", "갖춤", "met"), term("missing", "증거 없음", "no evidence"), term("not_met", "어긋남", "not met")];
/// What proves a condition.
pub const EVIDENCE: &[Term] = &[
    term("letter", "의견서", "opinion letter"),
    term("follow_up", "이행결과", "follow-up"),
    term("finding", "감사담당관 판단", "finding"),
    term("request", "면책 신청", "request"),
];
/// Parts of an application for pre-consulting.
pub const PARTS: &[Term] = &[
    term("background", "추진배경", "background"),
    term("law", "관련 법령", "law"),
    term("issue", "쟁점사항", "key issues"),
    term("self_check", "자체검토", "self-check"),
];
/// How a limit counts.
pub const UNITS: &[Term] = &[term("calendar", "일반일", "calendar days"), term("working", "근무일", "working days")];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "건명", "title", Kind::Text),
    column("stage", "단계", "stage", Kind::Term(STAGES)).minor(5),
    column("auditor", "감사 주체", "audit by", Kind::Term(AUDITORS)).minor(8),
    column("basis", "근거", "basis", Kind::Term(BASES)).minor(3),
    column("record", "관련 기록", "record", Kind::Code).minor(4),
    column("staff", "신청인", "official", Kind::Text).minor(7).names("staff_id", "staff"),
    column("department", "부서", "department", Kind::Text).minor(6).names("department_id", "department"),
    column("due", "신청 기한", "due", Kind::Date).minor(2).computed(),
    column("days_left", "남은 일수", "days left", Kind::Integer).minor(9).computed(),
    column("requested_on", "신청일", "requested", Kind::Date).minor(2),
    column("decided_on", "결정일", "decided", Kind::Date).minor(6),
    column("state", "상태", "state", Kind::Term(STATES)).fact_if(&["granted", "partly", "refused", "withdrawn"]),
    column("in_time", "기한 내", "in time", Kind::Flag).computed(),
    column("opened_on", "시작일", "taken up", Kind::Date),
    column("decision", "결정", "decision", Kind::Term(RESULTS)),
    column("audit_ended_on", "감사 종료일", "audit ended", Kind::Date),
    column("late_reason", "기한을 넘긴 사유", "why late", Kind::Text),
    column("body", "결정 기구", "decided by", Kind::Text),
    column("document", "결정 문서", "document", Kind::Text),
    column("withdrawn_on", "취하일", "withdrawn", Kind::Date),
    column("reason", "사유", "reason", Kind::Text),
    column("committee_on", "위원회 의견일", "committee on", Kind::Date),
    column("committee_body", "위원회", "committee", Kind::Text),
    column("committee_document", "위원회 문서", "committee's document", Kind::Text),
    column("submitted", "감사기구 의견 제출", "audit body's opinion", Kind::Flag),
    column("objected", "감사기구 반대", "audit body objected", Kind::Flag),
    column("disaster", "재난·긴급 상황", "disaster", Kind::Text),
    column("public_interest", "공익성", "public interest", Kind::Text),
    column("proactivity", "적극성", "proactivity", Kind::Text),
    column("no_fault", "고의·중과실 없음", "no fault", Kind::Text),
    column("informed", "정보 충분", "informed", Kind::Flag),
    column("followed", "의견대로 함", "followed", Kind::Flag),
    column("no_interest", "사적 이해 없음", "no interest", Kind::Flag),
    column("no_flaw", "중대한 하자 없음", "no flaw", Kind::Flag),
    column("note", "비고", "note", Kind::Text),
];

/// The requests for exemption.
pub static EXEMPTIONS: Register = Register {
    noun: "exemption",
    what: text("면책 신청", "request for exemption"),
    title: text("면책 신청", "Requests for exemption"),
    view: "exemption_status",
    table: "exemption",
    key: "code",
    columns: COLUMNS,
    listed: 13,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Made.
    Requested,
    /// Decided, by this code of [`RESULTS`].
    Decided(&'static str),
    /// Taken back.
    Withdrawn,
}

impl Act {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Decided(result) => result,
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The act of a stored code.
    pub fn of(code: &str) -> Option<Self> {
        match code {
            "requested" => Some(Self::Requested),
            "withdrawn" => Some(Self::Withdrawn),
            code => RESULTS.iter().find(|term| term.code == code).map(|term| Self::Decided(term.code)),
        }
    }
}
