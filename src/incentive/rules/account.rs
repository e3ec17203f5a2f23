//! What a person has: what may be redeemed of it, and that what was approved stays under the caps.

use chrono::{Datelike, NaiveDate};

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Text, points as shown, text};

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
static OVER_A_COUNT: Rule = rule(
    Kind::Rule,
    "E0549",
    "{code}: 그달에 승인한 것이 {approved}건이 되어 한도 {most}건을 넘습니다",
    "{code}: {approved:event/events} of one month would be approved, more than the {most} that count",
);
const OF: Text = text("대상", "of");

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

/// The refusal of what is approved and the cap that it is over, with an approval whose record is
/// gone, which takes room until it is void.
pub fn over_the_cap(code: &str, over: &Over, gone: Option<&str>) -> Refusal {
    let refusal = if over.is_points {
        OVER_A_CAP.with("code", code).with("approved", shown(over.approved)).with("most", shown(over.most))
    } else {
        OVER_A_COUNT.with("code", code).with("approved", over.approved).with("most", over.most)
    };
    let refusal = refusal.seen(OF, over.of.as_str());
    let refusal = gone.into_iter().fold(refusal, |refusal, gone| refusal.way_out(format!("proadmin incentive void {gone} --reason …")));
    refusal.way_out("proadmin incentive table --by person")
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
}
