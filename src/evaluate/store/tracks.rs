//! The SQL of tracks: whose merit an entry is, what a model failure rests on, what indicators
//! are counted.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::{ENTRIES, Kept, Round, set};
use crate::db::Db;
use crate::evaluate::rules::On;
use crate::evaluate::rules::tracks::{Candidate, sounds_like_a_result};
use crate::session::Change;

/// The track of a round.
pub fn track(db: &Db, round: i64) -> Result<String> {
    let sql = "SELECT track FROM eval_round WHERE id = :round";
    Ok(db.row(sql, named_params! { ":round": round }, |row| row.get(0))?.unwrap_or_default())
}

/// The criteria of a round that judge the result.
pub fn outcomes(db: &Db, round: i64) -> Result<Vec<String>> {
    let sql = "SELECT name FROM eval_criterion WHERE round_id = :round AND outcome = 1 AND void_reason IS NULL ORDER BY seq";
    Ok(db.rows(sql, named_params! { ":round": round }, |row| row.get(0))?)
}

/// Whether a criterion of a round judges the result: as it is said, else as it stands already,
/// else as its name sounds by its words and by the office's rubrics.
pub fn is_outcome(db: &Db, round: i64, name: &str, said: Option<bool>) -> Result<bool> {
    let sql = "SELECT outcome FROM eval_criterion WHERE round_id = :round AND name = :name AND void_reason IS NULL";
    let stands = || db.row(sql, named_params! { ":round": round, ":name": name }, |row| row.get(0));
    if let Some(is_outcome) = said.map_or_else(stands, |said| Ok(Some(said)))? {
        return Ok(is_outcome);
    }
    let marked: Vec<String> = db.rows("SELECT DISTINCT name FROM rubric_criterion WHERE outcome = 1", (), |row| row.get(0))?;
    Ok(sounds_like_a_result(name, &marked))
}

/// The entries of a round as far as its track asks something of them.
pub fn candidates(db: &Db, round: &Round) -> Result<Vec<Candidate>> {
    let sql = "SELECT id FROM eval_entry WHERE round_id = :round AND void_reason IS NULL ORDER BY id";
    let ids: Vec<i64> = db.rows(sql, named_params! { ":round": round.id }, |row| row.get(0))?;
    ids.into_iter().map(|id| candidate(db, round, id)).collect()
}

/// An entry as far as its track asks something of it.
pub fn candidate(db: &Db, round: &Round, entry: i64) -> Result<Candidate> {
    let sql = "SELECT e.code, r.track, e.department_id IS NOT NULL AS has_department, e.lesson IS NOT NULL AS has_lesson,
                 CASE WHEN r.track = 'department' THEN (SELECT x.code FROM eval_entry x WHERE x.round_id = e.round_id
                    AND x.department_id = e.department_id AND x.id <> e.id AND x.void_reason IS NULL ORDER BY x.id LIMIT 1) END AS same_department,
                 (SELECT t.code FROM task t WHERE t.id = e.task_id) AS task,
                 coalesce((SELECT (t.outcome = 'missed' AND t.closed_on IS NOT NULL) OR t.state = 'stopped' FROM task_status t WHERE t.id = e.task_id), 0) AS missed,
                 (SELECT m.finding FROM entry_misconduct m CROSS JOIN eval_entry x
                   WHERE x.id = m.entry_id AND m.void_reason IS NULL AND (x.id = e.id OR x.task_id = e.task_id) ORDER BY m.id LIMIT 1) AS misconduct
               FROM eval_entry e JOIN eval_round r ON r.id = e.round_id
               WHERE e.id = :entry";
    let found = db.row(sql, named_params! { ":entry": entry }, |row| {
        let (task, missed): (Option<String>, bool) = (row.get("task")?, row.get("missed")?);
        Ok(Candidate {
            round: round.code.clone(),
            track: row.get("track")?,
            entry: row.get("code")?,
            has_department: row.get("has_department")?,
            same_department: row.get("same_department")?,
            task: task.map(|code| (code, missed)),
            misconduct: row.get("misconduct")?,
            has_lesson: row.get("has_lesson")?,
            members: Vec::new(),
        })
    })?;
    let members = "SELECT s.code, m.share FROM entry_member m JOIN staff s ON s.id = m.staff_id
                    WHERE m.entry_id = :entry AND m.void_reason IS NULL ORDER BY m.id";
    let members = db.rows(members, named_params! { ":entry": entry }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Candidate { members, ..found.unwrap_or_default() })
}

/// Who has a share of an entry: person, per cent, role.
pub type Shares = Vec<(i64, i64, Option<String>)>;

/// Sets whose merit an entry is, where that differs from what stands; returns whether it did.
/// Those who stand no more are void: the shares were corrected as a whole.
pub fn insert_members(change: &Change, entry: i64, members: &Shares, on: NaiveDate) -> Result<bool> {
    let standing = "SELECT staff_id, share, role FROM entry_member WHERE entry_id = :entry AND void_reason IS NULL ORDER BY id";
    let now: Shares = change.rows(standing, named_params! { ":entry": entry }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let (mut before, mut after) = (now, members.clone());
    before.sort();
    after.sort();
    if before == after {
        return Ok(false);
    }
    let void = "UPDATE entry_member SET void_reason = 'replaced' WHERE entry_id = :entry AND void_reason IS NULL";
    change.execute(void, named_params! { ":entry": entry })?;
    for (staff, share, role) in members {
        let values = [
            ("entry_id", entry.into()),
            ("staff_id", (*staff).into()),
            ("share", (*share).into()),
            ("role", role.clone().into()),
            ("set_on", on.to_string().into()),
        ];
        change.insert_row("entry_member", &values)?;
    }
    Ok(true)
}

/// Records misconduct found in an entry.
pub fn misconduct(change: &Change, entry: i64, on: NaiveDate, finding: &str, document: Option<&str>) -> Result<()> {
    let values = [
        ("entry_id", entry.into()),
        ("found_on", on.to_string().into()),
        ("finding", finding.to_owned().into()),
        ("document", document.map(str::to_owned).into()),
    ];
    change.insert_row("entry_misconduct", &values)?;
    Ok(())
}

/// Voids the misconduct recorded of an entry.
pub fn void_misconduct(change: &Change, entry: i64, reason: &str) -> Result<()> {
    super::void_of_entry(change, "entry_misconduct", entry, None, reason)
}

/// Links the lesson of an entry to the record that takes it up.
pub fn link_lesson(change: &Change, entry: i64, code: &str, on: NaiveDate) -> Result<()> {
    let sql = "INSERT INTO lesson_link (entry_id, record_code, linked_on) VALUES (:entry, :code, :on)
               ON CONFLICT (entry_id, record_code) WHERE void_reason IS NULL DO NOTHING";
    change.execute(sql, named_params! { ":entry": entry, ":code": code, ":on": on.to_string() })?;
    Ok(())
}

/// Records an entry, or corrects what differs. One that is new is of the department of the key
/// task that it is about, where nothing says whose it is.
///
/// # Errors
/// It stands, and another day was given for it.
pub fn enter(change: &Change, round: i64, code: &str, on: On, mut columns: Vec<(&'static str, Value)>) -> Result<(i64, Kept)> {
    let given = |name: &str| columns.iter().find(|(column, _)| *column == name).map(|(_, value)| value.clone());
    let is_somebodys = given("department_id").or_else(|| given("body")).is_some();
    if let Some(task) = given("task_id").filter(|_| !is_somebodys) {
        let sql = "SELECT t.department_id FROM task t WHERE t.id = :task
                   AND NOT EXISTS (SELECT 1 FROM eval_entry e WHERE e.round_id = :round AND e.code = :code AND e.void_reason IS NULL)";
        let params = named_params! { ":task": task, ":round": round, ":code": code };
        columns.extend(change.row(sql, params, |row| row.get::<_, i64>(0))?.map(|id| ("department_id", id.into())));
    }
    set(change, round, ENTRIES, code, ("received_on", on), columns)
}

/// The code of another entry of the round under the same title; the first that is.
pub fn twin(db: &Db, round: i64, id: i64) -> Result<Option<String>> {
    let sql = "SELECT o.code FROM eval_entry n JOIN eval_entry o ON o.round_id = n.round_id AND o.title = n.title
                WHERE n.id = :id AND n.round_id = :round AND o.id <> n.id AND o.void_reason IS NULL ORDER BY o.id LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id, ":round": round }, |row| row.get(0))?)
}

/// The department of an entry that has none and is of no other body.
pub fn is_from(change: &Change, id: i64, department: Option<i64>) -> Result<()> {
    let sql = "UPDATE eval_entry SET department_id = :department WHERE id = :id AND department_id IS NULL AND body IS NULL";
    change.execute(sql, named_params! { ":id": id, ":department": department })?;
    Ok(())
}
