//! A round judged by what its track asks for, as it would stand in the file: after an entry was
//! entered or corrected, after the round itself was, and before it is closed.

use anyhow::Result;
use chrono::NaiveDate;

use super::rules::tracks::{self, Member};
use super::rules::{self, stages};
use super::store::{self, Round};
use crate::db::Db;
use crate::office::store as office;
use crate::refusal::Refusal;
use crate::session::Change;

/// Whether an entry is what its round's track asks for.
///
/// # Errors
/// It is not.
pub fn entry(db: &Db, round: &Round, id: i64) -> Result<()> {
    Ok(tracks::fits(&store::candidate(db, round, id)?)?)
}

/// Whether the criteria of a round are such as its track takes.
///
/// # Errors
/// One is not.
pub fn criteria(db: &Db, round: &Round) -> Result<()> {
    Ok(tracks::criteria(&round.code, &store::track(db, round.id)?, &store::outcomes(db, round.id)?)?)
}

/// Whether what was set of a round could have been, as when something of it was taken back: its
/// criteria and their maxima, its grades together, and that it is the only one that the round
/// before it goes on as.
///
/// # Errors
/// It could not.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    let round = store::find(db, code)?;
    if round.is_void {
        return Ok(());
    }
    criteria(db, &round)?;
    maxima(db, &round)?;
    rules::grades(&store::shares(db, round.id, "")?)?;
    match store::beside(db, round.id)? {
        Some((before, next)) => Ok(stages::once(&before, Some(&next))?),
        None => Ok(()),
    }
}

/// Whether nothing of a round was scored above its maximum.
fn maxima(db: &Db, round: &Round) -> Result<()> {
    for (sort, scores, column) in [(store::CRITERIA, "eval_score", "criterion_id"), (store::COMPONENTS, "component_score", "component_id")]
    {
        for scored in store::all(db, round.id, sort)? {
            rules::maximum(&scored.name, scored.max, store::highest(db, scores, column, scored.id)?)?;
        }
    }
    Ok(())
}

/// Whether a round is all that its track asks for, as far as it has entries.
///
/// # Errors
/// It is not.
pub fn fits(db: &Db, code: &str) -> Result<()> {
    let round = store::find(db, code)?;
    if round.is_void { Ok(()) } else { whole(db, &round) }
}

/// Whether all of a round is what its track asks for.
///
/// # Errors
/// Something is not.
pub fn whole(db: &Db, round: &Round) -> Result<()> {
    criteria(db, round)?;
    rules::grades(&store::shares(db, round.id, "")?)?;
    let indicators = store::all(db, round.id, store::COMPONENTS)?.iter().any(|component| component.kind == "indicator");
    if indicators {
        tracks::takes_indicators(&round.code, &store::track(db, round.id)?)?;
    }
    for candidate in store::candidates(db, round)? {
        tracks::fits(&candidate)?;
    }
    Ok(())
}

/// Sets whose merit an entry is where its track is about persons. Elsewhere that is left to
/// whoever completes the entry.
///
/// # Errors
/// A person nobody knows; more persons than an entry of the track has, or fewer.
pub fn members_where_taken(change: &Change, round: &Round, id: i64, those: &[Member], on: NaiveDate) -> Result<()> {
    let track = store::track(change, round.id)?;
    match members(change, round, id, those, on) {
        Err(error) if error.is::<Refusal>() && !tracks::is_of_persons(&track) => Ok(()),
        other => other.map(drop),
    }
}

/// Sets whose merit an entry is, and judges that; returns whether it was otherwise before.
///
/// # Errors
/// A person nobody knows, or what the track does not take.
pub fn members(change: &Change, round: &Round, id: i64, members: &[Member], on: NaiveDate) -> Result<bool> {
    let mut shares: store::Shares = Vec::new();
    let mut named: Vec<(String, i64)> = Vec::new();
    for Member { who, share, role } in members {
        let person = office::person_typed(change, who)?;
        shares.push((person.id, *share, role.clone()));
        named.push((person.code, *share));
    }
    let candidate = store::candidate(change, round, id)?;
    tracks::fits(&tracks::Candidate { members: named, ..candidate })?;
    // Whose merit it is says where it is from, where nothing else does: the one with the largest part.
    if let Some((person, ..)) = shares.iter().rev().max_by_key(|(_, share, _)| *share) {
        store::is_from(change, id, office::department_of(change, *person, on)?)?;
    }
    store::insert_members(change, id, &shares, on)
}
