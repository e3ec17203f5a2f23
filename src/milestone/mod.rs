//! Milestones (추진일정) of key tasks: a planned day, the day it was reached, and every time it
//! was put off with the reason. An open one whose day has passed makes its task late.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::task::MILESTONE_STATES;
use crate::words::text;

const COLUMNS: &[Column] = &[
    column("task", "과제", "task", Kind::Code),
    column("seq", "순번", "no", Kind::Integer),
    column("title", "추진일정", "milestone", Kind::Text),
    column("due", "예정일", "due", Kind::Date),
    column("done_on", "달성일", "done", Kind::Date).minor(1),
    column("state", "상태", "state", Kind::Term(MILESTONE_STATES)).computed(),
    column("slips", "연기", "slips", Kind::Integer).minor(2).computed(),
    column("set_on", "계획한 날", "set", Kind::Date),
    column("note", "달성 내용", "note", Kind::Text),
];

/// The milestones.
pub static MILESTONES: Register = Register {
    noun: "milestone",
    what: text("추진일정", "milestone"),
    title: text("추진일정", "Milestones"),
    view: "milestone_status",
    table: "",
    key: "task, seq",
    columns: COLUMNS,
    listed: 7,
    order: "year DESC, task_seq, seq",
    by_code: ("year, task_seq, seq", "year DESC, task_seq DESC, seq"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};
