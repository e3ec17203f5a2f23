//! The verbs of exemption.

mod act;
mod bundle;
mod check;
mod ground;
mod read;
mod request;
mod void;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Exemption.
#[derive(Debug, Subcommand)]
pub enum Exemption {
    /// Walk the conditions of exemption, each with its evidence
    Check(check::Check),
    /// Record a request at the audit or the disciplinary stage
    Request(Box<request::Request>),
    /// Make a request that was prepared
    File(act::File),
    /// List requests
    List(read::List),
    /// Show one request with its history
    Show(read::Show),
    /// Correct or complete a request
    Edit(Box<request::Edit>),
    /// Record the decision
    Decide(act::Decide),
    /// Record that a request was withdrawn
    Withdraw(act::Withdraw),
    /// Record what the audit office found of one condition
    Finding(act::Finding),
    /// Show what the committee's opinion covers since when, and the limits
    Rules(ground::Rules),
    /// Set from when the committee's opinion covers what
    Scope(ground::Scope),
    /// Set how long after an audit a request may be made
    Limit(ground::Limit),
    /// Put all evidence into a folder: numbered files, their hashes and the file's seal
    Bundle(bundle::Bundle),
    /// Void a request, an act or a finding that was entered by mistake
    Void(void::Void),
    /// Import requests from a file
    Import(Import),
}

impl Obey for Exemption {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Check(args) => check::check(session, &args),
            Self::Request(args) => request::request(session, &args),
            Self::File(args) => act::file(session, &args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => request::edit(session, &args),
            Self::Decide(args) => act::decide(session, &args),
            Self::Withdraw(args) => act::withdraw(session, &args),
            Self::Finding(args) => act::finding(session, &args),
            Self::Rules(args) => ground::rules(session, &args),
            Self::Scope(args) => ground::scope(session, &args),
            Self::Limit(args) => ground::limit(session, &args),
            Self::Bundle(args) => bundle::bundle(session, &args),
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
