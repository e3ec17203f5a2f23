//! Key tasks (중점과제): chosen for a year, owned by a department, followed month by month,
//! closed with an outcome or carried over the year's end. What happened to a task is a row
//! with a day; its state is computed from those rows and from its plan, never typed.

pub mod act;
pub(crate) mod commands;
pub mod fields;
pub mod frozen;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of a task.
pub const STATES: &[Term] = &[
    term("candidate", "후보", "candidate"),
    term("planned", "예정", "planned"),
    term("on_track", "정상추진", "on track"),
    term("delayed", "지연", "delayed"),
    term("suspended", "보류", "suspended"),
    term("completed", "완료", "completed"),
    term("stopped", "중단", "stopped"),
    term("carried", "이월", "carried over"),
    term("void", "무효", "void"),
];
/// Outcomes of a completed task.
pub const OUTCOMES: &[Term] = &[term("met", "달성", "met"), term("missed", "미달", "missed")];
/// How often a task's progress is reported.
pub const CYCLES: &[Term] = &[term("monthly", "매월", "monthly"), term("quarterly", "분기", "quarterly")];
/// States of a milestone under a task.
pub const MILESTONE_STATES: &[Term] =
    &[term("open", "예정", "open"), term("overdue", "지연", "overdue"), term("done", "달성", "done"), term("void", "무효", "void")];
/// What may happen to a task.
pub const ACTS: &[Term] = &[
    term("proposed", "제안", "proposed"),
    term("selected", "선정", "selected"),
    term("suspended", "보류", "suspended"),
    term("resumed", "재개", "resumed"),
    term("completed", "완료", "completed"),
    term("stopped", "중단", "stopped"),
    term("carried", "이월", "carried over"),
    term("reopened", "종결 취소", "reopened"),
];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "과제명", "title", Kind::Text).also(words::TITLE),
    column("year", "연도", "year", Kind::Integer).minor(8),
    column("department", "주관부서", "department", Kind::Text).names("department_id", "department").also(words::DEPARTMENT),
    column("lead", "주담당자", "lead", Kind::Text).minor(3).names("lead_id", "staff").also(words::LEAD),
    column("state", "상태", "state", Kind::Term(STATES)).fact_if(&["candidate", "completed", "stopped", "carried"]),
    column("percent", "진척", "progress", Kind::Percent).minor(1).computed(),
    column("milestones_done", "달성 일정", "reached", Kind::Integer).minor(6).computed(),
    column("milestones_total", "전체 일정", "milestones", Kind::Integer).minor(6).computed(),
    column("start", "시작", "start", Kind::Date).minor(7).also(words::START),
    column("due", "기한", "due", Kind::Date).minor(2).also(words::DUE),
    column("days_left", "남은 일수", "days left", Kind::Integer).minor(4).computed(),
    column("delayed", "지연", "late", Kind::Flag).minor(9).computed(),
    column("selected_on", "선정일", "selected", Kind::Date).minor(9),
    column("closed_on", "종결일", "closed", Kind::Date).minor(5),
    column("outcome", "목표", "outcome", Kind::Term(OUTCOMES)).minor(5),
    column("proposed_on", "제안일", "proposed", Kind::Date),
    column("category", "분야", "category", Kind::Text),
    column("budget", "예산(원)", "budget (won)", Kind::Money),
    column("indicator", "성과지표", "indicator", Kind::Text),
    column("indicator_unit", "단위", "unit", Kind::Text),
    column("indicator_target", "목표값", "target", Kind::Amount),
    column("indicator_actual", "실적값", "actual", Kind::Amount),
    column("reporting_cycle", "보고 주기", "reporting", Kind::Term(CYCLES)),
    column("origin", "이월 전 과제", "carried from", Kind::Code).computed(),
];

/// What its plan says at length.
pub const PLAN: &[Column] = &[
    column("deputy", "부담당자", "deputy", Kind::Text).names("deputy_id", "staff"),
    column("background", "추진배경", "background", Kind::Text),
    column("content", "주요내용", "content", Kind::Text),
    column("expected_effect", "기대효과", "effect", Kind::Text),
];

/// The key tasks.
pub static TASKS: Register = Register {
    noun: "task",
    what: text("과제", "task"),
    title: text("중점과제", "Key tasks"),
    view: "task_status",
    table: "task",
    key: "code",
    columns: COLUMNS,
    listed: 16,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: PLAN,
};

/// How the first closing of a task ended it, and its later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// Finished, the target met or missed.
    Completed,
    /// Given up.
    Stopped,
    /// Goes on as a task of the next year.
    Carried,
}

impl Closing {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Stopped => "stopped",
            Self::Carried => "carried",
        }
    }

    /// The closing of a stored code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Completed, Self::Stopped, Self::Carried].into_iter().find(|closing| closing.code() == code)
    }
}

/// What happens to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Chosen from the candidates.
    Selected,
    /// Put on hold.
    Suspended,
    /// Taken up again.
    Resumed,
    /// Closed.
    Closed(Closing),
    /// Opened again after it was closed.
    Reopened,
}

impl Act {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Selected => "selected",
            Self::Suspended => "suspended",
            Self::Resumed => "resumed",
            Self::Closed(closing) => closing.code(),
            Self::Reopened => "reopened",
        }
    }

    /// The act of a stored code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Selected, Self::Suspended, Self::Resumed, Self::Reopened]
            .into_iter()
            .find(|act| act.code() == code)
            .or_else(|| Closing::of(code).map(Self::Closed))
    }
}
