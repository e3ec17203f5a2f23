//! `eval import`: any of a round's files, in one entry.

use std::path::PathBuf;

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
#[command(group = clap::ArgGroup::new("files").args(["components", "criteria", "entries", "raters", "scores", "conflicts", "bonuses", "grades"]).required(true).multiple(true))]
pub struct Import {
    /// Code of the round
    round: String,
    /// File of components (component,weight)
    #[arg(long, value_name = "FILE")]
    components: Option<PathBuf>,
    /// File of criteria (criterion,max)
    #[arg(long, value_name = "FILE")]
    criteria: Option<PathBuf>,
    /// File of entries (entry,title,department)
    #[arg(long, value_name = "FILE")]
    entries: Option<PathBuf>,
    /// File of raters (rater)
    #[arg(long, value_name = "FILE")]
    raters: Option<PathBuf>,
    /// File of scores (entry,rater,criterion,points, or entry,rater and a column for each criterion)
    #[arg(long, value_name = "FILE")]
    scores: Option<PathBuf>,
    /// File of conflicts (entry,rater,reason)
    #[arg(long, value_name = "FILE")]
    conflicts: Option<PathBuf>,
    /// File of bonus points (entry,points,reason)
    #[arg(long, value_name = "FILE")]
    bonuses: Option<PathBuf>,
    /// File of grades, the highest first (grade, and count or percent)
    #[arg(long, value_name = "FILE")]
    grades: Option<PathBuf>,
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
    known.extend(args.criteria.iter().flat_map(|file| criteria_in(file)));
    let code = round.code;
    let given = Files {
        components: args.components.clone(),
        criteria: args.criteria.clone(),
        entries: args.entries.clone(),
        raters: args.raters.clone(),
        scores: args.scores.clone(),
        conflicts: args.conflicts.clone(),
        bonuses: args.bonuses.clone(),
        grades: args.grades.clone(),
    };
    let report = import::run_all(session, "eval import", &[&code], &[], &|| files(&code, on, &given, &known))?;
    let report = if args.on.is_some() { report.hint(words::KEEPS_DAY.say()) } else { report };
    Ok(report.hint(next(format!("proadmin eval table {code}"))))
}
