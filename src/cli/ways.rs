//! The ways out of a refusal as commands to be copied. A rule that knows only which flags are
//! wrong says those; the command that was typed stands here, and they are put into it.

use clap::{Arg, Command};

use super::NOUNS;
use super::help::{command, noun, verb};
use super::usage::value_of;
use crate::refusal::{Kind, Refusal};
use crate::typed::day;
use crate::words::placeholder::BLANK;
use crate::words::{Lang, quoted, shell};

/// A longer word of the command line is not repeated.
const LONG: usize = 60;
/// The arguments that may hold the name of a resident, a nominator, a reporter or a rater: an
/// error repeats none.
const NAMES: [&str; 10] = ["applicant", "nominator", "reporter", "name", "rater", "rater_typed", "who", "present", "absent", "recused"];

/// The ways out in one language; where a rule knows none, a command that tells more.
pub(super) fn out(refusal: &Refusal, typed: &[String], lang: Lang) -> Vec<String> {
    found(refusal, typed, lang).iter().map(|way| on_the_file_typed(way, typed)).collect()
}

/// Commands as they go on with the file that was typed with `--db`: one from the environment is
/// found again by itself.
pub(super) fn on_the_file_typed(said: &str, typed: &[String]) -> String {
    let Some(file) = value_of(typed, "--db", None) else { return said.to_owned() };
    let named = format!("proadmin --db {} ", quoted(file));
    let begins = |rest: &str| NOUNS.iter().any(|noun| rest.split_whitespace().next() == Some(noun.name));
    let mut out = String::new();
    for (at, part) in shell::parts(said).into_iter().enumerate() {
        let mut pieces = part.split("proadmin ");
        out.push_str(pieces.next().unwrap_or_default());
        for rest in pieces {
            let is_command = at % 2 == 0 && begins(rest) && !said.contains(" --db ");
            out.push_str(if is_command { &named } else { "proadmin " });
            out.push_str(rest);
        }
    }
    out
}

fn found(refusal: &Refusal, typed: &[String], lang: Lang) -> Vec<String> {
    let ways = refusal.ways_out_of(lang, |wrong, right| put_right(wrong, right, typed, lang));
    let is_whole = ways.iter().all(|way| !is_fragment(way));
    if typed.len() < 2 || !ways.is_empty() && is_whole {
        return ways;
    }
    let root = command(lang, typed);
    if ways.is_empty() {
        let verb = verb(&root, typed);
        return if verb.get_name() == root.get_name() { ways } else { more(refusal, verb, typed).into_iter().collect() };
    }
    ways.into_iter().map(|way| if is_fragment(&way) { put_in(&way, &root, typed) } else { way }).collect()
}

/// Whether a way out is arguments without their command.
pub(super) fn is_fragment(way: &str) -> bool {
    is_flag(way) || way.split(' ').next() == Some(BLANK)
}

fn is_flag(word: &str) -> bool {
    word.starts_with('-') && word.trim_start_matches('-').starts_with(char::is_alphabetic)
}

/// What is missing in a command, as the parser names it (`<CODE>`, `--on <DATE>`, `<--a|--b>`),
/// as arguments without their command: first what is known by its place.
pub(super) fn missing(named: &str) -> String {
    let first = |one: &str| match one.strip_prefix("<--").and_then(|group| group.strip_suffix('>')) {
        Some(group) => format!("--{}", group.split('|').next().unwrap_or_default()),
        None => one.to_owned(),
    };
    let filled = |one: String| match one.split_once(' ') {
        Some((flag, _)) => format!("{flag} {BLANK}"),
        None if is_flag(&one) => one,
        None => BLANK.to_owned(),
    };
    let (flags, places): (Vec<String>, Vec<String>) = named.split(", ").map(first).map(filled).partition(|one| is_flag(one));
    [places, flags].concat().join(" ")
}

/// The flags of a fragment.
pub(super) fn flags(way: &str) -> impl Iterator<Item = &str> {
    way.split(' ').filter(|word| is_flag(word)).map(|word| word.split('=').next().unwrap_or(word))
}

/// The command that was typed with the flags of a fragment in place of what it said of them.
fn put_in(way: &str, root: &Command, typed: &[String]) -> String {
    let way = of_the_day(way, verb(root, typed), typed);
    let wrong: Vec<&str> = flags(&way).collect();
    let names = names(root, typed);
    let mut words = vec!["proadmin".to_owned()];
    let mut rest = typed.iter().skip(1).peekable();
    while let Some(word) = rest.next() {
        if !wrong.contains(&word.split('=').next().unwrap_or(word)) {
            words.push(shown(word, &names));
        } else if !word.contains('=') {
            rest.next_if(|value| !value.starts_with("--"));
        }
    }
    words.push(way);
    words.join(" ")
}

/// The command that was typed with one word in place of another, the last that says it.
fn put_right(wrong: &str, right: &str, typed: &[String], lang: Lang) -> Option<String> {
    let typed_right = |word: &String| Some(wrong).filter(|wrong| !wrong.is_empty()).and_then(|wrong| replaced(word, wrong, right));
    let at = typed.iter().skip(2).rposition(|word| typed_right(word).is_some())? + 2;
    let mut words = typed.to_vec();
    words[at] = typed_right(&words[at])?;
    let names = names(&command(lang, typed), typed);
    let words: Vec<String> = words.iter().skip(1).map(|word| shown(word, &names)).collect();
    Some(format!("proadmin {}", words.join(" ")))
}

/// A word, or one part of it such as `NAME=60` has, in place of another.
fn replaced(word: &str, wrong: &str, right: &str) -> Option<String> {
    let is_edge = |next: Option<char>| next.is_none_or(|next| "=,:".contains(next));
    let parts = |at: usize| (&word[..at], &word[at + wrong.len()..]);
    let is_whole = |(before, after): &(&str, &str)| is_edge(before.chars().next_back()) && is_edge(after.chars().next());
    let (before, after) = word.match_indices(wrong).map(|(at, _)| parts(at)).find(is_whole)?;
    Some(format!("{before}{right}{after}"))
}

/// A rule speaks of the day on which something happened as `--on`; this verb may call it
/// otherwise, and then it is the day that was typed.
fn of_the_day(way: &str, verb: &Command, typed: &[String]) -> String {
    let Some(rest) = way.strip_prefix("--on ") else { return way.to_owned() };
    let takes = |flag: &str| verb.get_arguments().any(|arg| arg.get_long() == Some(flag));
    let is_day = |pair: &&[String]| takes(pair[0].trim_start_matches("--")) && pair[0].starts_with("--") && day(&pair[1]).is_ok();
    match typed.windows(2).rfind(is_day) {
        Some(pair) if !typed.iter().any(|word| word == "--on") => format!("{} {rest}", pair[0]),
        _ => way.to_owned(),
    }
}

/// The record that a rule was asked about, or how the verb is used.
fn more(refusal: &Refusal, verb: &Command, typed: &[String]) -> Option<String> {
    let (at, noun) = noun(typed)?;
    let is_code = |arg: &Arg| ["code", "codes", "round"].contains(&arg.get_id().as_str());
    let code = typed.get(at + 2).filter(|word| !word.starts_with('-') && verb.get_positionals().next().is_some_and(is_code));
    match (refusal.rule.kind, code) {
        (Kind::Rule | Kind::Changed, Some(code)) if noun.register.is_some_and(|register| register.key == "code") => {
            Some(format!("proadmin {} show {}", noun.name, shown(code, &[])))
        }
        (Kind::Rule | Kind::Changed | Kind::Usage | Kind::NotFound, _) => {
            let path = if verb.get_name() == noun.name { noun.name.to_owned() } else { format!("{} {}", noun.name, verb.get_name()) };
            Some(format!("proadmin {path} --help"))
        }
        _ => None,
    }
}

/// What was typed where a name may stand.
fn names(root: &Command, typed: &[String]) -> Vec<String> {
    let Ok(matches) = root.clone().ignore_errors(true).try_get_matches_from(typed) else { return Vec::new() };
    let mut innermost = &matches;
    while let Some((_, verb)) = innermost.subcommand() {
        innermost = verb;
    }
    let held = innermost.ids().filter(|id| NAMES.contains(&id.as_str())).filter_map(|id| innermost.get_raw(id.as_str()));
    held.flatten().map(|value| value.to_string_lossy().into_owned()).collect()
}

fn shown(word: &str, names: &[String]) -> String {
    let (flag, value) = word.split_once('=').filter(|_| word.starts_with("--")).unwrap_or(("", word));
    let is_left_out = value.chars().count() > LONG || value.contains('\n') || names.iter().any(|name| name == value);
    match (is_left_out, flag) {
        (false, _) => quoted(word),
        (true, "") => BLANK.to_owned(),
        (true, flag) => format!("{flag}={BLANK}"),
    }
}
