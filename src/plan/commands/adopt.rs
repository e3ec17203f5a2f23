//! `plan adopt` and `plan unadopt`: a body adopts a plan, and every revision of it.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::plan::{ADOPTIONS, rules, store, words};
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Adopt {
    /// Year
    #[arg(value_parser = typed::year)]
    year: i32,
    /// Who adopted it: the committee, the mayor
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    body: String,
    /// Number of the document [default: --doc-no]
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    document: Option<String>,
    /// Day of the adoption [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// What is to be remembered, such as why it was revised
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Records an adoption, keeping those before it.
pub fn adopt(session: &Session, args: Adopt) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("plan adopt")?;
    let year = args.year;
    // What was adopted is the plan of that day.
    let content = if on < session.today { store::content(&session.as_of(on)?, year)? } else { store::content(&change, year)? };
    let revision = rules::adopt(year, content.actions, store::adopted(&change, year)?, on)?;
    let document = args.document.or_else(|| session.options.doc_no.clone());
    let adoption = store::Adoption { year, revision, body: args.body, on, document, note: args.note };
    rules::adopted_anew(year, on, &adoption.body, store::same_adoption(&change, &adoption, &content)?)?;
    let revision = store::adopt(&change, &adoption, &content)?;
    let said = words::ADOPTED_NOW.with("year", i64::from(year)).with("on", on).with("body", adoption.body).with("revision", revision);
    let said = said.with("areas", content.areas).with("actions", content.actions);
    Ok(change.record(&ADOPTIONS, &[&format!("{year}:{revision}")], said)?.hint(next(format!("proadmin plan report {year}"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Unadopt {
    /// Year
    #[arg(value_parser = typed::year)]
    year: i32,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids the last adoption.
pub fn unadopt(session: &Session, args: &Unadopt) -> Result<Report> {
    let change = session.change("plan unadopt")?;
    let year = args.year;
    let Some((revision, _)) = store::adopted(&change, year)? else { return Err(rules::never_adopted(year).into()) };
    let id = store::adoption(&change, year, revision)?;
    change.update("plan_adoption", id, &[("void_reason", args.reason.clone().into())])?;
    let said = words::UNADOPTED.with("year", i64::from(year)).with("revision", revision);
    change.record(&ADOPTIONS, &[&format!("{year}:{revision}")], said)
}
