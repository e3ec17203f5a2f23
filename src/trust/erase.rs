//! `erase`: the personal names behind a record are taken out of the file for good. Answers say
//! that the name is erased, the journal's commitment stays, the chain stays whole; backups that
//! still hold the names are listed, because only their keeper can part with them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use super::words;
use crate::beside;
use crate::db::{self, Access, Db, ERASED, Shadow, personal_tables};
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::{Obey, Session};
use crate::typed;
use crate::words::{Arg, quoted};

static NOTHING: Rule = rule(
    Kind::NotFound,
    "E0821",
    "{code}에는 지울 이름이 없습니다(없거나 이미 지웠습니다)",
    "{code} holds no personal name (none, or erased already)",
);
static NO_FOLDER: Rule = rule(Kind::Usage, "E0822", "'{folder}' 폴더가 없습니다", "there is no folder '{folder}'");
const COLUMNS: &[Column] = &[column("backup", "이름이 남은 백업", "backup that still holds them", Holds::Text)];

/// Erases the personal names behind a record.
#[derive(Args, Debug)]
pub struct Erase {
    /// Code of the record
    code: String,
    /// Folders of backups to look through
    #[arg(long, value_name = "DIR")]
    backups: Vec<PathBuf>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
    /// The code again, to confirm
    #[arg(long, value_name = "CODE")]
    confirm: Option<String>,
}

impl Obey for Erase {
    fn obey(self, session: &Session) -> Result<Report> {
        session.may_write()?;
        let code = self.code.to_uppercase();
        if let Some(folder) = self.backups.iter().find(|folder| !folder.is_dir()) {
            return Err(NO_FOLDER.with("folder", folder).into());
        }
        // A reader of its own, closed again: the log beside the file is emptied only when nobody reads.
        let Behind { rows, held, erased } = Behind::of(&db::open(session.path(), Access::Read, Shadow::default())?, &code)?;
        if held.is_empty() && !erased.is_empty() && !self.backups.is_empty() {
            let report = self.left(session, &erased)?;
            return Ok(report.note(words::NOTHING_LEFT.with("code", &code)));
        }
        if held.is_empty() {
            return Err(NOTHING.with("code", &code).way_out(format!("proadmin search {}", quoted(&code))).into());
        }
        if !session.options.dry_run {
            let question = words::ERASE.with("code", &code).with("count", held.len());
            prompt::confirm_by_code(session, &question, &code, self.confirm.as_deref())?;
        }
        let change = session.change("erase")?;
        // What is taken out is overwritten, not only unlinked.
        change.connection().pragma_update(None, "secure_delete", true)?;
        for commitment in &held {
            change.execute("UPDATE private SET salt = NULL, value = NULL WHERE commitment = ?1", [commitment])?;
        }
        // Answers read the facts, so these say that the name is gone.
        for (table, masked, id) in &rows {
            change.update(table, *id, &[(masked, ERASED.to_owned().into())])?;
        }
        let report = self.left(session, &[held.as_slice(), &erased].concat())?;
        let said = words::DID_ERASE.with("code", &code).with("count", held.len());
        let report = change.even_so().finish(report, &[&code], said)?;
        // The names are erased by now, whatever becomes of their traces.
        let is_clean = session.options.dry_run || db::leave_no_trace(session.path()).unwrap_or(false);
        let report = if is_clean { report } else { report.hint(words::TRACES.say()) };
        let look = Arg::Command(format!("proadmin erase {code} --reason … --backups DIR"));
        Ok(if self.backups.is_empty() { report.hint(words::LOOK.with("command", look)) } else { report })
    }
}

impl Erase {
    /// The backups that still hold names.
    fn left(&self, session: &Session, held: &[String]) -> Result<Report> {
        let files = holding(session.path(), &self.backups, held)?;
        let rows = files.into_iter().map(|file| vec![Value::Text(file.display().to_string())]).collect();
        let report = Report::list("erase", words::ERASED.say(), Table::held(COLUMNS.to_vec(), rows));
        let still: Vec<String> = report.texts("backup");
        Ok(report.hints(still.iter().map(|file| words::STILL.with("file", file))))
    }
}

/// What is behind the record with a code, in its own rows and those of its parts.
#[derive(Default)]
struct Behind {
    /// The rows that hold a masked name: table, column and number.
    rows: Vec<(String, String, i64)>,
    /// The commitments to the names, those among them that were corrected since.
    held: Vec<String>,
    /// The commitments to names that are erased already.
    erased: Vec<String>,
}

impl Behind {
    fn of(db: &Db, code: &str) -> Result<Self> {
        let mut behind = Self::default();
        for (table, way) in personal_tables(db.connection())? {
            let Some(masked) = db::masked_column(db.connection(), &table)? else { continue };
            let named = "code = :code".to_owned();
            let of = way.iter().rev().fold(named, |of, (column, parent)| format!("{column} IN (SELECT o.id FROM {parent} o WHERE o.{of})"));
            let sql =
                format!("SELECT x.id FROM {table} x WHERE x.private_id IS NOT NULL AND x.{masked} IS NOT '{ERASED}' AND x.{of} ORDER BY 1");
            behind.rows.extend(db.rows(&sql, [code], |row| Ok((table.clone(), masked.clone(), row.get(0)?)))?);
            let sql = format!(
                "SELECT DISTINCT p.commitment, p.value IS NOT NULL FROM {table} x JOIN change c ON c.tbl = '{table}' AND c.pk = x.id
                   JOIN private p ON p.id = json_extract(c.row, '$.private_id') WHERE x.{of} ORDER BY p.id"
            );
            for (commitment, is_held) in db.rows(&sql, [code], |row| Ok((row.get(0)?, row.get(1)?)))? {
                if is_held { behind.held.push(commitment) } else { behind.erased.push(commitment) }
            }
        }
        Ok(behind)
    }
}

/// The files that still hold any of the names: those in the folders, and what a restoration left
/// beside the office's own file, which is none of them.
fn holding(own: &Path, folders: &[PathBuf], held: &[String]) -> Result<Vec<PathBuf>> {
    let name = own.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let left = |file: &Path| file.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&format!("{name}.")));
    let mut files = files_of(beside::folder_of(own))?;
    files.retain(|file| left(file));
    for folder in folders {
        files.extend(files_of(folder)?);
    }
    let whole = |file: &Path| fs::canonicalize(file).ok();
    let mut seen = vec![whole(own)];
    files.retain(|file| {
        let is_new = !seen.contains(&whole(file));
        seen.push(whole(file));
        is_new && holds(file, held)
    });
    files.sort();
    Ok(files)
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?.path();
        if file.is_file() {
            files.push(file);
        }
    }
    Ok(files)
}

fn holds(file: &Path, held: &[String]) -> bool {
    let Ok(copy) = db::open(file, Access::Read, Shadow::default()) else { return false };
    held.iter().any(|commitment| {
        let sql = "SELECT 1 FROM private WHERE commitment = ?1 AND value IS NOT NULL";
        matches!(copy.row(sql, [commitment], |_| Ok(())), Ok(Some(())))
    })
}
