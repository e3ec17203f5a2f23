//! Trust: what was changed behind the program's back is found and named, and what was kept
//! elsewhere bears witness.

use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::time::Duration;

use crate::every::busy;
use crate::office::Office;

/// A copy in memory of an office's file, in which anything may be written.
fn copy(office: &Office) -> Connection {
    let file = office.open();
    let mut memory = Connection::open_in_memory().expect("memory");
    Backup::new(&file, &mut memory).and_then(|backup| backup.run_to_completion(1000, Duration::ZERO, None)).expect("a copy");
    memory.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").expect("no checks");
    memory
}

/// What the check finds after `tampering`, which is then taken back; none where SQLite itself
/// did not let it through.
fn after(conn: &Connection, tampering: &str) -> Option<Vec<proadmin::db::Finding>> {
    conn.execute_batch("SAVEPOINT tampering").expect("a savepoint");
    let done = conn.execute_batch(tampering).is_ok() && conn.changes() > 0;
    let found = done.then(|| proadmin::db::findings(conn).expect("findings"));
    conn.execute_batch("ROLLBACK TO tampering; RELEASE tampering").expect("taken back");
    found
}

fn columns(conn: &Connection, table: &str) -> Vec<(String, String)> {
    let mut asked = conn.prepare(&format!("SELECT name, type FROM pragma_table_info('{table}')")).expect("columns");
    let rows = asked.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn every_edit_deletion_insertion_and_renumbering_of_a_fact_is_found_and_named() {
    let office = busy();
    office.run("dept add 되풀이과 --request-id r-1").ok();
    let conn = copy(&office);
    assert_eq!(proadmin::db::findings(&conn).expect("findings"), []);
    let mut tried = 0;
    let mut tables = proadmin::db::fact_tables(&conn).expect("tables");
    tables.extend(["private".to_owned(), "request".to_owned()]);
    for table in tables {
        let Ok(id) = conn.query_row(&format!("SELECT id FROM {table} ORDER BY random() LIMIT 1"), (), |row| row.get::<_, i64>(0)) else {
            continue;
        };
        let mut tampering =
            vec![(id, format!("DELETE FROM {table} WHERE id = {id}")), (id, format!("UPDATE {table} SET id = 987654 WHERE id = {id}"))];
        for (column, kind) in columns(&conn, &table).into_iter().filter(|(column, _)| column != "id") {
            let other = if kind == "INTEGER" { format!("coalesce({column}, 0) + 1") } else { format!("coalesce({column}, '') || 'x'") };
            tampering.push((id, format!("UPDATE {table} SET {column} = {other} WHERE id = {id}")));
        }
        for (id, sql) in tampering {
            let Some(found) = after(&conn, &sql) else { continue };
            let place = format!("{table} {id}");
            assert!(found.iter().any(|finding| finding.place == place), "{sql}: {found:?}");
            tried += 1;
        }
    }
    assert!(tried > 150, "only {tried}");
    // A personal value that is gone was erased by an entry, or it is found.
    for tampering in ["value = NULL", "salt = NULL", "salt = NULL, value = NULL", "salt = NULL, value = '남'"] {
        let found = after(&conn, &format!("UPDATE private SET {tampering}")).expect("it was done");
        assert!(found.iter().any(|finding| finding.place.starts_with("private ")), "{tampering}: {found:?}");
    }
}

#[test]
fn every_edit_of_the_journal_breaks_its_chain() {
    let office = busy();
    let conn = copy(&office);
    let last: i64 = conn.query_row("SELECT max(seq) FROM entry", (), |row| row.get(0)).expect("a number");
    let mut tampering = vec![
        "DELETE FROM entry WHERE seq = 2".to_owned(),
        "UPDATE entry SET seq = 98765 WHERE seq = 2".to_owned(),
        format!(
            "INSERT INTO entry SELECT {last} + 1, at, actor, os_user, command, reason, doc_no, NULL, today, hash, hash FROM entry WHERE seq = {last}"
        ),
        "DELETE FROM change WHERE entry = 2".to_owned(),
        "INSERT INTO change VALUES ('task', 1, 98765, NULL)".to_owned(),
        "INSERT INTO change VALUES ('no_table', 1, 2, NULL)".to_owned(),
        "DROP INDEX task_open".to_owned(),
        "CREATE TRIGGER t AFTER INSERT ON task BEGIN DELETE FROM entry; END".to_owned(),
    ];
    for (column, kind) in columns(&conn, "entry") {
        let other = if kind == "INTEGER" { format!("{column} + 1000") } else { format!("coalesce({column}, '') || 'x'") };
        tampering.push(format!("UPDATE entry SET {column} = {other} WHERE seq = 3"));
    }
    for (column, kind) in columns(&conn, "change") {
        let other = if kind == "INTEGER" { format!("{column} + 1000") } else { format!("coalesce({column}, '') || 'x'") };
        tampering.push(format!(
            "UPDATE change SET {column} = {other} WHERE (tbl, pk, entry) = (SELECT tbl, pk, entry FROM change WHERE entry = 4 LIMIT 1)"
        ));
    }
    for sql in tampering {
        // What does not change a row, such as a dropped index, changes the schema.
        conn.execute_batch("SAVEPOINT tampering").expect("a savepoint");
        let done = conn.execute_batch(&sql);
        let found = proadmin::db::findings(&conn).expect("findings");
        conn.execute_batch("ROLLBACK TO tampering; RELEASE tampering").expect("taken back");
        assert!(done.is_err() || !found.is_empty(), "{sql}");
    }
}

#[test]
fn verify_names_the_record_the_field_and_both_values_and_exits_7() {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    office.run("verify").ok().says("sound: 3 entries");
    let conn = Connection::open(office.file()).expect("the file");
    conn.execute_batch("UPDATE task SET title = '분수'; UPDATE day SET weekday = 7 WHERE date = '2024-06-10'").expect("tampering");
    drop(conn);
    let found = office.run("verify -o json");
    assert_eq!(found.code, 7, "{}", found.stderr);
    let items = found.json()["items"].clone();
    let task = items.as_array().and_then(|items| items.iter().find(|item| item["place"] == "task 1")).cloned().expect("the task");
    assert_eq!((&task["fault"], &task["code"], &task["field"]), (&"changed".into(), &"KT-2024-01".into(), &"title".into()));
    assert_eq!((&task["journal"], &task["file"]), (&"음악분수".into(), &"분수".into()));
    assert!(items.as_array().is_some_and(|items| items.iter().any(|item| item["fault"] == "day")), "{items}");
    Connection::open(office.file())
        .and_then(|conn| conn.execute_batch("UPDATE task SET title = '음악분수'; UPDATE day SET weekday = 1 WHERE date = '2024-06-10'"))
        .expect("mended");
    office.run("verify").ok();
}

fn with_a_task() -> Office {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    office
}

/// Changes a copy of the office's file, `tampered.db`, behind the program's back.
fn tamper(office: &Office, tampering: &str) {
    std::fs::copy(office.file(), office.folder().join("tampered.db")).expect("a copy");
    let conn = Connection::open(office.folder().join("tampered.db")).expect("the copy");
    conn.execute_batch("PRAGMA writable_schema = ON; PRAGMA legacy_alter_table = ON").expect("ready");
    conn.execute_batch(tampering).unwrap_or_else(|error| panic!("{tampering}: {error}"));
}

/// What `verify` finds in a copy that was changed so.
fn found_in(office: &Office, tampering: &str) -> Vec<serde_json::Value> {
    tamper(office, tampering);
    let answer = office.run("verify --db tampered.db -o json");
    assert_eq!(answer.code, 7, "{tampering}: {}", answer.stderr);
    answer.json()["items"].as_array().expect("findings").clone()
}

#[test]
fn a_schema_that_was_changed_is_named_and_hides_no_other_change() {
    let planted =
        |kind: &str, name: &str, sql: &str| format!("INSERT INTO sqlite_schema VALUES ('{kind}', '{name}', '{name}', 0, '{sql}')");
    for tampering in [
        "CREATE TABLE planted (a)",
        "CREATE TABLE \"planted here\" (a, b)",
        "CREATE TABLE planted (id TEXT PRIMARY KEY, a) WITHOUT ROWID; INSERT INTO planted VALUES ('x', 1)",
        "ALTER TABLE milestone RENAME COLUMN id TO no",
        "ALTER TABLE private RENAME COLUMN commitment TO oath",
        "ALTER TABLE day RENAME COLUMN weekday TO dow",
        "ALTER TABLE entry RENAME COLUMN hash TO digest",
        &planted("table", "planted", "CREATE VIRTUAL TABLE planted USING fts5(a)"),
        &planted("view", "sqlite_planted", "CREATE VIEW sqlite_planted AS SELECT 1"),
        "DROP INDEX change_of_entry",
        "DROP TABLE opinion",
        "DELETE FROM sqlite_schema WHERE name = 'sqlite_sequence'",
        "UPDATE sqlite_schema SET tbl_name = 'office' WHERE name = 'sqlite_autoindex_department_1'",
        // A comment that now ends later takes a column with it; a blank within quotes is a text.
        "UPDATE sqlite_schema SET sql = replace(sql, '일요일' || char(10), '일요일 ') WHERE name = 'calendar'",
        "UPDATE sqlite_schema SET sql = replace(sql, ''' ''', '''  ''') WHERE name = 'evaluation_table'",
        "UPDATE sqlite_schema SET sql = sql || CAST(x'2d2d20ff' AS TEXT) WHERE name = 'calendar'",
    ] {
        let items = found_in(&with_a_task(), &format!("UPDATE task SET title = '분수'; {tampering}"));
        let found = |fault: &str| items.iter().any(|item| item["fault"] == fault);
        assert!(found("schema") && found("changed"), "{tampering}: {items:?}");
        let told = |item: &serde_json::Value| item["fault"] != "unread" || !item["file"].to_string().contains("SELECT");
        assert!(items.iter().all(told), "what went wrong, not the statement: {items:?}");
    }
}

#[test]
fn what_a_column_cannot_hold_is_named_and_hides_nothing_else() {
    for damage in [
        "UPDATE day SET date = CAST(x'ff' AS TEXT) WHERE no = 5",
        "UPDATE change SET tbl = CAST(x'ff' AS TEXT) WHERE entry = 2 AND tbl = 'department'",
        "UPDATE department SET code = CAST(x'ff' AS TEXT)",
        "UPDATE entry SET at = CAST(x'ff' AS TEXT) WHERE seq = 2",
    ] {
        let items = found_in(&with_a_task(), &format!("{damage}; UPDATE task SET title = '분수'"));
        assert!(items.iter().any(|item| item["place"] == "task 1") && items.len() > 1, "{damage}: {items:?}");
    }
    // What the chain shows before it cannot be read on is named too, and nothing is put back by it.
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("dept add 교통과").ok();
    let damage = "UPDATE entry SET hash = '00' WHERE seq = 1; UPDATE change SET tbl = CAST(x'ff' AS TEXT) WHERE entry = 3";
    let items = found_in(&office, damage);
    let of_first = |item: &serde_json::Value| item["place"] == "entry 1" && item["field"] == "hash";
    assert!(items.iter().any(of_first), "{items:?}");
    office.run("verify --repair -y --db tampered.db").refused(4, "E0820").hints("proadmin --db tampered.db restore DIR");
    let left = office.run("dept list --db tampered.db -o csv").ok().stdout;
    assert!(left.contains("교통과"), "no row is taken away by a journal that cannot be read: {left}");
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    let sql = "UPDATE sqlite_schema SET sql = 'CREATE VIEW calendar AS ' || hex(zeroblob(5000)) WHERE name = 'calendar'";
    tamper(&office, &format!("{sql}; UPDATE department SET name = CAST(x'ff' AS TEXT)"));
    let answer = office.run("dept list --db tampered.db").refused(7, "E0007");
    assert!(answer.stderr.len() < 1_000, "{}", answer.stderr);
    let mut bytes = std::fs::read(office.file()).expect("the file");
    // The number of the schema's format, which SQLite knows up to 4.
    bytes[47] = 9;
    office.put("unknown.db", bytes);
    office.run("dept list --db unknown.db").refused(7, "E0007");
}

#[test]
fn what_another_tool_counted_for_its_plans_is_no_fault() {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    Connection::open(office.file()).and_then(|conn| conn.execute_batch("ANALYZE")).expect("statistics");
    office.run("verify").ok();
    office.run("dept add 교통과").ok();
    office.run("verify").ok();
}

#[test]
fn a_trigger_that_was_planted_is_named_and_does_nothing() {
    for name in ["planted", "sqlite_planted"] {
        let office = Office::on("2024-06-10");
        office.run("dept add 홍보과").ok();
        let conn = Connection::open(office.file()).expect("the file");
        let sql = format!("CREATE TRIGGER {name} AFTER INSERT ON department BEGIN UPDATE office SET name = ''남의구''; END");
        let plant = format!("INSERT INTO sqlite_schema VALUES ('trigger', '{name}', 'department', 0, '{sql}')");
        conn.execute_batch(&format!("PRAGMA writable_schema = ON; {plant}")).expect("planted");
        drop(conn);
        office.run("dept add 교통과").ok();
        let shown = office.run("office show").ok().stdout;
        assert!(!shown.contains("남의구"), "{shown}");
        let answer = office.run("verify -o json");
        assert_eq!(answer.code, 7, "{}", answer.stderr);
        assert_eq!(answer.json()["items"][0]["place"], format!("trigger {name}"));
    }
}

#[test]
fn a_seal_kept_elsewhere_shows_an_old_copy_and_a_cut_tail() {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    let early = office.column("seal", "code").remove(0);
    std::fs::copy(office.file(), office.folder().join("old.db")).expect("a copy");
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    let late = office.column("seal", "code").remove(0);
    office.write("결재.txt", format!("붙임. {early} 및 {late}. 끝."));
    office.run("verify --against 결재.txt").ok();
    office.run("verify --against old.db").ok();
    office.run(&format!("verify --against {late}")).ok();
    let old = office.run(&format!("verify --against {late} --db old.db -o json"));
    assert_eq!((old.code, old.json()["items"][0]["fault"].as_str()), (7, Some("seal")));
    let wrong = office.run(&format!("verify --against {} -o json", early.replace("SEAL-2-", "SEAL-1-")));
    assert_eq!(wrong.code, 7, "{}", wrong.stderr);
    let day = early.split('-').nth(2).expect("its day").to_owned();
    let redated = office.run(&format!("verify --against {} -o json", early.replace(&day, "20200101")));
    assert_eq!((redated.code, redated.json()["items"][0]["file"].as_str()), (7, Some(day.as_str())));
    office.write("빈.txt", "봉인 없음");
    office.run("verify --against 빈.txt").refused(2, "E0801");
    office.run("verify --against nothing").refused(2, "E0801");
    office.run("verify --against .").refused(2, "E0801");
}

#[test]
fn an_entry_whose_time_was_made_unreadable_is_not_sealed() {
    let office = Office::on("2024-06-10");
    let conn = Connection::open(office.file()).expect("the file");
    conn.execute_batch("UPDATE entry SET at = 'x'").expect("tampering");
    drop(conn);
    office.run("seal").refused(7, "E0815").hints("proadmin verify");
    let faults = office.run("verify -o json");
    assert_eq!(faults.code, 7, "{}", faults.stderr);
}

#[test]
fn a_clock_that_went_back_records_nothing_unless_a_person_says_why_it_is_right() {
    let office = Office::on("2024-06-10");
    let conn = Connection::open(office.file()).expect("the file");
    conn.execute_batch("UPDATE entry SET at = '2099-01-01T00:00:00.000Z'").expect("a later clock");
    drop(conn);
    office.run("dept add 홍보과").refused(4, "E0116").hints("--clock-ok");
    office.run("dept add 홍보과 --clock-ok '서버 시계 고침' --reason 신설").ok();
    assert_eq!(office.rows("log --limit 1")[0]["reason"], "[clock-ok] 서버 시계 고침: 신설");
    let faults = office.run("verify -o json").json()["items"].to_string();
    assert!(!faults.contains("clock"), "what was said to be right is no finding: {faults}");
}

#[test]
fn what_was_changed_unseen_is_put_back_as_a_new_entry() {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office.run("task add 음악분수 --year 2024 --dept 홍보과").ok();
    office.run("task add 도서관 --year 2024 --dept 홍보과").ok();
    office.run("verify --repair").refused(4, "E0809");
    let conn = Connection::open(office.file()).expect("the file");
    conn.execute_batch(
        "UPDATE task SET title = '분수', due = '2024-01-01' WHERE id = 1; DELETE FROM task WHERE id = 2;
         INSERT INTO holiday (date, name, kind, announced_on) VALUES ('2024-07-01', '몰래', 'office', '2024-06-01')",
    )
    .expect("tampering");
    drop(conn);
    assert_eq!(office.run("verify").code, 7);
    let entries = office.entries();
    office.run("verify --repair -n").ok();
    assert_eq!(office.run("verify").code, 7, "a dry run mends nothing");
    office.run("verify --repair --reason '직접 고친 것'").ok().says("3 rows are as the journal says again");
    office.run("verify").ok();
    assert_eq!(office.entries(), entries + 1);
    assert_eq!(office.column("task list", "title"), ["음악분수", "도서관"]);
    assert_eq!(office.rows("log --limit 1")[0]["command"], "verify repair holiday:1000 task:1 task:2");
}

#[test]
fn a_counter_that_would_give_a_number_again_is_found_and_set_right() {
    let office = Office::on("2024-06-10");
    office.open().execute("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'assessment_indicator'", ()).expect("tampering");
    let found = office.run("verify");
    assert!(found.code == 7 && found.stdout.contains("assessment_indicator"), "{}", found.stdout);
    office.run("verify --repair --reason 되돌림").ok();
    office.run("verify").ok();
}

#[test]
fn a_file_without_its_journal_is_unsound_and_says_what_is_missing() {
    let office = Office::on("2024-06-03");
    office.run("dept add 가과").ok();
    for (gone, sql) in [
        ("entry", "DROP TABLE entry"),
        ("change", "ALTER TABLE change RENAME TO changed"),
        ("private", "ALTER TABLE private RENAME TO hidden"),
        ("day", "DROP TABLE day"),
    ] {
        let file = office.folder().join(format!("{gone}.db"));
        std::fs::copy(office.file(), &file).expect("a copy");
        let conn = rusqlite::Connection::open(&file).expect("a file");
        conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; {sql}")).expect("SQL");
        drop(conn);
        let answer = office.run(&format!("--db {gone}.db verify"));
        assert_eq!(answer.code, 7, "{gone}: {}{}", answer.stdout, answer.stderr);
        answer.says(&format!("table {gone}"));
    }
}
