//! Asking for what is missing: every required argument that was not given becomes a question
//! that names its flag, so that people learn the flags by using the program.

use std::process::Command as Process;

use anyhow::{Context, Result};
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, Command};

use super::ahead::{Ahead, is_text};
use super::day::{is_today_unless_given, left_open};
use super::help::{is_yes_or_no, verb};
use super::refused::{Told, refused};
use crate::prompt;
use crate::refusal::{Kind, Refusal};
use crate::session::Environment;
use crate::words::{Lang, Text, text};

const TODAY: Text = text(" [Enter = 오늘 {day}]", " [Enter = today, {day}]");
const YES_OR_NO: Text = text(" [예/아니오]", " [yes/no]");
const SEVERAL: Text = text(" [여럿이면 빈칸이나 쉼표로 띄움]", " [several: with blanks or commas between]");
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
    let place = |arg: &Arg| command.get_arguments().position(|other| other.get_id() == arg.get_id());
    // What a command is about comes first, then its flags as its help has them, and what is long
    // to write last.
    args.sort_by_key(|arg| (!arg.is_positional(), arg.get_index(), is_text(arg), place(arg)));
    // One at a time: an answer that does not fit is told before the next question. A flag without a
    // value is no question: what needs it is told.
    let Some(first) = args.first().filter(|arg| arg.get_action().takes_values()) else { return Ok(false) };
    // A day that is refused is refused before a long text is written.
    let day = left_open(command, typed).filter(|_| is_text(first) && !first.is_positional());
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
    let Some(day) = left_open(verb(root, typed), typed) else { return Ok(false) };
    let words = answered(day, Ahead::of(typed, lang, environment).as_ref(), lang, environment)?;
    typed.extend(words);
    Ok(true)
}

/// Asks for what an answer before made needed, such as who nominated where it was not the
/// nominee: the rules want it, and the parser does not know. Says whether there was something.
///
/// # Errors
/// Ctrl-C; or when the terminal cannot be used.
pub(super) fn by_choice(root: &Command, typed: &mut Vec<String>, lang: Lang, environment: &Environment) -> Result<bool> {
    let Some(ahead) = Ahead::of(typed, lang, environment) else { return Ok(false) };
    let Some(flag) = ahead.wants(environment) else { return Ok(false) };
    let named = |arg: &&Arg| arg.get_long() == Some(flag.trim_start_matches("--"));
    let Some(arg) = verb(root, typed).get_arguments().find(named) else { return Ok(false) };
    let words = answered(arg, Some(&ahead), lang, environment)?;
    typed.extend(words);
    Ok(true)
}

/// The words that answer a question, asked until the file knows what is named.
fn answered(arg: &Arg, ahead: Option<&Ahead>, lang: Lang, environment: &Environment) -> Result<Vec<String>> {
    loop {
        let answers = parts(arg, ask(arg, ahead, lang, environment)?);
        let known = |answer: &String| ahead.map_or(Ok(()), |ahead| ahead.known(arg, answer));
        match answers.iter().try_for_each(known) {
            Err(error) if is_of_the_answer(&error) => {
                refused(&error, &Told::on_the_way(lang));
            }
            Err(error) => return Err(error),
            Ok(()) => {
                let flag = arg.get_long().map(|flag| format!("--{flag}"));
                return Ok(answers.into_iter().flat_map(|answer| flag.clone().into_iter().chain([answer])).collect());
            }
        }
    }
}

/// Whether an argument takes several values, a word each.
fn is_several(arg: &Arg) -> bool {
    let many = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
    !is_text(arg) && (many || matches!(arg.get_action(), ArgAction::Append))
}

/// The values in an answer: several stand with blanks or commas between them.
fn parts(arg: &Arg, answer: String) -> Vec<String> {
    if !is_several(arg) {
        return vec![answer];
    }
    answer.split([',', ' ', '\t']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
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
    if is_today_unless_given(arg) {
        let today = TODAY.with("day", environment.today).render(lang);
        return Ok(prompt::line(&format!("{what}{flag}{today}: "))?.unwrap_or_else(|| environment.today.to_string()));
    }
    let editor = environment.editor.as_deref().filter(|_| is_text(arg));
    let how = match editor {
        Some(_) => format!(" {}", EDIT.in_lang(lang)),
        None if is_yes_or_no(arg) => YES_OR_NO.in_lang(lang).to_owned(),
        None if is_several(arg) => SEVERAL.in_lang(lang).to_owned(),
        None => String::new(),
    };
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
