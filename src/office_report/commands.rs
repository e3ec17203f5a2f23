//! The reports to hand in.

use anyhow::Result;
use clap::Subcommand;

use super::{monthly, year};
use crate::report::Report;
use crate::session::{Obey, Session};

/// Reports to hand in.
#[derive(Debug, Subcommand)]
pub enum Papers {
    /// The key tasks of a month by department
    Monthly(monthly::Monthly),
    /// What the office did in a year
    YearEnd(year::YearEnd),
    /// What a department did in a year
    Department(year::Department),
    /// The evidence for the ministry's assessment, by indicator
    Assessment(year::Assessment),
}

impl Obey for Papers {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Monthly(args) => monthly::monthly(session, &args),
            Self::YearEnd(args) => year::year_end(session, &args),
            Self::Department(args) => year::department(session, &args),
            Self::Assessment(args) => year::assessment(session, &args),
        }
    }
}
