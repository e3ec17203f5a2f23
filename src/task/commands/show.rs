//! `task show`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::task::{ACTS, MILESTONE_STATES, OUTCOMES, TASKS, store, words};

const PLAN: &[Column] = &[
    column("deputy", "부담당자", "deputy", Holds::Text),
    column("background", "추진배경", "background", Holds::Text),
    column("content", "주요내용", "content", Holds::Text),
    column("expected_effect", "기대효과", "effect", Holds::Text),
];
const HISTORY: &[Column] = &[
    column("on", "날짜", "on", Holds::Date),
    column("act", "일", "act", Holds::Term(ACTS)),
    column("outcome", "목표", "outcome", Holds::Term(OUTCOMES)).minor(2),
    column("reason", "사유", "reason", Holds::Text),
];
const MILESTONES: &[Column] = &[
    column("seq", "순번", "no", Holds::Integer),
    column("title", "추진일정", "milestone", Holds::Text),
    column("due", "예정일", "due", Holds::Date),
    column("done_on", "달성일", "done", Holds::Date),
    column("state", "상태", "state", Holds::Term(MILESTONE_STATES)),
    column("slips", "연기", "slips", Holds::Integer).minor(2),
];
const PROGRESS: &[Column] = &[
    column("on", "기준일", "on", Holds::Date),
    column("percent", "진척", "progress", Holds::Percent),
    column("note", "추진내용", "note", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one task with its milestones, its progress and its history.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let mut report = TASKS.show(db, &code)?;
    let plan = store::plan(db, &code)?;
    if plan.iter().flatten().any(|value| *value != Value::Null) {
        report = report.part_upright("plan", words::PLAN, Table::held(PLAN.to_vec(), plan));
    }
    let milestones = store::under(db, "milestone_status", "seq, title, due, done_on, state, slips", &code, "seq")?;
    let progress = store::under(db, "progress_report", "\"on\", percent, note", &code, "\"on\"")?;
    let history = store::under(db, "task_history", "\"on\", act, outcome, reason", &code, "\"on\", step, id")?;
    if store::state(db, &code)? == "delayed" {
        report = report.hint(next(format!("proadmin due explain {code}")));
    }
    Ok(report
        .part("milestones", words::MILESTONES, Table::held(MILESTONES.to_vec(), milestones))
        .part("progress", words::PROGRESS, Table::held(PROGRESS.to_vec(), progress))
        .part("history", words::HISTORY, Table::held(HISTORY.to_vec(), history)))
}
