//! The facts as the file knew them at an earlier entry. A table that nothing changed since is
//! read as it is; of any other a temporary one is made, with the indexes of the real one: rows
//! that nothing changed since, and of the changed ones the state that the journal kept. That
//! rows and journal say the same is what `verify` proves.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::chain::EntryNo;
use super::facts::{Column, ERASED, PRIVATE, columns, masked_column};
use crate::typed::{Expected, instant};

/// A state of knowledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnownAt {
    /// What the file held once this entry was recorded.
    Entry(EntryNo),
    /// What it held at an instant, RFC 3339 in UTC.
    Instant(String),
}

impl std::fmt::Display for KnownAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entry(entry) => write!(f, "{entry}"),
            Self::Instant(at) => f.write_str(at),
        }
    }
}

impl KnownAt {
    /// Reads the number of an entry, or a time.
    ///
    /// # Errors
    /// Anything else.
    pub fn parse(typed: &str) -> Result<Self, Expected> {
        match typed.trim().trim_start_matches('#') {
            // Eight digits are a day.
            number if number.len() < 8 && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty() => {
                number.parse().map(Self::Entry).or_else(|_| instant(typed).map(Self::Instant))
            }
            _ => instant(typed).map(Self::Instant),
        }
    }

    /// Finds the entry in the journal, and what was changed since.
    pub(super) fn then(&self, conn: &Connection) -> rusqlite::Result<Then> {
        let entry = match self {
            Self::Entry(entry) => *entry,
            Self::Instant(at) => {
                let sql = "SELECT seq FROM main.entry WHERE at <= ?1 ORDER BY seq DESC LIMIT 1";
                conn.query_row(sql, [at], |row| row.get(0)).optional()?.unwrap_or(0)
            }
        };
        let mut asked = conn.prepare("SELECT DISTINCT tbl FROM main.change WHERE entry > ?1")?;
        let changed_since = asked.query_map([entry], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(Then { entry, changed_since })
    }
}

/// A state of knowledge, found in the journal.
#[derive(Debug)]
pub(super) struct Then {
    /// The last entry that had been recorded by then; 0 when there was none.
    entry: EntryNo,
    /// The tables that later entries changed.
    changed_since: HashSet<String>,
}

impl Then {
    /// Whether a table holds something else now.
    pub(super) fn differs(&self, table: &str) -> bool {
        self.changed_since.contains(table)
    }

    /// Makes the temporary table `name` with what `table` held then.
    pub(super) fn fill(&self, conn: &Connection, table: &str, name: &str) -> rusqlite::Result<()> {
        let columns = columns(conn, table)?;
        // What was erased since was known then, and is told no more.
        let masked = masked_column(conn, table)?;
        let cells: Vec<String> = columns
            .iter()
            .map(|Column { name, .. }| match masked.as_ref() {
                Some(masked) if masked == name => format!(
                    "CASE WHEN json_extract(j.row, '$.{PRIVATE}') IN (SELECT p.id FROM main.private p WHERE p.value IS NULL) THEN '{ERASED}'
                       ELSE json_extract(j.row, '$.{name}') END"
                ),
                _ => format!("json_extract(j.row, '$.{name}')"),
            })
            .collect();
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        // The rows come in the order of their numbers, so each finds its place behind the last.
        let declared: Vec<String> = columns
            .iter()
            .map(|Column { name, kind, .. }| if name == "id" { "id INTEGER PRIMARY KEY".to_owned() } else { format!("{name} {kind}") })
            .collect();
        conn.execute_batch(&format!("CREATE TEMP TABLE {name} ({})", declared.join(", ")))?;
        // Of a changed row the newest state up to the entry; one that was not there has none.
        let sql = format!(
            "INSERT INTO temp.{name}
             WITH since AS MATERIALIZED (SELECT DISTINCT c.pk FROM main.change c WHERE c.tbl = :tbl AND c.entry > :entry)
             SELECT {} FROM main.{table} WHERE id NOT IN (SELECT pk FROM since)
             UNION ALL
             SELECT {} FROM
               (SELECT c.row, max(c.entry) FROM since s CROSS JOIN main.change c ON c.tbl = :tbl AND c.pk = s.pk AND c.entry <= :entry
                GROUP BY s.pk) j
             WHERE j.row IS NOT NULL",
            names.join(", "),
            cells.join(", ")
        );
        conn.execute(&sql, named_params! { ":tbl": table, ":entry": self.entry })?;
        index(conn, table, name)
    }
}

/// Gives a temporary table the indexes of the real one, its unique columns among them.
fn index(conn: &Connection, table: &str, name: &str) -> rusqlite::Result<()> {
    let mut asked =
        conn.prepare("SELECT i.name, s.sql FROM pragma_index_list(?1, 'main') i JOIN main.sqlite_schema s ON s.name = i.name")?;
    let rows = asked.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?)))?;
    let mut statements = Vec::new();
    for row in rows {
        let (own, sql) = row?;
        let Some(sql) = sql else {
            let mut fields = conn.prepare("SELECT name FROM pragma_index_info(?1, 'main') ORDER BY seqno")?;
            let fields = fields.query_map([&own], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
            statements.push(format!("CREATE INDEX temp.{name}_{own} ON {name} ({})", fields.join(", ")));
            continue;
        };
        // `CREATE [UNIQUE] INDEX own ON table (…) [WHERE …]`, as schema.sql writes it.
        if let Some((_, rest)) = sql.split_once(&format!(" ON {table} ")) {
            statements.push(format!("CREATE INDEX temp.{name}_{own} ON {name} {rest}"));
        }
    }
    conn.execute_batch(&statements.join(";\n"))
}
