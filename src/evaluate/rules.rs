//! What may be recorded in a round; `closing` says when it may be closed, `raters` what names a
//! rater, `tracks` what each track asks for, `stages` who comes through to the next round.

mod closing;
mod raters;
pub mod stages;
pub mod tracks;

pub use closing::{Closing, NO_CRITERION, NO_PART, NO_SHEET, TOO_FEW, close, is_closed};
pub use raters::{is_rater_code, person_name, rater_shown};

use chrono::NaiveDate;

use crate::refusal::{KNOWN, Kind, Refusal, Rule, rule};
use crate::typed;
use crate::words::points as shown;
use crate::words::{Text, quoted, text};

static CLOSED: Rule = rule(
    Kind::Rule,
    "E0601",
    "{code:은/는} {on}에 마감한 평가입니다. 마감한 평가는 바꿀 수 없습니다",
    "{code} was closed on {on}; nothing changes in a closed round",
);
static VOID: Rule = rule(Kind::Rule, "E0602", "{code:은/는} 무효인 평가입니다", "{code} is void");
static ABOVE_MAX: Rule =
    rule(Kind::Rule, "E0603", "{criterion}: {points}점은 만점 {max}점을 넘습니다", "{criterion}: {points} is above its maximum of {max}");
static BELOW_ZERO: Rule = rule(Kind::Rule, "E0604", "{criterion}: {points}점은 0점보다 낮습니다", "{criterion}: {points} is below 0");
static NO_SUCH: Rule = rule(Kind::NotFound, "E0605", "{code}에 '{typed}' {what:이/가} 없습니다", "{code} has no {what} '{typed}'");
static NO_RUBRIC: Rule =
    rule(Kind::NotFound, "E0623", "'{typed}'{typed:~이라는/라는} 기본 항목표가 없습니다", "there is no rubric '{typed}'");
static RESERVED: Rule = rule(
    Kind::Rule,
    "E0606",
    "'{name}'{name:~은/는} 집계표의 열 이름이라 항목 이름으로 쓸 수 없습니다",
    "'{name}' is a column of the table already",
);
static TOO_MUCH: Rule = rule(
    Kind::Rule,
    "E0607",
    "등급 비율을 더하면 {sum}%입니다. 100%를 넘을 수 없습니다",
    "the grades' shares add up to {sum}%, more than 100%",
);
static MIXED: Rule = rule(
    Kind::Rule,
    "E0608",
    "한 평가의 등급은 모두 인원(--count)이거나 모두 비율(--percent)이어야 합니다",
    "the grades of a round are all by count or all by per cent",
);
static SCORED_ABOVE: Rule = rule(
    Kind::Rule,
    "E0609",
    "{criterion}: 이미 {points}점이 적혀 있어 만점을 {max}점으로 낮출 수 없습니다",
    "{criterion}: {points} was scored already, so its maximum cannot become {max}",
);
static NOT_ON_EDGE: Rule = rule(
    Kind::Rule,
    "E0612",
    "{entry:은/는} 등급 경계의 동점이 아닙니다. 등급은 총점이 정합니다",
    "{entry} is not tied across a grade's edge; its total decides the grade",
);
static SCORED_BY_RATERS: Rule = rule(
    Kind::Rule,
    "E0615",
    "'{name}'{name:~은/는} 심사위원이 항목별로 채점하는 구성 요소입니다",
    "'{name}' is scored by raters, criterion by criterion",
);
static COUNTS_EVENTS: Rule = rule(
    Kind::Rule,
    "E0625",
    "'{name}'{name:~은/는} 기록에서 세는 지표라 점수를 적을 수 없습니다",
    "'{name}' is an indicator, which counts records: no score is entered for it",
);
static OTHER_KIND: Rule = rule(
    Kind::Rule,
    "E0626",
    "'{name}'{name:~은/는} 이미 다른 종류의 구성 요소입니다. 지표와 다른 것은 서로 바꿀 수 없습니다",
    "'{name}' is a component of another kind already; an indicator and what is none do not change into each other",
);
static NOT_A_REVIEW: Rule =
    rule(Kind::Rule, "E0616", "'{name}'{name:~은/는} 심사(review) 구성 요소가 아닙니다", "'{name}' is not a review component");
static SAME_ENTRY: Rule = rule(Kind::Usage, "E0619", "서로 다른 두 후보를 주십시오", "two different entries are needed");
static IN_USE: Rule =
    rule(Kind::Rule, "E0621", "'{name}'{name:~은/는} 쓰이고 있어 무효로 할 수 없습니다", "'{name}' is in use and cannot be voided");
static OTHER_DAY: Rule = rule(
    Kind::Rule,
    "E0624",
    "이미 {stands}에 적은 것입니다. 고쳐도 그날에 적은 것으로 남으므로 {given}로 바꿀 수 없습니다",
    "this was recorded on {stands}; corrected, it keeps that day and cannot become one of {given}",
);

/// A criterion of a round.
pub const CRITERION: Text = text("항목", "criterion");
/// A component of a round.
pub const COMPONENT: Text = text("구성 요소", "component");
/// An entry of a round.
pub const ENTRY: Text = text("후보", "entry");
/// A rater of a round.
pub const RATER: Text = text("심사위원", "rater");
/// A grade of a round.
pub const GRADE: Text = text("등급", "grade");

/// The columns of the table, which no criterion may be called.
const RESERVED_NAMES: [&str; 10] = ["rank", "tied", "code", "entry", "title", "department", "total", "raters", "missing", "grade"];

/// What was recorded before keeps its day when it is corrected.
///
/// # Errors
/// Another day was given.
pub fn keeps_day(on: On, stands: NaiveDate) -> Result<(), Refusal> {
    if !on.is_given || on.day == stands { Ok(()) } else { Err(OTHER_DAY.with("stands", stands).with("given", on.day)) }
}

/// The day on which something happens in a round, and whether it was given or is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct On {
    /// The day.
    pub day: NaiveDate,
    /// Whether it was given.
    pub is_given: bool,
}

/// Nothing changes in a round that is closed or void.
///
/// # Errors
/// It is.
pub fn may_change(code: &str, closed_on: Option<NaiveDate>, is_void: bool) -> Result<(), Refusal> {
    match closed_on {
        Some(on) => Err(CLOSED.with("code", code).with("on", on).way_out(format!("proadmin eval table {code}"))),
        None if is_void => Err(VOID.with("code", code)),
        None => Ok(()),
    }
}

/// Points of a criterion or a component lie between 0 and its maximum.
///
/// # Errors
/// They do not.
pub fn within(name: &str, points: i64, max: i64) -> Result<(), Refusal> {
    let met = |rule: &'static Rule| rule.with("criterion", name).with("points", shown(points));
    match points {
        points if points < 0 => Err(met(&BELOW_ZERO)),
        points if points > max => Err(met(&ABOVE_MAX).with("max", shown(max))),
        _ => Ok(()),
    }
}

/// A maximum is not lowered below what was scored.
///
/// # Errors
/// It is.
pub fn maximum(name: &str, max: i64, highest: Option<i64>) -> Result<(), Refusal> {
    match highest {
        Some(points) if points > max => Err(SCORED_ABOVE.with("criterion", name).with("points", shown(points)).with("max", shown(max))),
        _ => Ok(()),
    }
}

/// A criterion is not called like another column of the table.
///
/// # Errors
/// It is.
pub fn criterion_name(name: &str) -> Result<(), Refusal> {
    let taken = RESERVED_NAMES.iter().any(|reserved| reserved.eq_ignore_ascii_case(name));
    if taken { Err(RESERVED.with("name", name)) } else { Ok(()) }
}

/// Something that a round does not have, with what it has.
pub fn no_such(code: &str, what: Text, typed: &str, known: &[String]) -> Refusal {
    let refusal = NO_SUCH.with("code", code).with("what", what).with("typed", typed);
    let list = known.iter().take(20).cloned().collect::<Vec<_>>().join(", ");
    let refusal = if list.is_empty() { refusal } else { refusal.seen(KNOWN, list) };
    refusal.way_out(format!("proadmin eval show {code}"))
}

/// The refusal of a rubric that is not there.
pub fn no_rubric(typed: &str, known: &[String]) -> Refusal {
    let refusal = NO_RUBRIC.with("typed", typed).seen(KNOWN, known.join(", "));
    known.iter().fold(refusal, |refusal, rubric| refusal.way_out(format!("--rubric {rubric}")))
}

/// How many entries a grade is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// So many.
    Count(i64),
    /// So many of a hundred.
    Percent(i64),
}

/// The grades of a round are of one kind, and their shares are no more than the whole.
///
/// # Errors
/// They are not.
pub fn grades(shares: &[Share]) -> Result<(), Refusal> {
    let percents: Vec<i64> =
        shares.iter().filter_map(|share| if let Share::Percent(percent) = share { Some(*percent) } else { None }).collect();
    let sum: i64 = percents.iter().sum();
    match percents.len() {
        0 => Ok(()),
        count if count < shares.len() => Err(MIXED.met()),
        _ if sum > 100 => Err(TOO_MUCH.with("sum", sum)),
        _ => Ok(()),
    }
}

/// Only a tie across a grade's edge is for a person to decide.
///
/// # Errors
/// The entry is not in one.
pub fn decision(round: &str, entry: &str, on_edge: bool) -> Result<(), Refusal> {
    if on_edge { Ok(()) } else { Err(NOT_ON_EDGE.with("entry", entry).way_out(format!("proadmin eval table {round}"))) }
}

/// A component that takes a score of its own.
///
/// # Errors
/// It is scored by raters, or counts events.
pub fn takes_own_score(name: &str, kind: &str) -> Result<(), Refusal> {
    match kind {
        "review" => Err(SCORED_BY_RATERS.with("name", name)),
        "indicator" => Err(COUNTS_EVENTS.with("name", name)),
        _ => Ok(()),
    }
}

/// A component stays of its kind once it stands: what was scored in it is of that kind.
///
/// # Errors
/// Another kind is given.
pub fn same_kind(round: &str, name: &str, known: Option<&str>, kind: &str) -> Result<(), Refusal> {
    match known {
        Some(known) if known != kind && (known == "indicator" || kind == "indicator") => {
            Err(OTHER_KIND.with("name", name).way_out(format!("proadmin eval void {round} --component {} --reason …", quoted(name))))
        }
        _ => Ok(()),
    }
}

/// The refusal to set an indicator by the verb of other components.
pub fn set_as_indicator(round: &str, name: &str) -> Refusal {
    OTHER_KIND.with("name", name).way_out(format!("proadmin eval indicator {round} INDICATOR --per-unit N --cap N --name {}", quoted(name)))
}

/// A component that criteria may count in.
///
/// # Errors
/// It is no review.
pub fn takes_criteria(name: &str, kind: &str) -> Result<(), Refusal> {
    if kind == "review" { Ok(()) } else { Err(NOT_A_REVIEW.with("name", name)) }
}

/// Two entries to be compared.
///
/// # Errors
/// They are one.
pub fn two(one: i64, other: i64) -> Result<(), Refusal> {
    if one == other { Err(SAME_ENTRY.met()) } else { Ok(()) }
}

/// Whether something may be voided: only what nothing refers to.
///
/// # Errors
/// Something refers to it.
pub fn void(name: &str, in_use: bool) -> Result<(), Refusal> {
    if in_use { Err(IN_USE.with("name", name)) } else { Ok(()) }
}

/// Points above 0 and at most 10,000, in hundredths.
pub fn a_maximum(typed: &str) -> Result<i64, typed::Expected> {
    typed::points(typed).and_then(|points| if (1..=1_000_000).contains(&points) { Ok(points) } else { Err(super::words::A_MAXIMUM) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_between_nothing_and_the_maximum() {
        for (points, fits) in [(0, true), (500, true), (501, false), (-1, false), (1709, false)] {
            assert_eq!(within("공익서비스", points, 500).is_ok(), fits, "{points}");
        }
        assert_eq!((maximum("가", 500, Some(501)).is_ok(), maximum("가", 500, Some(500)).is_ok()), (false, true));
    }

    #[test]
    fn grades_are_of_one_kind_and_no_more_than_the_whole() {
        use Share::{Count, Percent};
        for (shares, fits) in [
            (&[Percent(20), Percent(50), Percent(30)][..], true),
            (&[Percent(20), Percent(50), Percent(31)][..], false),
            (&[Count(1), Count(500)][..], true),
            (&[Count(1), Percent(10)][..], false),
            (&[][..], true),
        ] {
            assert_eq!(grades(shares).is_ok(), fits, "{shares:?}");
        }
    }
}
