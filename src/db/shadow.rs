//! Time travel. SQLite looks a bare name up among the temporary objects first, so a temporary
//! view `task` that hides later rows stands before the table `task`, and the answer views,
//! created again as temporary ones, read it. No answer is written twice.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::facts::{PRIVATE, columns, is_fact};
use super::known::{KnownAt, Then};
use super::reads::tables_read;
use super::seen::facts_seen;

/// How the views of names end.
pub(super) const NAMES: &str = "_name";

/// The shadows of one run.
#[derive(Debug, Default)]
pub struct Shadow {
    /// The day that `today` shall be, if not the clock's.
    today: Option<NaiveDate>,
    /// The day as of which facts are read.
    as_of: Option<NaiveDate>,
    /// The state of knowledge in which facts are read.
    known_at: Option<KnownAt>,
    /// Whether personal names are read as they are, not masked.
    personal: bool,
    /// Supposed facts: a table, and the SELECT that stands in its place and reads the table
    /// itself as `{facts}`.
    supposed: Vec<(&'static str, String)>,
    /// What every name made up for this run begins with; nobody can guess it.
    made_up: String,
    known: RefCell<Option<HashMap<String, Object>>>,
    covered: RefCell<HashMap<String, bool>>,
    /// Statements that were looked through, so that a long import looks through each once.
    seen: RefCell<HashSet<String>>,
    /// The state of knowledge, once it was looked for.
    then: OnceCell<Then>,
    /// Tables whose known facts were read back.
    filled: RefCell<HashSet<String>>,
    /// Whether a guard will stand before the question: then facts are read through doors.
    guarded: bool,
    /// The made-up views, through which alone the facts behind them may be read.
    doors: RefCell<HashSet<String>>,
}

/// What must be made before a question is asked: tables of what was known, and views.
#[derive(Debug, Default)]
struct Wanted {
    known: Vec<String>,
    views: Vec<String>,
}

#[derive(Clone, Debug)]
struct Object {
    is_view: bool,
    sql: String,
}

impl Shadow {
    /// The shadows for a day of work and an as-of day. Without either there are none.
    pub fn new(today: Option<NaiveDate>, as_of: Option<NaiveDate>) -> Self {
        let mut random = [0_u8; 8];
        // Without randomness the name is only easier to guess; the guard still holds.
        let _ = getrandom::fill(&mut random);
        let made_up = format!("s{:016x}_", u64::from_le_bytes(random));
        Self { today: as_of.or(today), as_of, made_up, ..Self::default() }
    }

    /// Also reads the facts as the file knew them at an earlier entry.
    #[must_use]
    pub fn known(mut self, at: Option<KnownAt>) -> Self {
        self.known_at = at;
        self
    }

    /// Also reads personal names as they are: in each table the column before `private_id`.
    #[must_use]
    pub const fn unmasked(mut self, personal: bool) -> Self {
        self.personal = personal;
        self
    }

    /// Also supposes that `table` held what `select` says, which reads the table itself as
    /// `{facts}`: what if 27 January became a holiday, what if this rater had not rated.
    #[must_use]
    pub fn supposing(mut self, table: &'static str, select: String) -> Self {
        self.supposed.push((table, select));
        self
    }

    /// Whether any shadow is asked for.
    pub const fn is_cast(&self) -> bool {
        self.today.is_some() || self.hides_facts() || self.personal || !self.supposed.is_empty()
    }

    /// Whether facts are read as of another day or in another state of knowledge.
    pub const fn hides_facts(&self) -> bool {
        self.as_of.is_some() || self.known_at.is_some()
    }

    /// Whether its views alone make it, which can be taken away again.
    pub(super) const fn can_be_lifted(&self) -> bool {
        self.known_at.is_none() && !self.personal && self.supposed.is_empty()
    }

    /// Takes away the shadows that stand.
    pub(super) fn lift(&self, conn: &Connection) -> rusqlite::Result<()> {
        if self.covered.borrow().values().all(|stands| !stands) {
            return Ok(());
        }
        let mut asked = conn.prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'view'")?;
        let views: Vec<String> = asked.query_map((), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        drop(asked);
        let drops: Vec<String> = views.iter().map(|view| format!("DROP VIEW temp.{view}")).collect();
        writably(conn, || conn.execute_batch(&drops.join(";\n")))
    }

    /// Makes doors from now on: views with made-up names, which a guard can tell from whatever
    /// else reads the facts. The program's own questions need none.
    pub(super) const fn guard(&mut self) {
        self.guarded = true;
    }

    /// The views through which facts may be read.
    pub fn doors(&self) -> HashSet<String> {
        self.doors.borrow().clone()
    }

    /// Creates the shadows whose names `sql` reaches and that do not stand yet.
    pub(super) fn cover(&self, conn: &Connection, sql: &str) -> rusqlite::Result<()> {
        if !self.is_cast() || self.seen.borrow().contains(sql) {
            return Ok(());
        }
        self.seen.borrow_mut().insert(sql.to_owned());
        if self.known.borrow().is_none() {
            *self.known.borrow_mut() = Some(objects(conn)?);
        }
        let mut wanted = Wanted::default();
        for name in tables_read(sql) {
            self.visit(conn, &name, &mut wanted)?;
        }
        if wanted.views.is_empty() {
            return Ok(());
        }
        writably(conn, || self.make(conn, &wanted))
    }

    fn make(&self, conn: &Connection, wanted: &Wanted) -> rusqlite::Result<()> {
        if let Some(then) = self.then.get() {
            for table in &wanted.known {
                then.fill(conn, table, &self.known_name(table))?;
            }
        }
        conn.execute_batch(&wanted.views.join(";\n"))
    }

    /// The temporary table that holds a table's facts as they were known.
    fn known_name(&self, table: &str) -> String {
        format!("{}known_{table}", self.made_up)
    }

    /// Whether other facts of a table are read than it holds now.
    pub(super) fn hides(&self, conn: &Connection, table: &str) -> rusqlite::Result<bool> {
        Ok(self.as_of.is_some() || self.differed(conn, table)?)
    }

    /// Whether a table held others in the state of knowledge that is asked for.
    fn differed(&self, conn: &Connection, table: &str) -> rusqlite::Result<bool> {
        let Some(known_at) = &self.known_at else { return Ok(false) };
        if self.then.get().is_none() {
            let _ = self.then.set(known_at.then(conn)?);
        }
        Ok(self.then.get().is_some_and(|then| then.differs(table)))
    }

    /// Where a table's facts are read: from the table itself, or, where it held others then, from
    /// what was known of it, which is then wanted.
    fn source(&self, conn: &Connection, table: &str, wanted: &mut Wanted) -> rusqlite::Result<String> {
        if !self.differed(conn, table)? {
            return Ok(format!("main.{table}"));
        }
        if self.filled.borrow_mut().insert(table.to_owned()) {
            wanted.known.push(table.to_owned());
        }
        Ok(format!("temp.{}", self.known_name(table)))
    }

    /// Whether `name` is shadowed, adding the statements that make it so.
    fn visit(&self, conn: &Connection, name: &str, wanted: &mut Wanted) -> rusqlite::Result<bool> {
        if let Some(known) = self.covered.borrow().get(name) {
            return Ok(*known);
        }
        let Some(object) = self.known.borrow().as_ref().and_then(|all| all.get(name).cloned()) else {
            return Ok(false);
        };
        self.covered.borrow_mut().insert(name.to_owned(), false);
        let shadowed = match (object.is_view, self.today) {
            (true, Some(day)) if name == "today" => {
                wanted.views.push(format!("CREATE TEMP VIEW today AS SELECT '{day}' AS date"));
                true
            }
            (true, _) if name.ends_with(NAMES) => self.names(conn, name, &object.sql, wanted)?,
            (true, _) => self.answer(conn, name, &object.sql, wanted)?,
            (false, _) => is_fact(name) && self.facts(conn, name, wanted)?,
        };
        self.covered.borrow_mut().insert(name.to_owned(), shadowed);
        Ok(shadowed)
    }

    /// A view of names gives them as they are now, whatever day is asked for: what belongs to a
    /// department that was set up later does not vanish with it.
    fn names(&self, conn: &Connection, name: &str, sql: &str, wanted: &mut Wanted) -> rusqlite::Result<bool> {
        let table = name.trim_end_matches(NAMES);
        let mut reaches = self.differed(conn, table)?;
        let known = if reaches { self.source(conn, table, wanted)? } else { table.to_owned() };
        for read in tables_read(sql) {
            reaches |= read != name && read.ends_with(NAMES) && self.visit(conn, &read, wanted)?;
        }
        if reaches {
            wanted.views.push(temporary(sql).replace(&format!("FROM {table} "), &format!("FROM {known} ")));
        }
        Ok(reaches)
    }

    /// A view is made again where anything that it reads is shadowed.
    fn answer(&self, conn: &Connection, name: &str, sql: &str, wanted: &mut Wanted) -> rusqlite::Result<bool> {
        let mut reaches = false;
        for read in tables_read(sql) {
            reaches |= read != name && self.visit(conn, &read, wanted)?;
        }
        if reaches {
            wanted.views.push(temporary(sql));
        }
        Ok(reaches)
    }

    /// A table of facts is hidden behind a view of those that are seen.
    fn facts(&self, conn: &Connection, name: &str, wanted: &mut Wanted) -> rusqlite::Result<bool> {
        let supposed = self.supposed.iter().find(|(table, _)| *table == name).map(|(_, select)| select);
        // The columns decide where rows are hidden or named; elsewhere nobody asks for them.
        let columns = if self.as_of.is_some() || self.personal { columns(conn, name)? } else { Vec::new() };
        let unmasked = self.personal && columns.iter().any(|column| column.name == PRIVATE);
        let reaches = self.hides(conn, name)? || unmasked || supposed.is_some();
        if reaches {
            let source = self.source(conn, name, wanted)?;
            let mut facts = facts_seen(&source, &columns, self.as_of, unmasked);
            if self.guarded || supposed.is_some() {
                let door = format!("{}{name}", self.made_up);
                wanted.views.push(format!("CREATE TEMP VIEW {door} AS {facts}"));
                facts = supposed.map_or("SELECT * FROM {facts}", String::as_str).replace("{facts}", &door);
                self.doors.borrow_mut().insert(door);
            }
            wanted.views.push(format!("CREATE TEMP VIEW {name} AS {facts}"));
        }
        Ok(reaches)
    }
}

/// A view of the schema as a temporary one.
fn temporary(sql: &str) -> String {
    sql.replacen("CREATE VIEW", "CREATE TEMP VIEW", 1)
}

/// Does something to the temporary objects of a connection that may otherwise only read.
fn writably(conn: &Connection, act: impl FnOnce() -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    let read_only: bool = conn.pragma_query_value(None, "query_only", |row| row.get(0))?;
    conn.pragma_update(None, "query_only", false)?;
    let done = act();
    conn.pragma_update(None, "query_only", read_only)?;
    done
}

fn objects(conn: &Connection) -> rusqlite::Result<HashMap<String, Object>> {
    let mut asked = conn.prepare("SELECT name, type = 'view', sql FROM main.sqlite_schema WHERE type IN ('table', 'view')")?;
    asked.query_map((), |row| Ok((row.get(0)?, Object { is_view: row.get(1)?, sql: row.get(2)? })))?.collect()
}
