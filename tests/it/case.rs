//! Cases for the public: who writes, who approves, what is looked for, what becomes public.

use crate::office::Office;

/// An office with a task, two of its staff, and a case about it that nobody has approved.
fn office() -> Office {
    let office = Office::on("2024-06-03");
    for command in [
        "dept add 푸른도시과",
        "staff add 홍길동 --dept 푸른도시과",
        "staff add 이둘 --dept 푸른도시과",
        "task add 음악분수 --year 2024 --dept 푸른도시과",
        "case add 분수 --kind exemplary --from kt-2024-01 --problem 고장 --done 수리 --effect 가동 --credit 홍길동",
    ] {
        office.run(command).ok();
    }
    office
}

fn state(office: &Office) -> String {
    office.column("case list --all", "state").remove(0)
}

#[test]
fn a_case_is_written_from_a_record_and_belongs_to_its_department() {
    let office = office();
    let case = &office.rows("case list")[0];
    for (column, value) in [("code", "CS-2024-01"), ("department", "푸른도시과"), ("source", "KT-2024-01"), ("state", "draft")] {
        assert_eq!(case[column], value, "{column}");
    }
    let entries = office.entries();
    let add = |rest: &str| office.run(&format!("case add 글 --problem 가 --done 나 --effect 다 {rest}"));
    add("--kind exemplary --from KT-2024-09").refused(3, "E0306");
    add("--kind exemplary --from CS-2024-01").refused(4, "E0894");
    add("--kind failure --from KT-2024-01").refused(4, "E0881");
    add("--kind exemplary --from KT-2024-01 --credit 아무개").refused(3, "E0301");
    add("--kind exemplary --from KT-2024-01 --title-en Text").refused(4, "E0893").hints("--problem-en");
    add("--kind exemplary --from KT-2024-01 --on 2024-06-04").refused(4, "E0111");
    assert_eq!(office.entries(), entries);
    office.run("task complete KT-2024-01 --outcome met").ok();
    add("--kind failure --from KT-2024-01 --lesson 라").refused(4, "E0882");
}

#[test]
fn a_case_is_written_from_an_entry_of_a_round_or_from_a_request() {
    let office = office();
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval entry EV-2024-01 사례 --entry E1 --dept 푸른도시과").ok();
    office.run("consult file 건 --dept 푸른도시과").ok();
    let add = |from: &str| office.run(&format!("case add 글 --kind exemplary --problem 가 --done 나 --effect 다 --from {from}"));
    add("EV-2024-01:E9").refused(3, "E0897").hints("proadmin eval show EV-2024-01");
    add("ev-2024-01:e1").ok();
    add("PC-2024-001").ok();
    assert_eq!(office.column("case list", "source"), ["KT-2024-01", "EV-2024-01:E1", "PC-2024-001"]);
    assert_eq!(office.column("case list", "department"), ["푸른도시과"; 3]);
}

#[test]
fn whoever_wrote_the_text_last_cannot_approve_it() {
    let office = office();
    office.run("case approve CS-2024-01").refused(4, "E0885").hints("--actor");
    office.run("case approve CS-2024-01 --actor ' 감사담당관  김하나'").refused(4, "E0885");
    office.run("case edit CS-2024-01 --done 교체 --actor 이둘").ok();
    office.run("case approve CS-2024-01 --actor 이둘").refused(4, "E0885");
    office.run("case approve CS-2024-01").ok().hints("not verified");
    assert_eq!(state(&office), "approved");
    office.run("case approve CS-2024-01 --actor 박과장").refused(4, "E0886");
    let help = office.run("case approve --help").ok().stdout;
    assert!(help.contains("not verified"), "{help}");
}

#[test]
fn an_approval_binds_the_text_as_it_stood() {
    let office = office();
    for edit in ["--title 다른분수", "--lesson 예비부품", "--no-credit", "--credit 이둘"] {
        office.run("case approve CS-2024-01 --actor 박과장").ok();
        assert_eq!(state(&office), "approved");
        office.run(&format!("case edit CS-2024-01 {edit}")).ok().hints("no longer holds");
        assert_eq!(state(&office), "draft", "{edit}");
        office.run("case publish CS-2024-01 --confirm CS-2024-01").refused(4, "E0887").hints("proadmin case approve");
    }
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    office.run("case edit CS-2024-01 --title 다른분수").ok().says("nothing");
    assert_eq!(state(&office), "approved", "a text that says the same is the same text");
    assert_eq!(office.items("case show CS-2024-01")[0]["revision"], 5);
}

#[test]
fn a_text_changed_behind_the_programs_back_is_not_published() {
    let office = office();
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    office.run("case publish CS-2024-01 --confirm CS-2024-01").ok();
    let change = |text: &str| {
        office.open().execute("UPDATE case_text SET effect = ?1", [text]).expect("a change behind the back");
    };
    change("바뀐 말");
    office.run("site build out").refused(7, "E0895").hints("proadmin log CS-2024-01");
    assert!(!office.folder().join("out").exists());
    change("가동");
    office.run("site build out").ok();
}

#[test]
fn personal_data_stands_in_the_way_until_it_is_mended_or_waived_with_a_reason() {
    let office = office();
    office.run("case edit CS-2024-01 --problem '첫 줄\n문의 02-2116-3070 이둘' --effect '12가3456 차량'").ok().hints("3 places");
    let found = office.rows("case scan CS-2024-01");
    let told: Vec<String> = found.iter().map(|f| format!("{} {} {} {}", f["field"], f["line"], f["kind"], f["found"])).collect();
    assert_eq!(told, ["problem 2 telephone 02-2116-3070", "problem 2 staff 이둘", "effect 1 plate 12가3456"]);
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    let publish = "case publish CS-2024-01 --confirm CS-2024-01";
    office.run(publish).refused(4, "E0888").hints("02-2116-3070").hints("proadmin case waive CS-2024-01 --finding 1");
    office.run("case waive CS-2024-01 --finding 4 --reason 없음").refused(3, "E0891");
    assert_eq!(office.run("case waive CS-2024-01 --finding 1").code, 2, "a waiver needs its reason");
    office.run("case waive CS-2024-01 --finding 1 --reason 대표전화").ok();
    office.run("case waive CS-2024-01 --finding 1 --reason 대표전화").refused(4, "E0892");
    office.run(publish).refused(4, "E0888").hints("이둘");
    office.run("case edit CS-2024-01 --effect 좋아짐").ok();
    assert_eq!(office.column("case scan CS-2024-01", "waived"), ["true", "false"], "the line still stands as it was waived");
    office.run("case edit CS-2024-01 --problem '첫 줄\n문의 02-2116-3070 담당자'").ok();
    assert_eq!(office.column("case scan CS-2024-01", "waived"), ["false"], "another line needs its own waiver");
    office.run("case waive CS-2024-01 --finding 1 --reason 대표전화").ok();
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    office.run(publish).ok();
    assert_eq!(state(&office), "published");
    assert_eq!(office.run("case scan CS-2024-01 --exit-code").code, 0);
}

#[test]
fn a_resident_whose_name_is_kept_apart_is_not_published_in_a_case() {
    let office = office();
    office.run("passive add 무응답 --dept 푸른도시과 --reporter 최주민").ok();
    office.run("nominate add 분수 --nominee 홍길동 --by resident --nominator 박추천").ok();
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval rater EV-2024-01 R1 --name 김심사").ok();
    office
        .run("case edit CS-2024-01 --problem '최주민 씨의 제보' --done '박 추천 씨와 김심사 위원' --effect '홍길동'")
        .ok()
        .hints("3 places");
    let found = office.rows("case scan CS-2024-01");
    let told: Vec<String> = found.iter().map(|f| format!("{} {} {}", f["field"], f["kind"], f["found"])).collect();
    assert_eq!(told, ["problem resident 최*민", "done resident 박 *천", "done resident 김*사"]);
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    let refused = office.run("case publish CS-2024-01 --confirm CS-2024-01").refused(4, "E0888").hints("최*민");
    assert!(!refused.stderr.contains("최주민"), "{}", refused.stderr);
    // Erased, nobody can be compared with the name any more.
    let erased = office.run("erase NM-2024-001 --reason 종료 --confirm NM-2024-001");
    assert_eq!(erased.code, 0, "{}", erased.stderr);
    assert_eq!(office.column("case scan CS-2024-01", "found"), ["최*민", "김*사"]);
}

#[test]
fn what_was_published_is_withdrawn_never_voided_and_its_history_stays() {
    let office = office();
    office.run("case withdraw CS-2024-01 --reason 착오").refused(4, "E0889");
    office.run("case approve CS-2024-01 --actor 박과장 --on 2024-06-02").refused(4, "E0884");
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    office.run("case publish CS-2024-01").refused(2, "E0132").hints("--confirm=CS-2024-01");
    office.run("case publish CS-2024-01 --confirm CS-2024-02").refused(8, "E0133");
    office.run("case publish CS-2024-01 --confirm CS-2024-01").ok();
    office.run("case publish CS-2024-01 --confirm CS-2024-01").refused(4, "E0883");
    office.run("case edit CS-2024-01 --title 새분수").refused(4, "E0883").hints("proadmin case withdraw CS-2024-01");
    office.run("case void CS-2024-01 --reason 착오").refused(4, "E0883");
    office.run("case withdraw CS-2024-01 --reason 착오").ok();
    assert_eq!(state(&office), "withdrawn");
    office.run("case void CS-2024-01 --reason 착오").refused(4, "E0890");
    office.run("case publish CS-2024-01 --confirm CS-2024-01").ok();
    let history = &office.items("case show CS-2024-01")[0]["history"];
    let acts: Vec<&str> = history.as_array().expect("acts").iter().map(|act| act["act"].as_str().expect("an act")).collect();
    assert_eq!(acts, ["written", "approved", "published", "withdrawn", "published"]);
    assert_eq!(state(&office), "published", "the text is still the one that was approved");
}

#[test]
fn a_case_entered_by_mistake_is_void_and_its_record_gone() {
    let office = office();
    office.run("case void CS-2024-01 --reason 착오").ok();
    assert!(office.rows("case list").is_empty());
    assert_eq!(state(&office), "void");
    office.run("case edit CS-2024-01 --title 글").refused(4, "E0880");
    let records = office.column("query \"SELECT code FROM record WHERE kind = 'case'\"", "code");
    assert!(records.is_empty(), "{records:?}");
}

#[test]
fn today_says_which_cases_wait_for_someone() {
    let office = office();
    let waiting =
        || -> Vec<String> { office.rows("today").into_iter().filter(|row| row["kind"] == "case").map(|row| row["what"].clone()).collect() };
    assert_eq!(waiting(), ["approval_missing"]);
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    assert_eq!(waiting(), ["unpublished"]);
    office.run("case publish CS-2024-01 --confirm CS-2024-01").ok();
    assert!(waiting().is_empty());
    assert_eq!(office.column("search 분수 --kind case", "code"), ["CS-2024-01"]);
}

#[test]
fn texts_are_exported_and_come_back_and_acts_do_not() {
    let office = office();
    office.run("case edit CS-2024-01 --lesson '둘째 줄\n셋째 줄' --title-en A --problem-en B --done-en C --effect-en D --lesson-en E").ok();
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    office.run("export case --out case.csv").ok();
    let entries = office.entries();
    office.run("case import case.csv").ok().says("nothing");
    assert_eq!(office.entries(), entries);
    let other = Office::on("2024-06-03");
    for command in ["dept add 푸른도시과", "staff add 홍길동 --dept 푸른도시과", "task add 음악분수 --year 2024 --dept 푸른도시과"]
    {
        other.run(command).ok();
    }
    other.write("case.csv", std::fs::read(office.folder().join("case.csv")).expect("a file"));
    other.run("case import case.csv").ok().says("1 new");
    assert_eq!(other.run("export case").ok().stdout, office.run("export case").ok().stdout);
    assert_eq!(state(&other), "draft", "an approval is given by a person, not by a file");
    other.write("acts.csv", "code,title,kind,source,problem,done,effect,state\nCS-2024-01,분수,exemplary,KT-2024-01,가,나,다,published\n");
    other.run("case import acts.csv").refused(4, "E0341").hints("proadmin case publish CS-2024-01");
    other.write(
        "text.csv",
        "title,kind,source,problem,done,effect,credited\n분수,우수사례,KT-2024-01,가,나,다,홍길동\n새글,failure,KT-2024-01,가,나,다,\n",
    );
    other.run("case import text.csv").refused(4, "E0341").hints("lesson");
    other.write("text.csv", "title,kind,source,problem,done,effect,credited\n분수,우수사례,KT-2024-01,가,나,다,홍길동\n");
    other.run("case import text.csv").ok().says("1 changed");
}

#[test]
fn a_repeated_request_is_told_its_answer_also_where_it_could_not_happen_again() {
    let office = office();
    for command in
        ["case approve CS-2024-01 --actor 박과장", "case publish CS-2024-01 --confirm CS-2024-01", "case withdraw CS-2024-01 --reason 착오"]
    {
        let entries = office.entries();
        office.run(&format!("{command} --request-id '{command}'")).ok();
        office.run(&format!("{command} --request-id '{command}'")).ok().says("recorded before");
        assert_eq!(office.entries(), entries + 1, "{command}");
    }
}

#[test]
fn whatever_is_tried_in_whatever_order_nothing_is_public_that_another_did_not_approve() {
    let office = office();
    let (mut seed, mut published) = (7_u64, 0);
    let mut roll = |sides: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % sides
    };
    for _ in 0..150 {
        let who = ["하나", "둘", "셋"][usize::try_from(roll(3)).expect("a person")];
        let command = match roll(8) {
            0 => format!("edit CS-2024-01 --effect 효과{} --actor {who}", roll(3)),
            1 => format!("edit CS-2024-01 --problem '문의 02-123-456{}' --actor {who}", roll(2)),
            2 => "waive CS-2024-01 --finding 1 --reason 대표".to_owned(),
            3 | 4 => format!("approve CS-2024-01 --actor {who}"),
            5 | 6 => "publish CS-2024-01 --confirm CS-2024-01".to_owned(),
            _ => "withdraw CS-2024-01 --reason 착오".to_owned(),
        };
        let answer = office.run(&format!("case {command}"));
        assert!(matches!(answer.code, 0 | 3 | 4), "{command}: {}", answer.stderr);
        let wrong = "SELECT count(*) FROM case_publication p JOIN case_text t ON t.id = p.text_id
                     WHERE p.withdrawn_on IS NULL AND (
                       NOT EXISTS (SELECT 1 FROM case_approval a WHERE a.text_id = t.id AND a.sha256 = t.sha256 AND a.approver <> t.writer)
                       OR EXISTS (SELECT 1 FROM case_text x WHERE x.case_id = t.case_id AND x.revision > t.revision)
                       OR (t.problem LIKE '%02-123-456%' AND NOT EXISTS (SELECT 1 FROM case_waiver w WHERE w.case_id = t.case_id)))";
        let count = |sql: &str| -> i64 { office.open().query_row(sql, (), |row| row.get(0)).expect("a count") };
        assert_eq!(count(wrong), 0, "after {command}");
        published = published.max(count("SELECT count(*) FROM case_publication"));
        assert!(count("SELECT count(*) FROM case_publication WHERE withdrawn_on IS NULL") <= 1);
    }
    assert!(published > 3, "only {published} publications were reached");
}

#[test]
fn what_a_case_was_written_from_is_neither_voided_nor_taken_back_from_under_it() {
    let office = office();
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval entry EV-2024-01 사례 --entry E1 --dept 푸른도시과").ok();
    let entered = office.entries();
    office.run("case add 글 --kind exemplary --problem 가 --done 나 --effect 다 --from EV-2024-01:E1").ok();
    let entries = office.entries();
    for (command, by) in
        [("task void KT-2024-01", "CS-2024-01"), ("eval void EV-2024-01 --entry E1", "CS-2024-02"), ("eval void EV-2024-01", "CS-2024-02")]
    {
        office.run(&format!("{command} --reason 착오")).refused(4, "E0307").hints(by);
    }
    office.run(&format!("undo {entered}")).refused(4, "E0806");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    for case in ["CS-2024-01", "CS-2024-02"] {
        office.run(&format!("case void {case} --reason 착오")).ok();
    }
    office.run("task void KT-2024-01 --reason 착오").ok();
    office.run("eval void EV-2024-01 --entry E1 --reason 착오").ok();
}

#[test]
fn an_edit_of_a_case_for_a_revision_sees_what_was_written_since() {
    let office = office();
    let rev = office.items("case show CS-2024-01")[0]["rev"].as_str().expect("a rev").to_owned();
    office.run(&format!("case edit CS-2024-01 --done 교체 --if-rev {rev}")).ok();
    office.run(&format!("case edit CS-2024-01 --done 철거 --if-rev {rev}")).refused(5, "E0303");
}
