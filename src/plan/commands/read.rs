//! Reading plans: the list, one action, and the year's paper.

use anyhow::Result;
use chrono::Datelike;
use clap::Args;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::db::Db;
use crate::office::store as office;
use crate::plan::{ACTIONS, ACTS, ADOPTIONS, AREAS, STATES, store, words};
use crate::record::KINDS;
use crate::register::{Filter, Register};
use crate::report::{Chart, Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::typed;
use crate::words::{Lang, Sentence};

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Number of the area
    #[arg(long, value_name = "NO")]
    area: Option<i64>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Who is in charge, code or name
    #[arg(long, value_name = "STAFF")]
    lead: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists actions.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let lead = args.lead.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?;
    let filter = Filter::default()
        .when("year = ?", args.year.map(i64::from))
        .when("area_no = ?", args.area)
        .when("department_id = ?", department.map(|department| department.id))
        .when("lead_id = ?", lead.map(|lead| lead.id))
        .when("state = ?", args.state.clone())
        .unless_void(&ACTIONS, args.all, args.state.as_deref());
    let attention = session.options.exit_code && ACTIONS.has_any(db, &filter, "state = 'overdue'")?;
    Ok(Report { attention, ..ACTIONS.list(filter) })
}

const EVIDENCE: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(KINDS)).minor(2),
    column("record", "증빙", "record", Holds::Code),
    column("title", "제목", "title", Holds::Text),
    column("on", "시작된 날", "on", Holds::Date).minor(3),
    column("linked_on", "연결일", "linked", Holds::Date).minor(1),
    column("note", "설명", "note", Holds::Text).minor(4),
];
const HISTORY: &[Column] = &[
    column("on", "날짜", "on", Holds::Date),
    column("act", "처리", "act", Holds::Term(ACTS)),
    column("record", "증빙", "record", Holds::Code),
    column("note", "결과·사유", "note", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one action with its evidence and its history.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let report = ACTIONS.show(db, &code)?;
    let sql = "SELECT kind, record, title, \"on\", linked_on, note FROM plan_evidence_status WHERE action = ?1 ORDER BY linked_on, id";
    let evidence = db.cells(sql, [&code])?;
    Ok(report.part("linked", words::EVIDENCE, Table::held(EVIDENCE.to_vec(), evidence)).part(
        "history",
        words::HISTORY,
        Table::held(HISTORY.to_vec(), store::told(db, &code)?),
    ))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Paper {
    /// Year [default: this year]
    #[arg(value_parser = typed::year)]
    year: Option<i32>,
}

/// The year's plan with where each action stands.
pub fn paper(session: &Session, args: &Paper) -> Result<Report> {
    let db = session.db()?;
    let today = session.reading_day();
    let year = args.year.unwrap_or_else(|| today.year());
    let of_year = || Filter::default().when("year = ?", Some(i64::from(year)));
    let columns = ["area_no", "area", "code", "title", "department", "lead", "due", "state", "done_on", "evidence", "result"];
    let columns = columns.iter().filter_map(|key| ACTIONS.columns.iter().find(|column| column.key == *key)).cloned();
    let columns: Vec<Column> = columns
        .map(|column| match column.key.as_ref() {
            "result" => column.minor(6),
            "area_no" => column.minor(0),
            _ => column,
        })
        .collect();
    let main = held(db, &ACTIONS, of_year().only_if(true, ACTIONS.unless_asked), &columns)?;
    let areas = held(db, &AREAS, of_year(), &area_columns(session.lang))?;
    let areas = areas.drawn(Chart { title: words::DONE_BY_AREA, names: &["area"], lengths: "done" });
    let adoptions = held(db, &ADOPTIONS, of_year().only_if(true, ADOPTIONS.unless_asked), ADOPTIONS.columns)?;
    let late = count(db, year, "state = 'overdue'")?;
    let mut report = Report::list("plan report", words::PLAN.with("year", i64::from(year)), main).part("areas", words::AREAS, areas).part(
        "adoptions",
        words::ADOPTIONS,
        adoptions,
    );
    report.attention = late > 0;
    for note in standing(db, year)? {
        report = report.note(note);
    }
    Ok(if late > 0 { report.note(words::LATE_COUNT.with("count", late)) } else { report }
        .hint(next(format!("proadmin plan coverage {year}"))))
}

/// The columns of the areas; their English names are shown to who reads English.
pub fn area_columns(lang: Lang) -> Vec<Column> {
    let in_english = |column: &Column| lang == Lang::En && column.key == "area_en";
    AREAS.columns.iter().map(|column| if in_english(column) { column.clone().minor(6) } else { column.clone() }).collect()
}

/// Where the plan as a whole stands: adopted by whom and when, changed since, not adopted, or
/// not there. None of these is an error.
pub fn standing(db: &Db, year: i32) -> Result<Vec<Sentence>> {
    let Some(known) = store::year(db, year)?.filter(|known| known.areas > 0) else {
        return Ok(vec![words::NO_PLAN.with("year", i64::from(year))]);
    };
    let Some(on) = known.adopted_on else {
        let due = known.due.unwrap_or_default();
        return Ok(vec![words::NOT_ADOPTED.with("due", due)]);
    };
    let body = known.body.unwrap_or_default();
    let mut said = vec![words::ADOPTED.with("on", on).with("body", body).with("revision", known.revision.unwrap_or(1))];
    if known.digest.is_some_and(|digest| store::content(db, year).is_ok_and(|content| content.digest != digest)) {
        said.push(words::CHANGED_SINCE.say());
    }
    Ok(said)
}

/// How many actions of a year, void ones apart, are so.
pub fn count(db: &Db, year: i32, so: &str) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM plan_action_status WHERE year = ?1 AND state <> 'void' AND {so}");
    Ok(db.row(&sql, [year], |row| row.get(0))?.unwrap_or(0))
}

/// The records that a filter lets through, read now.
pub fn held(db: &Db, register: &'static Register, filter: Filter, columns: &[Column]) -> Result<Table> {
    let query = register.query(filter, columns);
    let rows: Vec<Vec<Value>> = db.cells(&query.sql(), params_from_iter(&query.params))?;
    Ok(Table::held(columns.to_vec(), rows))
}
