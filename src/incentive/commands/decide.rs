//! `incentive approve` and `incentive reject`: what is meant is shown, then asked, then
//! recorded, all in one entry.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::db::Db;
use crate::incentive::store::{self, Proposed, Scope};
use crate::incentive::{EVENTS, LEDGER, rules, words};
use crate::office::store as office;
use crate::prompt;
use crate::record;
use crate::report::{Report, next, points};
use crate::session::Session;
use crate::typed;
use crate::words::{Sentence, label_of};

/// Arguments.
#[derive(Args, Debug)]
pub struct Decide {
    /// Codes of the records that earned them; - reads them from stdin
    #[arg(value_name = "CODE")]
    codes: Vec<String>,
    /// Only of this year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Only of this month, 1 to 12 with --year, or YYYY-MM
    #[arg(long, value_name = "MONTH")]
    month: Option<String>,
    /// Only of this department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only of this person, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    /// Only of this event
    #[arg(long, value_parser = typed::OneOf(EVENTS))]
    event: Option<String>,
    /// Day of the decision [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Reject {
    #[command(flatten)]
    decide: Decide,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

/// Approves proposed points.
pub fn approve(session: &Session, args: &Decide) -> Result<Report> {
    let report = decide(session, args, ("incentive approve", "approved"), session.options.reason.as_deref())?;
    Ok(report.hint(next("proadmin incentive table")))
}

/// Rejects proposed points.
pub fn reject(session: &Session, args: &Reject) -> Result<Report> {
    decide(session, &args.decide, ("incentive reject", "rejected"), Some(&args.reason))
}

impl Decide {
    /// What is meant, as conditions on the proposed points.
    fn scope(&self, session: &Session, db: &Db) -> Result<Scope> {
        let department = self.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
        let person = self.staff.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?;
        let month = self.month.as_deref().map(|typed| words::month(typed, self.year)).transpose()?;
        let scope = Scope::default()
            .among("source", &session.codes(&self.codes)?)
            .when("year = ?", self.year.map(i64::from))
            .when("substr(happened_on, 1, 7) = ?", month.map(|month| month.to_string()))
            .when("department_id = ?", department.map(|department| department.id))
            .when("staff_id = ?", person.map(|person| person.id))
            .when("event = ?", self.event.clone());
        rules::scope(scope.is_said())?;
        Ok(scope)
    }
}

fn decide(session: &Session, args: &Decide, (command, outcome): (&'static str, &str), reason: Option<&str>) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    session.may_write()?;
    let scope = args.scope(session, session.db()?)?;
    let mut meant = meant(session.db()?, &scope, &args.codes, on)?;
    if meant.len() > 1 {
        let ask = words::ASK.with("count", meant.len()).with("sum", points(sum(&meant))).with("outcome", words::outcome(outcome));
        prompt::confirm(session, &lines(session.db()?, &meant)?, &ask)?;
    }
    let change = session.change(command)?;
    // The write lock is held now: what is decided is what was shown.
    let shown = std::mem::replace(&mut meant, self::meant(&change, &scope, &args.codes, on)?);
    rules::as_shown(shown == meant)?;
    let (mut codes, mut over) = (Vec::new(), BTreeMap::new());
    for proposed in &meant {
        // Only what is approved takes room under a cap.
        let holder = proposed.staff_id.filter(|_| outcome == "approved").map(|staff| (staff, proposed.happened_on.year()));
        let before = holder.filter(|holder| !over.contains_key(holder)).map(|holder| store::over(&change, holder)).transpose()?;
        let code = store::decide(&change, proposed, outcome, reason, on)?;
        over.extend(holder.zip(before).map(|(holder, before)| (holder, (code.clone(), before))));
        codes.push(code);
    }
    for (holder, (code, before)) in over {
        let now = store::over(&change, holder)?;
        // What was over a cap before, as one that was lowered since, is not this decision's.
        store::under(&change, &code, holder, now.iter().find(|now| !before.contains(now)))?;
    }
    let done = words::DECIDED.with("count", meant.len()).with("sum", points(sum(&meant))).with("outcome", words::outcome(outcome));
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let over = meant.iter().map(|proposed| proposed.happened_on.year()).max().filter(|year| outcome == "approved" && *year < on.year());
    let nobody = meant.iter().filter(|proposed| proposed.staff_id.is_none()).count();
    let report = change.record(&LEDGER, &codes, done.with("on", on))?;
    let report = report.hints(over.map(|year| words::EXPIRED_BY_NOW.with("year", i64::from(year)).with("on", on)));
    Ok(if nobody > 0 { report.hint(words::OF_DEPARTMENTS.with("count", nobody)) } else { report })
}

/// The points that are meant and can be decided on a day. One record that was named is judged
/// by itself; of many, those of later days wait.
fn meant(db: &Db, scope: &Scope, named: &[String], on: NaiveDate) -> Result<Vec<Proposed>> {
    let mut meant = store::proposed(db, scope, false)?;
    if !named.is_empty() {
        for proposed in &meant {
            rules::not_before(&proposed.source, proposed.happened_on, on)?;
        }
    }
    meant.retain(|proposed| proposed.happened_on <= on);
    if let (true, [code, ..]) = (meant.is_empty(), named) {
        let code = code.to_uppercase();
        rules::decided_before(&code, store::decided(db, &code)?.as_ref().map(|(code, outcome)| (code.as_str(), outcome.as_str())))?;
        record::named(db, code.split(':').next().unwrap_or(&code))?;
    }
    rules::something(meant.len(), named)?;
    Ok(meant)
}

fn sum(meant: &[Proposed]) -> i64 {
    meant.iter().map(|proposed| proposed.points).sum()
}

/// What is meant, a line each.
fn lines(db: &Db, meant: &[Proposed]) -> Result<Vec<Sentence>> {
    let line = |proposed: &Proposed| -> Result<Sentence> {
        let line = words::LINE.with("on", proposed.happened_on.to_string()).with("who", store::holder(db, proposed)?);
        let line = line.with("points", points(proposed.points)).with("event", label_of(EVENTS, &proposed.event));
        Ok(line.with("source", &proposed.source).with("title", &proposed.title))
    };
    meant.iter().map(line).collect()
}
