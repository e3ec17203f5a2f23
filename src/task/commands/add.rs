//! `task add`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::{passed, within_calendar};
use crate::office::rules::{day_of, given_on};
use crate::office::store as office;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::task::{CYCLES, TASKS, rules, store, words};
use crate::typed;
use crate::words::Sentence;

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Title
    #[arg(value_parser = typed::title)]
    title: String,
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: i32,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: String,
    /// Only a candidate
    #[arg(long)]
    candidate: bool,
    /// Since when it is proposed [default: 1 January of its year]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    proposed_on: Option<NaiveDate>,
    #[command(flatten)]
    plan: Plan,
}

/// The plan of a task, as it is registered and as it is edited.
#[derive(Args, Debug, Default)]
pub struct Plan {
    /// Main person in charge, code or name
    #[arg(long, value_name = "STAFF")]
    lead: Option<String>,
    /// Deputy, code or name
    #[arg(long, value_name = "STAFF")]
    deputy: Option<String>,
    /// Planned start
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    pub start: Option<NaiveDate>,
    /// Planned end
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    pub due: Option<NaiveDate>,
    /// Field
    #[arg(long, value_parser = typed::title)]
    category: Option<String>,
    /// Background
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    background: Option<String>,
    /// What is to be done
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    content: Option<String>,
    /// Expected effect
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    effect: Option<String>,
    /// Budget in won
    #[arg(long, value_name = "WON", value_parser = typed::money)]
    budget: Option<i64>,
    /// Performance indicator
    #[arg(long, value_parser = typed::title)]
    indicator: Option<String>,
    /// Unit of the indicator
    #[arg(long, value_parser = typed::title)]
    unit: Option<String>,
    /// Target of the indicator
    #[arg(long, value_name = "NUMBER", value_parser = typed::points)]
    target: Option<i64>,
    /// How often progress is reported
    #[arg(long, value_parser = typed::OneOf(CYCLES))]
    cycle: Option<String>,
}

impl Plan {
    /// The columns that were given, with their values.
    ///
    /// # Errors
    /// A person who is not known, or who had left by the day `on` which they are given it; days outside
    /// the calendar.
    pub fn values(&self, change: &Change, on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
        let person = |typed: &Option<String>| -> Result<Option<i64>> {
            typed.as_deref().map(|typed| Ok(office::person_on(change, typed, on)?.id)).transpose()
        };
        let day =
            |day: Option<NaiveDate>| -> Result<Option<String>> { Ok(day.map(within_calendar).transpose()?.map(|day| day.to_string())) };
        let text = |text: &Option<String>| text.clone().map(Value::from);
        let columns: [(&'static str, Option<Value>); 13] = [
            ("lead_id", person(&self.lead)?.map(Value::from)),
            ("deputy_id", person(&self.deputy)?.map(Value::from)),
            ("start", day(self.start)?.map(Value::from)),
            ("due", day(self.due)?.map(Value::from)),
            ("category", text(&self.category)),
            ("background", text(&self.background)),
            ("content", text(&self.content)),
            ("expected_effect", text(&self.effect)),
            ("budget", self.budget.map(Value::from)),
            ("indicator", text(&self.indicator)),
            ("indicator_unit", text(&self.unit)),
            ("indicator_target", self.target.map(Value::from)),
            ("reporting_cycle", text(&self.cycle)),
        ];
        Ok(columns.into_iter().filter_map(|(column, value)| Some((column, value?))).collect())
    }
}

/// A warning that another task of the department and year has the same title, if there is one
/// besides `own`.
pub fn twin(change: &Change, year: i32, department_id: i64, title: &str, own: Option<&str>) -> Result<Option<Sentence>> {
    let twins = store::twins(change, year, department_id, title)?;
    let twin = twins.into_iter().find(|twin| Some(twin.code.as_str()) != own);
    Ok(twin.map(|twin| words::TWIN.with("twin", twin.code).with("title", title)))
}

/// Registers a task.
pub fn add(session: &Session, args: Add) -> Result<Report> {
    rules::plan(args.plan.start, args.plan.due)?;
    let proposed_on = within_calendar(session.event_day(Some(rules::proposed_on(args.year, args.proposed_on, session.today)))?)?;
    let change = session.change("task add")?;
    let department = office::department_on(&change, &args.dept, day_of(args.year, args.proposed_on, session.today))?;
    let twin = twin(&change, args.year, department.id, &args.title, None)?;
    let mut plan = args.plan.values(&change, given_on(args.year, args.proposed_on, session.today))?;
    plan.push(("title", args.title.clone().into()));
    plan.push(("department_id", department.id.into()));
    let selected_on = (!args.candidate).then_some(proposed_on);
    let new = store::New { code: None, year: args.year, proposed_on, selected_on, closing: None, plan };
    let (_, code) = store::insert(&change, &new)?;
    let done =
        words::ADDED.with("code", &code).with("title", args.title).with("year", i64::from(args.year)).with("department", department.name);
    let mut report = change.record(&TASKS, &[&code], done)?.hints(twin);
    if args.proposed_on.is_none() && proposed_on != session.today {
        report = report.hint(words::SINCE.with("code", &code).with("on", proposed_on));
    }
    let report = report.hints(passed(args.year, args.plan.due, session.today));
    let command =
        if args.candidate { format!("proadmin task select {code}") } else { format!("proadmin milestone add {code} TITLE --due DATE") };
    Ok(report.hint(next(command)))
}
