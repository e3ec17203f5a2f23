//! What someone stumbled over who did a year's twenty jobs with nothing but the README: each is
//! a sentence that once was not so.

use crate::office::Office;

#[test]
fn who_led_a_task_on_a_day_stays_so_after_it_was_handed_over() {
    let mut office = Office::of_two("2024-03-04");
    office.run("task add 분수 --year 2024 --dept 가과 --lead 홍길동").ok();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31").ok();
    office.run("milestone add KT-2024-01 착공 --due 2024-07-31").ok();
    office.run("incentive use basic --year 2024").ok();
    office.turn_to("2024-07-31");
    office.run("milestone done KT-2024-01 1 --on 2024-03-29").ok();
    office.run("handover 홍길동 --to 김하나 --on 2024-06-03").ok();
    office.run("milestone done KT-2024-01 2 --on 2024-07-30").ok();
    let lead = |day: &str| office.column(&format!("task list {day}"), "lead");
    assert_eq!(lead(""), ["김하나"]);
    assert_eq!(lead("--as-of 2024-06-02"), ["홍길동"]);
    assert_eq!(lead("--as-of 2024-06-03"), ["김하나"]);
    let points = || {
        let rows = office.rows("incentive proposed --fields source,staff");
        rows.iter().map(|row| format!("{} {}", row["source"], row["staff"])).collect::<Vec<_>>()
    };
    assert_eq!(points(), ["KT-2024-01:1 홍길동", "KT-2024-01:2 김하나"]);
    let shown = office.run("task show KT-2024-01").ok().stdout;
    let leaders = shown.split("Who led it").nth(1).expect("who led it");
    assert!(leaders.find("2024-01-01  홍길동") < leaders.find("2024-06-03  김하나"), "{leaders}");
    // Another name for the lead corrects who took it over; who led it before stays.
    office.run("staff add 박셋 --dept 나과").ok();
    office.run("task edit KT-2024-01 --lead 박셋").ok();
    assert_eq!((lead(""), lead("--as-of 2024-06-02")), (vec!["박셋".to_owned()], vec!["홍길동".to_owned()]));
    let before = office.entries();
    office.run("task edit KT-2024-01 --clear lead").refused(4, "E0329");
    assert_eq!(office.entries(), before);
    office.run("task carry KT-2024-01 --into 2025").ok();
    assert_eq!(office.column("task list --year 2025", "lead"), ["박셋"]);
}

#[test]
fn a_handover_that_is_taken_back_leaves_the_lead_who_was_there() {
    let office = Office::of_two("2024-07-31");
    office.run("task add 분수 --year 2024 --dept 가과 --lead 홍길동").ok();
    office.run("handover 홍길동 --to 김하나").ok();
    office.run("undo").ok();
    assert_eq!(office.column("task list", "lead"), ["홍길동"]);
    office.run("verify").ok();
}

#[test]
fn a_candidate_for_a_key_task_is_of_the_tasks_department() {
    let office = Office::of_two("2024-12-02");
    office.run("task add 분수 --year 2024 --dept 나과").ok();
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval entry EV-2024-01 분수 --task KT-2024-01").ok();
    office.run("eval entry EV-2024-01 다른과 --task KT-2024-01 --dept 가과").ok();
    assert_eq!(office.column("eval table EV-2024-01", "department"), ["나과", "가과"]);
    // Entered again, it stays whose it is; a file says it as the verb does.
    office.run("eval entry EV-2024-01 다른과 --entry E-02 --task KT-2024-01").ok();
    office.write("entries.csv", "entry,title,task\nE-02,고친것,KT-2024-01\nE-03,파일에서,KT-2024-01\n");
    office.run("eval import EV-2024-01 --entries entries.csv").ok();
    assert_eq!(office.column("eval table EV-2024-01", "department"), ["나과", "가과", "나과"]);
}

#[test]
fn whoever_registers_a_task_without_a_day_is_told_since_when_it_is_one() {
    let office = Office::of_two("2024-10-02");
    office.run("task add 분수 --year 2024 --dept 가과").ok().hints("2024-01-01").hints("--proposed-on");
    office.run("task add 다리 --year 2025 --dept 가과").ok();
    let told = office.run("task add 길 --year 2024 --dept 가과 --proposed-on 2024-10-02").ok();
    assert!(!told.stderr.contains("--proposed-on"), "{}", told.stderr);
}

#[test]
fn a_month_that_is_frozen_before_anyone_reported_says_so() {
    let office = Office::of_two("2024-06-03");
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    office.run("snapshot take 2024-05").ok().hints("1 task has no report").hints("proadmin progress missing 2024-05");
    office.run("progress log KT-2024-01 --percent 10 --on 2024-05-31").ok();
    // What was not frozen is named as such, also where nothing is left of it.
    office.run("report monthly 2024-05").ok().says("not frozen with the month");
}

#[test]
fn a_row_of_the_form_that_nobody_filled_in_is_passed_over() {
    let office = Office::of_two("2024-06-03");
    for title in ["분수", "다리"] {
        office.run(&format!("task add {title} --year 2024 --dept 가과")).ok();
    }
    office.write("form.csv", "task,title,percent,note\nKT-2024-01,분수,30,\nKT-2024-02,다리,,\n");
    office.run("progress import form.csv --on 2024-05-31").ok().says("1 new, 0 changed").hints("1 blank row passed over");
    // A note without its figure is no blank row.
    office.write("form.csv", "task,percent,note\nKT-2024-02,,지연\n");
    office.run("progress import form.csv --on 2024-05-31").refused(4, "E0341").hints("percent");
}

#[test]
fn an_option_that_a_verb_does_not_have_leads_to_the_verbs_help() {
    let office = Office::of_two("2024-06-03");
    office.run("staff move 홍길동 --dept 나과").refused(2, "E0102").hints("proadmin staff move --help");
    let answer = office.run("--color never staff move 홍길동 --dept 나과").refused(2, "E0102");
    answer.hints("proadmin staff move --help").hints("nothing was recorded");
}

#[test]
fn where_korean_puts_blanks_is_for_nobody_to_remember() {
    let office = Office::of_two("2024-06-03");
    office.run("nominate add 친절 --nominee 홍길동 --by employee --nominator 김하나").ok();
    office.run("nominate reject NM-2024-001 --ground 단순친절").ok();
}

#[test]
fn whoever_approves_a_text_for_the_public_is_told_of_personal_data_in_it() {
    let office = Office::of_two("2024-06-03");
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    office.run("case add 분수 --kind exemplary --from KT-2024-01 --problem 010-1234-5678 --done 수리 --effect 편의").ok();
    office.run("case approve CS-2024-01 --actor 과장").ok().hints("proadmin case scan CS-2024-01");
}

#[test]
fn what_was_told_for_a_letter_changes_after_it_only_with_a_reason() {
    let office = Office::of_two("2024-06-28");
    office.run("consult file 점용 --dept 가과 --received-on 2024-06-03").ok();
    office.run("consult edit PC-2024-001 --background 노점").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정 --on 2024-06-05")).ok();
    }
    office.run("consult answer PC-2024-001 --result possible --text 가능 --on 2024-06-10").ok();
    let before = office.entries();
    for late in ["--background 배경", "--self-check 점검", "--clear background"] {
        office.run(&format!("consult edit PC-2024-001 {late}")).refused(4, "E0450").hints("--reason");
    }
    assert_eq!(office.entries(), before);
    office.run("consult edit PC-2024-001 --handler 김하나").ok();
    office.run("consult edit PC-2024-001 --self-check 점검 --reason '접수 때 종이로 받은 것'").ok();
}

#[test]
fn a_month_that_was_left_out_between_frozen_ones_is_asked_for() {
    let mut office = Office::of_two("2024-07-03");
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    let months = |office: &Office| {
        let rows = office.rows("today");
        rows.iter().filter(|row| row["kind"] == "snapshot").map(|row| format!("{}: {}", row["code"], row["title"])).collect::<Vec<_>>()
    };
    assert!(months(&office).is_empty(), "whoever freezes no month is not asked to");
    office.run("snapshot take 2024-03").ok();
    office.run("snapshot take 2024-05").ok();
    assert_eq!(months(&office), ["2024-04: 2024-04, 06"]);
    office.run("today").ok().hints("proadmin snapshot take 2024-04");
    office.turn_to("2025-03-03");
    assert_eq!(
        months(&office),
        ["2024-04: 2024-04, 06, 07, 08, 09, 10, 11, 12", "2025-01: 2025-01, 02"],
        "a year is a line, however long none was frozen"
    );
}

#[test]
fn a_planned_day_that_has_passed_is_told_when_it_is_set() {
    let office = Office::of_two("2024-06-03");
    let told = |command: &str| office.run(command).ok().stderr.contains("has passed already");
    assert!(told("task add 분수 --year 2024 --dept 가과 --due 2023-12-31"));
    assert!(!told("task add 꽃길 --year 2024 --dept 가과 --due 2024-06-03"));
    assert!(!told("task add 옛길 --year 2023 --dept 가과 --due 2023-12-31"), "a year gone by is entered so");
    assert!(told("task edit KT-2024-02 --due 2024-06-01"));
    assert!(told("milestone add KT-2024-02 착공 --due 2024-05-31"));
    assert!(!told("milestone add KT-2024-02 준공 --due 2024-06-30"));
    assert!(told("milestone slip KT-2024-02 1 --due 2024-06-02 --reason 자재"));
    assert!(told("milestone edit KT-2024-02 2 --due 2024-05-30 --reason 오타"));
    office.run("plan area --template dongjak-2020").ok();
    assert!(told("plan action 교육 --area 1 --dept 가과 --due 2024-03-31"));
    let codes = office.column("plan list", "code");
    assert!(told(&format!("plan edit {} --due 2024-04-30", codes[0])));
    assert!(!told(&format!("plan edit {} --due 2024-06-30", codes[0])));
}
