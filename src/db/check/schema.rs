//! Whether the file's schema is the one this program makes.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::Finding;
use crate::db::open::SCHEMA;

/// What differs between the schema of the file and that of this program.
pub(super) fn findings(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    if is_as_written(conn)? {
        return Ok(Vec::new());
    }
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(SCHEMA)?;
    let (own, here) = (objects(&fresh)?, objects(conn)?);
    let names: BTreeSet<_> = own.keys().chain(here.keys()).collect();
    let differs = names.into_iter().filter(|name| own.get(*name) != here.get(*name));
    let found = |name: &(String, String)| {
        let (own, here) = (own.get(name), here.get(name));
        let excerpt = |sql: &String| differing(sql, own.into_iter().chain(here));
        Finding::at("schema", format!("{} {}", name.0, name.1)).instead(own.map(excerpt), here.map(excerpt))
    };
    Ok(differs.map(found).collect())
}

/// Whether the objects are, in their order, word for word the statements of `schema.sql`. They
/// nearly always are, and then no second schema has to be made to hold them against.
fn is_as_written(conn: &Connection) -> rusqlite::Result<bool> {
    const NEXT: &str = "\nCREATE ";
    let mut written = SCHEMA;
    let mut asked =
        conn.prepare("SELECT type, name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid")?;
    let mut rows = asked.query(())?;
    while let Some(row) = rows.next()? {
        let (kind, name, sql): (String, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let sql = sql.unwrap_or_default();
        let mut words = sql.split_whitespace().skip_while(|word| !word.eq_ignore_ascii_case(&kind));
        let is_named = words.nth(1) == Some(name.as_str());
        let statement = written.find(NEXT).and_then(|at| written.get(at + 1..));
        match statement.and_then(|text| text.strip_prefix(sql.as_str())).and_then(|text| text.strip_prefix(';')) {
            Some(rest) if is_named => written = rest,
            _ => return Ok(false),
        }
    }
    Ok(!written.contains(NEXT))
}

/// Every object of the schema, by kind and name, without the blanks that make no difference.
fn objects(conn: &Connection) -> rusqlite::Result<BTreeMap<(String, String), String>> {
    let sql = "SELECT type, name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut asked = conn.prepare(sql)?;
    let rows = asked.query_map((), |row| Ok(((row.get(0)?, row.get(1)?), row.get::<_, Option<String>>(2)?.unwrap_or_default())))?;
    rows.map(|row| row.map(|(name, sql)| (name, sql.split_whitespace().collect::<Vec<_>>().join(" ")))).collect()
}

/// The part of `sql` from a little before the place where the others part from it.
fn differing<'t>(sql: &str, others: impl Iterator<Item = &'t String>) -> String {
    const BEFORE: usize = 20;
    const SHOWN: usize = 120;
    let same = |other: &String| sql.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let from = others.map(same).min().unwrap_or(0).min(sql.chars().count()).saturating_sub(BEFORE);
    sql.chars().skip(from).take(SHOWN).collect()
}
