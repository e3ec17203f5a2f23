//! Whatever an office does in honesty, `verify` finds nothing: random histories among which
//! things are taken back, names erased, copies made and put back, and seals handed out.
//!
//! `PROADMIN_HISTORIES` sets how many random histories are tried (default 2), and
//! `PROADMIN_SEED` where they begin.

use crate::dice::{Dice, asked};
use crate::office::Office;
use crate::travel::{feed, history};

#[test]
fn an_honest_history_raises_no_alarm() {
    let (count, seed) = (asked("PROADMIN_HISTORIES", 2), asked("PROADMIN_SEED", 1));
    let (mut beside, mut refused) = (0, 0);
    for seed in seed..seed + count {
        let (done, not_done) = live(seed);
        beside += done;
        refused += not_done;
    }
    assert!(beside > 3 * count, "only {beside} things were done beside the history");
    println!("{count} histories, {beside} things done beside them, {refused} refused, 0 alarms");
}

/// Lives a history; how much was done beside it, and how much refused.
fn live(seed: u64) -> (u64, u64) {
    let mut office = Office::on("2024-07-31");
    let mut dice = Dice(seed ^ 0x4057);
    let mut seals = Vec::new();
    let (mut done, mut refused) = (0, 0);
    for event in &history(seed) {
        feed(&mut office, std::iter::once(event));
        let chance = dice.roll(30);
        let codes = |noun: &str| office.column(&format!("{noun} list --all"), "code");
        let commands = match chance {
            0 | 1 => vec![format!("undo {} -y", 2 + dice.roll(office.entries()))],
            2 => vec!["undo -y".to_owned()],
            3 => {
                let noun = dice.pick(&["consult", "nominate", "passive"]);
                codes(noun).last().map(|code| format!("erase {code} --reason 청구 --confirm {code}")).into_iter().collect()
            }
            // What is put back is what is there.
            4 => vec!["backup . --keep 1".to_owned(), format!("restore . --confirm {}", office.entries())],
            5 => {
                seals.extend(office.column("seal", "code"));
                Vec::new()
            }
            _ => Vec::new(),
        };
        for command in commands {
            let answer = office.run(&command);
            assert!(matches!(answer.code, 0 | 3 | 4), "seed {seed}: {command}: {}", answer.stderr);
            *(if answer.code == 0 { &mut done } else { &mut refused }) += 1;
        }
    }
    office.run("verify").ok();
    for seal in &seals {
        office.run(&format!("verify --against {seal}")).ok();
    }
    (done + seals.len() as u64, refused)
}
