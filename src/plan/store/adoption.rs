//! Adoptions of a plan, and what each adopted.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::digest;
use crate::office::store::day;
use crate::plan::rules::Adopted;
use crate::session::Change;

/// The last adoption of a year's plan.
pub fn adopted(db: &Db, year: i32) -> Result<Adopted> {
    let sql = "SELECT revision, adopted_on FROM plan_adoption WHERE year = :year AND void_reason IS NULL ORDER BY revision DESC LIMIT 1";
    Ok(db.row(sql, named_params! { ":year": year }, |row| Ok((row.get("revision")?, day(row, "adopted_on")?.unwrap_or_default())))?)
}

/// A plan as it would be adopted now.
#[derive(Clone, Debug)]
pub struct Content {
    /// How many areas it has.
    pub areas: i64,
    /// How many actions it has.
    pub actions: i64,
    /// The digest of what it says: areas, actions, owning departments, planned days.
    pub digest: String,
}

/// What a year's plan says now. Who is in charge of an action may change without a revision.
pub fn content(db: &Db, year: i32) -> Result<Content> {
    let sql = "SELECT r.seq, r.name, a.code, a.title, a.content, (SELECT d.code FROM department_name d WHERE d.id = a.department_id), a.due
                 FROM plan_area r LEFT JOIN plan_action a ON a.area_id = r.id AND a.void_reason IS NULL
                WHERE r.year = :year AND r.void_reason IS NULL ORDER BY r.seq, a.seq";
    let rows = db.cells(sql, named_params! { ":year": year })?;
    let mut areas: Vec<&Value> = rows.iter().map(|row| &row[0]).collect();
    areas.dedup();
    let actions = rows.iter().filter(|row| row[2] != Value::Null).count();
    let lines: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    Ok(Content {
        areas: i64::try_from(areas.len())?,
        actions: i64::try_from(actions)?,
        digest: digest::of_texts(lines.iter().map(String::as_str)),
    })
}

/// An adoption to be recorded.
#[derive(Clone, Debug)]
pub struct Adoption {
    /// The year of the plan.
    pub year: i32,
    /// 1 for the first.
    pub revision: i64,
    /// Who adopted it.
    pub body: String,
    /// When.
    pub on: NaiveDate,
    /// Its document.
    pub document: Option<String>,
    /// What is to be remembered of it.
    pub note: Option<String>,
}

/// Records an adoption. The number of one that was taken back is not given twice.
pub fn adopt(change: &Change, adoption: &Adoption, content: &Content) -> Result<i64> {
    let sql = "SELECT coalesce(max(revision), 0) + 1 FROM plan_adoption WHERE year = :year";
    let next: i64 = change.row(sql, named_params! { ":year": adoption.year }, |row| row.get(0))?.unwrap_or(1);
    let revision = adoption.revision.max(next);
    change.insert(
        "INSERT INTO plan_adoption (year, revision, body, adopted_on, document, note, areas, actions, digest)
         VALUES (:year, :revision, :body, :on, :document, :note, :areas, :actions, :digest)",
        named_params! {
            ":year": adoption.year, ":revision": revision, ":body": adoption.body, ":on": adoption.on.to_string(),
            ":document": adoption.document, ":note": adoption.note, ":areas": content.areas, ":actions": content.actions,
            ":digest": content.digest,
        },
    )?;
    Ok(revision)
}

/// The revision as which the same adoption of the same plan is recorded already.
pub fn same_adoption(db: &Db, adoption: &Adoption, content: &Content) -> Result<Option<i64>> {
    let sql = "SELECT revision FROM plan_adoption WHERE year = :year AND body = :body AND adopted_on = :on AND document IS :document
                 AND digest = :digest AND void_reason IS NULL LIMIT 1";
    let params = named_params! {
        ":year": adoption.year, ":body": adoption.body, ":on": adoption.on.to_string(), ":document": adoption.document,
        ":digest": content.digest,
    };
    Ok(db.row(sql, params, |row| row.get(0))?)
}

/// The id of an adoption.
pub fn adoption(db: &Db, year: i32, revision: i64) -> Result<i64> {
    let sql = "SELECT id FROM plan_adoption WHERE year = :year AND revision = :revision";
    Ok(db.row(sql, named_params! { ":year": year, ":revision": revision }, |row| row.get(0))?.unwrap_or(0))
}
