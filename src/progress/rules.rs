//! When progress may be logged, as of which day a month is judged, and what a fall is.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::task::rules::{History, Phase, not_before_proposal, not_void};
use crate::typed::Month;

static NOT_SELECTED: Rule = rule(
    Kind::Rule,
    "E0461",
    "{code}: {on}에는 아직 선정되지 않은 후보여서 진척을 적을 수 없습니다",
    "{code}: it was still a candidate on {on}, and a candidate has no progress",
);
static CLOSED: Rule = rule(
    Kind::Rule,
    "E0462",
    "{code}: {on}에는 이미 종결된 과제여서 진척을 적을 수 없습니다",
    "{code}: the task was closed by {on}, and a closed task has no further progress",
);
static NO_REPORT: Rule = rule(Kind::NotFound, "E0464", "{code}: {on}에는 진척 보고가 없습니다", "{code}: no progress was logged for {on}");
static NOT_BEGUN: Rule =
    rule(Kind::Rule, "E0463", "{month:은/는} 아직 시작되지 않았습니다(오늘 {today})", "{month} has not begun yet (today is {today})");

static FILLED: Rule = rule(
    Kind::Rule,
    "E0465",
    "{file:은/는} 누가 채운 보고서입니다(모두 {count}개). 빈 것으로 바꾸지 않았습니다",
    "{file} has been filled in by someone ({count} in all); it was not replaced by an empty one",
);

/// A return that was filled in is someone's work: a script blanks none unless it is told to.
///
/// # Errors
/// Some are.
pub fn not_filled(filled: &[PathBuf]) -> Result<(), Refusal> {
    let Some(first) = filled.first() else { return Ok(()) };
    Err(FILLED.with("file", first).with("count", filled.len()).way_out("--to DIR").way_out("-y"))
}

/// The refusal of a day that has no report; `near` are the days that have one.
pub fn none(code: &str, on: NaiveDate, near: &[NaiveDate]) -> Refusal {
    let refusal = NO_REPORT.with("code", code).with("on", on);
    let refusal = near.iter().take(3).fold(refusal, |refusal, day| refusal.way_out(format!("--on {day}")));
    refusal.way_out(format!("proadmin progress list {code}"))
}

/// Whether progress can be logged for a day: the task was selected and open during it.
///
/// # Errors
/// It was not.
pub fn may_log(history: &History, on: NaiveDate) -> Result<(), Refusal> {
    not_void(&history.code, history.is_void)?;
    not_before_proposal(&history.code, on, history.proposed_on)?;
    let phases = history.during(on);
    if phases.iter().any(|phase| matches!(phase, Phase::Open | Phase::Suspended)) {
        return Ok(());
    }
    let code = &history.code;
    Err(if phases.contains(&Phase::Closed) {
        CLOSED.with("code", code).with("on", on).way_out(format!("proadmin task reopen {code} --reason …"))
    } else {
        NOT_SELECTED.with("code", code).with("on", on).way_out(format!("proadmin task select {code} --on {on}"))
    })
}

/// Whether a percentage falls below the one before it.
pub fn falls(before: Option<i64>, percent: i64) -> bool {
    before.is_some_and(|before| percent < before)
}

/// The day as of which a month is judged: its last, or today while it runs.
///
/// # Errors
/// A month that has not begun.
pub fn judged_on(month: Month, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    if month > Month::of(today) {
        return Err(NOT_BEGUN.with("month", month.to_string()).with("today", today));
    }
    Ok(month.last_day().min(today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::{Act, Closing};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn progress_is_logged_while_a_task_is_selected_and_open() {
        let acts = vec![
            (day("2024-02-01"), Act::Selected),
            (day("2024-03-01"), Act::Suspended),
            (day("2024-04-01"), Act::Resumed),
            (day("2024-06-30"), Act::Closed(Closing::Completed)),
        ];
        let history = History { code: "KT-2024-01".to_owned(), proposed_on: day("2024-01-10"), is_void: false, acts };
        for (on, refused) in [
            ("2024-01-09", "E0402"),
            ("2024-01-31", "E0461"),
            ("2024-02-01", ""),
            ("2024-03-15", ""),
            ("2024-06-30", ""),
            ("2024-07-01", "E0462"),
        ] {
            assert_eq!(may_log(&history, day(on)).err().map_or("", |refusal| refusal.rule.code), refused, "{on}");
        }
    }

    #[test]
    fn a_month_is_judged_on_its_last_day_or_today() {
        let month = |year, month| Month { year, month };
        for (which, today, on) in [
            (month(2024, 2), "2024-05-10", Some("2024-02-29")),
            (month(2024, 5), "2024-05-10", Some("2024-05-10")),
            (month(2024, 5), "2024-05-31", Some("2024-05-31")),
            (month(2024, 6), "2024-05-31", None),
            (month(2025, 1), "2024-05-31", None),
        ] {
            assert_eq!(judged_on(which, day(today)).ok(), on.map(day), "{which} {today}");
        }
    }

    #[test]
    fn only_less_than_before_is_a_fall() {
        for (before, now, fall) in [(None, 0, false), (Some(40), 40, false), (Some(40), 39, true), (Some(0), 100, false)] {
            assert_eq!(falls(before, now), fall);
        }
    }
}
