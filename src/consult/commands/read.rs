//! `consult list` and `consult show`.

use anyhow::Result;
use clap::Args;

use crate::consult::under::{APPLICATION, FOLLOW_UPS, HISTORY, LETTERS};
use crate::consult::{self, CONSULTATIONS, PUBLISHED, STATES, store, words};
use crate::office::store as office;
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::task::store as tasks;
use crate::typed;

const ATTACHMENTS: &[Column] = &[
    column("name", "이름", "name", Holds::Text),
    column("size", "크기", "bytes", Holds::Integer),
    column("sha256", "SHA-256", "SHA-256", Holds::Code).minor(1),
    column("attached_on", "첨부일", "attached", Holds::Date),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year of receipt
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only those that serve this key task
    #[arg(long, value_name = "CODE")]
    task: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Only those that have not ended
    #[arg(long)]
    open: bool,
    /// Only those that were answered late, or are late now
    #[arg(long)]
    late: bool,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists requests.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let task = args.task.as_deref().map(|code| tasks::find(db, &code.to_uppercase())).transpose()?;
    let ended = ["answered", "returned", "withdrawn", "closed", "void"];
    let open = args.open || args.state.as_deref().is_some_and(|state| !ended.contains(&state));
    let filter = Filter::default()
        .only_if(open, "id IN (SELECT id FROM consultation WHERE closed_on IS NULL)")
        .only_if(args.late, "((in_time = 0 AND answered_on IS NOT NULL) OR days_left < 0)")
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when("task = ?", task.map(|task| task.code))
        .when("state = ?", args.state.clone())
        .unless_void(&CONSULTATIONS, args.all, args.state.as_deref());
    let attention = session.options.exit_code && CONSULTATIONS.has_any(db, &filter, "days_left < 0")?;
    let report = match args.year {
        Some(year) => {
            let title = words::REGISTER_OF.with("year", i64::from(year));
            CONSULTATIONS.list_named(filter, title, &CONSULTATIONS.columns[..CONSULTATIONS.listed])
        }
        None => CONSULTATIONS.list(filter),
    };
    Ok(Report { attention, ..report })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Published {
    /// Year in which the period ends
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// Shows what offices published, and whether it adds up.
pub fn published(session: &Session, args: &Published) -> Result<Report> {
    let keys: Vec<&str> = PUBLISHED.iter().map(|column| column.key.as_ref()).collect();
    let sql = format!(
        "SELECT {} FROM consult_published WHERE ?1 IS NULL OR substr(period_end, 1, 4) = ?1 ORDER BY org, period_start, period_end, id",
        keys.join(", ")
    );
    let rows = session.db()?.cells(&sql, [args.year.map(|year| year.to_string())])?;
    Ok(Report::list("consult published", words::PUBLISHED.say(), Table::held(PUBLISHED.to_vec(), rows)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one request with its application, its history, its letters and its documents.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let mut report = CONSULTATIONS.show(db, &code)?;
    let application = APPLICATION.table(db, &code)?;
    if application.tells_something() {
        report = report.part_upright("application", words::APPLICATION, application);
    }
    report = report.part("history", words::HISTORY, HISTORY.table(db, &code)?);
    for (key, title, table) in [
        ("letters", words::LETTERS, LETTERS.table(db, &code)?),
        ("follow_ups", words::FOLLOW_UPS, FOLLOW_UPS.table(db, &code)?),
        ("attachments", words::ATTACHMENTS, Table::held(ATTACHMENTS.to_vec(), store::attachments(db, &code)?)),
    ] {
        if !table.is_empty() {
            report = report.part(key, title, table);
        }
    }
    Ok(consult::late_extension(db, &code)?.into_iter().fold(report, Report::note))
}
