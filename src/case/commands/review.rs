//! `case approve`, `case scan` and `case waive`: what stands between a text and the public.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::case::{CASES, FIELDS, FINDINGS, store, words};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::typed;
use crate::words::label_of;

const COLUMNS: &[Column] = &[
    column("number", "번호", "no", Holds::Integer),
    column("field", "항목", "field", Holds::Term(FIELDS)),
    column("line", "행", "line", Holds::Integer),
    column("kind", "종류", "kind", Holds::Term(FINDINGS)),
    column("found", "찾은 것", "found", Holds::Text),
    column("waived", "그대로 둠", "waived", Holds::Flag),
    column("reason", "사유", "reason", Holds::Text).minor(1),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Approve {
    /// Code
    code: String,
    /// Day it was approved [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Approves a case's text as it stands.
pub fn approve(session: &Session, args: &Approve) -> Result<Report> {
    let (on, approver) = (super::on(session, args.on)?, session.actor());
    let change = session.change("case approve")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    case.standing.approvable(&approver, on)?;
    store::as_approved(&change, &case)?;
    store::approve(&change, &case, on, &approver)?;
    let done = words::APPROVED
        .with("code", &case.code)
        .with("title", case.title())
        .with("on", on)
        .with("who", approver)
        .with("revision", case.written.1)
        .with("writer", &case.standing.writer);
    let look = super::look(&change, &case)?;
    let report = change.record(&CASES, &[&case.code], done)?.hints(look);
    let report = report.hint(words::UNVERIFIED.with("code", &case.code));
    Ok(report.hint(next(format!("proadmin case publish {0} --confirm={0}", case.code))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Scan {
    /// Code
    code: String,
}

/// Looks through a case's text.
pub fn scan(session: &Session, args: &Scan) -> Result<Report> {
    let db = session.db()?;
    let case = store::find(db, &args.code.to_uppercase())?;
    let findings = store::findings(db, &case)?;
    let open = findings.iter().filter(|finding| finding.waived.is_none()).count();
    let first = findings.iter().find(|finding| finding.waived.is_none()).map(|finding| finding.number);
    let rows = findings.into_iter().map(|finding| {
        let waived = i64::from(finding.waived.is_some());
        let kind = finding.kind.to_owned();
        let (number, line) = (finding.number.into(), finding.line.into());
        vec![number, finding.field.into(), line, kind.into(), finding.found.into(), waived.into(), finding.waived.into()]
    });
    let table = Table::held(COLUMNS.to_vec(), rows.collect());
    let mut report = Report::list("case scan", words::SCANNED.with("code", &case.code), table);
    report.attention = open > 0;
    Ok(match first {
        Some(number) => report
            .note(words::OPEN.with("count", open))
            .hint(next(format!("proadmin case waive {} --finding {number} --reason …", case.code))),
        None if report.main.is_empty() => report.note(words::CLEAN.say()),
        None => report,
    })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Waive {
    /// Code
    code: String,
    /// Number of the finding, as the scan shows it
    #[arg(long, value_name = "N")]
    finding: i64,
    /// Why it may stand
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
    /// Day it was decided [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Lets one finding stand.
pub fn waive(session: &Session, args: &Waive) -> Result<Report> {
    let (on, waiver) = (super::on(session, args.on)?, session.actor());
    let change = session.change("case waive")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    case.standing.on(on)?;
    let findings = store::findings(&change, &case)?;
    let finding = case.standing.waivable(&findings, args.finding)?;
    store::waive(&change, &case, finding, on, (&waiver, &args.reason))?;
    let done = words::WAIVED
        .with("code", &case.code)
        .with("title", case.title())
        .with("number", args.finding)
        .with("kind", label_of(FINDINGS, finding.kind))
        .with("found", &finding.found);
    let report = change.record(&CASES, &[&case.code], done)?;
    Ok(report.hint(next(format!("proadmin case scan {}", case.code))))
}
