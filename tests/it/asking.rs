//! What is missing is asked for, when a person sits at the terminal.

#![cfg(unix)]

use std::process::Stdio;
use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::{Eof, Expect, Session};

use crate::office::Office;

fn at_a_terminal(office: &Office, words: &[&str]) -> expectrl::session::OsSession {
    let mut command = office.command(words);
    command.env("TERM", "xterm").env("COLUMNS", "80");
    // The terminal takes their places.
    command.stdin(Stdio::inherit()).stdout(Stdio::inherit()).stderr(Stdio::inherit());
    let mut session = Session::spawn(command).expect("a terminal");
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    session
}

#[test]
fn a_person_is_asked_for_what_is_missing_and_learns_the_flags() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    let mut person = at_a_terminal(&office, &["task", "add"]);
    person.expect("Title").expect("the title is asked for");
    person.send_line("새 과제").expect("typed");
    person.expect("--year").expect("then the year, by its flag");
    person.send_line("이천").expect("typed");
    person.expect("E0103").expect("what does not fit is told at once");
    person.expect("--year").expect("and asked for again");
    person.send_line("2024").expect("typed");
    person.expect("--dept").expect("then the department");
    person.send_line("가과").expect("typed");
    person.expect("proadmin task add").expect("the whole command is shown");
    person.expect("registered for 2024").expect("it is done");
    person.expect(Eof).expect("and over");
    assert_eq!(office.column("task list", "title"), ["새 과제"]);
}

#[test]
fn ctrl_c_at_a_question_writes_nothing() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    let entries = office.entries();
    let mut person = at_a_terminal(&office, &["task", "add"]);
    person.expect("Title").expect("the title is asked for");
    person.send("\u{3}").expect("Ctrl-C");
    person.expect("nothing was recorded").expect("it is told");
    person.expect(Eof).expect("and over");
    assert!(matches!(person.get_process().wait(), Ok(WaitStatus::Exited(_, 130))));
    assert_eq!(office.entries(), entries);
}

#[test]
fn a_choice_is_picked_from_a_list_in_the_words_of_the_reader() {
    let office = Office::on("2024-05-02").in_korean();
    office.run("dept add 가과").ok();
    office.run("task add 새과제 --year 2024 --dept 가과").ok();
    let mut person = at_a_terminal(&office, &["task", "complete", "KT-2024-01"]);
    person.expect("met(달성)").expect("the codes stand with their words");
    person.send("\u{1b}[B").expect("down");
    person.expect("> 2. missed(미달)").expect("the second is marked");
    person.send("\r").expect("Enter");
    person.expect(Eof).expect("and over");
    assert_eq!(office.column("task list", "outcome"), ["missed"]);
}

#[test]
fn ctrl_c_at_a_choice_writes_nothing_and_gives_the_cursor_back() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("task add 새과제 --year 2024 --dept 가과").ok();
    let entries = office.entries();
    let mut person = at_a_terminal(&office, &["task", "complete", "KT-2024-01"]);
    person.expect("> 1. met").expect("the list is shown");
    person.send("\u{3}").expect("Ctrl-C");
    person.expect("\u{1b}[?25h").expect("the cursor is shown again");
    person.expect("nothing was recorded").expect("it is told");
    person.expect(Eof).expect("and over");
    assert!(matches!(person.get_process().wait(), Ok(WaitStatus::Exited(_, 130))));
    assert_eq!(office.entries(), entries);
}

#[test]
fn a_query_with_nothing_typed_asks_for_it() {
    let office = Office::on("2024-05-02");
    for (noun, asked) in [("query", "SQL"), ("export", "What to export")] {
        let mut person = at_a_terminal(&office, &[noun]);
        person.expect(asked).expect("it is asked for");
        person.send("\u{3}").expect("Ctrl-C");
        person.expect(Eof).expect("and over");
        assert!(matches!(person.get_process().wait(), Ok(WaitStatus::Exited(_, 130))));
    }
}

#[test]
fn nobody_is_asked_where_nobody_sits() {
    let office = Office::on("2024-05-02");
    office.run("task add").refused(2, "E0104").hints("<TITLE>").hints("--year").hints("--dept");
}

#[test]
fn what_a_holiday_moves_is_shown_before_it_is_asked_for() {
    let office = Office::on("2024-09-02");
    office.run("dept add 가과").ok();
    office.run("calendar void 2024-10-01 --reason '공고 전'").ok();
    office.run("consult file 첫째 --dept 가과 --received-on 2024-09-01").ok();
    office.write("days.csv", "date,name\n2024-10-01,임시공휴일\n");
    let entries = office.entries();
    for (words, done) in [
        (vec!["calendar", "add", "2024-10-01", "--name", "임시공휴일"], "1 due date moved"),
        (vec!["calendar", "import", "days.csv"], "1 unchanged"),
        (vec!["calendar", "void", "2024-10-01", "--reason", "오기"], "1 due date moved"),
    ] {
        let moves = if words[1] == "void" {
            "PC-2024-001 첫째: 2024-10-02 → 2024-10-01"
        } else {
            "PC-2024-001 첫째: 2024-10-01 → 2024-10-02"
        };
        if words[1] != "import" {
            let mut person = at_a_terminal(&office, &words);
            person.expect(moves).expect("the difference comes first");
            person.expect("[y/N]").expect("then the question");
            person.send_line("n").expect("typed");
            person.expect("nothing was recorded").expect("it is told");
            person.expect(Eof).expect("and over");
            assert!(matches!(person.get_process().wait(), Ok(WaitStatus::Exited(_, 8))));
        }
        let before = office.entries();
        office.run_words(&[&words[..], &["-n"]].concat(), "").ok();
        assert_eq!(office.entries(), before, "neither declined nor tried is anything recorded");
        if words[1] == "import" {
            office.run("calendar void 2024-10-01 --reason 오기").ok();
            let mut person = at_a_terminal(&office, &words);
            person.expect("due dates that move: 1").expect("how many due dates the file moves");
            person.expect(moves).expect("and which, come first");
            person.expect("line 2 new 2024-10-01").expect("and what it records");
            person.expect("[y/N]").expect("then the question");
            person.send_line("y").expect("typed");
            person.expect("1 new").expect("done");
            person.expect(Eof).expect("and over");
            continue;
        }
        let mut person = at_a_terminal(&office, &words);
        person.expect("[y/N]").expect("the question");
        person.send_line("y").expect("typed");
        person.expect(done).expect("done");
        person.expect(Eof).expect("and over");
    }
    assert_eq!(office.entries(), entries + 4);
}
