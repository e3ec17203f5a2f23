//! `incentive proposed`, `incentive list` and `incentive show`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::incentive::{EVENTS, KINDS, LEDGER, STATES, WHYS, words};
use crate::office::store as office;
use crate::office::whose::Whose;
use crate::register::{Filter, Register};
use crate::report::{Kind as Holds, Report, column, next};
use crate::session::Session;
use crate::typed;
use crate::words::text;

static PROPOSED: Register = Register {
    noun: "incentive",
    what: text("제안 점수", "proposed points"),
    title: text("결정하지 않은 제안 점수", "Points proposed and not decided about"),
    view: "incentive_proposed",
    table: "",
    key: "source",
    columns: &[
        column("source", "근거", "record", Holds::Code),
        column("title", "내용", "what", Holds::Text).minor(3),
        column("event", "항목", "event", Holds::Term(EVENTS)),
        column("staff", "직원", "person", Holds::Text),
        column("department", "부서", "department", Holds::Text).minor(4),
        column("happened_on", "있었던 날", "happened", Holds::Date).minor(1),
        column("full_points", "항목 점수", "by rule", Holds::Points).minor(5),
        column("points", "제안", "proposed", Holds::Points),
        column("why", "까닭", "why", Holds::Term(WHYS)).minor(2),
        column("staff_code", "직원 번호", "person's code", Holds::Code).for_programs(),
    ],
    listed: 10,
    order: "happened_on, source, event, staff",
    by_code: ("source", "source DESC"),
    unless_asked: "points > 0",
    unlisted: &[],
};

/// Where the person and the points stand in a row.
const STAFF: usize = 3;
const POINTS: usize = 7;

/// Arguments.
#[derive(Args, Debug)]
pub struct Proposed {
    /// Only of this year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Only of this month, 1 to 12 with --year, or YYYY-MM
    #[arg(long, value_name = "MONTH")]
    month: Option<String>,
    /// Only of this department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only of this person, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    /// Also what a cap or the same task leaves nothing of
    #[arg(long)]
    all: bool,
}

/// Shows points that nobody has decided about.
pub fn proposed(session: &Session, args: &Proposed) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let person = args.staff.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?;
    let month = args.month.as_deref().map(|typed| words::month(typed, args.year)).transpose()?;
    let filter = Filter::default()
        .when("year = ?", args.year.map(i64::from))
        .when("substr(happened_on, 1, 7) = ?", month.map(|month| month.to_string()))
        .when("department_id = ?", department.map(|department| department.id))
        .when("staff_id = ?", person.map(|person| person.id))
        .only_if(!args.all, PROPOSED.unless_asked);
    let of_department = |row: &[Value]| row[STAFF] == Value::Null && matches!(row[POINTS], Value::Integer(points) if points > 0);
    let (mut report, of_departments) = PROPOSED.held_telling(db, filter, of_department)?;
    report.name = "incentive proposed".into();
    if of_departments > 0 {
        report = report.note(words::OF_DEPARTMENTS.with("count", of_departments));
    }
    Ok(report.hint(next("proadmin incentive approve --year YEAR --month MONTH")))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    whose: Whose,
    /// Only these lines
    #[arg(long, value_parser = typed::OneOf(KINDS))]
    kind: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists the ledger.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let hide_void = !args.all && args.state.as_deref() != Some("void");
    let filter = args
        .whose
        .filter(db)?
        .when("kind = ?", args.kind.clone())
        .when("state = ?", args.state.clone())
        .only_if(hide_void, "state <> 'void'");
    Ok(LEDGER.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one line of the ledger.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    LEDGER.show(session.db()?, &args.code.to_uppercase())
}
