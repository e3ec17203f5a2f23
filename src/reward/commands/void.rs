//! `reward edit` and `reward void`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::clear::Clear;
use crate::record;
use crate::report::{Report, next};
use crate::reward::{REWARDS, rules, store, words};
use crate::session::Session;
use crate::typed;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[("case", "case_title"), ("position", "position"), ("half", "half"), ("source", "source")];

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// What for
    #[arg(long = "case", value_name = "TITLE", value_parser = typed::title)]
    case_title: Option<String>,
    /// Position
    #[arg(long, value_parser = typed::title)]
    position: Option<String>,
    /// Half of the year
    #[arg(long, value_name = "1|2", value_parser = rules::half)]
    half: Option<i64>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    #[command(flatten)]
    clear: Clear,
}

/// Corrects what is recorded of an official.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("reward edit")?;
    let reward = store::find(&change, &args.code)?;
    rules::not_void(&reward.offer)?;
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    values.extend(args.case_title.clone().map(|title| ("case_title", title.into())));
    values.extend(args.position.clone().map(|position| ("position", position.into())));
    values.extend(args.half.map(|half| ("half", half.into())));
    values.extend(args.source.clone().map(|source| ("source", source.into())));
    values.extend(args.clear.columns(CLEARABLE, &values)?);
    change.update("reward", reward.id, &values)?;
    let code = reward.offer.code.as_str();
    change.record(&REWARDS, &[code], words::EDITED.with("code", code).with("name", &reward.name))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code
    code: String,
    /// Only the choice of this measure
    #[arg(long, value_name = "MEASURE")]
    measure: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids a reward, or a choice.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("reward void")?;
    let void = [("void_reason", args.reason.clone().into())];
    let (reward, said) = if let Some(measure) = &args.measure {
        let (reward, choice, called) = super::act::the_choice(&change, session.lang, &args.code, measure)?;
        change.update("reward_choice", choice.id, &void)?;
        (reward, words::UNCHOSEN.with("measure", called))
    } else {
        let reward = store::find(&change, &args.code)?;
        rules::not_void(&reward.offer)?;
        let granted = reward.offer.held.iter().find(|held| held.granted).map(|held| held.measure.as_str());
        rules::not_granted(&reward.offer.code, granted)?;
        record::void(&change, "reward", reward.id, &args.reason)?;
        (reward, words::VOIDED.say())
    };
    let code = reward.offer.code.as_str();
    let report = change.record(&REWARDS, &[code], said.with("code", code).with("name", &reward.name))?;
    Ok(report.hint(next("proadmin reward list --outstanding")))
}
