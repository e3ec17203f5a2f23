//! `training add`, `training edit` and `training hold`: a session, planned and held.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::refusal::Refusal;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::training::rules::{self, When};
use crate::training::store::{self, Training};
use crate::training::{TRAININGS, words};
use crate::typed::{self, Month};
use crate::words::quoted;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[
    ("for", "for_month"),
    ("hours", "hours"),
    ("instructor", "instructor"),
    ("instructor-org", "instructor_org"),
    ("audience", "audience"),
    ("headcount", "headcount"),
    ("start-time", "start_time"),
    ("note", "note"),
    ("source", "source"),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Topic
    #[arg(value_parser = typed::title)]
    title: String,
    /// Day it was held [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day, conflicts_with = "plan")]
    on: Option<NaiveDate>,
    /// Day or month it is planned for
    #[arg(long, value_name = "DATE|YYYY-MM", value_parser = rules::when)]
    plan: Option<When>,
    /// Since when it is planned [default: 1 January of its year]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    set_on: Option<NaiveDate>,
    /// Whose training it was, if another office's
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    org: Option<String>,
    #[command(flatten)]
    details: Details,
}

/// What is known of a session besides its day.
#[derive(Args, Debug, Default)]
pub struct Details {
    /// Month in which it was owed, if it was held in another
    #[arg(long = "for", value_name = "YYYY-MM", value_parser = typed::month)]
    for_month: Option<Month>,
    /// Hours, such as 1.5
    #[arg(long, value_name = "NUMBER", value_parser = rules::hours)]
    hours: Option<i64>,
    /// Instructor
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    instructor: Option<String>,
    /// Organisation of the instructor
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    instructor_org: Option<String>,
    /// For whom it is
    #[arg(long, value_parser = typed::title)]
    audience: Option<String>,
    /// How many were there, as it was stated
    #[arg(long, value_name = "N", value_parser = rules::count)]
    headcount: Option<i64>,
    /// When it began, such as 14:00
    #[arg(long, value_name = "HH:MM", value_parser = rules::time)]
    start_time: Option<String>,
    /// Whether nobody must attend it (left out of coverage)
    #[arg(long, value_parser = typed::flag)]
    voluntary: Option<bool>,
    /// Remark
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
}

impl Details {
    fn values(&self, change: &Change) -> Result<Vec<(&'static str, Value)>> {
        let text = |text: &Option<String>| text.clone().map(Value::from);
        let mut values = Vec::new();
        if let Some(month) = self.for_month {
            let owed = store::owed_months(change, month.year)?;
            values.push(("for_month", rules::for_month(month, &owed)?.into()));
        }
        let columns = [
            ("hours", self.hours.map(Value::from)),
            ("instructor", text(&self.instructor)),
            ("instructor_org", text(&self.instructor_org)),
            ("audience", text(&self.audience)),
            ("headcount", self.headcount.map(Value::from)),
            ("start_time", text(&self.start_time)),
            ("voluntary", self.voluntary.map(|voluntary| i64::from(voluntary).into())),
            ("note", text(&self.note)),
            ("source", text(&self.source)),
        ];
        values.extend(columns.into_iter().filter_map(|(column, value)| Some((column, value?))));
        Ok(values)
    }
}

/// Registers a session.
pub fn add(session: &Session, args: Add) -> Result<Report> {
    let set_on = args.set_on.map(|day| session.event_day(Some(day))).transpose()?;
    let (held_on, when) = if let Some(plan) = args.plan {
        (None, planned(plan)?)
    } else {
        let ahead = |refusal: Refusal| match args.on {
            Some(on) => refusal.way_out(format!("proadmin training add {} --plan {on}", quoted(&args.title))),
            None => refusal,
        };
        let on = within_calendar(session.event_day(args.on).map_err(ahead)?)?;
        (Some(on), When::Day(on))
    };
    let change = session.change("training add")?;
    let mut values = args.details.values(&change)?;
    values.push(("title", args.title.clone().into()));
    values.push(("org", store::foreign(&change, args.org)?.into()));
    values.push(("planned", args.plan.map(|plan| plan.to_string()).into()));
    values.push(("held_on", held_on.map(|day| day.to_string()).into()));
    values.push(("set_on", rules::set_on(held_on, args.plan, set_on, session.today).to_string().into()));
    let code = store::insert(&change, when.month().year, None, values)?;
    let said = if held_on.is_some() { words::ADDED } else { words::PLANNED };
    let said = said.with("code", &code).with("title", args.title).with("date", when.to_string());
    let training = store::find(&change, &code)?;
    let makes_up = makes_up_for(&change, &training)?;
    let twin = TRAININGS.twin(&change, "training", &code, &["year", "title", "held_on", "planned", "org"])?;
    let report = change.record(&TRAININGS, &[&code], said)?.hints(twin);
    Ok(with_next(report, &training, makes_up))
}

/// A planned day lies within the calendar; so does the first day of a planned month.
fn planned(plan: When) -> Result<When> {
    match plan {
        When::Day(day) => drop(within_calendar(day)?),
        When::Month(month) => drop(within_calendar(month.first_day())?),
    }
    Ok(plan)
}

/// The first month that is still owed before the day of a session that is for none.
fn makes_up_for(change: &Change, training: &Training) -> Result<Option<String>> {
    let Some(on) = training.held_on else { return Ok(None) };
    if !store::counts_alone(change, training.id)? {
        return Ok(None);
    }
    let month = Month::of(on).to_string();
    Ok(store::still_owed(change, on.year())?.into_iter().find(|owed| *owed < month))
}

fn with_next(report: Report, training: &Training, makes_up: Option<String>) -> Report {
    let code = &training.code;
    if training.org.is_some() {
        return report;
    }
    let report = match makes_up {
        Some(month) => report.hint(words::COUNTS_FOR.with("code", code).with("month", month)),
        None => report,
    };
    report.hint(next(match training.held_on {
        Some(_) => format!("proadmin training attend {code} --dept DEPT --count N"),
        None => format!("proadmin training hold {code} --on DATE"),
    }))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// Topic
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// Day it was held
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Day or month it is planned for
    #[arg(long, value_name = "DATE|YYYY-MM", value_parser = rules::when)]
    plan: Option<When>,
    #[command(flatten)]
    details: Details,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects a session; its attendance moves with its day.
pub fn edit(session: &Session, args: Edit) -> Result<Report> {
    let change = session.change("training edit")?;
    let training = store::find(&change, &args.code)?;
    rules::not_void(&training.code, training.is_void)?;
    TRAININGS.unchanged(&change, &training.code, args.if_rev.as_deref())?;
    let mut values = Vec::new();
    if let Some(on) = args.on {
        let on = within_calendar(session.event_day(Some(on))?)?;
        rules::held(&training.code, training.held_on, training.planned.as_deref())?;
        values.extend(moved(&change, &training, on)?);
    }
    if let Some(plan) = args.plan {
        values.push(("planned", planned(plan)?.to_string().into()));
    }
    values.extend(args.details.values(&change)?);
    values.extend(args.title.clone().map(|title| ("title", title.into())));
    values.extend(args.clear.columns(CLEARABLE, &values)?);
    change.update("training", training.id, &values)?;
    let said = words::EDITED.with("code", &training.code).with("title", args.title.unwrap_or(training.title));
    change.record(&TRAININGS, &[&training.code], said)
}

/// The columns of a session that was held on a day; who attended it did so on that day, and
/// was on the staff.
fn moved(change: &Change, training: &Training, on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
    for member in store::named_members(change, training.id)? {
        rules::on_the_staff(member.as_member(), on)?;
    }
    store::move_attendance(change, training.id, on)?;
    let set_on = training.set_on.min(on);
    Ok(vec![("held_on", on.to_string().into()), ("set_on", set_on.to_string().into())])
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Hold {
    /// Code
    code: String,
    /// Day it was held [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    #[command(flatten)]
    details: Details,
}

/// Records that a planned session was held.
pub fn hold(session: &Session, args: &Hold) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("training hold")?;
    let training = store::find(&change, &args.code)?;
    rules::not_void(&training.code, training.is_void)?;
    rules::not_held(&training.code, training.held_on)?;
    let mut values = moved(&change, &training, on)?;
    values.extend(args.details.values(&change)?);
    change.update("training", training.id, &values)?;
    let said = words::HELD.with("code", &training.code).with("title", &training.title).with("on", on);
    let training = store::find(&change, &training.code)?;
    let makes_up = makes_up_for(&change, &training)?;
    let report = change.record(&TRAININGS, &[&training.code], said)?;
    Ok(with_next(report, &training, makes_up))
}
