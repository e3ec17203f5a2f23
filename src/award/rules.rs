//! What may be recorded of an award: since when it is known, and of when what came of it is.

use chrono::{Datelike, NaiveDate};

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed::Expected;
use crate::words::text;

static VOIDED: Rule = rule(Kind::Rule, "E0491", "{code:은/는} 무효인 수상입니다", "{code} is void");
static OTHER_YEAR: Rule =
    rule(Kind::Rule, "E0492", "수여일 {on:은/는} {year}년이 아닙니다", "the day it was given, {on}, does not lie in {year}");
static BEFORE_IT: Rule = rule(
    Kind::Rule,
    "E0493",
    "{code}: {on:은/는} 수상({noted}) 전이라 후속을 적을 수 없습니다",
    "{code}: {on} is before the award ({noted}), so nothing can have come of it",
);
static NOT_YET: Rule = rule(Kind::Rule, "E0494", "{year:은/는} 아직 오지 않은 해입니다", "the year {year} has not come yet");
static ANOTHERS: Rule = rule(
    Kind::Rule,
    "E0495",
    "다른 기관({org})의 수상에는 우리 직원을 적을 수 없습니다",
    "the award is another office's ({org}), so no one of our staff can have it",
);

const RANK: Expected = Expected(text("1 이상의 순위가 필요합니다", "a place of 1 or more is needed"));

/// A place: 1 is the first.
///
/// # Errors
/// Anything else.
pub fn rank(typed: &str) -> Result<i64, Expected> {
    typed.trim().trim_end_matches('위').parse().ok().filter(|rank| (1..=10_000).contains(rank)).ok_or(RANK)
}

/// Nothing happens to a void award.
///
/// # Errors
/// It is void.
pub fn not_void(code: &str, is_void: bool) -> Result<(), Refusal> {
    if is_void { Err(VOIDED.with("code", code).way_out("proadmin award list --all")) } else { Ok(()) }
}

/// The year of an award, from its day where that is known.
///
/// # Errors
/// A year that has not come, or a day of another year.
pub fn year(year: Option<i32>, on: Option<NaiveDate>, today: NaiveDate) -> Result<i32, Refusal> {
    let of_day = on.map(|on| on.year());
    let year = year.or(of_day).unwrap_or_else(|| today.year());
    match (of_day, on) {
        (Some(own), Some(on)) if own != year => {
            let refusal = OTHER_YEAR.with("on", on).with("year", i64::from(year));
            Err(refusal.way_out(format!("proadmin award add CONTEST --year {own} --on {on}")))
        }
        _ if year > today.year() => {
            Err(NOT_YET.with("year", i64::from(year)).way_out(format!("proadmin award add CONTEST --year {}", today.year())))
        }
        _ => Ok(year),
    }
}

/// Since when an award is known: the day it was given, else 1 January of its year.
pub fn noted_on(year: i32, given: Option<NaiveDate>, on: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).map_or(today, |first| first.min(today));
    match (given, on) {
        (Some(given), Some(on)) => given.min(on),
        (given, on) => given.or(on).unwrap_or(first),
    }
}

/// What came of an award came after it.
///
/// # Errors
/// It came before.
pub fn after_it(code: &str, noted: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if on >= noted {
        return Ok(());
    }
    Err(BEFORE_IT.with("code", code).with("on", on).with("noted", noted).way_out(format!("--on {noted}")))
}

/// Our staff have our awards.
///
/// # Errors
/// It is another office's.
pub fn ours(org: Option<&str>) -> Result<(), Refusal> {
    match org {
        Some(org) => Err(ANOTHERS.with("org", org).way_out("proadmin award add CONTEST --staff STAFF")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn the_year_is_that_of_the_day_and_has_come() {
        let today = day("2024-06-01");
        for (given, on, found) in [
            (None, None, Ok(2024)),
            (Some(2022), None, Ok(2022)),
            (None, Some("2023-12-01"), Ok(2023)),
            (Some(2023), Some("2023-12-01"), Ok(2023)),
            (Some(2022), Some("2023-12-01"), Err("E0492")),
            (Some(2025), None, Err("E0494")),
        ] {
            assert_eq!(year(given, on.map(day), today).map_err(|refusal| refusal.rule.code), found, "{given:?} {on:?}");
        }
    }

    #[test]
    fn an_award_is_known_since_its_day_or_its_year_began() {
        let today = day("2024-06-01");
        for (year, given, on, known) in [
            (2022, None, None, "2022-01-01"),
            (2024, None, Some("2024-05-02"), "2024-05-02"),
            (2024, Some("2024-04-30"), Some("2024-05-02"), "2024-04-30"),
            (2024, Some("2024-05-30"), Some("2024-05-02"), "2024-05-02"),
            (2025, None, None, "2024-06-01"),
        ] {
            assert_eq!(noted_on(year, given.map(day), on.map(day), today), day(known), "{year} {given:?} {on:?}");
        }
    }

    #[test]
    fn what_may_be_recorded_of_an_award() {
        for (judged, refused) in [
            (not_void("AW-2024-01", false), ""),
            (not_void("AW-2024-01", true), "E0491"),
            (after_it("AW-2024-01", day("2024-05-02"), day("2024-05-02")), ""),
            (after_it("AW-2024-01", day("2024-05-02"), day("2024-05-01")), "E0493"),
            (ours(None), ""),
            (ours(Some("삼척시")), "E0495"),
        ] {
            assert_eq!(judged.err().map_or("", |refusal| refusal.rule.code), refused);
        }
        for (typed, read) in [("1", Some(1)), ("2위", Some(2)), ("0", None), ("최우수", None)] {
            assert_eq!(rank(typed).ok(), read, "{typed}");
        }
    }
}
