//! `nominate add`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::within_calendar;
use crate::db::Db;
use crate::nominate::store::{self, New};
use crate::nominate::{NOMINATIONS, SOURCES, rules, words};
use crate::report::{Report, next};
use crate::session::Session;
use crate::task::store as task;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// The merit, in a line
    #[arg(value_parser = typed::title)]
    title: String,
    /// Who is nominated, code or name; of a team each member with a part, NAME=60
    #[arg(long, required = true, value_name = "STAFF[=PERCENT]", value_parser = rules::nominee)]
    nominee: Vec<(String, Option<i64>)>,
    /// Who nominates
    #[arg(long, value_parser = typed::OneOf(SOURCES))]
    by: String,
    /// Name of the nominator, kept apart and masked; of an employee or a department, code or name
    #[arg(long, value_name = "NAME")]
    nominator: Option<String>,
    /// Name of the team
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    team: Option<String>,
    /// Day of receipt [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    received_on: Option<NaiveDate>,
    #[command(flatten)]
    what: What,
}

/// The merit, as it is registered and as it is corrected.
#[derive(Args, Debug)]
pub struct What {
    /// What was done, at length
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    merit: Option<String>,
    /// When the merit began
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    pub merit_from: Option<NaiveDate>,
    /// When it ended
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    pub merit_to: Option<NaiveDate>,
    /// The key task that the merit is about
    #[arg(long, value_name = "CODE")]
    task: Option<String>,
}

impl What {
    /// Whether the days of the merit are given.
    pub const fn moves(&self) -> bool {
        self.merit_from.is_some() || self.merit_to.is_some()
    }

    /// The columns that were given, with their values.
    ///
    /// # Errors
    /// Days outside the calendar; no such task.
    pub fn columns(&self, db: &Db) -> Result<Vec<(&'static str, Value)>> {
        let day = |day: Option<NaiveDate>| -> Result<Option<Value>> {
            Ok(day.map(within_calendar).transpose()?.map(|day| day.to_string().into()))
        };
        let task = self.task.as_deref().map(|code| task::standing(db, &code.to_uppercase())).transpose()?;
        let columns = [
            ("merit", self.merit.clone().map(Value::from)),
            ("merit_from", day(self.merit_from)?),
            ("merit_to", day(self.merit_to)?),
            ("task_id", task.map(|task| task.id.into())),
        ];
        Ok(columns.into_iter().filter_map(|(column, value)| Some((column, value?))).collect())
    }
}

/// Registers a nomination.
pub fn add(session: &Session, args: &Add) -> Result<Report> {
    let received_on = within_calendar(session.event_day(args.received_on)?)?;
    rules::in_order(args.what.merit_from, args.what.merit_to)?;
    let name = rules::nominator(&args.by, args.nominator.as_deref())?;
    let change = session.change("nominate add")?;
    let mut columns = args.what.columns(&change)?;
    let nominees = store::nominees(&change, &args.nominee, args.team.as_deref(), received_on)?;
    columns.extend(store::nominator(&change, None, &args.by, name.as_deref(), (&nominees, received_on))?);
    columns.extend([("title", args.title.clone().into()), ("source", args.by.clone().into()), ("team", args.team.clone().into())]);
    let code = store::insert(&change, &New { code: None, received_on, nominees, columns })?;
    let nomination = store::find(&change, &code)?;
    let duplicates = store::duplicates(&change, &nomination)?;
    let done = words::ADDED.with("code", &code).with("title", &args.title);
    let report = change.record(&NOMINATIONS, &[&code], done)?;
    let report = duplicates.iter().fold(report, |report, (other, is_same)| {
        let way = if *is_same { format!("merge {code} --into {other}") } else { format!("show {other}") };
        report.hint(words::DUPLICATE.with("other", other)).hint(next(format!("proadmin nominate {way}")))
    });
    let verb = match (args.by.as_str(), nomination.timing.as_str()) {
        (_, timing @ ("late" | "outside_period")) => format!("reject {code} --ground {timing}"),
        ("resident", _) => format!("verify {code} --result confirmed"),
        _ => format!("accept {code}"),
    };
    Ok(report.hint(next(format!("proadmin nominate {verb}"))))
}
