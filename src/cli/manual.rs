//! `completions` and `man`: the command tree as a shell and as `man` want it, in the language
//! of the reader.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use clap::Command;
use clap_complete::Shell;

use super::{NOUNS, help};
use crate::beside;
use crate::prompt;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Kind as Holds, Report, Table, column};
use crate::session::{Obey, Session};
use crate::words::{Lang, Text, text};

static OF_NO_DAY: Rule = rule(
    Kind::Usage,
    "E0743",
    "{verb}에는 --as-of 를 쓸 수 없습니다. 프로그램에 관한 것이어서 날마다 같습니다",
    "--as-of cannot be used with {verb}: it is about the program, the same on every day",
);

/// Korean for their arguments.
pub const KOREAN: &[(&str, &str)] = &[("shell", "셸"), ("dir", "파일을 둘 폴더(없으면 만듭니다)")];
const SCRIPT: Text = text("{shell} 자동 완성", "Completions for {shell}");
const PAGES: Text = text("{folder}에 설명서 {count}쪽을 썼습니다", "{count:manual page/manual pages} written to {folder}");

/// The command with every noun built in full.
fn whole(lang: Lang) -> Command {
    let names: Vec<String> = NOUNS.iter().map(|noun| noun.name.to_owned()).collect();
    help::command(lang, &names)
}

/// Prints completions.
#[derive(Args, Debug)]
pub struct Completions {
    /// Shell
    #[arg(value_enum)]
    shell: Shell,
}

/// What tells of the program itself is the same on every day.
fn of_no_day(session: &Session, verb: &'static str) -> Result<(), Refusal> {
    if session.options.as_of.is_some() { Err(OF_NO_DAY.with("verb", verb)) } else { Ok(()) }
}

impl Obey for Completions {
    fn obey(self, session: &Session) -> Result<Report> {
        of_no_day(session, "completions")?;
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut whole(session.lang), "proadmin", &mut script);
        let script = String::from_utf8(script)?;
        let shell = self.shell.to_string();
        let columns = vec![column("shell", "셸", "shell", Holds::Code), column("script", "스크립트", "script", Holds::Text)];
        let row = vec![shell.clone().into(), script.clone().into()];
        let mut report = Report::record("completions", SCRIPT.with("shell", shell), Table::held(columns, vec![row]));
        report.document = Some(script.into());
        Ok(report)
    }
}

/// Writes manual pages.
#[derive(Args, Debug)]
pub struct Man {
    /// Folder for the pages; made if it is not there
    dir: PathBuf,
}

impl Obey for Man {
    fn obey(self, session: &Session) -> Result<Report> {
        of_no_day(session, "man")?;
        session.in_earnest("man")?;
        let folder = || self.dir.display().to_string();
        std::fs::create_dir_all(&self.dir).with_context(folder)?;
        let mut command = whole(session.lang);
        command.build();
        prompt::may_replace(session, &pages(&command, &self.dir))?;
        let mut rows = Vec::new();
        write(&command, &self.dir, &mut rows).with_context(folder)?;
        let columns = vec![column("file", "파일", "file", Holds::Text)];
        let title = PAGES.with("folder", folder()).with("count", rows.len());
        Ok(Report::list("man", title, Table::held(columns, rows)))
    }
}

/// The files of a command and its verbs.
fn pages(command: &Command, folder: &Path) -> Vec<PathBuf> {
    let own = folder.join(clap_mangen::Man::new(command.clone()).get_filename());
    std::iter::once(own).chain(command.get_subcommands().flat_map(|verb| pages(verb, folder))).collect()
}

fn write(command: &Command, folder: &Path, rows: &mut Vec<Vec<rusqlite::types::Value>>) -> std::io::Result<()> {
    let page = clap_mangen::Man::new(command.clone());
    let (file, mut bytes) = (folder.join(page.get_filename()), Vec::new());
    page.render(&mut bytes)?;
    let unfinished = beside::unfinished(&file);
    std::fs::write(&unfinished, bytes)?;
    std::fs::rename(&unfinished, &file)?;
    rows.push(vec![file.display().to_string().into()]);
    command.get_subcommands().try_for_each(|verb| write(verb, folder, rows))
}
