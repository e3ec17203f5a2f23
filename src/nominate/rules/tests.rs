//! Tables of cases: which acts may follow which, and what nominees, grounds and periods must say.

use super::*;

fn day(no: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, no).unwrap_or_default()
}

fn history(by_resident: bool, timing: &str, acts: &str) -> History {
    let acts = acts.split_whitespace().zip(2..).filter_map(|(act, no)| Some((day(no), Act::of(act)?))).collect();
    let code = "NM-2024-001".to_owned();
    History { code, received_on: day(1), is_void: false, by_resident, vouched_on: None, timing: timing.to_owned(), merged_into: None, acts }
}

#[test]
fn acts_follow_one_another_only_in_orders_that_can_happen() {
    for (by_resident, acts, phase) in [
        (false, "", Some(Phase::Received)),
        (false, "accepted", Some(Phase::Accepted)),
        (false, "rejected", Some(Phase::Rejected)),
        (false, "merged", Some(Phase::Merged)),
        (false, "accepted entered", Some(Phase::Entered)),
        (false, "accepted entered entered", Some(Phase::Entered)),
        (false, "accepted rejected", Some(Phase::Rejected)),
        (false, "rejected accepted", Some(Phase::Accepted)),
        (true, "confirmed accepted", Some(Phase::Accepted)),
        (true, "failed rejected", Some(Phase::Rejected)),
        (true, "failed confirmed accepted", Some(Phase::Accepted)),
        (true, "accepted", None),
        (true, "failed accepted", None),
        (true, "confirmed failed accepted", None),
        (false, "entered", None),
        (false, "rejected entered", None),
        (false, "accepted accepted", None),
        (false, "rejected rejected", None),
        (false, "merged accepted", None),
        (false, "accepted merged", None),
        (false, "accepted entered rejected", None),
    ] {
        assert_eq!(history(by_resident, "open", acts).judge().ok(), phase, "{by_resident} {acts}");
    }
}

#[test]
fn what_came_out_of_time_is_rejected_and_never_accepted() {
    for (timing, accepted) in [("open", true), ("within", true), ("late", false), ("outside_period", false)] {
        assert_eq!(history(false, timing, "").with(day(3), Act::Accepted).is_ok(), accepted, "{timing}");
        assert!(history(false, timing, "").with(day(3), Act::Rejected).is_ok(), "{timing}");
    }
}

#[test]
fn a_merged_source_vouches_from_its_day() {
    let mut nomination = history(true, "open", "");
    nomination.vouched_on = Some(day(5));
    assert!(nomination.with(day(4), Act::Accepted).is_err());
    assert!(nomination.with(day(5), Act::Accepted).is_ok());
}

#[test]
fn only_a_resident_s_name_is_checked_and_nothing_happens_before_receipt() {
    assert!(history(false, "open", "").with(day(3), Act::Confirmed).is_err());
    assert!(history(true, "open", "").with(day(3), Act::Confirmed).is_ok());
    let before = day(1).pred_opt().unwrap_or_default();
    assert!(history(true, "open", "").with(before, Act::Confirmed).is_err());
    assert!(history(true, "open", "accepted").with(day(1), Act::Confirmed).is_ok(), "put in before the acceptance");
}

#[test]
fn parts_sum_to_a_hundred() {
    let given = |typed: &[(&str, Option<i64>)]| typed.iter().map(|(name, share)| ((*name).to_owned(), *share)).collect::<Vec<_>>();
    for (nominees, team, shares_are) in [
        (given(&[("가", None)]), None, Some(vec![100])),
        (given(&[("가", Some(100))]), None, Some(vec![100])),
        (given(&[("가", Some(60))]), None, None),
        (given(&[("가", None)]), Some("팀"), None),
        (given(&[("가", Some(60)), ("나", Some(40))]), Some("팀"), Some(vec![60, 40])),
        (given(&[("가", Some(60)), ("나", Some(40))]), None, Some(vec![60, 40])),
        (given(&[("가", Some(60)), ("나", Some(41))]), None, None),
        (given(&[("가", Some(100)), ("나", Some(0))]), None, None),
        (given(&[("가", Some(60)), ("나", None)]), None, None),
        (given(&[("가", Some(50)), ("가", Some(50))]), None, None),
    ] {
        assert_eq!(shares(&nominees, team).ok(), shares_are, "{nominees:?}");
    }
}

#[test]
fn a_ground_is_one_of_the_office_s() {
    let known = ["kindness", "other"].map(|code| Ground { code: code.to_owned(), name: code.to_owned() });
    assert!(ground("NM", "kindness", &known, None).is_ok());
    assert!(ground("NM", "whim", &known, Some("그냥")).is_err());
    assert!(ground("NM", "other", &known, None).is_err());
    assert!(ground("NM", "other", &known, Some("사정")).is_ok());
}

#[test]
fn a_decision_that_changes_another_says_why() {
    for (acts, act, reason, told) in [
        ("", Act::Accepted, None, Ok(None)),
        ("rejected", Act::Accepted, None, Err("E0524")),
        ("rejected", Act::Accepted, Some("재심"), Ok(Some((day(2), Act::Rejected)))),
        ("accepted", Act::Rejected, None, Err("E0524")),
        ("rejected", Act::Confirmed, None, Ok(None)),
    ] {
        let answer = history(false, "open", acts).decided_before(day(9), act, reason);
        assert_eq!(answer.map_err(|refusal| refusal.rule.code), told, "{acts} {act:?}");
    }
}

#[test]
fn what_is_left_to_decide_after_a_check_can_be_decided() {
    for (acts, timing, confirmed, left) in [
        ("confirmed", "open", true, Some(("accept", ""))),
        ("failed", "open", false, Some(("reject", " --ground unverified"))),
        ("confirmed", "late", true, Some(("reject", " --ground late"))),
        ("failed", "outside_period", false, Some(("reject", " --ground outside_period"))),
        ("rejected confirmed", "open", true, Some(("accept", " --reason …"))),
        ("rejected failed", "open", false, None),
        ("rejected confirmed", "late", true, None),
        ("confirmed accepted confirmed", "open", true, None),
        ("confirmed accepted failed", "open", false, Some(("reject", " --ground unverified --reason …"))),
        ("merged confirmed", "open", true, None),
    ] {
        let answer = history(true, timing, acts).to_decide(confirmed);
        assert_eq!(answer.as_ref().map(|(verb, with)| (*verb, with.as_str())), left, "{acts} {timing}");
    }
}
