//! The SQL of the catalogue: measures, the terms they are offered on, pairs, how many one
//! chooses.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::reward::rules::{Measure, Menu};
use crate::session::Change;

/// The measures of a year.
pub fn menu(db: &Db, year: i64) -> Result<Menu> {
    let sql =
        "SELECT measure, name, name_en, offered, quota, taken, grades, needs_check FROM reward_menu WHERE year = :year ORDER BY measure_id";
    let measures = db.rows(sql, named_params! { ":year": year }, |row| {
        Ok(Measure {
            code: row.get("measure")?,
            names: [row.get("name")?, row.get::<_, Option<String>>("name_en")?.unwrap_or_default()],
            offered: row.get("offered")?,
            quota: row.get("quota")?,
            taken: row.get("taken")?,
            grades: split(row.get::<_, Option<String>>("grades")?.as_deref()),
            needs_check: row.get("needs_check")?,
        })
    })?;
    let sql = "SELECT one, other FROM reward_exclusion WHERE from_year <= :year ORDER BY id";
    let pairs = db.rows(sql, named_params! { ":year": year }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Menu { year, measures, pairs })
}

fn split(grades: Option<&str>) -> Vec<String> {
    grades.iter().flat_map(|grades| grades.split(", ")).map(str::to_owned).collect()
}

/// Sets what a measure is, or adds it; returns its id and whether it is new.
pub fn set_measure(change: &Change, code: &str, mut values: Vec<(&'static str, Value)>, on: NaiveDate) -> Result<(i64, bool)> {
    let known: Option<i64> = change.row("SELECT id FROM measure WHERE code = :code", named_params! { ":code": code }, |row| row.get(0))?;
    if let Some(id) = known {
        let values = change.differing("measure", id, values)?;
        change.update("measure", id, &values)?;
        return Ok((id, false));
    }
    for (column, value) in [
        ("name", Value::from(code.to_owned())),
        ("name_en", code.to_owned().into()),
        ("extraordinary", 0.into()),
        ("needs_check", 1.into()),
        ("since_on", on.to_string().into()),
    ] {
        if !values.iter().any(|(given, _)| *given == column) {
            values.push((column, value));
        }
    }
    values.push(("code", code.to_owned().into()));
    Ok((change.insert_row("measure", &values)?, true))
}

/// The terms of a measure that hold in a year: offered, quota, grades.
pub fn term(db: &Db, measure: i64, year: i64) -> Result<Vec<(&'static str, Value)>> {
    let sql = "SELECT offered, quota, grades FROM measure_term WHERE measure_id = :measure AND from_year <= :year ORDER BY from_year DESC LIMIT 1";
    let held = db.row(sql, named_params! { ":measure": measure, ":year": year }, |row| {
        Ok(vec![("offered", row.get(0)?), ("quota", row.get(1)?), ("grades", row.get(2)?)])
    })?;
    Ok(held.unwrap_or_else(|| vec![("offered", 1.into()), ("quota", Value::Null), ("grades", Value::Null)]))
}

/// Sets the terms of a measure from a year on; what is not given stays as it held.
pub fn set_term(change: &Change, measure: i64, from: i64, given: Vec<(&'static str, Value)>, on: NaiveDate) -> Result<()> {
    let mut values = term(change, measure, from)?;
    values.retain(|(column, _)| !given.iter().any(|(other, _)| other == column));
    values.extend(given);
    let sql = "SELECT id FROM measure_term WHERE measure_id = :measure AND from_year = :from";
    let known: Option<i64> = change.row(sql, named_params! { ":measure": measure, ":from": from }, |row| row.get(0))?;
    if let Some(id) = known {
        let values = change.differing("measure_term", id, values)?;
        return Ok(change.update("measure_term", id, &values)?);
    }
    values.extend([("measure_id", measure.into()), ("from_year", from.into()), ("set_on", on.to_string().into())]);
    change.insert_row("measure_term", &values)?;
    Ok(())
}

/// The pair of two measures, if they exclude each other.
pub fn exclusion(db: &Db, one: &str, other: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM reward_exclusion WHERE (one = :one AND other = :other) OR (one = :other AND other = :one)";
    Ok(db.row(sql, named_params! { ":one": one, ":other": other }, |row| row.get(0))?)
}

/// Makes two measures exclude each other from a year on.
pub fn exclude(change: &Change, pair: (&str, &str), from: i64, source: Option<&str>, on: NaiveDate) -> Result<()> {
    let (one, other) = pair;
    if let Some(id) = exclusion(change, one, other)? {
        let values = change.differing("measure_exclusion", id, vec![("from_year", from.into())])?;
        return Ok(change.update("measure_exclusion", id, &values)?);
    }
    change.execute(
        "INSERT INTO measure_exclusion (one_id, other_id, from_year, set_on, source)
         SELECT a.id, b.id, :from, :on, :source FROM measure a JOIN measure b ON b.id > a.id
          WHERE a.code IN (:one, :other) AND b.code IN (:one, :other)",
        named_params! { ":from": from, ":on": on.to_string(), ":source": source, ":one": one, ":other": other },
    )?;
    Ok(())
}

/// Lets two measures go together again.
pub fn unexclude(change: &Change, id: i64, reason: &str) -> Result<()> {
    Ok(change.update("measure_exclusion", id, &[("void_reason", reason.to_owned().into())])?)
}

/// How many one chooses, and the share that is to get an extraordinary measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The main person of a key task.
    pub lead: i64,
    /// Anyone else.
    pub other: i64,
    /// Whole per cent.
    pub extraordinary: i64,
}

/// The rule of a year.
pub fn rule(db: &Db, year: i64) -> Result<Rule> {
    let sql =
        "SELECT choose_lead, choose_other, extraordinary_percent FROM reward_rule WHERE from_year <= :year ORDER BY from_year DESC LIMIT 1";
    let found =
        db.row(sql, named_params! { ":year": year }, |row| Ok(Rule { lead: row.get(0)?, other: row.get(1)?, extraordinary: row.get(2)? }))?;
    Ok(found.unwrap_or(Rule { lead: 2, other: 1, extraordinary: 50 }))
}

/// The rules, each from its year on, the latest first, as far as a year.
pub fn rules_of(db: &Db, year: i64) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT from_year, choose_lead, choose_other, extraordinary_percent, source FROM reward_rule WHERE from_year <= :year ORDER BY from_year DESC";
    Ok(db.cells(sql, named_params! { ":year": year })?)
}

/// Sets the rule from a year on.
pub fn set_rule(change: &Change, from: i64, rule: Rule, source: Option<&str>, on: NaiveDate) -> Result<()> {
    let mut values: Vec<(&str, Value)> =
        vec![("choose_lead", rule.lead.into()), ("choose_other", rule.other.into()), ("extraordinary_percent", rule.extraordinary.into())];
    values.extend(source.map(|source| ("source", source.to_owned().into())));
    let known: Option<i64> =
        change.row("SELECT id FROM reward_rule WHERE from_year = :from", named_params! { ":from": from }, |row| row.get(0))?;
    if let Some(id) = known {
        let values = change.differing("reward_rule", id, values)?;
        return Ok(change.update("reward_rule", id, &values)?);
    }
    values.extend([("from_year", from.into()), ("set_on", on.to_string().into())]);
    change.insert_row("reward_rule", &values)?;
    Ok(())
}

/// The last year before one of which rewards are still to be chosen.
pub fn open_before(db: &Db, year: i64) -> Result<Option<i64>> {
    let sql = "SELECT max(year) AS year FROM reward_status WHERE year < :year AND state IN ('offered', 'second')";
    Ok(db.row(sql, named_params! { ":year": year }, |row| row.get::<_, Option<i64>>("year"))?.flatten())
}
