//! `exemption list` and `exemption show`.

use anyhow::Result;
use clap::Args;

use crate::exemption::{BASES, EXEMPTIONS, HISTORY, STAGES, STATES, words};
use crate::office::whose::Whose;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    whose: Whose,
    /// Only of this stage
    #[arg(long, value_parser = typed::OneOf(STAGES))]
    stage: Option<String>,
    /// Only on this basis
    #[arg(long, value_parser = typed::OneOf(BASES))]
    basis: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists requests.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let filter = args
        .whose
        .filter(db)?
        .when("stage = ?", args.stage.clone())
        .when("basis = ?", args.basis.clone())
        .when("state = ?", args.state.clone())
        .unless_void(&EXEMPTIONS, args.all, args.state.as_deref());
    EXEMPTIONS.list_overdue(db, filter, "days_left < 0")
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one request with its history.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let report = EXEMPTIONS.show(db, &code)?.part("history", words::HISTORY, HISTORY.table(db, &code)?);
    Ok(report.hint(next(format!("proadmin exemption check {code}"))))
}
