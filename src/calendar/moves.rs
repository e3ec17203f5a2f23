//! What a change of the calendar moves: every open clock's due day before and after, by the
//! same views read under a supposition, to be shown before it is recorded.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;

use super::store::{self, Deadline};
use crate::report::Report;
use crate::session::Session;
use crate::words::{Sentence, Text, text};

const MOVE: Text = text("  {code} {title}: {before} → {after}", "  {code} {title}: {before} → {after}");

/// A due day that moves.
#[derive(Clone, Debug)]
pub struct Move {
    before: Deadline,
    after: String,
}

impl Move {
    /// Code, title, the due day before and after.
    pub fn cells(self) -> Vec<Value> {
        [self.before.code, self.before.title, self.before.due, self.after].map(Value::Text).to_vec()
    }
}

/// The supposition that these days were holidays besides those there are.
pub fn with_days(days: &[NaiveDate]) -> String {
    let facts = "SELECT id, date, name, kind, announced_on, source, void_reason FROM {facts}";
    if days.is_empty() {
        return facts.to_owned();
    }
    let rows: Vec<String> = days.iter().map(|day| format!("('{day}')")).collect();
    format!("{facts} UNION ALL SELECT NULL, column1, '', 'temporary', column1, NULL, NULL FROM (VALUES {})", rows.join(", "))
}

/// The supposition that these holidays, by their numbers, were in force or not.
pub fn with_standing(standing: &[(i64, bool)]) -> String {
    let ids = |wanted: bool| {
        let those = standing.iter().filter(|(_, is_in_force)| *is_in_force == wanted);
        those.map(|(id, _)| id.to_string()).collect::<Vec<_>>().join(", ")
    };
    format!(
        "SELECT id, date, name, kind, announced_on, source, CASE WHEN id IN ({}) THEN NULL WHEN id IN ({}) THEN '' ELSE void_reason END
           AS void_reason FROM {{facts}}",
        ids(true),
        ids(false)
    )
}

/// The open clocks whose due day is another under a supposition.
pub fn under(session: &Session, supposition: &str) -> Result<Vec<Move>> {
    let before = store::deadlines(session.db()?)?;
    let after = store::deadlines(&session.supposing("holiday", supposition.to_owned())?)?;
    let after: BTreeMap<String, String> = after.into_iter().map(|deadline| (deadline.code, deadline.due)).collect();
    let moved = |before: Deadline| {
        let after = after.get(&before.code).filter(|due| **due != before.due)?.clone();
        Some(Move { before, after })
    };
    Ok(before.into_iter().filter_map(moved).collect())
}

/// What moves, a line each.
pub fn told(moved: &[Move]) -> Vec<Sentence> {
    let line = |Move { before, after }: &Move| {
        MOVE.with("code", &before.code).with("title", &before.title).with("before", &before.due).with("after", after)
    };
    moved.iter().map(line).collect()
}

/// The report with what moved beside it, where nobody was shown it before.
pub fn unless_shown(session: &Session, report: Report, moved: &[Move]) -> Report {
    if session.asks() { report } else { report.hints(told(moved)) }
}
