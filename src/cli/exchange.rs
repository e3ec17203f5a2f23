//! `import` and `export`: every noun's records as files, the same way for all. What a noun
//! can import it exports, with the columns that its import takes back.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use rusqlite::types::Value;

use super::{NOUNS, Noun};
use crate::export::{self, Sheet};
use crate::refusal::{Kind, Rule, rule};
use crate::register::Register;
use crate::report::{Report, Rows, next};
use crate::session::{Obey, Session};
use crate::words::{Sentence, Text, quoted, text};

static NO_SUCH: Rule = rule(
    Kind::Usage,
    "E0741",
    "'{what}'{what:~은/는} 내보낼 수 있는 것도, 있는 폴더도 아닙니다",
    "'{what}' is neither something to export nor a folder that is there",
);

/// Korean for their arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("noun", "무엇을 가져올지"),
    ("file", "파일(xlsx, CSV, TSV, JSON, JSON lines; UTF-8 또는 CP949). 열은 export 가 쓰는 것과 같음"),
    ("what", "무엇을 내보낼지, 또는 모두 내보낼 폴더"),
];
const WRITTEN: Text = text(
    "{folder}에 대장을 모두 내보냈습니다. 무효인 기록과 아래에 적은 것은 들어 있지 않으므로 백업이 아닙니다(평가는 proadmin eval export)",
    "registers exported to {folder}; what is void and what is told below is not in them, so this is no backup (rounds: proadmin eval export)",
);
const LEFT_OUT: Text = text("{file}: {what}", "{file}: {what}");

/// The nouns whose records can be exchanged.
fn exchanged() -> impl Iterator<Item = (&'static Noun, &'static Register)> {
    NOUNS.iter().filter(|noun| noun.import.is_some()).filter_map(|noun| Some((noun, noun.register?)))
}

/// The nouns that can be imported, each by its name or by what it is called in Korean.
fn importable() -> impl Iterator<Item = PossibleValue> {
    NOUNS.iter().filter(|noun| noun.import.is_some()).map(|noun| PossibleValue::new(noun.name).alias(noun.about.ko))
}

fn is_called(noun: &Noun, typed: &str) -> bool {
    noun.name == typed || noun.about.ko == typed
}

/// Imports a file.
#[derive(Args, Debug)]
pub struct Import {
    /// What to import
    #[arg(value_parser = PossibleValuesParser::new(importable()))]
    noun: String,
    /// File: xlsx, CSV, TSV, JSON or JSON lines, in UTF-8 or CP949; its columns are those that export writes
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}

impl Obey for Import {
    fn obey(self, session: &Session) -> Result<Report> {
        let import = NOUNS.iter().find(|noun| is_called(noun, &self.noun)).and_then(|noun| noun.import);
        let Some(import) = import else { return Err(NO_SUCH.with("what", self.noun).into()) };
        import(session, &self.file, self.new)
    }
}

/// Exports records.
#[derive(Args, Debug)]
pub struct Export {
    /// What to export, or the folder to export everything to
    #[arg(value_name = "NOUN|DIR")]
    what: String,
}

impl Obey for Export {
    fn obey(self, session: &Session) -> Result<Report> {
        if let Some((noun, register)) = exchanged().find(|(noun, _)| is_called(noun, &self.what)) {
            session.db()?;
            let mut report = Report::list("export", register.title.say(), register.export());
            report.is_data = true;
            return Ok(report.hints(noun.left_out.map(Text::say)));
        }
        let folder = Path::new(&self.what);
        if !folder.is_dir() {
            let nouns: Vec<&str> = exchanged().map(|(noun, _)| noun.name).collect();
            let refusal = NO_SUCH.with("what", self.what.clone()).way_out(format!("proadmin export {}", nouns.join("/")));
            return Err(refusal.way_out(format!("mkdir {}", quoted(folder))).into());
        }
        everything(session, folder)
    }
}

/// A CSV a noun, in the order in which they can be imported again.
fn everything(session: &Session, folder: &Path) -> Result<Report> {
    let sheet = |(noun, register): (&Noun, &'static Register)| Sheet {
        of: noun.name.to_owned(),
        name: noun.name.to_owned(),
        table: register.export(),
        labels: session.options.labels,
    };
    let title = WRITTEN.with("folder", folder);
    let report = export::into_folder(session, title, folder, exchanged().map(sheet).collect())?;
    let told = left_out(&report.main.rows);
    Ok(report.hints(told).hint(next(format!("proadmin import dept {}", quoted(folder.join("dept.csv"))))))
}

/// What the files do not hold, of each noun that has rows in its own.
fn left_out(files: &Rows) -> Vec<Sentence> {
    let Rows::Held(files) = files else { return Vec::new() };
    let has_rows = |file: &[Value]| file.last().is_some_and(|rows| *rows != Value::Integer(0));
    let told = exchanged().zip(files).filter(|(_, file)| has_rows(file));
    told.filter_map(|((noun, _), _)| Some(LEFT_OUT.with("file", format!("{}.csv", noun.name)).with("what", noun.left_out?))).collect()
}
