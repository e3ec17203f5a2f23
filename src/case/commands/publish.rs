//! `case publish`, `case withdraw` and `case void`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::case::store::Case;
use crate::case::{CASES, store, words};
use crate::db::Db;
use crate::prompt;
use crate::record;
use crate::report::Report;
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Publish {
    /// Code
    code: String,
    /// Day it is published [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Its code, to confirm
    #[arg(long, value_name = "CODE")]
    confirm: Option<String>,
}

/// Publishes a case's approved text.
pub fn publish(session: &Session, args: &Publish) -> Result<Report> {
    let on = super::on(session, args.on)?;
    session.may_write()?;
    // A person may think long: they are asked before the lock is taken, and the case is judged
    // again under it. What refuses already waits until a repeated request was told its answer.
    let asked = judged(session.db()?, args, on);
    if let Ok(case) = &asked {
        let question = words::ASK_PUBLISH.with("code", &case.code).with("title", case.title());
        prompt::confirm_by_code(session, &question, &case.code, args.confirm.as_deref())?;
    }
    let change = session.change("case publish")?;
    asked?;
    let case = judged(&change, args, on)?;
    store::publish(&change, &case, on, &session.actor())?;
    let done = words::PUBLISHED.with("code", &case.code).with("title", case.title()).with("on", on);
    Ok(change.record(&CASES, &[&case.code], done)?.hint(words::BUILD.say()))
}

/// The case, and that it may be published.
fn judged(db: &Db, args: &Publish, on: NaiveDate) -> Result<Case> {
    let case = store::find(db, &args.code.to_uppercase())?;
    case.standing.publishable(on, &store::findings(db, &case)?)?;
    store::as_approved(db, &case)?;
    Ok(case)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Withdraw {
    /// Code
    code: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
    /// Day it is withdrawn [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Withdraws a case from the public.
pub fn withdraw(session: &Session, args: &Withdraw) -> Result<Report> {
    let on = super::on(session, args.on)?;
    let change = session.change("case withdraw")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    case.standing.withdrawable(on)?;
    if let Some(publication_id) = case.publication_id {
        store::withdraw(&change, publication_id, on, (&session.actor(), &args.reason))?;
    }
    let done = words::WITHDRAWN.with("code", &case.code).with("title", case.title()).with("on", on);
    Ok(change.record(&CASES, &[&case.code], done)?.hint(words::BUILD.say()))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code
    code: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids a case that was registered by mistake.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("case void")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    case.standing.voidable()?;
    record::void(&change, "case_file", case.id, &args.reason)?;
    change.record(&CASES, &[&case.code], words::VOIDED.with("code", &case.code).with("title", case.title()))
}
