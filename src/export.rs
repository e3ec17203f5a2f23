//! Exporting: answers as files. A file appears whole or not at all; several tables go into a
//! folder, a CSV each, that import takes back.

use std::fs;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use anyhow::Result;

use crate::beside;
use crate::file::create_private;
use crate::prompt;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Format, Kind as Holds, Page, Report, Table, column, write};
use crate::session::Session;
use crate::words::{Sentence, quoted};

static NO_FOLDER: Rule = rule(Kind::Usage, "E0344", "'{folder}' 폴더가 없습니다", "there is no folder '{folder}'");
const COLUMNS: &[Column] = &[
    column("noun", "대상", "of", Holds::Code),
    column("file", "파일", "file", Holds::Text),
    column("rows", "건수", "rows", Holds::Integer),
];

/// A table that becomes a file: what it is of, the name of the file without its ending, and the
/// rows.
pub struct Sheet {
    /// What it is of, as in `task`.
    pub of: String,
    /// The file's name without its ending.
    pub name: String,
    /// The rows.
    pub table: Table,
    /// Whether a person fills it in or asked for it in their language.
    pub labels: bool,
}

/// Refuses to write into a folder that is not there; a name that was mistyped makes no new one.
///
/// # Errors
/// There is none.
pub fn folder_is_there(folder: &Path) -> Result<(), Refusal> {
    if folder.is_dir() { Ok(()) } else { Err(NO_FOLDER.with("folder", folder).way_out(format!("mkdir {}", quoted(folder)))) }
}

/// Writes each table as a CSV into a folder, and answers with the files and their rows.
///
/// # Errors
/// No such folder, or a file that cannot be written.
pub fn into_folder(session: &Session, title: Sentence, folder: &Path, sheets: Vec<Sheet>) -> Result<Report> {
    folder_is_there(folder)?;
    let db = session.db()?;
    let page = Page {
        lang: session.lang,
        width: None,
        colour: false,
        mark: true,
        labels: false,
        as_of: session.options.as_of,
        known_at: session.options.known_at.as_ref(),
        db: Some(db),
    };
    let file = |name: &str| folder.join(format!("{name}.csv"));
    prompt::may_replace(session, &sheets.iter().map(|sheet| file(&sheet.name)).collect::<Vec<_>>())?;
    let mut rows = Vec::new();
    for Sheet { of, name, table, labels } in sheets {
        let page = Page { labels, ..page };
        let report = Report::list("export", title.clone(), table);
        let file = file(&name);
        let count = report.main.count(&page)?;
        if !session.options.dry_run {
            to_file(&report, Format::Csv, &page, &file)?;
        }
        rows.push(vec![of.into(), file.display().to_string().into(), count.into()]);
    }
    Ok(Report::list("export", title, Table::held(COLUMNS.to_vec(), rows)))
}

/// Writes a report as a file, which appears whole or not at all: for its owner only, or for whom
/// the file was that it replaces.
///
/// # Errors
/// A file that cannot be written.
pub fn to_file(report: &Report, format: Format, page: &Page, file: &Path) -> Result<()> {
    // What a link leads to is what is meant; and what is no file, such as a pipe, is written to,
    // not replaced.
    let is_link = fs::symlink_metadata(file).is_ok_and(|found| found.is_symlink());
    let file = &if is_link { fs::canonicalize(file)? } else { file.to_path_buf() };
    if fs::metadata(file).is_ok_and(|found| !found.is_file()) {
        let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(file)?);
        write(report, format, page, &mut out)?;
        return Ok(out.flush()?);
    }
    let unfinished = &beside::unfinished(file);
    let made = (|| {
        let _ = fs::remove_file(unfinished);
        let mut out = BufWriter::new(create_private(unfinished)?);
        write(report, format, page, &mut out)?;
        let out = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        if let Ok(before) = fs::metadata(file) {
            out.set_permissions(before.permissions())?;
        }
        out.sync_all()?;
        Ok(fs::rename(unfinished, file)?)
    })();
    if made.is_err() {
        let _ = fs::remove_file(unfinished);
    }
    made
}
