//! `consult edit`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use super::file::Application;
use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::clock;
use crate::consult::{CONSULTATIONS, store, words};
use crate::office::store as office;
use crate::refusal::{Kind, Rule, rule};
use crate::report::Report;
use crate::session::Session;
use crate::typed;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[
    ("task", "task_id"),
    ("handler", "handler_id"),
    ("matter", "matter"),
    ("background", "background"),
    ("law", "law"),
    ("issue", "issue"),
    ("own-opinion", "own_opinion"),
    ("self-check", "self_check"),
];

static RECEIPT_WHY: Rule = rule(
    Kind::Usage,
    "E0443",
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
    /// Applying department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Day of receipt, where it was entered wrongly (with --reason)
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    received_on: Option<NaiveDate>,
    #[command(flatten)]
    application: Application,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects an application.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let received_on = args.received_on.map(|on| received(session, &args.code, on)).transpose()?;
    let change = session.change("consult edit")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    CONSULTATIONS.unchanged(&change, &case.code, args.if_rev.as_deref())?;
    let mut on_the_letter = args.application.on_the_letter();
    let given = [
        ("--title", args.title.is_some()),
        ("--dept", args.dept.is_some()),
        ("--received-on", args.received_on.is_some()),
        ("--clear law", args.clear.names("law")),
        ("--clear issue", args.clear.names("issue")),
    ];
    on_the_letter.extend(given.into_iter().filter_map(|(flag, given)| given.then_some(flag)));
    let history = store::history(&change, &case)?;
    history.editable(&on_the_letter)?;
    if session.options.reason.is_none() {
        history.told_in_time(&args.application.told(&args.clear))?;
    }
    let mut columns = args.application.columns(&change, Some(&case), received_on.unwrap_or(case.received_on))?;
    columns.extend(args.clear.columns(CLEARABLE, &columns)?);
    columns.extend(args.title.clone().map(|title| ("title", title.into())));
    if let Some(dept) = &args.dept {
        columns.push(("department_id", office::department_on(&change, dept, received_on.unwrap_or(case.received_on))?.id.into()));
    }
    if let Some(on) = received_on {
        history.received(on)?;
        columns.push(("received_on", on.to_string().into()));
        if !args.application.moves_the_clock() {
            let rule = clock::usual_moved(&change, ("consultation", case.id), "consult", (case.received_on, on))?;
            columns.extend(rule.map(|rule| ("clock_rule_id", rule.into())));
        }
        store::received(&change, case.id, case.received_on, on)?;
    }
    let moves = args.application.moves_the_clock() || received_on.is_some();
    let was_late = clock::is_extended_late(&change, &case.code)?;
    change.update("consultation", case.id, &columns)?;
    if moves {
        store::judge_extension(&change, &case, was_late)?;
    }
    if let Some(on) = received_on {
        clock::held_on(&change, &case.code, on)?;
    }
    args.application.attach(&change, case.id, session.today)?;
    let due = within_calendar(store::find(&change, &case.code)?.due)?;
    let done = words::EDITED.with("code", &case.code).with("title", args.title.as_ref().unwrap_or(&case.title));
    let done = if moves { words::AND_DUE.with("done", done).with("due", words::moved(case.due, due)) } else { done };
    change.record(&CONSULTATIONS, &[&case.code], done)
}

/// The corrected day of receipt, with its reason.
///
/// # Errors
/// No reason is given, or the day lies ahead or outside the calendar.
pub(super) fn received(session: &Session, code: &str, on: NaiveDate) -> Result<NaiveDate> {
    if session.options.reason.is_none() {
        let way_out = format!("--received-on {on} --reason …");
        return Err(RECEIPT_WHY.with("code", code.to_uppercase()).way_out(way_out).into());
    }
    Ok(within_calendar(session.event_day(Some(on))?)?)
}
