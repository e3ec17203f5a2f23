//! The implementation plan (적극행정 실행계획): areas and actions for a year, adopted by a body
//! and revised by it, each action with an owner and a planned day. What came of an action is
//! shown by records of other nouns, named by their codes. A plan is its year; a year without
//! one is nothing forbidden.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of an action.
pub const STATES: &[Term] = &[
    term("open", "추진 중", "open"),
    term("overdue", "지연", "overdue"),
    term("done", "완료", "done"),
    term("dropped", "중단", "dropped"),
    term("carried", "이월", "carried over"),
    term("void", "무효", "void"),
];
/// What may happen to an action.
pub const ACTS: &[Term] = &[
    term("planned", "계획", "planned"),
    term("done", "완료", "done"),
    term("dropped", "중단", "dropped"),
    term("carried", "이월", "carried over"),
    term("reopened", "종결 취소", "reopened"),
    term("linked", "증빙 연결", "evidence linked"),
];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "추진과제", "action", Kind::Text),
    column("year", "연도", "year", Kind::Integer).minor(9),
    column("area_no", "분야", "area", Kind::Integer).minor(3),
    column("area", "추진분야", "area", Kind::Text).minor(7),
    column("department", "담당부서", "department", Kind::Text).names("department_id", "department"),
    column("lead", "담당자", "lead", Kind::Text).minor(4).names("lead_id", "staff"),
    column("due", "추진기한", "due", Kind::Date).minor(1),
    column("days_left", "남은 일수", "days left", Kind::Integer).minor(8).computed(),
    column("state", "상태", "state", Kind::Term(STATES)).fact_if(&["done", "dropped", "carried"]),
    column("done_on", "완료일", "done", Kind::Date).minor(5).computed(),
    column("evidence", "증빙", "evidence", Kind::Integer).minor(2).computed(),
    column("result", "추진결과", "result", Kind::Text),
    column("closed_on", "종결일", "closed", Kind::Date),
    column("content", "내용", "content", Kind::Text),
    column("area_en", "추진분야(영문)", "area in English", Kind::Text),
    column("planned_on", "계획한 날", "planned", Kind::Date),
    column("origin", "이월 전 과제", "carried from", Kind::Code).computed(),
];

/// The actions.
pub static ACTIONS: Register = Register {
    noun: "plan",
    what: text("추진과제", "action"),
    title: text("실행계획 추진과제", "Actions of the implementation plan"),
    view: "plan_action_status",
    table: "plan_action",
    key: "code",
    columns: COLUMNS,
    listed: 12,
    order: "year DESC, area_no, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// Columns of the areas, with where their actions stand.
pub(super) const AREA_COLUMNS: &[Column] = &[
    column("year", "연도", "year", Kind::Integer).for_programs(),
    column("no", "번호", "no", Kind::Integer),
    column("area", "추진분야", "area", Kind::Text),
    column("actions", "과제", "actions", Kind::Integer),
    column("done", "완료", "done", Kind::Integer),
    column("live", "추진 중", "open", Kind::Integer).minor(2),
    column("overdue", "지연", "overdue", Kind::Integer),
    column("dropped", "중단", "dropped", Kind::Integer).minor(4),
    column("carried", "이월", "carried", Kind::Integer).minor(5),
    column("with_evidence", "증빙 있음", "with evidence", Kind::Integer).minor(1),
    column("area_en", "영문", "in English", Kind::Text).for_programs(),
    column("source", "근거", "source", Kind::Text).for_programs(),
    column("set_on", "계획한 날", "planned", Kind::Date).for_programs(),
];

/// The areas.
pub static AREAS: Register = Register {
    noun: "plan",
    what: text("추진분야", "area"),
    title: text("추진분야", "Areas"),
    view: "plan_area_status",
    table: "",
    key: "year, no",
    columns: AREA_COLUMNS,
    listed: AREA_COLUMNS.len(),
    order: "year DESC, no",
    by_code: ("", ""),
    unless_asked: "",
    unlisted: &[],
};

const ADOPTION_COLUMNS: &[Column] = &[
    column("year", "연도", "year", Kind::Integer).for_programs(),
    column("revision", "차수", "revision", Kind::Integer),
    column("adopted_on", "의결일", "adopted", Kind::Date),
    column("body", "의결기구", "body", Kind::Text),
    column("document", "문서번호", "document", Kind::Text).minor(1),
    column("areas", "분야", "areas", Kind::Integer).minor(3),
    column("actions", "과제", "actions", Kind::Integer).minor(2),
    column("note", "비고", "note", Kind::Text).minor(4),
];

/// The adoptions, the first of a year and every revision.
pub static ADOPTIONS: Register = Register {
    noun: "plan",
    what: text("의결", "adoption"),
    title: text("의결 경과", "Adopted"),
    view: "plan_adoption",
    table: "",
    key: "year, revision",
    columns: ADOPTION_COLUMNS,
    listed: ADOPTION_COLUMNS.len(),
    order: "year DESC, revision",
    by_code: ("", ""),
    unless_asked: "void_reason IS NULL",
    unlisted: &[],
};

/// How an action was closed, or opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Done, with a result.
    Done,
    /// Given up, with a reason.
    Dropped,
    /// Goes on as an action of a later year.
    Carried,
    /// Opened again.
    Reopened,
}

impl Act {
    /// What is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Carried => "carried",
            Self::Reopened => "reopened",
        }
    }

    /// The act of a stored code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Done, Self::Dropped, Self::Carried, Self::Reopened].into_iter().find(|act| act.code() == code)
    }
}
