//! Tables of cases: which acts may follow which, and for how much.

use super::application::WON;
use super::*;

/// Whether it is criminal, what happened in which month, what is to happen, and the refusal.
type Case<'c> = (bool, &'c [(u32, Act)], (u32, Act), &'c str);

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, day).unwrap_or_default()
}

fn history(is_criminal: bool, acts: &[(u32, Act)]) -> History {
    let acts = acts.iter().zip(1..).map(|((month, act), no)| Done { no: Some(no), on: day(*month, 1), act: *act });
    History { code: "LG-2024-01".to_owned(), is_criminal, applied_on: day(2, 1), is_void: false, acts: acts.collect() }
}

const fn approved(amount: i64) -> Act {
    Act::Approved { amount, cap: 2_000_000 }
}

const fn paid(amount: i64) -> Act {
    Act::Paid { amount, served_on: None }
}

fn served(amount: i64, month: u32) -> Act {
    Act::Paid { amount, served_on: Some(day(month, 15)) }
}

const fn repaid(amount: i64) -> Act {
    Act::Repaid { amount }
}

#[test]
fn acts_follow_one_another_in_one_order_and_within_the_money() {
    use Act::{Cancelled, Indicted, Refused, Withdrawn};
    let cases: &[Case] = &[
        (false, &[], (3, approved(2_000_000)), ""),
        (false, &[], (3, approved(2_000_001)), "E2005"),
        (false, &[], (1, approved(1)), "E2001"),
        (false, &[], (3, paid(1)), "E2004"),
        (false, &[(3, Refused)], (4, paid(1)), "E2004"),
        (false, &[(3, approved(100))], (2, paid(1)), "E2004"),
        (false, &[(3, approved(100))], (3, paid(100)), ""),
        (false, &[(3, approved(100))], (4, paid(101)), "E2007"),
        (false, &[(3, approved(100)), (4, paid(60))], (5, paid(40)), ""),
        (false, &[(3, approved(100)), (4, paid(60))], (5, paid(41)), "E2007"),
        // A payment put in between counts as much as one at the end.
        (false, &[(3, approved(100)), (5, paid(60))], (4, paid(41)), "E2007"),
        (false, &[(3, approved(100)), (4, paid(60))], (5, approved(59)), "E2008"),
        (false, &[(3, approved(100)), (4, paid(60))], (5, approved(60)), ""),
        (false, &[(3, approved(100)), (4, paid(60))], (5, Refused), "E2009"),
        (false, &[(3, approved(100)), (4, paid(60))], (5, Withdrawn), "E2009"),
        (false, &[(3, approved(100))], (5, Withdrawn), ""),
        (false, &[(4, Withdrawn)], (5, approved(1)), "E2003"),
        (false, &[], (3, Cancelled), "E2004"),
        (false, &[(3, approved(100)), (4, paid(60))], (5, Cancelled), ""),
        (false, &[(3, approved(100)), (4, Cancelled)], (5, Cancelled), "E2003"),
        (false, &[(3, approved(100)), (4, Cancelled)], (5, paid(1)), "E2003"),
        (false, &[(3, approved(100)), (4, Cancelled)], (5, repaid(1)), "E2023"),
        (false, &[(3, approved(100)), (4, paid(60))], (5, repaid(1)), "E2010"),
        (false, &[(3, approved(100)), (4, paid(60)), (5, Cancelled)], (6, repaid(60)), ""),
        (false, &[(3, approved(100)), (4, paid(60)), (5, Cancelled)], (6, repaid(61)), "E2011"),
        (false, &[(3, approved(100)), (4, paid(60)), (5, Cancelled), (6, repaid(20))], (7, repaid(41)), "E2011"),
        (false, &[(3, approved(100)), (4, paid(60)), (5, Cancelled), (6, repaid(60))], (7, repaid(1)), "E2023"),
        (false, &[], (3, Indicted), "E2012"),
        (true, &[], (3, Indicted), ""),
        (true, &[], (2, Indicted), "E2016"),
        (true, &[], (1, Indicted), "E2016"),
        (true, &[(3, Indicted)], (4, Indicted), "E2013"),
        (true, &[(3, approved(100)), (4, Indicted)], (5, paid(1)), "E2015"),
        (true, &[(3, approved(100)), (4, Indicted)], (5, served(1, 4)), "E2015"),
        (true, &[(3, approved(100)), (4, Indicted)], (5, served(1, 3)), ""),
        (true, &[(3, approved(100)), (5, Indicted)], (4, paid(1)), ""),
        (true, &[(3, approved(100))], (4, served(1, 4)), "E2022"),
        // An indictment that turns out to lie before a payment asks what that was for.
        (true, &[(3, approved(100)), (5, paid(1))], (4, Indicted), "E2015"),
    ];
    for (criminal, before, (month, act), code) in cases {
        let judged = history(*criminal, before).with(day(*month, 1), *act);
        assert_eq!(judged.err().map_or("", |refusal| refusal.rule.code), *code, "{before:?} then {month} {act:?}");
    }
}

#[test]
fn what_rests_on_an_act_goes_with_it() {
    let history = history(false, &[(3, approved(100)), (4, paid(60)), (5, Act::Cancelled), (6, repaid(10))]);
    for (numbers, code) in
        [(vec![4], ""), (vec![3], "E2021"), (vec![1], "E2021"), (vec![3, 4], ""), (vec![9], "E2020"), (vec![1, 2, 3, 4], "")]
    {
        assert_eq!(history.without(&numbers).err().map_or("", |refusal| refusal.rule.code), code, "{numbers:?}");
    }
    assert_eq!(
        history.without(&[3]).err().map(|refusal| refusal.ways_out(crate::words::Lang::En)),
        Some(vec!["proadmin legal void LG-2024-01 --act 3,4 --reason …".to_owned()])
    );
}

#[test]
fn a_second_decision_is_meant() {
    let decided = history(false, &[(3, Act::Refused)]);
    assert_eq!(decided.decidable(false).err().map(|refusal| refusal.rule.code), Some("E2006"));
    assert!(decided.decidable(true).is_ok());
    assert!(history(false, &[]).decidable(false).is_ok());
    assert!(History { is_void: true, ..decided }.decidable(true).is_err());
}

#[test]
fn instances_amounts_and_reasons_stand_where_they_belong() {
    for (civil, given, good) in [(true, Some(1), true), (true, None, false), (false, None, true), (false, Some(1), false)] {
        assert_eq!(instance(civil, given).is_ok(), good, "{civil} {given:?}");
    }
    for (approved, amount, reason, code) in
        [(true, Some(1), false, ""), (true, None, true, "E2018"), (false, None, true, ""), (false, None, false, "E2019")]
    {
        assert_eq!(decision("LG", approved, amount, reason).err().map_or("", |refusal| refusal.rule.code), code);
    }
    for (typed, won) in [("1,500,000원", Ok(1_500_000)), ("0", Err(WON)), ("-1", Err(WON)), ("1.5", Err(WON)), ("", Err(WON))] {
        assert_eq!(super::won(typed), won, "{typed}");
    }
    for (won, said) in [(0, "0"), (999, "999"), (1000, "1,000"), (2_000_000, "2,000,000"), (10_000_000, "10,000,000")] {
        assert_eq!(grouped(won), said);
    }
}
