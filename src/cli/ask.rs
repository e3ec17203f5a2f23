//! Asking for what is missing: every required argument that was not given becomes a question
//! that names its flag, so that people learn the flags by using the program.

use std::process::Command as Process;

use anyhow::{Context, Result};
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command};

use super::ahead::{Ahead, is_text};
use super::print;
use crate::prompt;
use crate::refusal::{Kind, Refusal};
use crate::session::Environment;
use crate::words::{Lang, Text, text};

const TODAY: Text = text(" [Enter = 오늘 {day}]", " [Enter = today, {day}]");
const EDIT: Text = text("(빈 줄로 Enter 를 치면 편집기가 열립니다)", "(an empty line opens the editor)");

/// Asks for the first of the arguments that `error` names and appends the answer to `typed`;
/// says whether there was one to ask for. Before anything longer is asked for, it is seen
/// whether the rules would say no anyhow.
///
/// # Errors
/// Ctrl-C; a rule that says no; or when the terminal cannot be used.
pub(super) fn missing(root: &Command, error: &clap::Error, typed: &mut Vec<String>, lang: Lang, environment: &Environment) -> Result<bool> {
    let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) else { return Ok(false) };
    let command = verb(root, typed);
    let mut args: Vec<&Arg> = missing.iter().filter_map(|name| find(command, name)).collect();
    // What a command is about comes first, then its flags, and what is long to write last.
    args.sort_by_key(|arg| (!arg.is_positional(), arg.get_index(), is_text(arg)));
    // One at a time: an answer that does not fit is told before the next question.
    let Some(first) = args.first() else { return Ok(false) };
    let day = day_left_open(command, typed).filter(|_| !first.is_positional());
    let ahead = Ahead::of(typed, lang, environment);
    if let Some(ahead) = &ahead {
        ahead.may_go_on(&args, environment)?;
    }
    let words = answered(day.unwrap_or(first), ahead.as_ref(), lang, environment)?;
    typed.extend(words);
    Ok(true)
}

/// Asks for the day on which it happened, where other things had to be asked for as well and
/// nobody has said it; Enter is today. Says whether there was a day to ask for.
///
/// # Errors
/// Ctrl-C; or when the terminal cannot be used.
pub(super) fn the_day(root: &Command, typed: &mut Vec<String>, lang: Lang, environment: &Environment) -> Result<bool> {
    let Some(day) = day_left_open(verb(root, typed), typed) else { return Ok(false) };
    let words = answered(day, Ahead::of(typed, lang, environment).as_ref(), lang, environment)?;
    typed.extend(words);
    Ok(true)
}

/// The command of the words that were typed.
fn verb<'c>(root: &'c Command, typed: &[String]) -> &'c Command {
    typed.iter().skip(1).fold(root, |command, word| command.find_subcommand(word).unwrap_or(command))
}

/// The argument for the day of an event, unless it was given, or something that it cannot
/// stand with.
fn day_left_open<'c>(command: &'c Command, typed: &[String]) -> Option<&'c Arg> {
    let day = command.get_arguments().find(|arg| arg.get_id() == "on" && !arg.is_required_set())?;
    let given = |arg: &Arg| {
        let flag = format!("--{}", arg.get_long().unwrap_or_default());
        typed.iter().any(|word| *word == flag || word.strip_prefix(&flag).is_some_and(|rest| rest.starts_with('=')))
    };
    let stands_with = |arg: &Arg| !command.get_arg_conflicts_with(arg).iter().any(|other| other.get_id() == "on");
    let excluded = command.get_arguments().any(|arg| given(arg) && !stands_with(arg));
    (!given(day) && !excluded && command.get_arg_conflicts_with(day).iter().all(|other| !given(other))).then_some(day)
}

/// The words that answer a question, asked until the file knows what is named.
fn answered(arg: &Arg, ahead: Option<&Ahead>, lang: Lang, environment: &Environment) -> Result<Vec<String>> {
    loop {
        let answer = ask(arg, ahead, lang, environment)?;
        match ahead.map_or(Ok(()), |ahead| ahead.known(arg, &answer)) {
            Err(error) if is_of_the_answer(&error) => {
                print::refused(&error, lang, false, false);
            }
            Err(error) => return Err(error),
            Ok(()) => return Ok(arg.get_long().map(|flag| format!("--{flag}")).into_iter().chain([answer]).collect()),
        }
    }
}

/// Whether another answer would fit: there is a file to ask.
fn is_of_the_answer(error: &anyhow::Error) -> bool {
    let about = |refusal: &Refusal| matches!(refusal.rule.kind, Kind::NotFound | Kind::Rule) && !refusal.rule.code.starts_with("E02");
    error.downcast_ref().is_some_and(about)
}

/// Takes back an answer that did not fit, so that it is asked for again, and says whether
/// there was one.
pub(super) fn take_back(error: &clap::Error, typed: &mut Vec<String>, given: usize) -> bool {
    let Some(ContextValue::String(wrong)) = error.get(ContextKind::InvalidValue) else { return false };
    let Some(at) = (given..typed.len()).find(|at| typed[*at] == *wrong) else { return false };
    typed.remove(at);
    if at > given && typed[at - 1].starts_with("--") {
        typed.remove(at - 1);
    }
    true
}

/// clap names a missing argument as `<TITLE>`, `--year <YEAR>` or, for a choice of two,
/// `<--text <TEXT>|--text-file <FILE>>`; of two the first is asked for.
fn find<'c>(command: &'c Command, name: &str) -> Option<&'c Arg> {
    let first = name.trim_start_matches('<').split(['|', ' ', '>', '=']).next()?;
    command.get_arguments().find(|arg| match first.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long),
        None => {
            arg.is_positional() && arg.get_value_names().is_some_and(|names| names.iter().any(|own| own.split('|').next() == Some(first)))
        }
    })
}

fn ask(arg: &Arg, ahead: Option<&Ahead>, lang: Lang, environment: &Environment) -> Result<String> {
    let what = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let what = what.split(" [").next().unwrap_or_default();
    let flag = arg.get_long().map_or_else(String::new, |long| format!(" (--{long})"));
    let choices = ahead.map_or_else(|| Ok(Vec::new()), |ahead| ahead.choices(arg))?;
    if !choices.is_empty() {
        let at = prompt::choice(&format!("{what}{flag}"), &choices, lang)?;
        return Ok(choices[at].names[0].clone());
    }
    if arg.get_id() == "on" && !arg.is_required_set() {
        let today = TODAY.with("day", environment.today).render(lang);
        return Ok(prompt::line(&format!("{what}{flag}{today}: "))?.unwrap_or_else(|| environment.today.to_string()));
    }
    let editor = environment.editor.as_deref().filter(|_| is_text(arg));
    let how = if editor.is_some() { format!(" {}", EDIT.in_lang(lang)) } else { String::new() };
    loop {
        match (prompt::line(&format!("{what}{flag}{how}: "))?, editor) {
            (Some(answer), _) => return Ok(answer),
            (None, Some(editor)) => {
                if let Some(answer) = edited(editor)? {
                    return Ok(answer);
                }
            }
            (None, None) => {}
        }
    }
}

/// What a person writes in their editor; the file is kept when the program cannot go on.
fn edited(editor: &str) -> Result<Option<String>> {
    let file = tempfile::Builder::new().prefix("proadmin-").suffix(".txt").tempfile()?;
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = Process::new(program).args(words).arg(file.path()).status().with_context(|| editor.to_owned())?;
    let text = std::fs::read_to_string(file.path()).with_context(|| file.path().display().to_string())?;
    if !status.success() {
        // What was written is worth more than a tidy folder.
        file.keep()?;
    }
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}
