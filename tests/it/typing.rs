//! What people type, as people type it: words for codes, labels for keys, slips, files of odd
//! shapes; and what the program says of it, in one language at a time.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-05-02").in_korean();
    office.run("dept add 가과").ok();
    for (title, due) in [("하나", "2024-04-01"), ("둘", "2024-12-01")] {
        office.run(&format!("task add {title} --year 2024 --dept 가과 --due {due}")).ok();
    }
    office
}

#[test]
fn all_errors_of_a_file_come_at_once_at_their_true_lines() {
    let office = office();
    for (name, file) in [
        ("lf.csv", "title,year,department\n\n셋,2024\n넷,없음,가과\n\"두\n줄\",2024,가과,하나,둘\n다섯,2024,다과\n"),
        ("crlf.csv", "title,year,department\r\n\r\n셋,2024\r\n넷,없음,가과\r\n\"두\r\n줄\",2024,가과,하나,둘\r\n다섯,2024,다과"),
    ] {
        office.write(name, file);
        let told = office.run(&format!("import task {name}")).refused(4, "E0341").stderr;
        for said in
            ["4군데", "3행           칸이 2개입니다(머리글은 3개)", "4행 연도      '없음'", "5행", "칸이 5개", "7행 주관부서  '다과'"]
        {
            assert!(told.contains(said), "{name} does not say {said}:\n{told}");
        }
    }
    office.write("t.jsonl", "{\"title\":\n{\"title\":\"넷\",\"year\":\"없음\",\"department\":\"가과\"}\n[1]\n");
    office.run("import task t.jsonl").refused(4, "E0341").hints("3군데").hints("1행").hints("중간에 끝났습니다").hints("3행");
    assert_eq!(office.rows("task list").len(), 2);
}

#[test]
fn blank_cells_behind_the_last_column_are_no_error() {
    let office = office();
    office.write("t.csv", "title,year,department\n셋,2024,가과,,\n");
    office.run("import task t.csv").ok().says("새로 1건");
}

#[test]
fn columns_are_named_as_the_table_shows_them() {
    let mut office = office();
    assert_eq!(office.column("task list --fields 번호,기한 --sort=-기한", "due"), ["2024-12-01", "2024-04-01"]);
    assert_eq!(office.column("task list --fields CODE,Title", "title"), ["하나", "둘"]);
    office.run("task list --fields 번호,없음").refused(2, "E0121").hints("code(번호)").hints("days_left(남은 일수)");
    office.speak(false);
    assert_eq!(office.column("task list --fields 'code,days left' --sort 'days left'", "days_left"), ["-31", "213"]);
    office.run("task list --fields cod").refused(2, "E0121").hints("proadmin task list --fields code\n");
}

#[test]
fn codes_are_typed_as_the_words_that_stand_in_the_table() {
    let mut office = office();
    for state in ["delayed", "지연", "DELAYED"] {
        assert_eq!(office.column(&format!("task list --state {state}"), "title"), ["하나"], "{state}");
    }
    office.run("task list --state 늦음").refused(2, "E0103").hints("delayed(지연)");
    office.run("task complete KT-2024-01 --outcome 달성").ok();
    assert_eq!(office.column("task list --state completed", "outcome"), ["met"]);
    office.run("calendar add 2024-05-03 --name 개청기념일 --kind 기관 -y").ok();
    office.run("task list --help").ok().says("delayed(지연)");
    office.speak(false);
    assert_eq!(office.column("task list --state 'on track'", "title"), ["둘"]);
    office.run("task list --help").ok().says("carried(carried over)");
}

#[test]
fn korean_sentences_have_no_english_system_messages_in_them() {
    let office = office();
    for (typed, said) in [
        ("import task none.csv", "그런 파일이나 폴더가 없습니다"),
        ("task list --out none/x.csv", "'none' 폴더가 없습니다"),
        ("task list --out .", "파일이 아니라 폴더입니다"),
        ("task list --limit x", "정수가 필요합니다"),
        ("query --timeout 61 'SELECT 1'", "1부터 60까지"),
        ("query 'SELECT * FROM tusk'", "'tusk' 보기나 표가 없습니다"),
        ("query 'SELECT tytle FROM task'", "'tytle' 열이 없습니다"),
        ("query 'SELECT count(*) FORM task'", "문법이 맞지 않습니다"),
        ("query 'SELECT (1'", "중간에 끝났습니다"),
        ("task list --quiet=yes", "값을 줄 수 없습니다"),
    ] {
        let told = office.run(typed);
        assert_ne!(told.code, 0, "{typed}");
        let first = told.stderr.lines().find(|line| line.starts_with("오류")).expect("an error").to_owned();
        assert!(first.contains(said), "{typed}: {first}");
        for english in ["No such", "invalid digit", "no such", "syntax error", "incomplete", "unexpected", "is not in"] {
            assert!(!first.contains(english), "{typed}: {first}");
        }
    }
}

#[test]
fn a_slip_is_recognised_and_another_record_is_not_proposed() {
    let office = office();
    office.run("task show kt2024-1").refused(3, "E0301").hints("혹시 KT-2024-01?");
    for other in ["KT-2024-09", "KT-2023-01", "PC-2024-01"] {
        let told = office.run(&format!("task show {other}")).refused(3, "E0301");
        assert!(!told.stderr.contains("혹시"), "{other}: {}", told.stderr);
    }
    let told = office.run("task lst").refused(2, "E0101").hints("list?");
    assert!(!told.stderr.contains("stop"), "{}", told.stderr);
}

#[test]
fn what_is_the_same_on_every_day_takes_no_day() {
    let office = office();
    office.run("completions bash --as-of 2024-01-01").refused(2, "E0743");
    office.run("man pages --as-of 2024-01-01").refused(2, "E0743");
    office.run("demo --as-of 2024-01-01").refused(2, "E0112");
    assert!(!office.folder().join("pages").exists());
}

#[test]
fn one_is_counted_as_one() {
    let mut office = office();
    office.speak(false);
    office.write("t.csv", "title,year,department\n셋,없음,가과\n");
    office.run("import task t.csv").refused(4, "E0341").hints("has 1 error;");
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_are_refused_and_not_stored() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let office = office();
    let entries = office.entries();
    let garbled = OsStr::from_bytes(b"\xB0\xA1\xB3\xAA");
    let mut command = office.command(&["task", "add"]);
    let output = command.arg(garbled).args(["--year", "2024", "--dept", "가과"]).output().expect("an answer");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("E0119") && told.contains("3번째 인자"), "{told}");
    let output = office.command(&["task", "list"]).env("PROADMIN_ACTOR", garbled).output().expect("an answer");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("PROADMIN_ACTOR"));
    assert_eq!(office.entries(), entries);
}

#[test]
fn a_narrow_table_keeps_what_matters_and_says_what_it_left_out() {
    let mut office = office();
    office.run("task add '어르신 이동편의를 위한 마을버스 노선 조정 및 정류소 개선' --year 2024 --dept 가과 --due 2024-04-30").ok();
    office.run("progress log KT-2024-03 --percent 45 --note '서울시와 협의 중이며 정류소 3곳의 위치를 확정함'").ok();
    let list = office.run_wide("task list", 80).ok().stdout;
    for kept in ["기한", "상태", "주관부서", "남은"] {
        let heads: Vec<&str> = list.lines().take(4).collect();
        assert!(heads.join("\n").contains(kept), "{kept} was dropped:\n{list}");
    }
    assert!(list.contains("비어 있어 뺀 열: ") && list.contains("화면이 좁아 뺀 열: "), "{list}");
    let log = office.run_wide("log KT-2024-03", 80).ok().stdout;
    for said in ["기록자", "progress log KT-2024-03", "진척 보고 진척: 45%", "서울시와 협의"] {
        assert!(log.contains(said), "{said} is not there:\n{log}");
    }
    assert!(log.lines().count() < 30, "{log}");
    office.speak(false);
    let monthly = office.run_wide("report monthly 2024-05", 80).ok().stdout;
    for kept in ["planned", "track", "late", "hold", "done", "stopped", "carried", "mean"] {
        assert!(monthly.contains(kept), "{kept} was dropped:\n{monthly}");
    }
}

#[test]
fn days_and_numbers_are_read_as_people_write_them() {
    let mut office = office();
    office.run("task add 셋 --year 2024 --dept 가과 --due 2024년7월1일 --target 10,000").ok();
    assert_eq!(office.column("task show KT-2024-03", "due"), ["2024-07-01"]);
    assert_eq!(office.column("task show KT-2024-03", "indicator_target"), ["10000.00"]);
    for (said, is) in [("오늘", "2024-05-02"), ("어제", "2024-05-01"), ("4/30", "2024-04-30"), ("'4월 29일'", "2024-04-29")] {
        office.run(&format!("progress log KT-2024-03 --percent 10 --on {said}")).ok().says(is);
    }
    office.run("progress log KT-2024-03 --percent 10 --on=4/28").ok().says("2024-04-28");
    office.run("staff add 김하나 --dept 가과 --grade 7급").ok();
    assert_eq!(office.column("staff list", "grade"), ["7"]);
    for typed in ["2024-04-31", "4/31", "2023. 2. 29."] {
        office.run(&format!("progress log KT-2024-03 --percent 10 --on '{typed}'")).refused(2, "E0103").hints("없는 날");
    }
    office.speak(false);
    office.run("progress log KT-2024-03 --percent 10 --on 2024-04-31").refused(2, "E0103").hints("no such day");
    office.run("progress log KT-2024-03 --percent 20 --on yesterday").ok().says("2024-05-01");
}

#[test]
fn what_was_meant_is_shown_as_a_command() {
    let mut office = office();
    for (typed, meant) in [
        ("과제 목록", "proadmin task list?"),
        ("과제 목록 --year 2024", "proadmin task list --year 2024?"),
        ("중점과제", "proadmin task?"),
        ("과제 엉뚱", "proadmin task --help?"),
        ("task 목록", "proadmin task list?"),
        ("컨설팅 접수 '도로 점용' --dept 가과", "proadmin consult file \"도로 점용\" --dept 가과?"),
        ("task delete KT-2024-01", "proadmin task void KT-2024-01?"),
        ("consult receive 허가", "proadmin consult file 허가?"),
        ("consult register 허가", "proadmin consult file 허가?"),
        ("task add 어린이 통학로 개선 --year 2024 --dept 가과", "proadmin task add \"어린이 통학로 개선\" --year 2024 --dept 가과"),
        ("milestone add KT-2024-01 착공 보고회 --due 2024-06-01", "proadmin milestone add KT-2024-01 \"착공 보고회\" --due 2024-06-01"),
        (
            "consult return PC-2024-001 --ground other --reason 대상 아님",
            "proadmin consult return PC-2024-001 --ground other --reason \"대상 아님\"",
        ),
        ("task add 셋 –-dept 가과 --year 2024", "proadmin task add 셋 --dept 가과 --year 2024?"),
        ("task list —year 2024", "proadmin task list --year 2024?"),
        ("task add 셋 --부서 가과 --year 2024", "proadmin task add 셋 --dept 가과 --year 2024?"),
        ("task list --연도=2024", "proadmin task list --year=2024?"),
        ("staff edit 김하나 --dept 가과", "proadmin staff move 김하나 --to DEPT"),
        ("task edit KT-2024-01 --percent 30", "proadmin progress log KT-2024-01 --percent N"),
        ("task list 2024", "proadmin task list --year 2024?"),
    ] {
        for korean in [true, false] {
            office.speak(korean);
            let told = office.run(typed);
            assert_eq!(told.code, 2, "{typed}: {}", told.stderr);
            assert!(told.stderr.contains(meant), "{typed} does not say {meant}:\n{}", told.stderr);
            let said = if korean { "혹시 proadmin" } else { "did you mean proadmin" };
            assert!(!meant.ends_with('?') || told.stderr.contains(said), "{typed}:\n{}", told.stderr);
        }
    }
    assert_eq!(office.rows("task list").len(), 2);
}
