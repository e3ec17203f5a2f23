//! What may be decided about points, and what may be paid out of them.

mod account;

pub use account::{Account, Over, balance, covered, over_the_cap, overdrawn, redeem, take_back};

use chrono::NaiveDate;

use super::STATES;
use crate::refusal::{KNOWN, Kind, Refusal, Rule, rule};
use crate::typed::{self, Expected};
use crate::words::{label_of, text};

static NOTHING_PROPOSED: Rule = rule(
    Kind::Rule,
    "E0531",
    "결정할 점수가 없습니다. 기록한 것은 없습니다",
    "there are no proposed points to decide about; nothing was recorded",
);
static NOTHING_OF: Rule = rule(
    Kind::Rule,
    "E0546",
    "{codes}에는 결정할 점수가 없습니다. 기록한 것은 없습니다",
    "{codes}: there are no proposed points to decide about; nothing was recorded",
);
static DECIDED_BEFORE: Rule = rule(
    Kind::Rule,
    "E0547",
    "{code}의 점수는 이미 결정했습니다({line}, {outcome}). 기록한 것은 없습니다",
    "the points of {code} were decided already ({line}, {outcome}); nothing was recorded",
);
static SCOPE_NEEDED: Rule = rule(
    Kind::Usage,
    "E0532",
    "무엇을 결정할지 필요합니다(근거 번호, --year, --month)",
    "say what to decide about (codes of records, --year, --month)",
);
static NO_SCHEME: Rule =
    rule(Kind::NotFound, "E0536", "'{scheme}'{scheme:~이라는/라는} 점수 기준이 없습니다", "there is no scheme '{scheme}'");
static VOIDED: Rule = rule(Kind::Rule, "E0538", "{code:은/는} 이미 무효입니다", "{code} is void already");
static WHOSE: Rule =
    rule(Kind::Usage, "E0539", "누구의 활동인지 필요합니다(--staff 또는 --dept)", "say whose activity it is (--staff or --dept)");
static IS_DECIDED: Rule = rule(Kind::Rule, "E0540", "{code:은/는} 이미 점수를 결정한 활동입니다", "points were decided for {code} already");
static NO_ACTIVITY: Rule = rule(
    Kind::Rule,
    "E0548",
    "{code} {title:은/는} 결정했거나 쓴 점수여서 고칠 수 없습니다",
    "{code} {title} are points decided or redeemed; only an activity is edited",
);
static NEW_RULE: Rule = rule(Kind::Usage, "E0541", "새 항목에는 점수가 필요합니다(--points)", "a new rule needs its points (--points)");
static NEW_SCHEME: Rule = rule(Kind::Usage, "E0542", "새 점수 기준에는 이름이 필요합니다(--name)", "a new scheme needs its name (--name)");
static UNDECIDED_YET: Rule = rule(
    Kind::Rule,
    "E0544",
    "{code}: {happened}에 있었던 일이라 {on}에 결정할 수 없습니다",
    "{code} happened on {happened} and cannot be decided on {on}",
);
static OTHERWISE: Rule = rule(
    Kind::Changed,
    "E0545",
    "그사이 제안 점수가 바뀌었습니다. 기록한 것은 없습니다",
    "the proposed points changed in the meantime; nothing was recorded",
);
const POINTS: Expected = Expected(text("0보다 큰 점수가 필요합니다(예: 2, 0.5)", "points above 0 are needed, such as 2 or 0.5"));
/// The most points anything is worth, in hundredths.
const POINTS_MAX: i64 = 1_000_000;

/// Points above 0, in hundredths.
///
/// # Errors
/// Anything else.
pub fn points(typed: &str) -> Result<i64, Expected> {
    typed::points(typed).ok().filter(|points| (1..=POINTS_MAX).contains(points)).ok_or(POINTS)
}

/// A limit as it is typed: a number, or `none` where it does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(pub Option<i64>);

/// A cap: points above 0, or `none` where it does not hold.
///
/// # Errors
/// Anything else.
pub fn cap(typed: &str) -> Result<Limit, Expected> {
    if is_none(typed) { Ok(Limit(None)) } else { points(typed).map(|points| Limit(Some(points))) }
}

/// A whole number above 0, or `none`.
///
/// # Errors
/// Anything else.
pub fn count(typed: &str) -> Result<Limit, Expected> {
    const COUNT: Expected = Expected(text("1 이상의 정수나 none이 필요합니다", "a whole number from 1, or none, is needed"));
    if is_none(typed) {
        return Ok(Limit(None));
    }
    typed.trim().parse().ok().filter(|count| (1..=POINTS_MAX).contains(count)).map(|count| Limit(Some(count))).ok_or(COUNT)
}

/// A grade, or `none`.
///
/// # Errors
/// Anything else.
pub fn grade(typed: &str) -> Result<Limit, Expected> {
    if is_none(typed) { Ok(Limit(None)) } else { typed::grade(typed).map(|grade| Limit(Some(grade))) }
}

fn is_none(typed: &str) -> bool {
    matches!(typed.trim(), "none" | "없음")
}

/// A decision says what it is about.
///
/// # Errors
/// It does not.
pub fn scope(is_said: bool) -> Result<(), Refusal> {
    if is_said { Ok(()) } else { Err(SCOPE_NEEDED.met().way_out("proadmin incentive approve --year YEAR --month MONTH")) }
}

/// There is something to decide about.
///
/// # Errors
/// There is not.
pub fn something(count: usize, named: &[String]) -> Result<(), Refusal> {
    match named {
        _ if count > 0 => Ok(()),
        [] => Err(NOTHING_PROPOSED.met().way_out("proadmin incentive proposed")),
        named => Err(NOTHING_OF.with("codes", named.join(", ")).way_out("proadmin incentive proposed --all")),
    }
}

/// What was decided about a record is not decided again.
///
/// # Errors
/// It was; `decided` is the line of the ledger and what became of it.
pub fn decided_before(code: &str, decided: Option<(&str, &str)>) -> Result<(), Refusal> {
    let Some((line, outcome)) = decided else { return Ok(()) };
    let refusal = DECIDED_BEFORE.with("code", code).with("line", line).with("outcome", label_of(STATES, outcome));
    Err(refusal.way_out(format!("proadmin incentive show {line}")).way_out(format!("proadmin incentive void {line} --reason TEXT")))
}

/// What is decided about is what was shown.
///
/// # Errors
/// It changed in the meantime.
pub fn as_shown(same: bool) -> Result<(), Refusal> {
    if same { Ok(()) } else { Err(OTHERWISE.met().way_out("proadmin incentive proposed")) }
}

/// A decision is not made before the thing happened.
///
/// # Errors
/// It is.
pub fn not_before(code: &str, happened_on: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if happened_on <= on {
        return Ok(());
    }
    Err(UNDECIDED_YET.with("code", code).with("happened", happened_on).with("on", on).way_out(format!("--on {happened_on}")))
}

/// What is void stays so.
///
/// # Errors
/// It is void.
pub fn not_void(code: &str, is_void: bool) -> Result<(), Refusal> {
    if is_void { Err(VOIDED.with("code", code).way_out(format!("proadmin incentive show {code}"))) } else { Ok(()) }
}

/// Only an activity is corrected: what was decided or paid out is taken back and recorded again.
///
/// # Errors
/// It is a decision or a redemption; `line` is its title.
pub fn an_activity(code: &str, title: &str, is_activity: bool) -> Result<(), Refusal> {
    if is_activity {
        return Ok(());
    }
    let refusal = NO_ACTIVITY.with("code", code).with("title", title);
    Err(refusal.way_out(format!("proadmin incentive void {code} --reason TEXT")).way_out(format!("proadmin incentive show {code}")))
}

/// An activity whose points were decided stays as it is.
///
/// # Errors
/// They were.
pub fn undecided(code: &str, credit: Option<&str>) -> Result<(), Refusal> {
    match credit {
        Some(credit) => Err(IS_DECIDED.with("code", code).way_out(format!("proadmin incentive void {credit} --reason TEXT"))),
        None => Ok(()),
    }
}

/// The refusal of a scheme that is not there.
pub fn no_scheme(scheme: &str, known: &[String]) -> Refusal {
    let refusal = NO_SCHEME.with("scheme", scheme).seen(KNOWN, known.join(", ")).way_out("proadmin incentive schemes");
    refusal.way_out(format!("proadmin incentive scheme {scheme} --name …"))
}

/// Somebody did it: a person or a department.
///
/// # Errors
/// Nobody is named.
pub fn whose(is_said: bool) -> Result<(), Refusal> {
    if is_said { Ok(()) } else { Err(WHOSE.met().way_out("--staff STAFF").way_out("--dept DEPT")) }
}

/// The points of a rule, where it is new.
///
/// # Errors
/// There are none.
pub fn new_rule(points: Option<i64>) -> Result<i64, Refusal> {
    points.ok_or_else(|| NEW_RULE.met().way_out("proadmin incentive rule SCHEME EVENT --points 2"))
}

/// The name of a scheme, where it is new.
///
/// # Errors
/// There is none.
pub fn new_scheme(name: Option<&str>) -> Result<String, Refusal> {
    name.map(str::to_owned).ok_or_else(|| NEW_SCHEME.met().way_out("proadmin incentive scheme SCHEME --name …"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn caps_are_points_or_none() {
        for (typed, is) in [("20", Some(2000)), ("none", None), ("없음", None), ("0.5", Some(50))] {
            assert_eq!(cap(typed), Ok(Limit(is)), "{typed}");
        }
        for typed in ["0", "-1", "x", "", "10000.01"] {
            assert!(cap(typed).is_err(), "{typed}");
        }
        assert_eq!(count("2"), Ok(Limit(Some(2))));
        assert!(count("0").is_err());
        assert_eq!(grade("6급"), Ok(Limit(Some(6))));
    }
}
