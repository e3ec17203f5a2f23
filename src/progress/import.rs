//! How a row becomes a report: a task and a day name it. The month's returns of all
//! departments come as one file, so a row asks only what its own tables answer by an index.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use anyhow::Result;
use chrono::NaiveDate;

use super::store::Logged;
use super::{REPORTS, rules, store, words};
use crate::import::{self, Importer, Outcome, Row};
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::task::frozen;
use crate::task::rules::{History, not_void};
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
    let seen = Rc::default();
    let report = import::run(session, "progress import", file, &|| importer(on, Rc::clone(&seen)))?;
    let Seen { falls, late } = RefCell::take(&seen);
    Ok(report.hints(falls).hints(frozen::told(late)))
}

fn importer(on: Option<NaiveDate>, seen: Rc<RefCell<Seen>>) -> Box<dyn Importer> {
    seen.take();
    Box::new(Reports { on, seen, last: None, frozen: None })
}

/// What is told of a file besides its rows.
#[derive(Default)]
struct Seen {
    /// Falls.
    falls: Vec<Sentence>,
    /// Frozen months whose numbers a report would have been in.
    late: BTreeSet<String>,
}

struct Reports {
    on: Option<NaiveDate>,
    /// The frozen months, read once.
    frozen: Option<Vec<String>>,
    /// The task of the row before, which is often that of the next; an import of reports changes
    /// no task.
    last: Option<Reported>,
    seen: Rc<RefCell<Seen>>,
}

/// A task with what happened to it and what was reported of it so far.
struct Reported {
    task: Task,
    history: History,
    reports: BTreeMap<NaiveDate, Logged>,
}

impl Importer for Reports {
    fn columns(&self) -> Vec<Column> {
        REPORTS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["task", "percent"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let of = self.task(change, row)?;
        // The form that goes to the departments has a row for each task.
        if of.is_some() && row.given("percent").is_none() && row.given("note").is_none() {
            self.last = of;
            return Ok(Outcome::Blank);
        }
        let percent = row.required("percent", typed::percent);
        let note = row.read("note", typed::long_text);
        let (Some(mut of), Some(on)) = (of, self.day(change, row)) else { return Ok(nothing()) };
        let day = on.to_string();
        let code = format!("{}:{day}", of.task.code);
        row.once("task", &code);
        if let Err(refusal) = rules::may_log(&of.history, on) {
            row.refused("on", &refusal);
        }
        let (Some(percent), false) = (percent, row.is_wrong()) else { return Ok(nothing()) };
        let before = of.reports.range(..on).next_back().map(|(_, logged)| logged.percent);
        let outcome = match of.reports.get_mut(&on) {
            None => {
                let id = store::insert(change, of.task.id, &day, percent, note.as_deref())?;
                of.reports.insert(on, Logged { id, percent, note });
                Outcome::New(code)
            }
            Some(logged) => match store::correct(change, logged, percent, note.as_deref())?.join(", ") {
                same if same.is_empty() => Outcome::Same(code),
                difference => {
                    *logged = Logged { percent, note: note.or_else(|| logged.note.take()), ..*logged };
                    Outcome::Changed(code, difference)
                }
            },
        };
        if !matches!(outcome, Outcome::Same(_)) {
            self.watch(&of.task, on, percent, before);
            let later = of.reports.range(on..).nth(1).map(|(day, _)| *day);
            self.too_late(change, &of.task, on, later)?;
        }
        self.last = Some(of);
        Ok(outcome)
    }
}

fn nothing() -> Outcome {
    Outcome::Same(String::new())
}

impl Reports {
    /// The task of a row, with what happened to it. A title that is not its title is an error:
    /// the code was mistyped.
    fn task(&mut self, change: &Change, row: &Row) -> Result<Option<Reported>> {
        let last = self.last.take().filter(|last| row.given("task") == Some(&last.task.code));
        let found = if let Some(last) = last {
            last
        } else {
            let Some(code) = row.required("task", typed::title) else { return Ok(None) };
            let Some(task) = row.found("task", tasks::find(change, &code.to_uppercase()))? else { return Ok(None) };
            Reported { history: tasks::history(change, &task)?, reports: store::of_task(change, task.id)?, task }
        };
        if let Err(refusal) = not_void(&found.history.code, found.history.is_void) {
            row.refused("task", &refusal);
            return Ok(None);
        }
        if row.given("title").is_some_and(|title| title != found.task.title) {
            row.wrong("title", words::NOT_ITS_TITLE.with("code", &found.task.code).with("title", &found.task.title));
        }
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
        let falls = &mut self.seen.borrow_mut().falls;
        if falls.len() < TOLD {
            falls.push(words::FALL.with("code", &task.code).with("old", before).with("percent", percent).with("on", on));
        }
    }

    /// Notes the frozen months that lack a report of a day, up to the next of its task.
    fn too_late(&mut self, change: &Change, task: &Task, on: NaiveDate, later: Option<NaiveDate>) -> Result<()> {
        if self.frozen.is_none() {
            self.frozen = Some(frozen::months(change)?);
        }
        let lacks = |month: &&String| frozen::lacks(month, task, on, later);
        self.seen.borrow_mut().late.extend(self.frozen.iter().flatten().filter(lacks).cloned());
        Ok(())
    }
}
