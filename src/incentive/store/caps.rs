//! Whether what was approved and paid out stays within the caps and within what there is.

use anyhow::Result;
use rusqlite::named_params;

use super::{account, line};
use crate::db::Db;
use crate::incentive::rules;

/// Whether what was redeemed of the points that a line of the ledger is about is still covered,
/// and what was approved of that year stays under the caps.
///
/// # Errors
/// It is not.
pub fn holds(db: &Db, code: &str) -> Result<()> {
    let Some((year, staff_id)) = line(db, code)?.and_then(|line| Some((line.year, line.staff_id?))) else { return Ok(()) };
    rules::covered(code, &account(db, staff_id, year, "")?)?;
    let approved = "SELECT 1 FROM incentive_credit WHERE code = :code AND outcome = 'approved' AND void_reason IS NULL";
    if db.row(approved, named_params! { ":code": code }, |_| Ok(()))?.is_none() {
        return Ok(());
    }
    under(db, code, (staff_id, year), over(db, (staff_id, year))?.first())
}

/// Refuses what is over a cap, with the way to make room.
///
/// # Errors
/// Something is.
pub fn under(db: &Db, code: &str, (staff_id, year): (i64, i32), over: Option<&rules::Over>) -> Result<()> {
    let Some(over) = over else { return Ok(()) };
    Err(rules::over_the_cap(code, over, gone(db, staff_id, year)?.as_deref()).into())
}

/// What was approved of a person's year and the caps that it is over: of the year, of a month, of
/// how many count in one, or of a task that counts once, at its highest. What rests on a record
/// that is gone may come back, and takes its room until it is void.
pub fn over(db: &Db, (staff_id, year): (i64, i32)) -> Result<Vec<rules::Over>> {
    const POINTS: &str = "CAST(sum(k.points) AS BIGINT)";
    const TIMES: &str = "count(*)";
    const MONTH: &str = "substr(k.happened_on, 1, 7)";
    const ONCE: &str = "CASE WHEN min(s.task_once) = 1 AND min(k.task) IS NOT NULL THEN max(max(k.points), coalesce(max(r.points), 0)) END";
    let caps = [
        (POINTS, "min(s.year_max)", "CAST(k.year AS TEXT)"),
        (POINTS, "min(s.month_max)", MONTH),
        (TIMES, "min(s.month_count)", MONTH),
        (POINTS, ONCE, "k.task"),
    ];
    let mut found = Vec::new();
    for (counted, most, by) in caps {
        let sql = format!(
            "SELECT {by} AS of, {counted} AS approved, {most} AS most FROM incentive_credit k
             JOIN incentive_scheme s ON s.id = (SELECT u.scheme_id FROM incentive_use u WHERE u.year <= :year ORDER BY u.year DESC, u.id DESC LIMIT 1)
             LEFT JOIN incentive_rule r ON r.scheme_id = s.id AND r.event = k.event AND r.active = 1
             WHERE k.staff_id = :staff AND k.year = :year AND k.outcome = 'approved' AND k.void_reason IS NULL
             GROUP BY {by} HAVING {counted} > {most} ORDER BY 1"
        );
        found.extend(db.rows(&sql, named_params! { ":staff": staff_id, ":year": year }, |row| {
            let of = row.get::<_, Option<String>>("of")?.unwrap_or_default();
            Ok(rules::Over { of, approved: row.get("approved")?, most: row.get("most")?, is_points: counted == POINTS })
        })?);
    }
    Ok(found)
}

/// The first approval of a person's year whose record is gone.
pub fn gone(db: &Db, staff_id: i64, year: i32) -> Result<Option<String>> {
    let sql = "SELECT code FROM incentive_credit_status WHERE staff_id = :staff AND year = :year AND state = 'gone' ORDER BY id LIMIT 1";
    Ok(db.row(sql, named_params! { ":staff": staff_id, ":year": year }, |row| row.get(0))?)
}

/// Whether a decision about an activity is still about it.
///
/// # Errors
/// It was made about another person or event.
pub fn activity_holds(db: &Db, code: &str) -> Result<()> {
    let sql = "SELECT code FROM incentive_credit_status WHERE source = :code AND state = 'gone' ORDER BY id LIMIT 1";
    let gone: Option<String> = db.row(sql, named_params! { ":code": code }, |row| row.get("code"))?;
    Ok(rules::decided_before(code, gone.as_deref().map(|line| (line, "gone")))?)
}
