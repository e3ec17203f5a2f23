//! Departments and staff.

use crate::office::Office;

#[test]
fn a_new_file_knows_its_organisation_and_refuses_to_be_made_twice() {
    let office = Office::on("2024-05-02");
    office.run("init").refused(4, "E0205");
    assert_eq!(office.entries(), 1);
}

#[test]
fn two_departments_of_one_name_are_told_apart_by_code() {
    let office = Office::on("2024-05-02");
    office.run("dept add 감사담당관").ok().says("D-01");
    office.run("dept add 감사담당관").ok().says("D-02");
    office.run("staff add 홍길동 --dept 감사담당관").refused(3, "E0302").hints("D-01").hints("D-02");
    office.run("staff add 홍길동 --dept D-02 --grade 7").ok();
    assert_eq!(office.column("staff list", "department"), ["감사담당관"]);
}

#[test]
fn a_renamed_department_stays_the_same_and_keeps_its_old_name() {
    let office = Office::on("2024-05-02");
    office.run("dept add 공원과").ok();
    office.run("dept rename 공원과 --name 푸른도시과 --on 2024-03-01").ok();
    office.run("dept show D-01").ok().says("푸른도시과").says("2024-03-01").says("공원과");
}

#[test]
fn a_merged_department_is_merged_once_and_never_into_itself() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("dept add 나과").ok();
    office.run("dept merge 가과 --into 가과").refused(4, "E0352");
    office.run("dept merge 가과 --into 나과 --on 2024-04-01").ok();
    office.run("dept merge D-01 --into 나과").refused(4, "E0351");
    assert_eq!(office.column("dept list", "state"), ["merged", "active"]);
    assert_eq!(office.column("dept list --as-of 2024-03-31", "state"), ["active", "active"]);
}

#[test]
fn a_merged_department_takes_nothing_from_the_day_of_the_merger_on() {
    let office = Office::on("2024-07-10");
    for command in [
        "dept add 가과",
        "dept add 나과",
        "staff add 홍길동 --dept 가과",
        "task add 분수 --year 2024 --dept 가과",
        "consult file 건 --dept 가과 --received-on 2024-06-03",
    ] {
        office.run(command).ok();
    }
    let merged = office.run("dept merge 가과 --into 나과 --on 2024-07-01").ok();
    for way in ["staff move S-0001 --to D-02", "task edit KT-2024-01 --dept D-02", "consult edit PC-2024-001 --dept D-02"] {
        assert!(merged.stderr.contains(way), "{way}: {}", merged.stderr);
    }
    let entries = office.entries();
    for command in [
        "staff add 이둘 --dept 가과",
        "staff add 이둘 --dept 가과 --since-on 2024-07-01",
        "task add 새분수 --year 2024 --dept D-01",
        "task add 새분수 --year 2024 --dept D-01 --proposed-on 2024-07-02",
        "consult file 새건 --dept 가과",
        "passive add 무응답 --dept 가과",
        "plan action 과제 --area 1 --dept 가과",
        "incentive earn 홍보 --event promotion --dept 가과",
        "legal add 소송 --staff 홍길동 --stage criminal --dept 가과",
    ] {
        if command.starts_with("plan") {
            office.run("plan area 분야 --no 1").ok();
        }
        let refused = office.run(command).refused(4, "E0359");
        assert!(refused.stderr.contains("D-02") && refused.stderr.contains("2024-07-01"), "{command}: {}", refused.stderr);
    }
    office.write("in.csv", "title,department,received_on\n건둘,가과,2024-07-02\n");
    office.run("consult import in.csv").refused(4, "E0341").hints("D-02");
    assert_eq!(office.entries(), entries + 1, "only the area of the plan");
    for command in [
        "staff add 이둘 --dept 가과 --since-on 2024-06-30",
        "task add 지난해 --year 2023 --dept 가과",
        "consult file 지난건 --dept 가과 --received-on 2024-06-30",
        "task list --dept 가과",
    ] {
        office.run(command).ok();
    }
    office.run("staff add 박셋 --dept 나과").ok();
    office.run("staff move 박셋 --to 가과").refused(4, "E0359");
    office.run("dept merge 나과 --into 가과").refused(4, "E0359");
}

#[test]
fn a_name_that_is_there_already_is_remarked_in_every_form_of_answer() {
    let office = Office::on("2024-05-02");
    office.run("dept add 홍보과").ok();
    office.run("dept add 홍보과").ok().hints("D-01").hints("proadmin undo");
    office.run("dept add 홍보과 -o json").ok().hints("D-01");
    office.run("dept add 공보과").ok();
    office.run("dept rename D-04 --name 홍보과").ok().hints("D-01");
    office.run("staff add 홍길동 --dept D-01 --grade 6").ok();
    office.run("staff add 홍길동 --dept D-01 --grade 7").ok().hints("S-0001");
    let other = office.run("staff add 홍길동 --dept D-02").ok();
    assert!(!other.stderr.contains("S-0001"), "another department's is another person: {}", other.stderr);
    let of_several = office.run("staff show 홍길동").refused(3, "E0302");
    for told in ["S-0001  홍길동 · 홍보과 · grade 6", "S-0002  홍길동 · 홍보과 · grade 7", "staff show S-0003"] {
        assert!(of_several.stderr.contains(told), "{}", of_several.stderr);
    }
}

#[test]
fn a_name_typed_short_means_the_one_that_is_there() {
    let office = Office::on("2024-05-02").in_korean();
    office.run("dept add 공원녹지과").ok();
    office.run("staff add 박나래 --dept 공원녹지과").ok();
    let short = office.run("task add 분수 --year 2024 --dept 공원녹지").refused(3, "E0301").hints("혹시 공원녹지과(D-01)?");
    assert!(!short.stderr.contains("dept add"), "{}", short.stderr);
    office.run("task add 분수 --year 2024 --dept D-01 --lead 박나").refused(3, "E0301").hints("혹시 박나래(S-0001)?");
    office.run("task add 분수 --year 2024 --dept 세무과").refused(3, "E0301").hints("proadmin dept add");
    office.run("dept add 잘못").ok();
    office.run("dept void D-02 --reason 착오").ok();
    let void = office.run("dept show D-02").ok();
    assert!(void.stdout.contains("무효"), "{}", void.stdout);
    let void = office.run("task add 분수 --year 2024 --dept D-02").refused(3, "E0301").hints("dept list --all");
    assert!(!void.stderr.contains("혹시 D-02"), "{}", void.stderr);
}

#[test]
fn a_move_counts_from_its_day() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("dept add 나과").ok();
    office.run("staff add 홍길동 --dept 가과").ok();
    office.run("staff move 홍길동 --to 나과 --on 2024-04-01").ok();
    assert_eq!(office.column("staff list", "department"), ["나과"]);
    assert_eq!(office.column("staff list --as-of 2024-03-31", "department"), ["가과"]);
    office.run("staff move 홍길동 --to 가과 --on 2024-03-01").refused(4, "E0354");
    office.run("staff leave 홍길동 --on 2024-05-01").ok();
    office.run("staff move 홍길동 --to 가과 --on 2024-05-02").refused(4, "E0356");
}

#[test]
fn what_is_in_use_is_not_voided() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("staff add 홍길동 --dept 가과").ok();
    office.run("dept void 가과 --reason 실수").refused(4, "E0357").hints("S-0001");
    office.run("task add 하나 --year 2024 --dept 가과 --lead 홍길동").ok();
    office.run("staff void 홍길동 --reason 실수").refused(4, "E0357").hints("KT-2024-01");
    office.run("task edit KT-2024-01 --clear lead").ok();
    office.run("staff void 홍길동 --reason 실수").ok();
    assert!(office.rows("staff list").is_empty());
    assert_eq!(office.column("staff list --all", "state"), ["void"]);
}

#[test]
fn importing_staff_twice_changes_nothing() {
    let office = Office::on("2024-05-02");
    office.write("dept.csv", "name\n푸른도시과\n감사담당관\n");
    office.write("staff.csv", "name,department,grade\n홍길동,푸른도시과,7급\n김하나,감사담당관,6\n");
    office.run("dept import dept.csv").ok();
    office.run("staff import staff.csv").ok().says("2 new");
    let entries = office.entries();
    office.run("staff import staff.csv").ok().says("nothing");
    assert_eq!(office.entries(), entries);
    office.write("staff.csv", "name,department,grade\n홍길동,푸른도시과,6\n");
    office.run("staff import staff.csv").ok().says("1 changed");
    assert_eq!(office.column("staff list", "grade"), ["6", "6"]);
}

#[test]
fn an_edit_for_another_revision_is_refused() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    let rev = office.items("dept show D-01")[0]["rev"].as_str().expect("a rev").to_owned();
    office.run(&format!("dept edit D-01 --name 나과 --if-rev {rev}")).ok();
    office.run(&format!("dept edit D-01 --name 다과 --if-rev {rev}")).refused(5, "E0303");
    assert_eq!(office.column("dept list", "name"), ["나과"]);
}

#[test]
fn a_repeated_request_is_recorded_once() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과 --request-id r1").ok().says("D-01");
    let again = office.run("dept add 가과 --request-id r1 ").ok();
    assert!(again.stdout.contains("recorded before"), "{}", again.stdout);
    assert_eq!(office.run("dept add 가과 --request-id r1 -o json").code, 5, "other arguments");
    office.run("dept add 나과 --request-id r1").refused(5, "E0115");
    assert_eq!(office.rows("dept list").len(), 1);
}

#[test]
fn a_dry_run_answers_the_same_and_records_nothing() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과 -n").ok().says("dry run").says("D-01 가과");
    assert!(office.rows("dept list").is_empty());
    assert_eq!(office.entries(), 1);
}

#[test]
fn what_a_department_owns_does_not_vanish_with_the_day_it_was_set_up() {
    let office = Office::on("2024-10-02");
    office.run("dept add 가과").ok();
    office.run("task add 과제 --year 2024 --dept 가과").ok();
    office.run("consult file 건 --dept 가과 --received-on 2024-05-02").ok();
    office.run("dept add 나과 --since-on 2024-07-01").ok();
    office.run("staff add 홍길동 --dept 나과 --since-on 2024-08-01").ok();
    office.run("task edit KT-2024-01 --dept 나과 --lead 홍길동").ok();
    office.run("consult edit PC-2024-001 --dept 나과").ok();
    for list in ["task list", "consult list", "due list"] {
        assert_eq!(office.column(&format!("{list} --as-of 2024-05-31"), "department"), ["나과"], "{list}");
    }
    assert_eq!(office.column("task list --as-of 2024-05-31", "lead"), ["홍길동"]);
    assert_eq!(office.column("dept list --as-of 2024-05-31", "name"), ["가과"], "the department itself was not there yet");
    office.run("snapshot take 2024-05").ok().says("1 ");
    office.run("query \"SELECT department FROM task_status\" --as-of 2024-05-31").ok().says("나과");
    office
        .run("query \"WITH department_name AS (SELECT merged_on FROM main.department) SELECT * FROM department_name\" --as-of 2024-05-31")
        .refused(4, "E0701");
}

#[test]
fn a_renamed_department_is_found_by_the_name_it_once_had() {
    let mut office = Office::on("2024-03-04");
    office.run("dept add 푸른도시과 --since-on 2020-01-01").ok();
    office.run("dept add 교통과 --since-on 2020-01-01").ok();
    office.run("task add 음악분수 --year 2024 --dept 푸른도시과").ok();
    office.turn_to("2024-07-01");
    office.run("dept rename 푸른도시과 --name 공원녹지과 --on 2024-07-01").ok();
    for command in ["task list --dept 푸른도시과", "dept show 푸른도시과", "task list --dept 푸른도시과 --as-of 2024-05-01"]
    {
        office.run(command).ok().says("공원녹지과").hints("'푸른도시과' is now 공원녹지과 (D-01)");
    }
    office.run("task add 수목원 --year 2024 --dept 푸른도시과").ok().hints("'푸른도시과' is now 공원녹지과 (D-01)");
    assert_eq!(office.column("task list --dept D-01", "title"), ["음악분수", "수목원"]);
    assert_eq!(office.run("task list --dept 공원녹지과 -q").ok().stderr, "");
    let found = office.rows("search 푸른도시과");
    assert_eq!((&*found[0]["code"], &*found[0]["text"]), ("D-01", "푸른도시과 → 공원녹지과"));
    office.run("query \"SELECT code, name FROM department_rename_name\" --as-of 2024-05-01").ok().says("푸른도시과");
    office.write("task.csv", "title,year,department\n가로수,2024,푸른도시과\n");
    office.run("import task task.csv").ok().hints("'푸른도시과' is now 공원녹지과 (D-01)");
    assert_eq!(office.column("task list --dept D-01", "title").len(), 3);
    office.write("dept.csv", "name\n푸른도시과\n");
    office.run("import dept dept.csv").ok().says("nothing differs");
    office.write("staff.csv", "name,department\n김하나,푸른도시과\n");
    office.run("import staff staff.csv").ok();
    assert_eq!(office.column("staff list", "department"), ["공원녹지과"]);
}

#[test]
fn an_earlier_name_that_is_ambiguous_is_refused_and_one_that_is_taken_again_means_its_bearer() {
    let mut office = Office::on("2024-03-04");
    for name in ["녹지과", "공원과"] {
        office.run(&format!("dept add {name} --since-on 2020-01-01")).ok();
    }
    office.run("dept rename D-01 --name 중간과 --on 2024-03-01").ok();
    office.run("dept rename D-02 --name 녹지과 --on 2024-03-02").ok();
    office.run("task add 하나 --year 2024 --dept 녹지과").ok();
    assert_eq!(office.column("task list --dept D-02", "title"), ["하나"], "who bears the name now is meant");
    office.run("dept rename D-02 --name 끝과 --on 2024-03-03").ok();
    office.turn_to("2024-03-05");
    office.run("task list --dept 녹지과").refused(3, "E0302").hints("D-01").hints("D-02");
    office.write("task.csv", "title,year,department\n둘,2024,녹지과\n");
    office.run("import task task.csv").refused(4, "E0341").hints("line 2 department");
}

#[test]
fn who_is_registered_anew_by_a_file_though_someone_has_the_name_is_told() {
    let office = Office::on("2024-05-20");
    for command in ["dept add 도시과", "dept add 환경과"] {
        office.run(command).ok();
    }
    office.write("staff.csv", "name,department\n최푸름,도시과\n이가온,환경과\n");
    assert!(!office.run("staff import staff.csv").ok().stderr.contains("S-0001"), "nobody had the name before");
    office.run("staff move 최푸름 --to 환경과").ok();
    let told = office.run("staff import staff.csv").ok().hints("S-0003 최푸름 (already S-0001, 환경과)").hints("proadmin undo");
    assert!(!told.stderr.contains("이가온"), "who is there already is the same person: {}", told.stderr);
    office.run("undo").ok();
    // Two of a name in one file are two people, and so is one whose code the file says.
    office.write("more.csv", "code,name,department\nS-0009,최푸름,도시과\n,박다솜,도시과\n,박다솜,환경과\n");
    assert!(!office.run("staff import more.csv").ok().stderr.contains("already"), "told of nobody");
}
