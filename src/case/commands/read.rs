//! `case list` and `case show`.

use anyhow::Result;
use clap::Args;

use crate::case::{ACTS, CASES, FIELDS, KINDS, STATES, store, words};
use crate::office::store as office;
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::typed;

const HISTORY: &[Column] = &[
    column("on", "날짜", "on", Holds::Date),
    column("act", "처리", "act", Holds::Term(ACTS)),
    column("revision", "글의 판", "revision", Holds::Integer),
    column("who", "한 사람", "who", Holds::Text),
    column("field", "항목", "field", Holds::Term(FIELDS)).minor(2),
    column("note", "내용", "note", Holds::Text).minor(1),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only of this kind
    #[arg(long, value_parser = typed::OneOf(KINDS))]
    kind: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists cases.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let filter = Filter::default()
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when("kind = ?", args.kind.clone())
        .when("state = ?", args.state.clone())
        .unless_void(&CASES, args.all, args.state.as_deref());
    Ok(CASES.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one case with its text and its history.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let report = CASES.show(db, &code)?;
    Ok(report.part("history", words::HISTORY, Table::held(HISTORY.to_vec(), store::history(db, &code)?)))
}
