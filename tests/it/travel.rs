//! Time travel: as of any day, every reading command answers as a file does that was fed only
//! what had happened by then (plans and names as they are now). The commands are found in the
//! program itself, so that a new verb cannot be forgotten: one that this test cannot call
//! makes it fail.
//!
//! `PROADMIN_HISTORIES` sets how many random histories are tried (default 6), and
//! `PROADMIN_SEED` where they begin.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use clap::Command;
use proadmin::words::Lang;

use crate::office::Office;

/// The first and the last day of a history.
const FIRST: &str = "2024-01-02";
const LAST: &str = "2024-07-31";

/// Verbs whose answers are about the file or the program, not about the office on a day.
const TIMELESS: &[&str] = &["log", "calendar", "demo", "completions", "man", "init", "export", "import"];

/// A small generator whose numbers depend on the seed alone.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.roll(from.len() as u64)).expect("an index")]
    }
}

/// A history: what happened, each with its day, in the order of the days.
fn history(seed: u64) -> Vec<(NaiveDate, String)> {
    let mut dice = Dice(seed);
    let first: NaiveDate = FIRST.parse().expect("a day");
    let last: NaiveDate = LAST.parse().expect("a day");
    let mut day = first;
    let mut events = vec![];
    for (no, name) in ["가과", "나과", "다과"].iter().enumerate() {
        events.push((first, format!("dept add {name} --since-on 2024-01-0{}", no + 1)));
    }
    events.push((first, "staff add 김하나 --dept 가과 --since-on 2024-01-02".to_owned()));
    let (mut tasks, mut cases) = (0, 0);
    while day < last {
        let event = event(&mut dice, day, &mut tasks, &mut cases);
        events.push((day, event));
        day = day + Days::new(dice.roll(6));
    }
    events
}

fn event(dice: &mut Dice, day: NaiveDate, tasks: &mut u64, cases: &mut u64) -> String {
    let dept = dice.pick(&["가과", "나과", "다과"]);
    let some = |dice: &mut Dice, count: u64| dice.roll(count.max(1)) + 1;
    let task = format!("KT-2024-{:02}", some(dice, *tasks));
    let case = format!("PC-2024-{:03}", some(dice, *cases));
    let later = day + Days::new(dice.roll(90));
    match dice.roll(38) {
        0..=3 => {
            *tasks += 1;
            let candidate = dice.pick(&["", " --candidate"]);
            format!("task add 과제{tasks} --year 2024 --dept {dept} --due {later} --proposed-on {day}{candidate}")
        }
        4 | 5 => format!("task select {task} --on {day}"),
        6 => format!("task suspend {task} --on {day} --reason 예산"),
        7 => format!("task resume {task} --on {day}"),
        8 => format!("task complete {task} --on {day} --outcome {}", dice.pick(&["met", "missed"])),
        9 => format!("task {} {task} --on {day} --reason 사정", dice.pick(&["stop", "reopen"])),
        10..=13 => {
            *cases += 1;
            format!("consult file 건{cases} --dept {dept} --received-on {day}")
        }
        14 => format!("consult accept {case} --on {day}"),
        15 | 16 => format!("consult supplement {case} --on {day} --reason 도면"),
        17 | 18 => format!("consult resume {case} --on {day}"),
        19 => format!("consult extend {case} --on {day} --days {} --reason 협의", dice.roll(30) + 1),
        20..=22 => format!("consult review {case} --on {day} --kind {} --finding 적법", dice.pick(&["law", "site", "validity"])),
        23 => format!("consult refer {case} --on {day} --to seoul"),
        24 => format!("consult refer {case} --reply-on {day} --reply-text 회신"),
        25 => format!("consult answer {case} --on {day} --result possible --text 가능"),
        26 => format!("consult {} {case} --on {day}", dice.pick(&["withdraw", "return --ground evasion"])),
        27 => format!(
            "consult follow-up {case} --on {day} --same-matter yes --info-sufficient yes --no-private-interest yes --followed-opinion no"
        ),
        28 => format!("calendar add {later} --name 임시{day} --announced-on {day} -y"),
        29 => format!("staff move 김하나 --to {dept} --on {day}"),
        30 | 31 => format!("milestone add {task} 단계 --due {later} --set-on {day}"),
        32 | 33 => format!("milestone done {task} {} --on {day}", some(dice, 3)),
        _ => format!("progress log {task} --percent {} --on {day} --note 추진", dice.roll(101)),
    }
}

/// Feeds events to an office; what the rules refuse is refused, as it would be in life.
fn feed<'e>(office: &Office, events: impl Iterator<Item = &'e (NaiveDate, String)>) {
    for (_, event) in events {
        let answer = office.run(event);
        assert!(matches!(answer.code, 0 | 3 | 4), "{event}: {}", answer.stderr);
    }
}

/// Every reading command of the program with every argument it can take here.
fn questions(office: &Office) -> Vec<String> {
    let names: Vec<String> = proadmin::cli::NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    let root = proadmin::cli::command(Lang::En, &names);
    let mut asked = Vec::new();
    for noun in root.get_subcommands().filter(|noun| !TIMELESS.contains(&noun.get_name())) {
        let verbs: Vec<&Command> = noun.get_subcommands().collect();
        if verbs.is_empty() {
            asked.extend(reading_calls(office, noun, noun.get_name(), noun.get_name()));
        }
        for verb in verbs {
            asked.extend(reading_calls(office, verb, noun.get_name(), &format!("{} {}", noun.get_name(), verb.get_name())));
        }
    }
    asked
}

/// The ways to call a verb, if it reads: a write says that it cannot be done as of another
/// day.
fn reading_calls(office: &Office, verb: &Command, noun: &str, path: &str) -> Vec<String> {
    let calls = calls(office, verb, noun, path);
    let reads = calls.first().is_some_and(|call| !office.run(&format!("{call} --as-of 2024-06-30")).stderr.contains("E0112"));
    if reads { calls } else { Vec::new() }
}

fn calls(office: &Office, verb: &Command, noun: &str, path: &str) -> Vec<String> {
    let mut lines = vec![path.to_owned()];
    for arg in verb.get_arguments().filter(|arg| arg.is_required_set()) {
        let values = samples(office, noun, path, arg.get_id().as_str());
        let flag = arg.get_long().map(|long| format!("--{long} ")).unwrap_or_default();
        lines = lines
            .iter()
            .flat_map(|line| values.iter().map(move |value| (line, value)))
            .map(|(line, value)| format!("{line} {flag}{value}"))
            .collect();
    }
    for group in verb.get_groups().filter(|group| group.is_required_set()) {
        let Some(first) = group.get_args().next() else { continue };
        let value = &samples(office, noun, path, first.as_str())[0];
        let arg = verb.get_arguments().find(|arg| arg.get_id() == first).expect("an argument");
        for line in &mut lines {
            line.push_str(&format!(" --{} {value}", arg.get_long().unwrap_or_default()));
        }
    }
    lines
}

/// Values to call an argument with. An argument unknown here fails the test: a new verb says
/// what it takes.
fn samples(office: &Office, noun: &str, path: &str, arg: &str) -> Vec<String> {
    let codes = |command: &str| office.column(&format!("{command} --all"), "code");
    let words: &[&str] = match arg {
        "code" | "codes" => {
            return match noun {
                "due" => codes("consult list"),
                "milestone" | "progress" => codes("task list"),
                noun => codes(&format!("{noun} list")),
            };
        }
        "title" | "name" | "text" | "reason" | "finding" | "note" | "note_text" => &["글"],
        "on" | "date" | "due" | "since_on" => &["2024-06-03"],
        "year" => &["2024"],
        "month" | "first" | "second" => &["2024-05"],
        "to" if noun == "consult" => &["seoul"],
        "dept" | "to" | "into" => &["가과"],
        "outcome" => &["met"],
        "kind" => &["law"],
        "result" => &["possible"],
        "ground" => &["evasion"],
        "days" => &["5"],
        "percent" => &["50"],
        "seq" => &["1"],
        "same_matter" | "info_sufficient" | "no_private_interest" | "followed_opinion" => &["yes"],
        "file" => &["none.csv"],
        other => panic!("tell this test what to give `{path}` for {other}"),
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn as_of_a_day_every_answer_is_that_of_a_file_fed_only_what_had_happened() {
    let number = |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (count, seed) = (number("PROADMIN_HISTORIES", 6), number("PROADMIN_SEED", 1));
    let mut compared = 0;
    for seed in seed..seed + count {
        compared += compare(seed);
    }
    assert!(compared > 20 * count, "only {compared} comparisons");
    println!("{count} histories, {compared} answers compared");
}

fn compare(seed: u64) -> u64 {
    let events = history(seed);
    let full = Office::on(LAST);
    feed(&full, events.iter());
    let days: BTreeSet<NaiveDate> =
        [20, 60, 110, 180].iter().map(|no| FIRST.parse::<NaiveDate>().expect("a day") + Days::new(*no)).collect();
    let questions = questions(&full);
    assert!(questions.len() >= 8, "{questions:?}");
    let mut compared = 0;
    for day in days {
        let fresh = Office::on(&day.to_string());
        feed(&fresh, events.iter().filter(|(on, _)| *on <= day));
        for question in &questions {
            let asked = format!("{question} --as-of {day} -o json");
            let (then, now) = (fresh.run(&asked), full.run(&asked));
            assert_eq!((then.code, &then.stdout), (now.code, &now.stdout), "seed {seed}: {asked}\n{}{}", then.stderr, now.stderr);
            compared += 1;
        }
    }
    compared
}
