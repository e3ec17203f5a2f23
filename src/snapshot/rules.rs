//! When a month may be frozen, and how two frozen months differ.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed::Month;

static NOT_OVER: Rule = rule(
    Kind::Rule,
    "E0471",
    "{month:은/는} 아직 끝나지 않았습니다. {last}부터 확정할 수 있습니다(오늘 {today})",
    "{month} is not over: it can be frozen from {last} on (today is {today})",
);
static NOT_TAKEN: Rule = rule(Kind::NotFound, "E0472", "{month} 월별 현황은 확정된 적이 없습니다", "{month} was never frozen");
static NO_REVISION: Rule =
    rule(Kind::NotFound, "E0473", "{month} 월별 현황에 {revision}차가 없습니다", "{month} has no revision {revision}");

/// Whether a month may be frozen: its last day has come.
///
/// # Errors
/// It has not.
pub fn is_over(month: Month, today: NaiveDate) -> Result<(), Refusal> {
    let last = month.last_day();
    if today >= last {
        return Ok(());
    }
    Err(NOT_OVER.with("month", month.to_string()).with("last", last).with("today", today))
}

/// The refusal of a month, or of a revision of it, that was never frozen.
pub fn not_taken(month: Month, revision: Option<i64>) -> Refusal {
    match revision {
        None => NOT_TAKEN.with("month", month.to_string()).way_out(format!("proadmin snapshot take {month}")),
        Some(revision) => {
            let refusal = NO_REVISION.with("month", month.to_string()).with("revision", revision);
            refusal.way_out(format!("proadmin snapshot list --month {month}"))
        }
    }
}

/// A task in a month, to be compared: its cells in the order of the fields, the code first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared<V> {
    /// The task's code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its cells.
    pub cells: Vec<V>,
}

/// One cell that differs. A task that only one side has differs in its code alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<V> {
    /// The task's code.
    pub code: String,
    /// Its title, the later one.
    pub title: String,
    /// Which field.
    pub field: usize,
    /// What it was; none where the task was not there.
    pub before: Option<V>,
    /// What it is; none where the task is not there.
    pub after: Option<V>,
}

/// What differs, in the order of the tasks after, then of those that went.
pub fn differences<V: Clone + PartialEq>(before: &[Compared<V>], after: &[Compared<V>]) -> Vec<Difference<V>> {
    let by_code = |rows: &'_ [Compared<V>]| rows.iter().map(|row| row.code.clone()).zip(0..).collect::<BTreeMap<String, usize>>();
    let (then, now) = (by_code(before), by_code(after));
    let here = after.iter().flat_map(|row| compare(then.get(&row.code).map(|at| &before[*at]), Some(row)));
    let gone = before.iter().filter(|row| !now.contains_key(&row.code)).flat_map(|row| compare(Some(row), None));
    here.chain(gone).collect()
}

fn compare<V: Clone + PartialEq>(then: Option<&Compared<V>>, now: Option<&Compared<V>>) -> Vec<Difference<V>> {
    let Some(row) = now.or(then) else { return Vec::new() };
    let cell = |side: Option<&Compared<V>>, at: usize| side.and_then(|row| row.cells.get(at).cloned());
    let fields = if then.is_some() && now.is_some() { row.cells.len() } else { 1 };
    (0..fields)
        .map(|field| Difference {
            code: row.code.clone(),
            title: row.title.clone(),
            field,
            before: cell(then, field),
            after: cell(now, field),
        })
        .filter(|difference| difference.before != difference.after)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, cells: &[&str]) -> Compared<String> {
        let cells = std::iter::once(code).chain(cells.iter().copied()).map(str::to_owned).collect();
        Compared { code: code.to_owned(), title: code.to_lowercase(), cells }
    }

    #[test]
    fn each_cell_that_differs_is_named_with_before_and_after() {
        let before = [row("A", &["on_track", "40"]), row("B", &["delayed", "10"]), row("C", &["planned", ""])];
        let after = [row("D", &["on_track", ""]), row("A", &["completed", "100"]), row("B", &["delayed", "10"])];
        let said: Vec<(String, usize, Option<String>, Option<String>)> =
            differences(&before, &after).into_iter().map(|found| (found.code, found.field, found.before, found.after)).collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            said,
            [
                ("D".to_owned(), 0, None, some("D")),
                ("A".to_owned(), 1, some("on_track"), some("completed")),
                ("A".to_owned(), 2, some("40"), some("100")),
                ("C".to_owned(), 0, some("C"), None),
            ]
        );
        assert!(differences(&before, &before).is_empty());
    }

    #[test]
    fn a_month_is_frozen_from_its_last_day_on() {
        let day = |text: &str| text.parse().unwrap_or_default();
        for (year, month, today, may) in [
            (2024, 5, "2024-05-30", false),
            (2024, 5, "2024-05-31", true),
            (2024, 5, "2025-05-01", true),
            (2024, 2, "2024-02-28", false),
            (2024, 2, "2024-02-29", true),
            (2024, 12, "2024-12-31", true),
        ] {
            assert_eq!(is_over(Month { year, month }, day(today)).is_ok(), may, "{year}-{month} {today}");
        }
    }
}
