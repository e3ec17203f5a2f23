//! Progress (진척 보고) of key tasks: what a department says of its task on a day, as per cent
//! and in words. It may fall, it never closes a task, and a day has one report; reported
//! again, that day's report is corrected.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::text;

const COLUMNS: &[Column] = &[
    column("task", "과제", "task", Kind::Code).also(words::TASK),
    column("on", "기준일", "on", Kind::Date).also(words::ON),
    column("percent", "진척", "progress", Kind::Percent).also(words::PERCENT),
    column("note", "추진내용", "note", Kind::Text).also(words::NOTE),
    column("title", "과제명", "title", Kind::Text).minor(1).computed().also(words::TITLE),
];

/// The reports.
pub static REPORTS: Register = Register {
    noun: "progress",
    what: text("진척 보고", "progress report"),
    title: text("진척 보고", "Progress"),
    view: "progress_report",
    table: "",
    key: "task, on",
    columns: COLUMNS,
    listed: COLUMNS.len(),
    order: "year DESC, task_seq, \"on\"",
    by_code: ("year, task_seq, \"on\"", "year DESC, task_seq DESC, \"on\""),
    unless_asked: "",
    unlisted: &[],
};

/// The columns of a task that owes a report.
pub const MISSING: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "과제명", "title", Kind::Text),
    column("department", "주관부서", "department", Kind::Text),
    column("lead", "주담당자", "lead", Kind::Text).minor(2),
    column("last_on", "최근 보고일", "last reported", Kind::Date).minor(1),
];
