//! Exemption: the chain of evidence, requests with their basis and their time, decisions, and
//! the bundle that anyone can check.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::office::Office;

/// An office with a request for pre-consulting that serves a task.
fn office() -> Office {
    let office = Office::on("2026-03-10");
    for command in [
        "dept add 공원과 --since-on 2020-01-01",
        "staff add 홍길동 --dept 공원과 --since-on 2020-01-01",
        "task add 음악분수 --year 2026 --dept 공원과",
        "consult file '분수 점용' --dept 공원과 --received-on 2026-01-05 --task KT-2026-01 --background '홍길동 추진' --law 도로법 --issue 점용",
    ] {
        office.run(command).ok();
    }
    office
}

fn answer(office: &Office) {
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2026-001 --kind {kind} --finding 적법 --on 2026-01-10")).ok();
    }
    office.run("consult answer PC-2026-001 --result conditional --text 조건부로 --on 2026-01-20").ok();
}

fn follow_up(office: &Office, on: &str, followed: &str) {
    let facts = "--same-matter yes --info-sufficient yes --no-private-interest yes";
    office.run(&format!("consult follow-up PC-2026-001 --on {on} {facts} --followed-opinion {followed}")).ok();
}

fn statuses(office: &Office, code: &str) -> BTreeMap<String, String> {
    let mut rows = office.rows(&format!("exemption check {code}"));
    let cell = |row: &mut BTreeMap<String, String>, key: &str| row.remove(key).expect("a cell");
    rows.iter_mut().map(|row| (cell(row, "condition"), cell(row, "status"))).collect()
}

#[test]
fn each_link_of_the_chain_is_proved_or_says_what_would_prove_it() {
    let office = office();
    assert!(statuses(&office, "PC-2026-001").values().all(|status| status == "missing"));
    office.run("exemption check PC-2026-001").ok().says("consult answer PC-2026-001").says("exemption finding PC-2026-001");
    answer(&office);
    let after_letter = statuses(&office, "PC-2026-001");
    assert_eq!((after_letter["opinion"].as_str(), after_letter["followed"].as_str()), ("met", "missing"));
    office.run("exemption check PC-2026-001").ok().says("consult follow-up PC-2026-001");
    follow_up(&office, "2026-02-01", "yes");
    let row = office.rows("exemption check PC-2026-001").remove(0);
    assert_eq!((row["condition"].as_str(), row["status"].as_str(), row["blank"].as_str()), ("complete", "missing", "self_check"));
    office.run("exemption check PC-2026-001").ok().says("consult edit PC-2026-001 --self-check … --reason …");
    office.run("consult edit PC-2026-001 --self-check 확인 --reason 서면").ok();
    office.run("exemption finding PC-2026-001 --condition no_flaw --met yes --document 감사-12 --on 2026-02-03").ok();
    assert!(statuses(&office, "PC-2026-001").values().all(|status| status == "met"));
    let rows = office.rows("exemption check PC-2026-001");
    let evidence = |at: usize| (rows[at]["evidence"].as_str(), rows[at]["on"].as_str(), rows[at]["document"].as_str());
    assert_eq!(evidence(5), ("finding", "2026-02-03", "감사-12"));
    let letter = office.open().query_row("SELECT sha256 FROM opinion", (), |row| row.get::<_, String>(0)).expect("a letter");
    assert_eq!(evidence(2), ("letter", "2026-01-20", letter.as_str()));
    assert_eq!(office.rows("exemption check KT-2026-01"), rows, "a task is asked for those that serve it");
    assert_eq!(office.run("exemption check PC-2026-001 --exit-code").code, 0);
    assert_eq!(office.run("exemption check PC-2026-001 --as-of 2026-02-02 --exit-code").code, 10);
}

#[test]
fn a_task_about_which_nobody_asked_proves_nothing() {
    let office = Office::on("2026-03-10");
    office.run("dept add 공원과").ok();
    office.run("task add 음악분수 --year 2026 --dept 공원과").ok();
    assert_eq!(statuses(&office, "KT-2026-01").values().filter(|status| *status == "missing").count(), 6);
    office.run("exemption check KT-2026-01").ok().says("consult file TITLE --dept … --task KT-2026-01");
    office.run("exemption check KT-2026-99").refused(3, "E0306");
}

#[test]
fn a_later_finding_stands_before_what_the_department_said_until_it_reports_anew() {
    let office = office();
    answer(&office);
    follow_up(&office, "2026-02-01", "yes");
    office.run("exemption finding PC-2026-001 --condition followed --met no --on 2026-02-10 --note '다르게 처리'").ok();
    assert_eq!(statuses(&office, "PC-2026-001")["followed"], "not_met");
    office.run("exemption check PC-2026-001").ok().says("exemption is not presumed");
    follow_up(&office, "2026-02-20", "yes");
    assert_eq!(statuses(&office, "PC-2026-001")["followed"], "met");
    office.run("exemption finding PC-2026-001 --condition no_flaw --met no --on 2026-02-21").ok();
    office.run("exemption void PC-2026-001 --finding 2 --reason 착오").ok();
    office.run("exemption void PC-2026-001 --finding 2 --reason 착오").refused(3, "E2113");
    assert_eq!(statuses(&office, "PC-2026-001")["no_flaw"], "missing");
    office.run("exemption finding PC-2026-001 --condition no_flaw --met yes --on 2026-01-04").refused(4, "E2101");
}

#[test]
fn the_letter_that_counts_is_the_one_in_force_when_it_was_followed() {
    let office = office();
    answer(&office);
    follow_up(&office, "2026-02-01", "yes");
    office.run("consult answer PC-2026-001 --supersede --result not_possible --text 불가 --on 2026-02-15 --reason 착오").ok();
    let letter = office.rows("exemption check PC-2026-001").remove(2);
    assert_eq!((letter["no"].as_str(), letter["on"].as_str(), letter["result"].as_str()), ("1", "2026-01-20", "conditional"));
    follow_up(&office, "2026-02-20", "no");
    let letter = office.rows("exemption check PC-2026-001").remove(2);
    assert_eq!((letter["no"].as_str(), letter["on"].as_str(), letter["result"].as_str()), ("2", "2026-02-15", "not_possible"));
    assert_eq!(statuses(&office, "PC-2026-001")["followed"], "not_met");
}

#[test]
fn a_request_is_made_within_thirty_days_counted_by_the_civil_act() {
    // The day the audit ended is not counted, and an end on a day off moves to the next working
    // day: 30 days after 2026-01-16 is Sunday, 15 February, and the next three days are New Year's.
    for (ended, due) in [("2026-01-16", "2026-02-19"), ("2026-02-07", "2026-03-09"), ("2026-02-10", "2026-03-12")] {
        let office = office();
        let request = "exemption request PC-2026-001 --stage audit --basis consult --auditor own";
        office.run(&format!("{request} --audit-ended-on {ended} --prepare --on {ended}")).ok();
        assert_eq!(office.column("exemption list", "due"), [due]);
        let explained = office.rows(&format!("due explain EX-{}-01", &ended[..4]));
        let told = |row: Option<&crate::office::Row>| row.map(|row| (row["date"].clone(), row["why"].clone()));
        assert_eq!(told(explained.first()), Some((ended.to_owned(), "ended".to_owned())));
        assert_eq!(told(explained.last()), Some((due.to_owned(), "due".to_owned())));
        // The last counted day says so where the limit does not end on it.
        let last = explained.iter().rfind(|row| !row["day_no"].is_empty()).map(|row| (row["date"].as_str(), row["why"].as_str()));
        assert!(last.is_some_and(|(date, why)| why == if date == due { "due" } else { "rolled" }), "{last:?}");
    }
    let office = office();
    let request = "exemption request PC-2026-001 --stage audit --basis consult --auditor own --audit-ended-on 2026-02-07";
    office.run(&format!("{request} --on 2026-03-10")).refused(4, "E2103").hints("--late REASON");
    assert!(office.rows("exemption list --all").is_empty(), "nothing was recorded");
    office.run(&format!("{request} --on 2026-03-09")).ok();
    office.run(&format!("{request} --title 늦은것 --late '통보가 늦음'")).ok();
    for (code, in_time) in [("EX-2026-01", "true"), ("EX-2026-02", "false")] {
        assert_eq!(office.column(&format!("exemption show {code}"), "in_time"), [in_time]);
    }
    assert_eq!(statuses(&office, "EX-2026-02")["in_time"], "not_met");
}

#[test]
fn a_prepared_request_stands_on_the_calendar_until_it_is_made() {
    let office = office();
    let request = "exemption request PC-2026-001 --stage audit --basis consult --auditor own --audit-ended-on 2026-02-10 --prepare";
    office.run(&format!("{request} --on 2026-02-11")).ok().says("due 2026-03-12");
    assert_eq!(office.column("due list --within 2", "code"), ["PC-2026-001", "EX-2026-01"]);
    office.run("today").ok().says("EX-2026-01").hints("exemption file EX-2026-01");
    office.run("calendar add 2026-03-12 --name 임시 --announced-on 2026-03-10 -y").ok();
    assert_eq!(office.column("exemption list", "due"), ["2026-03-13"]);
    office.run("exemption decide EX-2026-01 --result granted --body 위원회").refused(4, "E2104").hints("exemption file");
    office.run("exemption file EX-2026-01").ok();
    office.run("exemption file EX-2026-01").refused(4, "E2102");
    assert_eq!(office.column("due list", "code"), ["PC-2026-001"]);
}

#[test]
fn the_office_sets_its_own_limit() {
    let office = office();
    office.run("exemption limit audit --days 10 --unit working --since-on 2026-01-01 --source 조례").ok();
    let request = "exemption request PC-2026-001 --stage audit --basis consult --auditor own --prepare";
    office.run(&format!("{request} --audit-ended-on 2026-02-13 --on 2026-02-13")).ok();
    // 16, 17 and 18 February are New Year's; 1 March is a Sunday and its substitute is the 2nd.
    assert_eq!(office.column("exemption list", "due"), ["2026-03-05"]);
    office.run("exemption limit audit --none --since-on 2026-01-02").ok();
    assert_eq!(office.column("exemption list", "due"), [""]);
    office.run("exemption limit audit").refused(2, "E01");
}

#[test]
fn the_parts_of_a_request_fit_together() {
    let office = office();
    office.run("exemption request PC-2026-001 --stage audit --basis consult").refused(2, "E2108").hints("--auditor bai");
    office
        .run("exemption request KT-2026-01 --stage discipline --basis consult")
        .refused(4, "E2107")
        .hints("exemption request PC-2026-001");
    office.run("exemption request PC-2026-001 --stage audit --auditor own --basis ratified").refused(4, "E2109");
    office.run("exemption request PC-2026-001 --stage discipline --basis consult --committee-body 위원회").refused(2, "E2110");
    office.run("exemption request --stage discipline --basis general --dept 공원과").refused(2, "E2111");
    office.run("exemption request --title 건 --stage discipline --basis general").refused(2, "E2121");
    office.run("exemption request PC-2026-009 --stage discipline --basis consult").refused(3, "E0306");
    assert!(office.rows("exemption list --all").is_empty());
}

#[test]
fn a_committees_opinion_covers_an_audit_of_the_board_from_the_amendment_on() {
    let office = office();
    let request = "exemption request --stage audit --auditor bai --basis committee --dept 공원과 --committee-body 적극행정위원회";
    office.run(&format!("{request} --title 앞 --committee-on 2025-12-22 --submitted yes --objected no")).ok();
    assert_eq!(statuses(&office, "EX-2026-01")["scope"], "not_met");
    office.run(&format!("{request} --title 뒤 --committee-on 2025-12-23")).ok();
    let after = statuses(&office, "EX-2026-02");
    assert_eq!((after["scope"].as_str(), after["submitted"].as_str(), after["no_objection"].as_str()), ("met", "missing", "missing"));
    office.run("exemption check EX-2026-02").ok().says("exemption edit EX-2026-02 --submitted yes/no");
    office
        .run("exemption edit EX-2026-02 --submitted yes --objected yes --informed yes --followed yes --no-interest yes --no-flaw yes")
        .ok();
    assert_eq!(statuses(&office, "EX-2026-02")["no_objection"], "not_met");
    office.run("exemption edit EX-2026-02 --objected no").ok();
    assert!(statuses(&office, "EX-2026-02").values().all(|status| status == "met"));
    let own = request.replace("bai", "own");
    office.run(&format!("{own} --title 자체 --committee-on 2021-03-02")).ok();
    let own = statuses(&office, "EX-2026-03");
    assert_eq!((own["scope"].as_str(), own.get("submitted")), ("met", None), "an own audit asks for no more");
    let joint = request.replace("bai", "joint");
    office.run(&format!("{joint} --title 합동 --committee-on 2021-03-02")).ok();
    assert_eq!(statuses(&office, "EX-2026-04")["scope"], "not_met");
    office.run("exemption scope joint --from 2021-01-01 --source 조례").ok();
    assert_eq!(statuses(&office, "EX-2026-04")["scope"], "met", "the periods are the office's to set");
}

#[test]
fn a_ratification_after_a_disaster_and_the_general_tests_have_conditions_of_their_own() {
    let office = office();
    office.run("exemption request --title 폭우 --stage discipline --basis ratified --dept 공원과 --disaster 호우").ok();
    let asked = statuses(&office, "EX-2026-01");
    assert_eq!(asked.keys().map(String::as_str).collect::<Vec<_>>(), ["committee", "disaster", "no_flaw", "no_interest", "scope"]);
    assert_eq!((asked["disaster"].as_str(), asked["scope"].as_str()), ("met", "missing"));
    office.run("exemption edit EX-2026-01 --committee-on 2026-02-02 --committee-body 적극행정위원회 --committee-document 위-2").ok();
    assert_eq!(statuses(&office, "EX-2026-01")["scope"], "met");
    office.run("exemption request KT-2026-01 --stage audit --auditor own --basis general --public-interest 안전").ok();
    let general = statuses(&office, "EX-2026-02");
    for (condition, status) in [("public_interest", "met"), ("proactive", "missing"), ("no_fault", "missing"), ("no_interest", "missing")] {
        assert_eq!(general[condition], status, "{condition}");
    }
    office.run("exemption edit EX-2026-02 --clear public-interest").ok();
    assert_eq!(statuses(&office, "EX-2026-02")["public_interest"], "missing");
    office.run("exemption edit EX-2026-02").refused(2, "E2116");
}

#[test]
fn a_decision_is_made_once_unless_it_is_made_again() {
    let office = office();
    office.run("exemption request PC-2026-001 --stage discipline --basis consult --on 2026-02-02").ok();
    office.run("exemption decide EX-2026-01 --result partly --body 인사위원회 --on 2026-02-01").refused(4, "E2101");
    office.run("exemption decide EX-2026-01 --result partly --body 인사위원회 --document 인-1 --on 2026-02-20").ok();
    office.run("exemption decide EX-2026-01 --result granted --body 소청위원회").refused(4, "E2105").hints("--again");
    office.run("exemption decide EX-2026-01 --result granted --body 소청위원회 --again --on 2026-03-02").ok();
    assert_eq!(office.column("exemption list", "state"), ["granted"]);
    assert_eq!(office.column("exemption list --as-of 2026-03-01", "state"), ["partly"]);
    office.run("exemption void EX-2026-01 --act 1 --reason 착오").refused(4, "E2114");
    office.run("exemption withdraw EX-2026-01").ok();
    office.run("exemption decide EX-2026-01 --again --result granted --body 위원회").refused(4, "E2106");
    office.run("exemption void EX-2026-01 --reason 착오").ok();
    office.run("exemption withdraw EX-2026-01").refused(4, "E2112");
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_bundle_is_whole_and_an_independent_reader_agrees_with_its_hashes() {
    let office = office();
    answer(&office);
    office.write("도면.pdf", b"%PDF \x00\xff");
    office.run("consult edit PC-2026-001 --attach 도면.pdf").ok();
    office.run("exemption request PC-2026-001 --stage audit --auditor own --basis consult --staff 홍길동").ok();
    let listed = office.rows("exemption bundle EX-2026-01 증거");
    let folder = office.folder().join("증거");
    let expected = [
        "00-contents.html",
        "00-contents.txt",
        "01-request-EX-2026-01.txt",
        "02-application-PC-2026-001.txt",
        "03-letter-PC-2026-001-1.html",
        "04-letter-PC-2026-001-1.txt",
        "05-history-PC-2026-001.txt",
        "06-attachment-PC-2026-001-1.pdf",
        "07-check-EX-2026-01.txt",
        "08-journal-EX-2026-01.txt",
        "SHA256SUMS",
    ];
    assert_eq!(names(&folder), expected);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a text");
    for contents in [read("00-contents.txt"), read("00-contents.html")] {
        for row in &listed {
            assert!(contents.contains(&row["sha256"]) && contents.contains(&row["file"]), "{}", row["file"]);
        }
        let seal = office.column("seal", "code").remove(0);
        assert!(contents.contains(&seal), "the seal of the file stands on the contents page");
        office.write("seal.txt", &contents);
        office.run("verify --against seal.txt").ok();
    }
    assert_eq!(std::fs::read(folder.join("06-attachment-PC-2026-001-1.pdf")).expect("bytes"), b"%PDF \x00\xff");
    let letter = office.run("consult letter PC-2026-001").ok().stdout;
    assert_eq!(read("04-letter-PC-2026-001-1.txt").trim_end(), letter.trim_end(), "the letter is as it was issued");
    assert_eq!(read("03-letter-PC-2026-001-1.html"), office.run("consult letter PC-2026-001 -o html").ok().stdout);
    assert!(read("08-journal-EX-2026-01.txt").contains("consult answer PC-2026-001"));
    if let Ok(checked) = Command::new("sha256sum").args(["--strict", "-c", "SHA256SUMS"]).current_dir(&folder).output() {
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
        assert_eq!(String::from_utf8_lossy(&checked.stdout).lines().count(), expected.len() - 1);
    }
    let entries = office.entries();
    office.run("exemption bundle EX-2026-01 둘째").ok();
    assert_eq!(office.entries(), entries, "a bundle records nothing");
    for name in expected {
        let again = std::fs::read(office.folder().join("둘째").join(name)).expect("bytes");
        assert_eq!(again, std::fs::read(folder.join(name)).expect("bytes"), "{name}: the same file gives the same bytes");
    }
}

#[test]
fn a_bundle_is_written_whole_or_not_at_all() {
    let office = office();
    answer(&office);
    std::fs::create_dir(office.folder().join("찬것")).expect("a folder");
    office.write("찬것/old.txt", "old");
    office.write("파일", "");
    for taken in ["찬것", "파일"] {
        office.run(&format!("exemption bundle PC-2026-001 {taken}")).refused(4, "E2118");
    }
    assert_eq!(names(&office.folder().join("찬것")), ["old.txt"]);
    office.run("exemption bundle PC-2026-001 없는곳/새것").refused(1, "E2119");
    office.run("exemption bundle PC-2026-009 새것").refused(3, "E0306");
    office.run("exemption bundle PC-2026-001 새것 --as-of 2026-02-01").refused(2, "E0112");
    office.run("exemption bundle PC-2026-001 새것 -n").ok().says("dry run");
    assert!(!office.folder().join("새것").exists());
    std::fs::create_dir(office.folder().join("빈것")).expect("a folder");
    office.run("exemption bundle PC-2026-001 빈것").ok();
    assert!(names(&office.folder().join("빈것")).contains(&"SHA256SUMS".to_owned()));
    let left: Vec<String> = names(office.folder()).into_iter().filter(|name| name.contains(".tmp")).collect();
    assert!(left.is_empty(), "{left:?}");
    office.open().execute("UPDATE opinion SET document = document || ' '", ()).expect("a forger");
    office.run("exemption bundle PC-2026-001 위조").refused(7, "E2120");
    assert!(!office.folder().join("위조").exists());
    // Put back, so that the journal still is what the file says.
    office.open().execute("UPDATE opinion SET document = substr(document, 1, length(document) - 1)", ()).expect("a penitent");
}

#[test]
fn no_name_stands_in_a_bundle_in_clear() {
    const CANARY: &str = "카나리아왕";
    let office = office();
    office
        .run(&format!(
            "consult edit PC-2026-001 --applicant-type petitioner --applicant {CANARY} --own-opinion '{CANARY} 씨와 홍길동 협의'"
        ))
        .ok();
    office.run("consult edit PC-2026-001 --handler 홍길동 --self-check '홍길동 확인' --reason '홍길동 요청'").ok();
    office.write(&format!("{CANARY}.hwp"), "첨부");
    office.run(&format!("consult edit PC-2026-001 --attach {CANARY}.hwp")).ok();
    answer(&office);
    office.run("exemption request PC-2026-001 --stage discipline --basis consult --staff 홍길동 --note '홍길동 진술'").ok();
    for (code, folder) in [("PC-2026-001", "가"), ("KT-2026-01", "나"), ("EX-2026-01", "다")] {
        let answer = office.run(&format!("exemption bundle {code} {folder}")).ok();
        assert!(answer.stderr.contains("attachments are as they were handed in"), "{}", answer.stderr);
        for name in names(&office.folder().join(folder)) {
            let text = std::fs::read_to_string(office.folder().join(folder).join(&name)).expect("a text");
            for person in [CANARY, "홍길동", "김하나"] {
                assert!(!text.contains(person) && !name.contains(person), "{code} {name} names {person}:\n{text}");
                assert!(!answer.stdout.contains(person), "{}", answer.stdout);
            }
        }
    }
    office.run("log PC-2026-001").ok().says("홍길동");
}

#[test]
fn what_was_withdrawn_after_its_decision_goes_out_and_comes_back() {
    let office = office();
    for command in [
        "request PC-2026-001 --stage discipline --basis consult --on 2026-02-02",
        "decide EX-2026-01 --result partly --body 인사위원회 --document 인-1 --on 2026-02-20",
        "withdraw EX-2026-01 --on 2026-03-02 --reason 합의",
    ] {
        office.run(&format!("exemption {command}")).ok();
    }
    office.run("export exemption --out exemption.csv").ok().hints("only the last");
    assert!(office.read("exemption.csv").contains("partly"), "{}", office.read("exemption.csv"));
    let fresh = self::office();
    fresh.write("exemption.csv", office.read("exemption.csv"));
    fresh.run("import exemption exemption.csv").ok();
    fresh.run("export exemption --out again.csv").ok();
    assert_eq!(fresh.read("again.csv"), office.read("exemption.csv"));
    fresh.run("import exemption exemption.csv").ok().says("nothing differs");
    assert_eq!(fresh.column("exemption list --as-of 2026-03-01", "state"), ["partly"]);
    fresh.write("wrong.csv", office.read("exemption.csv").replace("partly", "granted"));
    fresh.run("import exemption wrong.csv").refused(4, "E0341").hints("line 2 decision");
}
