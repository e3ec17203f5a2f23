//! What an entry touched, and putting it back: a row that was changed becomes what it was, a
//! row that was made is voided, or goes where its table knows no void rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde_json::{Map, Value as Json};

use super::chain::EntryNo;
use super::facts::columns;
use super::rests::{Undone, knows_void};

/// Tables whose rows say nothing to a person: counters, which never go back, and the commitments
/// to personal values, which are never changed.
pub const SILENT: &str = "('code_counter', 'private', 'request')";

/// A row that an entry touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its table.
    pub table: String,
    /// Its number.
    pub id: i64,
    /// The whole row before, as JSON; none where the entry made it.
    pub before: Option<String>,
    /// The whole row after, as JSON; none where the entry took it away.
    pub after: Option<String>,
    /// The first entry that touched it since, those apart that were undone.
    pub since: Option<EntryNo>,
}

impl Touched {
    /// What a field of the row holds, or held where it is gone.
    fn field(&self, name: &str) -> Option<Json> {
        fields(self.after.as_deref().or(self.before.as_deref())).get(name).cloned()
    }

    /// Whether the entry put a day down as one on which something happened.
    pub fn puts_down(&self, day: NaiveDate) -> bool {
        let (before, after, day) = (fields(self.before.as_deref()), fields(self.after.as_deref()), Json::from(day.to_string()));
        after.iter().any(|(name, value)| name.ends_with("_on") && *value == day && before.get(name) != Some(value))
    }

    /// A number that the row holds, such as that of the row it belongs to.
    pub fn number(&self, field: &str) -> Option<i64> {
        self.field(field)?.as_i64()
    }

    /// A text that the row holds, such as its code.
    pub fn text(&self, field: &str) -> Option<String> {
        self.field(field)?.as_str().map(str::to_owned)
    }

    /// Whether it is there, and not void, once the entry is taken back.
    pub fn will_be_in_force(&self) -> bool {
        self.before.as_deref().is_some_and(|before| fields(Some(before)).get("void_reason").is_none_or(Json::is_null))
    }

    /// Whether the entry left it there, and not void.
    pub fn was_in_force(&self) -> bool {
        self.after.is_some() && self.text("void_reason").is_none()
    }
}

fn fields(row: Option<&str>) -> Map<String, Json> {
    row.and_then(|row| serde_json::from_str(row).ok()).unwrap_or_default()
}

/// What became of a row that was put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutBack {
    /// It is what it was.
    Restored,
    /// It is void.
    Voided,
    /// It is gone.
    Removed,
}

impl PutBack {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Restored => "restored",
            Self::Voided => "voided",
            Self::Removed => "removed",
        }
    }
}

/// The rows that an entry touched, those of the silent tables apart.
///
/// # Errors
/// Whatever SQLite says.
pub fn touched(conn: &Connection, entry: EntryNo, undone: &Undone) -> rusqlite::Result<Vec<Touched>> {
    let sql = format!(
        "SELECT c.tbl, c.pk, c.row,
                 (SELECT b.row FROM main.change b WHERE b.tbl = c.tbl AND b.pk = c.pk AND b.entry < c.entry ORDER BY b.entry DESC LIMIT 1),
                 (SELECT min(l.entry) FROM main.change l WHERE l.tbl = c.tbl AND l.pk = c.pk AND l.entry > c.entry
                    AND l.entry NOT IN rarray(:undone))
               FROM main.change c WHERE c.entry = :entry AND c.tbl NOT IN {SILENT} ORDER BY c.tbl, c.pk"
    );
    let mut asked = conn.prepare_cached(&sql)?;
    let rows = asked.query_map(named_params! { ":entry": entry, ":undone": undone.as_array() }, |row| {
        Ok(Touched { table: row.get(0)?, id: row.get(1)?, after: row.get(2)?, before: row.get(3)?, since: row.get(4)? })
    })?;
    rows.collect()
}

/// Puts a row back as the journal last left it: one that the journal never saw goes.
///
/// # Errors
/// Whatever SQLite says.
pub fn repair(conn: &Connection, table: &str, id: i64) -> rusqlite::Result<PutBack> {
    let sql = "SELECT c.row FROM main.change c WHERE c.tbl = :tbl AND c.pk = :id ORDER BY c.entry DESC LIMIT 1";
    let known: Option<Option<String>> = conn.query_row(sql, named_params! { ":tbl": table, ":id": id }, |row| row.get(0)).optional()?;
    match known.flatten() {
        Some(before) => restore(conn, table, id, &before),
        None => remove(conn, table, id),
    }
}

/// Puts a row back as it was before; `why` is the reason of a row that becomes void.
///
/// # Errors
/// Whatever SQLite says.
pub fn put_back(conn: &Connection, row: &Touched, why: &str) -> rusqlite::Result<PutBack> {
    let Touched { table, id, before, .. } = row;
    let Some(before) = before else {
        if knows_void(conn, table)? {
            conn.execute(&format!("UPDATE main.{table} SET void_reason = :why WHERE id = :id"), named_params! { ":why": why, ":id": id })?;
            return Ok(PutBack::Voided);
        }
        return remove(conn, table, *id);
    };
    restore(conn, table, *id, before)
}

fn remove(conn: &Connection, table: &str, id: i64) -> rusqlite::Result<PutBack> {
    conn.execute(&format!("DELETE FROM main.{table} WHERE id = :id"), named_params! { ":id": id })?;
    Ok(PutBack::Removed)
}

/// Gives a row the fields that a journalled one has, whether it is there or not.
fn restore(conn: &Connection, table: &str, id: i64, before: &str) -> rusqlite::Result<PutBack> {
    let columns: Vec<String> = columns(conn, table)?.into_iter().map(|column| column.name).collect();
    let cell = |name: &String| format!("json_extract(:row, '$.{name}')");
    let set: Vec<String> = columns.iter().filter(|name| *name != "id").map(|name| format!("{name} = {}", cell(name))).collect();
    let sql = format!("UPDATE main.{table} SET {} WHERE id = :id", set.join(", "));
    let found = conn.execute(&sql, named_params! { ":row": before, ":id": id })?;
    if found == 0 {
        let cells: Vec<String> = columns.iter().map(cell).collect();
        let sql = format!("INSERT INTO main.{table} ({}) VALUES ({})", columns.join(", "), cells.join(", "));
        conn.execute(&sql, named_params! { ":row": before })?;
    }
    Ok(PutBack::Restored)
}
