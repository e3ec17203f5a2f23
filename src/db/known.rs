//! The facts as the file knew them at an earlier entry, read back from the journal into
//! temporary tables with the indexes of the real ones.

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

    /// The last entry that had been recorded by then; 0 when there was none.
    pub(super) fn entry(&self, conn: &Connection) -> rusqlite::Result<EntryNo> {
        match self {
            Self::Entry(entry) => Ok(*entry),
            Self::Instant(at) => {
                let sql = "SELECT seq FROM main.entry WHERE at <= ?1 ORDER BY seq DESC LIMIT 1";
                Ok(conn.query_row(sql, [at], |row| row.get(0)).optional()?.unwrap_or(0))
            }
        }
    }
}

/// Makes the temporary table `name` with what `table` held when `entry` had been recorded.
pub(super) fn fill(conn: &Connection, table: &str, name: &str, entry: EntryNo) -> rusqlite::Result<()> {
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
    // The rows come in the order of their numbers, so each finds its place behind the last.
    let declared: Vec<String> = columns
        .iter()
        .map(|Column { name, kind, .. }| if name == "id" { "id INTEGER PRIMARY KEY".to_owned() } else { format!("{name} {kind}") })
        .collect();
    conn.execute_batch(&format!("CREATE TEMP TABLE {name} ({})", declared.join(", ")))?;
    // The newest state of every row up to that entry; a row that is gone has none.
    let sql = format!(
        "INSERT INTO temp.{name} SELECT {} FROM
           (SELECT c.row, max(c.entry) FROM main.change c WHERE c.tbl = :tbl AND c.entry <= :entry GROUP BY c.pk) j
         WHERE j.row IS NOT NULL",
        cells.join(", ")
    );
    conn.execute(&sql, named_params! { ":tbl": table, ":entry": entry })?;
    index(conn, table, name)
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
