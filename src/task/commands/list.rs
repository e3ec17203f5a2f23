//! `task list`.

use anyhow::Result;
use clap::Args;

use crate::office::store as office;
use crate::register::Filter;
use crate::report::Report;
use crate::session::Session;
use crate::task::{STATES, TASKS};
use crate::typed;

const OPEN_STATES: [&str; 5] = ["candidate", "planned", "on_track", "delayed", "suspended"];

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Main person in charge, code or name
    #[arg(long, value_name = "STAFF")]
    lead: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Only those that are late
    #[arg(long)]
    delayed: bool,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists tasks.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let lead = args.lead.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?;
    let asked_state = args.state.as_deref();
    let open = args.delayed || asked_state.is_some_and(|state| OPEN_STATES.contains(&state));
    let filter = Filter::default()
        // Where only open tasks can match, they are found by their index at any size of file.
        .only_if(open, "id IN (SELECT id FROM task_live)")
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when("lead_id = ?", lead.map(|lead| lead.id))
        .when("state = ?", asked_state.map(str::to_owned))
        .only_if(args.delayed, "delayed = 1")
        .unless_void(&TASKS, args.all, asked_state);
    let attention = session.options.exit_code && TASKS.has_any(db, &filter, "delayed = 1")?;
    Ok(Report { attention, ..TASKS.list(filter) })
}
