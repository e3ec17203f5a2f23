//! The verbs that record an award and what came of it.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::award::{AWARDS, KINDS, rules, store, words};
use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::office::rules::day_of;
use crate::office::store as office;
use crate::record;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[
    ("body", "body"),
    ("section", "section"),
    ("grade", "grade"),
    ("rank", "rank"),
    ("staff", "staff_id"),
    ("case", "case_title"),
    ("for", "record_code"),
    ("prize", "prize"),
    ("source", "source"),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Name of the contest or commendation
    #[arg(value_parser = typed::title)]
    contest: String,
    /// Year [default: of the day it was given, else this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Whose award it is, if another office's
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    org: Option<String>,
    #[command(flatten)]
    details: Details,
}

/// What is known of an award besides its name and year.
#[derive(Args, Debug, Default)]
pub struct Details {
    /// Kind
    #[arg(long, value_parser = typed::OneOf(KINDS))]
    kind: Option<String>,
    /// Day it was given, if known
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Who gave it
    #[arg(long, value_parser = typed::title)]
    body: Option<String>,
    /// Section
    #[arg(long, value_parser = typed::title)]
    section: Option<String>,
    /// Grade
    #[arg(long, value_parser = typed::title)]
    grade: Option<String>,
    /// Place
    #[arg(long, value_name = "N", value_parser = rules::rank)]
    rank: Option<i64>,
    /// Department, code or name; of another office, its name
    #[arg(long, value_name = "DEPT", value_parser = typed::title)]
    dept: Option<String>,
    /// Person who has it, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    /// Title of the case it was given for
    #[arg(long, value_name = "TITLE", value_parser = typed::title)]
    case: Option<String>,
    /// Code of the record it was given for: a task, a request and so on
    #[arg(long = "for", value_name = "CODE")]
    record: Option<String>,
    /// Prize
    #[arg(long, value_parser = typed::title)]
    prize: Option<String>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
}

impl Details {
    /// The columns that were given, but for the day; `org` is whose award it is, `on` its day. One that
    /// is `new` is of the department its person was in that day, unless another is given.
    fn values(&self, change: &Change, org: Option<&str>, (on, new): (NaiveDate, bool)) -> Result<Vec<(&'static str, Value)>> {
        let text = |text: &Option<String>| text.clone().map(Value::from);
        let columns = [
            ("kind", text(&self.kind)),
            ("body", text(&self.body)),
            ("section", text(&self.section)),
            ("grade", text(&self.grade)),
            ("rank", self.rank.map(Value::from)),
            ("case_title", text(&self.case)),
            ("prize", text(&self.prize)),
            ("source", text(&self.source)),
        ];
        let mut values: Vec<(&'static str, Value)> = columns.into_iter().filter_map(|(column, value)| Some((column, value?))).collect();
        if let Some(typed) = &self.dept {
            values.extend(store::department(change, org, typed, on)?);
        }
        if let Some(typed) = &self.staff {
            rules::ours(org)?;
            let person = office::person_in_place(change, typed, on)?;
            values.push(("staff_id", person.id.into()));
            if self.dept.is_none() && new {
                values.push(("department_id", person.department_id.into()));
            }
        }
        if let Some(code) = &self.record {
            values.push(("record_code", record::named(change, code)?.code.into()));
        }
        Ok(values)
    }

    fn day(&self, session: &Session) -> Result<Option<NaiveDate>> {
        self.on.map(|on| Ok(within_calendar(session.event_day(Some(on))?)?)).transpose()
    }
}

/// Registers an award.
pub fn add(session: &Session, args: Add) -> Result<Report> {
    let on = args.details.day(session)?;
    let year = rules::year(args.year, on, session.today)?;
    let change = session.change("award add")?;
    let org = store::foreign(&change, args.org)?;
    let mut values = args.details.values(&change, org.as_deref(), (day_of(year, on, session.today), true))?;
    if args.details.kind.is_none() {
        values.push(("kind", KINDS[0].code.to_owned().into()));
    }
    values.push(("contest", args.contest.clone().into()));
    values.push(("org", org.into()));
    values.push(("awarded_on", on.map(|day| day.to_string()).into()));
    values.push(("noted_on", rules::noted_on(year, None, on, session.today).to_string().into()));
    let code = store::insert(&change, year, None, values)?;
    let said = match args.details.case {
        Some(case) => words::ADDED.with("code", &code).with("title", case).with("contest", args.contest),
        None => words::ADDED_PLAIN.with("code", &code).with("title", args.contest),
    };
    let twin = AWARDS.twin(&change, "award", &code, &["year", "contest", "grade", "org", "staff_id", "case_title"])?;
    let report = change.record(&AWARDS, &[&code], said)?.hints(twin);
    Ok(report.hint(next(format!("proadmin award follow-up {code} --text TEXT --link URL"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// Name of the contest or commendation
    #[arg(long, value_parser = typed::title)]
    contest: Option<String>,
    #[command(flatten)]
    details: Details,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects an award.
pub fn edit(session: &Session, args: Edit) -> Result<Report> {
    let on = args.details.day(session)?;
    let change = session.change("award edit")?;
    let award = store::find(&change, &args.code)?;
    rules::not_void(&award.code, award.is_void)?;
    AWARDS.unchanged(&change, &award.code, args.if_rev.as_deref())?;
    let mut values =
        args.details.values(&change, award.org.as_deref(), (day_of(award.year, on.or(award.awarded_on), session.today), false))?;
    if let Some(on) = on {
        rules::year(Some(award.year), Some(on), session.today)?;
        let noted_on = rules::noted_on(award.year, Some(award.noted_on), Some(on), session.today);
        values.push(("awarded_on", on.to_string().into()));
        values.push(("noted_on", noted_on.to_string().into()));
    }
    values.extend(args.contest.map(|contest| ("contest", contest.into())));
    values.extend(args.clear.columns(CLEARABLE, &values)?);
    change.update("award", award.id, &values)?;
    let title = store::find(&change, &award.code)?.title;
    let said = words::EDITED.with("code", &award.code).with("title", title);
    change.record(&AWARDS, &[&award.code], said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct FollowUp {
    /// Code
    code: String,
    /// What came of it
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    text: String,
    /// Where that can be read
    #[arg(long, value_name = "URL", value_parser = typed::title)]
    link: Option<String>,
    /// Day of that [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records what came of an award.
pub fn follow_up(session: &Session, args: &FollowUp) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("award follow-up")?;
    let award = store::find(&change, &args.code)?;
    rules::not_void(&award.code, award.is_void)?;
    rules::after_it(&award.code, award.noted_on, on)?;
    store::follow(&change, award.id, on, &args.text, args.link.as_deref())?;
    let said = words::FOLLOWED.with("code", &award.code).with("title", &award.title).with("on", on);
    change.record(&AWARDS, &[&award.code], said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Void {
    /// Code
    code: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Voids an award that was registered by mistake.
pub fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("award void")?;
    let award = store::find(&change, &args.code)?;
    rules::not_void(&award.code, award.is_void)?;
    record::void(&change, "award", award.id, &args.reason)?;
    let said = words::VOIDED.with("code", &award.code).with("title", &award.title);
    change.record(&AWARDS, &[&award.code], said)
}
