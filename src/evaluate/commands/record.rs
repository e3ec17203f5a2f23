//! The verbs by which something happens to an entry: a conflict, a score, bonus points, the
//! decision about a tie.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::evaluate::store::{COMPONENTS, CRITERIA, ENTRIES, GRADES, Kept};
use crate::evaluate::{ROUNDS, answers, raters, rules, store, words};
use crate::report::{Report, next, points};
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Conflict {
    /// Code of the round
    round: String,
    /// Code of the entry
    #[arg(value_name = "ENTRY")]
    entry_typed: String,
    /// Rater, code or name
    #[arg(value_name = "RATER")]
    rater_typed: String,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Declares a conflict.
pub fn conflict(session: &Session, args: &Conflict) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("eval conflict")?;
    let round = store::open_round(&change, &args.round)?;
    let entry = store::named(&change, &round, ENTRIES, &args.entry_typed)?;
    let rater = raters::typed(&change, &round, &args.rater_typed)?;
    store::conflict(&change, entry.id, rater.id, on, &args.reason)?;
    let done = words::CONFLICT.with("code", &round.code).with("entry", entry.name).with("rater", rater.name).with("on", on.day);
    change.record(&ROUNDS, &[&round.code], done)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Score {
    /// Code of the round
    round: String,
    /// Code of the entry
    #[arg(value_name = "ENTRY")]
    entry_typed: String,
    /// Rater, code or name
    #[arg(value_name = "RATER", required_unless_present = "component_name")]
    rater_typed: Option<String>,
    /// Criterion that the rater scores
    #[arg(long = "criterion", value_name = "NAME", required_unless_present = "component_name", conflicts_with = "component_name")]
    criterion_name: Option<String>,
    /// Component (vote, carried score) that the entry has points in
    #[arg(long = "component", value_name = "NAME", conflicts_with = "rater_typed")]
    component_name: Option<String>,
    /// Points
    #[arg(long, value_name = "POINTS", value_parser = typed::points, allow_negative_numbers = true)]
    points: i64,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records a score.
pub fn score(session: &Session, args: &Score) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("eval score")?;
    let round = store::open_round(&change, &args.round)?;
    let entry = store::named(&change, &round, ENTRIES, &args.entry_typed)?;
    let (by, what, kept) = match (&args.rater_typed, &args.component_name) {
        (Some(rater), _) => {
            let rater = raters::typed(&change, &round, rater)?;
            let criterion = store::named(&change, &round, CRITERIA, args.criterion_name.as_deref().unwrap_or_default())?;
            rules::within(&criterion.name, args.points, criterion.max)?;
            let of = [("round_id", round.id), ("entry_id", entry.id), ("rater_id", rater.id), ("criterion_id", criterion.id)];
            let kept = store::score(&change, &store::Score { table: "eval_score", of: &of, points: args.points, on })?;
            (rater.name, criterion.name, kept)
        }
        (None, component) => {
            let component = store::named(&change, &round, COMPONENTS, component.as_deref().unwrap_or_default())?;
            rules::takes_own_score(&component.name, &component.kind)?;
            rules::within(&component.name, args.points, component.max)?;
            let of = [("entry_id", entry.id), ("component_id", component.id)];
            let kept = store::score(&change, &store::Score { table: "component_score", of: &of, points: args.points, on })?;
            (String::new(), component.name, kept)
        }
    };
    let said = match kept {
        Kept::Was(Some(was)) => words::RESCORED.with("was", points(was)),
        _ => words::SCORED.say(),
    };
    let done =
        said.with("code", &round.code).with("entry", entry.name).with("by", by).with("name", what).with("points", points(args.points));
    change.record(&ROUNDS, &[&round.code], done)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Bonus {
    /// Code of the round
    round: String,
    /// Code of the entry
    #[arg(value_name = "ENTRY")]
    entry_typed: String,
    /// Points; below 0 takes off
    #[arg(long, value_name = "POINTS", value_parser = typed::points, allow_negative_numbers = true)]
    points: i64,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Records bonus points.
pub fn bonus(session: &Session, args: &Bonus) -> Result<Report> {
    let on = super::on(session, args.on)?.day;
    let change = session.change("eval bonus")?;
    let round = store::open_round(&change, &args.round)?;
    let entry = store::named(&change, &round, ENTRIES, &args.entry_typed)?;
    store::bonus(&change, entry.id, args.points, &args.reason, on)?;
    let done = words::BONUS.with("code", &round.code).with("entry", entry.name).with("points", points(args.points));
    change.record(&ROUNDS, &[&round.code], done)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Decide {
    /// Code of the round
    round: String,
    /// Code of the entry
    #[arg(value_name = "ENTRY")]
    entry_typed: String,
    /// Grade
    #[arg(long = "grade", value_name = "NAME", required_unless_present = "none", conflicts_with = "none")]
    grade_name: Option<String>,
    /// No grade
    #[arg(long)]
    none: bool,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Records what a person decided about a tie across a grade's edge.
pub fn decide(session: &Session, args: &Decide) -> Result<Report> {
    let on = super::on(session, args.on)?.day;
    let change = session.change("eval decide")?;
    let round = store::open_round(&change, &args.round)?;
    let entry = store::named(&change, &round, ENTRIES, &args.entry_typed)?;
    let tie = answers::tie(&change, &round, entry.id)?;
    rules::decision(&round.code, &entry.name, tie.is_some())?;
    let grade = args.grade_name.as_deref().map(|name| store::named(&change, &round, GRADES, name)).transpose()?;
    let values = [
        ("entry_id", entry.id.into()),
        ("grade_id", grade.as_ref().map(|grade| grade.id).into()),
        ("tie", tie.into()),
        ("reason", args.reason.clone().into()),
        ("decided_on", on.to_string().into()),
    ];
    change.insert_row("grade_decision", &values)?;
    let over = match &grade {
        Some(grade) => {
            let (size, entries) = answers::places(&change, &round, &grade.name)?;
            let told = words::OVER.with("grade", &grade.name).with("size", size).with("entries", entries.join(", "));
            (i64::try_from(entries.len())? > size).then_some(told)
        }
        None => None,
    };
    let said = words::DECIDED.with("code", &round.code).with("entry", entry.name).with("on", on);
    let done = match grade {
        Some(grade) => said.with("grade", grade.name),
        None => said.with("grade", words::NO_GRADE),
    };
    let report = change.record(&ROUNDS, &[&round.code], done)?;
    // A person decided: more than a grade is for is told, not refused.
    Ok(report.hints(over).hint(next(format!("proadmin eval table {}", round.code))))
}
