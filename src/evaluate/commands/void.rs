//! `eval void`.

use anyhow::Result;
use clap::Args;

use crate::evaluate::store::{COMPONENTS, CRITERIA, ENTRIES, GRADES, RATERS, Round, Sort};
use crate::evaluate::{ROUNDS, raters, rules, store, words};
use crate::record;
use crate::report::Report;
use crate::session::{Change, Session};
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code of the round
    round: String,
    /// This criterion
    #[arg(long = "criterion", value_name = "NAME", conflicts_with_all = ["component_name", "entry_typed", "rater_typed", "grade_name"])]
    criterion_name: Option<String>,
    /// This component
    #[arg(long = "component", value_name = "NAME", conflicts_with_all = ["rater_typed", "grade_name"])]
    component_name: Option<String>,
    /// This entry (with --rater, that sheet)
    #[arg(long = "entry", value_name = "CODE", conflicts_with = "grade_name")]
    entry_typed: Option<String>,
    /// This rater
    #[arg(long = "rater", value_name = "CODE", conflicts_with = "grade_name")]
    rater_typed: Option<String>,
    /// This grade
    #[arg(long = "grade", value_name = "NAME")]
    grade_name: Option<String>,
    /// What of the entry: its sheet or conflict (with --rater), its bonus, its score (with --component)
    #[arg(long, value_parser = typed::OneOf(words::OF_AN_ENTRY), requires = "entry_typed")]
    what: Option<String>,
    /// What the deciding body decided, also of a closed round
    #[arg(long, conflicts_with_all = ["criterion_name", "component_name", "entry_typed", "rater_typed", "grade_name"])]
    adoption: bool,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids a round, or something in it.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("eval void")?;
    if args.adoption {
        return void_adoption(change, args);
    }
    let round = store::open_round(&change, &args.round)?;
    let what = if let Some(what) = args.what.as_deref().or(args.rater_typed.as_ref().and(args.entry_typed.as_ref()).map(|_| "sheet")) {
        void_of_entry(&change, &round, args, what)?
    } else if let Some((sort, typed)) = args.sort() {
        void_named(&change, &round, sort, typed, &args.reason)?
    } else {
        record::void(&change, "eval_round", round.id, &args.reason)?;
        round.title.clone()
    };
    let done = words::VOIDED.with("code", &round.code).with("what", what);
    change.record(&ROUNDS, &[&round.code], done)
}

/// Voids what the deciding body decided: the round stays closed, and it may decide again.
fn void_adoption(change: Change, args: &Void) -> Result<Report> {
    let round = store::find(&change, &args.round)?;
    let (id, body, _) = store::adoption(&change, &round)?.ok_or_else(|| rules::no_such(&round.code, words::ADOPTION, "", &[]))?;
    change.update("eval_adoption", id, &[("void_reason", args.reason.clone().into())])?;
    change.record(&ROUNDS, &[&round.code], words::VOIDED.with("code", &round.code).with("what", body))
}

impl Void {
    fn sort(&self) -> Option<(Sort, &str)> {
        let all = [
            (CRITERIA, &self.criterion_name),
            (COMPONENTS, &self.component_name),
            (ENTRIES, &self.entry_typed),
            (RATERS, &self.rater_typed),
            (GRADES, &self.grade_name),
        ];
        all.into_iter().find_map(|(sort, typed)| Some((sort, typed.as_deref()?)))
    }
}

fn void_named(change: &Change, round: &Round, sort: Sort, typed: &str, reason: &str) -> Result<String> {
    let found = if sort.table == RATERS.table { raters::typed(change, round, typed)? } else { store::named(change, round, sort, typed)? };
    if sort.table == GRADES.table {
        rules::void(&found.name, store::is_decided(change, found.id)?)?;
    }
    record::void(change, sort.table, found.id, reason)?;
    Ok(found.name)
}

/// Voids what stands between an entry and a rater or a component.
fn void_of_entry(change: &Change, round: &Round, args: &Void, what: &str) -> Result<String> {
    let entry = store::named(change, round, ENTRIES, args.entry_typed.as_deref().unwrap_or_default())?;
    let (table, column, by) = match what {
        "bonus" => ("eval_bonus", None, None),
        "misconduct" => ("entry_misconduct", None, None),
        "lesson" => ("lesson_link", None, None),
        "members" => ("entry_member", None, None),
        "score" => {
            let component = store::named(change, round, COMPONENTS, args.component_name.as_deref().unwrap_or_default())?;
            ("component_score", Some("component_id"), Some(component))
        }
        _ => {
            let rater = raters::typed(change, round, args.rater_typed.as_deref().unwrap_or_default())?;
            (if what == "conflict" { "rater_conflict" } else { "eval_score" }, Some("rater_id"), Some(rater))
        }
    };
    store::void_of_entry(change, table, entry.id, column.zip(by.as_ref().map(|by| by.id)), &args.reason)?;
    Ok([Some(entry.name), by.map(|by| by.name)].into_iter().flatten().collect::<Vec<_>>().join(" "))
}
