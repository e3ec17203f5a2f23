//! Taking back: an entry is undone by its rows as a new entry, and what was issued, frozen or
//! touched since is not.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    office
}

#[test]
fn the_last_entry_is_taken_back_and_can_be_brought_back() {
    let office = office();
    office.run("task edit KT-2024-01 --title 분수").ok();
    office.run("undo").ok().says("entry 4 (task edit KT-2024-01) is taken back");
    assert_eq!(office.column("task list", "title"), ["음악분수"]);
    office.run("undo 5").ok().says("entry 5 (undo 4)");
    assert_eq!(office.column("task list", "title"), ["분수"]);
    assert_eq!(office.entries(), 6, "nothing is erased: both are entries of their own");
    office.run("undo").ok().says("entry 4 (task edit KT-2024-01)");
    assert_eq!(office.column("task list", "title"), ["음악분수"]);
    office.run("verify").ok();
}

#[test]
fn a_record_that_was_made_is_void_and_its_code_is_not_given_again() {
    let office = office();
    office.run("undo 3 --reason '두 번 입력'").ok();
    assert_eq!(office.column("task list", "code"), Vec::<String>::new());
    assert_eq!(office.column("task list --all", "state"), ["void"]);
    office.run("task add 다른과제 --year 2024 --dept 홍보과").ok();
    assert_eq!(office.column("task list", "code"), ["KT-2024-02"]);
}

#[test]
fn an_import_is_one_unit() {
    let office = office();
    office.write("tasks.csv", "title,year,department\n가,2024,홍보과\n나,2024,홍보과\n다,2024,홍보과\n");
    office.run("import task tasks.csv").ok();
    assert_eq!(office.column("task list", "code").len(), 4);
    let undone = office.run("undo -o json").ok().json();
    assert_eq!(undone["items"].as_array().map(Vec::len), Some(3));
    assert_eq!(office.column("task list", "code"), ["KT-2024-01"]);
}

#[test]
fn what_was_touched_since_is_refused_with_the_entry_that_did() {
    let office = office();
    office.run("task edit KT-2024-01 --title 분수").ok();
    office.run("undo 3").refused(4, "E0805").hints("proadmin undo 4");
    office.run("undo 2").refused(4, "E0806");
    office.run("undo 1").refused(4, "E0803");
    office.run("undo 99").refused(3, "E0802");
}

#[test]
fn what_remains_is_judged_again() {
    let office = office();
    office.run("task select KT-2024-01 --on 2024-02-01");
    office.run("consult file 점용 --dept 홍보과 --received-on 2024-06-03").ok();
    office.run("consult supplement PC-2024-001 --reason 도면 --on 2024-06-04").ok();
    let paused = office.entries();
    office.run("consult resume PC-2024-001 --on 2024-06-05").ok();
    office.run(&format!("undo {paused}")).refused_late(4, "E0");
    office.run("undo").ok();
    office.run(&format!("undo {paused}")).ok();
    assert_eq!(office.column("consult list", "state"), ["received"]);
}

#[test]
fn an_issued_letter_and_a_frozen_month_are_superseded_not_undone() {
    let office = office();
    office.run("consult file 점용 --dept 홍보과 --received-on 2024-06-03").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정 --on 2024-06-05")).ok();
    }
    office.run("consult answer PC-2024-001 --result possible --text 가능 --on 2024-06-07").ok();
    office.run("undo").refused(4, "E0804").hints("--supersede");
    office.run("snapshot take 2024-05").ok();
    office.run("undo").refused(4, "E0804").hints("--revise");
}

#[test]
fn a_dry_run_says_what_would_be_taken_back_and_keeps_it() {
    let office = office();
    office.run("undo -n").ok().says("dry run");
    assert_eq!(office.column("task list", "code"), ["KT-2024-01"]);
    office.run("undo --as-of 2024-05-01").refused(2, "E0112");
}

#[test]
fn an_entry_that_was_undone_counts_no_more_and_neither_does_its_undoing() {
    let office = office();
    office.run("task edit KT-2024-01 --title 분수").ok();
    office.run("task edit KT-2024-01 --title 꽃길").ok();
    office.run("undo 5").ok();
    office.run("undo 5").refused(4, "E0816").hints("proadmin log --entry 6");
    office.run("undo 4").ok();
    assert_eq!(office.column("task list", "title"), ["음악분수"]);
    office.run("undo 3").ok();
    office.run("undo").ok().says("entry 2 (dept add");
    office.run("undo").refused(4, "E0803");
    office.run("verify").ok();
}

#[test]
fn without_a_number_undo_goes_on_backwards() {
    let office = office();
    for title in ["하나", "둘"] {
        office.run(&format!("task edit KT-2024-01 --title {title}")).ok();
    }
    office.run("undo").ok().says("entry 5 ");
    office.run("undo").ok().says("entry 4 ");
    assert_eq!(office.column("task list", "title"), ["음악분수"]);
    office.run("undo 7").ok().says("entry 7 (undo 4)");
    assert_eq!(office.column("task list", "title"), ["하나"]);
    office.run("undo --help").ok().says("the last that was not undone");
}

#[test]
fn what_comes_back_is_told_by_record_field_and_value() {
    let mut office = office();
    office.run("task edit KT-2024-01 --title 분수").ok();
    office.run("undo -n").ok().says("KT-2024-01 title: 분수 → 음악분수");
    office.run("undo").ok().says("KT-2024-01 title: 분수 → 음악분수");
    let item = &office.items("undo 5 -n")[0];
    assert_eq!((item["record"].as_str(), item["changes"].as_str()), (Some("KT-2024-01"), Some("KT-2024-01 title: 음악분수 → 분수")));
    office.run("progress log KT-2024-01 --percent 9 --on 2024-06-05").ok();
    office.speak(true);
    office.run("undo -n").ok().says("KT-2024-01 진척").says("9%").says("무효로");
    let answer = office.run("undo").ok();
    assert!(!answer.stdout.contains("progress 1"), "an internal number: {}", answer.stdout);
}

#[test]
fn the_number_of_a_row_that_was_taken_back_is_not_given_again() {
    let office = office();
    office.run("staff add 김하나 --dept 홍보과").ok();
    for title in ["주차", "공원"] {
        office.run(&format!("nominate add {title} --nominee 김하나 --by self --received-on 2024-06-03")).ok();
    }
    office.run("nominate accept NM-2024-001 --on 2024-06-04").ok();
    let accepted = office.entries();
    office.run("undo").ok();
    office.run("nominate accept NM-2024-002 --on 2024-06-05").ok();
    let commands = office.column("log NM-2024-002", "command");
    assert!(commands.iter().all(|command| !command.contains("NM-2024-001") && !command.starts_with("undo")), "{commands:?}");
    assert!(office.column("log NM-2024-001", "command").iter().any(|command| command.starts_with("undo")), "the undoing is told there");
    let state = |at: &str| office.column(&format!("nominate list {at} --sort code"), "state");
    assert_eq!(state(""), ["received", "accepted"]);
    assert_eq!(state(&format!("--known-at {accepted}")), ["accepted", "received"]);
    assert_eq!(state("--as-of 2024-06-04"), ["received", "received"]);
    office.run("verify").ok();
}

#[test]
fn what_was_erased_is_not_brought_back() {
    let office = office();
    office.run("passive add 단속 --dept 홍보과 --received-on 2024-06-03 --reporter 최강민").ok();
    office.run("erase PA-2024-001 --reason 경과 --confirm PA-2024-001").ok();
    office.run("undo").refused(4, "E0817");
}

#[test]
fn what_was_recorded_anew_since_stands_in_the_way_of_its_earlier_end() {
    let office = Office::on("2024-06-28");
    for command in [
        "dept add 가과",
        "training add 교육 --on 2024-06-03",
        "plan area 교육",
        "plan action 교육 --area 1 --dept 가과",
        "plan link PL-2024-01 TR-2024-01",
        "plan unlink PL-2024-01 TR-2024-01 --reason 착오",
        "plan link PL-2024-01 TR-2024-01",
    ] {
        office.run(command).ok();
    }
    let unlinked = office.entries() - 1;
    office.run(&format!("undo {unlinked}")).refused(4, "E0819").hints("proadmin log");
    assert_eq!(office.entries(), unlinked + 1);
    office.run("undo").ok();
    office.run(&format!("undo {unlinked}")).ok();
    office.run("verify").ok();
}

#[test]
fn a_holiday_that_is_taken_back_or_brought_back_tells_the_due_days_that_move() {
    let office = Office::on("2024-12-16");
    office.run("dept add 홍보과").ok();
    office.run("consult file 점용 --dept 홍보과 --received-on 2024-12-10").ok();
    let due = || office.column("consult list", "due");
    assert_eq!(due(), ["2025-01-09"]);
    office.run("calendar add 2025-01-09 --name 임시공휴일 -y").ok();
    assert_eq!(due(), ["2025-01-10"]);
    office.run("undo -y").ok().hints("PC-2024-001 점용: 2025-01-10 → 2025-01-09");
    assert_eq!(due(), ["2025-01-09"]);
    office.run(&format!("undo {} -y", office.entries())).ok().hints("PC-2024-001 점용: 2025-01-09 → 2025-01-10");
    assert_eq!(due(), ["2025-01-10"]);
    office.run("verify").ok();
}
