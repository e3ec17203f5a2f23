//! `task void`, and how `--act` names what happened to a task: an act that never happened is
//! taken out, one of another day is moved to it, and what remains is judged again.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::calendar::rules::within_calendar;
use crate::prompt;
use crate::report::Report;
use crate::session::{Change, Session};
use crate::task::rules::correct;
use crate::task::store::Task;
use crate::task::{ACTS, TASKS, act as judged, rules, store, words};
use crate::typed;
use crate::words::{Sentence, label_of};

/// The kinds of acts, each also by the words that `task show` has for it.
pub fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(ACTS.iter().map(|act| PossibleValue::new(act.code).aliases([act.label.ko, act.label.en])))
}

fn kind(typed: &str) -> &'static str {
    ACTS.iter().find(|act| act.code == typed || act.label.ko == typed || act.label.en == typed).map_or("", |act| act.code)
}

/// Moves an act to the day on which it happened.
pub fn redate(session: &Session, change: &Change, task: &Task, typed: &str, days: (Option<NaiveDate>, NaiveDate)) -> Result<Sentence> {
    let (was, on) = days;
    let on = within_calendar(session.event_day(Some(on))?)?;
    let acts = store::acts(change, task)?;
    let act = correct::meant(&task.code, &acts, kind(typed), was, "--was")?;
    judged::redate(change, task, act, on)?;
    Ok(words::REDATED.with("act", label_of(ACTS, act.kind)).with("was", act.on).with("on", on))
}

/// Arguments of a void.
#[derive(Args, Debug)]
pub struct Void {
    /// Codes; - reads them from stdin
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
    /// Only this act of its history, as task show names it
    #[arg(long, value_name = "ACT", value_parser = kinds())]
    act: Option<String>,
    /// Day of that act, where it happened more than once
    #[arg(long, value_name = "DATE", value_parser = typed::day, requires = "act")]
    on: Option<NaiveDate>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids tasks that were registered by mistake, or an act that never happened.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let codes = session.codes(&args.codes)?;
    if codes.len() > 1 {
        prompt::confirm(session, &[], &super::act::ASK.with("count", codes.len()))?;
    }
    let change = session.change("task void")?;
    let mut done = Vec::new();
    for code in &codes {
        let task = store::find(&change, code)?;
        rules::not_void(&task.code, task.is_void)?;
        let said = match &args.act {
            None => {
                change.update("task", task.id, &[("void_reason", args.reason.clone().into())])?;
                words::VOIDED.say()
            }
            Some(typed) => take_out(&change, &task, typed, args)?,
        };
        done.push(said.with("code", &task.code).with("title", &task.title));
    }
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    change.record(&TASKS, &codes, Sentence::lines(done))
}

fn take_out(change: &Change, task: &Task, typed: &str, args: &Void) -> Result<Sentence> {
    let acts = store::acts(change, task)?;
    let act = correct::meant(&task.code, &acts, kind(typed), args.on, "--on")?;
    judged::take_out(change, task, act, &args.reason)?;
    Ok(words::TAKEN_OUT.with("act", label_of(ACTS, act.kind)).with("on", act.on))
}
