//! `reward check` and `reward grant`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::{ArgAction, Args};

use crate::calendar::rules::within_calendar;
use crate::report::{Report, next};
use crate::reward::rules::Choice;
use crate::reward::store::Reward;
use crate::reward::{REWARDS, rules, store, words};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::Lang;

/// Arguments.
#[derive(Args, Debug)]
pub struct Check {
    /// Code
    code: String,
    /// Code of the measure
    measure: String,
    /// Whether its conditions are met
    #[arg(long, value_name = "yes|no", value_parser = typed::flag, action = ArgAction::Set)]
    ok: bool,
    /// Why, where they are not
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records personnel's answer.
pub fn check(session: &Session, args: &Check) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("reward check")?;
    let (reward, choice, called) = the_choice(&change, session.lang, &args.code, &args.measure)?;
    rules::check(&choice, args.ok, args.reason.is_some(), on)?;
    store::check(&change, choice.id, args.ok, args.reason.as_deref(), on)?;
    let (code, measure) = (reward.offer.code.as_str(), choice.measure.as_str());
    let said = if args.ok { words::CHECKED } else { words::FAILED };
    let done = said.with("code", code).with("name", &reward.name).with("measure", called).with("on", on);
    let way = if args.ok { format!("grant {code} {measure} --document DOC") } else { format!("choose {code} MEASURE") };
    Ok(change.record(&REWARDS, &[code], done)?.hint(next(format!("proadmin reward {way}"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Grant {
    /// Code
    code: String,
    /// Code of the measure
    measure: String,
    /// The document of the grant
    #[arg(long, value_name = "DOC", value_parser = typed::title)]
    document: String,
    /// Who granted it
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    body: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records the grant of a measure.
pub fn grant(session: &Session, args: &Grant) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("reward grant")?;
    let (reward, choice, called) = the_choice(&change, session.lang, &args.code, &args.measure)?;
    rules::grant(&choice, on)?;
    store::grant(&change, choice.id, args.body.as_deref(), &args.document, on)?;
    let code = reward.offer.code.as_str();
    let done = words::GRANTED.with("code", code).with("name", &reward.name).with("measure", called).with("on", on);
    let left = store::left_before(&change, reward.id, on)?.map(|left| words::LEFT_BEFORE.with("name", &reward.name).with("left", left));
    let report = change.record(&REWARDS, &[code], done.with("document", &args.document))?;
    Ok(report.hints(left).hint(next("proadmin reward list --outstanding")))
}

/// The reward of a code, its choice of a measure, and what people call that.
pub(super) fn the_choice(change: &Change, lang: Lang, code: &str, measure: &str) -> Result<(Reward, Choice, String)> {
    let reward = store::find(change, code)?;
    rules::not_void(&reward.offer)?;
    let menu = store::menu(change, reward.year)?;
    let measure = menu.measure(measure)?;
    let choice = rules::the_choice(&reward.offer, &measure.code, store::choice(change, &reward, &measure.code)?)?;
    let called = menu.called(&measure.code, lang).to_owned();
    Ok((reward, choice, called))
}
