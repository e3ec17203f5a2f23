//! The verbs of the calendar.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::{Args, Subcommand};
use rusqlite::types::Value;

use super::rules::{self, Holiday};
use super::{ANNOUNCED, HOLIDAYS, KINDS, store};
use crate::import::{self, Importer, Outcome, Row};
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Change, Obey, Session, future};
use crate::sheet::{Line, Sheet};
use crate::typed;
use crate::words::{Text, code_of, text};

static WHICH: Rule = rule(
    Kind::NotFound,
    "E0323",
    "{day}에는 휴일이 {count}건 있습니다. --name 으로 하나를 고르십시오",
    "{day} has {count:holiday/holidays}; choose one with --name",
);
const ADDED: Text = text("{day} {name}: 휴일로 더했습니다. 움직인 기한 {count}건", "{day} {name}: added; {count:due date/due dates} moved");
const VOIDED: Text = text("{day} {name}: 무효로 했습니다. 움직인 기한 {count}건", "{day} {name}: voided; {count:due date/due dates} moved");
const ASK: Text =
    text("{day:을/를} 바꾸면 기한 {count}건이 움직입니다. 기록할까요?", "changing {day} moves {count:due date/due dates}. Record?");
const YEAR: Text = text("{year}년 공휴일", "Holidays of {year}");
const TOTALS: Text = text(
    "관공서 휴일(일요일·공휴일) {red}일, 토요일을 합하면 {off}일",
    "{red:red day/red days} (Sundays and holidays), {off:day/days} off with Saturdays",
);
const IMPACT: Text = text("{day:이/가} 휴일이 되면 움직이는 기한", "Due dates that move if {day} becomes a holiday");
const MOVED: &[Column] = &[
    column("code", "번호", "code", Holds::Code),
    column("title", "건명", "title", Holds::Text),
    column("before", "지금", "before", Holds::Date),
    column("after", "바뀐 뒤", "after", Holds::Date),
];

/// The calendar of days off.
#[derive(Debug, Subcommand)]
pub enum Calendar {
    /// Show the holidays of a year
    List(List),
    /// Add a holiday, and see which due dates move
    Add(Add),
    /// Void a holiday that was entered by mistake
    Void(Void),
    /// Import holidays from a file
    Import(Import),
    /// See which due dates would move
    Impact(Impact),
}

impl Obey for Calendar {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::List(args) => list(session, &args),
            Self::Add(args) => add(session, args),
            Self::Void(args) => void(session, &args),
            Self::Import(args) => import_file(session, &args.file, args.new),
            Self::Impact(args) => impact(session, &args),
        }
    }
}

#[derive(Args, Debug)]
pub struct List {
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let year = args.year.unwrap_or_else(|| session.reading_day().year());
    let filter = Filter::default().when("date >= ?", Some(format!("{year}-01-01"))).when("date <= ?", Some(format!("{year}-12-31")));
    let (red, off) = store::year_totals(db, year)?;
    let report = HOLIDAYS.list_named(filter, YEAR.with("year", i64::from(year)), HOLIDAYS.columns);
    Ok(report.note(TOTALS.with("red", red).with("off", off)))
}

#[derive(Args, Debug)]
pub struct Add {
    /// Day
    #[arg(value_parser = typed::day)]
    date: NaiveDate,
    /// Name of the holiday
    #[arg(long, value_parser = typed::title)]
    name: String,
    /// Kind
    #[arg(long, value_parser = typed::OneOf(ANNOUNCED), default_value = "temporary")]
    kind: String,
    /// Day it was announced [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    announced_on: Option<NaiveDate>,
    /// Where it is written
    #[arg(long, value_parser = typed::title)]
    source: Option<String>,
}

fn add(session: &Session, args: Add) -> Result<Report> {
    let holiday = Holiday {
        date: rules::within_calendar(args.date)?,
        name: args.name,
        kind: code_of(ANNOUNCED, &args.kind).unwrap_or_default(),
        announced_on: session.event_day(args.announced_on)?,
        source: "",
    };
    let moved = moved_by(session, &with_days(&[holiday.date]))?;
    let asked = ASK.with("day", holiday.date).with("count", moved.len());
    prompt::confirm(session, &asked)?;
    let change = session.change("calendar add")?;
    rules::not_there_yet(holiday.date, &holiday.name, store::find(&change, holiday.date, &holiday.name)?.is_some())?;
    store::insert_with(&change, &holiday, args.source.as_deref().unwrap_or_default())?;
    let date = holiday.date.to_string();
    let done = ADDED.with("day", holiday.date).with("name", holiday.name).with("count", moved.len());
    Ok(with_moved(change.record(&HOLIDAYS, &[&date], done)?, &moved))
}

#[derive(Args, Debug)]
pub struct Void {
    /// Day
    #[arg(value_parser = typed::day)]
    date: NaiveDate,
    /// Name, where the day has several
    #[arg(long, value_parser = typed::title)]
    name: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

fn void(session: &Session, args: &Void) -> Result<Report> {
    let name = chosen(session, args)?;
    let without = format!("SELECT * FROM {{facts}} WHERE NOT (date = '{}' AND name = '{}')", args.date, name.replace('\'', "''"));
    let moved = moved_by(session, &without)?;
    prompt::confirm(session, &ASK.with("day", args.date).with("count", moved.len()))?;
    let change = session.change("calendar void")?;
    let Some(id) = store::find(&change, args.date, &name)? else {
        return Err(HOLIDAYS.missing(&change, &args.date.to_string())?.into());
    };
    store::void(&change, id, &args.reason)?;
    let date = args.date.to_string();
    let done = VOIDED.with("day", args.date).with("name", name).with("count", moved.len());
    Ok(with_moved(change.record(&HOLIDAYS, &[&date], done)?, &moved))
}

fn chosen(session: &Session, args: &Void) -> Result<String> {
    let db = session.db()?;
    let mut names = store::names_on(db, args.date)?;
    if let Some(name) = &args.name {
        names.retain(|known| known == name);
    }
    match names.as_slice() {
        [] => Err(HOLIDAYS.missing(db, &args.date.to_string())?.into()),
        [name] => Ok(name.clone()),
        several => {
            let refusal = WHICH.with("day", args.date).with("count", several.len());
            Err(several.iter().fold(refusal, |refusal, name| refusal.way_out(format!("--name \"{name}\""))).into())
        }
    }
}

#[derive(Args, Debug)]
pub struct Impact {
    /// Day
    #[arg(value_parser = typed::day)]
    date: NaiveDate,
}

fn impact(session: &Session, args: &Impact) -> Result<Report> {
    let day = rules::within_calendar(args.date)?;
    let rows = moved_by(session, &with_days(&[day]))?;
    let attention = !rows.is_empty();
    let mut report = Report::list("calendar impact", IMPACT.with("day", day), Table::held(MOVED.to_vec(), rows));
    report.attention = attention;
    Ok(report.hint(next(format!("proadmin calendar add {day} --name …"))))
}

/// The supposition that these days were holidays besides those there are.
fn with_days(days: &[NaiveDate]) -> String {
    let facts = "SELECT id, date, name, kind, announced_on, source, void_reason FROM {facts}";
    if days.is_empty() {
        return facts.to_owned();
    }
    let rows: Vec<String> = days.iter().map(|day| format!("('{day}')")).collect();
    format!("{facts} UNION ALL SELECT NULL, column1, '', 'temporary', column1, NULL, NULL FROM (VALUES {})", rows.join(", "))
}

/// The open clocks whose due day is another under a supposition: code, title, before, after.
fn moved_by(session: &Session, supposition: &str) -> Result<Vec<Vec<Value>>> {
    let before = store::deadlines(session.db()?)?;
    let after = store::deadlines(&session.supposing("holiday", supposition.to_owned())?)?;
    let after: BTreeMap<String, String> = after.into_iter().map(|deadline| (deadline.code, deadline.due)).collect();
    Ok(before
        .into_iter()
        .filter_map(|deadline| {
            let moved = after.get(&deadline.code).filter(|due| **due != deadline.due)?.clone();
            Some(vec![deadline.code.into(), deadline.title.into(), deadline.due.into(), moved.into()])
        })
        .collect())
}

fn with_moved(report: Report, moved: &[Vec<Value>]) -> Report {
    const ROW: Text = text("  {code} {title}: {before} → {after}", "  {code} {title}: {before} → {after}");
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    };
    moved.iter().fold(report, |report, row| {
        let said = ROW.with("code", text(&row[0])).with("title", text(&row[1]));
        report.hint(said.with("before", text(&row[2])).with("after", text(&row[3])))
    })
}

#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns date, name, kind, announced_on
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}

/// Imports holidays, and says which due dates they move.
///
/// # Errors
/// Every error of the file at once; `new`, because a day has a name once.
pub fn import_file(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::never_new(new)?;
    let days = days_in(file)?;
    let moved = moved_by(session, &with_days(&days))?;
    let report = import::run(session, "calendar import", file, &importer)?;
    Ok(with_moved(report, &moved))
}

/// The days of a file, as far as they can be read, to see what they would move.
fn days_in(file: &Path) -> Result<Vec<NaiveDate>> {
    let mut sheet = Sheet::open(file, HOLIDAYS.columns, &["date", "name"], |_, heading| heading.to_owned())?;
    let (mut line, mut days) = (Line::default(), Vec::new());
    while sheet.next(&mut line)? {
        days.extend(line.cells[0].as_deref().and_then(|cell| typed::day(cell).ok()));
    }
    Ok(days)
}

/// How a row becomes a holiday.
pub fn importer() -> Box<dyn Importer> {
    Box::new(Holidays)
}

struct Holidays;

impl Importer for Holidays {
    fn columns(&self) -> Vec<Column> {
        HOLIDAYS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["date", "name"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let date = row.required("date", typed::day);
        let name = row.required("name", typed::title);
        let kind = row.term("kind", KINDS);
        let announced_on = row.read("announced_on", typed::day);
        let source = row.read("source", typed::title);
        let (Some(date), Some(name)) = (date, name) else { return Ok(Outcome::Same(String::new())) };
        rules::within_calendar(date)?;
        if store::find(change, date, &name)?.is_some() {
            return Ok(Outcome::Same(date.to_string()));
        }
        let announced_on = announced_on.unwrap_or_else(|| change.today());
        if announced_on > change.today() {
            return Err(future(announced_on, change.today()).into());
        }
        let holiday = Holiday { date, name, kind: kind.unwrap_or("temporary"), announced_on, source: "" };
        store::insert_with(change, &holiday, source.as_deref().unwrap_or_default())?;
        Ok(Outcome::New(date.to_string()))
    }
}
