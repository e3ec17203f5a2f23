//! `demo`: a file made from real public data, and the main job done on it with the program's
//! real commands and their real output. Where the public record is silent, the screen says so.

mod script;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;
use unicode_width::UnicodeWidthStr;

use crate::refusal::{Kind, Rule, rule};
use crate::report::{Report, Table};
use crate::session::{Obey, Session};
use crate::words::{Lang, Text, text};

use script::{FILES, STEPS, Step};

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] = &[];

static STEP_FAILED: Rule =
    rule(Kind::Unexpected, "E0901", "시연이 '{command}'에서 멈추었습니다: {why}", "the demonstration stopped at '{command}': {why}");
static THERE_ALREADY: Rule = rule(Kind::Rule, "E0902", "'{file}'{file:~이/가} 이미 있습니다", "'{file}' exists already");
const ANOTHER_PLACE: Text = text("지우거나 다른 폴더에서 하십시오", "delete it, or run in another folder");
const TITLE: Text = text("시연", "Demonstration");
/// The file that the demonstration makes.
const FILE: &str = "demo.db";
/// The folder that it puts its data into.
const FOLDER: &str = "demo-files";
/// How wide the tables are where there is no terminal.
const USUAL_WIDTH: usize = 100;

/// Walk through the main job on real public data
#[derive(Args, Debug)]
pub struct Demo {}

impl Obey for Demo {
    fn obey(self, session: &Session) -> Result<Report> {
        session.may_write()?;
        session.in_earnest("demo")?;
        for file in [FILE, FOLDER] {
            if Path::new(file).exists() {
                return Err(THERE_ALREADY.with("file", file).way_out(ANOTHER_PLACE).into());
            }
        }
        std::fs::create_dir(FOLDER).with_context(|| FOLDER.to_owned())?;
        for (name, bytes) in FILES {
            let file: PathBuf = [FOLDER, name].iter().collect();
            std::fs::write(&file, bytes).with_context(|| file.display().to_string())?;
        }
        let mut transcript = String::new();
        for step in STEPS {
            transcript.push_str(&perform(step, session)?);
        }
        let mut report = Report::list("demo", TITLE.say(), Table::held(Vec::new(), Vec::new()));
        report.document = Some(transcript.into());
        Ok(report)
    }
}

/// What a step says and what its command answers.
fn perform(step: &Step, session: &Session) -> Result<String> {
    let mut out = String::new();
    if let Some(said) = step.said {
        for line in wrapped(said.in_lang(session.lang), width(session) - 2) {
            out.push_str(&format!("# {line}\n"));
        }
    }
    if step.command.is_empty() {
        return Ok(out + "\n");
    }
    out.push_str(&format!("{} $ proadmin {}\n", step.day, step.command));
    let answer = Command::new(std::env::current_exe()?)
        .args(words(step.command))
        .env("PROADMIN_DB", FILE)
        .env("PROADMIN_TODAY", step.day)
        .env("PROADMIN_ACTOR", "demo")
        .env("LC_ALL", if session.lang == Lang::Ko { "ko_KR.UTF-8" } else { "en_US.UTF-8" })
        .env("CI", "1")
        .env("COLUMNS", width(session).to_string())
        .output()
        .with_context(|| step.command.to_owned())?;
    let talk = String::from_utf8_lossy(&answer.stderr);
    if answer.status.code() != Some(step.exit) {
        return Err(STEP_FAILED.with("command", step.command).with("why", talk.trim().to_owned()).into());
    }
    out.push_str(&String::from_utf8_lossy(&answer.stdout));
    // The day is set on every line here; that it is need not be said every time.
    for line in talk.lines().filter(|line| !line.contains("PROADMIN_TODAY")) {
        out.push_str(&format!("{line}\n"));
    }
    Ok(out + "\n")
}

fn width(session: &Session) -> usize {
    session.environment().columns.unwrap_or(USUAL_WIDTH).max(40)
}

/// A text in lines of no more than `width` columns, broken at blanks.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last().map_or(0, |line| line.width());
        match lines.last_mut() {
            Some(line) if last == 0 => line.push_str(word),
            Some(line) if last + 1 + word.width() <= width => line.push_str(&format!(" {word}")),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A command line as a shell would split it: at blanks, but not within double quotes.
fn words(command: &str) -> Vec<String> {
    command
        .split('"')
        .enumerate()
        .flat_map(|(no, part)| match no % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_words_together() {
        assert_eq!(words("a \"b c\" d"), ["a", "b c", "d"]);
    }
}
