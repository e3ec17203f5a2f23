//! The verbs by which something happens to a report besides its end: each reads the report,
//! lets the rules judge the whole sequence with the act in it, and records a row with its day.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::passive::store::{Detail, Passive};
use crate::passive::{ACTS, Act, FINDINGS, OUTCOMES, REMEDIES, REPORTS, TYPES, act as judged, rules, store, words};
use crate::record;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Sentence, label_of};

/// Which report, and when.
#[derive(Args, Debug)]
pub struct When {
    /// Code
    code: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

impl When {
    /// The report, and the day of what happens to it.
    ///
    /// # Errors
    /// No such report, or a day that lies ahead.
    pub fn meant(&self, session: &Session, change: &Change) -> Result<(Passive, NaiveDate)> {
        let on = session.event_day(self.on)?;
        Ok((store::find(change, &self.code.to_uppercase())?, on))
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Classify {
    #[command(flatten)]
    when: When,
    /// Type
    #[arg(long = "type", value_name = "TYPE", value_parser = typed::OneOf(TYPES))]
    kind: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Classifies a report.
pub fn classify(session: &Session, args: &Classify) -> Result<Report> {
    let detail = Detail { what: Some(args.kind.clone()), note: args.note.clone(), ..Detail::default() };
    record(session, "passive classify", &args.when, Act::Classified, &detail)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Supplement {
    #[command(flatten)]
    when: When,
    /// What is missing
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Asks for a supplement.
pub fn supplement(session: &Session, args: &Supplement) -> Result<Report> {
    let detail = Detail { note: Some(args.reason.clone()), ..Detail::default() };
    record(session, "passive supplement", &args.when, Act::Supplement, &detail)
}

/// Records the resubmission.
pub fn resume(session: &Session, args: &When) -> Result<Report> {
    record(session, "passive resume", args, Act::Resumed, &Detail::default())
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Extend {
    #[command(flatten)]
    when: When,
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
    record(session, "passive extend", &args.when, Act::Extended, &detail)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Find {
    #[command(flatten)]
    when: When,
    /// What was found
    #[arg(long, value_parser = typed::OneOf(FINDINGS))]
    result: String,
    /// In words
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    text: String,
}

/// Records what was found.
pub fn find(session: &Session, args: &Find) -> Result<Report> {
    let act = Act::Found { confirmed: args.result != "not_confirmed" };
    let detail = Detail { what: Some(args.result.clone()), note: Some(args.text.clone()), ..Detail::default() };
    record(session, "passive find", &args.when, act, &detail)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Remedy {
    #[command(flatten)]
    when: When,
    /// What was done
    #[arg(long, value_parser = typed::OneOf(REMEDIES))]
    kind: String,
    /// In words
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    text: String,
}

/// Records what was done about it.
pub fn remedy(session: &Session, args: &Remedy) -> Result<Report> {
    let detail = Detail { what: Some(args.kind.clone()), note: Some(args.text.clone()), ..Detail::default() };
    record(session, "passive remedy", &args.when, Act::Remedied, &detail)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct ReReport {
    #[command(flatten)]
    when: When,
    /// What the ACRC decided
    #[arg(long, value_parser = typed::OneOf(OUTCOMES), conflicts_with = "on", requires = "outcome_on")]
    outcome: Option<String>,
    /// Day it decided
    #[arg(long, value_name = "DATE", value_parser = typed::day, requires = "outcome")]
    outcome_on: Option<NaiveDate>,
    /// Note
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Records that a report was made again to the ACRC, or what it decided.
pub fn re_report(session: &Session, args: &ReReport) -> Result<Report> {
    let detail = Detail { what: args.outcome.clone(), note: args.note.clone(), ..Detail::default() };
    let (act, on) = if args.outcome.is_some() { (Act::Decided, args.outcome_on) } else { (Act::ReReported, args.when.on) };
    let when = When { code: args.when.code.clone(), on };
    record(session, "passive re-report", &when, act, &detail)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Link {
    #[command(flatten)]
    when: When,
    /// Code of the other record, such as a plan action or a training
    #[arg(long = "to", value_name = "RECORD")]
    record: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Links a report to another record.
pub fn link(session: &Session, args: &Link) -> Result<Report> {
    let change = session.change("passive link")?;
    let (report, on) = args.when.meant(session, &change)?;
    let other = record::named(&change, &args.record)?;
    rules::linked(&report.code, &other.code)?;
    store::history(&change, &report)?.with(on, Act::Linked)?;
    let detail = Detail { what: Some(other.code.clone()), note: args.note.clone(), ..Detail::default() };
    store::act(&change, report.id, on, Act::Linked, &detail)?;
    let done = words::LINKED.with("code", &report.code).with("title", &report.title).with("on", on);
    change.record(&REPORTS, &[&report.code], done.with("record", other.code).with("what", other.title))
}

/// Judges an act and records it.
fn record(session: &Session, command: &'static str, when: &When, act: Act, detail: &Detail) -> Result<Report> {
    let change = session.change(command)?;
    let (report, on) = when.meant(session, &change)?;
    judged::record(&change, &report, on, act, detail)?;
    let after = store::find(&change, &report.code)?;
    let due = within_calendar(after.due)?;
    let done = match after.days_left {
        None => words::OVER,
        // While a supplement is awaited the due day is not one to work towards.
        Some(_) if after.stands => words::STANDS,
        Some(_) => words::ACTED,
    };
    let done = done.with("code", &report.code).with("title", &report.title).with("on", on).with("act", label_of(ACTS, act.code()));
    finish(change, &after, act, done.with("due", due))
}

/// Commits an act and names the next.
pub(super) fn finish(change: Change, report: &Passive, act: Act, done: Sentence) -> Result<Report> {
    let next_step = store::history(&change, report)?.next_step(act);
    let shown = change.record(&REPORTS, &[&report.code], done)?;
    Ok(shown.hints(next_step.map(next)))
}
