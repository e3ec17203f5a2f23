//! The verbs of legal support.

mod act;
mod add;
mod cap;
mod read;
mod void;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Legal support.
#[derive(Debug, Subcommand)]
pub enum Legal {
    /// Register an application
    Add(add::Add),
    /// List applications
    List(read::List),
    /// Show one application with its history
    Show(read::Show),
    /// Correct an application
    Edit(add::Edit),
    /// Record the committee's decision
    Decide(act::Decide),
    /// Record a payment, within what was approved
    Pay(act::Pay),
    /// Record the indictment: work after it is not paid for
    Indict(act::Plain),
    /// Record that the official withdrew
    Withdraw(act::Plain),
    /// Cancel what was approved, as after a false application
    Cancel(act::Cancel),
    /// Record what was paid back
    Repay(act::Repay),
    /// List the caps, with where they are written
    Caps(cap::Caps),
    /// Set a cap
    Cap(cap::Cap),
    /// Void an application, or what was entered under it, by mistake
    Void(void::Void),
    /// Import applications from a file
    Import(Import),
}

impl Obey for Legal {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => add::add(session, args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => add::edit(session, &args),
            Self::Decide(args) => act::decide(session, &args),
            Self::Pay(args) => act::pay(session, &args),
            Self::Indict(args) => act::plain(session, "legal indict", super::Act::Indicted, &args),
            Self::Withdraw(args) => act::plain(session, "legal withdraw", super::Act::Withdrawn, &args),
            Self::Cancel(args) => act::cancel(session, &args),
            Self::Repay(args) => act::repay(session, &args),
            Self::Caps(args) => cap::caps(session, &args),
            Self::Cap(args) => cap::cap(session, &args),
            Self::Void(args) => void::void(session, &args),
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
