//! `erase`: the personal names behind a record are taken out of the file for good. The masked
//! name stays, the journal's commitment stays, the chain stays whole; backups that still hold
//! the names are listed, because only their keeper can part with them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use super::words;
use crate::db::{self, Access, Db, Shadow, personal_tables};
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::{Obey, Session};
use crate::typed;

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
        let held = names_of(&db::open(session.path(), Access::Read, Shadow::default())?, &code)?;
        if held.is_empty() {
            return Err(NOTHING.with("code", &code).way_out(format!("proadmin search {code}")).into());
        }
        if !session.options.dry_run {
            let question = words::ERASE.with("code", &code).with("count", held.len());
            prompt::confirm_by_code(session, &question, &code, self.confirm.as_deref())?;
        }
        let change = session.change("erase")?;
        // What is taken out is overwritten, not only unlinked.
        change.connection().pragma_update(None, "secure_delete", true)?;
        for id in &held {
            change.execute("UPDATE private SET salt = NULL, value = NULL WHERE id = ?1", [id])?;
        }
        let rows = holding(&self.backups, &held)?.into_iter().map(|file| vec![Value::Text(file.display().to_string())]).collect();
        let report = Report::list("erase", words::ERASED.say(), Table::held(COLUMNS.to_vec(), rows));
        let still: Vec<String> = report.texts("backup");
        let said = words::DID_ERASE.with("code", &code).with("count", held.len());
        let report = change.even_so().finish(report, &[&code], said)?;
        if !session.options.dry_run {
            db::forget_the_log(session.path())?;
        }
        let report = still.iter().fold(report, |report, file| report.hint(words::STILL.with("file", file)));
        Ok(if self.backups.is_empty() { report.hint(words::LOOK.with("code", code)) } else { report })
    }
}

/// The personal values behind the record with a code, its own and those of its parts.
fn names_of(db: &Db, code: &str) -> Result<Vec<i64>> {
    let mut held = Vec::new();
    for (table, way) in personal_tables(db.connection())? {
        let named = "code = :code".to_owned();
        let of = way.iter().rev().fold(named, |of, (column, parent)| format!("{column} IN (SELECT o.id FROM {parent} o WHERE o.{of})"));
        let sql = format!(
            "SELECT x.private_id FROM {table} x JOIN private p ON p.id = x.private_id WHERE p.value IS NOT NULL AND x.{of} ORDER BY 1"
        );
        held.extend(db.rows(&sql, [code], |row| row.get::<_, i64>(0))?);
    }
    held.sort_unstable();
    held.dedup();
    Ok(held)
}

/// The files in the folders that still hold any of the values.
fn holding(folders: &[PathBuf], held: &[i64]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in folders {
        for file in fs::read_dir(folder)? {
            let file = file?.path();
            if file.is_file() && holds(&file, held) {
                found.push(file);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn holds(file: &Path, held: &[i64]) -> bool {
    let Ok(copy) = db::open(file, Access::Read, Shadow::default()) else { return false };
    held.iter().any(|id| {
        let sql = "SELECT 1 FROM private WHERE id = ?1 AND value IS NOT NULL";
        matches!(copy.row(sql, [id], |_| Ok(())), Ok(Some(())))
    })
}
