//! Legal clocks, of whatever noun: the counting rules and which of them holds for what from
//! which day on, the day a case is due, and whether its extension came in time. A clock is known
//! by the code of its case; the views `clock`, `clock_pause` and `clock_due` count for all of
//! them.

pub(crate) mod commands;
pub mod fields;
pub mod moves;
pub mod rules;
pub mod store;
pub mod words;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use crate::db::Db;
use crate::import::Row;
use crate::office::store::day;
use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Sentence, Term, Text, term, text};

pub use store::{rule_id, usual, usual_moved};

const EXTENDED_LATE: Text = text(
    "지금의 달력으로는 {on}의 연장이 원래 기한 {due:을/를} 넘긴 뒤의 것이 됩니다. 기한은 적힌 대로 연장하여 셉니다",
    "by the calendar as it is now, the extension of {on} came after the original due day, {due}; it still counts",
);

/// How a clock counts, as a new file has it: the code is what is typed, so people are shown
/// it too. A rule of the office's own is shown by its code.
pub const RULES: &[Term] = &[
    term("civil-30", "civil-30(민법 30일)", "civil-30 (30 days, Civil Act)"),
    term("working-30", "working-30(근무일 30일)", "working-30 (30 working days)"),
    term("petition-7", "petition-7(민원 7일)", "petition-7 (petition, 7 days)"),
    term("petition-14", "petition-14(민원 14일)", "petition-14 (petition, 14 days)"),
];

/// A counting rule as people read it.
pub fn rule_said(code: &str) -> Sentence {
    let known = RULES.iter().find(|rule| rule.code == code);
    known.map_or_else(|| text("{code}", "{code}").with("code", code), |rule| rule.label.say())
}

/// What a counting rule holds for.
pub const USES: &[Term] = &[
    term("consult", "사전컨설팅", "pre-consulting"),
    term("grievance", "고충·진정", "grievance"),
    term("question", "단순 질의", "question"),
    term("legal_question", "법령 질의", "legal question"),
    term("suggestion", "건의", "suggestion"),
];
/// What days are counted.
pub const UNITS: &[Term] = &[term("calendar", "일", "calendar days"), term("working", "근무일", "working days")];
/// Whether new cases may be counted by a rule.
pub const STATES: &[Term] = &[term("in_force", "시행", "in force"), term("ended", "폐지", "ended")];

const COLUMNS: &[Column] = &[
    column("code", "규칙", "rule", Kind::Code),
    column("name", "이름", "name", Kind::Text),
    column("days", "일수", "days", Kind::Integer),
    column("unit", "세는 날", "counted", Kind::Term(UNITS)),
    column("counts_first_day", "초일 산입", "first day", Kind::Flag).minor(3),
    column("extension_max", "연장 한도", "extension", Kind::Integer).minor(2),
    column("supplement_pauses", "보완 중 정지", "supplement stops it", Kind::Flag).minor(5),
    column("supplement_max", "보완 횟수", "supplements", Kind::Integer).minor(6),
    column("referral_pauses", "이송 중 정지", "referral stops it", Kind::Flag).minor(7),
    column("state", "상태", "state", Kind::Term(STATES)),
    column("cases", "건수", "cases", Kind::Integer).minor(1),
    column("since_on", "시행일", "since", Kind::Date).minor(4),
    column("ended_on", "폐지일", "ended", Kind::Date).minor(4),
    column("ended_reason", "폐지 사유", "why ended", Kind::Text).minor(8),
    column("source", "근거", "source", Kind::Text).minor(8),
];

/// The counting rules.
pub static COUNTING: Register = Register {
    noun: "clock",
    what: text("기한 계산 규칙", "counting rule"),
    title: text("기한 계산 규칙", "Counting rules"),
    view: "clock_rule_status",
    table: "clock_rule",
    key: "code",
    columns: COLUMNS,
    listed: COLUMNS.len(),
    order: "id",
    by_code: ("code", "code DESC"),
    unless_asked: "state <> 'ended'",
    unlisted: &[],
};

/// The extension of a case.
#[derive(Clone, Copy, Debug)]
pub struct Extension {
    /// Its day.
    pub on: NaiveDate,
    /// By how many days.
    pub days: i64,
    /// The due day there would be without it.
    pub due: NaiveDate,
}

impl Extension {
    /// Whether it came after that day, as the calendar is now.
    pub fn is_late(&self) -> bool {
        self.on > self.due
    }
}

/// The extension of a case, if it has one.
///
/// # Errors
/// Whatever SQLite says.
pub fn extension(db: &Db, code: &str) -> Result<Option<Extension>> {
    let sql = "SELECT acted_on, days FROM clock_act WHERE code = :code AND kind = 'extended' ORDER BY id LIMIT 1";
    let extended = db.row(sql, named_params! { ":code": code }, |row| Ok((day(row, "acted_on")?.unwrap_or_default(), row.get("days")?)))?;
    // Few cases have one, and only for those are the days gone through.
    let Some((on, days)) = extended else { return Ok(None) };
    let sql = "SELECT (SELECT w.date FROM working_day w WHERE w.no >= x.no ORDER BY w.no LIMIT 1) AS due
               FROM due_explained x
               WHERE x.code = :code AND x.day_no = (SELECT k.days FROM clock k WHERE k.code = :code) - :days";
    let due = db.row(sql, named_params! { ":code": code, ":days": days }, |row| day(row, "due"))?.flatten();
    Ok(due.map(|due| Extension { on, days, due }))
}

/// Whether a case has an extension that would be late as the clock counts now, as after a
/// holiday was voided.
///
/// # Errors
/// Whatever SQLite says.
pub fn is_extended_late(db: &Db, code: &str) -> Result<bool> {
    Ok(extension(db, code)?.is_some_and(|extension| extension.is_late()))
}

/// What is to be said of such an extension.
///
/// # Errors
/// Whatever SQLite says.
pub fn late_extension(db: &Db, code: &str) -> Result<Option<Sentence>> {
    let late = extension(db, code)?.filter(Extension::is_late);
    Ok(late.map(|extension| EXTENDED_LATE.with("on", extension.on).with("due", extension.due)))
}

/// The due day that a row of a file says an answer was given under: what moved it is not in there.
pub fn issued_under(row: &Row, received_on: Option<NaiveDate>) -> Option<NaiveDate> {
    let (due, received_on) = row.read("due", typed::day).zip(received_on)?;
    row.noted("due", rules::issued_under(due, received_on))
}

/// The due day of a case as it stood on a day, by what had happened and was announced by then:
/// whoever answers that day answers under it, whenever the answer is entered.
///
/// # Errors
/// Whatever SQLite says.
pub fn due_on(session: &Session, change: &Change, code: &str, on: NaiveDate) -> Result<NaiveDate> {
    let then = if on == session.today { None } else { rolled(&session.as_of(on)?, code)? };
    then.map_or_else(|| counted_due(change, code), Ok)
}

/// The due day as the clock counts it now, whatever it was when the case was answered.
///
/// # Errors
/// Whatever SQLite says.
pub fn counted_due(db: &Db, code: &str) -> Result<NaiveDate> {
    Ok(rolled(db, code)?.unwrap_or_default())
}

/// The last counted day of a case, rolled to a working day; none where the case is not known.
fn rolled(db: &Db, code: &str) -> Result<Option<NaiveDate>> {
    let sql = "SELECT w.date FROM clock_end e JOIN working_day w ON w.no >= e.no WHERE e.code = :code ORDER BY w.no LIMIT 1";
    Ok(db.row(sql, named_params! { ":code": code }, |row| day(row, "date"))?.flatten())
}

/// Whether the rule that a case is counted by held on another day of its receipt.
///
/// # Errors
/// It did not hold yet, or no longer.
pub fn held_on(db: &Db, code: &str, received_on: NaiveDate) -> Result<()> {
    let sql = "SELECT r.code FROM clock_rule r WHERE r.id IN (SELECT c.clock_rule_id FROM consultation c WHERE c.code = :code
               UNION ALL SELECT p.clock_rule_id FROM passive_report p WHERE p.code = :code)";
    let rule: Option<String> = db.row(sql, named_params! { ":code": code }, |row| row.get(0))?;
    rule.map_or(Ok(()), |rule| rule_id(db, &rule, received_on).map(drop))
}
