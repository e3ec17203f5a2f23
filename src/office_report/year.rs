//! `report year-end`, `report department` and `report assessment`: what the file knows of a
//! year, counted record by record, with the records themselves beside the counts.

use anyhow::Result;
use clap::Args;
use rusqlite::named_params;
use rusqlite::types::Value;

use super::words;
use crate::db::Db;
use crate::office::store as office;
use crate::record;
use crate::report::{Chart, Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::typed;
use crate::words::{Sentence, Term};

const COUNTS: &[Column] = &[
    column("kind", "분야", "field", Holds::Term(record::KINDS)),
    column("item", "항목", "item", Holds::Term(words::ITEMS)),
    column("count", "건수", "count", Holds::Integer),
];
const DEPARTMENTS: &[Column] = &[
    column("department", "부서", "department", Holds::Text),
    column("tasks", "중점과제", "key tasks", Holds::Integer),
    column("consultations", "사전컨설팅", "pre-consulting", Holds::Integer),
    column("nominations", "추천", "nominations", Holds::Integer),
    column("graded", "선발", "selected", Holds::Integer),
    column("records", "전체 기록", "all records", Holds::Integer),
];
const RECORDS: &[Column] = &[
    column("kind", "분야", "field", Holds::Term(record::KINDS)).minor(2),
    column("item", "항목", "item", Holds::Term(words::ITEMS)),
    column("code", "번호", "code", Holds::Code),
    column("title", "제목", "title", Holds::Text),
    column("on", "날짜", "on", Holds::Date).minor(1),
];
const INDICATORS: &[Column] = &[
    column("no", "연번", "no", Holds::Integer),
    column("area", "평가항목", "area", Holds::Text),
    column("indicator", "지표", "indicator", Holds::Text),
    column("evidence", "증빙", "evidence", Holds::Integer),
    column("source", "근거", "source", Holds::Text).minor(3),
];
const EVIDENCE: &[Column] = &[
    column("no", "지표", "indicator", Holds::Integer),
    column("kind", "분야", "field", Holds::Term(record::KINDS)).minor(2),
    column("item", "항목", "item", Holds::Term(words::ITEMS)).minor(1),
    column("code", "번호", "code", Holds::Code),
    column("title", "제목", "title", Holds::Text),
    column("on", "날짜", "on", Holds::Date).minor(3),
];
const BY_ITEM: Chart = Chart { title: words::BY_ITEM, names: &["kind", "item"], lengths: "count" };
const BY_DEPARTMENT: Chart = Chart { title: words::BY_DEPARTMENT, names: &["department"], lengths: "records" };
const BY_INDICATOR: Chart = Chart { title: words::BY_INDICATOR, names: &["indicator"], lengths: "evidence" };

/// Arguments.
#[derive(Args, Debug)]
pub struct YearEnd {
    /// Year
    #[arg(value_parser = typed::year)]
    year: i32,
}

/// The year as a whole, and by department.
pub fn year_end(session: &Session, args: &YearEnd) -> Result<Report> {
    let db = session.db()?;
    let sql = "SELECT d.name, sum(e.kind = 'task' AND e.item = 'selected'), sum(e.kind = 'consult' AND e.item = 'received'),
                 sum(e.kind = 'nominate' AND e.item = 'received'), sum(e.kind = 'eval' AND e.item = 'graded'), count(DISTINCT e.code)
               FROM programme_event e JOIN department_name d ON d.id = e.department_id
               WHERE e.year = :year GROUP BY d.id, d.name ORDER BY 6 DESC, d.name";
    let departments = Table::held(DEPARTMENTS.to_vec(), db.cells(sql, named_params! { ":year": args.year })?).drawn(BY_DEPARTMENT);
    let title = headed(db, words::YEAR_END)?.with("year", i64::from(args.year));
    let counted = Table::held(COUNTS.to_vec(), counts(db, args.year, None)?).drawn(BY_ITEM);
    Ok(Report::list("report year-end", title, counted).part("departments", words::BY_DEPARTMENT, departments))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Department {
    /// Department, code or name
    #[arg(value_name = "DEPT")]
    dept: String,
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
}

/// A department's year: the counts, and the records themselves.
pub fn department(session: &Session, args: &Department) -> Result<Report> {
    let db = session.db()?;
    let department = office::department_typed(db, &args.dept)?;
    let year = args.year.unwrap_or_else(|| chrono::Datelike::year(&session.reading_day()));
    let sql = "SELECT kind, item, code, title, \"on\" FROM programme_event
               WHERE year = :year AND department_id = :department ORDER BY kind, item, code";
    let records = db.cells(sql, named_params! { ":year": year, ":department": department.id })?;
    let title = headed(db, words::DEPARTMENT_YEAR)?.with("department", &department.name).with("year", i64::from(year));
    let counted = Table::held(COUNTS.to_vec(), counts(db, year, Some(department.id))?).drawn(BY_ITEM);
    Ok(Report::list("report department", title, counted).part("records", words::RECORDS, Table::held(RECORDS.to_vec(), records)))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Assessment {
    /// Year
    #[arg(value_parser = typed::year)]
    year: i32,
}

/// The evidence that the file holds, indicator by indicator.
pub fn assessment(session: &Session, args: &Assessment) -> Result<Report> {
    let db = session.db()?;
    let evidence = "FROM assessment_indicator i JOIN assessment_measure m ON m.indicator_id = i.id
                    JOIN programme_event e ON e.year = :year AND e.kind = m.kind AND e.item = m.item";
    let year = named_params! { ":year": args.year };
    let counted = format!(
        "SELECT o.seq, o.area, o.name, (SELECT count(DISTINCT e.code) {evidence} WHERE i.id = o.id), o.source FROM assessment_indicator o ORDER BY o.seq"
    );
    let listed = format!("SELECT i.seq, e.kind, e.item, e.code, e.title, e.\"on\" {evidence} ORDER BY i.seq, e.kind, e.item, e.code");
    let main = Table::held(INDICATORS.to_vec(), db.cells(&counted, year)?).drawn(BY_INDICATOR);
    let title = headed(db, words::ASSESSMENT)?.with("year", i64::from(args.year));
    let report = Report::list("report assessment", title, main);
    let report = report.part("evidence", words::EVIDENCE, Table::held(EVIDENCE.to_vec(), db.cells(&listed, year)?));
    Ok(report.note(words::WEIGHTS_UNKNOWN.say()))
}

fn counts(db: &Db, year: i32, department: Option<i64>) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT kind, item, count(*) FROM programme_event
               WHERE year = :year AND (:department IS NULL OR department_id = :department) GROUP BY kind, item";
    let mut counted = db.cells(sql, named_params! { ":year": year, ":department": department })?;
    counted.sort_by_key(|row| row.get(..2).map(|of| [place(record::KINDS, &of[0]), place(words::ITEMS, &of[1])]));
    Ok(counted)
}

/// Where a term stands among its like: the order in which things happen, in either language.
fn place(terms: &[Term], value: &Value) -> usize {
    let is = |term: &Term| matches!(value, Value::Text(code) if code == term.code);
    terms.iter().position(is).unwrap_or(terms.len())
}

/// A heading with the name of the office.
fn headed(db: &Db, heading: crate::words::Text) -> Result<Sentence> {
    let name = office::office(db)?.1;
    Ok(heading.with("office", if name == "-" { String::new() } else { format!("{name} ") }))
}
