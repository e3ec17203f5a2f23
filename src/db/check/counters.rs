//! Whether the counters of numbers stand where the journal says they were.

use rusqlite::{Connection, params};

use super::Finding;

/// A counter of numbers that stands before one that was given, which would be given again, or so far
/// behind it that somebody set it: at the end of all numbers the table takes no more rows.
struct Behind {
    table: String,
    given: Option<i64>,
    stands: Option<i64>,
}

/// The counters that stand where no number was given.
pub(super) fn findings(conn: &Connection, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    found.extend(counters(conn)?.into_iter().map(|Behind { table, given, stands }| {
        Finding::at("counter", table).instead(given.unwrap_or(0).to_string(), stands.map(|no| no.to_string()))
    }));
    Ok(())
}

fn counters(conn: &Connection) -> rusqlite::Result<Vec<Behind>> {
    let sql = "SELECT t.name, (SELECT max(c.pk) FROM main.change c WHERE c.tbl = t.name) AS given,
                 (SELECT CAST(max(s.seq) AS INTEGER) FROM main.sqlite_sequence s WHERE s.name = t.name) AS stands
               FROM main.sqlite_schema t WHERE t.type = 'table' AND t.sql LIKE '%AUTOINCREMENT%'
                 AND (given > coalesce(stands, 0) OR stands > coalesce(given, 0) + 1000000)";
    let mut asked = conn.prepare(sql)?;
    asked.query_map((), |row| Ok(Behind { table: row.get(0)?, given: row.get(1)?, stands: row.get(2)? }))?.collect()
}

/// Sets the counters that stand behind to the last number that was given.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_counters(conn: &Connection) -> rusqlite::Result<()> {
    for Behind { table, given, .. } in counters(conn)? {
        conn.execute("DELETE FROM main.sqlite_sequence WHERE name = ?1", [&table])?;
        conn.execute("INSERT INTO main.sqlite_sequence (name, seq) VALUES (?1, ?2)", params![table, given.unwrap_or(0)])?;
    }
    Ok(())
}
