//! The verbs of milestones.

mod correct;

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::store::New;
use super::{MILESTONES, rules, store, words};
use crate::calendar::rules::{passed, within_calendar};
use crate::office::store as office;
use crate::register::Filter;
use crate::report::{Report, next};
use crate::session::{Obey, Session};
use crate::task::store::Task;
use crate::task::{MILESTONE_STATES, frozen, store as tasks};
use crate::typed;
use crate::words::Sentence;

/// Milestones of key tasks.
#[derive(Debug, Subcommand)]
pub enum Milestone {
    /// Set a milestone for a key task
    Add(Add),
    /// Record that a milestone was reached
    Done(Done),
    /// Put a milestone off; the reason is kept
    Slip(Slip),
    /// Correct a milestone
    Edit(correct::Edit),
    /// List milestones
    List(List),
    /// Void a milestone that was entered by mistake
    Void(correct::Void),
    /// Import milestones from a file
    Import(Import),
}

impl Obey for Milestone {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => add(session, args),
            Self::Done(args) => done(session, &args),
            Self::Slip(args) => slip(session, &args),
            Self::Edit(args) => correct::edit(session, &args),
            Self::List(args) => list(session, &args),
            Self::Void(args) => correct::void(session, &args),
            Self::Import(args) => super::import::run(session, &args.file, false),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Code of the task
    code: String,
    /// Title
    #[arg(value_parser = typed::title)]
    title: String,
    /// Planned day
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    due: NaiveDate,
    /// Since when it is planned [default: since the task was proposed]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    set_on: Option<NaiveDate>,
}

/// Sets a milestone.
fn add(session: &Session, args: Add) -> Result<Report> {
    let due = within_calendar(args.due)?;
    let on = session.event_day(args.set_on)?;
    let change = session.change("milestone add")?;
    let task = tasks::find(&change, &args.code.to_uppercase())?;
    rules::task_open(&tasks::history(&change, &task)?, on)?;
    let new = New { seq: None, title: args.title, due, set_on: args.set_on.unwrap_or(task.proposed_on) };
    let milestone = store::insert(&change, &task, &new)?;
    let done = words::ADDED.with("code", milestone.code()).with("title", new.title).with("due", due);
    let command = format!("proadmin milestone done {} {} --on DATE", task.code, milestone.seq);
    let again = store::twin(&change, &task, &milestone)?.map(|seq| words::TWIN.with("code", &task.code).with("seq", seq));
    let again = again.map(|again| again.with("new", milestone.seq));
    let report = change.record(&MILESTONES, &[&milestone.code()], done)?;
    let told = again.into_iter().chain(doubted(&task, due, session.today));
    Ok(report.hints(told).hint(next(command)))
}

/// A planned day behind the end of its task, or one that has passed, is told, not refused: the
/// task may be extended, and what was planned before is entered so.
fn doubted(task: &Task, due: NaiveDate, today: NaiveDate) -> impl Iterator<Item = Sentence> {
    let past_the_end = task.due.filter(|end| due > *end);
    let past_the_end = past_the_end.map(|end| words::PAST_THE_END.with("code", &task.code).with("due", due).with("end", end));
    past_the_end.into_iter().chain(passed(task.year, Some(due), today))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Done {
    /// Code of the task
    code: String,
    /// Number of the milestone
    seq: i64,
    /// Day it was reached [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// How it was reached
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Records that a milestone was reached.
fn done(session: &Session, args: &Done) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("milestone done")?;
    let task = tasks::find(&change, &args.code.to_uppercase())?;
    let milestone = store::find(&change, &task, args.seq)?;
    milestone.reached(&tasks::history(&change, &task)?, on)?;
    store::done(&change, milestone.id, on, args.note.as_deref())?;
    let late = (on - milestone.due).num_days();
    let said = if late > 0 { words::DONE_LATE.with("days", late).with("due", milestone.due) } else { words::DONE.say() };
    let said = said.with("code", milestone.code()).with("title", &milestone.title).with("on", on);
    let correct = words::TODAY_TAKEN.with("code", &task.code).with("seq", milestone.seq);
    let said = if args.on.is_none() { correct.with("said", said) } else { said };
    let frozen = frozen::without(&change, &task, on, None)?;
    let report = change.record(&MILESTONES, &[&milestone.code()], said)?.hints(frozen);
    Ok(report.hint(next(format!("proadmin progress log {} --percent N", task.code))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Slip {
    /// Code of the task
    code: String,
    /// Number of the milestone
    seq: i64,
    /// New planned day
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    due: NaiveDate,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
    /// Day it was put off [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Puts a milestone off.
fn slip(session: &Session, args: &Slip) -> Result<Report> {
    let due = within_calendar(args.due)?;
    let on = session.event_day(args.on)?;
    let change = session.change("milestone slip")?;
    let task = tasks::find(&change, &args.code.to_uppercase())?;
    let milestone = store::find(&change, &task, args.seq)?;
    milestone.put_off(&tasks::history(&change, &task)?, store::last_slip(&change, milestone.id)?, on, due)?;
    store::slip(&change, &milestone, on, due, &args.reason)?;
    let said = words::SLIPPED.with("code", milestone.code()).with("title", &milestone.title).with("old", milestone.due).with("due", due);
    let frozen = frozen::without(&change, &task, on, None)?;
    let report = change.record(&MILESTONES, &[&milestone.code()], said)?;
    Ok(report.hints(doubted(&task, due, session.today)).hints(frozen))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Code of the task
    code: Option<String>,
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(MILESTONE_STATES))]
    state: Option<String>,
    /// Only open ones due within so many days, overdue ones included
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(i64).range(0..=3650))]
    within: Option<i64>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists milestones.
fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let task = args.code.as_deref().map(|code| tasks::find(db, &code.to_uppercase())).transpose()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let until = args.within.and_then(|days| session.reading_day().checked_add_signed(chrono::TimeDelta::days(days)));
    let filter = Filter::default()
        .when("task_id = ?", task.map(|task| task.id))
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when("state = ?", args.state.clone())
        .only_if(until.is_some(), "state IN ('open', 'overdue')")
        .when("due <= ?", until.map(|day| day.to_string()))
        .unless_void(&MILESTONES, args.all, args.state.as_deref());
    MILESTONES.list_overdue(db, filter, "state = 'overdue'")
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns of the list
    file: PathBuf,
}
