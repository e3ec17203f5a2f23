//! The verbs of the public section.

use std::path::PathBuf;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::{Args, Subcommand};
use rusqlite::types::Value;

use super::store::Contact as Told;
use super::{CONTACTS, PUBLIC_CONTACTS, folder, pages, store, words};
use crate::calendar::rules::{FIRST_YEAR, within_calendar};
use crate::case;
use crate::digest;
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::typed;
use crate::words::label_of;

static EARLIER: Rule = rule(
    Kind::Rule,
    "E0764",
    "{on:은/는} 지금 연락처를 정한 날({since})보다 앞섭니다",
    "{on} lies before the day of the contact in force ({since})",
);
const COLUMNS: &[Column] = &[
    column("file", "파일", "file", Holds::Code),
    column("bytes", "크기", "bytes", Holds::Integer),
    column("sha256", "SHA-256", "SHA-256", Holds::Code).minor(1),
];

/// The public section.
#[derive(Debug, Subcommand)]
pub enum Site {
    /// Make the public section in a folder: static pages in Korean and English
    Build(Build),
    /// Set where the public turns to, in place of the contact before
    Contact(Contact),
    /// List the contacts
    List(List),
}

impl Obey for Site {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Build(args) => build(session, &args),
            Self::Contact(args) => contact(session, args),
            Self::List(List {}) => {
                session.db()?;
                Ok(PUBLIC_CONTACTS.list(Filter::default()))
            }
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Build {
    /// Folder to make; where it exists, it must have been made this way
    dir: PathBuf,
    /// Year of the plan and the key tasks [default: this one]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

fn build(session: &Session, args: &Build) -> Result<Report> {
    folder::check(&args.dir)?;
    let (db, day) = (session.db()?, session.reading_day());
    case::store::all_as_approved(db)?;
    let year = args.year.unwrap_or(day.year());
    let public = store::read(db, year)?;
    let files = pages::make(&public, year, day)?;
    let dry = session.options.dry_run;
    let shown = args.dir.display().to_string();
    let rows = files.iter().map(|file| {
        let size = i64::try_from(file.text.len()).unwrap_or(i64::MAX);
        vec![Value::Text(file.path.clone()), size.into(), digest::of_bytes(file.text.as_bytes()).into()]
    });
    let mut report = Report::list("site build", words::FILES.with("folder", &shown), Table::held(COLUMNS.to_vec(), rows.collect()));
    report.can_be(&session.options.arrangement)?;
    if !dry {
        prompt::may_replace(session, &files.iter().map(|file| args.dir.join(&file.path)).collect::<Vec<_>>())?;
        folder::write(&args.dir, &files)?;
    }
    let done = if dry { words::TRIED } else { words::BUILT };
    let done = done.with("folder", &shown).with("count", files.len()).with("day", day);
    report.done = Some(done.with("cases", public.cases.len()).with("tasks", public.tasks.len()));
    // In January this year has no tasks yet.
    if public.tasks.is_empty() && args.year.is_none() {
        report = report.hint(next(format!("proadmin site build {shown} --year {}", (year - 1).max(FIRST_YEAR))));
    }
    let has_centre = public.contacts.iter().any(|(kind, _)| kind == "passive");
    Ok(if has_centre { report } else { report.hint(words::NO_CONTACT.say()) })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Contact {
    /// What for
    #[arg(value_parser = typed::OneOf(CONTACTS))]
    kind: String,
    /// Name of the centre or unit
    #[arg(long, value_parser = typed::title)]
    name: String,
    /// Telephone
    #[arg(long, value_name = "NUMBER", value_parser = typed::title)]
    telephone: Option<String>,
    /// E-mail
    #[arg(long, value_name = "ADDRESS", value_parser = typed::title)]
    email: Option<String>,
    /// Address
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    address: Option<String>,
    /// Opening hours
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    hours: Option<String>,
    /// Name in English
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    name_en: Option<String>,
    /// Address in English
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    address_en: Option<String>,
    /// Opening hours in English
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    hours_en: Option<String>,
    /// Since when [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

fn contact(session: &Session, args: Contact) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("site contact")?;
    if let Some(since) = store::contact_since(&change, &args.kind)?.filter(|since| on < *since) {
        return Err(EARLIER.with("on", on).with("since", since).way_out("proadmin site list").into());
    }
    let Contact { kind, name, telephone, email, address, hours, name_en, address_en, hours_en, .. } = args;
    let done = words::SET.with("kind", label_of(CONTACTS, &kind)).with("on", on).with("name", &name);
    store::set_contact(&change, &kind, on, &Told { name, telephone, email, address, hours, name_en, address_en, hours_en })?;
    Ok(change.record(&PUBLIC_CONTACTS, &[&kind], done)?.hint(next("proadmin site build DIR")))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {}
