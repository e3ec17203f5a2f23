//! The SQL that reads a round's answers from its views: the table, what explains it, what is
//! missing. The results that a round is closed with are in `results`.

mod results;

pub use results::{RESULT, close, closing, hash, results};

use anyhow::Result;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::store::{self, Named, Round};
use crate::db::Db;
use crate::report::points;
use crate::words::quoted;

/// A line of the evaluation table.
#[derive(Clone, Debug)]
pub struct Line {
    /// Code of the entry.
    pub entry: String,
    /// Its rank.
    pub rank: Option<i64>,
    /// Its total, in hundredths.
    pub total: Option<i64>,
    /// Its grade.
    pub grade: Option<String>,
    /// Whether it waits for a person's decision.
    pub undecided: bool,
    /// Complete sheets.
    pub raters: i64,
    /// Sheets still owed.
    pub missing: i64,
    /// Sheets begun but not complete.
    pub incomplete: i64,
    /// Votes or carried scores not entered.
    pub parts_missing: i64,
    /// The cells as they are shown.
    pub cells: Vec<Value>,
}

/// The criteria of a round, in order.
pub fn criteria(db: &Db, round: &Round) -> Result<Vec<Named>> {
    let sql = "SELECT id, name, max FROM evaluation_criterion WHERE round_id = :round ORDER BY seq";
    Ok(db.rows(sql, named_params! { ":round": round.id }, |row| {
        Ok(Named { id: row.get("id")?, name: row.get("name")?, max: row.get("max")?, kind: String::new() })
    })?)
}

/// The evaluation table of a round, by rank and then by entry, with a cell for each of
/// `criteria` at the end.
pub fn table(db: &Db, round: &Round, criteria: &[Named]) -> Result<Vec<Line>> {
    let own = ["rank", "tied", "code", "entry", "title", "department", "total", "raters", "missing", "grade"];
    let cells: Vec<String> =
        criteria.iter().map(|c| format!("sum(CASE WHEN s.criterion_id = {0} THEN s.points END) AS c{0}", c.id)).collect();
    let points = criteria.iter().fold(String::new(), |points, c| format!("{points}, p.c{}", c.id));
    let pivot = if cells.is_empty() {
        String::new()
    } else {
        format!(
            " LEFT JOIN (SELECT s.entry_id, {} FROM evaluation_criterion_score s WHERE s.round_id = :round GROUP BY s.entry_id) p
                ON p.entry_id = t.entry_id",
            cells.join(", ")
        )
    };
    let sql = format!(
        "SELECT {}{points}, t.undecided, t.incomplete, t.parts_missing FROM evaluation_table t{pivot}
          WHERE t.round_id = :round ORDER BY t.rank NULLS LAST, t.entry",
        own.map(|column| format!("t.{column}")).join(", ")
    );
    let shown = own.len() + criteria.len();
    Ok(db.rows(&sql, named_params! { ":round": round.id }, |row| line(row, shown))?)
}

fn line(row: &Row, shown: usize) -> rusqlite::Result<Line> {
    Ok(Line {
        entry: row.get("entry")?,
        rank: row.get("rank")?,
        total: row.get("total")?,
        grade: row.get("grade")?,
        raters: row.get("raters")?,
        missing: row.get("missing")?,
        undecided: row.get("undecided")?,
        incomplete: row.get("incomplete")?,
        parts_missing: row.get("parts_missing")?,
        cells: (0..shown).map(|at| row.get(at)).collect::<Result<_, _>>()?,
    })
}

/// The tie across a grade's edge that an entry is in, if it is in one.
pub fn tie(db: &Db, round: &Round, entry: i64) -> Result<Option<String>> {
    let sql = "SELECT tie FROM evaluation_table WHERE round_id = :round AND entry_id = :entry";
    Ok(db.row(sql, named_params! { ":round": round.id, ":entry": entry }, |row| row.get(0))?.flatten())
}

/// How many entries a grade is for, and which have it.
pub fn places(db: &Db, round: &Round, grade: &str) -> Result<(i64, Vec<String>)> {
    let sql = "SELECT size FROM evaluation_quota WHERE round_id = :round AND name = :grade";
    let size = db.row(sql, named_params! { ":round": round.id, ":grade": grade }, |row| row.get(0))?.unwrap_or(0);
    let sql = "SELECT entry FROM evaluation_table WHERE round_id = :round AND grade = :grade ORDER BY entry";
    Ok((size, db.rows(sql, named_params! { ":round": round.id, ":grade": grade }, |row| row.get(0))?))
}

/// The sheets in these states, entry and rater.
pub fn sheets_in(db: &Db, round: &Round, state: &str) -> Result<Vec<String>> {
    let sql = "SELECT entry || ' ' || rater || ' (' || CAST(scored AS TEXT) || '/' || CAST(criteria AS TEXT) || ')'
                 FROM evaluation_sheet WHERE round_id = :round AND state = :state ORDER BY entry, rater";
    Ok(db.rows(sql, named_params! { ":round": round.id, ":state": state }, |row| row.get(0))?)
}

/// Rows of `columns` from a view of rounds, in order.
pub fn under(db: &Db, round: i64, columns: &str, from: &str, order: &str) -> Result<Vec<Vec<Value>>> {
    let sql = format!("SELECT {columns} FROM {from} ORDER BY {order}");
    Ok(db.cells(&sql, named_params! { ":round": round })?)
}

/// What one entry has: its rank, total, and what splits ties.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Its rank.
    pub rank: Option<i64>,
    /// The components by their weights.
    pub weighted: Option<i64>,
    /// Its bonus under the cap.
    pub bonus: i64,
    /// Its total.
    pub total: Option<i64>,
    /// Its receipt.
    pub received_on: String,
    /// Its grade.
    pub grade: Option<String>,
}

/// Where an entry stands.
pub fn standing(db: &Db, round: &Round, entry: i64) -> Result<Standing> {
    let sql = "SELECT rank, weighted, bonus, total, received_on, grade FROM evaluation_table WHERE round_id = :round AND entry_id = :entry";
    let found = db.row(sql, named_params! { ":round": round.id, ":entry": entry }, |row| {
        Ok(Standing {
            rank: row.get("rank")?,
            weighted: row.get("weighted")?,
            bonus: row.get("bonus")?,
            total: row.get("total")?,
            received_on: row.get("received_on")?,
            grade: row.get("grade")?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// What an entry has in each row of `view`, by the id in `column`.
pub fn points_by(db: &Db, round: &Round, view: &str, column: &str, entry: i64) -> Result<Vec<(i64, i64)>> {
    let sql = format!("SELECT {column}, points FROM {view} WHERE round_id = :round AND entry_id = :entry");
    Ok(db.rows(&sql, named_params! { ":round": round.id, ":entry": entry }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The components of a round: id, name, weight.
pub fn components(db: &Db, round: &Round) -> Result<Vec<(i64, Option<String>, i64)>> {
    let sql = "SELECT id, name, weight FROM evaluation_component WHERE round_id = :round ORDER BY seq";
    Ok(db.rows(sql, named_params! { ":round": round.id }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

/// The criteria that split ties, in order, and whether the receipt does after them.
pub fn tie_order(db: &Db, round: &Round) -> Result<(Vec<Named>, bool)> {
    let sql = "SELECT id, name, max FROM evaluation_criterion WHERE round_id = :round AND tie_order IS NOT NULL ORDER BY tie_order";
    let criteria = db.rows(sql, named_params! { ":round": round.id }, |row| {
        Ok(Named { id: row.get(0)?, name: row.get(1)?, max: row.get(2)?, kind: String::new() })
    })?;
    let sql = "SELECT tie_receipt FROM eval_round WHERE id = :round";
    let receipt = db.row(sql, named_params! { ":round": round.id }, |row| row.get(0))?.unwrap_or(false);
    Ok((criteria, receipt))
}

/// The ids and codes of a round's raters.
pub fn raters(db: &Db, round: &Round) -> Result<Vec<Named>> {
    store::all(db, round.id, store::RATERS)
}

/// The entries with too few sheets to leave the highest and the lowest out; only where any are.
pub fn with_too_few(db: &Db, round: &Round) -> Result<Vec<String>> {
    if !is_there(db, round, "eval_round r WHERE r.id = :round AND r.trim > 0")? {
        return Ok(Vec::new());
    }
    let sql = "SELECT DISTINCT entry FROM evaluation_sheet WHERE round_id = :round AND state = 'too_few' ORDER BY entry";
    Ok(db.rows(sql, named_params! { ":round": round.id }, |row| row.get(0))?)
}

/// Whether a round has something at all: the views that say what of it counts cost much more.
fn is_there(db: &Db, round: &Round, from: &str) -> Result<bool> {
    Ok(db.row(&format!("SELECT EXISTS (SELECT 1 FROM {from})"), named_params! { ":round": round.id }, |row| row.get(0))?.unwrap_or(false))
}

/// One rater's sheet of an entry.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Code of the rater.
    pub rater: String,
    /// Its sum, in hundredths.
    pub points: i64,
    /// Whether it counts.
    pub state: String,
}

/// The sheets of an entry.
pub fn sheets_of(db: &Db, round: &Round, entry: i64) -> Result<Vec<Sheet>> {
    let sql = "SELECT rater, points, state FROM evaluation_sheet WHERE round_id = :round AND entry_id = :entry ORDER BY rater";
    Ok(db.rows(sql, named_params! { ":round": round.id, ":entry": entry }, |row| {
        Ok(Sheet { rater: row.get("rater")?, points: row.get("points")?, state: row.get("state")? })
    })?)
}

/// The bonus of each entry that has one: entry, title, points recorded, points that count.
pub fn bonuses(db: &Db, round: &Round) -> Result<Vec<Vec<Value>>> {
    if !is_there(db, round, "eval_bonus b JOIN eval_entry e ON e.id = b.entry_id WHERE e.round_id = :round AND b.void_reason IS NULL")? {
        return Ok(Vec::new());
    }
    let columns = "t.entry, t.title, s.points, t.bonus";
    let from = "evaluation_table t JOIN (SELECT b.entry_id, sum(b.points) AS points FROM eval_bonus b
                  WHERE b.void_reason IS NULL GROUP BY b.entry_id) s ON s.entry_id = t.entry_id WHERE t.round_id = :round";
    under(db, round.id, columns, from, "t.entry")
}

/// The most bonus points of an entry that count, where there is such a cap.
pub fn bonus_cap(db: &Db, round: &Round) -> Result<Option<i64>> {
    let sql = "SELECT bonus_max FROM eval_round WHERE id = :round";
    Ok(db.row(sql, named_params! { ":round": round.id }, |row| row.get(0))?.flatten())
}

/// What departments have in the indicators of a round.
pub fn counted(db: &Db, round: &Round) -> Result<Vec<Vec<Value>>> {
    if !is_there(db, round, "eval_component k WHERE k.round_id = :round AND k.kind = 'indicator'")? {
        return Ok(Vec::new());
    }
    let columns = "e.code, e.title, k.name, k.indicator, i.units, k.unit, k.unit_points, k.max, i.points";
    let from = "evaluation_indicator i JOIN eval_entry e ON e.id = i.entry_id JOIN eval_component k ON k.id = i.component_id
                 WHERE i.round_id = :round AND e.void_reason IS NULL";
    under(db, round.id, columns, from, "e.code, k.seq")
}

/// The verbs of what a round has that is in none of its files.
pub fn in_no_file(db: &Db, round: &Round) -> Result<Vec<&'static str>> {
    let of_entries = "JOIN eval_entry e ON e.id = x.entry_id WHERE e.round_id = :round";
    let places = [
        ("misconduct", format!("entry_misconduct x {of_entries} AND x.void_reason IS NULL")),
        ("lesson", format!("lesson_link x {of_entries} AND x.void_reason IS NULL")),
        ("adopt", "eval_adoption x WHERE x.round_id = :round AND x.void_reason IS NULL".to_owned()),
        ("decide", format!("grade_decision x {of_entries}")),
    ];
    let mut verbs = Vec::new();
    for (verb, from) in places {
        if is_there(db, round, &from)? {
            verbs.push(verb);
        }
    }
    Ok(verbs)
}

/// What `eval open` is given for a round that is counted like this one; the order of ties by
/// criteria is in their file.
pub fn opened(db: &Db, round: &Round) -> Result<String> {
    let sql = "SELECT '--year ' || CAST(year AS TEXT) || ' --track ' || track
        || CASE WHEN method = 'mean' THEN '' ELSE ' --method ' || method END
        || CASE WHEN trim = 0 THEN '' ELSE ' --trim ' || CAST(trim AS TEXT) END
        || coalesce(' --count-from ' || count_from, '') || coalesce(' --count-to ' || count_to, '')
        || CASE WHEN tie_receipt = 1 THEN ' --tie receipt' ELSE '' END, bonus_max FROM eval_round WHERE id = :round";
    let found: Option<(String, Option<i64>)> = db.row(sql, named_params! { ":round": round.id }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (counting, bonus_max) = found.unwrap_or_default();
    let bonus_max = bonus_max.map_or_else(String::new, |max| format!(" --bonus-max {}", points(max)));
    Ok(format!("{} {counting}{bonus_max}", quoted(&round.title)))
}
