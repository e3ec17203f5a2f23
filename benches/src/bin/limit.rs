//! The limit: the least that can be written in Rust to open the same file and do the same. It
//! knows no words, no rules and no formats; what proadmin needs beyond it is the price of a
//! program that people can use.
//!
//!   limit read FILE SQL...            runs each and prints its rows, with tabs between
//!   limit add FILE TITLE              one task, its journal entry, one commit
//!   limit import FILE NOUN CSV        tasks or reports or scores, the journal, one commit
//!   limit hash FILE                   every entry's hash, and every row against its journal

use std::env::args;
use std::error::Error;
use std::io::{BufWriter, Write, stdout};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params};
use sha2::{Digest, Sha256};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let given: Vec<String> = args().skip(1).collect();
    let conn = open(given.get(1).ok_or("limit WHAT FILE …")?)?;
    match (given[0].as_str(), &given[2..]) {
        ("read", questions) => {
            conn.execute_batch("PRAGMA query_only = 1; BEGIN")?;
            questions.iter().try_for_each(|sql| print(&conn, sql))
        }
        ("add", [title]) => add(&conn, title),
        ("import", [noun, file]) => import(&conn, noun, file),
        ("hash", []) => hash(&conn),
        _ => Err("limit read|add|import|hash FILE …".into()),
    }
}

/// As proadmin opens it: durable, its foreign keys held.
fn open(path: &str) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(Duration::from_secs(30))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    conn.execute_batch("PRAGMA synchronous = FULL")?;
    Ok(conn)
}

fn print(conn: &Connection, sql: &str) -> Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    let mut asked = conn.prepare(sql)?;
    let count = asked.column_count();
    let mut rows = asked.query(())?;
    while let Some(row) = rows.next()? {
        for no in 0..count {
            match row.get_ref(no)? {
                ValueRef::Null => {}
                ValueRef::Integer(number) => write!(out, "{number}")?,
                ValueRef::Real(number) => write!(out, "{number}")?,
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => out.write_all(bytes)?,
            }
            out.write_all(if no + 1 == count { b"\n" } else { b"\t" })?;
        }
    }
    Ok(())
}

fn add(conn: &Connection, title: &str) -> Result<()> {
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let department: i64 = conn.query_row("SELECT id FROM department WHERE code = 'D-01'", (), |row| row.get(0))?;
    let seq: i64 = conn.query_row("SELECT coalesce(max(seq), 0) + 1 FROM task WHERE year = 2026", (), |row| row.get(0))?;
    conn.execute(
        "INSERT INTO task (code, year, seq, title, department_id, proposed_on, selected_on) VALUES (?1, 2026, ?2, ?3, ?4, date('now'), date('now'))",
        params![format!("KT-2026-{seq:02}"), seq, title, department],
    )?;
    journal(conn, "task", conn.last_insert_rowid() - 1)?;
    conn.execute_batch("COMMIT")?;
    println!("KT-2026-{seq:02}");
    Ok(())
}

/// The rows after an id, as the journal keeps them, and the entry with its hash.
fn journal(conn: &Connection, table: &str, after: i64) -> Result<()> {
    let (last, before): (i64, String) =
        conn.query_row("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1", (), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let columns: String =
        conn.query_row("SELECT group_concat('''' || name || ''', ' || name, ', ') FROM pragma_table_info(?1)", [table], |row| row.get(0))?;
    conn.execute(
        &format!("INSERT INTO change (tbl, pk, entry, row) SELECT ?1, id, ?2, json_object({columns}) FROM {table} WHERE id > ?3"),
        params![table, last + 1, after],
    )?;
    let at = "2026-11-21T00:00:00Z";
    let hash = entry_hash(conn, last + 1, &[&before, at, "bench", "bench", "limit", "2026-11-21"])?;
    conn.execute(
        "INSERT INTO entry VALUES (?1, ?2, 'bench', 'bench', 'limit', NULL, NULL, NULL, '2026-11-21', ?3, ?4)",
        params![last + 1, at, before, hash],
    )?;
    Ok(())
}

fn entry_hash(conn: &Connection, entry: i64, fields: &[&str]) -> Result<String> {
    let mut hash = Sha256::new();
    let add = |hash: &mut Sha256, bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    for field in fields {
        add(&mut hash, field.as_bytes());
    }
    let mut asked = conn.prepare_cached("SELECT tbl, pk, row FROM change WHERE entry = ?1 ORDER BY tbl, pk")?;
    let mut rows = asked.query([entry])?;
    while let Some(row) = rows.next()? {
        add(&mut hash, row.get_ref(0)?.as_bytes()?);
        hash.update(row.get::<_, i64>(1)?.to_be_bytes());
        add(&mut hash, row.get_ref(2)?.as_bytes_or_null()?.unwrap_or_default());
    }
    Ok(hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        hex.push_str(&format!("{byte:02x}"));
        hex
    }))
}

fn import(conn: &Connection, noun: &str, file: &str) -> Result<()> {
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let (table, insert) = match noun {
        "task" => (
            "task",
            "INSERT INTO task (code, title, year, seq, department_id, start, due, selected_on, closed_on, closed_as, closed_outcome, proposed_on)
             VALUES (?1, ?2, ?3, CAST(substr(?1, 9) AS INTEGER), (SELECT id FROM department WHERE name = ?4), ?6, nullif(?7, ''), ?8, nullif(?9, ''), nullif(?5, ''), nullif(?10, ''), ?11)",
        ),
        "progress" => (
            "progress",
            "INSERT INTO progress (task_id, reported_on, percent, note) VALUES ((SELECT id FROM task WHERE code = ?1), ?2, ?3, ?4)",
        ),
        "score" => (
            "eval_score",
            "INSERT INTO eval_score (round_id, entry_id, rater_id, criterion_id, points, scored_on) VALUES
             (1, (SELECT id FROM eval_entry WHERE round_id = 1 AND code = ?1), (SELECT id FROM rater WHERE round_id = 1 AND code = ?2),
              (SELECT id FROM eval_criterion WHERE round_id = 1 AND name = ?3), ?4 * 100, date('now'))",
        ),
        _ => return Err("limit import FILE task|progress|score CSV".into()),
    };
    let before: i64 = conn.query_row(&format!("SELECT coalesce(max(id), 0) FROM {table}"), (), |row| row.get(0))?;
    let mut asked = conn.prepare(insert)?;
    let mut reader = csv::Reader::from_path(file)?;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        asked.execute(rusqlite::params_from_iter(record.iter()))?;
    }
    drop(asked);
    journal(conn, table, before)?;
    conn.execute_batch("COMMIT")?;
    Ok(())
}

/// A plain loop over the journal, and one over the facts.
fn hash(conn: &Connection) -> Result<()> {
    conn.execute_batch("BEGIN")?;
    let entries: Vec<i64> =
        conn.prepare("SELECT seq FROM entry ORDER BY seq")?.query_map((), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut last = String::new();
    for entry in entries {
        last = entry_hash(conn, entry, &[&last])?;
    }
    let tables: Vec<String> =
        conn.prepare("SELECT DISTINCT tbl FROM change")?.query_map((), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut differ = 0;
    for table in tables {
        let columns: String = conn.query_row(
            "SELECT group_concat('''' || name || ''', ' || name, ', ') FROM pragma_table_info(?1) WHERE ?1 <> 'private' OR name IN ('id', 'commitment')",
            [&table],
            |row| row.get(0),
        )?;
        let sql = format!(
            "SELECT count(*) FROM {table} t WHERE json_object({columns}) IS NOT
             (SELECT c.row FROM change c WHERE c.tbl = ?1 AND c.pk = t.id ORDER BY c.entry DESC LIMIT 1)"
        );
        differ += conn.query_row(&sql, [&table], |row| row.get::<_, i64>(0))?;
    }
    println!("{last} {differ}");
    Ok(())
}
