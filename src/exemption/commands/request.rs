//! `exemption request` and `exemption edit`: what a request says.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::calendar::rules::within_calendar;
use crate::clear::Clear;
use crate::exemption::rules::Grounds;
use crate::exemption::store::Detail;
use crate::exemption::{AUDITORS, Act, BASES, EXEMPTIONS, STAGES, rules, store, words};
use crate::office::store as office;
use crate::record::{self, Record};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;

/// What may be emptied, and its column.
const CLEARABLE: &[(&str, &str)] = &[
    ("staff", "staff_id"),
    ("audit-ended-on", "audit_ended_on"),
    ("committee-on", "committee_on"),
    ("committee-body", "committee_body"),
    ("committee-document", "committee_document"),
    ("submitted", "committee_submitted"),
    ("objected", "committee_objected"),
    ("disaster", "disaster"),
    ("public-interest", "public_interest"),
    ("proactivity", "proactivity"),
    ("no-fault", "no_fault"),
    ("informed", "informed"),
    ("followed", "followed"),
    ("no-interest", "no_interest"),
    ("no-flaw", "no_flaw"),
    ("note", "note"),
];

/// What a request says besides its stage, its basis and its record.
#[derive(Args, Debug, Default)]
pub struct Details {
    /// Subject [default: the record's]
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// The official, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    /// Department, code or name [default: the official's, else the record's]
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Day the audit ended: the time for the request begins
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    audit_ended_on: Option<NaiveDate>,
    /// Day of the committee's opinion, or of its ratification
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    committee_on: Option<NaiveDate>,
    /// Which committee
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    committee_body: Option<String>,
    /// Its document
    #[arg(long, value_name = "NO", value_parser = typed::title)]
    committee_document: Option<String>,
    /// Whether the audit body's opinion was before the committee
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    submitted: Option<bool>,
    /// Whether the audit body objected
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    objected: Option<bool>,
    /// The disaster or emergency
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    disaster: Option<String>,
    /// How it served the public interest
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    public_interest: Option<String>,
    /// How it was handled proactively
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    proactivity: Option<String>,
    /// Why there was neither intent nor gross negligence
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    no_fault: Option<String>,
    /// Whether the committee was told enough
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    informed: Option<bool>,
    /// Whether its opinion was followed
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    followed: Option<bool>,
    /// Whether there was no private interest
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    no_interest: Option<bool>,
    /// Whether there was no serious flaw
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    no_flaw: Option<bool>,
    /// Remark
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

impl Details {
    /// The columns that were given.
    fn values(&self, session: &Session, change: &Change, on: NaiveDate) -> Result<Vec<(&'static str, Value)>> {
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        if let Some(staff) = &self.staff {
            let person = office::person_typed(change, staff)?;
            values.push(("staff_id", person.id.into()));
        }
        if let Some(dept) = &self.dept {
            values.push(("department_id", office::department_on(change, dept, on)?.id.into()));
        }
        for (column, day) in [("audit_ended_on", self.audit_ended_on), ("committee_on", self.committee_on)] {
            if let Some(day) = day {
                values.push((column, within_calendar(session.event_day(Some(day))?)?.to_string().into()));
            }
        }
        let texts = [
            ("title", &self.title),
            ("committee_body", &self.committee_body),
            ("committee_document", &self.committee_document),
            ("disaster", &self.disaster),
            ("public_interest", &self.public_interest),
            ("proactivity", &self.proactivity),
            ("no_fault", &self.no_fault),
            ("note", &self.note),
        ];
        values.extend(texts.into_iter().filter_map(|(column, text)| Some((column, text.clone()?.into()))));
        let flags = [
            ("committee_submitted", self.submitted),
            ("committee_objected", self.objected),
            ("informed", self.informed),
            ("followed", self.followed),
            ("no_interest", self.no_interest),
            ("no_flaw", self.no_flaw),
        ];
        values.extend(flags.into_iter().filter_map(|(column, flag)| Some((column, i64::from(flag?).into()))));
        Ok(values)
    }
}

/// Whether something is said of a committee.
pub(in crate::exemption) fn has_committee(values: &[(&'static str, Value)]) -> bool {
    values.iter().any(|(column, value)| column.starts_with("committee_") && *value != Value::Null)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Request {
    /// Code of the record it is about: a request for pre-consulting, a task and so on
    #[arg(value_name = "CODE")]
    record: Option<String>,
    /// Stage
    #[arg(long, value_parser = typed::OneOf(STAGES))]
    stage: String,
    /// What it rests on
    #[arg(long, value_parser = typed::OneOf(BASES))]
    basis: String,
    /// Whose audit it is; needed at the audit stage
    #[arg(long, value_parser = typed::OneOf(AUDITORS))]
    auditor: Option<String>,
    /// Day of the request [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Only prepare it: its time runs
    #[arg(long)]
    prepare: bool,
    /// Why it is made late
    #[arg(long, value_name = "REASON", value_parser = typed::long_text, conflicts_with = "prepare")]
    late: Option<String>,
    #[command(flatten)]
    details: Details,
}

/// Records a request, made or in preparation.
pub fn request(session: &Session, args: &Request) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("exemption request")?;
    let record = args.record.as_deref().map(|code| record::named(&change, code)).transpose()?;
    let mut values = args.details.values(session, &change, on)?;
    let is_consult = record.as_ref().is_some_and(|record| record.kind == "consult");
    let near = match &record {
        Some(record) if record.kind == "task" => store::consultations_of(&change, &record.code)?,
        _ => Vec::new(),
    };
    let code = record.as_ref().map(|record| record.code.as_str());
    let (has_auditor, has_committee) = (args.auditor.is_some(), has_committee(&values));
    rules::grounds(Grounds { stage: &args.stage, has_auditor, basis: &args.basis, record: code, is_consult, has_committee }, &near)?;
    let title = rules::title(args.details.title.as_deref(), record.as_ref().map(|record| record.title.as_str()))?;
    if args.details.dept.is_none() {
        values.push(("department_id", department(&change, args, record.as_ref(), on)?.into()));
    }
    values.retain(|(column, _)| *column != "title");
    values.extend([
        ("title", title.clone().into()),
        ("stage", args.stage.clone().into()),
        ("basis", args.basis.clone().into()),
        ("auditor", args.auditor.clone().into()),
        ("record_code", code.map(str::to_owned).into()),
    ]);
    let code = store::insert(&change, on, None, values)?;
    let request = store::find(&change, &code)?;
    let history = store::history(&change, &request)?;
    let due = history.due;
    if !args.prepare {
        history.in_time(on, args.late.is_some())?;
        store::act(&change, request.id, on, Act::Requested, &Detail { note: args.late.clone(), ..Detail::default() })?;
    }
    let said = match (args.prepare, due) {
        (true, Some(due)) => words::PREPARED_BY.with("due", due),
        (true, None) => words::PREPARED.say(),
        (false, Some(due)) => words::REQUESTED_BY.with("due", due),
        (false, None) => words::REQUESTED.say(),
    };
    let said = said.with("code", &code).with("title", title).with("on", on);
    let twin = EXEMPTIONS.twin(&change, "exemption", &code, &["year", "title", "stage", "staff_id", "record_code"])?;
    Ok(change.record(&EXEMPTIONS, &[&code], said)?.hints(twin).hint(next(format!("proadmin exemption check {code}"))))
}

/// The department of a request: the official's, else the record's.
fn department(change: &Change, args: &Request, record: Option<&Record>, on: NaiveDate) -> Result<i64> {
    if let Some(staff) = &args.details.staff {
        return Ok(office::person_in_place(change, staff, on)?.department_id);
    }
    match record.and_then(|record| record.department_id) {
        Some(id) => Ok(id),
        None => Ok(rules::no_department()?),
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// Whose audit it is
    #[arg(long, value_parser = typed::OneOf(AUDITORS))]
    auditor: Option<String>,
    #[command(flatten)]
    details: Details,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Corrects or completes a request.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("exemption edit")?;
    let request = store::find(&change, &args.code)?;
    EXEMPTIONS.unchanged(&change, &request.code, args.if_rev.as_deref())?;
    store::history(&change, &request)?.not_void()?;
    let mut values = args.details.values(session, &change, session.today)?;
    let is_consult = request.basis == "consult";
    let has_committee = request.has_committee || has_committee(&values);
    let grounds = Grounds { stage: &request.stage, has_auditor: true, basis: &request.basis, record: None, is_consult, has_committee };
    rules::grounds(grounds, &[])?;
    if request.audit_ended_on.is_some() && args.details.audit_ended_on.is_some_and(|on| request.audit_ended_on != Some(on)) {
        rules::redated(&request.code, session.options.reason.is_some())?;
    }
    values.extend(args.auditor.clone().map(|auditor| ("auditor", auditor.into())));
    values.extend(args.clear.columns(CLEARABLE, &values)?);
    rules::says_something(&request.code, values.len())?;
    change.update("exemption", request.id, &values)?;
    let title = store::find(&change, &request.code)?.title;
    let said = words::EDITED.with("code", &request.code).with("title", title);
    let report = change.record(&EXEMPTIONS, &[&request.code], said)?;
    Ok(report.hint(next(format!("proadmin exemption check {}", request.code))))
}
