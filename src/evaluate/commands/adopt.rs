//! `eval adopt`: the body that decided on a closed round, its day, its minutes, who was there
//! and who was recused.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::db::Db;
use crate::evaluate::rules::stages::{self, Attendance};
use crate::evaluate::store::{Adoption, ENTRIES, RATERS, Round};
use crate::evaluate::{ROUNDS, rules, store, words};
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed::{self, Expected};
use crate::words::text;

const RECUSED: Expected = Expected(text(
    "위원:후보:사유가 필요합니다(예: R-01:E-02:같은 부서)",
    "MEMBER:ENTRY:REASON is needed, such as R-01:E-02:same department",
));

/// Arguments.
#[derive(Args, Debug)]
pub struct Adopt {
    /// Code of the round
    round: String,
    /// The body
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    body: String,
    /// Its minutes: the document
    #[arg(long, value_name = "DOC", value_parser = typed::title)]
    minutes: String,
    /// Members who were there: codes of raters, or names, which are kept apart and masked
    #[arg(long, value_name = "MEMBER", value_delimiter = ',', required = true)]
    present: Vec<String>,
    /// Members who were not there
    #[arg(long, value_name = "MEMBER", value_delimiter = ',')]
    absent: Vec<String>,
    /// A member who took no part in deciding on an entry, MEMBER:ENTRY:REASON; a conflict that is declared counts by itself
    #[arg(long, value_name = "MEMBER:ENTRY:REASON", value_parser = recusal)]
    recused: Vec<Recusal>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// A recusal as typed.
#[derive(Clone, Debug)]
struct Recusal {
    member: String,
    entry: String,
    reason: String,
}

fn recusal(typed: &str) -> Result<Recusal, Expected> {
    let parts: Vec<&str> = typed.splitn(3, ':').map(str::trim).collect();
    let [member, entry, reason] = parts.as_slice() else { return Err(RECUSED) };
    let read = |part: &str| typed::title(part).map_err(|_| RECUSED);
    Ok(Recusal { member: read(member)?, entry: read(entry)?, reason: read(reason)? })
}

/// Records the body's decision on a closed round.
pub fn adopt(session: &Session, args: &Adopt) -> Result<Report> {
    let on = super::on(session, args.on)?.day;
    let change = session.change("eval adopt")?;
    let round = store::find(&change, &args.round)?;
    rules::may_change(&round.code, None, round.is_void)?;
    stages::after_closing(&round.code, round.closed_on, on)?;
    let members = args.members()?;
    let attendances = members.iter().map(|(typed, present)| attendance(&change, &round, typed, *present)).collect::<Result<Vec<_>>>()?;
    let before = store::adoption(&change, &round)?;
    stages::decides(&round.code, before.as_ref().map(|(_, body, on)| (body.as_str(), *on)), &attendances)?;
    let mut recusals = Vec::new();
    for recusal in &args.recused {
        let key = attendance(&change, &round, &recusal.member, true)?.key;
        let at = attendances.iter().position(|member| member.key == key && member.present);
        stages::recused(&rules::rater_shown(&recusal.member), at.is_some())?;
        let entry = store::named(&change, &round, ENTRIES, &recusal.entry)?;
        recusals.extend(at.map(|at| (at, entry.id, recusal.reason.clone())));
    }
    let document = args.minutes.as_str();
    store::adopt(&change, &round, &Adoption { body: &args.body, on, document, members: &members, recusals: &recusals })?;
    let done = words::ADOPTED.with("code", &round.code).with("body", &args.body).with("on", on);
    let done = done.with("present", args.present.len()).with("all", members.len());
    let raters = store::all(&change, round.id, RATERS)?;
    let unsaid: Vec<&str> =
        raters.iter().map(|rater| rater.name.as_str()).filter(|rater| attendances.iter().all(|member| member.key != *rater)).collect();
    // A body may be another than the raters; where some of them are its members, all may be.
    let is_theirs = unsaid.len() < raters.len() && !unsaid.is_empty();
    let unsaid = is_theirs.then(|| words::UNSAID.with("raters", unsaid.join(", ")).with("given", unsaid.join(",")));
    let report = change.record(&ROUNDS, &[&round.code], done)?.hints(unsaid);
    Ok(report.hint(next(format!("proadmin reward offer {}", round.code))))
}

impl Adopt {
    /// The members, each with whether it was there.
    fn members(&self) -> Result<Vec<(String, bool)>> {
        let named = |typed: &String, present| Ok((rules::person_name(typed)?, present));
        let there = self.present.iter().map(|typed| named(typed, true));
        there.chain(self.absent.iter().map(|typed| named(typed, false))).collect()
    }
}

/// A member with what tells it from others: the rater it is, else what was typed.
fn attendance(db: &Db, round: &Round, typed: &str, present: bool) -> Result<Attendance> {
    let rater = store::find_member(db, round, typed)?;
    let key = rater.map_or_else(|| format!(" {typed}"), |(_, code)| code);
    Ok(Attendance { member: rules::rater_shown(typed), key, present })
}
