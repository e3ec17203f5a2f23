//! Milestones of key tasks.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-03");
    office.run("dept add 푸른도시과").ok();
    office.run("task add \"음악분수 개선\" --year 2024 --dept 푸른도시과 --due 2024-10-31").ok();
    office
}

#[test]
fn a_milestone_is_numbered_within_its_task_and_a_number_is_never_given_twice() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok().says("KT-2024-01:1");
    office.run("milestone add kt-2024-01 착공 --due 2024-07-31").ok().says("KT-2024-01:2");
    office.run("milestone void KT-2024-01 2 --reason 잘못").ok();
    office.run("milestone add KT-2024-01 준공 --due 2024-09-30").ok().says("KT-2024-01:3");
    assert_eq!(office.column("milestone list KT-2024-01", "seq"), ["1", "3"]);
    assert_eq!(office.column("milestone list --all", "state"), ["overdue", "void", "open"]);
    office.run("milestone done KT-2024-01 2 --on 2024-06-01").refused(4, "E0456");
    office.run("milestone done KT-2024-01 7").refused(3, "E0451").hints("proadmin milestone list KT-2024-01");
    office.run("milestone add KT-2024-09 설계 --due 2024-03-31").refused(3, "E0301");
}

#[test]
fn a_write_answers_with_the_one_milestone_it_made() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok();
    let made = office.run("milestone add KT-2024-01 착공 --due 2024-07-31 --request-id m2 -o json").ok().json();
    let again = office.run("milestone add KT-2024-01 착공 --due 2024-07-31 --request-id m2 -o json").ok().json();
    for answer in [&made, &again] {
        assert_eq!(answer["items"].as_array().map(Vec::len), Some(1), "{answer}");
        assert_eq!(answer["items"][0]["seq"], 2);
        assert_eq!(answer["items"][0]["state"], "open");
    }
    assert_eq!(office.rows("milestone list").len(), 2);
}

#[test]
fn a_late_milestone_makes_its_task_late_until_it_is_reached() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok();
    assert_eq!(office.column("task list", "state"), ["delayed"]);
    assert_eq!(office.column("task list --as-of 2024-03-31", "state"), ["on_track"], "on its day it is not late");
    assert_eq!(office.column("task list --as-of 2024-04-01", "state"), ["delayed"]);
    assert_eq!(office.run("milestone list --exit-code").code, 10);
    office.run("milestone done KT-2024-01 1 --on 2024-04-05").ok().says("5 days after 2024-03-31");
    assert_eq!(office.column("task list", "state"), ["on_track"]);
    assert_eq!(office.column("task list --as-of 2024-04-04", "state"), ["delayed"], "it was late until it was reached");
    assert_eq!(office.column("task list --as-of 2024-04-05", "milestones_done"), ["1"]);
    assert_eq!(office.column("milestone list --as-of 2024-04-04", "done_on"), [""]);
    assert_eq!(office.run("milestone list --exit-code").code, 0);
}

#[test]
fn a_milestone_is_reached_once_not_in_the_future_and_not_before_it_was_set() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-07-31 --set-on 2024-03-15").ok();
    office.run("milestone done KT-2024-01 1 --on 2024-03-14").refused(4, "E0454");
    office.run("milestone done KT-2024-01 1 --on 2024-06-04").refused(4, "E0111");
    office.run("milestone done KT-2024-01 1 --on 2024-03-15").ok();
    office
        .run("milestone done KT-2024-01 1 --on 2024-03-16")
        .refused(4, "E0453")
        .hints("proadmin milestone edit KT-2024-01 1 --done-on DATE --reason");
    office.run("milestone slip KT-2024-01 1 --due 2024-09-30 --reason 지연").refused(4, "E0453");
    assert!(office.rows("milestone list --as-of 2024-03-14").is_empty(), "it was not set yet");
}

#[test]
fn a_slip_moves_the_plan_and_keeps_what_was_planned() {
    let office = office();
    office.run("milestone add KT-2024-01 착공 --due 2024-05-31").ok();
    assert_eq!(office.column("task list", "state"), ["delayed"]);
    let slip = "milestone slip KT-2024-01 1 --due 2024-07-31 --on 2024-05-20";
    office.run(slip).refused(2, "E0104");
    office.run(&format!("{slip} --reason \"자재 수급\"")).ok().says("2024-05-31").says("2024-07-31");
    assert_eq!(office.column("task list", "state"), ["on_track"]);
    assert_eq!(office.column("milestone list", "due"), ["2024-07-31"]);
    assert_eq!(office.column("milestone list", "slips"), ["1"]);
    assert_eq!(office.column("milestone list --as-of 2024-05-19", "slips"), ["0"]);
    let kept: (String, String, String) = office
        .open()
        .query_row("SELECT old_due, new_due, reason FROM milestone_slip", (), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .expect("a slip");
    assert_eq!(kept, ("2024-05-31".to_owned(), "2024-07-31".to_owned(), "자재 수급".to_owned()));
    office.run("milestone slip KT-2024-01 1 --due 2024-07-31 --reason x").refused(4, "E0455").hints("milestone list KT-2024-01");
    office
        .run("milestone slip KT-2024-01 1 --due 2024-07-30 --reason x")
        .refused(4, "E0455")
        .hints("milestone edit KT-2024-01 1 --due 2024-07-30 --reason");
    office.run("milestone edit KT-2024-01 1 --due 2024-06-30 --title \"착공(1단계)\"").ok();
    assert_eq!(office.column("milestone list", "due"), ["2024-06-30"]);
    assert_eq!(office.column("milestone list", "slips"), ["1"], "a correction is not a slip");
}

#[test]
fn a_closed_or_void_task_takes_no_milestones() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok();
    office.run("milestone add KT-2024-01 착공 --due 2024-07-31").ok();
    office.run("task complete KT-2024-01 --on 2024-05-15 --outcome met").ok();
    office.run("milestone add KT-2024-01 준공 --due 2024-09-30").refused(4, "E0452").hints("proadmin task reopen KT-2024-01");
    office.run("milestone slip KT-2024-01 2 --due 2024-09-30 --reason x").refused(4, "E0452");
    office.run("milestone done KT-2024-01 2 --on 2024-05-16").refused(4, "E0452");
    office.run("milestone done KT-2024-01 1 --on 2024-05-15").ok();
    office.run("task reopen KT-2024-01 --reason 추가 --on 2024-06-01").ok();
    office.run("milestone add KT-2024-01 준공 --due 2024-09-30").ok();
    office.run("task void KT-2024-01 --reason 실수").ok();
    office.run("milestone add KT-2024-01 점검 --due 2024-09-30").refused(4, "E0404");
}

#[test]
fn carrying_over_takes_the_open_milestones_along() {
    let mut office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok();
    office.run("milestone add KT-2024-01 착공 --due 2024-07-31").ok();
    office.run("milestone done KT-2024-01 1 --on 2024-03-20").ok();
    office.turn_to("2025-01-06");
    office.run("task carry KT-2024-01 --on 2024-12-31 --due 2025-06-30").ok().says("KT-2025-01");
    assert_eq!(office.column("milestone list KT-2025-01", "title"), ["착공"]);
    assert_eq!(office.column("milestone list KT-2025-01", "seq"), ["2"]);
    office.run("milestone done KT-2025-01 2 --on 2024-12-30").refused(4, "E0454");
    office.run("milestone done KT-2025-01 2 --on 2025-01-03").ok();
}

#[test]
fn a_past_year_is_imported_whole_and_twice_is_once() {
    let office = office();
    office.run("task add \"작년 과제\" --year 2023 --dept 푸른도시과").ok();
    office.run("task complete KT-2023-01 --on 2023-11-30 --outcome met").ok();
    office.write(
        "m.csv",
        "task,seq,title,due,done_on,state\nKT-2023-01,1,설계,2023-03-31,2023-03-20,done\nKT-2023-01,2,준공,2023-10-31,,\nkt-2024-01,,착공,2024. 7. 31.,,open\n",
    );
    office.run("milestone import m.csv").ok().says("3 new");
    let entries = office.entries();
    office.run("milestone import m.csv").ok().says("nothing");
    assert_eq!(office.entries(), entries);
    assert_eq!(office.column("milestone list --year 2023", "state"), ["done", "open"]);
    office.run("milestone list --out all.csv").ok();
    office.run("milestone import all.csv").ok().says("nothing");
    office.write("m.csv", "task,title,due,done_on\nKT-2024-01,착공,2024-07-31,2024-06-01\n");
    office.run("milestone import m.csv").ok().says("1 changed");
    assert_eq!(office.column("milestone list --year 2024", "done_on"), ["2024-06-01"]);
}

#[test]
fn an_import_cannot_put_off_without_a_reason_or_rewrite_what_happened() {
    let office = office();
    office.run("milestone add KT-2024-01 착공 --due 2024-07-31").ok();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok();
    office.run("milestone done KT-2024-01 2 --on 2024-03-20").ok();
    office.write(
        "m.csv",
        "task,seq,title,due,done_on,state,slips\nKT-2024-01,1,착공,2024-08-31,,,\nKT-2024-01,2,설계,2024-03-31,2024-03-25,,\nKT-2024-01,,점검,,,,\nKT-2024-01,,감리,2024-09-30,2024-07-01,,\nKT-2024-08,,x,2024-09-30,,,\nKT-2024-01,3,감리,2024-03-31,,open,3\nKT-2024-01,2,설계,2024-03-31,,,\n",
    );
    let entries = office.entries();
    let refused = office.run("milestone import m.csv").refused(4, "E0341");
    for said in [
        "line 2 due",
        "milestone slip KT-2024-01 1",
        "line 3 done_on",
        "line 4 due",
        "line 5 done_on",
        "line 6 task",
        "line 7 slips",
        "line 7 state",
        "line 8 seq",
        "is already in line 3",
    ] {
        assert!(refused.stderr.contains(said), "{said}\n{}", refused.stderr);
    }
    assert_eq!(office.entries(), entries);
    office.write("m.csv", "task,seq,title,due\nKT-2024-01,1,착공,2024-08-31\n");
    office.run("milestone import m.csv --reason \"자재 수급\"").ok().says("1 changed");
    assert_eq!(office.column("milestone list", "slips"), ["1", "0"]);
}

#[test]
fn nothing_is_overdue_in_a_task_that_is_on_hold_or_closed() {
    let mut office = Office::on("2024-03-04");
    office.run("dept add 가과").ok();
    for (no, act) in [
        (1, "complete KT-2024-01 --outcome met --on 2024-06-03"),
        (2, "stop KT-2024-02 --reason 중단 --on 2024-06-03"),
        (3, "suspend KT-2024-03 --reason 예산 --on 2024-06-03"),
        (4, ""),
    ] {
        office.run(&format!("task add 과제{no} --year 2024 --dept 가과 --due 2024-12-31")).ok();
        office.run(&format!("milestone add KT-2024-0{no} 설계 --due 2024-05-31")).ok();
        office.turn_to("2024-06-03");
        assert_eq!(office.column(&format!("milestone list KT-2024-0{no}"), "state"), ["overdue"]);
        if !act.is_empty() {
            office.run(&format!("task {act}")).ok();
        }
    }
    assert_eq!(office.column("milestone list --state overdue", "task"), ["KT-2024-04"]);
    assert_eq!(office.column("milestone list --year 2024 --state open", "task"), ["KT-2024-01", "KT-2024-02", "KT-2024-03"]);
    office.run("milestone list").ok().says("1 overdue");
    assert_eq!(office.column("milestone list --as-of 2024-06-02", "state"), ["overdue"; 4], "the day before, all were");
    office.turn_to("2024-06-10");
    office.run("task reopen KT-2024-01 --reason 재개 --on 2024-06-10").ok();
    office.run("task resume KT-2024-03 --on 2024-06-10").ok();
    assert_eq!(office.column("milestone list --state overdue", "task"), ["KT-2024-01", "KT-2024-03", "KT-2024-04"]);
    office.run("task suspend KT-2024-04 --reason 예산 --on 2024-06-10").ok();
    office.run("task void KT-2024-04 --act suspended --reason 착오").ok();
    office.run("task void KT-2024-01 --act reopened --reason 착오").ok();
    assert_eq!(office.column("milestone list --state overdue", "task"), ["KT-2024-03", "KT-2024-04"], "a void act counts for nothing");
}
