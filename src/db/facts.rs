//! Which tables hold facts, and what their columns are: read from the file's own schema, so
//! that the journal and the shadows cannot forget one.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use super::damage::lossy;
use super::reads::tables_read;

/// Whether a file has all the tables that hold no facts, without which nothing can be said of
/// those that do.
///
/// # Errors
/// Whatever SQLite says.
pub fn has_ground(conn: &Connection) -> rusqlite::Result<bool> {
    let named = GROUND.map(|table| format!("'{table}'")).join(", ");
    let sql = format!("SELECT count(*) = {} FROM main.sqlite_schema WHERE type = 'table' AND name IN ({named})", GROUND.len());
    conn.query_row(&sql, (), |row| row.get(0))
}

/// Tables that hold no facts of the office: the calendar of bare days, the journal itself,
/// attachment bytes, personal values and the memory of repeated requests.
const GROUND: [&str; 6] = ["day", "entry", "change", "blob", "private", "request"];

/// Whether a table's rows are facts: journalled, and shadowed when another day is asked for.
pub fn is_fact(table: &str) -> bool {
    !GROUND.contains(&table) && !table.starts_with("sqlite_")
}

/// Tables that hold no facts and go into the journal all the same: of personal values the
/// commitment, and what a repeated request is known by.
pub(super) const WATCHED: [&str; 2] = ["private", "request"];

/// Whether a table's rows go into the journal.
pub(super) fn is_journalled(table: &str) -> bool {
    is_fact(table) || WATCHED.contains(&table)
}

/// The names of all fact tables, in alphabetical order.
///
/// # Errors
/// Whatever SQLite says.
pub fn fact_tables(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut names = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names = names.query_map((), |row| Ok(lossy(row.get_ref(0)?).unwrap_or_default()))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| is_fact(name)).collect())
}

/// The tables of facts that the view `name` is made of, through whatever views.
pub(super) fn facts_under(conn: &Connection, name: &str) -> rusqlite::Result<BTreeSet<String>> {
    let mut asked = conn.prepare("SELECT type = 'view', sql FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name = ?1")?;
    let (mut facts, mut seen, mut open) = (BTreeSet::new(), BTreeSet::from([name.to_owned()]), vec![name.to_owned()]);
    while let Some(name) = open.pop() {
        match asked.query_row([&name], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).optional()? {
            Some((true, sql)) => open.extend(tables_read(&sql).into_iter().filter(|read| seen.insert(read.clone()))),
            Some((false, _)) if is_fact(&name) => drop(facts.insert(name)),
            _ => {}
        }
    }
    Ok(facts)
}

/// The columns by which tables name the rows of `table`, each with whether its table knows void
/// rows.
pub(super) fn naming(conn: &Connection, table: &str) -> rusqlite::Result<Vec<(String, String, bool)>> {
    let sql = "SELECT s.name, f.\"from\", EXISTS (SELECT 1 FROM pragma_table_info(s.name) c WHERE c.name = 'void_reason')
               FROM main.sqlite_schema s JOIN pragma_foreign_key_list(s.name) f
               WHERE s.type = 'table' AND f.\"table\" = ?1 ORDER BY s.name, f.\"from\"";
    let mut asked = conn.prepare_cached(sql)?;
    let rows = asked.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

/// The column by which the rows of a table belong to those of another, and that table: its first
/// reference. Rows whose code is nobody else's are records of their own and belong to none.
///
/// # Errors
/// Whatever SQLite says.
pub fn belongs_to(conn: &Connection, table: &str) -> rusqlite::Result<Option<(String, String)>> {
    if has_own_codes(conn, table)? { Ok(None) } else { first_reference(conn, table) }
}

fn has_own_codes(conn: &Connection, table: &str) -> rusqlite::Result<bool> {
    let unique = "SELECT EXISTS (SELECT 1 FROM pragma_index_list(?1, 'main') i WHERE i.\"unique\" = 1
                  AND (SELECT group_concat(c.name) FROM pragma_index_info(i.name, 'main') c) = 'code')";
    conn.prepare_cached(unique)?.query_row([table], |row| row.get(0))
}

/// The first reference of a table to another one; a personal value is no record.
fn first_reference(conn: &Connection, table: &str) -> rusqlite::Result<Option<(String, String)>> {
    let first = "SELECT f.\"from\", f.\"table\" FROM pragma_foreign_key_list(?1, 'main') f
                  WHERE f.\"table\" NOT IN ('private', ?1) ORDER BY f.id DESC LIMIT 1";
    conn.prepare_cached(first)?.query_row([table], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}

/// A table whose rows hold a masked name, with the way to the record that a row belongs to: each
/// step a column and the table that it refers to, the last of which has codes. There is no step
/// where the table has codes of its own that are unique.
pub type Personal = (String, Vec<(String, String)>);

/// The tables whose rows hold a masked name. Such a row belongs to the record that its first
/// reference leads to, or is one itself where its code is nobody else's.
///
/// # Errors
/// Whatever SQLite says.
pub fn personal_tables(conn: &Connection) -> rusqlite::Result<Vec<Personal>> {
    let mut found = Vec::new();
    for table in fact_tables(conn)? {
        if !columns(conn, &table)?.iter().any(|column| column.name == PRIVATE) {
            continue;
        }
        if has_own_codes(conn, &table)? {
            found.push((table, Vec::new()));
        } else if let Some(way) = way_to_a_code(conn, &table)? {
            found.push((table, way));
        }
    }
    Ok(found)
}

/// The first references from a table up to one that has codes; none where they lead to none.
fn way_to_a_code(conn: &Connection, table: &str) -> rusqlite::Result<Option<Vec<(String, String)>>> {
    let mut way: Vec<(String, String)> = Vec::new();
    loop {
        let from = way.last().map_or(table, |(_, parent)| parent);
        let Some(step) = first_reference(conn, from)?.filter(|(_, parent)| way.iter().all(|(_, passed)| passed != parent)) else {
            return Ok(None);
        };
        let has_codes = columns(conn, &step.1)?.iter().any(|column| column.name == "code");
        way.push(step);
        if has_codes {
            return Ok(Some(way));
        }
    }
}

/// The column that names a personal value; the column before it holds that value masked.
pub(super) const PRIVATE: &str = "private_id";
/// What stands where a personal value was erased; people read it in their language.
pub const ERASED: &str = "erased";

/// The column of a table that holds a personal value masked.
///
/// # Errors
/// Whatever SQLite says.
pub fn masked_column(conn: &Connection, table: &str) -> rusqlite::Result<Option<String>> {
    let columns = columns(conn, table)?;
    Ok(columns.iter().zip(columns.iter().skip(1)).find(|(_, next)| next.name == PRIVATE).map(|(masked, _)| masked.name.clone()))
}

/// A column of a table.
pub(super) struct Column {
    /// Its name.
    pub name: String,
    /// Its declared type.
    pub kind: String,
    /// Whether it may not be null.
    pub required: bool,
}

/// The columns of a table, in order.
pub(super) fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    let mut asked = conn.prepare_cached("SELECT name, type, \"notnull\" FROM pragma_table_info(?1, 'main')")?;
    asked.query_map([table], |row| Ok(Column { name: row.get(0)?, kind: row.get(1)?, required: row.get(2)? }))?.collect()
}
