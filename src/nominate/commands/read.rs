//! `nominate list`, `nominate show` and `nominate duplicates`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::nominate::{ACTS, CHECKS, GROUNDS, MERIT, NOMINATIONS, SOURCES, STATES, store, words};
use crate::office::store as office;
use crate::private::NAMES;
use crate::register::{Filter, Register};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::task::store as tasks;
use crate::typed;
use crate::words::{Term, text};

const MEMBERS: &[Column] = &[
    column("code", "직원 번호", "code", Holds::Code),
    column("name", "이름", "name", Holds::Text),
    column("department", "부서", "department", Holds::Text),
    column("share", "기여도", "part", Holds::Percent),
];
const BY: &[Column] = &[
    column("code", "접수 번호", "received as", Holds::Code),
    column("source", "경로", "by", Holds::Term(SOURCES)),
    column("nominator", "추천인", "nominator", Holds::Term(NAMES)),
    column("received_on", "접수일", "received", Holds::Date),
    column("check_state", "실명", "real name", Holds::Term(CHECKS)),
];
/// What stands beside an act: a source, a ground, or the code of a record as it is.
const DETAILS: &[Term] = &[
    SOURCES[0], SOURCES[1], SOURCES[2], SOURCES[3], GROUNDS[0], GROUNDS[1], GROUNDS[2], GROUNDS[3], GROUNDS[4], GROUNDS[5], GROUNDS[6],
    GROUNDS[7], GROUNDS[8],
];
const HISTORY: &[Column] = &[
    column("on", "날짜", "on", Holds::Date),
    column("act", "일", "act", Holds::Term(ACTS)),
    column("detail", "내용", "detail", Holds::Term(DETAILS)),
    column("note", "이유", "note", Holds::Text),
];
static DUPLICATES: Register = Register {
    noun: "nominate",
    what: text("추천", "nomination"),
    title: text("중복으로 보이는 추천", "Nominations that may be one"),
    view: "nomination_duplicate",
    table: "",
    key: "code",
    columns: &[
        column("code", "번호", "code", Holds::Code),
        column("title", "공적 요지", "merit", Holds::Text),
        column("other", "먼저 접수", "earlier", Holds::Code),
        column("other_title", "그 공적 요지", "its merit", Holds::Text),
        column("nominee", "추천 대상", "nominee", Holds::Text),
    ],
    listed: 5,
    order: "code, other",
    by_code: ("code, other", "code DESC, other DESC"),
    unless_asked: "",
    unlisted: &[],
};

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year of receipt
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department of the nominee, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only of this person, code or name
    #[arg(long, value_name = "STAFF")]
    nominee: Option<String>,
    /// Only those about this key task
    #[arg(long, value_name = "CODE")]
    task: Option<String>,
    /// Only by these
    #[arg(long, value_parser = typed::OneOf(SOURCES))]
    by: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists nominations.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let person = args.nominee.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?;
    let task = args.task.as_deref().map(|code| tasks::find(db, &code.to_uppercase())).transpose()?;
    let of_person = "id IN (SELECT o.nomination_id FROM nominee o WHERE o.staff_id = ? AND o.void_reason IS NULL)";
    let filter = Filter::default()
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when(of_person, person.map(|person| person.id))
        .when("task = ?", task.map(|task| task.code))
        .when("source = ?", args.by.clone())
        .when("state = ?", args.state.clone())
        .unless_void(&NOMINATIONS, args.all, args.state.as_deref());
    Ok(NOMINATIONS.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one nomination.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let mut report = NOMINATIONS.show(db, &code)?;
    let merit = store::under(db, "nomination", "merit", "code", &code, "id")?;
    if merit.iter().flatten().any(|value| *value != Value::Null) {
        report = report.part_upright("merit_text", words::MERIT, Table::held(MERIT.to_vec(), merit));
    }
    let sources =
        store::under(db, "nomination_source", "code, source, nominator, received_on, check_state", "nomination", &code, "received_on, id")?;
    let history = store::under(db, "nomination_history", "\"on\", act, detail, note", "code", &code, "\"on\", id")?;
    report = report.part("members", words::MEMBERS, Table::held(MEMBERS.to_vec(), store::members(db, &code)?));
    if !sources.is_empty() {
        report = report.part("from", words::BY, Table::held(BY.to_vec(), sources));
    }
    Ok(report.part("history", words::HISTORY, Table::held(HISTORY.to_vec(), history)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Duplicates {
    /// Year of receipt
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// Lists pairs of nominations that may be one.
pub fn duplicates(session: &Session, args: &Duplicates) -> Result<Report> {
    session.db()?;
    let filter = Filter::default().when("year = ?", args.year.map(i64::from));
    let mut report = DUPLICATES.list_named(filter, DUPLICATES.title.say(), DUPLICATES.columns);
    report.name = "nominate duplicates".into();
    Ok(report.hint(next("proadmin nominate merge CODE --into CODE")))
}
