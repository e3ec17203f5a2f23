//! `consult letter`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::consult::{CONSULTATIONS, RESULTS, letter as document, store};
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::words::{Text, text};

static NO_LETTER: Rule = rule(Kind::NotFound, "E0430", "{code}의 의견서가 없습니다", "{code} has no such opinion letter");
const TITLE: Text = text("의견서 {code}", "Opinion letter {code}");
const COLUMNS: &[Column] = &[
    column("code", "접수번호", "code", Holds::Code),
    column("revision", "차수", "no", Holds::Integer),
    column("issued_on", "발송일", "issued", Holds::Date),
    column("due", "당시 기한", "due then", Holds::Date),
    column("result", "의견", "result", Holds::Term(RESULTS)),
    column("in_force", "유효", "in force", Holds::Flag),
    column("reason", "정정 사유", "why corrected", Holds::Text),
    column("text", "본문", "text", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Letter {
    /// Code
    code: String,
    /// Which letter [default: the last]
    #[arg(long, value_name = "N")]
    revision: Option<i64>,
    /// As a page to print
    #[arg(long)]
    html: bool,
}

/// Prints an opinion letter.
pub fn letter(session: &Session, args: &Letter) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let case = store::find(db, &code)?;
    let Some(letter) = document::issued(db, &code, args.revision)? else {
        return Err(NO_LETTER.with("code", &code).way_out(format!("proadmin {} show {code}", CONSULTATIONS.noun)).into());
    };
    let keys = COLUMNS.iter().map(|column| column.key.as_ref()).collect::<Vec<_>>().join(", ");
    let mut rows = store::under(db, "opinion_letter", &keys, &code, "revision DESC")?;
    if let Some(revision) = args.revision {
        rows.retain(|row| row[1] == Value::Integer(revision));
    }
    rows.truncate(1);
    let mut report = Report::record("consult letter", TITLE.with("code", &code), Table::held(COLUMNS.to_vec(), rows));
    report.document = Some(if args.html { letter.html() } else { letter.text });
    Ok(document::to_a_person(&case).into_iter().fold(report, Report::hint))
}
