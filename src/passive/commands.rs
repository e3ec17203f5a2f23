//! The verbs of passive-administration reports.

mod act;
mod add;
mod edit;
mod end;
mod read;
mod void;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Passive-administration reports.
#[derive(Debug, Subcommand)]
pub enum Passive {
    /// Register a report
    Add(add::Add),
    /// List reports: the receipt register
    List(read::List),
    /// Show one report
    Show(read::Show),
    /// Correct what was registered
    Edit(edit::Edit),
    /// Classify a report as one of the four types
    Classify(act::Classify),
    /// Ask the reporter for a supplement; the clock stands
    Supplement(act::Supplement),
    /// Record the resubmission; the clock goes on
    Resume(act::When),
    /// Extend the time, once, by no more than the period itself
    Extend(act::Extend),
    /// Pass on what is no such report to the department concerned
    Pass(end::Pass),
    /// Record what was found
    Find(act::Find),
    /// Record what was done about it
    Remedy(act::Remedy),
    /// Reply to the reporter; an anonymous report ends without
    Answer(end::Answer),
    /// End a report whose supplement never came
    Dismiss(end::Dismiss),
    /// Record that the reporter withdrew
    Withdraw(end::Dismiss),
    /// Record a report made again to the ACRC, or its outcome
    ReReport(act::ReReport),
    /// Link a report to a plan action, a training or another record
    Link(act::Link),
    /// Show what offices published, and whether it adds up
    Published(read::Published),
    /// Void a report, or what was entered under it, by mistake
    Void(void::Void),
    /// Import reports from a file
    Import(Import),
}

impl Obey for Passive {
    fn obey(self, session: &Session) -> Result<Report> {
        use super::Ending;
        match self {
            Self::Add(args) => add::add(session, args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => edit::edit(session, &args),
            Self::Classify(args) => act::classify(session, &args),
            Self::Supplement(args) => act::supplement(session, &args),
            Self::Resume(args) => act::resume(session, &args),
            Self::Extend(args) => act::extend(session, &args),
            Self::Pass(args) => end::pass(session, &args),
            Self::Find(args) => act::find(session, &args),
            Self::Remedy(args) => act::remedy(session, &args),
            Self::Answer(args) => end::answer(session, &args),
            Self::Dismiss(args) => end::without_more(session, "passive dismiss", Ending::Dismissed, &args),
            Self::Withdraw(args) => end::without_more(session, "passive withdraw", Ending::Withdrawn, &args),
            Self::ReReport(args) => act::re_report(session, &args),
            Self::Link(args) => act::link(session, &args),
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
