//! What a second reading found in key tasks, their milestones and progress, and in
//! pre-consulting: each a sentence that once was not so.

use crate::office::{Office, Row};

fn office(today: &str) -> Office {
    let office = Office::on(today);
    for name in ["가과", "나과"] {
        office.run(&format!("dept add {name}")).ok();
    }
    office
}

/// An office with a request whose letter went out on 10 May 2024.
fn answered() -> Office {
    let office = office("2024-06-03");
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-02 --law 도로법 --issue 쟁점").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정 --on 2024-05-03")).ok();
    }
    office.run("consult answer PC-2024-001 --result possible --on 2024-05-10 --text 가능함").ok();
    office
}

#[test]
fn an_issued_letter_stays_as_it_was_issued() {
    let office = answered();
    let letters = || ["", "--html"].map(|how| office.run(&format!("consult letter PC-2024-001 {how}")).ok().stdout);
    let issued = letters();
    assert!(issued.iter().all(|letter| letter.contains("가과장")), "{issued:?}");
    for flags in ["--applicant-type petitioner", "--applicant-type affiliated_body --applicant 시설공단", "--law 주차장법", "--title 다른"]
    {
        office.run(&format!("consult edit PC-2024-001 {flags}")).refused(4, "E0431").hints("consult answer PC-2024-001 --supersede");
    }
    office.run("dept rename D-01 --name 새과").ok();
    assert_eq!(letters(), issued);
    // What was sent is found again, whatever the names are now.
    let stored = office.rows("query \"SELECT document, sha256 FROM opinion_letter\"");
    let (letter, _) = issued[0].split_once("\n봉인  SEAL-").expect("a seal under the letter");
    assert_eq!(stored[0]["document"].replace("\r\n", "\n").trim_end(), letter.trim_end());
    assert_eq!(stored[0]["sha256"].len(), 64);
    office.run("consult answer PC-2024-001 --supersede --result conditional --on 2024-05-20 --text 조건 --reason 정정").ok();
    assert_eq!(office.run("consult letter PC-2024-001 --revision 1").ok().stdout, issued[0]);
    assert!(office.run("consult letter PC-2024-001").ok().stdout.contains("새과장"));
}

#[test]
fn once_the_letter_is_out_nothing_is_put_before_it() {
    let office = answered();
    for act in ["review PC-2024-001 --kind law --finding 추가", "accept PC-2024-001", "refer PC-2024-001 --to seoul"] {
        office.run(&format!("consult {act} --on 2024-05-04")).refused(4, "E0415").hints("--supersede");
    }
    office
        .run("consult follow-up PC-2024-001 --same-matter yes --info-sufficient yes --no-private-interest yes --followed-opinion yes")
        .ok();
}

#[test]
fn an_imported_answer_keeps_its_applicant_too() {
    let office = answered();
    office.write(
        "r.csv",
        "code,title,department,received_on,applicant_type,applicant\nPC-2024-001,점용,D-01,2024-05-02,affiliated_body,시설공단\n",
    );
    office.run("consult import r.csv").refused(4, "E0341").hints("opinion letter");
}

#[test]
fn an_extension_stands_only_while_it_was_asked_for_in_time() {
    let office = office("2024-12-02");
    office.run("consult file 점용 --dept 가과 --received-on 2024-08-01").ok();
    office.run("consult supplement PC-2024-001 --on 2024-08-20 --reason 도면").ok();
    office.run("consult extend PC-2024-001 --on 2024-10-14 --days 10 --reason 검토").ok();
    let entries = office.entries();
    office.run("consult resume PC-2024-001 --on 2024-08-21").refused(4, "E0432").hints("2024-10-14");
    assert_eq!(office.entries(), entries);
    office.run("consult resume PC-2024-001 --on 2024-10-10").ok();
    office.run("consult edit PC-2024-001 --rule petition-7").refused(4, "E0432");
    assert_eq!(office.entries(), entries + 1);
}

#[test]
fn an_extension_is_no_longer_than_a_new_rule_allows() {
    let office = office("2024-12-02");
    office.run("consult file 점용 --dept 가과 --received-on 2024-11-25").ok();
    office.run("consult extend PC-2024-001 --on 2024-11-26 --days 30 --reason 검토").ok();
    office.run("consult edit PC-2024-001 --rule petition-7").refused(4, "E0418");
}

#[test]
fn a_name_says_whose_it_is_and_is_never_repeated() {
    let office = office("2024-06-03");
    let canary = "남궁카나리아";
    let silent = |answer: crate::office::Answer| {
        assert!(!answer.stderr.contains("카나리아"), "{}", answer.stderr);
    };
    let named = office.run(&format!("consult file 민원 --dept 가과 --applicant {canary}"));
    assert!(named.stderr.contains("--applicant-type"), "{}", named.stderr);
    silent(named.refused(2, "E0437"));
    silent(
        office
            .run_words(
                &["consult", "file", "민원", "--dept", "가과", "--applicant-type", "petitioner", "--applicant", "남궁\u{7}카나리아"],
                "",
            )
            .refused(2, "E0433"),
    );
    office.write("p.csv", format!("title,department,received_on,applicant\n민원,D-01,2024-05-02,{canary}\n"));
    silent(office.run("consult import p.csv").refused(4, "E0341").hints("E0341").hints("--applicant-type"));
    // A name that stands in clear cannot be hidden afterwards.
    office.run("consult file 시설 --dept 가과 --applicant-type affiliated_body --applicant 홍길동").ok();
    office.run("consult edit PC-2024-001 --applicant-type petitioner").refused(4, "E0434").hints("consult void PC-2024-001");
    office
        .write("p.csv", "code,title,department,received_on,applicant_type,applicant\nPC-2024-001,시설,D-01,2024-06-03,petitioner,홍길동\n");
    office.run("consult import p.csv").refused(4, "E0341");
}

#[test]
fn nothing_is_imported_into_what_is_void() {
    let office = office("2024-06-03");
    office.run("task add 과제 --year 2024 --dept 가과").ok();
    office.run("milestone add KT-2024-01 착공 --due 2024-05-31").ok();
    office.run("task void KT-2024-01 --reason 실수").ok();
    office.write("t.csv", "code,title,year,department\nKT-2024-01,다른 이름,2024,D-01\n");
    office.run("task import t.csv").refused(4, "E0341").hints("void");
    office.write("m.csv", "task,seq,title,due\nKT-2024-01,1,다른 이름,2024-05-31\n");
    office.run("milestone import m.csv").refused(4, "E0341").hints("void");
    office.run("milestone edit KT-2024-01 1 --title 다른").refused(4, "E0404");
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-02").ok();
    office.run("consult void PC-2024-001 --reason 실수").ok();
    office.write("c.csv", "code,title,department,received_on\nPC-2024-001,다른 이름,D-01,2024-05-02\n");
    office.run("consult import c.csv").refused(4, "E0341").hints("void");
}

#[test]
fn what_a_file_has_wrong_is_told_by_line_and_never_by_the_database() {
    let office = office("2024-06-03");
    office.run("task add 과제 --year 2024 --dept 가과 --due 2024-12-31").ok();
    office.run("dept add 다과").ok();
    office.run("dept void D-03 --reason 실수").ok();
    for (noun, file, said) in [
        ("task", "title,year,department,start,due\n새,2024,D-01,2024-06-01,2024-05-01\n", "line 2 due"),
        ("task", "code,title,year,department,start\nKT-2024-01,과제,2024,D-01,2025-01-01\n", "line 2 start"),
        ("task", "title,year,department,proposed_on\n새,2024,D-01,1990-01-01\n", "line 2 proposed_on"),
        ("task", "title,year,department,selected_on\n새,2024,D-01,1990-01-01\n", "line 2 selected_on"),
        ("task", "code,title,year,department\nKT-2024-99999999999999999,새,2024,D-01\n", "line 2 code"),
        ("milestone", "task,seq,title,due\nKT-2024-01,9223372036854775807,착공,2024-05-31\nKT-2024-01,,준공,2024-05-31\n", "line 2 seq"),
        ("dept", "code,name\nD-03,새과\n", "line 2 code"),
    ] {
        office.write("f.csv", file);
        let refused = office.run(&format!("{noun} import f.csv")).refused(4, "E0341").hints(said);
        assert!(!refused.stderr.contains("constraint"), "{}", refused.stderr);
    }
}

#[test]
fn a_code_is_the_same_however_its_number_is_written() {
    let office = office("2024-06-03");
    office.run("task add 과제 --year 2024 --dept 가과").ok();
    office.write("t.csv", "code,title,year,department\nKT-2024-1,고친 과제,2024,D-01\nkt-2024-007,새 과제,2024,D-01\n");
    office.run("task import t.csv").ok().says("1 new, 1 changed");
    assert_eq!(office.column("task list", "code"), ["KT-2024-01", "KT-2024-07"]);
    office.write("c.csv", "code,title,department,received_on\nPC-2024-7,점용,D-01,2024-05-02\n");
    office.run("consult import c.csv").ok();
    assert_eq!(office.column("consult list", "code"), ["PC-2024-007"]);
}

fn silent(office: &Office) -> Vec<String> {
    let is = |row: &Row| row["what"] == "progress_missing";
    let mut codes: Vec<String> = office.rows("today").iter().filter(|row| is(row)).map(|row| row["code"].clone()).collect();
    codes.sort();
    codes
}

#[test]
fn who_is_silent_is_one_question_wherever_it_is_asked() {
    let office = office("2024-06-10");
    for title in ["침묵", "보고", "늦은 보고", "보류", "중단", "이달부터", "유월 종결", "다시"] {
        office.run(&format!("task add '{title}' --year 2024 --dept 가과")).ok();
    }
    office.run("progress log KT-2024-02 --percent 10 --on 2024-05-31").ok();
    office.run("progress log KT-2024-03 --percent 10 --on 2024-06-01").ok();
    office.run("task suspend KT-2024-04 --on 2024-05-20 --reason 예산").ok();
    office.run("task stop KT-2024-05 --on 2024-05-31 --reason 중단").ok();
    office.run("task edit KT-2024-06 --start 2024-06-01").ok();
    office.run("task complete KT-2024-07 --on 2024-06-01 --outcome met").ok();
    office.run("task stop KT-2024-08 --on 2024-04-01 --reason 중단").ok();
    office.run("task reopen KT-2024-08 --on 2024-05-01 --reason 재개").ok();
    let expected = ["KT-2024-01", "KT-2024-03", "KT-2024-07", "KT-2024-08"];
    assert_eq!(office.column("progress missing 2024-05", "code"), expected);
    assert_eq!(silent(&office), expected);
    assert_eq!(office.column("query \"SELECT code FROM progress_missing WHERE month = '2024-05' ORDER BY code\"", "code"), expected);
}

#[test]
fn every_day_typed_lies_within_the_calendar() {
    let office = office("2024-06-03");
    office.run("task add 과제 --year 2024 --dept 가과").ok();
    office.run("task carry KT-2024-01 --due 1990-01-01").refused(4, "E0321");
    office.run("task add 옛것 --year 2024 --dept 가과 --proposed-on 1990-01-01").refused(4, "E0321");
    assert_eq!(office.column("task list", "state"), ["on_track"]);
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    let mut office = office("2024-06-03");
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-02").ok();
    office.write("empty.txt", " \n");
    for korean in [false, true] {
        office.speak(korean);
        let said = if korean { "빈 글은 쓸 수 없습니다" } else { "empty text is not accepted" };
        office.run("consult review PC-2024-001 --kind law --finding-file empty.txt").refused(2, "E0435").hints(said);
        office.run("consult answer PC-2024-001 --result possible --text-file empty.txt").refused(2, "E0435").hints(said);
    }
}

#[test]
fn a_task_is_not_closed_before_what_it_did() {
    let office = office("2024-06-03");
    office.run("task add 과제 --year 2024 --dept 가과").ok();
    office.run("milestone add KT-2024-01 착공 --due 2024-05-31").ok();
    office.run("milestone done KT-2024-01 1 --on 2024-05-10").ok();
    office.run("progress log KT-2024-01 --percent 50 --on 2024-05-20").ok();
    office.run("task complete KT-2024-01 --on 2024-05-01 --outcome met").refused(4, "E0408").hints("2024-05-20");
    office.run("task stop KT-2024-01 --on 2024-05-15 --reason 중단").refused(4, "E0408").hints("2024-05-20");
    office.write("t.csv", "code,title,year,department,closed_on,outcome\nKT-2024-01,과제,2024,D-01,2024-05-15,met\n");
    office.run("task import t.csv").refused(4, "E0341").hints("2024-05-20");
    office.run("task complete KT-2024-01 --on 2024-05-20 --outcome met").ok();
}
