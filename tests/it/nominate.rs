//! Nominations: who did well, in the eyes of residents, employees, departments and themselves.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-20");
    for name in ["푸른도시과", "교통과"] {
        office.run(&format!("dept add {name}")).ok();
    }
    office.run("staff add 홍길동 --dept 푸른도시과 --grade 7").ok();
    office.run("staff add 김하나 --dept 교통과 --grade 6").ok();
    office
}

#[test]
fn a_resident_s_name_is_masked_and_checked_before_the_nomination_is_accepted() {
    let office = office();
    office.run("nominate add 주차 --nominee 김하나 --by resident --nominator 박주민 --received-on 2024-06-03").ok().says("NM-2024-001");
    assert_eq!(office.column("nominate list --fields nominator", "nominator"), ["박*민"]);
    office.run("nominate accept NM-2024-001").refused(4, "E0504").hints("nominate verify NM-2024-001");
    office.run("nominate verify NM-2024-001 --result failed --on 2024-06-04").ok();
    office.run("nominate accept NM-2024-001").refused(4, "E0504").hints("--ground unverified");
    office.run("nominate verify NM-2024-001 --result confirmed --on 2024-06-05").ok();
    office.run("nominate accept NM-2024-001 --on 2024-06-04").refused(4, "E0504");
    office.run("nominate accept NM-2024-001 --on 2024-06-05").ok();
    assert_eq!(office.column("nominate list", "state"), ["accepted"]);
    assert_eq!(office.column("nominate list --as-of 2024-06-04", "state"), ["received"]);
    office.run("nominate add 공원 --nominee 홍길동 --by department --nominator 교통과").ok();
    office.run("nominate verify NM-2024-002 --result confirmed").refused(4, "E0506");
}

#[test]
fn whoever_nominates_is_named_except_oneself() {
    let office = office();
    let entries = office.entries();
    office.run("nominate add 주차 --nominee 김하나 --by resident").refused(2, "E0513");
    office.run("nominate add 주차 --nominee 김하나 --by employee --nominator 없는이").refused(3, "E0301");
    office.run("nominate add 주차 --nominee 김하나 --by employee --nominator 김하나").refused(4, "E0515").hints("--by self");
    office.run("nominate add 주차 --nominee 없는이 --by self").refused(3, "E0301").hints("staff add");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("nominate add 주차 --nominee 김하나 --by self").ok();
    office.run("nominate add 공원 --nominee 홍길동 --by 직원 --nominator 김하나").ok();
    assert_eq!(office.column("nominate list --fields nominator", "nominator"), ["", "김*나"]);
}

#[test]
fn a_team_s_parts_sum_to_a_hundred() {
    let office = office();
    let add = "nominate add 분수 --by self --team 분수팀";
    office.run(&format!("{add} --nominee 홍길동=60 --nominee 김하나=30")).refused(4, "E0509");
    office.run(&format!("{add} --nominee 홍길동=60 --nominee 김하나")).refused(2, "E0510");
    office.run(&format!("{add} --nominee 홍길동=50 --nominee S-0001=50")).refused(4, "E0511");
    office.run(&format!("{add} --nominee 홍길동")).refused(4, "E0512");
    office.run(&format!("{add} --nominee 홍길동=60 --nominee 김하나=40")).ok();
    let row = &office.rows("nominate list --fields nominee,nominees,unit,department")[0];
    assert_eq!(row["nominee"], "홍길동 60%, 김하나 40%");
    assert_eq!((row["nominees"].as_str(), row["unit"].as_str()), ("S-0001=60; S-0002=40", "team"));
    assert_eq!(row["department"], "푸른도시과", "the department of the greatest part");
    office.run("nominate edit NM-2024-001 --nominee 홍길동=30 --nominee 김하나=70 --team 분수팀").ok();
    let row = &office.rows("nominate list --fields nominees,department")[0];
    assert_eq!((row["nominees"].as_str(), row["department"].as_str()), ("S-0001=30; S-0002=70", "교통과"));
    office.run("nominate accept NM-2024-001").ok();
    office.run("nominate edit NM-2024-001 --nominee 홍길동").refused(4, "E0518");
}

#[test]
fn a_team_keeps_its_name_as_long_as_it_is_one() {
    let office = office();
    office.run("nominate add 분수 --by self --team 분수팀 --nominee 홍길동=60 --nominee 김하나=40").ok();
    let team = || office.items("nominate show NM-2024-001")[0]["team"].as_str().map(str::to_owned);
    let kept = office.run("nominate edit NM-2024-001 --nominee 홍길동=50 --nominee 김하나=50").ok();
    assert!(!kept.stderr.contains("분수팀"), "{}", kept.stderr);
    assert_eq!(team().as_deref(), Some("분수팀"), "other parts of the same team");
    office.run("nominate edit NM-2024-001 --team 광장팀").ok();
    office.run("nominate edit NM-2024-001 --nominee 홍길동").ok().hints("광장팀");
    assert_eq!(team(), None);
    office.run("nominate edit NM-2024-001 --team 분수팀").refused(4, "E0512");
}

#[test]
fn an_edit_for_a_revision_sees_that_someone_else_is_nominated_since() {
    let office = office();
    office.run("nominate add 분수 --by self --nominee 홍길동=60 --nominee 김하나=40").ok();
    let rev = || office.items("nominate show NM-2024-001")[0]["rev"].as_str().expect("a rev").to_owned();
    let before = rev();
    office.run(&format!("nominate edit NM-2024-001 --nominee 홍길동=60 --nominee 김하나=40 --if-rev {before}")).ok();
    assert_eq!(rev(), before, "the same parts change nothing");
    office.run(&format!("nominate edit NM-2024-001 --nominee 홍길동=50 --nominee 김하나=50 --if-rev {before}")).ok();
    office.run(&format!("nominate edit NM-2024-001 --nominee 홍길동=90 --nominee 김하나=10 --if-rev {before}")).refused(5, "E0303");
    assert_eq!(office.column("nominate list --fields nominees", "nominees"), ["S-0001=50; S-0002=50"]);
}

#[test]
fn a_rejection_names_a_ground_of_the_office() {
    let office = office();
    office.run("nominate add 친절 --nominee 김하나 --by self").ok();
    office.run("nominate reject NM-2024-001 --ground whim").refused(3, "E0507").hints("kindness");
    office.run("nominate reject NM-2024-001 --ground other").refused(2, "E0508");
    office.run("nominate reject NM-2024-001 --ground '단순 친절'").ok();
    assert_eq!(office.column("nominate list", "ground"), ["kindness"]);
    office.run("nominate reject NM-2024-001 --ground kindness").refused(4, "E0501");
    office.run("nominate ground 겸직").refused(2, "E0522");
    office.run("nominate ground 겸직 --name '겸직 위반' --source '2024 공고'").ok();
    office.run("nominate accept NM-2024-001 --reason '다시 살핌'").ok();
    office.run("nominate reject NM-2024-001 --ground 겸직 --reason '겸직 확인'").ok();
    office.run("nominate ground 겸직 --off").ok();
    office.run("nominate accept NM-2024-001 --reason '겸직 아님'").ok();
    office.run("nominate reject NM-2024-001 --ground 겸직 --reason 확인").refused(3, "E0507");
}

#[test]
fn what_comes_out_of_time_cannot_be_accepted() {
    let office = office();
    office.run("nominate period 상반기 --from 2024-05-01").refused(2, "E0521");
    office.run("nominate period 상반기 --from 2024-06-10 --to 2024-05-01").refused(4, "E0520");
    office.run("nominate period 상반기 --from 2024-05-01 --to 2024-06-10 --merit-from 2023-07-01 --merit-to 2024-05-31").ok();
    for (title, received, merit, timing) in [
        ("하나", "2024-06-10", "2024-05-31", "within"),
        ("둘", "2024-06-11", "2024-05-31", "late"),
        ("셋", "2024-05-01", "2023-06-30", "outside_period"),
        ("넷", "2023-05-01", "2023-04-01", "open"),
    ] {
        office.run(&format!("nominate add {title} --nominee 김하나 --by self --received-on {received} --merit-to {merit}")).ok();
        let row = office.rows("nominate list --fields code,title,timing").into_iter().find(|row| row["title"] == title).expect("a row");
        assert_eq!(row["timing"], timing, "{title}");
        let accepted = office.run(&format!("nominate accept {}", row["code"]));
        match timing {
            "within" | "open" => drop(accepted.ok()),
            ground => drop(accepted.refused(4, "E0505").hints(&format!("--ground {ground}"))),
        }
    }
    office.run("nominate period 상반기 --to 2024-06-05").ok();
    assert_eq!(office.column("nominate list --state accepted", "state").len(), 2, "a later notice undoes nothing");
}

#[test]
fn duplicates_become_one_and_keep_every_source() {
    let office = office();
    office.run("nominate add 주차 --nominee 김하나 --by resident --nominator 박주민 --received-on 2024-06-03").ok();
    office
        .run("nominate add 주차장 --nominee 김하나 --by department --nominator 교통과 --received-on 2024-06-04")
        .ok()
        .hints("nominate merge");
    office.run("nominate add 야간주차 --nominee 김하나 --by resident --nominator 최주민 --received-on 2024-06-05").ok();
    assert_eq!(office.rows("nominate duplicates").len(), 3);
    office.run("nominate merge NM-2024-001 --into NM-2024-001").refused(4, "E0516");
    office.run("nominate merge NM-2024-003 --into NM-2024-002 --on 2024-06-05").ok();
    office.run("nominate merge NM-2024-001 --into NM-2024-003").refused(4, "E0501");
    office.run("nominate merge NM-2024-002 --into NM-2024-001 --on 2024-06-06").ok();
    assert_eq!(office.column("nominate list", "sources"), ["3", "0", "0"]);
    assert_eq!(office.column("nominate list", "state"), ["received", "merged", "merged"]);
    let from = office.items("nominate show NM-2024-001")[0]["from"].as_array().expect("sources").len();
    assert_eq!(from, 3, "the source of the one merged first came along");
    office.run("nominate accept NM-2024-001 --on 2024-06-05").refused(4, "E0504");
    office.run("nominate accept NM-2024-001 --on 2024-06-06").ok();
    office.run("nominate accept NM-2024-002").refused(4, "E0501");
    office.run("nominate void NM-2024-001 --reason 착오").refused(4, "E0517");
    assert!(office.rows("nominate duplicates").is_empty());
}

#[test]
fn nominations_of_different_people_are_merged_only_with_a_reason() {
    let office = office();
    office.run("nominate add 주차 --nominee 김하나 --by self").ok();
    office.run("nominate add 분수 --nominee 홍길동=60 --nominee 김하나=40 --by self").ok().hints("nominate show NM-2024-001");
    office.run("nominate add 화단 --nominee 홍길동=40 --nominee 김하나=60 --by self").ok().hints("merge NM-2024-003 --into NM-2024-002");
    let refused = office.run("nominate merge NM-2024-002 --into NM-2024-001").refused(4, "E0523");
    refused.hints("홍길동").hints("nominate merge NM-2024-002 --into NM-2024-001 --reason");
    office.run("nominate merge NM-2024-003 --into NM-2024-002").ok();
    office.run("nominate merge NM-2024-002 --into NM-2024-001 --reason '김하나가 팀을 대표'").ok();
    assert_eq!(office.column("nominate list", "sources"), ["3", "0", "0"]);
}

#[test]
fn what_was_decided_is_told_the_way_that_is_left() {
    let office = office();
    office.run("nominate period 상반기 --from 2024-05-01 --to 2024-06-10").ok();
    office.run("nominate add 주차 --nominee 김하나 --by self --received-on 2024-06-11").ok();
    office.run("nominate reject NM-2024-001 --ground late").ok();
    office.run("eval open 상반기 --year 2024").ok();
    let entered = office.run("nominate enter NM-2024-001 --round EV-2024-01").refused(4, "E0501").hints("nominate show NM-2024-001");
    assert!(!entered.stderr.contains("nominate accept"), "{}", entered.stderr);
    let accepted = office.run("nominate accept NM-2024-001").refused(4, "E0505").hints("nominate periods");
    assert!(!accepted.stderr.contains("nominate reject"), "{}", accepted.stderr);
    for title in ["가", "나"] {
        office.run(&format!("nominate add {title} --nominee 김하나 --by self --received-on 2024-06-05")).ok();
    }
    office.run("nominate accept NM-2024-003").ok();
    office.run("nominate merge NM-2024-003 --into NM-2024-002").refused(4, "E0501").hints("reject NM-2024-003 --ground duplicate --reason");
    office.run("nominate reject NM-2024-003 --ground duplicate --reason 중복").ok();
}

#[test]
fn a_nomination_is_decided_otherwise_only_with_a_reason() {
    let office = office();
    office.run("nominate add 주차 --nominee 김하나 --by resident --nominator 박주민 --received-on 2024-06-03").ok();
    office.run("nominate reject NM-2024-001 --ground unverified --on 2024-06-04").ok();
    let unverified = office.run("nominate accept NM-2024-001").refused(4, "E0504").hints("nominate verify NM-2024-001 --result confirmed");
    assert!(!unverified.stderr.contains("nominate reject"), "it is rejected already:\n{}", unverified.stderr);
    office.run("nominate verify NM-2024-001 --result failed").ok().hints("nominate show NM-2024-001");
    office.run("nominate verify NM-2024-001 --result confirmed").ok().hints("nominate accept NM-2024-001 --reason");
    let entries = office.entries();
    office.run("nominate accept NM-2024-001").refused(2, "E0524").hints("2024-06-04").hints("nominate accept NM-2024-001 --reason");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("nominate accept NM-2024-001 --reason 재심").ok().says("rejected on 2024-06-04");
    office.run("nominate reject NM-2024-001 --ground kindness").refused(2, "E0524").hints("--ground GROUND --reason");
    office.run("nominate reject NM-2024-001 --ground kindness --reason 재심").ok().says("accepted on 2024-06-20");
}

#[test]
fn what_is_suggested_after_a_check_is_what_can_be_decided() {
    let office = office();
    office.run("nominate period 상반기 --from 2024-05-01 --to 2024-06-10").ok();
    for (no, received) in [(1, "2024-06-11"), (2, "2024-06-03"), (3, "2024-06-03")] {
        office.run(&format!("nominate add 주차{no} --nominee 김하나 --by resident --nominator 박주민 --received-on {received}")).ok();
    }
    office.run("nominate merge NM-2024-003 --into NM-2024-002 --on 2024-06-05").ok();
    let both = office.run("nominate verify NM-2024-001 NM-2024-002 --result confirmed -y").ok();
    let both = both.hints("nominate reject NM-2024-001 --ground late").hints("nominate accept NM-2024-002");
    assert!(!both.stderr.contains("accept NM-2024-001"), "{}", both.stderr);
    office.run("nominate accept NM-2024-003").refused(4, "E0501").hints("merged into").hints("nominate show NM-2024-002");
}

#[test]
fn an_accepted_nomination_enters_a_round_once() {
    let office = office();
    office.run("nominate add 주차 --nominee 김하나 --by self --received-on 2024-06-03").ok();
    office.run("eval open 상반기 --year 2024").ok();
    office.run("nominate enter NM-2024-001 --round EV-2024-01").refused(4, "E0501").hints("nominate accept NM-2024-001");
    office.run("nominate accept NM-2024-001").ok();
    office.run("nominate enter NM-2024-001 --round EV-2024-09").refused(3, "E0301");
    office.run("nominate enter NM-2024-001 --round EV-2024-01").ok().says("E-01");
    office.run("nominate enter NM-2024-001 --round EV-2024-01").refused(4, "E0519");
    assert_eq!(office.column("nominate list", "state"), ["entered"]);
    assert_eq!(office.column("eval table EV-2024-01", "title"), ["주차"]);
    assert_eq!(office.column("eval table EV-2024-01", "department"), ["교통과"]);
    office.run("nominate reject NM-2024-001 --ground kindness").refused(4, "E0501");
    office.run("eval void EV-2024-01 --entry E-01 --reason 착오").ok();
    assert_eq!(office.column("nominate list", "state"), ["accepted"], "its entry was taken back");
    office.run("nominate reject NM-2024-001 --ground kindness --reason '단순 친절'").ok();
}

#[test]
fn a_nomination_of_a_key_task_is_entered_as_its_merit() {
    let office = office();
    office.run("task add 분수 --year 2024 --dept 푸른도시과 --lead 홍길동").ok();
    office.run("task add 착오 --year 2024 --dept 교통과").ok();
    office.run("task void KT-2024-02 --reason 착오").ok();
    let entries = office.entries();
    office.run("nominate add 분수 --nominee 홍길동 --by self --task KT-2024-09").refused(3, "E0301");
    office.run("nominate add 분수 --nominee 홍길동 --by self --task KT-2024-02").refused(4, "E0404");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("nominate add 분수 --nominee 홍길동 --by self").ok();
    office.run("nominate edit NM-2024-001 --task kt-2024-01").ok();
    assert_eq!(office.items("nominate show NM-2024-001")[0]["task"], "KT-2024-01");
    office.run("nominate add 주차 --nominee 홍길동 --by self").ok();
    assert_eq!(office.column("nominate list --task kt-2024-01", "code"), ["NM-2024-001"]);
    office.run("nominate list --task KT-2024-09").refused(3, "E0301");
    office.run("nominate accept NM-2024-001").ok();
    office.run("eval open 상반기 --year 2024").ok();
    office.run("nominate enter NM-2024-001 --round EV-2024-01").ok();
    let sql = "SELECT t.code FROM eval_entry e JOIN task t ON t.id = e.task_id";
    assert_eq!(office.run_words(&["query", sql, "-o", "csv"], "").ok().stdout, "code\nKT-2024-01\n");
    let edited = office.run("nominate edit NM-2024-001 --clear task").ok();
    edited.hints("EV-2024-01:E-01").hints("proadmin eval entry EV-2024-01 TITLE --entry E-01 --task CODE");
    assert!(office.items("nominate show NM-2024-001")[0]["task"].is_null());
}

#[test]
fn a_task_that_was_voided_is_no_longer_what_a_merit_is_about() {
    let office = office();
    office.run("task add 분수 --year 2024 --dept 푸른도시과").ok();
    office.run("nominate add 분수 --nominee 홍길동 --by self --task KT-2024-01").ok();
    office.run("nominate add 음악분수 --nominee 홍길동 --by department --nominator 교통과").ok();
    office.run("nominate merge NM-2024-001 --into NM-2024-002").ok();
    let task = || office.items("nominate show NM-2024-002")[0]["task"].clone();
    assert_eq!(task(), "KT-2024-01", "the task goes with the nomination that was merged");
    office.run("task void KT-2024-01 --reason 착오").ok();
    assert!(task().is_null());
    let (out, entries) = (office.run("export nominate").ok().stdout, office.entries());
    office.write("out.csv", &out);
    office.run("import nominate out.csv").ok();
    assert_eq!(office.entries(), entries, "what was exported changes nothing");
}

#[test]
fn a_second_nomination_of_the_same_person_is_told_before_both_earn() {
    let office = office();
    for title in ["주차", "주차장"] {
        office.run(&format!("nominate add {title} --nominee 김하나 --by self")).ok();
    }
    let alone = office.run("nominate accept NM-2024-001").ok();
    assert!(!alone.stderr.contains("duplicate"), "{}", alone.stderr);
    office.run("nominate accept NM-2024-002").ok().hints("NM-2024-001").hints("nominate reject NM-2024-002 --ground duplicate --reason");
    office.run("nominate add 야간주차 --nominee 김하나 --by self --received-on 2023-12-29").ok();
    let third = office.run("nominate accept NM-2023-001").ok().hints("NM-2024-001, NM-2024-002");
    assert_eq!(third.stderr.matches("--ground duplicate").count(), 1, "{}", third.stderr);
    office.run("nominate accept NM-2023-001 --on 2023-12-31").refused(4, "E0501");
    office.run("nominate reject NM-2024-002 --ground duplicate --reason 중복").ok();
}

#[test]
fn whose_merit_a_nomination_is_goes_with_it_as_far_as_a_reward() {
    let office = office();
    office.run("nominate add 주차 --nominee 김하나 --by self").ok();
    office.run("nominate add 분수 --team 분수팀 --nominee 홍길동=60 --nominee 김하나=40 --by self").ok();
    office.run("nominate accept NM-2024-001 NM-2024-002").ok();
    office.run("eval open 개인 --year 2024").ok();
    office.run("eval open 팀 --year 2024 --track team").ok();
    office.run("nominate enter NM-2024-001 --round EV-2024-01").ok();
    office.run("nominate enter NM-2024-002 --round EV-2024-02").ok();
    let entries = office.entries();
    office
        .run("nominate enter NM-2024-002 --round EV-2024-01")
        .refused(4, "E0642")
        .hints("--track team")
        .hints("nominate enter NM-2024-002 --round EV-2024-02");
    office.run("nominate enter NM-2024-001 --round EV-2024-02").refused(4, "E0643").hints("--track individual");
    assert_eq!(office.entries(), entries, "a team is not made a person by dropping its members");
    let sql = "SELECT round, entry, staff, share FROM evaluation_member ORDER BY 1, 2, 4 DESC";
    let merit = office.run_words(&["query", sql, "-o", "csv"], "").ok().stdout;
    assert_eq!(merit, "round,entry,staff,share\nEV-2024-01,E-01,김하나,100\nEV-2024-02,E-01,홍길동,60\nEV-2024-02,E-01,김하나,40\n");
    for command in ["criterion EV-2024-02 가 --max 9", "rater EV-2024-02 R1", "grade EV-2024-02 우수 --count 1"] {
        office.run(&format!("eval {command}")).ok();
    }
    office.run("eval score EV-2024-02 E-01 R1 --criterion 가 --points 9").ok();
    office.run("eval close EV-2024-02 --confirm EV-2024-02").ok();
    office.run("reward offer EV-2024-02").ok().says("2 officials");
}

#[test]
fn a_past_year_of_nominations_is_imported_and_comes_back_the_same() {
    let office = office();
    office.write(
        "in.csv",
        "title,nominees,source,nominator,received_on,check_state,checked_on,state,decided_on,ground\n\
         분수,홍길동=60; 김하나=40,주민,박주민,2023-05-02,confirmed,2023-05-03,accepted,2023-05-10,\n\
         친절,김하나,self,,2023-05-03,,,제외,2023-05-10,단순 친절\n\
         주차,S-0002,employee,홍길동,2023-05-04,,,,,\n",
    );
    office.run("import nominate in.csv").ok().says("3 new");
    assert_eq!(office.column("nominate list", "state"), ["accepted", "rejected", "received"]);
    assert_eq!(office.column("nominate list", "code")[0], "NM-2023-001");
    let entries = office.entries();
    office.run("import nominate in.csv").ok();
    assert_eq!(office.entries(), entries, "again changes nothing");
    let out = office.run("export nominate").ok().stdout;
    let other = self::office();
    other.write("out.csv", &out);
    other.run("import nominate out.csv").ok();
    assert_eq!(other.run("export nominate").ok().stdout, out);
    office.write(
        "wrong.csv",
        "title,nominees,source,nominator,received_on,state,decided_on\n\
         가,없는이,self,,2023-05-02,,\n나,홍길동=10; 김하나=10,self,,2023-05-02,,\n다,김하나,resident,박주민,2023-05-02,accepted,2023-05-03\n",
    );
    office.run("import nominate wrong.csv").refused(4, "E0341").hints("line 2").hints("line 3").hints("line 4");
    assert_eq!(office.entries(), entries);
}

#[test]
fn what_waits_too_long_needs_someone() {
    let mut office = office();
    office.run("nominate add 주차 --nominee 김하나 --by self --received-on 2024-06-20").ok();
    let waiting = |office: &Office| office.column("today", "what").iter().filter(|what| *what == "undecided").count();
    assert_eq!(waiting(&office), 0);
    office.turn_to("2024-07-21");
    assert_eq!(waiting(&office), 1);
    office.run("today").ok().hints("nominate accept NM-2024-001");
    office.run("nominate period 상반기 --from 2024-05-01 --to 2024-06-10").ok();
    office.run("today").ok().hints("nominate reject NM-2024-001 --ground late");
    office.run("nominate period 상반기 --to 2024-06-20").ok();
    office.run("nominate accept NM-2024-001").ok().hints("nominate enter NM-2024-001");
    assert_eq!(waiting(&office), 0);
}

#[test]
fn mergers_come_back_from_a_file_whatever_their_order_and_what_rests_on_them_too() {
    let office = Office::on("2024-06-28");
    for command in [
        "dept add 가과",
        "staff add 김하나 --dept 가과",
        "staff add 이둘 --dept 가과",
        "nominate add 하나 --nominee 김하나 --by resident --nominator 박주민 --received-on 2024-06-03",
        "nominate add 둘 --nominee 김하나 --by resident --nominator 최주민 --received-on 2024-06-03",
        "nominate add 셋 --nominee 김하나 --by self --received-on 2024-06-04",
        "nominate add 넷 --nominee 이둘 --by self --received-on 2024-06-04",
        "nominate add 다섯 --nominee 이둘 --by department --nominator 가과 --received-on 2024-06-04",
        // Into a later one, which goes into the first; that one's real name was never checked.
        "nominate merge NM-2024-002 --into NM-2024-003 --on 2024-06-05",
        "nominate merge NM-2024-003 --into NM-2024-001 --on 2024-06-06",
        "nominate accept NM-2024-001 --on 2024-06-06",
        "nominate merge NM-2024-004 --into NM-2024-005 --on 2024-06-07 --reason '같은 사람'",
        "nominate reject NM-2024-005 --ground kindness --on 2024-06-07",
    ] {
        office.run(command).ok();
    }
    let shown = |office: &Office| office.run("nominate list --all -o jsonl").ok().stdout;
    for noun in ["dept", "staff", "nominate"] {
        office.run(&format!("export {noun} --out {noun}.csv")).ok();
    }
    let fresh = Office::on("2024-06-28");
    for noun in ["dept", "staff", "nominate"] {
        fresh.write(&format!("{noun}.csv"), office.read(&format!("{noun}.csv")));
        fresh.run(&format!("import {noun} {noun}.csv")).ok();
    }
    assert_eq!(shown(&fresh), shown(&office));
    fresh.run("import nominate nominate.csv").ok().says("nothing differs");
    assert_eq!(fresh.column("query \"SELECT reason FROM nomination_status WHERE code = 'NM-2024-004'\"", "reason"), ["같은 사람"]);

    let header = "title,nominees,source,nominator,received_on,merged_into,merged_on,decided_on,state,reason\n";
    for (row, told) in [
        ("여섯,이둘,self,,2024-06-10,NM-2024-099,2024-06-11,,,", "line 2 merged_into  there is no nomination 'NM-2024-099'"),
        ("여섯,이둘,self,,2024-06-10,NM-2024-001,2024-06-11,,,", "line 2 merged_into  'NM-2024-001'"),
        ("여섯,이둘,self,,2024-06-10,,2024-06-11,,,", "line 2 merged_into"),
        ("여섯,이둘,self,,2024-06-10,,,,merged,", "line 2 merged_into"),
        ("여섯,이둘,self,,2024-06-10,NM-2024-001,2024-06-29,,,", "line 2 merged_on"),
        ("여섯,이둘,self,,2024-06-10,NM-2024-001,2024-06-11,2024-06-11,accepted,", "line 2 decided_on"),
        ("여섯,이둘,resident,정주민,2024-06-10,,,2024-06-11,accepted,", "line 2 decided_on  '2024-06-11'"),
        ("셋,김하나,self,,2024-06-04,NM-2024-002,2024-06-06,,,", "line 2 merged_into"),
    ] {
        office.write("wrong.csv", format!("{header}{row}\n"));
        office.run("import nominate wrong.csv").refused(4, "E0341").hints(told);
    }
}
