//! `consult edit` and `consult void`.

use anyhow::Result;
use clap::Args;

use super::file::Application;
use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::consult::{CONSULTATIONS, store, words};
use crate::office::store as office;
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
    let change = session.change("consult edit")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    CONSULTATIONS.unchanged(&change, &case.code, args.if_rev.as_deref())?;
    let mut on_the_letter = args.application.on_the_letter();
    let given = [
        ("--title", args.title.is_some()),
        ("--dept", args.dept.is_some()),
        ("--clear law", args.clear.names("law")),
        ("--clear issue", args.clear.names("issue")),
    ];
    on_the_letter.extend(given.into_iter().filter_map(|(flag, given)| given.then_some(flag)));
    store::history(&change, &case)?.editable(&on_the_letter)?;
    let mut columns = args.application.columns(&change, Some(&case))?;
    columns.extend(args.clear.columns(CLEARABLE, &columns)?);
    columns.extend(args.title.clone().map(|title| ("title", title.into())));
    if let Some(dept) = &args.dept {
        columns.push(("department_id", office::department_typed(&change, dept)?.id.into()));
    }
    change.update("consultation", case.id, &columns)?;
    if args.application.moves_the_clock() {
        store::judge_extension(&change, &case.code)?;
    }
    args.application.attach(&change, case.id, session.today)?;
    let done = if args.application.moves_the_clock() { words::EDITED_DUE } else { words::EDITED };
    let due = within_calendar(store::find(&change, &case.code)?.due)?;
    let done = done.with("code", &case.code).with("title", args.title.as_ref().unwrap_or(&case.title)).with("due", due);
    change.record(&CONSULTATIONS, &[&case.code], done)
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

/// Voids a request that was registered by mistake.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("consult void")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    store::history(&change, &case)?.voidable()?;
    change.update("consultation", case.id, &[("void_reason", args.reason.clone().into())])?;
    let done = words::VOIDED.with("code", &case.code).with("title", &case.title);
    change.record(&CONSULTATIONS, &[&case.code], done)
}
