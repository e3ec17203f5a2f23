//! Every running legal clock in one place: what is due, why on that day, and what is coming.
//! Of a key task it says what makes it late.

mod ics;
mod late;

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use rusqlite::named_params;

use crate::clock;
use crate::consult;
use crate::db::Db;
use crate::exemption;
use crate::office::store as office;
use crate::passive;
use crate::register::{Filter, Register};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::task;
use crate::words::{Term, Text, term, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("list", "진행 중인 법정 기한을 보입니다"),
    ("explain", "기한이 왜 그날인지 하루하루 보입니다(과제는 무엇이 왜 늦었는지)"),
    ("explain.code", "접수번호, 신고번호 또는 과제 번호"),
    ("forecast", "앞으로 다가올 기한을 날짜별로 보입니다"),
    ("ics", "기한을 달력 파일(iCalendar)로 씁니다(예: --out due.ics)"),
    ("within", "이 일수 안에 닥치는 것만(지난 것 포함)"),
    ("days", "며칠 앞까지"),
    ("handler", "담당자(번호 또는 이름)"),
];
/// Kinds of clocks.
const KINDS: &[Term] = &[
    term("consult", "사전컨설팅", "pre-consulting"),
    term("passive", "소극행정 신고", "passive-administration report"),
    term("exemption", "면책", "exemption"),
];
/// Where a case stands while its clock runs.
const STATES: &[Term] = &[
    term("received", "접수", "received"),
    term("accepted", "수리", "accepted"),
    term("classified", "조사 중", "classified"),
    term("paused", "보완 중", "paused"),
    term("reviewing", "검토 중", "reviewing"),
    term("referred", "이송 중", "referred"),
    term("found", "조사 완료", "found"),
    exemption::STATES[0],
];
const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Holds::Code),
    column("kind", "종류", "kind", Holds::Term(KINDS)).minor(6),
    column("title", "건명", "title", Holds::Text),
    column("department", "부서", "department", Holds::Text).minor(2),
    column("received_on", "접수일", "received", Holds::Date).minor(4),
    column("due", "기한", "due", Holds::Date),
    column("days_left", "남은 일수", "days left", Holds::Integer),
    column("state", "상태", "state", Holds::Term(STATES)).minor(1),
    column("handler", "담당자", "handler", Holds::Text).for_programs(),
];
static CLOCKS: Register = Register {
    noun: "due",
    what: text("기한", "clock"),
    title: text("진행 중인 법정 기한", "Running legal clocks"),
    view: "due",
    table: "",
    key: "code",
    columns: COLUMNS,
    listed: COLUMNS.len(),
    order: "due, code",
    by_code: ("code", "code DESC"),
    unless_asked: "",
    unlisted: &[],
};
const DUE_IS: Text =
    text("{code} {title}: 접수 {received}, 기한 {due} · {rule}", "{code} {title}: received {received}, due {due} · {rule}");
const READ_AS_RESUMED: Text = text(
    "보완을 기다리고 있어, 오늘 들어온 것으로 보고 센 기한입니다",
    "a supplement is awaited: the due day reads as if it came in today",
);
const FIXED_PASSIVE: Text =
    text("이미 처리한 신고라, 기한은 처리 당시의 것으로 남습니다", "the report was dealt with: the due day stays what it was then");
const FIXED: Text = text(
    "의견서가 발송된 건이라, 기한은 발송 당시의 것으로 남습니다",
    "the opinion letter is out: the due day stays what it was when it was issued",
);
const NO_LIMIT: Text = text(
    "{code} {title}: 정해진 신청 기한이 없습니다(감사 종료일이 없거나 기한을 두지 않는 단계)",
    "{code} {title}: no limit runs (the audit's end is not entered, or its stage has none)",
);
const FORECAST: Text = text("앞으로 {days}일의 기한", "Due in the next {days:day/days}");
const EXPLAINED: &[Column] = &[
    column("date", "날짜", "date", Holds::Date),
    column("weekday", "요일", "weekday", Holds::Weekday),
    column("counted", "산입", "counted", Holds::Flag),
    column("day_no", "일수", "day", Holds::Integer),
    column("why", "사유", "why", Holds::Term(WHYS)),
    column("event", "처리", "acts", Holds::Terms(consult::ACTS)),
    column("holiday", "공휴일", "holiday", Holds::Text),
];
const COMING: &[Column] = &[
    column("due", "기한", "due", Holds::Date),
    column("weekday", "요일", "weekday", Holds::Weekday),
    column("count", "건수", "count", Holds::Integer),
    column("codes", "번호", "codes", Holds::Text),
];

/// A noun whose cases have a clock: how a case is found, where its state is told, and what is
/// said of a due day that stays what it was.
struct Of {
    find: fn(&Db, &str) -> Result<()>,
    view: &'static str,
    fixed: Text,
}
const CONSULT: Of = Of { find: |db, code| consult::store::find(db, code).map(|_| ()), view: "consultation_status", fixed: FIXED };
const PASSIVE: Of = Of { find: |db, code| passive::store::find(db, code).map(|_| ()), view: "passive_status", fixed: FIXED_PASSIVE };

/// Legal clocks.
#[derive(Debug, Subcommand)]
pub enum Due {
    /// List running clocks
    List(List),
    /// Show day by day why a due day is what it is, or what makes a key task late
    Explain(Explain),
    /// Show what is coming, by day
    Forecast(Forecast),
    /// Write the due days as a calendar (iCalendar), for --out due.ics
    Ics(ics::Ics),
}

impl Obey for Due {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::List(args) => list(session, &args),
            Self::Explain(args) => explain(session, &args),
            Self::Forecast(args) => forecast(session, &args),
            Self::Ics(args) => ics::ics(session, &args),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Only those due within so many days, overdue ones included
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(i64).range(0..=3650))]
    within: Option<i64>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Who handles it, code or name
    #[arg(long, value_name = "STAFF")]
    handler: Option<String>,
}

fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let department = department.map(|department| department.id);
    let handler = args.handler.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?;
    let filter = Filter::default()
        .when("days_left <= ?", args.within)
        .when("department_id = ?", department)
        .when("handler_id = ?", handler.map(|person| person.id));
    CLOCKS.list_overdue(db, filter, "days_left < 0")
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Explain {
    /// Code of a request, of a report or of a key task
    code: String,
}

/// Why a day of a clock counts or does not.
const WHYS: &[Term] = &[
    term("received", "접수일", "receipt"),
    term("ended", "감사 종료일", "audit's end"),
    term("counted", "산입", "counted"),
    term("paused", "정지 중", "clock stands"),
    term("day_off", "근무일 아님", "not a working day"),
    term("rolled", "다음 근무일로", "rolls on"),
    term("due", "기한", "due"),
];

fn explain(session: &Session, args: &Explain) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    if task::store::is_code(&code) {
        return late::explain(session, &code);
    }
    if exemption::store::is_code(&code) {
        return explain_exemption(db, &code);
    }
    let of = if passive::store::is_code(&code) { PASSIVE } else { CONSULT };
    (of.find)(db, &code)?;
    let sql = "SELECT date, weekday, counted, day_no, why, event, holiday FROM due_explained WHERE code = :code ORDER BY no";
    let rows = db.cells(sql, named_params! { ":code": code })?;
    let sql = format!("SELECT v.title, v.received_on, v.due, v.rule, v.state FROM {} v WHERE v.code = :code", of.view);
    let head = db.row(&sql, named_params! { ":code": code }, |row| {
        Ok([row.get::<_, String>(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
    })?;
    let [title, received, due, rule, state] = head.unwrap_or_default();
    let is_running = STATES.iter().any(|running| running.code == state);
    let late = if is_running { clock::late_extension(db, &code)? } else { None };
    let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
    let said = DUE_IS
        .with("code", &code)
        .with("title", title)
        .with("received", day(&received))
        .with("due", day(&due))
        .with("rule", clock::rule_said(&rule));
    let mut report = Report::list("due explain", said, Table::held(EXPLAINED.to_vec(), rows));
    // Its last row is the due day.
    report.is_whole = true;
    let report = late.into_iter().fold(report, Report::note);
    Ok(match state.as_str() {
        "paused" => report.note(READ_AS_RESUMED.say()),
        "answered" | "settled" | "closed" => report.note(of.fixed.say()),
        _ => report,
    })
}

/// Why the time for a request for exemption ends when it does.
fn explain_exemption(db: &Db, code: &str) -> Result<Report> {
    let request = exemption::store::find(db, code)?;
    let table = Table::held(EXPLAINED.to_vec(), exemption::store::days(db, request.id)?);
    let limit = exemption::store::limit(db, request.id)?;
    let (Some((days, source)), Some(due), Some(ended)) = (limit, exemption::store::due(db, request.id)?, request.audit_ended_on) else {
        return Ok(Report::list("due explain", NO_LIMIT.with("code", code).with("title", request.title), table));
    };
    let said = exemption::words::DUE_IS.with("code", code).with("title", request.title).with("ended", ended).with("due", due);
    Ok(Report::list("due explain", said.with("days", days).with("source", source.unwrap_or_else(|| "-".to_owned())), table))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Forecast {
    /// How many days ahead
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=3650))]
    days: i64,
}

fn forecast(session: &Session, args: &Forecast) -> Result<Report> {
    let db = session.db()?;
    let sql = "SELECT u.due, d.weekday, count(*), string_agg(u.code, ' ') FROM (SELECT due, code FROM due WHERE days_left BETWEEN 0 AND :days ORDER BY code) u
               JOIN day d ON d.date = u.due GROUP BY u.due, d.weekday ORDER BY u.due";
    let rows = db.cells(sql, named_params! { ":days": args.days })?;
    let table = Table::held(COMING.to_vec(), rows);
    Ok(Report::list("due forecast", FORECAST.with("days", args.days), table).hint(next("proadmin due list")))
}
