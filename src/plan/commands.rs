//! The verbs of implementation plans.

mod act;
mod action;
mod adopt;
mod area;
mod carry;
mod coverage;
mod evidence;
mod read;
mod settings;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Implementation plans.
#[derive(Debug, Subcommand)]
pub enum Plan {
    /// Set the areas of a year's plan, from a template or one by one
    Area(area::Area),
    /// List the templates of areas
    Templates,
    /// Add an action to a year's plan
    Action(action::Add),
    /// List actions
    List(read::List),
    /// Show one action with its evidence and its history
    Show(read::Show),
    /// Correct an action
    Edit(action::Edit),
    /// Record that an action was done, with its result
    Done(act::Done),
    /// Give an action up
    Drop(act::Explained),
    /// Open a closed action again
    Reopen(act::Explained),
    /// Void an action that was entered by mistake
    Void(act::Void),
    /// Link records that show what came of an action
    Link(evidence::Link),
    /// Take back the link to a record
    Unlink(evidence::Unlink),
    /// Record that a plan, or its revision, was adopted
    Adopt(adopt::Adopt),
    /// Void the last adoption, where it was entered by mistake
    Unadopt(adopt::Unadopt),
    /// Show a year's plan with where each action stands
    Report(read::Paper),
    /// Show actions without evidence, evidence without an action, and late ones
    Coverage(coverage::Coverage),
    /// Carry the open actions of a year over into the next plan
    Carry(carry::Carry),
    /// Show or set the day by which plans are to be adopted
    Due(settings::Due),
    /// Show or set the kinds of records that plans speak of
    Kinds(settings::Kinds),
    /// Import actions from a file
    Import(Import),
}

impl Obey for Plan {
    fn obey(self, session: &Session) -> Result<Report> {
        use super::Act;
        match self {
            Self::Area(args) => area::area(session, &args),
            Self::Templates => settings::templates(session),
            Self::Action(args) => action::add(session, args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => action::edit(session, args),
            Self::Done(args) => act::done(session, &args),
            Self::Drop(args) => act::act(session, "plan drop", Act::Dropped, &args),
            Self::Reopen(args) => act::act(session, "plan reopen", Act::Reopened, &args),
            Self::Void(args) => act::void(session, &args),
            Self::Link(args) => evidence::link(session, &args),
            Self::Unlink(args) => evidence::unlink(session, &args),
            Self::Adopt(args) => adopt::adopt(session, args),
            Self::Unadopt(args) => adopt::unadopt(session, &args),
            Self::Report(args) => read::paper(session, &args),
            Self::Coverage(args) => coverage::coverage(session, &args),
            Self::Carry(args) => carry::carry(session, &args),
            Self::Due(args) => settings::due(session, &args),
            Self::Kinds(args) => settings::kinds(session, &args),
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
