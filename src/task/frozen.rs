//! Months that were frozen before something of a task was recorded, although it happened by their
//! end: what is told, so that somebody freezes them again.

use anyhow::Result;
use chrono::NaiveDate;

use super::store::Task;
use super::words;
use crate::db::Db;
use crate::report::next;
use crate::typed::Month;
use crate::words::Sentence;

/// The frozen months of a task's year that know nothing of what happened on a day, from its own
/// month on, until something `later` takes its place; and the commands that freeze them again.
///
/// # Errors
/// Whatever SQLite says.
pub fn without(db: &Db, task: &Task, on: NaiveDate, later: Option<NaiveDate>) -> Result<Vec<Sentence>> {
    let months = months(db)?;
    Ok(told(months.iter().filter(|month| lacks(month, task, on, later)).cloned()))
}

/// The months that were frozen, in their order.
///
/// # Errors
/// Whatever SQLite says.
pub fn months(db: &Db) -> Result<Vec<String>> {
    Ok(db.rows("SELECT DISTINCT month FROM snapshot ORDER BY month", (), |row| row.get(0))?)
}

/// Whether a frozen month lacks what happened on a day.
pub fn lacks(month: &str, task: &Task, on: NaiveDate, later: Option<NaiveDate>) -> bool {
    let of = |day: NaiveDate| Month::of(day).to_string();
    month.starts_with(&task.year.to_string()) && *month >= *of(on) && later.is_none_or(|later| *month < *of(later))
}

/// That months were frozen without something, and how each is frozen again.
pub fn told(months: impl IntoIterator<Item = String>) -> Vec<Sentence> {
    let months: Vec<String> = months.into_iter().collect();
    let again = months.iter().map(|month| next(format!("proadmin snapshot take {month} --revise --reason …")));
    let told = (!months.is_empty()).then(|| words::FROZEN.with("months", months.join(", ")));
    told.into_iter().chain(again).collect()
}
