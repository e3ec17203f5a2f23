//! `incentive redeem` and `incentive void`.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::incentive::{LEDGER, rules, store, words};
use crate::office::store as office;
use crate::record;
use crate::report::{Report, next, points};
use crate::session::Session;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Redeem {
    /// Who, code or name
    #[arg(value_name = "STAFF")]
    staff: String,
    /// How many points
    #[arg(long, value_name = "POINTS", value_parser = rules::points)]
    points: i64,
    /// For what, such as a voucher or leave
    #[arg(long = "for", value_name = "TEXT", value_parser = typed::title)]
    what: String,
    /// Year of the points [default: that of the day]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records that points were redeemed.
pub fn redeem(session: &Session, args: &Redeem) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let year = args.year.unwrap_or_else(|| on.year());
    let change = session.change("incentive redeem")?;
    let person = office::person_typed(&change, &args.staff)?;
    let account = store::account(&change, person.id, year, "")?;
    rules::redeem(&person.name, year, &account, store::step(&change, year)?, args.points, on)?;
    let code = store::redeem(&change, person.id, args.points, &args.what, on)?;
    let left = rules::balance(&account, on) - args.points;
    let done = words::REDEEMED.with("code", &code).with("name", &person.name).with("points", points(args.points));
    let report = change.record(&LEDGER, &[&code], done.with("what", &args.what).with("left", points(left)))?;
    Ok(report.hint(next(format!("proadmin incentive table --by person --year {year}"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Codes; - reads them from stdin
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids lines of the ledger, all or none. A decision that is void leaves its points proposed
/// again.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let codes = session.codes(&args.codes)?;
    if codes.len() > 1 {
        crate::prompt::confirm(session, &[], &words::ASK_VOID.with("count", codes.len()))?;
    }
    let change = session.change("incentive void")?;
    for code in &codes {
        let Some(line) = store::line(&change, code)? else { return Err(LEDGER.missing(&change, code)?.into()) };
        rules::not_void(code, line.is_void)?;
        if line.table == store::ACTIVITIES {
            rules::undecided(code, store::credit_of(&change, code)?.as_deref())?;
        } else if let Some(person) = line.staff_id {
            let account = |but: &str| store::account(&change, person, line.year, but);
            rules::take_back(code, &account("")?, &account(code)?)?;
        }
        record::void(&change, line.table, line.id, &args.reason)?;
    }
    let done = words::VOIDED.with("codes", codes.join(" "));
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    change.record(&LEDGER, &codes, done)
}
