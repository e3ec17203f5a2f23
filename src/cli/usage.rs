//! What was typed, before it is understood: the language and the format it asks for, English
//! typed on the Hangul keyboard, and clap's errors in both languages.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::NOUNS;
use super::meant::meant;
use super::ways::missing;
use crate::calendar::rules::within_calendar;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::Format;
use crate::session::{Environment, Session};
use crate::typed::{self, Expected, NoneOf, is_near};
use crate::words::{Lang, Sentence, Text, korean, system, text};

static UNKNOWN_VERB: Rule = rule(Kind::Usage, "E0101", "'{typed}' 명령은 없습니다", "there is no command '{typed}'");
static UNKNOWN_FLAG: Rule =
    rule(Kind::Usage, "E0102", "이 명령에는 '{typed}' 옵션이나 값을 쓸 수 없습니다", "'{typed}' is not accepted here");
static BAD_VALUE: Rule =
    rule(Kind::Usage, "E0103", "{flag} 값 '{typed}'{typed:~이/가} 맞지 않습니다: {expected}", "{flag}: '{typed}' does not fit: {expected}");
static MISSING: Rule = rule(Kind::Usage, "E0104", "빠진 것이 있습니다: {flags}", "missing: {flags}");
static CONFLICT: Rule = rule(Kind::Usage, "E0105", "{flag:은/는} {other:과/와} 함께 쓸 수 없습니다", "{flag} cannot be used with {other}");
static TWICE: Rule = rule(Kind::Usage, "E0106", "{flag:은/는} 한 번만 쓸 수 있습니다", "{flag} can be given only once");
static NO_VALUE: Rule = rule(Kind::Usage, "E0107", "{flag}에 값이 없습니다", "{flag} needs a value");
static TAKES_NO_VALUE: Rule = rule(Kind::Usage, "E0124", "{flag}에는 값을 줄 수 없습니다('{typed}')", "{flag} takes no value ('{typed}')");
static MISUSED: Rule = rule(Kind::Usage, "E0108", "명령을 이해하지 못했습니다: {why}", "not understood: {why}");
static NO_VERB: Rule = rule(Kind::Usage, "E0109", "명령이 없습니다", "no command given");

static NOT_TEXT: Rule = rule(
    Kind::Usage,
    "E0119",
    "{place}번째 인자 '{typed}'에 글로 읽을 수 없는 바이트가 있습니다(UTF-8이 아님). 기록한 것은 없습니다",
    "argument {place} '{typed}' has bytes that are no text (not UTF-8); nothing was recorded",
);
const SAY_UTF_8: Text = text("터미널의 문자 인코딩을 UTF-8로 하십시오", "set the terminal's character encoding to UTF-8");
const MEANT: Text = text("혹시 {near}?", "did you mean {near}?");
const AS_IT_IS: Text = text("{why}", "{why}");

/// What was typed as text, and the refusal of words that are none: bytes that are not UTF-8,
/// or half a character of UTF-16. Stored, they would be something else than was typed.
pub(super) fn as_text(typed: impl IntoIterator<Item = OsString>) -> (Vec<String>, Option<Refusal>) {
    let mut garbled = None;
    let read = typed.into_iter().enumerate().map(|(place, word)| {
        word.into_string().unwrap_or_else(|word| {
            let shown = shortened(&word.to_string_lossy());
            // The first word is the program's own path, which nobody typed.
            if place > 0 {
                garbled.get_or_insert_with(|| NOT_TEXT.with("place", place).with("typed", shown.clone()).way_out(SAY_UTF_8));
            }
            shown
        })
    });
    let read = read.collect();
    (read, garbled)
}

/// Whether nothing but the version is asked for, which needs neither file nor parser.
pub(super) fn asks_the_version(typed: &[String]) -> bool {
    matches!(typed, [_, flag] if flag == "--version" || flag == "-V")
}

/// Nothing to do was said.
pub(super) fn no_verb() -> Refusal {
    NO_VERB.met().way_out("proadmin --help")
}

/// Whether the days that were asked for lie where the calendar knows its holidays.
pub(super) fn known_days(session: &Session) -> Result<(), Refusal> {
    within_calendar(session.reading_day()).map(drop)
}

/// The language that `--lang` asks for.
pub(super) fn language(typed: &[String]) -> Option<Lang> {
    Lang::from_str(&value_of(typed, "--lang", None)?, true).ok()
}

/// Whether `--output` asks for JSON, so that an error is JSON too.
pub(super) fn wants_json(typed: &[String]) -> bool {
    value_of(typed, "--output", Some("-o")).is_some_and(|format| format == "json" || format == "jsonl")
}

/// Whether questions may be asked, judged before the arguments could be parsed.
pub(super) fn may_ask(typed: &[String], environment: &Environment) -> bool {
    let machine =
        value_of(typed, "--output", Some("-o")).is_some_and(|format| Format::from_str(&format, true).is_ok_and(Format::is_for_machines));
    environment.person_present && !machine && !typed.iter().any(|word| word == "--no-input")
}

/// The value that was typed for an option.
pub(super) fn value_of(typed: &[String], long: &str, short: Option<&str>) -> Option<String> {
    let mut words = typed.iter();
    while let Some(word) = words.next() {
        if word == long || short == Some(word) {
            return words.next().cloned();
        }
        if let Some(value) = word.strip_prefix(long).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
        if let Some(value) = short.and_then(|short| word.strip_prefix(short)).filter(|value| !value.is_empty()) {
            return Some(value.trim_start_matches('=').to_owned());
        }
    }
    None
}

/// Replaces leading words that were typed on the Hangul keyboard, when that makes a noun, and
/// returns what was meant.
pub(super) fn as_latin_keys(typed: &mut [String]) -> Option<String> {
    let noun = korean::as_latin_keys(typed.get(1)?)?;
    if !NOUNS.iter().any(|known| known.name == noun) {
        return None;
    }
    let mut meant = vec![noun.clone()];
    let has_verbs = (NOUNS.iter().find(|known| known.name == noun)?.augment)(clap::Command::new("")).has_subcommands();
    typed[1] = noun;
    // What follows a noun without verbs is Korean that was meant.
    if let Some(verb) = typed.get(2).filter(|_| has_verbs).and_then(|word| korean::as_latin_keys(word)) {
        meant.push(verb.clone());
        typed[2] = verb;
    }
    Some(meant.join(" "))
}

/// `proadmin help task add` is `proadmin task add --help`.
pub(super) fn help_as_a_flag(typed: &mut Vec<String>) {
    if typed.get(1).is_some_and(|word| word == "help") {
        typed.remove(1);
        typed.push("--help".to_owned());
    }
}

/// Reads a day that was said as on the day of work (`오늘`, `4/30`) as the day it is, where the
/// parser, which knows no today, could not; says whether there was one.
pub(super) fn day_as_said(error: &clap::Error, typed: &mut [String], today: chrono::NaiveDate) -> bool {
    let why = std::error::Error::source(error).and_then(|why| why.downcast_ref::<Expected>());
    let (Some(ContextValue::String(arg)), Some(ContextValue::String(value))) =
        (error.get(ContextKind::InvalidArg), error.get(ContextKind::InvalidValue))
    else {
        return false;
    };
    let Some(day) = why.filter(|why| typed::is_a_day_needed(**why)).and_then(|_| typed::day_said(value, today)) else { return false };
    let flag = arg.split([' ', '=']).next().filter(|flag| flag.starts_with('-'));
    let joined = flag.map(|flag| format!("{flag}={value}"));
    let at = (1..typed.len()).find(|at| match flag {
        Some(flag) => typed[*at] == *value && typed[at - 1] == flag || joined.as_ref() == Some(&typed[*at]),
        None => typed[*at] == *value && !typed[at - 1].starts_with("--"),
    });
    let Some(at) = at else { return false };
    typed[at] = match flag {
        Some(flag) if typed[at] != *value => format!("{flag}={day}"),
        _ => day.to_string(),
    };
    true
}

/// clap's error as a refusal in both languages.
pub(super) fn refusal(error: &clap::Error, typed: &[String]) -> Refusal {
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        _ => String::new(),
    };
    let argument = named(ContextKind::InvalidArg);
    let mistaken = match error.kind() {
        ErrorKind::InvalidSubcommand => named(ContextKind::InvalidSubcommand),
        ErrorKind::InvalidValue => named(ContextKind::InvalidValue),
        _ => argument.clone(),
    };
    let refusal = match error.kind() {
        ErrorKind::InvalidSubcommand => UNKNOWN_VERB.with("typed", named(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => UNKNOWN_FLAG.with("typed", argument),
        ErrorKind::ValueValidation | ErrorKind::InvalidValue if named(ContextKind::InvalidValue).is_empty() => {
            NO_VALUE.with("flag", argument)
        }
        ErrorKind::ValueValidation => {
            let typed = named(ContextKind::InvalidValue);
            let bad = BAD_VALUE.with("flag", argument).with("typed", shortened(&typed)).with("expected", expected(error));
            let near = std::error::Error::source(error).and_then(|why| why.downcast_ref::<NoneOf>()?.near(&typed));
            near.map_or(bad.clone(), |near| bad.way_out(MEANT.with("near", near)))
        }
        ErrorKind::InvalidValue => BAD_VALUE
            .with("flag", argument)
            .with("typed", shortened(&named(ContextKind::InvalidValue)))
            .with("expected", text("{values} 중 하나", "one of {values}").with("values", named(ContextKind::ValidValue))),
        ErrorKind::MissingRequiredArgument => MISSING.with("flags", argument),
        ErrorKind::MissingSubcommand => no_verb(),
        ErrorKind::ArgumentConflict if argument == named(ContextKind::PriorArg) => TWICE.with("flag", argument),
        ErrorKind::ArgumentConflict => CONFLICT.with("flag", argument).with("other", named(ContextKind::PriorArg)),
        ErrorKind::TooManyValues => TAKES_NO_VALUE.with("flag", argument).with("typed", shortened(&named(ContextKind::InvalidValue))),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => NO_VALUE.with("flag", argument),
        _ => MISUSED.with("why", error.to_string().lines().next().unwrap_or_default()),
    };
    let refusal = meant(error, typed).into_iter().fold(refusal, Refusal::way_out);
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .map(named)
        .into_iter()
        .map(|near| near.split(", ").filter(|near| is_meant(near, &mistaken)).collect::<Vec<_>>().join(", "))
        .filter(|suggestion| !suggestion.is_empty())
        .fold(refusal, |refusal, near| refusal.way_out(MEANT.with("near", near)));
    if error.kind() == ErrorKind::MissingRequiredArgument { suggested.way_out(missing(&named(ContextKind::InvalidArg))) } else { suggested }
}

/// What would have been right in place of a value.
fn expected(error: &clap::Error) -> Sentence {
    let Some(why) = std::error::Error::source(error) else { return text("", "").say() };
    if let Some(Expected(expected)) = why.downcast_ref() {
        return expected.say();
    }
    if let Some(none) = why.downcast_ref::<NoneOf>() {
        return none.expected();
    }
    match why.downcast_ref() {
        Some(number) => system::number(number),
        None => system::range(&why.to_string()).unwrap_or_else(|| AS_IT_IS.with("why", why.to_string())),
    }
}

/// Whether a suggestion of the parser, which is generous, is what was probably meant.
fn is_meant(near: &str, typed: &str) -> bool {
    let bare = |word: &str| word.trim_start_matches('-').split(['=', ' ']).next().unwrap_or_default().to_lowercase();
    let (near, typed) = (bare(near), bare(typed));
    is_near(&near, &typed) || typed.chars().count() > 2 && near.starts_with(&typed)
}

fn shortened(typed: &str) -> String {
    let mut short: String = typed.chars().take(60).collect();
    if short.len() < typed.len() {
        short.push('…');
    }
    short
}
