//! `eval import`: any of a round's files, in one entry.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::evaluate::import::{Files, criteria_in, files};
use crate::evaluate::rules::On;
use crate::evaluate::{store, words};
use crate::import;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Import {
    /// Code of the round
    round: String,
    #[command(flatten)]
    files: Files,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Imports.
pub fn import(session: &Session, args: &Import) -> Result<Report> {
    // What a file corrects keeps its day; the day given is that of what is new.
    let on = On { is_given: false, ..super::on(session, args.on)? };
    // A closed round is refused before any file is read.
    let round = store::open_round(session.db()?, &args.round)?;
    let mut known: Vec<String> = store::all(session.db()?, round.id, store::CRITERIA)?.into_iter().map(|named| named.name).collect();
    // Criteria that come in with the sheet are its headings too.
    known.extend(args.files.criteria.iter().flat_map(|file| criteria_in(file)));
    let code = round.code;
    let report = import::run_all(session, "eval import", &[&code], &[], &|| files(&code, on, &args.files, &known))?;
    let report = if args.on.is_some() { report.hint(words::KEEPS_DAY.say()) } else { report };
    Ok(report.hint(next(format!("proadmin eval table {code}"))))
}
