//! Implementation plans: areas and actions, what proves them, who adopted them.

use crate::office::Office;

/// An office with four areas and three actions.
fn planned() -> Office {
    let office = Office::on("2024-06-03");
    for command in [
        "dept add 감사담당관",
        "dept add 기획예산과",
        "staff add 김하나 --dept 감사담당관",
        "plan area --template dongjak-2020",
        "plan action 사전컨설팅 --area 1 --dept 감사담당관 --lead 김하나 --due 2024-05-31",
        "plan action 법률지원 --area 적극행정\\ 보호·지원 --dept 기획예산과 --due 2024-11-30",
        "plan action 하반기선발 --area 3 --dept 감사담당관 --due 2025-01-31",
    ] {
        office.run(command).ok();
    }
    office
}

fn refused_and_unrecorded(office: &Office, command: &str, code: i32, rule: &str, way: &str) {
    let entries = office.entries();
    office.run(command).refused(code, rule).hints(way);
    assert_eq!(office.entries(), entries, "{command} recorded something");
}

#[test]
fn a_template_sets_its_areas_once_with_their_source() {
    let office = planned();
    let areas = |office: &Office, year: &str| office.run(&format!("plan report {year} -o json")).ok().json()["areas"].clone();
    let names: Vec<String> =
        areas(&office, "2024").as_array().expect("areas").iter().map(|area| area["area_en"].as_str().expect("a name").to_owned()).collect();
    assert_eq!(
        names,
        ["System improvement", "Protection and support", "Selection of outstanding officials", "Eradication of passive administration"]
    );
    assert!(areas(&office, "2024")[0]["source"].as_str().expect("a source").contains("동작구"));
    let entries = office.entries();
    office.run("plan area --template dongjak-2020").ok().says("nothing");
    assert_eq!(office.entries(), entries);
    office.run("plan area --template standard-2022 --year 2025").ok();
    assert_eq!(areas(&office, "2025").as_array().expect("areas").len(), 5);
    refused_and_unrecorded(&office, "plan area --template seoul-2024", 3, "E1116", "plan templates");
    refused_and_unrecorded(&office, "plan area", 2, "E1117", "plan templates");
}

#[test]
fn an_area_is_renamed_by_its_number_and_voided_only_while_nothing_stands_in_it() {
    let office = planned();
    office.run("plan area 소통 --no 4 --english Communication").ok();
    refused_and_unrecorded(&office, "plan area 소통", 4, "E1102", "--no 4");
    refused_and_unrecorded(&office, "plan area --no 1 --void --reason 실수", 4, "E1103", "plan edit");
    office.run("plan area --no 4 --void --reason 실수").ok();
    office.run("plan area 새분야").ok();
    let report = office.run("plan report -o json").ok().json();
    let numbers: Vec<i64> = report["areas"].as_array().expect("areas").iter().map(|area| area["no"].as_i64().expect("a number")).collect();
    assert_eq!(numbers, [1, 2, 3, 5], "the number of a void area is not given twice");
    refused_and_unrecorded(&office, "plan action 과제 --area 4 --dept 감사담당관", 3, "E1101", "plan area NAME");
}

#[test]
fn an_action_is_done_with_its_result_and_late_when_it_was_late() {
    let office = planned();
    assert_eq!(office.column("plan list", "state"), ["overdue", "open", "open"]);
    refused_and_unrecorded(&office, "plan reopen PL-2024-01 --reason 다시", 4, "E1108", "plan show PL-2024-01");
    refused_and_unrecorded(&office, "plan done PL-2024-01 --result 처리 --on 2023-12-31", 4, "E1107", "--on 2024-01-01");
    refused_and_unrecorded(&office, "plan done PL-2024-01 --result 처리 --on 2024-06-04", 4, "E0111", "2024-06-03");
    office.run("plan done PL-2024-01 --result 6건 --on 2024-06-02").ok().says("2 days after");
    refused_and_unrecorded(&office, "plan drop PL-2024-01 --reason 중단", 4, "E1108", "plan reopen PL-2024-01");
    let row = office.rows("plan list").remove(0);
    assert_eq!((row["state"].as_str(), row["done_on"].as_str()), ("done", "2024-06-02"));
    assert_eq!(office.column("plan list --as-of 2024-05-31", "state"), ["open", "open", "open"]);
    office.run("plan reopen PL-2024-01 --reason 다시").ok();
    office.run("plan drop PL-2024-01 --reason 중단").ok();
    office.run("plan show pl-2024-01").ok().says("6건").says("다시").says("중단");
}

#[test]
fn evidence_is_any_record_that_was_there_and_drops_out_when_it_is_voided() {
    let office = planned();
    office.run("consult file 건 --dept 감사담당관 --received-on 2024-05-02").ok();
    office.run("task add 과제 --year 2024 --dept 감사담당관").ok();
    for (record, code, rule) in [("PL-2024-02", 4, "E1112"), ("TR-2024-09", 3, "E030")] {
        refused_and_unrecorded(&office, &format!("plan link PL-2024-01 {record}"), code, rule, "proadmin");
    }
    refused_and_unrecorded(&office, "plan link PL-2024-01 PC-2024-001 --on 2024-05-01", 4, "E1113", "--on 2024-05-02");
    office.run("plan link PL-2024-01 pc-2024-001 KT-2024-01 --note 상반기 --on 2024-05-31").ok();
    refused_and_unrecorded(&office, "plan link PL-2024-01 PC-2024-001", 4, "E1110", "plan show");
    assert_eq!(office.column("plan list", "evidence"), ["2", "0", "0"]);
    assert_eq!(office.column("plan list --as-of 2024-05-30", "evidence"), ["0", "0", "0"]);
    office.run("task void KT-2024-01 --reason 실수").ok();
    assert_eq!(office.column("plan list", "evidence"), ["1", "0", "0"]);
    office.run("plan unlink PL-2024-01 PC-2024-001 --reason 착오").ok();
    refused_and_unrecorded(&office, "plan unlink PL-2024-01 PC-2024-001 --reason 착오", 3, "E1111", "plan show");
    assert_eq!(office.column("plan list", "evidence"), ["0", "0", "0"]);
    office.run("plan link PL-2024-01 PC-2024-001").ok();
}

#[test]
fn coverage_names_what_is_not_shown_what_was_not_planned_and_what_is_late() {
    let office = planned();
    office.run("consult file 건 --dept 감사담당관 --received-on 2024-05-02").ok();
    office.run("consult file 작년건 --dept 감사담당관 --received-on 2023-05-02").ok();
    office.run("eval open 상반기 --year 2024 --on 2024-06-01").ok();
    office.run("task add 과제 --year 2024 --dept 감사담당관").ok();
    office.run("plan link PL-2024-02 EV-2024-01").ok();
    office.run("plan drop PL-2024-03 --reason 예산").ok();
    let codes = |part: &str| -> Vec<String> {
        let json = office.run("plan coverage -o json").ok().json();
        let rows = json[part].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert_eq!(codes("without_evidence"), ["PL-2024-01"]);
    assert_eq!(codes("late"), ["PL-2024-01"]);
    assert_eq!(codes("candidates"), ["PC-2024-001"], "of this year, of the kinds that plans speak of");
    office.run("plan kinds --add task --remove consult").ok();
    assert_eq!(codes("candidates"), ["KT-2024-01"]);
    refused_and_unrecorded(&office, "plan kinds --add paper", 3, "E1119", "task");
    assert_eq!(office.run("plan coverage --exit-code").code, 10);
}

#[test]
fn a_plan_is_adopted_and_its_revisions_are_kept() {
    let mut office = planned();
    refused_and_unrecorded(&office, "plan adopt 2023 --body 위원회", 4, "E1104", "plan action");
    office.run("plan adopt 2024 --body 적극행정위원회 --document 감사-12 --on 2024-03-20").ok().says("revision 1, 4 areas, 3 actions");
    let report = |office: &Office| office.run("plan report").ok().stdout;
    assert!(report(&office).contains("adopted on 2024-03-20") && !report(&office).contains("has changed"));
    office.run("plan edit PL-2024-01 --lead 김하나").ok();
    assert!(!report(&office).contains("has changed"), "who is in charge may change");
    office.run("plan edit PL-2024-02 --due 2024-12-31").ok();
    assert!(report(&office).contains("has changed"));
    refused_and_unrecorded(&office, "plan adopt 2024 --body 위원회 --on 2024-03-19", 4, "E1105", "plan unadopt 2024");
    office.turn_to("2024-07-01");
    office.run("plan adopt 2024 --body 구청장 --doc-no 감사-34").ok();
    refused_and_unrecorded(&office, "plan adopt 2024 --body 구청장 --document 감사-34", 4, "E1143", "plan unadopt 2024");
    assert!(!report(&office).contains("has changed"));
    let revisions = office.run("plan report -o json").ok().json()["adoptions"].clone();
    assert_eq!(revisions.as_array().expect("adoptions").len(), 2);
    assert_eq!((revisions[0]["document"].as_str(), revisions[1]["document"].as_str()), (Some("감사-12"), Some("감사-34")));
    let undone = office.run("undo -n").ok().stdout;
    assert!(undone.contains("2024:2 adoption") && !undone.contains("plan_adoption"), "{undone}");
    office.run("plan unadopt 2024 --reason 착오").ok();
    assert!(report(&office).contains("adopted on 2024-03-20"));
    office.run("plan adopt 2024 --body 구청장").ok().says("revision 3");
    office.run("plan unadopt 2023 --reason 착오").refused(3, "E1118");
}

#[test]
fn a_year_without_a_plan_is_a_warning_and_no_error() {
    let mut office = planned();
    let answer = office.run("plan report 2030").ok();
    assert!(answer.stdout.contains("no plan for 2030"));
    let missing = |office: &Office| {
        office.rows("today").iter().filter(|row| row["what"] == "plan_not_adopted").map(|row| row["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(missing(&office), ["2024"], "made, but not adopted by the day");
    office.run("plan due 06-30 --source 자체계획").ok();
    assert!(missing(&office).is_empty(), "the day is the office's own");
    office.turn_to("2025-07-01");
    assert_eq!(missing(&office), ["2025"], "an office that had a plan last year");
    let without = Office::on("2024-06-03");
    without.run("today --exit-code").ok();
    assert!(missing(&without).is_empty(), "an office that makes none");
    office.run("plan due 02-29").refused(2, "E0103");
}

#[test]
fn what_was_not_done_goes_on_in_the_next_plan() {
    let mut office = planned();
    office.run("plan done PL-2024-01 --result 처리").ok();
    office.turn_to("2025-01-10");
    refused_and_unrecorded(&office, "plan carry 2024 --into 2024", 4, "E1115", "--into 2025");
    office.run("plan carry 2024 -y").ok().says("2 actions of 2024");
    refused_and_unrecorded(&office, "plan carry 2024", 4, "E1114", "plan list");
    assert_eq!(office.column("plan list --year 2024", "state"), ["done", "carried", "carried"]);
    let carried = office.items("plan show PL-2025-02").remove(0);
    assert_eq!(carried["origin"], "PL-2024-03");
    assert_eq!((carried["area_no"].as_i64(), carried["due"].as_str()), (Some(3), Some("2025-01-31")));
    assert_eq!(office.items("plan show PL-2025-01")[0]["due"], serde_json::Value::Null, "its day has passed and is set anew");
    refused_and_unrecorded(&office, "plan reopen PL-2024-02 --reason 다시", 4, "E1109", "plan void PL-2025-01");
    office.run("plan void PL-2025-01 --reason 착오").ok();
    office.run("plan reopen PL-2024-02 --reason 다시").ok();
    refused_and_unrecorded(&office, "plan done PL-2025-01 --result 처리", 4, "E1106", "--all");
}

#[test]
fn actions_exported_are_imported_as_they_were() {
    let office = planned();
    office.run("plan done PL-2024-01 --result 처리 --on 2024-06-01").ok();
    office.run("plan edit PL-2024-02 --content '소송 비용'").ok();
    office.run("plan carry 2024 -y").ok();
    let exported = office.run("export plan").ok().stdout;
    let other = Office::on("2024-06-03");
    for command in ["dept add 감사담당관", "dept add 기획예산과", "staff add 김하나 --dept 감사담당관"] {
        other.run(command).ok();
    }
    other.write("plan.csv", &exported);
    other.run("import plan plan.csv").ok().says("5 new");
    assert_eq!(other.run("export plan").ok().stdout, exported);
    let entries = other.entries();
    other.run("import plan plan.csv").ok();
    assert_eq!(other.entries(), entries, "a second time nothing changes");
    other.write("bad.csv", "year,title,department,area,area_no,state,closed_on,evidence\n2024,새과제,감사담당관,다른이름,1,,,\n2025,법률지원,기획예산과,,,done,,\n2024,사전컨설팅,감사담당관,,,,,7\n2024,없는부서,총무과,새분야,,,,\n");
    let wrong = other.run("import plan bad.csv").refused(4, "E0341");
    for place in ["line 2 area", "line 3 closed_on", "line 4 evidence", "line 5 department"] {
        assert!(wrong.stderr.contains(place), "{place}\n{}", wrong.stderr);
    }
    assert_eq!(other.entries(), entries);
}

#[test]
fn an_import_makes_the_areas_of_its_year() {
    let office = Office::on("2024-06-03");
    office.run("dept add 감사담당관").ok();
    office.write("plan.csv", "year,title,department,area,due,done_on,result\n2022,교육,감사담당관,참여와 소통 강화,2022-09-30,2022-09-15,2회\n2022,홍보,감사담당관,참여와 소통 강화,,,\n2022,선발,감사담당관,적극행정 공무원 우대 강화,,,\n");
    office.run("plan import plan.csv").ok().says("3 new");
    let report = office.run("plan report 2022 -o json").ok().json();
    assert_eq!(report["areas"].as_array().expect("areas").len(), 2);
    assert_eq!(report["areas"][0]["area_en"], "Participation and communication");
    assert_eq!(office.column("plan list", "state"), ["done", "open", "open"]);
}
