//! `calendar add` and `calendar void`: what moves is shown before anything is recorded.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::calendar::rules::Holiday;
use crate::calendar::{ANNOUNCED, HOLIDAYS, moves, rules, store};
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::report::Report;
use crate::session::Session;
use crate::typed;
use crate::words::{Text, code_of, quoted, text};

static WHICH: Rule = rule(
    Kind::NotFound,
    "E0323",
    "{day}에는 휴일이 {count}건 있습니다. --name 으로 하나를 고르십시오",
    "{day} has {count:holiday/holidays}; choose one with --name",
);
const ADDED: Text =
    text("{day} {name}: 휴일로 등록했습니다. 변경된 기한 {count}건", "{day} {name}: added; {count:due date/due dates} moved");
const VOIDED: Text = text("{day} {name}: 무효로 했습니다. 변경된 기한 {count}건", "{day} {name}: voided; {count:due date/due dates} moved");
const ASK: Text =
    text("{day:을/를} 바꾸면 기한 {count}건이 움직입니다. 기록할까요?", "changing {day} moves {count:due date/due dates}. Record?");

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Day
    #[arg(value_parser = typed::day)]
    date: NaiveDate,
    /// Name of the holiday
    #[arg(long, value_parser = typed::title)]
    name: String,
    /// Kind
    #[arg(long, value_parser = typed::OneOf(ANNOUNCED), default_value = "temporary")]
    kind: String,
    /// Day it was announced [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    announced_on: Option<NaiveDate>,
    /// Where it is written
    #[arg(long, value_parser = typed::title)]
    source: Option<String>,
}

/// Adds a holiday.
pub fn add(session: &Session, args: Add) -> Result<Report> {
    session.may_write()?;
    let holiday = Holiday {
        date: rules::within_calendar(args.date)?,
        name: args.name,
        kind: code_of(ANNOUNCED, &args.kind).unwrap_or_default(),
        announced_on: session.event_day(args.announced_on)?,
        source: "",
    };
    rules::not_there_yet(holiday.date, &holiday.name, store::find(session.db()?, holiday.date, &holiday.name)?.is_some())?;
    let moved = moves::under(session, &moves::with_days(&[holiday.date]))?;
    prompt::confirm(session, &moves::told(&moved), &ASK.with("day", holiday.date).with("count", moved.len()))?;
    let change = session.change("calendar add")?;
    rules::not_there_yet(holiday.date, &holiday.name, store::find(&change, holiday.date, &holiday.name)?.is_some())?;
    store::insert_with(&change, &holiday, args.source.as_deref().unwrap_or_default())?;
    let date = holiday.date.to_string();
    let done = ADDED.with("day", holiday.date).with("name", holiday.name).with("count", moved.len());
    Ok(moves::unless_shown(session, change.record(&HOLIDAYS, &[&date], done)?, &moved))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Day
    #[arg(value_parser = typed::day)]
    date: NaiveDate,
    /// Name, where the day has several
    #[arg(long, value_parser = typed::title)]
    name: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids a holiday.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    session.may_write()?;
    let name = chosen(session, args)?;
    let without = format!("SELECT * FROM {{facts}} WHERE NOT (date = '{}' AND name = '{}')", args.date, name.replace('\'', "''"));
    let moved = moves::under(session, &without)?;
    prompt::confirm(session, &moves::told(&moved), &ASK.with("day", args.date).with("count", moved.len()))?;
    let change = session.change("calendar void")?;
    let Some(id) = store::find(&change, args.date, &name)? else {
        return Err(HOLIDAYS.missing(&change, &args.date.to_string())?.into());
    };
    store::void(&change, id, &args.reason)?;
    let date = args.date.to_string();
    let done = VOIDED.with("day", args.date).with("name", name).with("count", moved.len());
    Ok(moves::unless_shown(session, change.record(&HOLIDAYS, &[&date], done)?, &moved))
}

fn chosen(session: &Session, args: &Void) -> Result<String> {
    let db = session.db()?;
    let mut names = store::names_on(db, args.date)?;
    if let Some(name) = &args.name {
        names.retain(|known| known == name);
    }
    match names.as_slice() {
        [] => Err(HOLIDAYS.missing(db, &args.date.to_string())?.into()),
        [name] => Ok(name.clone()),
        several => {
            let refusal = WHICH.with("day", args.date).with("count", several.len());
            Err(several.iter().fold(refusal, |refusal, name| refusal.way_out(format!("--name {}", quoted(name)))).into())
        }
    }
}
