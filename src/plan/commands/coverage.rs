//! `plan coverage`: whether what was planned can be shown, and what was done was planned.

use anyhow::Result;
use chrono::Datelike;
use clap::Args;

use super::read::{area_columns, count, held, standing};
use crate::plan::{ACTIONS, AREAS, words};
use crate::record::KINDS;
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::typed;

const CANDIDATES: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(KINDS)),
    column("code", "번호", "code", Holds::Code),
    column("title", "제목", "title", Holds::Text),
    column("on", "시작된 날", "on", Holds::Date).minor(1),
    column("department", "부서", "department", Holds::Text).minor(2),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct Coverage {
    /// Year [default: this year]
    #[arg(value_parser = typed::year)]
    year: Option<i32>,
    /// Only candidates of this kind
    #[arg(long, value_parser = typed::OneOf(KINDS))]
    kind: Option<String>,
}

/// Actions without evidence, evidence without an action, and late ones.
pub fn coverage(session: &Session, args: &Coverage) -> Result<Report> {
    let db = session.db()?;
    let year = args.year.unwrap_or_else(|| session.reading_day().year());
    let of_year = || Filter::default().when("year = ?", Some(i64::from(year)));
    let columns = |keys: &[&str]| -> Vec<Column> {
        keys.iter().filter_map(|key| ACTIONS.columns.iter().find(|column| column.key == *key)).cloned().collect()
    };
    let unshown = "evidence = 0 AND state IN ('open', 'overdue', 'done')";
    let without = columns(&["code", "title", "area_no", "department", "lead", "state"]);
    let late = columns(&["code", "title", "department", "lead", "due", "days_left"]);
    let sql = "SELECT kind, code, title, \"on\", department FROM plan_candidate
                WHERE year = ?1 AND (?2 IS NULL OR kind = ?2) ORDER BY kind, \"on\", code";
    let candidates = db.cells(sql, rusqlite::params![year, args.kind])?;
    let (without_count, late_count) = (count(db, year, unshown)?, count(db, year, "state = 'overdue'")?);
    let gaps = words::GAPS.with("without", without_count).with("candidates", candidates.len()).with("late", late_count);
    let mut report = Report::list(
        "plan coverage",
        words::COVERAGE.with("year", i64::from(year)),
        held(db, &AREAS, of_year(), &area_columns(session.lang))?,
    )
    .part("without_evidence", words::WITHOUT, held(db, &ACTIONS, of_year().only_if(true, unshown), &without)?)
    .part("late", words::LATE, held(db, &ACTIONS, of_year().only_if(true, "state = 'overdue'"), &late)?)
    .part("candidates", words::CANDIDATES, Table::held(CANDIDATES.to_vec(), candidates));
    report.attention = late_count > 0;
    for note in standing(db, year)? {
        report = report.note(note);
    }
    Ok(report.note(gaps).hint(next("proadmin plan link CODE RECORD")))
}
