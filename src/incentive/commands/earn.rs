//! `incentive earn` and `incentive edit`: activities that no other record tells.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::within_calendar;
use crate::incentive::store::{self, Activity};
use crate::incentive::{BY_HAND, LEDGER, rules, words};
use crate::office::store as office;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::task;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Earn {
    /// What was done
    #[arg(value_parser = typed::title)]
    title: String,
    /// What kind of activity
    #[arg(long, value_parser = typed::OneOf(BY_HAND))]
    event: String,
    #[command(flatten)]
    of: Of,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Whose activity it is, as it is recorded and as it is corrected.
#[derive(Args, Debug)]
pub struct Of {
    /// Who did it, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    /// Which department, where no person is named
    #[arg(long, value_name = "DEPT", conflicts_with = "staff")]
    dept: Option<String>,
    /// Key task it belongs to
    #[arg(long, value_name = "CODE")]
    task: Option<String>,
}

impl Of {
    /// The columns that were given, with their values.
    ///
    /// # Errors
    /// A person, a department or a task that is not known.
    fn columns(&self, change: &Change, on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
        let mut columns: Vec<(&'static str, Value)> = Vec::new();
        if let Some(typed) = &self.staff {
            let person = office::person_there(change, typed, on)?;
            columns.extend([("staff_id", person.id.into()), ("department_id", person.department_id.into())]);
        }
        if let Some(typed) = &self.dept {
            columns.extend([("staff_id", Value::Null), ("department_id", office::department_on(change, typed, on)?.id.into())]);
        }
        if let Some(code) = &self.task {
            columns.push(("task_id", task::store::find(change, &code.to_uppercase())?.id.into()));
        }
        Ok(columns)
    }
}

/// Records an activity.
pub fn earn(session: &Session, args: &Earn) -> Result<Report> {
    let happened_on = within_calendar(session.event_day(args.on)?)?;
    session.may_write()?;
    rules::whose(args.of.staff.is_some() || args.of.dept.is_some())?;
    let change = session.change("incentive earn")?;
    let mut columns = args.of.columns(&change, happened_on)?;
    columns.extend([("title", args.title.clone().into()), ("event", args.event.clone().into())]);
    let code = store::earn(&change, &Activity { code: None, happened_on, columns })?;
    let done = words::EARNED.with("code", &code).with("title", &args.title);
    let alike = ["year", "event", "happened_on", "department_id", "staff_id", "title"];
    let twin = LEDGER.twin(&change, "incentive_activity", &code, &alike)?;
    let report = change.record(&LEDGER, &[&code], done)?.hints(twin);
    Ok(report.hint(next(format!("proadmin incentive approve {code}"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// What was done
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    #[command(flatten)]
    of: Of,
}

/// Corrects an activity whose points were not decided.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let code = args.code.to_uppercase();
    let change = session.change("incentive edit")?;
    let Some(line) = store::line(&change, &code)? else { return Err(LEDGER.missing(&change, &code)?.into()) };
    rules::not_void(&code, line.is_void)?;
    rules::an_activity(&code, &line.title, line.table == store::ACTIVITIES)?;
    rules::undecided(&code, store::credit_of(&change, &code)?.as_deref())?;
    let mut columns = args.of.columns(&change, session.today)?;
    columns.extend(args.title.clone().map(|title| ("title", title.into())));
    change.update(line.table, line.id, &columns)?;
    let done = words::EDITED.with("code", &code).with("title", args.title.as_ref().unwrap_or(&line.title));
    change.record(&LEDGER, &[&code], done)
}
