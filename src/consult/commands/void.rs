//! `consult void`: a request that was registered by mistake, or what was entered under it.

use anyhow::Result;
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::clock;
use crate::consult::store::Consultation;
use crate::consult::{ACTS, CONSULTATIONS, store, words};
use crate::record;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{label_of, text};

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

/// Voids a request, or acts and follow-ups of it.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("consult void")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    if !args.act.is_empty() {
        return acts(change, &case, args);
    }
    store::history(&change, &case)?.voidable()?;
    record::void(&change, "consultation", case.id, &args.reason)?;
    let done = words::VOIDED.with("code", &case.code).with("title", &case.title);
    change.record(&CONSULTATIONS, &[&case.code], done)
}

fn acts(change: Change, case: &Consultation, args: &Void) -> Result<Report> {
    let history = store::history(&change, case)?;
    let follow_ups = store::follow_ups_among(&change, case.id, &args.act)?;
    let acts: Vec<i64> = args.act.iter().copied().filter(|no| !follow_ups.contains(no)).collect();
    history.without(&acts)?;
    let told = history.acts.iter().filter_map(|done| Some((done.no?, done.act.code()))).filter(|(no, _)| acts.contains(no));
    let told = told.chain(follow_ups.iter().map(|no| (*no, "followed_up")));
    let what = told.map(|(no, kind)| words::NUMBERED.with("no", no).with("act", label_of(ACTS, kind))).reduce(words::and);
    let was_late = clock::is_extended_late(&change, &case.code)?;
    for no in &args.act {
        store::void(&change, case.id, *no, &args.reason)?;
    }
    store::judge_extension(&change, case, was_late)?;
    let due = within_calendar(store::find(&change, &case.code)?.due)?;
    let done =
        words::VOIDED_ACT.with("code", &case.code).with("title", &case.title).with("what", what.unwrap_or_else(|| text("", "").say()));
    let done = if acts.is_empty() { done } else { words::AND_DUE.with("done", done).with("due", words::moved(case.due, due)) };
    Ok(change.record(&CONSULTATIONS, &[&case.code], done)?.hint(next(format!("proadmin consult show {}", case.code))))
}
