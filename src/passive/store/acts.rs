//! What happened to a report, and taking back what was entered by mistake.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::{Passive, find};
use crate::clock;
use crate::db::Db;
use crate::office::store::day;
use crate::passive::rules::{Done, History};
use crate::passive::{Act, Ending};
use crate::sequence::Sequence;
use crate::session::Change;

/// What happened to a report so far.
pub fn history(db: &Db, report: &Passive) -> Result<History> {
    let sql = "SELECT \"on\", no, act, detail FROM passive_history WHERE code = :code AND step > 0 ORDER BY \"on\", step, id";
    let acts = db.rows(sql, named_params! { ":code": report.code }, |row| {
        let (kind, detail): (String, Option<String>) = (row.get("act")?, row.get("detail")?);
        let (no, on) = (row.get("no")?, day(row, "on")?.unwrap_or_default());
        Ok(Act::of(&kind, detail.as_deref()).map(|act| Done { no, on, act }))
    })?;
    Ok(History {
        code: report.code.clone(),
        title: report.title.clone(),
        received_on: report.received_on,
        due: report.due,
        days_left: report.days_left,
        is_anonymous: report.is_anonymous,
        supplement_max: report.supplement_max,
        is_void: report.is_void,
        acts: acts.into_iter().flatten().collect(),
    })
}

/// Judges the whole sequence of a report's acts again, as when something of it was taken back.
///
/// # Errors
/// What remains could not have happened.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    Ok(history(db, &find(db, code)?)?.judge()?)
}

/// What goes with an act besides its day.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// Type, finding, remedy, outcome or linked record.
    pub what: Option<String>,
    /// How many days.
    pub days: Option<i64>,
    /// What was asked, found or told.
    pub note: Option<String>,
}

/// Records an act that does not end the report.
pub fn act(change: &Change, id: i64, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    change.insert(
        "INSERT INTO passive_act (report_id, no, acted_on, kind, detail, days, note)
         VALUES (:report, :no, :on, :kind, :detail, :days, :note)",
        named_params! {
            ":report": id, ":no": next_number(change, id)?, ":on": on.to_string(), ":kind": act.code(), ":detail": detail.what,
            ":days": detail.days, ":note": detail.note,
        },
    )?;
    Ok(())
}

/// How a report ends.
#[derive(Clone, Debug)]
pub struct End {
    /// In which way.
    pub ending: Ending,
    /// Why it is no such report.
    pub ground: Option<String>,
    /// The department it is passed to.
    pub department_id: Option<i64>,
    /// What the reporter was told, or why.
    pub text: Option<String>,
    /// The due day that the matter is dealt with under, where it is not that of now.
    pub due: Option<NaiveDate>,
}

/// Records the end of a report; where it deals with the matter, with the due day of then.
pub fn end(change: &Change, report: &Passive, on: NaiveDate, end: &End) -> Result<()> {
    let due = end.ending.deals_with_it().then(|| end.due.unwrap_or(report.due).to_string());
    let values = [
        ("closed_no", next_number(change, report.id)?.into()),
        ("closed_on", on.to_string().into()),
        ("closed_as", end.ending.code().to_owned().into()),
        ("closed_ground", end.ground.clone().into()),
        ("closed_department_id", end.department_id.into()),
        ("closed_text", end.text.clone().into()),
        ("closed_due", due.into()),
    ];
    Ok(change.update("passive_report", report.id, &values)?)
}

/// The next number of a report, for an act or an end.
fn next_number(db: &Db, id: i64) -> Result<i64> {
    let sql = "SELECT 1 + max(n.no) FROM (SELECT coalesce(c.closed_no, 0) AS no FROM passive_report c WHERE c.id = :id
               UNION ALL SELECT a.no FROM passive_act a WHERE a.report_id = :id) n";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?.unwrap_or(1))
}

/// Voids what a report has under a number. An end stands on the report itself, so it moves to
/// where void acts are, and the report is open again.
pub fn void(change: &Change, id: i64, no: i64, reason: &str) -> Result<()> {
    let params = named_params! { ":id": id, ":no": no, ":reason": reason };
    change.execute(
        "INSERT INTO passive_act (report_id, no, acted_on, kind, detail, note, void_reason)
         SELECT id, closed_no, closed_on, closed_as, closed_ground, closed_text, :reason FROM passive_report
         WHERE id = :id AND closed_no = :no",
        params,
    )?;
    let open = "UPDATE passive_report SET closed_on = NULL, closed_as = NULL, closed_ground = NULL, closed_department_id = NULL,
                  closed_text = NULL, closed_due = NULL, closed_no = NULL WHERE id = :id AND closed_no = :no";
    change.execute(open, named_params! { ":id": id, ":no": no })?;
    let sql = "UPDATE passive_act SET void_reason = :reason WHERE report_id = :id AND no = :no AND void_reason IS NULL";
    change.execute(sql, params)?;
    Ok(())
}

/// Judges anew, after something that moves the clock, whether its extension still is one in
/// time and within what the rule allows. One that was late before, by a holiday that went away,
/// is not held against what is recorded now.
///
/// # Errors
/// It was not; the change is not to be kept.
pub fn judge_extension(db: &Db, before: &Passive, was_late: bool) -> Result<()> {
    let Some(extension) = clock::extension(db, &before.code)? else { return Ok(()) };
    let report = find(db, &before.code)?;
    // What is told is the record as it stands without the change.
    let history = history(db, before)?;
    if !was_late {
        history.still_extended(extension.on, extension.due)?;
    }
    Ok(history.extension(extension.on, report.due, extension.days, report.extension_max)?)
}

/// Judges the extension and the supplements of a report as it stands, as when something that its
/// clock rests on was taken back.
///
/// # Errors
/// It was not extended in time, or for longer than the rule allows, or asked for supplements too often.
pub fn in_time(db: &Db, code: &str) -> Result<()> {
    let report = find(db, code)?;
    history(db, &report)?.asked_within()?;
    judge_extension(db, &report, false)
}
