//! Tables of cases: which acts may follow which, and what a plan and its changes must say.

use super::*;

fn history(acts: &str) -> History {
    let day = |no: usize| NaiveDate::from_ymd_opt(2024, 1, u32::try_from(no).unwrap_or(1) + 1).unwrap_or_default();
    let acts = acts.split_whitespace().enumerate().filter_map(|(no, act)| Some((day(no), Act::of(act)?))).collect();
    History { code: "KT-2024-01".to_owned(), proposed_on: day(0), is_void: false, acts }
}

#[test]
fn acts_follow_one_another_only_in_orders_that_can_happen() {
    for (acts, phase) in [
        ("", Some(Phase::Candidate)),
        ("selected", Some(Phase::Open)),
        ("selected suspended", Some(Phase::Suspended)),
        ("selected suspended resumed", Some(Phase::Open)),
        ("selected suspended stopped", Some(Phase::Closed)),
        ("selected suspended carried", Some(Phase::Closed)),
        ("selected completed", Some(Phase::Closed)),
        ("selected completed reopened completed", Some(Phase::Closed)),
        ("suspended", None),
        ("completed", None),
        ("selected selected", None),
        ("selected resumed", None),
        ("selected reopened", None),
        ("selected suspended suspended", None),
        ("selected suspended completed", None),
        ("selected completed suspended", None),
        ("selected completed completed", None),
    ] {
        assert_eq!(history(acts).judge().ok(), phase, "{acts}");
    }
}

#[test]
fn an_act_put_in_between_is_judged_with_what_follows() {
    let closed = history("selected suspended resumed completed");
    let second = NaiveDate::from_ymd_opt(2024, 1, 3).unwrap_or_default();
    assert!(closed.with(second, Act::Resumed).is_err(), "the later resumption would have nothing to resume");
    assert!(closed.with(second, Act::Closed(Closing::Stopped)).is_err());
    let open = history("selected");
    assert_eq!(open.with(second, Act::Suspended).map(|(_, phase)| phase), Ok(Phase::Suspended));
}

#[test]
fn a_task_was_open_when_it_did_something() {
    // Selected on the 1st, completed on the 2nd, opened again on the 3rd, completed on the 4th.
    let task = history("selected completed reopened completed");
    let day = |no| NaiveDate::from_ymd_opt(2024, 1, no).unwrap_or_default();
    for (days, refused) in [(vec![1, 2, 3, 4], false), (vec![5], true), (vec![2, 5], true), (vec![], false)] {
        let days: Vec<NaiveDate> = days.into_iter().map(day).collect();
        assert_eq!(task.open_when_it_did(&days).is_err(), refused, "{days:?}");
    }
}

#[test]
fn an_end_moves_back_only_with_a_reason() {
    let day = |text: &str| text.parse().ok();
    for (old, due, reason, refused) in [
        ("2024-06-30", "2024-07-01", None, true),
        ("2024-06-30", "2024-07-01", Some("자재"), false),
        ("2024-06-30", "2024-06-30", None, false),
        ("2024-06-30", "2024-06-01", None, false),
        ("2024-06-30", "", None, true),
        ("", "2024-07-01", None, false),
    ] {
        assert_eq!(put_off("KT-2024-01", day(old), day(due), reason).is_err(), refused, "{old} {due}");
    }
}

#[test]
fn a_task_exists_from_the_first_of_january_of_its_year() {
    let day = |text: &str| text.parse().unwrap_or_default();
    for (year, given, today, from) in [
        (2023, None, "2024-05-01", "2023-01-01"),
        (2025, None, "2024-12-20", "2024-12-20"),
        (2023, Some("2023-03-10"), "2024-05-01", "2023-03-10"),
    ] {
        assert_eq!(proposed_on(year, given.map(day), day(today)), day(from));
    }
}
