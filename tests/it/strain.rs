//! Strain: writers that are killed, writers all at once, and files with damaged bytes. What was
//! acknowledged is there once, and nothing damaged is answered from in silence.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::Duration;

use crate::dice::Dice;
use crate::office::Office;

fn names(office: &Office) -> Vec<String> {
    office.column("dept list --limit 0", "name")
}

#[test]
fn a_writer_killed_at_any_moment_loses_and_doubles_nothing_that_was_acknowledged() {
    let office = Office::on("2024-06-10");
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut acknowledged, mut begun, mut killed) = (BTreeSet::new(), BTreeSet::new(), 0);
    for round in 0..80 {
        let name = format!("과{round:03}");
        let mut child = office.command(&["dept", "add", &name]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a writer");
        begun.insert(name.clone());
        std::thread::sleep(Duration::from_micros(dice.roll(25_000)));
        let _ = child.kill();
        if child.wait().expect("its end").success() {
            acknowledged.insert(name);
        } else {
            killed += 1;
        }
    }
    assert!(killed > 0, "no writer was killed");
    office.run("verify").ok();
    let kept = names(&office);
    let once: BTreeSet<String> = kept.iter().cloned().collect();
    assert_eq!(once.len(), kept.len(), "something is there twice");
    assert!(acknowledged.is_subset(&once) && once.is_subset(&begun), "acknowledged {acknowledged:?}, kept {once:?}");
}

#[test]
fn a_request_repeated_until_it_is_answered_is_recorded_once_though_its_writers_were_killed() {
    let office = Office::on("2024-06-10");
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    for round in 0..15 {
        let (name, id) = (format!("과{round:03}"), format!("r-{round}"));
        let words = ["dept", "add", &name, "--request-id", &id];
        for _ in 0..4 {
            let mut child = office.command(&words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a writer");
            std::thread::sleep(Duration::from_micros(dice.roll(25_000)));
            let _ = child.kill();
            let _ = child.wait();
        }
        office.run_words(&words, "").ok();
    }
    let kept = names(&office);
    assert_eq!(kept, (0..15).map(|round| format!("과{round:03}")).collect::<Vec<_>>());
    office.run("verify").ok();
}

#[test]
fn writers_all_at_once_are_all_recorded_in_one_whole_chain() {
    const WRITERS: usize = 8;
    const WRITES: usize = 6;
    let office = Office::on("2024-06-10");
    let before = office.entries();
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let office = &office;
            scope.spawn(move || (0..WRITES).for_each(|no| drop(office.run(&format!("dept add 과{writer}의{no}")).ok())));
        }
        scope.spawn(|| {
            let mut last = 0;
            for _ in 0..10 {
                let now = names(&office).len();
                assert!(now >= last, "a reader saw {last} and then {now}");
                last = now;
            }
        });
    });
    assert_eq!(office.entries() - before, i64::try_from(WRITERS * WRITES).expect("a number"));
    let kept: BTreeSet<String> = names(&office).into_iter().collect();
    assert_eq!(kept.len(), WRITERS * WRITES);
    let codes: BTreeSet<String> = office.column("dept list --limit 0", "code").into_iter().collect();
    assert_eq!(codes.len(), WRITERS * WRITES, "no code was given twice");
    office.run("verify").ok();
}

/// Damages some bytes of a file, in one of the ways in which disks and copies do.
fn damaged(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    const PAGE: usize = 4096;
    let mut bytes = whole.to_vec();
    let pages = bytes.len() / PAGE;
    match dice.roll(7) {
        0 => {
            let at = dice.roll(bytes.len());
            bytes[at] ^= 1 << dice.roll(8);
        }
        1 => {
            let at = dice.roll(bytes.len() - 64);
            (at..at + 64).for_each(|at| bytes[at] = u8::try_from(dice.roll(256)).expect("a byte"));
        }
        2 => bytes.truncate(dice.roll(whole.len())),
        3 => {
            let at = dice.roll(pages) * PAGE;
            bytes[at..at + PAGE].fill(0);
        }
        4 => {
            let (one, other) = (dice.roll(pages) * PAGE, dice.roll(pages) * PAGE);
            bytes.copy_within(one..one + PAGE, other);
        }
        5 => {
            let at = dice.roll(100);
            bytes[at] = u8::try_from(dice.roll(256)).expect("a byte");
        }
        _ => {
            let at = dice.roll(pages) * PAGE + dice.roll(12);
            bytes[at] ^= 0xFF;
        }
    }
    bytes
}

#[test]
fn a_damaged_file_is_refused_or_found_out_and_never_answered_from_in_silence() {
    let office = Office::on("2024-06-10");
    for no in 0..20 {
        office.run(&format!("dept add 과{no:03}")).ok();
    }
    office.open().query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(())).expect("settled");
    let whole = std::fs::read(office.file()).expect("the file");
    let honest = office.run("dept list -o csv").ok().stdout;
    let mut dice = Dice(0xBF58_476D_1CE4_E5B9);
    let mut found = 0;
    for round in 0..40 {
        office.put("damaged.db", damaged(&whole, &mut dice));
        let answers = ["verify", "dept list -o csv", "today", "dept add 새과"].map(|verb| office.run(&format!("{verb} --db damaged.db")));
        for answer in &answers {
            let is_told = answer.code == 0 || !answer.stderr.is_empty();
            assert!(matches!(answer.code, 0..=7) && is_told, "round {round}: {} ended {} {}", answer.command, answer.code, answer.stderr);
            assert!(!answer.stderr.contains("panicked"), "round {round}: {}", answer.stderr);
        }
        let [verified, listed, ..] = answers;
        assert!(verified.code != 0 || listed.code != 0 || listed.stdout == honest, "round {round}: another list, and verify is content");
        found += usize::from(verified.code != 0);
    }
    assert!(found > 15, "only {found} of 40 were found");
}
