//! The verbs of awards.

mod edit;
mod read;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Awards of other bodies.
#[derive(Debug, Subcommand)]
pub enum Award {
    /// Register an award
    Add(edit::Add),
    /// List awards
    List(read::List),
    /// Show one award and what came of it
    Show(read::Show),
    /// Correct an award
    Edit(edit::Edit),
    /// Record what came of an award
    FollowUp(edit::FollowUp),
    /// Void an award that was registered by mistake
    Void(edit::Void),
    /// Import awards from a file
    Import(Import),
}

impl Obey for Award {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => edit::add(session, args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => edit::edit(session, args),
            Self::FollowUp(args) => edit::follow_up(session, &args),
            Self::Void(args) => edit::void(session, &args),
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
