//! The SQL of a round's results: what stands in the way of closing it, what it is closed with,
//! and the hash of that.

use anyhow::Result;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::{Line, table, with_too_few};
use crate::db::Db;
use crate::digest::Digest;
use crate::evaluate::rules::{self, Closing};
use crate::evaluate::store::Round;
use crate::office::store::day;
use crate::session::Change;
use crate::words::Text;

/// What a round looks like when it is to be closed.
pub fn closing(db: &Db, round: &Round) -> Result<Closing> {
    let lines = table(db, round, &[])?;
    let homeless = "SELECT count(*) FROM evaluation_criterion c WHERE c.round_id = :round AND NOT EXISTS
                      (SELECT 1 FROM evaluation_component k WHERE k.round_id = c.round_id AND k.id = c.component_id)";
    let given = "SELECT (SELECT count(*) FROM eval_score WHERE round_id = :round AND void_reason IS NULL)
        + (SELECT count(*) FROM component_score s JOIN eval_entry e ON e.id = s.entry_id WHERE e.round_id = :round AND s.void_reason IS NULL)";
    let last = "SELECT max(x.last_on) AS last_on FROM (
        SELECT max(opened_on) AS last_on FROM eval_round WHERE id = :round
        UNION ALL SELECT max(scored_on) FROM eval_score WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(received_on) FROM eval_entry WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM eval_criterion WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM eval_component WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM eval_grade WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(set_on) FROM rater WHERE round_id = :round AND void_reason IS NULL
        UNION ALL SELECT max(m.set_on) FROM entry_member m JOIN eval_entry e ON e.id = m.entry_id WHERE e.round_id = :round AND m.void_reason IS NULL
        UNION ALL SELECT max(s.scored_on) FROM component_score s JOIN eval_entry e ON e.id = s.entry_id WHERE e.round_id = :round
        UNION ALL SELECT max(b.granted_on) FROM eval_bonus b JOIN eval_entry e ON e.id = b.entry_id WHERE e.round_id = :round
        UNION ALL SELECT max(g.decided_on) FROM grade_decision g JOIN eval_entry e ON e.id = g.entry_id WHERE e.round_id = :round
        UNION ALL SELECT max(f.declared_on) FROM rater_conflict f JOIN eval_entry e ON e.id = f.entry_id WHERE e.round_id = :round
        UNION ALL SELECT max(v.\"on\") FROM eval_component k JOIN eval_round o ON o.id = k.round_id JOIN department_event v ON v.indicator = k.indicator
          AND v.\"on\" >= coalesce(o.count_from, CAST(o.year AS TEXT) || '-01-01') AND v.\"on\" <= coalesce(o.count_to, CAST(o.year AS TEXT) || '-12-31')
          JOIN eval_entry e ON e.round_id = k.round_id AND e.department_id = v.department_id AND e.void_reason IS NULL
          WHERE k.round_id = :round AND k.indicator IS NOT NULL AND k.void_reason IS NULL AND v.\"on\" <= (SELECT date FROM today)) x";
    let count = |sql: &str| Ok::<i64, anyhow::Error>(db.row(sql, named_params! { ":round": round.id }, |row| row.get(0))?.unwrap_or(0));
    Ok(Closing {
        code: round.code.clone(),
        entries: i64::try_from(lines.len())?,
        scored: count(given)? + i64::try_from(lines.iter().filter(|line| line.total.is_some()).count())?,
        criteria: count("SELECT count(*) FROM evaluation_criterion WHERE round_id = :round")?,
        raters: count("SELECT count(*) FROM rater WHERE round_id = :round AND void_reason IS NULL")?,
        sheets_missing: lines.iter().map(|line| line.missing).sum(),
        owed_by: if lines.iter().any(|line| line.missing > 0) { owed_by(db, round)? } else { Vec::new() },
        parts_missing: lines.iter().map(|line| line.parts_missing).sum(),
        homeless: count(homeless)?,
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
    keep_indicators(change, round, on)?;
    let values = [
        ("closed_on", on.to_string().into()),
        ("closed_hash", hash.clone().into()),
        ("closed_missing", missing.into()),
        ("closed_reason", reason.map(str::to_owned).into()),
    ];
    change.update("eval_round", round.id, &values)?;
    Ok(hash)
}

/// Stores what departments have in the indicators: what happens later is not of this round.
fn keep_indicators(change: &Change, round: &Round, on: chrono::NaiveDate) -> Result<()> {
    change.execute(
        "INSERT INTO component_score (entry_id, component_id, points, units, scored_on)
         SELECT i.entry_id, i.component_id, i.points, i.units, :on FROM evaluation_indicator i
          WHERE i.round_id = :round ORDER BY i.entry_id, i.component_id
         ON CONFLICT (entry_id, component_id) DO UPDATE SET
           points = excluded.points, units = excluded.units, scored_on = excluded.scored_on, void_reason = NULL",
        named_params! { ":round": round.id, ":on": on.to_string() },
    )?;
    Ok(())
}

/// The entries without a total, and why.
fn without_total(db: &Db, round: &Round, lines: &[Line]) -> Result<Vec<(String, Text)>> {
    let too_few = with_too_few(db, round)?;
    let why = |line: &Line| match line {
        _ if too_few.binary_search(&line.entry).is_ok() => rules::TOO_FEW,
        Line { raters: 0, parts_missing: 0, .. } => rules::NO_SHEET,
        Line { parts_missing: 0, .. } => rules::NO_CRITERION,
        _ => rules::NO_PART,
    };
    Ok(lines.iter().filter(|line| line.total.is_none()).map(|line| (line.entry.clone(), why(line))).collect())
}

/// The raters who owe a sheet, each with the entries it is owed for.
fn owed_by(db: &Db, round: &Round) -> Result<Vec<(String, Vec<String>)>> {
    let sql = "SELECT a.code, e.code FROM rater a JOIN eval_entry e ON e.round_id = a.round_id AND e.void_reason IS NULL
               WHERE a.round_id = :round AND a.void_reason IS NULL
                 AND NOT EXISTS (SELECT 1 FROM rater_conflict f WHERE f.entry_id = e.id AND f.rater_id = a.id AND f.void_reason IS NULL)
                 AND (e.id, a.id) NOT IN (SELECT h.entry_id, h.rater_id FROM evaluation_handed_in h WHERE h.round_id = :round AND h.countable = 1)
               ORDER BY a.code, e.code";
    let owed: Vec<(String, String)> = db.rows(sql, named_params! { ":round": round.id }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut by_rater: Vec<(String, Vec<String>)> = Vec::new();
    for (rater, entry) in owed {
        match by_rater.last_mut().filter(|(last, _)| *last == rater) {
            Some((_, entries)) => entries.push(entry),
            None => by_rater.push((rater, vec![entry])),
        }
    }
    Ok(by_rater)
}
