//! Tables of cases: which acts may follow which, which parts of a request fit together, and
//! which command supplies what.

use super::*;

/// What happened in which month, what is to happen, and the refusal.
type Case<'c> = (&'c [(u32, Act)], (u32, Act), &'c str);

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

fn history(acts: &[(u32, Act)]) -> History {
    let acts = acts.iter().zip(1..).map(|((month, act), no)| Done { no: Some(no), on: day(*month, 1), act: *act });
    History { code: "EX-2026-01".to_owned(), opened_on: day(2, 1), due: Some(day(3, 3)), is_void: false, acts: acts.collect() }
}

const GRANTED: Act = Act::Decided("granted");

#[test]
fn acts_follow_one_another_in_one_order() {
    use Act::{Requested, Withdrawn};
    let cases: &[Case] = &[
        (&[], (2, Requested), ""),
        (&[], (1, Requested), "E2101"),
        (&[], (3, GRANTED), "E2104"),
        (&[(3, Requested)], (4, GRANTED), ""),
        (&[(3, Requested)], (2, GRANTED), "E2104"),
        (&[(3, Requested)], (4, Requested), "E2102"),
        (&[(3, Requested)], (2, Requested), "E2102"),
        (&[(3, Requested), (4, GRANTED)], (5, Act::Decided("refused")), ""),
        (&[(3, Requested)], (4, Withdrawn), ""),
        (&[], (3, Withdrawn), ""),
        (&[(3, Withdrawn)], (4, Requested), "E2106"),
        (&[(3, Requested), (4, Withdrawn)], (5, GRANTED), "E2106"),
        (&[(3, Requested), (5, GRANTED)], (4, Withdrawn), "E2106"),
    ];
    for (before, (month, act), code) in cases {
        let judged = history(before).with(day(*month, 1), *act);
        assert_eq!(judged.err().map_or("", |refusal| refusal.rule.code), *code, "{before:?} then {month} {act:?}");
    }
    let decided = history(&[(3, Requested), (4, GRANTED)]);
    assert_eq!(decided.decidable(false).err().map(|refusal| refusal.rule.code), Some("E2105"));
    assert!(decided.decidable(true).is_ok());
    for (numbers, code) in [(vec![2], ""), (vec![1], "E2114"), (vec![1, 2], ""), (vec![7], "E2113")] {
        assert_eq!(decided.without(&numbers).err().map_or("", |refusal| refusal.rule.code), code, "{numbers:?}");
    }
    assert!(History { is_void: true, ..decided }.with(day(5, 1), Withdrawn).is_err());
}

#[test]
fn a_late_request_says_why() {
    let history = history(&[]);
    for (on, reason, code) in [(day(3, 3), false, ""), (day(3, 4), false, "E2103"), (day(3, 4), true, "")] {
        assert_eq!(history.in_time(on, reason).err().map_or("", |refusal| refusal.rule.code), code, "{on}");
    }
    assert!(History { due: None, ..history }.in_time(day(12, 1), false).is_ok());
}

#[test]
fn the_parts_of_a_request_fit_together() {
    for (stage, has_auditor, basis, is_consult, has_committee, code) in [
        ("audit", true, "general", false, false, ""),
        ("audit", false, "general", false, false, "E2108"),
        ("discipline", false, "general", false, false, ""),
        ("audit", true, "consult", true, false, ""),
        ("audit", true, "consult", false, false, "E2107"),
        ("audit", true, "consult", true, true, "E2110"),
        ("audit", true, "general", false, true, "E2110"),
        ("audit", true, "committee", false, true, ""),
        ("audit", true, "ratified", false, true, "E2109"),
        ("discipline", false, "ratified", false, true, ""),
    ] {
        let judged = grounds(Grounds { stage, has_auditor, basis, record: None, is_consult, has_committee }, &[]);
        assert_eq!(judged.err().map_or("", |refusal| refusal.rule.code), code, "{stage} {basis}");
    }
    assert_eq!(title(None, Some("건")), Ok("건".to_owned()));
    assert_eq!(title(Some("다른 건"), Some("건")), Ok("다른 건".to_owned()));
    assert!(title(None, None).is_err());
    assert!(period(day(2, 1), Some(day(1, 1))).is_err() && period(day(2, 1), Some(day(2, 1))).is_ok() && period(day(2, 1), None).is_ok());
}

#[test]
fn every_gap_has_its_command() {
    let gap = |condition, blank, answered, followed_up| supplied_by(Gap { code: "PC-2026-001", condition, blank, answered, followed_up });
    for (condition, blank, answered, followed_up, begins) in [
        ("complete", "", false, false, "proadmin consult answer PC-2026-001"),
        ("same_matter", "", true, false, "proadmin consult follow-up PC-2026-001"),
        ("complete", "background,law", true, true, "proadmin consult edit PC-2026-001 --background … --reason …"),
        ("complete", "self_check", true, true, "proadmin consult edit PC-2026-001 --self-check … --reason …"),
        ("complete", "law,issue", true, true, "proadmin consult answer PC-2026-001 --supersede --result … --text … --law … --issue …"),
        ("opinion", "", false, false, "proadmin consult answer PC-2026-001"),
        ("no_flaw", "", false, false, "proadmin exemption finding PC-2026-001 --condition no_flaw"),
    ] {
        let command = gap(condition, blank, answered, followed_up);
        assert!(command.starts_with(begins), "{condition}: {command}");
    }
    for condition in crate::exemption::CONDITIONS {
        let command = supplied_by(Gap { code: "EX-2026-01", condition: condition.code, ..Gap::default() });
        assert!(command.contains("EX-2026-01"), "{}", condition.code);
    }
}
