//! The verbs of rewards.

mod act;
mod menu;
mod offer;
mod read;
mod void;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Report;
use crate::session::{Obey, Session};

/// Rewards of outstanding officials.
#[derive(Debug, Subcommand)]
pub enum Reward {
    /// Offer measures to those selected in a closed round
    Offer(offer::Offer),
    /// Record what an official chooses, all at once
    Choose(offer::Choose),
    /// Record personnel's answer: whether the conditions are met
    Check(act::Check),
    /// Record the grant of a measure, with its document
    Grant(act::Grant),
    /// List what was promised
    List(read::List),
    /// Show one reward
    Show(read::Show),
    /// Correct what is recorded of an official
    Edit(void::Edit),
    /// Void a reward or a choice that was recorded by mistake
    Void(void::Void),
    /// Show the measures of a year, their ceilings and rules
    Measures(read::Measures),
    /// Set a measure and its terms, or add one
    Measure(menu::Measure),
    /// Make two measures exclude each other
    Exclude(menu::Exclude),
    /// Set how many one chooses, and the share that is to get an extraordinary measure
    Rule(menu::Rule),
    /// Show the share of officials with an extraordinary measure
    Share(read::Share),
    /// Show selections by office and half-year, stated and listed
    Selections(read::Selections),
    /// Show what offices published of their rewards
    Published(read::Published),
    /// Import rewards, published counts of selections, or published rules
    Import(Import),
}

impl Obey for Reward {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Offer(args) => offer::offer(session, &args),
            Self::Choose(args) => offer::choose(session, &args),
            Self::Check(args) => act::check(session, &args),
            Self::Grant(args) => act::grant(session, &args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => void::edit(session, &args),
            Self::Void(args) => void::void(session, &args),
            Self::Measures(args) => read::measures(session, &args),
            Self::Measure(args) => menu::measure(session, &args),
            Self::Exclude(args) => menu::exclude(session, &args),
            Self::Rule(args) => menu::rule(session, &args),
            Self::Share(args) => read::share(session, &args),
            Self::Selections(args) => read::selections(session, &args),
            Self::Published(args) => read::published(session, &args),
            Self::Import(args) => super::import::run(session, &args.file, args.new),
        }
    }
}

/// What every import takes.
#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns of the list, of selections or of published rules
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}
