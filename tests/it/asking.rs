//! What is missing is asked for, when a person sits at the terminal.

#![cfg(unix)]

use std::process::Stdio;
use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::{Eof, Expect, Session};

use crate::office::Office;

pub fn at_a_terminal(office: &Office, words: &[&str]) -> expectrl::session::OsSession {
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
fn what_is_typed_at_a_choice_is_what_is_taken() {
    for (lang, shown, typed, picked) in [
        (true, "met(달성)", "미달", "missed"),
        (true, "met(달성)", "2", "missed"),
        (false, "met", "mis", "missed"),
        (false, "met", "met", "met"),
    ] {
        let mut office = Office::on("2024-05-02");
        office.speak(lang);
        office.run("dept add 가과").ok();
        office.run("task add 새과제 --year 2024 --dept 가과").ok();
        let mut person = at_a_terminal(&office, &["task", "complete", "KT-2024-01", "--on", "2024-05-02"]);
        person.expect(shown).expect("the codes stand with their words");
        person.expect(if lang { "번호나 낱말: " } else { "Number or word: " }).expect("something is to be typed");
        person.send_line("").expect("Enter alone");
        person.expect(if lang { "번호나 낱말: " } else { "Number or word: " }).expect("chooses nothing");
        person.send_line("m엉뚱").expect("typed");
        person.expect("m엉뚱").expect("what was typed is shown");
        person.expect(if lang { "위에 없습니다" } else { "none of these" }).expect("and refused");
        person.send_line(typed).expect("typed");
        person.expect(format!("→ {picked}")).expect("what was taken is said");
        person.expect(Eof).expect("and over");
        assert_eq!(office.column("task list", "outcome"), [picked], "{typed}");
    }
}

#[test]
fn ctrl_c_at_a_choice_writes_nothing() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("task add 새과제 --year 2024 --dept 가과").ok();
    let entries = office.entries();
    let mut person = at_a_terminal(&office, &["task", "complete", "KT-2024-01", "--on", "2024-05-02"]);
    person.expect("Number or word").expect("the list is shown");
    person.send("\u{3}").expect("Ctrl-C");
    person.expect("nothing was recorded").expect("it is told");
    person.expect(Eof).expect("and over");
    assert!(matches!(person.get_process().wait(), Ok(WaitStatus::Exited(_, 130))));
    assert_eq!(office.entries(), entries);
}

/// An office with a request that has its three reviews but for those of `missing`.
fn office_with_a_request(korean: bool, missing: &[&str]) -> Office {
    let mut office = Office::on("2024-05-02");
    office.speak(korean);
    office.run("dept add 가과").ok();
    office.run("consult file 허가 --dept 가과 --received-on 2024-04-15").ok();
    for kind in ["law", "site", "validity"].iter().filter(|kind| !missing.contains(kind)) {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정 --on 2024-04-16")).ok();
    }
    office
}

#[test]
fn a_letter_says_what_was_typed_and_is_shown_before_it_goes_out() {
    for korean in [true, false] {
        let office = office_with_a_request(korean, &[]);
        let entries = office.entries();
        for answer in ["", "n", "y"] {
            assert_eq!(office.entries(), entries, "nothing is recorded before the yes");
            let mut person = at_a_terminal(&office, &["consult", "answer", "PC-2024-001"]);
            person.expect("not_possible").expect("the results are shown");
            person.send_line("불가").expect("typed");
            person.expect("→ not_possible").expect("what was typed is taken");
            person.expect("--on").expect("the day is asked for");
            person.send_line("").expect("Enter is today");
            person.expect("--text").expect("then the text");
            person.send_line("허가할 수 없습니다").expect("typed");
            person.expect("의견: 불가").expect("the letter is shown as it will go out");
            person.expect("허가할 수 없습니다").expect("with its text");
            person.expect("[y/N]").expect("and asked about");
            person.send_line(answer).expect("typed");
            person.expect(if answer == "y" { "2024-05-02" } else { "E0131" }).expect("it is told");
            person.expect(Eof).expect("and over");
        }
        assert_eq!(office.column("consult list", "result"), ["not_possible"]);
        assert_eq!(office.column("consult list", "answered_on"), ["2024-05-02"]);
    }
}

#[test]
fn what_the_rules_refuse_anyhow_is_said_before_a_text_is_asked_for() {
    let office = office_with_a_request(true, &["site"]);
    office.run("consult file 둘째 --dept 가과 --received-on 2024-04-15").ok();
    office.run("consult withdraw PC-2024-002 --on 2024-04-20").ok();
    let entries = office.entries();
    for (words, code) in [
        (vec!["consult", "answer", "PC-2024-001"], "E0412"),
        (vec!["consult", "answer", "PC-2024-001", "--result", "가능"], "E0412"),
        (vec!["consult", "supplement", "PC-2024-002"], "E0415"),
        (vec!["consult", "return", "PC-2024-002"], "E0415"),
        (vec!["consult", "void", "PC-2024-009"], "E0301"),
        (vec!["consult", "void", "PC-2024-002", "--act", "7"], "E0438"),
    ] {
        let mut person = at_a_terminal(&office, &words);
        let said = person.expect(code).unwrap_or_else(|_| panic!("{words:?} is refused with {code}"));
        let before = String::from_utf8_lossy(said.before()).into_owned();
        assert!(!before.contains("--reason") && !before.contains("--text"), "{words:?}: {before}");
        person.expect(Eof).expect("and over");
    }
    assert_eq!(office.entries(), entries);
}

#[test]
fn what_the_file_does_not_know_is_asked_for_again_at_once() {
    let office = office_with_a_request(true, &[]);
    let mut person = at_a_terminal(&office, &["consult", "supplement"]);
    person.expect("번호").expect("the code is asked for");
    person.send_line("PC2024-1").expect("typed");
    person.expect("혹시 PC-2024-001?").expect("a slip is recognised");
    person.send_line("PC-2024-001").expect("typed");
    person.expect("--on").expect("then the day, with today as the default");
    person.send_line("2024-05-03").expect("typed");
    person.expect("E0111").expect("a day to come is refused at once");
    person.expect("--on").expect("and asked for again");
    person.send_line("2024-04-30").expect("typed");
    person.expect("--reason").expect("then the reason");
    person.send_line("도면").expect("typed");
    person.expect("2024-04-30").expect("done");
    person.expect(Eof).expect("and over");
    let mut person = at_a_terminal(&office, &["task", "add", "과제", "--year", "2024"]);
    person.expect("--dept").expect("the department is asked for");
    person.send_line("나과").expect("typed");
    person.expect("E0301").expect("it is not known");
    person.expect("--dept").expect("and asked for again");
    person.send_line("가과").expect("typed");
    person.expect("KT-2024-01").expect("done");
    person.expect(Eof).expect("and over");
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

#[test]
fn a_withdrawal_is_asked_for_its_reason() {
    for korean in [true, false] {
        let office = office_with_a_request(korean, &[]);
        let mut person = at_a_terminal(&office, &["consult", "withdraw", "PC-2024-001"]);
        person.expect("--reason").expect("the reason is asked for");
        person.send_line("부서 사정").expect("typed");
        person.expect("PC-2024-001").expect("done");
        person.expect(Eof).expect("and over");
        let told = office.run("consult show PC-2024-001 -o json").ok().stdout;
        assert!(told.contains("부서 사정"), "{told}");
        let mut person = at_a_terminal(&office, &["consult", "withdraw", "PC-2024-001"]);
        person.expect("E0415").expect("what has ended is not asked about");
        person.expect(Eof).expect("and over");
    }
}

#[test]
fn the_making_of_the_file_asks_what_the_organisation_is_called() {
    for korean in [true, false] {
        let mut office = Office::without_file("2024-05-02");
        office.speak(korean);
        let mut person = at_a_terminal(&office, &["init"]);
        person.expect("--org").expect("the name is asked for");
        person.send_line("노원구").expect("typed");
        person.expect("--org-code").expect("then the code");
        person.send_line("").expect("Enter: none");
        person.expect("노원구").expect("it is made");
        person.expect(Eof).expect("and over");
        assert!(office.run("office show").ok().stdout.contains("노원구"));
        office.run("init").refused(4, "E0205").hints("proadmin office edit --org");
    }
}

#[test]
fn a_grade_is_chosen_from_those_of_the_round_once_there_is_something_to_decide() {
    let office = Office::on("2024-06-03").in_korean();
    office.run("eval open 상반기 --year 2024").ok();
    for line in
        ["criterion EV-2024-01 가 --max 100", "rater EV-2024-01 R1", "grade EV-2024-01 최우수 --count 1", "grade EV-2024-01 우수 --count 1"]
    {
        office.run(&format!("eval {line}")).ok();
    }
    for (entry, points) in [("E1", 90), ("E2", 90), ("E3", 50)] {
        office.run(&format!("eval entry EV-2024-01 사례 --entry {entry}")).ok();
        office.run(&format!("eval score EV-2024-01 {entry} R1 --criterion 가 --points {points}")).ok();
    }
    let mut person = at_a_terminal(&office, &["eval", "decide", "EV-2024-01", "E3"]);
    person.expect("E06").expect("an entry that is not tied is refused before anything is asked for");
    person.expect(Eof).expect("and over");
    let mut person = at_a_terminal(&office, &["eval", "decide", "EV-2024-01", "E2", "--on", "2024-06-03"]);
    person.expect("1. 최우수").expect("the grades of the round are shown");
    person.expect("2. 우수").expect("all of them");
    person.send_line("최우수").expect("typed");
    person.expect("--reason").expect("then the reason");
    person.send_line("만장일치").expect("typed");
    person.expect("최우수").expect("done");
    person.expect(Eof).expect("and over");
}

#[test]
fn a_person_who_names_no_day_is_told_which_was_taken() {
    for (korean, said) in [(true, "오늘(2024-05-02(목))로 적었습니다"), (false, "today was taken (2024-05-02 (Thu))")] {
        let office = office_with_a_request(korean, &[]);
        let mut person = at_a_terminal(&office, &["consult", "accept", "PC-2024-001"]);
        person.expect(said).expect("the day is told");
        person.expect(Eof).expect("and over");
        let told = office.run("consult extend PC-2024-001 --days 5 --reason 복잡").ok().stderr;
        assert!(!told.contains(said), "a script is not told what it relies on: {told}");
    }
}
