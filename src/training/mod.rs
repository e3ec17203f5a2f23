//! Training (교육): sessions, who attended them, and the months in which one is owed. Everyone
//! counts, newcomers from their first day: whoever was staff on the day of a session must
//! attend it. Sessions of one owed month count as one, since a person attends but one of
//! them. Attendance is a person by name, or so many of a department besides those named.

pub mod attendance;
pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of a session.
pub const STATES: &[Term] = &[term("planned", "예정", "planned"), term("held", "실시", "held"), term("void", "무효", "void")];
/// States of what is owed in a month.
pub const DUE_STATES: &[Term] = &[
    term("held", "실시", "held"),
    term("planned", "예정", "planned"),
    term("owed", "이달 실시", "owed this month"),
    term("overdue", "미실시", "overdue"),
    term("ahead", "앞둠", "ahead"),
];
/// Whether a person attended.
pub const ATTENDANCE: &[Term] =
    &[term("attended", "이수", "attended"), term("missed", "미이수", "missed"), term("unnamed", "부서 인원만", "only a count")];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "교육명", "topic", Kind::Text),
    column("date", "교육일", "date", Kind::Code).computed(),
    column("state", "상태", "state", Kind::Term(STATES)).computed(),
    column("hours", "시간", "hours", Kind::Points).minor(5),
    column("instructor", "강사", "instructor", Kind::Text).minor(4),
    column("instructor_org", "강사 소속", "instructor of", Kind::Text).minor(7),
    column("audience", "대상", "for", Kind::Text).minor(8),
    column("due_month", "정기교육", "owed in", Kind::Code).minor(3),
    column("attended", "참석", "attendance", Kind::Integer).minor(2).computed(),
    column("headcount", "알려진 인원", "stated", Kind::Integer).minor(6).also(words::HEADCOUNT),
    column("org", "실시 기관", "office", Kind::Text).minor(9),
    column("voluntary", "희망자 교육", "voluntary", Kind::Flag),
    column("start_time", "시작 시각", "start time", Kind::Code),
    column("planned", "예정", "planned for", Kind::Code),
    column("held_on", "실시일", "held", Kind::Date),
    column("set_on", "정한 날", "set", Kind::Date),
    column("note", "비고", "note", Kind::Text),
    column("source", "출처", "source", Kind::Text),
];

/// What a training that everyone owes is called, unless the office calls it otherwise.
pub const TITLE: &str = "적극행정 정기교육";
/// The sessions.
pub static TRAININGS: Register = Register {
    noun: "training",
    what: text("교육", "training"),
    title: text("교육", "Training"),
    view: "training_status",
    table: "training",
    key: "code",
    columns: COLUMNS,
    listed: 12,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

const ATTENDED_COLUMNS: &[Column] = &[
    column("session", "교육", "training", Kind::Code),
    column("title", "교육명", "topic", Kind::Text).minor(2),
    column("attended_on", "참석일", "day", Kind::Date).minor(1),
    column("department", "부서", "department", Kind::Text),
    column("staff_code", "직원 번호", "staff code", Kind::Code).minor(3),
    column("staff", "이름", "name", Kind::Text),
    column("headcount", "부서 인원", "headcount", Kind::Integer),
];

/// Who attended each session.
pub static ATTENDED: Register = Register {
    noun: "training",
    what: text("참석", "attendance"),
    title: text("교육 참석자", "Who attended"),
    view: "training_attended",
    table: "",
    key: "session",
    columns: ATTENDED_COLUMNS,
    listed: ATTENDED_COLUMNS.len(),
    order: "year DESC, seq, department_id, headcount NULLS FIRST, staff_code, id",
    by_code: ("year, seq, department_id, staff_code", "year DESC, seq DESC, department_id, staff_code"),
    unless_asked: "",
    unlisted: &[],
};
