//! The SQL of the body that decides on a closed round: its day and minutes, who was there, who
//! was recused. A member's name is kept apart, as a rater's is.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::{RATERS, Round, known};
use crate::db::Db;
use crate::evaluate::{raters, rules};
use crate::office::store::day;
use crate::private;
use crate::session::Change;
use crate::words::korean::masked;

/// The body that decided on a round, and the day, if one did.
pub fn adoption(db: &Db, round: &Round) -> Result<Option<(i64, String, NaiveDate)>> {
    let sql = "SELECT id, body, adopted_on FROM eval_adoption WHERE round_id = :round AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":round": round.id }, |row| {
        Ok((row.get("id")?, row.get("body")?, day(row, "adopted_on")?.unwrap_or_default()))
    })?)
}

/// The rater of a round whom a member's code or name names, if there is one.
pub fn find_member(db: &Db, round: &Round, typed: &str) -> Result<Option<(i64, String)>> {
    let found = match known(db, round.id, RATERS, typed)? {
        Some(rater) => Some(rater),
        None => raters::named(db, round.id, typed)?,
    };
    Ok(found.map(|rater| (rater.id, rater.name)))
}

/// A decision to be recorded.
#[derive(Clone, Debug)]
pub struct Adoption<'a> {
    /// The body.
    pub body: &'a str,
    /// Its day.
    pub on: NaiveDate,
    /// Its minutes.
    pub document: &'a str,
    /// The members as typed, each with whether it was there.
    pub members: &'a [(String, bool)],
    /// Who was recused from what: the place among the members, the entry, why.
    pub recusals: &'a [(usize, i64, String)],
}

/// Records a decision.
pub fn adopt(change: &Change, round: &Round, adoption: &Adoption) -> Result<()> {
    let on = adoption.on.to_string();
    let values = [
        ("round_id", round.id.into()),
        ("body", adoption.body.to_owned().into()),
        ("adopted_on", on.clone().into()),
        ("document", adoption.document.to_owned().into()),
    ];
    let id = change.insert_row("eval_adoption", &values)?;
    let mut attendances = Vec::new();
    for (at, (typed, present)) in adoption.members.iter().enumerate() {
        let mut values: Vec<(&str, Value)> =
            vec![("adoption_id", id.into()), ("present", i64::from(*present).into()), ("met_on", on.clone().into())];
        match find_member(change, round, typed)? {
            Some((rater, code)) => values.extend([("rater_id", rater.into()), ("code", code.into())]),
            None if rules::is_rater_code(typed) => values.push(("code", typed.clone().into())),
            None => {
                values.push(("code", format!("M-{:02}", at + 1).into()));
                values.push(("name", masked(typed).into()));
                values.push(("private_id", private::keep(change, typed)?.into()));
            }
        }
        attendances.push(change.insert_row("eval_attendance", &values)?);
    }
    for (member, entry, reason) in adoption.recusals {
        let values = [
            ("attendance_id", attendances.get(*member).copied().into()),
            ("entry_id", (*entry).into()),
            ("reason", reason.clone().into()),
            ("recused_on", on.clone().into()),
        ];
        change.insert_row("eval_recusal", &values)?;
    }
    Ok(())
}
