//! The command line: what was typed becomes a verb with its arguments, the verb answers, and
//! the answer is printed. Only this module and its children write to stdout and stderr.

mod ahead;
mod ask;
mod day;
mod exchange;
mod help;
mod manual;
mod meant;
mod nouns;
mod options;
mod print;
mod refused;
mod unfilled;
mod usage;
mod ways;

pub use help::command;
pub use nouns::{NOUNS, Noun, vocabulary};
pub use options::Global;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{ArgMatches, FromArgMatches};

use self::refused::{Told, refused};
use crate::db::{Db, KnownAt};
use crate::register::Register;
use crate::report::{Report, goes_on, in_seoul};
use crate::session::{Environment, Replayed, Session, locale};
use crate::words::{Lang, Sentence, Text, text};

const MEANT: Text = text("한글 자판으로 친 것으로 보고 '{meant}'로 읽었습니다", "typed on the Hangul keyboard, read as '{meant}'");

const MADE_LATER: Text = text(
    "이 파일은 {made}에 만들어져 그때는 아무것도 기록되어 있지 않았습니다. --known-at 은 업무일이 아니라 기계의 시계로 따집니다",
    "the file was made at {made}, so nothing was known then; --known-at goes by the machine's clock, not by the day of work",
);

/// Runs one command line and returns its exit code.
pub fn run(typed: impl IntoIterator<Item = OsString>) -> ExitCode {
    let (mut typed, garbled) = usage::as_text(typed);
    if usage::asks_the_version(&typed) {
        return print::version();
    }
    let environment = match Environment::read() {
        Ok(environment) => environment,
        Err(refusal) => {
            let lang = usage::language(&typed).unwrap_or_else(locale);
            return refused(&refusal.into(), &Told::of(&typed, lang, usage::wants_json(&typed)));
        }
    };
    let lang = usage::language(&typed).unwrap_or(environment.lang);
    if let Some(refusal) = garbled {
        return refused(&refusal.into(), &Told::of(&typed, lang, usage::wants_json(&typed)));
    }
    if let Some(meant) = usage::as_latin_keys(&mut typed) {
        print::hint(&MEANT.with("meant", meant), lang);
    }
    usage::help_as_a_flag(&mut typed);
    match parse(&mut typed, &environment, lang) {
        Ok(Parsed::Answered(code)) => code,
        Ok(Parsed::Matches(matches)) => obey(&matches, environment, lang, typed),
        Err(error) => refused(&error, &Told::of(&typed, lang, usage::wants_json(&typed))),
    }
}

enum Parsed {
    Answered(ExitCode),
    Matches(Box<ArgMatches>),
}

/// Parses, asking for what is missing when a person sits there.
fn parse(typed: &mut Vec<String>, environment: &Environment, lang: Lang) -> Result<Parsed> {
    // What is right needs only the nouns that were typed; whatever else, help among it, is told by
    // the whole.
    let asks_for_help = typed.iter().any(|word| word == "--help" || word == "-h");
    if !asks_for_help && let Ok(matches) = help::narrow(lang, typed).try_get_matches_from(typed.iter()) {
        return Ok(Parsed::Matches(Box::new(matches)));
    }
    let given = typed.len();
    loop {
        let error = match help::of_one(lang, typed).try_get_matches_from(typed.iter()) {
            Ok(matches) => {
                if typed.len() > given {
                    let root = command(lang, typed);
                    if ask::the_day(&root, typed, lang, environment)? || ask::by_choice(&root, typed, lang, environment)? {
                        continue;
                    }
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
                    return Err(usage::refusal(&error, typed).into());
                }
            }
            ErrorKind::ValueValidation if usage::day_as_said(&error, typed, environment.today) => {}
            ErrorKind::ValueValidation | ErrorKind::InvalidValue if ask::take_back(&error, typed, given) => {
                refused(&usage::refusal(&error, typed).into(), &Told::on_the_way(lang));
            }
            _ => return Err(usage::refusal(&error, typed).into()),
        }
    }
}

fn obey(matches: &ArgMatches, environment: Environment, lang: Lang, typed: Vec<String>) -> ExitCode {
    let global = match Global::from_arg_matches(matches) {
        Ok(global) => global,
        Err(error) => return refused(&usage::refusal(&error, &typed).into(), &Told::of(&typed, lang, usage::wants_json(&typed))),
    };
    let lang = global.lang.unwrap_or(lang);
    let person = environment.stdout_is_terminal;
    let options = global.session(&environment, typed.into_iter().skip(1).collect());
    let session = Session::new(environment, lang, options, vocabulary());
    if !global.quiet {
        session.warnings().iter().for_each(|warning| print::hint(warning, lang));
    }
    let asked = unfilled::filled_in(matches, &as_typed(&session)).map_err(Into::into);
    let asked = asked.and_then(|()| print::may_write_to(&global, &session)).and_then(|()| Ok(usage::known_days(&session)?));
    let answered = asked.and_then(|()| answer(matches, &session)).and_then(|mut report| {
        report.hints.extend(session.opened().into_iter().flat_map(Db::remarks));
        report.hints.extend(before_the_file(&session)?);
        if session.options.dry_run {
            // Nothing is there to go on with.
            report.hints.retain(|hint| !goes_on(hint));
        }
        let arrangement = global.arrangement(person && !report.is_data && !report.is_documentation && !report.is_whole);
        let report = report.arranged(&arrangement)?;
        session.witness(&report)?;
        Ok(report)
    });
    match answered {
        Ok(report) => print::report(&report, &global, &session),
        Err(error) => print::failed(&error, false, &global, &session),
    }
}

/// The whole command line of a run.
fn as_typed(session: &Session) -> Vec<String> {
    std::iter::once("proadmin".to_owned()).chain(session.options.typed.iter().cloned()).collect()
}

/// Why an answer of what was known at a time is empty: there was no file then.
fn before_the_file(session: &Session) -> Result<Option<Sentence>> {
    let (Some(known_at), Some(_)) = (&session.options.known_at, session.opened()) else { return Ok(None) };
    // What a query was asked of shows no entries; the rest was asked of this very file.
    let made: Option<String> = session.db()?.row("SELECT at FROM entry ORDER BY seq LIMIT 1", (), |row| row.get(0))?;
    let is_before = |made: &String| match known_at {
        KnownAt::Entry(entry) => *entry < 1,
        KnownAt::Instant(at) => at < made,
    };
    Ok(made.filter(is_before).map(|made| MADE_LATER.with("made", in_seoul(&made))))
}

fn answer(whole: &ArgMatches, session: &Session) -> Result<Report> {
    let Some((name, matches)) = whole.subcommand() else { return Err(usage::no_verb().into()) };
    let Some(noun) = NOUNS.iter().find(|noun| noun.name == name) else { return Err(usage::no_verb().into()) };
    match (noun.run)(session, matches) {
        Err(error) => match error.downcast::<Replayed>() {
            Ok(replayed) => replay(noun, session, replayed),
            Err(error) => match session.recorded_before()? {
                Some(replayed) => replay(noun, session, replayed),
                None => Err(error),
            },
        },
        Ok(report) => {
            // What is recorded is no refusal because a hint about it cannot be made.
            let taken = day::taken(whole, session, &report).ok().flatten();
            Ok(report.hints(taken))
        }
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
    report.recorded = true;
    report.done = Some(replayed.said);
    Ok(report)
}
