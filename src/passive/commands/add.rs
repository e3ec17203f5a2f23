//! `passive add`: the report as it came in.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::{passed, within_calendar};
use crate::clock;
use crate::office::store as office;
use crate::passive::store::{self, Passive};
use crate::passive::{CHANNELS, PETITIONS, REPORTS, rules, words};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Subject
    #[arg(value_parser = typed::title)]
    title: String,
    /// Day of receipt [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    received_on: Option<NaiveDate>,
    #[command(flatten)]
    given: Given,
}

/// What a report says, as it is registered and as it is corrected.
#[derive(Args, Debug)]
pub struct Given {
    /// Department reported about, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// By which way it came [default: epeople]
    #[arg(long, value_parser = typed::OneOf(CHANNELS))]
    channel: Option<String>,
    /// Its number there
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    receipt_no: Option<String>,
    /// Name of the reporter; it is masked
    #[arg(long, value_name = "NAME", conflicts_with = "anonymous")]
    reporter: Option<String>,
    /// An anonymous report: no reply is owed
    #[arg(long)]
    anonymous: bool,
    /// Kind of petition: 7 days for a grievance or a question, 14 for a legal question or a suggestion [default: grievance]
    #[arg(long, value_parser = typed::OneOf(PETITIONS))]
    petition: Option<String>,
    /// Counting rule, where it is not the petition's own
    #[arg(long, value_name = "RULE")]
    rule: Option<String>,
    /// Who handles it, code or name
    #[arg(long, value_name = "STAFF")]
    handler: Option<String>,
    /// What is reported
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    content: Option<String>,
}

impl Given {
    /// The columns that were given, with their values.
    ///
    /// # Errors
    /// A department, a person or a rule that is not known.
    pub fn columns(&self, change: &Change, known: Option<&Passive>, received_on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
        let mut columns: Vec<(&'static str, Value)> = Vec::new();
        if let Some(dept) = &self.dept {
            columns.push(("department_id", office::department_on(change, dept, received_on)?.id.into()));
        }
        if let Some(handler) = &self.handler {
            let is_under_way = known.is_some_and(|known| known.days_left.is_some());
            let on = clock::rules::given_on(is_under_way, received_on, change.today());
            columns.push(("handler_id", office::person_on(change, handler, on)?.id.into()));
        }
        match (&self.rule, &self.petition) {
            (Some(rule), _) => columns.push(("clock_rule_id", clock::rule_id(change, rule, received_on)?.into())),
            (None, Some(petition)) => columns.push(("clock_rule_id", clock::usual(change, petition, received_on)?.into())),
            (None, None) => {}
        }
        if let Some(name) = self.reporter.as_deref() {
            columns.extend(store::reporter(change, known, &rules::reporter(name)?)?);
        } else if self.anonymous {
            columns.extend(store::nobody());
        }
        let texts =
            [("channel", &self.channel), ("receipt_no", &self.receipt_no), ("petition", &self.petition), ("content", &self.content)];
        columns.extend(texts.into_iter().filter_map(|(column, text)| Some((column, text.clone()?.into()))));
        Ok(columns)
    }

    /// The flags given on which a reply rests.
    pub fn resting(&self) -> Vec<&'static str> {
        let given = [
            ("--petition", self.petition.is_some()),
            ("--rule", self.rule.is_some()),
            ("--reporter", self.reporter.is_some()),
            ("--anonymous", self.anonymous),
        ];
        given.into_iter().filter_map(|(flag, given)| given.then_some(flag)).collect()
    }

    /// Whether another counting rule is given.
    pub const fn moves_the_clock(&self) -> bool {
        self.rule.is_some() || self.petition.is_some()
    }
}

/// Registers a report.
pub fn add(session: &Session, args: Add) -> Result<Report> {
    let received_on = within_calendar(session.event_day(args.received_on)?)?;
    let change = session.change("passive add")?;
    let mut columns = args.given.columns(&change, None, received_on)?;
    let usual: [(&'static str, Value); 3] =
        [("channel", "epeople".to_owned().into()), ("petition", "grievance".to_owned().into()), ("anonymous", 0.into())];
    for (column, value) in usual {
        if !columns.iter().any(|(given, _)| *given == column) {
            columns.push((column, value));
        }
    }
    if !args.given.moves_the_clock() {
        columns.push(("clock_rule_id", clock::usual(&change, "grievance", received_on)?.into()));
    }
    columns.push(("title", args.title.clone().into()));
    let (_, code) = store::insert(&change, None, received_on, &columns)?;
    let report = store::find(&change, &code)?;
    let done = words::ADDED.with("code", &code).with("title", args.title).with("due", within_calendar(report.due)?);
    let twin = REPORTS.twin(&change, "passive_report", &code, &["year", "title", "received_on", "receipt_no"])?;
    let late = passed(received_on.year(), Some(report.due), session.today);
    let shown = change.record(&REPORTS, &[&code], done)?.hints(twin).hints(late);
    Ok(shown.hint(next(format!("proadmin passive classify {code} --type form/neglect/desk/authority"))))
}
