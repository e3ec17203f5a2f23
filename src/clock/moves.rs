//! What moved the clock of a case, as a file has it in one cell:
//! `supplement:2024-03-06; resumed:2024-03-11; extended:2024-03-12:7`.

use anyhow::Result;
use chrono::NaiveDate;

use crate::import::Row;
use crate::import::agree::Now;
use crate::session::{Change, future};
use crate::typed::{self, Expected};
use crate::words::text;

/// The column that holds it.
pub const KEY: &str = "clock_acts";
const MOVES: Expected = Expected(text(
    "보완·제출·연장의 목록이 필요합니다(예: supplement:2024-03-06; resumed:2024-03-11; extended:2024-03-12:7)",
    "a list of supplements, resumptions and extensions is needed, such as supplement:2024-03-06; resumed:2024-03-11; extended:2024-03-12:7",
));

/// One thing that moved a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// What it was.
    pub kind: String,
    /// Its day.
    pub on: NaiveDate,
    /// By how many days it was extended.
    pub days: Option<i64>,
    /// To whom it was referred.
    pub body: Option<String>,
}

/// Those of a cell, in their order.
fn moves(typed: &str) -> Result<Vec<Move>, Expected> {
    typed.split(';').map(str::trim).filter(|part| !part.is_empty()).map(one).collect()
}

fn one(typed: &str) -> Result<Move, Expected> {
    let mut parts = typed.splitn(3, ':').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_lowercase();
    let on = typed::day(parts.next().unwrap_or_default()).map_err(|_| MOVES)?;
    let what = parts.next();
    let days = what.and_then(|what| what.parse().ok()).filter(|days| *days > 0);
    let told = |days, body: Option<&str>| Ok(Move { kind: kind.clone(), on, days, body: body.map(str::to_lowercase) });
    match (kind.as_str(), what) {
        ("supplement" | "resumed" | "replied", None) => told(None, None),
        ("extended", Some(_)) if days.is_some() => told(days, None),
        ("referred", Some(body)) => told(None, Some(body)),
        _ => Err(MOVES),
    }
}

/// What a row says moved the clock; none of it lies ahead.
pub fn told(change: &Change, row: &Row) -> Vec<Move> {
    let told = row.read(KEY, moves).unwrap_or_default();
    if let Some(ahead) = told.iter().find(|one| one.on > change.today()) {
        row.refused(KEY, &future(ahead.on, change.today()));
    }
    told
}

/// What of it does not stand yet.
pub fn new(told: Vec<Move>, now: &Now) -> Vec<Move> {
    let mut standing = moves(now.is(KEY)).unwrap_or_default();
    let is_new = |one: &Move| match standing.iter().position(|known| known == one) {
        Some(at) => {
            standing.remove(at);
            false
        }
        None => true,
    };
    told.into_iter().filter(is_new).collect()
}

/// What stands must agree with a row that says it, however that is spaced.
pub fn agree(row: &Row, now: &Now, verb: &str) {
    let is_said = row.given(KEY).is_some_and(|cell| moves(cell).ok() != moves(now.is(KEY)).ok());
    if is_said {
        now.agrees(row, &[(KEY, verb)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_what_happened_with_its_day() {
        for (typed, count) in [
            ("", Some(0)),
            ("supplement:2024-03-06", Some(1)),
            (" Supplement: 2024-03-06 ;resumed:2024-03-11;; extended:2024-03-12:7", Some(3)),
            ("referred:2024-03-12:ministry; replied:2024-03-15", Some(2)),
            ("supplement", None),
            ("supplement:2024-03-06:7", None),
            ("extended:2024-03-12", None),
            ("extended:2024-03-12:0", None),
            ("answered:2024-03-12", None),
            ("2024-03-12", None),
        ] {
            assert_eq!(moves(typed).ok().map(|moves| moves.len()), count, "{typed}");
        }
    }
}
