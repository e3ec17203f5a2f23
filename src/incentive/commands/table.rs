//! `incentive table`: points by department, with members and points a head, or by person, with
//! what was earned, approved, redeemed, expired and is left.

use anyhow::Result;
use chrono::Datelike;
use clap::Args;

use crate::incentive::words;
use crate::office::store as office;
use crate::register::{Filter, Register};
use crate::report::{Chart, Kind as Holds, Report, column, next};
use crate::session::Session;
use crate::typed;
use crate::words::{Term, term, text};

/// What a table is by.
const BY: &[Term] = &[term("dept", "부서", "department"), term("person", "개인", "person")];
static DEPARTMENTS: Register = Register {
    noun: "incentive",
    what: text("부서별 점수", "points by department"),
    title: words::BY_DEPARTMENT,
    view: "incentive_department_year",
    table: "",
    key: "code",
    columns: &[
        column("code", "부서 번호", "code", Holds::Code).minor(3),
        column("name", "부서", "department", Holds::Text),
        column("members", "인원", "members", Holds::Integer),
        column("people", "점수 있는 인원", "people with points", Holds::Integer).minor(2),
        column("taking_part", "참여율", "taking part", Holds::Percent).minor(1),
        column("times", "건수", "events", Holds::Integer).minor(2),
        column("earned", "발생", "earned", Holds::Points),
        column("approved", "승인", "approved", Holds::Points),
        column("per_head", "1인당", "per head", Holds::Points),
    ],
    listed: 9,
    order: "per_head DESC NULLS LAST, approved DESC, code",
    by_code: ("code", "code DESC"),
    unless_asked: "",
    unlisted: &[],
};
static PEOPLE: Register = Register {
    noun: "incentive",
    what: text("개인별 점수", "points by person"),
    title: words::BY_PERSON,
    view: "incentive_person_year",
    table: "",
    key: "code",
    columns: &[
        column("code", "직원 번호", "code", Holds::Code).minor(2),
        column("name", "이름", "name", Holds::Text),
        column("department", "부서", "department", Holds::Text).minor(1),
        column("earned", "발생", "earned", Holds::Points),
        column("approved", "승인", "approved", Holds::Points),
        column("redeemed", "사용", "redeemed", Holds::Points),
        column("expired", "소멸", "expired", Holds::Points),
        column("balance", "잔여", "balance", Holds::Points),
    ],
    listed: 8,
    order: "approved DESC, earned DESC, code",
    by_code: ("code", "code DESC"),
    unless_asked: "",
    unlisted: &[],
};

/// Arguments.
#[derive(Args, Debug)]
pub struct Table {
    /// Year [default: this year]
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// By department or by person
    #[arg(long, value_parser = typed::OneOf(BY), default_value = "dept")]
    by: String,
    /// Only this department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
}

/// Shows the points of a year.
pub fn table(session: &Session, args: &Table) -> Result<Report> {
    let db = session.db()?;
    let year = args.year.unwrap_or_else(|| session.reading_day().year());
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
    let (register, title, lengths, other) = if args.by == "dept" {
        (&DEPARTMENTS, words::BY_DEPARTMENT, "per_head", "person")
    } else {
        (&PEOPLE, words::BY_PERSON, "approved", "dept")
    };
    let filter =
        Filter::default().when("year = ?", Some(i64::from(year))).when("department_id = ?", department.map(|department| department.id));
    let mut report = register.list_named(filter, title.with("year", i64::from(year)), register.columns);
    report.name = "incentive table".into();
    report.main = report.main.drawn(Chart {
        title: if lengths == "per_head" { words::PER_HEAD } else { words::APPROVED },
        names: &["name"],
        lengths,
    });
    Ok(report.note(words::APART.say()).hint(next(format!("proadmin incentive table --by {other} --year {year}"))))
}
