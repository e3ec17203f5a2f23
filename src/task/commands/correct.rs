//! `task void`, and how `--act` names what happened to a task: an act that never happened is
//! taken out, one of another day is moved to it, and what remains is judged again.

use std::ffi::OsStr;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValue, TypedValueParser};

use crate::calendar::rules::within_calendar;
use crate::prompt;
use crate::record;
use crate::report::Report;
use crate::session::{Change, Session};
use crate::task::rules::correct::{self, Which};
use crate::task::store::Task;
use crate::task::{ACTS, TASKS, act as judged, rules, store, words};
use crate::typed::{self, OneOf};
use crate::words::{Sentence, label_of};

/// An act as it is typed: the number that `task show` has for it, or its kind, by code or by
/// the word of either language.
#[derive(Clone, Copy, Debug)]
pub struct OneAct;

impl TypedValueParser for OneAct {
    type Value = Which;

    fn parse_ref(&self, command: &clap::Command, arg: Option<&clap::Arg>, typed: &OsStr) -> Result<Which, clap::Error> {
        if let Some(no) = typed.to_str().and_then(|typed| typed.trim().parse().ok()) {
            return Ok(Which::No(no));
        }
        let named = OneOf(ACTS).parse_ref(command, arg, typed)?;
        let known = ACTS.iter().find(|act| act.code == named);
        Ok(Which::Kind(known.map_or("", |act| act.code)))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(ACTS.iter().map(|act| PossibleValue::new(act.code).aliases([act.label.ko, act.label.en]))))
    }
}

/// Moves an act to the day on which it happened.
pub fn redate(session: &Session, change: &Change, task: &Task, which: Which, days: (Option<NaiveDate>, NaiveDate)) -> Result<Sentence> {
    let (was, on) = days;
    let on = within_calendar(session.event_day(Some(on))?)?;
    let acts = store::acts(change, task)?;
    let act = correct::meant(&task.code, &acts, which, was, "--was")?;
    judged::redate(change, task, act, on)?;
    Ok(words::REDATED.with("act", label_of(ACTS, act.kind)).with("was", act.on).with("on", on))
}

/// Arguments of a void.
#[derive(Args, Debug)]
pub struct Void {
    /// Codes; - reads them from stdin
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
    /// Only what its history has under this number, several as 2,3; or under this name
    #[arg(long, value_name = "NO|ACT", value_parser = OneAct, value_delimiter = ',')]
    act: Vec<Which>,
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
        let said = if args.act.is_empty() {
            record::void(&change, "task", task.id, &args.reason)?;
            words::VOIDED.say()
        } else {
            take_out(&change, &task, args)?
        };
        done.push(said.with("code", &task.code).with("title", &task.title));
    }
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    change.record(&TASKS, &codes, Sentence::lines(done))
}

/// Takes acts out together, so that a suspension may go with its resumption.
fn take_out(change: &Change, task: &Task, args: &Void) -> Result<Sentence> {
    let acts = store::acts(change, task)?;
    let meant: Vec<_> =
        args.act.iter().map(|which| correct::meant(&task.code, &acts, *which, args.on, "--on")).collect::<Result<_, _>>()?;
    judged::take_out(change, task, &meant, &args.reason)?;
    let told = meant.iter().map(|act| words::ACT_ON.with("act", label_of(ACTS, act.kind)).with("on", act.on)).collect();
    Ok(words::TAKEN_OUT.with("what", Sentence::listed(told)))
}
