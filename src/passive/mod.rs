//! Passive-administration reports (소극행정 신고): a resident says that an office did too
//! little. The audit office classifies it (four types) or passes it on (four things that are
//! not it), finds out, has it put right and replies within the clock of a petition; who gave
//! no name is owed no reply. Who is not content reports again to the Anti-Corruption and Civil
//! Rights Commission.

pub mod act;
pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::clock::RULES;
use crate::private::NAMES;
use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of a report.
pub const STATES: &[Term] = &[
    term("received", "접수", "received"),
    term("classified", "조사 중", "classified"),
    term("paused", "보완 중", "paused"),
    term("found", "조사 완료", "found"),
    term("answered", "회신", "answered"),
    term("settled", "회신 없이 종결", "settled, no reply owed"),
    term("passed", "소관부서 이첩", "passed on"),
    term("dismissed", "보완 불응 종결", "dismissed"),
    term("withdrawn", "취하", "withdrawn"),
    term("void", "무효", "void"),
];
/// By which way a report came.
pub const CHANNELS: &[Term] = &[
    term("epeople", "국민신문고", "e-People"),
    term("website", "누리집", "website"),
    term("telephone", "전화", "telephone"),
    term("visit", "방문", "visit"),
    term("mail", "우편", "mail"),
    term("other", "기타", "other"),
];
/// The four types of passive administration.
pub const TYPES: &[Term] = &[
    term("form", "적당편의", "form over substance"),
    term("neglect", "복지부동", "neglect"),
    term("desk", "탁상행정", "out of touch"),
    term("authority", "기타 관 중심 행정", "authority-centred"),
];
/// The four things that are not reports of passive administration and are passed on.
pub const GROUNDS: &[Term] = &[
    term("first_petition", "처음 낸 민원", "a first petition"),
    term("urging", "처리기한 안의 독촉", "urging within the legal period"),
    term("question", "법령·절차 질의", "a question about law or procedure"),
    term("complaint", "단순 불만", "a mere complaint"),
];
/// Kinds of petitions, which have different clocks.
pub const PETITIONS: &[Term] = &[
    term("grievance", "고충·진정", "grievance"),
    term("question", "단순 질의", "question"),
    term("legal_question", "법령 질의", "legal question"),
    term("suggestion", "건의", "suggestion"),
];
/// What was found.
pub const FINDINGS: &[Term] = &[
    term("confirmed", "확인", "confirmed"),
    term("partly", "일부 확인", "partly confirmed"),
    term("not_confirmed", "확인되지 않음", "not confirmed"),
];
/// What was done about it.
pub const REMEDIES: &[Term] = &[
    term("corrected", "시정", "put right"),
    term("warned", "주의·경고", "warned"),
    term("disciplined", "징계 요구", "discipline asked"),
    term("improved", "제도 개선", "rule improved"),
    term("other", "기타 조치", "other"),
];
/// How the ACRC dealt with a report that was made again.
pub const OUTCOMES: &[Term] =
    &[term("recommended", "권고", "recommended"), term("transferred", "이송", "transferred"), term("closed", "종결", "closed")];
/// What may happen to a report.
pub const ACTS: &[Term] = &[
    term("received", "접수", "received"),
    term("classified", "유형 분류", "classified"),
    term("supplement", "보완 요구", "supplement asked"),
    term("resumed", "보완 제출", "resubmitted"),
    term("extended", "기한 연장", "extended"),
    term("found", "조사 결과", "finding"),
    term("remedied", "조치", "remedy"),
    term("answered", "회신", "reply"),
    term("settled", "회신 없이 종결", "settled without reply"),
    term("passed", "소관부서 이첩", "passed on"),
    term("dismissed", "보완 불응 종결", "dismissed"),
    term("withdrawn", "취하", "withdrawn"),
    term("re_reported", "국민권익위 재신고", "reported again to the ACRC"),
    term("acrc_decided", "국민권익위 결정", "decision of the ACRC"),
    term("linked", "연결", "linked"),
];

const COLUMNS: &[Column] = &[
    column("code", "신고번호", "code", Kind::Code),
    column("title", "건명", "title", Kind::Text),
    column("department", "대상부서", "department", Kind::Text).minor(2).names("department_id", "department"),
    column("channel", "접수 경로", "channel", Kind::Term(CHANNELS)).minor(7),
    column("reporter", "신고인", "reporter", Kind::Term(NAMES)).minor(8),
    column("anonymous", "익명", "anonymous", Kind::Flag).minor(9),
    column("received_on", "접수일", "received", Kind::Date).minor(3),
    column("due", "기한", "due", Kind::Date).fact_with("in_time"),
    column("days_left", "남은 일수", "days left", Kind::Integer).minor(1).computed(),
    column("state", "상태", "state", Kind::Term(STATES)).fact_if(&["answered", "settled", "passed", "dismissed", "withdrawn"]),
    column("type", "유형", "type", Kind::Term(TYPES)).minor(4),
    column("finding", "조사 결과", "finding", Kind::Term(FINDINGS)).minor(5),
    column("closed_on", "종결일", "ended", Kind::Date).minor(6),
    column("answered_on", "회신일", "answered", Kind::Date).computed(),
    column("in_time", "기한 내", "in time", Kind::Flag).computed(),
    column("handler", "담당자", "handler", Kind::Text).names("handler_id", "staff"),
    column("receipt_no", "경로 접수번호", "number there", Kind::Code),
    column("petition", "민원 종류", "petition", Kind::Term(PETITIONS)),
    column("rule", "기한 계산 규칙", "counting rule", Kind::Term(RULES)),
    column("classified_on", "분류일", "classified", Kind::Date),
    column("found_on", "조사 결과일", "found", Kind::Date),
    column("remedy", "조치", "remedy", Kind::Term(REMEDIES)),
    column("remedied_on", "조치일", "remedied", Kind::Date),
    column("ground", "이첩 사유", "ground", Kind::Term(GROUNDS)),
    column("passed_to", "이첩 부서", "passed to", Kind::Text).names("passed_to_id", "department"),
    column("re_reported_on", "재신고일", "reported again", Kind::Date),
    column("acrc_outcome", "국민권익위 결과", "ACRC outcome", Kind::Term(OUTCOMES)),
    column("acrc_decided_on", "국민권익위 결정일", "ACRC decided", Kind::Date),
    column("clock_acts", "기한을 움직인 일", "what moved the clock", Kind::Text).for_programs(),
];

/// What it says at length.
pub const CONTENT: &[Column] = &[column("content", "내용", "content", Kind::Text)];

/// The receipt register of reports.
pub static REPORTS: Register = Register {
    noun: "passive",
    what: text("소극행정 신고", "passive-administration report"),
    title: text("소극행정 신고 접수대장", "Passive-administration reports"),
    view: "passive_status",
    table: "passive_report",
    key: "code",
    columns: COLUMNS,
    listed: 13,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: CONTENT,
};

/// The columns of what was published.
pub const PUBLISHED: &[Column] = &[
    column("org", "기관", "office", Kind::Text),
    column("metric", "구분", "counted", Kind::Text),
    column("period_start", "시작일", "from", Kind::Date),
    column("period_end", "종료일", "to", Kind::Date),
    column("reports", "건수", "stated", Kind::Integer),
    column("parts", "안의 기간", "parts", Kind::Integer).minor(2).computed(),
    column("listed", "부분의 합", "parts add up to", Kind::Integer).computed(),
    column("agrees", "일치", "agrees", Kind::Flag).computed(),
    column("note", "비고", "note", Kind::Text).minor(3),
    column("source", "출처", "source", Kind::Text).minor(4),
];

/// How a report ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With a reply to the reporter.
    Answered,
    /// Without one: the reporter is not known.
    Settled,
    /// Passed on: it is no report of passive administration.
    Passed,
    /// What was asked for never came.
    Dismissed,
    /// Taken back by the reporter.
    Withdrawn,
}

impl Ending {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Answered, Self::Settled, Self::Passed, Self::Dismissed, Self::Withdrawn];

    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Settled => "settled",
            Self::Passed => "passed",
            Self::Dismissed => "dismissed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether the matter itself was dealt with, and the due day stays what it was then.
    pub const fn deals_with_it(self) -> bool {
        matches!(self, Self::Answered | Self::Settled)
    }
}

/// What happens to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Found to be one of the four types.
    Classified,
    /// The reporter is asked for more; the clock stands.
    Supplement,
    /// The reporter gave it; the clock goes on.
    Resumed,
    /// More time, once.
    Extended,
    /// What was found out.
    Found {
        /// Whether it was passive administration, wholly or partly.
        confirmed: bool,
    },
    /// What was done about it.
    Remedied,
    /// Reported again to the ACRC.
    ReReported,
    /// What the ACRC decided.
    Decided,
    /// Linked to another record.
    Linked,
    /// Ended.
    Ended(Ending),
}

impl Act {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Classified => "classified",
            Self::Supplement => "supplement",
            Self::Resumed => "resumed",
            Self::Extended => "extended",
            Self::Found { .. } => "found",
            Self::Remedied => "remedied",
            Self::ReReported => "re_reported",
            Self::Decided => "acrc_decided",
            Self::Linked => "linked",
            Self::Ended(ending) => ending.code(),
        }
    }

    /// Whether the due day may be another after it.
    pub const fn moves_the_clock(self) -> bool {
        matches!(self, Self::Supplement | Self::Resumed | Self::Extended)
    }

    /// Whether it may happen after the end.
    pub const fn may_follow_the_end(self) -> bool {
        matches!(self, Self::Remedied | Self::ReReported | Self::Decided | Self::Linked)
    }

    /// The act of a stored kind and its detail.
    pub fn of(kind: &str, detail: Option<&str>) -> Option<Self> {
        Some(match kind {
            "classified" => Self::Classified,
            "supplement" => Self::Supplement,
            "resumed" => Self::Resumed,
            "extended" => Self::Extended,
            "found" => Self::Found { confirmed: detail != Some("not_confirmed") },
            "remedied" => Self::Remedied,
            "re_reported" => Self::ReReported,
            "acrc_decided" => Self::Decided,
            "linked" => Self::Linked,
            ending => Self::Ended(Ending::ALL.into_iter().find(|known| known.code() == ending)?),
        })
    }
}
