//! `consult file`: the application.

use std::path::PathBuf;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::{passed, within_calendar};
use crate::clear::Clear;
use crate::clock;
use crate::consult::store::Consultation;
use crate::consult::{APPLICANTS, CONSULTATIONS, MATTERS, rules, store, words};
use crate::office::store as office;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::task;
use crate::typed;
use crate::words::system;

static NO_DOCUMENT: Rule =
    rule(Kind::NotFound, "E0427", "첨부 {file:을/를} 읽을 수 없습니다: {why}", "the attachment '{file}' cannot be read: {why}");
static TOO_BIG: Rule = rule(
    Kind::Rule,
    "E0428",
    "첨부 {file:은/는} 너무 큽니다({size}바이트, 한도 {max})",
    "the attachment '{file}' is too big ({size} bytes, at most {max})",
);
/// The biggest document that is attached, in bytes.
const DOCUMENT_MAX: u64 = 50 * 1024 * 1024;

/// Arguments.
#[derive(Args, Debug)]
pub struct File {
    /// Subject
    #[arg(value_parser = typed::title)]
    title: String,
    /// Applying department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: String,
    /// Day of receipt [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    received_on: Option<NaiveDate>,
    #[command(flatten)]
    application: Application,
}

/// The application, as it is filed and as it is corrected.
#[derive(Args, Debug, Default)]
pub struct Application {
    /// Key task it serves
    #[arg(long, value_name = "CODE")]
    task: Option<String>,
    /// Who handles it, code or name
    #[arg(long, value_name = "STAFF")]
    handler: Option<String>,
    /// Counting rule: civil-30 (the usual), working-30, petition-7 or petition-14
    #[arg(long, value_name = "RULE")]
    rule: Option<String>,
    /// Who applies
    #[arg(long, value_parser = typed::OneOf(APPLICANTS))]
    applicant_type: Option<String>,
    /// Name of the applicant; a petitioner's is masked
    #[arg(long, value_name = "NAME")]
    applicant: Option<String>,
    /// Kind of matter
    #[arg(long, value_parser = typed::OneOf(MATTERS))]
    matter: Option<String>,
    /// Background and outline
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    background: Option<String>,
    /// Laws and articles concerned
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    law: Option<String>,
    /// Key issue; may be repeated
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    issue: Vec<String>,
    /// The applicant's own opinion
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    own_opinion: Option<String>,
    /// The applicant's self-check
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    self_check: Option<String>,
    /// Document to attach; may be repeated
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
}

impl Application {
    /// What a superseding letter corrects of it.
    pub fn corrected(applicant_type: Option<&String>, applicant: Option<&String>, law: Option<&String>, issue: &[String]) -> Self {
        let (applicant_type, applicant, law) = (applicant_type.cloned(), applicant.cloned(), law.cloned());
        Self { applicant_type, applicant, law, issue: issue.to_vec(), ..Self::default() }
    }

    /// The columns that were given, with their values.
    ///
    /// # Errors
    /// A task, a person or a rule that is not known.
    pub fn columns(&self, change: &Change, known: Option<&Consultation>, received_on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
        let mut columns: Vec<(&'static str, Value)> = Vec::new();
        if let Some(code) = &self.task {
            columns.push(("task_id", task::store::standing(change, &code.to_uppercase())?.id.into()));
        }
        if let Some(handler) = &self.handler {
            let is_under_way = known.is_some_and(|known| known.days_left.is_some());
            let on = clock::rules::given_on(is_under_way, received_on, change.today());
            columns.push(("handler_id", office::person_on(change, handler, on)?.id.into()));
        }
        if let Some(code) = &self.rule {
            columns.push(("clock_rule_id", clock::rule_id(change, code, received_on)?.into()));
        }
        let name = self.applicant.as_deref().map(rules::applicant_name).transpose()?;
        columns.extend(store::applicant(change, known, self.applicant_type.as_deref(), name.as_deref())?);
        let issue = Some(self.issue.join("\n")).filter(|issue| !issue.is_empty());
        let texts = [
            ("applicant_type", &self.applicant_type),
            ("matter", &self.matter),
            ("background", &self.background),
            ("law", &self.law),
            ("issue", &issue),
            ("own_opinion", &self.own_opinion),
            ("self_check", &self.self_check),
        ];
        columns.extend(texts.into_iter().filter_map(|(column, text)| Some((column, text.clone()?.into()))));
        Ok(columns)
    }

    /// The flags given that change what stands on the opinion letter.
    pub fn on_the_letter(&self) -> Vec<&'static str> {
        let given = [
            ("--rule", self.rule.is_some()),
            ("--law", self.law.is_some()),
            ("--issue", !self.issue.is_empty()),
            ("--applicant-type", self.applicant_type.is_some()),
            ("--applicant", self.applicant.is_some()),
        ];
        given.into_iter().filter_map(|(flag, given)| given.then_some(flag)).collect()
    }

    /// What is given or emptied of that which the applicant told, beside what stands on the letter.
    pub fn told(&self, clear: &Clear) -> Vec<&'static str> {
        let told = [("--background", &self.background), ("--own-opinion", &self.own_opinion), ("--self-check", &self.self_check)];
        let changes = |(flag, given): &(&str, &Option<String>)| given.is_some() || clear.names(flag.trim_start_matches('-'));
        told.into_iter().filter(changes).map(|(flag, _)| flag).collect()
    }

    /// Whether another counting rule is given.
    pub const fn moves_the_clock(&self) -> bool {
        self.rule.is_some()
    }

    /// Attaches the documents that were named.
    ///
    /// # Errors
    /// A document that cannot be read or is too big.
    pub fn attach(&self, change: &Change, id: i64, on: NaiveDate) -> Result<()> {
        for file in &self.attach {
            let shown = file.display().to_string();
            let no_document = |why: std::io::Error| NO_DOCUMENT.with("file", &shown).with("why", system::io(&why));
            let size = std::fs::metadata(file).map_err(no_document)?.len();
            if size > DOCUMENT_MAX {
                let max = i64::try_from(DOCUMENT_MAX)?;
                return Err(TOO_BIG.with("file", &shown).with("size", i64::try_from(size)?).with("max", max).into());
            }
            let bytes = std::fs::read(file).map_err(no_document)?;
            let name = file.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
            store::attach(change, id, &crate::words::korean::composed(&name), &bytes, on)?;
        }
        Ok(())
    }
}

/// Registers a request.
pub fn file(session: &Session, args: File) -> Result<Report> {
    let received_on = within_calendar(session.event_day(args.received_on)?)?;
    let change = session.change("consult file")?;
    let department = office::department_on(&change, &args.dept, received_on)?;
    let mut columns = args.application.columns(&change, None, received_on)?;
    if args.application.rule.is_none() {
        columns.push(("clock_rule_id", clock::usual(&change, "consult", received_on)?.into()));
    }
    columns.push(("title", args.title.clone().into()));
    columns.push(("department_id", department.id.into()));
    let (id, code) = store::insert(&change, &store::New { code: None, received_on, columns })?;
    args.application.attach(&change, id, received_on)?;
    let due = within_calendar(store::find(&change, &code)?.due)?;
    let done = words::FILED.with("code", &code).with("title", args.title).with("due", due);
    let twin = CONSULTATIONS.twin(&change, "consultation", &code, &["year", "department_id", "title"])?;
    let report = change.record(&CONSULTATIONS, &[&code], done)?.hints(twin).hints(passed(received_on.year(), Some(due), session.today));
    Ok(report.hint(next(format!("proadmin consult accept {code}"))))
}
