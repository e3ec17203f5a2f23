//! `legal list` and `legal show`.

use anyhow::Result;
use clap::Args;

use crate::legal::{ACTS, APPLICATIONS, STAGES, STATES, words};
use crate::office::whose::Whose;
use crate::register::Under;
use crate::report::{Kind as Holds, Report, column};
use crate::session::Session;
use crate::typed;

const HISTORY: Under = Under {
    view: "legal_history",
    of: "code",
    columns: &[
        column("no", "번호", "no", Holds::Integer),
        column("on", "날짜", "on", Holds::Date),
        column("act", "처리", "act", Holds::Term(ACTS)),
        column("amount", "금액(원)", "won", Holds::Money),
        column("body", "결정 기구", "by", Holds::Text).minor(2),
        column("document", "문서", "document", Holds::Text).minor(1),
        column("note", "사유·비고", "reason or note", Holds::Text),
    ],
    order: "\"on\", step, id",
};

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    whose: Whose,
    /// Only of this stage
    #[arg(long, value_parser = typed::OneOf(STAGES))]
    stage: Option<String>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists applications.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let filter = args.whose.filter(db)?.when("stage = ?", args.stage.clone()).when("state = ?", args.state.clone()).unless_void(
        &APPLICATIONS,
        args.all,
        args.state.as_deref(),
    );
    APPLICATIONS.list_overdue(db, filter, "state = 'owing' AND repay_due < (SELECT t.date FROM today t)")
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code
    code: String,
}

/// Shows one application with its history.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = args.code.to_uppercase();
    Ok(APPLICATIONS.show(db, &code)?.part("history", words::HISTORY, HISTORY.table(db, &code)?))
}
