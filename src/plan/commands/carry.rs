//! `plan carry`: what was not done goes on in the next year's plan, with a link to its origin.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;

use super::act;
use crate::plan::{ACTIONS, Act, rules, store, words};
use crate::prompt;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Carry {
    /// Year
    #[arg(value_parser = typed::year)]
    year: i32,
    /// Year they are carried into [default: the next]
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    into: Option<i32>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Carries every open action of a year over.
pub fn carry(session: &Session, args: &Carry) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let told = |text: crate::words::Text, into: i32, count: usize| {
        text.with("year", i64::from(args.year)).with("into", i64::from(into)).with("count", count)
    };
    let attempt = || {
        let change = session.change("plan carry")?;
        let open = store::open(&change, args.year)?;
        let into = rules::carry(args.year, args.into, open.len())?;
        let each = || open.iter().map(|action| words::ONE.with("code", &action.code).with("title", &action.title)).collect::<Vec<_>>();
        let shown = session.asks().then(|| (each(), told(words::CARRY_ASK, into, open.len())));
        Ok((change, shown, (open, into)))
    };
    let (change, (open, into)) = prompt::once_agreed(attempt, |(each, ask)| prompt::confirm(session, each, ask))?;
    let mut codes = Vec::new();
    for action in open {
        act::record(&change, &action, on, Act::Carried, None)?;
        let Some(area) = store::area_like(&change, action.area_id, into, on)? else { continue };
        let due = action.due.filter(|due| due.year() >= into);
        // What goes on is there since it was carried.
        codes.push(store::carry(&change, &action, &area, on.max(area.set_on), due)?);
    }
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let mut report = change.record(&ACTIONS, &codes, told(words::CARRIED, into, codes.len()))?;
    report.upright = false;
    Ok(report.hint(next("proadmin plan edit CODE --due DATE")))
}
