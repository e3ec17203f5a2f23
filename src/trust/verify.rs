//! `verify`: whether the file is what its journal says it is, and what the seals that were
//! kept elsewhere bear witness to. It names every finding: which record, which field, what
//! the journal says, what the file says.

use std::fmt::Write as _;

use anyhow::Result;
use clap::Args;
use rusqlite::Row;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ValueRef;

use super::against::Kept;
use super::words;
use crate::calendar::rules::bare_days;
use crate::db::{self, Access, Db, Finding, Shadow, findings, has_ground, look, lossy};
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::{Obey, Session};

static NOTHING_TO_REPAIR: Rule = rule(
    Kind::Rule,
    "E0809",
    "기록으로 되돌릴 수 있는 곳이 없습니다(그 밖에 맞지 않는 곳 {count}군데)",
    "there is nothing that the journal can put right ({count:other finding/other findings})",
);
static NOT_BY_THIS_JOURNAL: Rule = rule(
    Kind::Rule,
    "E0820",
    "기록 자체가 맞지 않거나 파일을 읽을 수 없는 곳이 {count}군데 있어 기록대로 되돌리지 않습니다. 백업을 쓰십시오",
    "the journal does not hold, or the file cannot be read, in {count:place/places}: nothing is put back by it; use a backup",
);
const COLUMNS: &[Column] = &[
    column("fault", "이상", "fault", Holds::Term(words::FAULTS)),
    column("place", "곳", "place", Holds::Numbered(words::PLACES)),
    column("code", "기록", "record", Holds::Code),
    column("field", "항목", "field", Holds::Code).minor(1),
    column("journal", "기록된 값", "journal says", Holds::Text),
    column("file", "파일의 값", "file says", Holds::Text),
];
/// Verifies the file.
#[derive(Args, Debug)]
pub struct Verify {
    /// A seal kept elsewhere, a document with seals in it, or an earlier copy of the file
    #[arg(long, value_name = "FILE|CODE")]
    against: Option<String>,
    /// Put back what the journal says, as a new entry
    #[arg(long, conflicts_with = "against")]
    repair: bool,
}

impl Obey for Verify {
    fn obey(self, session: &Session) -> Result<Report> {
        super::of_now(session, "verify")?;
        let kept = self.against.as_deref().map(Kept::named).transpose()?;
        // The file as it is: no shadow stands before what is verified.
        let db = db::open(session.path(), Access::Read, Shadow::default())?;
        let mut found = all(&db)?;
        if self.repair {
            return repair(session, &found);
        }
        let has_ground = has_ground(db.connection())?;
        let mut means = Vec::new();
        for witness in kept.iter().flat_map(|kept| &kept.witnesses).filter(|_| has_ground) {
            let Some((finding, meaning)) = witness.against(&db)? else { continue };
            found.push(finding);
            means.extend((!means.contains(&meaning)).then_some(meaning));
        }
        let rows = found.iter().map(row).collect();
        let mut report = Report::list("verify", words::TITLE.say(), Table::held(COLUMNS.to_vec(), rows));
        report.damaged = !found.is_empty();
        if report.damaged {
            let look = (!means.is_empty()).then(|| words::LOOK_FOR_ANOTHER.say());
            return Ok(means.into_iter().fold(report.note(words::UNSOUND.with("count", found.len())), Report::note).hints(look));
        }
        let count = |sql| Ok::<i64, anyhow::Error>(db.row(sql, (), |row| row.get(0))?.unwrap_or(0));
        let (entries, facts) =
            (count("SELECT count(*) FROM entry")?, count("SELECT count(*) FROM (SELECT 1 FROM change GROUP BY tbl, pk)")?);
        report.empty = words::SOUND.with("entries", entries).with("facts", facts);
        let Some(kept) = kept else { return Ok(report.hint(words::NO_SEAL.say())) };
        let (notes, again) = kept.agreed(&db)?;
        Ok(notes.into_iter().fold(report, Report::note).hints(again))
    }
}

/// Puts every row back as the journal last left it. What the journal cannot say is told.
fn repair(session: &Session, found: &[Finding]) -> Result<Report> {
    session.may_write()?;
    let mut rows: Vec<(&str, i64)> = found.iter().filter_map(Finding::row).collect();
    rows.dedup();
    let counters = found.iter().filter(|finding| finding.what == "counter").count();
    let beyond = found.iter().filter(|finding| finding.row().is_none()).count() - counters;
    let report = Report::list("verify", words::TITLE.say(), Table::held(COLUMNS.to_vec(), found.iter().map(row).collect()));
    let of_journal = found.iter().filter(|finding| matches!(finding.what, "chain" | "unread")).count();
    if of_journal > 0 {
        return Err(NOT_BY_THIS_JOURNAL.with("count", of_journal).way_out("proadmin verify").way_out("proadmin restore DIR").into());
    }
    if rows.len() + counters == 0 {
        return Err(NOTHING_TO_REPAIR.with("count", beyond).way_out("proadmin verify").into());
    }
    let lines: Vec<_> = rows.iter().take(20).map(|(table, id)| words::PLACE.with("table", *table).with("id", *id)).collect();
    prompt::confirm(session, &lines, &words::REPAIR.with("count", rows.len() + counters))?;
    let change = session.change("verify repair")?;
    change.connection().pragma_update(None, "defer_foreign_keys", true)?;
    for (table, id) in &rows {
        db::repair(change.connection(), table, *id)?;
    }
    db::set_counters(change.connection())?;
    let places: Vec<String> = rows.iter().map(|(table, id)| format!("{table}:{id}")).collect();
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    let done = change.even_so().finish(report, &places, words::REPAIRED.with("count", rows.len() + counters))?;
    // A row put back may have been what another fault came of. It is recorded by now: a file that
    // cannot be read again is no refusal.
    let again = || all(&db::open(session.path(), Access::Read, Shadow::default())?);
    let beyond = if session.options.dry_run { beyond } else { again().map_or(beyond, |found| found.len()) };
    Ok(if beyond > 0 { done.hint(words::BEYOND.with("count", beyond)) } else { done })
}

/// Everything in a file that is not as it was written.
///
/// # Errors
/// Whatever SQLite says of a file that it cannot even read.
pub fn all(db: &Db) -> Result<Vec<Finding>> {
    let mut found = findings(db.connection())?;
    if has_ground(db.connection())? {
        look(&mut found, "day", |found| days(db, found))?;
    }
    Ok(found)
}

fn row(finding: &Finding) -> Vec<rusqlite::types::Value> {
    let Finding { what, place, code, field, journal, file } = finding.clone();
    vec![what.to_owned().into(), place.into(), code.into(), field.into(), journal.into(), file.into()]
}

/// The days that are not the calendar's. Both are read in the order of their numbers, side by side.
fn days(db: &Db, found: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let mut asked = db.prepare("SELECT no, date, weekday, weekdays FROM main.day ORDER BY no")?;
    let mut rows = asked.query(())?;
    let mut differs =
        |no: i64, own: Option<String>, is: Option<String>| found.push(Finding::at("day", format!("day {no}")).instead(own, is));
    let mut iso = String::new();
    rows.advance()?;
    for (no, date, weekday, weekdays) in bare_days() {
        while let Some(stray) = rows.get().filter(|row| row.get(0).is_ok_and(|is: i64| is < no)) {
            differs(stray.get(0)?, None, Some(told(stray)?));
            rows.advance()?;
        }
        let here = rows.get().filter(|row| row.get(0) == Ok(no));
        iso.clear();
        let _ = write!(iso, "{date}");
        let own = [ValueRef::Text(iso.as_bytes()), ValueRef::Integer(weekday), ValueRef::Integer(weekdays)];
        let is_so = here.is_some_and(|row| (1..).zip(&own).all(|(at, own)| row.get_ref(at).as_ref() == Ok(own)));
        if !is_so {
            differs(no, Some(format!("{iso} {weekday} {weekdays}")), here.map(told).transpose()?);
        }
        if here.is_some() {
            rows.advance()?;
        }
    }
    while let Some(stray) = rows.get() {
        differs(stray.get(0)?, None, Some(told(stray)?));
        rows.advance()?;
    }
    Ok(())
}

/// A day as the file has it.
fn told(day: &Row) -> rusqlite::Result<String> {
    let cells = (1..4).map(|at| day.get_ref(at).map(|cell| lossy(cell).unwrap_or_default()));
    Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
}
