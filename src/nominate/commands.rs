//! The verbs of nominations.

mod act;
mod add;
mod edit;
mod enter;
mod read;
mod setup;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Nominations.
#[derive(Debug, Subcommand)]
pub enum Nominate {
    /// Register a nomination
    Add(add::Add),
    /// List nominations
    List(read::List),
    /// Show one nomination with its nominees, its sources and its history
    Show(read::Show),
    /// Correct a nomination
    Edit(edit::Edit),
    /// Record the check of the nominator's real name
    Verify(act::Verify),
    /// Accept nominations
    Accept(act::Accept),
    /// Reject nominations on a ground
    Reject(act::Reject),
    /// Merge duplicates into one nomination; every source is kept
    Merge(act::Merge),
    /// List nominations that may be one
    Duplicates(read::Duplicates),
    /// Make accepted nominations entries of an evaluation round
    Enter(enter::Enter),
    /// Void a nomination that was registered by mistake
    Void(edit::Void),
    /// Set a period of reception and when the merit may lie
    Period(setup::Period),
    /// List periods of reception
    Periods(setup::List),
    /// Set a ground of rejection
    Ground(setup::Ground),
    /// List grounds of rejection
    Grounds(setup::List),
    /// Import nominations from a file
    Import(Import),
}

impl Obey for Nominate {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => add::add(session, &args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => edit::edit(session, &args),
            Self::Verify(args) => act::verify(session, &args),
            Self::Accept(args) => act::accept(session, &args),
            Self::Reject(args) => act::reject(session, &args),
            Self::Merge(args) => act::merge(session, &args),
            Self::Duplicates(args) => read::duplicates(session, &args),
            Self::Enter(args) => enter::enter(session, &args),
            Self::Void(args) => edit::void(session, &args),
            Self::Period(args) => setup::period(session, &args),
            Self::Periods(args) => setup::periods(session, &args),
            Self::Ground(args) => setup::ground(session, &args),
            Self::Grounds(args) => setup::grounds(session, &args),
            Self::Import(args) => super::import::run(session, &args.file, args.new),
        }
    }
}

/// What every import takes.
#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns of the list
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}
