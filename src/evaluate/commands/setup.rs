//! The verbs that set up a round: criteria, components, indicators, entries, raters and grades. Entered
//! again under the same name, each is corrected.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::evaluate::rules::Share;
use crate::evaluate::rules::tracks::{self, Member};
use crate::evaluate::store::{COMPONENTS, CRITERIA, ENTRIES, GRADES};
use crate::evaluate::{INDICATORS, ROUNDS, judge, raters, rules, store, words};
use crate::office::store as office;
use crate::report::{Report, next, points};
use crate::session::Session;
use crate::task;
use crate::typed;
use crate::words::{Text, label_of, text};

const ALIKE: Text = text(
    "주의: {round}에 제목이 같은 {twin:이/가} 이미 있습니다. 두 번 적은 것이면 proadmin undo",
    "note: {twin} of {round} has the same title; if it was entered twice, proadmin undo",
);

/// Arguments.
#[derive(Args, Debug)]
pub struct Criterion {
    /// Code of the round
    round: String,
    /// Name
    #[arg(value_parser = typed::title)]
    name: String,
    /// Maximum
    #[arg(long, value_name = "POINTS", value_parser = rules::a_maximum)]
    max: i64,
    /// Component it counts in [default: the first review]
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    component: Option<String>,
    /// It judges the result, and model failures are not judged by it
    #[arg(long)]
    outcome: bool,
    /// It judges the process, although its name sounds like the result (with --reason)
    #[arg(long, requires = "reason", conflicts_with = "outcome")]
    process: bool,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets a criterion.
pub fn criterion(session: &Session, args: &Criterion) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("eval criterion")?;
    let round = store::open_round(&change, &args.round)?;
    rules::criterion_name(&args.name)?;
    if let Some(known) = store::known(&change, round.id, CRITERIA, &args.name)? {
        rules::maximum(&args.name, args.max, store::highest(&change, "eval_score", "criterion_id", known.id)?)?;
    }
    let said = (args.outcome || args.process).then_some(args.outcome);
    let outcome = store::is_outcome(&change, round.id, &args.name, said)?;
    let mut columns = vec![("max", args.max.into()), ("outcome", i64::from(outcome).into())];
    if let Some(name) = &args.component {
        let component = store::named(&change, &round, COMPONENTS, name)?;
        rules::takes_criteria(name, &component.kind)?;
        columns.push(("component_id", component.id.into()));
    }
    store::set(&change, round.id, CRITERIA, &args.name, ("set_on", on), columns)?;
    judge::criteria(&change, &round)?;
    let done = words::CRITERION.with("code", &round.code).with("name", &args.name).with("max", points(args.max));
    change.record(&ROUNDS, &[&round.code], done)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Component {
    /// Code of the round
    round: String,
    /// Name
    #[arg(value_parser = typed::title)]
    name: String,
    /// Weight in per cent
    #[arg(long, value_name = "PERCENT", value_parser = rules::a_maximum)]
    weight: i64,
    /// What it is [default: review, or what it is already]
    #[arg(long, value_parser = typed::OneOf(words::TYPED_KINDS))]
    kind: Option<String>,
    /// Maximum [default: 100]
    #[arg(long, value_name = "POINTS", value_parser = rules::a_maximum)]
    max: Option<i64>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets a component.
pub fn component(session: &Session, args: &Component) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("eval component")?;
    let round = store::open_round(&change, &args.round)?;
    let known = store::known(&change, round.id, COMPONENTS, &args.name)?;
    let max = args.max.or(known.as_ref().map(|known| known.max)).unwrap_or(10_000);
    let is = known.as_ref().map(|known| known.kind.clone());
    let kind = args.kind.clone().or_else(|| is.clone()).unwrap_or_else(|| "review".to_owned());
    rules::same_kind(&round.code, &args.name, is.as_deref(), &kind)?;
    if args.kind.is_none() && kind == "indicator" {
        return Err(rules::set_as_indicator(&round.code, &args.name).into());
    }
    if let Some(known) = known {
        rules::maximum(&args.name, max, store::highest(&change, "component_score", "component_id", known.id)?)?;
    }
    let columns = vec![("kind", kind.into()), ("weight", args.weight.into()), ("max", max.into())];
    store::set(&change, round.id, COMPONENTS, &args.name, ("set_on", on), columns)?;
    let done = words::COMPONENT.with("code", &round.code).with("name", &args.name).with("weight", points(args.weight));
    change.record(&ROUNDS, &[&round.code], done)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Indicator {
    /// Code of the round
    round: String,
    /// What it counts
    #[arg(value_name = "INDICATOR", value_parser = typed::OneOf(INDICATORS))]
    counts: String,
    /// Points for each unit
    #[arg(long, value_name = "POINTS", value_parser = rules::a_maximum)]
    per_unit: i64,
    /// Points at most
    #[arg(long, value_name = "POINTS", value_parser = rules::a_maximum)]
    cap: i64,
    /// Weight in per cent [default: 100, its points as they are]
    #[arg(long, value_name = "PERCENT", value_parser = rules::a_maximum)]
    weight: Option<i64>,
    /// What one of it is called
    #[arg(long, value_name = "UNIT", value_parser = typed::title)]
    unit: Option<String>,
    /// Name [default: the indicator's]
    #[arg(long, value_parser = typed::title)]
    name: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets an indicator.
pub fn indicator(session: &Session, args: &Indicator) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("eval indicator")?;
    let round = store::open_round(&change, &args.round)?;
    tracks::takes_indicators(&round.code, &store::track(&change, round.id)?)?;
    // Names are data of the office, which writes Korean.
    let name = args.name.clone().unwrap_or_else(|| label_of(INDICATORS, &args.counts).ko.to_owned());
    let known = store::known(&change, round.id, COMPONENTS, &name)?;
    rules::same_kind(&round.code, &name, known.as_ref().map(|known| known.kind.as_str()), "indicator")?;
    let mut columns = vec![
        ("kind", "indicator".to_owned().into()),
        ("max", args.cap.into()),
        ("indicator", args.counts.clone().into()),
        ("unit_points", args.per_unit.into()),
    ];
    // What is not said again stays.
    if let Some(weight) = args.weight.or(known.is_none().then_some(10_000)) {
        columns.push(("weight", weight.into()));
    }
    if args.unit.is_some() || known.is_none() {
        columns.push(("unit", args.unit.clone().into()));
    }
    store::set(&change, round.id, COMPONENTS, &name, ("set_on", on), columns)?;
    let done = words::INDICATOR.with("code", &round.code).with("name", &name);
    let done = done.with("points", points(args.per_unit)).with("max", points(args.cap));
    let report = change.record(&ROUNDS, &[&round.code], done)?;
    Ok(report.hint(next(format!("proadmin eval table {}", round.code))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Entry {
    /// Code of the round
    round: String,
    /// Title
    #[arg(value_parser = typed::title)]
    title: String,
    /// Department, code or name [default: that of the task, else of the member with the largest part]
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Code of the entry [default: from E-01]
    #[arg(long = "entry", value_name = "CODE", value_parser = typed::title)]
    own_code: Option<String>,
    /// Key task it is about
    #[arg(long, value_name = "CODE")]
    task: Option<String>,
    /// Person with the share in per cent and the role, STAFF:SHARE[:ROLE]; may be repeated
    #[arg(long = "member", value_name = "STAFF:SHARE", value_parser = tracks::member)]
    members: Vec<Member>,
    /// What is to be learnt from a model failure
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    lesson: Option<String>,
    /// Day of receipt [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    received_on: Option<NaiveDate>,
}

/// Enters an entry.
pub fn entry(session: &Session, args: &Entry) -> Result<Report> {
    let on = super::on(session, args.received_on)?;
    let change = session.change("eval entry")?;
    let round = store::open_round(&change, &args.round)?;
    let mut columns: Vec<(&'static str, Value)> = vec![("title", args.title.clone().into())];
    if let Some(dept) = &args.dept {
        columns.push(("department_id", office::department_on(&change, dept, on.day)?.id.into()));
    }
    if let Some(code) = &args.task {
        columns.push(("task_id", task::store::find(&change, &code.to_uppercase())?.id.into()));
    }
    columns.extend(args.lesson.clone().map(|lesson| ("lesson", lesson.into())));
    let code = match &args.own_code {
        Some(code) => code.clone(),
        None => store::next_code(&change, round.id, ENTRIES)?,
    };
    let (id, _) = store::enter(&change, round.id, &code, on, columns)?;
    match args.members.as_slice() {
        [] => judge::entry(&change, &round, id)?,
        members => drop(judge::members(&change, &round, id, members, on.day)?),
    }
    let twin = store::twin(&change, round.id, id)?.map(|twin| ALIKE.with("round", &round.code).with("twin", twin));
    let done = words::ENTRY.with("code", &round.code).with("entry", code).with("title", &args.title);
    Ok(change.record(&ROUNDS, &[&round.code], done)?.hints(twin))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Rater {
    /// Code of the round
    round: String,
    /// Code of the rater, or a person's name, which is kept apart and masked
    #[arg(value_name = "RATER")]
    who: String,
    /// Name; kept apart and masked
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Enters a rater.
pub fn rater(session: &Session, args: &Rater) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("eval rater")?;
    let round = store::open_round(&change, &args.round)?;
    let code = Some(args.who.trim()).filter(|typed| rules::is_rater_code(typed));
    let name = args.name.as_deref().or(code.is_none().then_some(args.who.as_str())).map(rules::person_name).transpose()?;
    let (rater, _) = raters::set(&change, round.id, code, name.as_deref(), on)?;
    let done = words::RATER.with("code", &round.code).with("rater", rater);
    change.record(&ROUNDS, &[&round.code], done)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Grade {
    /// Code of the round
    round: String,
    /// Name
    #[arg(value_parser = typed::title)]
    name: String,
    /// For so many entries
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=1_000_000), required_unless_present = "percent", conflicts_with = "percent")]
    count: Option<i64>,
    /// For so many per cent of the entries, largest remainder
    #[arg(long, value_name = "N", value_parser = typed::percent)]
    percent: Option<i64>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// How many of what a grade is for.
fn of_track(track: Option<&str>) -> Text {
    match track {
        Some("individual") => words::PERSONS,
        Some("team") => words::TEAMS,
        Some("department") => words::DEPARTMENTS,
        _ => words::BY_COUNT,
    }
}

/// Sets a grade.
pub fn grade(session: &Session, args: &Grade) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("eval grade")?;
    let round = store::open_round(&change, &args.round)?;
    let mut shares = store::shares(&change, round.id, &args.name)?;
    shares.extend(args.count.map(Share::Count).or(args.percent.map(Share::Percent)));
    rules::grades(&shares)?;
    let columns = vec![("quota", args.count.into()), ("percent", args.percent.into())];
    store::set(&change, round.id, GRADES, &args.name, ("set_on", on), columns)?;
    let size = match (args.count, args.percent) {
        (Some(count), _) => of_track(Some(&store::track(&change, round.id)?)).with("count", count),
        (None, percent) => words::BY_PERCENT.with("count", percent.unwrap_or(0)),
    };
    let done = words::GRADE.with("code", &round.code).with("name", &args.name).with("size", size);
    let report = change.record(&ROUNDS, &[&round.code], done)?;
    Ok(report.hint(next(format!("proadmin eval table {}", round.code))))
}
