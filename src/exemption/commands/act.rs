//! The verbs by which something happens to a request, and what the audit office found.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::consult::CONSULTATIONS;
use crate::consult::store as consult;
use crate::exemption::store::{Detail, Exemption};
use crate::exemption::{ACTS, Act, EXEMPTIONS, FOUND, RESULTS, STATUSES, rules, store, words};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Sentence, label_of};

/// Arguments.
#[derive(Args, Debug)]
pub struct File {
    /// Code
    code: String,
    /// Day of the request [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Why it is made late
    #[arg(long, value_name = "REASON", value_parser = typed::long_text)]
    late: Option<String>,
}

/// Makes a request that was prepared.
pub fn file(session: &Session, args: &File) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("exemption file")?;
    let request = store::find(&change, &args.code)?;
    let history = store::history(&change, &request)?;
    history.with(on, Act::Requested)?;
    history.in_time(on, args.late.is_some())?;
    store::act(&change, request.id, on, Act::Requested, &Detail { note: args.late.clone(), ..Detail::default() })?;
    let said = match history.due {
        Some(due) => words::REQUESTED_BY.with("due", due),
        None => words::REQUESTED.say(),
    };
    finish(change, &request, on, said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Decide {
    /// Code
    code: String,
    /// What was decided
    #[arg(long, value_parser = typed::OneOf(RESULTS))]
    result: String,
    /// Who decided
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    body: String,
    /// Day of the decision [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Its document [default: --doc-no]
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    document: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
    /// A decision in place of the one before it
    #[arg(long)]
    again: bool,
}

/// Records the decision.
pub fn decide(session: &Session, args: &Decide) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("exemption decide")?;
    let request = store::find(&change, &args.code)?;
    let act = Act::of(&args.result).unwrap_or(Act::Decided("refused"));
    let history = store::history(&change, &request)?;
    history.decidable(args.again)?;
    history.with(on, act)?;
    let document = args.document.clone().or_else(|| session.options.doc_no.clone());
    store::act(&change, request.id, on, act, &Detail { body: Some(args.body.clone()), document, note: args.reason.clone() })?;
    finish(change, &request, on, words::ACTED.with("act", label_of(ACTS, act.code())))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Withdraw {
    /// Code
    code: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records a withdrawal; its reason is the global one.
pub fn withdraw(session: &Session, args: &Withdraw) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("exemption withdraw")?;
    let request = store::find(&change, &args.code)?;
    store::history(&change, &request)?.with(on, Act::Withdrawn)?;
    let detail = Detail { note: session.options.reason.clone(), ..Detail::default() };
    store::act(&change, request.id, on, Act::Withdrawn, &detail)?;
    finish(change, &request, on, words::ACTED.with("act", label_of(ACTS, "withdrawn")))
}

fn finish(change: Change, request: &Exemption, on: NaiveDate, said: Sentence) -> Result<Report> {
    let said = said.with("code", &request.code).with("title", &request.title).with("on", on);
    change.record(&EXEMPTIONS, &[&request.code], said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Finding {
    /// Code of a request for pre-consulting
    code: String,
    /// Of which condition
    #[arg(long, value_parser = typed::OneOf(FOUND))]
    condition: String,
    /// Whether it is met
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    met: bool,
    /// Day of the finding [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Its document [default: --doc-no]
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    document: Option<String>,
    /// Remark
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Records what the audit office found.
pub fn finding(session: &Session, args: &Finding) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("exemption finding")?;
    let case = consult::find(&change, &args.code.to_uppercase())?;
    rules::findable(&case.code, case.is_void, case.received_on, on)?;
    let document = args.document.clone().or_else(|| session.options.doc_no.clone());
    let finding = store::Finding { condition: &args.condition, met: args.met, document: document.as_deref(), note: args.note.as_deref() };
    store::finding(&change, case.id, on, &finding)?;
    let met = label_of(STATUSES, if args.met { "met" } else { "not_met" });
    let said = words::FOUND.with("code", &case.code).with("title", &case.title).with("on", on);
    let said = said.with("condition", label_of(FOUND, &args.condition)).with("met", met);
    let report = change.record(&CONSULTATIONS, &[&case.code], said)?;
    Ok(report.hint(next(format!("proadmin exemption check {}", case.code))))
}
