//! The verbs by which something happens to a request before its letter: each reads the
//! request, lets the rules judge the whole sequence with the act in it, and records a row
//! with its day.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::consult::store::{Consultation, Detail, End};
use crate::consult::{ACTS, Act, BODIES, CONSULTATIONS, Ending, GROUNDS, REVIEWS, Review as Which, act as judged, rules, store, words};
use crate::prompt;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::sheet::read_text;
use crate::typed;
use crate::words::label_of;

/// Arguments of an act that explains itself.
#[derive(Args, Debug)]
pub struct Accept {
    /// Code
    code: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records an act that needs nothing but its day.
pub fn plain(session: &Session, command: &'static str, act: Act, args: &Accept) -> Result<Report> {
    record(session, command, &args.code, args.on, act, &Detail::default())
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Supplement {
    #[command(flatten)]
    act: Accept,
    /// What is missing
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Asks for a supplement.
pub fn supplement(session: &Session, args: &Supplement) -> Result<Report> {
    let detail = Detail { note: Some(args.reason.clone()), ..Detail::default() };
    record(session, "consult supplement", &args.act.code, args.act.on, Act::Supplement, &detail)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Extend {
    #[command(flatten)]
    act: Accept,
    /// By how many days
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=3650))]
    days: i64,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Extends the time.
pub fn extend(session: &Session, args: &Extend) -> Result<Report> {
    let detail = Detail { days: Some(args.days), note: Some(args.reason.clone()), ..Detail::default() };
    record(session, "consult extend", &args.act.code, args.act.on, Act::Extended, &detail)
}

/// Arguments.
#[derive(Args, Debug)]
#[group(id = "review", skip)]
pub struct Review {
    #[command(flatten)]
    act: Accept,
    /// Which review
    #[arg(long, value_parser = typed::OneOf(REVIEWS))]
    kind: String,
    #[command(flatten)]
    outcome: Outcome,
}

/// What a review found, or why it was waived.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub struct Outcome {
    /// What it found
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    finding: Option<String>,
    /// File with what it found; - is stdin
    #[arg(long, value_name = "FILE")]
    finding_file: Option<PathBuf>,
    /// Waived, for this reason
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    waive: Option<String>,
}

/// Records a review, done or waived.
pub fn review(session: &Session, args: &Review) -> Result<Report> {
    let outcome = &args.outcome;
    let found = match (&outcome.finding, &outcome.finding_file) {
        (Some(finding), _) => Some(finding.clone()),
        (None, Some(file)) => Some(rules::text_of("--finding-file", file, &read_text(session, file)?)?),
        (None, None) => None,
    };
    let detail = Detail { waived: outcome.waive.is_some(), note: found.or_else(|| outcome.waive.clone()), ..Detail::default() };
    let which = Which::of(&args.kind).unwrap_or(Which::Law);
    record(session, "consult review", &args.act.code, args.act.on, Act::Reviewed(which), &detail)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Refer {
    /// Code
    code: String,
    /// To whom
    #[arg(long, value_parser = typed::OneOf(BODIES), required_unless_present = "reply_on", conflicts_with_all = ["reply_on", "reply_text"])]
    to: Option<String>,
    /// Name of that body, such as a ministry
    #[arg(long, value_name = "NAME", value_parser = typed::title, requires = "to")]
    body: Option<String>,
    /// Day of the referral [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Day the reply came
    #[arg(long, value_name = "DATE", value_parser = typed::day, conflicts_with = "on", requires = "reply_text")]
    reply_on: Option<NaiveDate>,
    /// What the reply says
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text, requires = "reply_on")]
    reply_text: Option<String>,
}

/// Refers a request to a higher body, or records its reply.
pub fn refer(session: &Session, args: &Refer) -> Result<Report> {
    if let Some(body) = &args.to {
        let name = args.body.clone();
        let detail = Detail { body: Some(body.clone()), body_name: name, note: session.options.reason.clone(), ..Detail::default() };
        record(session, "consult refer", &args.code, args.on, Act::Referred, &detail)
    } else {
        let detail = Detail { note: args.reply_text.clone(), ..Detail::default() };
        record(session, "consult refer", &args.code, args.reply_on, Act::Replied, &detail)
    }
}

/// Judges an act and records it.
fn record(session: &Session, command: &'static str, code: &str, on: Option<NaiveDate>, act: Act, detail: &Detail) -> Result<Report> {
    let on = session.event_day(on)?;
    let change = session.change(command)?;
    let case = store::find(&change, &code.to_uppercase())?;
    let again = match act {
        Act::Reviewed(_) => {
            store::history(&change, &case)?.acts.iter().rev().find(|done| done.act == act).and_then(|done| Some((done.on, done.no?)))
        }
        _ => None,
    };
    judged::record(&change, &case, on, act, detail)?;
    let report = finish(change, &case, on, act)?;
    let again = again.map(|(on, no)| words::REVIEWED_AGAIN.with("code", &case.code).with("on", on).with("no", no));
    Ok(report.hints(again))
}

/// Commits an act and says where the clock stands now.
fn finish(change: Change, case: &Consultation, on: NaiveDate, act: Act) -> Result<Report> {
    let now = store::find(&change, &case.code)?;
    let due = within_calendar(now.due)?;
    let history = store::history(&change, case)?;
    let done = match act {
        Act::Ended(_) => words::OVER,
        // While a supplement is awaited the due day is not one to work towards.
        _ if now.stands => words::STANDS,
        _ => words::ACTED,
    };
    let done = done.with("code", &case.code).with("title", &case.title).with("act", label_of(ACTS, act.code()));
    let next_step = history.next_step(act);
    let report = change.record(&CONSULTATIONS, &[&case.code], done.with("on", on).with("due", due))?;
    Ok(report.hints(next_step.map(next)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Return {
    #[command(flatten)]
    act: Accept,
    /// Ground
    #[arg(long, value_parser = typed::OneOf(GROUNDS))]
    ground: String,
    /// Why, in the office's words
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
}

/// Returns a request.
pub fn send_back(session: &Session, args: &Return) -> Result<Report> {
    let ground = args.ground.to_lowercase();
    rules::ground(&args.act.code, &ground, args.reason.as_deref())?;
    let end = End { ending: Ending::Returned, result: None, ground: Some(ground), reason: args.reason.clone(), due: None };
    close(session, "consult return", &args.act, &end)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Withdraw {
    #[command(flatten)]
    act: Accept,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
}

/// Records a withdrawal.
pub fn withdraw(session: &Session, args: &Withdraw) -> Result<Report> {
    let end = |reason| End { ending: Ending::Withdrawn, result: None, ground: None, reason, due: None };
    if args.reason.is_some() || !session.asks() {
        return close(session, "consult withdraw", &args.act, &end(args.reason.clone()));
    }
    // Nobody is asked why something happened that cannot have.
    let case = store::find(session.db()?, &args.act.code.to_uppercase())?;
    store::history(session.db()?, &case)?.with(session.event_day(args.act.on)?, Act::Ended(Ending::Withdrawn))?;
    let reason = prompt::optional(session, words::WITHDRAW_ASK, typed::long_text)?;
    close(session, "consult withdraw", &args.act, &end(reason))
}

fn close(session: &Session, command: &'static str, args: &Accept, end: &End) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change(command)?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    let act = Act::Ended(end.ending);
    store::history(&change, &case)?.with(on, act)?;
    store::end(&change, case.id, on, end)?;
    finish(change, &case, on, act)
}
