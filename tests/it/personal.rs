//! Personal names: masked everywhere, shown only for a reason that is recorded, and erased for
//! good while the chain stays whole.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("consult file 민원 --dept 홍보과 --received-on 2024-06-03 --applicant-type petitioner --applicant 남궁길동").ok();
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval rater EV-2024-01 R1 --name 김심사").ok();
    office
}

#[test]
fn a_name_is_shown_for_a_reason_and_the_reading_is_an_entry() {
    let office = office();
    let entries = office.entries();
    assert_eq!(office.column("consult show PC-2024-001", "applicant"), ["남**동"]);
    assert_eq!(office.entries(), entries, "a reading of masked names is no entry");
    office.run("consult show PC-2024-001 --personal").refused(2, "E0128");
    for unrecorded in ["-n", "--request-id 통지-1"] {
        office.run(&format!("consult show PC-2024-001 --personal --reason 발송 {unrecorded}")).refused(2, "E0136");
    }
    assert_eq!(office.column("consult show PC-2024-001 --personal --reason '통지서 발송'", "applicant"), ["남궁길동"]);
    let last = office.rows("log --limit 1");
    assert_eq!((last[0]["command"].as_str(), last[0]["reason"].as_str()), ("personal consult show PC-2024-001", "통지서 발송"));
    assert_eq!(office.entries(), entries + 1);
    office.run("consult list --personal --reason 점검 --as-of 2024-06-05").ok();
    office.run("verify").ok();
}

#[test]
fn names_are_not_unmasked_in_a_write_nor_in_a_typed_query() {
    let office = office();
    office.run("consult accept PC-2024-001 --personal --reason 발송").refused(2, "E0117");
    office.run("query 'SELECT applicant FROM consultation' --personal --reason 발송").refused(2, "E0117");
    office.run("query 'SELECT value FROM private'").refused(4, "E0701");
}

#[test]
fn an_erased_name_is_gone_from_the_file_and_the_chain_stays_whole() {
    let office = office();
    std::fs::create_dir(office.folder().join("백업")).expect("a folder");
    office.run("backup 백업").ok();
    office.run("erase PC-2024-001 --reason '보존기간 경과'").refused(2, "E0");
    office.run("erase PC-2024-001 --reason '보존기간 경과' --confirm PC-2024-001 --backups 백업").ok().hints("still holds the names");
    let bytes = std::fs::read(office.file()).expect("the file");
    let name = "남궁길동".as_bytes();
    assert!(!bytes.windows(name.len()).any(|part| part == name), "the name is still in the file");
    assert!(!office.folder().join("proadmin.db-wal").exists(), "nor is there a log that could hold it");
    let recorded = office.entries() - 1;
    for when in ["", "--as-of 2024-06-05", &format!("--known-at {recorded}"), "--personal --reason 확인"] {
        assert_eq!(office.column(&format!("consult show PC-2024-001 {when}"), "applicant"), ["erased"], "{when}");
    }
    let asked = format!("query 'SELECT applicant FROM consultation' --known-at {recorded}");
    assert_eq!(office.column(&asked, "applicant"), ["erased"]);
    office.run("verify").ok();
    office.run("erase PC-2024-001 --reason 다시 --confirm PC-2024-001").refused(3, "E0821");
    office.run("erase EV-2024-01 --reason 종료 --confirm EV-2024-01").ok().says("1 personal name erased");
    office.run("erase KT-2024-09 --reason 없음 --confirm KT-2024-09").refused(3, "E0821");
    office.run("verify").ok();
}

#[test]
fn who_attended_the_deciding_body_is_erased_by_the_code_of_the_round() {
    let office = Office::on("2024-12-20");
    for command in [
        "open 심사 --year 2024",
        "criterion EV-2024-01 적극성 --max 100",
        "rater EV-2024-01 R1 --name 김심사",
        "entry EV-2024-01 사례",
        "score EV-2024-01 E-01 R1 --criterion 적극성 --points 90",
        "close EV-2024-01 --confirm EV-2024-01",
        "adopt EV-2024-01 --body 인사위원회 --minutes 인사위-12 --present R1,독고위원",
    ] {
        office.run(&format!("eval {command}")).ok();
    }
    let holds = |name: &str| {
        let bytes = std::fs::read(office.file()).expect("the file");
        bytes.windows(name.len()).any(|part| part == name.as_bytes())
    };
    office.run("erase EV-2024-01 --reason 종료 --confirm EV-2024-01").ok().says("2 personal names erased");
    assert!(!holds("독고위원") && !holds("김심사"), "the names are still in the file");
    office.run("erase EV-2024-01 --reason 종료 --confirm EV-2024-01").refused(3, "E0821");
    assert!(!office.run("eval show EV-2024-01").ok().stdout.contains("독**원"), "the masked name is told no more");
    office.run("eval verify EV-2024-01").ok();
    office.run("verify").ok();
}

#[test]
fn an_erased_name_is_told_in_the_reader_s_language() {
    let mut office = office();
    office.run("passive add 단속 --dept 홍보과 --received-on 2024-06-03 --reporter 최강민").ok();
    for code in ["PC-2024-001", "PA-2024-001"] {
        office.run(&format!("erase {code} --reason 경과 --confirm {code}")).ok();
    }
    office.run_wide("consult show PC-2024-001", 100).says("erased");
    assert_eq!(office.column("passive list", "reporter"), ["erased"]);
    office.speak(true);
    assert!(office.run_wide("passive list", 200).ok().stdout.contains("삭제됨"));
    for command in ["consult show PC-2024-001", "consult show PC-2024-001 --personal --reason 확인"] {
        let answer = office.run_wide(command, 100);
        assert!(answer.stdout.contains("삭제됨") && !answer.stdout.contains("erased"), "{}", answer.stdout);
    }
}

#[test]
fn a_name_that_was_corrected_is_erased_with_the_one_that_took_its_place() {
    let office = office();
    office.run("consult edit PC-2024-001 --applicant 독고길동").ok();
    office.run("erase PC-2024-001 --reason 경과 --confirm PC-2024-001").ok().says("2 personal names");
    let bytes = std::fs::read(office.file()).expect("the file");
    for name in ["남궁길동", "독고길동"] {
        assert!(!bytes.windows(name.len()).any(|part| part == name.as_bytes()), "{name} is still in the file");
    }
}

#[test]
fn what_a_restoration_left_beside_the_file_is_looked_through_and_the_file_itself_is_no_backup() {
    let office = office();
    std::fs::create_dir(office.folder().join("백업")).expect("a folder");
    office.run("backup 백업").ok();
    let last = office.entries();
    office.run(&format!("restore 백업 --confirm {last}")).ok();
    office.run("erase PC-2024-001 --reason 경과 --confirm PC-2024-001 --backups . --backups 백업 -n").ok();
    let answer = office.run("erase PC-2024-001 --reason 경과 --confirm PC-2024-001 --backups . --backups 백업 -o csv").ok();
    let files: Vec<String> = answer.rows().into_iter().map(|mut row| row.remove("backup").expect("a file")).collect();
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(files.iter().any(|file| file.contains("proadmin.db.before-")), "{files:?}");
    assert!(files.iter().all(|file| !file.ends_with("/proadmin.db")), "{files:?}");
}
