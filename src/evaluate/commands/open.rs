//! `eval open` and `eval edit`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::clear::Clear;
use crate::evaluate::store::{CRITERIA, Round};
use crate::evaluate::{METHODS, ROUNDS, TRACKS, rules, store, words};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Open {
    /// Title
    #[arg(value_parser = typed::title)]
    title: String,
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: i32,
    /// Begin with the criteria of this rubric; `default` has five [default: without criteria]
    #[arg(long, value_name = "RUBRIC", value_parser = typed::title)]
    rubric: Option<String>,
    /// Day it was opened [default: today]
    #[arg(long = "on", value_name = "DATE", value_parser = typed::day)]
    opened_on: Option<NaiveDate>,
    #[command(flatten)]
    counting: Counting,
}

/// How a round is counted.
#[derive(Args, Debug)]
pub struct Counting {
    /// What it is about
    #[arg(long, value_parser = typed::OneOf(TRACKS))]
    track: Option<String>,
    /// How sheets become points
    #[arg(long, value_parser = typed::OneOf(METHODS))]
    method: Option<String>,
    /// Leave out the K highest and K lowest sheets (needs 2K + 2)
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(i64).range(0..=100))]
    trim: Option<i64>,
    /// Most bonus points
    #[arg(long, value_name = "POINTS", value_parser = typed::points)]
    bonus_max: Option<i64>,
    /// What splits ties: criteria in order, then receipt; none splits none
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    tie: Vec<String>,
}

impl Counting {
    /// The columns that were given, with their values.
    fn columns(&self) -> Result<Vec<(&'static str, Value)>> {
        if let Some(max) = self.bonus_max {
            rules::within("--bonus-max", max, i64::MAX)?;
        }
        let columns = [
            ("track", self.track.clone().map(Value::from)),
            ("method", self.method.clone().map(Value::from)),
            ("trim", self.trim.map(Value::from)),
            ("bonus_max", self.bonus_max.map(Value::from)),
            ("tie_receipt", (!self.tie.is_empty()).then(|| Value::from(self.tie.iter().any(|name| name == RECEIPT)))),
        ];
        Ok(columns.into_iter().filter_map(|(column, value)| Some((column, value?))).collect())
    }

    /// Sets which criteria split ties, in the order they were named.
    fn order_ties(&self, change: &Change, round: &Round) -> Result<()> {
        if self.tie.is_empty() {
            return Ok(());
        }
        let mut order = Vec::new();
        for name in self.tie.iter().map(|name| name.trim()).filter(|name| ![RECEIPT, NONE].contains(name)) {
            order.push(store::named(change, round, CRITERIA, name)?.id);
        }
        for criterion in store::all(change, round.id, CRITERIA)? {
            let place = order.iter().position(|id| *id == criterion.id).map(|at| i64::try_from(at + 1)).transpose()?;
            change.update("eval_criterion", criterion.id, &[("tie_order", place.into())])?;
        }
        Ok(())
    }
}

/// The word for the order of receipt in a tie order.
const RECEIPT: &str = "receipt";
/// The word for no tie order.
const NONE: &str = "none";

/// Opens a round.
pub fn open(session: &Session, args: Open) -> Result<Report> {
    let on = super::on(session, args.opened_on)?.day;
    let change = session.change("eval open")?;
    let mut columns = args.counting.columns()?;
    columns.push(("title", args.title.clone().into()));
    let (id, code) = store::insert_round(&change, args.year, on, &columns)?;
    let count = match &args.rubric {
        None => 0,
        Some(rubric) => match store::copy_rubric(&change, id, rubric, on)? {
            0 => return Err(rules::no_such(&code, rules::RUBRIC, rubric, &store::rubrics(&change)?).into()),
            count => count,
        },
    };
    args.counting.order_ties(&change, &store::find(&change, &code)?)?;
    let opened = if count == 0 { words::OPENED_EMPTY } else { words::OPENED };
    let done = opened.with("code", &code).with("title", args.title).with("count", count);
    let report = change.record(&ROUNDS, &[&code], done)?;
    let command = if count == 0 { format!("proadmin eval criterion {code} NAME --max N") } else { entries(&code) };
    Ok(report.hint(next(command)))
}

fn entries(code: &str) -> String {
    format!("proadmin eval import {code} --entries FILE --raters FILE --scores FILE")
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code of the round
    round: String,
    /// Title
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    #[command(flatten)]
    counting: Counting,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects how a round is counted.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("eval edit")?;
    let round = store::open_round(&change, &args.round)?;
    ROUNDS.unchanged(&change, &round.code, args.if_rev.as_deref())?;
    let mut columns = args.counting.columns()?;
    columns.extend(args.clear.columns(&[("bonus-max", "bonus_max")], &columns)?);
    columns.extend(args.title.clone().map(|title| ("title", title.into())));
    change.update("eval_round", round.id, &columns)?;
    args.counting.order_ties(&change, &round)?;
    let done = words::EDITED.with("code", &round.code).with("title", args.title.as_ref().unwrap_or(&round.title));
    change.record(&ROUNDS, &[&round.code], done)
}
