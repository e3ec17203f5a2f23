//! The demonstration, as a newcomer runs it: it goes through in both languages, says what the
//! public record does not, carries its data with their sources, and ends in the evaluation table.

use crate::office::{Office, Row};

/// What every demonstration must say was not published, in the order of its sections.
const UNPUBLISHED: [(&str, &str); 7] = [
    ("이름이 알려진 것은 3건이며", "Three names are known"),
    ("신청일과 회신일은 공개되지", "its dates were not"),
    ("과제의 이름도, 분야마다 몇 건인지도 공개되지 않았습니다", "Neither the names of the tasks nor how many"),
    ("실시한 날은 공개되지 않아", "the days were not"),
    ("이름이 공개된 것은 표창, 성과상여금, 전보 셋이고", "Three of the six are named in public"),
    ("사람, 점수, 고른 것은 공개되지 않아", "Person, score and choice were not published"),
    ("신고 한 건의 자료는 공개되지 않아", "No single report was published"),
];

#[test]
fn the_demonstration_goes_through_in_both_languages_and_says_what_is_not_public() {
    for (korean, columns) in [(true, 80), (false, 120)] {
        let mut office = Office::without_file("2024-12-20");
        office.speak(korean);
        let told = office.run_wide("demo", columns).ok();
        let said: Vec<&str> = told.stdout.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        let said = said.join(" ");
        for (ko, en) in UNPUBLISHED {
            assert!(said.contains(if korean { ko } else { en }), "'{en}' is not said:\n{said}");
        }
        let last = told.stdout.rfind(" $ proadmin ").expect("a command");
        assert!(told.stdout[last..].starts_with(" $ proadmin eval table "), "it ends in {}", &told.stdout[last..]);
        let ranks: Vec<&str> = told.stdout[last..]
            .lines()
            .filter(|line| line.contains("  E1"))
            .map(|line| line.split_whitespace().next().unwrap_or(""))
            .collect();
        assert_eq!(ranks, ["10", "11", "12", "12", "14", "15"]);
    }
}

#[test]
fn the_file_of_the_demonstration_holds_what_was_published() {
    let office = Office::without_file("2024-12-20");
    office.run("demo").ok();
    let rows = |command: &str| office.rows(&format!("{command} --db demo.db"));
    let column = |rows: Vec<Row>, name: &str| rows.into_iter().map(|mut row| row.remove(name).expect("a column")).collect::<Vec<_>>();

    let states = column(rows("task list --year 2023"), "state");
    assert_eq!(states.iter().filter(|state| *state == "completed").count(), 7);
    assert_eq!(states.len(), 9);

    let plan = rows("export plan");
    let areas = column(plan.clone(), "area");
    assert_eq!(areas.len(), 11);
    assert_eq!(areas.into_iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
    assert!(plan.iter().all(|row| row["title"].starts_with("이름이 공개되지 않은 과제") && row["content"].contains("출처:")), "{plan:?}");

    assert_eq!(column(rows("training list --year 2020"), "date"), ["2020-03", "2020-09"]);
    assert_eq!(column(rows("award list --ours"), "year"), ["2023", "2022"]);
    let offered = column(rows("reward measures --year 2024"), "offered");
    assert_eq!(offered.iter().filter(|offered| *offered == "true").count(), 6);
    assert_eq!(column(rows("reward list --outstanding"), "measure"), ["COMMENDATION", "TOP_BONUS"]);
    office.run("verify --db demo.db").ok();
}

#[test]
fn a_second_demonstration_leaves_the_first_alone() {
    let office = Office::without_file("2024-12-20");
    office.run("demo").ok();
    let before = std::fs::read(office.folder().join("demo.db")).expect("the file");
    office.run("demo").refused(4, "E0902");
    assert_eq!(std::fs::read(office.folder().join("demo.db")).expect("the file"), before);
}

/// What the demonstration takes out of a longer list stands in that list, word for word.
#[test]
fn the_shorter_lists_are_rows_of_the_published_ones() {
    let read = |name: &str| {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name);
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    for (short, long) in [("nowon-awards.csv", "contest-results.csv"), ("nowon-reward-rules.csv", "reward-rules.csv")] {
        let long = read(long);
        for line in read(short).lines() {
            assert!(long.lines().any(|known| known == line), "{short}: {line}");
        }
    }
}
