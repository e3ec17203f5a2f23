//! `legal caps` and `legal cap`: how much one application may be given is the office's to set.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::legal::{STAGES, rules, store, words};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::typed;
use crate::words::label_of;

const CAPS: &[Column] = &[
    column("stage", "단계", "stage", Holds::Term(STAGES)),
    column("instance", "심급", "instance", Holds::Integer),
    column("amount", "한도(원)", "cap (won)", Holds::Money),
    column("since_on", "적용 시작일", "since", Holds::Date).minor(1),
    column("source", "근거", "written in", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Caps {}

/// Lists the caps as they stand.
pub fn caps(session: &Session, _: &Caps) -> Result<Report> {
    let rows = store::caps(session.db()?)?;
    Ok(Report::list("legal caps", words::CAPS.say(), Table::held(CAPS.to_vec(), rows)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Cap {
    /// Stage
    #[arg(value_parser = typed::OneOf(STAGES))]
    stage: String,
    /// Court instance of a civil case, 1 to 3
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=3))]
    instance: Option<i64>,
    /// The most for one application, in won
    #[arg(long, value_name = "WON", value_parser = rules::won)]
    amount: i64,
    /// Since when [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since_on: Option<NaiveDate>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
}

/// Sets a cap. What was decided before keeps the cap it was held against.
pub fn cap(session: &Session, args: &Cap) -> Result<Report> {
    let since = session.event_day(args.since_on)?;
    rules::instance(args.stage == "civil", args.instance)?;
    let change = session.change("legal cap")?;
    let cap = store::Cap { stage: &args.stage, instance: args.instance, amount: args.amount, source: args.source.as_deref() };
    store::insert_cap(&change, cap, since)?;
    let said = words::CAP_SET.with("stage", label_of(STAGES, &args.stage)).with("amount", rules::grouped(args.amount));
    let report = Report::list("legal cap", words::CAPS.say(), Table::held(CAPS.to_vec(), store::caps(&change)?));
    change.finish(report, &[], said.with("since", since))
}
