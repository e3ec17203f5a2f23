//! Names of departments and staff that are the same as another's, or near what was typed.

use anyhow::Result;
use rusqlite::named_params;

use super::{department_known, is_taken, person_known};
use crate::db::Db;
use crate::office::rules::Among;
use crate::office::{DEPARTMENTS, Department, Person, STAFF};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::typed::{as_code, closed, looks_like_a_code, may_mean};
use crate::words::{Text, quoted, text};

const NAMED: Text = text("{name}", "{name}");
const OF: Text = text("{name} · {department}", "{name} · {department}");
const OF_GRADE: Text = text("{name} · {department} · {grade}급", "{name} · {department} · grade {grade}");
const NEAR: Text = text("혹시 {name}({code})?", "did you mean {name} ({code})?");
/// So many near names are told.
const MOST_NEAR: usize = 3;
const LIVE_DEPARTMENTS: &str = "SELECT code, name FROM department_status WHERE state = 'active' ORDER BY id";
const LIVE_STAFF: &str = "SELECT code, name FROM staff_status WHERE state = 'active' ORDER BY id";

/// A department, as it is told among others of its name.
pub fn told_department(department: &Department) -> Among {
    Among { code: department.code.clone(), told: NAMED.with("name", &department.name) }
}

/// A person, as they are told among others of the same name.
pub fn told_person(person: &Person) -> Among {
    let told = if person.grade.is_some() { OF_GRADE } else { OF };
    let told = told.with("name", &person.name).with("department", &person.department).with("grade", person.grade.unwrap_or(0));
    Among { code: person.code.clone(), told }
}

/// The refusal of a department that is not there: those of a near name first, and only where
/// there is none how to make it.
pub fn no_department(db: &Db, typed: &str) -> Result<Refusal> {
    no_one(db, &DEPARTMENTS, typed, LIVE_DEPARTMENTS, format!("proadmin dept add {}", quoted(typed)))
}

/// The refusal of a person who is not there, in the same way.
pub fn no_person(db: &Db, typed: &str) -> Result<Refusal> {
    no_one(db, &STAFF, typed, LIVE_STAFF, format!("proadmin staff add {} --dept …", quoted(typed)))
}

/// The code of a department to be shown; a void one is shown by its code.
///
/// # Errors
/// None of that code or name, or several of that name.
pub fn department_shown(db: &Db, typed: &str) -> Result<String> {
    match department_known(db, typed)? {
        None if is_taken(db, &as_code(typed))? => Ok(as_code(typed)),
        None => Err(no_department(db, typed)?.into()),
        Some(found) => Ok(found.code),
    }
}

/// The code of a person to be shown, in the same way.
///
/// # Errors
/// None of that code or name, or several of that name.
pub fn person_shown(db: &Db, typed: &str) -> Result<String> {
    match person_known(db, typed, None)? {
        None if is_taken(db, &as_code(typed))? => Ok(as_code(typed)),
        None => Err(no_person(db, typed)?.into()),
        Some(found) => Ok(found.code),
    }
}

fn no_one(db: &Db, register: &Register, typed: &str, live: &str, add: String) -> Result<Refusal> {
    let known: Vec<(String, String)> = db.rows(live, (), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut near: Vec<(String, String)> = known.into_iter().filter(|(_, name)| may_mean(name, typed)).collect();
    // What begins as it was typed is meant sooner than what only resembles it.
    near.sort_by_key(|(_, name)| !name.starts_with(typed));
    if near.is_empty() {
        let missing = register.missing(db, typed)?;
        // What looks like a code is no name of anyone.
        return Ok(if looks_like_a_code(typed) { missing } else { missing.way_out(add) });
    }
    let refusal = register.none(typed);
    let refusal =
        near.into_iter().take(MOST_NEAR).fold(refusal, |refusal, (code, name)| refusal.meant(NEAR.with("name", name).with("code", code)));
    Ok(refusal.way_out(format!("proadmin {} list", register.noun)))
}

/// Another department that stands and has this name, be it with other blanks: its code and name.
pub fn same_department(db: &Db, name: &str, own: Option<i64>) -> Result<Option<(String, String)>> {
    let sql = "SELECT code, name FROM department_status
               WHERE replace(name, ' ', '') = :name AND state = 'active' AND id IS NOT :own ORDER BY id LIMIT 1";
    Ok(db.row(sql, named_params! { ":name": closed(name), ":own": own }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The staff of a name who have not left, by code and department.
pub fn of_name(db: &Db, name: &str) -> Result<Vec<(String, String)>> {
    let sql = "SELECT code, department FROM staff_status WHERE name = :name AND state = 'active' ORDER BY id";
    Ok(db.rows(sql, named_params! { ":name": name }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Another member of staff of this name in the department, in the same way.
pub fn same_person(db: &Db, name: &str, department_id: i64, own: Option<i64>) -> Result<Option<(String, String)>> {
    let sql = "SELECT code, name FROM staff_status
               WHERE replace(name, ' ', '') = :name AND department_id = :department AND state = 'active' AND id IS NOT :own ORDER BY id LIMIT 1";
    Ok(db.row(sql, named_params! { ":name": closed(name), ":department": department_id, ":own": own }, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?)
}
