//! `report monthly`: a row a department with the count of each state and the mean progress,
//! from the month as it was frozen, else by the facts; under it the tasks that are late and
//! those without a report.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::rules::mean;
use super::words;
use crate::db::Db;
use crate::office::store as office;
use crate::progress::rules::judged_on;
use crate::progress::{self, MISSING};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::snapshot;
use crate::snapshot::store::{Row as Task, Taken};
use crate::typed::{self, Month};
use crate::words::{Arg, Sentence};

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
const LATE: &[Column] = &[
    column("code", "번호", "code", Holds::Code),
    column("title", "과제명", "title", Holds::Text),
    column("department", "부서", "department", Holds::Text).minor(2),
    column("milestone", "지연된 일정", "overdue milestone", Holds::Text),
    column("due", "기한", "was due", Holds::Date),
    column("days_late", "지난 일수", "days late", Holds::Integer).minor(1),
    column("overdue", "지연 일정 수", "overdue milestones", Holds::Integer).for_programs(),
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
    let (_, office) = office::office(db)?;
    let frozen = taken.as_ref().map(|taken| snapshot::store::frozen(db, month, taken.revision)).transpose()?;
    let is_touched = match &taken {
        Some(taken) if on == month.last_day() => !snapshot::store::is_untouched(db, taken)?,
        _ => false,
    };
    let then = session.as_of_from_now(on)?;
    let (tasks, basis) = if let (Some(taken), Some(frozen)) = (&taken, frozen) {
        let said = words::FROM_SNAPSHOT.with("revision", taken.revision).with("taken", taken.taken_on);
        (frozen, Basis { revision: Some(taken.revision), on, said })
    } else {
        let said = if on < month.last_day() { words::FROM_FACTS_SO_FAR } else { words::FROM_FACTS }.say();
        (snapshot::store::by_the_facts(&then)?, Basis { revision: None, on, said })
    };
    let is_latest = taken.as_ref().is_some_and(|taken| taken.is_latest);
    let differs = is_touched && is_latest && snapshot::store::by_the_facts(&then)? != tasks;
    let below = [late(&then, &tasks)?, missing(&then, month, &tasks)?];
    let mut report = under_it(laid_out(session, (month, &office), &tasks, &basis), below, &basis);
    if let Some(taken) = &taken {
        if is_touched && session.options.known_at.is_none() {
            report = report.note(as_it_was(db, month, taken)?);
        }
        report = snapshot::sealed(db, month, taken, report)?;
    }
    Ok(if differs { report.hint(words::DIFFERS.with("month", month.to_string())) } else { report })
}

/// The command that answers as the file did when the month was frozen, what was not frozen with it included.
fn as_it_was(db: &Db, month: Month, taken: &Taken) -> Result<Sentence> {
    let entry = taken.seal(db)?.map_or(0, |seal| seal.entry);
    Ok(words::AS_IT_WAS.with("command", Arg::Command(format!("proadmin report monthly {month} --known-at {entry}"))))
}

/// What the numbers are from: a revision of the frozen month, or the facts, and as of when.
struct Basis {
    revision: Option<i64>,
    on: NaiveDate,
    said: Sentence,
}

/// The late tasks among these, each with what in it is overdue longest.
fn late(then: &Db, tasks: &[Task]) -> Result<Vec<Vec<Value>>> {
    let late: Vec<&Task> = tasks.iter().filter(|task| snapshot::is_late(task)).collect();
    let sql = "SELECT code, milestone, due, days_late, overdue FROM task_late WHERE code IN (SELECT value FROM json_each(:codes))";
    let codes = serde_json::to_string(&late.iter().map(|task| task.code.as_str()).collect::<Vec<_>>())?;
    let known = then.rows(sql, named_params! { ":codes": codes }, |row| {
        Ok((row.get::<_, String>(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))
    })?;
    let known: HashMap<String, [Value; 4]> = known.into_iter().collect();
    let row = |task: &Task| {
        let own = [Value::Text(task.code.clone()), Value::Text(task.title.clone()), snapshot::cell(task, "department").clone()];
        let overdue = known.get(&task.code).cloned().unwrap_or([const { Value::Null }; 4]);
        own.into_iter().chain(overdue).collect()
    };
    Ok(late.into_iter().map(row).collect())
}

/// Those of these tasks that owe a report for the month.
fn missing(then: &Db, month: Month, tasks: &[Task]) -> Result<Vec<Vec<Value>>> {
    let of_the_month: HashSet<&str> = tasks.iter().map(|task| task.code.as_str()).collect();
    let mut owed = progress::store::missing(then, month, Some(month.year))?;
    owed.retain(|row| matches!(&row[0], Value::Text(code) if of_the_month.contains(code.as_str())));
    Ok(owed)
}

/// Adds the late tasks and those without a report, or that there are none.
fn under_it(mut report: Report, [late, missing]: [Vec<Vec<Value>>; 2], basis: &Basis) -> Report {
    if late.iter().any(|row| row[3] == Value::Null && row[4] != Value::Null) {
        report = report.note(words::OWN_END.say());
    }
    let from_records = basis.revision.is_some();
    for (key, title, none, columns, rows) in
        [("late", words::LATE, words::NONE_LATE, LATE, late), ("missing", words::MISSING, words::NONE_MISSING, MISSING, missing)]
    {
        if rows.is_empty() {
            report = report.note(none.say());
        }
        report = report.part(key, title, Table::held(columns.to_vec(), rows));
    }
    if from_records { report.note(words::FROM_RECORDS.with("last", basis.on)) } else { report }
}

/// Tasks of a month, counted.
#[derive(Default)]
struct Counted {
    /// All of them, then those of each state, as the columns name them.
    counts: [i64; COUNTS.end - COUNTS.start],
    percents: i64,
    reported: i64,
}

impl Counted {
    fn add(&mut self, task: &Task) {
        let state = text(task, "state");
        let of_the_state = COLUMNS[COUNTS].iter().position(|column| column.key == state);
        for at in [Some(0), of_the_state].into_iter().flatten() {
            self.counts[at] += 1;
        }
        if let Value::Integer(percent) = snapshot::cell(task, "percent") {
            self.percents += percent;
            self.reported += 1;
        }
    }

    /// `tasks` to `mean_percent`, as the columns have them.
    fn cells(&self) -> impl Iterator<Item = Value> {
        self.counts.iter().map(|count| Value::from(*count)).chain([mean(self.percents, self.reported).into()])
    }
}

/// What a month says of a task, where that is a text.
fn text<'t>(task: &'t Task, field: &str) -> &'t str {
    if let Value::Text(text) = snapshot::cell(task, field) { text } else { "" }
}

/// The tasks by department, in the order of their codes.
fn departments(month: Month, tasks: &[Task], tail: &[Value]) -> Vec<Vec<Value>> {
    let mut found: BTreeMap<(usize, &str, &str), Counted> = BTreeMap::new();
    for task in tasks {
        let code = text(task, "department_code");
        found.entry((code.len(), code, text(task, "department"))).or_default().add(task);
    }
    let row = |((_, code, name), counted): ((usize, &str, &str), Counted)| {
        let named = [Value::Text(month.to_string()), Value::Text(name.to_owned())];
        let last = [Value::from(counted.reported), Value::Text(code.to_owned())];
        named.into_iter().chain(counted.cells()).chain(last).chain(tail.iter().cloned()).collect()
    };
    found.into_iter().map(row).collect()
}

fn laid_out(session: &Session, (month, office): (Month, &str), tasks: &[Task], basis: &Basis) -> Report {
    let mut all = Counted::default();
    for task in tasks {
        all.add(task);
    }
    let source = if basis.revision.is_some() { "snapshot" } else { "facts" };
    let tail = [Value::Text(source.to_owned()), basis.revision.into(), Value::Text(basis.on.to_string())];
    let rows = departments(month, tasks, &tail);
    let english = words::MONTHS[month.first_day().month0() as usize];
    let title = words::MONTHLY.with("office", office).with("year", i64::from(month.year)).with("month", i64::from(month.month));
    let mut report = Report::list("report monthly", title.with("english_month", english), Table::held(COLUMNS.to_vec(), rows));
    let mut totals = vec![Value::Null, Value::Text(words::TOTAL.in_lang(session.lang).to_owned())];
    totals.extend(all.cells());
    totals.resize(COLUMNS.len(), Value::Null);
    report.totals = Some(totals);
    report.basis = Some(basis.said.clone().with("last", basis.on));
    if basis.revision.is_none() && month.last_day() <= session.today {
        report = report.hint(next(format!("proadmin snapshot take {month}")));
    }
    let mean = words::MEAN_OF.with("tasks", all.counts[0]).with("reported", all.reported);
    report.note(words::OF_THE_MONTH.with("year", i64::from(month.year))).note(mean)
}
