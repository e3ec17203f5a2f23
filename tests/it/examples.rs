//! Documentation that is run: every `console` block of the README and of `examples/*.md` is
//! put to the program line by line, and what it prints must be what stands there.
//!
//! A line `2024-05-03 $ proadmin …` is a command and the day it is given on; all blocks of
//! one file share one folder, with the sample data of `examples/` in it. A heading
//! `<!-- korean -->` before a block makes it speak Korean, and `<!-- file year.db -->` makes it
//! work on that file instead of `proadmin.db`. With `PROADMIN_UPDATE=1` the blocks
//! are rewritten with what the program says.

use std::fs;
use std::path::{Path, PathBuf};

use crate::office::Office;

#[test]
fn the_readme_and_the_examples_say_what_the_program_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec![root.join("README.md")];
    let examples = fs::read_dir(root.join("examples")).expect("examples");
    documents.extend(examples.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|is| is == "md")));
    documents.sort();
    let mut commands = 0;
    for document in documents {
        commands += check(root, &document);
    }
    assert!(commands >= 10, "only {commands} commands were run");
}

fn check(root: &Path, document: &Path) -> usize {
    let text = fs::read_to_string(document).expect("a document");
    let mut office = Office::without_file("2024-01-02");
    copy(&root.join("examples"), &office.folder().join("examples"));
    let mut out = Vec::new();
    let mut commands = 0;
    let mut lines = text.lines().peekable();
    let mut korean = false;
    let mut file = None;
    while let Some(line) = lines.next() {
        out.push(line.to_owned());
        if line == "<!-- korean -->" {
            korean = true;
        }
        file = line.strip_prefix("<!-- file ").and_then(|name| name.strip_suffix(" -->")).or(file);
        if line != "```console" {
            continue;
        }
        office.open_file(file.take());
        office.speak(korean);
        korean = false;
        let mut block = Vec::new();
        while let Some(line) = lines.next_if(|line| *line != "```") {
            block.push(line);
        }
        for command in block.iter().filter(|line| prompt(line).is_some()) {
            let (day, words) = prompt(command).expect("a prompt");
            office.turn_to(day);
            out.push((*command).to_owned());
            out.extend(said(&office, words).lines().map(str::to_owned));
            commands += 1;
        }
    }
    let now = out.join("\n") + "\n";
    if std::env::var_os("PROADMIN_UPDATE").is_some() {
        fs::write(document, now).expect("a document");
    } else {
        assert_same(&text, &now, document);
    }
    commands
}

/// The day and the words of a command line.
fn prompt(line: &str) -> Option<(&str, &str)> {
    let (day, command) = line.split_once(" $ proadmin")?;
    (day.len() == 10 && day.parse::<chrono::NaiveDate>().is_ok()).then_some((day, command.trim()))
}

fn said(office: &Office, words: &str) -> String {
    let answer = office.run_wide(words, 100);
    let talk: Vec<&str> = answer.stderr.lines().filter(|line| !line.contains("PROADMIN_TODAY")).collect();
    let mut said = answer.stdout;
    said.push_str(&talk.join("\n"));
    let said = without_chance(&said);
    said.trim_end().lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n\n"
}

/// A seal stands for the machine's clock and for numbers that nobody can guess: only its entry
/// is the same each time.
fn without_chance(said: &str) -> String {
    let mut parts = said.split("SEAL-");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(part.len());
        let entry = part[..end].split('-').next().unwrap_or_default();
        out.push_str(&format!("SEAL-{entry}-…{}", &part[end..]));
    }
    out
}

fn assert_same(expected: &str, found: &str, document: &Path) {
    for (no, (expected, found)) in expected.lines().zip(found.lines()).enumerate() {
        assert_eq!(found, expected, "{} line {}", document.display(), no + 1);
    }
    assert_eq!(expected.lines().count(), found.lines().count(), "{}", document.display());
}

fn copy(from: &Path, to: &PathBuf) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}
