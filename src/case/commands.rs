//! The verbs of cases for the public.

mod publish;
mod read;
mod review;
mod write;

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{store, words};
use crate::calendar::rules::within_calendar;
use crate::report::Report;
use crate::session::{Change, Obey, Session};
use crate::words::Sentence;

/// Cases for the public.
#[derive(Debug, Subcommand)]
pub enum Case {
    /// Write a case from a task, a request or an entry of an evaluation
    Add(write::Add),
    /// List cases
    List(read::List),
    /// Show one case with its text and its history
    Show(read::Show),
    /// Write its text anew: a new revision, which voids the approval of the one before
    Edit(write::Edit),
    /// Approve its text as it stands, as someone other than its writer (--actor is not verified)
    Approve(review::Approve),
    /// Look through its text for personal data: telephones, resident, plate and account numbers, e-mail, street addresses, names of staff not credited and of residents kept in the file
    Scan(review::Scan),
    /// Let one finding stand, with a reason
    Waive(review::Waive),
    /// Publish its approved text (confirmed by its code)
    Publish(publish::Publish),
    /// Withdraw it from the public
    Withdraw(publish::Withdraw),
    /// Void a case that was registered by mistake
    Void(publish::Void),
    /// Import the texts of cases from a file (no approvals, no publications)
    Import(Import),
}

/// What looks like personal data in a text as it stands, and was not let stand.
fn look(change: &Change, case: &store::Case) -> Result<Option<Sentence>> {
    let open = store::findings(change, case)?.iter().filter(|finding| finding.waived.is_none()).count();
    Ok((open > 0).then(|| words::LOOK.with("count", open).with("code", &case.code)))
}

impl Obey for Case {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => write::add(session, &args),
            Self::List(args) => read::list(session, &args),
            Self::Show(args) => read::show(session, &args),
            Self::Edit(args) => write::edit(session, &args),
            Self::Approve(args) => review::approve(session, &args),
            Self::Scan(args) => review::scan(session, &args),
            Self::Waive(args) => review::waive(session, &args),
            Self::Publish(args) => publish::publish(session, &args),
            Self::Withdraw(args) => publish::withdraw(session, &args),
            Self::Void(args) => publish::void(session, &args),
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

/// The day of an act: within the calendar, never in the future.
fn on(session: &Session, given: Option<NaiveDate>) -> Result<NaiveDate> {
    Ok(within_calendar(session.event_day(given)?)?)
}
