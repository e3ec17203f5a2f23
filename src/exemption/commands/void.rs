//! `exemption void`: a request, an act of it, or a finding that was entered by mistake.

use anyhow::Result;
use clap::Args;

use crate::consult::CONSULTATIONS;
use crate::consult::store as consult;
use crate::exemption::{EXEMPTIONS, rules, store, words};
use crate::record;
use crate::report::Report;
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code of the request; of a finding, that of its request for pre-consulting
    code: String,
    /// Only what `show` lists under this number; several as 2,3
    #[arg(long, value_name = "NO", value_delimiter = ',')]
    act: Vec<i64>,
    /// The finding that `check` shows under this number
    #[arg(long = "finding", id = "finding_no", value_name = "NO", conflicts_with = "act")]
    finding: Option<i64>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids it.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("exemption void")?;
    if let Some(no) = args.finding {
        let case = consult::find(&change, &args.code.to_uppercase())?;
        let was_there = store::void_finding(&change, case.id, no, &args.reason)?;
        rules::was_there(&case.code, no, was_there)?;
        let said = words::VOIDED_ACT.with("code", &case.code).with("title", &case.title).with("numbers", no);
        return change.record(&CONSULTATIONS, &[&case.code], said);
    }
    let request = store::find(&change, &args.code)?;
    let history = store::history(&change, &request)?;
    let (code, title) = (&request.code, &request.title);
    if args.act.is_empty() {
        history.not_void()?;
        record::void(&change, "exemption", request.id, &args.reason)?;
        return change.record(&EXEMPTIONS, &[code], words::VOIDED.with("code", code).with("title", title));
    }
    history.without(&args.act)?;
    for no in &args.act {
        store::void(&change, request.id, *no, &args.reason)?;
    }
    let numbers = args.act.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let said = words::VOIDED_ACT.with("code", code).with("title", title).with("numbers", numbers);
    change.record(&EXEMPTIONS, &[code], said)
}
