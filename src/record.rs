//! Every record of the office by its code, whatever its noun: for evidence, for links from
//! one noun to another, for finding. The view `record` lists them; a noun adds its line there
//! and its name here. What a record was made from stays: it is neither voided nor taken back. Other
//! names, such as what an award was for, drop out with what they name.

use anyhow::Result;
use rusqlite::named_params;

use crate::db::{Db, belongs_to, code_of, named_by_code_since};
use crate::refusal::{Kind, Rule, rule};
use crate::session::Change;
use crate::words::{Term, quoted, term};

static NO_SUCH_RECORD: Rule = rule(Kind::NotFound, "E0306", "번호가 {code}인 기록이 없습니다", "no record has the code {code}");

static NAMED: Rule = rule(
    Kind::Rule,
    "E0307",
    "{code:은/는} 무효로 할 수 없습니다: {by:이/가} 이 기록을 바탕으로 작성되었습니다",
    "{code} cannot be voided: {by} was made from it",
);

/// Columns that name a record of any noun, or a part of one, by its code.
pub const CODED: &[(&str, &str)] = &[
    ("award", "record_code"),
    ("case_file", "source"),
    ("exemption", "record_code"),
    ("incentive_credit", "source"),
    ("legal_support", "record_code"),
    ("lesson_link", "record_code"),
    ("passive_act", "detail"),
    ("plan_evidence", "record"),
];
/// Those by which a record says what it was made from, and is nothing without.
const MADE_FROM: &[(&str, &str)] = &[("case_file", "source")];

/// The kinds of records, by their nouns.
pub const KINDS: &[Term] = &[
    term("task", "중점과제", "key task"),
    term("consult", "사전컨설팅", "pre-consulting"),
    term("passive", "소극행정 신고", "passive-administration report"),
    term("training", "교육", "training"),
    term("award", "외부 수상", "award"),
    term("eval", "평가", "evaluation"),
    term("plan", "실행계획", "plan action"),
    term("case", "대외 사례", "case"),
    term("nominate", "추천", "nomination"),
    term("incentive", "참여점수", "incentive"),
    term("legal", "법률지원", "legal support"),
    term("exemption", "면책", "exemption"),
    term("reward", "우대", "reward"),
];

/// A record of any noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its noun: `task`.
    pub kind: String,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The day it began, `YYYY-MM-DD`.
    pub on: String,
    /// The internal number of its department.
    pub department_id: Option<i64>,
}

/// The record that has `code`, of whatever noun; void ones are not there.
///
/// # Errors
/// No record has it.
pub fn named(db: &Db, code: &str) -> Result<Record> {
    let code = code.trim().to_uppercase();
    let sql = "SELECT kind, code, title, \"on\", department_id FROM record WHERE code = :code";
    let found = db.row(sql, named_params! { ":code": code }, |row| {
        Ok(Record {
            kind: row.get("kind")?,
            code: row.get("code")?,
            title: row.get("title")?,
            on: row.get("on")?,
            department_id: row.get("department_id")?,
        })
    })?;
    found.ok_or_else(|| NO_SUCH_RECORD.with("code", &code).way_out(format!("proadmin search {}", quoted(&code))).into())
}

/// Voids a record, or a part of one that has a code.
///
/// # Errors
/// A record in force was made from it.
pub fn void(change: &Change, table: &str, id: i64, reason: &str) -> Result<()> {
    let conn = change.connection();
    if let Some(code) = code_of(conn, table, id)?
        && let Some(by) = named_by_code_since(conn, MADE_FROM, &code, 0)?
    {
        let by = of_row(change, &by.table, by.id)?.unwrap_or(by.table);
        return Err(NAMED.with("code", code).with("by", &by).way_out(format!("proadmin case show {by}")).into());
    }
    Ok(change.update(table, id, &[("void_reason", reason.to_owned().into())])?)
}

/// The code of the record that a row is of, if that has one.
///
/// # Errors
/// Whatever SQLite says.
pub fn of_row(db: &Db, table: &str, id: i64) -> Result<Option<String>> {
    let conn = db.connection();
    let (mut table, mut id) = (table.to_owned(), id);
    while let Some((column, parent)) = belongs_to(conn, &table)? {
        let of = db.row(&format!("SELECT {column} FROM main.{table} WHERE id = ?1"), [id], |row| row.get(0))?.flatten();
        let Some(of) = of else { return Ok(None) };
        (table, id) = (parent, of);
    }
    Ok(code_of(conn, &table, id)?)
}
