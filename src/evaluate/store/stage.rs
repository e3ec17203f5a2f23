//! The SQL of stages: how a closed round left its entries, and the round that goes on with
//! those that came through.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use super::{COMPONENTS, Round, Sort};
use crate::db::Db;
use crate::evaluate::rules::On;
use crate::evaluate::rules::stages::Standing;
use crate::session::Change;

/// The results of a closed round.
pub fn standings(db: &Db, round: &Round) -> Result<Vec<Standing>> {
    let sql = "SELECT entry, rank, total FROM eval_result WHERE round_id = :round ORDER BY entry";
    Ok(db.rows(sql, named_params! { ":round": round.id }, |row| {
        Ok(Standing { entry: row.get("entry")?, rank: row.get("rank")?, total: row.get("total")? })
    })?)
}

/// The code of the round that a round goes on as, if it does.
pub fn follower(db: &Db, round: &Round) -> Result<Option<String>> {
    let sql = "SELECT code FROM eval_round WHERE after_id = :round AND void_reason IS NULL ORDER BY id LIMIT 1";
    Ok(db.row(sql, named_params! { ":round": round.id }, |row| row.get(0))?)
}

/// The code of the round that a round follows, and of another that follows it as well.
pub fn beside(db: &Db, round: i64) -> Result<Option<(String, String)>> {
    let sql = "SELECT b.code, o.code FROM eval_round r JOIN eval_round b ON b.id = r.after_id
               JOIN eval_round o ON o.after_id = b.id AND o.id <> r.id AND o.void_reason IS NULL WHERE r.id = :round LIMIT 1";
    Ok(db.row(sql, named_params! { ":round": round }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The code of a reward that is offered, or of points that were approved, by the results of a round.
pub fn handed_out(db: &Db, round: &Round) -> Result<Option<String>> {
    let sql = "SELECT w.code FROM reward w WHERE w.round_id = :id AND w.void_reason IS NULL
               UNION ALL SELECT k.code FROM incentive_credit k
               WHERE k.event = 'selected' AND k.source LIKE :code || ':%' AND k.outcome = 'approved' AND k.void_reason IS NULL LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": round.id, ":code": round.code }, |row| row.get(0))?)
}

/// What a next stage takes over.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// The round it follows.
    pub before: &'a Round,
    /// Who came through.
    pub through: &'a [Standing],
    /// The weight of the earlier total, in hundredths of a per cent; none carries none.
    pub weight: Option<i64>,
    /// What the review of this stage is called, where the weight leaves something to it.
    pub review: &'a str,
    /// The day it begins.
    pub on: NaiveDate,
}

/// The whole, in hundredths of a per cent and of points.
const WHOLE: i64 = 10_000;

/// Copies those who came through into the next round, each with its members and its total as a
/// component that is carried over.
pub fn copy(change: &Change, round: i64, stage: Stage) -> Result<()> {
    let Stage { before, through, weight, review, on } = stage;
    let on = On { day: on, is_given: false };
    let highest = through.iter().filter_map(|result| result.total).max().unwrap_or(0);
    let component = match weight {
        Some(weight) => {
            let columns = vec![("kind", "carried".to_owned().into()), ("weight", weight.into()), ("max", highest.max(WHOLE).into())];
            let (id, _) = super::set(change, round, COMPONENTS, &before.code, ("set_on", on), columns)?;
            if weight < WHOLE {
                let rest = vec![("kind", "review".to_owned().into()), ("weight", (WHOLE - weight).into()), ("max", WHOLE.into())];
                super::set(change, round, COMPONENTS, review, ("set_on", on), rest)?;
            }
            Some(id)
        }
        None => None,
    };
    for result in through {
        let entry = copy_entry(change, round, before, &result.entry, on.day)?;
        if let Some((component, points)) = component.zip(result.total) {
            let values = [
                ("entry_id", entry.into()),
                ("component_id", component.into()),
                ("points", points.into()),
                ("scored_on", on.day.to_string().into()),
            ];
            change.insert_row("component_score", &values)?;
        }
    }
    Ok(())
}

fn copy_entry(change: &Change, round: i64, before: &Round, entry: &str, on: NaiveDate) -> Result<i64> {
    let Sort { table, .. } = super::ENTRIES;
    let sql = format!(
        "INSERT INTO {table} (round_id, code, title, department_id, body, task_id, lesson, receipt, received_on)
         SELECT :round, code, title, department_id, body, task_id, lesson, coalesce(receipt, received_on), :on
           FROM {table} WHERE round_id = :before AND code = :entry"
    );
    let id = change.insert(&sql, named_params! { ":round": round, ":on": on.to_string(), ":before": before.id, ":entry": entry })?;
    change.execute(
        "INSERT INTO entry_member (entry_id, staff_id, share, role, set_on)
         SELECT :new, m.staff_id, m.share, m.role, :on FROM entry_member m JOIN eval_entry e ON e.id = m.entry_id
          WHERE e.round_id = :before AND e.code = :entry AND m.void_reason IS NULL ORDER BY m.id",
        named_params! { ":new": id, ":on": on.to_string(), ":before": before.id, ":entry": entry },
    )?;
    change.execute(
        "INSERT INTO lesson_link (entry_id, record_code, linked_on)
         SELECT :new, l.record_code, l.linked_on FROM lesson_link l JOIN eval_entry e ON e.id = l.entry_id
          WHERE e.round_id = :before AND e.code = :entry AND l.void_reason IS NULL ORDER BY l.id",
        named_params! { ":new": id, ":before": before.id, ":entry": entry },
    )?;
    Ok(id)
}
