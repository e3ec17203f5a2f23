//! What differs between offices: templates of areas, the day by which plans are to be adopted,
//! the kinds of records that plans speak of.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::db::Db;
use crate::plan::{rules, store, words};
use crate::record::KINDS;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::typed::{self, Expected};
use crate::words::text;

const TEMPLATES: &[Column] = &[
    column("code", "양식", "template", Holds::Code),
    column("seq", "번호", "no", Holds::Integer),
    column("name", "추진분야", "area", Holds::Text),
    column("name_en", "영문", "in English", Holds::Text).minor(1),
    column("source", "근거", "source", Holds::Text).minor(2),
];

/// Lists the templates of areas.
pub fn templates(session: &Session) -> Result<Report> {
    let rows = session.db()?.cells("SELECT code, seq, name, name_en, source FROM plan_template ORDER BY code, seq", ())?;
    let report = Report::list("plan templates", words::TEMPLATES.say(), Table::held(TEMPLATES.to_vec(), rows));
    Ok(report.hint(next("proadmin plan area --template TEMPLATE --year YEAR")))
}

const DAY: Expected = Expected(text("월-일이 필요합니다(예: 03-31)", "a month and a day are needed, such as 03-31"));
const DUES: &[Column] = &[
    column("from_year", "적용 연도", "from", Holds::Integer),
    column("month_day", "기한", "by", Holds::Code),
    column("since_on", "정한 날", "set", Holds::Date),
    column("source", "근거", "source", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Due {
    /// Month and day, such as 03-31
    #[arg(value_name = "MM-DD", value_parser = month_day)]
    day: Option<String>,
    /// From this year on [default: this year]
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    from: Option<i32>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
}

/// A day that every year has.
fn month_day(typed: &str) -> Result<String, Expected> {
    let parts: Vec<&str> = typed.trim().trim_end_matches('.').split(['-', '.', '/']).map(str::trim).collect();
    let [month, day] = parts.as_slice() else { return Err(DAY) };
    let (month, day) = (month.parse().map_err(|_| DAY)?, day.parse().map_err(|_| DAY)?);
    let in_any_year = NaiveDate::from_ymd_opt(2023, month, day).ok_or(DAY)?;
    Ok(in_any_year.format("%m-%d").to_string())
}

/// Shows or sets the day by which plans are to be adopted.
pub fn due(session: &Session, args: &Due) -> Result<Report> {
    let Some(day) = &args.day else { return Ok(dues(session.db()?)?.hint(next("proadmin plan due MM-DD --from YEAR --source TEXT"))) };
    let from = args.from.unwrap_or_else(|| session.today.year());
    let change = session.change("plan due")?;
    store::insert_due(&change, from, day, &session.today.to_string(), args.source.as_deref())?;
    let report = dues(&change)?;
    change.finish(report, &[], words::DUE_SET.with("year", i64::from(from)).with("day", day))
}

fn dues(db: &Db) -> Result<Report> {
    let rows = db.cells("SELECT from_year, month_day, since_on, source FROM plan_due ORDER BY from_year, since_on, id", ())?;
    Ok(Report::list("plan due", words::DUE.say(), Table::held(DUES.to_vec(), rows)))
}

const KIND_COLUMNS: &[Column] =
    &[column("kind", "종류", "kind", Holds::Term(KINDS)), column("used", "후보로 봄", "looked for", Holds::Flag)];

/// Arguments.
#[derive(Args, Debug)]
pub struct Kinds {
    /// Look for this kind too
    #[arg(long, value_name = "KIND")]
    add: Vec<String>,
    /// Look for this kind no more
    #[arg(long, value_name = "KIND")]
    remove: Vec<String>,
}

/// Shows or sets the kinds of records that plans speak of.
pub fn kinds(session: &Session, args: &Kinds) -> Result<Report> {
    if args.add.is_empty() && args.remove.is_empty() {
        return Ok(listed(session.db()?)?.hint(next("proadmin plan kinds --add KIND --remove KIND --reason TEXT")));
    }
    let change = session.change("plan kinds")?;
    let there = store::kinds(&change)?;
    for kind in args.add.iter().chain(&args.remove) {
        if !KINDS.iter().any(|known| known.code == kind && kind != "plan") {
            let known: Vec<&str> = KINDS.iter().map(|known| known.code).filter(|known| *known != "plan").collect();
            return Err(rules::no_kind(kind, &known.join(", ")).into());
        }
    }
    for kind in args.add.iter().filter(|kind| !there.iter().any(|(_, known)| known == *kind)) {
        store::insert_kind(&change, kind, &session.today.to_string())?;
    }
    let reason = session.options.reason.clone().unwrap_or_else(|| "-".to_owned());
    for (id, _) in there.iter().filter(|(_, known)| args.remove.contains(known)) {
        change.update("plan_evidence_kind", *id, &[("void_reason", reason.clone().into())])?;
    }
    let report = listed(&change)?;
    change.finish(report, &[], words::KINDS_SET.say())
}

fn listed(db: &Db) -> Result<Report> {
    let used = store::kinds(db)?;
    let rows = KINDS.iter().filter(|kind| kind.code != "plan").map(|kind| {
        let is_used = used.iter().any(|(_, known)| known == kind.code);
        vec![Value::Text(kind.code.to_owned()), Value::Integer(is_used.into())]
    });
    Ok(Report::list("plan kinds", words::KINDS.say(), Table::held(KIND_COLUMNS.to_vec(), rows.collect())))
}
