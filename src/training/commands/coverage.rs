//! `training coverage`: of those who must attend, how many did, by department and by person,
//! for the year and for each session.

use anyhow::Result;
use chrono::Datelike;
use clap::Args;
use rusqlite::types::Value;

use crate::office::store as office;
use crate::report::{Chart, Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::training::store::{self, Asked};
use crate::training::{ATTENDANCE, rules, words};
use crate::typed;
use crate::words::{Term, term};

const SESSION: Column = column("session", "교육", "training", Holds::Code);
const DEPARTMENT: [Column; 2] = [
    column("department_code", "부서 번호", "department code", Holds::Code).for_programs(),
    column("department", "부서", "department", Holds::Text),
];
const COUNTS: [Column; 4] = [
    column("members", "대상", "members", Holds::Integer),
    column("attended", "이수", "attended", Holds::Integer),
    column("missing", "미이수", "missing", Holds::Integer),
    column("percent", "이수율", "coverage", Holds::Percent),
];
const PERSON: [Column; 3] = [
    column("code", "번호", "code", Holds::Code),
    column("name", "이름", "name", Holds::Text),
    column("department", "부서", "department", Holds::Text),
];
const PERSON_COUNTS: [Column; 6] = [
    column("members", "대상", "owed", Holds::Integer),
    column("attended", "이수", "attended", Holds::Integer),
    column("unnamed", "부서 인원만", "only a count", Holds::Integer).minor(1),
    column("missing", "미이수", "missing", Holds::Integer),
    column("percent", "이수율", "coverage", Holds::Percent).minor(2),
    column("not_attended", "미이수 교육", "not attended", Holds::Text),
];
const PERSON_STATE: [Column; 2] =
    [column("state", "이수 여부", "state", Holds::Term(ATTENDANCE)), column("attended_on", "이수일", "attended", Holds::Date)];

/// What coverage is told of.
const BY: &[Term] = &[term("department", "부서", "department"), term("person", "개인", "person")];

/// Arguments.
#[derive(Args, Debug)]
pub struct Coverage {
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// By department or by person
    #[arg(long, value_parser = typed::OneOf(BY), default_value = "department")]
    by: String,
    /// Department that day, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only this person, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    /// Only this owed month, such as 2024-03, or this session
    #[arg(long, value_name = "YYYY-MM|CODE", value_parser = typed::title)]
    session: Option<String>,
    /// A row for each session
    #[arg(long)]
    each: bool,
    /// Only who has not attended
    #[arg(long)]
    missing: bool,
}

/// Shows how many of those who must attend did.
pub fn coverage(session: &Session, args: &Coverage) -> Result<Report> {
    let db = session.db()?;
    let one = args.session.as_deref().map(|typed| store::sitting(db, typed)).transpose()?;
    let of_session = one.as_ref().map(|(_, year)| *year);
    let year = args.year.or(of_session).unwrap_or_else(|| session.reading_day().year());
    let asked = Asked {
        year,
        sitting: one.map(|(sitting, _)| sitting),
        department_id: args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?.map(|found| found.id),
        staff_id: args.staff.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?.map(|found| found.id),
    };
    let each = args.each || asked.sitting.is_some();
    let by_person = args.by == "person" || args.missing || asked.staff_id.is_some();
    let table = match (by_person, each || asked.staff_id.is_some()) {
        (false, false) => by_department(store::coverage_of_year(db, &asked)?),
        (false, true) => by_department_each(store::coverage_each(db, &asked)?),
        (true, true) => by_person_each(store::persons(db, &asked)?, args.missing),
        (true, false) => by_person_in_all(&store::persons(db, &asked)?, args.missing),
    };
    let title = match &asked.sitting {
        Some(sitting) => words::OF_SESSION.with("session", sitting),
        None => words::OF_YEAR.with("year", i64::from(year)),
    };
    let mut report = Report::list("training coverage", title, table);
    let is_empty = report.main.is_empty();
    if !by_person && !is_empty {
        report.totals = Some(totals(session, &report.main));
    }
    if !by_person && !each && !is_empty {
        let sessions = by_session(store::coverage_by_session(db, &asked)?);
        report = report.part("sessions", words::SESSIONS, sessions).note(words::SUMMED.say());
    }
    if is_empty && !args.missing {
        report = report.note(words::NOBODY.say());
    }
    let owed = if asked.sitting.is_some() { Vec::new() } else { store::still_owed(db, year)? };
    Ok(if owed.is_empty() { report } else { report.note(words::STILL_OWED.with("months", owed.join(", "))) })
}

const fn bars(title: crate::words::Text, names: &'static [&'static str]) -> Chart {
    Chart { title, names, lengths: "percent" }
}

fn by_department(rows: Vec<Vec<Value>>) -> Table {
    Table::held([DEPARTMENT.to_vec(), COUNTS.to_vec()].concat(), rows).drawn(bars(words::BARS, &["department"]))
}

fn by_department_each(rows: Vec<Vec<Value>>) -> Table {
    let one_only = rows.windows(2).all(|pair| pair[0][0] == pair[1][0]);
    let table = Table::held([vec![SESSION], DEPARTMENT.to_vec(), COUNTS.to_vec()].concat(), rows);
    if one_only { table.drawn(bars(words::BARS, &["department"])) } else { table }
}

fn by_session(rows: Vec<Vec<Value>>) -> Table {
    Table::held([vec![SESSION], COUNTS.to_vec()].concat(), rows).drawn(bars(words::SESSION_BARS, &["session"]))
}

fn by_person_each(people: Vec<store::Attendance>, only_missing: bool) -> Table {
    let row = |one: store::Attendance| {
        vec![one.sitting.into(), one.code.into(), one.name.into(), one.department.into(), one.state.into(), one.attended_on.into()]
    };
    let columns = [vec![SESSION], PERSON.to_vec(), PERSON_STATE.to_vec()].concat();
    let asked = people.into_iter().filter(|one| !only_missing || one.state != "attended");
    Table::held(columns, asked.map(row).collect())
}

/// One row a person: how many sessions, and which were not attended.
fn by_person_in_all(people: &[store::Attendance], only_missing: bool) -> Table {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for of_one in people.chunk_by(|one, other| one.code == other.code) {
        let Some(last) = of_one.last() else { continue };
        let count = |state: &str| i64::try_from(of_one.iter().filter(|one| one.state == state).count()).unwrap_or(0);
        let (attended, unnamed, missed) = (count("attended"), count("unnamed"), count("missed"));
        let members = attended + unnamed + missed;
        if only_missing && attended == members {
            continue;
        }
        let not_attended: Vec<&str> = of_one.iter().filter(|one| one.state == "missed").map(|one| one.sitting.as_str()).collect();
        rows.push(vec![
            last.code.clone().into(),
            last.name.clone().into(),
            last.department.clone().into(),
            members.into(),
            attended.into(),
            unnamed.into(),
            missed.into(),
            rules::percent(attended, members).into(),
            Some(not_attended.join(", ")).filter(|missed| !missed.is_empty()).into(),
        ]);
    }
    Table::held([PERSON.to_vec(), PERSON_COUNTS.to_vec()].concat(), rows)
}

/// The sums under a table by department, and the per cent of the sums.
fn totals(session: &Session, table: &Table) -> Vec<Value> {
    let crate::report::Rows::Held(rows) = &table.rows else { return Vec::new() };
    let at = |key: &str| table.columns.iter().position(|column| column.key == key).unwrap_or(0);
    let sum = |key: &str| rows.iter().map(|row| if let Value::Integer(count) = row[at(key)] { count } else { 0 }).sum::<i64>();
    let mut totals = vec![Value::Null; table.columns.len()];
    totals[at("department")] = words::TOTAL.in_lang(session.lang).to_owned().into();
    for key in ["members", "attended", "missing"] {
        totals[at(key)] = sum(key).into();
    }
    totals[at("percent")] = rules::percent(sum("attended"), sum("members")).into();
    totals
}
