//! What people type as SQL can only read, only facts and answers, and only within bounds of
//! time, memory and output. SQLite asks this guard about every name while it prepares.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;

use super::Db;
use super::facts::fact_tables;

/// Why a guarded question was stopped, as SQLite reports it.
pub const STOPPED: rusqlite::ErrorCode = rusqlite::ErrorCode::OperationInterrupted;

/// The bounds of a question.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    /// How long it may run.
    pub time: Duration,
    /// How many bytes SQLite may hold for it.
    pub memory: i64,
    /// How long one value may become, in bytes.
    pub value: i32,
}

impl Guard {
    /// Puts the guard before every statement that `db` prepares from now on. Returns a flag
    /// that tells whether time ran out.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn stand(self, db: &mut Db) -> rusqlite::Result<Arc<AtomicBool>> {
        let doors = db.shadow.doors();
        let shadowed = db.shadow.hides_facts();
        let conn = db.connection_mut();
        conn.pragma_update(None, "query_only", true)?;
        conn.pragma_update_and_check(None, "hard_heap_limit", self.memory, |_| Ok(()))?;
        conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, self.value)?;
        conn.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000)?;
        conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
        conn.set_limit(Limit::SQLITE_LIMIT_WORKER_THREADS, 0)?;
        let out_of_time = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&out_of_time);
        let end = Instant::now() + self.time;
        conn.progress_handler(
            1_000,
            Some(move || {
                let late = Instant::now() >= end;
                if late {
                    flag.store(true, Ordering::Relaxed);
                }
                late
            }),
        )?;
        let facts: HashSet<String> = fact_tables(conn)?.into_iter().collect();
        conn.authorizer(Some(move |asked: AuthContext<'_>| {
            let through_a_door = asked.accessor.is_some_and(|view| doors.contains(view));
            match asked.action {
                AuthAction::Select | AuthAction::Recursive => Authorization::Allow,
                AuthAction::Function { function_name } => allow(is_harmless(function_name)),
                AuthAction::Read { table_name, .. } => {
                    let behind = asked.database_name == Some("main") && facts.contains(table_name);
                    allow(is_readable(table_name) && (!behind || !shadowed || through_a_door))
                }
                _ => Authorization::Deny,
            }
        }))?;
        Ok(out_of_time)
    }
}

const fn allow(yes: bool) -> Authorization {
    if yes { Authorization::Allow } else { Authorization::Deny }
}

/// Facts, answers and the bare days; not the journal, personal values, attachment bytes or
/// SQLite's own tables.
fn is_readable(name: &str) -> bool {
    let hidden = ["entry", "change", "private", "blob", "request"];
    let own = ["sqlite_", "pragma_"];
    !hidden.contains(&name) && !own.iter().any(|prefix| name.starts_with(prefix)) && name != "dbstat"
}

/// Functions that reach outside the question or make output out of nothing are refused.
fn is_harmless(name: &str) -> bool {
    let refused = ["load_extension", "fts3_tokenizer", "randomblob", "zeroblob", "sqlite_compileoption_get", "rarray"];
    !refused.iter().any(|refused| refused.eq_ignore_ascii_case(name))
}
