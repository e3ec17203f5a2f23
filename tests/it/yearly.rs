//! The year's reports: what the office did, counted record by record, with the records beside
//! the counts.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-12-20");
    for command in [
        "dept add 가과",
        "dept add 나과",
        "task add 분수 --year 2024 --dept 가과",
        "task add 도서관 --year 2024 --dept 가과",
        "task add 후보 --year 2024 --dept 나과 --candidate",
        "task complete KT-2024-01 --on 2024-11-01 --outcome met",
        "consult file 점용 --dept 나과 --received-on 2024-11-01",
        "consult withdraw PC-2024-001 --on 2024-11-04 --reason 취하",
        "consult file 다음해 --dept 나과 --received-on 2024-12-02",
        "training add 정기교육 --on 2024-03-12",
        "plan area --template dongjak-2020 --year 2024",
        "plan action 홍보 --area 1 --dept 가과 --year 2024",
    ] {
        office.run(command).ok();
    }
    office
}

fn counts(office: &Office, command: &str) -> Vec<String> {
    office.rows(command).iter().map(|row| format!("{} {} {}", row["kind"], row["item"], row["count"])).collect()
}

#[test]
fn the_year_end_report_counts_what_the_file_holds() {
    let office = office();
    assert_eq!(
        counts(&office, "report year-end 2024"),
        [
            "task selected 2",
            "task completed 1",
            "task met 1",
            "task on_track 1",
            "consult received 2",
            "consult withdrawn 1",
            "consult pending 1",
            "training held 1",
            "plan not_done 1"
        ]
    );
    let json = office.run("report year-end 2024 -o json").ok().json();
    let departments: Vec<String> = json["departments"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| format!("{} {} {} {}", row["department"], row["tasks"], row["consultations"], row["records"]))
        .collect();
    assert_eq!(departments, ["\"가과\" 2 0 3", "\"나과\" 0 2 2"]);
    assert!(counts(&office, "report year-end 2023").is_empty());
    office.run("report year-end 2024 -o html").ok().says("<svg").says("role=\"img\"");
}

#[test]
fn a_department_reads_its_own_year_with_the_records() {
    let office = office();
    let json = office.run("report department 나과 --year 2024 -o json").ok().json();
    let codes: Vec<&str> = json["records"].as_array().expect("rows").iter().filter_map(|row| row["code"].as_str()).collect();
    assert_eq!(codes, ["PC-2024-002", "PC-2024-001", "PC-2024-002", "PC-2024-001"]);
    assert_eq!(counts(&office, "report department 나과 --as-of 2024-11-02"), ["consult received 1", "consult pending 1"]);
    office.run("report department 다과").refused(3, "E0301");
}

#[test]
fn the_assessment_has_its_evidence_by_indicator_each_record_once() {
    let office = office();
    let evidence = office.rows("report assessment 2024");
    let counted = |name: &str| evidence.iter().find(|row| row["indicator"].contains(name)).map(|row| row["evidence"].clone());
    assert_eq!(counted("중점과제").as_deref(), Some("1"), "completed and met is one task");
    assert_eq!(counted("교육").as_deref(), Some("1"));
    assert_eq!(counted("사전컨설팅").as_deref(), Some("0"), "nothing was answered");
    let listed = office.run("report assessment 2024 -o json").ok().json()["evidence"].as_array().map(Vec::len);
    assert_eq!(listed, Some(3));
}

#[test]
fn what_was_received_in_the_year_adds_up_with_what_came_of_it() {
    let mut office = Office::on("2024-06-03");
    office.run("dept add 가과").ok();
    for name in ["홍길동", "김하나"] {
        office.run(&format!("staff add {name} --dept 가과 --since-on 2024-01-02")).ok();
    }
    let employees = ["하나", "둘", "둘"].map(|title| format!("{title} --by employee --nominator 김하나"));
    let others = ["셋 --by department --nominator 가과", "넷 --by self --nominator 홍길동"].map(str::to_owned);
    for told in employees.into_iter().chain(others) {
        office.run(&format!("nominate add {told} --nominee 홍길동")).ok();
    }
    office.run("nominate merge NM-2024-003 --into NM-2024-002").ok();
    office.run("nominate accept NM-2024-004").ok();
    office.run("nominate reject NM-2024-005 --ground kindness").ok();
    for _ in 0..2 {
        office.run("consult file 요청 --dept 가과 --received-on 2024-06-03").ok();
        office.run("passive add 신고 --received-on 2024-06-03").ok();
    }
    let nominated = "nominate received 5, nominate by_employee 2, nominate by_department 1, nominate rejected 1, nominate merged 1";
    let counted = |office: &Office| counts(office, "report year-end 2024").join(", ");
    assert_eq!(counted(&office), format!("consult received 2, consult pending 2, passive received 2, passive pending 2, {nominated}"));
    office.run("consult withdraw PC-2024-001").ok();
    office.turn_to("2024-08-01");
    let said = counted(&office);
    assert!(
        said.starts_with("consult received 2, consult withdrawn 1, consult pending_late 1, passive received 2, passive pending_late 2"),
        "{said}"
    );
}
