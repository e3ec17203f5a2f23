//! Questions to the person at the terminal. Nothing here is reached unless stdin and stderr
//! are terminals and nobody said `--no-input`. Korean text is edited by a width-aware line
//! editor; choices are picked from a list that is drawn here.

use anyhow::Result;
use dialoguer::console::{Key, Term, truncate_str};
use rustyline::config::{Behavior, Config};
use rustyline::error::ReadlineError;
use rustyline::{Editor, history::MemHistory};

use crate::refusal::{Kind, Rule, rule};
use crate::report::harmless;
use crate::session::Session;
use crate::typed;
use crate::words::{Lang, Sentence, Text, text};

static INTERRUPTED: Rule = rule(Kind::Interrupted, "E0130", "중단했습니다. 기록한 것은 없습니다", "interrupted; nothing was recorded");
static DECLINED: Rule = rule(Kind::Declined, "E0131", "그만두었습니다. 기록한 것은 없습니다", "declined; nothing was recorded");
static NOT_CONFIRMED: Rule = rule(Kind::Usage, "E0132", "확인이 필요합니다: {question}", "this needs a confirmation: {question}");
static WRONG_CODE: Rule = rule(
    Kind::Declined,
    "E0133",
    "'{typed}'{typed:~은/는} {code:과/와} 다릅니다. 기록한 것은 없습니다",
    "'{typed}' is not {code}; nothing was recorded",
);
const ASKED: Text = text("{question} [y/N] ", "{question} [y/N] ");
const MORE: Text = text("  … 그 밖에 {count}건(모두 보려면 -n)", "  … and {count} more (all of them with -n)");
/// So many differences are shown before a question.
const SHOWN: usize = 30;
const TYPE_CODE: Text = text("{question} 계속하려면 {code:을/를} 입력하십시오: ", "{question} Type {code} to go on: ");

/// One line of text. An empty line answers nothing.
///
/// # Errors
/// Ctrl-C and Ctrl-D are [`Kind::Interrupted`].
pub fn line(question: &str) -> Result<Option<String>> {
    let config = Config::builder().behavior(Behavior::PreferTerm).auto_add_history(false).build();
    let mut editor: Editor<(), MemHistory> = Editor::with_history(config, MemHistory::new())?;
    match editor.readline(question) {
        Ok(line) => Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty())),
        Err(ReadlineError::Interrupted | ReadlineError::Eof) => Err(INTERRUPTED.met().into()),
        Err(error) => Err(error.into()),
    }
}

/// One of `choices`.
///
/// # Errors
/// Ctrl-C and Escape are [`Kind::Interrupted`].
pub fn choice(question: &str, choices: &[String]) -> Result<usize> {
    let term = Term::stderr();
    term.write_line(question)?;
    term.hide_cursor()?;
    let picked = picked(&term, choices);
    // However it ended, the terminal is as it was.
    term.show_cursor()?;
    Ok(picked?.ok_or_else(|| INTERRUPTED.met())?)
}

/// The place that is picked with the arrows and Enter, or by its number. The list of the
/// library would let Ctrl-C end the process where it stands, without a word.
fn picked(term: &Term, choices: &[String]) -> std::io::Result<Option<usize>> {
    let mut at = 0;
    loop {
        for (place, choice) in choices.iter().enumerate() {
            let mark = if place == at { '>' } else { ' ' };
            let line = format!("{mark} {}. {choice}", place + 1);
            term.write_line(&truncate_str(&line, usize::from(term.size().1).saturating_sub(1), "…"))?;
        }
        match term.read_key_raw()? {
            Key::Enter => return Ok(Some(at)),
            Key::ArrowUp | Key::Char('k') => at = at.checked_sub(1).unwrap_or(choices.len() - 1),
            Key::ArrowDown | Key::Tab | Key::Char('j') => at = (at + 1) % choices.len(),
            Key::Char(digit) if digit != '\u{4}' => at = place_of(digit, choices.len()).unwrap_or(at),
            // Ctrl-C, Ctrl-D; `Unknown` is a terminal that has gone.
            Key::CtrlC | Key::Char(_) | Key::Escape | Key::Unknown => return Ok(None),
            _ => {}
        }
        term.clear_last_lines(choices.len())?;
    }
}

/// `2` is the second of them.
fn place_of(digit: char, count: usize) -> Option<usize> {
    let number = usize::try_from(digit.to_digit(10)?).ok()?;
    (1..=count).contains(&number).then(|| number - 1)
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
        terminal.write_line(&harmless(&line.render(session.lang)))?;
    }
    if differs.len() > SHOWN {
        terminal.write_line(&MORE.with("count", differs.len() - SHOWN).render(session.lang))?;
    }
    agree(question, session.lang)
}

/// Asks until the answer is yes or no.
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
