//! What an application and a decision say: amounts, instances, reasons, days.

use chrono::NaiveDate;

use super::refusals::{COURT_LIMIT, DUE_BEFORE, INSTANCE, NO_AMOUNT, NO_REASON, REDATED, TWICE};
use crate::refusal::Refusal;
use crate::typed::Expected;
use crate::words::text;

pub(super) const WON: Expected =
    Expected(text("1원 이상의 금액이 필요합니다(예: 1500000)", "an amount of at least 1 won is needed, such as 1500000"));

/// An amount of at least one won.
///
/// # Errors
/// Anything else.
pub fn won(typed: &str) -> Result<i64, Expected> {
    crate::typed::money(typed).ok().filter(|won| (1..=1_000_000_000_000).contains(won)).ok_or(WON)
}

/// Whether an instance is said where there is one, and only there.
///
/// # Errors
/// It is not.
pub fn instance(is_civil: bool, instance: Option<i64>) -> Result<(), Refusal> {
    match (is_civil, instance) {
        (true, None) => Err((1..=3).fold(INSTANCE.met(), |refusal, no| refusal.way_out(format!("--instance {no}")))),
        (false, Some(_)) => Err(INSTANCE.met().way_out("--stage civil")),
        _ => Ok(()),
    }
}

/// The amount of an approval, or the reason of a refusal.
///
/// # Errors
/// It is missing.
pub fn decision(code: &str, approved: bool, amount: Option<i64>, has_reason: bool) -> Result<(), Refusal> {
    match (approved, amount) {
        (true, None) => Err(NO_AMOUNT.with("code", code).way_out(format!("proadmin legal decide {code} --result approved --amount WON"))),
        (false, _) if !has_reason => {
            Err(NO_REASON.with("code", code).way_out(format!("proadmin legal decide {code} --result refused --reason …")))
        }
        _ => Ok(()),
    }
}

/// Whether a court's limit may be said: of a civil case.
///
/// # Errors
/// It is none.
pub fn court_limit(is_civil: bool) -> Result<(), Refusal> {
    if is_civil { Ok(()) } else { Err(COURT_LIMIT.met().way_out("proadmin legal caps")) }
}

/// Whether the day of an application is corrected with its reason.
///
/// # Errors
/// Without one.
pub fn redated(code: &str, has_reason: bool) -> Result<(), Refusal> {
    if has_reason { Ok(()) } else { Err(REDATED.with("code", code).way_out(format!("proadmin legal edit {code} --on DATE --reason …"))) }
}

/// Whether a day to pay back by lies after the cancellation.
///
/// # Errors
/// It lies before.
pub fn repay_by(code: &str, on: NaiveDate, due: NaiveDate) -> Result<(), Refusal> {
    if due >= on { Ok(()) } else { Err(DUE_BEFORE.with("code", code).with("on", on).with("due", due).way_out(format!("--due {on}"))) }
}

/// Whether nobody applied already for the same person, matter, stage and instance.
///
/// # Errors
/// The code of the application that did.
pub fn once(twin: Option<&str>) -> Result<(), Refusal> {
    twin.map_or(Ok(()), |code| Err(TWICE.with("code", code).way_out(format!("proadmin legal show {code}"))))
}

/// Won with commas: `1,500,000`.
pub fn grouped(won: i64) -> String {
    let digits = won.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digit.is_ascii_digit() {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
