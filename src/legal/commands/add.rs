//! `legal add` and `legal edit`: the application.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::legal::store::Matter;
use crate::legal::{APPLICATIONS, STAGES, rules, store, words};
use crate::numbering;
use crate::office::store as office;
use crate::record;
use crate::report::{Report, next};
use crate::sequence::Sequence;
use crate::session::{Change, Session};
use crate::typed;
use crate::words::label_of;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] =
    &[("for", "record_code"), ("facts", "facts"), ("evidence", "evidence"), ("asked", "asked"), ("court-limit", "court_limit")];

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// The matter
    #[arg(value_parser = typed::title)]
    title: String,
    /// Stage
    #[arg(long, value_parser = typed::OneOf(STAGES))]
    stage: String,
    /// Court instance of a civil case, 1 to 3
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=3))]
    instance: Option<i64>,
    /// The official, code or name; retired ones too
    #[arg(long, value_name = "STAFF")]
    staff: String,
    /// Day of the application [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    #[command(flatten)]
    details: Details,
}

/// What stands in an application besides who and for which stage.
#[derive(Args, Debug, Default)]
pub struct Details {
    /// Department at the time, code or name [default: the official's]
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Code of the record it is about: a task, a request and so on
    #[arg(long = "for", value_name = "CODE")]
    record: Option<String>,
    /// What happened
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    facts: Option<String>,
    /// What was handed in
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    evidence: Option<String>,
    /// What is asked for, in won
    #[arg(long, value_name = "WON", value_parser = rules::won)]
    asked: Option<i64>,
    /// What the court's rule on lawyers' fees allows in this civil case, in won
    #[arg(long, value_name = "WON", value_parser = rules::won)]
    court_limit: Option<i64>,
}

impl Details {
    fn values(&self, change: &Change, stage: &str, on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        if let Some(dept) = &self.dept {
            values.push(("department_id", office::department_on(change, dept, on)?.id.into()));
        }
        if let Some(code) = &self.record {
            values.push(("record_code", record::named(change, code)?.code.into()));
        }
        if let Some(limit) = self.court_limit {
            rules::court_limit(stage == "civil")?;
            values.push(("court_limit", limit.into()));
        }
        values.extend(self.facts.clone().map(|text| ("facts", text.into())));
        values.extend(self.evidence.clone().map(|text| ("evidence", text.into())));
        values.extend(self.asked.map(|won| ("asked", won.into())));
        Ok(values)
    }
}

/// Registers an application.
pub fn add(session: &Session, args: Add) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    rules::instance(args.stage == "civil", args.instance)?;
    let change = session.change("legal add")?;
    let person = office::person_in_place(&change, &args.staff, on)?;
    let mut values = args.details.values(&change, &args.stage, on)?;
    if args.details.dept.is_none() {
        values.push(("department_id", person.department_id.into()));
    }
    let record = text_of(&values, "record_code");
    let matter = Matter { staff_id: person.id, stage: &args.stage, instance: args.instance, record: record.as_deref(), title: &args.title };
    rules::once(store::twin(&change, &matter, None)?.as_ref().map(|twin| twin.code.as_str()))?;
    values.extend([
        ("title", args.title.clone().into()),
        ("stage", args.stage.clone().into()),
        ("instance", args.instance.into()),
        ("staff_id", person.id.into()),
    ]);
    let code = store::insert(&change, on, None, values)?;
    let application = store::find(&change, &code)?;
    let cap = store::cap_on(&change, &application, on)?;
    let said = words::ADDED.with("code", &code).with("title", args.title).with("stage", label_of(STAGES, &args.stage));
    let report = change.record(&APPLICATIONS, &[&code], said.with("cap", rules::grouped(cap)))?;
    let report = if args.stage == "civil" && application.court_limit.is_none() {
        report.hint(words::NO_COURT_LIMIT.with("code", &code))
    } else {
        report
    };
    Ok(report.hint(next(format!("proadmin legal decide {code} --result approved --amount WON"))))
}

fn text_of(values: &[(&'static str, Value)], key: &str) -> Option<String> {
    values.iter().find_map(|(column, value)| match value {
        Value::Text(text) if *column == key => Some(text.clone()),
        _ => None,
    })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// The matter
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// Day of the application, where it was entered wrongly (with --reason)
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    #[command(flatten)]
    details: Details,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects an application. What a decision was held against stays with the decision.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let on = args.on.map(|on| Ok::<_, anyhow::Error>(within_calendar(session.event_day(Some(on))?)?)).transpose()?;
    let change = session.change("legal edit")?;
    let known = store::find(&change, &args.code)?;
    APPLICATIONS.unchanged(&change, &known.code, args.if_rev.as_deref())?;
    let history = store::history(&change, &known)?;
    history.not_void()?;
    let mut values = args.details.values(&change, &known.stage, on.unwrap_or(session.today))?;
    values.extend(args.title.clone().map(|title| ("title", title.into())));
    if let Some(on) = on {
        rules::redated(&known.code, session.options.reason.is_some())?;
        numbering::fits(&known.code, store::PREFIX, on.year())?;
        history.applied(on)?;
        values.push(("applied_on", on.to_string().into()));
        // The department of the day it had moves with it, unless another was given.
        let [was, now] = [known.applied_on, on].map(|day| office::department_of(&change, known.staff_id, day));
        if args.details.dept.is_none() && was? == Some(known.department_id) {
            values.extend(now?.map(|id| ("department_id", id.into())));
        }
    }
    values.extend(args.clear.columns(CLEARABLE, &values)?);
    change.update("legal_support", known.id, &values)?;
    let now = store::find(&change, &known.code)?;
    let matter =
        Matter { staff_id: now.staff_id, stage: &now.stage, instance: now.instance, record: now.record.as_deref(), title: &now.title };
    rules::once(store::twin(&change, &matter, Some(now.id))?.as_ref().map(|twin| twin.code.as_str()))?;
    let limited = now.court_limit.filter(|_| now.court_limit != known.court_limit);
    let less = history.standing()?.approved.zip(limited).filter(|(approved, limit)| limit < approved);
    let said = words::EDITED.with("code", &now.code).with("title", &now.title);
    let report = change.record(&APPLICATIONS, &[&now.code], said)?;
    Ok(report.hints(less.map(|(approved, limit)| {
        words::BELOW_APPROVED.with("code", &now.code).with("limit", rules::grouped(limit)).with("approved", rules::grouped(approved))
    })))
}
