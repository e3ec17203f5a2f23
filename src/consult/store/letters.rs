//! Opinion letters, and what came of them.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::acts::next_number;
use crate::consult::letter::{self, Opinion};
use crate::db::Db;
use crate::digest;
use crate::office::store::day;
use crate::session::Change;

/// Issues an opinion letter, kept whole as it goes out, and returns its revision.
pub fn issue(change: &Change, id: i64, opinion: Opinion) -> Result<i64> {
    let sql = "SELECT coalesce(max(revision), 0) + 1 FROM opinion WHERE consultation_id = :case";
    let revision = change.row(sql, named_params! { ":case": id }, |row| row.get(0))?.unwrap_or(1);
    let letter = letter::draw_up(change, id, Opinion { revision, ..opinion })?;
    let layout = letter.layout();
    let (document, opinion) = (layout.text(), &letter.opinion);
    change.insert(
        "INSERT INTO opinion (consultation_id, revision, issued_on, due, result, text, reason, document, layout, sha256)
         VALUES (:case, :revision, :on, :due, :result, :text, :reason, :document, :layout, :sha256)",
        named_params! {
            ":case": id, ":revision": revision, ":on": opinion.issued_on.to_string(), ":due": opinion.due.to_string(),
            ":result": opinion.result, ":text": opinion.text, ":reason": opinion.reason, ":document": document,
            ":layout": serde_json::to_string(&layout)?, ":sha256": digest::of_bytes(document.as_bytes()),
        },
    )?;
    Ok(revision)
}

/// The day the last letter of a request went out.
pub fn last_letter(db: &Db, id: i64) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(issued_on) AS last FROM opinion WHERE consultation_id = :case";
    Ok(db.row(sql, named_params! { ":case": id }, |row| day(row, "last"))?.flatten())
}

/// The result and the text of the letter in force; none where an answer came from a file.
pub fn in_force(db: &Db, id: i64) -> Result<Option<(String, String)>> {
    let sql = "SELECT result, text FROM opinion WHERE consultation_id = :case ORDER BY revision DESC LIMIT 1";
    Ok(db.row(sql, named_params! { ":case": id }, |row| Ok((row.get("result")?, row.get("text")?)))?)
}

/// Whether a letter that gives this opinion, drawn up now, would say what the one in force
/// says already, its day, its number and its reason apart.
pub fn says_the_same(db: &Db, id: i64, opinion: &Opinion) -> Result<bool> {
    let sql = "SELECT revision, issued_on, reason, layout FROM opinion WHERE consultation_id = :case ORDER BY revision DESC LIMIT 1";
    let in_force = db.row(sql, named_params! { ":case": id }, |row| {
        let as_it_was = Opinion {
            revision: row.get("revision")?,
            issued_on: day(row, "issued_on")?.unwrap_or_default(),
            reason: row.get("reason")?,
            ..opinion.clone()
        };
        Ok((as_it_was, row.get::<_, String>("layout")?))
    })?;
    let Some((as_it_was, layout)) = in_force else { return Ok(false) };
    Ok(serde_json::from_str::<letter::Layout>(&layout)? == letter::draw_up(db, id, as_it_was)?.layout())
}

/// The four facts that exemption rests on.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The same matter as was asked about.
    pub same_matter: bool,
    /// Enough information had been given.
    pub info_sufficient: bool,
    /// No private interest.
    pub no_private_interest: bool,
    /// Acted as the opinion said.
    pub followed_opinion: bool,
}

/// Records a follow-up.
pub fn follow_up(change: &Change, id: i64, on: NaiveDate, facts: Facts, note: Option<&str>) -> Result<()> {
    change.insert(
        "INSERT INTO follow_up (consultation_id, no, reported_on, same_matter, info_sufficient, no_private_interest, followed_opinion, note)
         VALUES (:case, :no, :on, :same, :info, :interest, :followed, :note)",
        named_params! {
            ":case": id, ":no": next_number(change, id)?, ":on": on.to_string(), ":same": facts.same_matter, ":info": facts.info_sufficient,
            ":interest": facts.no_private_interest, ":followed": facts.followed_opinion, ":note": note,
        },
    )?;
    Ok(())
}
