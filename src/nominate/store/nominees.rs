//! Who is nominated, and with which part.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::nominate::rules;
use crate::office::Person;
use crate::office::store as office;
use crate::session::Change;

/// A nominee: the person's id, department and part in per cent.
#[derive(Clone, Debug)]
pub struct Nominee {
    /// The person's id.
    pub id: i64,
    /// The person's code.
    pub code: String,
    /// The person's name.
    pub name: String,
    /// The person's department: of a new nominee, that of the day of receipt.
    pub department_id: i64,
    /// The part in per cent.
    pub share: i64,
}

/// Nominees by code, as the view tells them: `S-0001=60; S-0002=40`.
pub fn by_code(nominees: &[Nominee]) -> String {
    nominees.iter().map(|nominee| format!("{}={}", nominee.code, nominee.share)).collect::<Vec<_>>().join("; ")
}

/// The department of a nomination: that of the nominee with the greatest part, the first of
/// equals.
pub fn department_of(nominees: &[Nominee]) -> Option<i64> {
    nominees.iter().rev().max_by_key(|nominee| nominee.share).map(|nominee| nominee.department_id)
}

/// Records who is nominated; whoever was before and is not now, or with another part, is void. One
/// who is left alone is no team, and has no name of one.
pub fn nominate(change: &Change, id: i64, nominees: &[Nominee], on: NaiveDate) -> Result<()> {
    let before = nominees_of(change, id)?;
    let has = |those: &[Nominee], one: &Nominee| those.iter().any(|that| (that.id, that.share) == (one.id, one.share));
    for gone in before.iter().filter(|before| !has(nominees, before)) {
        let sql = "UPDATE nominee SET void_reason = 'changed' WHERE nomination_id = :id AND staff_id = :staff AND void_reason IS NULL";
        change.execute(sql, named_params! { ":id": id, ":staff": gone.id })?;
    }
    for (seq, nominee) in (1_i64..).zip(nominees).filter(|(_, nominee)| !has(&before, nominee)) {
        let sql = "INSERT INTO nominee (nomination_id, seq, staff_id, share, added_on) VALUES (:id, :seq, :staff, :share, :on)";
        change
            .insert(sql, named_params! { ":id": id, ":seq": seq, ":staff": nominee.id, ":share": nominee.share, ":on": on.to_string() })?;
    }
    match nominees {
        [_] => Ok(change.update("nomination", id, &[("team", Value::Null)])?),
        _ => Ok(()),
    }
}

/// Who is nominated, in their order.
pub fn nominees_of(db: &Db, id: i64) -> Result<Vec<Nominee>> {
    let sql = "SELECT s.id, s.code, s.name, s.department_id, o.share FROM nominee o JOIN staff_status s ON s.id = o.staff_id
               WHERE o.nomination_id = :id AND o.void_reason IS NULL ORDER BY o.seq";
    Ok(db.rows(sql, named_params! { ":id": id }, |row| {
        Ok(Nominee {
            id: row.get("id")?,
            code: row.get("code")?,
            name: row.get("name")?,
            department_id: row.get("department_id")?,
            share: row.get("share")?,
        })
    })?)
}

/// Who is nominated, each by code and name, as a refusal tells them apart.
pub fn nominees_named(db: &Db, id: i64) -> Result<Vec<String>> {
    Ok(nominees_of(db, id)?.into_iter().map(|nominee| format!("{} {}", nominee.code, nominee.name)).collect())
}

/// The nominees that were typed, each a person the office has, in the department of a day, with
/// their parts.
///
/// # Errors
/// A person who is not known; parts that do not sum to 100.
pub fn nominees(db: &Db, typed: &[(String, Option<i64>)], team: Option<&str>, on: NaiveDate) -> Result<Vec<Nominee>> {
    let mut found = Vec::new();
    for (name, share) in typed {
        found.push((office::person_in_place(db, name, on)?, *share));
    }
    let given: Vec<(String, Option<i64>)> = found.iter().map(|(person, share)| (person.code.clone(), *share)).collect();
    let shares = rules::shares(&given, team)?;
    let nominee = |((person, _), share): ((Person, Option<i64>), i64)| Nominee {
        id: person.id,
        code: person.code,
        name: person.name,
        department_id: person.department_id,
        share,
    };
    Ok(found.into_iter().zip(shares).map(nominee).collect())
}

/// The nominees of a nomination: code, name, department and part.
pub fn members(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT s.code, s.name, t.department, o.share FROM nominee o JOIN nomination n ON n.id = o.nomination_id
               JOIN staff_name s ON s.id = o.staff_id LEFT JOIN staff_status t ON t.id = s.id
               WHERE n.code = :code AND o.void_reason IS NULL ORDER BY o.seq";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}
