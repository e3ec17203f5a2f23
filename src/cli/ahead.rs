//! What can be known of a command before all of it has been typed: whether the file knows
//! what was named, what there is to choose from, and whether the rules would say no anyhow.
//! Nobody is to write a long text first and be refused afterwards.

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Arg, ArgMatches, FromArgMatches};

use super::day::is_today_unless_given;
use super::{Global, answer, command, ways};
use crate::evaluate::store::{self as rounds, GRADES};
use crate::office::store as office;
use crate::prompt::Choice;
use crate::refusal::{Kind, Refusal};
use crate::session::{Environment, Session, future};
use crate::task::store as tasks;
use crate::typed;
use crate::words::{Lang, placeholder};

/// So many ways to fill in what is missing are tried; where there are more, nothing is said
/// ahead.
const TRIED: usize = 24;
/// Stands for a text that is still to be written.
const SOME_TEXT: &str = "글";

/// A command that is still being typed, and the file it is about.
pub(super) struct Ahead<'t> {
    typed: &'t [String],
    lang: Lang,
    matches: ArgMatches,
    session: Session,
}

impl<'t> Ahead<'t> {
    /// What was typed so far; none where even that cannot be read.
    pub(super) fn of(typed: &'t [String], lang: Lang, environment: &Environment) -> Option<Self> {
        let matches = command(lang, typed).ignore_errors(true).try_get_matches_from(typed).ok()?;
        let session = trial(&matches, typed, lang, environment)?;
        Some(Self { typed, lang, matches, session })
    }

    fn verb(&self) -> Option<(&str, &ArgMatches)> {
        let (noun, matches) = self.matches.subcommand()?;
        Some((noun, matches.subcommand().map_or(matches, |(_, verb)| verb)))
    }

    /// What a value can be: the words of the program, or what the file has.
    pub(super) fn choices(&self, arg: &Arg) -> Result<Vec<Choice>> {
        let values = arg.get_possible_values();
        if !values.is_empty() {
            let names = |value: &clap::builder::PossibleValue| value.get_name_and_aliases().map(str::to_owned).collect();
            return Ok(values.iter().map(|value| Choice { shown: super::help::in_words(value, self.lang), names: names(value) }).collect());
        }
        let Some(("eval", matches)) = self.verb().filter(|_| arg.get_id() == "grade_name") else { return Ok(Vec::new()) };
        let Some(round) = matches.try_get_one::<String>("round").ok().flatten() else { return Ok(Vec::new()) };
        let db = self.session.db()?;
        let grades = rounds::all(db, rounds::find(db, round)?.id, GRADES)?;
        Ok(grades.into_iter().map(|grade| Choice { shown: grade.name.clone(), names: vec![grade.name] }).collect())
    }

    /// Whether an answer names something that the file has, or a day that has been.
    ///
    /// # Errors
    /// It does not; the refusal says what was probably meant.
    pub(super) fn known(&self, arg: &Arg, answer: &str) -> Result<()> {
        let is = |name: &str| is_called(arg, name);
        let Some((noun, _)) = self.verb() else { return Ok(()) };
        let db = || self.session.db();
        match (arg.get_id().as_str(), noun) {
            _ if is_today_unless_given(arg) => not_in_the_future(answer, self.session.today)?,
            ("round", _) => drop(rounds::find(db()?, answer)?),
            ("code", "dept") => drop(office::department_typed(db()?, answer)?),
            ("code", "staff") => drop(office::person_typed(db()?, answer)?),
            ("code", "milestone" | "progress") => drop(tasks::find(db()?, &answer.to_uppercase())?),
            ("code" | "codes", _) => match super::NOUNS.iter().find(|known| known.name == noun).and_then(|noun| noun.register) {
                Some(register) if register.key == "code" => {
                    for code in answer.split_whitespace() {
                        register.show(db()?, &code.to_uppercase())?;
                    }
                }
                _ => {}
            },
            _ if is("DEPT") => drop(office::department_typed(db()?, answer)?),
            _ if is("STAFF") => drop(office::person_typed(db()?, answer)?),
            _ => {}
        }
        Ok(())
    }

    /// Whether the rules say no whatever the answers will be: each way to fill in what is
    /// `missing` is tried, and nothing of it is recorded.
    ///
    /// # Errors
    /// They do.
    pub(super) fn may_go_on(&self, missing: &[&Arg], environment: &Environment) -> Result<()> {
        if !self.can_be_tried() {
            return Ok(());
        }
        let Some(ways) = self.ways(missing)? else { return Ok(()) };
        let mut no: Option<anyhow::Error> = None;
        for words in ways {
            let Ok(matches) = command(self.lang, &words).try_get_matches_from(&words) else { return Ok(()) };
            let Some(session) = trial(&matches, &words, self.lang, environment) else { return Ok(()) };
            let Err(error) = answer(&matches, &session) else { return Ok(()) };
            let Some(refusal) = error.downcast_ref::<Refusal>() else { return Ok(()) };
            if wanted(refusal, &words).is_some() {
                return Ok(());
            }
            let before = no.as_ref().and_then(|no| no.downcast_ref::<Refusal>());
            match refusal.rule.kind {
                // What is wrong with the words themselves is told when they have been typed.
                Kind::Usage => {}
                Kind::Rule | Kind::NotFound if before.is_none_or(|before| before.rule.code == refusal.rule.code) => no = no.or(Some(error)),
                _ => return Ok(()),
            }
        }
        no.map_or(Ok(()), Err)
    }

    /// Whether trying the command leaves nothing behind and takes nothing away.
    fn can_be_tried(&self) -> bool {
        let of_records = |noun: &str| super::NOUNS.iter().any(|known| known.name == noun && known.register.is_some());
        let reads_stdin = self.typed.iter().any(|word| word == "-");
        self.verb().is_some_and(|(noun, _)| of_records(noun)) && !reads_stdin && self.session.options.request_id.is_none()
    }

    /// The flag that the rules want besides what was typed, where it is but one.
    pub(super) fn wants(&self, environment: &Environment) -> Option<String> {
        let matches = command(self.lang, self.typed).try_get_matches_from(self.typed).ok().filter(|_| self.can_be_tried())?;
        let session = trial(&matches, self.typed, self.lang, environment)?;
        wanted(answer(&matches, &session).err()?.downcast_ref()?, self.typed)
    }

    /// The command lines in which everything is filled in; none where a value is missing that
    /// nobody can guess.
    fn ways(&self, missing: &[&Arg]) -> Result<Option<Vec<Vec<String>>>> {
        let mut ways = vec![self.typed.to_vec()];
        for arg in missing {
            let Some(flag) = arg.get_long() else { return Ok(None) };
            let choices = self.choices(arg)?;
            let values: Vec<&str> = match choices.is_empty() {
                false => choices.iter().filter_map(|choice| choice.names.first().map(String::as_str)).collect(),
                true if is_text(arg) => vec![SOME_TEXT],
                true => return Ok(None),
            };
            let with = |way: &Vec<String>, value: &str| [way.as_slice(), &[format!("--{flag}"), value.to_owned()]].concat();
            ways = ways.iter().flat_map(|way| values.iter().map(|value| with(way, value)).collect::<Vec<_>>()).collect();
        }
        Ok(Some(ways).filter(|ways| ways.len() <= TRIED))
    }
}

/// The one flag that every way out of a refusal adds to what was typed.
fn wanted(refusal: &Refusal, typed: &[String]) -> Option<String> {
    let ways = refusal.ways_out(Lang::En);
    let is_typed = |flag: &str| typed.iter().any(|word| word.split('=').next() == Some(flag));
    let mut new = ways.iter().map(|way| {
        let mut flags = ways::flags(way).filter(|flag| !is_typed(flag));
        flags.next().filter(|_| ways::is_fragment(way) && flags.next().is_none())
    });
    let first = new.next()??;
    new.all(|flag| flag == Some(first)).then(|| first.to_owned())
}

/// Whether a value is longer text.
pub(super) fn is_text(arg: &Arg) -> bool {
    is_called(arg, "TEXT")
}

/// Whether a value has this name, in whichever language the help was made.
fn is_called(arg: &Arg, name: &str) -> bool {
    let either = [Lang::Ko, Lang::En].map(|lang| placeholder::in_lang(name, lang));
    arg.get_value_names().is_some_and(|names| names.iter().any(|own| either.iter().any(|name| *own == **name)))
}

fn not_in_the_future(answer: &str, today: NaiveDate) -> Result<(), Refusal> {
    let day = typed::day(answer).ok().or_else(|| typed::day_said(answer, today));
    day.filter(|day| *day > today).map_or(Ok(()), |day| Err(future(day, today)))
}

/// A session that records nothing and asks nothing.
fn trial(matches: &ArgMatches, typed: &[String], lang: Lang, environment: &Environment) -> Option<Session> {
    let mut options = Global::from_arg_matches(matches).ok()?.session(environment, typed.iter().skip(1).cloned().collect());
    options.dry_run = true;
    options.interactive = false;
    options.progress = false;
    Some(Session::new(environment.clone(), lang, options, super::vocabulary()))
}
