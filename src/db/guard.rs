//! What people type as SQL can only read, only facts and answers, and only within bounds of
//! time, memory and output. SQLite asks this guard about every name while it prepares.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::ffi::ErrorCode;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Connection, Error};

use super::Db;
use super::facts::{fact_tables, is_fact};
use super::shadow::NAMES;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Text, system, text};

const OTHER_STATEMENT: Text = text("SELECT, WITH, VALUES 가 아닌 문", "other than SELECT, WITH, VALUES");
static NOT_ALLOWED: Rule = rule(
    Kind::Rule,
    "E0701",
    "질의는 사실과 답을 읽기만 합니다. 허용되지 않습니다: {what}",
    "a query only reads facts and answers; not allowed: {what}",
);
static OUT_OF_TIME: Rule =
    rule(Kind::Rule, "E0702", "질의가 {seconds}초 안에 끝나지 않아 멈추었습니다", "the query was stopped after {seconds} s");
static OUT_OF_MEMORY: Rule = rule(
    Kind::Rule,
    "E0703",
    "질의가 메모리 {mib} MiB를 넘어 멈추었습니다",
    "the query was stopped: it needs more than {mib} MiB of memory",
);
static VALUE_TOO_LONG: Rule = rule(
    Kind::Rule,
    "E0704",
    "질의를 멈추었습니다: 값 하나나 질의문이 {bytes}바이트를 넘습니다",
    "the query was stopped: a single value, or the SQL itself, exceeds {bytes} bytes",
);
static TOO_MUCH_OUTPUT: Rule =
    rule(Kind::Rule, "E0705", "결과가 {mib} MiB를 넘어 멈추었습니다", "the query was stopped: its output exceeds {mib} MiB");
static BAD_SQL: Rule = rule(Kind::Usage, "E0706", "SQL을 실행할 수 없습니다: {why}", "the SQL cannot be run: {why}");
static SEVERAL: Rule = rule(Kind::Usage, "E0707", "질의문은 하나만 쓸 수 있습니다", "one statement at a time");
const PLACE: Text = text("{line}행 {column}열", "line {line} column {column}");
const FASTER: Text = text("조건을 좁히거나 --timeout 60", "narrow the conditions, or --timeout 60");
const SHORTER: Text = text("조건을 좁히거나 --limit 수", "narrow the conditions, or --limit N");
const VIEWS: &str = "proadmin query --views";

/// The bounds of a question.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    /// How long it may run.
    pub time: Duration,
    /// How many bytes SQLite may hold for it.
    pub memory: i64,
    /// How long one value, or the question itself, may be, in bytes.
    pub value: i32,
    /// How many bytes its answer may have.
    pub output: usize,
}

impl Guard {
    /// The usual bounds with another time.
    pub const fn within(time: Duration) -> Self {
        Self { time, memory: 256 << 20, value: 1_000_000, output: 16 << 20 }
    }

    /// Puts the guard before everything that `db` prepares from now on; the shadows that
    /// `sql` reaches are created before, because nothing can be created after.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn stand(self, mut db: Db, sql: &str) -> rusqlite::Result<Db> {
        // Sorting on disk would escape the bound of memory. Must precede the shadows: they are
        // temporary objects, and this forgets those there are.
        db.conn.pragma_update(None, "temp_store", "MEMORY")?;
        db.shadow.guard();
        db.shadow.cover(&db.conn, sql)?;
        db.conn.pragma_update(None, "query_only", true)?;
        db.conn.pragma_update_and_check(None, "hard_heap_limit", self.memory, |_| Ok(()))?;
        db.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, false)?;
        for (limit, most) in [
            (Limit::SQLITE_LIMIT_LENGTH, self.value),
            (Limit::SQLITE_LIMIT_SQL_LENGTH, self.value),
            // A pattern is tried at every place of a value: both must be short.
            (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
            (Limit::SQLITE_LIMIT_ATTACHED, 0),
            (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
        ] {
            db.conn.set_limit(limit, most)?;
        }
        let watch = Watch::over(&db)?;
        self.keep_time(&mut db.conn)?;
        db.conn.authorizer(Some(move |asked: AuthContext<'_>| watch.judge(&asked)))?;
        db.guard = Some(self);
        Ok(db)
    }

    /// Stops the question when its time is over: between its steps, and, because a step may
    /// be long, from outside as well.
    fn keep_time(self, conn: &mut Connection) -> rusqlite::Result<()> {
        let end = Instant::now() + self.time;
        conn.progress_handler(1_000, Some(move || Instant::now() >= end))?;
        let handle = conn.get_interrupt_handle();
        std::thread::spawn(move || {
            std::thread::sleep(end.saturating_duration_since(Instant::now()));
            handle.interrupt();
        });
        Ok(())
    }

    /// What an error of a guarded question means.
    pub(super) fn refused(self, error: Error) -> anyhow::Error {
        let (code, why) = match &error {
            Error::MultipleStatement => return SEVERAL.met().into(),
            Error::SqlInputError { error, msg, .. } => (error.code, msg.clone()),
            Error::SqliteFailure(failure, message) => (failure.code, message.clone().unwrap_or_else(|| failure.to_string())),
            _ => return error.into(),
        };
        match code {
            ErrorCode::AuthorizationForStatementDenied | ErrorCode::ReadOnly => forbidden(&why).into(),
            // A function that is refused is reported as an ordinary mistake.
            ErrorCode::Unknown if why.starts_with("not authorized") => forbidden(&why).into(),
            ErrorCode::OperationInterrupted => OUT_OF_TIME.with("seconds", self.time.as_secs().to_string()).way_out(FASTER).into(),
            ErrorCode::OutOfMemory => OUT_OF_MEMORY.with("mib", self.memory >> 20).way_out(SHORTER).into(),
            ErrorCode::TooBig => VALUE_TOO_LONG.with("bytes", i64::from(self.value)).into(),
            ErrorCode::Unknown | ErrorCode::TypeMismatch | ErrorCode::ParameterOutOfRange => {
                placed(BAD_SQL.with("why", system::sqlite(&why)), &error).way_out(VIEWS).into()
            }
            _ => error.into(),
        }
    }

    /// Refuses an answer of more than so many bytes.
    ///
    /// # Errors
    /// When `bytes` is over the bound.
    pub fn outputs(self, bytes: usize) -> Result<(), Refusal> {
        if bytes <= self.output {
            return Ok(());
        }
        Err(TOO_MUCH_OUTPUT.with("mib", self.output >> 20).way_out(SHORTER))
    }
}

/// The refusal of something that a query may not do.
pub fn not_allowed(what: &str) -> Refusal {
    NOT_ALLOWED.with("what", what).way_out(VIEWS)
}

/// The refusal of what SQLite would not authorize.
fn forbidden(why: &str) -> Refusal {
    match what_of(why) {
        Some(what) => not_allowed(what),
        None => NOT_ALLOWED.with("what", OTHER_STATEMENT).way_out(VIEWS),
    }
}

/// What SQLite's sentence names: `access to private.value is prohibited` names the column.
fn what_of(why: &str) -> Option<&str> {
    let column = why.strip_prefix("access to ").and_then(|rest| rest.strip_suffix(" is prohibited"));
    let function = why.strip_prefix("not authorized to use function: ");
    column.or(function)
}

/// Where in the SQL the mistake stands, and what stands there.
fn placed(refusal: Refusal, error: &Error) -> Refusal {
    let Error::SqlInputError { sql, offset, .. } = error else { return refusal };
    let Some((before, after)) = usize::try_from(*offset).ok().and_then(|at| sql.split_at_checked(at)) else { return refusal };
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let there: String = after.lines().next().unwrap_or_default().chars().take(40).collect();
    refusal.seen_at(PLACE.with("line", line).with("column", column), there)
}

/// What may be read while a question is prepared.
struct Watch {
    /// Tables of which other facts are read than they hold.
    shadowed: HashSet<String>,
    /// Those of them whose names are read as they are now.
    named: HashSet<String>,
    /// The journal, personal values, and what SQLite keeps for itself.
    hidden: HashSet<String>,
    /// The views through which alone facts may be read while they are shadowed.
    doors: HashSet<String>,
}

impl Watch {
    fn over(db: &Db) -> rusqlite::Result<Self> {
        let facts: HashSet<String> = fact_tables(&db.conn)?.into_iter().collect();
        let mut asked = db.conn.prepare(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table'
             UNION SELECT name FROM pragma_module_list WHERE name NOT IN ('json_each', 'json_tree')",
        )?;
        let hidden = asked.query_map((), |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        let hidden = hidden.into_iter().map(|name| name.to_lowercase()).filter(|name| name != "day" && !facts.contains(name)).collect();
        let mut views = db.conn.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'view'")?;
        let views = views.query_map((), |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        let named = views.iter().filter_map(|view| view.strip_suffix(NAMES)).map(str::to_owned).collect();
        let mut shadowed = HashSet::new();
        for table in facts {
            if db.shadow.hides(&db.conn, &table)? {
                shadowed.insert(table);
            }
        }
        Ok(Self { shadowed, named, hidden, doors: db.shadow.doors() })
    }

    /// SQLite names a column's table as the schema does, but one of which no column is read
    /// (`count(*)`) as it was typed: so names are compared without case.
    fn judge(&self, asked: &AuthContext<'_>) -> Authorization {
        let allowed = match asked.action {
            AuthAction::Select | AuthAction::Recursive => true,
            AuthAction::Function { function_name } => is_harmless(function_name),
            AuthAction::Read { table_name, column_name } => {
                let table = table_name.to_lowercase();
                let in_main = asked.database_name.is_some_and(|database| database.eq_ignore_ascii_case("main"));
                let through_a_door = asked.accessor.is_some_and(|view| self.doors.contains(view));
                // Names are read as they are now, by their own views and no further; of a row whose
                // name is not needed SQLite asks for no column, and names no view.
                let by_its_name = asked.accessor.is_some_and(|view| view.strip_suffix(NAMES) == Some(table.as_str()));
                let a_name = self.named.contains(&table) && (column_name.is_empty() || by_its_name && tells_a_name(&table, column_name));
                let behind = in_main && self.shadowed.contains(&table) && !through_a_door && !a_name;
                let own = table.starts_with("sqlite_") || table.starts_with("pragma_");
                !own && !self.hidden.contains(&table) && !behind
            }
            _ => false,
        };
        if allowed { Authorization::Allow } else { Authorization::Deny }
    }
}

/// Whether a column tells a name, or whose it is.
fn tells_a_name(table: &str, column: &str) -> bool {
    matches!(column, "id" | "code" | "name") || table == "department_rename" && matches!(column, "department_id" | "old_name")
}

/// Functions that reach outside the question, or tell or make what is no answer, are refused.
fn is_harmless(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let refused = ["load_extension", "randomblob", "zeroblob", "rarray"];
    !refused.contains(&name.as_str()) && !["sqlite_", "fts", "rtree"].iter().any(|own| name.starts_with(own))
}

/// Whether a table or view can be asked about at all.
pub fn is_readable(name: &str) -> bool {
    name == "day" || is_fact(name)
}
