//! How attendance is recorded, from the command line and from a file.

use anyhow::Result;
use chrono::NaiveDate;

use super::rules::{self, Member};
use super::store::{self, Training};
use super::words;
use crate::office::{Department, Person};
use crate::session::Change;
use crate::words::Sentence;

/// Records that a person attended; whether that was new.
pub fn by_name(change: &Change, training: &Training, person: &Person) -> Result<bool> {
    let on = open(training)?;
    let member = Member { code: &person.code, name: &person.name, since: person.since_on, left: person.left_on };
    rules::on_the_staff(member, on)?;
    store::attend(change, training, person.id, on)
}

/// What a headcount did.
pub struct Counted {
    /// What was recorded before.
    pub before: Option<i64>,
    /// That it is more than there were.
    pub warning: Option<Sentence>,
}

/// Records how many of a department attended.
pub fn by_count(change: &Change, training: &Training, department: &Department, count: i64) -> Result<Counted> {
    let on = open(training)?;
    let members = store::members(change, department.id, on)?;
    rules::has_members(&department.name, members, on)?;
    let before = store::count(change, training, department.id, count, on)?;
    let sum = count + store::named(change, &training.code, department.id)?;
    let too_many = || words::TOO_MANY.with("department", &department.name).with("sum", sum).with("members", members);
    Ok(Counted { before, warning: (sum > members).then(too_many) })
}

/// The day of a session whose attendance can be recorded.
fn open(training: &Training) -> Result<NaiveDate> {
    rules::not_void(&training.code, training.is_void)?;
    rules::ours(&training.code, training.org.as_deref())?;
    Ok(rules::held(&training.code, training.held_on, training.planned.as_deref())?)
}
