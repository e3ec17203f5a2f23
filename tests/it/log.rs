//! Who changed what.

use std::collections::BTreeSet;

use proadmin::words::Text;

use crate::office::{Office, Row};

fn office() -> Office {
    let office = Office::on("2024-05-20");
    for command in [
        "dept add 가과",
        "dept add 나과",
        "task add 분수 --year 2024 --dept 가과",
        "task edit KT-2024-01 --title 음악분수 --dept 나과 --reason '명칭 정정' --doc-no 감사-12",
        "task suspend KT-2024-01 --on 2024-05-10 --reason 예산",
        "task add 도서관 --year 2024 --dept 가과",
    ] {
        office.run(command).ok();
    }
    office
}

fn changes(rows: &[Row]) -> Vec<[&str; 4]> {
    rows.iter().map(|row| ["record", "field", "before", "after"].map(|key| row[key].as_str())).collect()
}

#[test]
fn an_edit_is_told_field_by_field_with_its_reason_and_document() {
    let office = office();
    let rows = office.rows("log --entry 5");
    assert_eq!(changes(&rows), [["KT-2024-01", "title", "분수", "음악분수"], ["KT-2024-01", "department_id", "D-01", "D-02"]]);
    for (key, value) in [
        ("entry", "5"),
        ("today", "2024-05-20"),
        ("actor", "감사담당관 김하나"),
        ("command", "task edit KT-2024-01"),
        ("reason", "명칭 정정"),
        ("doc_no", "감사-12"),
    ] {
        assert_eq!(rows[0][key], value);
    }
    assert_ne!(rows[0]["os_user"], "hana", "the system is asked, not the environment");
    assert!(rows[0]["at"].ends_with('Z'), "{}", rows[0]["at"]);
}

#[test]
fn the_log_of_a_record_has_what_belongs_to_it_and_nothing_else() {
    let office = office();
    let rows = office.rows("log KT-2024-01");
    let entries: Vec<&str> = rows.iter().map(|row| row["entry"].as_str()).collect();
    assert!(["4", "5", "6"].iter().all(|entry| entries.contains(entry)) && !entries.contains(&"7"), "{entries:?}");
    assert!(changes(&rows).contains(&["KT-2024-01", "task_act.kind", "", "suspended"]));
    assert!(rows.iter().all(|row| row["record"] == "KT-2024-01"));
    assert_eq!(office.rows("log kt-2024-01").len(), rows.len());
    assert!(office.column("log D-02", "command").iter().all(|command| command == "dept add D-02"));
    office.run("log KT-2024-09").refused(3, "E0731");
    office.run("log --entry 99").refused(3, "E0732");
    office.run("log --as-of 2024-05-01").refused(2, "E0733");
}

#[test]
fn a_person_reads_one_line_an_entry_and_the_newest_first() {
    let office = office();
    let short = office.run("log").ok();
    assert_eq!(short.stdout.lines().filter(|line| line.contains("2024-05-20")).count(), 7, "{}", short.stdout);
    let place = |text: &str| short.stdout.find(text).expect(text);
    assert!(place("task suspend") < place("task edit") && place("task edit") < place("init"));
    let limited = office.run("log --limit 2").ok();
    assert!(limited.stdout.contains("task add KT-2024-02") && !limited.stdout.contains("init"));
    office.run("log --detail --fields field,before,after").ok().says("음악분수");
}

#[test]
fn the_making_of_the_file_does_not_flood_the_log() {
    let office = office();
    let rows = office.rows("log");
    assert!(rows.len() < 60, "{} rows", rows.len());
    let init = rows.iter().find(|row| row["command"] == "init").expect("the first entry");
    assert_eq!(init["field"], "*");
    assert!(office.rows("log --entry 1").len() > 1000, "asked for, it is told");
}

#[test]
fn entries_are_chosen_by_day_and_by_person() {
    let mut office = office();
    office.turn_to("2024-06-01");
    office.run("dept add 다과 --actor 박둘").ok();
    let commands = |flags: &str| office.run(&format!("log {flags}")).ok().stdout.matches(" add D-03").count();
    assert_eq!(commands("--since 2024-06-01"), 1);
    assert_eq!(commands("--until 2024-05-31"), 0);
    assert_eq!(commands("--actor 박둘"), 1);
    assert_eq!(commands("--actor 김셋"), 0);
    assert_eq!(office.run("log --since 2024-06-01 --limit 0").ok().stdout.matches("2024-06-01").count(), 1);
}

#[test]
fn personal_values_are_in_no_log() {
    let office = office();
    office.run("consult file 민원 --dept 가과 --applicant-type petitioner --applicant 남궁카나리아").ok();
    for command in ["log", "log PC-2024-001", "log --detail", "log -o json", "log --entry 8 -o csv"] {
        let answer = office.run(command).ok();
        assert!(!answer.stdout.contains("카나리"), "{command}:\n{}", answer.stdout);
    }
    assert!(changes(&office.rows("log PC-2024-001")).contains(&["PC-2024-001", "private_id", "", "*"]));
}

#[test]
fn people_read_the_log_in_their_words_and_programs_as_it_is_stored() {
    let mut office = office();
    for command in [
        "task edit KT-2024-02 --target 10000 --indicator 이용자 --clear category",
        "milestone add KT-2024-02 설계 --due 2024-05-30",
        "milestone slip KT-2024-02 1 --due 2024-06-30 --reason '협의 지연'",
        "progress log KT-2024-02 --percent 25 --note 착공",
    ] {
        office.run(command);
    }
    office.run("task edit KT-2024-02 --target 12.5").ok();
    office.speak(true);
    let told = office.run_wide("log KT-2024-02", 160).ok().stdout;
    for line in ["목표값: 10000 → 12.5", "추진일정 예정일: 2024-05-30 → 2024-06-30", "진척 보고 진척: 25%", "주관부서: D-01"]
    {
        assert!(told.contains(line), "{line}\n{told}");
    }
    assert!(!told.contains("department_id") && !told.contains("milestone_slip") && !told.contains("1000000"), "{told}");
    assert_eq!(told.matches("협의 지연").count(), 1, "a reason is told once\n{told}");
    office.run("log KT-2024-01 --fields field,before,after").ok().says("경과 구분").says("보류");
    office.speak(false);
    office.run_wide("log KT-2024-02", 160).ok().says("target: 10000 → 12.5");
    office.run("log KT-2024-01 --fields field,before,after").ok().says("act kind").says("suspended");
    let rows = office.rows("log KT-2024-02");
    assert!(changes(&rows).contains(&["KT-2024-02", "indicator_target", "10000.00", "12.50"]), "{rows:?}");
    assert!(changes(&rows).contains(&["KT-2024-02", "milestone_slip.reason", "", "협의 지연"]));
    office.run("task show KT-2024-02").ok().says("12.5\n");
}

#[test]
fn a_document_is_no_line_of_the_log_and_a_long_text_only_begins_there() {
    let office = office();
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-02 --law 도로법 --issue 쟁점").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정 --on 2024-05-03")).ok();
    }
    let long = format!("첫 줄\n{}끝", "가나다 ".repeat(60));
    office.run_words(&["consult", "answer", "PC-2024-001", "--result", "possible", "--on", "2024-05-10", "--text", &long], "").ok();
    let told = office.run_wide("log PC-2024-001", 200).ok().stdout;
    for word in ["layout", "sha256", "document:", "사전컨설팅 의견서", "끝"] {
        assert!(!told.contains(word), "{word}\n{told}");
    }
    assert!(told.contains("letter text: 첫 줄 가나다") && told.contains('…'), "{told}");
    let rows = office.rows("log PC-2024-001");
    assert!(rows.iter().any(|row| row["field"] == "opinion.document" && row["after"].contains("의견서")));
    assert!(rows.iter().any(|row| row["field"] == "opinion.text" && row["after"].ends_with('끝')));
}

#[test]
fn every_fact_and_every_field_of_it_has_its_words() {
    let office = Office::on("2024-05-20");
    let conn = office.open();
    let mut asked = conn
        .prepare("SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type = 'table' ORDER BY 1, 2")
        .expect("fields");
    let fields = asked.query_map((), |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).expect("fields");
    let words = proadmin::cli::vocabulary();
    let is_bare = |word: Option<Text>| word.is_none_or(|word| word.en.is_empty() || !word.ko.chars().any(|c| ('가'..='힣').contains(&c)));
    let (mut told, mut bare) = (0, BTreeSet::new());
    for (table, field) in fields.map(|field| field.expect("a field")) {
        let silent = ["code_counter", "private", "request"].contains(&table.as_str());
        if silent || !proadmin::db::is_fact(&table) || field == "id" {
            continue;
        }
        if is_bare(words.row(&table)) {
            bare.insert(table.clone());
        }
        if !words.is_told(&table, &field) {
            continue;
        }
        let label = words.column(&table, &field).label;
        if is_bare(label) || label.is_some_and(|label| label.ko.chars().any(|c| c.is_ascii_alphabetic())) {
            bare.insert(format!("{table}.{field}"));
        }
        told += 1;
    }
    assert!(bare.is_empty(), "no words for {bare:?}");
    assert!(told > 200, "only {told} fields");
}
