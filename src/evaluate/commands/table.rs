//! `eval table`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::evaluate::answers::{self, Line};
use crate::evaluate::store::{Named, Round};
use crate::evaluate::{COUNTED, TABLE, store, words};
use crate::report::{Column, Kind as Holds, Report, Table as Held, points};
use crate::session::Session;
use crate::words::{Sentence, Text};

/// So many names are told in a remark.
const TOLD: usize = 10;

/// Arguments.
#[derive(Args, Debug)]
pub struct Table {
    /// Code of the round
    round: String,
}

/// Shows the evaluation table, with what is missing under it.
pub fn table(session: &Session, args: &Table) -> Result<Report> {
    let round = store::find(session.db()?, &args.round)?;
    let db = &super::only(session, &round)?;
    let criteria = answers::criteria(db, &round)?;
    let lines = answers::table(db, &round, &criteria)?;
    let mut columns = TABLE.to_vec();
    // The first criteria stay longest on a narrow terminal.
    let minor = |at: usize| u8::try_from(at).unwrap_or(8).saturating_add(7).min(9);
    columns.extend(criteria.iter().enumerate().map(|(at, c)| Column::named(c.name.clone(), Holds::Points).minor(minor(at))));
    let rows = lines.iter().map(|line| line.cells.clone()).collect();
    let said = words::TABLE.with("code", &round.code).with("title", &round.title);
    let mut report = Report::list("eval table", said, Held::held(columns, rows));
    report.attention = lines.iter().any(|line| line.undecided || line.missing > 0 || line.parts_missing > 0);
    report.notes = [how(db, &round)?, sums(db, &round, &criteria)?, lacks(db, &round, &lines)?].concat();
    if let (Some(on), Some(hash)) = (round.closed_on, &round.closed_hash) {
        report.notes.push(words::WAS_CLOSED.with("on", on).with("hash", hash));
    }
    let counted = answers::counted(db, &round)?;
    if !counted.is_empty() {
        report = report.part("counted", words::COUNTED, Held::held(COUNTED.to_vec(), counted));
    }
    super::with_bonuses(report, db, &round)
}

/// How the round counts, where that is not simply the mean of all sheets.
fn how(db: &crate::db::Db, round: &Round) -> Result<Vec<Sentence>> {
    let rows = answers::under(db, round.id, "r.trim, r.method", "eval_round r WHERE r.id = :round", "r.id")?;
    let mut notes = Vec::new();
    if let Some([Value::Integer(trim), Value::Text(method)]) = rows.first().map(Vec::as_slice) {
        if *trim > 0 {
            notes.push(words::IS_TRIMMED.with("trim", *trim).with("need", 2 * trim + 2));
        }
        if method == "median" {
            notes.push(words::IS_MEDIAN.say());
        }
    }
    Ok(notes)
}

/// Warnings where maxima or weights do not add up to a hundred.
fn sums(db: &crate::db::Db, round: &Round, criteria: &[Named]) -> Result<Vec<Sentence>> {
    let warn = |what: Text, sum: i64| words::NOT_A_HUNDRED.with("what", what).with("sum", points(sum));
    let maxima: i64 = criteria.iter().map(|criterion| criterion.max).sum();
    let components = answers::components(db, round)?;
    let weights: i64 = components.iter().map(|(_, _, weight)| weight).sum();
    let mut notes = Vec::new();
    if !criteria.is_empty() && maxima != 10_000 {
        notes.push(warn(words::MAXIMA, maxima));
    }
    // Indicators with their points as they are make the whole by their caps.
    let all_counted = components.iter().all(|(_, _, weight)| *weight == 10_000);
    if weights != 10_000 && !all_counted {
        notes.push(warn(words::WEIGHTS, weights));
    }
    Ok(notes)
}

/// What is missing, by name.
fn lacks(db: &crate::db::Db, round: &Round, lines: &[Line]) -> Result<Vec<Sentence>> {
    let mut notes = Vec::new();
    let missing: i64 = lines.iter().map(|line| line.missing).sum();
    if missing > 0 {
        notes.push(words::MISSING.with("count", missing));
    }
    if lines.iter().any(|line| line.incomplete > 0) {
        notes.push(words::INCOMPLETE.with("sheets", told(&answers::sheets_in(db, round, "incomplete")?)));
    }
    let too_few = answers::with_too_few(db, round)?;
    if !too_few.is_empty() {
        notes.push(words::TOO_FEW.with("entries", told(&too_few)));
    }
    let no_part: Vec<String> = lines.iter().filter(|line| line.parts_missing > 0).map(|line| line.entry.clone()).collect();
    if !no_part.is_empty() {
        notes.push(words::NO_PART.with("entries", told(&no_part)));
    }
    let undecided: Vec<String> = lines.iter().filter(|line| line.undecided).map(|line| line.entry.clone()).collect();
    if !undecided.is_empty() {
        notes.push(words::UNDECIDED.with("entries", told(&undecided)).with("code", &round.code));
    }
    Ok(notes)
}

fn told(names: &[String]) -> Sentence {
    let list = names.iter().take(TOLD).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > TOLD { words::AND_MORE.with("list", list).with("count", names.len() - TOLD) } else { words::AS_IT_IS.with("it", list) }
}
