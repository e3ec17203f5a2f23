//! What may be decided about points, and what may be paid out of them.

use chrono::{Datelike, NaiveDate};

use super::STATES;
use crate::refusal::{KNOWN, Kind, Refusal, Rule, rule};
use crate::typed::{self, Expected};
use crate::words::{Text, label_of, points as shown, text};

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
static TOO_MUCH: Rule = rule(
    Kind::Rule,
    "E0533",
    "{name}: {on}에 쓸 수 있는 점수는 {balance}점인데 {points}점을 쓰려 합니다",
    "{name} has {balance} points to redeem on {on}, not {points}",
);
static NOT_IN_STEPS: Rule = rule(
    Kind::Rule,
    "E0534",
    "점수는 {step}점 단위로 씁니다({points}점은 안 됩니다)",
    "points are redeemed in steps of {step}, not {points}",
);
static EXPIRED_POINTS: Rule =
    rule(Kind::Rule, "E0535", "{name}: {year}년 점수는 {end}에 소멸했습니다", "{name}: the points of {year} expired on {end}");
static NO_SCHEME: Rule =
    rule(Kind::NotFound, "E0536", "'{scheme}'{scheme:~이라는/라는} 점수 기준이 없습니다", "there is no scheme '{scheme}'");
static PAID_OUT: Rule = rule(
    Kind::Rule,
    "E0537",
    "{code:을/를} 무효로 하면 {on}에 쓴 점수가 승인한 점수를 넘습니다",
    "without {code} the points redeemed on {on} would exceed those approved",
);
static OVER_A_CAP: Rule = rule(
    Kind::Rule,
    "E0559",
    "{code}: 승인한 점수가 {approved}점이 되어 한도 {most}점을 넘습니다",
    "{code}: {approved} points would be approved, more than the cap of {most}",
);
const OF: Text = text("대상", "of");
static OVER_A_COUNT: Rule = rule(
    Kind::Rule,
    "E0549",
    "{code}: 그달에 승인한 것이 {approved}건이 되어 한도 {most}건을 넘습니다",
    "{code}: {approved:event/events} of one month would be approved, more than the {most} that count",
);
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

/// What a person has in a year: approvals add, redemptions take away, each on its day.
pub type Account = Vec<(NaiveDate, i64)>;

/// What can be redeemed of an account on a day: no more than is left then, and no more than
/// later redemptions leave.
pub fn balance(account: &Account, on: NaiveDate) -> i64 {
    let mut days: Vec<NaiveDate> = account.iter().map(|(day, _)| *day).filter(|day| *day > on).collect();
    days.push(on);
    days.iter().map(|day| account.iter().filter(|(when, _)| when <= day).map(|(_, points)| points).sum()).min().unwrap_or(0)
}

/// The first day on which an account is overdrawn.
pub fn overdrawn(account: &Account) -> Option<NaiveDate> {
    let mut days: Vec<NaiveDate> = account.iter().map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.into_iter().find(|day| account.iter().filter(|(when, _)| when <= day).map(|(_, points)| points).sum::<i64>() < 0)
}

/// Whether points of a year may be redeemed on a day.
///
/// # Errors
/// They expired; there are not so many; they are not in the steps of the scheme.
pub fn redeem(name: &str, year: i32, account: &Account, step: Option<i64>, points: i64, on: NaiveDate) -> Result<(), Refusal> {
    if on.year() != year {
        let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(on);
        return Err(EXPIRED_POINTS.with("name", name).with("year", i64::from(year)).with("end", end).way_out(format!("--on {end}")));
    }
    if let Some(step) = step.filter(|step| points % step != 0) {
        return Err(NOT_IN_STEPS.with("step", shown(step)).with("points", shown(points)).way_out("proadmin incentive schemes"));
    }
    let balance = balance(account, on);
    if points <= balance {
        return Ok(());
    }
    let refusal = TOO_MUCH.with("name", name).with("on", on).with("balance", shown(balance)).with("points", shown(points));
    Err(refusal.way_out(format!("proadmin incentive table --by person --year {year}")).way_out("proadmin incentive proposed"))
}

/// Whether a line may be taken back: without it the account covers what was paid out, or covers
/// as much as with it, as without a redemption or a decision that no longer counts.
///
/// # Errors
/// It does not.
pub fn take_back(code: &str, with: &Account, without: &Account) -> Result<(), Refusal> {
    let sum = |account: &Account| account.iter().map(|(_, points)| points).sum::<i64>();
    if sum(without) < sum(with) { covered(code, without) } else { Ok(()) }
}

/// Whether an account covers what was paid out of it; `code` is the line that is to blame.
///
/// # Errors
/// It does not.
pub fn covered(code: &str, account: &Account) -> Result<(), Refusal> {
    match overdrawn(account) {
        Some(on) => Err(PAID_OUT.with("code", code).with("on", on).way_out("proadmin incentive list --kind redemption")),
        None => Ok(()),
    }
}

/// What was approved and the cap that it is over: of points, in hundredths, or of how many count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// The year, the month or the task it is of.
    pub of: String,
    /// What was approved.
    pub approved: i64,
    /// The cap.
    pub most: i64,
    /// Whether these are points.
    pub is_points: bool,
}

/// What is approved stays under the caps: points with the cap that they are over, if any are, and an
/// approval whose record is gone, which takes room until it is void.
///
/// # Errors
/// They are over it.
pub fn under_the_caps(code: &str, over: Option<&Over>, gone: Option<&str>) -> Result<(), Refusal> {
    let Some(Over { of, approved, most, is_points }) = over else { return Ok(()) };
    let refusal = if *is_points {
        OVER_A_CAP.with("code", code).with("approved", shown(*approved)).with("most", shown(*most))
    } else {
        OVER_A_COUNT.with("code", code).with("approved", *approved).with("most", *most)
    };
    let refusal = refusal.seen(OF, of.as_str());
    let refusal = gone.into_iter().fold(refusal, |refusal, gone| refusal.way_out(format!("proadmin incentive void {gone} --reason …")));
    Err(refusal.way_out("proadmin incentive table --by person"))
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

    fn day(month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, 1).unwrap_or_default()
    }

    fn account(lines: &[(u32, i64)]) -> Account {
        lines.iter().map(|(month, points)| (day(*month), *points)).collect()
    }

    #[test]
    fn no_more_is_redeemed_than_is_there_then_and_than_later_redemptions_leave() {
        for (lines, month, left) in [
            (&[][..], 5, 0),
            (&[(3, 500)][..], 5, 500),
            (&[(3, 500)][..], 2, 0),
            (&[(3, 500), (4, -200)][..], 5, 300),
            (&[(3, 500), (6, -400)][..], 4, 100),
            (&[(3, 500), (5, 300), (6, -700)][..], 4, 100),
            (&[(3, 500), (6, -500), (7, 900)][..], 4, 0),
            (&[(3, 500), (3, -500)][..], 3, 0),
        ] {
            assert_eq!(balance(&account(lines), day(month)), left, "{lines:?} in {month}");
        }
    }

    #[test]
    fn redemptions_follow_the_steps_the_year_and_the_balance() {
        let have = account(&[(3, 2000)]);
        for (year, step, points, on, fits) in [
            (2024, None, 2000, day(5), true),
            (2024, None, 2001, day(5), false),
            (2024, Some(1000), 1000, day(5), true),
            (2024, Some(1000), 1500, day(5), false),
            (2024, None, 100, day(2), false),
            (2023, None, 100, day(5), false),
        ] {
            assert_eq!(redeem("가", year, &have, step, points, on).is_ok(), fits, "{year} {step:?} {points} {on}");
        }
    }

    #[test]
    fn an_approval_is_not_taken_back_from_under_a_redemption() {
        for (with, without, fits) in [
            (&[(3, 500), (4, 500), (5, -300)][..], &[(3, 500), (5, -300)][..], true),
            (&[(3, 500), (6, 500), (5, -300)][..], &[(6, 500), (5, -300)][..], false),
            (&[(3, 500), (5, -300)][..], &[(5, -300)][..], false),
            // What was overdrawn already is no reason to keep what does not cover it.
            (&[(5, -300)][..], &[(5, -300)][..], true),
            (&[(5, -300), (6, -200)][..], &[(6, -200)][..], true),
        ] {
            assert_eq!(take_back("IN-2024-001", &account(with), &account(without)).is_ok(), fits, "{with:?} to {without:?}");
        }
    }

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
