//! Key tasks, from candidate to carried over.

use crate::office::Office;

/// An office on Monday 2024-05-20 with a task of 2024 that is due at the end of June.
fn office() -> Office {
    let office = Office::on("2024-05-20");
    office.run("dept add 푸른도시과").ok();
    office.run("dept add 교통과").ok();
    office.run("staff add 홍길동 --dept 푸른도시과").ok();
    office.run("task add 음악분수 --year 2024 --dept 푸른도시과 --lead 홍길동 --due 2024-06-30").ok().says("KT-2024-01");
    office
}

#[track_caller]
fn state(office: &Office, code: &str, as_of: &str) -> String {
    let as_of = if as_of.is_empty() { String::new() } else { format!(" --as-of {as_of}") };
    let rows = office.rows(&format!("task list --fields code,state --all{as_of}"));
    rows.iter().find(|row| row["code"] == code).map_or_else(|| "-".to_owned(), |row| row["state"].clone())
}

#[track_caller]
fn item(office: &Office, code: &str) -> serde_json::Value {
    office.items(&format!("task show {code}"))[0].clone()
}

#[test]
fn a_candidate_is_selected_suspended_resumed_and_completed_and_every_day_keeps_its_state() {
    let office = office();
    office.run("task add 둘째 --year 2024 --dept 교통과 --candidate --proposed-on 2024-02-01").ok().hints("task select KT-2024-02");
    office.run("task select KT-2024-02 --on 2024-02-10 --reason '위원회 의결'").ok().hints("milestone add KT-2024-02");
    office.run("task suspend KT-2024-02 --on 2024-03-01 --reason 예산").ok().hints("task resume KT-2024-02");
    office.run("task resume KT-2024-02 --on 2024-03-10").ok();
    office.run("task complete KT-2024-02 --on 2024-04-01 --outcome missed --actual 70.5").ok();
    for (day, stands) in [
        ("2024-01-31", "-"),
        ("2024-02-01", "candidate"),
        ("2024-02-09", "candidate"),
        ("2024-02-10", "on_track"),
        ("2024-03-01", "suspended"),
        ("2024-03-10", "on_track"),
        ("2024-03-31", "on_track"),
        ("2024-04-01", "completed"),
        ("", "completed"),
    ] {
        assert_eq!(state(&office, "KT-2024-02", day), stands, "{day}");
    }
    let closed = item(&office, "KT-2024-02");
    assert_eq!(
        (closed["outcome"].as_str(), closed["indicator_actual"].as_f64(), closed["days_left"].as_i64()),
        (Some("missed"), Some(70.5), None)
    );
    assert_eq!(closed["history"][1]["reason"], "위원회 의결");
    let before = &office.items("task show KT-2024-02 --as-of 2024-03-31")[0];
    assert_eq!((before["outcome"].as_str(), before["closed_on"].as_str()), (None, None));
}

#[test]
fn a_closed_task_is_opened_again_and_closed_again() {
    let office = office();
    office.run("task complete KT-2024-01 --on 2024-02-01 --outcome met").ok();
    office.run("task reopen KT-2024-01 --on 2024-02-15 --reason 재추진").ok();
    office.run("task stop KT-2024-01 --on 2024-03-01 --reason 중복").ok();
    for (day, stands, closed_on, outcome) in [
        ("2024-01-15", "on_track", None, None),
        ("2024-02-01", "completed", Some("2024-02-01"), Some("met")),
        ("2024-02-15", "on_track", None, None),
        ("2024-03-01", "stopped", Some("2024-03-01"), None),
    ] {
        let then = &office.items(&format!("task show KT-2024-01 --as-of {day}"))[0];
        let seen = (then["state"].as_str().expect("a state"), then["closed_on"].as_str(), then["outcome"].as_str());
        assert_eq!(seen, (stands, closed_on, outcome), "{day}");
    }
    office.run("task reopen KT-2024-01 --on 2024-03-02 --reason 또").ok();
    office.run("task complete KT-2024-01 --on 2024-03-03 --outcome missed").ok();
    assert_eq!(state(&office, "KT-2024-01", ""), "completed");
    let acts: Vec<String> = item(&office, "KT-2024-01")["history"]
        .as_array()
        .expect("acts")
        .iter()
        .map(|act| format!("{} {}", act["on"], act["act"]).replace('"', ""))
        .collect();
    assert_eq!(
        acts,
        [
            "2024-01-01 proposed",
            "2024-01-01 selected",
            "2024-02-01 completed",
            "2024-02-15 reopened",
            "2024-03-01 stopped",
            "2024-03-02 reopened",
            "2024-03-03 completed"
        ]
    );
}

#[test]
fn all_on_one_day_keeps_the_order_of_recording() {
    let office = office();
    for act in [
        "suspend KT-2024-01 --reason a",
        "resume KT-2024-01",
        "complete KT-2024-01 --outcome met",
        "reopen KT-2024-01 --reason b",
        "suspend KT-2024-01 --reason c",
    ] {
        office.run(&format!("task {act} --on 2024-04-01")).ok();
    }
    assert_eq!(state(&office, "KT-2024-01", ""), "suspended");
    office.run("task complete KT-2024-01 --outcome met --on 2024-04-01").refused(4, "E0401");
    assert_eq!(state(&office, "KT-2024-01", "2024-03-31"), "on_track");
}

#[test]
fn what_cannot_happen_is_refused_with_its_way_out_and_nothing_is_recorded() {
    let office = office();
    office.run("task add 후보 --year 2024 --dept 교통과 --candidate --proposed-on 2024-02-01").ok();
    office.run("task add 보류 --year 2024 --dept 교통과").ok();
    office.run("task suspend KT-2024-03 --on 2024-03-01 --reason 예산").ok();
    office.run("task add 완료 --year 2024 --dept 교통과").ok();
    office.run("task complete KT-2024-04 --on 2024-03-01 --outcome met").ok();
    let entries = office.entries();
    for (verb, code, rule, way_out) in [
        ("complete KT-2024-02 --outcome met", 4, "E0401", "task select KT-2024-02"),
        ("suspend KT-2024-02 --reason x", 4, "E0401", "task select KT-2024-02"),
        ("select KT-2024-02 --on 2024-01-31", 4, "E0402", "--on 2024-02-01"),
        ("select KT-2024-01", 4, "E0401", "task show KT-2024-01"),
        ("resume KT-2024-01", 4, "E0401", ""),
        ("reopen KT-2024-01 --reason x", 4, "E0401", ""),
        ("complete KT-2024-03 --outcome met", 4, "E0401", "task resume KT-2024-03"),
        ("suspend KT-2024-03 --reason x", 4, "E0401", "task resume KT-2024-03"),
        ("complete KT-2024-04 --outcome met", 4, "E0401", "task reopen KT-2024-04 --reason"),
        ("suspend KT-2024-04 --reason x --on 2024-04-01", 4, "E0401", "task reopen KT-2024-04"),
        ("suspend KT-2024-04 --reason x --on 2024-02-01", 4, "E0401", ""),
        ("complete KT-2024-01 --outcome met --on 2024-05-21", 4, "E0111", ""),
        ("complete KT-2024-01", 2, "E0", "--outcome"),
        ("stop KT-2024-01", 2, "E0", "--reason"),
        ("complete KT-2024-01 --outcome maybe", 2, "E0", "missed"),
        ("carry KT-2024-01 --into 2024", 4, "E0406", "--into 2025"),
        ("carry KT-2024-02", 4, "E0401", "task select KT-2024-02"),
        ("edit KT-2024-01 --start 2024-07-01", 4, "E0403", "--due"),
        ("edit KT-2024-01 --due 2061-01-01", 4, "E0321", ""),
        ("edit KT-2024-01 --lead 없는이", 3, "E0", ""),
        ("add 새 --year 2024 --dept 없는과", 3, "E0", ""),
        ("add 새 --year 2024 --dept 교통과 --start 2024-05-02 --due 2024-05-01", 4, "E0403", ""),
        ("add 새 --year 2009 --dept 교통과", 2, "E0", ""),
        ("show KT-2024-99", 3, "E0301", "task list"),
    ] {
        office.run(&format!("task {verb}")).refused(code, rule).hints(way_out);
    }
    assert_eq!(office.entries(), entries);
}

#[test]
fn a_task_is_late_by_its_own_day_or_by_an_open_milestone() {
    let mut office = office();
    office.run("milestone add KT-2024-01 설계 --due 2024-05-31").ok();
    office.run("milestone add KT-2024-01 착공 --due 2024-06-20").ok();
    let at = |office: &mut Office, day: &str| {
        office.turn_to(day);
        let now = item(office, "KT-2024-01");
        (now["state"].as_str().expect("a state").to_owned(), now["delayed"].as_bool().expect("a flag"), now["days_left"].as_i64())
    };
    let on_track = |left| ("on_track".to_owned(), false, Some(left));
    let delayed = |left| ("delayed".to_owned(), true, Some(left));
    assert_eq!(at(&mut office, "2024-05-31"), on_track(30));
    assert_eq!(at(&mut office, "2024-06-01"), delayed(29));
    office.run("milestone done KT-2024-01 1 --on 2024-06-01").ok();
    assert_eq!(at(&mut office, "2024-06-20"), on_track(10));
    assert_eq!(at(&mut office, "2024-06-21"), delayed(9));
    office.run("task edit KT-2024-01 --due 2024-06-22").ok();
    office.run("milestone done KT-2024-01 2 --on 2024-06-21").ok();
    assert_eq!(at(&mut office, "2024-06-22"), on_track(0));
    assert_eq!(at(&mut office, "2024-06-23"), delayed(-1));
    office.run("task suspend KT-2024-01 --reason 예산").ok();
    assert_eq!(at(&mut office, "2024-06-24"), ("suspended".to_owned(), false, Some(-2)));
    office.run("task stop KT-2024-01 --reason 예산").ok();
    assert_eq!(at(&mut office, "2024-06-24"), ("stopped".to_owned(), false, None));
}

#[test]
fn a_start_that_lies_ahead_is_a_plan() {
    let mut office = office();
    office.run("task edit KT-2024-01 --start 2024-05-21").ok();
    assert_eq!(state(&office, "KT-2024-01", ""), "planned");
    office.turn_to("2024-05-21");
    assert_eq!(state(&office, "KT-2024-01", ""), "on_track");
    office.run("task edit KT-2024-01 --start 2024-06-01").ok();
    office.run("task suspend KT-2024-01 --reason 예산").ok();
    assert_eq!(state(&office, "KT-2024-01", ""), "suspended");
    office.run("task add 후보 --year 2024 --dept 교통과 --candidate --start 2024-06-01").ok();
    assert_eq!(state(&office, "KT-2024-02", ""), "candidate");
}

#[test]
fn what_is_not_finished_is_carried_over_the_years_end_with_its_open_milestones() {
    let mut office = office();
    office
        .run("task edit KT-2024-01 --due 2025-03-31 --budget 1500000 --indicator 만족도 --target 85.5 --background 배경 --reason 설계변경")
        .ok();
    office.run("milestone add KT-2024-01 설계 --due 2024-05-01").ok();
    office.run("milestone add KT-2024-01 준공 --due 2025-03-01").ok();
    office.run("milestone done KT-2024-01 1 --on 2024-05-01").ok();
    office.run("progress log KT-2024-01 --percent 60 --on 2024-05-20").ok();
    office.turn_to("2024-12-30");
    office.run("task carry KT-2024-01 --reason '공사 지연'").ok().says("KT-2025-01").says("1 open milestone");
    let origin = item(&office, "KT-2024-01");
    assert_eq!((origin["state"].as_str(), origin["closed_on"].as_str()), (Some("carried"), Some("2024-12-30")));
    let next = item(&office, "KT-2025-01");
    assert_eq!(
        (next["origin"].as_str(), next["year"].as_i64(), next["due"].as_str()),
        (Some("KT-2024-01"), Some(2025), Some("2025-03-31"))
    );
    assert_eq!((next["percent"].as_i64(), next["budget"].as_i64(), next["indicator_target"].as_f64()), (None, Some(1_500_000), Some(85.5)));
    assert_eq!((next["milestones"].as_array().map(Vec::len), next["milestones"][0]["title"].as_str()), (Some(1), Some("준공")));
    assert_eq!(next["plan"][0]["background"], "배경");
    assert_eq!(state(&office, "KT-2025-01", "2024-12-29"), "-");
    // It is not alive twice.
    office.run("task carry KT-2024-01").refused(4, "E0401");
    office.run("task reopen KT-2024-01 --reason 착오").refused(4, "E0407").hints("task void KT-2025-01");
    office.run("task void KT-2025-01 --reason 착오").ok();
    office.run("task reopen KT-2024-01 --reason 착오").ok();
    office.run("task carry KT-2024-01 --due 2025-06-30").ok().says("KT-2025-02");
}

#[test]
fn a_task_whose_end_lies_in_the_old_year_is_carried_without_one() {
    let mut office = office();
    office.turn_to("2025-01-10");
    office.run("task carry KT-2024-01 --on 2024-12-31").ok().hints("task edit KT-2025-01 --due DATE");
    assert_eq!(item(&office, "KT-2025-01")["due"].as_str(), None);
    assert_eq!(item(&office, "KT-2025-01")["proposed_on"], "2024-12-31");
}

#[test]
fn lists_are_by_year_state_department_lead_and_lateness() {
    let office = office();
    office.run("task add 지난해 --year 2023 --dept 교통과 --due 2023-12-31").ok();
    office.run("task add 교통 --year 2024 --dept 교통과 --due 2024-05-19").ok();
    office.run("task add 잘못 --year 2024 --dept 교통과").ok();
    office.run("task void KT-2024-03 --reason 실수").ok();
    for (flags, codes) in [
        ("", vec!["KT-2024-01", "KT-2024-02", "KT-2023-01"]),
        ("--year 2024", vec!["KT-2024-01", "KT-2024-02"]),
        ("--dept 교통과", vec!["KT-2024-02", "KT-2023-01"]),
        ("--lead 홍길동", vec!["KT-2024-01"]),
        ("--delayed", vec!["KT-2024-02", "KT-2023-01"]),
        ("--delayed --year 2023", vec!["KT-2023-01"]),
        ("--delayed --state on_track", vec![]),
        ("--state on_track", vec!["KT-2024-01"]),
        ("--state void", vec!["KT-2024-03"]),
        ("--all --year 2024", vec!["KT-2024-01", "KT-2024-02", "KT-2024-03"]),
        ("--delayed --as-of 2024-01-15", vec!["KT-2023-01"]),
        ("--year 2024 --sort=-code", vec!["KT-2024-02", "KT-2024-01"]),
        ("--limit 1", vec!["KT-2024-01"]),
    ] {
        assert_eq!(office.column(&format!("task list {flags}"), "code"), codes, "{flags}");
    }
    office.run("task list --state lazy").refused(2, "E0");
}

#[test]
fn several_codes_and_codes_from_stdin_are_done_all_or_none() {
    let office = office();
    for title in ["둘", "셋", "넷"] {
        office.run(&format!("task add {title} --year 2024 --dept 교통과")).ok();
    }
    let entries = office.entries();
    office.run("task suspend KT-2024-01 kt-2024-02 KT-2024-01 --reason 예산").ok().says("KT-2024-01 음악분수").says("KT-2024-02 둘");
    assert_eq!(office.entries(), entries + 1);
    let done = office.run_words(&["task", "complete", "-", "--outcome", "met"], "KT-2024-03\nkt-2024-04 \n");
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(office.column("task list", "state"), ["suspended", "suspended", "completed", "completed"]);
    office.run("task resume KT-2024-01 KT-2024-03").refused(4, "E0401").hints("KT-2024-03");
    assert_eq!(state(&office, "KT-2024-01", ""), "suspended");
}

#[test]
fn a_void_is_gone_on_every_day() {
    let office = office();
    office.run("task void KT-2024-01 --reason 중복").ok();
    for day in ["2024-01-01", "2024-05-19", "2024-05-20"] {
        assert_eq!(state(&office, "KT-2024-01", day), "-", "{day}");
    }
    for verb in ["void KT-2024-01 --reason x", "edit KT-2024-01 --budget 1", "complete KT-2024-01 --outcome met", "carry KT-2024-01"] {
        office.run(&format!("task {verb}")).refused(4, "E0404").hints("task list --all");
    }
    office.run("task add 다른 --year 2024 --dept 교통과").ok().says("KT-2024-02");
}

#[test]
fn what_is_suggested_for_a_task_on_hold_lets_it_be_completed() {
    let office = office();
    office.run("task suspend KT-2024-01 --on 2024-03-01 --reason 예산").ok();
    let complete = || office.run("task complete KT-2024-01 --on 2024-04-01 --outcome met");
    complete().refused(4, "E0401").hints("proadmin task resume KT-2024-01 --on 2024-04-01");
    office.run("task resume KT-2024-01 --on 2024-05-02").ok();
    complete().refused(4, "E0401").hints("proadmin task edit KT-2024-01 --act resumed --was 2024-05-02 --on 2024-04-01 --reason");
    office.run("task edit KT-2024-01 --act resumed --was 2024-05-02 --on 2024-04-01 --reason 오기").ok();
    complete().ok();
    office.run("task reopen KT-2024-01 --reason 다시").ok();
    office
        .run("task suspend KT-2024-01 --on 2024-04-10 --reason x")
        .refused(4, "E0401")
        .hints("--act reopened --was 2024-05-20 --on 2024-04-10");
}

#[test]
fn a_task_that_is_completed_after_its_day_says_so() {
    let mut office = office();
    office.turn_to("2024-07-03");
    office.run("task add 제때 --year 2024 --dept 교통과 --due 2024-07-03").ok();
    office.run("task complete KT-2024-01 --outcome met").ok().says("3 days after 2024-06-30");
    let in_time = office.run("task complete KT-2024-02 --outcome met").ok();
    assert!(!in_time.stdout.contains("after"), "{}", in_time.stdout);
    office.speak(true);
    office.run("task reopen KT-2024-01 --reason 확인").ok();
    office.run("task complete KT-2024-01 --outcome met").ok().says("완료 예정일 2024-06-30(일)보다 3일 늦었습니다");
}

#[test]
fn an_edit_for_another_revision_is_refused() {
    let office = office();
    let rev = item(&office, "KT-2024-01")["rev"].as_str().expect("a rev").to_owned();
    office.run(&format!("task edit KT-2024-01 --budget 1,000,000원 --if-rev {rev}")).ok();
    office.run(&format!("task edit KT-2024-01 --budget 5 --if-rev {rev}")).refused(5, "E0303").hints("task show KT-2024-01");
    assert_eq!(item(&office, "KT-2024-01")["budget"], 1_000_000);
    office.run("task suspend KT-2024-01 --on 2024-03-01 --reason 예산").ok();
    let rev = item(&office, "KT-2024-01")["rev"].as_str().expect("a rev").to_owned();
    office.run("task edit KT-2024-01 --act suspended --on 2024-03-04 --reason 오기").ok();
    let again = format!("task edit KT-2024-01 --act suspended --on 2024-03-05 --reason 오기 --if-rev {rev}");
    office.run(&again).refused(5, "E0303");
}

#[test]
fn a_past_year_is_entered_whole_and_twice_is_once() {
    let office = office();
    office.write(
        "2023.csv",
        "code,title,year,department,lead,state,selected_on,closed_on,outcome,indicator_actual,due,budget\n\
         KT-2023-05,하나,2023,푸른도시과,홍길동,completed,2023-02-01,2023-12-20,met,90.5,2023-12-31,\"1,000원\"\n\
         ,둘,2023,교통과,,중단,,2023-06-30,,,,\n\
         ,셋,2023,교통과,,후보,,,,,,\n\
         ,넷,2023,교통과,,,,2023-11-30,missed,,,\n\
         ,다섯,2023,교통과,,delayed,,,,,2023-12-31,\n",
    );
    office.run("task import 2023.csv").ok().says("5 new");
    assert_eq!(office.column("task list --year 2023", "code"), ["KT-2023-05", "KT-2023-06", "KT-2023-07", "KT-2023-08", "KT-2023-09"]);
    assert_eq!(office.column("task list --year 2023", "state"), ["completed", "stopped", "candidate", "completed", "delayed"]);
    assert_eq!(
        office.column("task list --year 2023 --as-of 2023-06-30", "state"),
        ["on_track", "stopped", "candidate", "on_track", "on_track"]
    );
    assert_eq!(state(&office, "KT-2023-05", "2023-01-15"), "candidate");
    let entries = office.entries();
    office.run("task import 2023.csv").ok().says("nothing differs");
    office.run("task list --out again.csv").ok();
    office.run("task import again.csv").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    // What the program wrote of its tasks goes into an empty file as well.
    let fresh = Office::on("2024-05-20");
    for command in ["dept add 푸른도시과", "dept add 교통과", "staff add 홍길동 --dept 푸른도시과"] {
        fresh.run(command).ok();
    }
    fresh.write("again.csv", office.read("again.csv"));
    fresh.run("task import again.csv").ok().says("6 new");
    assert_eq!(fresh.run("task list -o csv").ok().stdout, office.run("task list -o csv").ok().stdout);
}

#[test]
fn a_file_changes_plans_and_nothing_that_is_computed() {
    let office = office();
    office.write("in.csv", "title,year,department,due,lead\n음악분수,2024,푸른도시과,2024-07-31,\n");
    office.run("task import in.csv").refused(4, "E0341").hints("line 2 due").hints("--reason");
    office.run("task import in.csv -n --reason 설계변경").ok().says("1 changed").says("KT-2024-01").says("due");
    office.run("task import in.csv --reason 설계변경").ok().says("1 changed");
    assert_eq!(item(&office, "KT-2024-01")["due"], "2024-07-31");
    assert_eq!(item(&office, "KT-2024-01")["lead"], "홍길동", "a blank cell changes nothing");
    office.run("task import in.csv --new").ok().says("1 new");
    let entries = office.entries();
    office.write(
        "in.csv",
        "code,title,year,department,state,percent,milestones_done,days_left,delayed,closed_on,outcome\n\
         KT-2024-01,음악분수,2024,푸른도시과,on_track,50,1,1,true,,\n\
         ,새것,2024,교통과,보류,10,,,,,\n\
         ,또,2024,교통과,,,,,,2024-05-01,\n\
         ,앞날,2024,교통과,completed,,,,,2024-06-01,met\n\
         ,거꾸로,2024,교통과,completed,,,,,2023-12-31,met\n",
    );
    let refused = office.run("task import in.csv").refused(4, "E0341");
    for told in [
        "line 2 percent",
        "progress log KT-2024-01",
        "line 2 milestones_done",
        "milestone done KT-2024-01",
        "line 2 days_left",
        "line 2 delayed",
        "line 3 state",
        "task suspend",
        "line 3 percent",
        "line 4 closed_on",
        "line 5 closed_on",
        "line 6",
    ] {
        assert!(refused.stderr.contains(told), "{told}:\n{}", refused.stderr);
    }
    assert_eq!(office.entries(), entries);
}
