//! The schema: what it promises to the journal, to time travel, to PostgreSQL and to people
//! who query it.

use rusqlite::Connection;

use crate::office::Office;

const SCHEMA: &str = proadmin::db::SCHEMA;

fn file() -> Connection {
    let conn = Connection::open_in_memory().expect("memory");
    conn.execute_batch(SCHEMA).expect("the schema");
    conn
}

fn objects(kind: &str) -> Vec<(String, String)> {
    let conn = file();
    let mut asked = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = ?1 AND sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY name")
        .expect("a question");
    let rows = asked.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

fn facts() -> Vec<String> {
    objects("table").into_iter().map(|(name, _)| name).filter(|name| proadmin::db::is_fact(name)).collect()
}

fn columns(table: &str) -> Vec<(String, String, bool)> {
    let conn = file();
    let mut asked = conn.prepare(&format!("SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')")).expect("columns");
    let rows = asked.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

/// SQL without its comments.
fn bare(sql: &str) -> String {
    sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_fact_table_can_be_journalled_and_shadowed() {
    assert!(facts().len() >= 15, "{:?}", facts());
    for (table, sql) in objects("table") {
        assert!(sql.contains("STRICT"), "{table} is not STRICT");
        if !proadmin::db::is_fact(&table) {
            continue;
        }
        assert!(!sql.contains("WITHOUT ROWID"), "{table}: the update hook would miss it");
        let columns = columns(&table);
        assert_eq!(columns[0].0, "id", "{table} has no id");
        let event = columns.iter().find(|(name, _, required)| *required && name.ends_with("_on"));
        assert!(event.is_some(), "{table} has no event day of its own");
        for (name, kind, _) in &columns {
            assert!(matches!(kind.as_str(), "INTEGER" | "TEXT"), "{table}.{name} is {kind}");
            assert!(!name.ends_with("_on") || kind == "TEXT", "{table}.{name} is no day");
        }
    }
}

#[test]
fn a_row_that_can_be_taken_away_leaves_its_number_unused() {
    for (table, sql) in objects("table").into_iter().filter(|(table, _)| proadmin::db::is_fact(table)) {
        // Counters never go back, and the office itself was made by the first entry.
        let is_voided =
            columns(&table).iter().any(|(name, ..)| name == "void_reason") || ["code_counter", "office"].contains(&table.as_str());
        assert!(is_voided || sql.contains("id INTEGER PRIMARY KEY AUTOINCREMENT"), "{table} would give a number twice");
    }
}

#[test]
fn every_index_has_its_reason_beside_it() {
    let lines: Vec<&str> = SCHEMA.lines().collect();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("CREATE ") && line.contains(" INDEX ")) {
        assert!(at > 0 && lines[at - 1].starts_with("-- "), "no reason: {line}");
    }
}

#[test]
fn views_are_portable_sql() {
    for (view, sql) in objects("view") {
        if view == "today" {
            continue;
        }
        let sql = bare(&sql);
        let lower = sql.to_lowercase();
        for banned in [
            "date('",
            "datetime(",
            "julianday(",
            "strftime(",
            "ifnull(",
            "iif(",
            " glob ",
            "group_concat",
            "main.",
            "total(",
            "current_",
            "'now'",
        ] {
            assert!(!lower.contains(banned), "{view} says {banned}");
        }
        for (at, _) in lower.match_indices("sum(") {
            assert!(
                lower[..at].ends_with("cast(") || lower[..at].ends_with("select ") || in_coalesce(&lower, at),
                "{view}: a sum that is not cast"
            );
        }
        // Before 3.44 SQLite could not read such a view, and with it could not open the file.
        for (at, _) in lower.match_indices("string_agg(") {
            assert!(!call_text(&lower[at + "string_agg(".len()..]).contains("order by"), "{view}: an aggregate with an order of its own");
        }
        for call in ["max(", "min("] {
            for (at, _) in lower.match_indices(call) {
                assert_eq!(arguments(&lower[at + call.len()..]), 1, "{view}: scalar {call}");
            }
        }
    }
}

/// A sum that is the only thing selected by a scalar question inside another expression.
fn in_coalesce(sql: &str, at: usize) -> bool {
    sql[..at].trim_end().ends_with("select")
}

/// A call's text up to its closing parenthesis.
fn call_text(call: &str) -> &str {
    let mut depth = 1;
    for (at, c) in call.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &call[..at];
        }
    }
    call
}

fn arguments(call: &str) -> usize {
    let mut depth = 1;
    let mut count = 1;
    for c in call.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 1 => count += 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    count
}

#[test]
fn a_view_names_no_table_twice_as_something_else() {
    let tables: Vec<String> = objects("table").into_iter().map(|(name, _)| name).collect();
    for (view, sql) in objects("view") {
        let lower = bare(&sql).to_lowercase();
        for table in &tables {
            assert!(!lower.contains(&format!("with {table} as")), "{view} hides {table}");
        }
    }
}

#[test]
fn every_view_answers_in_a_new_file() {
    let office = Office::on("2024-05-02");
    let conn = office.open();
    for (view, _) in objects("view") {
        let count: i64 = conn.query_row(&format!("SELECT count(*) FROM {view}"), (), |row| row.get(0)).expect(&view);
        assert!(count >= 0);
    }
}

#[test]
fn the_file_is_its_owners_and_says_what_it_is() {
    let office = Office::on("2024-05-02");
    let conn = office.open();
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0)).expect("an id");
    assert_eq!(id, 0x7061_6F61);
    let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("a mode");
    assert_eq!(mode, "wal");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(office.file()).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_foreign_a_newer_and_a_damaged_file_are_refused_untouched() {
    let office = Office::on("2024-05-02");
    let foreign = office.folder().join("foreign.db");
    Connection::open(&foreign).and_then(|conn| conn.execute_batch("CREATE TABLE x (y)")).expect("a foreign file");
    office.write("text.db", "not a database at all");
    office.write("empty.db", "");
    let newer = office.folder().join("newer.db");
    std::fs::copy(office.file(), &newer).expect("a copy");
    Connection::open(&newer).and_then(|conn| conn.pragma_update(None, "user_version", 99)).expect("a newer file");
    for (name, rule) in [("foreign.db", "E0203"), ("text.db", "E0203"), ("empty.db", "E0203"), ("newer.db", "E0204")] {
        let path = office.folder().join(name);
        let before = std::fs::read(&path).expect("bytes");
        office.run(&format!("task list --db {name}")).refused(7, rule);
        office.run(&format!("dept add 가과 --db {name}")).refused(7, rule);
        assert_eq!(std::fs::read(&path).expect("bytes"), before, "{name} was touched");
        assert!(!office.folder().join(format!("{name}-wal")).exists());
    }
    office.run("task list --db .").refused(7, "E0202");
    office.run("task list --db nowhere.db").refused(3, "E0201");
}

#[test]
fn a_write_that_is_refused_half_way_leaves_no_trace() {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("task add 하나 --year 2024 --dept 가과").ok();
    office.run("task add 둘 --year 2024 --dept 가과 --candidate").ok();
    let entries = office.entries();
    office.run("task complete KT-2024-01 KT-2024-02 --outcome met").refused(4, "E0401");
    assert_eq!(office.entries(), entries);
    assert_eq!(office.column("task list", "state"), ["on_track", "candidate"]);
}
