//! `handover`: everything open, promised, due and undocumented of one person, and all of it
//! given to another in one entry. The view `responsibility` says what that is and where the
//! person's name stands, so that a noun that names a member of staff adds a line there and
//! nothing here; only who leads a key task is not written over but told by the day.

pub mod rules;
pub mod store;
pub mod words;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::office::Person;
use crate::office::store as office;
use crate::prompt;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::{task, typed};

const COLUMNS: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(words::KINDS)).minor(2),
    column("code", "번호", "code", Holds::Code),
    column("role", "맡은 일", "role", Holds::Term(words::ROLES)).minor(3),
    column("what", "남은 일", "what is left", Holds::Term(words::WHATS)),
    column("title", "제목", "title", Holds::Text),
    column("due", "기한", "due", Holds::Date).minor(1),
    column("department", "부서", "department", Holds::Text).minor(4),
    column("movable", "넘길 수 있음", "movable", Holds::Flag).for_programs(),
];

/// Shows or hands over what a person answers for.
#[derive(Args, Debug)]
pub struct Handover {
    /// Person, code or name
    #[arg(value_name = "STAFF")]
    staff: String,
    /// Person who takes it over, code or name
    #[arg(long, value_name = "STAFF")]
    to: Option<String>,
    /// Day from which it is theirs, where that is not today
    #[arg(long, value_name = "DATE", value_parser = typed::day, requires = "to")]
    on: Option<NaiveDate>,
}

impl Obey for Handover {
    fn obey(self, session: &Session) -> Result<Report> {
        match &self.to {
            None => show(session, &self.staff),
            Some(to) => hand_over(session, &self.staff, to, session.event_day(self.on)?),
        }
    }
}

fn show(session: &Session, typed: &str) -> Result<Report> {
    let db = session.db()?;
    let from = office::person_typed(db, typed)?;
    let rows = store::rows(db, from.id)?;
    let overdue = store::overdue(db, from.id)?;
    let count = rows.len();
    let mut report = listed(&from, rows);
    report.attention = overdue > 0;
    Ok(report
        .note(words::COUNT.with("count", count).with("overdue", overdue))
        .hint(next(format!("proadmin handover {} --to STAFF", from.code))))
}

fn listed(from: &Person, rows: Vec<Vec<rusqlite::types::Value>>) -> Report {
    let title = words::TITLE.with("name", &from.name).with("code", &from.code).with("department", &from.department);
    Report::list("handover", title, Table::held(COLUMNS.to_vec(), rows))
}

fn hand_over(session: &Session, from: &str, to: &str, on: NaiveDate) -> Result<Report> {
    let attempt = || {
        let change = session.change("handover")?;
        let (from, to) = (office::person_typed(&change, from)?, office::person_typed(&change, to)?);
        rules::may_take(&from, &to, on, session.today)?;
        let places = store::places(&change, from.id)?;
        let shown = if session.asks() && places.len() > 1 {
            let each = store::named(&change, from.id)?.into_iter().map(|(code, title)| words::ONE.with("code", code).with("title", title));
            Some((each.collect::<Vec<_>>(), words::ASK.with("count", places.len()).with("to", &to.name)))
        } else {
            None
        };
        Ok((change, shown, (from, to, places)))
    };
    let (change, (from, to, places)) = prompt::once_agreed(attempt, |(each, ask)| prompt::confirm(session, each, ask))?;
    let rows = store::rows(&change, from.id)?;
    for place in &places {
        match place.table.as_str() {
            "task_lead" => {
                let (code, since) = task::store::led_since(&change, place.row)?;
                rules::had_it(&code, since, on)?;
                task::store::hand_over(&change, place.row, to.id, on)?;
            }
            table => change.update(table, place.row, &[(place.column.as_str(), to.id.into())])?,
        }
    }
    let left = store::rows(&change, from.id)?.len();
    let twice = store::twice(&change, to.id)?;
    let said = words::MOVED.with("count", places.len()).with("from", &from.name).with("to", &to.name).with("code", &to.code);
    let report = listed(&from, rows);
    let mut report = change.finish(report, &[&from.code, &to.code], said)?;
    if !twice.is_empty() {
        report = report.hint(words::TWICE.with("name", &to.name).with("codes", twice.join(", ")));
    }
    if left > 0 {
        report = report.hint(words::LEFT.with("count", left));
    }
    Ok(report.hint(next(format!("proadmin handover {}", to.code))))
}
