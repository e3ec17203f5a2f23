//! Handing over what a person answers for, and how long closed records are kept.

use crate::office::Office;

/// A person with a task as lead, one as deputy, a request, an answered one, and plan actions.
fn burdened() -> Office {
    let office = Office::on("2024-06-03");
    for command in [
        "dept add 감사담당관",
        "staff add 김하나 --dept 감사담당관",
        "staff add 이둘 --dept 감사담당관",
        "staff add 박셋 --dept 감사담당관",
        "task add 주과제 --year 2024 --dept 감사담당관 --lead 김하나 --deputy 이둘 --due 2024-10-31",
        "task add 부과제 --year 2024 --dept 감사담당관 --lead 박셋 --deputy 김하나 --due 2024-10-31",
        "task add 끝난과제 --year 2024 --dept 감사담당관 --lead 김하나",
        "task complete KT-2024-03 --outcome met --on 2024-06-02",
        "milestone add KT-2024-01 착공 --due 2024-05-01",
        "progress log KT-2024-02 --percent 10 --on 2024-05-31",
        "consult file 열린건 --dept 감사담당관 --received-on 2024-05-30",
        "consult edit PC-2024-001 --handler 김하나",
        "plan area 홍보",
        "plan action 영상 --area 1 --dept 감사담당관 --lead 김하나 --due 2024-05-31",
        "plan action 카드 --area 1 --dept 감사담당관 --lead 김하나",
        "plan done PL-2024-02 --result 제작",
        "plan action 남의일 --area 1 --dept 감사담당관 --lead 박셋",
    ] {
        office.run(command).ok();
    }
    office
}

fn of(office: &Office, who: &str) -> Vec<String> {
    let mut found: Vec<String> = office
        .rows(&format!("handover {who}"))
        .iter()
        .map(|row| format!("{} {} {} {}", row["kind"], row["code"], row["role"], row["what"]))
        .collect();
    found.sort();
    found
}

const ALL: [&str; 8] = [
    "consult PC-2024-001 handler open",
    "milestone KT-2024-01:1 lead overdue",
    "plan PL-2024-01 lead overdue",
    "plan PL-2024-02 lead undocumented",
    "progress KT-2024-01 lead undocumented",
    "progress KT-2024-03 lead undocumented",
    "task KT-2024-01 lead overdue",
    "task KT-2024-02 deputy open",
];

#[test]
fn everything_open_due_and_undocumented_of_a_person_is_told() {
    let office = burdened();
    assert_eq!(of(&office, "김하나"), ALL);
    assert_eq!(office.run("handover 김하나 --exit-code").code, 10);
    office.run("plan link PL-2024-02 PC-2024-001").ok();
    assert_eq!(of(&office, "김하나").len(), ALL.len() - 1, "what is shown is not owed");
}

#[test]
fn all_of_it_moves_in_one_entry_and_the_rest_stays() {
    let office = burdened();
    let entries = office.entries();
    office.run("handover 김하나 --to 박셋 -n").ok().says("dry run");
    assert_eq!(office.entries(), entries);
    office.run("handover 김하나 --to 박셋 -y").ok().hints("both lead and deputy of KT-2024-02").hints("1 cannot be handed over");
    assert_eq!(office.entries(), entries + 1);
    let stays = "progress KT-2024-03 lead undocumented";
    assert_eq!(of(&office, "김하나"), [stays], "a closed task keeps its lead, whose report is still owed");
    let moved = of(&office, "박셋");
    assert!(ALL.iter().filter(|one| **one != stays).all(|one| moved.contains(&(*one).to_owned())), "{moved:?}");
    assert_eq!(office.column("task list --lead 김하나", "code"), ["KT-2024-03"], "what was closed stays with its lead");
    let again = office.run("handover 김하나 --to 박셋").ok();
    assert!(again.stdout.contains("nothing"), "{}", again.stdout);
}

#[test]
fn who_has_left_takes_nothing_over_and_leaving_proposes_the_handover() {
    let office = burdened();
    office.run("staff leave 이둘 --on 2024-06-01").ok().hints("proadmin handover S-0002");
    let entries = office.entries();
    office.run("handover 김하나 --to 이둘 -y").refused(4, "E1131").hints("staff list");
    office.run("handover 김하나 --to 김하나 -y").refused(4, "E1132");
    office.run("handover 없는이 --to 이둘").refused(3, "E0301");
    assert_eq!(office.entries(), entries);
    office.run("handover 이둘 --to 김하나 -y").ok().hints("both lead and deputy of KT-2024-01");
}

#[test]
fn the_period_begins_on_the_first_of_january_after_the_closing() {
    let mut office = Office::on("2018-06-03");
    office.run("dept add 감사담당관").ok();
    for title in ["가", "나"] {
        office.run(&format!("task add {title} --year 2018 --dept 감사담당관")).ok();
    }
    office.run("task stop KT-2018-01 --reason 예산 --on 2018-05-31").ok();
    let due = |office: &Office| {
        office
            .rows("retention list")
            .iter()
            .map(|row| format!("{} {} {} {}", row["kind"], row["closed_year"], row["starts"], row["ends"]))
            .collect::<Vec<_>>()
    };
    // Five years from 2019-01-01 end with 2023.
    office.turn_to("2023-12-31");
    assert!(due(&office).is_empty());
    assert_eq!(office.column("retention list --all", "state"), ["kept"]);
    office.turn_to("2024-01-01");
    assert_eq!(due(&office), ["task 2018 2019-01-01 2023-12-31"]);
    let json = office.run("retention list --records -o json").ok().json();
    assert_eq!(json["records"][0]["code"], "KT-2018-01");
    office.run("retention list").ok().says("the archives must review");
    office.run("retention set task --years 10 --source '기록관리기준표 2024'").ok();
    assert!(due(&office).is_empty());
    office.run("retention set task --permanent --source 내부결정").ok();
    assert_eq!(office.column("retention list --all", "ends"), [""]);
    assert!(office.rows("task list --year 2018").len() == 2, "nothing is deleted");
    office.run("retention set task --source x").refused(2, "E1142");
    office.run("retention set paper --years 3 --source x").refused(3, "E1141");
}

#[test]
fn every_kind_of_record_has_its_period_and_can_be_closed() {
    let office = Office::on("2024-06-03");
    let ruled = office.rows("retention rules");
    let conn = office.open();
    let closed: String =
        conn.query_row("SELECT sql FROM sqlite_schema WHERE name = 'closed_record'", (), |row| row.get(0)).expect("a view");
    for kind in proadmin::record::KINDS {
        let rule = ruled.iter().find(|row| row["kind"] == kind.code).unwrap_or_else(|| panic!("no rule for {}", kind.code));
        assert!(!rule["years"].is_empty() && rule["source"].contains("UNCONFIRMED"), "{rule:?}");
        assert!(closed.contains(&format!("'{}'", kind.code)), "closed_record has no line for {}", kind.code);
    }
}

#[test]
fn reports_nominations_rewards_and_applications_of_a_person_are_told_too() {
    let mut office = Office::on("2024-12-02");
    for command in [
        "dept add 감사담당관",
        "staff add 김하나 --dept 감사담당관",
        "staff add 이둘 --dept 감사담당관",
        "passive add 열린신고 --dept 감사담당관 --anonymous --handler 김하나 --received-on 2024-11-29",
        "passive add 늦은신고 --dept 감사담당관 --anonymous --handler 김하나 --received-on 2024-11-01",
        "passive add 끝난신고 --dept 감사담당관 --anonymous --handler 김하나 --received-on 2024-11-25",
        "passive classify PA-2024-003 --type neglect --on 2024-11-26",
        "passive find PA-2024-003 --result confirmed --text 확인 --on 2024-11-27",
        "passive answer PA-2024-003 --no-reply --on 2024-11-28",
        "nominate add 친절한사람 --nominee 김하나 --by self --received-on 2024-11-20",
        "nominate add 끝난추천 --nominee 김하나 --by self --received-on 2024-11-21",
        "nominate reject NM-2024-002 --ground kindness --on 2024-11-22",
        "eval open 우수공무원 --year 2024",
        "eval criterion EV-2024-01 적극성 --max 100",
        "eval rater EV-2024-01 R1",
        "eval entry EV-2024-01 사례 --member 김하나",
        "eval score EV-2024-01 E-01 R1 --criterion 적극성 --points 90",
        "eval grade EV-2024-01 최우수 --count 1",
        "eval close EV-2024-01 --confirm EV-2024-01",
        "reward offer EV-2024-01",
        "legal add 징계대응 --stage discipline --staff 김하나 --asked 1000000",
    ] {
        office.run(command).ok();
    }
    let mine = [
        "legal LG-2024-01 applicant open",
        "nominate NM-2024-001 nominee open",
        "passive PA-2024-001 handler open",
        "passive PA-2024-002 handler overdue",
        "passive PA-2024-003 handler undocumented",
        "reward RW-2024-01 awardee promised",
    ];
    assert_eq!(of(&office, "김하나"), mine);
    assert_eq!(office.column("due list --handler 김하나", "code"), ["PA-2024-002", "PA-2024-001"]);
    assert_eq!(office.column("due list", "handler"), ["김하나", "김하나"]);
    assert!(office.rows("due list --handler 이둘").is_empty());
    // Reports go to another hand; what is about the person stays with the person.
    office.run("handover 김하나 --to 이둘 --yes").ok().hints("3 cannot be handed over");
    assert_eq!(
        of(&office, "김하나"),
        ["legal LG-2024-01 applicant open", "nominate NM-2024-001 nominee open", "reward RW-2024-01 awardee promised"]
    );
    assert_eq!(of(&office, "이둘").len(), 3);
    assert_eq!(office.column("due list --handler 이둘", "code"), ["PA-2024-002", "PA-2024-001"]);
    let leaving = office.run("staff leave 김하나 --on 2024-12-02 --dry-run").ok();
    assert!(!leaving.stderr.contains("handover"), "nothing can be handed over:\n{}", leaving.stderr);
    office.run("nominate accept NM-2024-001").ok();
    office.run("reward choose RW-2024-01 COMMENDATION").ok();
    assert_eq!(of(&office, "김하나"), ["legal LG-2024-01 applicant open", "reward RW-2024-01 awardee promised"]);
    office.run("reward grant RW-2024-01 COMMENDATION --document 총무-1").ok();
    assert_eq!(of(&office, "김하나"), ["legal LG-2024-01 applicant open"]);
    assert_eq!(of(&office, "김하나"), of(&office, "S-0001"));
    office.turn_to("2024-12-03");
    assert!(office.run("handover 김하나 --as-of 2024-12-02 --lang ko").ok().stdout.contains("신청한 사람"));
}
