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
    assert_eq!(codes, ["PC-2024-001", "PC-2024-002", "PC-2024-001"]);
    assert_eq!(counts(&office, "report department 나과 --as-of 2024-11-02"), ["consult received 1"]);
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
