//! The verbs of the calendar.

mod change;

use std::path::PathBuf;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::{Args, Subcommand};

use super::{HOLIDAYS, import, moves, rules, store};
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::typed;
use crate::words::{Text, text};

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
    Add(change::Add),
    /// Void a holiday that was entered by mistake
    Void(change::Void),
    /// Import holidays from a file
    Import(Import),
    /// See which due dates would move
    Impact(Impact),
}

impl Obey for Calendar {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::List(args) => list(session, &args),
            Self::Add(args) => change::add(session, args),
            Self::Void(args) => change::void(session, &args),
            Self::Import(args) => import::run(session, &args.file, args.new),
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
pub struct Impact {
    /// Day
    #[arg(value_parser = typed::day)]
    date: NaiveDate,
}

fn impact(session: &Session, args: &Impact) -> Result<Report> {
    let day = rules::within_calendar(args.date)?;
    let rows = moves::under(session, &moves::with_days(&[day]))?;
    let attention = !rows.is_empty();
    let rows = rows.into_iter().map(moves::Move::cells).collect();
    let mut report = Report::list("calendar impact", IMPACT.with("day", day), Table::held(MOVED.to_vec(), rows));
    report.attention = attention;
    Ok(report.hint(next(format!("proadmin calendar add {day} --name …"))))
}

#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns date, name, kind, announced_on
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}
