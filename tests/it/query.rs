//! Questions in SQL: what they may read, what stops them, and what is kept of them.

use rusqlite::Connection;
use unicode_normalization::UnicodeNormalization;

use crate::office::{Answer, Office};

/// An office with a task, a request by a petitioner, and something suspended in May.
fn office() -> Office {
    let office = Office::on("2024-05-20");
    for command in [
        "dept add 푸른도시과",
        "staff add 홍길동 --dept D-01",
        "task add 음악분수 --year 2024 --dept D-01 --lead S-0001 --due 2024-12-31",
        "task add 도서관 --year 2024 --dept D-01",
        "task suspend KT-2024-02 --on 2024-05-10 --reason 예산",
        "consult file 점용허가 --dept D-01 --received-on 2024-05-02",
    ] {
        office.run(command).ok();
    }
    office
}

fn ask(office: &Office, sql: &str, flags: &str) -> Answer {
    let mut words = vec!["query", sql];
    words.extend(flags.split_whitespace());
    office.run_words(&words, "")
}

#[test]
fn a_query_answers_under_its_own_names_in_every_format() {
    let office = office();
    let sql = "SELECT code AS 번호, title, NULL AS none, 1.5 AS half FROM task_status ORDER BY code DESC";
    let rows = ask(&office, sql, "-o csv").ok().rows();
    assert_eq!(rows[0]["번호"], "KT-2024-02");
    assert_eq!(rows[1]["title"], "음악분수");
    let json = ask(&office, sql, "-o json").ok().json();
    assert_eq!(json["items"][0]["half"], 1.5);
    assert_eq!(json["items"][0]["none"], serde_json::Value::Null);
    for format in ["table", "jsonl", "tsv", "markdown", "html"] {
        ask(&office, sql, &format!("-o {format}")).ok().says("음악분수");
    }
    let cut = ask(&office, sql, "-o json --limit 1").ok().json();
    assert_eq!((cut["items"].as_array().map(Vec::len), &cut["total"]), (Some(1), &serde_json::json!(2)));
    let rows = ask(&office, sql, "-o csv --sort title --fields title").ok().stdout;
    assert_eq!(rows, "title\n도서관\n음악분수\n");
}

#[test]
fn two_columns_of_one_name_are_both_there() {
    let office = office();
    let rows = ask(&office, "SELECT t.code, o.code FROM task t JOIN task o ON o.id = t.id + 1", "-o csv").ok().rows();
    assert_eq!(rows[0].values().collect::<Vec<_>>(), ["KT-2024-01", "KT-2024-02"]);
}

#[test]
fn select_with_and_values_are_asked_and_nothing_else() {
    let office = office();
    for sql in ["VALUES (1), (2)", "WITH x AS (SELECT 1 AS a) SELECT a FROM x", "SELECT 1;", "SELECT 1 ; -- done", "/* first */ SELECT ';'"]
    {
        ask(&office, sql, "-o csv").ok();
    }
    for sql in [
        "INSERT INTO task (title) VALUES ('x')",
        "UPDATE task SET title = 'x' RETURNING id",
        "DELETE FROM task WHERE 1 RETURNING id",
        "DROP TABLE task",
        "CREATE TEMP TABLE x (y)",
        "CREATE TEMP VIEW entry AS SELECT 1",
        "ATTACH 'other.db' AS other",
        "ATTACH ':memory:' AS other",
        "DETACH main",
        "PRAGMA query_only = OFF",
        "PRAGMA user_version",
        "VACUUM INTO 'copy.db'",
        "VACUUM main",
        "REINDEX task",
        "ANALYZE main",
        "BEGIN IMMEDIATE",
        "SAVEPOINT x",
        "EXPLAIN SELECT 1",
        "EXPLAIN QUERY PLAN SELECT 1",
        "SELECT 1; DROP TABLE task",
        "SELECT load_extension('x')",
        "SELECT randomblob(1000)",
        "SELECT zeroblob(1000)",
        "SELECT sqlite_version()",
    ] {
        ask(&office, sql, "").refused(4, "E0701");
    }
    ask(&office, "SELECT 1; SELECT 2", "").refused(2, "E0707");
    ask(&office, "/* nothing */ ;", "").refused(2, "E0715");
    assert!(!office.folder().join("copy.db").exists() && !office.folder().join("other.db").exists());
}

#[test]
fn the_journal_personal_values_and_sqlites_own_tables_are_closed() {
    let office = office();
    let hidden = ["private", "entry", "change", "blob", "request", "sqlite_schema", "sqlite_master", "sqlite_temp_schema", "dbstat"];
    for table in hidden.into_iter().chain(["pragma_table_info('task')", "pragma_database_list", "sqlite_stmt", "rarray(1)"]) {
        for sql in
            [format!("SELECT * FROM {table}"), format!("SELECT count(*) FROM {}", table.to_uppercase()), format!("SELECT 1 FROM {table}")]
        {
            for flags in ["", "--as-of 2024-05-15"] {
                let answer = ask(&office, &sql, flags);
                // A module that this SQLite was built without is no table at all.
                assert!(answer.code == 4 || answer.stderr.contains("no such table"), "{sql} {flags}: {} {}", answer.code, answer.stderr);
                assert_eq!(answer.stdout, "", "{sql}");
            }
        }
    }
    ask(&office, "SELECT (SELECT value FROM private LIMIT 1) FROM task", "").refused(4, "E0701");
    ask(&office, "SELECT 1 WHERE EXISTS (SELECT 1 FROM main.private)", "").refused(4, "E0701");
    ask(&office, "SELECT count(*) FROM task NATURAL JOIN entry", "").refused(4, "E0701");
    ask(&office, "SELECT json_each.value FROM json_each('[1]')", "").ok();
    ask(&office, "SELECT count(*) FROM day", "").ok();
}

#[test]
fn as_of_a_day_the_facts_of_later_days_cannot_be_reached() {
    let office = office();
    let state = "SELECT state FROM task_status WHERE code = 'KT-2024-02'";
    assert!(ask(&office, state, "-o csv --as-of 2024-05-09").ok().stdout.contains("on_track"));
    assert!(ask(&office, state, "-o csv --as-of 2024-05-10").ok().stdout.contains("suspended"));
    let acts = "SELECT count(*) AS n FROM task_act";
    assert_eq!(ask(&office, acts, "-o csv --as-of 2024-05-09").ok().stdout, "n\n0\n");
    for sql in [
        "SELECT kind FROM main.task_act",
        "SELECT count(*) FROM main.task_act",
        "SELECT count(*) FROM MAIN.Task_Act",
        "SELECT count(*) FROM \"main\".[task_act]",
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM main.task_act)",
        "SELECT state FROM main.task_status",
        "SELECT count(*) FROM main.task_history",
        "WITH task_act AS (SELECT * FROM main.task_act) SELECT kind FROM task_act",
        "WITH task_act AS MATERIALIZED (SELECT id, kind FROM main.task_act) SELECT count(*) FROM task_act",
        "WITH task AS MATERIALIZED (SELECT code FROM main.task) SELECT code FROM task",
        "WITH task_status AS NOT MATERIALIZED (SELECT code FROM main.task) SELECT code FROM task_status",
        "SELECT (SELECT max(acted_on) FROM main.task_act) FROM task",
    ] {
        ask(&office, sql, "--as-of 2024-05-09").refused(4, "E0701");
    }
    // A table of the asker's own making may have any name.
    ask(&office, "WITH task AS (SELECT 7 AS seven) SELECT seven FROM task", "--as-of 2024-05-09").ok().says("7");
    // What is no fact of the office is the same on every day.
    ask(&office, "SELECT count(*) FROM main.day", "--as-of 2024-05-09").ok();
    // Names asked for by a flag are columns, whatever else has that name.
    ask(&office, "SELECT code AS consultation_status FROM task", "--as-of 2024-05-20 --sort consultation_status").ok();
}

#[test]
fn a_query_stops_at_its_bounds_and_says_which() {
    let office = office();
    let endless = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x)";
    ask(&office, &format!("{endless} SELECT count(*) FROM x"), "--timeout 1").refused(4, "E0702");
    ask(&office, "SELECT count(*) FROM day a, day b, day c", "--timeout 1").refused(4, "E0702");
    let flood = ask(&office, &format!("{endless} SELECT printf('%.*c', 10000, 'x') FROM x"), "-o csv");
    assert_eq!((flood.code, flood.stderr.contains("E0705")), (4, true), "{}", flood.stderr);
    assert!(flood.stdout.len() <= 17 << 20, "{} bytes", flood.stdout.len());
    let hoard = "WITH RECURSIVE x(n, s) AS (SELECT 1, printf('%.*c', 900000, 'a') UNION SELECT n + 1, s || n FROM x) SELECT max(s) FROM x";
    ask(&office, hoard, "--timeout 60").refused(4, "E0703");
    for sql in [
        "SELECT length(printf('%*c', 1000000000, 'x'))",
        "SELECT replace(printf('%.*c', 900000, 'x'), 'x', 'yy')",
        "SELECT json_group_array(printf('%.*c', 1000, 'x')) FROM day",
    ] {
        ask(&office, sql, "-o csv").refused_late(4, "E0704");
    }
    ask(&office, "SELECT 1 WHERE 'a' LIKE printf('%.*c', 5000, '%')", "-o csv").refused_late(2, "E0706");
    ask(&office, "SELECT 1", "--timeout 61").refused(2, "E0103");
}

#[test]
fn a_mistake_is_told_with_its_place() {
    let office = office();
    ask(&office, "SELECT titel FROM task", "").refused(2, "E0706").hints("line 1 column 8").hints("titel");
    ask(&office, "SELECT 1,\n  nothing(2)", "").refused(2, "E0706").hints("nothing");
    ask(&office, "SELECT code FROM tasks", "").refused(2, "E0706").hints("no such table: tasks").hints("query --views");
    ask(&office, "SELECT", "").refused(3, "E0716");
    ask(&office, "SELECT *", "").refused(2, "E0706");
}

#[test]
fn values_are_bound_never_pasted() {
    let office = office();
    let by_title = "SELECT code FROM task WHERE title = :title AND year = :year";
    let answer = office.run_words(&["query", by_title, "--param", "title=음악분수", "--param", "year=2024", "-o", "csv"], "").ok();
    assert_eq!(answer.stdout, "code\nKT-2024-01\n");
    let hostile = ["query", by_title, "--param", "title=' OR 1=1 --", "--param", "year=2024", "-o", "csv"];
    assert_eq!(office.run_words(&hostile, "").ok().stdout, "code\n");
    ask(&office, by_title, "--param year=2024").refused(2, "E0711").hints(":title");
    ask(&office, "SELECT 1", "--param year=2024").refused(2, "E0712");
    ask(&office, "SELECT ?", "").refused(2, "E0713");
    ask(&office, "SELECT 1", "--param year").refused(2, "E0103");
    assert_eq!(ask(&office, "SELECT typeof(:n) AS t", "--param n=2024 -o csv").ok().stdout, "t\ninteger\n");
}

#[test]
fn asking_leaves_the_file_as_it_was() {
    let office = office();
    let before = std::fs::read(office.file()).expect("bytes");
    ask(&office, "SELECT * FROM task_status", "").ok();
    ask(&office, "SELECT * FROM due", "--as-of 2024-05-10").ok();
    ask(&office, "DELETE FROM task WHERE 1", "").refused(4, "E0701");
    ask(&office, "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT count(*) FROM x", "--timeout 1")
        .refused(4, "E0702");
    assert_eq!(std::fs::read(office.file()).expect("bytes"), before);
}

#[test]
fn a_query_is_kept_under_a_name() {
    let office = office();
    let sql = "SELECT code FROM task WHERE year = :year;";
    office.run_words(&["query", sql, "--save", "올해-과제", "--about", "그해의 과제"], "").ok().says("올해-과제");
    assert_eq!(office.run("query 올해-과제 --param year=2024 -o csv").ok().stdout, "code\nKT-2024-01\nKT-2024-02\n");
    office.run("query 올해-과제").refused(2, "E0711");
    // It is a tool, not a fact of its day.
    office.run("query 올해-과제 --param year=2024 --as-of 2024-01-02").ok();
    let decomposed: String = "올해-과제".nfd().collect();
    assert_ne!(decomposed, "올해-과제");
    office.run(&format!("query {decomposed} --param year=2024")).ok().says("KT-2024-01");
    office.run_words(&["query", "SELECT 1 AS one", "--save", "올해-과제"], "").ok();
    assert_eq!(office.run("query 올해-과제 -o csv").ok().stdout, "one\n1\n");
    let saved = office.rows("query --list");
    assert_eq!((saved.len(), saved[0]["sql"].as_str(), saved[0]["note"].as_str()), (1, "SELECT 1 AS one", "그해의 과제"));
    assert_eq!(office.column("log 올해-과제", "command"), ["query save 올해-과제"; 5]);
    let entries = office.entries();
    office.run_words(&["query", "DELETE FROM task", "--save", "나쁜"], "").refused(4, "E0701");
    office.run_words(&["query", "SELECT * FROM entry", "--save", "나쁜"], "").refused(4, "E0701");
    office.run_words(&["query", "SELECT nothing", "--save", "나쁜"], "").refused(2, "E0706");
    office.run_words(&["query", "SELECT 1", "--save", "나쁜 이름"], "").refused(2, "E0103");
    office.run_words(&["query", "SELECT 1", "--save", "x", "--as-of", "2024-05-01"], "").refused(2, "E0112");
    assert_eq!(office.entries(), entries);
    office.run("query 없는것").refused(3, "E0716");
}

#[test]
fn sql_can_come_from_stdin() {
    let office = office();
    let answer = office.run_words(&["query", "-", "-o", "csv"], "-- how many\nSELECT count(*) AS n\nFROM task;\n").ok();
    assert_eq!(answer.stdout, "n\n2\n");
}

#[test]
fn every_view_and_column_is_documented_in_both_languages() {
    let office = office();
    let views = office.rows("query --views");
    let hangul = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
    let mut asked = 0;
    for view in views.iter().filter(|row| row["kind"] == "view") {
        assert!(hangul(&view["korean"]) && !view["english"].is_empty() && !hangul(&view["english"]), "{view:?}");
        for column in office.rows(&format!("query --views {}", view["name"])) {
            assert!(hangul(&column["korean"]), "{} {column:?}", view["name"]);
            assert!(!column["english"].is_empty() && !hangul(&column["english"]), "{} {column:?}", view["name"]);
            asked += 1;
        }
    }
    assert!(asked > 150, "only {asked} columns");
    let conn = Connection::open(office.file()).expect("the file");
    let inside: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'view'", (), |row| row.get(0)).expect("a count");
    assert_eq!(views.iter().filter(|row| row["kind"] == "view").count(), usize::try_from(inside).expect("a size"));
    assert!(views.iter().any(|row| row["name"] == "task" && row["kind"] == "table"));
    assert!(views.iter().all(|row| !["private", "entry", "change", "blob", "request"].contains(&row["name"].as_str())));
    office.run("query --views task_statu").refused(3, "E0714").hints("task_status");
    office.run("query --views private").refused(3, "E0714");
}

#[test]
fn every_view_can_be_asked_on_any_day() {
    let office = office();
    for view in office.column("query --views", "name") {
        for flags in ["-o csv", "-o csv --as-of 2024-05-09"] {
            ask(&office, &format!("SELECT count(*) FROM (SELECT * FROM {view} LIMIT 100)"), flags).ok();
        }
    }
}
