//! What an auditor found who recounted the answers: each is a sentence that once was not so.

use crate::office::Office;

/// Two departments, one person in each, on a day.
fn office(today: &str) -> Office {
    let office = Office::on(today);
    for command in ["dept add 교통과", "dept add 공원과", "staff add 김하나 --dept 교통과", "staff add 박셋 --dept 공원과"]
    {
        office.run(command).ok();
    }
    office
}

/// The three reviews of a request.
fn reviewed(office: &Office, code: &str, flags: &str) {
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review {code} --kind {kind} {flags}")).ok();
    }
}

/// A closed round, EV-2024-01, with one entry that has a grade.
fn closed_round(office: &Office, round: &str, entry: &str) {
    for command in [
        &format!("open {round}"),
        "criterion EV-2024-01 성과 --max 10",
        &format!("entry EV-2024-01 {entry}"),
        "rater EV-2024-01 R1",
        "score EV-2024-01 E-01 R1 --criterion 성과 --points 9",
        "grade EV-2024-01 우수 --count 1",
        "close EV-2024-01 --confirm=EV-2024-01",
    ] {
        office.run(&format!("eval {command}")).ok();
    }
}

#[test]
fn the_last_decision_about_a_nomination_is_what_a_department_is_counted_by() {
    let office = office("2024-06-03");
    office.run("nominate add 공적 --nominee 김하나 --by department --nominator 교통과").ok();
    office.run("eval open 부서 --year 2024 --track department").ok();
    office.run("eval indicator EV-2024-01 nomination_accepted --per-unit 5 --cap 50").ok();
    office.run("eval entry EV-2024-01 교통과 --dept 교통과").ok();
    let total = || office.column("eval table EV-2024-01", "total");
    for (decision, counted) in [("accept", "5.00"), ("reject --ground other --reason 재검토", "0.00"), ("accept --reason 재심", "5.00")]
    {
        let (verb, flags) = decision.split_once(' ').unwrap_or((decision, ""));
        office.run(&format!("nominate {verb} NM-2024-001 {flags}")).ok();
        assert_eq!(total(), [counted], "{decision}");
    }
}

#[test]
fn points_of_a_selection_go_to_whose_merit_the_entry_is_once_and_by_the_last_stage() {
    let office = office("2024-06-03");
    office.run("staff add 이둘 --dept 교통과").ok();
    office.run("task add 과제 --year 2024 --dept 교통과 --lead 박셋").ok();
    office.run("incentive use basic --year 2024").ok();
    closed_round(&office, "팀 --year 2024 --track team", "과제 --task KT-2024-01 --member 김하나:60 --member 이둘:40");
    let selected = || {
        let rows = office.rows("incentive proposed");
        let rows = rows.into_iter().filter(|row| row["event"] == "selected");
        rows.map(|row| (row["source"].clone(), row["staff"].clone())).collect::<Vec<_>>()
    };
    let of = |round: &str| [("김하나", round), ("이둘", round)].map(|(staff, round)| (format!("{round}:E-01"), staff.to_owned()));
    let mut found = selected();
    found.sort();
    assert_eq!(found, of("EV-2024-01"));
    let graded = || {
        office
            .rows("report year-end 2024")
            .into_iter()
            .filter(|row| row["item"] == "graded")
            .map(|row| row["count"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(graded(), ["1"]);
    office.run("eval open 본심 --year 2024 --after EV-2024-01 --track team").ok();
    assert!(selected().is_empty() && graded().is_empty(), "who is selected, the last stage decides");
}

#[test]
fn what_happened_before_a_move_is_of_the_department_of_then() {
    let office = office("2024-06-03");
    office.run("staff move 김하나 --to 공원과 --on 2024-04-01").ok();
    office.run("legal add 건 --stage discipline --staff 김하나 --on 2024-03-04").ok();
    office.run("nominate add 공적 --nominee 김하나 --by self --received-on 2024-03-04").ok();
    office.run("incentive earn 홍보 --event promotion --staff 김하나 --on 2024-03-05").ok();
    office.run("exemption request LG-2024-01 --stage discipline --basis general --staff 김하나 --prepare --on 2024-03-06").ok();
    for list in ["legal list", "nominate list", "incentive list", "exemption list"] {
        assert_eq!(office.column(list, "department"), ["교통과"], "{list}");
    }
    office.run("legal add 다른 --stage discipline --staff 김하나 --on 2024-04-02").ok();
    assert_eq!(office.column("legal list", "department"), ["교통과", "공원과"]);
}

#[test]
fn what_was_voided_comes_back_only_where_it_could_stand_beside_what_came_since() {
    let office = office("2024-06-03");
    // Support for one matter twice.
    office.run("legal add 건 --stage discipline --staff 김하나").ok();
    office.run("legal void LG-2024-01 --reason 오기").ok();
    let void = office.entries();
    office.run("legal add 건 --stage discipline --staff 김하나").ok();
    office.run(&format!("undo {void}")).refused(4, "E0810");
    // Grades of more than the whole.
    office.run("eval open 상반기 --year 2024").ok();
    office.run("eval grade EV-2024-01 우수 --percent 60").ok();
    office.run("eval void EV-2024-01 --grade 우수 --reason 오기").ok();
    let void = office.entries();
    office.run("eval grade EV-2024-01 장려 --percent 60").ok();
    office.run(&format!("undo {void}")).refused(4, "E0810");
    // A cap of points.
    office.run("incentive scheme 소액 --name 소액 --year-max 5 --source 내규").ok();
    office.run("incentive rule 소액 --event promotion --points 5 --source 내규").ok();
    office.run("incentive use 소액 --year 2024").ok();
    office.run("incentive earn 홍보 --event promotion --staff 김하나").ok();
    office.run("incentive approve IA-2024-001").ok();
    office.run("incentive void IN-2024-001 --reason 오기").ok();
    let void = office.entries();
    office.run("incentive void IA-2024-001 --reason 오기").ok();
    let activity = office.entries();
    office.run("incentive earn 홍보둘 --event promotion --staff 김하나").ok();
    office.run("incentive approve IA-2024-002").ok();
    office.run(&format!("undo {activity}")).ok();
    office.run(&format!("undo {void}")).refused(4, "E0810");
}

#[test]
fn a_task_and_the_one_it_goes_on_as_are_never_open_both() {
    let mut office = office("2024-12-20");
    office.run("task add 과제 --year 2024 --dept 교통과 --due 2024-12-20").ok();
    office.turn_to("2025-03-05");
    office.run("task carry KT-2024-01").ok();
    assert_eq!(office.column("task list --as-of 2025-03-04", "code"), ["KT-2024-01"], "the carrying is what makes the other");
    assert_eq!(office.column("task list --as-of 2025-03-05 --year 2025", "code"), ["KT-2025-01"]);
    office.run("task edit KT-2024-01 --act carried --on 2025-03-03 --reason 정정").ok();
    assert_eq!(office.column("task list --as-of 2025-03-03 --year 2025", "code"), ["KT-2025-01"], "a corrected day is its day too");
    office.run("task void KT-2025-01 --reason 오기").ok();
    let void = office.entries();
    office.run("task reopen KT-2024-01 --reason 계속").ok();
    office.run(&format!("undo {void}")).refused(4, "E0810");
}

#[test]
fn a_round_goes_on_as_one_other_whatever_is_undone() {
    let office = office("2024-06-03");
    closed_round(&office, "예심 --year 2024", "사례 --dept 교통과");
    office.run("eval open 본심 --year 2024 --after EV-2024-01").ok();
    office.run("eval void EV-2024-02 --reason 오기").ok();
    let void = office.entries();
    office.run("eval open 다시 --year 2024 --after EV-2024-01").ok();
    office.run(&format!("undo {void}")).refused(4, "E0810");
}

#[test]
fn a_void_task_steers_no_points() {
    let office = office("2024-06-03");
    office.run("incentive use basic --year 2024").ok();
    office.run("task add 과제 --year 2024 --dept 교통과 --lead 김하나").ok();
    for title in ["건", "건둘"] {
        office.run(&format!("consult file {title} --dept 공원과 --task KT-2024-01")).ok();
    }
    office.run("task void KT-2024-01 --reason 오기").ok();
    let rows = office.rows("incentive proposed --all");
    let told: Vec<_> = rows.iter().map(|row| (row["department"].as_str(), row["staff"].as_str(), row["points"].as_str())).collect();
    assert_eq!(told, [("공원과", "", "2.00"), ("공원과", "", "2.00")]);
}

#[test]
fn an_answer_that_was_in_time_stays_so_in_another_file() {
    let office = office("2024-06-03");
    office.run("consult file 건 --dept 교통과 --received-on 2024-02-01").ok();
    office.run("consult supplement PC-2024-001 --reason 자료 --on 2024-02-05").ok();
    office.run("consult resume PC-2024-001 --on 2024-03-05").ok();
    reviewed(&office, "PC-2024-001", "--finding 적정 --on 2024-03-06");
    office.run("consult answer PC-2024-001 --result possible --text 가능 --on 2024-03-20").ok();
    office.run("passive add 신고 --dept 교통과 --received-on 2024-02-01 --reporter 홍길동").ok();
    office.run("passive supplement PA-2024-001 --reason 자료 --on 2024-02-05").ok();
    office.run("passive resume PA-2024-001 --on 2024-03-05").ok();
    office.run("passive classify PA-2024-001 --type neglect --on 2024-03-05").ok();
    office.run("passive find PA-2024-001 --result confirmed --text 확인 --on 2024-03-05").ok();
    office.run("passive answer PA-2024-001 --text 시정 --on 2024-03-06").ok();
    let asked = |noun: &str, flags: &str| {
        let view = if noun == "consult" { "consultation_status" } else { "passive_status" };
        office.run(&format!("query 'SELECT due, in_time FROM {view}' -o csv {flags}")).ok().stdout
    };
    office.run("init --db other.db --org 다른구").ok();
    for noun in ["dept", "consult", "passive"] {
        office.run(&format!("export {noun} --out {noun}.csv")).ok();
        office.run(&format!("import {noun} {noun}.csv --db other.db")).ok();
    }
    for noun in ["consult", "passive"] {
        let here = asked(noun, "");
        assert!(here.trim_end().ends_with(",1"), "{noun}: {here}");
        assert_eq!(asked(noun, "--db other.db"), here, "{noun}");
    }
}

#[test]
fn a_letter_is_issued_under_the_due_day_of_its_own_day_whenever_it_is_entered() {
    let mut office = office("2024-02-01");
    office.run("clock add ref-30 --name 이송 --days 30 --referral-pauses yes --source 내규 --from 2024-01-01").ok();
    for title in ["건", "건둘"] {
        office.run(&format!("consult file {title} --dept 교통과 --rule ref-30")).ok();
    }
    office.turn_to("2024-02-10");
    for code in ["PC-2024-001", "PC-2024-002"] {
        reviewed(&office, code, "--waive 경미");
        office.run(&format!("consult refer {code} --to seoul")).ok();
    }
    office.turn_to("2024-03-20");
    office.run("consult answer PC-2024-001 --result possible --text 가능").ok().says("due 2024-04-09");
    office.turn_to("2024-04-30");
    office.run("calendar add 2024-04-09 --name 임시공휴일 --kind temporary --announced-on 2024-03-25").ok();
    office.run("consult answer PC-2024-002 --result possible --text 가능 --on 2024-03-20").ok().says("due 2024-04-09");
}

#[test]
fn who_was_registered_by_mistake_is_no_member_wherever_they_were_moved() {
    let office = office("2024-06-03");
    office.run("staff add 유령 --dept 교통과").ok();
    office.run("staff move 유령 --to 공원과 --on 2024-02-01").ok();
    office.run("staff void 유령 --reason 오기").ok();
    office.run("incentive use basic --year 2024").ok();
    office.run("incentive earn 홍보 --event promotion --staff 박셋").ok();
    office.run("incentive approve --year 2024 -y").ok();
    let row = office.rows("incentive table").into_iter().find(|row| row["name"] == "공원과").expect("a row");
    assert_eq!(row["members"], "1");
}

#[test]
fn a_supplement_is_asked_for_as_often_as_the_rule_allows() {
    let office = office("2024-06-03");
    office.run("clock add short --name 짧은 --days 10 --supplement-max 1 --source 내규 --from 2024-01-01").ok();
    office.run("consult file 건 --dept 교통과 --rule short --received-on 2024-05-27").ok();
    office.run("consult resume PC-2024-001 --on 2024-05-27").refused(4, "E0414").hints("consult supplement");
    office.run("consult supplement PC-2024-001 --reason 자료 --on 2024-05-28").ok();
    office.run("consult resume PC-2024-001 --on 2024-05-27").refused(4, "E0414").hints("--on 2024-05-28");
    office.run("consult resume PC-2024-001 --on 2024-05-29").ok();
    office.run("consult supplement PC-2024-001 --reason 또").refused(4, "E0467").hints("consult return");
}

#[test]
fn points_whose_record_is_gone_are_no_evidence() {
    let office = office("2024-06-03");
    office.run("incentive use basic --year 2024").ok();
    office.run("task add 과제 --year 2024 --dept 교통과 --lead 김하나").ok();
    office.run("task complete KT-2024-01 --outcome met").ok();
    office.run("incentive approve KT-2024-01").ok();
    let approved = || office.rows("report year-end 2024").iter().any(|row| row["item"] == "points_approved");
    assert!(approved());
    office.run("task reopen KT-2024-01 --reason 계속").ok();
    assert!(!approved());
}

#[test]
fn who_has_left_is_given_nothing_new_and_the_day_of_leaving_can_be_corrected() {
    let office = office("2024-08-05");
    office.run("staff leave 김하나 --on 2024-08-01").ok();
    office.run("task add 나 --year 2024 --dept 교통과").ok();
    for command in [
        "task edit KT-2024-01 --lead 김하나",
        "task add 다 --year 2024 --dept 교통과 --deputy 김하나",
        "consult file 라 --dept 교통과 --handler 김하나",
        "passive add 마 --dept 교통과 --handler 김하나 --anonymous",
    ] {
        office.run(command).refused(4, "E0356").hints("staff edit S-0001 --left-on");
    }
    office.run("consult file 라 --dept 교통과 --handler 김하나 --received-on 2024-07-30").ok();
    office.run("training add 교육 --on 2024-08-05").ok();
    office.run("training attend TR-2024-01 --staff 김하나").refused(4, "E0564").hints("staff edit S-0001 --left-on");
    office.run("staff edit S-0001 --since-on 2024-08-05").refused(4, "E0353");
    office.run("staff edit 박셋 --left-on 2024-08-05").refused(4, "E0350").hints("staff leave S-0002");
    office.run("staff edit S-0001 --left-on 2024-08-05").ok();
    office.run("training attend TR-2024-01 --staff 김하나").ok();
}

#[test]
fn a_superseding_letter_repeats_what_is_not_corrected() {
    let office = office("2024-06-03");
    office.run("consult file 주차 --dept 교통과 --received-on 2024-05-02 --law 도로법").ok();
    reviewed(&office, "PC-2024-001", "--finding 적정 --on 2024-05-03");
    office.run("consult answer PC-2024-001").refused(2, "E0104").hints("--result");
    office.run("consult answer PC-2024-001 --result possible --text '가능합니다.' --on 2024-05-20").ok();
    office.run("consult answer PC-2024-001 --supersede --law 주차장법").refused(2, "E0429").hints("--law 주차장법");
    office.run("consult answer PC-2024-001 --supersede --result 불가 --reason 정정").refused(2, "E0466");
    office.run("consult answer PC-2024-001 --supersede --law 주차장법 --reason 오타").ok().says("letter 2");
    let letter = office.run("consult letter PC-2024-001").ok().stdout;
    assert!(letter.contains("주차장법") && letter.contains("가능합니다."), "{letter}");
}

#[test]
fn which_backups_still_hold_a_name_is_told_after_it_was_erased_too() {
    let office = office("2024-12-03");
    office.run("nominate add 친절 --nominee 김하나 --by resident --nominator 박주민").ok();
    std::fs::create_dir(office.folder().join("bk")).expect("a folder");
    office.run("backup bk").ok();
    office.run("erase NM-2024-001 --reason 경과 --confirm NM-2024-001").ok().hints("erase NM-2024-001 --reason … --backups DIR");
    let entries = office.entries();
    office.run("erase NM-2024-001 --reason 경과 --backups bk").ok().hints("still holds the names").says("nothing was recorded");
    assert_eq!(office.entries(), entries);
}

#[test]
fn what_people_read_in_a_list_they_may_type() {
    let office = office("2024-06-03");
    for command in [
        "plan list --state 지연",
        "training list --state 예정",
        "training coverage --by 부서",
        "award list --kind 표창",
        "award list --state 수상",
    ] {
        office.run(command).ok();
    }
    office.write("t.csv", "과제명,연도,주관부서\n가,2024,교통과\n");
    office.run("import 중점과제 t.csv").ok().says("1 new");
    office.run("task edit KT-2024-01 --due '2024-12-20(금)'").ok();
    office.run("task edit KT-2024-01 --due '2024-12-20(목)' --reason 오기").refused(2, "E01");
}

#[test]
fn all_that_is_wrong_in_a_row_is_told_with_its_column() {
    let office = office("2024-06-03");
    office.write("t.csv", "과제명,연도,주관부서\n가,25,없는과\n");
    let told = office.run("import task t.csv").stderr;
    assert!(told.contains("year") && told.contains("department"), "{told}");
    office.write("s.csv", "성명,부서,임용일\n홍길동,없는과,2025-01-01\n");
    let told = office.run("import staff s.csv").stderr;
    assert!(told.contains("department") && told.contains("since"), "{told}");
}

#[test]
fn a_receipt_is_not_moved_to_a_day_on_which_its_clock_did_not_hold() {
    let office = office("2024-06-03");
    office.run("clock add new --name 새 --days 20 --source 내규 --from 2024-03-01").ok();
    office.run("consult file 건 --dept 교통과 --received-on 2024-03-04 --rule new").ok();
    let entries = office.entries();
    office.run("consult edit PC-2024-001 --received-on 2024-02-05 --reason 오기").refused(4, "E0");
    office.run("passive add 신고 --dept 교통과 --received-on 2024-03-04 --anonymous --rule new").ok();
    office.run("passive edit PA-2024-001 --received-on 2024-02-05 --reason 오기").refused(4, "E0");
    assert_eq!(office.entries(), entries + 1);
}

#[test]
fn no_stage_follows_what_rewards_or_points_stand_on() {
    let office = office("2024-06-03");
    office.run("incentive use basic --year 2024").ok();
    closed_round(&office, "개인 --year 2024 --track individual", "공적 --member 김하나");
    let selected = office.rows("incentive proposed").into_iter().find(|row| row["event"] == "selected").expect("points");
    assert_eq!((selected["staff"].as_str(), selected["department"].as_str()), ("김하나", "교통과"), "an entry of no department");
    office.run("incentive approve EV-2024-01:E-01").ok();
    let next = "eval open 본심 --year 2024 --after EV-2024-01";
    office.run(next).refused(4, "E0656").hints("incentive void IN-2024-001");
    office.run("incentive void IN-2024-001 --reason 단계").ok();
    office.run("reward offer EV-2024-01").ok();
    office.run(next).refused(4, "E0656").hints("reward void RW-2024-01");
    office.run("reward void RW-2024-01 --reason 단계").ok();
    office.run(next).ok();
    office.run("eval criterion EV-2024-02 성과 --max 10").ok();
    office.run("undo").ok();
}

#[test]
fn an_answer_of_a_file_is_superseded_by_a_letter_of_its_own_words() {
    let office = office("2024-06-03");
    office.write("c.csv", "title,department,received_on,answered_on,result,due\n건,교통과,2024-03-04,2024-03-20,possible,2024-04-05\n둘,교통과,2024-03-04,2024-03-20,possible,2024-01-05\n");
    office.run("import consult c.csv").refused(4, "E0341").hints("2024-01-05");
    office.write("c.csv", "title,department,received_on,answered_on,result,due\n건,교통과,2024-03-04,2024-03-20,possible,2024-04-05\n");
    office.run("import consult c.csv").ok();
    assert_eq!(office.column("consult list", "due"), ["2024-04-05"]);
    office.run("consult answer PC-2024-001 --supersede --reason 정정").refused(2, "E0468").hints("--text");
    office.run("consult answer PC-2024-001 --supersede --reason 정정 --result possible --text 가능").ok();
}

#[test]
fn whoever_was_there_then_may_be_named_for_then() {
    let mut office = office("2024-06-10");
    office.run("task add 가 --year 2024 --dept 교통과 --due 2024-06-30").ok();
    office.run("task complete KT-2024-01 --outcome met --on 2024-06-03").ok();
    office.run("consult file 건 --dept 교통과 --received-on 2024-06-03").ok();
    office.turn_to("2024-11-04");
    office.run("staff leave 김하나 --on 2024-10-01").ok();
    office.run("task edit KT-2024-01 --lead 김하나").ok();
    office.run("consult edit PC-2024-001 --handler 김하나").refused(4, "E0356");
    office.turn_to("2025-01-10");
    office.run("task add 나 --year 2024 --dept 교통과 --lead 김하나").ok();
    office.run("task add 다 --year 2025 --dept 교통과 --lead 김하나").refused(4, "E0356");
}

#[test]
fn a_person_stays_from_before_the_first_move_to_after_the_last() {
    let office = office("2024-08-05");
    office.run("staff move 김하나 --to 공원과 --on 2024-03-01").ok();
    office.run("staff move 김하나 --to 교통과 --on 2024-06-01").ok();
    office.run("staff leave 김하나 --on 2024-08-01").ok();
    office.run("staff edit 김하나 --since-on 2024-04-01").refused(4, "E0353");
    office.run("staff edit 김하나 --left-on 2024-05-01").refused(4, "E0348");
    office.run("staff edit 김하나 --since-on 2024-02-01 --left-on 2024-07-01").ok();
}

#[test]
fn what_only_takes_away_is_undone_whatever_the_caps_are_now() {
    let office = office("2024-06-03");
    office.run("incentive scheme 소액 --name 소액 --source 내규").ok();
    office.run("incentive rule 소액 --event promotion --points 5 --source 내규").ok();
    office.run("incentive use 소액 --year 2024").ok();
    for no in 1..=2 {
        office.run(&format!("incentive earn 홍보{no} --event promotion --staff 김하나")).ok();
        office.run(&format!("incentive approve IA-2024-00{no}")).ok();
    }
    let approved = office.entries();
    office.run("incentive scheme 소액 --year-max 4 --source 내규").ok();
    office.run(&format!("undo {approved}")).ok();
}

#[test]
fn support_for_one_matter_is_imported_once() {
    let office = office("2024-06-03");
    office.run("staff move 김하나 --to 공원과 --on 2024-04-01").ok();
    let row = |code: &str| format!("code,title,stage,staff,applied_on\n{code},건,discipline,김하나,2024-03-04\n");
    office.write("one.csv", row("LG-2024-05"));
    office.run("import legal one.csv").ok();
    assert_eq!(office.column("legal list", "department"), ["교통과"], "of the day it was applied for");
    office.write("two.csv", row("LG-2024-06"));
    office.run("import legal two.csv").refused(4, "E0341").hints("LG-2024-05");
}

#[test]
fn a_carried_task_is_not_there_before_it_was_carried() {
    let mut office = office("2024-12-20");
    office.run("task add 과제 --year 2024 --dept 교통과").ok();
    office.turn_to("2025-02-05");
    office.run("task carry KT-2024-01").ok().hints("task edit KT-2024-01 --act carried --on 2025-01-01");
    office.run("task edit KT-2025-01 --act proposed --on 2025-01-01 --reason 정정").refused(4, "E0409").hints("--act carried");
    office.run("task edit KT-2024-01 --act carried --on 2025-01-01 --reason 정정").ok();
    assert_eq!(office.column("task list --as-of 2025-01-15 --year 2025", "code"), ["KT-2025-01"]);
}

#[test]
fn an_earlier_name_is_looked_for_in_backups_as_well() {
    let office = office("2024-12-03");
    office.run("nominate add 친절 --nominee 김하나 --by resident --nominator 박주민").ok();
    std::fs::create_dir(office.folder().join("bk")).expect("a folder");
    office.run("backup bk").ok();
    office.run("erase NM-2024-001 --reason 경과 --confirm NM-2024-001").ok();
    office.run("nominate edit NM-2024-001 --by resident --nominator 최주민").ok();
    office.run("erase NM-2024-001 --reason 경과 --confirm NM-2024-001 --backups bk").ok().hints("still holds the names");
}

#[test]
fn a_handover_is_of_a_day_on_which_both_were_there_and_the_one_had_it() {
    let office = office("2024-06-02");
    office.run("staff add 이둘 --dept 교통과 --since-on 2024-05-15").ok();
    office.run("staff add 최넷 --dept 교통과").ok();
    office.run("staff leave 최넷 --on 2024-05-10").ok();
    office.run("task add 분수 --year 2024 --dept 교통과 --lead 김하나").ok();
    for (to, on, rule) in [("이둘", "2024-05-01", "E0353"), ("최넷", "2024-05-01", "E1131"), ("박셋", "2023-12-01", "E1133")] {
        office.run(&format!("handover 김하나 --to {to} --on {on} -y")).refused(4, rule);
    }
    office.run("handover 김하나 --to 박셋 --on 2024-03-01 -y").ok();
    office.run("handover 박셋 --to 김하나 --on 2024-02-01 -y").refused(4, "E1133").hints("--on 2024-03-01");
    assert_eq!(office.column("task list --as-of 2024-02-15", "lead"), ["김하나"]);
    assert_eq!(office.column("task list --as-of 2024-03-15", "lead"), ["박셋"]);
}

#[test]
fn names_and_leavings_follow_one_another() {
    let office = office("2024-06-02");
    office.run("staff move 김하나 --to 공원과 --on 2024-05-01").ok();
    office.run("staff leave 김하나 --on 2024-04-15").refused(4, "E0348");
    office.run("dept rename 공원과 --name 공원과").refused(4, "E0330");
    office.run("dept rename 공원과 --name 푸른과 --on 2024-05-01").ok();
    office.run("dept rename 푸른과 --name 초록과 --on 2024-03-15").refused(4, "E0340");
    office.run("dept merge 푸른과 --into 교통과 --on 2024-05-20").ok();
    office.run("dept rename 푸른과 --name 초록과 --on 2024-06-01").refused(4, "E0359");
}

#[test]
fn what_is_carried_in_a_plan_is_there_since_it_was() {
    let mut office = office("2024-06-02");
    office.run("plan area 문화 --year 2024").ok();
    office.run("plan action 교육 --year 2024 --area 1 --dept 교통과").ok();
    office.turn_to("2025-01-10");
    office.run("plan area 문화 --year 2025 --on 2025-01-02").ok();
    office.run("plan carry 2024 -y").ok();
    assert_eq!(office.column("plan list --as-of 2025-01-05", "code").len(), 1, "not twice");
}

#[test]
fn a_difference_tells_a_number_that_the_code_happens_to_hold() {
    let office = office("2024-06-02");
    office.run("task add 분수 --year 2024 --dept 교통과").ok();
    office.write("p.csv", "task,on,percent,note\nKT-2024-01,2024-02-01,20,나\n");
    office.run("import progress p.csv -n").ok().says("progress 20%");
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_written_goes_where_a_link_leads_and_replaces_no_pipe() {
    let office = office("2024-06-02");
    office.write("real.csv", "x");
    std::os::unix::fs::symlink(office.folder().join("real.csv"), office.folder().join("link.csv")).expect("a link");
    office.run("dept list -o csv --out link.csv -y").ok();
    assert!(office.read("real.csv").contains("교통과") && office.folder().join("link.csv").is_symlink());
    let made = std::process::Command::new("mkfifo").arg(office.folder().join("pipe.csv")).status().expect("mkfifo");
    assert!(made.success());
    let reader = std::fs::OpenOptions::new().read(true).write(true).open(office.folder().join("pipe.csv")).expect("the pipe");
    office.run("dept list -o csv --out pipe.csv -y").ok();
    assert!(!office.folder().join("pipe.csv").is_file(), "still a pipe");
    drop(reader);
    for no in 1..=40 {
        office.run(&format!("dept add 부서{no} -q")).ok();
    }
    let full = office.run("log -o csv --out /dev/full --limit 0");
    assert!(
        full.code == 1
            && full.stderr.contains("E0137")
            && full.stderr.contains("/dev/full")
            && !full.stderr.contains("nothing was recorded"),
        "{} {}",
        full.code,
        full.stderr
    );
}

#[test]
fn a_number_is_found_however_it_is_set_apart() {
    let office = office("2024-06-02");
    office.run("task add 분수 --year 2024 --dept 교통과").ok();
    office.run("case add 사례 --kind exemplary --from KT-2024-01 --problem '연락 010ㅡ1234ㅡ5678, 010  -  2345  -  6789' --done 조치 --effect 효과").ok();
    let found = office.run(&format!("case scan {}", office.column("case list", "code")[0])).stdout;
    assert!(found.contains("5678") && found.contains("6789"), "{found}");
}
