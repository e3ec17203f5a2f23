//! Rewards: who is offered what after a closed round, who may choose what, in which order it is
//! checked and granted, and what was published of other selections.

use crate::dice::{Dice, asked};
use crate::office::Office;

/// An office with a closed round: 김하나 leads the key task of the best entry, 이둘 and 박셋
/// share the second, 최넷 has the third.
fn selected() -> Office {
    let mut office = Office::on("2024-12-02");
    for command in [
        "dept add 교통과",
        "staff add 김하나 --dept 교통과",
        "staff add 이둘 --dept 교통과",
        "staff add 박셋 --dept 교통과",
        "staff add 최넷 --dept 교통과",
        "task add 주차 --year 2024 --dept 교통과 --lead 김하나",
        "eval open 우수공무원 --year 2024",
    ] {
        office.run(command).ok();
    }
    for command in [
        "criterion EV-2024-01 적극성 --max 100",
        "rater EV-2024-01 R1",
        "entry EV-2024-01 주차사례 --task KT-2024-01",
        "entry EV-2024-01 사례둘 --member 최넷",
        "entry EV-2024-01 사례셋",
        "score EV-2024-01 E-01 R1 --criterion 적극성 --points 90",
        "score EV-2024-01 E-02 R1 --criterion 적극성 --points 80",
        "score EV-2024-01 E-03 R1 --criterion 적극성 --points 70",
        "grade EV-2024-01 최우수 --count 1",
        "grade EV-2024-01 우수 --count 1",
        "close EV-2024-01 --confirm EV-2024-01",
        "open 팀 --year 2024 --track team",
        "criterion EV-2024-02 적극성 --max 100",
        "rater EV-2024-02 R1",
        "entry EV-2024-02 팀사례 --member 이둘:60:설계 --member 박셋:40",
        "score EV-2024-02 E-01 R1 --criterion 적극성 --points 90",
        "grade EV-2024-02 우수 --count 1",
        "close EV-2024-02 --confirm EV-2024-02",
    ] {
        office.run(&format!("eval {command}")).ok();
    }
    office.turn_to("2024-12-20");
    office
}

/// The same, with everyone offered: RW-2024-01 is 김하나's, 02 최넷's, 03 이둘's, 04 박셋's.
fn offered() -> Office {
    let office = selected();
    let said = office.run("reward offer EV-2024-01 --on 2024-12-03").ok().says("offered to 2 officials");
    said.says("RW-2024-01 김하나, main person of a key task, may choose 2 measures").says("RW-2024-02 최넷 may choose 1 measure");
    office.run("reward offer EV-2024-02 --on 2024-12-03").ok();
    office
}

/// The office's rewards as code, name, measure and state.
fn list(office: &Office, options: &str) -> Vec<String> {
    let rows = office.rows(&format!("reward list --sort code {options}"));
    rows.iter().map(|row| ["code", "staff", "measure", "state"].map(|key| row[key].as_str()).join(" ").replace("  ", " - ")).collect()
}

#[test]
fn those_with_a_grade_are_offered_measures_and_the_main_person_of_a_key_task_two() {
    let office = offered();
    let rows = office.rows("reward list --sort code --fields code,staff,grade,kind,share,is_lead,choose,department,entry");
    let told: Vec<String> = rows
        .iter()
        .map(|row| {
            ["code", "staff", "grade", "kind", "share", "is_lead", "choose", "department", "entry"].map(|key| row[key].as_str()).join(" ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "RW-2024-01 김하나 최우수 individual 100 true 2 교통과 E-01",
            "RW-2024-02 최넷 우수 individual 100 false 1 교통과 E-02",
            "RW-2024-03 이둘 우수 team 60 false 1 교통과 E-01",
            "RW-2024-04 박셋 우수 team 40 false 1 교통과 E-01",
        ]
    );
    let entries = office.entries();
    office.run("reward offer EV-2024-01").refused(4, "E1633");
    office.run("reward offer EV-2024-09").refused(3, "E0301");
    assert_eq!(office.entries(), entries);
}

#[test]
fn an_offer_is_for_the_last_stage_of_a_closed_round_about_people() {
    let office = selected();
    office.run("reward offer EV-2024-01 --on 2024-12-01").refused(4, "E0664");
    office.run("eval open 본심 --year 2024 --after EV-2024-01 --keep 2 --carry 100").ok();
    office.run("reward offer EV-2024-01").refused(4, "E1627").hints("reward offer EV-2024-03");
    office.run("reward offer EV-2024-03").refused(4, "E0617");
    office.run("eval close EV-2024-03 --confirm EV-2024-03").ok();
    office.run("reward offer EV-2024-03").refused(4, "E1629");
    office.run("eval open 부서 --year 2024 --track department --rubric department").ok();
    office.run("eval entry EV-2024-04 교통과 --dept 교통과").ok();
    office.run("eval grade EV-2024-04 우수 --count 1").ok();
    office.run("eval close EV-2024-04 --confirm EV-2024-04").ok();
    office.run("reward offer EV-2024-04").refused(4, "E1628");
    office.run("eval open 이름없이 --year 2024").ok();
    for command in ["criterion EV-2024-05 가 --max 9", "rater EV-2024-05 R1", "entry EV-2024-05 사례", "grade EV-2024-05 우수 --count 1"]
    {
        office.run(&format!("eval {command}")).ok();
    }
    office.run("eval score EV-2024-05 E-01 R1 --criterion 가 --points 9").ok();
    office.run("eval close EV-2024-05 --confirm EV-2024-05").ok();
    office.run("reward offer EV-2024-05").refused(4, "E1630").hints("--person E-01:STAFF");
    office.run("reward offer EV-2024-05 --person E-02:이둘").refused(4, "E1631");
    office.run("reward offer EV-2024-05 --person E-01:이둘").ok();
    office.run("reward offer EV-2024-05").refused(4, "E1633");
}

#[test]
fn a_choice_is_of_exactly_as_many_different_measures_and_made_once() {
    let office = offered();
    let entries = office.entries();
    office.run("reward choose RW-2024-01 LEAVE").refused(4, "E1602").hints("open  SPECIAL_PROMOTION, TOP_BONUS");
    office.run("reward choose RW-2024-01 LEAVE LEAVE").refused(4, "E1603");
    office.run("reward choose RW-2024-01 LEAVE COMMENDATION TRAINING").refused(4, "E1602");
    office.run("reward choose RW-2024-02 LEAVE COMMENDATION").refused(4, "E1602");
    office.run("reward choose RW-2024-02 PRIZE").refused(4, "E1604");
    office.run("reward choose RW-2024-02 휴가").refused(3, "E1609");
    office.run("reward choose RW-2024-02 LEAVE --on 2024-12-02").refused(4, "E1634");
    office.run("reward choose RW-2024-77 LEAVE").refused(3, "E0301");
    assert_eq!(office.entries(), entries, "nothing was recorded");
    office.run("reward choose RW-2024-01 leave TOP_BONUS --on 2024-12-05").ok().hints("next: proadmin reward check RW-2024-01 TOP_BONUS");
    office.run("reward choose RW-2024-01 COMMENDATION TRAINING").refused(4, "E1601");
    office.run("reward choose RW-2024-01 COMMENDATION").refused(4, "E1601");
    assert_eq!(list(&office, "--staff 김하나"), ["RW-2024-01 김하나 LEAVE ready", "RW-2024-01 김하나 TOP_BONUS chosen"]);
    office.run("reward void RW-2024-01 --measure LEAVE --reason 착오").ok();
    assert_eq!(list(&office, "--staff 김하나"), ["RW-2024-01 김하나 TOP_BONUS chosen", "RW-2024-01 김하나 - offered"]);
    office.run("reward choose RW-2024-01 COMMENDATION").ok();
}

#[test]
fn a_ceiling_reached_opens_a_second_choice() {
    let office = offered();
    office.run("reward measure TOP_BONUS --quota 1").ok();
    office.run("reward choose RW-2024-02 TOP_BONUS").ok();
    office.run("reward choose RW-2024-03 TOP_BONUS").refused(4, "E1607").hints("open  SPECIAL_PROMOTION, PREFERRED_POST");
    office.run("reward choose RW-2024-03 TOP_BONUS --else TOP_BONUS").refused(4, "E1607");
    office.run("reward choose RW-2024-03 TOP_BONUS --else PRIZE").refused(4, "E1604");
    office
        .run("reward choose RW-2024-03 TOP_BONUS --else COMMENDATION,LEAVE")
        .ok()
        .hints("Top performance-pay grade is at its ceiling; Commendation");
    assert_eq!(office.column("reward list --staff 이둘 --fields instead_of", "instead_of"), ["TOP_BONUS"]);
    office.run("reward measure TOP_BONUS --quota 0").refused(4, "E1612");
    office.run("reward measure TOP_BONUS --quota 0 --from 2025").ok();
    office.run("reward measure COMMENDATION --offered no").refused(4, "E1604");
    office.run("reward measure COMMENDATION --grades 최우수").refused(4, "E1605");
    // What personnel refuses is free again.
    office.run("reward check RW-2024-02 TOP_BONUS --ok no --reason 요건").ok();
    office.run("reward choose RW-2024-04 TOP_BONUS").ok();
}

#[test]
fn pairs_and_grades_hold_for_what_is_chosen_and_for_what_was() {
    let office = offered();
    office.run("reward measure SPECIAL_PROMOTION --grades 최우수").ok();
    office.run("reward choose RW-2024-02 SPECIAL_PROMOTION").refused(4, "E1605").hints("최우수");
    office.run("reward exclude LEAVE COMMENDATION").ok();
    office.run("reward exclude LEAVE LEAVE").refused(2, "E1640");
    office.run("reward exclude LEAVE PRIZE --no-more 착오").refused(3, "E1641");
    office.run("reward choose RW-2024-01 COMMENDATION LEAVE").refused(4, "E1606");
    office.run("reward choose RW-2024-01 COMMENDATION SPECIAL_PROMOTION").ok();
    office.run("reward exclude SPECIAL_PROMOTION COMMENDATION").refused(4, "E1606");
    office.run("reward exclude SPECIAL_PROMOTION COMMENDATION --from 2025").ok();
    office.run("reward exclude LEAVE COMMENDATION --no-more 규정개정").ok();
    assert_eq!(office.items("reward measures --year 2025").len(), 12);
    office.run("reward measures --year 2024").ok().says("COMMENDATION");
    assert!(!office.run("reward measures --year 2024").ok().stdout.contains("Exclude each other"));
    office.run("reward measures --year 2025").ok().says("Exclude each other");
}

#[test]
fn personnel_answers_before_the_grant_and_a_no_opens_another_choice() {
    let office = offered();
    office.run("reward choose RW-2024-02 TOP_BONUS --on 2024-12-05").ok();
    office.run("reward grant RW-2024-02 TOP_BONUS --document 총무-1").refused(4, "E1624");
    let told = office.run("reward grant RW-2024-02 LEAVE --document 총무-1").refused(4, "E1620");
    let told = told.hints("reward void RW-2024-02 --measure TOP_BONUS --reason");
    assert!(!told.stderr.contains("reward choose"), "nothing is left to choose:\n{}", told.stderr);
    office.run("reward grant RW-2024-01 LEAVE --document 총무-1").refused(4, "E1620").hints("reward choose RW-2024-01 MEASURE MEASURE");
    office.run("reward check RW-2024-02 TOP_BONUS --ok no").refused(2, "E1626");
    office.run("reward check RW-2024-02 TOP_BONUS --ok yes --on 2024-12-04").refused(4, "E1621");
    office.run("reward check RW-2024-02 TOP_BONUS --ok no --reason 재직1년미만 --on 2024-12-09").ok();
    office.run("reward check RW-2024-02 TOP_BONUS --ok yes").refused(4, "E1622");
    office.run("reward grant RW-2024-02 TOP_BONUS --document 총무-1").refused(4, "E1625");
    assert_eq!(list(&office, "--staff 최넷"), ["RW-2024-02 최넷 TOP_BONUS failed", "RW-2024-02 최넷 - second"]);
    office.run("reward choose RW-2024-02 TOP_BONUS").refused(4, "E1608");
    office.run("reward choose RW-2024-02 LEAVE --on 2024-12-08").refused(4, "E1634");
    office.run("reward choose RW-2024-02 LEAVE --on 2024-12-10").ok();
    office.run("reward grant RW-2024-02 LEAVE --document 총무-2 --body 구청장 --on 2024-12-11").ok();
    office.run("reward grant RW-2024-02 LEAVE --document 총무-2").refused(4, "E1623");
    office.run("reward void RW-2024-02 --reason 착오").refused(4, "E1632");
    assert_eq!(list(&office, "--staff 최넷 --outstanding"), Vec::<String>::new());
    assert_eq!(list(&office, "--outstanding").len(), 3);
    assert_eq!(list(&office, "--outstanding --as-of 2024-12-10").len(), 4, "on that day nothing was granted yet");
    assert_eq!(office.rows("reward share")[0]["percent"], "0");
    office.run("reward choose RW-2024-01 TOP_BONUS TRAINING").ok();
    office.run("reward choose RW-2024-03 SPECIAL_PROMOTION").ok();
    let share = &office.rows("reward share")[0];
    assert_eq!(["officials", "promised", "percent", "required", "met"].map(|key| share[key].as_str()), ["4", "2", "50", "50", "true"]);
    office.run("reward rule --extraordinary 60").ok();
    assert_eq!(office.rows("reward share")[0]["met"], "false");
}

#[test]
fn what_waits_too_long_is_told_today() {
    let mut office = offered();
    office.run("reward choose RW-2024-02 LEAVE --on 2024-12-05").ok();
    office.turn_to("2025-01-03");
    assert_eq!(office.rows("today").iter().filter(|row| row["kind"] == "reward").count(), 3);
    office.turn_to("2025-01-05");
    let rows = office.rows("today");
    let told: Vec<String> =
        rows.iter().filter(|row| row["kind"] == "reward").map(|row| format!("{} {}", row["code"], row["what"])).collect();
    assert_eq!(told.len(), 4);
    assert!(told.contains(&"RW-2024-02 grant_owed".to_owned()) && told.contains(&"RW-2024-01 choice_owed".to_owned()), "{told:?}");
}

#[test]
fn the_rule_of_how_many_is_data_and_an_offer_keeps_its_own() {
    let office = selected();
    office.run("reward rule --lead 3 --other 2").ok();
    office.run("reward offer EV-2024-01").ok();
    office.run("reward choose RW-2024-02 LEAVE").refused(4, "E1602");
    office.run("reward choose RW-2024-02 LEAVE COMMENDATION").ok();
    office.run("reward rule --other 1").ok();
    office.run("reward offer EV-2024-02").ok();
    office.run("reward choose RW-2024-03 LEAVE").ok();
    assert_eq!(office.column("reward list --sort code --fields code,choose", "choose"), ["3", "2", "2", "1", "1"]);
}

#[test]
fn an_export_is_imported_again_and_gives_the_same() {
    let office = offered();
    office.run("reward choose RW-2024-01 LEAVE TOP_BONUS --on 2024-12-05").ok();
    office.run("reward check RW-2024-01 TOP_BONUS --ok no --reason '재직, 1년' --on 2024-12-06").ok();
    office.run("reward choose RW-2024-01 TRAINING --on 2024-12-07").ok();
    office.run("reward grant RW-2024-01 LEAVE --document 총무-1 --body 구청장 --on 2024-12-08").ok();
    let exported = office.run("export reward").ok().stdout;
    let other = selected();
    other.write("out.csv", &exported);
    other.run("import reward out.csv").ok();
    assert_eq!(other.run("export reward").ok().stdout, exported);
    other.run("import reward out.csv").ok().says("nothing differs");
    other.write(
        "wrong.csv",
        "year,grade,staff,measure,choose,chosen_on,granted_on,document,half\n2024,우수,없는이,LEAVE,1,,,,\n2024,우수,이둘,PRIZE,1,,,,\n2024,우수,이둘,LEAVE,1,2099-01-01,,,\n2024,우수,박셋,TOP_BONUS,1,,2024-12-01,총무,\n2024,우수,박셋,,1,,,,3\n",
    );
    let entries = other.entries();
    let wrong = other.run("import reward wrong.csv").refused(4, "E0341");
    for line in ["line 2", "line 3", "line 4", "line 5", "line 6"] {
        assert!(wrong.stderr.contains(line), "{line}: {}", wrong.stderr);
    }
    assert_eq!(other.entries(), entries);
}

/// What districts published, as `examples/data` has it.
fn published(name: &str) -> String {
    std::fs::read_to_string(format!("{}/examples/data/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a published file")
}

#[test]
fn published_selections_come_out_with_the_totals_that_were_stated() {
    let office = Office::on("2026-01-05");
    for file in ["outstanding-officials.csv", "selection-counts.csv", "reward-rules.csv"] {
        office.write(file, published(file));
        office.run(&format!("import reward {file}")).ok();
        office.run(&format!("import reward {file}")).ok().says("nothing differs");
    }
    let rows = office.rows("reward selections");
    let told: Vec<String> = rows
        .iter()
        .map(|row| {
            ["org", "year", "half", "selected", "listed", "individuals", "team_cases", "agrees"].map(|key| row[key].as_str()).join(" ")
        })
        .collect();
    // Stated and recounted by hand from the published lists.
    assert_eq!(
        told,
        [
            "동작구 2021 1 8 8 8 0 true",
            "동작구 2021 2 9 0 0 0 ",
            "동작구 2023 1 8 8 6 2 true",
            "동작구 2025 2 10 10 8 2 true",
            "중랑구 2023 2 5 5 5 0 true",
        ]
    );
    for row in rows.iter().filter(|row| !row["excellent"].is_empty()) {
        let number = |key: &str| row[key].parse::<i64>().unwrap_or(0);
        assert_eq!(number("grand") + number("excellent") + number("encouragement") + number("teams"), number("selected"), "{row:?}");
        let listed = office.rows(&format!("reward list --year {} --fields org,half,grade,kind", row["year"]));
        let of = |grade: &str| {
            let count = listed.iter().filter(|one| {
                one["org"] == row["org"] && one["half"] == row["half"] && one["kind"] == "individual" && one["grade"] == grade
            });
            i64::try_from(count.count()).expect("a count")
        };
        assert_eq!((of("우수"), of("장려")), (number("excellent"), number("encouragement")), "{row:?}");
    }
    assert_eq!(office.column("reward published", "choose_n"), ["", "2", "", "", ""]);
    assert_eq!(office.rows("reward list --state published").len(), 31);
    assert!(office.column("export reward", "source").iter().all(|source| !source.is_empty()));
    office.run("reward choose RW-2021-01 LEAVE").refused(4, "E1610");
}

const MEASURES: [&str; 7] = ["SPECIAL_PROMOTION", "TOP_BONUS", "PREFERRED_POST", "TRAINING", "LEAVE", "COMMENDATION", "PRIZE"];

/// Something that someone might try; most of it is refused in most states.
fn attempt(dice: &mut Dice) -> String {
    let code = format!("RW-2024-0{}", dice.roll(5) + 1);
    let (one, other, third) = (dice.pick(&MEASURES), dice.pick(&MEASURES), dice.pick(&MEASURES));
    match dice.roll(20) {
        0..=3 => format!("reward choose {code} {one}"),
        4..=7 => format!("reward choose {code} {one} {other}"),
        8 => format!("reward choose {code} {one} {other} --else {third},LEAVE"),
        9 => format!("reward choose {code} {one} --else {other},{third}"),
        10 => format!("reward check {code} {one} --ok {} --reason 요건", dice.pick(&["yes", "no", "no"])),
        11 => format!("reward grant {code} {one} --document 문서"),
        12 => format!("reward void {code} --measure {one} --reason 착오"),
        13 => format!("reward void {code} --reason 착오"),
        14 | 15 => format!("reward measure {one} --quota {}", dice.pick(&["0", "1", "1", "2", "none"])),
        16 => format!(
            "reward measure {one} --grades {} --offered {}",
            dice.pick(&["all", "최우수", "우수"]),
            dice.pick(&["yes", "yes", "no"])
        ),
        17 => format!("reward exclude {one} {other}"),
        18 => format!("reward exclude {one} {other} --no-more 개정"),
        _ => format!("reward import try.csv#{code},{one},{}", dice.pick(&["2024", "2024", "2025"])),
    }
}

/// What never holds in the file, asked of its tables in words of their own.
const NEVER: [(&str, &str); 7] = [
    (
        "a ceiling is broken",
        "SELECT m.code FROM measure m JOIN reward r JOIN reward_choice c ON c.reward_id = r.id AND c.measure_id = m.id
         WHERE r.void_reason IS NULL AND c.void_reason IS NULL AND NOT coalesce(c.checked_ok = 0, 0)
         GROUP BY m.id, r.year
         HAVING count(*) > (SELECT coalesce(t.quota, 1000) FROM measure_term t
           WHERE t.measure_id = m.id AND t.from_year <= r.year ORDER BY t.from_year DESC LIMIT 1)",
    ),
    (
        "a main person has other than two, or anyone else other than one",
        "SELECT r.code FROM reward r JOIN reward_choice c ON c.reward_id = r.id
         WHERE r.void_reason IS NULL AND c.void_reason IS NULL AND NOT coalesce(c.checked_ok = 0, 0)
         GROUP BY r.id
         HAVING count(*) > CASE WHEN EXISTS (SELECT 1 FROM eval_entry e JOIN task t ON t.id = e.task_id
           WHERE e.id = r.entry_id AND t.lead_id = r.staff_id) THEN 2 ELSE 1 END",
    ),
    (
        "fewer were chosen than are, and nothing was voided or refused",
        "SELECT r.code FROM reward r JOIN reward_choice c ON c.reward_id = r.id
         WHERE r.void_reason IS NULL AND r.id NOT IN (SELECT x.reward_id FROM reward_choice x WHERE x.void_reason IS NOT NULL OR x.checked_ok = 0)
         GROUP BY r.id HAVING count(*) <> r.choose",
    ),
    (
        "someone has a measure twice",
        "SELECT r.code FROM reward r JOIN reward_choice c ON c.reward_id = r.id WHERE c.void_reason IS NULL
         GROUP BY r.id, c.measure_id HAVING count(*) > 1",
    ),
    (
        "someone has both of a pair",
        "SELECT r.code FROM measure_exclusion x JOIN reward_choice a ON a.measure_id = x.one_id JOIN reward_choice b ON b.measure_id = x.other_id
           AND b.reward_id = a.reward_id JOIN reward r ON r.id = a.reward_id AND r.year >= x.from_year
         WHERE x.void_reason IS NULL AND a.void_reason IS NULL AND b.void_reason IS NULL AND r.void_reason IS NULL
           AND NOT coalesce(a.checked_ok = 0, 0) AND NOT coalesce(b.checked_ok = 0, 0)",
    ),
    (
        "someone has what is not offered, or not to the grade",
        "SELECT r.code FROM reward r JOIN reward_choice c ON c.reward_id = r.id
         WHERE r.void_reason IS NULL AND c.void_reason IS NULL AND NOT coalesce(c.checked_ok = 0, 0)
           AND NOT EXISTS (SELECT 1 FROM measure_term t WHERE t.measure_id = c.measure_id AND t.offered = 1
             AND (t.grades IS NULL OR instr(t.grades, r.grade) = 1 OR instr(t.grades, ', ' || r.grade) > 0)
             AND t.from_year = (SELECT max(y.from_year) FROM measure_term y WHERE y.measure_id = t.measure_id AND y.from_year <= r.year))",
    ),
    (
        "something was granted without what it needs",
        "SELECT r.code FROM reward_choice c JOIN reward r ON r.id = c.reward_id JOIN measure m ON m.id = c.measure_id
         WHERE c.granted_on IS NOT NULL AND c.void_reason IS NULL
           AND (c.granted_document IS NULL OR r.void_reason IS NOT NULL OR (m.needs_check = 1 AND c.checked_ok IS NOT 1) OR c.granted_on < c.chosen_on)",
    ),
];

/// `PROADMIN_CHOICES` sets how many random sequences are tried (default 6), and
/// `PROADMIN_SEED` where they begin.
#[test]
fn whatever_is_tried_no_ceiling_no_pair_and_no_number_of_choices_is_broken() {
    let (count, seed) = (asked("PROADMIN_CHOICES", 6), asked("PROADMIN_SEED", 1));
    let office = offered();
    let begun = std::fs::read(office.file()).expect("the file");
    let (mut done, mut refused) = (0_u64, 0_u64);
    for seed in seed..seed + count {
        let mut dice = Dice(seed);
        office.put("proadmin.db", &begun);
        let mut tried = Vec::new();
        for _ in 0..20 {
            let mut command = attempt(&mut dice);
            if let Some((import, row)) = command.clone().split_once('#') {
                let parts: Vec<&str> = row.split(',').collect();
                office.write("try.csv", format!("code,year,grade,measure\n{},{},우수,{}\n", parts[0], parts[2], parts[1]));
                import.clone_into(&mut command);
            }
            let answer = office.run(&command);
            assert!(matches!(answer.code, 0 | 2..=4), "{command}: {}", answer.stderr);
            *(if answer.code == 0 { &mut done } else { &mut refused }) += 1;
            tried.push(format!("{} {command}", answer.code));
            let conn = office.open();
            for (what, sql) in NEVER {
                let mut asked = conn.prepare(sql).expect(what);
                let found: Vec<String> = asked.query_map((), |row| row.get(0)).expect(what).map(|code| code.expect("a code")).collect();
                assert!(found.is_empty(), "seed {seed}: {what}: {found:?}\n{}", tried.join("\n"));
            }
        }
    }
    assert!(done >= 3 * count && refused >= 3 * count, "{done} done, {refused} refused: the dice try too little");
    println!("{count} sequences, {done} commands done, {refused} refused");
}

#[test]
fn a_grant_to_someone_who_has_left_is_told() {
    let office = offered();
    office.run("staff leave 최넷 --on 2024-12-10").ok();
    office.run("reward choose RW-2024-02 LEAVE --on 2024-12-05").ok();
    let granted = office.run("reward grant RW-2024-02 LEAVE --document 인사-1 --on 2024-12-10").ok();
    assert!(!granted.stderr.contains("left on"), "{}", granted.stderr);
    office.run("undo").ok();
    office.run("reward grant RW-2024-02 LEAVE --document 인사-1 --on 2024-12-11").ok().hints("최넷 left on 2024-12-10");
}
