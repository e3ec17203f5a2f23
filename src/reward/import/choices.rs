//! How the measure of a row is chosen, checked and granted: what is there already must be as it
//! is, what is not is recorded in its order.

use anyhow::Result;

use super::event;
use crate::import::Row;
use crate::reward::rules::{self, Choice, Picked};
use crate::reward::store::{self, Reward};
use crate::session::Change;
use crate::typed;

/// Records the measure of a row; what that changed, if anything.
pub(super) fn take(change: &Change, row: &Row, reward: &Reward) -> Result<Option<String>> {
    let Some(typed) = row.read("measure", typed::title) else { return Ok(None) };
    let menu = store::menu(change, reward.year)?;
    let code = match menu.measure(&typed) {
        Ok(measure) => measure.code.clone(),
        Err(refusal) => {
            row.refused("measure", &refusal);
            return Ok(None);
        }
    };
    let mut told: Vec<&str> = Vec::new();
    if store::choice(change, reward, &code)?.is_none() {
        let on = event(change, row, "chosen_on").unwrap_or(reward.offered_on);
        let instead_of = row.read("instead_of", rules::code);
        if let Err(refusal) = rules::not_before_offer(&reward.offer.code, reward.offered_on, on) {
            row.refused("chosen_on", &refusal);
        }
        store::choose(change, reward.id, &Picked { measure: code.clone(), instead_of }, on)?;
        told.push("measure");
    }
    let Some(choice) = store::choice(change, reward, &code)? else { return Ok(None) };
    agrees(row, &choice);
    if check(change, row, &choice)? {
        told.push("checked_on");
    }
    let Some(choice) = store::choice(change, reward, &code)? else { return Ok(None) };
    if grant(change, row, &choice)? {
        told.push("granted_on");
    }
    Ok((!told.is_empty()).then(|| told.join(", ")))
}

/// Notes what a file cannot change.
fn agrees(row: &Row, choice: &Choice) {
    let verb = |verb: &str| format!("reward {verb} {} --measure {}", choice.code, choice.measure);
    row.computed("chosen_on", &choice.chosen_on.to_string(), &verb("void"));
    if let Some((on, ok)) = choice.checked {
        row.computed("checked_on", &on.to_string(), &verb("void"));
        row.computed("check_ok", if ok { "true" } else { "false" }, &verb("void"));
    }
    if let Some(on) = choice.granted_on {
        row.computed("granted_on", &on.to_string(), &verb("void"));
    }
}

fn check(change: &Change, row: &Row, choice: &Choice) -> Result<bool> {
    let Some(on) = event(change, row, "checked_on").filter(|_| choice.checked.is_none()) else { return Ok(false) };
    let ok = row.required("check_ok", typed::flag);
    let reason = row.read("check_reason", typed::long_text);
    let Some(ok) = ok else { return Ok(false) };
    if let Err(refusal) = rules::check(choice, ok, reason.is_some(), on) {
        row.refused("checked_on", &refusal);
        return Ok(false);
    }
    store::check(change, choice.id, ok, reason.as_deref(), on)?;
    Ok(true)
}

fn grant(change: &Change, row: &Row, choice: &Choice) -> Result<bool> {
    let Some(on) = event(change, row, "granted_on").filter(|_| choice.granted_on.is_none()) else { return Ok(false) };
    let document = row.required("document", typed::title);
    let body = row.read("body", typed::title);
    let Some(document) = document else { return Ok(false) };
    if let Err(refusal) = rules::grant(choice, on) {
        row.refused("granted_on", &refusal);
        return Ok(false);
    }
    store::grant(change, choice.id, body.as_deref(), &document, on)?;
    Ok(true)
}
