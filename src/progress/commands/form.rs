//! `progress form`: the empty return of a month, a row a task that owes a report.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::export::{self, Sheet};
use crate::office::store as office;
use crate::progress::store::Owed;
use crate::progress::{REPORTS, rules, store, words};
use crate::report::{Column, Report, Table, next};
use crate::session::Session;
use crate::typed::{self, Month};
use crate::words::Lang;

/// Arguments.
#[derive(Args, Debug)]
pub struct Form {
    /// Month
    #[arg(value_name = "YYYY-MM", value_parser = typed::month)]
    month: Month,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Write a file a department into this folder, which is made where it is not there
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

/// Makes the return: a row a task, its day set, per cent and note to be filled in.
pub fn form(session: &Session, args: &Form) -> Result<Report> {
    let db = session.db()?;
    let today = session.reading_day();
    let this_month = || format!("proadmin progress form {}", Month::of(today));
    let on = rules::judged_on(args.month, today).map_err(|refusal| refusal.way_out(this_month()))?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let mut owed = store::owed(db, args.month)?;
    owed.retain(|task| department.as_ref().is_none_or(|department| department.id == task.department.0));
    let title = words::FORM.with("month", args.month.to_string());
    if let Some(folder) = &args.to {
        let of_departments = owed.chunk_by(|one, other| one.department.0 == other.department.0);
        let labels = session.options.labels || session.lang == Lang::Ko;
        let sheets: Vec<Sheet> = of_departments.map(|tasks| sheet(args.month, tasks, on, labels)).collect();
        let filled: Vec<PathBuf> =
            sheets.iter().map(|sheet| folder.join(format!("{}.csv", sheet.name))).filter(|file| is_filled(file)).collect();
        // A person is asked before any file is replaced.
        if !session.options.yes && !session.options.interactive {
            rules::not_filled(&filled)?;
        }
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let report = export::into_folder(session, title, folder, sheets)?;
        return Ok(report.hint(next("proadmin import progress FILE")));
    }
    let mut report = Report::list("progress form", title, table(&owed, on));
    report.is_data = true;
    report.is_form = true;
    Ok(report)
}

/// Whether someone has filled in a return: there is something beside the task, its title and its
/// day. What cannot be read is someone's work too.
fn is_filled(file: &Path) -> bool {
    let Ok(bytes) = fs::read(file) else { return file.exists() };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    rows.records().any(|row| row.is_ok_and(|row| row.iter().skip(3).any(|cell| !cell.trim().is_empty())))
}

/// A department's return, in a file that bears its code and its name.
fn sheet(month: Month, tasks: &[Owed], on: NaiveDate, labels: bool) -> Sheet {
    let (_, code, name) = tasks.first().map(|task| task.department.clone()).unwrap_or_default();
    let safe: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    Sheet { name: format!("{month}-{code}-{safe}"), of: code, table: table(tasks, on), labels }
}

fn table(tasks: &[Owed], on: NaiveDate) -> Table {
    let keys = ["task", "title", "on", "percent", "note"];
    let columns = keys.iter().filter_map(|key| REPORTS.columns.iter().find(|column| column.key == *key));
    let columns: Vec<Column> = columns.cloned().collect();
    let row = |task: &Owed| vec![task.code.clone().into(), task.title.clone().into(), on.to_string().into(), Value::Null, Value::Null];
    Table::held(columns, tasks.iter().map(row).collect())
}
