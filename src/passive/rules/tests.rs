//! Tables of cases for the rules of passive-administration reports.

use super::*;
use crate::sequence::Sequence;

fn day(no: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, no).unwrap_or_default()
}

/// Acts on consecutive days from 2 March; the report came in on the 1st.
fn history(acts: &str, is_anonymous: bool) -> History {
    let act = |word: &str| match word.split_once(':') {
        Some((kind, detail)) => Act::of(kind, Some(detail)),
        None => Act::of(word, None),
    };
    let done = |(word, no): (&str, u32)| Some(Done { no: Some(i64::from(no)), on: day(no), act: act(word)? });
    let acts = acts.split_whitespace().zip(2..).filter_map(done).collect();
    History {
        code: "PA-2024-001".into(),
        title: "t".into(),
        received_on: day(1),
        due: day(20),
        days_left: Some(0),
        is_anonymous,
        supplement_max: Some(2),
        is_void: false,
        acts,
    }
}

fn code(judged: Result<impl Sized, Refusal>) -> &'static str {
    judged.err().map_or("", |refusal| refusal.rule.code)
}

#[test]
fn acts_follow_one_another_only_in_orders_that_can_happen() {
    for (acts, anonymous, refused) in [
        ("classified found:confirmed remedied answered", false, ""),
        ("classified classified found:not_confirmed answered", false, ""),
        ("classified found:partly settled", true, ""),
        ("classified found:confirmed answered remedied re_reported acrc_decided remedied linked", false, ""),
        ("supplement resumed supplement resumed classified found:confirmed answered", false, ""),
        ("supplement resumed supplement dismissed", false, ""),
        ("supplement supplement dismissed", false, ""),
        ("supplement supplement resumed classified found:confirmed answered", false, ""),
        ("supplement passed", false, ""),
        ("classified passed re_reported", false, ""),
        ("supplement withdrawn", false, ""),
        ("supplement classified found:confirmed", false, ""),
        ("linked classified", false, ""),
        ("classified found:confirmed supplement answered", false, "E1902"),
        ("resumed", false, "E1903"),
        ("supplement resumed resumed", false, "E1903"),
        ("withdrawn classified", false, "E1904"),
        ("passed passed", false, "E1904"),
        ("classified found:confirmed answered extended", false, "E1904"),
        ("extended extended", false, "E1905"),
        ("classified found:confirmed found:partly", false, "E1908"),
        ("classified found:confirmed answered re_reported re_reported", false, "E1908"),
        ("classified found:confirmed answered re_reported acrc_decided acrc_decided", false, "E1908"),
        ("supplement supplement classified found:confirmed answered", false, "E1902"),
        ("found:confirmed", false, "E1911"),
        ("answered", false, "E1911"),
        ("classified answered", false, "E1912"),
        ("classified settled", true, "E1912"),
        ("classified remedied", false, "E1912"),
        ("classified found:not_confirmed remedied", false, "E1913"),
        ("classified found:confirmed answered", true, "E1914"),
        ("classified found:confirmed settled", false, "E1915"),
        ("classified found:confirmed passed", false, "E1916"),
        ("supplement dismissed", false, "E1918"),
        ("dismissed", false, ""),
        ("re_reported", false, "E1919"),
        ("withdrawn re_reported", false, "E1919"),
        ("classified found:confirmed settled re_reported", true, "E1919"),
        ("classified found:confirmed answered acrc_decided", false, "E1920"),
    ] {
        assert_eq!(code(history(acts, anonymous).judge()), refused, "{acts}");
    }
}

#[test]
fn the_office_dismisses_nobody_whom_it_never_asked() {
    for (acts, refused) in [("", "E1918"), ("classified", "E1918"), ("supplement", "E1918"), ("supplement supplement", "")] {
        assert_eq!(code(history(acts, false).was_asked()), refused, "{acts}");
    }
}

#[test]
fn an_act_put_in_between_is_judged_with_what_came_after() {
    let answered = "classified found:confirmed answered";
    for (acts, on, act, refused) in [
        ("classified found:confirmed", 4, Act::Ended(Ending::Answered), ""),
        (answered, 9, Act::Remedied, ""),
        (answered, 3, Act::Remedied, ""),
        (answered, 2, Act::Remedied, "E1912"),
        (answered, 2, Act::Supplement, "E1904"),
        (answered, 3, Act::Extended, "E1904"),
        ("classified supplement withdrawn", 4, Act::Resumed, "E1904"),
        ("classified supplement withdrawn", 3, Act::Resumed, ""),
        ("classified found:confirmed", 2, Act::Ended(Ending::Passed), "E1921"),
        ("classified linked", 2, Act::Ended(Ending::Passed), ""),
        ("supplement resumed supplement resumed", 9, Act::Supplement, "E1910"),
        ("supplement supplement", 9, Act::Supplement, "E1910"),
        ("supplement supplement", 9, Act::Ended(Ending::Dismissed), ""),
        ("supplement resumed supplement", 9, Act::Ended(Ending::Dismissed), ""),
        ("supplement supplement resumed", 9, Act::Ended(Ending::Dismissed), "E1932"),
        ("supplement resumed supplement resumed", 9, Act::Ended(Ending::Dismissed), "E1932"),
    ] {
        assert_eq!(code(history(acts, false).with(day(on), act)), refused, "{acts} + {act:?} on {on}");
    }
    let before = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap_or_default();
    assert_eq!(code(history("", false).with(before, Act::Classified)), "E1901");
    let void = History { is_void: true, ..history("", false) };
    assert_eq!(code(void.with(day(2), Act::Classified)), "E1909");
}

#[test]
fn taking_something_back_leaves_nothing_hanging() {
    let acts = "classified supplement resumed found:confirmed answered re_reported";
    for (numbers, refused) in
        [(vec![2], "E1924"), (vec![4], "E1924"), (vec![3, 4], ""), (vec![6], "E1924"), (vec![6, 7], ""), (vec![7], ""), (vec![9], "E1923")]
    {
        assert_eq!(code(history(acts, false).without(&numbers)), refused, "{numbers:?}");
    }
}

#[test]
fn time_is_extended_by_the_due_day_and_within_the_period() {
    let history = history("", false);
    for (on, days, refused) in [(20, 7, ""), (1, 1, ""), (21, 1, "E1906"), (20, 8, "E1907")] {
        assert_eq!(code(history.extension(day(on), day(20), days, 7)), refused, "{on} {days}");
    }
    assert_eq!(code(history.still_extended(day(20), day(20))), "");
    assert_eq!(code(history.still_extended(day(20), day(19))), "E1922");
}

#[test]
fn what_a_reply_rests_on_stays() {
    let answered = "classified found:confirmed answered";
    for (acts, flags, refused) in
        [(answered, vec!["--petition"], "E1927"), (answered, vec![], ""), ("withdrawn", vec!["--petition"], ""), ("", vec!["--rule"], "")]
    {
        assert_eq!(code(history(acts, false).editable(&flags)), refused, "{acts}");
    }
    for (acts, refused) in [(answered, "E1917"), ("withdrawn", ""), ("", "")] {
        assert_eq!(code(history(acts, false).voidable()), refused, "{acts}");
    }
}

#[test]
fn another_day_of_receipt_comes_before_all_else_and_in_the_same_year() {
    let history = history("classified", false);
    for (on, refused) in [(day(2), ""), (day(3), "E1925"), (NaiveDate::from_ymd_opt(2023, 12, 31).unwrap_or_default(), "E1926")] {
        assert_eq!(code(history.received(on)), refused, "{on}");
    }
    assert_eq!(code(linked("PA-2024-001", "PA-2024-001")), "E1930");
    assert_eq!(code(linked("PA-2024-001", "TR-2024-01")), "");
    assert_eq!(code(reporter("\n")), "E1929");
}
