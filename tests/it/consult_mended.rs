//! Corrections of pre-consulting: what was entered wrongly is taken out and what remains is
//! judged again; a letter that is out is superseded, and stays what it was.

use serde_json::Value as Json;

use crate::office::Office;

const DAYS: [&str; 6] = ["2024-03-05", "2024-03-09", "2024-03-13", "2024-03-20", "2024-03-25", "2024-04-01"];

/// An office on Monday 2024-04-01 with one request of 2024-03-05, due 2024-04-04.
fn office() -> Office {
    let office = Office::on("2024-04-01");
    office.run("dept add 푸른도시과").ok();
    office.run("dept add 교통과").ok();
    office.run("consult file '음악분수 개선' --dept 푸른도시과 --received-on 2024-03-05 --law 하천법 --issue 점용").ok();
    office
}

fn run(office: &Office, acts: &[&str]) {
    for act in acts {
        let (verb, rest) = act.split_once(' ').expect("a verb and its flags");
        office.run(&format!("consult {verb} PC-2024-001 {rest}")).ok();
    }
}

fn answered(office: &Office) {
    for kind in ["law", "site", "validity"] {
        run(office, &[&format!("review --kind {kind} --finding 적정 --on 2024-03-20")]);
    }
    run(office, &["answer --result possible --text 가능합니다. --on 2024-03-22"]);
}

#[track_caller]
fn field(office: &Office, key: &str) -> String {
    office.items("consult show PC-2024-001")[0][key].as_str().unwrap_or_default().to_owned()
}

/// What `consult show` and `due explain` say as of every day, without the revision and the
/// numbers, which tell how it was entered.
fn told(office: &Office) -> Vec<Json> {
    let mut all = Vec::new();
    for day in DAYS.iter().map(|day| format!("--as-of {day}")).chain([String::new()]) {
        let mut show = office.items(&format!("consult show PC-2024-001 {day}"));
        show[0].as_object_mut().expect("a record").remove("rev");
        for act in show[0]["history"].as_array_mut().expect("acts") {
            act.as_object_mut().expect("an act").remove("no");
        }
        all.extend(show);
        all.extend(office.items(&format!("due explain PC-2024-001 {day}")));
    }
    all
}

#[test]
fn what_was_voided_never_was_on_any_day_and_stands_in_the_record() {
    let facts = "--same-matter yes --info-sufficient yes --no-private-interest yes --followed-opinion no --on 2024-03-29";
    for (before, mistaken, numbers) in [
        ("accept --on 2024-03-06", vec!["supplement --reason 도면 --on 2024-03-08", "resume --on 2024-03-12"], "2,3"),
        ("accept --on 2024-03-06", vec!["supplement --reason 도면 --on 2024-03-08"], "2"),
        ("review --kind law --finding 적정 --on 2024-03-08", vec!["accept --on 2024-03-06"], "2"),
        ("accept --on 2024-03-06", vec!["extend --days 10 --reason 협의 --on 2024-03-13"], "2"),
        ("accept --on 2024-03-06", vec!["refer --to ministry --body 국토교통부 --on 2024-03-13"], "2"),
        ("accept --on 2024-03-06", vec!["review --kind law --finding 적정 --on 2024-03-13"], "2"),
        ("supplement --reason 도면 --on 2024-03-08", vec!["return --ground evasion --on 2024-03-13"], "2"),
        ("accept --on 2024-03-06", vec!["withdraw --reason 해결 --on 2024-03-13"], "2"),
    ] {
        let (mended, never) = (office(), office());
        run(&never, &[before]);
        run(&mended, &[before]);
        run(&mended, &mistaken);
        assert_ne!(told(&mended), told(&never), "{mistaken:?}");
        mended.run(&format!("consult void PC-2024-001 --act {numbers} --reason 착오")).ok().says(&format!("number {}", &numbers[..1]));
        assert_eq!(told(&mended), told(&never), "{mistaken:?}");
        assert_eq!(mended.rows("due list"), never.rows("due list"), "{mistaken:?}");
        let log = mended.rows("log PC-2024-001");
        assert!(log.iter().any(|row| row["field"].ends_with("void_reason") && row["after"] == "착오"), "{mistaken:?}");
        assert!(log.iter().any(|row| row["reason"] == "착오" && row["command"] == "consult void PC-2024-001"), "{mistaken:?}");
    }
    // Of an answered request the follow-up can go, and nothing else.
    let (mended, never) = (office(), office());
    answered(&mended);
    answered(&never);
    run(&mended, &[&format!("follow-up {facts}")]);
    assert_eq!(field(&mended, "state"), "closed");
    mended.run("consult void PC-2024-001 --act 4 --reason 착오").ok().says("number 4 (follow-up)");
    assert_eq!(field(&mended, "state"), "answered");
    assert_eq!(told(&mended), told(&never));
}

#[test]
fn a_number_names_one_act_for_ever() {
    let office = office();
    run(&office, &["accept --on 2024-03-06", "withdraw --reason 해결 --on 2024-03-13", "void --act 2 --reason 착오"]);
    run(&office, &["supplement --reason 도면 --on 2024-03-05", "void --act 1 --reason 착오", "accept --on 2024-03-07"]);
    let show = &office.items("consult show PC-2024-001")[0];
    let numbers: Vec<String> =
        show["history"].as_array().expect("acts").iter().map(|act| format!("{} {}", act["no"], act["act"]).replace('"', "")).collect();
    assert_eq!(numbers, ["null received", "3 supplement", "4 accepted"]);
    for (number, told) in [("1", "number 1"), ("2", "number 2"), ("5", "number 5")] {
        let refused = office.run(&format!("consult void PC-2024-001 --act {number} --reason 착오")).refused(3, "E0438");
        refused.hints(told).hints("consult show PC-2024-001");
    }
    let table = office.run_wide("consult show PC-2024-001", 80).stdout;
    assert!(table.contains("\n 3  2024-03-05  supplement asked"), "{table}");
}

#[test]
fn an_act_on_which_another_rests_goes_only_with_it() {
    let office = office();
    run(&office, &["supplement --reason 도면 --on 2024-03-08", "resume --on 2024-03-12"]);
    let entries = office.entries();
    let refused = office.run("consult void PC-2024-001 --act 1 --reason 착오").refused(4, "E0439");
    refused.hints("resubmitted").hints("2024-03-12").hints("consult void PC-2024-001 --act 1,2");
    office.run("--lang ko consult void PC-2024-001 --act 1 --reason 착오").refused(4, "E0439").hints("보완 제출이 앞뒤가 맞지 않습니다");
    assert_eq!(office.entries(), entries);
    office.run("consult void PC-2024-001 --act 1,2 --reason 착오").ok().says("due 2024-04-08 (Mon) → 2024-04-04 (Thu)");
    // An extension that only a pause had kept in time is not left late.
    run(&office, &["supplement --reason 도면 --on 2024-03-08", "resume --on 2024-03-25"]);
    let mut office = office;
    office.turn_to("2024-04-15");
    run(&office, &["extend --days 10 --reason 협의 --on 2024-04-10"]);
    let refused =
        office.run("consult void PC-2024-001 --act 3,4 --reason 착오").refused(4, "E0432").hints("consult void PC-2024-001 --act 5");
    // The request is told as it stands, not as it would have stood.
    refused.hints(&format!("· due {}", field(&office, "due")));
    office.run("consult void PC-2024-001 --act 3,4,5 --reason 착오").ok().says("→ 2024-04-04 (Thu)");
}

#[test]
fn what_a_letter_rests_on_is_not_taken_from_under_it() {
    let office = office();
    answered(&office);
    let entries = office.entries();
    office.run("consult void PC-2024-001 --act 1 --reason 착오").refused(4, "E0440").hints("consult answer PC-2024-001 --supersede");
    office.run("consult edit PC-2024-001 --received-on 2024-03-04 --reason 오기").refused(4, "E0431").hints("--supersede");
    office.run("consult answer PC-2024-001 --result possible --text x --title 다른 --reason x").refused(2, "E0104").hints("--supersede");
    assert_eq!(office.entries(), entries);
    let office = self::office();
    run(&office, &["void --reason 중복"]);
    office.run("consult void PC-2024-001 --act 1 --reason x").refused(4, "E0424");
}

#[test]
fn a_day_of_receipt_typed_wrong_is_mended_and_the_due_day_moves_with_it() {
    let office = office();
    run(&office, &["accept --on 2024-03-07"]);
    office.write("도면.pdf", "도면");
    office.run("consult file 둘째 --dept 교통과 --received-on 2024-03-05 --attach 도면.pdf").ok();
    let entries = office.entries();
    for (day, code, rule, way_out) in [
        ("2024-03-06", 2, "E0443", "--received-on 2024-03-06 --reason"),
        ("2024-03-08 --reason 오기", 4, "E0441", "consult void PC-2024-001 --act 1"),
        ("2024-04-02 --reason 오기", 4, "E0111", ""),
        ("2023-12-29 --reason 오기", 4, "E0442", "consult void PC-2024-001 --reason"),
        ("2009-12-31 --reason 오기", 4, "E0321", ""),
    ] {
        office.run(&format!("consult edit PC-2024-001 --received-on {day}")).refused(code, rule).hints(way_out);
    }
    assert_eq!(office.entries(), entries);
    // Thirty days after 6 March is Friday the 5th of April.
    let mend = "consult edit PC-2024-001 --received-on 2024-03-06 --reason '접수인 날짜 확인'";
    office.run(mend).ok().says("due 2024-04-04 (Thu) → 2024-04-05 (Fri)");
    assert_eq!((field(&office, "received_on"), field(&office, "due")), ("2024-03-06".into(), "2024-04-05".into()));
    office.run("consult show PC-2024-001 --as-of 2024-03-05").refused(3, "E0301");
    assert_eq!(office.rows("log PC-2024-001").iter().filter(|row| row["reason"] == "접수인 날짜 확인").count(), 1);
    office.run("--lang ko consult edit PC-2024-001 --received-on 2024-03-06 --reason x").ok().says("달라진 것이 없어");
    // What came with the application came on the day it came.
    office.run("consult edit PC-2024-002 --received-on 2024-03-04 --reason 오기").ok();
    let show = &office.items("consult show PC-2024-002 --as-of 2024-03-04")[0];
    assert_eq!(show["attachments"][0]["attached_on"], "2024-03-04");
    // An extension that would have come too late holds the day where it is.
    let mut office = office;
    office.turn_to("2024-04-15");
    run(&office, &["extend --days 5 --reason 협의 --on 2024-04-05"]);
    office
        .run("consult edit PC-2024-001 --received-on 2024-03-05 --reason x")
        .refused(4, "E0432")
        .hints("consult void PC-2024-001 --act 2");
}

#[test]
fn a_superseding_letter_says_otherwise_and_the_first_stays_to_the_letter() {
    let office = office();
    answered(&office);
    let kept = || office.rows("query \"SELECT document, sha256 FROM opinion_letter WHERE revision = 1\"");
    let (issued, before) = (office.run("consult letter PC-2024-001").ok().stdout, kept());
    let flags = "--title '음악분수 정비' --dept 교통과 --law '하천법 제33조' --issue 첫째 --issue 둘째";
    let supersede = format!("consult answer PC-2024-001 --supersede --result conditional --text 조건부 {flags}");
    office.run(&supersede).refused(2, "E0429");
    let entries = office.entries();
    office.run(&format!("{supersede} --applicant-type affiliated_body --applicant 시설공단 --reason 정정 --on 2024-03-25")).ok();
    assert_eq!(office.entries(), entries + 1);
    let second = office.run("consult letter PC-2024-001").ok().stdout;
    for line in [
        "수신      시설공단의 장",
        "제목      음악분수 정비",
        "신청부서: 교통과",
        "쟁점사항: 첫째",
        "관련 법령: 하천법 제33조",
        "(2024. 3. 22. 기한 내 발송)",
    ] {
        assert!(second.contains(line), "{line}\n{second}");
    }
    assert_eq!(office.run("consult letter PC-2024-001 --revision 1").ok().stdout, issued);
    assert_eq!(office.run("consult letter PC-2024-001 --as-of 2024-03-24").ok().stdout, issued);
    assert_eq!(kept(), before);
    assert_eq!((field(&office, "title"), field(&office, "law")), ("음악분수 정비".to_owned(), String::new()), "the law stands below");
    assert_eq!(office.items("consult show PC-2024-001")[0]["application"][0]["law"], "하천법 제33조");
}

#[test]
fn a_superseding_letter_is_issued_under_the_day_of_receipt_that_was_right() {
    let office = office();
    answered(&office);
    let supersede = "consult answer PC-2024-001 --supersede --result possible --text 가능 --reason 접수일";
    office.run(&format!("{supersede} --received-on 2024-03-21")).refused(4, "E0441");
    office.run(&format!("{supersede} --received-on 2024-02-19")).ok();
    // Thirty days after 19 February is Wednesday the 20th of March, before the letter went out.
    let show = &office.items("consult show PC-2024-001")[0];
    assert_eq!((show["due"].as_str(), show["in_time"].as_bool()), (Some("2024-03-20"), Some(false)));
    assert_eq!((show["letters"][0]["due"].as_str(), show["letters"][1]["due"].as_str()), (Some("2024-04-04"), Some("2024-03-20")));
    office.run("consult letter PC-2024-001").ok().says("접수일: 2024. 2. 19.").says("2024. 3. 20. (2024. 3. 22. 기한 경과 후 발송)");
    office.run("consult letter PC-2024-001 --revision 1").ok().says("접수일: 2024. 3. 5.").says("2024. 4. 4. (기한 내 발송)");
}

#[test]
fn a_referral_keeps_the_name_of_the_body_it_went_to() {
    let office = office();
    office.run("consult refer PC-2024-001 --body 국토교통부").refused(2, "E0104").hints("--to");
    run(&office, &["refer --to ministry --body 국토교통부 --on 2024-03-08", "refer --reply-on 2024-03-12 --reply-text '구에서 판단'"]);
    assert_eq!(field(&office, "referred_to"), "국토교통부");
    let act = &office.items("consult show PC-2024-001")[0]["history"][1];
    assert_eq!((act["detail"].as_str(), act["body"].as_str()), (Some("국토교통부"), Some("ministry")));
    run(&office, &["refer --to bai --on 2024-03-13"]);
    assert_eq!(field(&office, "referred_to"), "bai");
    office.run("--lang ko consult show PC-2024-001").ok().says("국토교통부").says("감사원");
    run(&office, &["refer --reply-on 2024-03-14 --reply-text 가능"]);
    answered(&office);
    office.run("consult letter PC-2024-001").ok().says("국토교통부 회신: 구에서 판단").says("감사원 회신: 가능");
    assert_eq!(office.column("consult list --fields code,referred_to", "referred_to"), ["bai"]);
}

fn letter_hints_a_name(office: &Office) -> bool {
    office.run("consult letter PC-2024-001").ok().stderr.contains("consult letter PC-2024-001 --personal")
}

#[test]
fn a_letter_to_a_petitioner_says_that_the_name_is_masked_and_what_to_do() {
    for (applicant, recipient) in [("--applicant 남궁카나리", "남***리 귀하"), ("", "신청인 귀하")] {
        let office = office();
        office.run(&format!("consult edit PC-2024-001 --applicant-type petitioner {applicant}")).ok();
        answered(&office);
        let letter = office.run("consult letter PC-2024-001").ok();
        assert!(!letter.stdout.contains("남궁카나리"));
        letter.says(recipient).says("성명은 개인정보라서 가려 두었습니다").hints("write in the name");
        office.run("--lang ko consult letter PC-2024-001").ok().hints("신청서에 있는 성명으로");
        let sent = office.run("consult letter PC-2024-001 --personal --reason 발송").ok();
        if applicant.is_empty() {
            assert!(!letter_hints_a_name(&office), "nobody's name can be read");
            continue;
        }
        assert!(letter_hints_a_name(&office));
        let sent = sent.hints("the recipient's name is written in").says("남궁카나리 귀하");
        assert!(!sent.stdout.contains("비고") && sent.stdout.contains("SEAL-"), "{}", sent.stdout);
        let page = office.run("consult letter PC-2024-001 --html --personal --reason 발송").ok().stdout;
        assert!(page.contains("<td>남궁카나리 귀하</td>") && !page.contains("비고"), "{page}");
        assert_eq!(office.column("log --limit 1", "command"), ["personal consult letter PC-2024-001"]);
    }
    let office = office();
    answered(&office);
    let letter = office.run("consult letter PC-2024-001").ok();
    assert!(!letter.stdout.contains("비고") && !letter.stderr.contains("name"), "{}{}", letter.stdout, letter.stderr);
}

#[test]
fn a_holiday_that_goes_away_leaves_a_note_on_an_extension_and_stops_nothing() {
    let office = Office::on("2024-09-10");
    office.run("dept add 푸른도시과").ok();
    office.run("consult file 건 --dept 푸른도시과 --received-on 2024-08-01").ok();
    office.run("calendar add 2024-09-02 --name 임시 --announced-on 2024-08-05 -y").ok();
    run(&office, &["extend --on 2024-09-03 --days 10 --reason 협의"]);
    let note = "came after the original due day, 2024-09-02 (Mon)";
    assert!(!office.run("consult show PC-2024-001").ok().stdout.contains(note));
    office.run("calendar void 2024-09-02 --name 임시 --reason 착오 -y").ok();
    for question in ["consult show PC-2024-001", "due explain PC-2024-001", "consult show PC-2024-001 --as-of 2024-09-05"] {
        office.run(question).ok().says(note);
        office.run(&format!("--lang ko {question}")).ok().says("원래 기한 2024-09-02(월)을 넘긴 뒤의 것");
        office.run(&format!("{question} -o json")).ok();
    }
    // What happens next is recorded as it happens; the extension is not held against it.
    run(&office, &["supplement --on 2024-09-04 --reason 도면", "resume --on 2024-09-06", "void --act 2,3 --reason 착오"]);
    run(&office, &["edit --matter permit", "withdraw --on 2024-09-10"]);
    assert!(!office.run("consult show PC-2024-001").ok().stdout.contains(note), "what has ended has no clock");
}

#[test]
fn a_counting_rule_has_one_name_everywhere() {
    let office = office();
    for question in ["consult show PC-2024-001", "due explain PC-2024-001"] {
        office.run(question).ok().says("civil-30 (30 days, Civil Act)");
        office.run(&format!("--lang ko {question}")).ok().says("civil-30(민법 30일)");
    }
    assert_eq!(field(&office, "rule"), "civil-30");
    let names = office.rows("query \"SELECT code || '(' || name || ')' AS name FROM clock_rule ORDER BY id\"");
    for (row, rule) in names.iter().zip(proadmin::clock::RULES) {
        assert_eq!(row["name"], rule.label.ko, "the file and the program say the same");
    }
    assert_eq!(names.len(), proadmin::clock::RULES.len());
    let help = office.run("--lang ko consult file --help").ok().stdout;
    assert!(proadmin::clock::RULES.iter().all(|rule| help.contains(rule.code)), "{help}");
}

#[test]
fn a_letter_that_corrects_nothing_is_refused() {
    let mut office = Office::on("2024-05-02").in_korean();
    office.run("dept add 가과").ok();
    office.run("consult file 허가 --dept 가과 --received-on 2024-04-15").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정 --on 2024-04-16")).ok();
    }
    office.run("consult answer PC-2024-001 --result 가능 --text 가능합니다 --on 2024-04-20").ok();
    let entries = office.entries();
    office.turn_to("2024-05-20");
    let again = "consult answer PC-2024-001 --supersede --reason 정정 --text 가능합니다";
    office.run(&format!("{again} --result possible")).refused(4, "E0444").hints("consult letter PC-2024-001");
    assert_eq!(office.entries(), entries);
    // The same words with another result, subject or signature are another letter.
    office.run(&format!("{again} --result 불가")).ok();
    office.run(&format!("{again} --result 불가 --title '허가 신청'")).ok();
    office.run(&format!("{again} --result 불가")).refused(4, "E0444");
    office.run("office edit --org 노원구청").ok().says("노원구청");
    assert!(office.run("consult letter PC-2024-001 --revision 1").ok().stdout.contains("노원구 감사담당관"));
    office.run(&format!("{again} --result 불가")).ok();
    assert!(office.run("consult letter PC-2024-001").ok().stdout.contains("노원구청 감사담당관"));
}

#[test]
fn while_a_supplement_is_awaited_no_due_day_is_told() {
    let mut office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("consult file 허가 --dept 가과 --received-on 2024-04-15").ok();
    let asked = office.run("consult supplement PC-2024-001 --reason 도면 --on 2024-04-20").ok();
    assert!(asked.stderr.contains("the clock stands") || asked.stdout.contains("the clock stands"), "{}{}", asked.stdout, asked.stderr);
    assert!(!format!("{}{}", asked.stdout, asked.stderr).contains("2024-05-16"), "{}{}", asked.stdout, asked.stderr);
    office.speak(true);
    office.run("consult resume PC-2024-001 --on 2024-04-25").ok().says("기한 2024-");
    office.run("consult supplement PC-2024-001 --reason 도면 --on 2024-04-28").ok().says("기한 정지 중");
}
