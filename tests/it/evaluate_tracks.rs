//! Tracks of evaluation: teams with shares, model failures, departments by what they did, rounds
//! in stages, and the body that decides.

use crate::office::Office;

/// An office with people, a task that missed its target and one that met it.
fn office() -> Office {
    let office = Office::on("2024-12-20");
    for command in [
        "dept add 교통과",
        "dept add 공원과",
        "staff add 김하나 --dept 교통과",
        "staff add 이둘 --dept 교통과",
        "staff add 박셋 --dept 공원과",
        "task add 공유주차 --year 2024 --dept 교통과 --lead 김하나",
        "task add 음악분수 --year 2024 --dept 공원과",
        "task complete KT-2024-01 --on 2024-11-01 --outcome missed",
        "task complete KT-2024-02 --on 2024-11-01 --outcome met",
    ] {
        office.run(command).ok();
    }
    office
}

/// A round with one criterion of 100 and one rater.
fn round(office: &Office, options: &str, code: &str) {
    office.run(&format!("eval open 심사 --year 2024 {options}")).ok();
    office.run(&format!("eval criterion {code} 적극성 --max 100")).ok();
    office.run(&format!("eval rater {code} R1")).ok();
}

/// The parts of `eval show` under a key.
fn part(office: &Office, code: &str, key: &str) -> Vec<serde_json::Value> {
    office.items(&format!("eval show {code}"))[0][key].as_array().cloned().unwrap_or_default()
}

#[test]
fn the_shares_of_a_team_make_a_hundred() {
    let office = office();
    round(&office, "--track team", "EV-2024-01");
    office.run("eval entry EV-2024-01 사례 --member 김하나:60:설계 --member 이둘:40").ok();
    let entries = office.entries();
    office.run("eval member EV-2024-01 E-01 --member 김하나:60 --member 이둘:50").refused(4, "E0640").hints("110%");
    office.run("eval member EV-2024-01 E-01 --member 김하나:50 --member S-0001:50").refused(4, "E0641");
    office.run("eval member EV-2024-01 E-01 --member 김하나").refused(4, "E0643");
    office.run("eval member EV-2024-01 E-01 --member 없는이:50 --member 이둘:50").refused(3, "E0301");
    office.run("eval member EV-2024-01 E-01 --member 김하나:0 --member 이둘:100").refused(2, "E0103");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("eval member EV-2024-01 E-01 --member 김하나:50 --member 이둘:30 --member 박셋:20").ok();
    let members = part(&office, "EV-2024-01", "members");
    let told: Vec<String> = members.iter().map(|member| format!("{} {}", member["staff"], member["share"])).collect();
    assert_eq!(told, ["\"김하나\" 50", "\"이둘\" 30", "\"박셋\" 20"]);
    office.run("eval edit EV-2024-01 --track individual").refused(4, "E0642");
    office.run("staff void S-0003 --reason 착오").refused(4, "E0357");
}

#[test]
fn a_model_failure_missed_its_target_and_is_not_judged_by_the_result() {
    let office = office();
    office.run("eval open 실패 --year 2024 --track model_failure --rubric default").refused(4, "E0651").hints("--rubric model_failure");
    office.run("eval open 실패 --year 2024 --track model_failure --rubric model_failure").ok();
    let entries = office.entries();
    office.run("eval criterion EV-2024-01 체감도 --max 30").refused(4, "E0651");
    office.run("eval criterion EV-2024-01 달성률 --max 30 --outcome").refused(4, "E0651");
    office.run("eval entry EV-2024-01 사례 --lesson 미리").refused(4, "E0647");
    office.run("eval entry EV-2024-01 사례 --lesson 미리 --task KT-2024-02").refused(4, "E0648");
    office.run("eval entry EV-2024-01 사례 --task KT-2024-01").refused(4, "E0650");
    office.run("eval entry EV-2024-01 사례 --lesson 미리 --task KT-2024-77").refused(3, "E0301");
    office.write("criteria.csv", "criterion,max,outcome\n효과,10,yes\n");
    office.run("eval import EV-2024-01 --criteria criteria.csv").refused(4, "E0341");
    office.write("entries.csv", "entry,title,task,lesson\nE-01,사례,KT-2024-02,미리\n");
    office.run("eval import EV-2024-01 --entries entries.csv").refused(4, "E0341");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("eval entry EV-2024-01 사례 --lesson 미리 --task KT-2024-01").ok();
    // A success round takes the result; it cannot become one of failures while it does.
    office.run("eval open 우수 --year 2024 --rubric default").ok();
    office.run("eval edit EV-2024-02 --track model_failure").refused(4, "E0651");
}

#[test]
fn misconduct_keeps_a_failure_from_being_a_model() {
    let office = office();
    office.run("eval open 실패 --year 2024 --track model_failure").ok();
    office.run("eval criterion EV-2024-01 시사점 --max 100").ok();
    office.run("eval rater EV-2024-01 R1").ok();
    office.run("eval entry EV-2024-01 사례 --lesson 미리 --task KT-2024-01").ok();
    office.run("eval score EV-2024-01 E-01 R1 --criterion 시사점 --points 90").ok();
    office.run("eval misconduct EV-2024-01 E-01 --finding '허위 보고' --document 감사-3").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").refused(4, "E0649");
    office.run("eval entry EV-2024-01 다시 --lesson 미리 --task KT-2024-01").refused(4, "E0649");
    office.run("eval void EV-2024-01 --entry E-01 --what misconduct --reason 착오").ok();
    office.run("task reopen KT-2024-01 --on 2024-12-01 --reason 정정").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").refused(4, "E0648");
    office.run("task complete KT-2024-01 --on 2024-12-02 --outcome missed").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
}

#[test]
fn a_lesson_is_taken_up_by_a_training_of_the_next_year() {
    let mut office = office();
    office.run("eval open 실패 --year 2024 --track model_failure").ok();
    office.run("eval criterion EV-2024-01 시사점 --max 100").ok();
    office.run("eval rater EV-2024-01 R1").ok();
    office.run("eval entry EV-2024-01 사례 --lesson '먼저 물을 것' --task KT-2024-01").ok();
    office.run("eval score EV-2024-01 E-01 R1 --criterion 시사점 --points 90").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    office.turn_to("2025-01-10");
    office.run("training add 올해교육 --on 2024-12-01").ok();
    office.run("training add 시사점교육 --plan 2025-03").ok();
    let unlinked = |office: &Office| office.rows("today").iter().filter(|row| row["what"] == "lesson_unlinked").count();
    assert_eq!(unlinked(&office), 1);
    office.run("eval lesson EV-2024-01 E-01 --link TR-2024-01").refused(4, "E0652");
    office.run("eval lesson EV-2024-01 E-01 --link KT-2024-01").refused(4, "E0652");
    office.run("eval lesson EV-2024-01 E-01 --link TR-2025-77").refused(3, "E0306");
    office.run("eval lesson EV-2024-01 E-01 --text 다른말").refused(4, "E0601");
    office.run("eval lesson EV-2024-01 E-01 --link TR-2025-01").ok();
    assert_eq!(part(&office, "EV-2024-01", "lessons")[0]["record"], "TR-2025-01");
    assert_eq!(unlinked(&office), 0);
    office.run("training void TR-2025-01 --reason 취소").ok();
    assert_eq!(unlinked(&office), 1, "a voided record takes nothing up");
    office.run("search 물을").ok().says("EV-2024-01");
}

#[test]
fn departments_are_counted_by_what_the_file_holds_until_the_round_is_closed() {
    let office = office();
    for command in [
        "training add 교육 --on 2024-03-05",
        "training attend TR-2024-01 --dept 교통과 --count 2",
        "training attend TR-2024-01 --staff 박셋",
        "consult file 점용 --dept 공원과 --received-on 2024-05-02",
        "consult file 작년 --dept 공원과 --received-on 2023-05-02",
        "eval open 부서 --year 2024 --track department --rubric department",
        "eval entry EV-2024-01 교통과 --dept 교통과",
        "eval entry EV-2024-01 공원과 --dept 공원과",
    ] {
        office.run(command).ok();
    }
    // 교통과: one task 5 + two attended 2. 공원과: one task 5, met 10, attended 1, one request 4.
    let totals = || office.rows("eval table EV-2024-01").iter().map(|row| format!("{} {}", row["title"], row["total"])).collect::<Vec<_>>();
    assert_eq!(totals(), ["공원과 20.00", "교통과 7.00"]);
    office.run("eval entry EV-2024-01 둘째 --dept 교통과").refused(4, "E0646");
    office.run("eval entry EV-2024-01 없음").refused(4, "E0645");
    office.run("eval entry EV-2024-01 사람 --dept 공원과 --member 박셋").refused(4, "E0644");
    office.run("eval member EV-2024-01 E-01 --member 김하나").refused(4, "E0644");
    office.run("eval indicator EV-2024-01 consult_filed --per-unit 30 --cap 25 --weight 50 --name 사전컨설팅").ok();
    assert_eq!(totals(), ["공원과 32.50", "교통과 7.00"], "the cap, then the weight");
    office.run("eval edit EV-2024-01 --count-from 2024-05-01 --count-to 2024-04-01").refused(2, "E0655");
    office.run("eval edit EV-2024-01 --count-from 2024-04-01 --count-to 2024-06-30").ok();
    assert_eq!(totals(), ["공원과 16.50", "교통과 0.00"]);
    office.run("eval edit EV-2024-01 --clear count-from,count-to").ok();
    office.run("eval void EV-2024-01 --component 사전컨설팅 --reason 연습").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    office.run("consult file 늦게 --dept 교통과 --received-on 2024-05-03").ok();
    assert_eq!(totals(), ["공원과 20.00", "교통과 7.00"], "a closed round counts no more");
    office.run("eval verify EV-2024-01").ok();
    office.run("eval open 개인 --year 2024").ok();
    office.run("eval indicator EV-2024-02 consult_filed --per-unit 1 --cap 10").refused(4, "E0654");
}

#[test]
fn every_indicator_is_counted_by_the_view_of_events() {
    let counted: Vec<String> = proadmin::evaluate::INDICATORS.iter().map(|term| format!("'{}'", term.code)).collect();
    let from = proadmin::db::SCHEMA.find("CREATE VIEW department_event").expect("the view");
    let view = proadmin::db::SCHEMA[from..].split(';').next().expect("its text");
    for code in &counted {
        assert!(view.contains(code.as_str()), "nothing counts {code}");
    }
}

#[test]
fn those_who_come_through_go_on_with_their_totals_and_a_tie_at_the_cut_is_for_a_person() {
    let mut office = office();
    round(&office, "--tie receipt", "EV-2024-01");
    for (no, points) in [(1, 90), (2, 80), (3, 80), (4, 70)] {
        let member = ["김하나", "이둘", "박셋", "김하나"][no - 1];
        office
            .run(&format!("eval entry EV-2024-01 사례{no} --received-on 2024-12-0{} --member {member}", if no == 3 { 2 } else { no }))
            .ok();
        office.run(&format!("eval score EV-2024-01 E-0{no} R1 --criterion 적극성 --points {points}")).ok();
    }
    let next = "eval open 본심 --year 2024 --after EV-2024-01 --carry 60";
    office.run(&format!("{next} --keep 2")).refused(4, "E0617");
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    let entries = office.entries();
    office.run(&format!("{next} --keep 2")).refused(4, "E0660").hints("E-02, E-03").hints("--keep 3");
    office.run(&format!("{next} --keep 2 --tied E-04 --why 먼저")).refused(4, "E0661");
    office.run(&format!("{next} --keep 2 --tied E-02,E-03 --why 먼저")).refused(4, "E0660");
    office.run(&format!("{next} --keep 2 --tied E-02")).refused(2, "E0662");
    office.run(&format!("{next} --keep 3 --on 2024-12-19")).refused(4, "E0664");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run(&format!("{next} --keep 2 --tied E-03 --why '먼저 시작'")).ok();
    office.run(&format!("{next} --keep 1")).refused(4, "E0663");
    office.turn_to("2024-12-27");
    office.run("eval criterion EV-2024-02 발표 --max 100").ok();
    office.run("eval rater EV-2024-02 R1").ok();
    office.run("eval score EV-2024-02 E-01 R1 --criterion 발표 --points 70").ok();
    office.run("eval score EV-2024-02 E-03 R1 --criterion 발표 --points 90").ok();
    // 0.6 × 90 + 0.4 × 70 = 82; 0.6 × 80 + 0.4 × 90 = 84.
    let rows = office.rows("eval table EV-2024-02");
    let told: Vec<String> = rows.iter().map(|row| format!("{} {}", row["entry"], row["total"])).collect();
    assert_eq!(told, ["E-03 84.00", "E-01 82.00"]);
    let shown = &office.items("eval show EV-2024-02")[0];
    assert_eq!(
        (&shown["after"], &shown["keep"], &shown["keep_tied"], &shown["keep_reason"]),
        (&"EV-2024-01".into(), &2.into(), &"E-03".into(), &"먼저 시작".into())
    );
    assert_eq!(part(&office, "EV-2024-02", "members").len(), 2);
    office.run("eval close EV-2024-02 --confirm EV-2024-02").ok();
    office.run("eval verify EV-2024-02").ok();
}

#[test]
fn a_body_decides_on_what_was_closed_and_who_is_in_conflict_is_recused() {
    const CANARY: &str = "남궁비밀";
    let office = office();
    round(&office, "", "EV-2024-01");
    office.run("eval rater EV-2024-01 R2").ok();
    for entry in ["E-01", "E-02"] {
        office.run(&format!("eval entry EV-2024-01 사례 --entry {entry}")).ok();
        for rater in ["R1", "R2"] {
            office.run(&format!("eval score EV-2024-01 {entry} {rater} --criterion 적극성 --points 80")).ok();
        }
    }
    office.run("eval conflict EV-2024-01 E-02 R2 --reason 배우자").ok();
    let adopt = "eval adopt EV-2024-01 --body 인사위원회 --minutes 인사위-12";
    office.run(&format!("{adopt} --present R1")).refused(4, "E0617");
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    let entries = office.entries();
    office.run(&format!("{adopt} --present R1 --on 2024-12-19")).refused(4, "E0664");
    office.run(&format!("{adopt} --present R1,R1")).refused(2, "E0669");
    office.run(&format!("{adopt} --present R1 --absent R2 --recused R2:E-01:친족")).refused(4, "E0670");
    office.run(&format!("{adopt} --present R1 --recused R1:E-77:친족")).refused(3, "E0605");
    let wrong = office.run(&format!("{adopt} --present {CANARY},{CANARY}")).refused(2, "E0669");
    assert!(!wrong.stderr.contains(CANARY), "{}", wrong.stderr);
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run(&format!("{adopt} --present R1,R2,{CANARY} --absent R9 --recused R1:E-01:친족")).ok().says("3 of 4 members");
    let told: Vec<String> = part(&office, "EV-2024-01", "attendance")
        .iter()
        .map(|row| {
            format!("{} {} {} {} {}", row["member"], row["name"], row["present"], row["recused_from"], row["reason"]).replace('"', "")
        })
        .collect();
    assert_eq!(told, ["M-03 남**밀 true null null", "R1 null true E-01 친족", "R2 null true E-02 배우자", "R9 null false null null"]);
    let shown = &office.items("eval show EV-2024-01")[0];
    assert_eq!(
        (&shown["body"], &shown["adopted_on"], &shown["document"]),
        (&"인사위원회".into(), &"2024-12-20".into(), &"인사위-12".into())
    );
    office.run(&format!("{adopt} --present R1")).refused(4, "E0667").hints("--adoption");
    office.run("eval void EV-2024-01 --adoption --reason 착오").ok();
    office.run(&format!("{adopt} --present R1")).ok();
    office.run("eval verify EV-2024-01").ok();
    for question in
        ["eval show EV-2024-01", "log", "query \"SELECT * FROM evaluation_attendance\"", "query \"SELECT * FROM eval_attendance\""]
    {
        assert!(!office.run(question).stdout.contains(CANARY), "{question}");
    }
}

#[test]
fn entries_with_their_members_and_lessons_go_out_and_come_back() {
    let office = office();
    office.run("eval open 실패 --year 2024 --track model_failure --rubric model_failure").ok();
    office.run("eval entry EV-2024-01 사례 --lesson 미리 --task KT-2024-01 --member 김하나:60:설계 --member 이둘:40").ok();
    office.run("eval export EV-2024-01 .").ok();
    let sent = office.read("entries.csv");
    office.run("eval open 실패 --year 2024 --track model_failure").ok();
    office.run("eval import EV-2024-02 --criteria criteria.csv --entries entries.csv").ok();
    office.run("eval export EV-2024-02 .").ok();
    assert_eq!(office.read("entries.csv"), sent);
    assert!(sent.contains("S-0001:60:설계; S-0002:40"), "{sent}");
    office.run("eval import EV-2024-02 --entries entries.csv").ok().says("nothing differs");
}

#[test]
fn nominations_of_a_departments_people_may_be_counted_for_it() {
    let office = Office::on("2024-12-02");
    for command in [
        "dept add 가과",
        "dept add 나과",
        "staff add 김하나 --dept 가과",
        "staff add 이둘 --dept 나과",
        "nominate add 하나 --nominee 김하나 --by self --received-on 2024-03-04",
        "nominate add 둘 --nominee 김하나 --by department --nominator 가과 --received-on 2024-03-05",
        "nominate add 하나또 --nominee 김하나 --by self --received-on 2024-03-06",
        "nominate merge NM-2024-003 --into NM-2024-001 --on 2024-03-07",
        "nominate add 셋 --nominee 이둘 --by self --received-on 2024-03-04",
        "nominate add 작년 --nominee 이둘 --by self --received-on 2023-12-29",
        "nominate accept NM-2024-001 --on 2024-03-08",
        "nominate reject NM-2024-004 --ground kindness --on 2024-03-08",
        "eval open 부서평가 --year 2024 --track department",
        "eval indicator EV-2024-01 nominated --per-unit 1 --cap 10 --weight 100 --name 추천",
        "eval indicator EV-2024-01 nomination_accepted --per-unit 5 --cap 10 --weight 100 --name 인정",
        "eval entry EV-2024-01 가과 --dept 가과",
        "eval entry EV-2024-01 나과 --dept 나과",
    ] {
        office.run(command).ok();
    }
    let events = |indicator: &str| {
        let sql = format!(
            "SELECT d.name AS name, count(*) AS n FROM department_event e JOIN department d ON d.id = e.department_id WHERE e.indicator = '{indicator}' GROUP BY d.name ORDER BY 1"
        );
        office.rows(&format!("query \"{sql}\"")).iter().map(|row| format!("{} {}", row["name"], row["n"])).collect::<Vec<_>>()
    };
    // The duplicate that was merged is no second one.
    assert_eq!(events("nominated"), ["가과 2", "나과 2"]);
    assert_eq!(events("nomination_accepted"), ["가과 1"]);
    let totals: Vec<String> = office.rows("eval table EV-2024-01").iter().map(|row| format!("{} {}", row["title"], row["total"])).collect();
    assert_eq!(totals, ["가과 7.00", "나과 1.00"]);
}
