//! `nominate enter`: an accepted nomination becomes an entry of an evaluation round.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::db::Db;
use crate::evaluate::judge;
use crate::evaluate::rules::On;
use crate::evaluate::rules::tracks::Member;
use crate::evaluate::store as evaluate;
use crate::nominate::store::Detail;
use crate::nominate::{Act, NOMINATIONS, rules, store, words};
use crate::refusal::Refusal;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;
use crate::words::Sentence;

/// Arguments.
#[derive(Args, Debug)]
pub struct Enter {
    /// Codes; - reads them from stdin
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
    /// Code of the round
    #[arg(long, value_name = "CODE")]
    round: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Makes accepted nominations entries of a round, all or none.
pub fn enter(session: &Session, args: &Enter) -> Result<Report> {
    let day = within_calendar(session.event_day(args.on)?)?;
    let codes = session.codes(&args.codes)?;
    let change = session.change("nominate enter")?;
    let round = evaluate::open_round(&change, &args.round)?;
    let mut done = Vec::new();
    for code in &codes {
        let nomination = store::find(&change, code)?;
        store::history(&change, &nomination)?.with(day, Act::Entered)?;
        rules::not_there_yet(code, &round.code, store::entry_in(&change, nomination.id, &round.code)?.as_deref())?;
        let entry = evaluate::next_code(&change, round.id, evaluate::ENTRIES)?;
        let mut columns = vec![("title", nomination.title.clone().into()), ("department_id", nomination.department_id.into())];
        // It came in with the nomination: that splits ties, and tells who led the task.
        columns.push(("receipt", nomination.received_on.to_string().into()));
        columns.extend(nomination.task_id.map(|task| ("task_id", task.into())));
        let on = ("received_on", On { day, is_given: args.on.is_some() });
        let (id, _) = evaluate::set(&change, round.id, evaluate::ENTRIES, &entry, on, columns)?;
        let merit = merit(&change, nomination.id)?;
        let track = if merit.len() > 1 { "team" } else { "individual" };
        judge::members_where_taken(&change, &round, id, &merit, day).map_err(|error| elsewhere(&change, error, code, track))?;
        let detail = Detail { entry: Some((round.code.clone(), entry.clone())), note: session.options.reason.clone(), ..Detail::default() };
        store::act(&change, nomination.id, day, Act::Entered, &detail)?;
        done.push(words::ENTERED.with("code", code).with("title", &nomination.title).with("round", &round.code).with("entry", entry));
    }
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let report = change.record(&NOMINATIONS, &codes, Sentence::lines(done))?;
    Ok(report.hint(next(format!("proadmin eval show {}", round.code))))
}

/// The refusal of a round that is not for such a nomination, with the open round that is, if
/// there is one.
fn elsewhere(db: &Db, error: anyhow::Error, code: &str, track: &str) -> anyhow::Error {
    let sql = "SELECT code FROM evaluation_round WHERE track = ?1 AND state = 'open' ORDER BY id DESC LIMIT 1";
    let refused = error.downcast::<Refusal>().map(|refusal| refusal.seen(words::NOMINATION, code));
    match (refused, db.row(sql, [track], |row| row.get::<_, String>(0))) {
        (Ok(refusal), Ok(Some(round))) => refusal.way_out(format!("proadmin nominate enter {code} --round {round}")).into(),
        (Ok(refusal), _) => refusal.into(),
        (Err(error), _) => error,
    }
}

/// Whose merit a nomination is: its nominees with their parts.
fn merit(db: &Db, nomination: i64) -> Result<Vec<Member>> {
    let nominees = store::nominees_of(db, nomination)?;
    Ok(nominees.into_iter().map(|nominee| Member { who: nominee.code, share: nominee.share, role: None }).collect())
}
