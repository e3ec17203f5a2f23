//! `training void`: a session, or one attendance of it, that was recorded by mistake.

use anyhow::Result;
use clap::Args;

use crate::office::store as office;
use crate::record;
use crate::report::Report;
use crate::session::Session;
use crate::training::{TRAININGS, rules, store, words};
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code
    code: String,
    /// Only this person's attendance
    #[arg(long, value_name = "STAFF", conflicts_with = "dept")]
    staff: Option<String>,
    /// Only this department's count
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids a session or an attendance.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("training void")?;
    let training = store::find(&change, &args.code)?;
    rules::not_void(&training.code, training.is_void)?;
    let (table, id, who) = if let Some(typed) = &args.staff {
        let person = office::person_typed(&change, typed)?;
        ("training_attendance", store::attendance_of_person(&change, training.id, person.id)?, Some(person.name))
    } else if let Some(typed) = &args.dept {
        let department = office::department_typed(&change, typed)?;
        let found = store::attendance_of_department(&change, training.id, department.id)?;
        ("training_attendance", found.map(|(id, _)| id), Some(department.name))
    } else {
        ("training", Some(training.id), None)
    };
    let id = id.ok_or_else(|| rules::not_attended(&training.code, who.as_deref().unwrap_or_default()))?;
    record::void(&change, table, id, &args.reason)?;
    let said = match who {
        Some(who) => words::ATTENDANCE_VOIDED.with("who", who),
        None => words::VOIDED.say(),
    };
    let said = said.with("code", &training.code).with("title", &training.title);
    change.record(&TRAININGS, &[&training.code], said)
}
