//! `nominate edit` and `nominate void`.

use anyhow::Result;
use clap::Args;

use super::add::What;
use crate::clear::Clear;
use crate::nominate::rules::Phase;
use crate::nominate::{NOMINATIONS, SOURCES, rules, store, words};
use crate::record;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;
use crate::words::quoted;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[("task", "task_id"), ("merit", "merit")];

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// The merit, in a line
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// Who is nominated, all of them; of a team each member with a part, NAME=60
    #[arg(long, value_name = "STAFF[=PERCENT]", value_parser = rules::nominee)]
    nominee: Vec<(String, Option<i64>)>,
    /// Name of the team
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    team: Option<String>,
    /// Who nominates
    #[arg(long, value_parser = typed::OneOf(SOURCES))]
    by: Option<String>,
    /// Name of the nominator, kept apart and masked; of an employee or a department, code or name
    #[arg(long, value_name = "NAME")]
    nominator: Option<String>,
    #[command(flatten)]
    what: What,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects a nomination.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("nominate edit")?;
    let nomination = store::find(&change, &args.code.to_uppercase())?;
    let history = store::history(&change, &nomination)?;
    history.not_void()?;
    NOMINATIONS.unchanged(&change, &nomination.code, args.if_rev.as_deref())?;
    rules::in_order(args.what.merit_from.or(nomination.merit.0), args.what.merit_to.or(nomination.merit.1))?;
    let mut columns = args.what.columns(&change)?;
    columns.extend(args.clear.columns(CLEARABLE, &columns)?);
    let moves_task = columns.iter().any(|(column, _)| *column == "task_id");
    columns.extend(args.title.clone().map(|title| ("title", title.into())));
    let mut nominees = store::nominees_of(&change, nomination.id)?;
    if !args.nominee.is_empty() || args.team.is_some() || args.by.is_some() {
        history.nominees_editable()?;
    }
    if !args.nominee.is_empty() {
        nominees = store::nominees(&change, &args.nominee, args.team.as_deref(), nomination.received_on)?;
        store::nominate(&change, nomination.id, &nominees, session.today)?;
        columns.push(("department_id", store::department_of(&nominees).into()));
    }
    rules::a_team(nominees.len(), args.team.as_deref())?;
    columns.extend(args.team.clone().map(|team| ("team", team.into())));
    if args.by.is_some() || args.nominator.is_some() {
        let source = args.by.as_ref().unwrap_or(&nomination.source);
        let same = *source == nomination.source && args.nominator.is_none();
        let name = if same { None } else { rules::nominator(source, args.nominator.as_deref())? };
        columns.extend(store::nominator(&change, Some(&nomination), source, name.as_deref(), (&nominees, nomination.received_on))?);
        columns.push(("source", source.clone().into()));
    }
    change.update("nomination", nomination.id, &columns)?;
    // Another merit, or another source, may not be acceptable any more.
    let history = store::history(&change, &store::find(&change, &nomination.code)?)?;
    history.judge()?;
    if args.what.moves() && matches!(history.phase(), Phase::Accepted | Phase::Entered) {
        history.timely()?;
    }
    let done = words::EDITED.with("code", &nomination.code).with("title", args.title.as_ref().unwrap_or(&nomination.title));
    let disbanded = nomination.team.as_ref().filter(|_| nominees.len() == 1).map(|team| words::DISBANDED.with("team", team));
    let report = change.record(&NOMINATIONS, &[&nomination.code], done)?.hints(disbanded);
    Ok(match nomination.entries.filter(|_| moves_task) {
        Some(entries) => {
            let (round, entry) = entries.split(", ").last().and_then(|last| last.split_once(':')).unwrap_or_default();
            let again = next(format!("proadmin eval entry {round} TITLE --entry {} --task CODE", quoted(entry)));
            report.hint(words::ENTRIES_STAY.with("entries", &entries)).hint(again)
        }
        None => report,
    })
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

/// Voids a nomination that was registered by mistake.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("nominate void")?;
    let nomination = store::find(&change, &args.code.to_uppercase())?;
    store::history(&change, &nomination)?.not_void()?;
    rules::void(&nomination.code, store::in_use(&change, nomination.id)?)?;
    record::void(&change, "nomination", nomination.id, &args.reason)?;
    let done = words::VOIDED.with("code", &nomination.code).with("title", &nomination.title);
    change.record(&NOMINATIONS, &[&nomination.code], done)
}
