//! What came out when answers were counted again from the raw rows: each is a sentence that once
//! was not so.

use crate::office::{Answer, Office};

/// An office with two departments and two people in the first, on the second of January.
struct Year(Office);

impl Year {
    fn begin() -> Self {
        let office = Office::on("2024-01-02");
        for command in ["dept add 교통과", "dept add 복지과", "staff add 김하나 --dept 교통과", "staff add 홍길동 --dept 교통과"]
        {
            office.run(command).ok();
        }
        Self(office)
    }

    /// Runs a command on a day of work.
    fn on(&mut self, day: &str, command: &str) -> Answer {
        self.0.turn_to(day);
        self.0.run(command)
    }

    /// Runs commands on their days, each of which is taken.
    fn all(&mut self, commands: &[(&str, &str)]) {
        for (day, command) in commands {
            self.on(day, command).ok();
        }
    }

    fn column(&mut self, day: &str, command: &str, column: &str) -> Vec<String> {
        self.0.turn_to(day);
        self.0.column(command, column)
    }

    /// An open round of one grade.
    fn round(&mut self) {
        self.all(&[
            ("2024-06-01", "eval open 상반기 --year 2024"),
            ("2024-06-01", "eval criterion EV-2024-01 적극성 --max 100"),
            ("2024-06-01", "eval rater EV-2024-01 R1"),
            ("2024-06-01", "eval grade EV-2024-01 우수 --count 5"),
        ]);
    }

    /// Closes and adopts it.
    fn finish(&mut self) {
        self.all(&[
            ("2024-06-20", "eval close EV-2024-01 --confirm EV-2024-01"),
            ("2024-06-20", "eval adopt EV-2024-01 --body 위원회 --minutes 문서 --present R1"),
        ]);
    }

    fn scored_entry(&mut self, entry: &str) {
        self.on("2024-06-01", &format!("eval entry EV-2024-01 {entry}")).ok();
        self.on("2024-06-02", "eval score EV-2024-01 E-01 R1 --criterion 적극성 --points 90").ok();
    }
}

#[test]
fn a_department_younger_than_the_month_owes_the_reports_of_its_tasks() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "task add 과제 --year 2024 --dept 교통과 --lead 김하나 --due 2024-12-31"),
        ("2024-07-01", "dept add 미래교통과 --since-on 2024-07-01"),
        ("2024-07-01", "dept merge 교통과 --into 미래교통과"),
        ("2024-07-01", "task edit KT-2024-01 --dept 미래교통과"),
    ]);
    for command in ["progress missing 2024-06", "progress missing 2024-06 --as-of 2024-06-30"] {
        assert_eq!(year.column("2024-07-02", command, "code"), ["KT-2024-01"], "{command}");
    }
    year.on("2024-07-02", "snapshot take 2024-06").ok().hints("1 task has no report");
    year.on("2024-07-02", "report monthly 2024-06").ok().says("KT-2024-01");
}

#[test]
fn a_stop_counts_whatever_is_entered_later_for_days_before_it() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "task add 과제 --year 2024 --dept 교통과"),
        ("2024-06-01", "task stop KT-2024-01 --reason 예산 --on 2024-05-30"),
        ("2024-06-10", "task reopen KT-2024-01 --reason 확보"),
        ("2024-07-01", "task suspend KT-2024-01 --on 2024-03-01 --reason 협의"),
        ("2024-07-01", "task resume KT-2024-01 --on 2024-04-01"),
    ]);
    for (month, owed) in [("2024-02", 1), ("2024-03", 0), ("2024-04", 1), ("2024-05", 0), ("2024-06", 1)] {
        assert_eq!(year.column("2024-07-01", &format!("progress missing {month}"), "code").len(), owed, "{month}");
    }
}

#[test]
fn an_approval_whose_record_is_gone_takes_its_room_until_it_is_void() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "incentive scheme s1 --name 기준 --like basic --year-max 4"),
        ("2024-01-02", "incentive use s1 --year 2024"),
        ("2024-01-02", "task add 과제 --year 2024 --dept 교통과 --lead 김하나"),
        ("2024-05-31", "task complete KT-2024-01 --outcome met"),
        ("2024-06-01", "incentive approve --year 2024"),
        ("2024-06-10", "task reopen KT-2024-01 --reason 오기"),
    ]);
    for no in 1..=4 {
        year.on("2024-06-11", &format!("incentive earn 홍보{no} --event promotion --staff 김하나")).ok();
    }
    let refused = year.on("2024-06-20", "incentive approve --year 2024 -y").refused(4, "E0559");
    refused.hints("incentive void IN-2024-001");
    year.on("2024-06-20", "incentive void IN-2024-001 --reason 재개").ok();
    year.on("2024-06-20", "incentive approve --year 2024 -y").ok();
    year.on("2024-07-31", "task complete KT-2024-01 --outcome met").ok();
    assert_eq!(year.column("2024-08-01", "incentive table --by person", "approved"), ["4.00"]);
}

#[test]
fn undo_pays_nothing_twice_and_moves_no_decided_activity() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-03-04", "incentive earn 홍보 --event promotion --staff 김하나"),
        ("2024-04-01", "incentive approve --year 2024"),
        ("2024-04-02", "incentive redeem 김하나 --points 1 --for 상품권"),
        ("2024-04-02", "incentive void IR-2024-001 --reason 오기"),
    ]);
    let void = year.0.entries();
    year.on("2024-04-03", "incentive redeem 김하나 --points 1 --for 상품권").ok();
    year.on("2024-04-03", &format!("undo {void}")).refused(4, "E0810");
    assert_eq!(year.column("2024-04-03", "incentive table --by person", "balance"), ["0.00"]);

    let mut year = Year::begin();
    year.all(&[
        ("2024-03-04", "incentive earn 홍보 --event promotion --staff 김하나"),
        ("2024-03-05", "incentive edit IA-2024-001 --staff 홍길동"),
    ]);
    let edit = year.0.entries();
    year.on("2024-04-01", "incentive approve --year 2024").ok();
    year.on("2024-04-03", &format!("undo {edit}")).refused(4, "E0810");
}

#[test]
fn undo_keeps_how_many_count_in_a_month_and_a_task_that_counts_once() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "incentive scheme s1 --name 기준 --like basic --month-count 1"),
        ("2024-01-02", "incentive use s1 --year 2024"),
        ("2024-03-04", "incentive earn 하나 --event promotion --staff 김하나"),
        ("2024-03-05", "incentive earn 둘 --event promotion --staff 김하나"),
        ("2024-04-01", "incentive approve IA-2024-001"),
        ("2024-04-01", "incentive void IN-2024-001 --reason 오기"),
    ]);
    let credit = year.0.entries();
    year.on("2024-04-01", "incentive reject IA-2024-001 --reason 제외").ok();
    year.on("2024-04-01", "incentive approve IA-2024-002").ok();
    year.on("2024-04-01", "incentive void IN-2024-002 --reason 오기").ok();
    year.on("2024-04-02", &format!("undo {credit}")).refused(4, "E0810");
}

#[test]
fn a_corrected_day_of_receipt_is_counted_by_the_rule_of_that_day() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-07-01", "clock use working-30 --for consult --from 2024-07-01"),
        ("2024-07-02", "consult file 늦게 --dept 교통과 --received-on 2024-07-02"),
        ("2024-07-02", "consult file 일찍 --dept 교통과 --received-on 2024-06-28"),
        ("2024-07-02", "consult file 정한것 --dept 교통과 --received-on 2024-07-02 --rule civil-30"),
        ("2024-07-03", "consult edit PC-2024-001 --received-on 2024-06-28 --reason 오기"),
        ("2024-07-03", "consult edit PC-2024-003 --received-on 2024-07-01 --reason 오기"),
    ]);
    let due = year.column("2024-07-03", "consult list", "due");
    assert_eq!(due, ["2024-07-29", "2024-07-29", "2024-07-31"], "one that was filed under a rule of its own keeps it");
    year.on("2024-07-03", "consult edit PC-2024-001 --received-on 2024-07-02 --reason 오기").ok();
    assert_eq!(year.column("2024-07-03", "consult list", "due")[0], "2024-08-13");
}

#[test]
fn one_person_is_selected_and_void_tasks_have_no_lead() {
    let mut year = Year::begin();
    year.on("2024-01-02", "task add 과제 --year 2024 --dept 교통과 --lead 김하나").ok();
    year.round();
    year.scored_entry("사례 --task KT-2024-01");
    year.on("2024-06-15", "handover 김하나 --to 홍길동").ok();
    year.finish();
    year.on("2024-06-20", "incentive use basic --year 2024").ok();
    assert_eq!(year.column("2024-06-20", "incentive proposed", "staff"), ["김하나"]);
    year.all(&[
        ("2024-07-01", "eval open 본심 --year 2024 --after EV-2024-01 --keep 1 --carry 100"),
        ("2024-07-01", "eval grade EV-2024-02 우수 --count 1"),
        ("2024-07-02", "eval close EV-2024-02 --confirm EV-2024-02"),
        ("2024-07-02", "eval adopt EV-2024-02 --body 위원회 --minutes 문서 --present R1"),
        ("2024-07-02", "reward offer EV-2024-02"),
    ]);
    assert_eq!(year.column("2024-07-02", "reward list", "staff"), ["김하나"]);

    let mut year = Year::begin();
    year.on("2024-01-02", "task add 과제 --year 2024 --dept 교통과 --lead 김하나").ok();
    year.round();
    year.scored_entry("사례 --task KT-2024-01 --member 김하나");
    year.on("2024-06-03", "task void KT-2024-01 --reason 오기").ok();
    year.finish();
    year.on("2024-06-20", "reward offer EV-2024-01").ok();
    let selected = year.column("2024-06-20", "query 'SELECT choose FROM selected_official'", "choose");
    assert_eq!(selected, ["1"]);
}

#[test]
fn a_merit_of_one_person_is_of_the_department_it_was_in() {
    let mut year = Year::begin();
    year.round();
    year.scored_entry("사례 --member 홍길동");
    year.finish();
    year.on("2024-06-20", "award add 대회 --staff 홍길동 --on 2024-06-20").ok();
    let items = year.column("2024-06-20", "report department 교통과", "item");
    assert!(items.contains(&"graded".to_owned()) && items.contains(&"awarded".to_owned()), "{items:?}");
}

#[test]
fn a_carried_task_is_selected_once_and_in_its_year() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "task add 과제 --year 2024 --dept 교통과"),
        ("2024-12-20", "task carry KT-2024-01 --reason 계속"),
        ("2024-12-21", "eval open 부서 --year 2024 --track department"),
        ("2024-12-21", "eval indicator EV-2024-01 task_selected --per-unit 1 --cap 10"),
        ("2024-12-21", "eval entry EV-2024-01 교통과 --dept 교통과"),
    ]);
    assert_eq!(year.column("2024-12-21", "eval table EV-2024-01", "total"), ["1.00"]);
}

#[test]
fn coverage_counts_each_person_once_where_the_first_session_found_them() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "dept add 다과"),
        ("2024-01-02", "staff add 최넷 --dept 다과"),
        ("2024-01-02", "staff add 박셋 --dept 복지과"),
        ("2024-03-05", "training add 1차 --on 2024-03-05"),
        ("2024-03-05", "training attend TR-2024-01 --dept 교통과 --count 2"),
        ("2024-03-05", "training attend TR-2024-01 --dept 복지과 --count 1"),
        ("2024-03-11", "dept merge 교통과 --into 복지과"),
        ("2024-03-11", "staff move 김하나 --to 복지과"),
        ("2024-03-11", "staff move 홍길동 --to 복지과"),
        ("2024-03-20", "training add 2차 --on 2024-03-20"),
        ("2024-03-20", "training attend TR-2024-02 --staff 최넷"),
    ]);
    let coverage = "query \"SELECT CAST(sum(attended) AS INTEGER) AS attended, CAST(sum(members) AS INTEGER) AS members FROM training_year WHERE year = 2024\"";
    assert_eq!(
        (year.column("2024-03-20", coverage, "attended"), year.column("2024-03-20", coverage, "members")),
        (vec!["4".into()], vec!["4".into()])
    );

    // Who moves between two sessions attended where the first one was counted.
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "staff add 라라 --dept 복지과"),
        ("2024-03-05", "training add 1차 --on 2024-03-05"),
        ("2024-03-05", "training attend TR-2024-01 --dept 교통과 --count 2"),
        ("2024-03-15", "staff move 홍길동 --to 복지과"),
        ("2024-03-25", "training add 2차 --on 2024-03-25"),
        ("2024-03-25", "training attend TR-2024-02 --staff 라라"),
    ]);
    assert!(year.column("2024-03-25", "training coverage --year 2024 --by person --missing", "code").is_empty());

    // An indicator counts as coverage does.
    let mut year = Year::begin();
    year.all(&[
        ("2024-03-05", "training add 1차 --on 2024-03-05"),
        ("2024-03-20", "training add 2차 --on 2024-03-20"),
        ("2024-03-20", "training attend TR-2024-01 --dept 교통과 --count 2"),
        ("2024-03-20", "training attend TR-2024-02 --dept 교통과 --count 2"),
        ("2024-03-20", "eval open 부서 --year 2024 --track department"),
        ("2024-03-20", "eval indicator EV-2024-01 training_attended --per-unit 1 --cap 10"),
        ("2024-03-20", "eval entry EV-2024-01 교통과 --dept 교통과"),
    ]);
    assert_eq!(year.column("2024-03-20", "eval table EV-2024-01", "total"), ["2.00"]);
}

#[test]
fn a_rate_of_participation_is_of_those_who_are_members() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "incentive use basic --year 2024"),
        ("2024-01-02", "staff add 박셋 --dept 교통과"),
        ("2024-03-04", "incentive earn 하나 --event promotion --staff 김하나"),
        ("2024-03-04", "incentive earn 둘 --event promotion --staff 홍길동"),
        ("2024-04-01", "incentive approve --year 2024 -y"),
    ]);
    assert_eq!(year.column("2024-04-01", "incentive table", "taking_part"), ["67"]);
    year.on("2024-07-01", "staff move 김하나 --to 복지과").ok();
    assert_eq!(year.column("2024-12-01", "incentive table", "taking_part"), ["50"]);
    assert_eq!(year.column("2024-12-01", "incentive table", "people"), ["2"]);
}

#[test]
fn the_first_and_the_last_day_of_a_person_hold_what_was_attended() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-03-10", "staff add 신규 --dept 교통과 --since-on 2024-03-10"),
        ("2024-03-12", "training add 교육 --on 2024-03-11"),
        ("2024-03-12", "training attend TR-2024-01 --staff 신규"),
    ]);
    year.on("2024-03-13", "staff edit 신규 --since-on 2024-03-13").refused(4, "E0360");
    year.on("2024-03-13", "staff leave 신규 --on 2024-03-10").refused(4, "E0360");
    year.on("2024-03-13", "staff leave 신규 --on 2024-03-11").ok();
}

#[test]
fn nobody_leaves_before_what_was_given_to_them() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "staff add 박셋 --dept 교통과"),
        ("2024-03-11", "task add 하나 --year 2024 --dept 교통과 --lead 홍길동"),
        ("2024-03-11", "task add 둘 --year 2024 --dept 교통과 --proposed-on 2024-03-11 --deputy 박셋"),
        ("2024-03-12", "consult file 셋 --dept 교통과 --handler 박셋"),
        ("2024-03-13", "passive add 넷 --dept 교통과 --handler 박셋 --anonymous"),
        ("2024-03-14", "handover 홍길동 --to 박셋"),
    ]);
    for (left, hint) in [
        ("2024-03-10", "task edit KT-2024-02 --deputy STAFF"),
        ("2024-03-11", "consult edit PC-2024-001 --handler STAFF"),
        ("2024-03-12", "passive edit PA-2024-001 --handler STAFF"),
        ("2024-03-13", "task edit KT-2024-01 --lead STAFF"),
    ] {
        year.on("2024-03-15", &format!("staff leave 박셋 --on {left}")).refused(4, "E0362").hints(hint);
    }
    year.on("2024-03-15", "staff leave 박셋 --on 2024-03-14").ok();
    year.on("2024-03-15", "staff edit 박셋 --left-on 2024-03-13").refused(4, "E0362").hints("KT-2024-01");
    year.on("2024-03-15", "task edit KT-2024-01 --lead 김하나").ok();
    year.on("2024-03-15", "staff edit 박셋 --left-on 2024-03-13").ok();
}

#[test]
fn a_reward_is_closed_by_its_last_measure() {
    let mut year = Year::begin();
    year.on("2024-01-02", "task add 과제 --year 2024 --dept 교통과 --lead 김하나").ok();
    year.round();
    year.scored_entry("사례 --task KT-2024-01 --member 김하나");
    year.finish();
    year.all(&[
        ("2024-06-20", "reward offer EV-2024-01"),
        ("2024-11-06", "reward choose RW-2024-01 TRAINING LEAVE"),
        ("2024-11-07", "reward grant RW-2024-01 LEAVE --document 총무-1"),
        ("2024-11-07", "retention set reward --years 1 --source 규정"),
    ]);
    let closed = "query \"SELECT code FROM closed_record WHERE kind = 'reward'\"";
    assert!(year.column("2026-01-07", closed, "code").is_empty());
    year.on("2026-01-07", "reward check RW-2024-01 TRAINING --ok yes").ok();
    year.on("2026-01-07", "reward grant RW-2024-01 TRAINING --document 총무-2").ok();
    assert_eq!(year.column("2026-01-07", closed, "code"), ["RW-2024-01"]);
}

#[test]
fn an_application_of_another_day_is_of_the_department_of_that_day() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-04-01", "staff move 김하나 --to 복지과 --on 2024-03-01"),
        ("2024-04-01", "legal add 징계 --stage discipline --staff 김하나 --on 2024-02-15"),
        ("2024-04-01", "legal edit LG-2024-01 --on 2024-03-15 --reason 오기"),
    ]);
    assert_eq!(year.column("2024-04-01", "legal list", "department"), ["복지과"]);
}

#[test]
fn support_counts_in_the_year_it_is_applied_for_and_again_when_it_is_decided() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-12-20", "legal add 징계 --stage discipline --staff 김하나 --asked 1000000"),
        ("2025-01-10", "legal decide LG-2024-01 --result approved --amount 1000000"),
    ]);
    assert_eq!(year.column("2025-02-01", "report year-end 2024", "item"), ["applied"]);
    assert_eq!(year.column("2025-02-01", "report year-end 2025", "item"), ["supported"]);
}

#[test]
fn the_tasks_of_a_year_add_up_and_rejected_nominations_are_no_evidence() {
    let mut year = Year::begin();
    for (title, end) in [("가", "complete KT-2024-01 --outcome met"), ("나", "suspend KT-2024-02 --reason 예산"), ("다", "show KT-2024-03")]
    {
        year.on("2024-01-02", &format!("task add {title} --year 2024 --dept 교통과 --due 2024-03-01")).ok();
        year.on("2024-02-01", &format!("task {end}")).ok();
    }
    year.0.turn_to("2024-06-03");
    let counted: Vec<(String, String)> =
        year.0.rows("report year-end 2024").into_iter().map(|row| (row["item"].clone(), row["count"].clone())).collect();
    let expected = [("selected", "3"), ("completed", "1"), ("met", "1"), ("delayed", "1"), ("suspended", "1")];
    assert_eq!(counted, expected.map(|(item, count)| (item.to_owned(), count.to_owned())));

    year.all(&[
        ("2024-06-03", "nominate add 친절 --nominee 김하나 --by resident --nominator 박주민"),
        ("2024-06-03", "nominate add 공적 --nominee 김하나 --by resident --nominator 최주민"),
        ("2024-06-03", "nominate add 같은공적 --nominee 김하나 --by resident --nominator 이주민"),
        ("2024-06-03", "nominate reject NM-2024-001 --ground kindness"),
        ("2024-06-03", "nominate merge NM-2024-003 --into NM-2024-002"),
        ("2024-06-04", "nominate verify NM-2024-003 --result confirmed"),
    ]);
    year.0.turn_to("2024-06-04");
    let evidence = year.0.run("report assessment 2024 -o json").ok().stdout;
    assert!(evidence.contains("NM-2024-002") && !evidence.contains("NM-2024-001") && !evidence.contains("NM-2024-003"), "{evidence}");
}

#[test]
fn postponements_come_in_their_order_and_nothing_is_late_in_a_closed_task() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "task add 과제 --year 2024 --dept 교통과 --due 2024-06-30"),
        ("2024-01-02", "milestone add KT-2024-01 착공 --due 2024-03-31"),
        ("2024-05-06", "milestone slip KT-2024-01 1 --due 2024-04-30 --on 2024-03-20 --reason 우기"),
    ]);
    let early = year.on("2024-05-06", "milestone slip KT-2024-01 1 --due 2024-07-31 --on 2024-02-10 --reason 민원");
    early.refused(4, "E0476").hints("--on 2024-03-20");
    year.on("2024-05-10", "task complete KT-2024-01 --outcome met --on 2024-05-10").ok();
    year.0.turn_to("2024-06-10");
    let rows = year.0.rows("due explain KT-2024-01");
    let milestone = rows.iter().find(|row| row["kind"] == "milestone").expect("its milestone");
    assert_eq!((milestone["overdue"].as_str(), milestone["days_late"].as_str()), ("false", "10"));
}

#[test]
fn what_is_recorded_of_a_later_day_is_what_the_way_out_is_about() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-03-01", "legal add 징계 --stage discipline --staff 김하나 --on 2024-03-01"),
        ("2024-05-01", "legal decide LG-2024-01 --result approved --amount 1000000 --on 2024-04-01"),
        ("2024-05-01", "legal pay LG-2024-01 --amount 500000 --on 2024-04-10 --doc-no 지급-1"),
    ]);
    let again = "legal decide LG-2024-01 --again --result approved --amount 400000 --reason 재심 --on 2024-04-05";
    let refused = year.on("2024-05-01", again).refused(4, "E2007");
    assert!(!refused.stderr.contains("legal pay"), "{}", refused.stderr);
    refused.hints("legal void LG-2024-01 --act 2").hints("2024-04-10");

    year.on("2024-05-03", "task add 과제 --year 2024 --dept 교통과 --proposed-on 2024-01-02").ok();
    year.on("2024-05-03", "task complete KT-2024-01 --outcome met --on 2024-03-31").ok();
    let refused = year.on("2024-05-03", "task suspend KT-2024-01 --reason 협의 --on 2024-02-01").refused(4, "E0401");
    refused.hints("task void KT-2024-01 --act completed --on 2024-03-31");
}

#[test]
fn a_review_on_an_issued_letter_is_corrected_by_the_letter_that_supersedes_it() {
    let mut year = Year::begin();
    year.on("2024-03-01", "consult file 점용 --dept 교통과").ok();
    for kind in ["law", "site", "validity"] {
        year.on("2024-03-02", &format!("consult review PC-2024-001 --kind {kind} --finding 오타")).ok();
    }
    year.on("2024-03-20", "consult answer PC-2024-001 --result possible --text 가능함").ok();
    let supersede = "consult answer PC-2024-001 --supersede --reason 오기 --review '법령:도로법 제61조' --review 'validity:타당함'";
    year.on("2024-03-21", supersede).ok();
    let letter = year.on("2024-03-21", "consult letter PC-2024-001").ok().stdout;
    assert!(letter.contains("도로법 제61조") && letter.contains("타당함") && letter.matches("오타").count() == 1, "{letter}");
    let before = year.on("2024-03-21", "consult letter PC-2024-001 --revision 1").ok().stdout;
    assert_eq!(before.matches("오타").count(), 3, "{before}");
    year.on("2024-03-21", "verify").ok();
    year.on("2024-03-21", "consult answer PC-2024-001 --supersede --reason 오기 --review 날씨:맑음").refused(2, "E0103");
}

#[test]
fn an_edit_is_refused_when_someone_handed_the_task_over_in_the_meantime() {
    let mut year = Year::begin();
    year.on("2024-05-06", "task add 과제 --year 2024 --dept 교통과 --lead 김하나").ok();
    let rev = year.column("2024-05-06", "task show KT-2024-01", "rev").remove(0);
    year.on("2024-05-06", "handover 김하나 --to 홍길동").ok();
    year.on("2024-05-06", &format!("task edit KT-2024-01 --title 새이름 --if-rev {rev}")).refused(5, "E0303");
}

#[test]
fn forms_are_read_as_offices_have_them() {
    let mut year = Year::begin();
    year.0.write(
        "과제.csv",
        "2024년 중점과제 목록,,\n(2024. 1. 2. 현재),,\n연번,과제명,주관부서,연도\n1,가과제,교통과,2024\n2,나과제,복지과,2024\n",
    );
    year.on("2024-01-02", "task import 과제.csv").ok();
    assert_eq!(year.column("2024-01-02", "task list", "title"), ["가과제", "나과제"]);
    year.on("2024-03-05", "training add 교육 --on 2024-03-05").ok();
    year.0.write("참석.csv", "참석자 명단,,\n순번,소속,성명\n1,교통과,김하나\n2,교통과,홍길동\n");
    year.on("2024-03-05", "training import 참석.csv --session TR-2024-01").ok();
    assert_eq!(year.column("2024-03-05", "training attended", "staff").len(), 2);
    // A rater's sheet has a column for each criterion.
    for command in [
        "eval open 심사 --year 2024",
        "eval criterion EV-2024-01 적극성 --max 50",
        "eval criterion EV-2024-01 창의성 --max 50",
        "eval rater EV-2024-01 R1",
        "eval entry EV-2024-01 사례하나",
        "eval entry EV-2024-01 사례둘",
    ] {
        year.on("2024-03-05", command).ok();
    }
    year.0.write("점수표.csv", "후보,심사위원,적극성,창의성\nE-01,R1,40,35.5\nE-02,R1,30,\n");
    year.on("2024-03-05", "eval import EV-2024-01 --scores 점수표.csv").ok();
    year.0.write("점수표2.csv", "후보,심사위원,적극성,창의성\nE-02,R1,30,51\n");
    year.on("2024-03-05", "eval import EV-2024-01 --scores 점수표2.csv").refused(4, "E0341").hints("창의성");
    year.on("2024-03-05", "eval score EV-2024-01 E-02 R1 --criterion 창의성 --points ４０").ok();
    let mut totals = year.column("2024-03-05", "eval table EV-2024-01", "total");
    totals.sort();
    assert_eq!(totals, ["70.00", "75.50"]);
}

#[test]
fn a_calendar_of_due_days_and_a_check_of_frozen_months() {
    let mut year = Year::begin();
    year.on("2024-05-02", "consult file '점용, 허가' --dept 교통과").ok();
    let calendar = year.on("2024-05-02", "due ics").ok().stdout;
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20240603\r\nDTEND;VALUE=DATE:20240604\r\n"), "{calendar}");
    assert!(calendar.contains("SUMMARY:PC-2024-001 점용\\, 허가 due\r\n"), "{calendar}");
    year.on("2024-05-02", "due ics --out due.ics").ok();
    assert_eq!(year.0.read("due.ics"), calendar);

    year.on("2024-05-02", "task add 과제 --year 2024 --dept 교통과 --proposed-on 2024-01-02").ok();
    year.on("2024-05-02", "snapshot take 2024-04").ok();
    assert_eq!(year.column("2024-05-02", "snapshot verify", "verified"), ["true"]);
    let copy = year.0.folder().join("copy.db");
    std::fs::copy(year.0.file(), &copy).expect("a copy");
    rusqlite::Connection::open(&copy).expect("the copy").execute("UPDATE snapshot_row SET title = '다른 것'", ()).expect("a row");
    let wrong = year.on("2024-05-02", "snapshot verify --db copy.db");
    assert_eq!(wrong.code, 7, "{}{}", wrong.stdout, wrong.stderr);
}

#[test]
fn a_dry_run_says_nothing_of_what_to_take_back_and_undo_passes_over_readings() {
    let mut year = Year::begin();
    year.on("2024-05-06", "dept add 새과").ok();
    let told = year.on("2024-05-06", "dept add 새과 -n").ok().stderr;
    assert!(told.contains("D-03") && !told.contains("next:"), "{told}");
    year.all(&[
        ("2024-05-06", "consult file 점용 --dept 교통과 --applicant 박신청 --applicant-type petitioner"),
        ("2024-05-07", "consult show PC-2024-001 --personal --reason 확인"),
        ("2024-05-07", "undo"),
    ]);
    assert!(year.column("2024-05-07", "consult list", "code").is_empty());
    year.on("2024-05-07", "seal --known-at 3").refused(2, "E0823");
    year.on("2024-05-07", "verify --as-of 2024-01-01").refused(2, "E0823");
}

#[test]
fn a_restored_backup_names_what_was_erased_since() {
    let mut year = Year::begin();
    std::fs::create_dir(year.0.folder().join("bk")).expect("a folder");
    year.all(&[
        ("2024-01-02", "consult file 점용 --dept 교통과 --applicant 박신청 --applicant-type petitioner"),
        ("2024-01-02", "backup bk"),
        ("2024-01-03", "erase PC-2024-001 --reason 보존기간 --confirm=PC-2024-001"),
    ]);
    year.on("2024-01-04", "restore bk -n").ok().hints("erase PC-2024-001");
}

#[test]
fn attendance_under_another_department_is_another_person_and_a_measure_is_named_by_what_there_is() {
    let mut year = Year::begin();
    year.on("2024-03-05", "training add 교육 --on 2024-03-05").ok();
    year.0.write("참석.csv", "이름,부서\n김하나,복지과\n");
    year.on("2024-03-05", "training import 참석.csv --session TR-2024-01").refused(4, "E0341").hints("S-0001").hints("교통과");
    year.on("2024-03-06", "staff move 김하나 --to 복지과").ok();
    year.on("2024-03-06", "training import 참석.csv --session TR-2024-01").ok();

    year.round();
    year.scored_entry("사례 --member 홍길동");
    year.finish();
    year.on("2024-06-20", "reward offer EV-2024-01").ok();
    year.on("2024-06-20", "reward choose RW-2024-01 휴가").refused(3, "E1609").hints("LEAVE");
    year.on("2025-01-05", "reward measure LEAVE --quota 1").ok().hints("--from 2024");
}

#[test]
fn who_was_not_said_to_be_there_and_who_owes_a_sheet_are_named() {
    let mut year = Year::begin();
    year.round();
    year.on("2024-06-01", "eval rater EV-2024-01 R2").ok();
    year.scored_entry("사례 --member 홍길동");
    year.on("2024-06-20", "eval close EV-2024-01 --confirm EV-2024-01").refused(4, "E0610").hints("R2").hints("E-01");
    year.on("2024-06-20", "eval score EV-2024-01 E-01 R2 --criterion 적극성 --points 80").ok();
    year.on("2024-06-20", "eval close EV-2024-01 --confirm EV-2024-01").ok();
    let adopted = year.on("2024-06-20", "eval adopt EV-2024-01 --body 위원회 --minutes 문서 --present R1").ok();
    adopted.hints("--absent R2");
}

#[test]
fn a_cap_that_was_lowered_stands_in_the_way_of_nothing_else() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "incentive scheme s1 --name 기준 --like basic --month-count 5"),
        ("2024-01-02", "incentive use s1 --year 2024"),
    ]);
    for no in 1..=3 {
        year.on("2024-03-20", &format!("incentive earn 홍보{no} --event promotion --staff 김하나 --on 2024-03-1{no}")).ok();
    }
    year.all(&[
        ("2024-04-01", "incentive approve --year 2024 -y"),
        ("2024-04-02", "incentive scheme s1 --month-count 1"),
        ("2024-07-01", "incentive earn 칠월 --event promotion --staff 김하나"),
        ("2024-07-02", "incentive approve --year 2024 -y"),
    ]);
}

#[test]
fn departments_that_were_merged_go_in_their_order_and_coverage_follows_them() {
    let mut year = Year::begin();
    year.all(&[("2024-01-02", "dept add 다과"), ("2024-05-02", "dept merge 교통과 --into 복지과 --on 2024-05-01")]);
    year.on("2024-05-02", "dept merge 복지과 --into 다과 --on 2024-03-01").refused(4, "E0361").hints("--on 2024-05-01");
    year.on("2024-05-02", "dept merge 복지과 --into 교통과 --on 2024-03-01").refused(4, "E0361");

    // Three in one department, one in the other, all counted; one leaves, then the two are merged.
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "staff add 셋 --dept 교통과"),
        ("2024-01-02", "staff add 넷 --dept 복지과"),
        ("2024-03-05", "training add 1차 --on 2024-03-05"),
        ("2024-03-05", "training attend TR-2024-01 --dept 교통과 --count 3"),
        ("2024-03-05", "training attend TR-2024-01 --dept 복지과 --count 1"),
        ("2024-03-09", "staff leave 셋 --on 2024-03-08"),
        ("2024-03-10", "dept merge 교통과 --into 복지과"),
        ("2024-03-20", "training add 2차 --on 2024-03-20"),
    ]);
    let coverage = "query \"SELECT department, members, attended FROM training_coverage WHERE year = 2024\"";
    year.0.turn_to("2024-03-20");
    let rows: Vec<Vec<String>> = year.0.rows(coverage).into_iter().map(|row| row.into_values().collect()).collect();
    assert_eq!(rows, [["4", "복지과", "4"]]);

    // A department that is younger than the day asked for keeps its members of that day.
    let mut year = Year::begin();
    year.all(&[
        ("2024-03-05", "training add 1차 --on 2024-03-05"),
        ("2024-07-01", "dept add 새과 --since-on 2024-07-01"),
        ("2024-07-01", "staff add 새사람 --dept 새과"),
        ("2024-07-01", "training attend TR-2024-01 --staff 새사람"),
    ]);
    let named = year.column("2024-07-01", "training coverage --year 2024 --as-of 2024-03-31", "department");
    assert!(named.contains(&"새과".to_owned()), "{named:?}");
}

#[test]
fn a_make_up_session_leaves_the_day_of_the_month_it_is_for() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-03-05", "training add 1차 --on 2024-03-05"),
        ("2024-03-05", "training attend TR-2024-01 --dept 교통과 --count 2"),
        ("2024-07-10", "training add 보강 --on 2024-07-10 --for 2024-03"),
        ("2024-07-10", "eval open 부서 --year 2024 --track department --count-from 2024-01-01 --count-to 2024-06-30"),
        ("2024-07-10", "eval indicator EV-2024-01 training_attended --per-unit 1 --cap 10"),
        ("2024-07-10", "eval entry EV-2024-01 교통과 --dept 교통과"),
    ]);
    assert_eq!(year.column("2024-07-10", "eval table EV-2024-01", "total"), ["2.00"]);
}

#[test]
fn a_resident_who_was_merged_into_another_way_is_still_evidence() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-06-03", "nominate add 공적 --nominee 김하나 --by department --nominator 교통과"),
        ("2024-06-03", "nominate add 같은공적 --nominee 김하나 --by resident --nominator 이주민"),
        ("2024-06-03", "nominate merge NM-2024-002 --into NM-2024-001"),
    ]);
    assert!(year.on("2024-06-04", "report assessment 2024 -o json").ok().stdout.contains("NM-2024-002"));
    year.0.run_words(&["nominate", "verify", "-", "--result", "confirmed"], "NM-2024-002\n").ok();
    let checked =
        year.column("2024-06-04", "query \"SELECT check_state FROM nomination_source WHERE code = 'NM-2024-002'\"", "check_state");
    assert_eq!(checked, ["confirmed"]);
}

#[test]
fn a_sheet_of_a_rater_may_come_with_the_criteria_and_leave_rows_blank() {
    let mut year = Year::begin();
    year.on("2024-06-01", "eval open 심사 --year 2024").ok();
    year.0.write("항목.csv", "항목,만점\n적극성,50\n창의성,50\n");
    year.0.write("후보.csv", "번호,후보,부서\nE-01,하나,교통과\nE-02,둘,복지과\n");
    year.0.write("위원.csv", "심사위원\nR1\n");
    year.0.write("점수.csv", "2024년 심사표,,,\n,,,\n후보,심사위원,적극성,창의성\nE-01,R1,40,35\nE-02,R1,,\n");
    let all = "eval import EV-2024-01 --criteria 항목.csv --entries 후보.csv --raters 위원.csv --scores 점수.csv";
    year.on("2024-06-02", all).ok();
    assert_eq!(year.column("2024-06-02", "eval table EV-2024-01", "total"), ["75.00", ""]);
    // A list of one column with another heading is told by that.
    year.0.write("이름만.csv", "심사위원명\n홍길동\n김철수\n이영희\n박민수\n");
    let refused = year.on("2024-06-02", "eval import EV-2024-01 --raters 이름만.csv").refused(2, "E0333");
    assert!(!refused.stderr.contains("이*희"), "{}", refused.stderr);
}

#[test]
fn an_indicator_takes_no_score_and_a_component_stays_of_its_kind() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-11-01", "award add 상 --dept 교통과 --on 2024-11-01"),
        ("2024-12-01", "eval open 부서 --year 2024 --track department"),
        ("2024-12-01", "eval indicator EV-2024-01 award_won --per-unit 2 --cap 10 --weight 50"),
        ("2024-12-01", "eval entry EV-2024-01 교통과 --dept 교통과"),
    ]);
    let indicator = "'외부 수상'";
    let scored = year.on("2024-12-01", &format!("eval score EV-2024-01 E-01 --component {indicator} --points 3"));
    scored.refused(4, "E0625");
    year.on("2024-12-01", &format!("eval component EV-2024-01 {indicator} --weight 40")).refused(4, "E0626");
    year.on("2024-12-01", "eval indicator EV-2024-01 award_won --per-unit 4 --cap 10").ok();
    let components = year.column("2024-12-01", "query 'SELECT weight FROM eval_component'", "weight");
    assert_eq!(components, ["5000"], "what is not said again stays");
    // A day before something that is counted closes nothing.
    year.on("2024-12-31", "award add 상2 --dept 교통과 --on 2024-12-25").ok();
    year.on("2024-12-31", "eval close EV-2024-01 --confirm=EV-2024-01 --on 2024-12-20").refused(4, "E0614");
    year.on("2024-12-31", "eval close EV-2024-01 --confirm=EV-2024-01").ok();

    let mut year = Year::begin();
    for command in [
        "open 평가 --year 2024",
        "criterion EV-2024-01 적극성 --max 100",
        "component EV-2024-01 심사 --weight 70",
        "component EV-2024-01 투표 --weight 20 --kind vote",
        "rater EV-2024-01 R1",
        "entry EV-2024-01 하나",
        "score EV-2024-01 E-01 R1 --criterion 적극성 --points 90",
        "score EV-2024-01 E-01 --component 투표 --points 80",
        "component EV-2024-01 투표 --weight 30",
    ] {
        year.on("2024-06-01", &format!("eval {command}")).ok();
    }
    assert_eq!(year.column("2024-06-01", "eval table EV-2024-01", "total"), ["87.00"]);
}

#[test]
fn what_was_void_and_is_entered_as_something_else_begins_anew() {
    let begin = || {
        let mut year = Year::begin();
        year.round();
        year.on("2024-06-01", "eval entry EV-2024-01 하나 --member 김하나").ok();
        year.on("2024-06-02", "eval score EV-2024-01 E-01 R1 --criterion 적극성 --points 90").ok();
        year.on("2024-06-02", "eval bonus EV-2024-01 E-01 --points 3 --reason 가점").ok();
        year
    };
    for again in [
        ["eval void EV-2024-01 --rater R1 --reason 오기", "eval rater EV-2024-01 R1 --name 이영희"],
        ["eval void EV-2024-01 --entry E-01 --reason 오기", "eval entry EV-2024-01 다른사례 --entry E-01 --member 홍길동"],
        ["eval void EV-2024-01 --criterion 적극성 --reason 오기", "eval criterion EV-2024-01 적극성 --max 50"],
    ] {
        let mut year = begin();
        year.all(&again.map(|command| ("2024-06-03", command)));
        assert_eq!(year.column("2024-06-03", "eval table EV-2024-01", "total"), [""], "{}", again[1]);
        year.on("2024-06-03", "eval score EV-2024-01 E-01 R1 --criterion 적극성 --points 40").ok();
        let entries = year.0.entries();
        // Taken back, what it was before is there again.
        year.on("2024-06-03", &format!("undo {entries}")).ok();
        year.on("2024-06-03", &format!("undo {}", entries - 1)).ok();
        year.on("2024-06-03", &format!("undo {}", entries - 2)).ok();
        assert_eq!(year.column("2024-06-03", "eval table EV-2024-01", "total"), ["93.00"], "{}", again[1]);
    }
}

#[test]
fn nobody_gets_an_excluded_pair_by_two_rewards() {
    let mut year = Year::begin();
    for no in [1, 2] {
        let round = format!("EV-2024-0{no}");
        for command in [
            &format!("open 평가{no} --year 2024"),
            &format!("criterion {round} 적극성 --max 100"),
            &format!("rater {round} R1"),
            &format!("grade {round} 우수 --count 5"),
            &format!("entry {round} 사례 --member 김하나"),
            &format!("score {round} E-01 R1 --criterion 적극성 --points 90"),
            &format!("close {round} --confirm={round}"),
            &format!("adopt {round} --body 위원회 --minutes 문서 --present R1"),
        ] {
            year.on("2024-06-01", &format!("eval {command}")).ok();
        }
        year.on("2024-06-02", &format!("reward offer {round}")).ok();
    }
    year.on("2024-06-02", "reward exclude SPECIAL_PROMOTION TOP_BONUS").ok();
    year.on("2024-06-02", "reward choose RW-2024-01 SPECIAL_PROMOTION").ok();
    year.on("2024-06-02", "reward choose RW-2024-02 TOP_BONUS").refused(4, "E1606");
    year.on("2024-06-02", "reward choose RW-2024-02 LEAVE").ok();
}

#[test]
fn a_scope_that_is_set_again_keeps_its_conditions_and_a_withdrawn_refusal_comes_back() {
    let mut year = Year::begin();
    year.on("2026-03-02", "exemption scope bai --from 2025-12-24 --source 법령").ok();
    let needs = "query \"SELECT needs_submission FROM exemption_scope WHERE covers = 'bai' ORDER BY id DESC LIMIT 1\"";
    assert_eq!(year.column("2026-03-02", needs, "needs_submission"), ["1"]);
    year.all(&[
        ("2026-03-04", "legal add 징계 --stage discipline --staff 김하나 --on 2026-03-04"),
        ("2026-03-12", "legal decide LG-2026-01 --result refused --reason 요건"),
        ("2026-03-20", "legal withdraw LG-2026-01"),
        ("2026-03-20", "export legal --out l.csv"),
    ]);
    let mut other = Year::begin();
    other.0.write("l.csv", year.0.read("l.csv"));
    other.on("2026-03-20", "import legal l.csv").ok();
    assert_eq!(other.column("2026-03-20", "legal list", "state"), ["withdrawn"]);
}

#[test]
fn an_adoption_of_an_earlier_day_is_of_the_plan_of_that_day() {
    let mut year = Year::begin();
    year.all(&[
        ("2024-01-02", "plan area 소통 --year 2024"),
        ("2024-12-31", "plan action 하나 --year 2024 --area 1 --dept 교통과 --planned-on 2024-01-10"),
        ("2024-12-31", "plan action 오월 --year 2024 --area 1 --dept 교통과 --planned-on 2024-05-01"),
    ]);
    year.on("2024-12-31", "plan adopt 2024 --body 위원회 --on 2024-03-01").ok().says("1 action");
    // What other offices did is no evidence that is missing.
    year.all(&[
        ("2024-12-31", "award add 남의상 --org 강남구 --on 2024-11-01"),
        ("2024-12-31", "award add 우리상 --dept 교통과 --on 2024-11-01"),
    ]);
    let candidates = year.column("2024-12-31", "query 'SELECT code FROM plan_candidate'", "code");
    assert_eq!(candidates, ["AW-2024-02"]);
}

#[test]
fn a_counter_that_was_set_to_the_end_of_all_numbers_is_found() {
    let mut year = Year::begin();
    let copy = year.0.folder().join("copy.db");
    std::fs::copy(year.0.file(), &copy).expect("a copy");
    let set = "UPDATE sqlite_sequence SET seq = 9223372036854775807";
    rusqlite::Connection::open(&copy).expect("the copy").execute(set, ()).expect("tampering");
    let found = year.on("2024-01-02", "verify --db copy.db -o json");
    assert_eq!((found.code, found.json()["items"][0]["fault"].as_str()), (7, Some("counter")), "{}", found.stderr);
}
