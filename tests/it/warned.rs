//! What is allowed but is probably a mistake is told, in both languages, and recorded.

use crate::office::Office;

fn office(korean: bool) -> Office {
    let mut office = Office::on("2024-05-02");
    office.speak(korean);
    office.run("dept add 가과").ok();
    office.run("task add 과제 --year 2024 --dept 가과 --due 2024-06-30 --proposed-on 2024-01-05").ok();
    office
}

#[test]
fn the_same_milestone_twice_and_one_past_the_end_of_its_task_are_told() {
    for (korean, twice, past) in [(true, "두 번 넣은 것이면", "완료 기한(2024-06-30"), (false, "entered twice", "past the end")]
    {
        let office = office(korean);
        let told = office.run("milestone add KT-2024-01 착공 --due 2024-05-20").ok().stderr;
        assert!(!told.contains(twice) && !told.contains(past), "{told}");
        office.run("milestone add KT-2024-01 착공 --due 2024-05-20").ok().hints(twice).hints("milestone void KT-2024-01 2");
        office.run("milestone add KT-2024-01 착공 --due 2024-07-01").ok().hints(past).hints("task edit KT-2024-01 --due");
        office.run("milestone slip KT-2024-01 1 --due 2024-06-30 --reason 우기").ok();
        office.run("milestone slip KT-2024-01 1 --due 2024-08-01 --reason 우기").ok().hints(past);
        assert_eq!(office.rows("milestone list KT-2024-01").len(), 3);
    }
}

#[test]
fn a_milestone_reached_says_which_day_it_took_and_how_to_correct_it() {
    for (korean, said) in [(true, "오늘로 적음"), (false, "no day was given, so today")] {
        let office = office(korean);
        office.run("milestone add KT-2024-01 착공 --due 2024-05-20 --set-on 2024-02-01").ok();
        office.run("milestone add KT-2024-01 준공 --due 2024-06-20 --set-on 2024-02-01").ok();
        office.run("milestone done KT-2024-01 1").ok().says("2024-05-02").says(said).says("milestone edit KT-2024-01 1 --done-on");
        let told = office.run("milestone done KT-2024-01 2 --on 2024-04-30").ok().stdout;
        assert!(!told.contains(said), "{told}");
        office.run("milestone edit KT-2024-01 1 --done-on 2024-04-29 --reason 오기").ok();
        assert_eq!(office.column("milestone list KT-2024-01", "done_on"), ["2024-04-29", "2024-04-30"]);
    }
}

#[test]
fn the_same_review_twice_is_told() {
    for (korean, said) in [(true, "둘 다 실립니다"), (false, "both stand on the letter")] {
        let office = office(korean);
        office.run("consult file 허가 --dept 가과 --received-on 2024-04-15").ok();
        let told = office.run("consult review PC-2024-001 --kind law --finding 적정 --on 2024-04-16").ok().stderr;
        assert!(!told.contains(said), "{told}");
        let told = office.run("consult review PC-2024-001 --kind site --finding 적정 --on 2024-04-16").ok().stderr;
        assert!(!told.contains(said), "{told}");
        office.run("consult review PC-2024-001 --kind law --finding 부적정 --on 2024-04-17").ok().hints(said).hints("--act 1");
    }
}

#[test]
fn what_comes_too_late_for_a_frozen_month_is_told_at_once_and_on_the_report() {
    for (korean, late, differs) in
        [(true, "이미 확정한 달(2024-04)", "기록이 달라졌습니다"), (false, "frozen without this: 2024-04", "records differ")]
    {
        let office = office(korean);
        office.run("snapshot take 2024-04").ok();
        let told = office.run("report monthly 2024-04").ok().stderr;
        assert!(!told.contains(differs), "{told}");
        let told = office.run("progress log KT-2024-01 --percent 30 --on 2024-05-01").ok().stderr;
        assert!(!told.contains(late), "{told}");
        office.run("progress log KT-2024-01 --percent 20 --on 2024-04-30").ok().hints(late).hints("snapshot take 2024-04 --revise");
        office.run("report monthly 2024-04").ok().hints(differs).hints("snapshot diff 2024-04");
        office.run("snapshot take 2024-04 --revise --reason '늦은 보고'").ok();
        let told = office.run("report monthly 2024-04").ok().stderr;
        assert!(!told.contains(differs), "{told}");
        // A report before one that is in the month already changes nothing of it.
        let told = office.run("progress log KT-2024-01 --percent 10 --on 2024-03-15").ok().stderr;
        assert!(!told.contains(late), "{told}");
    }
}

#[test]
fn what_is_entered_twice_is_told_with_the_record_that_is_there_and_what_differs_is_not() {
    for (korean, alike) in [(true, "두 번 적은 것이면 proadmin undo"), (false, "entered twice, proadmin undo")] {
        let office = office(korean);
        office.run("staff add 김하나 --dept 가과").ok();
        office.run("incentive use basic --year 2024").ok();
        office.run("plan area 소통 --year 2024").ok();
        for (command, code, otherwise) in [
            ("training add 교육 --on 2024-03-05", "TR-2024-01", "training add 교육 --on 2024-03-06"),
            (
                "award add 경진대회 --body 행안부 --year 2024 --grade 우수",
                "AW-2024-01",
                "award add 경진대회 --body 행안부 --year 2024 --grade 장려",
            ),
            ("consult file 점용 --dept 가과", "PC-2024-001", "consult file 사용 --dept 가과"),
            ("passive add 민원", "PA-2024-001", "passive add 민원 --received-on 2024-05-01"),
            ("eval open 상반기 --year 2024", "EV-2024-01", "eval open 하반기 --year 2024"),
            ("eval entry EV-2024-01 사례", "E-01", "eval entry EV-2024-01 다른사례"),
            ("plan action 간담회 --area 1 --dept 가과 --year 2024", "PL-2024-01", "plan action 설명회 --area 1 --dept 가과 --year 2024"),
            (
                "exemption request --stage audit --auditor own --basis general --staff 김하나 --title 점용",
                "EX-2024-01",
                "exemption request --stage discipline --basis general --staff 김하나 --title 점용",
            ),
        ] {
            let told = office.run(command).ok().stderr;
            assert!(!told.contains(alike), "{command}: {told}");
            office.run(command).ok().hints(alike).hints(code);
            let told = office.run(otherwise).ok().stderr;
            assert!(!told.contains(alike), "{otherwise}: {told}");
        }
        let earn = "incentive earn 제안 --event promotion --staff 김하나";
        office.run(earn).ok();
        office.run(earn).ok().hints(alike).hints("IA-2024-001");
        let told = office.run(&format!("{earn} --on 2024-04-30")).ok().stderr;
        assert!(!told.contains(alike), "{told}");
    }
}

#[test]
fn a_milestone_and_an_act_too_late_for_frozen_months_are_told_with_each_month() {
    let mut office = office(false);
    office.run("milestone add KT-2024-01 착공 --due 2024-04-20 --set-on 2024-02-01").ok();
    office.run("task complete KT-2024-01 --outcome met --on 2024-04-29").ok();
    office.turn_to("2024-06-03");
    for month in ["2024-04", "2024-05"] {
        office.run(&format!("snapshot take {month}")).ok();
    }
    let both = |answer: crate::office::Answer| {
        let answer = answer.ok().hints("frozen without this: 2024-04, 2024-05").hints("snapshot take 2024-04 --revise");
        answer.hints("snapshot take 2024-05 --revise");
    };
    both(office.run("task reopen KT-2024-01 --reason 확인 --on 2024-04-30"));
    both(office.run("milestone done KT-2024-01 1 --on 2024-04-30"));
    office.run("milestone edit KT-2024-01 1 --done-on 2024-05-02 --reason 오기").ok().hints("frozen without this: 2024-04, 2024-05");
    office.run("task suspend KT-2024-01 --reason 예산 --on 2024-05-30").ok().hints("frozen without this: 2024-05");
    let now = office.run("task resume KT-2024-01").ok();
    assert!(!now.stderr.contains("frozen"), "{}", now.stderr);
}
