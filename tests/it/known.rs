//! What was known when: in an earlier state of knowledge every reading command answers as a
//! copy of the file does that was made at the time, alone and as of a day.
//!
//! `PROADMIN_HISTORIES` sets how many random histories are tried (default 3), and
//! `PROADMIN_SEED` where they begin.

use crate::dice::asked;
use crate::every::questions;
use crate::office::Office;
use crate::travel::{feed, history};

#[test]
fn what_was_known_then_is_what_a_copy_made_then_says() {
    let (count, seed) = (asked("PROADMIN_HISTORIES", 3), asked("PROADMIN_SEED", 1));
    let mut compared = 0;
    for seed in seed..seed + count {
        compared += compare(seed);
    }
    assert!(compared > 20 * count, "only {compared} comparisons");
    println!("{count} histories, {compared} answers compared");
}

fn compare(seed: u64) -> u64 {
    let events = history(seed);
    let mut office = Office::on("2024-07-31");
    let middle = events.len() * (1 + usize::try_from(seed % 3).expect("a third")) / 4;
    feed(&mut office, events[..middle].iter());
    let copy = office.folder().join("copy.db");
    std::fs::copy(office.file(), &copy).expect("a copy");
    let then = office.entries();
    feed(&mut office, events[middle..].iter());
    assert!(office.entries() > then, "seed {seed}: nothing happened afterwards");
    let mut compared = 0;
    for question in questions(&office) {
        for day in ["", " --as-of 2024-03-15"] {
            let known = office.run(&format!("{question}{day} --known-at {then} -o jsonl"));
            let copied = office.run(&format!("{question}{day} --db copy.db -o jsonl"));
            assert_eq!(
                (known.code, &known.stdout),
                (copied.code, &copied.stdout),
                "seed {seed}: {question}{day}\n{}{}",
                known.stderr,
                copied.stderr
            );
            compared += 1;
        }
    }
    compared
}

#[test]
fn a_time_before_the_file_was_made_knows_nothing_and_a_day_means_its_end() {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    office.run("task edit KT-2024-01 --title 분수").ok();
    let title = |when: &str| office.column(&format!("task list --known-at {when}"), "title");
    assert_eq!(title("2"), Vec::<String>::new());
    assert_eq!((title("3"), title("4")), (vec!["음악분수".to_owned()], vec!["분수".to_owned()]));
    assert_eq!(title("2020-01-01"), Vec::<String>::new());
    assert_eq!(title("2090-01-01"), ["분수"]);
    assert_eq!(office.run("task list --known-at 3 -o json").ok().json()["known_at"], "3");
    office.run("task list --known-at 3").ok().says("as known at entry 3");
    for question in ["task list", "due list", "report monthly 2024-05", "query 'SELECT code FROM task'"] {
        office.run(&format!("{question} --known-at 999")).refused(3, "E0138").hints("the last is entry");
    }
    office.run("task list --known-at someday").refused(2, "E0103");
    office.run("task edit KT-2024-01 --title 안됨 --known-at 3").refused(2, "E0112");
}

#[test]
fn every_view_says_then_what_it_says_in_a_copy_made_between_two_renames() {
    let mut office = Office::on("2024-07-31");
    let events = history(11);
    feed(&mut office, events.iter());
    office.run("dept rename 가과 --name 하과 --on 2024-07-01").ok();
    std::fs::copy(office.file(), office.folder().join("copy.db")).expect("a copy");
    let then = office.entries();
    office.run("dept rename 하과 --name 파과 --on 2024-07-02").ok();
    let views = office.column("query --views", "name");
    for view in &views {
        let of = |more: &str| office.run(&format!("query 'SELECT * FROM {view}' -o jsonl {more}")).ok().stdout;
        assert_eq!(of(&format!("--known-at {then}")), of("--db copy.db"), "{view}");
    }
    let search = |word: &str| office.column(&format!("search {word} --kind dept --known-at {then}"), "text");
    assert_eq!(search("가과"), ["가과 → 하과"]);
}
