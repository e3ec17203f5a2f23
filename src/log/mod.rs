//! `log`: who changed what, field by field, read from the journal. A change is told as the
//! difference between a row and the same row before it; personal values are not in the
//! journal, so they cannot be told.

mod back;
mod store;
mod tell;

use std::collections::BTreeSet;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use rusqlite::types::Value;

use crate::db::Db;
use crate::fields::Vocabulary;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::typed;
use crate::words::{Text, quoted, text};
pub use back::Back;
use store::{Asked, Entry};

static NO_RECORD: Rule = rule(Kind::NotFound, "E0731", "'{code}' 기록이 없습니다", "there is no record '{code}'");
static NO_ENTRY: Rule = rule(Kind::NotFound, "E0732", "{entry}번 기록이 없습니다", "there is no entry {entry}");
static NOT_OF_A_DAY: Rule = rule(
    Kind::Usage,
    "E0733",
    "log에는 --as-of 를 쓸 수 없습니다. 기록은 지워지지 않으므로 --until 로 찾으십시오",
    "--as-of cannot be used with log: entries are never hidden; use --until",
);

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("code", "이 기록에 관한 것만(번호)"),
    ("since", "이날부터(업무일)"),
    ("until", "이날까지(업무일)"),
    ("entry", "이 기록 번호만"),
    ("detail", "항목별로 보이기"),
];
const WHO: &[Column] = &[
    column("entry", "기록", "entry", Holds::Integer),
    column("at", "시각", "at", Holds::Instant),
    column("today", "업무일", "day of work", Holds::Date).minor(8),
    column("actor", "기록자", "who", Holds::Text).minor(1),
    column("os_user", "로그인", "login", Holds::Text).minor(9),
    column("command", "명령", "command", Holds::Text).minor(1),
    column("reason", "사유", "reason", Holds::Text).minor(4),
    column("doc_no", "공문", "document", Holds::Text).minor(5),
];
const ROWS: Column = column("rows", "줄", "rows", Holds::Integer).minor(3);
/// For people: an entry a row, and in it a line a change.
const CHANGES: Column = column("changes", "바뀐 것", "what changed", Holds::Text);
const WHAT: &[Column] = &[
    column("record", "대상", "record", Holds::Code),
    column("field", "항목", "field", Holds::Text),
    column("before", "이전", "before", Holds::Text),
    column("after", "이후", "after", Holds::Text),
];
const TITLE: Text = text("기록", "Log");
const OF: Text = text("{code}의 기록", "Log of {code}");

/// The columns that people read: the command stands over what it changed.
fn for_people() -> Vec<Column> {
    let who = WHO.iter().map(|column| if column.key == "command" { column.clone().for_programs() } else { column.clone() });
    who.chain([CHANGES]).collect()
}

/// An entry of more rows, such as an import, is one line unless it is asked for by number.
const MANY: i64 = 200;

/// An entry as far as it touched a record, for an account that leaves the file.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its number.
    pub entry: i64,
    /// The true clock, RFC 3339 in UTC.
    pub at: String,
    /// Who recorded it.
    pub actor: String,
    /// The noun, the verb and the codes.
    pub command: String,
    /// Why.
    pub reason: Option<String>,
    /// The document behind it.
    pub doc_no: Option<String>,
    /// The entry's hash, which the next entry and every later seal rest on.
    pub hash: String,
    /// What it changed, a line a field.
    pub lines: Vec<String>,
}

/// Every entry that touched a record, the oldest first.
///
/// # Errors
/// Whatever SQLite says.
pub fn account(db: &Db, words: &Vocabulary, code: &str) -> Result<Vec<Account>> {
    let rows = store::rows_of(db, code)?;
    let mut names = tell::Names::new(db, words)?;
    let mut told = Vec::new();
    for seq in store::entries_of(db, &rows)? {
        let sql = "SELECT seq, at, actor, command, reason, doc_no, hash FROM entry WHERE seq = ?1";
        let entry = db.row(sql, [seq], |row| {
            let (entry, at, actor) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (command, reason, doc_no, hash) = (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
            Ok(Account { entry, at, actor, command, reason, doc_no, hash, lines: Vec::new() })
        })?;
        let Some(mut entry) = entry else { continue };
        for change in store::changes(db, seq, Some(&rows))? {
            for difference in names.differences(&change)? {
                let [field, before, after] = difference.for_programs();
                entry.lines.push(tell::line(&[Value::Null, field, before, after], &entry.command));
            }
        }
        told.push(entry);
    }
    Ok(told)
}

/// Who changed what.
#[derive(Args, Debug)]
pub struct Log {
    /// Only what touches this record
    code: Option<String>,
    /// From this day of work on
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since: Option<NaiveDate>,
    /// Up to this day of work
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    until: Option<NaiveDate>,
    /// Only this entry
    #[arg(long, value_name = "N")]
    entry: Option<i64>,
    /// Field by field
    #[arg(long)]
    detail: bool,
}

impl Obey for Log {
    fn obey(self, session: &Session) -> Result<Report> {
        if session.options.as_of.is_some() {
            return Err(NOT_OF_A_DAY.met().way_out("proadmin log --until DATE").into());
        }
        let detail = self.detail || self.code.is_some() || self.entry.is_some() || session.options.in_detail;
        let (asked, rows_of) = self.asked(session)?;
        let entries = store::entries(session.db()?, &asked)?;
        if let (Some(entry), true) = (self.entry, entries.is_empty()) {
            return Err(NO_ENTRY.with("entry", entry).way_out("proadmin log").into());
        }
        let title = self.code.as_ref().map_or(TITLE.say(), |code| OF.with("code", code));
        let (columns, rows) = if detail && session.options.in_detail {
            ([WHO, WHAT].concat(), self.in_detail(session, &entries, rows_of.as_ref())?)
        } else if detail {
            (for_people(), self.told(session, &entries, rows_of.as_ref())?)
        } else {
            let rows = entries.iter().map(|entry| [entry.who(), vec![entry.rows.into()]].concat()).collect();
            ([WHO, &[ROWS]].concat(), rows)
        };
        let report = Report::list("log", title, Table::held(columns, rows));
        Ok(if detail { report } else { report.hint(next("proadmin log --entry N")) })
    }
}

impl Log {
    fn asked(&self, session: &Session) -> Result<(Asked, Option<BTreeSet<store::Place>>)> {
        let db = session.db()?;
        let rows_of = match &self.code {
            None => None,
            Some(code) => {
                let rows = store::rows_of(db, code)?;
                if rows.is_empty() {
                    return Err(NO_RECORD.with("code", code).way_out(format!("proadmin search {}", quoted(code))).into());
                }
                Some(rows)
            }
        };
        let entries = rows_of.as_ref().map(|rows| store::entries_of(db, rows)).transpose()?;
        let asked = Asked {
            since: self.since.map(|day| day.to_string()),
            until: self.until.map(|day| day.to_string()),
            actor: session.options.actor.clone(),
            entry: self.entry,
            entries,
        };
        Ok((asked, rows_of))
    }

    /// What a person reads: fields side by side would leave no room for their texts.
    fn told(&self, session: &Session, entries: &[Entry], only: Option<&BTreeSet<store::Place>>) -> Result<Vec<Vec<Value>>> {
        let of_entry = |entry: &Entry| {
            let changes = self.in_detail(session, std::slice::from_ref(entry), only)?;
            let command = entry.command();
            let lines = changes.iter().map(|change| tell::line(&change[WHO.len()..], &command));
            let lines: Vec<String> = std::iter::once(command.clone()).chain(lines).collect();
            Ok([entry.who(), vec![lines.join("\n").into()]].concat())
        };
        entries.iter().map(of_entry).collect()
    }

    fn in_detail(&self, session: &Session, entries: &[Entry], only: Option<&BTreeSet<store::Place>>) -> Result<Vec<Vec<Value>>> {
        let db = session.db()?;
        let words = &session.vocabulary;
        let mut names = tell::Names::new(db, words)?;
        let mut rows = Vec::new();
        for entry in entries {
            if entry.rows > MANY && self.entry.is_none() && only.is_none() {
                rows.push([entry.who(), vec![Value::Null, "*".to_owned().into(), Value::Null, entry.rows.to_string().into()]].concat());
                continue;
            }
            let told = rows.len();
            for change in store::changes(db, entry.seq, only)? {
                let record = names.of(&change.place, &change.row)?;
                for difference in names.differences(&change)? {
                    let told = match session.options.for_machines {
                        true => difference.for_programs(),
                        false if difference.is_told(words, entry.reason()) => difference.for_people(words, session.lang),
                        false => continue,
                    };
                    rows.push([entry.who(), vec![record.clone().into()], told.to_vec()].concat());
                }
            }
            // That something was read, erased or put right is an entry in which nothing differs.
            if rows.len() == told && only.is_none() {
                rows.push([entry.who(), vec![Value::Null; WHAT.len()]].concat());
            }
        }
        Ok(rows)
    }
}
