//! Pre-consulting, from the receipt to the follow-up.

use crate::office::Office;

const REVIEWS: [&str; 3] = ["law", "site", "validity"];

/// An office on Monday 2024-04-01 with one request of 2024-03-05, due 2024-04-04.
fn office() -> Office {
    let office = Office::on("2024-04-01");
    office.run("dept add 푸른도시과").ok();
    office.run("dept add 감사담당관").ok();
    office.run("staff add 김하나 --dept 감사담당관").ok();
    office
        .run("consult file '음악분수 개선' --dept 푸른도시과 --received-on 2024-03-05 --handler 김하나")
        .ok()
        .says("due 2024-04-04 (Thu)");
    office
}

fn reviewed(office: &Office) {
    for kind in REVIEWS {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 가능 --on 2024-03-20")).ok();
    }
}

fn answered(office: &Office) {
    reviewed(office);
    office.run("consult answer PC-2024-001 --result conditional --text '조건부로 가능합니다.' --on 2024-03-29").ok();
}

#[track_caller]
fn state(office: &Office, as_of: &str) -> String {
    let as_of = if as_of.is_empty() { String::new() } else { format!(" --as-of {as_of}") };
    office.column(&format!("consult list --fields code,state{as_of}"), "state").join(" ")
}

#[track_caller]
fn acts(office: &Office) -> Vec<String> {
    let show = office.items("consult show PC-2024-001");
    show[0]["history"].as_array().expect("acts").iter().map(|act| format!("{} {}", act["on"], act["act"]).replace('"', "")).collect()
}

#[test]
fn a_request_goes_from_receipt_to_the_follow_up_and_every_day_keeps_its_state() {
    let office = office();
    office.run("consult accept PC-2024-001 --on 2024-03-06").ok().hints("review PC-2024-001 --kind law");
    office.run("consult supplement PC-2024-001 --on 2024-03-08 --reason 도면").ok().hints("consult resume PC-2024-001");
    office.run("consult resume PC-2024-001 --on 2024-03-12").ok().says("due 2024-04-08 (Mon)").hints("due explain");
    office.run("consult refer PC-2024-001 --to seoul --on 2024-03-14").ok().hints("--reply-on DATE");
    office.run("consult refer PC-2024-001 --reply-on 2024-03-18 --reply-text '구에서 판단할 사항'").ok();
    office.run("consult review PC-2024-001 --kind law --finding 가능 --on 2024-03-20").ok().hints("--kind site");
    office.run("consult review PC-2024-001 --kind site --waive '서면으로 확인 가능' --on 2024-03-20").ok().hints("--kind validity");
    office.run("consult review PC-2024-001 --kind validity --finding 타당 --on 2024-03-21").ok().hints("consult answer PC-2024-001");
    office.run("consult answer PC-2024-001 --result possible --text 가능 --on 2024-03-22").ok().says("in time").hints("consult letter");
    let facts = "--same-matter yes --info-sufficient yes --no-private-interest yes --followed-opinion no";
    office.run(&format!("consult follow-up PC-2024-001 {facts} --note 착수 --on 2024-03-29")).ok();
    for (day, stands) in [
        ("2024-03-04", ""),
        ("2024-03-05", "received"),
        ("2024-03-07", "accepted"),
        ("2024-03-08", "paused"),
        ("2024-03-13", "accepted"),
        ("2024-03-15", "referred"),
        ("2024-03-19", "accepted"),
        ("2024-03-20", "reviewing"),
        ("2024-03-22", "answered"),
        ("2024-03-29", "closed"),
        ("", "closed"),
    ] {
        assert_eq!(state(&office, day), stands, "{day}");
    }
    let show = &office.items("consult show PC-2024-001")[0];
    assert_eq!(show["follow_ups"][0]["followed_opinion"], false);
    assert_eq!(show["follow_ups"][0]["same_matter"], true);
    assert_eq!(
        (show["answered_on"].as_str(), show["in_time"].as_bool(), show["days_left"].as_i64()),
        (Some("2024-03-22"), Some(true), None)
    );
}

#[test]
fn a_pause_goes_before_a_referral_and_a_referral_before_reviews() {
    let office = office();
    office.run("consult review PC-2024-001 --kind law --finding 가능 --on 2024-03-06").ok();
    office.run("consult refer PC-2024-001 --to bai --on 2024-03-07").ok();
    assert_eq!(state(&office, ""), "referred");
    office.run("consult supplement PC-2024-001 --reason 도면 --on 2024-03-08").ok();
    assert_eq!(state(&office, ""), "paused");
    office.run("consult resume PC-2024-001 --on 2024-03-09").ok();
    assert_eq!(state(&office, ""), "referred");
    office.run("consult refer PC-2024-001 --reply-on 2024-03-10 --reply-text 가능").ok();
    assert_eq!(state(&office, ""), "reviewing");
}

#[test]
fn what_cannot_happen_is_refused_with_its_way_out_and_nothing_is_recorded() {
    let office = office();
    office.run("consult supplement PC-2024-001 --on 2024-03-11 --reason 도면").ok();
    let entries = office.entries();
    for (verb, code, rule, way_out) in [
        ("supplement PC-2024-001 --reason 또", 4, "E0413", "consult resume PC-2024-001"),
        ("answer PC-2024-001 --result possible --text x", 4, "E0413", "consult resume PC-2024-001"),
        ("accept PC-2024-001 --on 2024-03-04", 4, "E0411", "--on 2024-03-05"),
        ("accept PC-2024-001 --on 2024-04-02", 4, "E0111", ""),
        ("resume PC-2024-001 --on 2024-03-10", 4, "E0414", "consult resume PC-2024-001 --on 2024-03-11"),
        ("refer PC-2024-001 --reply-on 2024-03-20 --reply-text x", 4, "E0420", "consult refer PC-2024-001 --to seoul"),
        ("extend PC-2024-001 --days 31 --reason x", 4, "E0418", "--days 30"),
        (
            "follow-up PC-2024-001 --same-matter y --info-sufficient y --no-private-interest y --followed-opinion y",
            4,
            "E0421",
            "consult answer",
        ),
        ("answer PC-2024-001 --result possible --text x --supersede --reason x", 4, "E0421", "consult answer PC-2024-001"),
        ("answer PC-2024-001 --result possible --text x --supersede", 2, "E0429", "--reason"),
        ("return PC-2024-001 --ground other", 2, "E0423", "--reason"),
        ("return PC-2024-001 --ground laziness", 2, "E0", "evasion"),
        ("extend PC-2024-001 --days 0 --reason x", 2, "E0", ""),
        ("review PC-2024-001 --kind law", 2, "E0", "--finding"),
        ("review PC-2024-001 --kind law --finding a --waive b", 2, "E0", "--waive"),
        ("refer PC-2024-001", 2, "E0", "--to"),
        ("accept PC-2024-01", 3, "E0301", "did you mean PC-2024-001"),
        ("letter PC-2024-001", 3, "E0430", "consult show PC-2024-001"),
        ("file 다른 --dept 없는과", 3, "E0", ""),
        ("file 다른 --dept 푸른도시과 --rule civil-31", 3, "E0426", "--rule civil-30"),
        ("file 다른 --dept 푸른도시과 --attach nowhere.pdf", 3, "E0427", "nowhere.pdf"),
        ("file 다른 --dept 푸른도시과 --received-on 2009-12-31", 4, "E0321", ""),
        ("file 다른 --dept 푸른도시과 --task KT-2024-01", 3, "E0301", ""),
    ] {
        office.run(&format!("consult {verb}")).refused(code, rule).hints(way_out);
    }
    assert_eq!(office.entries(), entries);
    assert_eq!(state(&office, ""), "paused");
}

#[test]
fn an_extension_is_given_once_by_the_due_day_and_not_to_what_has_ended() {
    let mut office = office();
    office.turn_to("2024-04-10");
    let entries = office.entries();
    office.run("consult extend PC-2024-001 --days 5 --reason x --on 2024-04-05").refused(4, "E0417").hints("due explain PC-2024-001");
    assert_eq!(office.entries(), entries);
    office.run("consult extend PC-2024-001 --days 30 --reason x --on 2024-04-04").ok().says("due 2024-05-07 (Tue)");
    office.run("consult extend PC-2024-001 --days 1 --reason x").refused(4, "E0416").hints("due explain PC-2024-001");
    office.run("consult file 둘째 --dept 푸른도시과 --received-on 2024-03-05").ok();
    office.run("consult withdraw PC-2024-002 --on 2024-03-20").ok();
    office.run("consult extend PC-2024-002 --days 5 --reason x --on 2024-03-10").refused(4, "E0415");
}

#[test]
fn a_letter_needs_its_three_reviews_each_by_its_day() {
    let office = office();
    office.run("consult review PC-2024-001 --kind law --finding 가능 --on 2024-03-20").ok();
    office.run("consult review PC-2024-001 --kind validity --waive '선례 있음' --on 2024-03-28").ok();
    let entries = office.entries();
    let missing = office.run("consult answer PC-2024-001 --result possible --text x").refused(4, "E0412");
    missing.hints("PC-2024-001 음악분수 개선").hints("3 days left").hints("--kind site --on 2024-04-01 --waive");
    let korean = office.run("--lang ko consult answer PC-2024-001 --result possible --text x").refused(4, "E0412");
    korean.hints("현장확인 기록이 없습니다").hints("기한 2024-04-04(목), 3일 남음");
    assert_eq!(office.entries(), entries);
    office.run("consult review PC-2024-001 --kind site --finding 확인 --on 2024-03-29").ok();
    office.run("consult answer PC-2024-001 --result possible --text x --on 2024-03-28").refused(4, "E0436").hints("--on 2024-03-29");
    office.run("consult answer PC-2024-001 --result possible --text x --on 2024-03-29").ok();
}

#[test]
fn an_act_put_in_between_is_judged_with_all_that_follows() {
    let office = office();
    office.run("consult supplement PC-2024-001 --on 2024-03-20 --reason 도면").ok();
    office.run("consult supplement PC-2024-001 --on 2024-03-10 --reason 또").refused(4, "E0413");
    office.run("consult accept PC-2024-001 --on 2024-03-06").ok();
    office.run("consult review PC-2024-001 --kind law --finding 가능 --on 2024-03-25").ok();
    office.run("consult withdraw PC-2024-001 --on 2024-03-22").refused(4, "E0436").hints("--on 2024-03-25");
    office.run("consult return PC-2024-001 --ground evasion --on 2024-03-28").ok();
    office.run("consult accept PC-2024-001").refused(4, "E0415");
    office.run("consult review PC-2024-001 --kind site --finding 가능 --on 2024-03-27").ok();
    assert_eq!(
        acts(&office),
        [
            "2024-03-05 received",
            "2024-03-06 accepted",
            "2024-03-20 supplement",
            "2024-03-25 reviewed",
            "2024-03-27 reviewed",
            "2024-03-28 returned"
        ]
    );
}

#[test]
fn it_is_returned_on_a_ground_and_withdrawn_also_while_it_is_paused() {
    let office = office();
    office.run("consult file 둘째 --dept 푸른도시과 --received-on 2024-03-05").ok();
    for code in ["PC-2024-001", "PC-2024-002"] {
        office.run(&format!("consult supplement {code} --on 2024-03-08 --reason 도면")).ok();
    }
    office.run("consult return PC-2024-001 --ground NO_SELF_REVIEW --on 2024-03-15").ok();
    office.run("consult withdraw PC-2024-002 --reason 해결 --on 2024-03-15").ok();
    assert_eq!(state(&office, ""), "returned withdrawn");
    assert_eq!(office.column("consult list", "days_left"), ["", ""]);
    assert_eq!(office.items("consult show PC-2024-001")[0]["ground"], "no_self_review");
    assert!(office.rows("due list").is_empty());
    office.run("consult answer PC-2024-001 --result possible --text x").refused(4, "E0415");
}

#[test]
fn a_superseding_letter_keeps_the_first_and_its_due_day() {
    let mut office = office();
    answered(&office);
    office.turn_to("2024-05-20");
    office.run("consult answer PC-2024-001 --result possible --text x --reason x").refused(4, "E0415").hints("--supersede");
    let supersede = "consult answer PC-2024-001 --supersede --result possible --reason '법령 인용 오류'";
    office.run(&format!("{supersede} --text '가능합니다.' --on 2024-03-28")).refused(4, "E0422");
    office.run(&format!("{supersede} --text '가능합니다.' --on 2024-05-10")).ok().says("letter 2");
    office.run(&format!("{supersede} --text '또' --on 2024-05-09")).refused(4, "E0422").hints("2024-05-10");
    let show = &office.items("consult show PC-2024-001")[0];
    assert_eq!((show["result"].as_str(), show["answered_on"].as_str()), (Some("possible"), Some("2024-03-29")));
    assert_eq!((show["due"].as_str(), show["in_time"].as_bool()), (Some("2024-04-04"), Some(true)));
    let letters: Vec<String> = show["letters"]
        .as_array()
        .expect("letters")
        .iter()
        .map(|letter| format!("{} {} {} {}", letter["revision"], letter["issued_on"], letter["due"], letter["in_force"]).replace('"', ""))
        .collect();
    assert_eq!(letters, ["1 2024-03-29 2024-04-04 false", "2 2024-05-10 2024-04-04 true"]);
    office.run("consult letter PC-2024-001 --revision 1").ok().says("의견: 조건부 가능").says("조건부로 가능합니다.  끝.");
    office.run("consult letter PC-2024-001").ok().says("제2차").says("정정 사유: 법령 인용 오류  끝.");
    assert_eq!(office.items("consult show PC-2024-001 --as-of 2024-05-09")[0]["result"], "conditional");
    office.run("consult letter PC-2024-001 --as-of 2024-05-09").ok().says("의견: 조건부 가능");
    office.run("consult letter PC-2024-001 --revision 3").refused(3, "E0430");
}

#[test]
fn a_letter_reads_as_official_papers_do() {
    let office = office();
    office.run("consult edit PC-2024-001 --law '하천법 제33조' --issue '첫째 쟁점' --issue '둘째 쟁점 <b>&'").ok();
    office.run("consult refer PC-2024-001 --to seoul --on 2024-03-12").ok();
    office.run("consult refer PC-2024-001 --reply-on 2024-03-13 --reply-text '구에서 판단'").ok();
    reviewed(&office);
    let words = ["consult", "answer", "PC-2024-001", "--result", "possible", "--text-file", "-"];
    assert_eq!(office.run_words(&words, "가능합니다.\n다만, 보행로를 확보하여야 합니다.\n").code, 0);
    let letter = office.run("consult letter PC-2024-001").ok().stdout;
    let (letter, seal) = letter.split_once("\n봉인  SEAL-").expect("a seal under the letter");
    assert!(seal.starts_with("12-"), "{seal}");
    assert_eq!(
        letter,
        "사전컨설팅 의견서\n\n\
         접수번호  PC-2024-001\n\
         수신      푸른도시과장\n\
         제목      음악분수 개선\n\
         처리기한  2024. 4. 4. (기한 내 발송)\n\n\
         1. 신청 개요\n  가. 접수일: 2024. 3. 5.\n  나. 신청부서: 푸른도시과\n  다. 쟁점사항: 첫째 쟁점\n      둘째 쟁점 <b>&\n  라. 관련 법령: 하천법 제33조\n\
         2. 검토\n  가. 법령 검토: 가능\n  나. 현장확인: 가능\n  다. 타당성 검토: 가능\n  라. 서울시 감사위원회 회신: 구에서 판단\n\
         3. 의견: 가능\n  가능합니다.\n  다만, 보행로를 확보하여야 합니다.  끝.\n\n\
         2024. 4. 1.\n\n노원구 감사담당관\n"
    );
    let page = office.run("consult letter PC-2024-001 --html").ok().stdout;
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("둘째 쟁점 &lt;b&gt;&amp;") && page.contains("@page{size:A4"), "{page}");
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("src="), "nothing is loaded from elsewhere");
    office.run("consult letter PC-2024-001 --html --out letter.html").ok();
    office.run("consult letter PC-2024-001 --out letter.txt").ok();
    assert!(office.read("letter.txt").contains("끝."));
}

#[test]
fn what_stands_on_an_issued_letter_is_no_longer_edited_or_voided() {
    let office = office();
    answered(&office);
    let letter = office.run("consult letter PC-2024-001").ok().stdout;
    let entries = office.entries();
    for flag in ["--title 다른", "--dept 감사담당관", "--law 다른", "--issue 다른", "--rule working-30"] {
        office.run(&format!("consult edit PC-2024-001 {flag}")).refused(4, "E0431").hints("--supersede");
    }
    office.run("consult void PC-2024-001 --reason 실수").refused(4, "E0425").hints("--supersede");
    office.write("in.csv", "code,title,department,received_on\nPC-2024-001,다른,푸른도시과,2024-03-05\n");
    office.run("consult import in.csv").refused(4, "E0341");
    assert_eq!(office.entries(), entries);
    office.run("consult edit PC-2024-001 --matter permit --own-opinion 가능 --reason 보완").ok();
    assert_eq!(office.run("consult letter PC-2024-001").ok().stdout, letter);
}

#[test]
fn another_counting_rule_moves_the_due_day_and_says_so() {
    let office = office();
    office.run("consult edit PC-2024-001 --rule working-30").ok().says("due 2024-04-04 (Thu) → 2024-04-17 (Wed)");
    office.run("consult edit PC-2024-001 --title 새이름").ok().says("새이름: edited");
}

#[test]
fn a_void_is_gone_on_every_day_and_still_there_for_who_asks() {
    let office = office();
    office.run("consult void PC-2024-001 --reason 중복").ok();
    for day in ["2024-03-05", "2024-03-31", "2024-04-01"] {
        assert_eq!(state(&office, day), "", "{day}");
        office.run(&format!("consult show PC-2024-001 --as-of {day}")).refused(3, "E0301");
    }
    assert!(office.rows("consult list").is_empty());
    assert!(office.rows("due list").is_empty());
    assert_eq!(office.column("consult list --all", "state"), ["void"]);
    for verb in ["accept PC-2024-001", "void PC-2024-001 --reason x", "edit PC-2024-001 --law x", "withdraw PC-2024-001"] {
        office.run(&format!("consult {verb}")).refused(4, "E0424").hints("consult list --all");
    }
    // Its number is not given out again.
    office.run("consult file 다른 --dept 푸른도시과").ok().says("PC-2024-002");
}

#[test]
fn a_petitioners_name_is_in_no_entry_and_no_answer_however_it_comes() {
    let office = office();
    let canary = "남궁카나리";
    office.run(&format!("consult file 진정 --dept 푸른도시과 --applicant-type petitioner --applicant {canary}")).ok();
    office.run("consult file 신청 --dept 푸른도시과 --applicant-type petitioner").ok();
    office.run(&format!("consult edit PC-2024-003 --applicant {canary}")).ok();
    office.run(&format!("consult edit PC-2024-003 --applicant {canary} --matter permit")).ok();
    let file = format!(
        "title,department,received_on,applicant_type,applicant\n가져온 것,푸른도시과,2024-03-07,petitioner,{canary}\n둘째,푸른도시과,2024-03-07,민원인,{canary}\n"
    );
    office.write("in.csv", file);
    office.run("consult import in.csv").ok().says("2 new");
    let entries = office.entries();
    office.run("consult import in.csv").ok().says("nothing differs");
    office
        .write("again.csv", format!("code,title,department,received_on,applicant\nPC-2024-004,가져온 것,푸른도시과,2024-03-07,{canary}\n"));
    office.run("consult import again.csv").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    assert_eq!(office.items("consult show PC-2024-004")[0]["applicant"], "남***리");
    let shown: String = ["list", "show PC-2024-002", "show PC-2024-003", "show PC-2024-004"]
        .iter()
        .flat_map(|verb| ["table", "json", "csv"].map(|format| office.run(&format!("consult {verb} -o {format}")).ok().stdout))
        .collect();
    assert!(!shown.contains(canary) && shown.contains("남***리"));
    let conn = office.open();
    for (table, columns) in [
        ("entry", "actor || command || coalesce(reason, '') || coalesce(doc_no, '')"),
        ("change", "coalesce(row, '')"),
        ("consultation", "title || coalesce(applicant, '')"),
    ] {
        let sql = format!("SELECT count(*) FROM {table} WHERE {columns} LIKE '%{canary}%'");
        let count: i64 = conn.query_row(&sql, (), |row| row.get(0)).expect("a count");
        assert_eq!(count, 0, "{table}");
    }
    let kept: i64 = conn.query_row("SELECT count(*) FROM private WHERE value = ?1", [canary], |row| row.get(0)).expect("a count");
    assert_eq!(kept, 4, "one for each request, and none for a name said again");
}

#[test]
fn the_same_document_is_stored_once() {
    let office = office();
    office.write("a.pdf", "도면");
    office.write("b.pdf", "도면");
    office.write("c.pdf", "다른 도면");
    office.run("consult edit PC-2024-001 --attach a.pdf --attach b.pdf").ok();
    office.run("consult file 둘째 --dept 푸른도시과 --received-on 2024-03-05 --attach a.pdf --attach c.pdf").ok();
    let count = |sql: &str| office.open().query_row(sql, (), |row| row.get::<_, i64>(0)).expect("a count");
    assert_eq!(count("SELECT count(*) FROM attachment"), 4);
    assert_eq!(count("SELECT count(*) FROM blob"), 2);
    assert_eq!(count("SELECT count(*) FROM attachment a JOIN blob b ON b.sha256 = a.sha256 AND length(b.bytes) = a.size"), 4);
    let names: Vec<String> = office.items("consult show PC-2024-001")[0]["attachments"]
        .as_array()
        .expect("documents")
        .iter()
        .map(|document| document["name"].as_str().expect("a name").to_owned())
        .collect();
    assert_eq!(names, ["a.pdf", "b.pdf"]);
    assert!(office.items("consult show PC-2024-001 --as-of 2024-03-31")[0]["attachments"].is_null(), "attached on the 1st of April");
    let kept = std::fs::read(office.file()).expect("the file");
    for edit in ["bytes = X'00'", "sha256 = sha256 || 'x'"] {
        office.open().execute(&format!("UPDATE blob SET {edit}"), ()).expect("an edit");
        let verified = office.run("verify");
        assert!(verified.code == 7 && verified.stdout.contains("document"), "{edit} is not found:\n{}", verified.stdout);
        std::fs::write(office.file(), &kept).expect("as it was");
    }
}

#[test]
fn a_past_year_is_entered_with_its_endings_and_twice_is_once() {
    let mut office = office();
    office.turn_to("2025-03-03");
    office.write(
        "2023.csv",
        "code,title,department,received_on,state,result,answered_on,closed_on,ground,due\n\
         PC-2023-007,하나,푸른도시과,2023-03-02,answered,possible,2023-03-30,,,2023-04-03\n\
         ,둘,푸른도시과,2023-03-03,반려,,,2023-03-10,after_the_fact,\n\
         ,셋,푸른도시과,2023-03-04,withdrawn,,,2023-03-11,,\n\
         ,넷,푸른도시과,2023-03-05,,,,,,\n\
         ,다섯,푸른도시과,2023-03-06,,not_possible,2023-05-08,,,\n",
    );
    office.run("consult import 2023.csv").ok().says("5 new");
    assert_eq!(office.column("consult list --year 2023", "state"), ["answered", "returned", "withdrawn", "received", "answered"]);
    assert_eq!(office.column("consult list --year 2023", "code")[0..2], ["PC-2023-007", "PC-2023-008"], "numbers go on from the highest");
    assert_eq!(office.items("consult show PC-2023-007")[0]["in_time"], true);
    assert_eq!(office.items("consult show PC-2023-011")[0]["in_time"], false);
    assert_eq!(
        office.column("consult list --year 2023 --as-of 2023-03-10", "state"),
        ["received", "returned", "received", "received", "received"]
    );
    let entries = office.entries();
    office.run("consult import 2023.csv").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    // What the program itself exported goes in again and changes nothing.
    office.run("consult list --out again.csv").ok();
    office.run("consult import again.csv").ok().says("nothing differs");
    // Only a code names one record for ever.
    office.run("consult import 2023.csv --new -n").ok().says("4 new").says("1 unchanged");
}

#[test]
fn every_error_of_a_file_is_told_at_once_and_names_the_verb() {
    let office = office();
    let entries = office.entries();
    office.write(
        "in.csv",
        "code,title,department,received_on,state,result,answered_on,due,days_left,task\n\
         ,하나,없는과,2024-03-05,,,,,,\n\
         ,둘,푸른도시과,2024-05-05,,,,,,\n\
         ,셋,푸른도시과,2024-03-05,,,2024-03-20,,,\n\
         ,넷,푸른도시과,2024-03-05,paused,,,,,\n\
         ,다섯,푸른도시과,2024-03-05,,,,2024-04-30,,KT-2024-01\n\
         PC-2024-001,음악분수 개선,푸른도시과,2024-03-05,,,,,17,\n",
    );
    let refused = office.run("consult import in.csv").refused(4, "E0341");
    for told in [
        "line 2 department",
        "line 3 received_on",
        "line 4 answered_on",
        "line 5 state",
        "consult supplement",
        "line 6 task",
        "line 7 days_left",
    ] {
        assert!(refused.stderr.contains(told), "{told}:\n{}", refused.stderr);
    }
    assert_eq!(office.entries(), entries);
}

#[test]
fn the_receipt_register_of_a_year_goes_by_number() {
    let mut office = office();
    office.turn_to("2025-01-10");
    office.run("consult file 새해 --dept 감사담당관").ok().says("PC-2025-001");
    office.run("consult file 늦게 --dept 푸른도시과 --received-on 2024-02-01").ok().says("PC-2024-002");
    assert_eq!(office.column("consult list --year 2024", "code"), ["PC-2024-001", "PC-2024-002"]);
    assert_eq!(office.column("consult list", "code"), ["PC-2025-001", "PC-2024-001", "PC-2024-002"]);
    assert_eq!(office.column("consult list --dept 감사담당관", "code"), ["PC-2025-001"]);
    assert_eq!(office.column("consult list --open --sort=-due", "code").len(), 3);
    office.run("consult withdraw PC-2024-002").ok();
    assert_eq!(office.column("consult list --open", "code"), ["PC-2025-001", "PC-2024-001"]);
    assert_eq!(office.column("consult list --state withdrawn", "code"), ["PC-2024-002"]);
}

#[test]
fn an_edit_for_another_revision_or_twice_the_same_request_is_recorded_once() {
    let office = office();
    let rev = office.items("consult show PC-2024-001")[0]["rev"].as_str().expect("a rev").to_owned();
    office.run(&format!("consult edit PC-2024-001 --law 하천법 --if-rev {rev}")).ok();
    office.run(&format!("consult edit PC-2024-001 --law 다른법 --if-rev {rev}")).refused(5, "E0303");
    office.run("consult accept PC-2024-001 --request-id a1").ok();
    office.run("consult accept PC-2024-001 --request-id a1").ok().says("recorded before");
    assert_eq!(acts(&office).len(), 2);
}

#[test]
fn one_request_is_found_without_scanning_what_grows() {
    let office = office();
    let conn = office.open();
    for question in [
        "SELECT * FROM consultation_status WHERE code = 'PC-2024-001'",
        "SELECT * FROM due_explained WHERE code = 'PC-2024-001'",
        "SELECT * FROM passive_status WHERE code = 'PA-2024-001'",
        "SELECT * FROM passive_history WHERE code = 'PA-2024-001'",
        "SELECT * FROM passive_link WHERE code = 'PA-2024-001'",
        "SELECT * FROM due_explained WHERE code = 'PA-2024-001'",
        "SELECT * FROM clock_act WHERE code = 'PA-2024-001'",
        "SELECT * FROM due WHERE days_left < 3",
        "SELECT u.due, count(*) FROM due u GROUP BY u.due",
        "SELECT * FROM task_status WHERE code = 'KT-2024-01'",
        "SELECT * FROM task_status WHERE id IN (SELECT id FROM task_live) AND state = 'delayed'",
    ] {
        let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {question}")).expect("a plan");
        let steps: Vec<String> = plan.query_map((), |row| row.get(3)).expect("steps").map(|step| step.expect("a step")).collect();
        let scans: Vec<&String> = steps
            .iter()
            .filter(|step| {
                step.starts_with("SCAN")
                    && ![
                        "USING INDEX consultation_open",
                        "USING INDEX passive_report_open",
                        "USING INDEX task_open",
                        "task_reopened",
                        "USING INDEX exemption_limited",
                    ]
                    .iter()
                    .any(|index| step.contains(index))
            })
            // What is scanned by these names was found by an index just before: the days of the
            // pauses of one case, the days between its receipt and its end.
            .filter(|step| {
                !["SCAN CONSTANT ROW", "SCAN n", "SCAN x", "SCAN y", "SCAN u", "SCAN task_live"].contains(&step.as_str())
                    && !["SCAN (subquery", "SCAN passive_history"].iter().any(|known| step.starts_with(known))
            })
            .collect();
        let automatic: Vec<&String> = steps.iter().filter(|step| step.contains("AUTOMATIC")).collect();
        assert!(automatic.is_empty(), "{question}\n{}", steps.join("\n"));
        assert!(scans.is_empty(), "{question}\n{}", steps.join("\n"));
    }
}

#[test]
fn published_figures_are_added_up_against_each_other() {
    let office = Office::on("2024-04-01");
    // North Chungcheong in 2019, to June and to September (ccdn.co.kr 585378, ccdailynews 1030536).
    let stated = "org,period_start,period_end,cases,positive,under_review,withdrawn,by_head_office,by_affiliates,by_municipalities,year_before,change\n\
        충청북도,2019-01-01,2019-06-30,58,52,6,0,10,7,41,11,\n\
        충청북도,2019-01-01,2019-09-30,89,82,5,2,13,12,64,18,71\n";
    office.write("실적.csv", stated);
    office.run("import consult 실적.csv").ok().says("2 new");
    office.run("import consult 실적.csv").ok().says("nothing differs");
    let told = |flags: &str| -> Vec<String> {
        let rows = office.rows(&format!("consult published {flags}"));
        let keys = ["cases", "listed", "agrees", "requesters_agree", "change_agrees"];
        rows.iter().map(|row| keys.map(|key| row[key].as_str()).join(" ")).collect()
    };
    assert_eq!(told(""), ["58 58 true true ", "89 89 true true true"]);
    assert_eq!(told("--as-of 2019-08-31"), ["58 58 true true "]);
    office.write("정정.csv", stated.replace("89,82", "89,81").replace(",64,", ",63,").replace(",71", ",70"));
    office.run("import consult 정정.csv").ok().says("1 changed");
    assert_eq!(told("")[1], "89 88 false false false");
    assert!(office.rows("consult list").is_empty(), "figures are no requests");
    office.write("빈.csv", "title\n가\n");
    office.run("import consult 빈.csv").refused(2, "E0334").hints("department");
}

#[test]
fn whatever_ended_says_whether_it_ended_in_time() {
    let office = Office::on("2024-12-18");
    office.run("dept add 가과 --since-on 2024-01-01").ok();
    for (received, end) in [
        ("2024-12-02", "return --ground evasion"),
        ("2024-10-01", "return --ground evasion"),
        ("2024-12-02", "withdraw"),
        ("2024-10-01", "withdraw"),
    ] {
        let code = &office.run(&format!("consult file 요청 --dept 가과 --received-on {received} -o json")).ok().json()["items"][0]["code"];
        let (verb, more) = end.split_once(' ').unwrap_or((end, ""));
        office.run(&format!("consult {verb} {} {more}", code.as_str().expect("a code"))).ok();
    }
    let sql = "query 'SELECT in_time, days_left FROM consultation_status ORDER BY code'";
    assert_eq!(office.column(sql, "in_time"), ["1", "0", "1", "0"]);
    assert_eq!(office.column(sql, "days_left"), ["", "", "", ""]);
    assert!(office.rows("consult list --late").is_empty(), "late are letters and what is open");
}

#[test]
fn a_request_whose_day_has_passed_when_it_is_filed_is_told() {
    let office = Office::on("2024-06-20");
    office.run("dept add 가과").ok();
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-01").ok().hints("2024-05-31 (Fri) has passed already");
    office.run("passive add 단속 --dept 가과 --received-on 2024-05-01 --anonymous").ok().hints("has passed already");
    let in_time = office.run("consult file 허가 --dept 가과 --received-on 2024-06-03").ok();
    assert!(!in_time.stderr.contains("passed already"), "{}", in_time.stderr);
}
