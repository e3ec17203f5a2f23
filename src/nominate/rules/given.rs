//! What a nomination is given with, as it is typed: who is nominated with which part, by whom, and
//! the ground of a rejection.

use super::refusals::{
    GROUND_NEEDS_REASON, NO_GROUND, NOMINATES_SELF, NOMINATOR_NEEDED, NOMINATOR_UNFIT, SHARE_NEEDED, SHARES, TEAM_OF_ONE, TWICE,
};
use crate::nominate::GROUNDS;
use crate::refusal::{KNOWN, Refusal};
use crate::typed;
use crate::words::{Sentence, Text, code_of, text};

/// The ground that explains itself in the office's words.
const OTHER: &str = "other";

/// The parts of the nominees in per cent: one person has all of it, a team's sum to 100.
///
/// # Errors
/// They do not; somebody is named twice; a team has one member.
pub fn shares(given: &[(String, Option<i64>)], team: Option<&str>) -> Result<Vec<i64>, Refusal> {
    for (at, (name, _)) in given.iter().enumerate() {
        if given[..at].iter().any(|(before, _)| before == name) {
            return Err(TWICE.with("name", name));
        }
    }
    a_team(given.len(), team)?;
    if let [(_, share)] = given {
        let share = share.unwrap_or(100);
        return if share == 100 { Ok(vec![100]) } else { Err(SHARES.with("sum", share)) };
    }
    let shares: Vec<i64> = given.iter().filter_map(|(_, share)| *share).collect();
    let sum: i64 = shares.iter().sum();
    match () {
        () if shares.len() < given.len() => Err(SHARE_NEEDED.met()),
        () if sum != 100 || shares.contains(&0) => Err(SHARES.with("sum", sum)),
        () => Ok(shares),
    }
}

/// A team that has a name has more than one member.
///
/// # Errors
/// It has one.
pub fn a_team(members: usize, name: Option<&str>) -> Result<(), Refusal> {
    match name {
        Some(_) if members == 1 => Err(TEAM_OF_ONE.met().way_out("--nominee STAFF=60 --nominee STAFF=40")),
        _ => Ok(()),
    }
}

/// A nominee as it is typed: a person, and for a team `=` and the part in per cent.
pub fn nominee(typed: &str) -> Result<(String, Option<i64>), typed::Expected> {
    match typed.split_once('=') {
        None => Ok((typed::title(typed)?, None)),
        Some((name, share)) => Ok((typed::title(name)?, Some(typed::percent(share)?))),
    }
}

/// A ground of rejection that the office has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its word.
    pub code: String,
    /// What it says.
    pub name: String,
}

/// A ground as it is told among others.
const GROUND: Text = text("{code}({name})", "{code}");

/// A ground is one that the office has, and `other` is explained.
///
/// # Errors
/// It is not.
pub fn ground(code: &str, ground: &str, known: &[Ground], reason: Option<&str>) -> Result<(), Refusal> {
    if !known.iter().any(|known| known.code == ground) {
        let told = known.iter().map(|known| GROUND.with("code", &known.code).with("name", &known.name)).collect();
        let refusal = NO_GROUND.with("ground", ground).seen(KNOWN, Sentence::listed(told));
        let near = known.iter().filter(|known| ground.chars().count() > 1 && known.name.contains(ground));
        let refusal = near.fold(refusal, |refusal, near| refusal.put_right(ground, &near.code, "proadmin nominate grounds"));
        return Err(refusal.way_out("proadmin nominate grounds").way_out("proadmin nominate ground CODE --name …"));
    }
    if ground == OTHER && reason.is_none() {
        return Err(GROUND_NEEDS_REASON.with("code", code).way_out(format!("proadmin nominate reject {code} --ground other --reason …")));
    }
    Ok(())
}

/// The code of a ground that was typed as its code or its words.
pub fn ground_typed(typed: &str) -> String {
    code_of(GROUNDS, typed).map_or_else(|| typed.to_lowercase(), str::to_owned)
}

/// Who nominated, unless it is oneself.
///
/// # Errors
/// Nobody is named, or not as a name can be; what was typed is not repeated.
pub fn nominator(source: &str, typed: Option<&str>) -> Result<Option<String>, Refusal> {
    match (source, typed) {
        ("self", _) => Ok(None),
        (_, None) => Err(NOMINATOR_NEEDED.met().way_out(format!("--by {source} --nominator …"))),
        (_, Some(name)) => typed::title(name).map(Some).map_err(|_| NOMINATOR_UNFIT.met()),
    }
}

/// An employee does not nominate themself in passing.
///
/// # Errors
/// They do.
pub fn not_oneself(is_nominee: bool) -> Result<(), Refusal> {
    if is_nominee { Err(NOMINATES_SELF.met().way_out("--by self")) } else { Ok(()) }
}
