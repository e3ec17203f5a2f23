//! `undo`: an entry is taken back by its rows, as a new entry. What was issued or frozen stays
//! and can only be superseded, whatever someone touched since is theirs first, and what was
//! recorded since must not rest on it. An entry that was undone, together with the one that
//! undid it, counts as not there.

mod rests;
pub mod words;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE;
use rusqlite::types::Value;

use crate::calendar::moves::{self, Move};
use crate::db::{self, Access, Db, EntryNo, PutBack, Shadow, Touched, Undone, knows_void, put_back, touched};
use crate::log::Back;
use crate::prompt;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Change, Obey, Session};
use crate::words::{Sentence, label_of};

static NO_ENTRY: Rule = rule(Kind::NotFound, "E0802", "{entry}번 기록이 없습니다", "there is no entry {entry}");
static BEGINNING: Rule =
    rule(Kind::Rule, "E0803", "1번 기록은 파일을 만든 것이라 되돌릴 수 없습니다", "entry 1 made the file and cannot be undone");
static FINAL: Rule = rule(
    Kind::Rule,
    "E0804",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: 내보냈거나 확정한 것은 새로 고쳐 낼 수만 있습니다",
    "entry {entry} ({command}) cannot be undone: what was issued or frozen can only be superseded",
);
static TOUCHED_SINCE: Rule = rule(
    Kind::Rule,
    "E0805",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: {record:은/는} 그 뒤 {later}번 기록({by})에서 다시 바뀌었습니다",
    "entry {entry} ({command}) cannot be undone: {record} was changed again by entry {later} ({by})",
);
static ANEW: Rule = rule(
    Kind::Rule,
    "E0819",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: {record:은/는} 그 뒤 새로 기록되어 있습니다",
    "entry {entry} ({command}) cannot be undone: {record} was recorded anew since",
);
static NOTHING: Rule =
    rule(Kind::Rule, "E0807", "{entry}번 기록에는 되돌릴 것이 없습니다", "there is nothing to take back in entry {entry}");
static ERASED_FOR_GOOD: Rule = rule(
    Kind::Rule,
    "E0817",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: 지운 이름은 파일에 남아 있지 않습니다",
    "entry {entry} ({command}) cannot be undone: an erased name is nowhere in the file",
);
static UNDONE_ALREADY: Rule = rule(
    Kind::Rule,
    "E0816",
    "{entry}번 기록({command})은 {by}번 기록에서 이미 되돌렸습니다",
    "entry {entry} ({command}) is undone already, by entry {by}",
);
/// Tables whose rows left the house, and the command that supersedes them.
const ISSUED: &[(&str, &str)] = &[
    ("opinion", "proadmin consult answer {code} --supersede --reason …"),
    ("snapshot", "proadmin snapshot take {code} --revise --reason …"),
    ("eval_result", "proadmin eval show {code}"),
];
const COLUMNS: &[Column] = &[
    column("record", "기록", "record", Holds::Code),
    column("place", "곳", "place", Holds::Code),
    column("outcome", "결과", "outcome", Holds::Term(words::OUTCOMES)),
    column("changes", "바뀐 것", "what changed", Holds::Text),
];
/// More lines than this are counted, not listed.
const LISTED: usize = 20;

/// Takes an entry back.
#[derive(Args, Debug)]
pub struct Undo {
    /// Number of the entry [default: the last that was not undone; to bring back what an undo took, the number of that undo]
    #[arg(value_name = "NO")]
    entry: Option<EntryNo>,
}

impl Obey for Undo {
    fn obey(self, session: &Session) -> Result<Report> {
        session.may_write()?;
        let db = session.db()?;
        let taken = Taken::meant(db, self.entry)?;
        let rows = taken.rows(session, db)?;
        let told = rows_told(session, db, &rows)?;
        let moved = moved(session, &rows)?;
        if rows.len() > 1 || !moved.is_empty() {
            let lines = told.iter().flat_map(|told| told.lines.clone()).chain(moves::told(&moved)).collect::<Vec<_>>();
            prompt::confirm(session, &lines, &taken.said(words::ASK.with("count", rows.len())))?;
        }
        let change = session.change("undo")?;
        // Someone may have been faster since the rows were shown.
        let taken = Taken::meant(&change, Some(taken.entry))?;
        let rows = taken.rows(session, &change)?;
        take_back(&change, session, &taken, &rows)?;
        let said = std::iter::once(taken.said(words::UNDID.with("count", rows.len()))).chain(listed(&told)).collect();
        let cells = told.into_iter().map(RowTold::cells).collect();
        let report = Report::list("undo", words::UNDONE.say(), Table::held(COLUMNS.to_vec(), cells));
        let report = change.finish(report, &[&taken.entry.to_string()], Sentence::lines(said))?;
        Ok(moves::unless_shown(session, report, &moved).hint(next("proadmin log")))
    }
}

/// The due days that move where holidays are taken back or brought back.
fn moved(session: &Session, rows: &[Touched]) -> Result<Vec<Move>> {
    let holidays = rows.iter().filter(|row| row.table == "holiday");
    let standing: Vec<(i64, bool)> = holidays.map(|row| (row.id, row.will_be_in_force())).collect();
    if standing.is_empty() { Ok(Vec::new()) } else { moves::under(session, &moves::with_standing(&standing)) }
}

/// Whether the last entry put `day` down as the day of something, and could be taken back.
///
/// # Errors
/// When the file cannot be read.
pub fn stored_last(session: &Session, day: NaiveDate) -> Result<bool> {
    // The file as it is now: what was opened for reading before the write knows nothing of it.
    let db = db::open(session.path(), Access::Read, Shadow::default())?;
    let taken = Taken::meant(&db, None)?;
    let rows = touched(db.connection(), taken.entry, &taken.undone)?;
    Ok(rows.iter().any(|row| row.puts_down(day)) && taken.rows(session, &db).is_ok())
}

/// The entry that is taken back.
struct Taken {
    entry: EntryNo,
    command: String,
    undone: Undone,
}

impl Taken {
    /// The entry of a number, or the last that counts.
    fn meant(db: &Db, entry: Option<EntryNo>) -> Result<Self> {
        let undone = Undone::read(db.connection())?;
        let last = || undone.last_that_counts(db.connection());
        let entry = entry.map_or_else(last, Ok)?;
        Ok(Self { entry, command: command(db, entry)?, undone })
    }

    fn said(&self, sentence: Sentence) -> Sentence {
        sentence.with("entry", self.entry).with("command", &self.command)
    }

    fn refuse(&self, rule: &'static Rule) -> Refusal {
        rule.with("entry", self.entry).with("command", &self.command)
    }

    /// Its rows, if nothing stands in the way of taking them back.
    fn rows(&self, session: &Session, db: &Db) -> Result<Vec<Touched>> {
        if self.entry == 1 {
            return Err(BEGINNING.met().into());
        }
        if let Some(by) = self.undone.by(self.entry) {
            return Err(self.refuse(&UNDONE_ALREADY).with("by", by).way_out(format!("proadmin log --entry {by}")).into());
        }
        if self.command.starts_with("erase ") {
            return Err(self.refuse(&ERASED_FOR_GOOD).way_out(format!("proadmin log --entry {}", self.entry)).into());
        }
        let rows = touched(db.connection(), self.entry, &self.undone)?;
        if rows.is_empty() {
            return Err(self.refuse(&NOTHING).way_out("proadmin log").into());
        }
        let issued = ISSUED.iter().find_map(|(table, way)| Some((rows.iter().find(|row| row.table == *table)?, way)));
        if let Some((row, way)) = issued {
            let code = Back::new(db, &session.vocabulary, session.lang)?.record(row)?;
            return Err(self.refuse(&FINAL).way_out(way.replace("{code}", &code)).into());
        }
        rests::unsettled(session, db, self, &rows)?;
        let Some((row, later)) = rows.iter().find_map(|row| Some((row, row.since?))) else { return Ok(rows) };
        let record = Back::new(db, &session.vocabulary, session.lang)?.named(row)?;
        let refusal = self.refuse(&TOUCHED_SINCE).with("record", record).with("later", later).with("by", command(db, later)?);
        Err(refusal.way_out(format!("proadmin undo {later}")).way_out("proadmin log").into())
    }
}

/// The noun, the verb and the codes of an entry.
fn command(db: &Db, entry: EntryNo) -> Result<String> {
    let found = db.row("SELECT command FROM main.entry WHERE seq = ?1", [entry], |row| row.get(0))?;
    found.ok_or_else(|| NO_ENTRY.with("entry", entry).way_out("proadmin log").into())
}

fn take_back(change: &Change, session: &Session, taken: &Taken, rows: &[Touched]) -> Result<()> {
    let reason = session.options.reason.clone();
    let why = reason.unwrap_or_else(|| words::WHY.with("entry", taken.entry).render(session.lang));
    let records = rests::records(change, rows)?;
    let held = rests::held(change, &records)?;
    // A row goes before the row that it names.
    change.connection().pragma_update(None, "defer_foreign_keys", true)?;
    for row in rows.iter().rev() {
        let put = put_back(change.connection(), row, &why);
        if put.as_ref().is_err_and(is_there_already) {
            let record = Back::new(change, &session.vocabulary, session.lang)?.named(row)?;
            return Err(taken.refuse(&ANEW).with("record", record).way_out("proadmin log").into());
        }
        put?;
    }
    rests::unnamed(session, change, taken, rows)?;
    rests::possible(change, taken, &records, &held)
}

/// Whether a row cannot be put back because another says the same.
fn is_there_already(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == SQLITE_CONSTRAINT_UNIQUE)
}

/// What is told of a row.
struct RowTold {
    record: String,
    place: String,
    outcome: PutBack,
    changes: String,
    lines: Vec<Sentence>,
}

impl RowTold {
    fn cells(self) -> Vec<Value> {
        vec![self.record.into(), self.place.into(), self.outcome.code().to_owned().into(), self.changes.into()]
    }
}

/// What is told of the rows: the fields that differ, or of a whole row what becomes of it.
fn rows_told(session: &Session, db: &Db, rows: &[Touched]) -> Result<Vec<RowTold>> {
    let mut back = Back::new(db, &session.vocabulary, session.lang)?;
    let tell = |row: &Touched| -> Result<RowTold> {
        let outcome = match row.before {
            Some(_) => PutBack::Restored,
            None if knows_void(db.connection(), &row.table)? => PutBack::Voided,
            None => PutBack::Removed,
        };
        let (people, programs) = back.differences(row)?;
        let lines = if people.is_empty() {
            let outcome = label_of(words::OUTCOMES, outcome.code());
            vec![words::WHOLE.with("row", back.row(row)?).with("outcome", outcome)]
        } else {
            people.iter().map(|line| words::LINE.with("line", line)).collect()
        };
        let changes = if session.options.for_machines { programs } else { people }.join("\n");
        Ok(RowTold { record: back.record(row)?, place: format!("{} {}", row.table, row.id), outcome, changes, lines })
    };
    rows.iter().map(tell).collect()
}

/// The first lines, and how many more there are.
fn listed(told: &[RowTold]) -> Vec<Sentence> {
    let all: Vec<&Sentence> = told.iter().flat_map(|told| &told.lines).collect();
    let more = all.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| words::MORE.with("count", more));
    all.into_iter().take(LISTED).cloned().chain(more).collect()
}
