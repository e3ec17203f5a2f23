//! The verbs of participation points.

mod decide;
mod earn;
mod read;
mod redeem;
mod setup;
mod table;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Participation points.
#[derive(Debug, Subcommand)]
pub enum Incentive {
    /// Show points proposed from the records and not decided about
    Proposed(read::Proposed),
    /// Approve proposed points
    Approve(decide::Decide),
    /// Reject proposed points
    Reject(decide::Reject),
    /// Record an activity that no other record tells
    Earn(earn::Earn),
    /// Record that points were redeemed
    Redeem(redeem::Redeem),
    /// Show points by department or by person
    Table(table::Table),
    /// List activities, decided points and redemptions
    List(read::List),
    /// Show one line of the ledger
    Show(read::Show),
    /// Correct an activity
    Edit(earn::Edit),
    /// Void an activity, a decision or a redemption recorded by mistake
    Void(redeem::Void),
    /// Choose the scheme that holds from a year on
    Use(setup::Use),
    /// Set what an event is worth under a scheme
    Rule(setup::Rule),
    /// List rules
    Rules(setup::Rules),
    /// Set a scheme: its caps and what a point is worth
    Scheme(setup::Scheme),
    /// List schemes
    Schemes(setup::Schemes),
    /// Import activities from a file
    Import(Import),
}

impl Obey for Incentive {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Proposed(args) => read::proposed(session, &args),
            Self::Approve(args) => decide::approve(session, &args),
            Self::Reject(args) => decide::reject(session, &args),
            Self::Earn(args) => earn::earn(session, &args),
            Self::Redeem(args) => redeem::redeem(session, &args),
            Self::Table(args) => table::table(session, &args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => earn::edit(session, &args),
            Self::Void(args) => redeem::void(session, &args),
            Self::Use(args) => setup::choose(session, &args),
            Self::Rule(args) => setup::rule(session, &args),
            Self::Rules(args) => setup::rules(session, &args),
            Self::Scheme(args) => setup::scheme(session, &args),
            Self::Schemes(args) => setup::schemes(session, &args),
            Self::Import(args) => super::import::run(session, &args.file, args.new),
        }
    }
}

/// What every import takes.
#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns of an exported activity
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}
