//! The verbs of progress.

mod form;

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{MISSING, REPORTS, rules, store, words};
use crate::register::Filter;
use crate::report::{Report, Table, next};
use crate::session::{Obey, Session};
use crate::task::frozen;
use crate::task::rules::not_void;
use crate::task::store as tasks;
use crate::typed::{self, Month};

/// Progress of key tasks.
#[derive(Debug, Subcommand)]
pub enum Progress {
    /// Log a task's progress; the same day again corrects that day
    Log(Log),
    /// Void a report that was logged by mistake, as for a wrong day
    Void(Void),
    /// List what was reported
    List(List),
    /// Show who has not reported for a month
    Missing(Missing),
    /// Make the empty return that departments fill in and import takes back
    Form(form::Form),
    /// Import reports from a file
    Import(Import),
}

impl Obey for Progress {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Log(args) => log(session, &args),
            Self::Void(args) => void(session, args),
            Self::List(args) => list(session, &args),
            Self::Missing(args) => missing(session, &args),
            Self::Form(args) => form::form(session, &args),
            Self::Import(args) => super::import::run_on(session, &args.file, args.on),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Log {
    /// Code of the task
    code: String,
    /// Per cent done
    #[arg(long, value_name = "N", value_parser = typed::percent, allow_hyphen_values = true)]
    percent: i64,
    /// Day it is reported for [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// What was done
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Logs a task's progress, or corrects what that day has.
fn log(session: &Session, args: &Log) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("progress log")?;
    let task = tasks::find(&change, &args.code.to_uppercase())?;
    rules::may_log(&tasks::history(&change, &task)?, on)?;
    let (percent, note) = (args.percent, args.note.as_deref());
    let said = match store::known(&change, task.id, on)? {
        None => {
            store::insert(&change, task.id, &on.to_string(), percent, note)?;
            words::LOGGED.say()
        }
        Some(logged) => {
            store::correct(&change, &logged, percent, note)?;
            if logged.percent == percent { words::NOTE_CORRECTED.say() } else { words::CORRECTED.with("old", logged.percent) }
        }
    };
    let before = store::before(&change, task.id, on)?;
    let later = store::after(&change, task.id, on)?;
    let said = said.with("code", &task.code).with("title", &task.title).with("on", on).with("percent", percent);
    let frozen = frozen::without(&change, &task, on, later)?;
    let last = store::last(&change, task.id)?.filter(|(last, _)| *last > on);
    let is_done = percent == 100 && later.is_none() && matches!(tasks::state(&change, &task.code)?.as_str(), "on_track" | "delayed");
    let mut report = change.record(&REPORTS, &[&format!("{}:{on}", task.code)], said)?;
    if let Some(before) = before.filter(|before| rules::falls(Some(*before), percent)) {
        report = report.hint(words::FALL.with("code", &task.code).with("old", before).with("percent", percent).with("on", on));
    }
    report = report.hints(frozen);
    if is_done {
        report = report.hint(next(format!("proadmin task complete {} --outcome met/missed", task.code)));
    }
    Ok(report.hints(last.map(|(last, percent)| words::LATER.with("code", task.code).with("last", last).with("present", percent))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code of the task
    code: String,
    /// Day it is reported for
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: NaiveDate,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids the report of a day; the day may be reported again.
fn void(session: &Session, args: Void) -> Result<Report> {
    let change = session.change("progress void")?;
    let task = tasks::find(&change, &args.code.to_uppercase())?;
    not_void(&task.code, task.is_void)?;
    let Some(logged) = store::known(&change, task.id, args.on)? else {
        return Err(rules::none(&task.code, args.on, &store::near(&change, task.id, args.on)?).into());
    };
    let frozen = frozen::without(&change, &task, args.on, store::after(&change, task.id, args.on)?)?;
    change.update("progress", logged.id, &[("void_reason", args.reason.into())])?;
    let said = words::VOIDED.with("code", &task.code).with("title", &task.title).with("on", args.on).with("percent", logged.percent);
    let report = change.record(&REPORTS, &[&format!("{}:{}", task.code, args.on)], said)?;
    Ok(report.hints(frozen).hint(next(format!("proadmin progress log {} --percent {} --on DATE", task.code, logged.percent))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Code of the task
    code: Option<String>,
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Only this month's
    #[arg(long, value_name = "YYYY-MM", value_parser = typed::month)]
    month: Option<Month>,
}

/// Lists what was reported.
fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let task = args.code.as_deref().map(|code| tasks::find(db, &code.to_uppercase())).transpose()?;
    let filter = Filter::default()
        .when("task_id = ?", task.map(|task| task.id))
        .when("year = ?", args.year.map(i64::from))
        .when("\"on\" >= ?", args.month.map(|month| month.first_day().to_string()))
        .when("\"on\" <= ?", args.month.map(|month| month.last_day().to_string()));
    Ok(REPORTS.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Missing {
    /// Month
    #[arg(value_name = "YYYY-MM", value_parser = typed::month)]
    month: Month,
}

/// Names the tasks that owe a report for a month.
fn missing(session: &Session, args: &Missing) -> Result<Report> {
    let today = session.reading_day();
    let this_month = || format!("proadmin progress missing {}", Month::of(today));
    let on = rules::judged_on(args.month, today).map_err(|refusal| refusal.way_out(this_month()))?;
    let rows = store::missing(session.db()?, args.month, None)?;
    let count = rows.len();
    let month = args.month.to_string();
    let mut report = Report::list("progress missing", words::MISSING.with("month", &month), Table::held(MISSING.to_vec(), rows));
    report.attention = count > 0;
    let report = match count {
        0 => report.note(words::NONE_MISSING.say()),
        _ => report.note(words::MISSING_COUNT.with("count", count)).hint(next("proadmin progress log CODE --percent N")),
    };
    Ok(if on < args.month.last_day() { report.note(words::SO_FAR.with("month", month).with("on", on)) } else { report })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns of the list
    file: PathBuf,
    /// Day of the rows that have none
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}
