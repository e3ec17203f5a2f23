//! `passive edit`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use super::add::Given;
use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::clock;
use crate::passive::{REPORTS, rules, store, words};
use crate::refusal::{Kind, Rule, rule};
use crate::report::Report;
use crate::sequence::Sequence;
use crate::session::Session;
use crate::typed;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] =
    &[("dept", "department_id"), ("handler", "handler_id"), ("receipt-no", "receipt_no"), ("content", "content")];

static RECEIPT_WHY: Rule = rule(
    Kind::Usage,
    "E1928",
    "{code}: 접수일을 고치려면 사유가 필요합니다(--reason)",
    "{code}: another day of receipt needs its reason (--reason)",
);

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// Subject
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// Day of receipt, where it was entered wrongly (with --reason)
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    received_on: Option<NaiveDate>,
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects what was registered.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let received_on = args.received_on.map(|on| received(session, &args.code, on)).transpose()?;
    let change = session.change("passive edit")?;
    let report = store::find(&change, &args.code.to_uppercase())?;
    REPORTS.unchanged(&change, &report.code, args.if_rev.as_deref())?;
    let history = store::history(&change, &report)?;
    let mut resting = args.given.resting();
    resting.extend(received_on.map(|_| "--received-on"));
    history.editable(&resting)?;
    let mut columns = args.given.columns(&change, Some(&report), received_on.unwrap_or(report.received_on))?;
    columns.extend(args.clear.columns(CLEARABLE, &columns)?);
    columns.extend(args.title.clone().map(|title| ("title", title.into())));
    if let Some(on) = received_on {
        history.received(on)?;
        columns.push(("received_on", on.to_string().into()));
        if !args.given.moves_the_clock() {
            let rule = clock::usual_moved(&change, ("passive_report", report.id), &report.petition, (report.received_on, on))?;
            columns.extend(rule.map(|rule| ("clock_rule_id", rule.into())));
        }
    }
    let moves = args.given.moves_the_clock() || received_on.is_some();
    let was_late = clock::is_extended_late(&change, &report.code)?;
    change.update("passive_report", report.id, &columns)?;
    if moves {
        store::judge_extension(&change, &report, was_late)?;
    }
    if let Some(on) = received_on {
        clock::held_on(&change, &report.code, on)?;
    }
    // Another kind of reporter or of clock may not fit what has happened already.
    let after = store::find(&change, &report.code)?;
    rules::History { due: report.due, days_left: report.days_left, ..store::history(&change, &after)? }.judge()?;
    let due = within_calendar(after.due)?;
    let done = words::EDITED.with("code", &report.code).with("title", after.title);
    let done = if moves { words::AND_DUE.with("done", done).with("due", words::moved(report.due, due)) } else { done };
    change.record(&REPORTS, &[&report.code], done)
}

/// The corrected day of receipt, with its reason.
fn received(session: &Session, code: &str, on: NaiveDate) -> Result<NaiveDate> {
    if session.options.reason.is_none() {
        let way_out = format!("--received-on {on} --reason …");
        return Err(RECEIPT_WHY.with("code", code.to_uppercase()).way_out(way_out).into());
    }
    Ok(within_calendar(session.event_day(Some(on))?)?)
}
