//! The verbs that set what an office's own notice says: periods of reception and grounds of
//! rejection. Set again under the same name, each is corrected.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::within_calendar;
use crate::nominate::{rules, store, words};
use crate::register::{Filter, Register};
use crate::report::{Kind as Holds, Report, column};
use crate::session::Session;
use crate::typed;
use crate::words::{Term, term, text};

const STATES: &[Term] = &[term("on", "시행", "on"), term("void", "무효", "void")];
static PERIODS: Register = Register {
    noun: "nominate",
    what: text("접수 기간", "period of reception"),
    title: text("추천 접수 기간", "Periods of reception"),
    view: "nomination_period_status",
    table: "nomination_period",
    key: "name",
    columns: &[
        column("name", "이름", "name", Holds::Text),
        column("starts", "접수 시작", "from", Holds::Date),
        column("ends", "접수 마감", "to", Holds::Date),
        column("merit_from", "공적 시작", "merit from", Holds::Date),
        column("merit_to", "공적 끝", "merit to", Holds::Date),
        column("set_on", "공고일", "announced", Holds::Date).minor(1),
        column("state", "상태", "state", Holds::Term(STATES)).minor(2),
    ],
    listed: 7,
    order: "starts, name",
    by_code: ("name", "name DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};
static GROUNDS: Register = Register {
    noun: "nominate",
    what: text("제외 사유", "ground of rejection"),
    title: text("추천 제외 사유", "Grounds of rejection"),
    view: "nomination_ground_status",
    table: "nomination_ground",
    key: "code",
    columns: &[
        column("code", "부호", "code", Holds::Code),
        column("name", "사유", "wording", Holds::Text),
        column("source", "근거", "source", Holds::Text).minor(1),
        column("state", "상태", "state", Holds::Term(STATES)).minor(2),
    ],
    listed: 4,
    order: "code",
    by_code: ("code", "code DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists periods of reception.
pub fn periods(session: &Session, args: &List) -> Result<Report> {
    listed(session, &PERIODS, "nominate periods", args.all)
}

/// Lists grounds of rejection.
pub fn grounds(session: &Session, args: &List) -> Result<Report> {
    listed(session, &GROUNDS, "nominate grounds", args.all)
}

fn listed(session: &Session, register: &'static Register, name: &'static str, all: bool) -> Result<Report> {
    session.db()?;
    let mut report = register.list(Filter::default().only_if(!all, register.unless_asked));
    report.name = name.into();
    Ok(report)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Period {
    /// Name, such as the first half of 2024
    #[arg(value_parser = typed::title)]
    name: String,
    /// First day of reception
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    from: Option<NaiveDate>,
    /// Last day of reception
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    to: Option<NaiveDate>,
    /// First day the merit may lie on
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    merit_from: Option<NaiveDate>,
    /// Last day the merit may lie on
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    merit_to: Option<NaiveDate>,
    /// Day it was announced [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Take it back
    #[arg(long)]
    off: bool,
}

/// Sets a period of reception.
pub fn period(session: &Session, args: &Period) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("nominate period")?;
    let known = store::named(&change, "nomination_period", "name", &args.name)?;
    let [starts, ends, merit_from, merit_to] = known.map(|id| store::period(&change, id)).transpose()?.flatten().unwrap_or_default();
    let (starts, ends) = rules::new_period(args.from.or(starts), args.to.or(ends))?;
    let (merit_from, merit_to) = (args.merit_from.or(merit_from), args.merit_to.or(merit_to));
    rules::in_order(Some(starts), Some(ends))?;
    rules::in_order(merit_from, merit_to)?;
    let day = |day: Option<NaiveDate>| -> Value { day.map(|day| day.to_string()).into() };
    let mut values: Vec<(&str, Value)> = vec![
        ("starts", day(Some(starts))),
        ("ends", day(Some(ends))),
        ("merit_from", day(merit_from)),
        ("merit_to", day(merit_to)),
        ("void_reason", void(session, args.off)),
    ];
    if let Some(id) = known {
        change.update("nomination_period", id, &change.differing("nomination_period", id, values)?)?;
    } else {
        values.extend([("name", args.name.clone().into()), ("set_on", on.to_string().into())]);
        change.insert_row("nomination_period", &values)?;
    }
    let done = if args.off { words::TAKEN_BACK } else { words::PERIOD };
    let done = done.with("name", &args.name).with("from", starts).with("to", ends);
    change.record(&PERIODS, &[&args.name], done)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Ground {
    /// Its word, such as kindness
    #[arg(value_name = "GROUND", value_parser = typed::title)]
    name_code: String,
    /// What it says
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    name: Option<String>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
    /// Take it back
    #[arg(long)]
    off: bool,
}

/// Sets a ground of rejection.
pub fn ground(session: &Session, args: &Ground) -> Result<Report> {
    let code = args.name_code.to_lowercase();
    let change = session.change("nominate ground")?;
    let mut values: Vec<(&str, Value)> = vec![("void_reason", void(session, args.off))];
    values.extend(args.name.clone().map(|name| ("name", name.into())));
    values.extend(args.source.clone().map(|source| ("source", source.into())));
    if let Some(id) = store::named(&change, "nomination_ground", "code", &code)? {
        change.update("nomination_ground", id, &change.differing("nomination_ground", id, values)?)?;
    } else {
        values.retain(|(column, _)| *column != "name");
        let name = rules::new_ground(args.name.as_deref())?;
        values.extend([("name", name.into()), ("code", code.clone().into()), ("since_on", session.today.to_string().into())]);
        change.insert_row("nomination_ground", &values)?;
    }
    let done = if args.off { words::TAKEN_BACK } else { words::GROUND };
    change.record(&GROUNDS, &[&code], done.with("name", &code))
}

/// Why a row is taken back: the reason given, or that it is.
fn void(session: &Session, off: bool) -> Value {
    off.then(|| session.options.reason.clone().unwrap_or_else(|| "off".to_owned())).into()
}
