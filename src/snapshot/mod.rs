//! Frozen months (월별 현황): what the key tasks of a year looked like on the last day of a
//! month, kept as copies under a hash. What happens later reaches no frozen month; a month
//! whose facts were corrected afterwards gets a revision beside the first.

pub(crate) mod commands;
pub mod fields;
pub mod rules;
pub mod store;
pub mod words;

use anyhow::Result;
use rusqlite::types::Value;

use crate::db::Db;
use crate::register::Register;
use crate::report::{Column, Kind, Report, column};
use crate::task::STATES;
use crate::typed::Month;
use crate::words::{Arg, Term, term, text};

/// What is frozen of a task and compared, the code first.
pub const FIELDS: &[Term] = &[
    term("code", "과제", "task"),
    term("title", "과제명", "title"),
    term("department", "주관부서", "department"),
    term("department_code", "부서 번호", "department code"),
    term("state", "상태", "state"),
    term("percent", "진척", "progress"),
    term("milestones_done", "달성 일정", "reached"),
    term("milestones_total", "전체 일정", "milestones"),
    term("due", "기한", "due"),
    term("delayed", "지연", "late"),
];

const COLUMNS: &[Column] = &[
    column("month", "월", "month", Kind::Code).for_programs(),
    column("code", "번호", "code", Kind::Code),
    column("title", "과제명", "title", Kind::Text),
    column("department", "주관부서", "department", Kind::Text).minor(2),
    column("state", "상태", "state", Kind::Term(STATES)),
    column("percent", "진척", "progress", Kind::Percent),
    column("milestones_done", "달성 일정", "reached", Kind::Integer).minor(4),
    column("milestones_total", "전체 일정", "milestones", Kind::Integer).minor(4),
    column("due", "기한", "due", Kind::Date).minor(3),
    column("delayed", "지연", "late", Kind::Flag).minor(6),
    column("revision", "차수", "revision", Kind::Integer).for_programs(),
    column("department_code", "부서 번호", "department code", Kind::Code).for_programs(),
];

/// The rows of frozen months.
pub static FROZEN: Register = Register {
    noun: "snapshot",
    what: text("월별 현황", "snapshot"),
    title: text("월별 현황", "Monthly state"),
    view: "snapshot_table",
    table: "",
    key: "month, revision",
    columns: COLUMNS,
    listed: COLUMNS.len(),
    order: "month, revision, seq",
    by_code: ("seq", "seq DESC"),
    unless_asked: "",
    unlisted: &[],
};

const LIST_COLUMNS: &[Column] = &[
    column("month", "월", "month", Kind::Code),
    column("revision", "차수", "revision", Kind::Integer),
    column("tasks", "과제", "tasks", Kind::Integer),
    column("taken_on", "확정일", "taken", Kind::Date),
    column("latest", "최종", "latest", Kind::Flag),
    column("reason", "정정 사유", "reason", Kind::Text).minor(2),
    column("hash", "해시", "hash", Kind::Code).minor(5),
];

/// The frozen months.
pub static SNAPSHOTS: Register = Register {
    noun: "snapshot",
    what: text("월별 현황", "snapshot"),
    title: text("확정한 월별 현황", "Frozen months"),
    view: "snapshot_status",
    table: "",
    key: "month, revision",
    columns: LIST_COLUMNS,
    listed: LIST_COLUMNS.len(),
    order: "month, revision",
    by_code: ("", ""),
    unless_asked: "",
    unlisted: &[],
};

/// Whether a task was late in a month.
pub fn is_late(task: &store::Row) -> bool {
    *cell(task, "delayed") == Value::Integer(1)
}

/// What a month holds of a task.
pub fn cell<'t>(task: &'t store::Row, field: &str) -> &'t Value {
    let at = FIELDS.iter().position(|known| known.code == field);
    at.and_then(|at| task.cells.get(at)).unwrap_or(&Value::Null)
}

/// Adds the seal of the entry that froze a month, so that whoever is handed the page can bear
/// witness.
///
/// # Errors
/// Whatever SQLite says.
pub fn sealed(db: &Db, month: Month, taken: &store::Taken, report: Report) -> Result<Report> {
    Ok(taken.seal(db)?.into_iter().fold(report, |report, seal| {
        let said = words::SEALED.with("seal", Arg::Command(seal.to_string()));
        report.note(said.with("month", month.to_string()).with("revision", taken.revision))
    }))
}
