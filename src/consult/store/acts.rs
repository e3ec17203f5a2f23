//! What happened to a request, and taking back what was entered by mistake.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::Consultation;
use crate::consult::rules::{Done, History};
use crate::consult::{Act, Ending, Review, rules};
use crate::db::Db;
use crate::office::store::day;
use crate::sequence::Sequence;
use crate::session::Change;

/// What happened to a request so far.
pub fn history(db: &Db, case: &Consultation) -> Result<History> {
    let sql = "SELECT acted_on AS \"on\", no, kind, review, 1 AS step, id FROM consultation_act
               WHERE consultation_id = :id AND void_reason IS NULL
               UNION ALL
               SELECT closed_on, closed_no, closed_as, NULL, 2, 0 FROM consultation WHERE id = :id AND closed_on IS NOT NULL
               ORDER BY 1, 5, 6";
    let acts = db.rows(sql, named_params! { ":id": case.id }, |row| {
        let (kind, review): (String, Option<String>) = (row.get("kind")?, row.get("review")?);
        let (no, on) = (row.get("no")?, day(row, "on")?.unwrap_or_default());
        Ok(Act::of(&kind, review.as_deref()).map(|act| Done { no, on, act }))
    })?;
    Ok(History {
        code: case.code.clone(),
        title: case.title.clone(),
        received_on: case.received_on,
        due: case.due,
        days_left: case.days_left,
        supplement_max: case.supplement_max,
        is_void: case.is_void,
        acts: acts.into_iter().flatten().collect(),
    })
}

/// Judges the whole sequence of a request's acts again, as when something of it was taken back.
///
/// # Errors
/// What remains could not have happened.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    Ok(history(db, &super::find(db, code)?)?.judge()?)
}

/// What goes with an act besides its day.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// How many days.
    pub days: Option<i64>,
    /// To whom: what kind of body.
    pub body: Option<String>,
    /// The name of that body.
    pub body_name: Option<String>,
    /// Whether a review was waived.
    pub waived: bool,
    /// Finding, reason or reply.
    pub note: Option<String>,
}

/// Records an act that does not end the request.
pub fn act(change: &Change, id: i64, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let review = match act {
        Act::Reviewed(review) => Some(review.code()),
        _ => None,
    };
    change.insert(
        "INSERT INTO consultation_act (consultation_id, no, acted_on, kind, review, waived, days, body, body_name, note)
         VALUES (:case, :no, :on, :kind, :review, :waived, :days, :body, :name, :note)",
        named_params! {
            ":case": id, ":no": next_number(change, id)?, ":on": on.to_string(), ":kind": act.code(), ":review": review,
            ":waived": review.map(|_| detail.waived), ":days": detail.days, ":body": detail.body, ":name": detail.body_name,
            ":note": detail.note,
        },
    )?;
    Ok(())
}

/// Corrects what a review found: the last of its kind gives way to one of the same day.
///
/// # Errors
/// There was no such review.
pub fn find_anew(change: &Change, case: &Consultation, which: Review, found: &str, reason: &str) -> Result<()> {
    let sql = "SELECT id, acted_on AS \"on\" FROM consultation_act WHERE consultation_id = :case AND kind = 'reviewed' AND review = :review
                 AND void_reason IS NULL ORDER BY acted_on DESC, id DESC LIMIT 1";
    let before =
        change.row(sql, named_params! { ":case": case.id, ":review": which.code() }, |row| Ok((row.get("id")?, day(row, "on")?)))?;
    let Some((id, Some(on))) = before else { return Err(rules::never_reviewed(&case.code, which).into()) };
    change.update("consultation_act", id, &[("void_reason", reason.to_owned().into())])?;
    act(change, case.id, on, Act::Reviewed(which), &Detail { note: Some(found.to_owned()), ..Detail::default() })
}

/// How a request ends.
#[derive(Clone, Debug)]
pub struct End {
    /// In which way.
    pub ending: Ending,
    /// What the letter says.
    pub result: Option<String>,
    /// The ground of a return.
    pub ground: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The due day that a letter is issued under.
    pub due: Option<NaiveDate>,
}

/// Records the end of a request.
pub fn end(change: &Change, id: i64, on: NaiveDate, end: &End) -> Result<()> {
    // A letter is superseded, never taken back: it needs no number.
    let no = if end.ending == Ending::Answered { None } else { Some(next_number(change, id)?) };
    let values = [
        ("closed_no", no.into()),
        ("closed_on", on.to_string().into()),
        ("closed_as", end.ending.code().to_owned().into()),
        ("closed_result", end.result.clone().into()),
        ("closed_ground", end.ground.clone().into()),
        ("closed_reason", end.reason.clone().into()),
        ("closed_due", end.due.map(|due| due.to_string()).into()),
    ];
    Ok(change.update("consultation", id, &values)?)
}

/// The next number of a request, for an act, an end or a follow-up.
pub(super) fn next_number(db: &Db, id: i64) -> Result<i64> {
    let sql = "SELECT 1 + max(n.no) FROM (SELECT coalesce(c.closed_no, 0) AS no FROM consultation c WHERE c.id = :id
               UNION ALL SELECT a.no FROM consultation_act a WHERE a.consultation_id = :id
               UNION ALL SELECT f.no FROM follow_up f WHERE f.consultation_id = :id) n";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?.unwrap_or(1))
}

/// Which of `numbers` are follow-ups of a request.
pub fn follow_ups_among(db: &Db, id: i64, numbers: &[i64]) -> Result<Vec<i64>> {
    let sql = "SELECT no FROM follow_up WHERE consultation_id = :id AND void_reason IS NULL";
    let all = db.rows(sql, named_params! { ":id": id }, |row| row.get::<_, i64>(0))?;
    Ok(numbers.iter().copied().filter(|no| all.contains(no)).collect())
}

/// Voids what a request has under a number. An end stands on the request itself, so it moves
/// to where void acts are, and the request is open again.
pub fn void(change: &Change, id: i64, no: i64, reason: &str) -> Result<()> {
    let params = named_params! { ":id": id, ":no": no, ":reason": reason };
    change.execute(
        "INSERT INTO consultation_act (consultation_id, no, acted_on, kind, note, void_reason)
         SELECT id, closed_no, closed_on, closed_as, closed_reason, :reason FROM consultation WHERE id = :id AND closed_no = :no",
        params,
    )?;
    let ended = "UPDATE consultation SET closed_on = NULL, closed_as = NULL, closed_ground = NULL, closed_reason = NULL, closed_no = NULL
                 WHERE id = :id AND closed_no = :no";
    change.execute(ended, named_params! { ":id": id, ":no": no })?;
    for table in ["consultation_act", "follow_up"] {
        let sql = format!("UPDATE {table} SET void_reason = :reason WHERE consultation_id = :id AND no = :no AND void_reason IS NULL");
        change.execute(&sql, params)?;
    }
    Ok(())
}
