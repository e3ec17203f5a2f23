//! `exemption rules`, `exemption scope` and `exemption limit`: what the law and the office's own
//! rules say, as data.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::exemption::{COVERED, STAGES, UNITS, rules as judge, store, words};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Sentence, label_of};

const SCOPES: &[Column] = &[
    column("covers", "범위", "covers", Holds::Term(COVERED)),
    column("from_on", "시작일", "from", Holds::Date),
    column("to_on", "종료일", "to", Holds::Date),
    column("needs_submission", "감사기구 의견 필요", "audit body's opinion needed", Holds::Flag).minor(1),
    column("needs_no_objection", "반대 없음 필요", "no objection needed", Holds::Flag).minor(2),
    column("source", "근거", "written in", Holds::Text),
];
const LIMITS: &[Column] = &[
    column("stage", "단계", "stage", Holds::Term(STAGES)),
    column("days", "일수", "days", Holds::Integer),
    column("unit", "세는 방법", "counted in", Holds::Term(UNITS)),
    column("since_on", "적용 시작일", "since", Holds::Date).minor(1),
    column("source", "근거", "written in", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Rules {}

/// Shows the periods and the limits.
pub fn rules(session: &Session, _: &Rules) -> Result<Report> {
    let db = session.db()?;
    let report = Report::list("exemption rules", words::RULES.say(), Table::held(SCOPES.to_vec(), store::scopes(db)?));
    Ok(report.part("limits", words::LIMITS, Table::held(LIMITS.to_vec(), store::limits(db)?)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Scope {
    /// What is covered
    #[arg(value_parser = typed::OneOf(COVERED))]
    covers: String,
    /// The first day
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    from: NaiveDate,
    /// The last day, if it ended
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    to: Option<NaiveDate>,
    /// Whether the audit body's opinion must have been before the committee [default: as in the period before]
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    needs_submission: Option<bool>,
    /// Whether the audit body must not have objected [default: as in the period before]
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    needs_no_objection: Option<bool>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
}

/// Sets a period; the one before it ends the day before.
pub fn scope(session: &Session, args: &Scope) -> Result<Report> {
    let from = session.event_day(Some(args.from))?;
    judge::period(from, args.to)?;
    let change = session.change("exemption scope")?;
    let (submission, no_objection) = store::scope_needs(&change, &args.covers, from)?;
    store::end_scopes(&change, &args.covers, from)?;
    let scope = store::Scope {
        covers: &args.covers,
        from,
        to: args.to,
        needs_submission: args.needs_submission.unwrap_or(submission),
        needs_no_objection: args.needs_no_objection.unwrap_or(no_objection),
        source: args.source.as_deref(),
    };
    store::insert_scope(&change, scope)?;
    let said = words::SCOPE_SET.with("covers", label_of(COVERED, &args.covers)).with("from", from);
    let table = Table::held(SCOPES.to_vec(), store::scopes(&change)?);
    finish(change, Report::list("exemption scope", words::RULES.say(), table), said)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Limit {
    /// Stage
    #[arg(value_parser = typed::OneOf(STAGES))]
    stage: String,
    /// So many days after the audit ended
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=3650), required_unless_present = "none")]
    days: Option<i64>,
    /// No limit
    #[arg(long, conflicts_with = "days")]
    none: bool,
    /// How they count
    #[arg(long, default_value = "calendar", value_parser = typed::OneOf(UNITS))]
    unit: String,
    /// For audits that ended from this day on [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since_on: Option<NaiveDate>,
    /// Where that is written
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    source: Option<String>,
}

/// Sets a limit.
pub fn limit(session: &Session, args: &Limit) -> Result<Report> {
    let since = session.event_day(args.since_on)?;
    let change = session.change("exemption limit")?;
    let limit = store::Limit { stage: &args.stage, days: args.days, unit: &args.unit, source: args.source.as_deref() };
    store::insert_limit(&change, limit, since)?;
    let said = match args.days {
        Some(days) => words::LIMIT_SET.with("days", days),
        None => words::LIMIT_NONE.say(),
    };
    let said = said.with("stage", label_of(STAGES, &args.stage)).with("since", since);
    let table = Table::held(LIMITS.to_vec(), store::limits(&change)?);
    finish(change, Report::list("exemption limit", words::LIMITS.say(), table), said)
}

fn finish(change: Change, report: Report, said: Sentence) -> Result<Report> {
    change.finish(report, &[], said)
}
