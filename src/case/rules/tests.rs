//! Tables of cases: what a case may become, and what its credits and texts must say.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn standing(state: &str) -> Standing {
    Standing {
        code: "CS-2024-01".to_owned(),
        state: state.to_owned(),
        writer: "김하나".to_owned(),
        approved: matches!(state, "approved" | "published" | "withdrawn").then(|| ("이둘".to_owned(), day("2024-05-03"))),
        was_public: matches!(state, "published" | "withdrawn"),
        last_on: day("2024-05-03"),
    }
}

fn code(result: Result<(), Refusal>) -> &'static str {
    result.map_or_else(|refusal| refusal.rule.code, |()| "ok")
}

#[test]
fn what_may_happen_depends_on_where_a_case_stands() {
    let on = day("2024-05-07");
    // State, then: writing, approval, publication, withdrawal, void.
    for (state, answers) in [
        ("draft", ["ok", "ok", "E0887", "E0889", "ok"]),
        ("approved", ["ok", "E0886", "ok", "E0889", "ok"]),
        ("published", ["E0883", "E0886", "E0883", "ok", "E0883"]),
        ("withdrawn", ["ok", "E0886", "ok", "E0889", "E0890"]),
        ("void", ["E0880", "E0880", "E0880", "E0880", "E0880"]),
    ] {
        let case = standing(state);
        let found = [case.writable(on), case.approvable("이둘", on), case.publishable(on, &[]), case.withdrawable(on), case.voidable()];
        assert_eq!(found.map(code), answers, "{state}");
    }
    assert_eq!(code(standing("draft").writable(day("2024-05-02"))), "E0884");
}

#[test]
fn nobody_approves_their_own_text_however_they_spell_themselves() {
    let case = standing("draft");
    for (approver, answer) in [
        ("이둘", "ok"),
        ("김하나", "E0885"),
        (" 김 하나", "E0885"),
        ("\u{1100}\u{1175}\u{11B7}\u{1112}\u{1161}\u{1102}\u{1161}", "E0885"),
        ("김하나씨", "ok"),
    ] {
        assert_eq!(code(case.approvable(approver, day("2024-05-07"))), answer, "{approver}");
    }
    assert!(same_person("Hana Kim", "ｈａｎａ　ＫＩＭ"));
}

#[test]
fn a_text_is_whole_in_each_language() {
    let korean = |lesson: Option<&str>, english: &[usize]| {
        let mut words = Words::default();
        for field in ["title", "problem", "done", "effect"] {
            words.set(field, Some("글"));
        }
        words.set("lesson", lesson);
        for at in english {
            words.set(super::super::FIELDS[*at].code, Some("text"));
        }
        words
    };
    for (kind, lesson, english, answer) in [
        ("exemplary", None, &[][..], "ok"),
        ("failure", None, &[], "E0881"),
        ("failure", Some(""), &[], "E0881"),
        ("failure", Some("교훈"), &[], "ok"),
        ("exemplary", None, &[5, 6, 7, 8], "ok"),
        ("exemplary", None, &[5, 6, 7], "E0893"),
        ("failure", Some("교훈"), &[5, 6, 7, 8], "E0893"),
        ("exemplary", None, &[5, 6, 7, 8, 9], "E0893"),
    ] {
        assert_eq!(code(complete(kind, &korean(lesson, english))), answer, "{kind} {english:?}");
    }
}

#[test]
fn a_failure_is_not_written_from_a_target_that_was_met() {
    for (kind, from, outcome, answer) in [
        ("failure", "task", Some("met"), "E0882"),
        ("failure", "task", Some("missed"), "ok"),
        ("failure", "task", None, "ok"),
        ("exemplary", "task", Some("met"), "ok"),
        ("exemplary", "consult", None, "ok"),
        ("exemplary", "case", None, "E0894"),
    ] {
        assert_eq!(code(source(kind, from, "X", outcome)), answer, "{kind} {from}");
    }
}

#[test]
fn an_approval_binds_every_word_and_every_name() {
    let words = |title: &str| {
        let mut words = Words::default();
        words.set("title", Some(title));
        words
    };
    let seal = |kind, department, credited: &[&str], title| {
        sealed(kind, department, &credited.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>(), &words(title))
    };
    let one = seal("failure", "D-01", &["S-0001"], "글");
    assert_eq!(one, seal("failure", "D-01", &["S-0001"], "글"));
    for other in [
        seal("exemplary", "D-01", &["S-0001"], "글"),
        seal("failure", "D-02", &["S-0001"], "글"),
        seal("failure", "D-01", &["S-0002"], "글"),
        seal("failure", "D-01", &[], "글"),
        seal("failure", "D-01", &["S-0001"], "글 "),
    ] {
        assert_ne!(one, other);
    }
}
