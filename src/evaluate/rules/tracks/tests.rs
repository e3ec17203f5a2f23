//! Tables of cases: what each track counts, and how.

use super::*;

fn code(judged: Result<(), Refusal>) -> &'static str {
    judged.err().map_or("", |refusal| refusal.rule.code)
}

fn candidate(track: &str, members: &[(&str, i64)]) -> Candidate {
    Candidate {
        track: track.to_owned(),
        members: members.iter().map(|(who, share)| ((*who).to_owned(), *share)).collect(),
        has_department: true,
        task: Some(("KT-2024-01".to_owned(), true)),
        has_lesson: true,
        ..Candidate::default()
    }
}

#[test]
fn the_shares_of_an_entry_are_its_whole() {
    for (track, members, refused) in [
        ("individual", &[][..], ""),
        ("individual", &[("a", 100)][..], ""),
        ("individual", &[("a", 60)][..], "E0640"),
        ("individual", &[("a", 50), ("b", 50)][..], "E0642"),
        ("team", &[("a", 50), ("b", 50)][..], ""),
        ("team", &[("a", 60), ("b", 50)][..], "E0640"),
        ("team", &[("a", 60), ("b", 39)][..], "E0640"),
        ("team", &[("a", 50), ("a", 50)][..], "E0641"),
        ("team", &[("a", 100)][..], "E0643"),
        ("department", &[("a", 100)][..], "E0644"),
        ("model_failure", &[("a", 34), ("b", 33), ("c", 33)][..], ""),
    ] {
        assert_eq!(code(fits(&candidate(track, members))), refused, "{track} {members:?}");
    }
}

#[test]
fn a_model_failure_missed_its_target_without_misconduct_and_teaches_something() {
    let with = |change: fn(&mut Candidate)| {
        let mut one = candidate("model_failure", &[]);
        change(&mut one);
        code(fits(&one))
    };
    assert_eq!(with(|_| ()), "");
    assert_eq!(with(|one| one.task = None), "E0647");
    assert_eq!(with(|one| one.task = Some(("KT-2024-01".to_owned(), false))), "E0648");
    assert_eq!(with(|one| one.misconduct = Some("허위 보고".to_owned())), "E0649");
    assert_eq!(with(|one| one.has_lesson = false), "E0650");
    let outcome = ["체감도".to_owned()];
    for (track, outcomes, refused) in
        [("model_failure", &outcome[..], "E0651"), ("model_failure", &[], ""), ("individual", &outcome[..], "")]
    {
        assert_eq!(code(criteria("EV-2024-01", track, outcomes)), refused, "{track}");
    }
}

#[test]
fn a_department_stands_in_a_round_once() {
    let mut one = candidate("department", &[]);
    assert_eq!(code(fits(&one)), "");
    one.same_department = Some("E-01".to_owned());
    assert_eq!(code(fits(&one)), "E0646");
    one.has_department = false;
    assert_eq!(code(fits(&one)), "E0645");
    assert_eq!((code(takes_indicators("EV", "department")), code(takes_indicators("EV", "team"))), ("", "E0654"));
    assert_eq!((code(period(Some("2024-01-01"), Some("2024-06-30"))), code(period(Some("2024-07"), Some("2024-06")))), ("", "E0655"));
}

#[test]
fn a_lesson_is_taken_up_by_a_plan_or_a_training_of_the_next_year() {
    for (kind, target, refused) in [
        ("training", "TR-2025-01", ""),
        ("plan", "PL-2025-03", ""),
        ("training", "TR-2024-01", "E0652"),
        ("training", "TR-2026-01", "E0652"),
        ("task", "KT-2025-01", "E0652"),
    ] {
        assert_eq!(code(takes_up(kind, target, 2024)), refused, "{target}");
    }
}

#[test]
fn a_member_is_typed_with_a_share_and_perhaps_a_role() {
    let read = |typed: &str| member(typed).ok().map(|member| (member.who, member.share, member.role));
    assert_eq!(read("S-0001:60"), Some(("S-0001".to_owned(), 60, None)));
    assert_eq!(read("김하나 : 40% : 설계: 도면"), Some(("김하나".to_owned(), 40, Some("설계: 도면".to_owned()))));
    assert_eq!(read("김하나"), Some(("김하나".to_owned(), 100, None)));
    for typed in ["", ":60", "김하나:0", "김하나:101", "김하나:x"] {
        assert_eq!(read(typed), None, "{typed}");
    }
    assert_eq!(members_typed("a:60; b:40;").map(|members| members.len()), Ok(2));
}
