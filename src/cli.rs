//! The command line: what was typed becomes a verb with its arguments, the verb answers, and
//! the answer is printed. Only this module and its children write to stdout and stderr.

mod ask;
mod exchange;
mod help;
mod manual;
mod nouns;
mod options;
mod print;
mod usage;

pub use help::command;
pub use nouns::{NOUNS, Noun};
pub use options::Global;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{ArgMatches, FromArgMatches};

use crate::db::Db;
use crate::register::Register;
use crate::report::Report;
use crate::session::{Environment, Replayed, Session, locale};
use crate::words::{Lang, Text, text};

const MEANT: Text = text("한글 자판으로 친 것으로 보고 '{meant}'로 읽었습니다", "typed on the Hangul keyboard, read as '{meant}'");

/// Runs one command line and returns its exit code.
pub fn run(typed: impl IntoIterator<Item = OsString>) -> ExitCode {
    let (mut typed, garbled) = usage::as_text(typed);
    let environment = match Environment::read() {
        Ok(environment) => environment,
        Err(refusal) => {
            let lang = usage::language(&typed).unwrap_or_else(locale);
            return print::refused(&refusal.into(), lang, usage::wants_json(&typed), false);
        }
    };
    let lang = usage::language(&typed).unwrap_or(environment.lang);
    if let Some(refusal) = garbled {
        return print::refused(&refusal.into(), lang, usage::wants_json(&typed), false);
    }
    if let Some(meant) = usage::as_latin_keys(&mut typed) {
        print::hint(&MEANT.with("meant", meant), lang);
    }
    usage::help_as_a_flag(&mut typed);
    match parse(&mut typed, &environment, lang) {
        Ok(Parsed::Answered(code)) => code,
        Ok(Parsed::Matches(matches)) => obey(&matches, environment, lang, typed),
        Err(error) => print::refused(&error, lang, usage::wants_json(&typed), false),
    }
}

enum Parsed {
    Answered(ExitCode),
    Matches(Box<ArgMatches>),
}

/// Parses, asking for what is missing when a person sits there.
fn parse(typed: &mut Vec<String>, environment: &Environment, lang: Lang) -> Result<Parsed> {
    let given = typed.len();
    loop {
        let error = match command(lang, typed).try_get_matches_from(typed.iter()) {
            Ok(matches) => {
                if typed.len() > given {
                    print::equivalent(typed, lang);
                }
                return Ok(Parsed::Matches(Box::new(matches)));
            }
            Err(error) => error,
        };
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                return Ok(Parsed::Answered(print::help(&error, lang, false)));
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                return Ok(Parsed::Answered(print::help(&error, lang, true)));
            }
            ErrorKind::MissingRequiredArgument if usage::may_ask(typed, environment) => {
                // What cannot be asked for is told.
                if !ask::missing(&command(lang, typed), &error, typed, lang, environment)? {
                    return Err(usage::refusal(&error).into());
                }
            }
            ErrorKind::ValueValidation | ErrorKind::InvalidValue if ask::take_back(&error, typed, given) => {
                print::refused(&usage::refusal(&error).into(), lang, false, false);
            }
            _ => return Err(usage::refusal(&error).into()),
        }
    }
}

fn obey(matches: &ArgMatches, environment: Environment, lang: Lang, typed: Vec<String>) -> ExitCode {
    let global = match Global::from_arg_matches(matches) {
        Ok(global) => global,
        Err(error) => return print::refused(&usage::refusal(&error).into(), lang, usage::wants_json(&typed), false),
    };
    let lang = global.lang.unwrap_or(lang);
    let person = environment.stdout_is_terminal;
    let options = global.session(&environment, typed.into_iter().skip(1).collect());
    let session = Session::new(environment, lang, options);
    if !global.quiet {
        session.warnings().iter().for_each(|warning| print::hint(warning, lang));
    }
    let asked = print::may_write_to(&global, &session).and_then(|()| usage::known_days(&session));
    let answered = asked.map_err(Into::into).and_then(|()| answer(matches, &session)).and_then(|mut report| {
        report.hints.extend(session.opened().into_iter().flat_map(Db::remarks));
        let arrangement = global.arrangement(person && !report.is_data);
        let report = report.arranged(&arrangement)?;
        session.witness(&report)?;
        Ok(report)
    });
    match answered {
        Ok(report) => print::report(&report, &global, &session),
        Err(error) => print::refused(&error, lang, global.format().is_json(), global.verbose),
    }
}

fn answer(matches: &ArgMatches, session: &Session) -> Result<Report> {
    let Some((name, matches)) = matches.subcommand() else { return Err(usage::no_verb().into()) };
    let Some(noun) = NOUNS.iter().find(|noun| noun.name == name) else { return Err(usage::no_verb().into()) };
    match (noun.run)(session, matches) {
        Err(error) => match error.downcast::<Replayed>() {
            Ok(replayed) => replay(noun, session, replayed),
            Err(error) => Err(error),
        },
        answered => answered,
    }
}

/// The answer to a request that was recorded before: the record it made, as it is now.
fn replay(noun: &Noun, session: &Session, replayed: Replayed) -> Result<Report> {
    let mut words = replayed.command.split(' ').skip(if noun.register.is_none() { 1 } else { 2 });
    let mut report = match noun.register {
        Some(register) => Register::record(register, session.db()?, &words.by_ref().collect::<Vec<_>>())?,
        None => Report::list("", replayed.said.clone(), crate::report::Table::held(Vec::new(), Vec::new())),
    };
    report.parts.clear();
    report.name = replayed.name.into();
    report.done = Some(replayed.said);
    Ok(report)
}
