//! The SQL that reads a round's answers from its views: the table, what explains it, what is
//! missing, and the results as they were closed.

use anyhow::Result;
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::rules::{self, Closing};
use super::store::{self, Named, Round};
use crate::db::Db;
use crate::digest::Digest;
use crate::office::store::day;
use crate::session::Change;
use crate::words::Text;

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

/// The entries without a total, and why.
fn without_total(db: &Db, round: &Round, lines: &[Line]) -> Result<Vec<(String, Text)>> {
    let too_few = entries_with(db, round, "too_few")?;
    let why = |line: &Line| match line {
        _ if too_few.binary_search(&line.entry).is_ok() => rules::TOO_FEW,
        Line { raters: 0, parts_missing: 0, .. } => rules::NO_SHEET,
        Line { parts_missing: 0, .. } => rules::NO_CRITERION,
        _ => rules::NO_PART,
    };
    Ok(lines.iter().filter(|line| line.total.is_none()).map(|line| (line.entry.clone(), why(line))).collect())
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

/// What a round looks like when it is to be closed.
pub fn closing(db: &Db, round: &Round) -> Result<Closing> {
    let lines = table(db, round, &[])?;
    let homeless = "SELECT count(*) FROM evaluation_criterion c WHERE c.round_id = :round AND NOT EXISTS
                      (SELECT 1 FROM evaluation_component k WHERE k.round_id = c.round_id AND k.id = c.component_id)";
    let last = "SELECT max(x.last_on) AS last_on FROM (
        SELECT max(opened_on) AS last_on FROM eval_round WHERE id = :round
        UNION ALL SELECT max(scored_on) FROM eval_score WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(received_on) FROM eval_entry WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM eval_criterion WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM eval_component WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM eval_grade WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM rater WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(s.scored_on) FROM component_score s JOIN eval_entry e ON e.id = s.entry_id WHERE e.round_id = :round
        UNION ALL SELECT max(b.granted_on) FROM eval_bonus b JOIN eval_entry e ON e.id = b.entry_id WHERE e.round_id = :round
        UNION ALL SELECT max(g.decided_on) FROM grade_decision g JOIN eval_entry e ON e.id = g.entry_id WHERE e.round_id = :round
        UNION ALL SELECT max(f.declared_on) FROM rater_conflict f JOIN eval_entry e ON e.id = f.entry_id WHERE e.round_id = :round) x";
    Ok(Closing {
        code: round.code.clone(),
        entries: i64::try_from(lines.len())?,
        sheets_missing: lines.iter().map(|line| line.missing).sum(),
        parts_missing: lines.iter().map(|line| line.parts_missing).sum(),
        homeless: db.row(homeless, named_params! { ":round": round.id }, |row| row.get(0))?.unwrap_or(0),
        without_total: without_total(db, round, &lines)?,
        undecided: lines.into_iter().filter(|line| line.undecided).map(|line| line.entry).collect(),
        last_on: db.row(last, named_params! { ":round": round.id }, |row| day(row, "last_on"))?.flatten(),
    })
}

/// The columns of a result, in the order in which they are hashed.
pub const RESULT: [&str; 9] = ["entry", "title", "rank", "tied", "total", "raters", "missing", "grade", "criteria"];

/// The results of a round: from the view `evaluation_result` as they are now, from the table
/// `eval_result` as they were closed.
pub fn results(db: &Db, round: &Round, from: &str) -> Result<Vec<Vec<Value>>> {
    let sql = format!("SELECT {} FROM {from} WHERE round_id = :round ORDER BY entry", RESULT.join(", "));
    Ok(db.cells(&sql, named_params! { ":round": round.id })?)
}

/// The hash of a round's results.
pub fn hash(round: &Round, results: &[Vec<Value>]) -> String {
    let mut digest = Digest::default();
    digest.text(Some(&round.code));
    digest.number(i64::try_from(results.len()).unwrap_or(i64::MAX));
    for value in results.iter().flatten() {
        match value {
            Value::Integer(number) => digest.text(Some(&number.to_string())),
            Value::Text(text) => digest.text(Some(text)),
            _ => digest.text(None),
        }
    }
    digest.hex()
}

/// Stores the results of a round and closes it.
pub fn close(change: &Change, round: &Round, on: chrono::NaiveDate, missing: i64, reason: Option<&str>) -> Result<String> {
    let results = results(change, round, "evaluation_result")?;
    let hash = hash(round, &results);
    for result in results {
        let mut values: Vec<(&str, Value)> = vec![("round_id", round.id.into()), ("settled_on", on.to_string().into())];
        values.extend(RESULT.into_iter().zip(result));
        change.insert_row("eval_result", &values)?;
        change.settle()?;
    }
    let values = [
        ("closed_on", on.to_string().into()),
        ("closed_hash", hash.clone().into()),
        ("closed_missing", missing.into()),
        ("closed_reason", reason.map(str::to_owned).into()),
    ];
    change.update("eval_round", round.id, &values)?;
    Ok(hash)
}

/// The ids and codes of a round's raters.
pub fn raters(db: &Db, round: &Round) -> Result<Vec<Named>> {
    store::all(db, round.id, store::RATERS)
}

/// The entries that have a sheet in this state.
pub fn entries_with(db: &Db, round: &Round, state: &str) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT entry FROM evaluation_sheet WHERE round_id = :round AND state = :state ORDER BY entry";
    Ok(db.rows(sql, named_params! { ":round": round.id, ":state": state }, |row| row.get(0))?)
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

/// The verbs of what a round has besides criteria, entries, raters and scores.
pub fn besides_scores(db: &Db, round: &Round) -> Result<Vec<&'static str>> {
    let of_entries = "JOIN eval_entry e ON e.id = x.entry_id WHERE e.round_id = :round";
    let places = [
        ("component", "eval_component x WHERE x.round_id = :round AND x.void_reason IS NULL".to_owned()),
        ("conflict", format!("rater_conflict x {of_entries} AND x.void_reason IS NULL")),
        ("bonus", format!("eval_bonus x {of_entries} AND x.void_reason IS NULL")),
        ("grade", "eval_grade x WHERE x.round_id = :round AND x.void_reason IS NULL".to_owned()),
        ("decide", format!("grade_decision x {of_entries}")),
        ("edit", "eval_round x WHERE x.id = :round AND (x.trim > 0 OR x.method <> 'mean' OR x.bonus_max IS NOT NULL OR x.tie_receipt = 1)".to_owned()),
    ];
    let mut verbs = Vec::new();
    for (verb, from) in places {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {from})");
        if db.row(&sql, named_params! { ":round": round.id }, |row| row.get(0))?.unwrap_or(false) {
            verbs.push(verb);
        }
    }
    Ok(verbs)
}
