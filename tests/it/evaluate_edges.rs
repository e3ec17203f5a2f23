//! Evaluation at its edges: a decision and the tie it was made for, a total that is not there,
//! the day of what comes back, a name in Latin letters, and the lock while a person is asked.

use crate::evaluate::{TIE, round, table};
use crate::office::Office;

/// The round of a tie between A and B for the one place of S, with two places of 우수 after it.
fn edge() -> Office {
    let office = round("", TIE);
    office.run("eval grade EV-2024-01 S --count 1").ok();
    office.run("eval grade EV-2024-01 우수 --count 2").ok();
    office
}

fn decide(office: &Office, entry: &str, grade: &str) {
    office.run(&format!("eval decide EV-2024-01 {entry} --grade {grade} --reason 위원회")).ok();
}

/// Both raters give an entry these points in 가 and 나.
fn rescore(office: &Office, entry: &str, first: i64, second: i64) {
    for rater in ["r1", "r2"] {
        for (criterion, points) in [("가", first), ("나", second)] {
            office.run(&format!("eval score EV-2024-01 {entry} {rater} --criterion {criterion} --points {points}")).ok();
        }
    }
}

#[test]
fn a_decision_holds_only_for_the_tie_it_was_made_for() {
    let office = edge();
    decide(&office, "A", "S");
    decide(&office, "B", "우수");
    assert_eq!(table(&office, "grade"), ["S", "우수", "우수"]);
    assert_eq!(held(&office), [true, true]);
    // Now A and C are the tie: what was decided about A and B says nothing about it.
    rescore(&office, "B", 20, 20);
    rescore(&office, "C", 50, 30);
    assert_eq!((table(&office, "entry"), table(&office, "grade")), (words("A C B"), vec![String::new(), String::new(), "우수".into()]));
    office.run("eval table EV-2024-01").ok().says("for a person to decide: A, C");
    office.run("eval close EV-2024-01 --confirm EV-2024-01").refused(4, "E0611");
    // With the old totals the old tie is back, and so is what was decided about it.
    rescore(&office, "C", 20, 20);
    rescore(&office, "B", 45, 35);
    assert_eq!(table(&office, "grade"), ["S", "우수", "우수"]);
    // The same two at another total, or across another edge, are another tie.
    rescore(&office, "A", 50, 31);
    rescore(&office, "B", 45, 36);
    assert_eq!(table(&office, "grade"), ["", "", "우수"]);
    rescore(&office, "A", 50, 30);
    rescore(&office, "B", 45, 35);
    assert_eq!(table(&office, "grade"), ["S", "우수", "우수"]);
    office.run("eval grade EV-2024-01 S --count 0").ok();
    office.run("eval grade EV-2024-01 우수 --count 1").ok();
    assert_eq!(table(&office, "grade"), ["", "", ""]);
    assert_eq!(held(&office), [false, false]);
}

/// Which of the decisions hold.
fn held(office: &Office) -> Vec<bool> {
    office.items("eval show EV-2024-01")[0]["decisions"]
        .as_array()
        .expect("decisions")
        .iter()
        .map(|decision| decision["holds"] == true)
        .collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[test]
fn no_more_are_decided_into_a_grade_than_it_has_places() {
    let office = edge();
    decide(&office, "A", "S");
    // A person decides: what is more than the grade is for is told.
    office.run("eval decide EV-2024-01 B --grade S --reason 위원회").ok().hints("has more now: A, B");
    assert_eq!(table(&office, "grade"), ["S", "S", "우수"]);
    // A decision about the same entry takes the place of the one before.
    office.run("eval decide EV-2024-01 A --none --reason 재심의").ok();
    decide(&office, "B", "S");
    decide(&office, "A", "우수");
    assert_eq!(table(&office, "grade"), ["우수", "S", "우수"]);
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
}

#[test]
fn a_round_closes_over_a_total_that_its_rules_leave_empty_and_names_it() {
    // Three sheets are too few for --trim 1, and nobody owes any.
    let office = round("--trim 1", "A r1 10 0\n A r2 20 0\n A r3 30 0");
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok().hints("A has no total and stands last: too few sheets to trim");
    // Every criterion is in one of two reviews.
    let office = round("", "A r1 10 0");
    office.run("eval component EV-2024-01 서면 --weight 50").ok();
    office.run("eval component EV-2024-01 발표 --weight 50").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok().hints("a component has no criterion");
    // The only rater may not judge it.
    let office = round("", "A r1 10 0");
    office.run("eval conflict EV-2024-01 A r1 --reason 같은부서").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01 -n").ok().hints("no complete sheet");
    office.run("eval void EV-2024-01 --entry A --reason 철회").ok();
    office.run("eval close EV-2024-01 --confirm EV-2024-01").refused(4, "E0618");
}

/// A round of 2 September with one criterion, one entry and one rater who gave it 50.
fn scored() -> Office {
    let mut office = Office::on("2024-09-02");
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval criterion EV-2024-01 가 --max 100").ok();
    office.run("eval entry EV-2024-01 과제 --entry A").ok();
    office.run("eval entry EV-2024-01 다른과제 --entry B").ok();
    office.run("eval rater EV-2024-01 r1").ok();
    office.run("eval score EV-2024-01 A r1 --criterion 가 --points 50").ok();
    office.turn_to("2024-10-10");
    office
}

/// The total of A as of 5 September.
fn total_then(office: &Office) -> Vec<String> {
    office
        .rows("eval table EV-2024-01 --as-of 2024-09-05")
        .iter()
        .filter(|row| row["entry"] == "A")
        .map(|row| row["total"].clone())
        .collect()
}

#[test]
fn what_comes_back_from_void_came_on_its_new_day() {
    let office = scored();
    assert_eq!(total_then(&office), ["50.00"]);
    office.run("eval void EV-2024-01 --entry A --rater r1 --reason 착오").ok();
    office.run("eval score EV-2024-01 A r1 --criterion 가 --points 99 --on 2024-10-10").ok();
    assert_eq!(total_then(&office), [""], "the 99 was not known then");
    assert_eq!(table(&office, "total"), ["99.00", ""]);
    let office = scored();
    office.run("eval void EV-2024-01 --rater r1 --reason 해촉").ok();
    office.run("eval rater EV-2024-01 r1").ok();
    assert_eq!(total_then(&office), [""], "the rater is one again from today");
    let office = scored();
    office.run("eval void EV-2024-01 --entry A --reason 철회").ok();
    office.run("eval entry EV-2024-01 과제 --entry A --received-on 2024-10-09").ok();
    assert_eq!(total_then(&office), [] as [&str; 0], "the entry came again on the 9th of October");
    assert_eq!(office.column("eval table EV-2024-01 --as-of 2024-10-09", "entry"), ["A", "B"]);
    let office = scored();
    office.run("eval conflict EV-2024-01 A r1 --reason 같은부서 --on 2024-09-03").ok();
    office.run("eval void EV-2024-01 --entry A --rater r1 --what conflict --reason 착오").ok();
    office.run("eval conflict EV-2024-01 A r1 --reason 같은부서").ok();
    assert_eq!((total_then(&office), table(&office, "total")), (vec!["50.00".into()], words(" ")));
}

#[test]
fn a_correction_keeps_its_day_and_another_day_is_refused() {
    let office = scored();
    office.write("scores.csv", "entry,rater,criterion,points\nA,r1,가,61\n");
    for command in [
        "eval score EV-2024-01 A r1 --criterion 가 --points 60 --on 2024-10-01",
        "eval entry EV-2024-01 과제 --entry A --received-on 2024-10-01",
        "eval criterion EV-2024-01 가 --max 90 --on 2024-10-01",
        "eval rater EV-2024-01 r1 --on 2024-10-01",
    ] {
        office.run(command).refused(4, "E0624").hints("2024-09-02");
    }
    office.run("eval score EV-2024-01 A r1 --criterion 가 --points 60").ok();
    office.run("eval score EV-2024-01 A r1 --criterion 가 --points 60 --on 2024-09-02").ok();
    assert_eq!(total_then(&office), ["60.00"], "a correction is read in its place");
    office.run("eval conflict EV-2024-01 B r1 --reason 같은부서").ok();
    office.run("eval conflict EV-2024-01 B r1 --reason 같은과 --on 2024-09-09").refused(4, "E0624");
    office.run("eval import EV-2024-01 --scores scores.csv --on 2024-10-01").ok().hints("what stood before keeps its day");
    assert_eq!(total_then(&office), ["61.00"]);
}

#[test]
fn a_name_in_latin_letters_is_a_name() {
    let office = round("", "A r1 50 30");
    office.write("raters.csv", "rater\nCanaryName\nR2\nrater3\nB\n");
    office.write("scores.csv", "entry,rater,criterion,points\nA,CanaryName,가,10\nA,CanaryName,나,10\n");
    let mut told = String::new();
    for command in [
        "eval import EV-2024-01 --raters raters.csv --scores scores.csv",
        "eval rater EV-2024-01 CanaryName",
        "eval score EV-2024-01 A CanaryName --criterion 가 --points 11",
        "eval score EV-2024-01 A CanaryNames --criterion 가 --points 11",
        "eval show EV-2024-01 -o json",
        "log --full",
    ] {
        let answer = office.run(command);
        told.push_str(&answer.stdout);
        told.push_str(&answer.stderr);
    }
    assert!(!told.contains("CanaryName"), "{told}");
    let show = office.run("eval show EV-2024-01 -o json").ok().stdout;
    for code in ["\"r1\"", "\"R2\"", "\"rater3\"", "\"B\"", "\"R-01\"", "\"C********e\""] {
        assert!(show.contains(code), "{code}:\n{show}");
    }
    let conn = office.open();
    for sql in ["SELECT count(*) FROM change WHERE row LIKE '%CanaryName%'", "SELECT count(*) FROM rater WHERE code LIKE 'Canary%'"] {
        assert_eq!(conn.query_row(sql, (), |row| row.get::<_, i64>(0)).expect("a count"), 0, "{sql}");
    }
}

#[test]
fn closing_asks_before_it_takes_the_lock() {
    let office = round("", "A r1 50 30");
    let conn = office.open();
    conn.execute_batch("BEGIN IMMEDIATE").expect("someone else writes");
    office.run("eval close EV-2024-01").refused(2, "E0132");
    office.run("eval close EV-2024-01 --confirm EV-2024-02").refused(8, "E0133");
    conn.execute_batch("ROLLBACK").expect("and stops");
    office.run("eval close EV-2024-01 --confirm EV-2024-01 --request-id r-1").ok();
    let entries = office.entries();
    office.run("eval close EV-2024-01 --confirm EV-2024-01 --request-id r-1").ok();
    assert_eq!(office.entries(), entries, "the repeated request is told its answer");
}

#[test]
fn a_closed_round_of_other_entries_is_told_entry_by_entry() {
    let office = round("", TIE);
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    let conn = office.open();
    conn.execute("UPDATE eval_result SET entry = 'D' WHERE entry = 'C'", ()).expect("a change behind the program's back");
    let told = office.run("eval verify EV-2024-01").refused(7, "E0631").stderr;
    assert!(told.contains("9 differences") && told.contains("40.00 as closed, - now") && told.contains("- as closed, C now"), "{told}");
    std::fs::remove_file(office.file()).expect("the file goes");
}

#[test]
fn help_names_what_stands_where() {
    let office = Office::on("2024-06-28");
    for (verb, usage) in [
        ("conflict", "<ROUND> <ENTRY> <RATER>"),
        ("score", "<ROUND> <ENTRY> [RATER]"),
        ("bonus", "<ROUND> <ENTRY>"),
        ("decide", "<ROUND> <ENTRY>"),
        ("rater", "<ROUND> <RATER>"),
        ("explain", "<ROUND> <ENTRY> <OTHER>"),
    ] {
        let help = office.run(&format!("eval {verb} --help")).ok().says(usage).stdout;
        assert!(!help.contains("_TYPED") && !help.contains("_NAME"), "{help}");
    }
}

#[test]
fn a_day_outside_the_calendar_is_refused() {
    let office = scored();
    office.write("entries.csv", "entry,title,received_on\nC,과제,1999-12-31\n");
    office.write("more.csv", "entry,title\nC,과제\n");
    for command in [
        "open 심사 --year 2024 --on 1999-12-31",
        "criterion EV-2024-01 나 --max 1 --on 1999-12-31",
        "component EV-2024-01 심사 --weight 1 --on 1999-12-31",
        "entry EV-2024-01 과제 --received-on 1999-12-31",
        "rater EV-2024-01 r2 --on 1999-12-31",
        "conflict EV-2024-01 A r1 --reason x --on 1999-12-31",
        "score EV-2024-01 B r1 --criterion 가 --points 1 --on 1999-12-31",
        "bonus EV-2024-01 A --points 1 --reason x --on 1999-12-31",
        "grade EV-2024-01 S --count 1 --on 1999-12-31",
        "import EV-2024-01 --entries more.csv --on 1999-12-31",
        "import EV-2024-01 --entries entries.csv",
        "close EV-2024-01 --on 1999-12-31 --confirm EV-2024-01",
    ] {
        let told = office.run(&format!("eval {command}"));
        assert!(told.code == 4 && told.stderr.contains("1999-12-31"), "eval {command}: {} {}{}", told.code, told.stdout, told.stderr);
    }
}

#[test]
fn a_round_that_nobody_scored_is_not_closed_for_good_by_itself() {
    let office = Office::on("2024-06-28");
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval entry EV-2024-01 사례").ok();
    let close = "eval close EV-2024-01 --confirm EV-2024-01";
    let entries = office.entries();
    let answer = office.run(close).refused(4, "E0622");
    for lacks in ["criteria", "raters", "scores", "eval criterion EV-2024-01", "--accept-missing"] {
        assert!(answer.stderr.contains(lacks), "{lacks}: {}", answer.stderr);
    }
    office.run("eval criterion EV-2024-01 효과 --max 100").ok();
    let answer = office.run(close).refused(4, "E0622");
    assert!(!answer.stderr.contains("criteria") && answer.stderr.contains("raters"), "{}", answer.stderr);
    assert_eq!(office.entries(), entries + 1);
    office.run(&format!("{close} --accept-missing '선발하지 않기로 함'")).ok();
    office.run("eval verify EV-2024-01").ok();
}
