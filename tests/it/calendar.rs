//! The calendar of days off, against calendars that others keep, and what a new holiday moves.

use std::collections::BTreeSet;

use crate::office::Office;

/// A file of facts with its source in the lines that begin with `#`.
fn facts(text: &'static str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row")).collect()
}

#[test]
fn every_holiday_of_2024_to_2026_is_the_official_one() {
    let office = Office::on("2026-11-21");
    let official: BTreeSet<(String, String, String)> = facts(include_str!("data/holidays_2024_2026.csv"))
        .iter()
        .map(|row| (row[0].to_owned(), row[1].to_owned(), row[2].to_owned()))
        .collect();
    let ours: BTreeSet<(String, String, String)> = (2024..=2026)
        .flat_map(|year| office.rows(&format!("calendar list --year {year}")))
        .map(|row| (row["date"].clone(), row["name"].clone(), row["kind"].clone()))
        .collect();
    assert_eq!(official.len(), 61);
    assert_eq!(ours, official);
}

#[test]
fn the_days_of_2010_to_2035_are_those_of_an_independent_calendar() {
    let office = Office::on("2026-11-21");
    let theirs: BTreeSet<String> = facts(include_str!("data/holidays_2010_2035.csv")).iter().map(|row| row[0].to_owned()).collect();
    let ours: BTreeSet<String> = (2010..=2035).flat_map(|year| office.column(&format!("calendar list --year {year}"), "date")).collect();
    assert!(theirs.len() > 470, "{}", theirs.len());
    assert_eq!(ours.difference(&theirs).collect::<Vec<_>>(), Vec::<&String>::new(), "only ours");
    assert_eq!(theirs.difference(&ours).collect::<Vec<_>>(), Vec::<&String>::new(), "only theirs");
}

#[test]
fn the_published_totals_come_out_as_first_published_and_as_they_are() {
    let office = Office::on("2026-11-21");
    for (year, published_on, red, off, red_now, off_now) in
        [(2024, "2023-06-22", 68, 119, 69, 120), (2025, "2024-06-20", 68, 119, 70, 121), (2026, "2025-07-01", 70, 118, 72, 120)]
    {
        let said = |red, off| format!("{red} red days (Sundays and holidays), {off} days off with Saturdays");
        office.run(&format!("calendar list --year {year} --as-of {published_on}")).ok().says(&said(red, off));
        office.run(&format!("calendar list --year {year}")).ok().says(&said(red_now, off_now));
    }
}

#[test]
fn a_day_that_is_only_expected_counts_when_the_office_confirms_it() {
    let office = Office::on("2026-11-21");
    assert!(!office.column("calendar list --year 2028", "date").contains(&"2028-04-12".to_owned()));
    office.run("calendar add 2028-04-12 --name '제23대 국회의원선거' --kind election --source '공직선거법 제34조'").ok();
    assert!(office.column("calendar list --year 2028", "date").contains(&"2028-04-12".to_owned()));
}

/// An office with three running clocks; the first is due on Tuesday 2024-10-01.
fn with_clocks() -> Office {
    let office = Office::on("2024-09-02");
    office.run("dept add 푸른도시과").ok();
    // The day was not a holiday yet when these were received.
    office.run("calendar void 2024-10-01 --reason '공고 전'").ok();
    office.run("consult file 첫째 --dept 푸른도시과 --received-on 2024-09-01").ok().says("due 2024-10-01 (Tue)");
    office.run("consult file 둘째 --dept 푸른도시과 --received-on 2024-08-20").ok().says("due 2024-09-19 (Thu)");
    office.run("consult file 셋째 --dept 푸른도시과 --received-on 2024-08-28 --rule working-30").ok().says("due 2024-10-16 (Wed)");
    office.run("consult file 넷째 --dept 푸른도시과 --received-on 2024-09-01").ok();
    office.run("consult withdraw PC-2024-004 --on 2024-09-02").ok();
    office
}

#[test]
fn a_new_holiday_moves_the_open_due_dates_and_shows_them_before_and_after() {
    let office = with_clocks();
    let moves = office.rows("calendar impact 2024-10-01");
    let told: Vec<[&str; 3]> = moves.iter().map(|row| [&*row["code"], &*row["before"], &*row["after"]]).collect();
    assert_eq!(told, [["PC-2024-001", "2024-10-01", "2024-10-02"], ["PC-2024-003", "2024-10-16", "2024-10-17"]]);
    assert_eq!(office.run("calendar impact 2024-10-01 --exit-code").code, 10);
    assert_eq!(office.run("calendar impact 2024-12-24 --exit-code").code, 0);
    let entries = office.entries();
    office.run("calendar add 2024-10-01 --name 임시공휴일 -n").ok().says("2 due dates moved");
    assert_eq!(office.entries(), entries, "a dry run");
    let added = office.run("calendar add 2024-10-01 --name 임시공휴일").ok().says("2 due dates moved");
    added.hints("PC-2024-001 첫째: 2024-10-01 → 2024-10-02").hints("PC-2024-003 셋째: 2024-10-16 → 2024-10-17");
    assert_eq!(office.column("due list", "due"), ["2024-09-19", "2024-10-02", "2024-10-17"]);
    office.run("calendar void 2024-10-01 --reason 잘못").ok().says("2 due dates moved").hints("2024-10-02 → 2024-10-01");
    assert_eq!(office.column("due list", "due"), ["2024-09-19", "2024-10-01", "2024-10-16"]);
}

#[test]
fn a_holiday_announced_later_was_not_known_before() {
    let mut office = with_clocks();
    office.turn_to("2024-09-04");
    office.run("calendar add 2024-10-01 --name 임시공휴일 --announced-on 2024-09-03").ok();
    assert_eq!(office.column("due list --as-of 2024-09-02", "due"), ["2024-09-19", "2024-10-01", "2024-10-16"]);
    assert_eq!(office.column("due list --as-of 2024-09-03", "due"), ["2024-09-19", "2024-10-02", "2024-10-17"]);
    office.run("calendar add 2024-10-04 --name 임시공휴일 --announced-on 2024-09-05").refused(4, "E0111");
}

#[test]
fn an_issued_letter_keeps_its_due_day_whatever_is_announced_later() {
    let mut office = with_clocks();
    office.turn_to("2024-10-02");
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --finding 가능 --on 2024-09-20")).ok();
    }
    office.run("consult answer PC-2024-001 --result possible --text 가능 --on 2024-10-02").ok().says("late (due 2024-10-01 (Tue))");
    office.run("calendar add 2024-10-01 --name 임시공휴일").ok();
    assert_eq!(office.items("consult show PC-2024-001")[0]["due"], "2024-10-01");
    assert_eq!(office.items("consult show PC-2024-001")[0]["in_time"], false);
}

#[test]
fn the_offices_own_days_stop_its_clocks_but_are_no_red_days() {
    let office = with_clocks();
    office.run("calendar add 2024-10-02 --name 개청기념일 --kind office").ok();
    office.run("calendar add 2024-10-01 --name '전 직원 연수' --kind office").ok();
    assert_eq!(office.column("due list", "due")[1], "2024-10-04");
    office.run("calendar list --year 2024").ok().says("68 red days").says("119 days off");
}

#[test]
fn importing_holidays_twice_changes_nothing() {
    let office = with_clocks();
    office.write("days.csv", "date,name,kind,announced_on\n2024-10-01,임시공휴일,temporary,2024-09-01\n2024-12-25,기독탄신일,regular,\n");
    office.run("calendar import days.csv").ok().says("1 new").says("1 unchanged").hints("2024-10-01 → 2024-10-02");
    let entries = office.entries();
    office.run("calendar import days.csv").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
}

#[test]
fn a_wrong_file_of_holidays_records_nothing_and_tells_all_its_errors() {
    let office = with_clocks();
    let entries = office.entries();
    office.write(
        "days.csv",
        "date,name,kind,announced_on\n2024-13-01,가,temporary,\n2024-12-01,,weekly,2030-01-01\n2061-01-01,나,,\n2024-12-02,다,,\n",
    );
    let refused = office.run("calendar import days.csv").refused(4, "E0341");
    refused.hints("line 2 date").hints("line 3 name").hints("line 3 kind").hints("line 4").hints("2061-01-01");
    assert_eq!(office.entries(), entries);
}

#[test]
fn what_cannot_be_is_refused_with_its_way_out() {
    let office = with_clocks();
    let entries = office.entries();
    office.run("calendar add 2061-01-01 --name 새해").refused(4, "E0321");
    office.run("calendar add 2024-12-25 --name 기독탄신일").refused(4, "E0322").hints("calendar list --year 2024");
    office.run("calendar void 2024-12-24 --reason x").refused(3, "E0301");
    office.run("calendar void 2025-05-05 --reason x").refused(3, "E0323").hints("--name 어린이날");
    office.run("calendar add 2024-13-01 --name x").refused(2, "E0103");
    office.run("calendar add 2024-12-24 --name x --as-of 2024-01-01").refused(2, "E0112");
    assert_eq!(office.entries(), entries);
    office.run("calendar void 2025-05-05 --name 어린이날 --reason 시험").ok();
    assert_eq!(office.column("calendar list --year 2025", "name").iter().filter(|name| *name == "어린이날").count(), 0);
}
