//! What a newcomer stumbled over: half a sentence in the other language, a line torn in the
//! middle of a word, a hint that did not say what to type.

use unicode_width::UnicodeWidthStr;

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-05-20").in_korean();
    office.run("dept add 가과").ok();
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    office
}

/// Every noun, and every verb of a noun: `task`, `task add`, …
fn verbs() -> Vec<String> {
    let mut verbs = Vec::new();
    for noun in proadmin::cli::NOUNS {
        let command = (noun.augment)(clap::Command::new(noun.name));
        verbs.push(noun.name.to_owned());
        verbs.extend(command.get_subcommands().map(|verb| format!("{} {}", noun.name, verb.get_name())));
    }
    verbs
}

/// Words in capitals that stand for something to be typed.
fn capitals(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_uppercase() && c != '-' && c != '_');
    let known = ["YYYY-MM", "MM-DD", "HH", "MM", "PROADMIN_DB", "PROADMIN_ACTOR", "PROADMIN_TODAY"];
    let may_stand = |word: &str| word.len() < 4 || known.contains(&word) || word.starts_with('-');
    words.filter(|word| word.len() > 1 && !may_stand(word)).map(str::to_owned).collect()
}

#[test]
fn hints_and_help_in_korean_say_in_korean_what_is_to_be_typed() {
    let mut office = office();
    office.run("dept add 나과").ok().hints("proadmin staff add 이름 --dept D-02");
    office.run("task add 길 --year 2024 --dept 가과").ok().hints("milestone add KT-2024-02 제목 --due 날짜");
    office.run("task add 길").refused(2, "E0104").hints("--year <연도>");
    for verb in verbs().iter().filter(|verb| *verb != "query") {
        let help = office.run(&format!("{verb} -h")).ok().stdout;
        let own = help.split("모든 명령의 옵션").next().unwrap_or_default();
        for line in own.lines().filter(|line| line.starts_with("사용법") || line.trim_start().starts_with(['-', '<', '['])) {
            let typed = line.trim_start().split("  ").next().unwrap_or_default();
            assert!(capitals(typed).is_empty(), "{verb}: {line}");
        }
    }
    office.speak(false);
    office.run("dept add 다과").ok().hints("proadmin staff add NAME --dept D-03");
}

#[test]
fn a_record_that_is_not_there_and_a_void_one_are_told_as_people_say_it() {
    let mut office = office();
    office.run("dept show D-09").refused(3, "'D-09' 부서가 없습니다");
    office.run("task void KT-2024-01 --reason 중복").ok();
    office.run("task show KT-2024-01").ok().says("무효 사유").says("중복");
    office.run("task show KT-2024-01").ok().says("rev ");
    office.run("query \"DELETE FROM task\"").refused(4, "SELECT, WITH, VALUES 가 아닌 문");
    office.run("eval open 심사 --year 2024 --track individual").ok();
    office.run("eval grade EV-2024-01 최우수 --count 1").ok().says("최우수: 1명");
    office.speak(false);
    office.run("dept show D-09").refused(3, "there is no department 'D-09'");
    office.run("task show KT-2024-01").ok().says("why void");
}

#[test]
fn people_type_what_people_say() {
    let mut office = office();
    office.run("staff add 이둘 --dept 가과").ok();
    office.run("staff add 박셋 --dept 가과").ok();
    office.run("training add 교육 --on 2024-03-04").ok();
    let day = office.today().to_owned();
    office.run("training attend TR-2024-01 --staff 이둘,박셋").ok().says("이둘, 박셋");
    office.run("incentive approve").refused(2, "E0532").hints("--year 연도 --month 달");
    office.run("backup 없는곳").refused(2, "E0811").hints("mkdir 없는곳");
    office.run("eval open 심사 --year 2024").ok();
    for command in [
        "criterion EV-2024-01 적극성 --max 10",
        "entry EV-2024-01 사례 --member 이둘",
        "rater EV-2024-01 R1",
        "grade EV-2024-01 우수 --count 1",
    ] {
        office.run(&format!("eval {command}")).ok();
    }
    office.write("점수.csv", "entry,rater,criterion,points\nE-01,R1,성실성,5\nE-09,R1,적극성,5\n");
    office.run("eval import EV-2024-01 --scores 점수.csv").refused(4, "E0341").hints("항목은 적극성입니다").hints("3행");
    office.write("점수.csv", "entry,rater,criterion,points\nE-01,R1,적극성,5\n");
    office.run("eval import EV-2024-01 --scores 점수.csv").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    office.run("reward offer EV-2024-01").ok().hints("reward choose RW-2024-01 우대코드");
    office.run("reward choose RW-2024-01 포상휴가").ok().says("포상(특별)휴가");
    office.turn_to(&day);
    office.run("backup . -n").ok().says("시험 실행");
    office.run("backup .").ok();
    office.run("restore . -n").ok().says("시험 실행: 바꾸지 않음");
}

#[test]
fn errors_break_between_words() {
    let office = office();
    let answer = office.run_wide("task complete KT-2024-01 --on 2024-05-21 --outcome met", 60);
    assert_eq!(answer.code, 4, "{}", answer.stderr);
    let whole = office.run_wide("task complete KT-2024-01 --on 2024-05-21 --outcome met", 500).stderr;
    assert!(whole.lines().any(|line| line.width() > 60), "{whole}");
    for line in answer.stderr.lines().filter(|line| !line.contains("proadmin ")) {
        assert!(line.width() <= 60, "{line}");
    }
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&answer.stderr), words(&whole), "no word is torn");
}

#[test]
fn what_can_be_asked_is_explained_in_korean_whole_and_on_a_page() {
    let office = office();
    let shown = office.run("query --views").ok().stdout;
    assert!(shown.lines().all(|line| line.width() <= 100), "{shown}");
    let rows = office.rows("query --views");
    assert!(rows.len() > 50 && rows.iter().all(|row| !row["korean"].is_empty() && !row["english"].is_empty()), "{rows:?}");
    assert!(rows.iter().all(|row| shown.contains(&row["name"])));
    assert!(office.rows("query --views task").iter().all(|row| !row["korean"].is_empty()));
    office.run("query --save 과제들 \"SELECT code FROM task WHERE year = :연도\"").ok().hints("proadmin query 과제들 --param 연도=…");
}

#[test]
fn a_folder_that_is_not_there_and_a_time_before_the_file_are_explained() {
    let mut office = office();
    office.run("export 없는곳").refused(2, "E0741").hints("mkdir 없는곳");
    let answer = office.run("task list --known-at 2020-01-01").ok();
    assert!(answer.stderr.contains("기계의 시계"), "{}", answer.stderr);
    office.run("query \"SELECT code FROM task\" --known-at 2020-01-01").ok().hints("기계의 시계");
    assert!(!office.run("task list --known-at 2").ok().stderr.contains("기계의 시계"));
    office.speak(false);
    office.run("task list --known-at 2020-01-01").ok().hints("the machine's clock");
    let html = office.run("task list -o html").ok().stdout;
    assert!(!html.contains("class=\"\""), "{html}");
}

#[test]
fn an_error_of_a_file_names_the_heading_that_people_know() {
    let mut office = office();
    office.write("returns.csv", "과제,기준일,진척\nKT-2024-09,2024-05-01,40\nKT-2024-01,2024-05-01,140\n");
    office.run("import progress returns.csv").refused(4, "E0341").hints("2행 과제").hints("3행 진척").hints("'KT-2024-09' 과제가 없습니다");
    office.speak(false);
    office.run("import progress returns.csv").refused(4, "E0341").hints("line 3 percent");
}
