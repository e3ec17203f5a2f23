//! Evaluation rounds: what counts, who stands where, what a person decides, and what stays.

use crate::office::Office;

/// An office with a round of two criteria (가 60, 나 40) and these scores, a line for a sheet:
/// entry, rater, and the points of both criteria, `-` where one was not scored.
pub fn round(options: &str, sheets: &str) -> Office {
    let office = Office::on("2024-06-28");
    office.run("dept add 푸른도시과").ok();
    office.run(&format!("eval open \"상반기 우수공무원\" --year 2024 {options}")).ok();
    office.write("criteria.csv", "criterion,max\n가,60\n나,40\n");
    let (mut entries, mut raters) = (Vec::new(), Vec::new());
    let mut scores = "entry,rater,criterion,points\n".to_owned();
    for sheet in sheets.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = sheet.split_whitespace().collect();
        let [entry, rater, first, second] = words[..] else { panic!("{sheet}") };
        entries.push(format!("{entry},과제 {entry},푸른도시과\n"));
        raters.push(format!("{rater}\n"));
        for (criterion, points) in [("가", first), ("나", second)].into_iter().filter(|(_, points)| *points != "-") {
            scores.push_str(&format!("{entry},{rater},{criterion},{points}\n"));
        }
    }
    for (name, header, rows) in [("entries.csv", "entry,title,department\n", &mut entries), ("raters.csv", "rater\n", &mut raters)] {
        rows.sort();
        rows.dedup();
        office.write(name, format!("{header}{}", rows.concat()));
    }
    office.write("scores.csv", scores);
    let files = "--criteria criteria.csv --entries entries.csv --raters raters.csv --scores scores.csv";
    office.run(&format!("eval import EV-2024-01 {files}")).ok();
    office
}

/// One column of the table, in its order.
#[track_caller]
pub fn table(office: &Office, column: &str) -> Vec<String> {
    office.column("eval table EV-2024-01", column)
}

/// Three entries, two of them alike, by two raters.
pub const TIE: &str = "A r1 50 30\n A r2 50 30\n B r1 45 35\n B r2 45 35\n C r1 20 20\n C r2 20 20";

#[test]
fn a_total_is_the_mean_of_the_sheets_half_up_to_the_hundredth() {
    let office = round("", "A r1 50 30.01\n A r2 50 30\n B r1 10 10\n B r2 10 10.01\n B r3 10 10.01\n A r3 50 30");
    assert_eq!(table(&office, "total"), ["80.00", "20.01"]);
    assert_eq!(table(&office, "나"), ["30.00", "10.01"]);
    let office = round("", "A r1 0 0.01\n A r2 0 0");
    assert_eq!(table(&office, "total"), ["0.01"], "half a hundredth goes up");
    assert_eq!(
        office.run("eval table EV-2024-01 -o csv").ok().stdout.lines().next(),
        Some("rank,tied,code,entry,title,department,total,raters,missing,grade,가,나")
    );
}

#[test]
fn an_incomplete_sheet_does_not_count_and_is_named() {
    let office = round("", "A r1 50 30\n A r2 10 -\n B r1 - 10\n B r2 - -");
    assert_eq!(table(&office, "total"), ["80.00", ""]);
    assert_eq!(table(&office, "raters"), ["1", "0"]);
    assert_eq!(table(&office, "missing"), ["1", "2"]);
    assert_eq!(table(&office, "rank"), ["1", ""]);
    office.run("eval table EV-2024-01").ok().says("A r2 (1/2)").says("B r1 (1/2)").says("3 sheets are still owed");
}

#[test]
fn trimming_drops_the_highest_and_the_lowest_sheet_and_of_equals_the_later_code() {
    let office = round("--trim 1", "A r1 10 0\n A r2 20 0\n A r3 30 0\n A r4 40 0\n B r1 20 0\n B r2 0 20\n B r3 20 0\n B r4 20 0");
    assert_eq!(table(&office, "total"), ["25.00", "20.00"]);
    assert_eq!(table(&office, "가"), ["25.00", "10.00"], "of B's equal sheets r4 and then r3 go");
    office.run("eval explain EV-2024-01 A B").ok().says("dropped, high").says("A stands above B by 5.00");
}

#[test]
fn with_too_few_sheets_to_trim_there_is_no_total() {
    let office = round("--trim 1", "A r1 10 0\n A r2 20 0\n A r3 30 0");
    assert_eq!((table(&office, "total"), table(&office, "raters")), (vec![String::new()], vec!["3".to_owned()]));
    office.run("eval table EV-2024-01").ok().says("too few sheets to trim: A");
}

#[test]
fn a_median_takes_the_middle_sheet_or_the_middle_two() {
    let office = round("--method median", "A r1 10 0\n A r2 20 0\n A r3 60 40\n B r1 10 0\n B r2 20.01 0\n B r3 - 1");
    assert_eq!((table(&office, "total")), ["20.00", "15.01"]);
    assert_eq!((table(&office, "가")), ["30.00", "15.01"], "criterion columns are means");
}

#[test]
fn a_conflict_sets_the_sheet_aside_also_when_it_is_declared_late() {
    let office = round("", "A r1 60 40\n A r2 30 10\n B r1 50 30\n B r2 50 30");
    assert_eq!(table(&office, "entry"), ["B", "A"]);
    office.run("eval conflict EV-2024-01 A r2 --reason 같은부서").ok();
    assert_eq!((table(&office, "entry"), table(&office, "missing")), (vec!["A".into(), "B".into()], vec!["0".into(), "0".into()]));
    office.run("eval void EV-2024-01 --entry A --rater r2 --what conflict --reason 착오").ok();
    assert_eq!(table(&office, "entry"), ["B", "A"]);
}

#[test]
fn components_are_rounded_before_they_are_weighted_and_bonus_comes_after_under_its_cap() {
    let office = round("--bonus-max 2", "A r1 50 30.01\n A r2 50 30");
    office.run("eval component EV-2024-01 심사 --weight 70").ok();
    office.run("eval component EV-2024-01 주민투표 --weight 30 --kind vote").ok();
    assert_eq!(table(&office, "total"), [""], "the vote is not in yet");
    office.run("eval table EV-2024-01").ok().says("a component has no score: A");
    office.run("eval score EV-2024-01 A --component 주민투표 --points 90.05").ok();
    // 0.7 × 80.01 + 0.3 × 90.05 = 56.007 + 27.015 = 83.022
    assert_eq!(table(&office, "total"), ["83.02"]);
    office.run("eval bonus EV-2024-01 A --points 1.5 --reason 시민추천").ok();
    office.run("eval bonus EV-2024-01 A --points 1.5 --reason 수상").ok();
    assert_eq!(table(&office, "total"), ["85.02"]);
    office.run("eval bonus EV-2024-01 A --points=-4 --reason 감점").ok();
    assert_eq!(table(&office, "total"), ["82.02"]);
    office.run("eval score EV-2024-01 A --component 심사 --points 1").refused(4, "E0615");
    office.run("eval score EV-2024-01 A --component 주민투표 --points 100.01").refused(4, "E0603");
}

#[test]
fn equal_totals_share_a_rank_until_a_tie_order_is_declared() {
    let office = round("", TIE);
    assert_eq!(
        (table(&office, "rank"), table(&office, "tied")),
        (["1", "1", "3"].map(str::to_owned).to_vec(), ["true", "true", "false"].map(str::to_owned).to_vec())
    );
    office.run("eval edit EV-2024-01 --tie 나").ok();
    assert_eq!(
        (table(&office, "entry"), table(&office, "rank")),
        (["B", "A", "C"].map(str::to_owned).to_vec(), ["1", "2", "3"].map(str::to_owned).to_vec())
    );
    office.run("eval explain EV-2024-01 A B").ok().says("the declared tie order puts B above A: 나");
    office.run("eval edit EV-2024-01 --tie none").ok();
    assert_eq!(table(&office, "rank"), ["1", "1", "3"]);
}

#[test]
fn the_earlier_receipt_splits_a_tie_where_that_is_declared() {
    let office = round("--tie receipt", TIE);
    assert_eq!(table(&office, "rank"), ["1", "1", "3"], "all came on one day");
    let office = Office::on("2024-06-28");
    office.run("eval open 심사 --year 2024 --tie receipt").ok();
    office.run("eval criterion EV-2024-01 가 --max 100").ok();
    office.run("eval rater EV-2024-01 r1").ok();
    for (entry, day) in [("A", "2024-06-20"), ("B", "2024-06-19")] {
        office.run(&format!("eval entry EV-2024-01 과제 --entry {entry} --received-on {day}")).ok();
        office.run(&format!("eval score EV-2024-01 {entry} r1 --criterion 가 --points 80")).ok();
    }
    assert_eq!(table(&office, "entry"), ["B", "A"]);
}

#[test]
fn a_tie_across_a_grades_edge_waits_for_a_person() {
    let office = round("", TIE);
    office.run("eval grade EV-2024-01 최우수 --count 1").ok();
    office.run("eval grade EV-2024-01 우수 --count 2").ok();
    assert_eq!(table(&office, "grade"), ["", "", "우수"]);
    office.run("eval table EV-2024-01").ok().says("tied across a grade's edge, for a person to decide: A, B");
    office.run("eval close EV-2024-01 --confirm EV-2024-01").refused(4, "E0611").hints("eval decide EV-2024-01 A");
    office.run("eval decide EV-2024-01 C --grade 최우수 --reason 그냥").refused(4, "E0612");
    office.run("eval decide EV-2024-01 A --grade 우수 --reason 위원회").ok();
    office.run("eval decide EV-2024-01 B --grade 최우수 --reason 위원회").ok();
    assert_eq!(table(&office, "grade"), ["우수", "최우수", "우수"]);
    assert_eq!(table(&office, "rank"), ["1", "1", "3"]);
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
}

#[test]
fn a_tie_inside_a_grade_is_nobodys_business() {
    let office = round("", TIE);
    office.run("eval grade EV-2024-01 우수 --count 2").ok();
    assert_eq!(table(&office, "grade"), ["우수", "우수", ""]);
    office.run("eval grade EV-2024-01 장려 --percent 10").refused(4, "E0608");
}

#[test]
fn every_wrong_score_of_a_file_is_told_with_its_place_and_nothing_is_recorded() {
    let office = round("", "A r1 50 30");
    let entries = office.entries();
    office.write("wrong.csv", "entry,rater,criterion,points\nA,r1,가,60.01\nX,r1,가,1\nA,r9,다,1\nA,r1,나,-1\nA,r1,나,abc\nA,r1,가,1\n");
    let told = office.run("eval import EV-2024-01 --scores wrong.csv").refused(4, "E0341").stderr;
    for place in [
        "line 2 points",
        "60.01 is above its maximum of 60.00",
        "line 3 entry",
        "line 4 rater",
        "line 4 criterion",
        "line 5 points",
        "line 6 points",
        "line 7 entry",
    ] {
        assert!(told.contains(place), "{place}:\n{told}");
    }
    assert_eq!(office.entries(), entries);
}

#[test]
fn importing_twice_changes_nothing_and_a_corrected_file_corrects() {
    let office = round("", "A r1 50 30\n A r2 40 30");
    let entries = office.entries();
    let files = "--criteria criteria.csv --entries entries.csv --raters raters.csv --scores scores.csv";
    office.run(&format!("eval import EV-2024-01 {files}")).ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    office.write("again.csv", "entry,rater,criterion,points\nA,r1,가,52\n");
    office.run("eval import EV-2024-01 --scores again.csv").ok().says("1 changed");
    assert_eq!(table(&office, "total"), ["76.00"]);
    office.write("lower.csv", "criterion,max\n가,51\n");
    office.run("eval import EV-2024-01 --criteria lower.csv").refused(4, "E0341").hints("52.00 was scored already");
}

#[test]
fn a_raters_name_is_nowhere_to_be_seen() {
    let office = round("", "A r1 50 30");
    let name = "남궁카나리아";
    office.write("raters.csv", format!("rater,name\n{name},\nr7,{name}둘\n"));
    office.write("scores.csv", format!("entry,rater,criterion,points\nA,{name},가,10\nA,{name},나,10\n"));
    office.write("wrong.csv", format!("entry,rater,criterion,points\nA,{name},가,99\nA,{name}셋,가,9\n{name}넷,{name},가,9\n"));
    office.write("headless.csv", format!("{name}\nr2\n"));
    let mut told = String::new();
    for command in [
        "eval import EV-2024-01 --raters raters.csv --scores scores.csv".to_owned(),
        "eval import EV-2024-01 --raters raters.csv --scores scores.csv".to_owned(),
        "eval import EV-2024-01 --raters headless.csv".to_owned(),
        format!("eval rater EV-2024-01 {name}"),
        format!("eval rater EV-2024-01 r8 --name {name}다섯"),
        format!("eval score EV-2024-01 A {name} --criterion 가 --points 11"),
        format!("eval score EV-2024-01 A {name}여섯 --criterion 가 --points 11"),
        format!("eval conflict EV-2024-01 A {name} --reason x"),
        "eval table EV-2024-01".to_owned(),
        "eval show EV-2024-01 -o json".to_owned(),
        "eval sensitivity EV-2024-01".to_owned(),
    ] {
        let answer = office.run(&command);
        told.push_str(&answer.stdout);
        told.push_str(&answer.stderr);
    }
    let wrong = office.run("eval import EV-2024-01 --scores wrong.csv").refused(4, "E0341").stderr;
    assert!(wrong.contains("남*****셋"), "the name is masked: {wrong}");
    // What stands under `entry` is no rater's name, and is repeated so that it can be found.
    told.push_str(&wrong.replace(&format!("{name}넷"), ""));
    assert!(!told.contains(name), "{told}");
    let conn = office.open();
    for sql in
        ["SELECT count(*) FROM entry WHERE command || coalesce(reason, '') LIKE :name", "SELECT count(*) FROM change WHERE row LIKE :name"]
    {
        let count: i64 = conn.query_row(sql, [format!("%{name}%")], |row| row.get(0)).expect("a count");
        assert_eq!(count, 0, "{sql}");
    }
    let kept: i64 = conn.query_row("SELECT count(*) FROM private WHERE value = ?1", [name], |row| row.get(0)).expect("a count");
    assert_eq!(kept, 1, "and it is kept once");
}

#[test]
fn a_closed_round_stays_as_it_is() {
    let office = round("", TIE);
    office.run("eval close EV-2024-01").refused(2, "E0132").hints("--confirm=EV-2024-01");
    office.run("eval close EV-2024-01 --confirm EV-2024-02").refused(8, "E0133");
    office.run("eval verify EV-2024-01").refused(4, "E0617");
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    for write in [
        "edit EV-2024-01 --trim 1",
        "criterion EV-2024-01 가 --max 70",
        "component EV-2024-01 심사 --weight 50",
        "entry EV-2024-01 새것",
        "rater EV-2024-01 r3",
        "conflict EV-2024-01 A r1 --reason x",
        "score EV-2024-01 A r1 --criterion 가 --points 1",
        "bonus EV-2024-01 A --points 1 --reason x",
        "grade EV-2024-01 우수 --count 1",
        "decide EV-2024-01 A --none --reason x",
        "import EV-2024-01 --scores scores.csv",
        "close EV-2024-01 --confirm EV-2024-01",
        "void EV-2024-01 --reason x",
    ] {
        office.run(&format!("eval {write}")).refused(4, "E0601");
    }
    office.run("eval verify EV-2024-01").ok();
    assert_eq!(office.items("eval list --state closed").len(), 1);
}

#[test]
fn what_was_changed_behind_the_programs_back_is_found() {
    for (tampered, rule, says) in [
        ("UPDATE eval_score SET points = points + 100", "E0631", "A total"),
        ("UPDATE eval_result SET total = total + 1 WHERE entry = 'C'", "E0631", "C total"),
        ("UPDATE eval_round SET closed_hash = 'x' || closed_hash", "E0632", "hash"),
    ] {
        let office = round("", TIE);
        office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
        office.open().execute(tampered, ()).expect("a change behind the program's back");
        office.run("eval verify EV-2024-01").refused(7, rule).hints(says);
        // The journal no longer gives these facts, which is the point.
        std::fs::remove_file(office.file()).expect("the file goes");
    }
}

#[test]
fn a_round_closes_without_missing_sheets_or_with_a_reason() {
    let office = round("", "A r1 50 30\n A r2 50 -");
    office.run("eval close EV-2024-01 --confirm EV-2024-01").refused(4, "E0610").hints("--accept-missing");
    office.run("eval close EV-2024-01 --confirm EV-2024-01 --accept-missing 위원사임 --on 2024-06-27").refused(4, "E0614");
    office.run("eval close EV-2024-01 --confirm EV-2024-01 --accept-missing 위원사임").ok();
    assert_eq!(office.items("eval show EV-2024-01")[0]["closed_missing"], 1);
}

#[test]
fn without_a_rater_the_ranks_are_others() {
    let office = round("", "A r1 60 40\n A r2 40 20\n B r1 40 20\n B r2 50 30");
    let rows = office.rows("eval sensitivity EV-2024-01");
    let told: Vec<String> =
        rows.iter().map(|row| format!("{} {} {}→{}", row["without"], row["entry"], row["rank"], row["rank_without"])).collect();
    assert_eq!(told, ["r1 A 1→2", "r1 B 2→1"]);
    office.run("eval sensitivity EV-2024-01").ok().says("rank then");
}

#[test]
fn the_table_of_another_day_knows_what_was_known_by_then() {
    let mut office = Office::on("2024-06-03");
    office.run("eval open 심사 --year 2024 --rubric default").ok();
    office.run("eval entry EV-2024-01 과제 --entry A").ok();
    office.run("eval rater EV-2024-01 r1").ok();
    office.turn_to("2024-06-10");
    for (criterion, points) in [("체감도", 30), ("적극성", 20), ("창의성·전문성", 20), ("중요도·난이도", 20), ("확산가능성", 10)]
    {
        office.run(&format!("eval score EV-2024-01 A r1 --criterion {criterion} --points {points}")).ok();
    }
    office.run("eval close EV-2024-01 --confirm EV-2024-01").ok();
    assert_eq!(table(&office, "total"), ["100.00"]);
    assert_eq!(office.column("eval table EV-2024-01 --as-of 2024-06-09", "total"), [""]);
    assert_eq!(office.column("eval list --as-of 2024-06-09", "state"), ["open"]);
    assert_eq!(office.column("eval list", "state"), ["closed"]);
    assert!(office.rows("eval list --as-of 2024-06-02").is_empty());
}

#[test]
fn what_was_entered_by_mistake_is_voided_and_comes_back_when_entered_again() {
    let office = round("", "A r1 50 30\n A r2 10 10\n B r1 20 20\n B r2 20 20");
    office.run("eval void EV-2024-01 --rater r2 --reason 해촉").ok();
    assert_eq!(table(&office, "total"), ["80.00", "40.00"]);
    office.run("eval rater EV-2024-01 r2").ok();
    assert_eq!(table(&office, "total"), ["50.00", "40.00"]);
    office.run("eval void EV-2024-01 --entry A --rater r2 --reason 착오").ok();
    assert_eq!((table(&office, "total"), table(&office, "missing")), (vec!["80.00".into(), "40.00".into()], vec!["1".into(), "0".into()]));
    office.run("eval void EV-2024-01 --entry B --reason 중복").ok();
    assert_eq!(table(&office, "entry"), ["A"]);
    office.run("eval void EV-2024-01 --reason 취소").ok();
    assert!(office.rows("eval list").is_empty());
    office.run("eval entry EV-2024-01 새것").refused(4, "E0602");
}

/// The evaluation table without the code of the round.
fn table_of(office: &Office, round: &str) -> String {
    office.run(&format!("eval table {round} -o csv")).ok().stdout.replace(round, "EV")
}

#[test]
fn a_round_goes_out_as_files_and_comes_back_the_same_in_a_fresh_file() {
    let office = Office::on("2024-12-16");
    office.run("dept add 푸른도시과").ok();
    office.run("dept add 푸른도시과").ok();
    office.run("eval open 심사 --year 2024 --rubric default").ok().says("opened with 5 criteria");
    for entry in [
        "entry EV-2024-01 '=분수' --entry E1 --dept D-01 --received-on 2024-12-01",
        "entry EV-2024-01 '쉼표, 사례' --entry E2",
        "entry EV-2024-01 무효 --entry E3",
    ] {
        office.run(&format!("eval {entry}")).ok();
    }
    office.write("raters.csv", "rater,name\nR1,카나리아\nR2,\n");
    office.run("eval import EV-2024-01 --raters raters.csv").ok();
    for (entry, rater, criterion, points) in
        [("E1", "R1", "체감도", "29.95"), ("E1", "R2", "적극성", "0"), ("E2", "R1", "확산가능성", "7.5"), ("E3", "R1", "적극성", "1")]
    {
        office.run(&format!("eval score EV-2024-01 {entry} {rater} --criterion {criterion} --points {points}")).ok();
    }
    office.run("eval void EV-2024-01 --entry E3 --reason 오기").ok();
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    office.run("eval export EV-2024-01 nowhere").refused(2, "E0344");
    let files: Vec<String> =
        office.rows("eval export EV-2024-01 out").iter().map(|row| format!("{} {}", row["noun"], row["rows"])).collect();
    assert_eq!(files, ["components 0", "criteria 5", "entries 2", "raters 2", "scores 3", "conflicts 0", "bonuses 0", "grades 0"]);
    let raters = office.read("out/raters.csv");
    assert_eq!(raters, "\u{FEFF}rater\nR1\nR2\n", "names stay where they are kept");
    assert!(office.read("out/entries.csv").contains("E1,'=분수,D-01,,2024-12-01"), "{}", office.read("out/entries.csv"));

    let fresh = Office::on("2024-12-16");
    fresh.run("dept add 푸른도시과").ok();
    fresh.run("dept add 푸른도시과").ok();
    fresh.run("eval open 심사 --year 2024").ok().says("without criteria yet");
    for name in ["criteria", "entries", "raters", "scores"] {
        fresh.write(&format!("{name}.csv"), office.read(&format!("out/{name}.csv")));
    }
    fresh.run("eval import EV-2024-01 --criteria criteria.csv --entries entries.csv --raters raters.csv --scores scores.csv").ok();
    assert_eq!(table_of(&fresh, "EV-2024-01"), table_of(&office, "EV-2024-01"));
}

/// The files that an export of a round writes.
const FILES: [&str; 8] = ["components", "criteria", "entries", "raters", "scores", "conflicts", "bonuses", "grades"];

#[test]
fn whatever_makes_the_table_of_a_round_goes_out_and_comes_back() {
    let office = Office::on("2024-12-16");
    for command in [
        "dept add 푸른도시과",
        "eval open '심사 회차' --year 2024 --trim 1 --bonus-max 2.5 --tie receipt",
        "eval component EV-2024-01 서면심사 --weight 60",
        "eval component EV-2024-01 발표심사 --weight 20",
        "eval component EV-2024-01 주민투표 --kind vote --weight 20 --max 50",
        "eval criterion EV-2024-01 적극성 --max 40 --component 발표심사",
        "eval criterion EV-2024-01 창의성 --max 30",
        "eval criterion EV-2024-01 확산성 --max 30 --process --reason 과정 --component 서면심사",
        "eval edit EV-2024-01 --tie 확산성,적극성,receipt",
        "eval grade EV-2024-01 우수 --count 1",
        "eval grade EV-2024-01 장려 --count 2",
        "eval entry EV-2024-01 하나 --entry E1 --received-on 2024-12-03",
        "eval entry EV-2024-01 둘 --entry E2 --received-on 2024-12-02",
        "eval entry EV-2024-01 셋 --entry E3 --received-on 2024-12-02",
        "eval entry EV-2024-01 넷 --entry E4 --received-on 2024-12-04",
    ] {
        office.run(command).ok();
    }
    for rater in ["R1", "R2", "R3", "R4", "R5"] {
        office.run(&format!("eval rater EV-2024-01 {rater}")).ok();
        // The first three come to the same total; their criteria and then their receipt tell them apart.
        for (entry, given) in [("E1", [30, 20, 21]), ("E2", [30, 21, 20]), ("E3", [30, 21, 20]), ("E4", [9, 8, 7])] {
            for (criterion, points) in ["적극성", "창의성", "확산성"].iter().zip(given) {
                office.run(&format!("eval score EV-2024-01 {entry} {rater} --criterion {criterion} --points {points}")).ok();
            }
        }
    }
    for (entry, points) in [("E1", 20), ("E2", 20), ("E3", 20), ("E4", 0)] {
        office.run(&format!("eval score EV-2024-01 {entry} --component 주민투표 --points {points}")).ok();
    }
    for command in [
        "conflict EV-2024-01 E4 R5 --reason 같은부서",
        "bonus EV-2024-01 E4 --points 1.5 --reason 수상",
        "bonus EV-2024-01 E4 --points 1.5 --reason 수상",
        "bonus EV-2024-01 E4 --points -0.2 --reason 감점",
    ] {
        office.run(&format!("eval {command}")).ok();
    }
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    let told = office.run("eval export EV-2024-01 out").ok();
    let told = told.hints("proadmin eval open \"심사 회차\" --year 2024 --track individual --trim 1 --tie receipt --bonus-max 2.50");
    assert!(!told.stderr.contains("by these verbs"), "{}", told.stderr);

    let fresh = Office::on("2024-12-16");
    fresh.run("eval open \"심사 회차\" --year 2024 --track individual --trim 1 --tie receipt --bonus-max 2.50").ok();
    let files: Vec<String> = FILES.iter().map(|name| format!("--{name} {name}.csv")).collect();
    for name in FILES {
        fresh.write(&format!("{name}.csv"), office.read(&format!("out/{name}.csv")));
    }
    let import = format!("eval import EV-2024-01 {}", files.join(" "));
    fresh.run(&import).ok();
    assert_eq!(table_of(&fresh, "EV-2024-01"), table_of(&office, "EV-2024-01"));
    assert_eq!(fresh.column("eval table EV-2024-01", "rank"), ["1", "2", "2", "4"]);
    fresh.run(&import).ok().says("nothing differs");
    fresh.run("eval export EV-2024-01 .").ok();
    for name in FILES {
        assert_eq!(fresh.read(&format!("{name}.csv")), office.read(&format!("out/{name}.csv")), "{name}");
    }
}

#[test]
fn what_does_not_fit_a_round_is_told_by_its_file() {
    let office = Office::on("2024-12-16");
    for command in [
        "eval open 심사 --year 2024",
        "eval component EV-2024-01 투표 --kind vote --weight 30 --max 50",
        "eval criterion EV-2024-01 적극성 --max 50",
        "eval criterion EV-2024-01 창의성 --max 50",
        "eval edit EV-2024-01 --tie 적극성,창의성",
        "eval entry EV-2024-01 하나 --entry E1",
        "eval rater EV-2024-01 R1",
    ] {
        office.run(command).ok();
    }
    for (file, text, told) in [
        ("components", "component,weight,kind,indicator\n투표,30,vote,nominated\n", "line 2 indicator"),
        ("components", "component,weight,kind,indicator,unit_points,max\n추천,100,지표,nominated,1,5\n", "line 2 kind"),
        ("components", "component,weight\n투표,0\n", "line 2 weight"),
        ("criteria", "criterion,max,component\n적극성,50,투표\n", "line 2 component"),
        ("criteria", "criterion,max,component\n적극성,50,없음\n", "line 2 component"),
        ("criteria", "criterion,max,tie_order\n적극성,50,1\n창의성,50,1\n", "line 3 tie_order"),
        ("criteria", "criterion,max,tie_order\n적극성,50,0\n", "line 2 tie_order"),
        ("scores", "entry,rater,points,component\nE1,R1,5,투표\n", "line 2 rater"),
        ("scores", "entry,rater,points,component\nE1,,51,투표\n", "line 2 points"),
        ("scores", "entry,rater,points,component\n,,5,투표\n", "line 2 entry"),
        ("conflicts", "entry,rater,reason\nE1,남궁길동,친족\n", "line 2 rater  EV-2024-01 has no rater '남**동'"),
        ("bonuses", "entry,points,reason\nE2,1,수상\n", "line 2 entry"),
        ("grades", "grade,count,percent\n우수,1,20\n", "line 2 count"),
        ("grades", "grade,percent\n우수,60\n장려,50\n", "line 3 grade"),
    ] {
        office.write("wrong.csv", text);
        office.run(&format!("eval import EV-2024-01 --{file} wrong.csv")).refused(4, "E0341").hints(told);
    }
    // A place in the order is one criterion's.
    office.write("criteria.csv", "criterion,max,tie_order\n창의성,50,1\n");
    office.run("eval import EV-2024-01 --criteria criteria.csv").ok();
    assert_eq!(office.items("eval show EV-2024-01")[0]["tie_criteria"], "창의성");
}

#[test]
fn the_bonus_that_was_recorded_and_what_of_it_counts_are_shown() {
    let office = Office::on("2024-12-16");
    office.run("eval open 심사 --year 2024 --bonus-max 2").ok();
    office.run("eval criterion EV-2024-01 적극성 --max 100").ok();
    for entry in ["E1", "E2"] {
        office.run(&format!("eval entry EV-2024-01 사례 --entry {entry}")).ok();
    }
    office.run("eval rater EV-2024-01 R1").ok();
    for (entry, points) in [("E1", 80), ("E2", 81)] {
        office.run(&format!("eval score EV-2024-01 {entry} R1 --criterion 적극성 --points {points}")).ok();
    }
    let sums = |command: &str| office.run(&format!("{command} -o json")).ok().json();
    assert!(sums("eval table EV-2024-01")["bonus_sums"].is_null(), "no bonus, no sums");
    office.run("eval bonus EV-2024-01 E1 --points 1.5 --reason 수상").ok();
    office.run("eval bonus EV-2024-01 E1 --points 1 --reason 특허").ok();
    let row = &sums("eval table EV-2024-01")["bonus_sums"][0];
    assert_eq!((&row["entry"], &row["points"], &row["bonus"]), (&"E1".into(), &2.5.into(), &2.0.into()));
    assert_eq!(&sums("eval show EV-2024-01")["items"][0]["bonus_sums"][0], row);
    office.run("eval table EV-2024-01").ok().says("at most 2.00 bonus points");
    let explained = office.rows("eval explain EV-2024-01 E1 E2");
    let line = |name: &str| {
        explained.iter().find(|row| row["line"] == name).map(|row| [row["one"].clone(), row["other"].clone()]).expect("a line")
    };
    assert_eq!(line("bonus_recorded"), ["2.50", "0.00"]);
    assert_eq!(line("bonus"), ["2.00", "0.00"]);
    assert_eq!(line("total"), ["82.00", "81.00"]);
}
