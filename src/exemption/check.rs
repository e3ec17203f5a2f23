//! The walk of the chain: which conditions a record is asked for, how each stands, and what the
//! whole comes to. `exemption check` shows it, and a bundle holds it.

use anyhow::Result;
use rusqlite::types::Value;

use super::store::{self, Condition};
use super::{CONDITIONS, EVIDENCE, PARTS, STATUSES, rules, words};
use crate::consult;
use crate::db::Db;
use crate::record;
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::words::{Arg, Sentence, Text, text};

const COLUMNS: &[Column] = &[
    column("record", "기록", "record", Holds::Code).minor(4),
    column("condition", "요건", "condition", Holds::Term(CONDITIONS)),
    column("status", "판정", "status", Holds::Term(STATUSES)),
    column("evidence", "증거", "evidence", Holds::Term(EVIDENCE)),
    column("no", "번호", "no", Holds::Integer).minor(5),
    column("on", "날짜", "on", Holds::Date),
    column("document", "문서", "document", Holds::Text).minor(7),
    column("result", "의견", "says", Holds::Term(consult::RESULTS)).minor(3),
    column("blank", "빈 항목", "blank", Holds::Terms(PARTS)).minor(1),
    column("detail", "내용", "detail", Holds::Text).minor(6),
    // People read the commands under the table, whole.
    column("command", "채우는 명령", "supplied by", Holds::Text).for_programs(),
];
const SUPPLIED: Text = text("채우려면: {command}", "to supply it: {command}");

/// The records whose conditions are asked for: of a task those that serve it, of a request for
/// exemption itself and the pre-consulting it rests on.
///
/// # Errors
/// No record has the code.
pub fn walk(db: &Db, code: &str) -> Result<(record::Record, Vec<Condition>)> {
    let record = record::named(db, code)?;
    let code = record.code.as_str();
    let conditions = match record.kind.as_str() {
        "exemption" => {
            let request = store::find(db, code)?;
            let mut conditions = store::grounds(db, code)?;
            if let Some(consulted) = request.record.filter(|_| request.basis == "consult") {
                conditions.extend(store::chain(db, &consulted)?);
            }
            conditions
        }
        "task" => {
            let mut conditions = Vec::new();
            for consulted in store::consultations_of(db, code)? {
                conditions.extend(store::chain(db, &consulted)?);
            }
            if conditions.is_empty() { unasked(code) } else { conditions }
        }
        "consult" => store::chain(db, code)?,
        _ => unasked(code),
    };
    Ok((record, conditions))
}

/// The chain of a record about which nobody asked: nothing is there.
fn unasked(code: &str) -> Vec<Condition> {
    let chain = ["complete", "same_matter", "opinion", "followed", "no_interest", "no_flaw"];
    let missing = |condition: &&str| Condition {
        record: code.to_owned(),
        condition: (*condition).to_owned(),
        status: "missing".to_owned(),
        cells: vec![Value::Null; 7],
        blank: String::new(),
        answered: false,
        followed_up: false,
    };
    chain.iter().map(missing).collect()
}

/// The chain as a report, with what it comes to and the command for each gap.
///
/// # Errors
/// No record has the code.
pub fn report(db: &Db, code: &str) -> Result<Report> {
    let (record, conditions) = walk(db, code)?;
    let commands: Vec<Option<String>> = conditions.iter().map(|condition| command(&record, condition)).collect();
    let rows = conditions.iter().zip(&commands).map(|(condition, command)| {
        let mut row: Vec<Value> = [&condition.record, &condition.condition, &condition.status].map(|text| text.clone().into()).into();
        row.extend(condition.cells.clone());
        row.push(command.clone().into());
        row
    });
    let title = words::CHECK.with("code", &record.code).with("title", &record.title);
    let mut report = Report::list("exemption check", title, Table::held(COLUMNS.to_vec(), rows.collect()));
    report.attention = conditions.iter().any(|condition| condition.status != "met");
    report = verdict(&conditions).into_iter().fold(report, Report::note);
    let mut told: Vec<&String> = Vec::new();
    for command in commands.iter().flatten() {
        if !told.contains(&command) {
            told.push(command);
        }
    }
    Ok(told.into_iter().fold(report, |report, command| report.note(SUPPLIED.with("command", Arg::Command(command.clone())))))
}

/// The command that supplies a condition without evidence.
fn command(record: &record::Record, condition: &Condition) -> Option<String> {
    if condition.status != "missing" {
        return None;
    }
    if condition.record == record.code && !matches!(record.kind.as_str(), "consult" | "exemption") {
        let about = if record.kind == "task" { format!(" --task {}", record.code) } else { String::new() };
        return Some(format!("proadmin consult file TITLE --dept …{about}"));
    }
    Some(rules::supplied_by(rules::Gap {
        code: &condition.record,
        condition: &condition.condition,
        blank: &condition.blank,
        answered: condition.answered,
        followed_up: condition.followed_up,
    }))
}

/// What a chain comes to.
fn verdict(conditions: &[Condition]) -> Vec<Sentence> {
    let count = |status: &str| conditions.iter().filter(|condition| condition.status == status).count();
    let (met, missing, against) = (count("met"), count("missing"), count("not_met"));
    if met == conditions.len() {
        return vec![words::PROVED.with("count", met)];
    }
    let lacks = words::LACKS.with("count", conditions.len()).with("met", met).with("missing", missing).with("against", against);
    if against > 0 { vec![lacks, words::AGAINST.say()] } else { vec![lacks] }
}
