//! Every record of the office by its code, whatever its noun: for evidence, for links from
//! one noun to another, for finding. The view `record` lists them; a noun adds its line there
//! and its name here.

use anyhow::Result;
use rusqlite::named_params;

use crate::db::Db;
use crate::refusal::{Kind, Rule, rule};
use crate::words::{Term, quoted, term};

static NO_SUCH_RECORD: Rule = rule(Kind::NotFound, "E0306", "번호가 {code}인 기록이 없습니다", "no record has the code {code}");

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
