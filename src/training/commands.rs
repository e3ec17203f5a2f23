//! The verbs of training.

mod add;
mod attend;
mod coverage;
mod read;
mod schedule;
mod void;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Training.
#[derive(Debug, Subcommand)]
pub enum Training {
    /// Register a session that was held or is planned
    Add(add::Add),
    /// List sessions
    List(read::List),
    /// Show one session and who attended it
    Show(read::Show),
    /// Correct a session
    Edit(add::Edit),
    /// Record that a planned session was held
    Hold(add::Hold),
    /// Record attendance, by person or by a department's headcount
    Attend(attend::Attend),
    /// List who attended
    Attended(read::Attended),
    /// Show coverage by department or by person
    Coverage(coverage::Coverage),
    /// Show what is owed in a year and what was held
    Due(read::Due),
    /// Set the months in which a training is owed
    Schedule(schedule::Schedule),
    /// Void a session or an attendance that was recorded by mistake
    Void(void::Void),
    /// Import sessions or attendance from a file
    Import(Import),
}

impl Obey for Training {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => add::add(session, args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => add::edit(session, args),
            Self::Hold(args) => add::hold(session, &args),
            Self::Attend(args) => attend::attend(session, &args),
            Self::Attended(args) => read::attended(session, &args),
            Self::Coverage(args) => coverage::coverage(session, &args),
            Self::Due(args) => read::due(session, &args),
            Self::Schedule(args) => schedule::schedule(session, &args),
            Self::Void(args) => void::void(session, &args),
            Self::Import(args) => super::import::run_on(session, &args.file, args.session.as_deref(), args.new),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns of a session, or with those of attendance: session, staff or staff_code, department, headcount
    file: PathBuf,
    /// Session of the rows that name none
    #[arg(long, value_name = "CODE")]
    session: Option<String>,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}
