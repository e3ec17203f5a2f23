//! `consult letter`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::consult::{CONSULTATIONS, RESULTS, letter as document, store};
use crate::refusal::{Kind, Rule, rule};
use crate::register::Under;
use crate::report::{Document, Kind as Holds, Report, Rows, column};
use crate::session::Session;
use crate::words::{Text, text};

static NO_LETTER: Rule = rule(Kind::NotFound, "E0430", "{code}의 의견서가 없습니다", "{code} has no such opinion letter");
const TITLE: Text = text("의견서 {code}", "Opinion letter {code}");
const WITH_THE_NAME: Text = text(
    "수신인의 성명을 적은 발송용입니다. 보존된 의견서에는 가려져 있습니다",
    "to send: the recipient's name is written in; on the letter that is kept it stays masked",
);
const LETTERS: Under = Under {
    view: "opinion_letter",
    of: "code",
    columns: &[
        column("code", "접수번호", "code", Holds::Code),
        column("revision", "차수", "no", Holds::Integer),
        column("issued_on", "발송일", "issued", Holds::Date),
        column("due", "당시 기한", "due then", Holds::Date),
        column("result", "의견", "result", Holds::Term(RESULTS)),
        column("in_force", "유효", "in force", Holds::Flag),
        column("reason", "정정 사유", "why corrected", Holds::Text),
        column("text", "본문", "text", Holds::Text),
    ],
    order: "revision DESC",
};

/// Arguments.
#[derive(Args, Debug)]
pub struct Letter {
    /// Code
    code: String,
    /// Which letter [default: the last]
    #[arg(long, value_name = "N")]
    revision: Option<i64>,
    /// As a page to print, like -o html
    #[arg(long)]
    html: bool,
}

/// Prints an opinion letter.
pub fn letter(session: &Session, args: &Letter) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let case = store::find(db, &code)?;
    let Some(mut letter) = document::issued(db, &code, args.revision)? else {
        return Err(NO_LETTER.with("code", &code).way_out(format!("proadmin {} show {code}", CONSULTATIONS.noun)).into());
    };
    let mut table = LETTERS.table(db, &code)?;
    if let Rows::Held(rows) = &mut table.rows {
        rows.retain(|row| args.revision.is_none_or(|revision| row[1] == Value::Integer(revision)));
        rows.truncate(1);
        for row in rows {
            row.push(letter.seal.as_ref().map(ToString::to_string).into());
        }
        table.columns.push(column("seal", "봉인", "seal", Holds::Code));
    }
    let name = if session.options.personal && case.applicant_type == "petitioner" { document::applicant(db, case.id)? } else { None };
    let to_mind = if name.is_some() { vec![WITH_THE_NAME.say()] } else { document::to_a_person(db, &case)? };
    if let Some(name) = name {
        letter = letter.addressed_to(&name);
    }
    let mut report = Report::record("consult letter", TITLE.with("code", &code), table);
    let page = letter.html();
    report.document = Some(if args.html { page.into() } else { Document { text: letter.printed(), html: Some(page), is_file: false } });
    Ok(report.hints(to_mind))
}
