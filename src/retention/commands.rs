//! The verbs of retention.

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use rusqlite::types::Value;

use super::store::Asked;
use super::{rules, store, words};
use crate::db::Db;
use crate::record::KINDS;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::typed;
use crate::words::label_of;

const BY_YEAR: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(KINDS)),
    column("closed_year", "종결 연도", "closed in", Holds::Integer),
    column("records", "건수", "records", Holds::Integer),
    column("years", "보존기간", "years", Holds::Integer),
    column("starts", "기산일", "from", Holds::Date).minor(1),
    column("ends", "만료일", "until", Holds::Date),
    column("state", "상태", "state", Holds::Term(words::STATES)),
];
const RECORDS: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(KINDS)).minor(1),
    column("code", "번호", "code", Holds::Code),
    column("title", "제목", "title", Holds::Text),
    column("department", "부서", "department", Holds::Text).minor(2),
    column("closed_on", "종결일", "closed", Holds::Date),
    column("ends", "만료일", "until", Holds::Date),
    column("state", "상태", "state", Holds::Term(words::STATES)).minor(3),
];
const RULES: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(KINDS)),
    column("years", "보존기간(년)", "years", Holds::Integer),
    column("permanent", "영구", "permanent", Holds::Flag),
    column("since_on", "정한 날", "set", Holds::Date).minor(1),
    column("source", "근거", "source", Holds::Text),
];

/// How long closed records are kept.
#[derive(Debug, Subcommand)]
pub enum Retention {
    /// List what is due for disposal, by kind and closing year; nothing is deleted
    List(List),
    /// Show how long each kind of record is kept
    Rules,
    /// Set how long a kind of record is kept
    Set(Set),
}

impl Obey for Retention {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::List(args) => list(session, &args),
            Self::Rules => {
                Ok(ruled(session.db()?)?.note(words::UNCONFIRMED.say()).hint(next("proadmin retention set KIND --years N --source TEXT")))
            }
            Self::Set(args) => set(session, &args),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Only this kind
    #[arg(long, value_parser = typed::OneOf(KINDS))]
    kind: Option<String>,
    /// Only those closed in this year
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    closed: Option<i32>,
    /// Those still kept too
    #[arg(long)]
    all: bool,
    /// Show the records one by one
    #[arg(long)]
    records: bool,
}

fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let asked = Asked { kind: args.kind.as_deref(), year: args.closed, all: args.all };
    let title = if args.all { words::TITLE_ALL } else { words::TITLE };
    let main = Table::held(BY_YEAR.to_vec(), store::by_year(db, asked)?);
    let mut report = Report::list("retention list", title.with("day", session.reading_day()), main);
    if args.records {
        report = report.part("records", words::RECORDS, Table::held(RECORDS.to_vec(), store::records(db, asked)?));
    }
    let report = report.note(words::REVIEW.say());
    Ok(if args.records { report } else { report.hint(next("proadmin retention list --records")) })
}

fn ruled(db: &Db) -> Result<Report> {
    let kinds: Vec<Value> = KINDS.iter().map(|kind| Value::Text(kind.code.to_owned())).collect();
    // A kind that no record can have is not shown; one without a rule is.
    let mut rows = store::rules(db)?;
    rows.retain(|row| kinds.contains(&row[0]));
    let unruled: Vec<&Value> = kinds.iter().filter(|kind| !rows.iter().any(|row| row[0] == **kind)).collect();
    rows.extend(unruled.into_iter().map(|kind| vec![kind.clone(), Value::Null, Value::Null, Value::Null, Value::Null]));
    Ok(Report::list("retention rules", words::RULES.say(), Table::held(RULES.to_vec(), rows)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Set {
    /// Kind of record
    kind: String,
    /// Years it is kept
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=100))]
    years: Option<i64>,
    /// Kept for ever
    #[arg(long)]
    permanent: bool,
    /// Where that is written, such as the office's schedule
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: String,
    /// Since when it holds [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

fn set(session: &Session, args: &Set) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("retention set")?;
    let kind = rules::kind(&args.kind, KINDS)?;
    let years = rules::how_long(args.years, args.permanent)?;
    store::insert(&change, kind, years, &on.to_string(), &args.source)?;
    let said = match years {
        Some(years) => words::SET.with("years", years),
        None => words::SET_PERMANENT.say(),
    };
    let report = ruled(&change)?;
    change.finish(report, &[], said.with("kind", label_of(KINDS, kind)))
}
