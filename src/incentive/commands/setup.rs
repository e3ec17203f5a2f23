//! The verbs that set the office's own rules: schemes with their caps, what an event is worth,
//! and which scheme holds from which year on. Set again under the same name, each is corrected.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::incentive::rules::Limit;
use crate::incentive::{EVENTS, rules, store, words};
use crate::register::{Filter, Register};
use crate::report::{Kind as Holds, Report, column, next, points};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{label_of, text};

static SCHEMES: Register = Register {
    noun: "incentive",
    what: text("점수 기준", "scheme"),
    title: text("점수 기준", "Schemes of participation points"),
    view: "incentive_scheme_status",
    table: "incentive_scheme",
    key: "code",
    columns: &[
        column("code", "기준", "scheme", Holds::Code),
        column("name", "이름", "name", Holds::Text),
        column("in_use", "올해 사용", "in use", Holds::Flag),
        column("rules", "항목 수", "rules", Holds::Integer).minor(4),
        column("year_max", "연 한도", "a year", Holds::Points).minor(1),
        column("month_max", "월 한도", "a month", Holds::Points).minor(2),
        column("month_count", "월 횟수", "times a month", Holds::Integer).minor(2),
        column("task_once", "과제당 한 번", "once a task", Holds::Flag).minor(3),
        column("grade_from", "대상 직급", "grade from", Holds::Integer).minor(5),
        column("won", "1점(원)", "won a point", Holds::Money).minor(3),
        column("redeem_step", "사용 단위", "steps", Holds::Points).minor(5),
        column("source", "근거", "source", Holds::Text).for_programs(),
    ],
    listed: 12,
    order: "code",
    by_code: ("code", "code DESC"),
    unless_asked: "",
    unlisted: &[],
};
static RULES: Register = Register {
    noun: "incentive",
    what: text("점수 항목", "rule"),
    title: text("점수 항목", "What events are worth"),
    view: "incentive_rule_status",
    table: "",
    key: "code",
    columns: &[
        column("scheme", "기준", "scheme", Holds::Code),
        column("event", "항목", "event", Holds::Term(EVENTS)),
        column("points", "점수", "points", Holds::Points),
        column("active", "시행", "on", Holds::Flag),
        column("source", "근거", "source", Holds::Text).minor(1),
    ],
    listed: 5,
    order: "scheme, id",
    by_code: ("code", "code DESC"),
    unless_asked: "active = 1",
    unlisted: &[],
};

/// Arguments.
#[derive(Args, Debug)]
pub struct Schemes {}

/// Lists schemes.
pub fn schemes(session: &Session, _: &Schemes) -> Result<Report> {
    session.db()?;
    let mut report = SCHEMES.list(Filter::default());
    report.name = "incentive schemes".into();
    Ok(report.hint(next("proadmin incentive use SCHEME --year YEAR")))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Rules {
    /// Only of this scheme
    #[arg(long, value_name = "SCHEME")]
    scheme: Option<String>,
    /// Also those that are off
    #[arg(long)]
    all: bool,
}

/// Lists rules.
pub fn rules(session: &Session, args: &Rules) -> Result<Report> {
    let db = session.db()?;
    if let Some(code) = &args.scheme {
        store::scheme(db, code)?;
    }
    let filter = Filter::default().when("scheme = ?", args.scheme.clone()).only_if(!args.all, RULES.unless_asked);
    let mut report = RULES.list(filter);
    report.name = "incentive rules".into();
    Ok(report)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Use {
    /// Scheme, or none
    scheme: String,
    /// From this year on
    #[arg(long, value_parser = typed::year)]
    year: i32,
    /// Day it was decided [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Chooses the scheme that holds from a year on.
pub fn choose(session: &Session, args: &Use) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("incentive use")?;
    let scheme = if args.scheme == "none" { None } else { Some(store::scheme(&change, &args.scheme)?) };
    let values: Vec<(&str, Value)> =
        vec![("scheme_id", scheme.into()), ("year", i64::from(args.year).into()), ("used_on", on.to_string().into())];
    change.insert_row("incentive_use", &values)?;
    let done = if scheme.is_some() { words::USED } else { words::NOT_USED };
    let report = change.record(&SCHEMES, &[&args.scheme], done.with("scheme", &args.scheme).with("year", i64::from(args.year)))?;
    Ok(report.hint(next(format!("proadmin incentive proposed --year {}", args.year))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Rule {
    /// Scheme
    scheme: String,
    /// Event, one of the list of rules
    #[arg(long, value_parser = typed::OneOf(EVENTS))]
    event: String,
    /// Points
    #[arg(long, value_name = "POINTS", value_parser = rules::points)]
    points: Option<i64>,
    /// Take it out of use
    #[arg(long)]
    off: bool,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    /// Day it was decided [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Sets what an event is worth under a scheme.
pub fn rule(session: &Session, args: &Rule) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("incentive rule")?;
    let scheme = store::scheme(&change, &args.scheme)?;
    let mut values: Vec<(&str, Value)> = vec![("active", i64::from(!args.off).into())];
    values.extend(args.source.clone().map(|source| ("source", source.into())));
    values.extend(args.points.map(|points| ("points", points.into())));
    if let Some(id) = store::rule_of(&change, scheme, &args.event)? {
        change.update("incentive_rule", id, &change.differing("incentive_rule", id, values)?)?;
    } else {
        rules::new_rule(args.points)?;
        values.extend([("scheme_id", scheme.into()), ("event", args.event.clone().into()), ("set_on", on.to_string().into())]);
        change.insert_row("incentive_rule", &values)?;
    }
    let code = format!("{}:{}", args.scheme, args.event);
    let done = match (args.off, args.points) {
        (true, _) => words::RULE_OFF.with("scheme", &args.scheme),
        (false, Some(given)) => words::RULE.with("scheme", &args.scheme).with("points", points(given)),
        (false, None) => words::RULE_ON.with("scheme", &args.scheme),
    };
    change.record(&RULES, &[&code], done.with("event", label_of(EVENTS, &args.event)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Scheme {
    /// Its word, such as basic
    #[arg(value_name = "SCHEME", value_parser = typed::title)]
    name_code: String,
    /// Name
    #[arg(long, value_parser = typed::title)]
    name: Option<String>,
    /// Begin with the rules and caps of another
    #[arg(long, value_name = "SCHEME")]
    like: Option<String>,
    #[command(flatten)]
    caps: Caps,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    /// Day it was decided [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// The caps of a scheme and what a point is worth.
#[derive(Args, Debug)]
pub struct Caps {
    /// Most points a person in a year, or none
    #[arg(long, value_name = "POINTS", value_parser = rules::cap)]
    year_max: Option<Limit>,
    /// Most points a person in a month, or none
    #[arg(long, value_name = "POINTS", value_parser = rules::cap)]
    month_max: Option<Limit>,
    /// Most times a person in a month, or none
    #[arg(long, value_name = "N", value_parser = rules::count)]
    month_count: Option<Limit>,
    /// Whether a task counts once, at its highest
    #[arg(long, value_parser = typed::flag)]
    task_once: Option<bool>,
    /// Only this grade and those below earn points, or none
    #[arg(long, value_name = "GRADE", value_parser = rules::grade)]
    grade_from: Option<Limit>,
    /// Won a point, or none
    #[arg(long, value_name = "WON", value_parser = rules::count)]
    won: Option<Limit>,
    /// Points are redeemed in such steps, or none
    #[arg(long, value_name = "POINTS", value_parser = rules::cap)]
    redeem_step: Option<Limit>,
}

impl Caps {
    /// The columns that were given, with their values.
    fn values(&self) -> Vec<(&'static str, Value)> {
        let given = [
            ("year_max", self.year_max),
            ("month_max", self.month_max),
            ("month_count", self.month_count),
            ("task_once", self.task_once.map(|once| Limit(Some(i64::from(once))))),
            ("grade_from", self.grade_from),
            ("won", self.won),
            ("redeem_step", self.redeem_step),
        ];
        given.into_iter().filter_map(|(column, value)| Some((column, value?.0.into()))).collect()
    }
}

/// Sets a scheme.
pub fn scheme(session: &Session, args: &Scheme) -> Result<Report> {
    let code = args.name_code.to_lowercase();
    let on = session.event_day(args.on)?;
    let change = session.change("incentive scheme")?;
    let mut values = args.caps.values();
    values.extend(args.name.clone().map(|name| ("name", name.into())));
    values.extend(args.source.clone().map(|source| ("source", source.into())));
    if let Some(id) = store::scheme_known(&change, &code)? {
        change.update("incentive_scheme", id, &change.differing("incentive_scheme", id, values)?)?;
    } else {
        make(&change, on, args, &code, values)?;
    }
    let report = change.record(&SCHEMES, &[&code], words::SCHEME.with("scheme", &code))?;
    Ok(report.hint(next(format!("proadmin incentive rules --scheme {code}"))))
}

/// Makes a scheme, with the rules and caps of another where one is named.
fn make(change: &Change, on: NaiveDate, args: &Scheme, code: &str, given: Vec<(&'static str, Value)>) -> Result<()> {
    let like = args.like.as_deref().map(|like| store::scheme(change, like)).transpose()?;
    let mut values: Vec<(&str, Value)> = match like {
        Some(id) => store::caps_of(change, id)?,
        None => vec![("task_once", Value::Integer(1))],
    };
    values.retain(|(column, _)| !given.iter().any(|(own, _)| own == column));
    values.extend(given);
    values.retain(|(column, _)| *column != "name");
    let name = rules::new_scheme(args.name.as_deref())?;
    values.extend([("code", code.to_owned().into()), ("name", name.into()), ("since_on", on.to_string().into())]);
    let id = change.insert_row("incentive_scheme", &values)?;
    if let Some(from) = like {
        store::copy_rules(change, from, id, on)?;
    }
    Ok(())
}
