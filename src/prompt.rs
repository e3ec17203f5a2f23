//! Questions to the person at the terminal. Nothing here is reached unless stdin and stderr
//! are terminals and nobody said `--no-input`. Korean text is edited by a width-aware line
//! editor; a choice is typed, never preselected.

use std::path::PathBuf;

use anyhow::Result;
use dialoguer::console::Term;
use rustyline::config::{Behavior, Config};
use rustyline::error::ReadlineError;
use rustyline::{Editor, history::MemHistory};

use crate::refusal::{Kind, Rule, rule};
use crate::report::{harmless, talk};
use crate::session::{Change, Session, width};
use crate::typed::{self, Expected};
use crate::words::{Lang, Sentence, Text, text};

static INTERRUPTED: Rule = rule(Kind::Interrupted, "E0130", "중단했습니다. 기록한 것은 없습니다", "interrupted; nothing was recorded");
static DECLINED: Rule = rule(Kind::Declined, "E0131", "취소했습니다. 기록한 것은 없습니다", "declined; nothing was recorded");
static NOT_CONFIRMED: Rule = rule(Kind::Usage, "E0132", "확인이 필요합니다: {question}", "this needs a confirmation: {question}");
static WRONG_CODE: Rule = rule(
    Kind::Declined,
    "E0133",
    "'{typed}'{typed:~은/는} {code:과/와} 다릅니다. 기록한 것은 없습니다",
    "'{typed}' is not {code}; nothing was recorded",
);
const ASKED: Text = text("{question} [y/N] ", "{question} [y/N] ");
const REPLACE: Text = text("{file} 파일이 이미 있습니다. 바꿀까요?", "{file} is there already. Replace it?");
const REPLACE_ALL: Text = text(
    "파일 {count}개가 이미 있습니다({file} 등). 바꿀까요?",
    "{count:file is/files are} there already, {file} the first of them. Replace them?",
);
const MORE: Text = text("  … 그 밖에 {count}건(모두 보려면 -n)", "  … and {count} more (all of them with -n)");
const CHOOSE: Text = text("번호나 낱말: ", "Number or word: ");
const NOT_AMONG: Text = text("'{typed}'{typed:~은/는} 위에 없습니다. 고른 것은 없습니다", "'{typed}' is none of these; nothing was chosen");
/// So many differences are shown before a question.
const SHOWN: usize = 30;
const TYPE_CODE: Text = text("{question}. 계속하려면 {code:을/를} 입력하십시오: ", "{question}. To go on, type {code}: ");

/// One line of text. An empty line answers nothing.
///
/// # Errors
/// Ctrl-C and Ctrl-D are [`Kind::Interrupted`].
pub fn line(question: &str) -> Result<Option<String>> {
    let config = Config::builder().behavior(Behavior::PreferTerm).auto_add_history(false).build();
    let mut editor: Editor<(), MemHistory> = Editor::with_history(config, MemHistory::new())?;
    // The editor knows one line: those before the last are shown, broken between words.
    let question = talk(question.trim_end(), width()) + &question[question.trim_end().len()..];
    let (above, last) = question.rsplit_once('\n').map_or((None, question.as_str()), |(above, last)| (Some(above), last));
    above.map_or(Ok(()), |above| Term::stderr().write_line(above))?;
    match editor.readline(last) {
        Ok(line) => Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty())),
        Err(ReadlineError::Interrupted | ReadlineError::Eof) => Err(INTERRUPTED.met().into()),
        Err(error) => Err(error.into()),
    }
}

/// Something to choose: what stands in the list, and the words it goes by.
#[derive(Clone, Debug)]
pub struct Choice {
    /// How the list shows it.
    pub shown: String,
    /// Its code first, then the words for it.
    pub names: Vec<String>,
}

/// One of `choices`, by its number, its code or the words for it. Nothing is chosen until it
/// is typed: a letter that goes out cannot hang on what happened to stand first.
///
/// # Errors
/// Ctrl-C and Ctrl-D are [`Kind::Interrupted`].
pub fn choice(question: &str, choices: &[Choice], lang: Lang) -> Result<usize> {
    let term = Term::stderr();
    term.write_line(&talk(question, width()))?;
    for (place, choice) in choices.iter().enumerate() {
        term.write_line(&format!("  {}. {}", place + 1, choice.shown))?;
    }
    loop {
        let Some(typed) = line(CHOOSE.in_lang(lang))? else { continue };
        let names = choices.iter().map(|choice| choice.names.as_slice());
        if let Some(at) = typed::chosen(names, &typed) {
            term.write_line(&format!("  → {}", choices[at].shown))?;
            return Ok(at);
        }
        term.write_line(&harmless(&NOT_AMONG.with("typed", typed).render(lang)))?;
    }
}

/// Asks whether to go on with something bigger than one record, where a person can be asked,
/// and shows first what will differ; `--yes` and scripts go on.
///
/// # Errors
/// No is [`Kind::Declined`].
pub fn confirm(session: &Session, differs: &[Sentence], question: &Sentence) -> Result<()> {
    if !session.asks() {
        return Ok(());
    }
    let terminal = Term::stderr();
    for line in differs.iter().take(SHOWN) {
        terminal.write_line(&talk(&harmless(&line.render(session.lang)), width()))?;
    }
    if differs.len() > SHOWN {
        terminal.write_line(&MORE.with("count", differs.len() - SHOWN).render(session.lang))?;
    }
    agree(question, session.lang)
}

/// A write that a person says yes to first. What `attempt` is about to write it shows, or nothing
/// where nobody is to be asked; the file is not held while they read. What was agreed to is what is
/// written: where it has become something else meanwhile, it is shown and asked about again.
///
/// # Errors
/// Whatever the attempt refuses; no is [`Kind::Declined`].
pub fn once_agreed<'s, Shown: PartialEq, Meant>(
    attempt: impl Fn() -> Result<(Change<'s>, Option<Shown>, Meant)>,
    ask: impl Fn(&Shown) -> Result<()>,
) -> Result<(Change<'s>, Meant)> {
    let mut agreed = None;
    loop {
        let (change, shown, meant) = attempt()?;
        if shown.is_none() || shown == agreed {
            return Ok((change, meant));
        }
        drop(change);
        shown.iter().try_for_each(&ask)?;
        agreed = shown;
    }
}

/// Shows a text whole, as it will go out, and asks whether it may.
///
/// # Errors
/// No is [`Kind::Declined`].
pub fn confirm_text(session: &Session, text: &str, question: &Sentence) -> Result<()> {
    let terminal = Term::stderr();
    for line in text.lines() {
        terminal.write_line(&format!("  │ {}", harmless(line)))?;
    }
    agree(question, session.lang)
}

/// Asks before files that are there are replaced, where a person can be asked: a script replaces
/// what it wrote the day before, a person may not know that it is there.
///
/// # Errors
/// No is [`Kind::Declined`].
pub fn may_replace(session: &Session, files: &[PathBuf]) -> Result<()> {
    if session.asks() { agree_to_replace(files, session.lang) } else { Ok(()) }
}

/// Asks before those of `files` that are there are replaced.
///
/// # Errors
/// No is [`Kind::Declined`].
pub fn agree_to_replace(files: &[PathBuf], lang: Lang) -> Result<()> {
    let there: Vec<&PathBuf> = files.iter().filter(|file| file.try_exists().unwrap_or(true)).collect();
    match there.as_slice() {
        [] => Ok(()),
        [file] => agree(&REPLACE.with("file", *file), lang),
        [first, ..] => agree(&REPLACE_ALL.with("count", there.len()).with("file", *first), lang),
    }
}

/// Asks until the answer is yes or no; Enter alone is no.
///
/// # Errors
/// No is [`Kind::Declined`].
pub fn agree(question: &Sentence, lang: Lang) -> Result<()> {
    let asked = ASKED.with("question", question.clone()).render(lang);
    loop {
        match line(&asked)?.map(|answer| typed::flag(&answer)) {
            Some(Ok(true)) => return Ok(()),
            Some(Ok(false)) | None => return Err(DECLINED.met().into()),
            Some(Err(_)) => {}
        }
    }
}

/// One line of text that may be left out, where a person can be asked; it is asked again
/// until it can be read.
///
/// # Errors
/// Ctrl-C and Ctrl-D are [`Kind::Interrupted`].
pub fn optional<T>(session: &Session, question: Text, read: impl Fn(&str) -> Result<T, Expected>) -> Result<Option<T>> {
    if !session.asks() {
        return Ok(None);
    }
    while let Some(typed) = line(question.in_lang(session.lang))? {
        match read(&typed) {
            Ok(read) => return Ok(Some(read)),
            Err(Expected(why)) => Term::stderr().write_line(why.in_lang(session.lang))?,
        }
    }
    Ok(None)
}

/// Asks for the record's code before something that cannot be taken back. Scripts give it
/// with `--confirm=CODE`.
///
/// # Errors
/// Another code is [`Kind::Declined`]; nobody to ask is [`Kind::Usage`].
pub fn confirm_by_code(session: &Session, question: &Sentence, code: &str, given: Option<&str>) -> Result<()> {
    if session.options.dry_run {
        return Ok(());
    }
    let typed = match given {
        Some(given) => given.to_owned(),
        None if session.options.interactive => {
            line(&TYPE_CODE.with("question", question.clone()).with("code", code).render(session.lang))?.unwrap_or_default()
        }
        None => {
            let refusal = NOT_CONFIRMED.with("question", question.clone());
            return Err(refusal.way_out(format!("--confirm={code}")).into());
        }
    };
    if typed == code { Ok(()) } else { Err(WRONG_CODE.with("typed", typed).with("code", code).into()) }
}
