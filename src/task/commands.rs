//! The verbs of key tasks.

mod act;
mod add;
mod correct;
mod edit;
mod list;
mod show;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Key tasks.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Register a key task
    Add(add::Add),
    /// List key tasks
    List(list::List),
    /// Show one key task
    Show(show::Show),
    /// Correct the plan of a key task, or the day of an act
    Edit(edit::Edit),
    /// Select a candidate
    Select(act::Act),
    /// Put a key task on hold
    Suspend(act::Explained),
    /// Take a suspended key task up again
    Resume(act::Act),
    /// Complete a key task, its target met or missed
    Complete(act::Complete),
    /// Stop a key task
    Stop(act::Explained),
    /// Carry a key task over into the next year
    Carry(act::Carry),
    /// Open a closed key task again
    Reopen(act::Explained),
    /// Void a key task, or an act, that was recorded by mistake
    Void(correct::Void),
    /// Import key tasks from a file
    Import(Import),
}

impl Obey for Task {
    fn obey(self, session: &Session) -> Result<Report> {
        use super::{Act, Closing};
        match self {
            Self::Add(args) => add::add(session, args),
            Self::List(args) => list::list(session, &args),
            Self::Show(args) => show::show(session, &args),
            Self::Edit(args) => edit::edit(session, &args),
            Self::Select(args) => act::act(session, "task select", Act::Selected, &args),
            Self::Suspend(args) => act::act(session, "task suspend", Act::Suspended, &args.into()),
            Self::Resume(args) => act::act(session, "task resume", Act::Resumed, &args),
            Self::Complete(args) => act::act(session, "task complete", Act::Closed(Closing::Completed), &args.into()),
            Self::Stop(args) => act::act(session, "task stop", Act::Closed(Closing::Stopped), &args.into()),
            Self::Carry(args) => act::carry(session, &args),
            Self::Reopen(args) => act::act(session, "task reopen", Act::Reopened, &args.into()),
            Self::Void(args) => correct::void(session, &args),
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
