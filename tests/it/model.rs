//! Random commands against a model in memory, which knows nothing of files: after each command
//! the program and the model tell the same, also of what was known at any entry before.

use std::collections::{BTreeMap, BTreeSet};

use crate::dice::Dice;
use crate::office::Office;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Task {
    title: String,
    percents: BTreeMap<String, usize>,
    suspended: bool,
}

/// What there is: the tasks that are not void, by code.
type Facts = BTreeMap<String, Task>;

/// What the program tells in the model's words: title, percent and whether it rests.
fn told(office: &Office, at: Option<i64>) -> BTreeMap<String, (String, String, bool)> {
    let at = at.map(|entry| format!(" --known-at {entry}")).unwrap_or_default();
    let rows = office.rows(&format!("task list --limit 0{at}"));
    rows.into_iter().map(|row| (row["code"].clone(), (row["title"].clone(), row["percent"].clone(), row["state"] == "suspended"))).collect()
}

fn expected(facts: &Facts) -> BTreeMap<String, (String, String, bool)> {
    let last = |task: &Task| task.percents.last_key_value().map(|(_, percent)| percent.to_string()).unwrap_or_default();
    facts.iter().map(|(code, task)| (code.clone(), (task.title.clone(), last(task), task.suspended))).collect()
}

/// One command, obeyed by the program and by the model; whether something was recorded.
fn step(office: &Office, dice: &mut Dice, facts: &mut Facts, given: &mut BTreeSet<String>, no: usize) -> bool {
    let codes: Vec<String> = facts.keys().cloned().collect();
    let choice = dice.roll(10);
    if choice < 3 || codes.is_empty() {
        let title = format!("과제{no}");
        let request = format!("task add {title} --year 2024 --dept 가과 --proposed-on 2024-01-02 --request-id r{no} -o json");
        let code = office.run(&request).ok().json()["items"][0]["code"].as_str().expect("a code").to_owned();
        assert!(given.insert(code.clone()), "{code} was given twice");
        if dice.roll(2) == 0 {
            let again = office.run(&request).ok().json();
            assert_eq!(again["items"][0]["code"].as_str(), Some(code.as_str()));
        }
        facts.insert(code, Task { title, ..Task::default() });
        return true;
    }
    let code = codes[dice.roll(codes.len())].clone();
    let task = facts.get_mut(&code).expect("a task");
    match choice {
        3 => {
            let title = format!("고침{no}");
            office.run(&format!("task edit {code} --title {title}")).ok();
            task.title = title;
        }
        4 => {
            let verb = if task.suspended { "resume" } else { "suspend" };
            office.run(&format!("task {verb} {code} --on 2024-06-10 --reason 사정")).ok();
            task.suspended = !task.suspended;
        }
        5 => {
            office.run(&format!("task void {code} --reason 잘못")).ok();
            facts.remove(&code);
        }
        6 => {
            assert_ne!(office.run(&format!("progress log {code} --percent 101")).code, 0);
            assert_ne!(office.run(&format!("task complete {code} --outcome met --on 2024-06-11")).code, 0, "tomorrow");
            return false;
        }
        _ => {
            let (day, percent) = (format!("2024-0{}-{:02}", 1 + dice.roll(5), 1 + dice.roll(28)), dice.roll(101));
            let answer = office.run(&format!("progress log {code} --percent {percent} --on {day}")).ok();
            let unchanged = task.percents.insert(day, percent) == Some(percent);
            assert_eq!(unchanged, answer.stdout.contains("nothing differs"), "{}", answer.stdout);
            return !unchanged;
        }
    }
    true
}

#[test]
fn whatever_is_done_the_program_tells_what_a_model_in_memory_tells() {
    for seed in [0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9] {
        let (office, mut dice) = (Office::on("2024-06-10"), Dice(seed));
        office.run("dept add 가과 --since-on 2024-01-01").ok();
        let (mut facts, mut given) = (Facts::new(), BTreeSet::new());
        let mut history = vec![(office.entries(), facts.clone())];
        let mut may_undo = false;
        for no in 0..45 {
            if may_undo && dice.roll(5) == 0 {
                office.run("undo -y").ok();
                history.push((office.entries(), history[history.len() - 2].1.clone()));
                facts = history[history.len() - 1].1.clone();
                may_undo = false;
            } else if step(&office, &mut dice, &mut facts, &mut given, no) {
                history.push((office.entries(), facts.clone()));
                may_undo = true;
            }
            assert_eq!(told(&office, None), expected(&facts), "seed {seed:x}, step {no}");
            let (entry, then) = &history[dice.roll(history.len())];
            assert_eq!(told(&office, Some(*entry)), expected(then), "seed {seed:x}, step {no}, known at {entry}");
        }
        assert_eq!(history.last().map(|(entry, _)| *entry), Some(office.entries()), "an entry a change, none without");
        office.run("verify").ok();
    }
}
