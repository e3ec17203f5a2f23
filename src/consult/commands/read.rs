//! `consult list` and `consult show`.

use anyhow::Result;
use clap::Args;

use crate::consult::{self, ACTS, BODIES, CONSULTATIONS, PUBLISHED, RESULTS, STATES, store, words};
use crate::office::store as office;
use crate::register::{Filter, Under};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::typed;
use crate::words::{Term, term};

const APPLICATION: Under = Under {
    view: "consultation",
    of: "code",
    columns: &[
        column("background", "추진배경", "background", Holds::Text),
        column("law", "관련 법령", "law", Holds::Text),
        column("issue", "쟁점사항", "key issues", Holds::Text),
        column("own_opinion", "부서 의견", "own opinion", Holds::Text),
        column("self_check", "자체검토", "self-check", Holds::Text),
    ],
    order: "id",
};
const HISTORY: Under = Under {
    view: "consultation_history",
    of: "code",
    columns: &[
        column("no", "번호", "no", Holds::Integer),
        column("on", "날짜", "on", Holds::Date),
        column("act", "처리", "act", Holds::Term(ACTS)),
        column("detail", "구분", "detail", Holds::Term(DETAILS)),
        column("body", "이송처 구분", "body", Holds::Term(BODIES)).for_programs(),
        column("note", "내용", "note", Holds::Text),
    ],
    order: "\"on\", step, id",
};
const LETTERS: Under = Under {
    view: "opinion_letter",
    of: "code",
    columns: &[
        column("revision", "차수", "no", Holds::Integer),
        column("issued_on", "발송일", "issued", Holds::Date),
        column("due", "당시 기한", "due then", Holds::Date),
        column("result", "의견", "result", Holds::Term(RESULTS)),
        column("in_force", "유효", "in force", Holds::Flag),
        column("reason", "정정 사유", "why corrected", Holds::Text),
    ],
    order: "revision",
};
/// The four facts that exemption rests on.
const FOLLOW_UPS: &[Column] = &[
    column("no", "번호", "no", Holds::Integer),
    column("reported_on", "보고일", "reported", Holds::Date),
    column("same_matter", "같은 사안", "same matter", Holds::Flag),
    column("info_sufficient", "정보 충분", "informed", Holds::Flag),
    column("no_private_interest", "사적 이해 없음", "no interest", Holds::Flag),
    column("followed_opinion", "의견대로 함", "followed", Holds::Flag),
    column("note", "비고", "note", Holds::Text),
];
const ATTACHMENTS: &[Column] = &[
    column("name", "이름", "name", Holds::Text),
    column("size", "크기", "bytes", Holds::Integer),
    column("sha256", "SHA-256", "SHA-256", Holds::Code).minor(1),
    column("attached_on", "첨부일", "attached", Holds::Date),
];

/// Whatever an act's detail can be.
const DETAILS: &[Term] = &[
    term("law", "법령 검토", "law"),
    term("site", "현장확인", "on-site"),
    term("validity", "타당성 검토", "validity"),
    term("law waived", "법령 검토(생략)", "law (waived)"),
    term("site waived", "현장확인(생략)", "on-site (waived)"),
    term("validity waived", "타당성 검토(생략)", "validity (waived)"),
    term("seoul", "서울시 감사위원회", "Seoul Audit Committee"),
    term("bai", "감사원", "BAI"),
    term("ministry", "중앙부처", "ministry"),
    term("possible", "가능", "possible"),
    term("conditional", "조건부 가능", "conditional"),
    term("not_possible", "불가", "not possible"),
    term("evasion", "법령이 명확하거나 책임 회피 목적", "the law is clear; used to evade responsibility"),
    term("no_self_review", "자체 검토 부족", "not reviewed enough by the applicant"),
    term("after_the_fact", "이미 한 처분의 적법성 확인", "about a disposition already made"),
    term("pending_case", "수사·소송·감사 진행 중이거나 종결", "under investigation, litigation or audit"),
    term("other", "그 밖의 사유", "other"),
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
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Only those that have not ended
    #[arg(long)]
    open: bool,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists requests.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let ended = ["answered", "returned", "withdrawn", "closed", "void"];
    let open = args.open || args.state.as_deref().is_some_and(|state| !ended.contains(&state));
    let filter = Filter::default()
        .only_if(open, "id IN (SELECT id FROM consultation WHERE closed_on IS NULL)")
        .when("year = ?", args.year.map(i64::from))
        .when("department_id = ?", department.map(|department| department.id))
        .when("state = ?", args.state.clone())
        .unless_void(&CONSULTATIONS, args.all, args.state.as_deref());
    Ok(match args.year {
        Some(year) => {
            let title = words::REGISTER_OF.with("year", i64::from(year));
            CONSULTATIONS.list_named(filter, title, &CONSULTATIONS.columns[..CONSULTATIONS.listed])
        }
        None => CONSULTATIONS.list(filter),
    })
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
        ("follow_ups", words::FOLLOW_UPS, Table::held(FOLLOW_UPS.to_vec(), store::follow_ups(db, &code)?)),
        ("attachments", words::ATTACHMENTS, Table::held(ATTACHMENTS.to_vec(), store::attachments(db, &code)?)),
    ] {
        if !table.is_empty() {
            report = report.part(key, title, table);
        }
    }
    Ok(consult::late_extension(db, &code)?.into_iter().fold(report, Report::note))
}
