//! Participation points: proposed from records, decided by the office, redeemed or expired.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-20");
    for name in ["푸른도시과", "교통과"] {
        office.run(&format!("dept add {name}")).ok();
    }
    office.run("staff add 홍길동 --dept 푸른도시과 --grade 7").ok();
    office.run("staff add 김하나 --dept 교통과 --grade 5").ok();
    office.run("task add 음악분수 --year 2024 --dept 푸른도시과 --lead 홍길동").ok();
    office
}

/// Source and points of what is proposed.
fn proposed(office: &Office) -> Vec<(String, String)> {
    let rows = office.rows("incentive proposed");
    rows.into_iter().map(|mut row| (row.remove("source").expect("a source"), row.remove("points").expect("points"))).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(source, points)| ((*source).to_owned(), (*points).to_owned())).collect()
}

#[test]
fn points_are_proposed_from_records_and_a_task_counts_once_at_its_highest() {
    let office = office();
    office.run("consult file 점용 --dept 푸른도시과 --task KT-2024-01 --received-on 2024-03-04").ok();
    office.run("milestone add KT-2024-01 설계 --due 2024-03-31 --set-on 2024-01-02").ok();
    office.run("milestone done KT-2024-01 1 --on 2024-02-20").ok();
    assert_eq!(proposed(&office), pairs(&[("PC-2024-001", "2.00")]), "the milestone belongs to the same task");
    assert_eq!(office.column("incentive proposed --all", "why"), ["task_counted", "whole"]);
    office.run("incentive approve PC-2024-001").ok().says("2.00");
    assert!(proposed(&office).is_empty());
    office.run("task complete KT-2024-01 --outcome met --on 2024-06-10").ok();
    assert_eq!(proposed(&office), pairs(&[("KT-2024-01", "3.00")]), "five less the two that the task has");
    office.run("incentive approve KT-2024-01").ok();
    assert_eq!(office.column("incentive table --by person", "approved"), ["5.00"]);
    office.run("incentive approve KT-2024-01").refused(4, "E0547").hints("incentive show IN-2024-002");
}

#[test]
fn a_department_earns_what_no_person_did() {
    let office = office();
    office.run("consult file 부서것 --dept 교통과 --received-on 2024-03-04").ok();
    office.run("incentive approve --year 2024").ok();
    let row = &office.rows("incentive table")[0];
    assert_eq!((row["name"].as_str(), row["members"].as_str(), row["people"].as_str()), ("교통과", "1", "0"));
    assert_eq!((row["approved"].as_str(), row["per_head"].as_str()), ("2.00", "2.00"));
    assert!(office.rows("incentive table --by person").is_empty());
}

#[test]
fn caps_hold_by_month_and_year_and_grade() {
    let office = office();
    office.run("incentive scheme 우리 --name 우리 --like basic --year-max 3 --month-count 2 --grade-from 6 --on 2024-01-02").ok();
    office.run("incentive use 우리 --year 2024 --on 2024-01-02").ok();
    for day in ["2024-02-01", "2024-02-02", "2024-02-03", "2024-03-01", "2024-03-02"] {
        office.run(&format!("incentive earn 홍보{day} --event promotion --staff 홍길동 --on {day}")).ok();
    }
    office.run("incentive earn 협업 --event 협업 --staff 김하나 --on 2024-02-01").ok();
    assert_eq!(
        proposed(&office),
        pairs(&[("IA-2024-001", "1.00"), ("IA-2024-002", "1.00"), ("IA-2024-004", "1.00")]),
        "two a month, three a year, and none for grade 5"
    );
    assert_eq!(office.column("incentive proposed --all", "why"), ["whole", "whole", "month_count", "whole", "year_max"]);
    office.run("incentive approve --year 2024 --month 3").ok();
    office.run("incentive reject IA-2024-001 --reason 중복").ok();
    assert_eq!(proposed(&office), pairs(&[("IA-2024-002", "1.00"), ("IA-2024-003", "1.00")]), "a rejected one leaves its place");
    office.run("incentive scheme 우리 --year-max none").ok();
    assert_eq!(office.column("incentive table --by person", "approved"), ["1.00"]);
}

#[test]
fn a_decision_says_what_it_is_about_and_is_taken_once() {
    let office = office();
    office.run("incentive earn 홍보 --event promotion --staff 홍길동 --on 2024-05-03").ok();
    let entries = office.entries();
    office.run("incentive approve").refused(2, "E0532");
    office.run("incentive approve --year 2023").refused(4, "E0531");
    office.run("incentive approve IA-2024-001 --on 2024-05-02").refused(4, "E0544");
    office.run("incentive approve IA-2024-009").refused(3, "E0306");
    office.run("incentive earn 홍보 --event promotion").refused(2, "E0539");
    office.run("incentive earn 홍보 --event consult_filed --staff 홍길동").refused(2, "E01");
    office.run("incentive use 없는기준 --year 2024").refused(3, "E0536");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("incentive approve --year 2024 --month 5 -n").ok().says("dry run");
    office.run("incentive approve --month 2024-05").ok();
    office.run("incentive approve --month 2024-05").refused(4, "E0531");
    office.run("incentive void IA-2024-001 --reason 착오").refused(4, "E0540");
    office.run("incentive edit IA-2024-001 --title 다른것").refused(4, "E0540");
    office.run("incentive void IN-2024-001 --reason 착오").ok();
    office.run("incentive void IN-2024-001 --reason 착오").refused(4, "E0538");
    assert_eq!(proposed(&office), pairs(&[("IA-2024-001", "1.00")]), "a decision taken back leaves its points proposed");
}

#[test]
fn points_are_redeemed_within_the_balance_and_the_year_and_expire() {
    let mut office = office();
    office.run("incentive use jungnang --year 2024 --on 2024-01-02").ok();
    for day in ["2024-02-01", "2024-02-02"] {
        office.run(&format!("incentive earn 협업{day} --event collaboration --staff 홍길동 --on {day}")).ok();
    }
    office.run("incentive approve --year 2024 --on 2024-03-01").ok();
    office.run("incentive redeem 홍길동 --points 5 --for 휴가").refused(4, "E0534");
    office.run("incentive redeem 홍길동 --points 20 --for 휴가").refused(4, "E0533").hints("incentive table");
    office.run("incentive redeem 홍길동 --points 10 --for 휴가 --on 2024-02-28").refused(4, "E0533");
    office.run("incentive redeem 홍길동 --points 10 --for 휴가").ok().says("4.00 left");
    office.run("incentive void IN-2024-001 --reason 착오").refused(4, "E0537");
    let person = |office: &Office, command: &str| {
        let row = office.rows(&format!("incentive table --by person --year 2024 {command}")).remove(0);
        ["earned", "approved", "redeemed", "expired", "balance"].map(|key| row[key].clone()).join(" ")
    };
    assert_eq!(person(&office, ""), "14.00 14.00 10.00 0.00 4.00");
    office.turn_to("2024-12-31");
    assert_eq!(person(&office, ""), "14.00 14.00 10.00 0.00 4.00");
    office.turn_to("2025-01-01");
    assert_eq!(person(&office, ""), "14.00 14.00 10.00 4.00 0.00");
    assert_eq!(person(&office, "--as-of 2024-12-31"), "14.00 14.00 10.00 0.00 4.00");
    office.run("incentive redeem 홍길동 --points 10 --for 휴가 --year 2024").refused(4, "E0535");
}

#[test]
fn points_whose_record_is_gone_do_not_count() {
    let office = office();
    office.run("consult file 점용 --dept 푸른도시과 --task KT-2024-01 --received-on 2024-03-04").ok();
    office.run("incentive approve PC-2024-001").ok();
    office.run("consult void PC-2024-001 --reason 착오").ok();
    assert_eq!(office.column("incentive list", "state"), ["gone"]);
    assert!(office.rows("incentive table").is_empty());
    assert!(office.column("today", "what").contains(&"event_gone".to_owned()));
}

#[test]
fn a_team_s_points_go_by_parts_and_a_selection_counts_from_the_closed_round() {
    let office = office();
    office.run("nominate add 분수 --nominee 홍길동=67 --nominee 김하나=33 --by self --received-on 2024-05-02").ok();
    office.run("nominate accept NM-2024-001 --on 2024-05-03").ok();
    for round in [
        "open 심사 --year 2024 --track team",
        "criterion EV-2024-01 적극성 --max 100",
        "grade EV-2024-01 우수 --count 1",
        "rater EV-2024-01 R1",
    ] {
        office.run(&format!("eval {round}")).ok();
    }
    office.run("nominate enter NM-2024-001 --round EV-2024-01").ok();
    office.run("eval score EV-2024-01 E-01 R1 --criterion 적극성 --points 90").ok();
    assert_eq!(proposed(&office), pairs(&[("NM-2024-001", "0.66"), ("NM-2024-001", "1.34")]));
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    let of_round: Vec<_> = proposed(&office).into_iter().filter(|(source, _)| source == "EV-2024-01:E-01").collect();
    assert_eq!(of_round, pairs(&[("EV-2024-01:E-01", "1.65"), ("EV-2024-01:E-01", "3.35")]));
}

#[test]
fn whoever_attended_a_training_earns_its_points_once() {
    let office = office();
    office.run("training add 상반기 --on 2024-03-12").ok();
    office.run("training attend TR-2024-01 --staff 홍길동").ok();
    office.run("training attend TR-2024-01 --dept 교통과 --count 1").ok();
    assert_eq!(proposed(&office), pairs(&[("TR-2024-01", "1.00")]), "a department's count names nobody");
    office.run("incentive approve TR-2024-01").ok();
    office.run("incentive approve TR-2024-01").refused(4, "E0547");
}

#[test]
fn points_follow_the_department_of_the_day() {
    let office = office();
    office.run("incentive earn 앞 --event promotion --staff 홍길동 --on 2024-02-01").ok();
    office.run("incentive earn 뒤 --event promotion --staff 홍길동 --on 2024-05-01").ok();
    office.run("staff move 홍길동 --to 교통과 --on 2024-04-01").ok();
    office.run("incentive approve --year 2024").ok();
    let rows = office.rows("incentive table --sort code");
    let told: Vec<String> =
        rows.iter().map(|row| format!("{} {} {} {}", row["name"], row["members"], row["approved"], row["per_head"])).collect();
    assert_eq!(told, ["푸른도시과 0 1.00 ", "교통과 2 1.00 0.50"]);
}

#[test]
fn activities_are_imported_once_and_come_back_the_same() {
    let office = office();
    office.write(
        "in.csv",
        "title,event,staff,department,happened_on,task\n기사,홍보,홍길동,,2024-02-01,KT-2024-01\n협력,collaboration,,교통과,2024-02-02,\n",
    );
    office.run("import incentive in.csv").ok().says("2 new");
    let entries = office.entries();
    office.run("import incentive in.csv").ok();
    assert_eq!(office.entries(), entries);
    let out = office.run("export incentive").ok().stdout;
    let other = self::office();
    other.write("out.csv", &out);
    other.run("import incentive out.csv").ok();
    assert_eq!(other.run("export incentive").ok().stdout, out);
    office.write("wrong.csv", "title,event,staff,department,happened_on\n가,consult_filed,홍길동,,2024-02-01\n나,promotion,,,2024-02-01\n다,promotion,홍길동,,2024-12-01\n");
    office.run("import incentive wrong.csv").refused(4, "E0341").hints("line 2").hints("line 3").hints("line 4");
    assert_eq!(office.entries(), entries);
}

#[test]
fn the_last_day_of_a_person_is_still_a_day_in_the_department() {
    let mut office = office();
    office.run("incentive earn 홍보 --event promotion --dept 교통과 --on 2024-02-01").ok();
    office.run("incentive approve --year 2024").ok();
    office.turn_to("2025-01-02");
    let members = |office: &Office| office.column("incentive table --year 2024", "members");
    for (last, expected) in [("2024-12-31", "1"), ("2024-12-30", "0")] {
        office.run(&format!("staff leave 김하나 --on {last}")).ok();
        assert_eq!(members(&office), [expected], "{last}");
        office.run("undo -y").ok();
    }
}

#[test]
fn what_was_paid_out_without_points_stays_owed_and_can_be_put_right() {
    let mut office = office();
    office.run("consult file 점용 --dept 푸른도시과 --task KT-2024-01 --received-on 2024-03-04").ok();
    office.run("incentive approve PC-2024-001 --on 2024-03-05").ok();
    for day in ["2024-04-01", "2024-05-01"] {
        office.run(&format!("incentive redeem 홍길동 --points 1 --for 휴가 --on {day}")).ok();
    }
    office.run("incentive void IN-2024-001 --reason 착오").refused(4, "E0537");
    office.run("consult void PC-2024-001 --reason 착오").ok();
    office.turn_to("2025-01-02");
    let person = |office: &Office| {
        let row = office.rows("incentive table --by person --year 2024").remove(0);
        ["approved", "redeemed", "expired", "balance"].map(|key| row[key].clone()).join(" ")
    };
    assert_eq!(person(&office), "0.00 2.00 0.00 -2.00", "nothing is left that could expire");
    office.run("incentive void IR-2024-001 --reason 반납").ok();
    assert_eq!(person(&office), "0.00 1.00 0.00 -1.00");
    office.run("incentive void IN-2024-001 --reason 근거없음").ok();
}

#[test]
fn approved_points_stay_in_the_year_they_were_approved_for() {
    let mut office = office();
    office.turn_to("2025-01-10");
    office.run("task complete KT-2024-01 --outcome met --on 2024-12-20").ok();
    office.run("incentive approve KT-2024-01 --on 2024-12-21").ok();
    office.run("task edit KT-2024-01 --act completed --on 2025-01-03 --reason 오기").ok();
    assert_eq!(office.column("incentive table --by person --year 2024", "approved"), ["5.00"]);
    assert!(office.rows("incentive table --by person --year 2025").is_empty());
    office.run("incentive redeem 홍길동 --points 5 --for 휴가 --on 2024-12-24").ok();
}

#[test]
fn only_an_activity_is_edited_and_what_was_decided_is_taken_back() {
    let office = office();
    office.run("incentive earn 홍보 --event promotion --staff 홍길동 --on 2024-02-01").ok();
    office.run("incentive approve IA-2024-001").ok();
    office.run("incentive redeem 홍길동 --points 1 --for 휴가").ok();
    for code in ["IN-2024-001", "IR-2024-001"] {
        let told = office.run(&format!("incentive edit {code} --title 다른것")).refused(4, "E0548");
        told.hints(&format!("proadmin incentive void {code} --reason TEXT")).hints(&format!("proadmin incentive show {code}"));
    }
    office.run("incentive edit IN-2024-009 --title 다른것").refused(3, "E03");
    office.run("incentive void IR-2024-001 --reason 착오").ok();
    office.run("incentive void IN-2024-001 --reason 착오").ok();
    office.run("incentive edit IA-2024-001 --title 다른것").ok();
}

#[test]
fn evaluation_never_reads_points() {
    let schema = proadmin::db::SCHEMA;
    let evaluation = schema.split("CREATE VIEW evaluation_").skip(1);
    let told: Vec<&str> = evaluation.map(|view| view.split("CREATE ").next().unwrap_or(view)).collect();
    assert!(told.len() > 8);
    for view in told.iter().map(|view| view.split(";\n").next().unwrap_or(view)) {
        assert!(!view.contains("incentive"), "{view}");
    }
}
