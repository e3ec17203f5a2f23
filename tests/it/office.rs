//! The harness: an office with a file of its own, on a frozen day, with a frozen person,
//! language and width. Every failure blames the line of the test. When an office is dropped,
//! its journal is replayed and must give every fact table exactly.

// Each test file uses its part of the harness.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::Connection;
use serde_json::Value as Json;

/// A row of a CSV answer.
pub type Row = BTreeMap<String, String>;

/// An office with its file.
pub struct Office {
    dir: tempfile::TempDir,
    today: String,
    lang: &'static str,
    db: Option<String>,
}

/// What one command answered.
pub struct Answer {
    pub command: String,
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Office {
    /// An office on a day, with its file made.
    #[track_caller]
    pub fn on(today: &str) -> Self {
        let office = Self::without_file(today);
        office.run("init --org 노원구 --org-code NOWON").ok();
        office
    }

    /// An office of two departments with a person in each.
    #[track_caller]
    pub fn of_two(today: &str) -> Self {
        let office = Self::on(today);
        for command in ["dept add 가과", "dept add 나과", "staff add 홍길동 --dept 가과", "staff add 김하나 --dept 나과"] {
            office.run(command).ok();
        }
        office
    }

    /// An office on a day, with nothing in its folder.
    pub fn without_file(today: &str) -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary folder"), today: today.to_owned(), lang: "en_US.UTF-8", db: None }
    }

    /// The same office, speaking Korean.
    pub fn in_korean(mut self) -> Self {
        self.lang = "ko_KR.UTF-8";
        self
    }

    /// Which language the office speaks from now on.
    pub fn speak(&mut self, korean: bool) {
        self.lang = if korean { "ko_KR.UTF-8" } else { "en_US.UTF-8" };
    }

    /// Which file the office works on from now on; `None` is the usual one.
    pub fn open_file(&mut self, name: Option<&str>) {
        self.db = name.map(str::to_owned);
    }

    /// The same office on another day.
    pub fn turn_to(&mut self, today: &str) {
        today.clone_into(&mut self.today);
    }

    /// The day it is.
    pub fn today(&self) -> &str {
        &self.today
    }

    /// Runs one command line, split as a shell would.
    #[track_caller]
    pub fn run(&self, command: &str) -> Answer {
        let words = shell_words::split(command).expect("a command line");
        self.run_words(&words.iter().map(String::as_str).collect::<Vec<_>>(), "")
    }

    /// Runs one command with these words and this on stdin.
    pub fn run_words(&self, words: &[&str], stdin: &str) -> Answer {
        let mut child = self.command(words).spawn().expect("the program starts");
        let mut pipe = child.stdin.take().expect("a pipe");
        // A program that answers without reading closes its end; that is its right.
        let _ = pipe.write_all(stdin.as_bytes());
        drop(pipe);
        let output = child.wait_with_output().expect("the program ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Answer {
            command: words.join(" "),
            code: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Runs one command line as on a terminal of so many columns.
    pub fn run_wide(&self, command: &str, columns: usize) -> Answer {
        let words = shell_words::split(command).expect("a command line");
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let output = self.command(&words).env("COLUMNS", columns.to_string()).output().expect("an answer");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        let code = output.status.code().unwrap_or(-1);
        Answer { command: command.to_owned(), code, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The program in the frozen environment.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_proadmin"));
        command
            .args(words)
            .current_dir(self.dir.path())
            .env_clear()
            .env("PROADMIN_TODAY", &self.today)
            .env("PROADMIN_ACTOR", "감사담당관 김하나")
            .env("USER", "hana")
            .env("LANG", self.lang)
            .env("HOME", "/nonexistent")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if let Some(file) = &self.db {
            command.env("PROADMIN_DB", file);
        }
        command
    }

    /// The rows of a list.
    #[track_caller]
    pub fn rows(&self, command: &str) -> Vec<Row> {
        self.run(&format!("{command} -o csv")).ok().rows()
    }

    /// One column of a list.
    #[track_caller]
    pub fn column(&self, command: &str, column: &str) -> Vec<String> {
        self.rows(command).into_iter().map(|mut row| row.remove(column).unwrap_or_else(|| panic!("no column {column}"))).collect()
    }

    /// The items of a JSON answer.
    #[track_caller]
    pub fn items(&self, command: &str) -> Vec<Json> {
        self.run(&format!("{command} -o json")).ok().json()["items"].as_array().expect("items").clone()
    }

    /// How many entries the journal has.
    pub fn entries(&self) -> i64 {
        self.open().query_row("SELECT count(*) FROM entry", (), |row| row.get(0)).expect("a count")
    }

    /// The office's folder.
    pub fn folder(&self) -> &Path {
        self.dir.path()
    }

    /// The office's file.
    pub fn file(&self) -> PathBuf {
        self.dir.path().join("proadmin.db")
    }

    /// The office's file as a stranger's SQLite opens it.
    pub fn open(&self) -> Connection {
        Connection::open(self.file()).expect("the file opens")
    }

    /// Writes a file into the office's folder.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.dir.path().join(name), bytes).expect("a file");
    }

    /// Puts a database into the office's folder, without what was left beside one of that name.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        for ending in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(self.dir.path().join(format!("{name}{ending}")));
        }
        self.write(name, bytes);
    }

    /// Reads a file of the office's folder.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.dir.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Replays the journal and compares it with every fact table.
    fn replay(&self) {
        let conn = self.open();
        let mut tables = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").expect("tables");
        let tables: Vec<String> = tables.query_map((), |row| row.get(0)).expect("tables").map(|name| name.expect("a name")).collect();
        for table in tables.iter().filter(|table| proadmin::db::is_fact(table)) {
            let mut columns = conn.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).expect("columns");
            let columns: Vec<String> =
                columns.query_map((), |row| row.get(0)).expect("columns").map(|name| name.expect("a name")).collect();
            let pairs: Vec<String> = columns.iter().map(|name| format!("'{name}', {name}")).collect();
            let facts = format!("SELECT id, json_object({}) FROM {table}", pairs.join(", "));
            let journal = format!(
                "SELECT pk, row FROM change c WHERE tbl = '{table}' AND row IS NOT NULL
                   AND entry = (SELECT max(x.entry) FROM change x WHERE x.tbl = c.tbl AND x.pk = c.pk)"
            );
            for (one, other, missing) in [(&facts, &journal, "journal"), (&journal, &facts, "table")] {
                let sql = format!("SELECT count(*) FROM ({one} EXCEPT {other})");
                let count: i64 = conn.query_row(&sql, (), |row| row.get(0)).expect("a comparison");
                assert_eq!(count, 0, "{table}: {count} rows are not in the {missing}");
            }
        }
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        if !std::thread::panicking() && self.file().is_file() && proadmin_file(&self.file()) {
            self.replay();
        }
    }
}

fn proadmin_file(file: &Path) -> bool {
    let open = || -> rusqlite::Result<bool> {
        let id: i64 = Connection::open(file)?.pragma_query_value(None, "application_id", |row| row.get(0))?;
        Ok(id == 0x7061_6F61)
    };
    open().unwrap_or(false)
}

impl Answer {
    /// It went well.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "proadmin {}\n{}{}", self.command, self.stdout, self.stderr);
        self
    }

    /// It was refused with this exit code and this rule.
    #[track_caller]
    pub fn refused(self, code: i32, rule: &str) -> Self {
        assert_eq!(self.code, code, "proadmin {}\n{}{}", self.command, self.stdout, self.stderr);
        assert!(self.stderr.contains(rule), "proadmin {} did not say {rule}:\n{}", self.command, self.stderr);
        assert!(self.stdout.is_empty(), "a refusal printed to stdout:\n{}", self.stdout);
        self
    }

    /// It was refused with this exit code and this rule, perhaps after it had begun to print.
    #[track_caller]
    pub fn refused_late(self, code: i32, rule: &str) -> Self {
        assert_eq!(self.code, code, "proadmin {}\n{}{}", self.command, self.stdout, self.stderr);
        assert!(self.stderr.contains(rule), "proadmin {} did not say {rule}:\n{}", self.command, self.stderr);
        self
    }

    /// The answer says this.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.stdout.contains(text), "proadmin {} did not say '{text}':\n{}", self.command, self.stdout);
        self
    }

    /// The talk beside the answer says this.
    #[track_caller]
    pub fn hints(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "proadmin {} did not hint '{text}':\n{}", self.command, self.stderr);
        self
    }

    /// The rows of a CSV answer.
    #[track_caller]
    pub fn rows(&self) -> Vec<Row> {
        let mut reader = csv::Reader::from_reader(self.stdout.as_bytes());
        let header = reader.headers().expect("a header").clone();
        reader
            .records()
            .map(|record| header.iter().map(str::to_owned).zip(record.expect("a row").iter().map(str::to_owned)).collect())
            .collect()
    }

    /// A JSON answer.
    #[track_caller]
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}:\n{}", self.stdout))
    }
}
