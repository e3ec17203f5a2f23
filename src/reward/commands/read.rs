//! `reward list`, `show`, `measures`, `share`, `selections` and `published`.

use anyhow::Result;
use chrono::Datelike;
use clap::Args;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::office::whose::Whose;
use crate::report::{Column, Report, Table};
use crate::reward::{MENU, PAIRS, PUBLISHED, REWARDS, RULES, SELECTIONS, SHARES, STATES, store, words};
use crate::session::Session;
use crate::typed;
use crate::words::Lang;

/// States in which something was promised and is not granted yet.
const OUTSTANDING: &str = "state IN ('offered', 'second', 'chosen', 'checked', 'ready')";
/// An office of six measures, which the article describes, is the rule.
const USUAL: i64 = 6;

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    whose: Whose,
    /// Only of this grade
    #[arg(long, value_parser = typed::title)]
    grade: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Only what was promised and is not granted yet
    #[arg(long)]
    outstanding: bool,
    /// Only this office's own
    #[arg(long)]
    ours: bool,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists what was promised.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let filter = args
        .whose
        .filter(db)?
        .when("grade = ?", args.grade.clone())
        .when("state = ?", args.state.clone())
        .only_if(args.outstanding, OUTSTANDING)
        .only_if(args.ours, "ours = 1")
        .unless_void(&REWARDS, args.all, args.state.as_deref());
    let title = if args.outstanding { words::OUTSTANDING.say() } else { REWARDS.title.say() };
    // Programs read all of it; people read the first columns, and all of one record.
    // The measure is named in the language of the reader.
    let (named, other) = match session.lang {
        Lang::En => ("measure_name_en", "measure_name"),
        Lang::Ko => ("measure_name", "measure_name_en"),
    };
    let shown = |(at, column): (usize, &Column)| {
        let is_listed = (at < REWARDS.listed && column.key != other) || column.key == named;
        if is_listed { column.clone() } else { column.clone().for_programs() }
    };
    let columns: Vec<Column> = REWARDS.columns.iter().enumerate().map(shown).collect();
    Ok(REWARDS.list_named(filter, title, &columns))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one reward: a record for each measure, and what may still be chosen.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let reward = store::find(db, &args.code)?;
    let report = REWARDS.show(db, &reward.offer.code)?;
    if reward.offer.is_void || reward.offer.owed() == 0 {
        return Ok(report);
    }
    let open = crate::reward::rules::open(&reward.offer, &store::menu(db, reward.year)?);
    Ok(report.note(words::STILL_OPEN.with("owed", reward.offer.owed()).with("open", open.join(", "))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Measures {
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// Shows the measures of a year, the pairs and the rules.
pub fn measures(session: &Session, args: &Measures) -> Result<Report> {
    let db = session.db()?;
    let year = i64::from(args.year.unwrap_or_else(|| session.reading_day().year()));
    let mut report = Report::list("reward measures", words::MENU.with("year", year), menu_table(db, year)?);
    let pairs = of_year(db, "SELECT one, other, from_year, source FROM reward_exclusion WHERE from_year <= :year ORDER BY id", year)?;
    if !pairs.is_empty() {
        report = report.part("pairs", words::PAIRS, Table::held(PAIRS.to_vec(), pairs));
    }
    report = report.part("rules", words::RULES, Table::held(RULES.to_vec(), store::rules_of(db, year)?));
    let offered = store::menu(db, year)?.measures.iter().filter(|measure| measure.offered).count();
    let offered = i64::try_from(offered)?;
    Ok(if offered == USUAL { report } else { report.note(words::NOT_SIX.with("count", offered)) })
}

/// The measures of a year.
pub(super) fn menu_table(db: &Db, year: i64) -> Result<Table> {
    let keys: Vec<&str> = MENU.iter().map(|column| column.key.as_ref()).collect();
    let sql = format!("SELECT {} FROM reward_menu WHERE year = :year ORDER BY offered DESC, measure_id", keys.join(", "));
    Ok(Table::held(MENU.to_vec(), of_year(db, &sql, year)?))
}

fn of_year(db: &Db, sql: &str, year: i64) -> Result<Vec<Vec<Value>>> {
    Ok(db.cells(sql, named_params! { ":year": year })?)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Share {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// Shows the share of officials with an extraordinary measure, by year.
pub fn share(session: &Session, args: &Share) -> Result<Report> {
    let rows = rows(session.db()?, SHARES, "reward_share", "year DESC", args.year)?;
    Ok(Report::list("reward share", words::SHARE.say(), Table::held(SHARES.to_vec(), rows)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Selections {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// Shows selections by office and half-year, stated and listed.
pub fn selections(session: &Session, args: &Selections) -> Result<Report> {
    let rows = rows(session.db()?, SELECTIONS, "selection_year", "org, year, half", args.year)?;
    Ok(Report::list("reward selections", words::SELECTIONS.say(), Table::held(SELECTIONS.to_vec(), rows)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Published {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// Shows what offices published of their rewards.
pub fn published(session: &Session, args: &Published) -> Result<Report> {
    let from = "(SELECT org, year, half, applies_to AS grade_or_role, rewards, choose AS choose_n, source FROM published_reward)";
    let rows = rows(session.db()?, PUBLISHED, from, "org, year, half, grade_or_role", args.year)?;
    Ok(Report::list("reward published", words::PUBLISHED.say(), Table::held(PUBLISHED.to_vec(), rows)))
}

/// The rows of a view, of a year where one is asked for.
fn rows(db: &Db, columns: &[Column], from: &str, order: &str, year: Option<i32>) -> Result<Vec<Vec<Value>>> {
    let keys: Vec<&str> = columns.iter().map(|column| column.key.as_ref()).collect();
    let sql = format!("SELECT {} FROM {from} WHERE :year IS NULL OR year = :year ORDER BY {order}", keys.join(", "));
    Ok(db.cells(&sql, named_params! { ":year": year })?)
}
