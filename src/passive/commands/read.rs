//! `passive list` and `passive show`.

use anyhow::Result;
use clap::Args;

use crate::clock;
use crate::office::store as office;
use crate::passive::{ACTS, CONTENT, FINDINGS, GROUNDS, OUTCOMES, PUBLISHED, REMEDIES, REPORTS, STATES, TYPES, store, words};
use crate::record;
use crate::register::{Filter, Under};
use crate::report::{Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::typed;
use crate::words::{Term, term};

const SAID: Under = Under { view: "passive_report", of: "code", columns: CONTENT, order: "id" };
const HISTORY: Under = Under {
    view: "passive_history",
    of: "code",
    columns: &[
        column("no", "번호", "no", Holds::Integer),
        column("on", "날짜", "on", Holds::Date),
        column("act", "처리", "act", Holds::Term(ACTS)),
        column("detail", "구분", "detail", Holds::Term(DETAILS)),
        column("note", "내용", "note", Holds::Text),
    ],
    order: "\"on\", step, id",
};
const LINKS: Under = Under {
    view: "passive_link",
    of: "code",
    columns: &[
        column("on", "날짜", "on", Holds::Date),
        column("kind", "종류", "kind", Holds::Term(record::KINDS)),
        column("record", "번호", "code", Holds::Code),
        column("title", "제목", "title", Holds::Text),
        column("note", "내용", "note", Holds::Text),
    ],
    order: "\"on\", id",
};
/// Whatever an act's detail can be.
const DETAILS: &[Term] = &{
    let other = term("other", "기타 조치", "other");
    [
        TYPES[0],
        TYPES[1],
        TYPES[2],
        TYPES[3],
        FINDINGS[0],
        FINDINGS[1],
        FINDINGS[2],
        REMEDIES[0],
        REMEDIES[1],
        REMEDIES[2],
        REMEDIES[3],
        other,
        GROUNDS[0],
        GROUNDS[1],
        GROUNDS[2],
        GROUNDS[3],
        OUTCOMES[0],
        OUTCOMES[1],
        OUTCOMES[2],
    ]
};

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year of receipt
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department reported about, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Only of this type
    #[arg(long, value_parser = typed::OneOf(TYPES))]
    r#type: Option<String>,
    /// Only those that have not ended
    #[arg(long)]
    open: bool,
    /// Only those that were dealt with late, or are late now
    #[arg(long)]
    late: bool,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists reports.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let running = ["received", "classified", "paused", "found"];
    let open = args.open || args.state.as_deref().is_some_and(|state| running.contains(&state));
    let filter = Filter::default()
        .only_if(open, "id IN (SELECT id FROM passive_report WHERE closed_on IS NULL)")
        .only_if(args.late, "(in_time = 0 OR days_left < 0)")
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when("state = ?", args.state.clone())
        .when("type = ?", args.r#type.clone())
        .unless_void(&REPORTS, args.all, args.state.as_deref());
    let attention = session.options.exit_code && REPORTS.has_any(db, &filter, "days_left < 0")?;
    let report = match args.year {
        Some(year) => {
            let title = words::REGISTER_OF.with("year", i64::from(year));
            REPORTS.list_named(filter, title, &REPORTS.columns[..REPORTS.listed])
        }
        None => REPORTS.list(filter),
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
        "SELECT {} FROM passive_published WHERE ?1 IS NULL OR substr(period_end, 1, 4) = ?1 ORDER BY org, period_start, period_end, id",
        keys.join(", ")
    );
    let rows = session.db()?.cells(&sql, [args.year.map(|year| year.to_string())])?;
    Ok(Report::list("passive published", words::PUBLISHED.say(), Table::held(PUBLISHED.to_vec(), rows)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one report with what it says, its history and what it is linked to.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let mut shown = REPORTS.show(db, &code)?;
    let content = SAID.table(db, &code)?;
    if content.tells_something() {
        shown = shown.part_upright("content", words::CONTENT, content);
    }
    shown = shown.part("history", words::HISTORY, HISTORY.table(db, &code)?);
    let links = LINKS.table(db, &code)?;
    if !links.is_empty() {
        shown = shown.part("links", words::LINKS, links);
    }
    let report = store::find(db, &code)?;
    if report.is_anonymous {
        shown = shown.note(words::NO_REPLY_OWED.say());
    }
    let late = if report.days_left.is_some() { clock::late_extension(db, &code)? } else { None };
    Ok(late.into_iter().fold(shown, Report::note))
}
