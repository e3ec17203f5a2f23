//! How a row becomes a milestone: a task and a number name one; without a number, a task and
//! a title do. The day it was reached is taken, so that a past year is entered whole. A later
//! planned day is a slip, and a slip needs its reason.

use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;

use super::rules::{self, Milestone};
use super::store::New;
use super::{MILESTONES, store, words};
use crate::calendar::rules::within_calendar;
use crate::import::agree::Now;
use crate::import::{self, Importer, Outcome, Row};
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::task::rules::not_void;
use crate::task::store as tasks;
use crate::task::store::Task;
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text("예정일을 연기한 이력과 사유는 파일에 없습니다", "slips and their reasons are not in the file");

const NUMBER: typed::Expected = typed::Expected(text("1부터 9999까지의 순번이 필요합니다", "a number from 1 to 9999 is needed"));
const DUE_NEEDED: Text = text("새 추진일정에는 예정일이 있어야 합니다", "a new milestone needs its planned day");

/// Imports milestones; `--reason` is why planned days that lie later were put off.
///
/// # Errors
/// Every error of the file at once; `new`, because a task's milestones are numbered.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::never_new(new)?;
    let reason = session.options.reason.clone();
    import::run(session, "milestone import", file, &move || Box::new(Milestones { reason: reason.clone() }))
}

struct Milestones {
    reason: Option<String>,
}

/// What a row says.
struct Told {
    seq: Option<i64>,
    title: String,
    due: Option<NaiveDate>,
    set_on: Option<NaiveDate>,
    done_on: Option<NaiveDate>,
    note: Option<String>,
}

impl Importer for Milestones {
    fn columns(&self) -> Vec<Column> {
        MILESTONES.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["task", "title", "due"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let (Some(code), Some(told)) = (row.required("task", typed::title), told(change, row)) else { return Ok(nothing()) };
        let Some(task) = row.found("task", tasks::find(change, &code.to_uppercase()))? else { return Ok(nothing()) };
        let known = match told.seq {
            Some(seq) => store::known(change, &task, seq)?,
            None => store::like(change, &task, &told.title)?,
        };
        match known {
            None => insert(change, row, &task, told),
            Some(milestone) if row.once(if told.seq.is_some() { "seq" } else { "title" }, &milestone.code()) => {
                self.amend(change, row, &task, &milestone, told)
            }
            Some(_) => Ok(nothing()),
        }
    }
}

fn nothing() -> Outcome {
    Outcome::Same(String::new())
}

fn told(change: &Change, row: &Row) -> Option<Told> {
    let seq = row.read("seq", |typed| typed.parse().ok().filter(|seq| (1..=9999).contains(seq)).ok_or(NUMBER));
    let title = row.required("title", typed::title);
    let due = row.read("due", typed::day).and_then(|due| row.noted("due", within_calendar(due)));
    let event = |key: &str| {
        let day = row.read(key, typed::day)?;
        row.noted(key, if day > change.today() { Err(future(day, change.today())) } else { Ok(day) })
    };
    let (set_on, done_on) = (event("set_on"), event("done_on"));
    let note = row.read("note", typed::long_text);
    if row.is_wrong() { None } else { Some(Told { seq, title: title?, due, set_on, done_on, note }) }
}

fn insert(change: &Change, row: &Row, task: &Task, told: Told) -> Result<Outcome> {
    let Some(due) = told.due else {
        row.wrong("due", DUE_NEEDED.say());
        return Ok(nothing());
    };
    let history = tasks::history(change, task)?;
    let set_on = told.set_on.unwrap_or(task.proposed_on);
    if row.noted("set_on", rules::task_open(&history, set_on)).is_none() {
        return Ok(nothing());
    }
    let milestone = store::insert(change, task, &New { seq: told.seq, title: told.title, due, set_on })?;
    if let Some(on) = told.done_on {
        reached(change, row, task, &milestone, on, told.note.as_deref())?;
    }
    agree(change, row, &milestone)?;
    Ok(Outcome::New(milestone.code()))
}

fn reached(change: &Change, row: &Row, task: &Task, milestone: &Milestone, on: NaiveDate, note: Option<&str>) -> Result<()> {
    if row.noted("done_on", milestone.reached(&tasks::history(change, task)?, on)).is_some() {
        store::done(change, milestone.id, on, note)?;
    }
    Ok(())
}

/// What is computed must agree with the file where the file says it.
fn agree(change: &Change, row: &Row, milestone: &Milestone) -> Result<()> {
    if !["state", "slips"].iter().any(|key| row.given(key).is_some()) {
        return Ok(());
    }
    let named = format!("{} {}", milestone.task, milestone.seq);
    let now = Now::of(&MILESTONES.record(change, &[&milestone.code()])?.main, &named);
    now.agrees(row, &[("slips", "milestone slip"), ("state", "milestone done")]);
    Ok(())
}

impl Milestones {
    fn amend(&self, change: &Change, row: &Row, task: &Task, milestone: &Milestone, told: Told) -> Result<Outcome> {
        not_void(&task.code, task.is_void)?;
        if row.noted("seq", milestone.not_void()).is_none() {
            return Ok(nothing());
        }
        let void = format!("milestone void {} {}", milestone.task, milestone.seq);
        let edit = format!("milestone edit {} {} --done-on DATE --reason …", milestone.task, milestone.seq);
        if told.set_on.is_some_and(|day| day != milestone.set_on) {
            row.computed("set_on", &milestone.set_on.to_string(), &void);
        }
        let mut difference = Vec::new();
        if told.title != milestone.title {
            change.update("milestone", milestone.id, &[("title", told.title.into())])?;
            difference.push("title");
        }
        if let Some(due) = told.due.filter(|due| *due != milestone.due) {
            self.move_to(change, row, task, milestone, due)?;
            difference.push("due");
        }
        match (told.done_on, milestone.done_on) {
            (Some(on), None) => {
                reached(change, row, task, milestone, on, told.note.as_deref())?;
                difference.push("done_on");
            }
            (Some(on), Some(done)) if on != done => row.computed("done_on", &done.to_string(), &edit),
            _ => {}
        }
        agree(change, row, milestone)?;
        let code = milestone.code();
        Ok(if difference.is_empty() { Outcome::Same(code) } else { Outcome::Changed(code, difference.join(", ")) })
    }

    fn move_to(&self, change: &Change, row: &Row, task: &Task, milestone: &Milestone, due: NaiveDate) -> Result<()> {
        let Some(reason) = &self.reason else {
            let needed = words::SLIP_NEEDED.with("now", milestone.due).with("task", &milestone.task);
            row.wrong("due", needed.with("seq", milestone.seq).with("due", due.to_string()));
            return Ok(());
        };
        let on = change.today();
        if row.noted("due", milestone.put_off(&tasks::history(change, task)?, store::last_slip(change, milestone.id)?, on, due)).is_some() {
            store::slip(change, milestone, on, due, reason)?;
        }
        Ok(())
    }
}
