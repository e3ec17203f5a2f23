//! A person who says yes says it to what is then recorded: where something else would be, because
//! the file or the facts changed while they read, they see that and are asked again.

#![cfg(unix)]

use expectrl::session::OsSession;
use expectrl::{Eof, Expect};

use crate::asking::at_a_terminal;
use crate::office::Office;

/// A person who is shown something, says yes after it changed, and is shown what it is now.
fn is_asked_again<T>(person: &mut OsSession, shown: &str, changes: impl FnOnce() -> T, anew: &str) {
    person.expect(shown).expect("what would be recorded is shown");
    person.expect("[y/N]").expect("and asked about");
    changes();
    person.send_line("y").expect("typed");
    person.expect(anew).expect("what would be recorded now is shown");
    person.expect("[y/N]").expect("and asked about");
}

/// They say yes or no to that, and it is over.
fn answers(person: &mut OsSession, answer: &str) {
    person.send_line(answer).expect("typed");
    if answer == "n" {
        person.expect("E0131").expect("it is told");
    }
    person.expect(Eof).expect("and over");
}

#[test]
fn a_file_that_changed_while_a_person_read_is_shown_again_before_it_is_imported() {
    let office = Office::of_two("2024-06-03");
    let titled = |title: &str| office.write("tasks.csv", format!("title,year,department\n{title},2024,가과\n"));
    titled("보인과제");
    let mut person = at_a_terminal(&office, &["import", "task", "tasks.csv"]);
    is_asked_again(&mut person, "보인과제", || titled("바뀐과제"), "바뀐과제");
    answers(&mut person, "n");
    assert!(office.rows("task list").is_empty(), "nothing that nobody agreed to");
    let mut person = at_a_terminal(&office, &["import", "task", "tasks.csv"]);
    person.expect("[y/N]").expect("asked");
    answers(&mut person, "y");
    assert_eq!(office.column("task list", "title"), ["바뀐과제"]);
}

#[test]
fn a_long_file_is_asked_about_again_where_only_what_was_counted_changed() {
    let office = Office::of_two("2024-06-03");
    let titled = |last: &str| {
        let rows: Vec<String> = (1..300).map(|no| format!("과제{no},2024,가과")).collect();
        office.write("tasks.csv", format!("title,year,department\n{}\n{last},2024,가과\n", rows.join("\n")));
    };
    titled("처음");
    let mut person = at_a_terminal(&office, &["import", "task", "tasks.csv"]);
    person.expect("[y/N]").expect("asked");
    titled("나중");
    person.send_line("y").expect("typed");
    person.expect("[y/N]").expect("asked again");
    answers(&mut person, "y");
    assert_eq!(office.column("task list --sort code", "title").pop().as_deref(), Some("나중"));
}

#[test]
fn what_came_to_a_person_while_it_was_asked_about_is_not_handed_over_unseen() {
    let office = Office::of_two("2024-06-03");
    let given = |title: &str| office.run(&format!("task add {title} --year 2024 --dept 가과 --lead 홍길동")).ok();
    given("하나");
    given("둘째");
    let mut person = at_a_terminal(&office, &["handover", "홍길동", "--to", "김하나"]);
    is_asked_again(&mut person, "둘째", || given("새로온과제"), "새로온과제");
    answers(&mut person, "y");
    assert_eq!(office.column("task list", "lead"), ["김하나", "김하나", "김하나"]);
}

#[test]
fn an_action_that_came_while_a_plan_was_asked_about_is_not_carried_over_unseen() {
    let office = Office::of_two("2024-06-03");
    let planned = |title: &str| office.run(&format!("plan action {title} --area 1 --dept 가과")).ok();
    office.run("plan area 홍보 --year 2024").ok();
    planned("영상");
    let mut person = at_a_terminal(&office, &["plan", "carry", "2024"]);
    is_asked_again(&mut person, "영상", || planned("새로온조치"), "새로온조치");
    answers(&mut person, "n");
    assert!(office.rows("plan list --year 2025").is_empty(), "nothing that nobody agreed to");
}
