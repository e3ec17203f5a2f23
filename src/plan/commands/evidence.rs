//! `plan link` and `plan unlink`: the records that show what came of an action.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::plan::rules::Shown;
use crate::plan::{ACTIONS, rules, store, words};
use crate::record;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Link {
    /// Code of the action
    code: String,
    /// Codes of the records that show it
    #[arg(required = true, value_name = "RECORD")]
    record: Vec<String>,
    /// What they show
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    note: Option<String>,
    /// Day it was linked [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Links records to an action, all or none.
pub fn link(session: &Session, args: &Link) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let records = session.codes(&args.record)?;
    let change = session.change("plan link")?;
    let action = store::find(&change, &args.code.to_uppercase())?;
    rules::not_void(&action.code, action.is_void)?;
    rules::not_before(&action.code, action.planned_on, on)?;
    let mut linked = Vec::new();
    for typed in &records {
        let found = record::named(&change, typed)?;
        let shown = Shown { kind: &found.kind, code: &found.code, began: found.on.parse().unwrap_or_default() };
        rules::link(&action.code, shown, store::linked(&change, action.id, &found.code)?.is_some(), on)?;
        store::link(&change, action.id, &found.code, on, args.note.as_deref())?;
        linked.push(found.code);
    }
    let said = words::LINKED.with("code", &action.code).with("title", &action.title).with("records", linked.join(", "));
    Ok(change.record(&ACTIONS, &[&action.code], said)?.hint(next(format!("proadmin plan coverage {}", action.year))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Unlink {
    /// Code of the action
    code: String,
    /// Codes of the records that do not show it
    #[arg(required = true, value_name = "RECORD")]
    record: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Takes links back, all or none.
pub fn unlink(session: &Session, args: &Unlink) -> Result<Report> {
    let records = session.codes(&args.record)?;
    let change = session.change("plan unlink")?;
    let action = store::find(&change, &args.code.to_uppercase())?;
    for record in &records {
        let Some(id) = store::linked(&change, action.id, record)? else {
            return Err(rules::not_linked(&action.code, record).into());
        };
        change.update("plan_evidence", id, &[("void_reason", args.reason.clone().into())])?;
    }
    let said = words::UNLINKED.with("code", &action.code).with("title", &action.title).with("records", records.join(", "));
    change.record(&ACTIONS, &[&action.code], said)
}
