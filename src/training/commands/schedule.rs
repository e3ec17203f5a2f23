//! `training schedule`: the months in which a training is owed are the office's to set.

use anyhow::Result;
use chrono::Datelike;
use clap::Args;
use rusqlite::types::Value;

use super::read::DUE_COLUMNS;
use crate::report::{Report, Table};
use crate::session::Session;
use crate::training::{TITLE, rules, store, words};
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Schedule {
    /// Months, 1 to 12
    #[arg(value_name = "MONTH", value_parser = rules::month_of_year, required_unless_present = "none")]
    months: Vec<u32>,
    /// No month: nothing is owed any more
    #[arg(long, conflicts_with = "months")]
    none: bool,
    /// From this year on [default: this year]
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    from: Option<i32>,
    /// What it is called
    #[arg(long, default_value = TITLE, hide_default_value = true, value_parser = typed::title)]
    title: String,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
}

/// Sets the months in which a training is owed.
pub fn schedule(session: &Session, args: &Schedule) -> Result<Report> {
    let change = session.change("training schedule")?;
    let from = args.from.unwrap_or_else(|| session.today.year());
    let mut months = args.months.clone();
    months.sort_unstable();
    months.dedup();
    let schedule = store::Schedule { from_year: from, months: &months, title: &args.title, source: args.source.as_deref() };
    store::schedule(&change, schedule, session.today)?;
    let named = months.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let said = if months.is_empty() { words::UNSCHEDULED.say() } else { words::SCHEDULED.with("months", named) };
    let rows: Vec<Vec<Value>> = store::due(&change, from)?;
    let title = words::DUE.with("year", i64::from(from));
    let report = Report::list("training schedule", title, Table::held(DUE_COLUMNS.to_vec(), rows));
    change.finish(report, &[], said.with("year", i64::from(from)))
}
