//! What happens to an action: done, given up, opened again, voided.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::plan::store::Action;
use crate::plan::{ACTIONS, ACTS, Act as What, rules, store, words};
use crate::record;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::label_of;

/// Arguments of a completion.
#[derive(Args, Debug)]
pub struct Done {
    /// Code
    code: String,
    /// What came of it
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    result: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records that an action was done.
pub fn done(session: &Session, args: &Done) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("plan done")?;
    let action = store::find(&change, &args.code.to_uppercase())?;
    record(&change, &action, on, What::Done, Some(&args.result))?;
    let said = match action.due.filter(|due| *due < on) {
        Some(due) => words::DONE_LATE.with("days", (on - due).num_days()).with("due", due),
        None => words::ACTED.with("act", label_of(ACTS, What::Done.code())),
    };
    let said = said.with("code", &action.code).with("title", &action.title).with("on", on);
    Ok(change.record(&ACTIONS, &[&action.code], said)?.hint(next(format!("proadmin plan link {} RECORD", action.code))))
}

/// Arguments of an act that needs a reason.
#[derive(Args, Debug)]
pub struct Explained {
    /// Code
    code: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records that an action was given up, or opened again.
pub fn act(session: &Session, command: &'static str, what: What, args: &Explained) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change(command)?;
    let action = store::find(&change, &args.code.to_uppercase())?;
    record(&change, &action, on, what, Some(&args.reason))?;
    if what == What::Reopened {
        rules::not_succeeded(&action.code, store::successor(&change, action.id)?.as_deref())?;
    }
    let said = words::ACTED.with("code", &action.code).with("title", &action.title).with("act", label_of(ACTS, what.code()));
    change.record(&ACTIONS, &[&action.code], said.with("on", on))
}

/// Judges an act with the whole history it becomes part of, and records it.
pub fn record(change: &Change, action: &Action, on: NaiveDate, what: What, note: Option<&str>) -> Result<()> {
    store::history(change, action)?.with(on, what)?;
    store::act(change, action.id, on, what, note)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code
    code: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids an action that was entered by mistake.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("plan void")?;
    let action = store::find(&change, &args.code.to_uppercase())?;
    rules::not_void(&action.code, action.is_void)?;
    record::void(&change, "plan_action", action.id, &args.reason)?;
    change.record(&ACTIONS, &[&action.code], words::VOIDED.with("code", &action.code).with("title", &action.title))
}
