//! How what offices published goes in: how many were selected by grade, and which rewards there
//! are for whom. The same row again is the same fact; another number for it corrects it.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;

use super::event;
use crate::import::published::{self, Values, count as counted};
use crate::import::{Outcome, Row};
use crate::report::{Column, Kind as Holds, column};
use crate::reward::rules;
use crate::session::Change;
use crate::typed;

/// Columns that only a file has.
pub(super) const ONLY_IMPORTED: &[Column] = &[column("team_persons", "팀 인원", "persons in teams", Holds::Integer)];

const COUNTS: [&str; 8] = ["submitted", "shortlisted", "selected", "grand", "excellent", "encouragement", "teams", "team_persons"];

/// How many were selected.
pub(super) fn count(change: &Change, row: &Row) -> Result<Outcome> {
    let key = natural(row, &[]);
    let mut values = Values::new();
    for column in COUNTS {
        values.extend(row.read(column, counted).map(|count| (column, count.into())));
    }
    let announced = event(change, row, "announced_on");
    values.extend(announced.map(|on| ("announced_on", on.to_string().into())));
    values.extend(row.read("note", typed::long_text).map(|note| ("note", note.into())));
    values.extend(row.read("source", typed::title).map(|source| ("source", source.into())));
    published::keep(change, row, "selection_count", key, values, known_on(row))
}

/// Which rewards there are.
pub(super) fn rule(change: &Change, row: &Row) -> Result<Outcome> {
    let applies = row.required("grade_or_role", typed::title).map(Value::from);
    let key = natural(row, &[("applies_to", applies)]);
    let mut values = Values::new();
    values.extend(row.required("rewards", typed::title).map(|rewards| ("rewards", rewards.into())));
    values.extend(row.read("choose_n", counted).filter(|count| *count > 0).map(|count| ("choose", count.into())));
    values.extend(row.read("source", typed::title).map(|source| ("source", source.into())));
    published::keep(change, row, "published_reward", key, values, known_on(row))
}

/// It is known since its year began.
fn known_on(row: &Row) -> NaiveDate {
    row.read("year", typed::year).and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)).unwrap_or_default()
}

/// What tells one from another: the office, the year, the half.
fn natural(row: &Row, more: &[(&'static str, Option<Value>)]) -> Option<Values> {
    let org = row.required("org", typed::title);
    let year = row.required("year", typed::year);
    let half = row.read("half", rules::half);
    let mut key = vec![("org", org?.into()), ("year", i64::from(year?).into()), ("half", half.into())];
    for (column, value) in more {
        key.push((column, value.clone()?));
    }
    Some(key)
}
