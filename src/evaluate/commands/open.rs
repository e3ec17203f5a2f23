//! `eval open` and `eval edit`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::clear::Clear;
use crate::evaluate::rules::{stages, tracks};
use crate::evaluate::store::{CRITERIA, Round};
use crate::evaluate::{METHODS, ROUNDS, TRACKS, judge, rules, store, words};
use crate::refusal::Refusal;
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
    stage: Stage,
    #[command(flatten)]
    counting: Counting,
}

/// Whose next stage a round is.
#[derive(Args, Debug)]
pub struct Stage {
    /// Begin as the next stage of this closed round, with those who came through
    #[arg(long, value_name = "CODE")]
    after: Option<String>,
    /// How many come through [default: all that have a rank]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1_000_000), requires = "after")]
    keep: Option<i64>,
    /// Whom a person lets through of those tied at the cut, with --why
    #[arg(long, value_name = "ENTRY", value_delimiter = ',', requires = "keep")]
    tied: Vec<String>,
    /// Why those of the tie come through
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text, requires = "tied")]
    why: Option<String>,
    /// Weight of the earlier total in per cent; without one it does not count
    #[arg(long, value_name = "PERCENT", value_parser = a_weight, requires = "after")]
    carry: Option<i64>,
    /// What the review of this stage is called
    #[arg(long, value_name = "NAME", value_parser = typed::title, requires = "carry", default_value = REVIEW)]
    review: String,
}

/// What the review of a later stage is called: a name in the office's data, so Korean.
const REVIEW: &str = "심사";

/// A weight of no more than the whole.
fn a_weight(typed: &str) -> Result<i64, typed::Expected> {
    typed::percent(typed).map(|percent| percent * 100).and_then(|weight| if weight == 0 { rules::a_maximum("0") } else { Ok(weight) })
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
    /// First day whose events indicators count [default: 1 January]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    count_from: Option<NaiveDate>,
    /// Last day whose events indicators count [default: 31 December]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    count_to: Option<NaiveDate>,
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
            ("count_from", self.count_from.map(|day| day.to_string().into())),
            ("count_to", self.count_to.map(|day| day.to_string().into())),
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
            0 => return Err(rules::no_rubric(rubric, &store::rubrics(&change)?).into()),
            count => count,
        },
    };
    let round = store::find(&change, &code)?;
    let through = args.stage.begin(&change, &round, args.counting.track.is_some(), on)?;
    args.counting.order_ties(&change, &round).map_err(|error| unmade(error, &code))?;
    judge::whole(&change, &round).map_err(|error| unmade(error, &code))?;
    judge_period(&change, &round)?;
    let done = match through {
        Some((before, entries)) => words::OPENED_AFTER.with("before", before).with("count", entries),
        None if count == 0 => words::OPENED_EMPTY.say(),
        None => words::OPENED.with("count", count),
    };
    let done = done.with("code", &code).with("title", args.title);
    let twin = ROUNDS.twin(&change, "eval_round", &code, &["year", "title", "track", "after_id"])?;
    let report = change.record(&ROUNDS, &[&code], done)?.hints(twin);
    let command = if count == 0 { format!("proadmin eval criterion {code} NAME --max N") } else { entries(&code) };
    Ok(report.hint(next(command)))
}

/// A refusal of a round that is not made for it: nothing in it can be shown or changed.
fn unmade(error: anyhow::Error, code: &str) -> anyhow::Error {
    match error.downcast::<Refusal>() {
        Ok(refusal) => refusal.without(code).into(),
        Err(error) => error,
    }
}

impl Stage {
    /// Takes over those who came through; the earlier round and how many they are.
    fn begin(&self, change: &Change, round: &Round, has_track: bool, on: NaiveDate) -> Result<Option<(String, usize)>> {
        let Some(after) = &self.after else { return Ok(None) };
        let before = store::find(change, after)?;
        rules::may_change(&before.code, None, before.is_void)?;
        stages::not_handed_out(&before.code, store::handed_out(change, &before)?.as_deref())?;
        stages::goes_on(&before.code, before.closed_on, store::follower(change, &before)?.as_deref(), on)?;
        let cut = stages::Cut { code: &before.code, keep: self.keep, tied: &self.tied, has_reason: self.why.is_some() };
        let through = stages::through(&store::standings(change, &before)?, cut)?;
        let tied = (!self.tied.is_empty()).then(|| self.tied.join(", "));
        let mut values = vec![
            ("after_id", before.id.into()),
            ("keep", i64::try_from(through.len())?.into()),
            ("keep_tied", tied.into()),
            ("keep_reason", self.why.clone().into()),
        ];
        if !has_track {
            values.push(("track", store::track(change, before.id)?.into()));
        }
        change.update("eval_round", round.id, &values)?;
        let stage = store::Stage { before: &before, through: &through, weight: self.carry, review: &self.review, on };
        store::copy(change, round.id, stage)?;
        Ok(Some((before.code.clone(), through.len())))
    }
}

/// Whether the period that indicators count goes forward.
fn judge_period(change: &Change, round: &Round) -> Result<()> {
    let (from, to) = store::period(change, round.id)?;
    Ok(tracks::period(from.as_deref(), to.as_deref())?)
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

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[("bonus-max", "bonus_max"), ("count-from", "count_from"), ("count-to", "count_to")];

/// Corrects how a round is counted.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("eval edit")?;
    let round = store::open_round(&change, &args.round)?;
    ROUNDS.unchanged(&change, &round.code, args.if_rev.as_deref())?;
    let mut columns = args.counting.columns()?;
    columns.extend(args.clear.columns(CLEARABLE, &columns)?);
    columns.extend(args.title.clone().map(|title| ("title", title.into())));
    change.update("eval_round", round.id, &columns)?;
    args.counting.order_ties(&change, &round)?;
    judge::whole(&change, &round)?;
    judge_period(&change, &round)?;
    let done = words::EDITED.with("code", &round.code).with("title", args.title.as_ref().unwrap_or(&round.title));
    change.record(&ROUNDS, &[&round.code], done)
}
