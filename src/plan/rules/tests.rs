//! Tables of cases: what may happen to an action, and which years and revisions follow.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn code<T>(answer: Result<T, Refusal>) -> &'static str {
    answer.err().map_or("", |refusal| refusal.rule.code)
}

fn history(acts: &[(&str, Act)]) -> History {
    let acts = acts.iter().map(|(on, act)| (day(on), *act)).collect();
    History { code: "PL-2024-01".to_owned(), planned_on: day("2024-01-10"), is_void: false, acts }
}

#[test]
fn an_action_is_closed_once_and_opened_again_only_when_closed() {
    use Act::{Carried, Done, Dropped, Reopened};
    for (acts, on, act, refused) in [
        (&[][..], "2024-02-01", Done, ""),
        (&[], "2024-02-01", Reopened, "E1108"),
        (&[], "2024-01-09", Done, "E1107"),
        (&[("2024-03-01", Done)], "2024-04-01", Done, "E1108"),
        (&[("2024-03-01", Done)], "2024-02-01", Dropped, "E1108"),
        (&[("2024-03-01", Done)], "2024-03-01", Reopened, ""),
        (&[("2024-03-01", Done), ("2024-04-01", Reopened)], "2024-05-01", Carried, ""),
        (&[("2024-03-01", Done), ("2024-04-01", Reopened)], "2024-03-15", Carried, "E1108"),
    ] {
        assert_eq!(code(history(acts).with(day(on), act)), refused, "{acts:?} {on} {act:?}");
    }
    assert_eq!(code(History { is_void: true, ..history(&[]) }.with(day("2024-02-01"), Done)), "E1106");
    assert!(history(&[]).is_open() && !history(&[("2024-03-01", Done)]).is_open());
}

#[test]
fn adoptions_are_numbered_and_go_forward() {
    for (actions, last, on, revision) in [
        (3, None, "2024-03-20", Ok(1)),
        (3, Some((1, "2024-03-20")), "2024-03-20", Ok(2)),
        (3, Some((2, "2024-06-01")), "2024-05-31", Err("E1105")),
        (0, None, "2024-03-20", Err("E1104")),
    ] {
        let last = last.map(|(revision, on)| (revision, day(on)));
        assert_eq!(adopt(2024, actions, last, day(on)).map_err(|refusal| refusal.rule.code), revision, "{last:?} {on}");
    }
}

#[test]
fn evidence_is_a_record_that_was_there_and_is_linked_once() {
    for (kind, began, linked, on, refused) in [
        ("training", "2024-03-05", false, "2024-03-05", ""),
        ("training", "2024-03-05", false, "2024-03-04", "E1113"),
        ("training", "2024-03-05", true, "2024-03-06", "E1110"),
        ("plan", "2024-01-01", false, "2024-03-06", "E1112"),
    ] {
        let shown = Shown { kind, code: "TR-2024-01", began: day(began) };
        assert_eq!(code(link("PL-2024-01", shown, linked, day(on))), refused, "{kind} {began} {linked} {on}");
    }
}

#[test]
fn actions_are_carried_into_a_later_year() {
    for (into, open, answer) in [
        (None, 2, Ok(2025)),
        (Some(2026), 1, Ok(2026)),
        (Some(2024), 1, Err("E1115")),
        (Some(2023), 1, Err("E1115")),
        (None, 0, Err("E1114")),
    ] {
        assert_eq!(carry(2024, into, open).map_err(|refusal| refusal.rule.code), answer);
    }
}

#[test]
fn an_area_is_named_by_number_or_name_and_stands_once() {
    let named = |seq, name: &str| Area { id: seq, year: 2024, seq, name: name.to_owned(), set_on: day("2024-01-01") };
    let areas = [named(1, "보호·지원"), named(2, "선발")];
    for (typed, found) in [("1", Some(1)), ("선발", Some(2)), (" 2 ", Some(2)), ("3", None), ("선", None)] {
        assert_eq!(area(&areas, 2024, typed).ok().map(|area| area.seq), found, "{typed}");
    }
    assert_eq!(code(new_name(&areas, 2024, "선발", None)), "E1102");
    assert_eq!(code(new_name(&areas, 2024, "선발", Some(2))), "");
    assert_eq!(code(new_name(&areas, 2024, "소통", Some(2))), "");
    assert_eq!(code(in_area(&areas[0], day("2023-12-31"))), "E1121");
    assert_eq!(code(area_unused(&areas[0], 1)), "E1103");
}
