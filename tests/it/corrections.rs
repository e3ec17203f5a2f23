//! What was recorded wrong of key tasks, milestones and progress, and how it is put right: the
//! record is gone on every day, and stays in the journal.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-03");
    office.run("dept add 가과").ok();
    office.run("task add 분수 --year 2024 --dept 가과 --due 2024-10-31").ok();
    office
}

fn states(office: &Office, days: &[&str]) -> Vec<String> {
    days.iter().map(|day| office.column(&format!("task list --as-of {day} --fields state"), "state").join(" ")).collect()
}

#[test]
fn a_report_of_a_wrong_day_is_voided_and_the_day_is_free_again() {
    let office = office();
    office.run("progress log KT-2024-01 --percent 30 --on 2024-04-30").ok();
    office.run("progress log KT-2024-01 --percent 60 --on 2024-05-13 --note 착오").ok();
    office.run("progress void KT-2024-01 --on 2024-05-13").refused(2, "E0104").hints("--reason");
    office.run("progress void KT-2024-01 --on 2024-05-31 --reason 오타").refused(3, "E0464").hints("--on 2024-05-13");
    office.run("progress void kt-2024-01 --on 2024-05-13 --reason 오타").ok().says("60%").hints("progress log KT-2024-01 --percent 60");
    for day in ["2024-05-13", "2024-06-03"] {
        assert_eq!(office.column(&format!("task list --fields percent --as-of {day}"), "percent"), ["30"], "{day}");
        assert_eq!(office.column(&format!("progress list --as-of {day}"), "on"), ["2024-04-30"], "{day}");
    }
    assert_eq!(office.column("progress missing 2024-05", "last_on"), ["2024-04-30"]);
    assert!(office.rows("search 착오").is_empty());
    office.run("progress void KT-2024-01 --on 2024-05-13 --reason 또").refused(3, "E0464");
    office.run("progress log KT-2024-01 --percent 55 --on 2024-05-13").ok();
    assert_eq!(office.column("progress list", "percent"), ["30", "55"]);
    let kept = office.run("log KT-2024-01 -o json").ok().stdout;
    assert!(kept.contains("오타"), "the journal keeps what was voided, and why:\n{kept}");
}

#[test]
fn a_voided_report_no_longer_holds_a_task_open() {
    let office = office();
    office.run("progress log KT-2024-01 --percent 60 --on 2024-05-30").ok();
    office.run("task complete KT-2024-01 --on 2024-05-20 --outcome met").refused(4, "E0408");
    office.run("progress void KT-2024-01 --on 2024-05-30 --reason 오타").ok();
    office.run("task complete KT-2024-01 --on 2024-05-20 --outcome met").ok();
}

#[test]
fn the_day_a_milestone_was_reached_is_corrected_with_a_reason() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-04-30 --set-on 2024-02-01").ok();
    office.run("milestone edit KT-2024-01 1 --done-on 2024-04-01 --reason 오타").refused(4, "E0457").hints("milestone done KT-2024-01 1");
    office.run("milestone done KT-2024-01 1 --on 2024-05-20 --note 완료").ok();
    office.run("milestone edit KT-2024-01 1 --done-on 2024-04-20").refused(2, "E0104").hints("--reason");
    office.run("milestone edit KT-2024-01 1 --done-on 2024-01-31 --reason 오타").refused(4, "E0454");
    office.run("milestone edit KT-2024-01 1 --done-on 2024-06-04 --reason 오타").refused(4, "E0111");
    assert_eq!(states(&office, &["2024-05-01"]), ["delayed"]);
    office.run("milestone edit KT-2024-01 1 --done-on 2024-04-20 --reason 오타").ok().says("2024-04-20").says("2024-05-20");
    assert_eq!(states(&office, &["2024-05-01"]), ["on_track"], "it never was late");
    assert_eq!(office.column("milestone list --as-of 2024-04-19", "done_on"), [""]);
    assert_eq!(office.column("milestone list --as-of 2024-04-20", "done_on"), ["2024-04-20"]);
    office.run("milestone edit KT-2024-01 1 --not-done --reason 반려됨").ok().says("not reached");
    assert_eq!(states(&office, &["2024-04-30", "2024-05-01"]), ["on_track", "delayed"]);
    assert_eq!(office.column("query 'SELECT note FROM milestone_status'", "note"), [""]);
    office.run("milestone edit KT-2024-01 1 --not-done --reason 또").refused(4, "E0457");
    office.run("milestone done KT-2024-01 1 --on 2024-06-01").ok();
}

#[test]
fn a_remark_of_a_milestone_is_corrected_and_emptied() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-04-30").ok();
    office.run("milestone edit KT-2024-01 1 --note x").refused(4, "E0457");
    office.run("milestone done KT-2024-01 1 --on 2024-04-20 --note 완노").ok();
    office.run("milestone edit KT-2024-01 1 --note 완료").ok();
    assert_eq!(office.column("query 'SELECT note FROM milestone_status'", "note"), ["완료"]);
    office.run("milestone edit KT-2024-01 1 --clear note").ok();
    assert_eq!(office.column("query 'SELECT note FROM milestone_status'", "note"), [""]);
}

#[test]
fn a_later_day_is_a_slip_unless_it_was_mistyped() {
    let office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-06-30").ok();
    let entries = office.entries();
    office
        .run("milestone edit KT-2024-01 1 --due 2024-07-31")
        .refused(4, "E0458")
        .hints("milestone slip KT-2024-01 1 --due 2024-07-31 --reason")
        .hints("milestone edit KT-2024-01 1 --due 2024-07-31 --reason");
    assert_eq!(office.entries(), entries);
    office.run("milestone edit KT-2024-01 1 --due 2024-07-31 --reason '6월로 잘못 적음'").ok();
    assert_eq!(office.column("milestone list", "slips"), ["0"]);
    office.run("milestone edit KT-2024-01 1 --due 2024-07-01").ok();
    office.run("milestone done KT-2024-01 1 --on 2024-06-01").ok();
    let refused = office.run("milestone edit KT-2024-01 1 --due 2024-08-31").refused(4, "E0458");
    assert!(!refused.stderr.contains("milestone slip"), "what is reached cannot be put off:\n{}", refused.stderr);
}

#[test]
fn the_end_of_a_task_moves_back_only_with_a_reason() {
    let office = office();
    office.run("task edit KT-2024-01 --due 2024-11-30").refused(4, "E0487").hints("task edit KT-2024-01 --due 2024-11-30 --reason");
    office.run("task edit KT-2024-01 --clear due").refused(4, "E0488").hints("--clear due --reason");
    office.run("task edit KT-2024-01 --due 2024-10-01").ok();
    office.run("task edit KT-2024-01 --due 2024-11-30 --reason 설계변경").ok();
    office.run("log KT-2024-01 -o json").ok().says("설계변경");
    // A candidate's plan is still being made.
    office.run("task add 후보 --year 2024 --dept 가과 --candidate --due 2024-08-31").ok();
    office.run("task edit KT-2024-02 --due 2024-09-30").ok();
}

#[test]
fn an_act_of_a_wrong_day_is_moved_to_the_right_one() {
    let office = office();
    office.run("task suspend KT-2024-01 --on 2024-03-20 --reason 예산").ok();
    office.run("task resume KT-2024-01 --on 2024-04-10").ok();
    office.run("task complete KT-2024-01 --on 2024-05-31 --outcome met").ok();
    let edit = |rest: &str| office.run(&format!("task edit KT-2024-01 {rest}"));
    edit("--act suspended --on 2024-03-02").refused(2, "E0104").hints("--reason");
    edit("--act suspended --reason x").refused(2, "E0104").hints("--on");
    edit("--act suspended --on 2024-04-11 --reason x")
        .refused(4, "E0486")
        .hints("task edit KT-2024-01 --act resumed --was 2024-04-10 --on DATE");
    edit("--act completed --on 2024-06-04 --reason x").refused(4, "E0111");
    edit("--act selected --on 2023-12-31 --reason x").refused(4, "E0485");
    edit("--act stopped --on 2024-05-01 --reason x").refused(3, "E0481").hints("task show KT-2024-01");
    edit("--act suspended --on 2024-03-02 --reason 오타").ok().says("2024-03-20").says("2024-03-02");
    edit("--act 완료 --on 2024-05-30 --reason 오타").ok();
    let days = ["2024-03-01", "2024-03-02", "2024-04-09", "2024-04-10", "2024-05-29", "2024-05-30"];
    assert_eq!(states(&office, &days), ["on_track", "suspended", "suspended", "on_track", "on_track", "completed"]);
    edit("--act proposed --on 2024-02-01 --reason x").refused(4, "E0485");
    edit("--act selected --on 2024-02-10 --reason x").ok();
    edit("--act proposed --on 2024-02-01 --reason x").ok();
    assert_eq!(states(&office, &["2024-01-31", "2024-02-01", "2024-02-10"]), ["", "candidate", "on_track"]);
}

#[test]
fn an_act_that_never_happened_is_taken_out_and_what_remains_is_judged_again() {
    let office = office();
    office.run("progress log KT-2024-01 --percent 10 --on 2024-02-28").ok();
    for act in [
        "suspend KT-2024-01 --on 2024-03-01 --reason 예산",
        "resume KT-2024-01 --on 2024-03-10",
        "suspend KT-2024-01 --on 2024-03-20 --reason 인력",
        "resume KT-2024-01 --on 2024-04-01",
        "complete KT-2024-01 --on 2024-05-01 --outcome met --actual 80",
    ] {
        office.run(&format!("task {act}")).ok();
    }
    let entries = office.entries();
    let void = |rest: &str| office.run(&format!("task void KT-2024-01 {rest}"));
    void("--act completed").refused(2, "E0104").hints("--reason");
    void("--act suspended --reason x").refused(3, "E0482").hints("--on 2024-03-01").hints("--on 2024-03-20");
    void("--act suspended --on 2024-03-20 --reason x").refused(4, "E0486").hints("--act 4,5 --reason");
    void("--act selected --reason x").refused(4, "E0486").hints("--act 1,2,3,4,5,6 --reason");
    void("--act proposed --reason x").refused(4, "E0483").hints("task void KT-2024-01 --reason");
    void("--on 2024-03-20 --reason x").refused(2, "E0104");
    assert_eq!(office.entries(), entries);
    void("--act resumed --on 2024-04-01 --reason x").refused(4, "E0486").hints("task void KT-2024-01 --act 5,6 --reason");
    void("--act completed --reason 착오").ok().says("completed").says("2024-05-01");
    void("--act completed --reason 착오").refused(3, "E0481");
    void("--act resumed --on 2024-04-01 --reason 착오").ok();
    void("--act suspended --on 2024-03-20 --reason 착오").ok();
    let days = ["2024-03-01", "2024-03-10", "2024-03-25", "2024-05-01", "2024-06-03"];
    assert_eq!(states(&office, &days), ["suspended", "on_track", "on_track", "on_track", "on_track"]);
    let closed = &office.items("task show KT-2024-01")[0];
    assert_eq!((closed["closed_on"].as_str(), closed["outcome"].as_str(), closed["indicator_actual"].as_f64()), (None, None, None));
    // It can be closed again, and opened again, and all that can be taken out again.
    office.run("task complete KT-2024-01 --on 2024-05-20 --outcome missed").ok();
    office.run("task reopen KT-2024-01 --on 2024-05-25 --reason x").ok();
    office.run("task stop KT-2024-01 --on 2024-05-30 --reason x").ok();
    void("--act reopened --reason x").refused(4, "E0486").hints("--act 8,9 --reason");
    void("--act stopped --reason x").ok();
    void("--act reopened --reason x").ok();
    assert_eq!(
        states(&office, &["2024-05-19", "2024-05-20", "2024-05-25", "2024-06-03"]),
        ["on_track", "completed", "completed", "completed"]
    );
    assert_eq!(office.column("task list --state completed", "outcome"), ["missed"]);
}

#[test]
fn a_selection_is_taken_out_only_where_nothing_rests_on_it() {
    let office = office();
    office.run("progress log KT-2024-01 --percent 10 --on 2024-02-28").ok();
    office.run("task void KT-2024-01 --act selected --reason x").refused(4, "E0484").hints("progress void KT-2024-01 --on 2024-02-28");
    office.run("progress void KT-2024-01 --on 2024-02-28 --reason x").ok();
    office.run("task void KT-2024-01 --act selected --reason 후보임").ok();
    assert_eq!(states(&office, &["2024-01-15", "2024-06-03"]), ["candidate", "candidate"]);
    office.run("task select KT-2024-01 --on 2024-05-02").ok();
    assert_eq!(states(&office, &["2024-05-01", "2024-05-02"]), ["candidate", "on_track"]);
}

#[test]
fn a_carrying_over_is_taken_out_after_its_successor() {
    let office = office();
    office.run("task carry KT-2024-01 --on 2024-05-31").ok();
    office.run("task void KT-2024-01 --act carried --reason x").refused(4, "E0407").hints("task void KT-2025-01");
    office.run("task void KT-2025-01 --reason 착오").ok();
    office.run("task void KT-2024-01 --act carried --reason 착오").ok();
    assert_eq!(states(&office, &["2024-06-03"]), ["on_track"]);
}

#[test]
fn whoever_closes_twice_is_told_how_the_first_is_corrected() {
    let office = office();
    office.run("task stop KT-2024-01 --on 2024-05-31 --reason x").ok();
    office
        .run("task complete KT-2024-01 --on 2024-06-01 --outcome met")
        .refused(4, "E0401")
        .hints("task edit KT-2024-01 --act stopped --on DATE");
}

#[test]
fn a_field_filled_by_mistake_is_emptied() {
    let office = office();
    office.run("staff add 김하나 --dept 가과 --grade 7").ok();
    office.run("task edit KT-2024-01 --lead 김하나 --budget 1000 --background 배경 --start 2024-03-01").ok();
    office.run("task edit KT-2024-01 --clear lead --clear budget,background --clear start").ok();
    let task = &office.items("task show KT-2024-01")[0];
    assert!(["lead", "budget", "start"].iter().all(|key| task[*key].is_null()), "{task}");
    assert!(task["plan"].is_null() || task["plan"][0]["background"].is_null(), "{task}");
    office.run("task edit KT-2024-01 --clear title").refused(2, "E0126").hints("budget");
    office.run("task edit KT-2024-01 --clear budget --budget 5").refused(2, "E0125");
    office.run("staff edit 김하나 --clear grade").ok();
    assert_eq!(office.column("staff list", "grade"), [""]);
    office.run("consult file 점용 --dept 가과 --handler 김하나 --task KT-2024-01 --own-opinion 의견").ok();
    assert_eq!(office.column("consult list --task kt-2024-01", "code"), ["PC-2024-001"]);
    office.run("consult list --task KT-2024-09").refused(3, "E0301");
    office.run("consult edit PC-2024-001 --clear task --clear handler --clear own_opinion").ok();
    let case = &office.items("consult show PC-2024-001")[0];
    assert!(["task", "handler"].iter().all(|key| case[*key].is_null()), "{case}");
    assert!(!office.run("consult show PC-2024-001").ok().stdout.contains("의견 "), "the opinion is gone");
    office.run("eval open 심사 --year 2024 --bonus-max 3").ok();
    office.run("eval edit EV-2024-01 --clear bonus-max").ok();
    assert!(office.items("eval list")[0]["bonus_max"].is_null());
}

#[test]
fn what_stands_on_an_issued_letter_is_not_emptied() {
    let office = office();
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-02 --law 도로법 --issue 쟁점").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정 --on 2024-05-03")).ok();
    }
    office.run("consult answer PC-2024-001 --result possible --on 2024-05-10 --text 가능함").ok();
    office.run("consult edit PC-2024-001 --clear law").refused(4, "E0431");
    office.run("consult edit PC-2024-001 --clear issue").refused(4, "E0431");
}

#[test]
fn the_same_record_twice_in_a_file_is_an_error_that_names_both_lines() {
    let office = office();
    let entries = office.entries();
    let refused = |file: &str, noun: &str, bytes: &str, said: &[&str]| {
        office.write(file, bytes);
        let refused = office.run(&format!("import {noun} {file}")).refused(4, "E0341").stderr;
        for said in said {
            assert!(refused.contains(said), "{said}\n{refused}");
        }
        assert!(!refused.contains("put off"), "{refused}");
    };
    let progress = "task,on,percent\nKT-2024-01,2024-05-31,40\nkt-2024-01,2024-04-30,30\nKT-2024-01,2024. 5. 31.,50\n";
    refused("p.csv", "progress", progress, &["line 4 task", "already in line 2"]);
    // Also where the first of the two is wrong by itself, and where both say the same.
    let progress = "task,on,percent\nKT-2024-01,2024-05-31,400\nKT-2024-01,2024-05-31,50\n";
    refused("p.csv", "progress", progress, &["line 2 percent", "line 3 task", "already in line 2"]);
    let progress = "task,on,percent\nKT-2024-01,2024-05-31,50\nKT-2024-01,2024-05-31,50\n";
    refused("p.csv", "progress", progress, &["line 3 task"]);
    let tasks =
        "title,year,department,due\n분수,2024,가과,2024-10-31\n새것,2024,가과,\n새것,2024,가과,2024-12-31\n분수,2024,가과,2024-12-31\n";
    refused("t.csv", "task", tasks, &["line 4 title", "already in line 3", "line 5 title", "already in line 2"]);
    let milestones = "task,title,due\nKT-2024-01,점검,2024-06-30\nKT-2024-01,점검,2024-09-30\n";
    refused("m.csv", "milestone", milestones, &["line 3 title", "already in line 2"]);
    refused("d.csv", "dept", "name\n새과\n새과\n", &["line 3", "already in line 2"]);
    refused("s.csv", "staff", "name,department\n가,가과\n가,가과\n", &["line 3", "already in line 2"]);
    let requests = "title,department,received_on\n점용,가과,2024-05-02\n점용,가과,2024-05-02\n";
    refused("c.csv", "consult", requests, &["line 3", "already in line 2"]);
    let days = "date,name\n2024-07-01,개청일\n2024-07-01,개청일\n";
    refused("h.csv", "calendar", days, &["line 3", "already in line 2"]);
    assert_eq!(office.entries(), entries);
    // Two records of one key that are two are told so.
    office.write("s.csv", "name,department\n가,가과\n가,가과\n");
    office.run("import staff s.csv --new").ok().says("2 new");
    office.write("h.csv", "date,name\n2024-07-01,개청일\n2024-07-01,구민의날\n");
    office.run("import calendar h.csv -y").ok().says("2 new");
}

#[test]
fn a_task_carried_over_early_is_planned_until_the_new_year() {
    let mut office = office();
    office.run("milestone add KT-2024-01 착공 --due 2024-05-31").ok();
    office.run("task carry KT-2024-01 --on 2024-06-03").ok();
    let next = &office.items("task show KT-2025-01")[0];
    assert_eq!((next["start"].as_str(), next["state"].as_str()), (Some("2025-01-01"), Some("planned")));
    office.turn_to("2025-01-01");
    assert_eq!(office.column("task list --year 2025", "state"), ["delayed"], "its milestone is open and long past");
    office.run("task add 둘째 --year 2024 --dept 가과 --due 2025-06-30").ok();
    office.run("task carry KT-2024-02 --start 2025-07-01").refused(4, "E0403");
    office.run("task carry KT-2024-02 --start 2025-03-01").ok();
    assert_eq!(office.column("task list --year 2025 --fields start", "start"), ["2025-01-01", "2025-03-01"]);
}

#[test]
fn a_second_task_of_the_same_title_is_warned_about() {
    let office = office();
    office.run("dept add 나과").ok();
    let quiet = |command: &str| {
        let answer = office.run(command).ok();
        assert!(!answer.stderr.contains("another task"), "{}", answer.stderr);
    };
    quiet("task add 분수 --year 2023 --dept 가과");
    quiet("task add 분수 --year 2024 --dept 나과");
    office.run("task add 분수 --year 2024 --dept 가과").ok().hints("another task '분수'").hints("KT-2024-01");
    quiet("task edit KT-2024-02 --title 공원");
    office.run("task edit KT-2024-02 --title 분수 --dept 가과").ok().hints("another task '분수'").hints("KT-2024-01");
    quiet("task edit KT-2024-01 --budget 5");
}

#[test]
fn a_late_task_is_explained() {
    let mut office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok();
    office.run("milestone add KT-2024-01 착공 --due 2024-04-30").ok();
    office.run("milestone done KT-2024-01 1 --on 2024-04-05").ok();
    office.run("milestone slip KT-2024-01 2 --due 2024-05-24 --on 2024-04-20 --reason '자재 수급'").ok();
    office
        .run("due explain kt-2024-01")
        .ok()
        .says("late, 10 days past 2024-05-24 (Fri)")
        .says("why: milestone 2 '착공' was due on 2024-05-24 (Fri) and is not reached (10 days past)")
        .says("자재 수급")
        .hints("milestone done KT-2024-01 2");
    let rows = office.rows("due explain KT-2024-01");
    let told: Vec<String> =
        rows.iter().map(|row| format!("{} {} {} {} {}", row["kind"], row["seq"], row["due"], row["days_late"], row["overdue"])).collect();
    assert_eq!(told, ["milestone 1 2024-03-31 5 false", "milestone 2 2024-05-24 10 true", "task  2024-10-31 0 false"]);
    assert_eq!((rows[1]["slips"].as_str(), rows[1]["first_due"].as_str()), ("1", "2024-04-30"));
    assert_eq!(office.column("due explain KT-2024-01 --as-of 2024-04-19", "slips"), ["0", "0", "0"]);
    office.run("task show KT-2024-01").ok().hints("due explain KT-2024-01");
    office.run("milestone done KT-2024-01 2").ok();
    office.run("due explain KT-2024-01").ok().says("not late (on track)");
    office.turn_to("2024-11-05");
    office.run("due explain KT-2024-01").ok().says("the task itself was due on 2024-10-31").hints("task complete KT-2024-01");
    office.run("task suspend KT-2024-01 --reason 예산").ok();
    office.run("due explain KT-2024-01").ok().says("not late (suspended)").says("is not counted as late");
    office.run("due explain KT-2024-77").refused(3, "E0301").hints("task list");
}

#[test]
fn every_kind_of_line_of_today_has_a_next_command_that_works() {
    let mut office = office();
    office.run("milestone add KT-2024-01 착공 --due 2024-05-31").ok();
    office.run("task add 넘긴과제 --year 2024 --dept 가과 --due 2024-05-20 --cycle quarterly").ok();
    let late = office.column("task list --sort=-code", "code")[0].clone();
    office.run("consult file 점용 --dept 가과 --received-on 2024-04-30").ok();
    office.run("consult file 보완 --dept 가과 --received-on 2024-05-02").ok();
    office.run("consult supplement PC-2024-002 --on 2024-05-03 --reason 도면").ok();
    let told = office.run("today").ok();
    let commands: Vec<String> = told.stderr.lines().filter_map(|line| line.strip_prefix("next: proadmin ")).map(str::to_owned).collect();
    for said in [
        &format!("due explain {late}"),
        "milestone done KT-2024-01 1 --on DATE",
        "progress log KT-2024-01 --percent N --on 2024-05-31",
        "due explain PC-2024-001",
        "consult resume PC-2024-002 --on DATE",
    ] {
        assert!(commands.iter().any(|command| command == said), "{said}\n{}", told.stderr);
    }
    for command in commands {
        office.run(&command.replace("DATE", "2024-06-03").replace(" N ", " 50 ")).ok();
    }
    // What was done is not told again.
    let left = office.column("today", "what");
    assert!(left.iter().all(|what| ["overdue", "due_soon", "delayed"].contains(&what.as_str())), "{left:?}");
    office.turn_to("2024-06-04");
    assert!(!office.run("today").ok().stderr.contains("progress log"));
}

#[test]
fn an_act_is_also_named_by_the_number_that_its_history_shows() {
    let mut office = office();
    office.turn_to("2024-07-01");
    for act in [
        "suspend KT-2024-01 --on 2024-03-01 --reason 예산",
        "resume KT-2024-01 --on 2024-03-10",
        "suspend KT-2024-01 --on 2024-04-01 --reason 착오",
        "resume KT-2024-01 --on 2024-04-10",
        "complete KT-2024-01 --on 2024-06-20 --outcome met",
    ] {
        office.run(&format!("task {act}")).ok();
    }
    let history = |office: &Office| -> Vec<String> {
        let shown = office.run("task show KT-2024-01 -o json").ok().json();
        let part = shown["items"][0]["history"].as_array().or(shown["history"].as_array()).expect("a history").clone();
        part.iter().map(|act| format!("{} {} {}", act["no"], act["on"].as_str().unwrap_or(""), act["act"].as_str().unwrap_or(""))).collect()
    };
    assert_eq!(
        history(&office),
        [
            "null 2024-01-01 proposed",
            "1 2024-01-01 selected",
            "2 2024-03-01 suspended",
            "3 2024-03-10 resumed",
            "4 2024-04-01 suspended",
            "5 2024-04-10 resumed",
            "6 2024-06-20 completed"
        ]
    );
    // One of a pair cannot go alone; by their numbers they go together.
    office.run("task void KT-2024-01 --act 4 --reason 착오").refused(4, "E0486");
    office.run("task void KT-2024-01 --act 4,5 --reason 착오").ok().says("'suspended' of 2024-04-01").says("'resumed' of 2024-04-10");
    office.run("task void KT-2024-01 --act 4 --reason 착오").refused(3, "E0481").hints("task show KT-2024-01");
    office.run("task void KT-2024-01 --act 3 --on 2024-03-11 --reason 착오").refused(3, "E0481");
    office.run("task edit KT-2024-01 --act 6 --on 2024-06-21 --reason 오타").ok().says("2024-06-21");
    // A number that was given out is never given to anything else.
    office.run("task void KT-2024-01 --act 6 --reason 착오").ok();
    office.run("task stop KT-2024-01 --on 2024-06-28 --reason 중단").ok();
    office.run("task void KT-2024-01 --act 6 --reason 착오").refused(3, "E0481");
    assert_eq!(history(&office)[2..], ["2 2024-03-01 suspended", "3 2024-03-10 resumed", "7 2024-06-28 stopped"]);
    // By its kind it is still named, in either language.
    office.run("task void KT-2024-01 --act 중단 --reason 착오").ok();
    office.run("task void KT-2024-01 --act nonsense --reason 착오").refused(2, "E0");
    office.speak(true);
    office.run("task void KT-2024-01 --act 2,3 --reason 착오").ok().says("보류").says("재개");
    office.run("verify").ok();
}

#[test]
fn what_is_suggested_where_a_correction_would_break_a_history_leads_on() {
    let fresh = || {
        let office = office();
        for act in [
            "suspend KT-2024-01 --on 2024-03-20 --reason 예산",
            "resume KT-2024-01 --on 2024-04-10",
            "complete KT-2024-01 --on 2024-05-20 --outcome met",
        ] {
            office.run(&format!("task {act}")).ok();
        }
        office
    };
    // Later than what followed it, and earlier than what came before: the other one is moved first.
    for (wrong, other) in [
        ("--act suspended --on 2024-04-15 --reason x", "--act resumed --was 2024-04-10 --on 2024-04-20 --reason x"),
        ("--act resumed --on 2024-03-10 --reason x", "--act suspended --was 2024-03-20 --on 2024-03-01 --reason x"),
        ("--act completed --on 2024-04-05 --reason x", "--act resumed --was 2024-04-10 --on 2024-04-01 --reason x"),
    ] {
        let office = fresh();
        let told = office.run(&format!("task edit KT-2024-01 {wrong}")).refused(4, "E0486").stderr;
        let (named, _) = other.split_once(" --on").expect("a day");
        assert!(told.contains(&format!("task edit KT-2024-01 {named} --on DATE")), "{told}");
        assert!(!told.contains("task void KT-2024-01 --act resumed"), "to take out half of a pair leads back:\n{told}");
        office.run(&format!("task edit KT-2024-01 {other}")).ok();
        office.run(&format!("task edit KT-2024-01 {wrong}")).ok();
    }
    // What hangs on an act goes with it.
    let office = fresh();
    office.run("task void KT-2024-01 --act suspended --reason x").refused(4, "E0486").hints("task void KT-2024-01 --act 2,3 --reason");
    office.run("task void KT-2024-01 --act 2,3 --reason x").ok();
}
