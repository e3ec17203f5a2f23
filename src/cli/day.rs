//! The day of a verb: the argument that is today where nobody gives it. Its help says so, and
//! what the help says is what is asked for and told of; a day that only tells one act from
//! another, or that need not be known, says nothing of today and is left alone.

use anyhow::Result;
use clap::{Arg, ArgMatches, Command};

use super::help::{command, verb};
use crate::report::Report;
use crate::session::Session;
use crate::undo;
use crate::words::{Arg as Word, Lang, Sentence, Text, text};

const IS_TODAY: Text = text("[기본: 오늘]", "[default: today]");
const TAKEN: Text = text(
    "날짜를 주지 않아 오늘({day})로 적었습니다. 다른 날이면 {undo} 로 되돌리고 {flag} 로 다시 적으십시오",
    "no day was given, so today was taken ({day}); if it was another: {undo}, and again with {flag}",
);

/// The argument of a verb that is today where nobody gives it.
pub(super) fn of(command: &Command) -> Option<&Arg> {
    command.get_arguments().find(|arg| is_today_unless_given(arg))
}

/// Whether an argument is a day that is today where nobody gives it, in whichever language the
/// help was made.
pub(super) fn is_today_unless_given(arg: &Arg) -> bool {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    !arg.is_required_set() && [Lang::Ko, Lang::En].iter().any(|lang| help.contains(IS_TODAY.in_lang(*lang)))
}

/// The day of a verb, unless it was given, or something that it cannot stand with.
pub(super) fn left_open<'c>(command: &'c Command, typed: &[String]) -> Option<&'c Arg> {
    let day = of(command)?;
    let given = |arg: &Arg| {
        let flag = format!("--{}", arg.get_long().unwrap_or_default());
        typed.iter().any(|word| *word == flag || word.strip_prefix(&flag).is_some_and(|rest| rest.starts_with('=')))
    };
    let bars = |arg: &Arg| command.get_arg_conflicts_with(arg).iter().any(|other| other.get_id() == day.get_id());
    let excluded = command.get_arguments().any(|arg| given(arg) && bars(arg));
    (!given(day) && !excluded && command.get_arg_conflicts_with(day).iter().all(|other| !given(other))).then_some(day)
}

/// A person who named no day is told that today was taken: where it was, and where the entry
/// can still be taken back.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn taken(matches: &ArgMatches, session: &Session, report: &Report) -> Result<Option<Sentence>> {
    // A milestone says it in its own line.
    if !session.options.interactive || !report.recorded || matches.subcommand_name() == Some("milestone") {
        return Ok(None);
    }
    let typed = super::as_typed(session);
    let root = command(session.lang, &typed);
    let Some(flag) = left_open(verb(&root, &typed), &typed).and_then(Arg::get_long) else { return Ok(None) };
    if !undo::stored_last(session, session.today)? {
        return Ok(None);
    }
    let said = TAKEN.with("day", session.today).with("undo", Word::Command("proadmin undo".to_owned()));
    Ok(Some(said.with("flag", Word::Command(format!("--{flag} DATE")))))
}
