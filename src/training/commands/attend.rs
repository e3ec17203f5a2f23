//! `training attend`: who attended a session, by name or as a department's headcount.

use anyhow::Result;
use clap::Args;

use crate::office::store as office;
use crate::report::{Report, next};
use crate::session::Session;
use crate::training::{TRAININGS, attendance, rules, store, words};
use crate::words::{Sentence, Text};

/// Arguments.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("attending").required(true).multiple(true).args(["staff", "dept"]))]
pub struct Attend {
    /// Code
    code: String,
    /// Who attended, code or name; more after commas, or the flag again
    #[arg(long, value_name = "STAFF", value_delimiter = ',')]
    staff: Vec<String>,
    /// Department whose people are counted, code or name
    #[arg(long, value_name = "DEPT", requires = "count")]
    dept: Option<String>,
    /// How many of the department attended, besides those named
    #[arg(long, value_name = "N", value_parser = rules::count, requires = "dept")]
    count: Option<i64>,
}

/// Records who attended.
pub fn attend(session: &Session, args: &Attend) -> Result<Report> {
    let change = session.change("training attend")?;
    let training = store::find(&change, &args.code)?;
    let (mut done, mut already) = (Vec::new(), None);
    if !args.staff.is_empty() {
        let people = args.staff.iter().map(|typed| office::person_typed(&change, typed)).collect::<Result<Vec<_>>>()?;
        let (mut new, mut known) = (Vec::new(), Vec::new());
        for person in &people {
            let is_new = attendance::by_name(&change, &training, person)?;
            if is_new { &mut new } else { &mut known }.push(person.name.as_str());
        }
        let said = |said: Text, who: Vec<&str>| {
            let said = said.with("code", &training.code).with("title", &training.title);
            (!who.is_empty()).then(|| said.with("who", who.join(", ")))
        };
        done.extend(said(words::ATTENDED, new));
        already = said(words::ATTENDED_ALREADY, known);
    }
    let (mut warning, mut unnamed) = (None, None);
    if let (Some(dept), Some(count)) = (&args.dept, args.count) {
        let department = office::department_on(&change, dept, training.held_on.unwrap_or(session.today))?;
        let counted = attendance::by_count(&change, &training, &department, count)?;
        warning = counted.warning;
        unnamed = Some(words::UNNAMED.with("code", &training.code));
        let said = match counted.before.filter(|before| *before != count) {
            Some(before) => words::RECOUNTED.with("before", before),
            None => words::COUNTED.say(),
        };
        done.push(
            said.with("code", &training.code).with("title", &training.title).with("department", department.name).with("count", count),
        );
    }
    let year = training.code.split('-').nth(1).unwrap_or_default().to_owned();
    let report = change.record(&TRAININGS, &[&training.code], Sentence::lines(done))?;
    let report = report.hints(already).hints(warning).hints(unnamed);
    Ok(report.hint(next(format!("proadmin training coverage --year {year}"))))
}
