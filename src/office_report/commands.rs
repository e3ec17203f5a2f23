//! The reports to hand in.

use anyhow::Result;
use clap::Subcommand;

use super::monthly;
use crate::report::Report;
use crate::session::{Obey, Session};

/// Reports to hand in.
#[derive(Debug, Subcommand)]
pub enum Papers {
    /// The key tasks of a month by department
    Monthly(monthly::Monthly),
}

impl Obey for Papers {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Monthly(args) => monthly::monthly(session, &args),
        }
    }
}
