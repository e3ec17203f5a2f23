//! The verbs by which something happens to tasks: each reads the task, lets the rules judge
//! its whole history with the act in it, and records a row with its day.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;

use super::add::twin;
use crate::calendar::rules::within_calendar;
use crate::prompt;
use crate::report::{Report, next};
use crate::session::Session;
use crate::task::store::{Detail, Onward, Task};
use crate::task::{ACTS, Act as What, Closing, OUTCOMES, TASKS, act as judged, frozen, rules, store, words};
use crate::typed;
use crate::words::{Sentence, Text, label_of, text};

/// What is asked before several tasks are touched at once.
pub const ASK: Text = text("과제 {count}건입니다. 기록할까요?", "this concerns {count:task/tasks}. Record?");

/// Arguments of an act that explains itself.
#[derive(Args, Debug, Default)]
pub struct Act {
    /// Codes; - reads them from stdin
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    #[arg(skip)]
    outcome: Option<&'static str>,
    #[arg(skip)]
    actual: Option<i64>,
}

/// Arguments of an act that needs a reason.
#[derive(Args, Debug)]
pub struct Explained {
    #[command(flatten)]
    act: Act,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

impl From<Explained> for Act {
    /// The reason is a global option too, and is taken from the session.
    fn from(explained: Explained) -> Self {
        drop(explained.reason);
        explained.act
    }
}

/// Arguments of a completion.
#[derive(Args, Debug)]
pub struct Complete {
    #[command(flatten)]
    act: Act,
    /// Whether the target was met
    #[arg(long, value_parser = typed::OneOf(OUTCOMES))]
    outcome: String,
    /// What the indicator reached
    #[arg(long, value_name = "NUMBER", value_parser = typed::points)]
    actual: Option<i64>,
}

impl From<Complete> for Act {
    fn from(complete: Complete) -> Self {
        let outcome = if complete.outcome == "met" { "met" } else { "missed" };
        Self { outcome: Some(outcome), actual: complete.actual, ..complete.act }
    }
}

/// Records an act on one task or on several, all or none.
pub fn act(session: &Session, command: &'static str, what: What, args: &Act) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let codes = session.codes(&args.codes)?;
    if codes.len() > 1 {
        prompt::confirm(session, &[], &ASK.with("count", codes.len()))?;
    }
    let change = session.change(command)?;
    let detail = Detail { reason: session.options.reason.clone(), outcome: args.outcome, actual: args.actual };
    let (mut done, mut short, mut stale) = (Vec::new(), Vec::new(), Vec::new());
    for code in &codes {
        let task = store::find(&change, code)?;
        judged::record(&change, &task, on, what, &detail)?;
        done.push(said(&task, on, what));
        for told in frozen::without(&change, &task, on, None)? {
            if !stale.contains(&told) {
                stale.push(told);
            }
        }
        let last = if what == What::Closed(Closing::Completed) { store::percent(&change, task.id)? } else { None };
        short.extend(
            last.filter(|percent| *percent < 100)
                .map(|percent| words::SHORT.with("code", code).with("percent", percent).with("on", on.to_string())),
        );
    }
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let report = change.record(&TASKS, &codes, Sentence::lines(done))?.hints(short).hints(stale);
    Ok(match (what, codes.as_slice()) {
        (What::Selected, [code]) => report.hint(next(format!("proadmin milestone add {code} TITLE --due DATE"))),
        (What::Suspended, [code]) => report.hint(next(format!("proadmin task resume {code}"))),
        _ => report,
    })
}

fn said(task: &Task, on: NaiveDate, what: What) -> Sentence {
    let passed = task.due.filter(|due| *due < on && what == What::Closed(Closing::Completed));
    let said = match passed {
        Some(due) => words::ACTED_LATE.with("days", (on - due).num_days()).with("due", due),
        None => words::ACTED.say(),
    };
    said.with("code", &task.code).with("title", &task.title).with("act", label_of(ACTS, what.code())).with("on", on)
}

/// Arguments of carrying over.
#[derive(Args, Debug)]
pub struct Carry {
    /// Code
    code: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Year it is carried into [default: the next]
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    into: Option<i32>,
    /// Planned start of the new task [default: 1 January of that year]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    start: Option<NaiveDate>,
    /// Planned end of the new task [default: the old one, if it lies there]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    due: Option<NaiveDate>,
}

/// Closes a task as carried over and makes its successor.
pub fn carry(session: &Session, args: &Carry) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let given = args.due.map(within_calendar).transpose()?;
    let start = args.start.map(within_calendar).transpose()?;
    let change = session.change("task carry")?;
    let task = store::find(&change, &args.code.to_uppercase())?;
    let year = rules::carry_into(&task.code, task.year, args.into)?;
    let due = given.or(task.due.filter(|due| due.year() >= year));
    let start = rules::carried_start(year, start.or(task.start));
    rules::plan(Some(start), due)?;
    let detail = Detail { reason: session.options.reason.clone(), ..Detail::default() };
    let was_suspended = store::state(&change, &task.code)? == "suspended";
    judged::record(&change, &task, on, What::Closed(Closing::Carried), &detail)?;
    let twin = twin(&change, year, task.department_id, &task.title, None)?;
    let (new, count) = store::carry(&change, &task, Onward { year, proposed_on: on, start, due })?;
    let done = words::CARRIED.with("code", &task.code).with("title", &task.title).with("new", &new).with("count", count);
    let report = change.record(&TASKS, &[&task.code, &new], done)?;
    let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|first| *first < on);
    let since =
        first.map(|first| words::CARRIED_SINCE.with("new", &new).with("on", on).with("code", &task.code).with("first", first.to_string()));
    let suspended = was_suspended.then(|| words::CARRIED_SUSPENDED.with("code", &task.code).with("new", &new));
    let report = report.hints(twin).hints(since).hints(suspended);
    Ok(if due.is_none() { report.hint(next(format!("proadmin task edit {new} --due DATE"))) } else { report })
}
