//! The SQL of nominations: the nominations here, those nominated in a file of their own.

mod nominees;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;
use rusqlite::types::Value;

pub use self::nominees::{Nominee, by_code, department_of, members, nominate, nominees, nominees_named, nominees_of};
use super::rules::{Ground, History};
use super::{Act, NOMINATIONS};
use crate::db::Db;
use crate::numbering;
use crate::office::store::{self as office, day};
use crate::private;
use crate::session::Change;
use crate::words::korean::masked;

/// What codes of nominations begin with.
pub(super) const PREFIX: &str = "NM";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 3;

/// A nomination as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Nomination {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The name of the team, where it has one.
    pub team: Option<String>,
    /// The department of the one nominated.
    pub department_id: i64,
    /// The key task that the merit is about, unless it is void.
    pub task_id: Option<i64>,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Who made it: resident, employee, department or self.
    pub source: String,
    /// The nominator as shown.
    pub nominator: Option<String>,
    /// Where the nominator's own name is kept.
    pub private_id: Option<i64>,
    /// When the merit began and ended, as far as that was said.
    pub merit: (Option<NaiveDate>, Option<NaiveDate>),
    /// Whether it came in time.
    pub timing: String,
    /// Its state.
    pub state: String,
    /// The nomination it was merged into.
    pub merged_into: Option<String>,
    /// The entries of rounds that it became, each as round:entry.
    pub entries: Option<String>,
}

/// The nomination of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Nomination> {
    match known(db, code)? {
        Some(found) => Ok(found),
        None => Err(NOMINATIONS.missing(db, code)?.into()),
    }
}

/// The nomination of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Nomination>> {
    let sql = "SELECT v.id, v.code, v.title, v.team, v.department_id, CASE WHEN v.task IS NOT NULL THEN n.task_id END AS task_id,
                      v.received_on, v.source, v.nominator, n.private_id, v.merit_from, v.merit_to, v.timing, v.state, v.merged_into, v.entries
               FROM nomination_status v JOIN nomination n ON n.id = v.id WHERE v.code = :code";
    Ok(db.row(sql, named_params! { ":code": code }, |row| {
        Ok(Nomination {
            id: row.get("id")?,
            code: row.get("code")?,
            title: row.get("title")?,
            team: row.get("team")?,
            department_id: row.get("department_id")?,
            task_id: row.get("task_id")?,
            received_on: day(row, "received_on")?.unwrap_or_default(),
            source: row.get("source")?,
            nominator: row.get("nominator")?,
            private_id: row.get("private_id")?,
            merit: (day(row, "merit_from")?, day(row, "merit_to")?),
            timing: row.get("timing")?,
            state: row.get("state")?,
            merged_into: row.get("merged_into")?,
            entries: row.get("entries")?,
        })
    })?)
}

/// The code of the nomination of a day, a title and these nominees, if there is one.
pub fn like(db: &Db, received_on: NaiveDate, title: &str, nominees: &[Nominee]) -> Result<Option<String>> {
    let sql =
        "SELECT code FROM nomination_status WHERE received_on = :received AND title = :title AND nominees = :nominees AND state <> 'void'
                 ORDER BY id LIMIT 1";
    let params = named_params! { ":received": received_on.to_string(), ":title": title, ":nominees": by_code(nominees) };
    Ok(db.row(sql, params, |row| row.get(0))?)
}

/// What happened to a nomination so far. An entry that was voided in its round is gone.
pub fn history(db: &Db, nomination: &Nomination) -> Result<History> {
    let sql = "SELECT a.acted_on, a.kind FROM nomination_act a
                WHERE a.nomination_id = :id AND (a.kind <> 'entered' OR a.id IN (SELECT e.id FROM nomination_entry e))
                ORDER BY a.acted_on, a.id";
    let acts = db.rows(sql, named_params! { ":id": nomination.id }, |row| {
        Ok((day(row, "acted_on")?.unwrap_or_default(), row.get::<_, String>("kind")?))
    })?;
    let vouched = "SELECT min(CASE WHEN m.acted_on < s.acted_on THEN s.acted_on ELSE m.acted_on END) AS vouched_on
                     FROM nomination_source v
                     JOIN nomination_act m ON m.nomination_id = v.id AND m.kind = 'merged'
                     LEFT JOIN nomination_act s ON s.nomination_id = v.id AND s.kind = 'confirmed'
                    WHERE v.root_id = :id AND v.id <> :id AND v.check_state IN ('confirmed', 'not_needed')";
    Ok(History {
        code: nomination.code.clone(),
        received_on: nomination.received_on,
        is_void: nomination.state == "void",
        by_resident: nomination.source == "resident",
        vouched_on: db.row(vouched, named_params! { ":id": nomination.id }, |row| day(row, "vouched_on"))?.flatten(),
        timing: nomination.timing.clone(),
        merged_into: nomination.merged_into.clone(),
        acts: acts.into_iter().filter_map(|(on, act)| Some((on, Act::of(&act)?))).collect(),
    })
}

/// Judges the whole sequence of a nomination's acts again, as when something of it was taken back.
///
/// # Errors
/// What remains could not have happened.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    Ok(history(db, &find(db, code)?)?.judge().map(drop)?)
}

/// A nomination to be recorded.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// Its code, where a year is entered with its codes.
    pub code: Option<String>,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Who is nominated.
    pub nominees: Vec<Nominee>,
    /// Its other columns.
    pub columns: Vec<(&'static str, Value)>,
}

/// Records a nomination and returns its code.
pub fn insert(change: &Change, new: &New) -> Result<String> {
    let (year, seq, code) = numbering::code(change, PREFIX, new.received_on.year(), DIGITS, new.code.as_deref())?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("department_id", department_of(&new.nominees).into()),
        ("received_on", new.received_on.to_string().into()),
    ];
    values.extend(new.columns.iter().cloned());
    let id = change.insert_row("nomination", &values)?;
    nominate(change, id, &new.nominees, new.received_on)?;
    Ok(code)
}

/// Who nominated, as far as the columns change: a resident's or an employee's name is kept
/// apart, and only masked on the nomination; a department is named.
///
/// # Errors
/// An employee or a department that is not known, a department that was merged away when it was
/// received, or who nominates themself.
pub fn nominator(
    change: &Change,
    known: Option<&Nomination>,
    source: &str,
    name: Option<&str>,
    (nominees, received_on): (&[Nominee], NaiveDate),
) -> Result<Vec<(&'static str, Value)>> {
    let before = known.and_then(|nomination| nomination.nominator.as_deref());
    let Some(name) = name.filter(|name| Some(*name) != before || known.is_some_and(|known| known.source != source)) else {
        return Ok(if source == "self" { vec![("nominator", Value::Null), ("private_id", Value::Null)] } else { Vec::new() });
    };
    // A name with stars in it was masked before it came here.
    if source != "department" && name.contains('*') {
        return Ok(vec![("nominator", name.to_owned().into())]);
    }
    let name = match source {
        "department" => {
            let department = office::department_on(change, name, received_on)?.name;
            return Ok(vec![("nominator", department.into()), ("private_id", Value::Null)]);
        }
        "employee" => {
            let person = office::person_typed(change, name)?;
            super::rules::not_oneself(nominees.iter().any(|nominee| nominee.id == person.id))?;
            person.name
        }
        _ => name.to_owned(),
    };
    let kept = known.and_then(|nomination| nomination.private_id);
    let is_known = match kept {
        Some(id) => private::is(change, id, &name)?,
        None => false,
    };
    let mut columns: Vec<(&'static str, Value)> = vec![("nominator", masked(&name).into())];
    if !is_known {
        columns.push(("private_id", private::keep(change, &name)?.into()));
    }
    Ok(columns)
}

/// What goes with an act besides its day.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// The ground of a rejection.
    pub ground: Option<String>,
    /// The nomination it is merged into.
    pub into_id: Option<i64>,
    /// The round and the entry in it.
    pub entry: Option<(String, String)>,
    /// Why or how.
    pub note: Option<String>,
}

/// Records an act.
pub fn act(change: &Change, id: i64, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let (round, entry) = detail.entry.clone().unzip();
    change.insert(
        "INSERT INTO nomination_act (nomination_id, acted_on, kind, ground, into_id, round, entry, note)
         VALUES (:id, :on, :kind, :ground, :into, :round, :entry, :note)",
        named_params! {
            ":id": id, ":on": on.to_string(), ":kind": act.code(), ":ground": detail.ground, ":into": detail.into_id,
            ":round": round, ":entry": entry, ":note": detail.note,
        },
    )?;
    Ok(())
}

/// The grounds that hold.
pub fn grounds(db: &Db) -> Result<Vec<Ground>> {
    let sql = "SELECT code, name FROM nomination_ground WHERE void_reason IS NULL ORDER BY id";
    Ok(db.rows(sql, (), |row| Ok(Ground { code: row.get("code")?, name: row.get("name")? }))?)
}

/// The entry of a round that a nomination is, if it is one.
pub fn entry_in(db: &Db, id: i64, round: &str) -> Result<Option<String>> {
    let sql = "SELECT entry FROM nomination_entry WHERE nomination_id = :id AND round = :round LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": id, ":round": round }, |row| row.get(0))?)
}

/// Whether others were merged into a nomination, or a round has it.
pub fn in_use(db: &Db, id: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM nomination_act a JOIN nomination n ON n.id = a.nomination_id AND n.void_reason IS NULL
                 WHERE a.kind = 'merged' AND a.into_id = :id)
               OR EXISTS (SELECT 1 FROM nomination_entry WHERE nomination_id = :id)";
    Ok(db.row(sql, named_params! { ":id": id }, |row| row.get(0))?.unwrap_or(false))
}

/// Earlier nominations of the same year that name one of its nominees, and stand; each with
/// whether it names the very same ones.
pub fn duplicates(db: &Db, nomination: &Nomination) -> Result<Vec<(String, bool)>> {
    let sql = "SELECT other FROM nomination_duplicate WHERE code = :code ORDER BY other";
    let codes: Vec<String> = db.rows(sql, named_params! { ":code": nomination.code }, |row| row.get(0))?;
    let own = nominees_named(db, nomination.id)?;
    codes
        .into_iter()
        .map(|code| {
            let other = nominees_named(db, find(db, &code)?.id)?;
            Ok((code, other.len() == own.len() && other.iter().all(|name| own.contains(name))))
        })
        .collect()
}

/// Nominations that were accepted in the year of a day and name one of its nominees: each earns
/// its points in that year.
pub fn accepted_beside(db: &Db, nomination: &Nomination, on: NaiveDate) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT v.code FROM nominee a
                 JOIN nominee b ON b.staff_id = a.staff_id AND b.nomination_id <> a.nomination_id AND b.void_reason IS NULL
                 JOIN nomination_status v ON v.id = b.nomination_id AND v.state IN ('accepted', 'entered')
                WHERE a.nomination_id = :id AND a.void_reason IS NULL AND substr(v.decided_on, 1, 4) = :year ORDER BY v.code";
    let params = named_params! { ":id": nomination.id, ":year": on.year().to_string() };
    Ok(db.rows(sql, params, |row| row.get(0))?)
}

/// The rows of `columns` of a view that has the nomination's code under `key`.
pub fn under(db: &Db, view: &str, columns: &str, key: &str, code: &str, order: &str) -> Result<Vec<Vec<Value>>> {
    Ok(db.cells(&format!("SELECT {columns} FROM {view} WHERE {key} = :code ORDER BY {order}"), named_params! { ":code": code })?)
}

/// The id of a row of a table by the column that names it, with the values it has.
pub fn named(db: &Db, table: &str, key: &str, name: &str) -> Result<Option<i64>> {
    Ok(db.row(&format!("SELECT id FROM {table} WHERE {key} = :name"), named_params! { ":name": name }, |row| row.get(0))?)
}

/// The days of a period of reception.
pub fn period(db: &Db, id: i64) -> Result<Option<[Option<NaiveDate>; 4]>> {
    let sql = "SELECT starts, ends, merit_from, merit_to FROM nomination_period WHERE id = :id";
    Ok(db.row(sql, named_params! { ":id": id }, |row| {
        Ok([day(row, "starts")?, day(row, "ends")?, day(row, "merit_from")?, day(row, "merit_to")?])
    })?)
}
