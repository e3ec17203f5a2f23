//! `eval close` and `eval verify`.

use std::collections::HashMap;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::db::Db;
use crate::evaluate::rules::Closing;
use crate::evaluate::store::Round;
use crate::evaluate::{ROUNDS, answers, judge, rules, store, words};
use crate::prompt;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::typed;

static DIFFERS: Rule = rule(
    Kind::Integrity,
    "E0631",
    "{code}: 다시 계산한 결과가 마감 결과와 다릅니다({count}군데)",
    "{code}: the results are not as they were closed ({count:difference/differences})",
);
static HASH_DIFFERS: Rule = rule(
    Kind::Integrity,
    "E0632",
    "{code}: 남아 있는 결과가 마감 때의 해시와 맞지 않습니다",
    "{code}: the stored results do not fit the hash they were closed with",
);

/// Arguments.
#[derive(Args, Debug)]
pub struct Close {
    /// Code of the round
    round: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Close although sheets are missing, and why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    accept_missing: Option<String>,
    /// The code of the round, to confirm
    #[arg(long, value_name = "CODE")]
    confirm: Option<String>,
}

/// Closes a round: its results are stored with their hash, and nothing in it changes again.
pub fn close(session: &Session, args: &Close) -> Result<Report> {
    let on = super::on(session, args.on)?.day;
    // A person may think long: they are asked before the lock is taken, and the round is judged
    // again under it. What refuses already waits until a repeated request was told its answer.
    let asked = judged(session.db()?, args, on);
    if let Ok((round, closing)) = &asked {
        let question = words::ASK_CLOSE.with("code", &round.code).with("title", &round.title).with("count", closing.entries);
        prompt::confirm_by_code(session, &question, &round.code, args.confirm.as_deref())?;
    }
    let change = session.change("eval close")?;
    asked?;
    let (round, closing) = judged(&change, args, on)?;
    let missing = closing.sheets_missing + closing.parts_missing;
    let hash = answers::close(&change, &round, on, missing, args.accept_missing.as_deref())?;
    let short: String = hash.chars().take(12).collect();
    let done = words::CLOSED.with("code", &round.code).with("title", &round.title).with("on", on);
    let done = done.with("count", closing.entries).with("hash", short);
    let report = change.record(&ROUNDS, &[&round.code], done)?;
    let named = closing.without_total.iter().map(|(entry, why)| words::STANDS_LAST.with("entry", entry).with("why", *why));
    Ok(report.hints(named).hint(next(format!("proadmin eval verify {}", round.code))))
}

/// The round, and that it may be closed.
fn judged(db: &Db, args: &Close, on: NaiveDate) -> Result<(Round, Closing)> {
    let round = store::open_round(db, &args.round)?;
    judge::whole(db, &round)?;
    let closing = answers::closing(db, &round)?;
    rules::close(&closing, on, args.accept_missing.is_some())?;
    Ok((round, closing))
}

const VERIFIED: &[Column] = &[
    column("code", "평가 번호", "code", Holds::Code),
    column("closed_on", "마감일", "closed", Holds::Date),
    column("entries", "후보", "entries", Holds::Integer),
    column("verified", "일치", "as closed", Holds::Flag),
    column("closed_hash", "결과 해시", "hash of the results", Holds::Code),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Verify {
    /// Code of the round
    round: String,
}

/// Computes a closed round again and compares it with the results it was closed with.
pub fn verify(session: &Session, args: &Verify) -> Result<Report> {
    let round = store::find(session.db()?, &args.round)?;
    let db = &super::only(session, &round)?;
    rules::is_closed(&round.code, round.closed_on.is_some())?;
    let closed = answers::results(db, &round, "eval_result")?;
    let now = answers::results(db, &round, "evaluation_result")?;
    let hash = round.closed_hash.clone().unwrap_or_default();
    let found = differences(&closed, &now);
    if !found.is_empty() {
        let refusal = DIFFERS.with("code", &round.code).with("count", found.len());
        return Err(found.into_iter().take(20).fold(refusal, Difference::seen).way_out("proadmin log").into());
    }
    if answers::hash(&round, &closed) != hash {
        return Err(HASH_DIFFERS.with("code", &round.code).way_out("proadmin log").into());
    }
    Ok(verified(&round, closed.len(), hash))
}

fn verified(round: &Round, entries: usize, hash: String) -> Report {
    let on = round.closed_on.map(|on| on.to_string());
    let entries = i64::try_from(entries).unwrap_or(i64::MAX);
    let row = vec![round.code.clone().into(), on.into(), entries.into(), true.into(), hash.into()];
    let said = words::VERIFIED.with("code", &round.code).with("title", &round.title);
    Report::record("eval verify", said, Table::held(VERIFIED.to_vec(), vec![row]))
}

/// One cell that is not as it was closed.
struct Difference {
    entry: String,
    column: &'static str,
    then: String,
    now: String,
}

impl Difference {
    fn seen(refusal: Refusal, found: Self) -> Refusal {
        let place = words::PLACE.with("entry", found.entry).with("column", found.column);
        refusal.seen_at(place, words::DIFFERS.with("then", found.then).with("now", found.now))
    }
}

/// The cells of two results that differ; a row that one of them lacks differs in its entry.
fn differences(closed: &[Vec<Value>], now: &[Vec<Value>]) -> Vec<Difference> {
    let (then_of, now_of) = (by_entry(closed), by_entry(now));
    let nothing = vec![Value::Null; answers::RESULT.len()];
    let mut found = Vec::new();
    for row in closed {
        let other = now_of.get(entry_of(row)).copied().unwrap_or(&nothing);
        let pairs = answers::RESULT.into_iter().zip(row.iter().zip(other)).filter(|(_, (then, now))| then != now);
        found.extend(pairs.map(|(column, (then, now))| difference(&row[0], column, then, now)));
    }
    let added = now.iter().filter(|row| !then_of.contains_key(entry_of(row)));
    found.extend(added.map(|row| difference(&row[0], "entry", &Value::Null, &row[0])));
    found
}

/// The rows of results by their entry.
fn by_entry(rows: &[Vec<Value>]) -> HashMap<&str, &Vec<Value>> {
    rows.iter().map(|row| (entry_of(row), row)).collect()
}

/// The entry of a result, its first column.
fn entry_of(row: &[Value]) -> &str {
    match row.first() {
        Some(Value::Text(entry)) => entry,
        _ => "",
    }
}

fn difference(entry: &Value, column: &'static str, then: &Value, now: &Value) -> Difference {
    let shown = |value: &Value| match value {
        Value::Integer(number) if column == "total" => crate::report::points(*number),
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        _ => "-".to_owned(),
    };
    Difference { entry: shown(entry), column, then: shown(then), now: shown(now) }
}
