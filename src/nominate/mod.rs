//! Nominations of outstanding officials (우수공무원 추천): residents, employees, departments and
//! officials themselves say who did well. Each is checked, accepted or rejected with a ground;
//! duplicates become one and keep every source; an accepted one becomes an entry of a round.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod merge;
pub mod rules;
pub mod store;
pub mod words;

use crate::private::NAMES;
use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of a nomination.
pub const STATES: &[Term] = &[
    term("received", "접수", "received"),
    term("accepted", "인정", "accepted"),
    term("rejected", "제외", "rejected"),
    term("merged", "병합", "merged"),
    term("entered", "평가 회부", "entered"),
    term("void", "무효", "void"),
];
/// Who nominates.
pub const SOURCES: &[Term] = &[
    term("resident", "주민", "resident"),
    term("employee", "직원", "employee"),
    term("department", "부서", "department"),
    term("self", "본인", "self"),
];
/// Whether the nominator's real name was checked.
pub const CHECKS: &[Term] = &[
    term("needed", "확인 전", "to be checked"),
    term("confirmed", "확인", "confirmed"),
    term("failed", "확인 안 됨", "failed"),
    term("not_needed", "불필요", "not needed"),
];
/// Whether it came in time and for a merit of the time asked for.
pub const TIMINGS: &[Term] = &[
    term("open", "상시", "any time"),
    term("within", "기간 안", "within"),
    term("late", "접수 기간 밖", "not in reception"),
    term("outside_period", "공적 기간 밖", "merit outside period"),
];
/// Whether a person or a team is nominated.
pub const UNITS: &[Term] = &[term("person", "개인", "person"), term("team", "팀", "team")];
/// Words for the grounds that a new file begins with; an office's own are shown as they are.
pub const GROUNDS: &[Term] = &[
    term("kindness", "단순 친절", "mere kindness"),
    term("abstract", "추상적인 공적", "abstract merit"),
    term("late", "접수 기간 밖", "received out of time"),
    term("outside_period", "공적 기간 밖", "merit outside the period"),
    term("unverified", "실명 확인 안 됨", "real name not confirmed"),
    term("routine", "통상 업무", "routine work"),
    term("duplicate", "이미 추천·선발된 공적", "nominated or selected already"),
    term("misconduct", "징계·수사 등 결격", "misconduct"),
    term("other", "그 밖의 사유", "other"),
];
/// What may happen to a nomination.
pub const ACTS: &[Term] = &[
    term("received", "접수", "received"),
    term("confirmed", "실명 확인", "real name confirmed"),
    term("failed", "실명 확인 안 됨", "real name not confirmed"),
    term("accepted", "인정", "accepted"),
    term("rejected", "제외", "rejected"),
    term("merged", "병합됨", "merged"),
    term("took_in", "중복 병합", "took in a duplicate"),
    term("entered", "평가 회부", "entered in a round"),
];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "공적 요지", "summary", Kind::Text),
    column("nominee", "추천 대상", "nominee", Kind::Text).computed(),
    column("department", "부서", "department", Kind::Text).minor(4).computed(),
    column("source", "경로", "by", Kind::Term(SOURCES)).minor(3),
    column("nominator", "추천인", "nominator", Kind::Term(NAMES)).minor(7),
    column("sources", "추천 수", "sources", Kind::Integer).minor(5).computed(),
    column("received_on", "접수일", "received", Kind::Date).minor(2),
    column("check_state", "실명", "real name", Kind::Term(CHECKS)).minor(6).fact_if(&["confirmed", "failed"]),
    column("state", "상태", "state", Kind::Term(STATES)).fact_if(&["accepted", "rejected"]),
    column("ground", "제외 사유", "ground", Kind::Term(GROUNDS)).minor(8),
    column("timing", "기간", "timing", Kind::Term(TIMINGS)).minor(9).computed(),
    column("nominees", "대상자 번호", "nominees by code", Kind::Text).for_programs(),
    column("unit", "단위", "unit", Kind::Term(UNITS)).for_programs().computed(),
    column("team", "팀", "team", Kind::Text),
    column("task", "관련 과제", "task", Kind::Code),
    column("decided_on", "결정일", "decided", Kind::Date),
    column("reason", "결정 이유", "reason", Kind::Text),
    column("checked_on", "실명 확인일", "real name checked", Kind::Date),
    column("period", "접수 기간", "period", Kind::Text).computed(),
    column("merit_from", "공적 시작일", "merit from", Kind::Date),
    column("merit_to", "공적 종료일", "merit to", Kind::Date),
    column("merged_into", "병합한 추천", "merged into", Kind::Code),
    column("merged_on", "병합일", "merged", Kind::Date),
    column("entries", "평가 후보", "entries", Kind::Code).computed(),
];

/// The merit at length.
pub const MERIT: &[Column] = &[column("merit", "공적 내용", "merit", Kind::Text)];

/// The nominations.
pub static NOMINATIONS: Register = Register {
    noun: "nominate",
    what: text("추천", "nomination"),
    title: text("우수공무원 추천 접수대장", "Nominations"),
    view: "nomination_status",
    table: "nomination",
    key: "code",
    columns: COLUMNS,
    listed: 14,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: MERIT,
};

/// What happens to a nomination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The nominator is who they say.
    Confirmed,
    /// They are not, or nobody could tell.
    Failed,
    /// It goes on to evaluation.
    Accepted,
    /// It does not, on a ground.
    Rejected,
    /// It is the same as another.
    Merged,
    /// It became an entry of a round.
    Entered,
}

impl Act {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Failed => "failed",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Merged => "merged",
            Self::Entered => "entered",
        }
    }

    /// The act of a stored code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Confirmed, Self::Failed, Self::Accepted, Self::Rejected, Self::Merged, Self::Entered]
            .into_iter()
            .find(|act| act.code() == code)
    }
}
