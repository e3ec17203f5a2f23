//! `exemption check`.

use anyhow::Result;
use clap::Args;

use crate::exemption::check as chain;
use crate::report::Report;
use crate::session::Session;

/// Arguments.
#[derive(Args, Debug)]
pub struct Check {
    /// Code of a request for pre-consulting, of a task, or of a request for exemption
    code: String,
}

/// Walks the chain.
pub fn check(session: &Session, args: &Check) -> Result<Report> {
    chain::report(session.db()?, &args.code)
}
