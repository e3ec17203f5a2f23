//! Pre-consulting (사전컨설팅): a department asks before it acts, the audit office reviews the
//! law, the site and the validity, and answers with an opinion letter within the legal time.
//! Following the letter protects the official, so its date, the clock it was issued under and
//! every act in between are rows that stay.

pub mod act;
pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod letter;
pub mod rules;
pub mod store;
pub mod under;
pub mod words;

use anyhow::Result;

use crate::clock::{self, RULES};
use crate::db::Db;
use crate::private::NAMES;
use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Sentence, Term, term, text};

/// States of a request.
pub const STATES: &[Term] = &[
    term("received", "접수", "received"),
    term("accepted", "수리", "accepted"),
    term("paused", "보완 중", "paused"),
    term("reviewing", "검토 중", "reviewing"),
    term("referred", "이송 중", "referred"),
    term("answered", "회신", "answered"),
    term("returned", "반려", "returned"),
    term("withdrawn", "취하", "withdrawn"),
    term("closed", "종결", "closed"),
    term("void", "무효", "void"),
];
/// What an opinion letter says.
pub const RESULTS: &[Term] = &[
    term("possible", "가능", "possible"),
    term("conditional", "조건부 가능", "conditional"),
    term("not_possible", "불가", "not possible"),
];
/// Grounds of a return: the four of the Board of Audit and Inspection, and a fifth in
/// the office's own words.
pub const GROUNDS: &[Term] = &[
    term("evasion", "법령이 명확하거나 책임 회피 목적", "the law is clear; used to evade responsibility"),
    term("no_self_review", "자체 검토 부족", "not reviewed enough by the applicant"),
    term("after_the_fact", "이미 한 처분의 적법성 확인", "about a disposition already made"),
    term("pending_case", "수사·소송·감사 진행 중이거나 종결", "under investigation, litigation or audit"),
    term("other", "그 밖의 사유", "other"),
];
/// The three reviews that a letter rests on.
pub const REVIEWS: &[Term] =
    &[term("law", "법령 검토", "law"), term("site", "현장확인", "on-site"), term("validity", "타당성 검토", "validity")];
/// Where a request may be referred to.
pub const BODIES: &[Term] =
    &[term("seoul", "서울시 감사위원회", "Seoul Audit Committee"), term("bai", "감사원", "BAI"), term("ministry", "중앙부처", "ministry")];
/// Who may apply.
pub const APPLICANTS: &[Term] = &[
    term("department", "부서", "department"),
    term("affiliated_body", "산하기관", "affiliated body"),
    term("subordinate_gov", "하급기관", "subordinate government"),
    term("petitioner", "민원인", "petitioner"),
];
/// What it is about.
pub const MATTERS: &[Term] = &[
    term("permit", "인허가", "permit"),
    term("interpretation", "법령해석", "interpretation of law"),
    term("budget", "예산·계약", "budget or contract"),
    term("other", "기타", "other"),
];
/// What may happen to a request.
pub const ACTS: &[Term] = &[
    term("received", "접수", "received"),
    term("accepted", "수리", "accepted"),
    term("supplement", "보완 요구", "supplement asked"),
    term("resumed", "보완 제출", "resubmitted"),
    term("extended", "기한 연장", "extended"),
    term("reviewed", "검토", "reviewed"),
    term("referred", "이송", "referred"),
    term("replied", "이송 회신", "referral answered"),
    term("answered", "의견서 발송", "opinion letter issued"),
    term("superseded", "의견서 정정", "opinion letter corrected"),
    term("returned", "반려", "returned"),
    term("withdrawn", "취하", "withdrawn"),
    term("followed_up", "이행결과", "follow-up"),
];

const COLUMNS: &[Column] = &[
    column("code", "접수번호", "code", Kind::Code),
    column("title", "건명", "title", Kind::Text),
    column("department", "신청부서", "department", Kind::Text).minor(1).names("department_id", "department"),
    column("task", "관련 과제", "task", Kind::Code).minor(8),
    column("handler", "담당자", "handler", Kind::Text).minor(7).names("handler_id", "staff"),
    column("received_on", "접수일", "received", Kind::Date).minor(3),
    column("due", "기한", "due", Kind::Date).fact_with("answered_on"),
    column("days_left", "남은 일수", "days left", Kind::Integer).minor(2).computed(),
    column("state", "상태", "state", Kind::Term(STATES)).fact_if(&["answered", "returned", "withdrawn"]),
    column("result", "의견", "result", Kind::Term(RESULTS)).minor(4),
    column("answered_on", "회신일", "answered", Kind::Date).minor(5),
    column("referred_to", "이송처", "referred to", Kind::Term(BODIES)).minor(9).computed(),
    column("in_time", "기한 내", "in time", Kind::Flag).computed(),
    column("closed_on", "종결일", "ended", Kind::Date),
    column("ground", "반려 사유", "ground", Kind::Term(GROUNDS)),
    column("applicant_type", "신청인 구분", "applicant type", Kind::Term(APPLICANTS)),
    column("applicant", "신청인", "applicant", Kind::Term(NAMES)),
    column("matter", "대상업무", "matter", Kind::Term(MATTERS)),
    column("rule", "기한 계산 규칙", "counting rule", Kind::Term(RULES)),
    column("clock_acts", "기한을 움직인 일", "what moved the clock", Kind::Text).for_programs(),
];

/// What its application says at length.
pub const TEXTS: &[Column] = &[
    column("background", "추진배경", "background", Kind::Text),
    column("law", "관련 법령", "law", Kind::Text),
    column("issue", "쟁점사항", "key issues", Kind::Text),
    column("own_opinion", "부서 의견", "own opinion", Kind::Text),
    column("self_check", "자체검토", "self-check", Kind::Text),
];

/// The receipt register of requests.
pub static CONSULTATIONS: Register = Register {
    noun: "consult",
    what: text("사전컨설팅", "request"),
    title: text("사전컨설팅 접수대장", "Pre-consulting requests"),
    view: "consultation_status",
    table: "consultation",
    key: "code",
    columns: COLUMNS,
    listed: 12,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: TEXTS,
};

/// The columns of what was published.
pub const PUBLISHED: &[Column] = &[
    column("org", "기관", "office", Kind::Text),
    column("period_start", "시작일", "from", Kind::Date),
    column("period_end", "종료일", "to", Kind::Date),
    column("cases", "접수", "cases", Kind::Integer),
    column("positive", "긍정", "positive", Kind::Integer).minor(3),
    column("not_positive", "그 밖", "other opinion", Kind::Integer).minor(5),
    column("returned", "반려", "returned", Kind::Integer).minor(5),
    column("withdrawn", "취하", "withdrawn", Kind::Integer).minor(4),
    column("under_review", "검토 중", "under review", Kind::Integer).minor(4),
    column("listed", "결과 합", "results", Kind::Integer).minor(6).computed(),
    column("agrees", "결과 일치", "results agree", Kind::Flag).computed(),
    column("by_head_office", "본청", "own departments", Kind::Integer).minor(7),
    column("by_affiliates", "소속 기관", "affiliates", Kind::Integer).minor(7),
    column("by_municipalities", "시·군·구", "municipalities", Kind::Integer).minor(7),
    column("requesters_agree", "신청 일치", "requesters agree", Kind::Flag).minor(1).computed(),
    column("year_before", "전년", "year before", Kind::Integer).minor(8),
    column("change", "증감", "change", Kind::Integer).minor(8),
    column("change_agrees", "증감 일치", "change agrees", Kind::Flag).minor(2).computed(),
    column("note", "비고", "note", Kind::Text).minor(9),
    column("source", "출처", "source", Kind::Text).minor(9),
];

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With an opinion letter.
    Answered,
    /// Sent back.
    Returned,
    /// Taken back by the applicant.
    Withdrawn,
}

impl Ending {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Taken up for review.
    Accepted,
    /// The applicant is asked for more; the clock stands.
    Supplement,
    /// The applicant gave it; the clock goes on.
    Resumed,
    /// More time, once.
    Extended,
    /// One of the three reviews, done or waived.
    Reviewed(Review),
    /// Sent on to a higher body.
    Referred,
    /// That body's reply came.
    Replied,
    /// Ended.
    Ended(Ending),
}

/// One of the three reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// Of the law.
    Law,
    /// On site.
    Site,
    /// Of validity and appropriateness.
    Validity,
}

impl Review {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Law, Self::Site, Self::Validity];

    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Site => "site",
            Self::Validity => "validity",
        }
    }

    /// The review of a stored code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|review| review.code() == code)
    }
}

impl Act {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Supplement => "supplement",
            Self::Resumed => "resumed",
            Self::Extended => "extended",
            Self::Reviewed(_) => "reviewed",
            Self::Referred => "referred",
            Self::Replied => "replied",
            Self::Ended(ending) => ending.code(),
        }
    }

    /// Whether the due day may be another after it.
    pub const fn moves_the_clock(self) -> bool {
        matches!(self, Self::Supplement | Self::Resumed | Self::Extended | Self::Referred | Self::Replied)
    }

    /// The act of a stored kind and, for a review, which.
    pub fn of(kind: &str, review: Option<&str>) -> Option<Self> {
        Some(match kind {
            "accepted" => Self::Accepted,
            "supplement" => Self::Supplement,
            "resumed" => Self::Resumed,
            "extended" => Self::Extended,
            "reviewed" => Self::Reviewed(Review::of(review?)?),
            "referred" => Self::Referred,
            "replied" => Self::Replied,
            "answered" => Self::Ended(Ending::Answered),
            "returned" => Self::Ended(Ending::Returned),
            "withdrawn" => Self::Ended(Ending::Withdrawn),
            _ => return None,
        })
    }
}

/// What is to be said of an open request whose extension is late by the calendar of now, as
/// after a holiday was voided.
///
/// # Errors
/// Whatever SQLite says, and no such request.
pub fn late_extension(db: &Db, code: &str) -> Result<Option<Sentence>> {
    let case = store::find(db, code)?;
    if case.days_left.is_some() { clock::late_extension(db, code) } else { Ok(None) }
}
