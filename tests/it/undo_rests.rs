//! Nothing is taken back from under what rests on it: for every noun a history in which a later
//! act rests on an earlier one. Undoing the earlier one is refused and records nothing; before
//! the later one it would have been done.

use crate::office::Office;

/// What happens first, the act that is to be taken back, and what is done since.
struct History {
    rule: &'static str,
    before: &'static [&'static str],
    act: &'static str,
    since: &'static [&'static str],
}

const fn history(rule: &'static str, before: &'static [&'static str], act: &'static str, since: &'static [&'static str]) -> History {
    History { rule, before, act, since }
}

const TASK: &str = "task add 음악분수 --year 2024 --dept 홍보과 --lead 홍길동 --proposed-on 2024-01-02";
const FILED: &str = "consult file 점용 --dept 홍보과 --received-on 2024-06-03";
const ANSWER: &str = "consult answer PC-2024-001 --result possible --text 가능 --on 2024-06-07";
const REVIEWED: &[&str] = &[
    FILED,
    "consult review PC-2024-001 --kind law --finding 적정 --on 2024-06-05",
    "consult review PC-2024-001 --kind site --finding 적정 --on 2024-06-05",
];
const REPORTED: &str = "passive add 단속 --dept 홍보과 --received-on 2024-06-03 --reporter 최강민";
const CLASSIFIED: &str = "passive classify PA-2024-001 --type neglect --on 2024-06-04";
const FOUND: &str = "passive find PA-2024-001 --result confirmed --text 조사 --on 2024-06-05";
const APPLIED: &str = "legal add 징계건 --stage discipline --staff 홍길동 --on 2024-06-03 --for KT-2024-01";
const OPENED: &str = "eval open 심사 --year 2024";
const CLOSE: &str = "eval close EV-2024-01 --confirm EV-2024-01";
const CRITERION: &str = "eval criterion EV-2024-01 효과 --max 100";
const RATER: &str = "eval rater EV-2024-01 R1";
const ENTRY: &str = "eval entry EV-2024-01 사례 --dept 홍보과 --member 홍길동";
const ROUND: &[&str] = &[OPENED, CRITERION, RATER, ENTRY];
const SCORE: &str = "eval score EV-2024-01 E-01 R1 --criterion 효과 --points 90";
const GRADE: &str = "eval grade EV-2024-01 우수 --count 1";
const GRADED: &[&str] = &[OPENED, CRITERION, RATER, ENTRY, SCORE, GRADE, CLOSE];
const OFFER: &str = "reward offer EV-2024-01";
const NOMINATED: &str = "nominate add 주차 --nominee 홍길동 --by resident --nominator 박주민 --received-on 2024-06-03";
const CHECKED: &str = "nominate verify NM-2024-001 --result confirmed --on 2024-06-04";
const WRITTEN: &str =
    "case add 분수 --kind exemplary --from KT-2024-01 --problem 고장 --done 수리 --effect '02-123-4567로 접수' --credit 홍길동";

const WRITTEN_OF_ENTRY: &str = "case add 분수 --kind exemplary --from EV-2024-01:E-01 --problem 고장 --done 수리 --effect 개선";

const HISTORIES: &[History] = &[
    history("E0806", &[], "dept add 공원과", &["task add 꽃길 --year 2024 --dept 공원과"]),
    history("E0806", &[], "staff add 이둘 --dept 홍보과", &["task add 꽃길 --year 2024 --dept 홍보과 --lead 이둘"]),
    history("E0806", &[], TASK, &["progress log KT-2024-01 --percent 10"]),
    history("E0806", &[], TASK, &["milestone add KT-2024-01 설계 --due 2024-12-01"]),
    history("E0806", &[], TASK, &["award add 대회 --kind contest --for KT-2024-01"]),
    history("E0806", &[OPENED], ENTRY, &[WRITTEN_OF_ENTRY]),
    history(
        "E0808",
        &["staff add 이둘 --dept 홍보과", "staff add 박셋 --dept 홍보과", TASK],
        "handover 홍길동 --to 이둘",
        &["handover 이둘 --to 박셋"],
    ),
    history("E0810", &[TASK], "task suspend KT-2024-01 --on 2024-03-01 --reason 예산", &["task resume KT-2024-01 --on 2024-04-01"]),
    history("E0805", &[TASK], "milestone add KT-2024-01 설계 --due 2024-12-01", &["milestone done KT-2024-01 1 --on 2024-06-10"]),
    history("E0808", REVIEWED, "consult review PC-2024-001 --kind validity --finding 적정 --on 2024-06-05", &[ANSWER]),
    history(
        "E0810",
        &[FILED],
        "consult supplement PC-2024-001 --reason 도면 --on 2024-06-04",
        &["consult resume PC-2024-001 --on 2024-06-05"],
    ),
    history("E0808", &[REPORTED, CLASSIFIED], FOUND, &["passive answer PA-2024-001 --text 회신 --on 2024-06-07"]),
    history("E0810", &[REPORTED], CLASSIFIED, &[FOUND]),
    history("E0806", &[TASK], APPLIED, &["legal decide LG-2024-01 --result approved --amount 1000000 --body 위원회"]),
    history(
        "E0808",
        &[TASK, APPLIED],
        "legal decide LG-2024-01 --result approved --amount 1000000 --body 위원회",
        &["legal pay LG-2024-01 --amount 500000"],
    ),
    history("E0808", &[OPENED], CRITERION, &[RATER, ENTRY, SCORE, CLOSE]),
    history("E0808", ROUND, SCORE, &[CLOSE]),
    history("E0808", &[OPENED, CRITERION, RATER, ENTRY, SCORE], GRADE, &[CLOSE]),
    history(
        "E0808",
        &[OPENED, CRITERION, RATER, ENTRY, SCORE],
        "eval rater EV-2024-01 R2",
        &["eval score EV-2024-01 E-01 R2 --criterion 효과 --points 80", CLOSE],
    ),
    history("E0808", &[OPENED, CRITERION, RATER, ENTRY, SCORE], "eval bonus EV-2024-01 E-01 --points 1 --reason 가점", &[CLOSE]),
    history("E0806", ROUND, "eval entry EV-2024-01 둘째", &["eval score EV-2024-01 E-02 R1 --criterion 효과 --points 80"]),
    history("E0806", GRADED, OFFER, &["reward choose RW-2024-01 LEAVE"]),
    history("E0808", GRADED_OFFERED, "reward choose RW-2024-01 LEAVE", &["reward grant RW-2024-01 LEAVE --document 인사-1"]),
    history("E0806", &[], NOMINATED, &["nominate reject NM-2024-001 --ground unverified"]),
    history("E0810", &[NOMINATED], CHECKED, &["nominate accept NM-2024-001 --on 2024-06-05"]),
    history(
        "E0808",
        &[OPENED, NOMINATED, CHECKED],
        "nominate accept NM-2024-001 --on 2024-06-05",
        &["nominate enter NM-2024-001 --round EV-2024-01"],
    ),
    history(
        "E0810",
        &[TASK, "milestone add KT-2024-01 설계 --due 2024-06-30 --set-on 2024-01-03", "milestone done KT-2024-01 1 --on 2024-06-10"],
        "incentive approve --year 2024",
        &["incentive redeem 홍길동 --points 1 --for 상품권"],
    ),
    history(
        "E0806",
        &["plan area 보호 --year 2024"],
        "plan action 사전컨설팅 --year 2024 --area 1 --dept 홍보과",
        &["plan done PL-2024-01 --result 마침"],
    ),
    history(
        "E0810",
        &["plan area 보호 --year 2024", "plan action 사전컨설팅 --year 2024 --area 1 --dept 홍보과"],
        "plan done PL-2024-01 --result 마침",
        &["plan reopen PL-2024-01 --reason 다시"],
    ),
    history("E0806", &[], "plan area 보호 --year 2024", &["plan action 사전컨설팅 --year 2024 --area 1 --dept 홍보과"]),
    history("E0808", &[TASK, WRITTEN, "case waive CS-2024-01 --finding 1 --reason 대표번호"], APPROVE, &[PUBLISH]),
    history("E0808", &[TASK, WRITTEN], "case waive CS-2024-01 --finding 1 --reason 대표번호", &[APPROVE, PUBLISH]),
    history(
        "E0808",
        &[TASK],
        "exemption request KT-2024-01 --stage audit --auditor own --basis general --staff 홍길동 --on 2024-06-03",
        &["exemption decide EX-2024-01 --result granted --body 감사위원회 --on 2024-06-10"],
    ),
    history("E0806", &[], "training add 교육 --on 2024-06-05", &["training attend TR-2024-01 --staff 홍길동"]),
    history("E0806", &[], "award add 대회 --kind contest", &["award follow-up AW-2024-01 --text 확산"]),
    history(
        "E0810",
        &["consult file 점용 --dept 홍보과 --received-on 2024-05-02"],
        "consult edit PC-2024-001 --received-on 2024-05-08 --reason 착오",
        &["consult extend PC-2024-001 --days 5 --on 2024-06-05 --reason 검토"],
    ),
    history(
        "E0810",
        &[REPORTED],
        "passive edit PA-2024-001 --petition legal_question",
        &["passive extend PA-2024-001 --days 14 --on 2024-06-07 --reason 검토"],
    ),
    history(
        "E0810",
        &[
            REPORTED,
            "passive supplement PA-2024-001 --on 2024-06-04 --reason 하나",
            "passive resume PA-2024-001 --on 2024-06-05",
            "passive supplement PA-2024-001 --on 2024-06-07 --reason 둘",
            "passive resume PA-2024-001 --on 2024-06-10",
        ],
        "passive void PA-2024-001 --act 1 --act 2 --reason 착오",
        &["passive supplement PA-2024-001 --on 2024-06-11 --reason 셋"],
    ),
    history("E0810", &[OPENED, "eval criterion EV-2024-01 효과 --max 20", RATER, ENTRY], CRITERION, &[SCORE]),
    history(
        "E0810",
        &["eval open 심사 --year 2024 --track model_failure"],
        "eval edit EV-2024-01 --track individual",
        &["eval criterion EV-2024-01 체감도 --max 20 --outcome"],
    ),
    history("E0810", &["eval open 심사 --year 2024 --track team"], "eval edit EV-2024-01 --track individual", &[ENTRY]),
    history(
        "E0810",
        &["training add 교육 --plan 2024-06"],
        "training hold TR-2024-01 --on 2024-06-05",
        &["training attend TR-2024-01 --staff 홍길동"],
    ),
    history(
        "E0810",
        &["clock add k10 --name 열흘 --days 10 --source 조례 --from 2024-01-01"],
        "clock use k10 --for consult --from 2024-06-01",
        &["clock end civil-30 --on 2024-06-10 --reason 조례"],
    ),
];

const APPROVE: &str = "case approve CS-2024-01 --actor 과장";
const PUBLISH: &str = "case publish CS-2024-01 --confirm CS-2024-01";
const GRADED_OFFERED: &[&str] = &[OPENED, CRITERION, RATER, ENTRY, SCORE, GRADE, CLOSE, OFFER];

/// An office with a department and an official in it.
fn beginning() -> Office {
    let office = Office::on("2024-06-20");
    for command in ["dept add 홍보과 --since-on 2024-01-01", "staff add 홍길동 --dept 홍보과 --since-on 2024-01-01"] {
        office.run(command).ok();
    }
    office
}

/// An office that began as another did, after the act that is to be taken back; and its entry.
fn office(beginning: &Office, history: &History) -> (Office, i64) {
    let office = Office::without_file("2024-06-20");
    std::fs::copy(beginning.file(), office.file()).expect("a copy");
    for command in history.before {
        office.run(command).ok();
    }
    let before = office.entries();
    office.run(history.act).ok();
    assert_eq!(office.entries(), before + 1, "{}", history.act);
    (office, before + 1)
}

#[test]
fn what_something_rests_on_stays_and_what_nothing_rests_on_goes() {
    let beginning = beginning();
    for history in HISTORIES {
        let (office, act) = office(&beginning, history);
        office.run(&format!("undo {act} -n")).ok();
        for command in history.since {
            office.run(command).ok();
        }
        let entries = office.entries();
        let answer = office.run(&format!("undo {act} -y"));
        assert_eq!(answer.code, 4, "{} went from under {:?}: {}{}", history.act, history.since, answer.stdout, answer.stderr);
        assert!(answer.stderr.contains(history.rule), "{}\n{}", history.act, answer.stderr);
        assert!(!answer.stderr.contains(" CODE"), "a way out that nobody can type:\n{}", answer.stderr);
        assert_eq!(office.entries(), entries, "{}: something was recorded", history.act);
        office.run("verify").ok();
        if history.since.contains(&CLOSE) {
            office.run("eval verify EV-2024-01").ok();
        }
    }
}

#[test]
fn a_letter_keeps_the_reviews_that_it_was_issued_on_however_often_it_is_superseded() {
    let office = Office::on("2024-06-20");
    office.run("dept add 홍보과").ok();
    for command in REVIEWED {
        office.run(command).ok();
    }
    office.run("consult review PC-2024-001 --kind validity --finding 적정 --on 2024-06-05").ok();
    let last = office.entries();
    office.run(ANSWER).ok();
    office.run("consult answer PC-2024-001 --supersede --reason 오기 --result conditional --text 조건부 --on 2024-06-10").ok();
    for act in last - 2..=last {
        office.run(&format!("undo {act}")).refused(4, "E0808").hints("consult answer PC-2024-001 --supersede");
    }
    office.run("undo").refused(4, "E0804").hints("consult answer PC-2024-001 --supersede");
}

#[test]
fn the_end_of_what_settles_a_record_frees_what_it_rested_on() {
    let office = Office::on("2024-06-20");
    office.run("dept add 홍보과").ok();
    for command in [REPORTED, CLASSIFIED, FOUND] {
        office.run(command).ok();
    }
    let found = office.entries();
    office.run("passive answer PA-2024-001 --text 회신 --on 2024-06-07").ok();
    office.run(&format!("undo {found}")).refused(4, "E0808").hints(&format!("proadmin undo {}", found + 1));
    office.run(&format!("undo {}", found + 1)).ok();
    office.run(&format!("undo {found}")).ok();
    assert_eq!(office.column("passive list", "state"), ["classified"]);
    office.run("verify").ok();
}

#[test]
fn what_was_recorded_after_it_was_settled_can_be_taken_back() {
    let office = Office::on("2024-06-20");
    office.run("dept add 홍보과").ok();
    for command in REVIEWED {
        office.run(command).ok();
    }
    office.run("consult review PC-2024-001 --kind validity --finding 적정 --on 2024-06-05").ok();
    office.run(ANSWER).ok();
    let facts = "--same-matter yes --info-sufficient yes --no-private-interest yes --followed-opinion yes";
    office.run(&format!("consult follow-up PC-2024-001 --on 2024-06-15 {facts}")).ok();
    office.run("undo").ok();
    assert_eq!(office.column("consult list", "state"), ["answered"]);
}
