//! The verbs that set the office's own: measures with their terms, pairs, how many one chooses.
//! What was chosen already must stand under what is set.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use super::read::menu_table;
use crate::report::{Report, next};
use crate::reward::{judge, rules, store, words};
use crate::session::{Change, Session};
use crate::typed::{self, Expected};
use crate::words::{Sentence, text};

const QUOTA: Expected = Expected(text("0 이상의 정수나 none(한도 없음)이 필요합니다", "a whole number of 0 or more is needed, or none"));

/// A ceiling: a number, or none.
fn quota(typed: &str) -> Result<Value, Expected> {
    match typed.trim() {
        "none" | "없음" => Ok(Value::Null),
        number => number.parse::<i64>().ok().filter(|number| (0..=1_000_000).contains(number)).map(Value::from).ok_or(QUOTA),
    }
}

/// Grades as they are kept.
fn grades(typed: &str) -> Result<Value, Expected> {
    let grades = rules::grades(typed)?;
    Ok(if grades.is_empty() { Value::Null } else { grades.join(", ").into() })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Measure {
    /// Code of the measure, capitals
    #[arg(value_name = "MEASURE", value_parser = rules::code)]
    named: String,
    /// Korean name
    #[arg(long, value_parser = typed::title)]
    name: Option<String>,
    /// English name
    #[arg(long, value_parser = typed::title)]
    name_en: Option<String>,
    /// Whether it is an extraordinary one
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    extraordinary: Option<bool>,
    /// Whether personnel checks its conditions first
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    check: Option<bool>,
    /// Whether the office offers it
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    offered: Option<bool>,
    /// How many a year at most; none is no ceiling
    #[arg(long, value_name = "N|none", value_parser = quota)]
    quota: Option<Value>,
    /// Grades it is for, with commas; all is all
    #[arg(long, value_name = "GRADES", value_parser = grades)]
    grades: Option<Value>,
    /// From this year on [default: this year]
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    from: Option<i32>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets a measure and its terms, or adds one.
pub fn measure(session: &Session, args: &Measure) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("reward measure")?;
    let from = i64::from(args.from.unwrap_or_else(|| session.today.year()));
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    values.extend(args.name.clone().map(|name| ("name", name.into())));
    values.extend(args.name_en.clone().map(|name| ("name_en", name.into())));
    values.extend(args.extraordinary.map(|is| ("extraordinary", i64::from(is).into())));
    values.extend(args.check.map(|is| ("needs_check", i64::from(is).into())));
    let source = || args.source.clone().map(|source| ("source", source.into()));
    values.extend(source());
    let (id, is_new) = store::set_measure(&change, &args.named, values, on)?;
    let mut terms: Vec<(&'static str, Value)> = Vec::new();
    terms.extend(args.offered.map(|is| ("offered", i64::from(is).into())));
    terms.extend(args.quota.clone().map(|quota| ("quota", quota)));
    terms.extend(args.grades.clone().map(|grades| ("grades", grades)));
    if is_new || !terms.is_empty() {
        terms.extend(source());
        store::set_term(&change, id, from, terms, on)?;
    }
    judge::from(&change, from)?;
    // In January what was offered of the year before is still chosen under the terms of that year.
    let open = if args.from.is_none() { store::open_before(&change, from)? } else { None };
    let report = answer(change, from, words::MEASURE.with("measure", &args.named).with("year", from))?;
    Ok(report.hints(open.map(|year| words::OPEN_BEFORE.with("year", year).with("measure", &args.named))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Exclude {
    /// Code of a measure
    #[arg(value_name = "MEASURE")]
    first_measure: String,
    /// Code of the other
    #[arg(value_name = "MEASURE")]
    second_measure: String,
    /// Let them go together again, and why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    no_more: Option<String>,
    /// From this year on [default: this year]
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    from: Option<i32>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Makes two measures exclude each other, or lets them go together again.
pub fn exclude(session: &Session, args: &Exclude) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("reward exclude")?;
    let from = i64::from(args.from.unwrap_or_else(|| session.today.year()));
    let menu = store::menu(&change, from)?;
    let (one, other) = (&menu.measure(&args.first_measure)?.code, &menu.measure(&args.second_measure)?.code);
    rules::pair(one, other)?;
    let said = if let Some(reason) = &args.no_more {
        let id = rules::known_pair(one, other, store::exclusion(&change, one, other)?)?;
        store::unexclude(&change, id, reason)?;
        words::TOGETHER
    } else {
        store::exclude(&change, (one, other), from, args.source.as_deref(), on)?;
        words::EXCLUDED
    };
    judge::from(&change, from)?;
    let said = said.with("one", one).with("other", other).with("year", from);
    answer(change, from, said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Rule {
    /// How many the main person of a key task chooses
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=9))]
    lead: Option<i64>,
    /// How many anyone else chooses
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=9))]
    other: Option<i64>,
    /// Which share of officials is to get an extraordinary measure
    #[arg(long, value_name = "PERCENT", value_parser = typed::percent)]
    extraordinary: Option<i64>,
    /// From this year on [default: this year]
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    from: Option<i32>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets how many one chooses; what was offered before keeps the number it was offered with.
pub fn rule(session: &Session, args: &Rule) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("reward rule")?;
    let from = i64::from(args.from.unwrap_or_else(|| session.today.year()));
    let held = store::rule(&change, from)?;
    let rule = store::Rule {
        lead: args.lead.unwrap_or(held.lead),
        other: args.other.unwrap_or(held.other),
        extraordinary: args.extraordinary.unwrap_or(held.extraordinary),
    };
    store::set_rule(&change, from, rule, args.source.as_deref(), on)?;
    let said = words::RULED.with("lead", rule.lead).with("other", rule.other).with("percent", rule.extraordinary);
    answer(change, from, said.with("year", from))
}

/// The measures of a year as the answer of a write.
fn answer(change: Change, year: i64, said: Sentence) -> Result<Report> {
    let report = Report::list("reward measures", words::MENU.with("year", year), menu_table(&change, year)?);
    Ok(change.finish(report, &[], said)?.hint(next(format!("proadmin reward measures --year {year}"))))
}
