//! `award list` and `award show`.

use anyhow::Result;
use clap::Args;

use crate::award::{AWARDS, KINDS, STATES, store, words};
use crate::office::whose::Whose;
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::typed;

const OUTCOMES: &[Column] = &[
    column("followed_on", "날짜", "on", Holds::Date),
    column("text", "이어진 일", "what came of it", Holds::Text),
    column("link", "링크", "link", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    whose: Whose,
    /// Only of this kind
    #[arg(long, value_parser = typed::OneOf(KINDS))]
    kind: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Only this office's own
    #[arg(long)]
    ours: bool,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists awards.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let filter = args
        .whose
        .filter(db)?
        .when("kind = ?", args.kind.clone())
        .when("state = ?", args.state.clone())
        .only_if(args.ours, "ours = 1")
        .unless_void(&AWARDS, args.all, args.state.as_deref());
    Ok(AWARDS.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one award and what came of it.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    let outcomes = Table::held(OUTCOMES.to_vec(), store::outcomes(db, &code)?);
    Ok(AWARDS.show(db, &code)?.part("outcomes", words::OUTCOMES, outcomes))
}
