//! How a row becomes a report: a task and a day name it. The month's returns of all
//! departments come as one file, so a row asks only what its own tables answer by an index.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use anyhow::Result;
use chrono::NaiveDate;

use super::{REPORTS, rules, store, words};
use crate::import::{self, Importer, Outcome, Row};
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::task::store as tasks;
use crate::task::store::Task;
use crate::typed;
use crate::words::Sentence;

/// So many falls are told; a file with more has a reason of its own.
const TOLD: usize = 50;

/// Imports reports.
///
/// # Errors
/// Every error of the file at once; `new`, because a day has one report of a task.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::never_new(new)?;
    run_on(session, file, None)
}

/// Imports the returns of the departments, and warns of every fall among them: `on` is the
/// day of rows that have none.
///
/// # Errors
/// Every error of the file at once.
pub fn run_on(session: &Session, file: &Path, on: Option<NaiveDate>) -> Result<Report> {
    let on = on.map(|on| session.event_day(Some(on))).transpose()?;
    let falls = Rc::default();
    let report = import::run(session, "progress import", file, &|| importer(on, Rc::clone(&falls)))?;
    let falls: Vec<_> = RefCell::take(&falls);
    Ok(falls.into_iter().fold(report, Report::hint))
}

fn importer(on: Option<NaiveDate>, falls: Rc<RefCell<Vec<Sentence>>>) -> Box<dyn Importer> {
    falls.borrow_mut().clear();
    Box::new(Reports { on, falls })
}

struct Reports {
    on: Option<NaiveDate>,
    falls: Rc<RefCell<Vec<Sentence>>>,
}

impl Importer for Reports {
    fn columns(&self) -> Vec<Column> {
        REPORTS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["task", "percent"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let task = task(change, row)?;
        let percent = row.required("percent", typed::percent);
        let note = row.read("note", typed::long_text);
        let on = self.day(change, row);
        if let (Some(task), Some(on)) = (&task, on) {
            row.once("task", &format!("{}:{on}", task.code));
        }
        let (Some(task), Some(percent), Some(on)) = (task, percent, on) else { return Ok(nothing()) };
        if let Err(refusal) = rules::may_log(&tasks::history(change, &task)?, on) {
            row.refused("on", &refusal);
        }
        if row.is_wrong() {
            return Ok(nothing());
        }
        let code = format!("{}:{on}", task.code);
        let outcome = match store::known(change, task.id, on)? {
            None => {
                store::insert(change, task.id, on, percent, note.as_deref())?;
                Outcome::New(code)
            }
            Some(logged) => match store::correct(change, &logged, percent, note.as_deref())?.join(", ") {
                same if same.is_empty() => Outcome::Same(code),
                difference => Outcome::Changed(code, difference),
            },
        };
        if !matches!(outcome, Outcome::Same(_)) {
            self.watch(change, &task, on, percent)?;
        }
        Ok(outcome)
    }
}

fn nothing() -> Outcome {
    Outcome::Same(String::new())
}

/// The task of a row. A title that is not its title is an error: the code was mistyped.
fn task(change: &Change, row: &Row) -> Result<Option<Task>> {
    let Some(code) = row.required("task", typed::title) else { return Ok(None) };
    match tasks::find(change, &code.to_uppercase()) {
        Ok(task) => {
            row.computed("title", &task.title, &format!("task edit {}", task.code));
            Ok(Some(task))
        }
        Err(error) => {
            row.refused("task", &error.downcast()?);
            Ok(None)
        }
    }
}

impl Reports {
    fn day(&self, change: &Change, row: &Row) -> Option<NaiveDate> {
        if row.given("on").is_none() {
            if self.on.is_none() {
                row.wrong("on", words::ON_NEEDED.say());
            }
            return self.on;
        }
        let on = row.read("on", typed::day)?;
        if on > change.today() {
            row.refused("on", &future(on, change.today()));
            return None;
        }
        Some(on)
    }

    fn watch(&self, change: &Change, task: &Task, on: NaiveDate, percent: i64) -> Result<()> {
        let Some(before) = store::before(change, task.id, on)?.filter(|before| rules::falls(Some(*before), percent)) else {
            return Ok(());
        };
        let mut falls = self.falls.borrow_mut();
        if falls.len() < TOLD {
            falls.push(words::FALL.with("code", &task.code).with("old", before).with("percent", percent).with("on", on));
        }
        Ok(())
    }
}
