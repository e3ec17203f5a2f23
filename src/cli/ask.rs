//! Asking for what is missing: every required argument that was not given becomes a question
//! that names its flag, so that people learn the flags by using the program.

use std::process::Command as Process;

use anyhow::{Context, Result};
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command};

use super::help::in_words;
use crate::prompt;
use crate::session::Environment;
use crate::words::{Lang, Text, placeholder, text};

const EDIT: Text = text("(빈 줄로 Enter 를 치면 편집기가 열립니다)", "(an empty line opens the editor)");

/// Asks for the first of the arguments that `error` names and appends the answer to `typed`;
/// says whether there was one to ask for.
///
/// # Errors
/// Ctrl-C; or when the terminal cannot be used.
pub(super) fn missing(root: &Command, error: &clap::Error, typed: &mut Vec<String>, lang: Lang, environment: &Environment) -> Result<bool> {
    let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) else { return Ok(false) };
    let mut command = root;
    for word in typed.iter().skip(1) {
        command = command.find_subcommand(word).unwrap_or(command);
    }
    let mut args: Vec<&Arg> = missing.iter().filter_map(|name| find(command, name)).collect();
    // What a command is about comes first, then its flags in the order of the help.
    args.sort_by_key(|arg| (!arg.is_positional(), arg.get_index()));
    // One at a time: an answer that does not fit is told before the next question.
    let Some(arg) = args.first() else { return Ok(false) };
    let answer = ask(arg, lang, environment)?;
    typed.extend(arg.get_long().map(|flag| format!("--{flag}")));
    typed.push(answer);
    Ok(true)
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

fn ask(arg: &Arg, lang: Lang, environment: &Environment) -> Result<String> {
    let what = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let what = what.split(" [").next().unwrap_or_default();
    let flag = arg.get_long().map_or_else(String::new, |long| format!(" (--{long})"));
    let values = arg.get_possible_values();
    if !values.is_empty() {
        let shown: Vec<String> = values.iter().map(|value| in_words(value, lang)).collect();
        let at = prompt::choice(&format!("{what}{flag}"), &shown)?;
        return Ok(values[at].get_name().to_owned());
    }
    let is_long = arg.get_value_names().is_some_and(|names| names.iter().any(|name| **name == *placeholder::in_lang("TEXT", lang)));
    let editor = environment.editor.as_deref().filter(|_| is_long);
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
