//! The verbs of evaluation.

mod adopt;
mod close;
mod explain;
mod export;
mod import;
mod member;
mod open;
mod read;
mod record;
mod sensitivity;
mod setup;
mod table;
mod void;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Subcommand;

use super::rules::On;
use super::store::Round;
use super::{BONUS_SUMS, answers, words};
use crate::calendar::rules::within_calendar;
use crate::db::Db;
use crate::report::{Report, Table, points};
use crate::session::{Obey, Session, Turned};

/// Evaluation rounds.
#[derive(Debug, Subcommand)]
pub enum Evaluate {
    /// Open a round
    Open(open::Open),
    /// List rounds
    List(read::List),
    /// Show one round
    Show(read::Show),
    /// Correct how a round is counted
    Edit(open::Edit),
    /// Set a criterion and its maximum
    Criterion(setup::Criterion),
    /// Set a component (review, vote, carried score) and its weight
    Component(setup::Component),
    /// Enter an entry
    Entry(setup::Entry),
    /// Set whose merit an entry is, with shares in per cent
    Member(member::Members),
    /// Correct the lesson of a model failure, or link it to the plan action or training that takes it up
    Lesson(member::Lesson),
    /// Record misconduct that the check of records found
    Misconduct(member::Misconduct),
    /// Set an indicator that counts what departments did
    Indicator(setup::Indicator),
    /// Enter a rater; a name is masked
    Rater(setup::Rater),
    /// Declare a conflict of interest; that sheet is set aside
    Conflict(record::Conflict),
    /// Record a score
    Score(record::Score),
    /// Record bonus points; below 0 takes off
    Bonus(record::Bonus),
    /// Set a grade and how many entries it is for, the highest first
    Grade(setup::Grade),
    /// Decide about a tie across a grade's edge
    Decide(record::Decide),
    /// Import criteria, entries, raters, scores and what else makes the table from files, in one entry
    Import(import::Import),
    /// Export what makes the table to files that import takes back
    Export(export::Export),
    /// Show the evaluation table
    Table(table::Table),
    /// Show why one entry stands above another
    Explain(explain::Explain),
    /// Show which ranks change with each rater left out
    Sensitivity(sensitivity::Sensitivity),
    /// Close a round and keep its results
    Close(close::Close),
    /// Record the body that decided on a closed round, its minutes and who was there
    Adopt(adopt::Adopt),
    /// Compute a closed round again and compare
    Verify(close::Verify),
    /// Void a round, or something in it that was entered by mistake
    Void(void::Void),
}

/// The day of an event: as given, else today, and one that the calendar knows.
fn on(session: &Session, given: Option<NaiveDate>) -> Result<On> {
    Ok(On { day: within_calendar(session.event_day(given)?)?, is_given: given.is_some() })
}

/// The file as it would be if nothing were scored outside a round. Totals, ranks and grades are
/// counted within a round, so the answers are the same, and other rounds' scores go unread.
fn only<'s>(session: &'s Session, round: &Round) -> Result<Turned<'s>> {
    session.supposing_from_now("eval_score", format!("SELECT * FROM {{facts}} WHERE round_id = {}", round.id))
}

/// The report with the bonus of each entry under it, what was recorded and what counts, and
/// the cap.
fn with_bonuses(report: Report, db: &Db, round: &Round) -> Result<Report> {
    let bonuses = answers::bonuses(db, round)?;
    if bonuses.is_empty() {
        return Ok(report);
    }
    let report = report.part("bonus_sums", words::BONUS_SUMS, Table::held(BONUS_SUMS.to_vec(), bonuses));
    Ok(match answers::bonus_cap(db, round)? {
        Some(max) => report.note(words::BONUS_CAP.with("max", points(max))),
        None => report,
    })
}

impl Obey for Evaluate {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Open(args) => open::open(session, args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => open::edit(session, &args),
            Self::Criterion(args) => setup::criterion(session, &args),
            Self::Component(args) => setup::component(session, &args),
            Self::Entry(args) => setup::entry(session, &args),
            Self::Member(args) => member::members(session, &args),
            Self::Lesson(args) => member::lesson(session, &args),
            Self::Misconduct(args) => member::misconduct(session, &args),
            Self::Indicator(args) => setup::indicator(session, &args),
            Self::Adopt(args) => adopt::adopt(session, &args),
            Self::Rater(args) => setup::rater(session, &args),
            Self::Conflict(args) => record::conflict(session, &args),
            Self::Score(args) => record::score(session, &args),
            Self::Bonus(args) => record::bonus(session, &args),
            Self::Grade(args) => setup::grade(session, &args),
            Self::Decide(args) => record::decide(session, &args),
            Self::Import(args) => import::import(session, &args),
            Self::Export(args) => export::export(session, &args),
            Self::Table(args) => table::table(session, &args),
            Self::Explain(args) => explain::explain(session, &args),
            Self::Sensitivity(args) => sensitivity::sensitivity(session, &args),
            Self::Close(args) => close::close(session, &args),
            Self::Verify(args) => close::verify(session, &args),
            Self::Void(args) => void::void(session, &args),
        }
    }
}
