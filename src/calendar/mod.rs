//! The calendar of days off. Public holidays follow rules that are computed for every year
//! from 2010 to 2060; elections, ad-hoc days and the office's own days are announced. A legal
//! clock rolls over them, so a day added later moves every open case by itself.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod moves;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// What kind of day off it is.
pub const KINDS: &[Term] = &[
    term("regular", "법정", "public holiday"),
    term("substitute", "대체", "substitute"),
    term("election", "선거", "election"),
    term("temporary", "임시", "ad hoc"),
    term("office", "기관", "office's own"),
];

/// Those that are announced, not computed.
pub const ANNOUNCED: &[Term] = KINDS.split_at(2).1;

const COLUMNS: &[Column] = &[
    column("date", "날짜", "date", Kind::Date),
    column("name", "이름", "name", Kind::Text),
    column("kind", "종류", "kind", Kind::Term(KINDS)),
    column("announced_on", "공고일", "announced", Kind::Date),
    column("weekday", "요일", "weekday", Kind::Weekday).computed(),
    // On one line or not at all: a narrow list keeps a holiday a line.
    column("source", "근거", "source", Kind::Code).minor(9),
];

/// The calendar of holidays.
pub static HOLIDAYS: Register = Register {
    noun: "calendar",
    what: text("휴일", "holiday"),
    title: text("공휴일", "Holidays"),
    view: "calendar",
    table: "",
    key: "date",
    columns: COLUMNS,
    listed: COLUMNS.len(),
    order: "date, name",
    by_code: ("", ""),
    unless_asked: "",
    unlisted: &[],
};
