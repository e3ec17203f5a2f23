//! The SQL around a typed question, and the saved ones.

use anyhow::Result;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::rules::{self, Given};
use crate::db::{Db, is_readable, not_allowed};
use crate::report::{Column, Kind, Query, Table};
use crate::session::Change;

/// The table of a question, prepared behind the guard.
///
/// # Errors
/// What is wrong in the SQL, or not allowed.
pub fn table(db: &Db, sql: &str, given: &[(String, Given)]) -> Result<Table> {
    let params = checked(db, sql, Some(given))?;
    let select = format!("SELECT * FROM (\n{sql}\n)");
    // Asked for once more around it, two columns of one name get names of their own.
    let names: Vec<String> = db.prepare(&select).map_err(|error| db.refused(error))?.column_names().map(str::to_owned).collect();
    let columns = names.into_iter().map(|name| Column::named(name, Kind::Any)).collect();
    Ok(Table::asked(
        columns,
        Query { select, params, order: String::new(), by_code: ("", ""), limit: None, fields: Vec::new(), counted: None },
    ))
}

/// Checks a question, without asking it, and gives the values of its parameters.
///
/// # Errors
/// What is wrong in the SQL, or not allowed.
pub fn checked(db: &Db, sql: &str, given: Option<&[(String, Given)]>) -> Result<Vec<Value>> {
    if sql.is_empty() {
        return Err(rules::EMPTY.met().into());
    }
    let asked = db.prepare(sql).map_err(|error| db.refused(error))?;
    if asked.column_count() == 0 || asked.is_explain() != 0 || !asked.readonly() {
        return Err(not_allowed(sql.split_whitespace().next().unwrap_or_default()).into());
    }
    let Some(given) = given else { return Ok(Vec::new()) };
    let wanted: Vec<Option<String>> = (1..=asked.parameter_count()).map(|at| asked.parameter_name(at).map(str::to_owned)).collect();
    let values = rules::values(&wanted, given)?;
    Ok(values
        .into_iter()
        .map(|value| match value {
            Given::Integer(number) => Value::Integer(number),
            Given::Text(text) => Value::Text(text),
        })
        .collect())
}

/// The names of the values that a question needs.
///
/// # Errors
/// What is wrong in the SQL.
pub fn wanted(db: &Db, sql: &str) -> Result<Vec<String>> {
    let asked = db.prepare(sql).map_err(|error| db.refused(error))?;
    let names = (1..=asked.parameter_count()).filter_map(|at| asked.parameter_name(at));
    Ok(names.map(|name| name.trim_start_matches([':', '@', '$']).to_owned()).collect())
}

/// The SQL of a saved query, if there is one.
pub fn saved(db: &Db, name: &str) -> Result<Option<String>> {
    Ok(db.row("SELECT sql FROM saved_query WHERE name = :name", named_params! { ":name": name }, |row| row.get(0))?)
}

/// Keeps a query under a name; an earlier one of that name gives way.
pub fn save(change: &Change, name: &str, sql: &str, note: Option<&str>) -> Result<()> {
    change.execute(
        "INSERT INTO saved_query (name, sql, note, saved_on) VALUES (:name, :sql, :note, :today)
         ON CONFLICT (name) DO UPDATE SET sql = excluded.sql, note = coalesce(excluded.note, note)",
        named_params! { ":name": name, ":sql": sql, ":note": note, ":today": change.today().to_string() },
    )?;
    Ok(())
}

/// The views and tables that can be asked about: name, and whether it is a view.
pub fn readable(db: &Db) -> Result<Vec<(String, bool)>> {
    let sql = "SELECT name, type = 'view' FROM sqlite_schema WHERE type IN ('view', 'table') ORDER BY type DESC, name";
    let all = db.rows(sql, (), |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    Ok(all.into_iter().filter(|(name, is_view)| *is_view || is_readable(name)).collect())
}

/// The columns of a view or table.
pub fn columns(db: &Db, name: &str) -> Result<Vec<String>> {
    Ok(db.rows("SELECT name FROM pragma_table_info(:name, 'main')", named_params! { ":name": name }, |row| row.get(0))?)
}
