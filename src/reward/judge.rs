//! The rewards of a year judged by its menu, as they would stand in the file: after terms were
//! set, and after rows were imported.

use anyhow::Result;

use super::{rules, store};
use crate::db::Db;
use crate::evaluate::judge as rounds;

/// Whether what was chosen of a year stands under its menu.
///
/// # Errors
/// It does not.
pub fn year(db: &Db, year: i64) -> Result<()> {
    Ok(rules::holds(&store::menu(db, year)?, &store::offers(db, year)?)?)
}

/// Whether what was chosen of the year of a reward does.
///
/// # Errors
/// It does not.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    year(db, store::find(db, code)?.year)
}

/// Whether what was set of a round could have been, as when something of it was taken back, and
/// no reward stands on one that goes on.
///
/// # Errors
/// It could not.
pub fn round_holds(db: &Db, code: &str) -> Result<()> {
    rounds::holds(db, code)?;
    match store::offered_before(db, code)? {
        Some((before, track)) => Ok(rules::offer(&before, &track, Some(code))?),
        None => Ok(()),
    }
}

/// Whether what was chosen of any year does, as when the terms of a measure were taken back.
///
/// # Errors
/// It does not.
pub fn menu_holds(db: &Db, _measure: &str) -> Result<()> {
    from(db, i64::MIN)
}

/// Whether what was chosen from a year on does.
///
/// # Errors
/// It does not.
pub fn from(db: &Db, from: i64) -> Result<()> {
    store::years(db, from)?.into_iter().try_for_each(|of| year(db, of))
}
