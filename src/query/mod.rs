//! Questions in SQL, typed or kept in the file under a name. They read facts and answers and
//! nothing else, within bounds (see the guard of the file); the schema's own comments are the
//! documentation of what can be asked.

pub(crate) mod commands;
pub mod documentation;
pub mod fields;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::text;

const COLUMNS: &[Column] = &[
    column("name", "이름", "name", Kind::Code),
    column("note", "설명", "about", Kind::Text),
    column("sql", "질의문", "SQL", Kind::Text),
    column("saved_on", "저장일", "saved", Kind::Date).minor(5),
];

/// The queries that the office keeps.
pub static SAVED: Register = Register {
    noun: "query",
    what: text("저장한 질의", "saved query"),
    title: text("저장한 질의", "Saved queries"),
    view: "saved_query",
    table: "saved_query",
    key: "name",
    columns: COLUMNS,
    listed: COLUMNS.len(),
    order: "name",
    by_code: ("", ""),
    unless_asked: "",
    unlisted: &[],
};
