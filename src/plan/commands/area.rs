//! `plan area`: the areas of a year's plan.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::plan::rules::Area as There;
use crate::plan::{AREAS, rules, store, words};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::task::rules::proposed_on;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Area {
    /// Name
    #[arg(value_parser = typed::title)]
    name: Option<String>,
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Number; an area that has it is edited
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=99))]
    no: Option<i64>,
    /// Name in English
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    english: Option<String>,
    /// Where the heading is from
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    /// Set all areas of a template (see plan templates)
    #[arg(long, value_name = "TEMPLATE", conflicts_with_all = ["name", "no"])]
    template: Option<String>,
    /// Void the area of --no (with --reason)
    #[arg(long, requires = "no", requires = "reason")]
    void: bool,
    /// Since when it is planned [default: 1 January of its year]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets, edits or voids areas.
pub fn area(session: &Session, args: &Area) -> Result<Report> {
    let year = args.year.unwrap_or_else(|| session.today.year());
    let on = session.event_day(Some(proposed_on(year, args.on, session.today)))?;
    let change = session.change("plan area")?;
    let areas = store::areas(&change, year)?;
    if args.void {
        return void(session, change, &areas, year, args.no.unwrap_or_default());
    }
    if let Some(template) = &args.template {
        return from_template(change, &areas, year, template, on);
    }
    if let Some(there) = areas.iter().find(|area| Some(area.seq) == args.no) {
        return edit(change, &areas, there, args);
    }
    let Some(name) = &args.name else { return Err(rules::area_needed(year).into()) };
    rules::new_name(&areas, year, name, None)?;
    let (english, source) = match store::heading(&change, name)? {
        Some((english, source)) => (args.english.clone().unwrap_or(english).into(), args.source.clone().unwrap_or(source).into()),
        None => (Value::from(args.english.clone()), Value::from(args.source.clone())),
    };
    let values = [("name", name.clone().into()), ("name_en", english), ("source", source)];
    let no = store::insert_area(&change, year, args.no, on, &values)?;
    let said = words::AREA_SET.with("year", i64::from(year)).with("count", 1_i64).with("names", name);
    Ok(change.record(&AREAS, &[&format!("{year}:{no}")], said)?.hint(next_action(year, no)))
}

fn next_action(year: i32, no: i64) -> crate::words::Sentence {
    next(format!("proadmin plan action TITLE --year {year} --area {no} --dept DEPT --due DATE"))
}

/// The headings of a template that the plan does not have yet.
fn from_template(change: Change, areas: &[There], year: i32, template: &str, on: NaiveDate) -> Result<Report> {
    let headings = store::template(&change, template)?;
    if headings.is_empty() {
        return Err(rules::no_template(template).into());
    }
    let mut numbers = Vec::new();
    let mut names = Vec::new();
    for (name, english, source) in headings {
        if areas.iter().any(|area| rules::same_name(&area.name, &name)) {
            continue;
        }
        let values = [("name", name.clone().into()), ("name_en", english.into()), ("source", source.into())];
        numbers.push(store::insert_area(&change, year, None, on, &values)?);
        names.push(name);
    }
    // What was there before keeps its number, so the first of the new ones may have any.
    let first = numbers.first().copied().or_else(|| areas.iter().map(|area| area.seq).min()).unwrap_or(1);
    let codes: Vec<String> = numbers.iter().map(|no| format!("{year}:{no}")).collect();
    let said = words::AREA_SET.with("year", i64::from(year)).with("count", names.len()).with("names", names.join(", "));
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let mut report = change.record(&AREAS, &codes, said)?;
    report.upright = false;
    Ok(report.hint(next_action(year, first)))
}

fn edit(change: Change, areas: &[There], there: &There, args: &Area) -> Result<Report> {
    let name = args.name.clone().unwrap_or_else(|| there.name.clone());
    rules::new_name(areas, there.year, &name, Some(there.seq))?;
    let given = [("name", args.name.clone()), ("name_en", args.english.clone()), ("source", args.source.clone())];
    let values: Vec<(&str, Value)> = given.into_iter().filter_map(|(column, value)| Some((column, value?.into()))).collect();
    change.update("plan_area", there.id, &values)?;
    let said = words::AREA_EDITED.with("year", i64::from(there.year)).with("no", there.seq).with("name", name);
    change.record(&AREAS, &[&format!("{}:{}", there.year, there.seq)], said)
}

fn void(session: &Session, change: Change, areas: &[There], year: i32, no: i64) -> Result<Report> {
    let area = rules::area(areas, year, &no.to_string())?;
    rules::area_unused(area, store::actions_in(&change, area.id)?)?;
    change.update("plan_area", area.id, &[("void_reason", session.options.reason.clone().into())])?;
    let said = words::AREA_VOIDED.with("year", i64::from(year)).with("no", no).with("name", &area.name);
    change.record(&AREAS, &[&format!("{year}:{no}")], said)
}
