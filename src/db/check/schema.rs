//! Whether the file's schema is the one this program makes.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::Finding;
use crate::db::damage::lossy;
use crate::db::open::SCHEMA;

/// SQLite's own table of counters, which it makes by itself.
const COUNTERS: &str = "CREATE TABLE sqlite_sequence(name,seq)";
/// What `ANALYZE` of another tool leaves: it changes plans, and no answer.
const STATISTICS: [&str; 2] = ["CREATE TABLE sqlite_stat1(tbl,idx,stat)", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"];

/// What differs between the schema of the file and that of this program.
pub(super) fn findings(conn: &Connection, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let here = objects(conn)?;
    if is_as_written(&here) {
        return Ok(());
    }
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(SCHEMA)?;
    let by_name = |objects: Vec<Object>| -> BTreeMap<(String, String), String> {
        objects.into_iter().map(|object| ((object.kind, object.name), format!("{}{}", object.sql, object.misplaced))).collect()
    };
    let (own, here) = (by_name(objects(&fresh)?), by_name(here));
    let names: BTreeSet<_> = own.keys().chain(here.keys()).collect();
    found.extend(names.into_iter().filter(|name| own.get(*name) != here.get(*name)).map(|name| {
        let (own, here) = (own.get(name), here.get(name));
        let excerpt = |sql: &String| differing(sql, own.zip(here));
        Finding::at("schema", format!("{} {}", name.0, name.1)).instead(own.map(excerpt), here.map(excerpt))
    }));
    Ok(())
}

/// A row of the schema.
struct Object {
    kind: String,
    name: String,
    /// Its statement; an index that SQLite makes of what is unique has none.
    sql: String,
    /// The table that it is said to be of, where it is named after another.
    misplaced: String,
}

/// The objects of a schema, in their order, but for what another tool counted.
fn objects(conn: &Connection) -> rusqlite::Result<Vec<Object>> {
    let mut asked = conn.prepare("SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY rowid")?;
    let rows = asked.query_map((), |row| {
        let text = |at| Ok::<_, rusqlite::Error>(lossy(row.get_ref(at)?).unwrap_or_default());
        let (kind, name, table, sql) = (text(0)?, text(1)?, text(2)?, text(3)?);
        let is_placed = match (kind.as_str(), sql.as_str()) {
            ("index", "") => name.strip_prefix("sqlite_autoindex_").and_then(|of| of.strip_prefix(table.as_str())).is_some(),
            ("index" | "trigger", _) => true,
            _ => name == table,
        };
        let misplaced = if is_placed { String::new() } else { format!(" [{table}]") };
        Ok(Object { kind, name, sql, misplaced })
    })?;
    let all = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(all.into_iter().filter(|object| !(object.kind == "table" && STATISTICS.contains(&object.sql.as_str()))).collect())
}

/// Whether the objects are, in their order, word for word the statements of `schema.sql`. They
/// nearly always are, and then no second schema has to be made to hold them against.
fn is_as_written(objects: &[Object]) -> bool {
    const NEXT: &str = "\nCREATE ";
    let (mut written, mut counters) = (SCHEMA, 0);
    for object in objects {
        let Object { kind, name, sql, misplaced } = object;
        if !misplaced.is_empty() {
            return false;
        }
        if kind == "table" && name == "sqlite_sequence" && sql == COUNTERS {
            counters += 1;
            continue;
        }
        if kind == "index" && sql.is_empty() {
            continue;
        }
        let mut words = sql.split_whitespace().skip_while(|word| !word.eq_ignore_ascii_case(kind));
        let is_named = words.nth(1) == Some(name.as_str());
        let statement = written.find(NEXT).and_then(|at| written.get(at + 1..));
        match statement.and_then(|text| text.strip_prefix(sql.as_str())).and_then(|text| text.strip_prefix(';')) {
            Some(rest) if is_named => written = rest,
            _ => return false,
        }
    }
    counters == 1 && !written.contains(NEXT)
}

/// The part of `sql` from a little before the place where the two part from each other, or its
/// beginning where there is only one.
fn differing(sql: &str, two: Option<(&String, &String)>) -> String {
    const BEFORE: usize = 20;
    const SHOWN: usize = 120;
    let same = two.map(|(own, here)| own.chars().zip(here.chars()).take_while(|(a, b)| a == b).count());
    let from = same.unwrap_or(0).saturating_sub(BEFORE);
    sql.chars().skip(from).take(SHOWN).collect()
}
