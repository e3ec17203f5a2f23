//! `report monthly`: a row a department with the count of each state and the mean progress,
//! from the month as it was frozen, else by the facts.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::rules::mean;
use super::words;
use crate::db::Db;
use crate::progress::rules::judged_on;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::snapshot;
use crate::typed::{self, Month};
use crate::words::Sentence;

const COLUMNS: &[Column] = &[
    column("month", "월", "month", Holds::Code).for_programs(),
    column("department", "부서", "department", Holds::Text),
    column("tasks", "과제", "tasks", Holds::Integer),
    column("planned", "예정", "planned", Holds::Integer),
    column("on_track", "정상추진", "on track", Holds::Integer),
    column("delayed", "지연", "late", Holds::Integer),
    column("suspended", "보류", "on hold", Holds::Integer).minor(3),
    column("completed", "완료", "done", Holds::Integer),
    column("stopped", "중단", "stopped", Holds::Integer).minor(2),
    column("carried", "이월", "carried", Holds::Integer).minor(1),
    column("mean_percent", "평균", "mean", Holds::Percent),
    column("reported", "진척 보고", "with progress", Holds::Integer).for_programs(),
    column("department_code", "부서 번호", "department code", Holds::Code).for_programs(),
    column("source", "근거", "source", Holds::Term(words::BASES)).for_programs(),
    column("revision", "차수", "revision", Holds::Integer).for_programs(),
    column("as_of", "기준일", "as of", Holds::Date).for_programs(),
];
/// Which columns are counts: `tasks` to `carried`.
const COUNTS: std::ops::Range<usize> = 2..10;

/// Arguments.
#[derive(Args, Debug)]
pub struct Monthly {
    /// Month
    #[arg(value_name = "YYYY-MM", value_parser = typed::month)]
    month: Month,
    /// Revision of the frozen month [default: the latest]
    #[arg(long, value_name = "N")]
    revision: Option<i64>,
}

/// The key tasks of a month by department.
pub fn monthly(session: &Session, args: &Monthly) -> Result<Report> {
    let db = session.db()?;
    let month = args.month;
    let today = session.reading_day();
    let on = judged_on(month, today).map_err(|refusal| refusal.way_out(format!("proadmin report monthly {}", Month::of(today))))?;
    let taken = match args.revision {
        Some(_) => Some(snapshot::store::revision(db, month, args.revision)?),
        None => snapshot::store::taken(db, month, None)?,
    };
    let (rows, basis) = if let Some(taken) = taken {
        let said = words::FROM_SNAPSHOT.with("revision", taken.revision).with("taken", taken.taken_on);
        (departments(db, month, taken.revision)?, Basis { revision: Some(taken.revision), on: month.last_day(), said })
    } else {
        let said = if on < month.last_day() { words::FROM_FACTS_SO_FAR } else { words::FROM_FACTS }.say();
        (departments(&session.as_of(on)?, month, 0)?, Basis { revision: None, on, said })
    };
    Ok(laid_out(session, month, rows, basis))
}

/// What the numbers are from: a revision of the frozen month, or the facts, and as of when.
struct Basis {
    revision: Option<i64>,
    on: NaiveDate,
    said: Sentence,
}

/// A department's row, with the sum and the count that its mean is made of.
struct Department {
    cells: Vec<Value>,
    percent_sum: i64,
    reported: i64,
}

fn departments(db: &Db, month: Month, revision: i64) -> Result<Vec<Department>> {
    let keys: Vec<&str> = COLUMNS[..13].iter().map(|column| column.key.as_ref()).collect();
    let sql = format!(
        "SELECT {}, percent_sum FROM department_month WHERE month = :month AND revision = :revision
          ORDER BY length(department_code), department_code",
        keys.join(", ")
    );
    let params = named_params! { ":month": month.to_string(), ":revision": revision };
    Ok(db.rows(&sql, params, |row| {
        let cells = (0..keys.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        Ok(Department { cells, percent_sum: row.get("percent_sum")?, reported: row.get("reported")? })
    })?)
}

fn laid_out(session: &Session, month: Month, rows: Vec<Department>, basis: Basis) -> Report {
    let totals = totals(session, &rows);
    let source = if basis.revision.is_some() { "snapshot" } else { "facts" };
    let tail = [Value::Text(source.to_owned()), basis.revision.into(), Value::Text(basis.on.to_string())];
    let rows = rows.into_iter().map(|row| row.cells.into_iter().chain(tail.iter().cloned()).collect()).collect();
    let title = words::MONTHLY.with("month", month.to_string());
    let mut report = Report::list("report monthly", title, Table::held(COLUMNS.to_vec(), rows));
    report.totals = Some(totals);
    if basis.revision.is_none() && month.last_day() <= session.today {
        report = report.hint(next(format!("proadmin snapshot take {month}")));
    }
    report.note(basis.said.with("last", basis.on))
}

fn totals(session: &Session, rows: &[Department]) -> Vec<Value> {
    let count = |at: usize| rows.iter().map(|row| if let Value::Integer(count) = row.cells[at] { count } else { 0 }).sum::<i64>();
    let mut totals = vec![Value::Null; COLUMNS.len()];
    totals[1] = Value::Text(words::TOTAL.in_lang(session.lang).to_owned());
    for at in COUNTS {
        totals[at] = count(at).into();
    }
    totals[COUNTS.end] = mean(rows.iter().map(|row| row.percent_sum).sum(), rows.iter().map(|row| row.reported).sum()).into();
    totals
}
