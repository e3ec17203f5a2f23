//! What the public section reads: the views `public_…`, and nothing else.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use crate::db::Db;
use crate::office::store::day;
use crate::session::Change;

/// A contact, as the templates name its parts.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Contact {
    pub name: String,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub hours: Option<String>,
    pub name_en: Option<String>,
    pub address_en: Option<String>,
    pub hours_en: Option<String>,
}

/// A key task, or an action of the plan.
#[derive(Clone, Debug)]
pub struct Task {
    pub title: String,
    pub department: Option<String>,
    pub due: Option<NaiveDate>,
    pub state: String,
}

/// An action of the plan, under its area.
#[derive(Clone, Debug)]
pub struct Action {
    pub area: String,
    pub area_en: Option<String>,
    pub task: Task,
}

/// A published case. Its texts come in the order of [`PARTS`].
#[derive(Clone, Debug)]
pub struct Case {
    pub code: String,
    pub kind: String,
    pub department: Option<String>,
    pub credited: Option<String>,
    pub published_on: NaiveDate,
    pub title: String,
    pub title_en: Option<String>,
    pub korean: Vec<Option<String>>,
    pub english: Vec<Option<String>>,
}

/// The parts of a case under its title.
pub const PARTS: [&str; 4] = ["problem", "done", "effect", "lesson"];

/// All that the public section says of an office.
#[derive(Clone, Debug, Default)]
pub struct Public {
    pub office: String,
    pub office_code: String,
    pub clock: Option<(i64, String)>,
    pub contacts: Vec<(String, Contact)>,
    pub tasks: Vec<Task>,
    pub plan: Vec<Action>,
    pub cases: Vec<Case>,
}

/// Reads it for a year.
pub fn read(db: &Db, year: i32) -> Result<Public> {
    let office = db.row("SELECT name, code FROM public_office", (), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (office, office_code) = office.unwrap_or_default();
    let tasks = "SELECT title, department, due, state FROM public_task WHERE year = :year ORDER BY seq";
    Ok(Public {
        office,
        office_code,
        clock: db.row("SELECT days, unit FROM public_clock", (), |row| Ok((row.get(0)?, row.get(1)?)))?,
        contacts: db.rows("SELECT * FROM public_contact ORDER BY kind", (), contact)?,
        tasks: db.rows(tasks, named_params! { ":year": year }, task)?,
        plan: plan(db, year)?,
        cases: db.rows("SELECT * FROM public_case ORDER BY published_on DESC, year DESC, seq DESC", (), case)?,
    })
}

/// The actions of the adopted plan, where the file knows plans at all.
fn plan(db: &Db, year: i32) -> Result<Vec<Action>> {
    let known = "SELECT 1 FROM sqlite_schema WHERE type = 'view' AND name = 'public_plan'";
    if db.row(known, (), |_| Ok(()))?.is_none() {
        return Ok(Vec::new());
    }
    let sql = "SELECT area, area_en, title, department, due, state FROM public_plan WHERE year = :year ORDER BY area_no, no";
    let action = |row: &Row| Ok(Action { area: row.get("area")?, area_en: row.get("area_en")?, task: task(row)? });
    Ok(db.rows(sql, named_params! { ":year": year }, action)?)
}

fn contact(row: &Row) -> rusqlite::Result<(String, Contact)> {
    let contact = Contact {
        name: row.get("name")?,
        telephone: row.get("telephone")?,
        email: row.get("email")?,
        address: row.get("address")?,
        hours: row.get("hours")?,
        name_en: row.get("name_en")?,
        address_en: row.get("address_en")?,
        hours_en: row.get("hours_en")?,
    };
    Ok((row.get("kind")?, contact))
}

fn task(row: &Row) -> rusqlite::Result<Task> {
    Ok(Task { title: row.get("title")?, department: row.get("department")?, due: day(row, "due")?, state: row.get("state")? })
}

fn case(row: &Row) -> rusqlite::Result<Case> {
    let parts = |suffix: &str| -> rusqlite::Result<Vec<Option<String>>> {
        PARTS.iter().map(|part| row.get(format!("{part}{suffix}").as_str())).collect()
    };
    Ok(Case {
        code: row.get("code")?,
        kind: row.get("kind")?,
        department: row.get("department")?,
        credited: row.get("credited")?,
        published_on: day(row, "published_on")?.unwrap_or_default(),
        title: row.get("title")?,
        title_en: row.get("title_en")?,
        korean: parts("")?,
        english: parts("_en")?,
    })
}

/// Records a contact, which takes the place of the one before.
pub fn set_contact(change: &Change, kind: &str, on: NaiveDate, contact: &Contact) -> Result<()> {
    let given = |text: &Option<String>| Value::from(text.clone());
    let values: [(&str, Value); 10] = [
        ("kind", kind.to_owned().into()),
        ("name", contact.name.clone().into()),
        ("telephone", given(&contact.telephone)),
        ("email", given(&contact.email)),
        ("address", given(&contact.address)),
        ("hours", given(&contact.hours)),
        ("name_en", given(&contact.name_en)),
        ("address_en", given(&contact.address_en)),
        ("hours_en", given(&contact.hours_en)),
        ("set_on", on.to_string().into()),
    ];
    change.insert_row("office_contact", &values)?;
    Ok(())
}

/// The day of the contact in force, if there is one.
pub fn contact_since(change: &Change, kind: &str) -> Result<Option<NaiveDate>> {
    let sql = "SELECT set_on FROM public_contact WHERE kind = :kind";
    Ok(change.row(sql, named_params! { ":kind": kind }, |row| day(row, "set_on"))?.flatten())
}
