//! Raters: known by a code, and where they came by name, found again by the name that is kept
//! apart. No name leaves this module.

use anyhow::Result;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::rules::{self, On};
use super::store::{self, Kept, Named, RATERS, Round};
use crate::db::Db;
use crate::private;
use crate::session::Change;
use crate::words::korean::masked;

/// The rater who was typed, by code or by name.
///
/// # Errors
/// None; the name is not repeated.
pub fn typed(db: &Db, round: &Round, typed: &str) -> Result<Named> {
    match named(db, round.id, typed)? {
        Some(found) => Ok(found),
        None => store::named(db, round, RATERS, &rules::rater_shown(typed)),
    }
}

/// The rater of a kept name, if there is one.
pub fn named(db: &Db, round: i64, name: &str) -> Result<Option<Named>> {
    if rules::is_rater_code(name) {
        return Ok(None);
    }
    let sql = "SELECT id, code, private_id FROM rater
                WHERE round_id = :round AND void_reason IS NULL AND private_id IS NOT NULL ORDER BY id";
    let kept = db.rows(sql, named_params! { ":round": round }, |row| {
        let rater = Named { id: row.get("id")?, name: row.get("code")?, max: 0, kind: String::new() };
        Ok((rater, row.get::<_, i64>("private_id")?))
    })?;
    for (rater, private_id) in kept {
        if private::is(db, private_id, name)? {
            return Ok(Some(rater));
        }
    }
    Ok(None)
}

/// Records a rater by code, or by a person's name under the next code; a name is kept apart
/// and stands masked. Returns the code and what that came to.
pub fn set(change: &Change, round: i64, code: Option<&str>, name: Option<&str>, on: On) -> Result<(String, Kept)> {
    let code = match (code, name) {
        (Some(code), _) => code.to_owned(),
        (None, Some(name)) => match named(change, round, name)? {
            Some(rater) => return Ok((rater.name, Kept::Same)),
            None => store::next_code(change, round, RATERS)?,
        },
        (None, None) => store::next_code(change, round, RATERS)?,
    };
    let mut columns: Vec<(&'static str, Value)> = Vec::new();
    if let Some(name) = name {
        let sql = "SELECT private_id FROM rater WHERE round_id = :round AND code = :code";
        let kept: Option<i64> = change.row(sql, named_params! { ":round": round, ":code": code }, |row| row.get(0))?.flatten();
        let is_so = kept.map(|id| private::is(change, id, name)).transpose()?.unwrap_or(false);
        if !is_so {
            columns.push(("name", masked(name).into()));
            columns.push(("private_id", private::keep(change, name)?.into()));
        }
    }
    let (_, kept) = store::set(change, round, RATERS, &code, ("set_on", on), columns)?;
    Ok((code, kept))
}
