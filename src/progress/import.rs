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
use crate::task::rules::History;
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
    Box::new(Reports { on, falls, last: None })
}

struct Reports {
    on: Option<NaiveDate>,
    /// The task of the row before, which is often that of the next; an import of reports changes
    /// no task.
    last: Option<(Task, History)>,
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
        let task = self.task(change, row)?;
        let percent = row.required("percent", typed::percent);
        let note = row.read("note", typed::long_text);
        let on = self.day(change, row);
        if let (Some((task, _)), Some(on)) = (&task, on) {
            row.once("task", &format!("{}:{on}", task.code));
        }
        let (Some((task, history)), Some(percent), Some(on)) = (task, percent, on) else { return Ok(nothing()) };
        if let Err(refusal) = rules::may_log(&history, on) {
            row.refused("on", &refusal);
        }
        if row.is_wrong() {
            return Ok(nothing());
        }
        let code = format!("{}:{on}", task.code);
        let (known, before) = store::until(change, task.id, on)?;
        let outcome = match known {
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
            self.watch(&task, on, percent, before);
        }
        self.last = Some((task, history));
        Ok(outcome)
    }
}

fn nothing() -> Outcome {
    Outcome::Same(String::new())
}

impl Reports {
    /// The task of a row, with what happened to it. A title that is not its title is an error:
    /// the code was mistyped.
    fn task(&mut self, change: &Change, row: &Row) -> Result<Option<(Task, History)>> {
        let Some(code) = row.required("task", typed::title).map(|code| code.to_uppercase()) else { return Ok(None) };
        let found = match self.last.take().filter(|(task, _)| task.code == code) {
            Some(last) => last,
            None => match tasks::find(change, &code) {
                Ok(task) => {
                    let history = tasks::history(change, &task)?;
                    (task, history)
                }
                Err(error) => {
                    row.refused("task", &error.downcast()?);
                    return Ok(None);
                }
            },
        };
        row.computed("title", &found.0.title, &format!("task edit {}", found.0.code));
        Ok(Some(found))
    }

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

    fn watch(&self, task: &Task, on: NaiveDate, percent: i64, before: Option<i64>) {
        let Some(before) = before.filter(|before| rules::falls(Some(*before), percent)) else { return };
        let mut falls = self.falls.borrow_mut();
        if falls.len() < TOLD {
            falls.push(words::FALL.with("code", &task.code).with("old", before).with("percent", percent).with("on", on));
        }
    }
}
