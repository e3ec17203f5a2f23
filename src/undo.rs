//! `undo`: an entry is taken back by its rows, as a new entry. What was issued or frozen stays
//! and can only be superseded, and whatever someone touched since is theirs first.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;
use serde_json::{Map, Value as Json};

use crate::db::{self, Access, EntryNo, PutBack, Shadow, Touched, put_back, touched};
use crate::prompt;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Change, Obey, Session};
use crate::trust::words;
use crate::{consult, task};

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
static NAMED_SINCE: Rule = rule(
    Kind::Rule,
    "E0806",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: {record:을/를} 가리키는 기록이 그 뒤에 생겼습니다",
    "entry {entry} ({command}) cannot be undone: something recorded since names {record}",
);
static NOTHING: Rule =
    rule(Kind::Rule, "E0807", "{entry}번 기록에는 되돌릴 것이 없습니다", "there is nothing to take back in entry {entry}");
/// Tables whose rows left the house, and the command that supersedes them.
const ISSUED: &[(&str, &str)] = &[
    ("opinion", "proadmin consult answer CODE --supersede --reason …"),
    ("snapshot", "proadmin snapshot take YYYY-MM --revise --reason …"),
    ("eval_result", "proadmin eval show CODE"),
];
/// Whether the acts of the record with a code could have happened as they stand.
type Judge = fn(&Change, &str) -> Result<()>;
/// The tables whose rows have a sequence of acts, and what judges it again.
const JUDGED: &[(&str, Judge)] = &[("task", task::act::holds), ("consultation", consult::store::holds)];
const COLUMNS: &[Column] = &[
    column("record", "기록", "record", Holds::Code),
    column("place", "곳", "place", Holds::Code),
    column("outcome", "결과", "outcome", Holds::Term(words::OUTCOMES)),
];
/// More rows than this are counted, not listed.
const LISTED: usize = 20;

/// Takes an entry back.
#[derive(Args, Debug)]
pub struct Undo {
    /// Number of the entry [default: the last]
    entry: Option<EntryNo>,
}

impl Obey for Undo {
    fn obey(self, session: &Session) -> Result<Report> {
        session.may_write()?;
        let db = session.db()?;
        let (entry, command) = named(db, self.entry)?;
        let rows = touched(db.connection(), entry)?;
        may_be_undone(session, entry, &command, &rows)?;
        if rows.len() > 1 {
            let lines =
                rows.iter().take(LISTED).map(|row| words::LINE.with("record", name(row)).with("place", place(row))).collect::<Vec<_>>();
            prompt::confirm(session, &lines, &words::ASK.with("entry", entry).with("command", &command).with("count", rows.len()))?;
        }
        let change = session.change("undo")?;
        // Someone may have been faster since the rows were shown.
        let rows = touched(change.connection(), entry)?;
        may_be_undone(session, entry, &command, &rows)?;
        let done = take_back(&change, session, entry, &command, &rows)?;
        let report = Report::list("undo", words::UNDONE.say(), Table::held(COLUMNS.to_vec(), done));
        let said = words::UNDID.with("entry", entry).with("command", &command).with("count", rows.len());
        Ok(change.finish(report, &[&entry.to_string()], said)?.hint(next("proadmin log")))
    }
}

/// Whether the last entry put `day` down as the day of something, and could be taken back.
///
/// # Errors
/// When the file cannot be read.
pub fn stored_last(session: &Session, day: NaiveDate) -> Result<bool> {
    // The file as it is now: what was opened for reading before the write knows nothing of it.
    let db = db::open(session.path(), Access::Read, Shadow::default())?;
    let (entry, command) = named(&db, None)?;
    let rows = touched(db.connection(), entry)?;
    let day = Json::from(day.to_string());
    let puts_down = |row: &Touched| {
        let (before, after) = (object(row.before.as_deref()), object(row.after.as_deref()));
        after.iter().any(|(key, value)| key.ends_with("_on") && *value == day && before.get(key) != Some(value))
    };
    Ok(rows.iter().any(puts_down) && may_be_undone(session, entry, &command, &rows).is_ok())
}

/// The number and the command of the entry that is meant.
fn named(db: &crate::db::Db, entry: Option<EntryNo>) -> Result<(EntryNo, String)> {
    let sql = "SELECT seq, command FROM entry WHERE seq = coalesce(?1, (SELECT max(e.seq) FROM entry e))";
    let found = db.row(sql, [entry], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.ok_or_else(|| NO_ENTRY.with("entry", entry.unwrap_or_default()).way_out("proadmin log").into())
}

fn may_be_undone(session: &Session, entry: EntryNo, command: &str, rows: &[Touched]) -> Result<()> {
    if entry == 1 {
        return Err(BEGINNING.met().into());
    }
    if rows.is_empty() {
        return Err(NOTHING.with("entry", entry).way_out("proadmin log").into());
    }
    if let Some((_, way)) = ISSUED.iter().find(|(table, _)| rows.iter().any(|row| row.table == *table)) {
        return Err(FINAL.with("entry", entry).with("command", command).way_out(*way).into());
    }
    let Some((row, later)) = rows.iter().find_map(|row| Some((row, row.since?))) else { return Ok(()) };
    let (_, by) = named(session.db()?, Some(later))?;
    let refusal = TOUCHED_SINCE.with("entry", entry).with("command", command).with("record", name(row));
    Err(refusal.with("later", later).with("by", by).way_out(format!("proadmin undo {later}")).way_out("proadmin log").into())
}

fn take_back(change: &Change, session: &Session, entry: EntryNo, command: &str, rows: &[Touched]) -> Result<Vec<Vec<Value>>> {
    let reason = session.options.reason.clone();
    let why = reason.unwrap_or_else(|| words::WHY.with("entry", entry).render(session.lang));
    // A row goes before the row that it names.
    change.connection().pragma_update(None, "defer_foreign_keys", true)?;
    let mut done = Vec::new();
    let mut outcomes = Vec::new();
    for row in rows.iter().rev() {
        let outcome = put_back(change.connection(), row, &why)?;
        outcomes.push((row, outcome));
        done.push(vec![name(row).into(), place(row).into(), outcome.code().to_owned().into()]);
    }
    for (row, _) in outcomes.iter().filter(|(_, outcome)| *outcome != PutBack::Restored) {
        if change.is_named(&row.table, row.id)? {
            return Err(NAMED_SINCE.with("entry", entry).with("command", command).with("record", name(row)).way_out("proadmin log").into());
        }
    }
    judge(change, rows)?;
    done.reverse();
    Ok(done)
}

/// Judges again every case that one of the rows belongs to.
fn judge(change: &Change, rows: &[Touched]) -> Result<()> {
    for (table, holds) in JUDGED {
        let mut cases: Vec<i64> = rows.iter().filter_map(|row| case_of(row, table)).collect();
        cases.sort_unstable();
        cases.dedup();
        for id in cases {
            let sql = format!("SELECT code FROM {table} WHERE id = ?1 AND void_reason IS NULL");
            if let Some(code) = change.row(&sql, [id], |row| row.get::<_, String>(0))? {
                holds(change, &code)?;
            }
        }
    }
    Ok(())
}

/// The row of `table` that a row is, or belongs to.
fn case_of(row: &Touched, table: &str) -> Option<i64> {
    if row.table == table {
        return Some(row.id);
    }
    fields(row).get(&format!("{table}_id"))?.as_i64()
}

fn fields(row: &Touched) -> Map<String, Json> {
    object(row.after.as_deref().or(row.before.as_deref()))
}

fn object(text: Option<&str>) -> Map<String, Json> {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The record's code, where the row has one, else its place.
fn name(row: &Touched) -> String {
    fields(row).get("code").and_then(Json::as_str).map_or_else(|| place(row), str::to_owned)
}

fn place(row: &Touched) -> String {
    format!("{} {}", row.table, row.id)
}
