//! What is told can be understood by itself: whose, which months, which of two of a name.

use crate::asking::at_a_terminal;
use crate::office::Office;
use expectrl::{Eof, Expect};

#[test]
fn months_that_were_not_frozen_are_told_as_months() {
    let office = Office::of_two("2024-05-02").in_korean();
    office.run("task add 하나 --year 2024 --dept 가과").ok();
    office.run("snapshot take 2024-02").ok();
    let narrow = office.run_wide("today", 60).ok().stdout;
    let line = narrow.lines().find(|line| line.contains("확정하지 않은 달")).expect("a line");
    assert!(line.contains("2024-03, 04"), "{narrow}");
}

#[test]
fn what_undo_takes_back_says_whose_it_was() {
    let office = Office::of_two("2024-05-02").in_korean();
    for line in [
        "eval open 평가 --year 2024",
        "eval criterion EV-2024-01 창의성 --max 20",
        "eval entry EV-2024-01 '길고 긴 제목의 후보' --dept 가과 --member 홍길동",
        "eval rater EV-2024-01 위원가",
        "eval score EV-2024-01 E-01 R-01 --criterion 창의성 --points 16",
        "eval score EV-2024-01 E-01 R-01 --criterion 창의성 --points 19",
    ] {
        office.run(line).ok();
    }
    office.run("undo").ok().says("EV-2024-01 E-01 R-01 창의성 점수: 19.00 → 16.00");
    let entry = office.entries() - 4;
    let told = office.run(&format!("undo {entry}")).refused(4, "E0806").stderr;
    assert!(told.contains("EV-2024-01 후보를 가리키는 것") && !told.contains("길고 긴"), "{told}");
}

#[test]
fn who_goes_with_work_open_is_shown_how_to_hand_it_over() {
    let office = Office::of_two("2024-05-02");
    office.run("task add 하나 --year 2024 --dept 가과 --lead S-0001").ok();
    office.run("staff move S-0001 --to 나과").ok().hints("proadmin handover S-0001\n");
    let told = office.run("staff leave S-0002").ok().stderr;
    assert!(!told.contains("handover"), "{told}");
    let told = office.run("staff leave S-0001").ok().stderr;
    assert!(told.contains("proadmin handover S-0001\n"), "{told}");
}

#[test]
fn a_file_that_was_not_there_is_made_from_the_backup() {
    let office = Office::of_two("2024-05-02").in_korean();
    std::fs::create_dir(office.folder().join("백업")).expect("a folder");
    office.run("backup 백업").ok();
    let entries = office.entries();
    let mut person = at_a_terminal(&office, &["restore", "백업", "--db", "훈련용으로 쓰는 아주 긴 이름의 파일.db"]);
    // The question breaks between words, and no word is torn.
    person.expect("파일.db를 만듭니다. 계속하려면").expect("it is asked whole");
    person.send_line(entries.to_string()).expect("typed");
    person.expect("백업의 내용으로 만들었습니다").expect("it is made");
    person.expect("proadmin --db \"훈련용으로 쓰는 아주 긴 이름의 파일.db\" verify").expect("and looked at");
    person.expect(Eof).expect("and over");
    office.run(&format!("restore 백업 --confirm={entries}")).ok().says("백업의 내용으로 바꾸었습니다");
}

#[test]
fn two_of_one_name_are_told_apart_in_a_chart() {
    let office = Office::of_two("2024-05-02");
    office.run("staff add 홍길동 --dept 나과").ok();
    office.run("incentive use basic --year 2024").ok();
    for code in ["S-0001", "S-0003"] {
        office.run(&format!("incentive earn 홍보 --staff {code} --event promotion --on 2024-05-02")).ok();
    }
    office.run("incentive approve --year 2024").ok();
    office.run("incentive table --by person --year 2024").ok().says("홍길동 S-0001").says("홍길동 S-0003");
}

#[test]
fn a_form_makes_the_folder_that_it_is_written_to() {
    let office = Office::of_two("2024-05-02");
    office.run("task add 하나 --year 2024 --dept 가과").ok();
    office.run("progress form 2024-05 --to '내 폴더/양식'").ok();
    assert!(office.folder().join("내 폴더/양식/2024-05-D-01-가과.csv").is_file());
}
