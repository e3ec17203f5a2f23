//! What people hand to people: sheets in their language, returns, and files written before.

use std::io::Write;
use std::process::Command;

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-05-20");
    for command in [
        "dept add 가과",
        "dept add 나과",
        "staff add 김하나 --dept 가과",
        "task add 분수 --year 2024 --dept 가과 --lead 김하나 --due 2024-05-10 --budget 1500000 --target 10000",
        "task add 도서관 --year 2024 --dept 나과",
        "milestone add KT-2024-01 설계 --due 2024-04-30",
        "progress log KT-2024-01 --percent 25 --on 2024-04-30 --note 설계",
        "task suspend KT-2024-02 --on 2024-05-10 --reason 예산",
        "consult file 점용 --dept 가과 --received-on 2024-05-02",
    ] {
        office.run(command).ok();
    }
    office
}

#[test]
fn a_sheet_for_people_is_in_their_language_and_programs_read_as_before() {
    let mut office = office();
    let sheet = |office: &Office, flags: &str| {
        office.run(&format!("task list --fields code,title,state,percent,delayed,due --sort code {flags}")).ok().stdout
    };
    let machine = sheet(&office, "-o csv");
    assert_eq!(sheet(&office, "-o csv --labels").lines().nth(1), Some("KT-2024-01,분수,delayed,25%,yes,2024-05-10"));
    office.speak(true);
    assert_eq!(sheet(&office, "-o csv"), machine, "without --labels nothing is translated");
    let korean = sheet(&office, "-o csv --labels");
    assert_eq!(korean, "번호,과제명,상태,진척,지연,기한\nKT-2024-01,분수,지연,25%,예,2024-05-10\nKT-2024-02,도서관,보류,,아니오,\n");
    assert_eq!(sheet(&office, "-o tsv --labels"), korean.replace(',', "\t"));
    office.run("task list --out 과제.csv --labels").ok();
    assert!(office.read("과제.csv").starts_with("\u{FEFF}번호,과제명,연도,"));
    for format in ["json", "jsonl"] {
        office.run(&format!("task list --labels -o {format}")).refused(2, "E0127");
    }
    office.run("task list --labels --out 과제.json").refused(2, "E0127");
}

#[test]
fn import_takes_a_sheet_for_people_back() {
    let mut office = office();
    for korean in [true, false] {
        office.speak(korean);
        for noun in ["dept", "staff", "task", "milestone", "progress", "consult"] {
            office.run(&format!("export {noun} --labels --out sheet.csv")).ok();
            let entries = office.entries();
            office.run(&format!("import {noun} sheet.csv")).ok();
            assert_eq!(office.entries(), entries, "{noun} in Korean: {korean}\n{}", office.read("sheet.csv"));
        }
    }
}

#[test]
fn no_heading_of_a_noun_names_two_of_its_columns() {
    for noun in proadmin::cli::NOUNS.iter().filter(|noun| noun.import.is_some()) {
        let Some(register) = noun.register else { continue };
        let also: Vec<&str> = register.columns.iter().flat_map(|column| column.also.iter().copied()).collect();
        let known: Vec<&str> = register.columns.iter().filter_map(|column| column.label.map(|label| label.ko)).collect();
        for (at, heading) in also.iter().enumerate() {
            assert!(!also[..at].contains(heading) && !known.contains(heading), "{}: {heading} is ambiguous", noun.name);
        }
    }
}

#[test]
fn departments_get_korean_headings_and_write_their_own() {
    let mut office = office();
    office.speak(true);
    let form = office.run("progress form 2024-05").ok().stdout;
    assert_eq!(form, "과제,과제명,기준일,진척,추진내용\nKT-2024-01,분수,2024-05-20,,\n");
    assert!(office.run("progress form 2024-05 -o csv").ok().stdout.starts_with("task,title,on,percent,note\n"));
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    office.run("progress form 2024-05 --to out").ok().says("대상");
    assert_eq!(office.read("out/2024-05-D-01-가과.csv"), format!("\u{FEFF}{form}"));
    office.write("filled.csv", form.replace(",,\n", ",40,착공\n"));
    office.run("import progress filled.csv").ok();
    office.write("own.csv", "과제 번호,날짜,진척률,비고\nKT-2024-01,2024-05-15,35%,굴착\n");
    office.run("import progress own.csv").ok();
    assert_eq!(office.column("progress list KT-2024-01", "percent"), ["25", "35", "40"]);
    office.write("odd.csv", "과제,진척,날씨\nKT-2024-01,40,맑음\n");
    let refused = office.run("import progress odd.csv").refused(2, "E0333");
    assert!(refused.stderr.contains("날씨") && refused.stderr.contains("percent(진척)"), "{}", refused.stderr);
    office.speak(false);
    office.run("import progress odd.csv").refused(2, "E0333").hints("percent (progress)");
}

/// Runs a command on a terminal, where the system has a way to make one.
fn at_a_terminal(office: &Office, command: &str, answer: &str) -> Option<(i32, String)> {
    let program = env!("CARGO_BIN_EXE_proadmin");
    let mut child = Command::new("script")
        .args(["-qec", &format!("{program} {command}"), "/dev/null"])
        .current_dir(office.folder())
        .env_remove("CI")
        .env("PROADMIN_TODAY", office.today())
        .env("LANG", "ko_KR.UTF-8")
        .env("TERM", "dumb")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .ok()?;
    let mut pipe = child.stdin.take()?;
    let _ = pipe.write_all(answer.as_bytes());
    let output = child.wait_with_output().ok()?;
    drop(pipe);
    Some((output.status.code()?, String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[test]
fn a_file_that_is_there_is_replaced_by_a_script_and_asked_about_at_a_terminal() {
    let office = office();
    office.write("list.csv", "mine");
    if let Some((code, said)) = at_a_terminal(&office, "task list --out list.csv", "n\n") {
        assert_eq!(code, 8, "{said}");
        assert!(said.contains("이미 있습니다"), "{said}");
        assert_eq!(office.read("list.csv"), "mine");
        let (code, said) = at_a_terminal(&office, "task list --out list.csv -y", "").expect("a terminal");
        assert_eq!((code, said.contains("이미 있습니다")), (0, false), "{said}");
        assert_ne!(office.read("list.csv"), "mine");
        office.write("list.csv", "mine");
    }
    office.run("task list --out list.csv").ok();
    assert_ne!(office.read("list.csv"), "mine");
}

#[test]
fn a_dry_run_shows_what_new_rows_say_and_what_changed_rows_will_say() {
    let mut office = office();
    office.write("returns.csv", "task,on,percent,note\nKT-2024-01,2024-04-30,40,설계\nKT-2024-01,2024-05-15,55,\"굴착\n시작\"\n");
    office.speak(true);
    office.run("import progress returns.csv -n").ok().says("진척 40%").says("진척 55%, 추진내용 굴착 시작");
    let rows = office.rows("import progress returns.csv -n");
    assert_eq!(rows.iter().map(|row| row["difference"].as_str()).collect::<Vec<_>>(), ["percent", "percent 55, note 굴착 시작"]);
    office.write("tasks.csv", "과제명,연도,주관부서,담당자,기한\n주차장,2024,나과,,2024-09-30\n");
    office.run_wide("import task tasks.csv -n", 160).ok().says("과제명 주차장, 주관부서 나과, 기한 2024-09-30");
    office.run("eval open 심사 --year 2024").ok();
    office.write("raters.csv", "rater,name\nR1,카나리아\n");
    let raters = office.run("eval import EV-2024-01 --raters raters.csv -n -o json").ok();
    assert!(!raters.stdout.contains("카나리아"), "{}", raters.stdout);
}

#[test]
fn nobody_is_asked_about_what_is_so_already() {
    let office = office();
    office.write("returns.csv", "task,on,percent\nKT-2024-01,2024-04-30,25\n");
    if let Some((code, said)) = at_a_terminal(&office, "import progress returns.csv", "") {
        assert_eq!((code, said.contains("[y/N]")), (0, false), "{said}");
        office.write("returns.csv", "task,on,percent\nKT-2024-01,2024-04-30,30\n");
        let (code, said) = at_a_terminal(&office, "import progress returns.csv", "n\n").expect("a terminal");
        assert_eq!((code, said.contains("[y/N]"), said.contains("진척 30%")), (8, true, true), "{said}");
    }
    assert_eq!(office.column("progress list", "percent"), ["25"]);
}

#[test]
fn an_unknown_column_tells_which_may_be_meant_and_how_to_get_out() {
    let office = Office::on("2024-05-20").in_korean();
    office.run("dept add 복지과").ok();
    office.write("t.csv", "과제명,연도,부서,예산\n하나,2024,복지과,1000\n");
    office.run("import task t.csv").ok();
    assert_eq!(office.items("task show KT-2024-01")[0]["budget"], 1000, "a heading may leave its unit out");
    office.write("t.csv", "과제명,연도,부서,성과지표명,색\n둘,2024,복지과,건수,빨강\n");
    let told = office.run("import task t.csv").refused(2, "E0333").hints("'성과지표명'은 혹시 indicator(성과지표)?");
    told.hints("그 열을 지우고 다시 가져오십시오").hints("쓸 수 있는 열");
}
