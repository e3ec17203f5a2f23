//! The verbs by which something happens to an application: each reads it, lets the rules judge
//! its whole history with the act in it, and records a row with its day.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::legal::store::{Application, Detail};
use crate::legal::{ACTS, APPLICATIONS, Act, RESULTS, USUAL_BODY, rules, store, words};
use crate::report::{Report, next};
use crate::sequence::Sequence;
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Sentence, label_of};

/// Arguments of an act that needs nothing but its day.
#[derive(Args, Debug)]
pub struct Plain {
    /// Code
    code: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records such an act; its reason is the global one.
pub fn plain(session: &Session, command: &'static str, act: Act, args: &Plain) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let (change, application) = begin(session, command, &args.code)?;
    let detail = Detail { note: session.options.reason.clone(), ..Detail::default() };
    record(&change, &application, on, act, &detail)?;
    let said = words::ACTED.with("act", label_of(ACTS, act.code()));
    finish(change, &application, on, said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Decide {
    #[command(flatten)]
    act: Plain,
    /// What was decided
    #[arg(long, value_parser = typed::OneOf(RESULTS))]
    result: String,
    /// Approved amount, in won
    #[arg(long, value_name = "WON", value_parser = rules::won)]
    amount: Option<i64>,
    /// Who decided
    #[arg(long, value_name = "NAME", default_value = USUAL_BODY, hide_default_value = true, value_parser = typed::title)]
    body: String,
    /// Its document [default: --doc-no]
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    document: Option<String>,
    /// Why it was refused, or given otherwise than asked
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
    /// A decision in place of the one before it
    #[arg(long)]
    again: bool,
}

/// Records the decision.
pub fn decide(session: &Session, args: &Decide) -> Result<Report> {
    let on = session.event_day(args.act.on)?;
    let is_approved = args.result == "approved";
    let (change, application) = begin(session, "legal decide", &args.act.code)?;
    rules::decision(&application.code, is_approved, args.amount, args.reason.is_some())?;
    let cap = store::cap_on(&change, &application, on)?;
    let amount = args.amount.unwrap_or_default();
    let act = if is_approved { Act::Approved { amount, cap } } else { Act::Refused };
    store::history(&change, &application)?.decidable(args.again)?;
    let document = args.document.clone().or_else(|| session.options.doc_no.clone());
    let detail = Detail { body: Some(args.body.clone()), document, note: args.reason.clone(), due: None };
    record(&change, &application, on, act, &detail)?;
    let code = application.code.clone();
    if !is_approved {
        let said = words::ACTED.with("act", label_of(ACTS, act.code()));
        return finish(change, &application, on, said);
    }
    let said = words::APPROVED.with("amount", rules::grouped(amount)).with("cap", rules::grouped(cap));
    let report = finish(change, &application, on, said)?;
    let report = if application.stage == "civil" && application.court_limit.is_none() {
        report.hint(words::NO_COURT_LIMIT.with("code", &code))
    } else {
        report
    };
    Ok(report.hint(next(format!("proadmin legal pay {code} --amount WON"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Pay {
    #[command(flatten)]
    act: Plain,
    /// Amount, in won
    #[arg(long, value_name = "WON", value_parser = rules::won)]
    amount: i64,
    /// Its document [default: --doc-no]
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    document: Option<String>,
    /// Last day of the work that is paid for; needed after an indictment
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    served_on: Option<NaiveDate>,
    /// Remark
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Records a payment.
pub fn pay(session: &Session, args: &Pay) -> Result<Report> {
    let on = session.event_day(args.act.on)?;
    let (change, application) = begin(session, "legal pay", &args.act.code)?;
    let act = Act::Paid { amount: args.amount, served_on: args.served_on };
    let document = args.document.clone().or_else(|| session.options.doc_no.clone());
    record(&change, &application, on, act, &Detail { document, note: args.note.clone(), ..Detail::default() })?;
    let standing = store::history(&change, &application)?.standing()?;
    let left = standing.approved.unwrap_or_default() - standing.paid;
    let said = words::PAID.with("amount", rules::grouped(args.amount)).with("left", rules::grouped(left));
    finish(change, &application, on, said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Cancel {
    #[command(flatten)]
    act: Plain,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
    /// Who decided that
    #[arg(long, value_name = "NAME", default_value = USUAL_BODY, hide_default_value = true, value_parser = typed::title)]
    body: String,
    /// Its document [default: --doc-no]
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    document: Option<String>,
    /// By when it is to be paid back
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    due: Option<NaiveDate>,
}

/// Cancels what was approved; what was paid is owed.
pub fn cancel(session: &Session, args: &Cancel) -> Result<Report> {
    let on = session.event_day(args.act.on)?;
    let (change, application) = begin(session, "legal cancel", &args.act.code)?;
    if let Some(due) = args.due {
        crate::calendar::rules::within_calendar(due)?;
        rules::repay_by(&application.code, on, due)?;
    }
    let document = args.document.clone().or_else(|| session.options.doc_no.clone());
    let detail = Detail { body: Some(args.body.clone()), document, due: args.due, note: Some(args.reason.clone()) };
    record(&change, &application, on, Act::Cancelled, &detail)?;
    let owed = store::history(&change, &application)?.standing()?.paid;
    let code = application.code.clone();
    let report = finish(change, &application, on, words::CANCELLED.with("owed", rules::grouped(owed)))?;
    Ok(if owed > 0 { report.hint(next(format!("proadmin legal repay {code} --amount {owed}"))) } else { report })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Repay {
    #[command(flatten)]
    act: Plain,
    /// Amount, in won
    #[arg(long, value_name = "WON", value_parser = rules::won)]
    amount: i64,
    /// Its document [default: --doc-no]
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    document: Option<String>,
    /// Remark
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Records what was paid back.
pub fn repay(session: &Session, args: &Repay) -> Result<Report> {
    let on = session.event_day(args.act.on)?;
    let (change, application) = begin(session, "legal repay", &args.act.code)?;
    let document = args.document.clone().or_else(|| session.options.doc_no.clone());
    let detail = Detail { document, note: args.note.clone(), ..Detail::default() };
    record(&change, &application, on, Act::Repaid { amount: args.amount }, &detail)?;
    let standing = store::history(&change, &application)?.standing()?;
    let owed = rules::grouped(standing.paid - standing.repaid);
    let said = words::REPAID.with("amount", rules::grouped(args.amount)).with("owed", owed);
    finish(change, &application, on, said)
}

fn begin<'s>(session: &'s Session, command: &'static str, code: &str) -> Result<(Change<'s>, Application)> {
    let change = session.change(command)?;
    let application = store::find(&change, code)?;
    Ok((change, application))
}

/// Judges an act and records it.
fn record(change: &Change, application: &Application, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    store::history(change, application)?.with(on, act)?;
    store::act(change, application.id, on, act, detail)
}

fn finish(change: Change, application: &Application, on: NaiveDate, said: Sentence) -> Result<Report> {
    let said = said.with("code", &application.code).with("title", &application.title).with("on", on);
    change.record(&APPLICATIONS, &[&application.code], said)
}
