//! Hostile text in every place where something is typed. The verbs and their arguments are found
//! in the program itself. Whatever is typed is taken as text or refused with a sentence; it never
//! reaches the terminal raw, runs nothing, and leaves a sound file.

use clap::{Arg, Command};
use proadmin::words::Lang;

use crate::every::calls;
use crate::office::{Answer, Office};
use crate::travel::{feed, history};

/// What is typed. None of it names a place outside the folder, for some of it is taken as a file.
const HOSTILE: &[&str] = &[
    "'); DROP TABLE task;--",
    "\u{1b}[2J\u{1b}]0;x\u{7}red",
    "\u{9b}31mX",
    "a\u{8}b\u{7f}",
    "보임\r숨김",
    "두\n줄",
    "=cmd|'x'!A1",
    "＝1+1",
    "<script>alert(1)",
    "\" onmouseover=\"x",
    "[x](javascript:alert(1))",
    "abc\u{202e}txt.exe\u{202c}",
    "\u{2066}x\u{2069}",
    "김\u{200b}철",
    "\u{1112}\u{1161}\u{11ab}",
    "\u{feff}제목",
    "--help",
    "-rf",
    "%s%n{}{0}$HOME `id` $(id)",
    "{{ 7 * 7 }}{% raw %}",
    "👩‍👩‍👧",
    "\u{fffe}\u{ffff}",
    "",
    "   ",
    "99999999999999999999",
    "-1",
    "NaN",
    "0000-00-00",
];
/// What has nothing to do with the records, or takes names of files only.
const APART: &[&str] = &["demo", "completions", "man", "init", "import", "export"];

fn office() -> Office {
    let mut office = Office::on("2024-07-31");
    feed(&mut office, history(3).iter().take(60));
    office
}

/// The words that give `arg` this value: after its flag, or in its place.
fn given(arg: &Arg, value: &str) -> Vec<String> {
    match arg.get_long() {
        Some(long) => vec![format!("--{long}={value}")],
        None => vec!["--".to_owned(), value.to_owned()],
    }
}

fn check(answer: &Answer, what: &str) {
    let raw = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    assert!(matches!(answer.code, 0 | 2..=8), "{what} ended {}: {}", answer.code, answer.stderr);
    assert!(answer.code == 0 || !answer.stderr.trim().is_empty(), "{what}: refused without a word");
    assert!(answer.stderr.len() < 16_000, "{what}: {} bytes of refusal", answer.stderr.len());
    for (stream, text) in [("stdout", &answer.stdout), ("stderr", &answer.stderr)] {
        assert!(!text.contains(raw), "{what}: {stream} is raw: {:?}", text.chars().find(|c| raw(*c)));
        assert!(!text.contains("panicked"), "{what}: {text}");
    }
}

/// The words of a call without one of its arguments.
fn without(call: &str, arg: &Arg) -> Vec<String> {
    let words = shell_words::split(call).expect("words");
    let Some(long) = arg.get_long() else { return words };
    let flag = format!("--{long}");
    let at = words.iter().position(|word| *word == flag);
    let gone = |index: usize| at.is_some_and(|at| index == at || index == at + 1);
    words.iter().enumerate().filter(|(index, _)| !gone(*index)).map(|(_, word)| word.clone()).collect()
}

fn every_verb(mut each: impl FnMut(&str, &str, &Command)) {
    let names: Vec<String> = proadmin::cli::NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    let root = proadmin::cli::command(Lang::En, &names);
    for noun in root.get_subcommands().filter(|noun| !APART.contains(&noun.get_name())) {
        let mut verbs = noun.get_subcommands().peekable();
        if verbs.peek().is_none() {
            each(noun.get_name(), noun.get_name(), noun);
        }
        verbs.for_each(|verb| each(noun.get_name(), &format!("{} {}", noun.get_name(), verb.get_name()), verb));
    }
}

#[test]
fn hostile_text_in_any_argument_of_any_verb_is_taken_as_text_or_refused() {
    let office = office();
    let (mut tried, mut taken) = (0, 0);
    every_verb(|noun, path, verb| {
        let call = calls(&office, verb, noun, path).into_iter().next().unwrap_or_else(|| path.to_owned());
        for arg in verb.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let value = HOSTILE[tried % HOSTILE.len()];
            tried += 1;
            let mut words = if arg.is_positional() { shell_words::split(path).expect("words") } else { without(&call, arg) };
            words.push("-n".to_owned());
            words.extend(given(arg, value));
            let answer = office.run_words(&words.iter().map(String::as_str).collect::<Vec<_>>(), "");
            check(&answer, &format!("{words:?}"));
            taken += usize::from(answer.code == 0);
        }
    });
    assert!(tried > 400 && taken > 20, "{tried} tried, {taken} taken");
    office.run("verify").ok();
}

#[test]
fn hostile_text_that_was_recorded_is_harmless_in_every_answer() {
    let office = office();
    let mut recorded = 0;
    for text in HOSTILE {
        for words in [
            vec!["dept", "add", "--", text],
            vec!["task", "add", "--year=2024", "--dept=가과", "--", text],
            vec!["passive", "add", "--dept=가과", "--received-on=2024-07-01", "--", text],
            vec!["progress", "log", "KT-2024-01", "--percent=10"],
        ] {
            let noted = [format!("--note={text}"), format!("--actor={text}"), format!("--reason={text}"), format!("--doc-no={text}")];
            let flags: &[String] = if words[0] == "progress" { &noted[..1] } else { &noted[1..] };
            for flag in flags {
                let place = words.iter().position(|word| *word == "--").unwrap_or(words.len());
                let mut words = words.clone();
                words.insert(place, flag);
                let answer = office.run_words(&words, "");
                check(&answer, &format!("{words:?}"));
                recorded += usize::from(answer.code == 0);
            }
        }
    }
    assert!(recorded > 60, "only {recorded}");
    for question in [
        "dept list",
        "task list --all",
        "passive list",
        "progress list",
        "log",
        "log --detail",
        "today",
        "search x",
        "search =",
        "query 'SELECT title FROM task_status'",
    ] {
        for format in ["table", "markdown"] {
            check(&office.run(&format!("{question} -o {format}")).ok(), question);
        }
        let page = office.run(&format!("{question} -o html")).ok().stdout;
        assert!(!page.contains("<script") && !page.contains("onmouseover=\"x"), "{question}");
        for row in office.run(&format!("{question} -o csv")).ok().rows() {
            let runs = row.iter().find(|(_, cell)| cell.starts_with(['=', '@', '\t', '\r', '＝', '＋', '－', '＠']));
            assert_eq!(runs, None, "{question}: a formula");
        }
        office.run(&format!("{question} -o json")).ok().json();
    }
    office.run("verify").ok();
}
