//! Every command that writes, one by one, on a file in which every noun has records in a state
//! that can go on (`data/writing.txt`). Tried, it changes nothing; done, it is an entry, and the
//! file is sound; taken back, everything is as before, unless it says why it cannot be.

use std::collections::BTreeSet;
use std::path::Path;

use clap::Command;
use proadmin::words::Lang;
use rusqlite::Connection;

use crate::every::questions;
use crate::office::Office;

const TABLE: &str = include_str!("data/writing.txt");
/// What is about whole files, the program or the calendar, and what hands out a folder.
const ASIDE: &[&str] = &[
    "init",
    "demo",
    "backup",
    "restore",
    "verify",
    "seal",
    "export",
    "log",
    "completions",
    "man",
    "calendar list",
    "calendar impact",
    "exemption bundle",
];
/// Why an entry stays: it was issued or frozen, it only tells of a reading, it erased a name.
const STAYS: &[&str] = &["E0804", "E0807", "E0817"];
/// How many offices share the work.
const OFFICES: usize = 4;

/// The lines of a part of the table.
fn part(heading: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = TABLE.lines().skip_while(move |line| *line != heading).skip(1);
    lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty())
}

/// An office with the files of the table in its folder.
fn office() -> Office {
    let office = Office::without_file("2024-12-20");
    for (name, lines) in TABLE.split("\n\n").filter_map(|block| block.strip_prefix("file ")?.split_once('\n')) {
        office.write(name, format!("{lines}\n"));
    }
    office
}

/// The office whose history is in the table.
fn beginning() -> Office {
    let office = office();
    part("[history]").for_each(|command| drop(office.run(command).ok()));
    office
}

/// What one column of an answer says.
fn texts(conn: &Connection, sql: &str) -> Vec<String> {
    let mut asked = conn.prepare(sql).expect("a statement");
    let rows = asked.query_map((), |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

/// The rows of a table or a view that are not void, without how often each was written.
fn in_force(conn: &Connection, name: &str) -> Vec<String> {
    let columns = texts(conn, &format!("SELECT name FROM pragma_table_info('{name}') WHERE name <> 'rev'"));
    let has = |wanted: &str| columns.iter().any(|column| column == wanted);
    let only = if has("void_reason") {
        "void_reason IS NULL"
    } else if has("state") {
        "state IS NOT 'void'"
    } else {
        "1"
    };
    let columns: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    texts(conn, &format!("SELECT json_array('{name}', {}) FROM {name} WHERE {only}", columns.join(", ")))
}

/// Every fact in force; counters never go back.
fn facts(office: &Office) -> BTreeSet<String> {
    let conn = office.open();
    let tables = texts(&conn, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    let tables = tables.iter().filter(|table| proadmin::db::is_fact(table) && *table != "code_counter");
    tables.flat_map(|table| in_force(&conn, table)).collect()
}

/// What the lists of all nouns are made of, on the day of the office.
fn lists(office: &Office) -> BTreeSet<String> {
    let conn = office.open();
    let today = format!("BEGIN; DROP VIEW today; CREATE VIEW today AS SELECT '{}' AS date", office.today());
    conn.execute_batch(&today).expect("a day");
    let views = texts(&conn, "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE '%\\_status' ESCAPE '\\'");
    let lists = views.iter().flat_map(|view| in_force(&conn, view)).collect();
    conn.execute_batch("ROLLBACK").expect("nothing kept");
    lists
}

/// What an office's file holds and answers.
struct State {
    entries: i64,
    facts: BTreeSet<String>,
    lists: BTreeSet<String>,
}

impl State {
    fn of(office: &Office) -> Self {
        Self { entries: office.entries(), facts: facts(office), lists: lists(office) }
    }
}

/// Tries a command, does it and takes it back; what was recorded, as the journal calls it.
fn write(office: &Office, command: &str, before: &State) -> String {
    let entries = before.entries;
    // What is shown is read, and a reading cannot be tried.
    if !command.contains("--personal") {
        office.run(&format!("{command} -n")).ok();
    }
    assert!(office.entries() == entries && facts(office) == before.facts, "{command} -n left something");
    office.run(&format!("{command} -y")).ok();
    assert_eq!(office.entries(), entries + 1, "{command}");
    office.run("verify").ok();
    let recorded = office.open().query_row("SELECT command FROM entry ORDER BY seq DESC LIMIT 1", (), |row| row.get(0)).expect("an entry");
    let undone = office.run(&format!("undo {} -y", entries + 1));
    if undone.code == 0 {
        office.run("verify").ok();
        for (now, before) in [(facts(office), &before.facts), (lists(office), &before.lists)] {
            let other: Vec<&String> = now.symmetric_difference(before).collect();
            assert!(other.is_empty(), "{command}, taken back: {other:#?}");
        }
    } else {
        assert!(undone.code == 4 && STAYS.iter().any(|rule| undone.stderr.contains(rule)), "{command}: {}", undone.stderr);
        assert_eq!(office.entries(), entries + 1, "{command}: a refused undo was recorded");
    }
    recorded
}

/// Each command on a fresh copy of the file.
fn write_each(commands: &[&str], file: &[u8], before: &State) -> Vec<String> {
    let office = office();
    let write = |command: &&str| {
        office.put("proadmin.db", file);
        write(&office, command, before)
    };
    commands.iter().map(write).collect()
}

#[test]
fn every_write_is_an_entry_and_comes_back_or_says_why_not() {
    let beginning = beginning();
    let before = State::of(&beginning);
    let file = std::fs::read(beginning.file()).expect("the file");
    let commands: Vec<&str> = part("[writing]").collect();
    let recorded: Vec<String> = std::thread::scope(|scope| {
        let share = |share| {
            let (file, before) = (&file, &before);
            scope.spawn(move || write_each(share, file, before))
        };
        let shares: Vec<_> = commands.chunks(commands.len().div_ceil(OFFICES)).map(share).collect();
        shares.into_iter().flat_map(|share| share.join().expect("each is written")).collect()
    });
    for name in names_in_the_source() {
        // A repair needs a damaged file.
        assert!(name == "verify repair" || recorded.iter().any(|entry| entry.starts_with(&name)), "nothing in the table records {name}");
    }
}

/// The names that the source gives to its entries.
fn names_in_the_source() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(&path).expect("text");
                found.extend(text.split(".change(\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
            }
        }
    }
    assert!(found.len() > 100, "only {} names found", found.len());
    found
}

#[test]
fn a_verb_answers_a_question_or_is_in_the_table() {
    let mut known = questions(&beginning());
    known.extend(part("[writing]").chain(ASIDE.iter().copied()).map(str::to_owned));
    let mut forgotten = Vec::new();
    let names: Vec<String> = proadmin::cli::NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    let root = proadmin::cli::command(Lang::En, &names);
    for noun in root.get_subcommands() {
        let verbs: Vec<&Command> = noun.get_subcommands().collect();
        let lone = verbs.is_empty().then(|| noun.get_name().to_owned());
        let paths = lone.into_iter().chain(verbs.iter().map(|verb| format!("{} {}", noun.get_name(), verb.get_name())));
        let is_known = |path: &String| {
            let begins = |command: &String| command.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            known.iter().any(begins)
        };
        forgotten.extend(paths.filter(|path| !is_known(path)));
    }
    assert!(forgotten.is_empty(), "neither answers nor stands in the table: {}", forgotten.join(", "));
}
