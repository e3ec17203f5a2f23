//! `legal void`: an application that was registered by mistake, or what was entered under it.

use anyhow::Result;
use clap::Args;

use crate::legal::{APPLICATIONS, store, words};
use crate::record;
use crate::report::Report;
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code
    code: String,
    /// Only what `show` lists under this number; several as 2,3
    #[arg(long, value_name = "NO", value_delimiter = ',')]
    act: Vec<i64>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids an application, or acts of it.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("legal void")?;
    let application = store::find(&change, &args.code)?;
    let history = store::history(&change, &application)?;
    let (code, title) = (&application.code, &application.title);
    if args.act.is_empty() {
        history.voidable()?;
        record::void(&change, "legal_support", application.id, &args.reason)?;
        return change.record(&APPLICATIONS, &[code], words::VOIDED.with("code", code).with("title", title));
    }
    history.without(&args.act)?;
    for no in &args.act {
        store::void(&change, application.id, *no, &args.reason)?;
    }
    let numbers = args.act.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let said = words::VOIDED_ACT.with("code", code).with("title", title).with("numbers", numbers);
    change.record(&APPLICATIONS, &[code], said)
}
