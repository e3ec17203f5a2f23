//! The verbs about what an entry rests on: whose merit it is, misconduct that was found, the
//! lesson of a model failure and what took it up.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::evaluate::rules::tracks::{self, Member};
use crate::evaluate::store::ENTRIES;
use crate::evaluate::{ROUNDS, judge, rules, store, words};
use crate::record;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;
use crate::words::quoted;

/// Arguments.
#[derive(Args, Debug)]
pub struct Members {
    /// Code of the round
    round: String,
    /// Code of the entry
    #[arg(value_name = "ENTRY")]
    entry_typed: String,
    /// Person with the share in per cent and the role, STAFF:SHARE[:ROLE]; may be repeated
    #[arg(long = "member", value_name = "STAFF:SHARE", value_parser = tracks::member, required = true)]
    shares: Vec<Member>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets whose merit an entry is, all shares at once.
pub fn members(session: &Session, args: &Members) -> Result<Report> {
    let on = super::on(session, args.on)?.day;
    let change = session.change("eval member")?;
    let round = store::open_round(&change, &args.round)?;
    let entry = store::named(&change, &round, ENTRIES, &args.entry_typed)?;
    judge::members(&change, &round, entry.id, &args.shares, on)?;
    let done = words::MEMBERS.with("code", &round.code).with("entry", entry.name).with("members", named(&args.shares));
    change.record(&ROUNDS, &[&round.code], done)
}

/// The members as they were typed, each with the share.
fn named(members: &[Member]) -> String {
    members.iter().map(|member| format!("{} {}%", member.who, member.share)).collect::<Vec<_>>().join(", ")
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Misconduct {
    /// Code of the round
    round: String,
    /// Code of the entry
    #[arg(value_name = "ENTRY")]
    entry_typed: String,
    /// What was found
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    finding: String,
    /// The document that says so
    #[arg(long, value_name = "DOC", value_parser = typed::title)]
    document: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records misconduct that the check of records found.
pub fn misconduct(session: &Session, args: &Misconduct) -> Result<Report> {
    let on = super::on(session, args.on)?.day;
    let change = session.change("eval misconduct")?;
    let round = store::open_round(&change, &args.round)?;
    let entry = store::named(&change, &round, ENTRIES, &args.entry_typed)?;
    store::misconduct(&change, entry.id, on, &args.finding, args.document.as_deref())?;
    let failure = store::track(&change, round.id)? == "model_failure";
    let done = words::MISCONDUCT.with("code", &round.code).with("entry", &entry.name).with("on", on);
    let report = change.record(&ROUNDS, &[&round.code], done)?;
    let way = next(format!("proadmin eval void {} --entry {} --reason TEXT", round.code, quoted(&entry.name)));
    Ok(if failure { report.hint(way) } else { report })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Lesson {
    /// Code of the round
    round: String,
    /// Code of the entry
    #[arg(value_name = "ENTRY")]
    entry_typed: String,
    /// Plan action or training of the next year that takes it up
    #[arg(long, value_name = "CODE", required_unless_present = "text")]
    link: Option<String>,
    /// The lesson itself, corrected, while the round is open
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    text: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Corrects a lesson, or links it to what takes it up, which often comes after the round.
pub fn lesson(session: &Session, args: &Lesson) -> Result<Report> {
    let on = super::on(session, args.on)?.day;
    let change = session.change("eval lesson")?;
    let round = store::find(&change, &args.round)?;
    rules::may_change(&round.code, round.closed_on.filter(|_| args.text.is_some()), round.is_void)?;
    let entry = store::named(&change, &round, ENTRIES, &args.entry_typed)?;
    tracks::has_lesson(&entry.name, store::candidate(&change, &round, entry.id)?.has_lesson)?;
    if let Some(text) = &args.text {
        change.update("eval_entry", entry.id, &[("lesson", text.clone().into())])?;
    }
    let said = match &args.link {
        Some(typed) => {
            let record = record::named(&change, typed)?;
            tracks::takes_up(&record.kind, &record.code, i64::from(store::year(&change, round.id)?))?;
            store::link_lesson(&change, entry.id, &record.code, on)?;
            words::TAKEN_UP.with("record", record.code).with("title", record.title)
        }
        None => words::LESSON.say(),
    };
    change.record(&ROUNDS, &[&round.code], said.with("code", &round.code).with("entry", entry.name))
}
