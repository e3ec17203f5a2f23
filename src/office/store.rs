//! The office's SQL; names that are near or the same are looked for in `names`.

mod attended;
mod names;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::{Row, RowIndex, named_params};

pub use self::attended::presence_holds;
pub use self::names::{department_shown, of_name, person_shown, same_department, same_person};
use super::{DEPARTMENTS, Department, Person, STAFF, rules};
use crate::db::Db;
use crate::numbering;
use crate::record;
use crate::session::{Change, Session};
use crate::typed::{as_code, iso};
use crate::words::{Text, text};

const IS_NOW: Text = text("'{typed}'{typed:~은/는} 지금의 {name}({code})입니다", "'{typed}' is now {name} ({code})");

/// A day as the file holds it.
pub fn day(row: &Row, column: impl RowIndex) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get_ref(column)?.as_str_or_null()?.and_then(iso))
}

fn department(row: &Row) -> rusqlite::Result<Department> {
    Ok(Department {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.get("name")?,
        since_on: day(row, "since_on")?.unwrap_or_default(),
        merged_on: day(row, "merged_on")?,
        merged_into: row.get::<_, Option<String>>("into_code")?.zip(row.get("into_name")?),
    })
}

fn person(row: &Row) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.get("name")?,
        department_id: row.get("department_id")?,
        department: row.get("department")?,
        grade: row.get("grade")?,
        since_on: day(row, "since_on")?.unwrap_or_default(),
        left_on: day(row, "left_on")?,
        moved_on: day(row, "moved_on")?,
    })
}

/// The department that was typed, by code or by name.
///
/// # Errors
/// None of that code or name, or several of that name.
pub fn department_typed(db: &Db, typed: &str) -> Result<Department> {
    match department_known(db, typed)? {
        Some(department) => Ok(department),
        None => Err(names::no_department(db, typed)?.into()),
    }
}

/// The department that was typed, for something of a day.
///
/// # Errors
/// None of that code or name, several of that name, or one that was merged away by that day.
pub fn department_on(db: &Db, typed: &str, day: NaiveDate) -> Result<Department> {
    let department = department_typed(db, typed)?;
    rules::stands(&department, typed, day)?;
    Ok(department)
}

/// The department that was typed, by code, by name, or by a name it once had, if there is one.
/// An earlier name that now is another department's means that other one.
///
/// # Errors
/// Several of that name.
pub fn department_known(db: &Db, typed: &str) -> Result<Option<Department>> {
    let select = "SELECT id, code, name, since_on, merged_on,
                    (SELECT i.code FROM department i WHERE i.id = department.merged_into) AS into_code,
                    (SELECT i.name FROM department i WHERE i.id = department.merged_into) AS into_name
                  FROM department WHERE void_reason IS NULL";
    let by_code = format!("{select} AND code IN (:typed, :code)");
    if let Some(found) = db.row(&by_code, named_params! { ":typed": typed, ":code": as_code(typed) }, department)? {
        return Ok(Some(found));
    }
    let by_name =
        |condition: &str| db.rows(&format!("{select} AND {condition} ORDER BY id"), named_params! { ":typed": typed }, department);
    let mut named = by_name("name = :typed")?;
    let is_earlier = named.is_empty();
    if is_earlier {
        named = by_name("id IN (SELECT e.id FROM department_rename_name e WHERE e.name = :typed)")?;
    }
    if named.iter().any(|department| department.merged_on.is_none()) {
        named.retain(|department| department.merged_on.is_none());
    }
    let named = named.into_iter().map(|department| (names::told_department(&department), department)).collect();
    let found: Option<Department> = rules::only_one(typed, (DEPARTMENTS.noun, DEPARTMENTS.what), named)?;
    if let Some(found) = found.as_ref().filter(|_| is_earlier) {
        db.remark(IS_NOW.with("typed", typed).with("code", &found.code).with("name", &found.name));
    }
    Ok(found)
}

/// The person who was typed, by code or by name.
///
/// # Errors
/// None of that code or name, or several of that name.
pub fn person_typed(db: &Db, typed: &str) -> Result<Person> {
    match person_known(db, typed, None)? {
        Some(person) => Ok(person),
        None => Err(names::no_person(db, typed)?.into()),
    }
}

/// The person of a code or a name: among several of a name, the one who is in the department.
///
/// # Errors
/// None; several, of whom not just one is there.
pub fn person_of(db: &Db, typed: &str, department_id: Option<i64>) -> Result<Person> {
    let there = department_id.map(|department_id| person_known(db, typed, Some(department_id))).transpose()?.flatten();
    there.map_or_else(|| person_typed(db, typed), Ok)
}

/// The person of a code or a name, who is to be given something of a day.
///
/// # Errors
/// None or several; one who had left by then.
pub fn person_on(db: &Db, typed: &str, day: NaiveDate) -> Result<Person> {
    let person = person_typed(db, typed)?;
    rules::still_here(&person, day)?;
    Ok(person)
}

/// The person of a code or a name, in the department of a day.
///
/// # Errors
/// None or several.
pub fn person_in_place(db: &Db, typed: &str, on: NaiveDate) -> Result<Person> {
    let person = person_typed(db, typed)?;
    let department_id = department_of(db, person.id, on)?.unwrap_or(person.department_id);
    Ok(Person { department_id, ..person })
}

/// The person of a code or a name, in the department of a day, who had not left by then.
///
/// # Errors
/// None or several; one who had left.
pub fn person_there(db: &Db, typed: &str, on: NaiveDate) -> Result<Person> {
    let person = person_in_place(db, typed, on)?;
    rules::still_here(&person, on)?;
    Ok(person)
}

/// What uses a department or a person: the record by its code, else what it is.
pub fn used_by(session: &Session, db: &Db, table: &str, id: i64) -> Result<Option<String>> {
    let Some((by, row)) = db.named_by(table, id)? else { return Ok(None) };
    let what = || session.vocabulary.row(&by).map(|what| what.in_lang(session.lang).to_owned());
    Ok(record::of_row(db, &by, row)?.or_else(what).or(Some(by)))
}

/// The person of a code, or of a name (in a department, where one is given), if there is one.
///
/// # Errors
/// Several of that name.
pub fn person_known(db: &Db, typed: &str, department_id: Option<i64>) -> Result<Option<Person>> {
    let select = "SELECT v.id, v.code, v.name, v.department_id, v.department, v.grade, v.left_on,
                    (SELECT f.since_on FROM staff f WHERE f.id = v.id) AS since_on,
                    (SELECT m.moved_on FROM staff_transfer m WHERE m.staff_id = v.id ORDER BY m.moved_on DESC LIMIT 1) AS moved_on
                  FROM staff_status v WHERE v.state <> 'void'";
    let by_code = format!("{select} AND v.code IN (:typed, :code)");
    if let Some(found) = db.row(&by_code, named_params! { ":typed": typed, ":code": as_code(typed) }, person)? {
        return Ok(Some(found));
    }
    let mut named = db.rows(&format!("{select} AND v.name = :typed ORDER BY v.id"), named_params! { ":typed": typed }, person)?;
    if let Some(department_id) = department_id {
        named.retain(|person| person.department_id == department_id);
    }
    let named = named.into_iter().map(|person| (names::told_person(&person), person)).collect();
    Ok(rules::only_one(typed, (STAFF.noun, STAFF.what), named)?)
}

/// The one row of the organisation.
pub const OFFICE: i64 = 1;

/// The days on which a person was moved.
pub fn moved_on(db: &Db, person: i64) -> Result<Vec<NaiveDate>> {
    let sql = "SELECT moved_on FROM staff_transfer WHERE staff_id = :person ORDER BY moved_on";
    Ok(db.rows(sql, named_params! { ":person": person }, |row| Ok(day(row, "moved_on")?.unwrap_or_default()))?)
}

/// The internal number of the department that a person belonged to on a day.
pub fn department_of(db: &Db, person: i64, on: NaiveDate) -> Result<Option<i64>> {
    let sql = "SELECT coalesce((SELECT p.department_id FROM staff_place p
                        WHERE p.staff_id = s.id AND p.from_on <= :on ORDER BY p.from_on DESC, p.seq DESC LIMIT 1), s.department_id)
               FROM staff s WHERE s.id = :person";
    Ok(db.row(sql, named_params! { ":person": person, ":on": on.to_string() }, |row| row.get(0))?)
}

/// The day on which another department was last merged into one.
pub fn took_in_on(db: &Db, department_id: i64) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(merged_on) AS merged_on FROM department WHERE merged_into = :id AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":id": department_id }, |row| day(row, "merged_on"))?.flatten())
}

/// The day of work on which the file was made.
pub fn begun_on(db: &Db) -> Result<Option<NaiveDate>> {
    Ok(db.row("SELECT today FROM entry WHERE seq = 1", (), |row| day(row, "today"))?.flatten())
}

/// Records the organisation.
pub fn insert_office(change: &Change, code: &str, name: &str, since: NaiveDate) -> Result<()> {
    let sql = "INSERT INTO office (id, code, name, since_on) VALUES (1, :code, :name, :since)";
    change.execute(sql, named_params! { ":code": code, ":name": name, ":since": since.to_string() })?;
    Ok(())
}

/// The organisation's code and name.
pub fn office(db: &Db) -> Result<(String, String)> {
    Ok(db.row("SELECT code, name FROM office", (), |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// Records a counting rule of legal clocks.
pub fn insert_clock_rule(change: &Change, rule: &super::rules::ClockRule) -> Result<()> {
    change.execute(
        "INSERT INTO clock_rule (code, name, days, unit, counts_first_day, extension_max, supplement_pauses, supplement_max,
           referral_pauses, since_on, source)
         VALUES (:code, :name, :days, :unit, :first, :extension, 1, :supplements, 0, '2000-01-01', :source)",
        named_params! {
            ":code": rule.code, ":name": rule.name, ":days": rule.days, ":unit": rule.unit, ":first": rule.counts_first_day,
            ":extension": rule.extension_max, ":supplements": rule.supplement_max, ":source": rule.source,
        },
    )?;
    Ok(())
}

/// Records the criteria of the rubric that rounds may begin with.
pub fn insert_rubric(change: &Change, rubric: &[super::rules::RubricCriterion]) -> Result<()> {
    for (seq, criterion) in (1_i64..).zip(rubric) {
        change.execute(
            "INSERT INTO rubric_criterion (rubric, seq, name, max, outcome, since_on, source)
             VALUES ('default', :seq, :name, :max, :outcome, '2000-01-01', :source)",
            named_params! { ":seq": seq, ":name": criterion.name, ":max": criterion.max, ":outcome": criterion.outcome, ":source": super::rules::RUBRIC_SOURCE },
        )?;
    }
    Ok(())
}

/// Records a department and returns its code.
pub fn insert_department(change: &Change, name: &str, since: NaiveDate, code: Option<&str>) -> Result<String> {
    let code = match code {
        Some(code) => given_code(change, "D", code),
        None => format!("D-{:02}", numbering::next(change, "D", 0)?),
    };
    let sql = "INSERT INTO department (code, name, since_on) VALUES (:code, :name, :since)";
    change.insert(sql, named_params! { ":code": code, ":name": name, ":since": since.to_string() })?;
    Ok(code)
}

/// Records a member of staff and returns the code.
pub fn insert_person(
    change: &Change,
    name: &str,
    department_id: i64,
    grade: Option<i64>,
    since: NaiveDate,
    code: Option<&str>,
) -> Result<String> {
    let code = match code {
        Some(code) => given_code(change, "S", code),
        None => format!("S-{:04}", numbering::next(change, "S", 0)?),
    };
    let sql = "INSERT INTO staff (code, name, department_id, grade, since_on) VALUES (:code, :name, :department, :grade, :since)";
    change.insert(
        sql,
        named_params! { ":code": code, ":name": name, ":department": department_id, ":grade": grade, ":since": since.to_string() },
    )?;
    Ok(code)
}

/// A code that was given by hand; the counter goes past it.
fn given_code(change: &Change, prefix: &'static str, code: &str) -> String {
    let number = code.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-')).filter(|number| number.len() <= numbering::MOST_DIGITS);
    if let Some(number) = number.and_then(|number| number.parse().ok()) {
        change.reserve(prefix, 0, number);
    }
    code.to_owned()
}

/// Whether a code already names a department or a member of staff, be it a void one.
pub fn is_taken(db: &Db, code: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM department WHERE code = :code) OR EXISTS (SELECT 1 FROM staff WHERE code = :code)";
    Ok(db.row(sql, named_params! { ":code": code }, |row| row.get(0))?.unwrap_or(false))
}

/// Renames a department, keeping the old name with the day it ended.
pub fn rename(change: &Change, department: &Department, name: &str, on: NaiveDate) -> Result<()> {
    change.insert(
        "INSERT INTO department_rename (department_id, renamed_on, old_name, new_name) VALUES (:id, :on, :old, :new)",
        named_params! { ":id": department.id, ":on": on.to_string(), ":old": department.name, ":new": name },
    )?;
    change.update("department", department.id, &[("name", name.to_owned().into())])?;
    Ok(())
}

/// The day of the last renaming of a department, if it was ever renamed.
pub fn renamed_on(db: &Db, department: i64) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(renamed_on) AS last FROM department_rename WHERE department_id = :id";
    Ok(db.row(sql, named_params! { ":id": department }, |row| day(row, "last"))?.flatten())
}

/// Merges a department into another.
pub fn merge(change: &Change, id: i64, into: i64, on: NaiveDate) -> Result<()> {
    change.update("department", id, &[("merged_on", on.to_string().into()), ("merged_into", into.into())])?;
    Ok(())
}

/// What is open and whoever is on the staff of a department: the kind, how many, and the first
/// one's code.
pub fn left_behind(db: &Db, id: i64) -> Result<Vec<(String, i64, String)>> {
    let sql = "SELECT x.what, count(*), min(x.code) FROM (
                 SELECT 1 AS place, 'staff' AS what, code FROM staff_status WHERE department_id = :id AND state = 'active'
                 UNION ALL SELECT 2, 'task', code FROM task_status WHERE department_id = :id AND state <> 'void' AND closed_on IS NULL
                 UNION ALL SELECT 3, 'consult', code FROM consultation_status
                   WHERE department_id = :id AND state NOT IN ('void', 'answered', 'returned', 'withdrawn', 'closed')
                 UNION ALL SELECT 4, 'passive', code FROM passive_status WHERE department_id = :id AND state <> 'void' AND closed_on IS NULL
                 UNION ALL SELECT 5, 'action', code FROM plan_action_status WHERE department_id = :id AND state IN ('open', 'overdue')
               ) x GROUP BY x.place, x.what ORDER BY x.place";
    Ok(db.rows(sql, named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

/// Moves a person to another department.
pub fn transfer(change: &Change, id: i64, department_id: i64, on: NaiveDate) -> Result<()> {
    change.insert(
        "INSERT INTO staff_transfer (staff_id, moved_on, department_id) VALUES (:id, :on, :department)",
        named_params! { ":id": id, ":on": on.to_string(), ":department": department_id },
    )?;
    Ok(())
}

/// Whether anything is left to do that a person could hand over.
pub fn answers_for_something(db: &Db, id: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM responsibility WHERE staff_id = :id AND tbl IS NOT NULL)";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?.unwrap_or(false))
}

/// The earlier names of a department: the day each ended, and the name.
pub fn earlier_names(db: &Db, code: &str) -> Result<Vec<Vec<rusqlite::types::Value>>> {
    let sql = "SELECT r.renamed_on, r.old_name, r.new_name FROM department_rename r
               JOIN department d ON d.id = r.department_id WHERE d.code = :code ORDER BY r.renamed_on, r.id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}

/// The moves of a person: the day and the department.
pub fn moves(db: &Db, code: &str) -> Result<Vec<Vec<rusqlite::types::Value>>> {
    let sql = "SELECT t.moved_on, d.name FROM staff_transfer t JOIN staff s ON s.id = t.staff_id
               JOIN department d ON d.id = t.department_id WHERE s.code = :code ORDER BY t.moved_on, t.id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}
