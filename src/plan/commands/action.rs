//! `plan action` and `plan edit`.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::{passed, within_calendar};
use crate::office::rules::{day_of, given_on};
use crate::office::store as office;
use crate::plan::{ACTIONS, rules, store, words};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::task::rules::proposed_on;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Title
    #[arg(value_parser = typed::title)]
    title: String,
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Area, number or name
    #[arg(long, value_name = "AREA")]
    area: String,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: String,
    /// Since when it is planned [default: 1 January of its year]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    planned_on: Option<NaiveDate>,
    #[command(flatten)]
    plan: Planned,
}

/// What is planned of an action, as it is added and as it is edited.
#[derive(Args, Debug, Default)]
pub struct Planned {
    /// Who is in charge, code or name
    #[arg(long, value_name = "STAFF")]
    lead: Option<String>,
    /// Planned day
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    due: Option<NaiveDate>,
    /// What is to be done
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    content: Option<String>,
}

impl Planned {
    /// The columns that were given, with their values, on the day they are given.
    fn values(&self, change: &Change, on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        if let Some(lead) = &self.lead {
            values.push(("lead_id", office::person_on(change, lead, on)?.id.into()));
        }
        if let Some(due) = self.due {
            values.push(("due", within_calendar(due)?.to_string().into()));
        }
        values.extend(self.content.clone().map(|content| ("content", content.into())));
        Ok(values)
    }
}

/// Adds an action.
pub fn add(session: &Session, args: Add) -> Result<Report> {
    let year = args.year.unwrap_or_else(|| session.today.year());
    let since = session.event_day(Some(proposed_on(year, args.planned_on, session.today)))?;
    let change = session.change("plan action")?;
    let areas = store::areas(&change, year)?;
    let area = rules::area(&areas, year, &args.area)?;
    // An area that was set during the year has its actions from then on, unless it is said.
    let planned_on = args.planned_on.unwrap_or_else(|| since.max(area.set_on));
    rules::in_area(area, planned_on)?;
    let department = office::department_on(&change, &args.dept, day_of(year, args.planned_on, session.today))?;
    let mut plan = args.plan.values(&change, given_on(year, args.planned_on, session.today))?;
    plan.push(("title", args.title.clone().into()));
    plan.push(("department_id", department.id.into()));
    let code = store::insert(&change, &store::New { code: None, year, area_id: area.id, planned_on, plan })?;
    let said = words::ADDED.with("code", &code).with("title", args.title).with("area", &area.name).with("department", department.name);
    let twin = ACTIONS.twin(&change, "plan_action", &code, &["year", "area_id", "title"])?;
    let report = change.record(&ACTIONS, &[&code], said)?.hints(twin).hints(passed(year, args.plan.due, session.today));
    Ok(report.hint(next(format!("proadmin plan link {code} RECORD"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// Title
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// Area, number or name
    #[arg(long, value_name = "AREA")]
    area: Option<String>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    #[command(flatten)]
    plan: Planned,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects an action.
pub fn edit(session: &Session, args: Edit) -> Result<Report> {
    let change = session.change("plan edit")?;
    let action = store::find(&change, &args.code.to_uppercase())?;
    rules::not_void(&action.code, action.is_void)?;
    ACTIONS.unchanged(&change, &action.code, args.if_rev.as_deref())?;
    let (due, mut values) = (args.plan.due, args.plan.values(&change, given_on(action.year, None, session.today))?);
    values.extend(args.title.clone().map(|title| ("title", title.into())));
    if let Some(typed) = &args.area {
        let areas = store::areas(&change, action.year)?;
        let area = rules::area(&areas, action.year, typed)?;
        rules::in_area(area, action.planned_on)?;
        values.push(("area_id", area.id.into()));
    }
    if let Some(dept) = &args.dept {
        values.push(("department_id", office::department_on(&change, dept, day_of(action.year, None, session.today))?.id.into()));
    }
    change.update("plan_action", action.id, &values)?;
    let said = words::EDITED.with("code", &action.code).with("title", args.title.unwrap_or(action.title));
    Ok(change.record(&ACTIONS, &[&action.code], said)?.hints(passed(action.year, due, session.today)))
}
