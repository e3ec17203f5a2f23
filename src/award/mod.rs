//! Awards of other bodies (외부 수상): contests and commendations, what they were given for,
//! and what came of them. An award may be another office's, as results are published for all;
//! its department is then kept as text.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// Kinds of awards.
pub const KINDS: &[Term] = &[term("contest", "경진대회", "contest"), term("commendation", "표창", "commendation")];
/// States of an award.
pub const STATES: &[Term] = &[term("won", "수상", "won"), term("void", "무효", "void")];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("year", "연도", "year", Kind::Integer).minor(7),
    column("kind", "종류", "kind", Kind::Term(KINDS)).minor(8),
    column("contest", "대회·표창", "award", Kind::Text),
    column("body", "수여 기관", "given by", Kind::Text).minor(6),
    column("section", "부문", "section", Kind::Text).minor(5),
    column("grade", "등급", "grade", Kind::Text),
    column("rank", "순위", "place", Kind::Integer).minor(9),
    column("org", "수상 기관", "office", Kind::Text).minor(1),
    column("department", "부서", "department", Kind::Text).minor(3).names("department_id", "department"),
    column("staff", "수상자", "person", Kind::Text).minor(4).names("staff_id", "staff"),
    column("case_title", "사례", "case", Kind::Text),
    column("record", "관련 기록", "record", Kind::Code).minor(2),
    column("awarded_on", "수여일", "given", Kind::Date).minor(9),
    column("prize", "상금·부상", "prize", Kind::Text).minor(9),
    column("outcome", "후속", "what came of it", Kind::Text).minor(9),
    column("link", "링크", "link", Kind::Text).minor(9),
    column("followed_on", "후속일", "followed", Kind::Date),
    column("noted_on", "기준일", "known since", Kind::Date),
    column("source", "출처", "source", Kind::Text),
    column("state", "상태", "state", Kind::Term(STATES)).computed(),
];

/// The awards.
pub static AWARDS: Register = Register {
    noun: "award",
    what: text("수상", "award"),
    title: text("외부 수상", "Awards of other bodies"),
    view: "award_status",
    table: "award",
    key: "code",
    columns: COLUMNS,
    listed: 17,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};
