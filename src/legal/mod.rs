//! Legal support (법률·소송 지원): an official who is to be disciplined, is under investigation
//! or is sued for acting proactively applies for the costs; the committee decides under a cap;
//! what is paid stays within both; and what was got by a false application is paid back.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// Stages that are supported; the criminal one until the indictment.
pub const STAGES: &[Term] = &[
    term("discipline", "징계", "discipline"),
    term("criminal", "형사(기소 전)", "criminal, before indictment"),
    term("civil", "민사", "civil"),
];
/// States of an application.
pub const STATES: &[Term] = &[
    term("applied", "신청", "applied"),
    term("approved", "지원 결정", "approved"),
    term("refused", "기각", "refused"),
    term("withdrawn", "취하", "withdrawn"),
    term("paying", "일부 지급", "partly paid"),
    term("paid", "지급 완료", "paid"),
    term("cancelled", "취소", "cancelled"),
    term("owing", "환수 중", "to be paid back"),
    term("repaid", "환수 완료", "paid back"),
    term("void", "무효", "void"),
];
/// What a committee decides.
pub const RESULTS: &[Term] = &[term("approved", "지원", "approved"), term("refused", "기각", "refused")];
/// What happens to an application.
pub const ACTS: &[Term] = &[
    term("applied", "신청", "applied"),
    term("approved", "지원 결정", "approved"),
    term("refused", "기각", "refused"),
    term("withdrawn", "취하", "withdrawn"),
    term("indicted", "기소", "indicted"),
    term("paid", "지급", "paid"),
    term("cancelled", "취소", "cancelled"),
    term("repaid", "환수", "paid back"),
];
/// Who decides unless it is said otherwise.
pub const USUAL_BODY: &str = "적극행정위원회";

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "건명", "title", Kind::Text),
    column("stage", "단계", "stage", Kind::Term(STAGES)).minor(4),
    column("instance", "심급", "instance", Kind::Integer).minor(8),
    column("staff", "신청인", "official", Kind::Text).minor(2).names("staff_id", "staff"),
    column("department", "부서", "department", Kind::Text).minor(5).names("department_id", "department"),
    column("applied_on", "신청일", "applied", Kind::Date).minor(6),
    column("cap", "한도(원)", "cap (won)", Kind::Money).minor(7).computed(),
    column("approved", "결정액(원)", "approved (won)", Kind::Money).minor(3),
    column("paid", "지급액(원)", "paid (won)", Kind::Money).minor(3),
    column("owed", "환수할 금액(원)", "owed (won)", Kind::Money).minor(6).computed(),
    column("state", "상태", "state", Kind::Term(STATES)).fact_if(&["approved", "refused", "withdrawn"]),
    column("record", "관련 기록", "record", Kind::Code).minor(9),
    column("retired", "퇴직", "retired", Kind::Flag).computed(),
    column("asked", "신청액(원)", "asked (won)", Kind::Money),
    column("court_limit", "대법원규칙 한도(원)", "court's limit (won)", Kind::Money),
    column("decided_on", "결정일", "decided", Kind::Date),
    column("body", "결정 기구", "decided by", Kind::Text),
    column("document", "결정 문서", "document", Kind::Text),
    column("earlier_approved", "앞선 결정액(원)", "approved before (won)", Kind::Money),
    column("earlier_decided_on", "앞선 결정일", "decided before", Kind::Date),
    column("paid_on", "최근 지급일", "last paid", Kind::Date),
    column("remaining", "남은 지급액(원)", "left to pay (won)", Kind::Money).computed(),
    column("indicted_on", "기소일", "indicted", Kind::Date),
    column("served_on", "업무 종료일", "work until", Kind::Date),
    column("cancelled_on", "취소일", "cancelled", Kind::Date),
    column("repay_due", "환수 기한", "repay by", Kind::Date),
    column("repaid", "환수액(원)", "paid back (won)", Kind::Money),
    column("repaid_on", "최근 환수일", "last paid back", Kind::Date),
    column("withdrawn_on", "취하일", "withdrawn", Kind::Date),
    column("reason", "사유", "reason", Kind::Text),
    column("facts", "경위", "what happened", Kind::Text),
    column("evidence", "증빙", "evidence", Kind::Text),
];

/// The applications.
pub static APPLICATIONS: Register = Register {
    noun: "legal",
    what: text("법률지원", "application"),
    title: text("법률지원", "Legal support"),
    view: "legal_status",
    table: "legal_support",
    key: "code",
    columns: COLUMNS,
    listed: 13,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// What happens to an application, with what the rules need to know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The committee approved so many won, held against a cap.
    Approved {
        /// Won.
        amount: i64,
        /// The most it could be.
        cap: i64,
    },
    /// The committee refused.
    Refused,
    /// The official took the application back.
    Withdrawn,
    /// The official was indicted.
    Indicted,
    /// So many won were paid, for work until a day where that is said.
    Paid {
        /// Won.
        amount: i64,
        /// The last day of the work that is paid for.
        served_on: Option<chrono::NaiveDate>,
    },
    /// The decision was cancelled.
    Cancelled,
    /// So many won were paid back.
    Repaid {
        /// Won.
        amount: i64,
    },
}

impl Act {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approved { .. } => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Indicted => "indicted",
            Self::Paid { .. } => "paid",
            Self::Cancelled => "cancelled",
            Self::Repaid { .. } => "repaid",
        }
    }

    /// The money in it.
    pub const fn amount(self) -> Option<i64> {
        match self {
            Self::Approved { amount, .. } | Self::Paid { amount, .. } | Self::Repaid { amount } => Some(amount),
            _ => None,
        }
    }
}
