//! A command that was copied with a place left to fill in: `dept add NAME` makes no department
//! of that name, and `--document NO` names no document.

use clap::{Arg, ArgMatches};

use super::help::{command, is_yes_or_no, verb};
use super::refused::records;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Lang, placeholder};

static UNFILLED: Rule = rule(
    Kind::Usage,
    "E0140",
    "'{typed}'{typed:~은/는} 채울 자리의 이름입니다. 그 자리에 맞는 내용을 쓰십시오",
    "'{typed}' names a place to fill in; put there what it stands for",
);

/// Whether every place of a command that would record something is filled in. What is only
/// read is looked for as it was typed.
///
/// # Errors
/// One holds the word that stands for what it takes.
pub(super) fn filled_in(matches: &ArgMatches, typed: &[String]) -> Result<(), Refusal> {
    let is_suspect = |word: &String| word.rsplit('=').next().is_some_and(placeholder::is_one);
    if !typed.iter().skip(2).any(is_suspect) || !records(typed, Lang::En) {
        return Ok(());
    }
    let root = command(Lang::En, typed);
    let mut innermost = matches;
    while let Some((_, verb)) = innermost.subcommand() {
        innermost = verb;
    }
    for arg in verb(&root, typed).get_arguments().chain(root.get_arguments()).filter(|arg| takes_text(arg)) {
        let values = innermost.try_get_raw(arg.get_id().as_str()).ok().flatten().into_iter().flatten();
        if let Some(left) = values.map(|value| value.to_string_lossy()).find(|value| is_left(arg, value)) {
            return Err(UNFILLED.with("typed", left.into_owned()));
        }
    }
    Ok(())
}

/// Whether an argument takes words of one's own: where there is a choice, what fits none is told.
fn takes_text(arg: &Arg) -> bool {
    arg.get_action().takes_values() && arg.get_possible_values().is_empty() && !is_yes_or_no(arg)
}

/// Arguments that take any words; elsewhere a word in capitals may be a code, such as that of a measure.
const FREE: [&str; 3] = ["NAME", "TEXT", "TITLE"];

/// Of what may be any words, some words nobody means; others may be meant at any place but their own.
fn is_left(arg: &Arg, value: &str) -> bool {
    let names = arg.get_value_names().unwrap_or_default();
    let is_own = |name: &str| name == value || placeholder::in_lang(name, Lang::Ko) == value;
    let is_free = || names.iter().any(|name| FREE.contains(&name.as_str()));
    value == placeholder::BLANK
        || placeholder::is_one(value) && names.iter().any(|name| is_own(name))
        || placeholder::is_never_meant(value) && is_free()
}
