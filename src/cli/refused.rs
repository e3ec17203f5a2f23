//! How a refusal is told: what, which record, whether anything was recorded, and the commands
//! that get out; to programs as one object.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use rusqlite::ErrorCode as Code;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::help::{command, noun, verb};
use super::print::{exit, say};
use super::ways;
use crate::db::is_damage;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{harmless, wrapped};
use crate::session::{UNSURE, width};
use crate::typed::Expected;
use crate::words::{Lang, Sentence, Text, system, text};

static UNEXPECTED: Rule = rule(Kind::Unexpected, "E0001", "뜻밖의 오류입니다: {why}", "something unexpected went wrong: {why}");
static BUSY: Rule = rule(
    Kind::Busy,
    "E0006",
    "다른 작업이 파일을 쓰고 있습니다. 기록한 것은 없습니다",
    "another process is writing the file; nothing was recorded",
);
static DAMAGED: Rule = rule(Kind::Integrity, "E0007", "파일이 손상되었습니다: {why}", "the file is damaged: {why}");
static FULL: Rule = rule(
    Kind::Unexpected,
    "E0008",
    "디스크에 쓸 수 없습니다: {why}. 기록한 것은 없습니다",
    "the disk cannot be written: {why}; nothing was recorded",
);
static READ_ONLY: Rule = rule(
    Kind::Unexpected,
    "E0009",
    "파일이나 폴더에 쓸 권한이 없습니다. 기록한 것은 없습니다",
    "the file or its folder may not be written; nothing was recorded",
);
static FORBIDDEN: Rule =
    rule(Kind::Unexpected, "E0010", "그곳에 쓰거나 읽을 권한이 없습니다: {why}", "that place may not be written or read: {why}");
static NOT_FITTING: Rule = rule(Kind::Usage, "E0110", "맞지 않는 값입니다: {why}", "that does not fit: {why}");
const AS_IT_IS: Text = text("{it}", "{it}");
const ERROR: Text = text("오류", "error");
const WAY_OUT: Text = text("해결", "try");
const NOTHING: Text = text("기록한 것은 없습니다", "nothing was recorded");

/// Verbs that record nothing under whichever noun, nouns that record nothing, and verbs of single
/// nouns that record nothing, though the same word under another noun does.
const READING: &str = "list show explain forecast impact templates report coverage kinds missing form letter attended \
    diff monthly year-end department assessment table sensitivity export rules periods grounds schemes caps \
    measures selections published scan duplicates build proposed share";
const READING_NOUNS: &str = "today search log seal export completions man report due";
const READING_HERE: &[&str] = &["exemption check", "exemption bundle", "eval verify", "snapshot verify", "training due"];
/// What reads until this flag is given, or a value where none is named.
const READING_UNTIL: &[(&str, &str)] =
    &[("handover", "--to"), ("query", "--save"), ("verify", "--repair"), ("plan kinds", "--add"), ("plan due", "")];

/// To whom a refusal is told.
#[derive(Clone, Copy)]
pub(super) struct Told<'t> {
    /// What was typed.
    pub typed: &'t [String],
    pub lang: Lang,
    /// Whether a program reads it.
    pub as_json: bool,
    pub verbose: bool,
    /// Whether something was recorded all the same.
    pub recorded: bool,
}

impl<'t> Told<'t> {
    /// A refusal of a command.
    pub(super) const fn of(typed: &'t [String], lang: Lang, as_json: bool) -> Self {
        Self { typed, lang, as_json, verbose: false, recorded: false }
    }

    /// A refusal of an answer, which is asked for again.
    pub(super) const fn on_the_way(lang: Lang) -> Self {
        Self::of(&[], lang, false)
    }
}

/// Prints why a command was refused and returns its exit code.
pub(super) fn refused(error: &anyhow::Error, told: &Told) -> ExitCode {
    let refusal = as_refusal(error);
    let lang = told.lang;
    let say = |line: &str| say(&harmless(line));
    let message = refusal.sentence(lang);
    let ways = ways::out(&refusal, told.typed, lang);
    let is_unsure = refusal.rule == &UNSURE;
    if told.as_json {
        let seen: serde_json::Map<String, serde_json::Value> =
            refusal.facts(Lang::En).into_iter().map(|(label, value)| (label, json!(value))).collect();
        let object = json!({"error": {
            "code": refusal.rule.code, "exit": refusal.rule.kind as u8, "message": message,
            "seen": seen, "ways_out": ways, "recorded": (!is_unsure).then_some(told.recorded),
        }});
        say(&object.to_string());
        return exit(refusal.rule.kind as u8);
    }
    let wide = width();
    say(&wrapped(&format!("{}[{}] {message}", ERROR.in_lang(lang), refusal.rule.code), 0, 2, wide));
    let way_out = WAY_OUT.in_lang(lang);
    let facts = refusal.facts(lang);
    let labels = facts.iter().map(|(label, _)| label.as_str()).chain(std::iter::once(way_out));
    let widest = labels.map(UnicodeWidthStr::width).max().unwrap_or(0);
    let line = |label: &str, value: &str| {
        let gap = " ".repeat(widest - label.width() + 2);
        say(&format!("  {label}{gap}{}", wrapped(value, widest + 4, widest + 4, wide)));
    };
    for (label, value) in &facts {
        line(label, value);
    }
    for (at, way) in ways.iter().enumerate() {
        line(if at == 0 { way_out } else { "" }, way);
    }
    if told.verbose {
        error.chain().skip(1).for_each(|cause| say(&format!("  · {cause}")));
    }
    if !told.recorded && !is_unsure && !message.contains(NOTHING.in_lang(lang)) && records(told.typed, lang) {
        nothing_recorded(lang);
    }
    exit(refusal.rule.kind as u8)
}

/// The line under the refusal of a command that would have recorded something.
fn nothing_recorded(lang: Lang) {
    let said = NOTHING.in_lang(lang);
    match AutoStream::choice(&io::stderr()) {
        ColorChoice::Never => say(&format!("  {said}")),
        _ => say(&format!("  \u{1b}[2m{said}\u{1b}[0m")),
    }
}

/// Whether a command that was typed would record something.
pub(super) fn records(typed: &[String], lang: Lang) -> bool {
    let Some(noun) = noun(typed).map(|(_, noun)| noun.name) else { return false };
    let root = command(lang, typed);
    let verb = verb(&root, typed);
    if verb.has_subcommands() {
        return false;
    }
    let (name, path) = (verb.get_name(), format!("{noun} {}", verb.get_name()));
    let is_among = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    // A value stands behind the verb or another value; behind a flag it may be the flag's.
    let is_value = |pair: &[String]| !pair[1].starts_with('-') && pair[1] != name && (pair[0].contains('=') || !pair[0].starts_with('-'));
    if let Some((_, flag)) = READING_UNTIL.iter().find(|(until, _)| *until == noun || *until == path) {
        let behind = typed.iter().position(|word| word == name).unwrap_or_default();
        return match *flag {
            "" => typed[behind..].windows(2).any(is_value),
            flag => typed.iter().any(|word| word.split('=').next() == Some(flag)),
        };
    }
    !(is_among(READING_NOUNS, noun) || name != noun && is_among(READING, name) || READING_HERE.contains(&path.as_str()))
}

pub(super) fn as_refusal(error: &anyhow::Error) -> Refusal {
    if let Some(refusal) = error.downcast_ref::<Refusal>() {
        return refusal.clone();
    }
    if let Some(Expected(why)) = error.downcast_ref::<Expected>() {
        return NOT_FITTING.with("why", *why);
    }
    let sqlite = error.chain().find_map(|cause| cause.downcast_ref::<rusqlite::Error>());
    let why = || Sentence::explained(causes(error));
    match sqlite.and_then(rusqlite::Error::sqlite_error_code) {
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => BUSY.met(),
        _ if sqlite.is_some_and(is_damage) => DAMAGED.with("why", why()),
        Some(Code::DiskFull | Code::SystemIoFailure) => FULL.with("why", why()),
        Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied) => READ_ONLY.met(),
        _ => match error.chain().find_map(of_io) {
            Some(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => FORBIDDEN.with("why", why()),
            Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => FULL.with("why", why()),
            _ => UNEXPECTED.with("why", why()),
        },
    }
}

/// What the system said, where a cause is of it or keeps it to itself.
fn of_io(cause: &(dyn std::error::Error + 'static)) -> Option<ErrorKind> {
    if let Some(csv::ErrorKind::Io(io)) = cause.downcast_ref::<csv::Error>().map(csv::Error::kind) {
        return Some(io.kind());
    }
    let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
    json.or_else(|| cause.downcast_ref::<io::Error>().map(io::Error::kind))
}

/// The causes of an error; one that repeats what it was made of says it once.
fn causes(error: &anyhow::Error) -> Vec<Sentence> {
    let said: Vec<String> = error.chain().map(ToString::to_string).collect();
    let is_news = |at: usize| at == 0 || !said[at - 1].contains(&said[at]);
    error.chain().enumerate().filter(|(at, _)| is_news(*at)).map(|(_, it)| cause(it)).collect()
}

/// One cause of an error, in both languages as far as it is known.
fn cause(cause: &(dyn std::error::Error + 'static)) -> Sentence {
    if let Some(io) = cause.downcast_ref::<io::Error>() {
        return system::io(io);
    }
    match cause.downcast_ref::<rusqlite::Error>() {
        Some(rusqlite::Error::SqliteFailure(_, Some(said)) | rusqlite::Error::SqlInputError { msg: said, .. }) => {
            system::sqlite(&short(said))
        }
        _ => AS_IT_IS.with("it", short(&cause.to_string())),
    }
}

/// What a damaged file makes SQLite repeat may be pages of anything.
fn short(said: &str) -> String {
    const SHOWN: usize = 300;
    match said.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &said[..end]),
        None => said.to_owned(),
    }
}
