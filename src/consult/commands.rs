//! The verbs of pre-consulting.

mod act;
mod answer;
mod edit;
mod file;
mod letter;
mod read;
mod void;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Pre-consulting.
#[derive(Debug, Subcommand)]
pub enum Consult {
    /// Register a request
    File(file::File),
    /// List requests: the receipt register
    List(read::List),
    /// Show one request
    Show(read::Show),
    /// Correct the application
    Edit(edit::Edit),
    /// Accept a request for review
    Accept(act::Accept),
    /// Return a request
    Return(act::Return),
    /// Record that the applicant withdrew
    Withdraw(act::Withdraw),
    /// Ask for a supplement; the clock stands
    Supplement(act::Supplement),
    /// Record the resubmission; the clock goes on
    Resume(act::Accept),
    /// Extend the time, once
    Extend(act::Extend),
    /// Record a review: law, site or validity
    Review(act::Review),
    /// Refer to a higher body, or record its reply
    Refer(act::Refer),
    /// Issue the opinion letter
    Answer(answer::Answer),
    /// Print the opinion letter
    Letter(letter::Letter),
    /// Record the follow-up: the four facts of exemption
    FollowUp(answer::FollowUp),
    /// Show what offices published, and whether it adds up
    Published(read::Published),
    /// Void a request, or what was entered under it, by mistake
    Void(void::Void),
    /// Import requests from a file
    Import(Import),
}

impl Obey for Consult {
    fn obey(self, session: &Session) -> Result<Report> {
        use super::Act;
        match self {
            Self::File(args) => file::file(session, args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => edit::edit(session, &args),
            Self::Accept(args) => act::plain(session, "consult accept", Act::Accepted, &args),
            Self::Return(args) => act::send_back(session, &args),
            Self::Withdraw(args) => act::withdraw(session, &args),
            Self::Supplement(args) => act::supplement(session, &args),
            Self::Resume(args) => act::plain(session, "consult resume", Act::Resumed, &args),
            Self::Extend(args) => act::extend(session, &args),
            Self::Review(args) => act::review(session, &args),
            Self::Refer(args) => act::refer(session, &args),
            Self::Answer(args) => answer::answer(session, &args),
            Self::Letter(args) => letter::letter(session, &args),
            Self::FollowUp(args) => answer::follow_up(session, &args),
            Self::Published(args) => read::published(session, &args),
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
