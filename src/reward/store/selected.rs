//! The SQL of who was selected: the entries of a closed round that have a grade, and whose
//! merit each is.

use anyhow::Result;
use rusqlite::named_params;

use crate::db::Db;

/// An entry with a grade.
#[derive(Clone, Debug)]
pub struct Graded {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// What it is about.
    pub title: String,
    /// Its grade.
    pub grade: String,
    /// The main person of the selected key task that it is about.
    pub lead: Option<i64>,
    /// Whose merit it is: person and per cent.
    pub members: Vec<(i64, i64)>,
}

/// The round before another that stands, if rewards are offered of it already, and its track.
pub fn offered_before(db: &Db, code: &str) -> Result<Option<(String, String)>> {
    let sql = "SELECT b.code, b.track FROM eval_round r JOIN eval_round b ON b.id = r.after_id
               WHERE r.code = :code AND r.void_reason IS NULL
                 AND EXISTS (SELECT 1 FROM reward w WHERE w.round_id = b.id AND w.void_reason IS NULL)";
    Ok(db.row(sql, named_params! { ":code": code }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The entries of a closed round that have a grade, by rank.
pub fn graded(db: &Db, round: i64) -> Result<Vec<Graded>> {
    let sql = "SELECT e.id, e.code, e.title, x.grade, CASE WHEN t.selected_on <= r.closed_on THEN
                   coalesce((SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id AND l.led_on <= coalesce(e.receipt, e.received_on) ORDER BY l.led_on DESC, l.id DESC LIMIT 1), t.lead_id) END AS lead
                 FROM eval_result x JOIN eval_round r ON r.id = x.round_id JOIN eval_entry e ON e.round_id = x.round_id AND e.code = x.entry
                 LEFT JOIN task t ON t.id = e.task_id AND t.void_reason IS NULL
                WHERE x.round_id = :round AND x.grade IS NOT NULL ORDER BY x.rank NULLS LAST, e.code";
    let mut found = db.rows(sql, named_params! { ":round": round }, |row| {
        Ok(Graded {
            id: row.get("id")?,
            code: row.get("code")?,
            title: row.get("title")?,
            grade: row.get("grade")?,
            lead: row.get("lead")?,
            members: Vec::new(),
        })
    })?;
    for entry in &mut found {
        let sql = "SELECT staff_id, share FROM entry_member WHERE entry_id = :entry AND void_reason IS NULL ORDER BY share DESC, staff_id";
        entry.members = db.rows(sql, named_params! { ":entry": entry.id }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    }
    Ok(found)
}

/// Who was offered something for an entry already.
pub fn standing(db: &Db, entry: i64) -> Result<Vec<i64>> {
    let sql = "SELECT staff_id FROM reward WHERE entry_id = :entry AND void_reason IS NULL ORDER BY id";
    Ok(db.rows(sql, named_params! { ":entry": entry }, |row| row.get(0))?)
}
