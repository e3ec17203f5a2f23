//! What needs someone now.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-05-20");
    for command in ["dept add 가과", "dept add 나과"] {
        office.run(command).ok();
    }
    office
}

fn whats(office: &Office, flags: &str) -> Vec<(String, String)> {
    office.rows(&format!("today {flags}")).into_iter().map(|row| (row["code"].clone(), row["what"].clone())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(code, what)| ((*code).to_owned(), (*what).to_owned())).collect()
}

#[test]
fn a_quiet_day_needs_nobody() {
    let office = office();
    assert!(office.rows("today").is_empty());
    assert_eq!(office.run("today --exit-code").code, 0);
    office.run("today -o json").ok().says("\"items\":[]");
}

#[test]
fn clocks_are_told_when_they_run_out() {
    let mut office = office();
    // Thirty days from 2 May end on Saturday 1 June, and roll to Monday 3 June.
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-02").ok();
    for (day, expected) in [
        ("2024-05-26", pairs(&[])),
        ("2024-05-27", pairs(&[("PC-2024-001", "due_soon")])),
        ("2024-06-03", pairs(&[("PC-2024-001", "due_soon")])),
        ("2024-06-04", pairs(&[("PC-2024-001", "overdue")])),
    ] {
        office.turn_to(day);
        assert_eq!(whats(&office, ""), expected, "{day}");
    }
    assert_eq!(office.run("today --exit-code").code, 10);
    assert_eq!(office.column("today", "days_left"), ["-1"]);
    assert!(whats(&office, "--dept 나과").is_empty());
    assert_eq!(office.run("today --exit-code --dept 나과").code, 0);
    // The same day, asked from a later one.
    office.turn_to("2024-08-01");
    assert_eq!(whats(&office, "--as-of 2024-05-27"), pairs(&[("PC-2024-001", "due_soon")]));
}

#[test]
fn a_paused_request_is_told_after_a_fortnight_and_an_answer_after_a_month() {
    let mut office = office();
    office.run("consult file 점용 --dept 가과 --received-on 2024-05-02").ok();
    office.run("consult supplement PC-2024-001 --on 2024-05-06 --reason 도면").ok();
    assert!(whats(&office, "").is_empty());
    office.turn_to("2024-05-21");
    assert_eq!(whats(&office, ""), pairs(&[("PC-2024-001", "paused_long")]));
    office.run("consult resume PC-2024-001 --on 2024-05-21").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 적정")).ok();
    }
    office.run("consult answer PC-2024-001 --result possible --on 2024-05-21 --text 가능").ok();
    office.turn_to("2024-06-20");
    assert!(whats(&office, "").is_empty());
    office.turn_to("2024-06-21");
    assert_eq!(whats(&office, ""), pairs(&[("PC-2024-001", "follow_up_missing")]));
    assert_eq!(office.run("today --exit-code").code, 0, "nothing is overdue");
}

#[test]
fn tasks_are_told_when_late_when_soon_and_when_silent() {
    let office = office();
    office.run("task add 늦음 --year 2024 --dept 가과 --due 2024-05-19").ok();
    office.run("task add 곧 --year 2024 --dept 가과 --due 2024-05-27").ok();
    office.run("task add 멀리 --year 2024 --dept 가과 --due 2024-05-28 --cycle quarterly").ok();
    office.run("task add 후보 --year 2024 --dept 가과 --due 2024-05-01 --candidate").ok();
    office.run("task add 보류 --year 2024 --dept 가과 --due 2024-05-01").ok();
    office.run("task suspend KT-2024-05 --on 2024-04-01 --reason 예산").ok();
    office.run("task add 이달부터 --year 2024 --dept 가과 --start 2024-05-01").ok();
    let expected = pairs(&[
        ("KT-2024-01", "delayed"),
        ("KT-2024-02", "due_soon"),
        ("KT-2024-01", "progress_missing"),
        ("KT-2024-02", "progress_missing"),
    ]);
    assert_eq!(whats(&office, ""), expected);
    // In April the quarter that ended in March is asked for.
    let april = whats(&office, "--as-of 2024-04-10");
    assert!(april.contains(&("KT-2024-03".to_owned(), "progress_missing".to_owned())), "{april:?}");
}

#[test]
fn a_task_that_is_late_only_by_its_milestone_is_told_once() {
    let office = office();
    office.run("task add 분수 --year 2024 --dept 가과 --due 2024-10-31 --cycle quarterly").ok();
    office.run("milestone add KT-2024-01 설계 --due 2024-05-10").ok();
    office.run("progress log KT-2024-01 --percent 10 --on 2024-03-31").ok();
    assert_eq!(whats(&office, ""), pairs(&[("KT-2024-01", "overdue")]));
    let told = office.run("today").ok();
    assert!(told.stdout.contains("1 overdue") && told.stdout.contains("설계"), "{}", told.stdout);
    // Its own end has passed as well: two causes, two lines.
    office.run("task edit KT-2024-01 --due 2024-05-15").ok();
    assert_eq!(whats(&office, ""), pairs(&[("KT-2024-01", "overdue"), ("KT-2024-01", "delayed")]));
    assert_eq!(office.column("today", "due"), ["2024-05-10", "2024-05-15"]);
    // Its own end is near, and it is late by its milestone.
    office.run("task edit KT-2024-01 --due 2024-05-25 --reason 연장").ok();
    assert_eq!(whats(&office, ""), pairs(&[("KT-2024-01", "overdue"), ("KT-2024-01", "due_soon")]));
}

#[test]
fn a_person_asks_for_what_is_theirs() {
    let office = office();
    for command in [
        "staff add 김하나 --dept 나과",
        "staff add 박둘 --dept 나과",
        "task add 하나의일 --year 2024 --dept 나과 --lead 김하나 --due 2024-05-24",
        "task add 둘의일 --year 2024 --dept 나과 --lead 박둘 --due 2024-05-24",
        "milestone add KT-2024-01 착공 --due 2024-05-22",
        "consult file 점용 --dept 나과 --handler 박둘 --received-on 2024-04-01",
        "nominate add 공적 --nominee 김하나 --by department --nominator 나과 --received-on 2024-04-01",
    ] {
        office.run(command).ok();
    }
    let of = |flags: &str| office.column(&format!("today {flags}"), "code");
    let everybody = of("");
    assert!(everybody.contains(&"NM-2024-001".to_owned()), "{everybody:?}");
    let (one, two) = (of("--staff 김하나"), of("--staff 박둘"));
    assert!(one.iter().all(|code| code == "KT-2024-01") && one.len() > 1, "{one:?}");
    assert!(two.contains(&"PC-2024-001".to_owned()) && two.contains(&"KT-2024-02".to_owned()), "{two:?}");
    assert!(two.iter().all(|code| code == "PC-2024-001" || code == "KT-2024-02"), "{two:?}");
    office.run("today --staff 없는이").refused(3, "E0301");
}

#[test]
fn what_is_overdue_is_so_wherever_it_is_asked() {
    let office = office();
    office.run("staff add 홍길동 --dept 가과").ok();
    for (no, more) in [("01", "--candidate"), ("02", "--start 2024-07-01"), ("03", ""), ("04", "")] {
        let due = if no == "02" { "2024-12-31" } else { "2024-04-30" };
        office.run(&format!("task add 과제{no} --year 2024 --dept 가과 --lead 홍길동 --due {due} {more}")).ok();
        office.run(&format!("milestone add KT-2024-{no} 설계 --due 2024-03-31 --set-on 2024-01-02")).ok();
    }
    office.run("task suspend KT-2024-04 --reason 예산 --on 2024-03-01").ok();
    office.run("progress log KT-2024-03 --percent 10 --on 2024-04-30").ok();
    assert_eq!(office.column("milestone list", "state"), ["open", "open", "overdue", "open"]);
    assert_eq!(office.column("task list", "delayed"), ["false", "false", "true", "false"]);
    let sql = "SELECT task, count(*) AS n FROM task_due WHERE overdue = 1 GROUP BY task";
    assert_eq!(office.run_words(&["query", sql, "-o", "csv"], "").ok().stdout, "task,n\nKT-2024-03,2\n");
    let needs: Vec<(String, String)> = whats(&office, "").into_iter().filter(|(code, _)| code.starts_with("KT")).collect();
    assert_eq!(needs, pairs(&[("KT-2024-03", "overdue"), ("KT-2024-03", "delayed")]));
    let overdue: Vec<String> =
        office.rows("handover 홍길동").into_iter().filter(|row| row["what"] == "overdue").map(|row| row["code"].clone()).collect();
    assert_eq!(overdue, ["KT-2024-03:1", "KT-2024-03"]);
    for (code, is_late) in [("01", false), ("02", false), ("03", true), ("04", false)] {
        let explained = office.run(&format!("due explain KT-2024-{code}")).ok();
        assert_eq!(explained.stdout.contains("not late"), !is_late, "{}", explained.stdout);
    }
}
