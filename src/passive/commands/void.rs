//! `passive void`: a report that was registered by mistake, or what was entered under it.

use anyhow::Result;
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::clock;
use crate::passive::store::{self, Passive};
use crate::passive::{ACTS, REPORTS, words};
use crate::record;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Sentence, label_of};

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

/// Voids a report, or what happened to it.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("passive void")?;
    let report = store::find(&change, &args.code.to_uppercase())?;
    if !args.act.is_empty() {
        return acts(change, &report, args);
    }
    store::history(&change, &report)?.voidable()?;
    record::void(&change, "passive_report", report.id, &args.reason)?;
    let done = words::VOIDED.with("code", &report.code).with("title", &report.title);
    change.record(&REPORTS, &[&report.code], done)
}

fn acts(change: Change, report: &Passive, args: &Void) -> Result<Report> {
    let history = store::history(&change, report)?;
    history.without(&args.act)?;
    let named = history.acts.iter().filter_map(|done| Some((done.no?, done.act.code()))).filter(|(no, _)| args.act.contains(no));
    let what = named.map(|(no, kind)| words::NUMBERED.with("no", no).with("act", label_of(ACTS, kind))).collect();
    let was_late = clock::is_extended_late(&change, &report.code)?;
    for no in &args.act {
        store::void(&change, report.id, *no, &args.reason)?;
    }
    store::judge_extension(&change, report, was_late)?;
    let due = within_calendar(store::find(&change, &report.code)?.due)?;
    let done = words::VOIDED_ACT.with("code", &report.code).with("title", &report.title).with("what", Sentence::listed(what));
    let done = words::AND_DUE.with("done", done).with("due", words::moved(report.due, due));
    Ok(change.record(&REPORTS, &[&report.code], done)?.hint(next(format!("proadmin passive show {}", report.code))))
}
