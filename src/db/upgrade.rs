//! Bringing an older file to today's schema: numbered steps, each run once, all in one
//! transaction, after a copy of the file as it was. A file is at the old version or at the new
//! one, never between.

use std::path::Path;

use anyhow::Result;
use rusqlite::Connection;

use super::copy::copy;
use crate::beside;

/// The steps: the first makes version 2 out of version 1. There is no second version yet.
pub(super) const STEPS: [&str; 0] = [];

/// Runs the steps that a file of `version` still needs. A step that gives values to old rows
/// is followed by an entry of the journal, written by whoever opened the file.
pub(super) fn upgrade(conn: &Connection, path: &Path, version: i32, steps: &[&str]) -> Result<()> {
    let done = usize::try_from(version).unwrap_or(1).saturating_sub(1);
    let Some(wanted) = steps.get(done..).filter(|wanted| !wanted.is_empty()) else { return Ok(()) };
    // The file is kept as it was: `proadmin.db.v1`.
    let kept = beside::with_ending(path, &format!(".v{version}"));
    if !kept.try_exists()? {
        // It has this name whole or not at all, and is its owner's alone.
        copy(path, &kept, |_| Ok(()))?;
    }
    conn.execute_batch("BEGIN IMMEDIATE")?;
    // Another process may have been faster while this one waited for the lock.
    let now: i32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let run = if now == version { wanted.iter().try_for_each(|step| conn.execute_batch(step)) } else { Ok(()) };
    let latest = i32::try_from(steps.len() + 1).unwrap_or(version);
    match run.and_then(|()| conn.pragma_update(None, "user_version", latest)) {
        Ok(()) => Ok(conn.execute_batch("COMMIT")?),
        Err(error) => {
            conn.execute_batch("ROLLBACK")?;
            Err(error.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    type Tested = Result<(), Box<dyn std::error::Error>>;

    fn file(name: &str) -> Result<(tempfile::TempDir, PathBuf, Connection), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(name);
        let conn = Connection::open(&path)?;
        conn.execute_batch("CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1); PRAGMA user_version = 1")?;
        Ok((folder, path, conn))
    }

    fn version(conn: &Connection) -> rusqlite::Result<i32> {
        conn.pragma_query_value(None, "user_version", |row| row.get(0))
    }

    #[test]
    fn an_older_file_is_brought_up_step_by_step_and_kept_as_it_was() -> Tested {
        let (_folder, path, conn) = file("old.db")?;
        let steps = ["ALTER TABLE a ADD COLUMN b TEXT", "UPDATE a SET b = 'x'"];
        upgrade(&conn, &path, 1, &steps)?;
        assert_eq!(version(&conn)?, 3);
        assert_eq!(conn.query_row("SELECT b FROM a", (), |row| row.get::<_, String>(0))?, "x");
        let kept = Connection::open(beside::with_ending(&path, ".v1"))?;
        assert_eq!(version(&kept)?, 1);
        assert!(kept.prepare("SELECT b FROM a").is_err());
        upgrade(&conn, &path, 3, &steps)?;
        Ok(())
    }

    #[test]
    fn every_version_has_the_step_that_leads_to_it() {
        assert_eq!(STEPS.len() + 1, usize::try_from(super::super::open::VERSION).unwrap_or(0));
    }

    #[test]
    fn a_step_that_fails_leaves_the_old_file() -> Tested {
        let (_folder, path, conn) = file("old.db")?;
        assert!(upgrade(&conn, &path, 1, &["ALTER TABLE a ADD COLUMN b TEXT", "NO SUCH THING"]).is_err());
        assert_eq!(version(&conn)?, 1);
        assert!(conn.prepare("SELECT b FROM a").is_err());
        Ok(())
    }
}
