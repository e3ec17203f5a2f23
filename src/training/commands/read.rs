//! `training list`, `training show`, `training attended` and `training due`.

use anyhow::Result;
use chrono::Datelike;
use clap::Args;

use crate::office::store as office;
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::training::{ATTENDED, DUE_STATES, STATES, TRAININGS, store, words};
use crate::typed;

/// The columns of what is owed.
pub(super) const DUE_COLUMNS: &[Column] = &[
    column("month", "달", "month", Holds::Code),
    column("title", "교육명", "title", Holds::Text),
    column("due", "기한", "due", Holds::Date),
    column("state", "상태", "state", Holds::Term(DUE_STATES)),
    column("session", "교육", "training", Holds::Code),
    column("held_on", "실시일", "held", Holds::Date),
    column("source", "근거", "source", Holds::Text).for_programs(),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Only sessions at which this department is recorded, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists sessions.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let filter = Filter::default()
        .when("year = ?", args.year.map(i64::from))
        .when("state = ?", args.state.clone())
        .when("code IN (SELECT a.session FROM training_attended a WHERE a.department_id = ?)", department.map(|department| department.id))
        .unless_void(&TRAININGS, args.all, args.state.as_deref());
    Ok(TRAININGS.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one session and who attended it.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let attendance = store::attendance(db, &code)?;
    Ok(TRAININGS.show(db, &code)?.part("attendance", words::ATTENDANCE, Table::held(ATTENDED.columns[2..].to_vec(), attendance)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Attended {
    /// Code of the session
    code: Option<String>,
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department that day, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only this person, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
}

/// Lists who attended.
pub fn attended(session: &Session, args: &Attended) -> Result<Report> {
    let db = session.db()?;
    let training = args.code.as_deref().map(|code| store::find(db, code)).transpose()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let person = args.staff.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?;
    let filter = Filter::default()
        .when("session = ?", training.map(|training| training.code))
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when("staff_id = ?", person.map(|person| person.id));
    let mut report = ATTENDED.list(filter);
    report.name = "training attended".into();
    Ok(report)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Due {
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// Shows what is owed in a year, and what was held.
pub fn due(session: &Session, args: &Due) -> Result<Report> {
    let db = session.db()?;
    let year = args.year.unwrap_or_else(|| session.reading_day().year());
    let title = words::DUE.with("year", i64::from(year));
    let mut report = Report::list("training due", title, Table::held(DUE_COLUMNS.to_vec(), store::due(db, year)?));
    for source in store::sources(db, year)? {
        report = report.note(words::SOURCE.with("source", source));
    }
    let owed = store::still_owed(db, year)?;
    report.attention = !owed.is_empty();
    Ok(if owed.is_empty() {
        report
    } else {
        report.note(words::STILL_OWED.with("months", owed.join(", "))).hint(next("proadmin training add TITLE --on DATE"))
    })
}
