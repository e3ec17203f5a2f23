//! The SQL of coverage: who must attend, and who did.

use anyhow::Result;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::training::rules;
use crate::training::store;

/// Which attendance is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Of this year.
    pub year: i32,
    /// Of this owed month or session only.
    pub sitting: Option<String>,
    /// Of this department only.
    pub department_id: Option<i64>,
    /// Of this person only.
    pub staff_id: Option<i64>,
}

/// Whether one person attended one session.
#[derive(Clone, Debug)]
pub struct Attendance {
    /// The owed month or the session.
    pub sitting: String,
    /// The person's code.
    pub code: String,
    /// The person's name.
    pub name: String,
    /// The department that day.
    pub department: String,
    /// `attended`, `missed` or `unnamed`.
    pub state: String,
    /// The day.
    pub attended_on: Option<String>,
}

/// What a typed month or session counts as, and its year: a session of an owed month counts
/// for that month.
///
/// # Errors
/// No such session; one that is only planned, voluntary or another office's.
pub fn sitting(db: &Db, typed: &str) -> Result<(String, i32)> {
    if let Ok(month) = crate::typed::month(typed) {
        return Ok((month.to_string(), month.year));
    }
    let training = store::find(db, typed)?;
    rules::not_void(&training.code, training.is_void)?;
    rules::ours(&training.code, training.org.as_deref())?;
    rules::held(&training.code, training.held_on, training.planned.as_deref())?;
    let sql = "SELECT sitting, year FROM training_sitting WHERE training_id = :id";
    let found = db.row(sql, named_params! { ":id": training.id }, |row| Ok((row.get("sitting")?, row.get("year")?)))?;
    found.ok_or_else(|| rules::nobody_must(&training.code).into())
}

/// By department, summed over the year: code, department, members, attended, missing, per cent.
pub fn coverage_of_year(db: &Db, asked: &Asked) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT department_code, department, members, attended, members - attended, percent FROM training_year
                WHERE year = :year AND (:department IS NULL OR department_id = :department) ORDER BY department_id";
    Ok(db.cells(sql, named_params! { ":year": asked.year, ":department": asked.department_id })?)
}

/// By session and department: session, code, department, members, attended, missing, per cent.
pub fn coverage_each(db: &Db, asked: &Asked) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT sitting, department_code, department, members, attended, members - attended,
                      (200 * attended + members) / (2 * members) FROM training_coverage
                WHERE year = :year AND (:sitting IS NULL OR sitting = :sitting)
                  AND (:department IS NULL OR department_id = :department) ORDER BY sitting, department_id";
    Ok(db.cells(sql, named_params! { ":year": asked.year, ":sitting": asked.sitting, ":department": asked.department_id })?)
}

/// By session: session, members, attended, missing, per cent.
pub fn coverage_by_session(db: &Db, asked: &Asked) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT sitting, sum(members), sum(attended), sum(members) - sum(attended),
                      (200 * sum(attended) + sum(members)) / (2 * sum(members)) FROM training_coverage
                WHERE year = :year AND (:department IS NULL OR department_id = :department) GROUP BY sitting ORDER BY sitting";
    Ok(db.cells(sql, named_params! { ":year": asked.year, ":department": asked.department_id })?)
}

/// By person and session, a person's sessions together.
pub fn persons(db: &Db, asked: &Asked) -> Result<Vec<Attendance>> {
    let sql = "SELECT sitting, code, name, department, state, attended_on FROM training_person
                WHERE year = :year AND (:sitting IS NULL OR sitting = :sitting) AND (:staff IS NULL OR staff_id = :staff)
                  AND (:department IS NULL OR department_id = :department)
                ORDER BY staff_id, sitting";
    let params = named_params! {
        ":year": asked.year, ":sitting": asked.sitting, ":staff": asked.staff_id, ":department": asked.department_id,
    };
    Ok(db.rows(sql, params, |row| {
        Ok(Attendance {
            sitting: row.get("sitting")?,
            code: row.get("code")?,
            name: row.get("name")?,
            department: row.get("department")?,
            state: row.get("state")?,
            attended_on: row.get("attended_on")?,
        })
    })?)
}
