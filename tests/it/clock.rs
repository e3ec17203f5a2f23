//! The legal clock: the published vectors of both counters, a table of pauses and extensions,
//! and random cases against an oracle that walks day by day and shares nothing with the
//! program. `PROADMIN_CASES` sets how many random cases are tried (default 40), and
//! `PROADMIN_SEED` where they begin.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use crate::dice::{Dice, asked};
use crate::office::{Office, Row};

const REDS: &str = include_str!("data/holidays_2010_2035.csv");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn office(today: &str) -> Office {
    let office = Office::on(today);
    office.run("dept add 푸른도시과").ok();
    office
}

/// Files a request and does what `acts` says: `pause DATE`, `resume DATE`, `extend DATE DAYS`.
#[track_caller]
fn filed(office: &Office, rule: &str, received: &str, acts: &str) -> String {
    let answer = office.run(&format!("consult file '{rule} {received} {acts}' --dept D-01 --rule {rule} --received-on {received} -o json"));
    let code = answer.ok().json()["items"][0]["code"].as_str().expect("a code").to_owned();
    for act in acts.split("; ").filter(|act| !act.is_empty()) {
        let words: Vec<&str> = act.split(' ').collect();
        let command = match words.as_slice() {
            ["pause", on] => format!("supplement {code} --on {on} --reason 보완"),
            ["resume", on] => format!("resume {code} --on {on}"),
            ["extend", on, days] => format!("extend {code} --on {on} --days {days} --reason 연장"),
            ["refer", on] => format!("refer {code} --to seoul --on {on}"),
            _ => panic!("{act}"),
        };
        office.run(&format!("consult {command}")).ok();
    }
    code
}

#[track_caller]
fn due(office: &Office, code: &str) -> String {
    office.items(&format!("consult show {code}"))[0]["due"].as_str().expect("a due day").to_owned()
}

#[test]
fn thirty_days_by_the_civil_act() {
    let office = office("2029-01-15");
    for (received, due_) in [
        ("2024-01-11", "2024-02-13"),
        ("2024-01-31", "2024-03-04"),
        ("2024-03-05", "2024-04-04"),
        ("2024-08-16", "2024-09-19"),
        ("2024-09-01", "2024-10-02"),
        ("2024-12-02", "2025-01-02"),
        ("2025-01-02", "2025-02-03"),
        ("2025-04-04", "2025-05-07"),
        ("2025-04-05", "2025-05-07"),
        ("2025-09-03", "2025-10-10"),
        ("2026-01-16", "2026-02-19"),
        ("2026-04-01", "2026-05-04"),
        ("2026-04-24", "2026-05-26"),
        ("2026-06-17", "2026-07-20"),
        ("2026-07-16", "2026-08-18"),
        ("2026-08-25", "2026-09-28"),
        ("2026-09-03", "2026-10-06"),
        ("2027-01-07", "2027-02-10"),
        ("2028-09-02", "2028-10-06"),
    ] {
        assert_eq!(due(&office, &filed(&office, "civil-30", received, "")), due_, "{received}");
    }
}

#[test]
fn seven_and_fourteen_days_of_a_petition() {
    let office = office("2026-11-21");
    for (rule, received, due_) in [
        ("petition-7", "2024-02-05", "2024-02-15"),
        ("petition-14", "2024-02-05", "2024-02-26"),
        ("petition-7", "2025-01-20", "2025-02-03"),
        ("petition-7", "2025-04-30", "2025-05-12"),
        ("petition-7", "2025-09-30", "2025-10-15"),
        ("petition-14", "2025-09-30", "2025-10-24"),
        ("petition-7", "2026-02-11", "2026-02-24"),
        ("petition-7", "2026-04-29", "2026-05-11"),
        ("petition-7", "2026-05-20", "2026-05-29"),
        ("petition-7", "2026-07-13", "2026-07-22"),
        ("petition-14", "2026-09-21", "2026-10-14"),
    ] {
        assert_eq!(due(&office, &filed(&office, rule, received, "")), due_, "{rule} {received}");
    }
}

#[test]
fn what_a_pause_and_an_extension_do() {
    let office = office("2025-03-03");
    for (why, rule, received, acts, due_) in [
        (
            "days strictly between are not counted; the end rolls",
            "civil-30",
            "2024-03-05",
            "pause 2024-03-10; resume 2024-03-20",
            "2024-04-15",
        ),
        ("resumed on the day itself", "civil-30", "2024-03-05", "pause 2024-03-10; resume 2024-03-10", "2024-04-04"),
        ("resumed the next day", "civil-30", "2024-03-05", "pause 2024-03-10; resume 2024-03-11", "2024-04-04"),
        (
            "several pauses; an election day inside the roll",
            "civil-30",
            "2024-03-05",
            "pause 2024-03-10; resume 2024-03-13; pause 2024-03-20; resume 2024-03-25",
            "2024-04-11",
        ),
        (
            "asked again on the day of the resubmission",
            "civil-30",
            "2024-03-05",
            "pause 2024-03-10; resume 2024-03-13; pause 2024-03-13; resume 2024-03-16",
            "2024-04-08",
        ),
        ("asked on the last counted day", "civil-30", "2024-03-05", "pause 2024-04-04; resume 2024-04-20", "2024-04-04"),
        ("asked after the last counted day, while it rolls", "civil-30", "2024-08-16", "pause 2024-09-17; resume 2024-09-25", "2024-09-19"),
        ("asked long after it", "civil-30", "2024-03-05", "pause 2024-06-01; resume 2024-07-01", "2024-04-04"),
        ("asked the day before it", "civil-30", "2024-03-05", "pause 2024-04-03; resume 2024-04-10", "2024-04-11"),
        ("asked on the day of the receipt", "civil-30", "2024-03-05", "pause 2024-03-05; resume 2024-03-08", "2024-04-08"),
        (
            "weekends and holidays inside a pause are no working days twice",
            "petition-7",
            "2024-02-05",
            "pause 2024-02-06; resume 2024-02-14",
            "2024-02-20",
        ),
        ("a pause of a weekend only", "petition-7", "2024-02-19", "pause 2024-02-23; resume 2024-02-26", "2024-02-27"),
        ("extended by ten days", "civil-30", "2024-03-05", "extend 2024-03-20 10", "2024-04-15"),
        ("extended on the due day", "civil-30", "2024-03-05", "extend 2024-04-04 1", "2024-04-05"),
        ("extended on a due day that had rolled", "civil-30", "2024-08-16", "extend 2024-09-19 5", "2024-09-20"),
        ("extended by thirty", "civil-30", "2024-03-05", "extend 2024-04-01 30", "2024-05-07"),
        (
            "a pause that only the extension makes count",
            "civil-30",
            "2024-03-05",
            "extend 2024-04-04 10; pause 2024-04-08; resume 2024-04-12",
            "2024-04-17",
        ),
        ("extended by working days", "petition-7", "2024-02-05", "extend 2024-02-15 7", "2024-02-26"),
        ("a referral stops nothing", "civil-30", "2024-03-05", "refer 2024-03-10", "2024-04-04"),
    ] {
        assert_eq!(due(&office, &filed(&office, rule, received, acts)), due_, "{why}");
    }
}

/// No rule of a new file says so; an office's own may.
#[test]
fn where_a_referral_stops_the_clock_a_day_is_not_taken_off_twice() {
    let office = office("2025-03-03");
    let code = filed(&office, "civil-30", "2024-03-05", "refer 2024-03-10; pause 2024-03-15");
    office.run(&format!("consult refer {code} --reply-on 2024-03-20 --reply-text 가능")).ok();
    office.run(&format!("consult resume {code} --on 2024-03-25")).ok();
    assert_eq!(due(&office, &code), "2024-04-15", "the referral stops nothing");
    let copy = office.folder().join("copy.db");
    office.open().execute("VACUUM INTO ?1", [copy.to_string_lossy()]).expect("a copy");
    let conn = rusqlite::Connection::open(&copy).expect("the copy");
    conn.execute("UPDATE clock_rule SET referral_pauses = 1", ()).expect("another rule");
    let asked = "SELECT max(date) AS due, max(day_no) AS days, sum(why = 'paused') AS stood FROM due_explained";
    let told = conn.query_row(asked, (), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("an answer");
    assert_eq!(told, ("2024-04-18".to_owned(), 30, 14), "11 to 24 March, each once");
}

#[test]
fn an_open_pause_reads_as_if_resumed_today() {
    let mut office = office("2024-03-20");
    let code = filed(&office, "civil-30", "2024-03-05", "pause 2024-03-10");
    for (today, due_, left) in [
        ("2024-03-20", "2024-04-15", 26),
        ("2024-03-21", "2024-04-15", 25),
        ("2024-03-22", "2024-04-15", 24),
        ("2024-03-23", "2024-04-16", 24),
    ] {
        office.turn_to(today);
        let item = &office.items(&format!("consult show {code}"))[0];
        assert_eq!((item["due"].as_str(), item["days_left"].as_i64(), item["state"].as_str()), (Some(due_), Some(left), Some("paused")));
        assert_eq!(due(&office, &code), due_);
    }
    office.run(&format!("due explain {code}")).ok().says("as if it came in today");
    assert_eq!(office.items(&format!("consult show {code} --as-of 2024-03-20"))[0]["due"], "2024-04-15");
    // Ended while it was awaited, it stands as on that day.
    office.run(&format!("consult withdraw {code} --on 2024-03-20")).ok();
    assert_eq!(due(&office, &code), "2024-04-15");
}

#[test]
fn a_day_is_told_counted_or_not_and_by_which_act_and_holiday() {
    let office = office("2024-09-30");
    let code = filed(&office, "civil-30", "2024-08-13", "pause 2024-08-20; resume 2024-08-23");
    let days = office.rows(&format!("due explain {code}"));
    let told = |date: &str| days.iter().find(|row| row["date"] == date).expect(date).clone();
    let seen = |date: &str| {
        let row = told(date);
        format!("{} {} {} {} {}", row["counted"], row["day_no"], row["why"], row["event"], row["holiday"])
    };
    for (date, said) in [
        ("2024-08-13", "false  received  "),
        ("2024-08-14", "true 1 counted  "),
        ("2024-08-15", "true 2 counted  광복절"),
        ("2024-08-20", "true 7 counted supplement "),
        ("2024-08-21", "false  paused  "),
        ("2024-08-23", "true 8 counted resumed "),
        ("2024-09-14", "true 30 rolled  "),
        ("2024-09-15", "false  rolled  "),
        ("2024-09-16", "false  rolled  추석 전날"),
        ("2024-09-19", "false  due  "),
    ] {
        assert_eq!(seen(date), said, "{date}");
    }
    assert_eq!(days.last().expect("a day")["date"], due(&office, &code));
    office.run("due explain PC-2024-099").refused(3, "E0301");
}

#[test]
fn what_is_due_soon_is_listed_overdue_first() {
    let office = office("2024-04-05");
    for received in ["2024-03-05", "2024-03-06", "2024-03-20"] {
        filed(&office, "civil-30", received, "");
    }
    assert_eq!(office.column("due list", "days_left"), ["-1", "0", "14"]);
    assert_eq!(office.column("due list --within 0", "days_left"), ["-1", "0"]);
    assert_eq!(office.column("due list --within 13", "code").len(), 2);
    assert_eq!(office.column("due list --within 14", "code").len(), 3);
    let forecast = office.rows("due forecast --days 14");
    let told: Vec<[&str; 3]> = forecast.iter().map(|row| [&*row["due"], &*row["count"], &*row["codes"]]).collect();
    assert_eq!(told, [["2024-04-05", "1", "PC-2024-002"], ["2024-04-19", "1", "PC-2024-003"]]);
    assert_eq!(office.run("due list --exit-code").code, 10);
    office.run("dept add 다른과").ok();
    assert_eq!(office.run("due list --dept 다른과 --exit-code").code, 0, "nothing of theirs is overdue");
    office.run("consult withdraw PC-2024-001").ok();
    assert_eq!(office.run("due list --exit-code").code, 0);
    office.run("due list --within -1").refused(2, "E0");
}

/// What happened to a random case.
struct Case {
    rule: &'static str,
    received: NaiveDate,
    extension: u64,
    pauses: Vec<(NaiveDate, NaiveDate)>,
    acts: String,
}

/// What an explanation must say: the counted days, the rolled ones, and the due day.
#[derive(Debug, PartialEq)]
struct Told {
    counted: Vec<NaiveDate>,
    rolled: Vec<NaiveDate>,
    due: NaiveDate,
}

/// The clock once more, day by day.
fn oracle(case: &Case, reds: &BTreeSet<NaiveDate>) -> Told {
    let off = |day: NaiveDate| day.weekday().number_from_monday() > 5 || reds.contains(&day);
    let (days, working, from) = match case.rule {
        "civil-30" => (30, false, 1),
        "working-30" => (30, true, 1),
        "petition-7" => (7, true, 0),
        _ => (14, true, 0),
    };
    let mut counted = Vec::new();
    let mut today = case.received + Days::new(from);
    loop {
        let stands = case.pauses.iter().any(|(asked, resumed)| *asked < today && today < *resumed);
        if !(stands || working && off(today)) {
            counted.push(today);
        }
        if counted.len() as u64 == days + case.extension {
            break;
        }
        today = today + Days::new(1);
    }
    let mut rolled = Vec::new();
    while off(today) {
        rolled.push(today);
        today = today + Days::new(1);
    }
    Told { counted, rolled, due: today }
}

fn random_case(dice: &mut Dice, today: NaiveDate, reds: &BTreeSet<NaiveDate>) -> Case {
    let rule = ["civil-30", "civil-30", "working-30", "petition-7", "petition-14"][usize::try_from(dice.roll(5)).expect("an index")];
    let received = today - TimeDelta::days(dice.roll(400));
    let mut case = Case { rule, received, extension: 0, pauses: Vec::new(), acts: String::new() };
    let mut at = received;
    // The petition rules allow two supplements.
    let most = if rule.starts_with("petition") { 3 } else { 4 };
    for _ in 0..dice.roll(most) {
        let asked = at + Days::new(dice.roll(25));
        if asked > today {
            break;
        }
        case.acts.push_str(&format!("pause {asked}; "));
        let resumed = asked + Days::new(dice.roll(20));
        case.pauses.push((asked, resumed.min(today)));
        if resumed > today {
            break;
        }
        case.acts.push_str(&format!("resume {resumed}; "));
        at = resumed;
    }
    if dice.roll(3) == 0 {
        let due = oracle(&case, reds).due;
        let on = due.min(today).max(received);
        case.extension = dice.roll(7) + 1;
        case.acts.push_str(&format!("extend {on} {}; ", case.extension));
    }
    case.acts = case.acts.trim_end_matches("; ").to_owned();
    case
}

fn told(rows: &[Row]) -> Told {
    let days = |wanted: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| wanted(row)).map(|row| day(&row["date"])).collect::<Vec<_>>();
    let counted = days(&|row| row["counted"] == "true");
    let numbers: Vec<usize> = rows.iter().filter_map(|row| row["day_no"].parse().ok()).collect();
    assert_eq!(numbers, (1..=counted.len()).collect::<Vec<_>>(), "counted days are numbered");
    let due = days(&|row| row["why"] == "due");
    assert_eq!(due.len(), 1);
    assert_eq!(rows.last().map(|row| row["why"].as_str()), Some("due"));
    Told { counted, rolled: days(&|row| row["why"] == "rolled"), due: due[0] }
}

#[test]
fn random_cases_agree_with_an_oracle_that_walks_day_by_day() {
    let mut dice = Dice(asked("PROADMIN_SEED", 20_241_002));
    let today = day("2026-11-20");
    let office = office("2026-11-20");
    let mut reds: BTreeSet<NaiveDate> = REDS.lines().filter(|line| line.starts_with("20")).map(day).collect();
    let cases: Vec<(String, Case)> = (0..asked("PROADMIN_CASES", 40))
        .map(|_| {
            let case = random_case(&mut dice, today, &reds);
            (filed(&office, case.rule, &case.received.to_string(), &case.acts), case)
        })
        .collect();
    // Holidays that come later move every open case, most of all where they hit a due day.
    for _ in 0..4 {
        let (_, hit) = &cases[usize::try_from(dice.roll(cases.len() as u64)).expect("an index")];
        let added = oracle(hit, &reds).due;
        if added.year() < 2036 && reds.insert(added) {
            office.run(&format!("calendar add {added} --name 임시공휴일")).ok();
        }
    }
    for (code, case) in &cases {
        let right = oracle(case, &reds);
        let what = format!("{code} {} received {}: {}", case.rule, case.received, case.acts);
        assert_eq!(due(&office, code), right.due.to_string(), "{what}");
        assert_eq!(told(&office.rows(&format!("due explain {code}"))), right, "{what}");
    }
}

#[test]
fn an_office_counts_by_its_own_regulation_from_a_day_of_receipt_on() {
    let mut office = office("2024-06-03");
    office.run("consult file 앞선건 --dept 푸른도시과 --received-on 2024-04-30").ok();
    let before = due(&office, "PC-2024-001");
    let own = "clock add office-20 --name '내규 20일' --days 20 --unit working --from 2024-05-01 --source '노원구 사전컨설팅 규정 제7조'";
    office.run(own).ok().says("office-20").hints("clock use office-20 --for consult --from 2024-05-01");
    office.run(own).refused(4, "E0445");
    office.run("clock use office-20 --for consult --from 2024-04-30").refused(4, "E0446");
    office.run("consult file 중간건 --dept 푸른도시과 --received-on 2024-05-02").ok();
    let used = office.run("clock use office-20 --for consult --from 2024-05-01").ok();
    used.says("pre-consulting received from 2024-05-01").hints("PC-2024-002").hints("consult edit PC-2024-002 --rule office-20");
    // What was received before the rule is counted as before, and cannot be counted by it.
    assert_eq!(due(&office, "PC-2024-001"), before);
    office.run("consult edit PC-2024-001 --rule office-20").refused(4, "E0446").hints("clock list --all");
    office.run("consult file 늦게적은건 --dept 푸른도시과 --received-on 2024-04-29").ok();
    assert_eq!(office.column("consult show PC-2024-003", "rule"), ["civil-30"]);
    // 20 working days after Thursday 2 May: 3, 7-10, 13-14, 16-17, 20-24, 27-31 May are 19
    // (6 and 15 May are holidays), 3 June is the 20th.
    office.run("consult edit PC-2024-002 --rule office-20").ok();
    assert_eq!(due(&office, "PC-2024-002"), "2024-06-03");
    office.run("consult file 새건 --dept 푸른도시과 --received-on 2024-05-02").ok();
    assert_eq!(
        (office.column("consult show PC-2024-004", "rule"), due(&office, "PC-2024-004")),
        (vec!["office-20".to_owned()], "2024-06-03".to_owned())
    );
    office.write("건.csv", "title,department,received_on\n가져온 건,푸른도시과,2024-05-02\n가져온 옛 건,푸른도시과,2024-04-30\n");
    office.run("import consult 건.csv").ok();
    assert_eq!(office.column("export consult --sort code", "rule")[4..], ["office-20", "civil-30"]);
    // Ended, it stays the rule of what was received under it.
    office.turn_to("2024-07-01");
    office
        .run("clock end office-20 --on 2024-06-10 --reason '규정 폐지'")
        .refused(4, "E0449")
        .hints("clock use RULE --for consult --from 2024-06-10");
    office.run("clock use civil-30 --for consult --from 2024-06-10").ok();
    office.run("clock end office-20 --on 2024-05-02 --reason '규정 폐지'").refused(4, "E0448").hints("consult edit PC-2024-002 --rule");
    office.run("clock end office-20 --on 2024-06-10 --reason '규정 폐지'").ok().says("2024-06-10");
    office.run("clock end office-20 --on 2024-06-10 --reason 다시").refused(4, "E0447");
    office.run("consult file 뒤의건 --dept 푸른도시과 --received-on 2024-06-10 --rule office-20").refused(4, "E0446");
    office.run("consult file 뒤의건 --dept 푸른도시과 --received-on 2024-06-10").ok();
    assert_eq!(office.column("consult show PC-2024-007", "rule"), ["civil-30"]);
    office.run("consult file 앞의건 --dept 푸른도시과 --received-on 2024-06-07").ok();
    assert_eq!(office.column("consult show PC-2024-008", "rule"), ["office-20"]);
    assert_eq!(due(&office, "PC-2024-004"), "2024-06-03");
    let told = |rows: Vec<Row>| {
        rows.iter().map(|row| [&row["code"], &row["state"], &row["cases"]].map(String::as_str).join(" ")).collect::<Vec<_>>()
    };
    let standing = ["civil-30 in_force 4", "working-30 in_force 0", "petition-7 in_force 0", "petition-14 in_force 0"];
    assert_eq!(told(office.rows("clock list")), standing);
    assert_eq!(told(office.rows("clock list --all"))[4], "office-20 ended 4");
    assert_eq!(told(office.rows("clock show office-20 --as-of 2024-06-09"))[0], "office-20 in_force 4");
    office.run("clock show office-20 --as-of 2024-04-30").refused(3, "E0301");
}

#[test]
fn petitions_too_are_counted_by_the_rule_of_the_day_of_receipt() {
    let office = office("2024-06-03");
    office.run("clock add w5 --name '5일' --days 5 --like petition-7 --from 2024-05-20 --source 조례").ok();
    office.run("clock use w5 --for grievance --from 2024-05-20 --source 조례").ok();
    for (received, petition) in
        [("2024-05-17", ""), ("2024-05-20", ""), ("2024-05-20", "--petition suggestion"), ("2024-05-20", "--rule petition-7")]
    {
        office.run(&format!("passive add 지연 --dept 푸른도시과 --anonymous --received-on {received} {petition}")).ok();
    }
    assert_eq!(office.column("export passive --sort code", "rule"), ["petition-7", "w5", "petition-14", "petition-7"]);
    // The day of receipt is the first of five working days.
    assert_eq!(office.column("passive show PA-2024-002", "due"), ["2024-05-24"]);
    office.run("clock add W5 --name x --days 5 --source x").refused(2, "E0");
    office.run("clock end w5 --reason 폐지").refused(4, "E0449").hints("--for grievance");
    office.run("clock use nine --for consult").refused(3, "E0426").hints("--rule w5");
}
