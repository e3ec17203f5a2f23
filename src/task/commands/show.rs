//! `task show`.

use anyhow::Result;
use clap::Args;

use crate::register::Under;
use crate::report::{Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::task::{ACTS, MILESTONE_STATES, OUTCOMES, PLAN, TASKS, store, words};

const HISTORY: Under = Under {
    view: "task_history",
    of: "task",
    columns: &[
        column("no", "번호", "no", Holds::Integer),
        column("on", "날짜", "on", Holds::Date),
        column("act", "처리", "act", Holds::Term(ACTS)),
        column("outcome", "목표", "outcome", Holds::Term(OUTCOMES)).minor(2),
        column("reason", "사유", "reason", Holds::Text),
    ],
    order: "\"on\", step, id",
};
const LEADS: Under = Under {
    view: "task_led",
    of: "task",
    columns: &[column("on", "맡은 날", "from", Holds::Date), column("lead", "주담당자", "lead", Holds::Text)],
    order: "\"on\", id",
};
const MILESTONES: Under = Under {
    view: "milestone_status",
    of: "task",
    columns: &[
        column("seq", "순번", "no", Holds::Integer),
        column("title", "추진일정", "milestone", Holds::Text),
        column("due", "예정일", "due", Holds::Date),
        column("done_on", "달성일", "done", Holds::Date),
        column("state", "상태", "state", Holds::Term(MILESTONE_STATES)),
        column("slips", "연기", "slips", Holds::Integer).minor(2),
    ],
    order: "seq",
};
const PROGRESS: Under = Under {
    view: "progress_report",
    of: "task",
    columns: &[
        column("on", "기준일", "on", Holds::Date),
        column("percent", "진척", "progress", Holds::Percent),
        column("note", "추진내용", "note", Holds::Text),
    ],
    order: "\"on\"",
};

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
    let plan = Table::held(PLAN.to_vec(), store::plan(db, &code)?);
    if plan.tells_something() {
        report = report.part_upright("plan", words::PLAN, plan);
    }
    if store::state(db, &code)? == "delayed" {
        report = report.hint(next(format!("proadmin due explain {code}")));
    }
    let leads = LEADS.table(db, &code)?;
    if leads.tells_something() {
        report = report.part("leads", words::LEADS, leads);
    }
    Ok(report
        .part("milestones", words::MILESTONES, MILESTONES.table(db, &code)?)
        .part("progress", words::PROGRESS, PROGRESS.table(db, &code)?)
        .part("history", words::HISTORY, HISTORY.table(db, &code)?))
}
