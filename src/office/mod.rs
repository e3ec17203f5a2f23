//! The office: the organisation, its departments and its staff. Names are not unique, codes
//! are. A department that is renamed stays the same department; one that is merged stays in
//! the file under its own code; a person who is moved belongs from that day to another
//! department.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod whose;
pub mod words;

use chrono::NaiveDate;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of a department.
pub const DEPARTMENT_STATES: &[Term] = &[term("active", "운영", "active"), term("merged", "통합", "merged"), term("void", "무효", "void")];
/// States of a member of staff.
pub const STAFF_STATES: &[Term] = &[term("active", "재직", "active"), term("left", "전출·퇴직", "left"), term("void", "무효", "void")];

const DEPARTMENT_COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("name", "부서", "name", Kind::Text).also(words::DEPARTMENT),
    column("since_on", "설치일", "since", Kind::Date).minor(2),
    column("merged_on", "통합일", "merged", Kind::Date).minor(4).computed(),
    column("merged_into", "통합된 부서", "merged into", Kind::Text).minor(3).computed(),
    column("state", "상태", "state", Kind::Term(DEPARTMENT_STATES)).computed(),
];

/// The departments.
pub static DEPARTMENTS: Register = Register {
    noun: "dept",
    what: text("부서", "department"),
    title: text("부서", "Departments"),
    view: "department_status",
    table: "department",
    key: "code",
    columns: DEPARTMENT_COLUMNS,
    listed: DEPARTMENT_COLUMNS.len(),
    order: "id",
    by_code: ("id", "id DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

const STAFF_COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("name", "이름", "name", Kind::Text).also(words::PERSON),
    column("department", "부서", "department", Kind::Text).names("department_id", "department").also(words::MEMBER_OF),
    column("grade", "직급", "grade", Kind::Integer),
    column("since_on", "임용일", "since", Kind::Date).minor(2),
    column("left_on", "퇴직일", "left", Kind::Date).minor(3),
    column("state", "상태", "state", Kind::Term(STAFF_STATES)).computed(),
];

/// The staff.
pub static STAFF: Register = Register {
    noun: "staff",
    what: text("직원", "member of staff"),
    title: text("직원", "Staff"),
    view: "staff_status",
    table: "staff",
    key: "code",
    columns: STAFF_COLUMNS,
    listed: STAFF_COLUMNS.len(),
    order: "id",
    by_code: ("id", "id DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// A department as far as rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its name now.
    pub name: String,
    /// Its first day.
    pub since_on: NaiveDate,
    /// When it was merged away.
    pub merged_on: Option<NaiveDate>,
    /// Code and name of the department that took it over.
    pub merged_into: Option<(String, String)>,
}

/// A member of staff as far as rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: i64,
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// Where the person belongs now.
    pub department_id: i64,
    /// The name of that department.
    pub department: String,
    /// The grade.
    pub grade: Option<i64>,
    /// The first day.
    pub since_on: NaiveDate,
    /// The last day.
    pub left_on: Option<NaiveDate>,
    /// The last move.
    pub moved_on: Option<NaiveDate>,
}
