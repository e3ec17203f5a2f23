//! `eval sensitivity`.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::Result;
use clap::Args;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value;

use crate::evaluate::answers::{self, Line};
use crate::evaluate::store::Round;
use crate::evaluate::{store, words};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::{Session, Turned};

const COLUMNS: &[Column] = &[
    column("without", "뺀 위원", "without", Holds::Code),
    column("entry", "번호", "entry", Holds::Code),
    column("title", "후보", "title", Holds::Text),
    column("rank", "순위", "rank", Holds::Integer),
    column("rank_without", "빼면 순위", "rank then", Holds::Integer),
    column("total", "총점", "total", Holds::Points).minor(3),
    column("total_without", "빼면 총점", "total then", Holds::Points).minor(2),
    column("grade", "등급", "grade", Holds::Text),
    column("grade_without", "빼면 등급", "grade then", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Sensitivity {
    /// Code of the round
    round: String,
    /// Entries whose rank and grade stay the same too
    #[arg(long = "all")]
    every: bool,
}

/// Ranks the round again with each rater left out, and shows what changes.
pub fn sensitivity(session: &Session, args: &Sensitivity) -> Result<Report> {
    let round = store::find(session.db()?, &args.round)?;
    let (db, left_out) = leaving_out(session, &round)?;
    let now = answers::table(&db, &round, &[])?;
    let mut rows = Vec::new();
    for rater in answers::raters(&db, &round)? {
        left_out.store(rater.id, Ordering::Relaxed);
        let then: HashMap<String, Line> = answers::table(&db, &round, &[])?.into_iter().map(|line| (line.entry.clone(), line)).collect();
        for line in &now {
            let Some(other) = then.get(line.entry.as_str()) else { continue };
            if args.every || line.rank != other.rank || line.grade != other.grade {
                rows.push(row(&rater.name, line, other));
            }
        }
    }
    let said = words::SENSITIVITY.with("code", &round.code).with("title", &round.title);
    let stable = rows.is_empty();
    let report = Report::list("eval sensitivity", said, Table::held(COLUMNS.to_vec(), rows));
    Ok(if stable { report.note(words::STABLE.say()) } else { report })
}

/// The round as if one rater had not scored, and who that is, at first nobody: a rater without
/// a score is in no total. The table asked for is understood once for all of them.
fn leaving_out<'s>(session: &'s Session, round: &Round) -> Result<(Turned<'s>, Arc<AtomicI64>)> {
    let others = format!("SELECT * FROM {{facts}} WHERE round_id = {} AND rater_id <> rater_left_out()", round.id);
    let db = session.supposing_from_now("eval_score", others)?;
    let left_out = Arc::new(AtomicI64::new(0));
    let who = Arc::clone(&left_out);
    let harmless = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    db.connection().create_scalar_function("rater_left_out", 0, harmless, move |_| Ok(who.load(Ordering::Relaxed)))?;
    Ok((db, left_out))
}

fn row(rater: &str, now: &Line, then: &Line) -> Vec<Value> {
    vec![
        rater.to_owned().into(),
        now.entry.clone().into(),
        now.cells[TITLE].clone(),
        now.rank.into(),
        then.rank.into(),
        now.total.into(),
        then.total.into(),
        now.grade.clone().into(),
        then.grade.clone().into(),
    ]
}

/// Where the title stands in a line of the table.
const TITLE: usize = 4;
