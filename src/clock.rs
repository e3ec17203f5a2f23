//! Legal clocks, of whatever noun: the counting rules, the day a case is due, and whether its
//! extension came in time. A clock is known by the code of its case; the views `clock`,
//! `clock_pause` and `clock_due` count for all of them.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use crate::db::Db;
use crate::office::store::day;
use crate::refusal::{Kind, Rule, rule};
use crate::words::{Sentence, Term, Text, code_of, term, text};

static NO_RULE: Rule = rule(Kind::NotFound, "E0426", "기한 계산 규칙 {rule:은/는} 없습니다", "there is no counting rule '{rule}'");
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

/// The id of a counting rule, named by its code or by the words for it, as a sheet for people
/// has it.
///
/// # Errors
/// No such rule; the codes there are.
pub fn rule_id(db: &Db, typed: &str) -> Result<i64> {
    let code = code_of(RULES, typed).unwrap_or(typed);
    let known = db.row("SELECT id FROM clock_rule WHERE code = :code", named_params! { ":code": code }, |row| row.get(0))?;
    if let Some(id) = known {
        return Ok(id);
    }
    let rules = db.rows("SELECT code FROM clock_rule ORDER BY id", (), |row| row.get::<_, String>(0))?;
    Err(rules.iter().fold(NO_RULE.with("rule", code), |refusal, rule| refusal.way_out(format!("--rule {rule}"))).into())
}

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
    let sql = "SELECT e.acted_on, e.days, w.date AS due
               FROM (SELECT acted_on, days FROM clock_act WHERE code = :code AND kind = 'extended' ORDER BY id LIMIT 1) e
               JOIN due_explained x ON x.code = :code AND x.day_no = (SELECT k.days FROM clock k WHERE k.code = :code) - e.days
               JOIN working_day w ON w.no >= x.no
               ORDER BY w.no LIMIT 1";
    Ok(db.row(sql, named_params! { ":code": code }, |row| {
        let of = |name| Ok::<_, rusqlite::Error>(day(row, name)?.unwrap_or_default());
        Ok(Extension { on: of("acted_on")?, days: row.get("days")?, due: of("due")? })
    })?)
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

/// The due day as the clock counts it now, whatever it was when the case was answered.
///
/// # Errors
/// Whatever SQLite says.
pub fn counted_due(db: &Db, code: &str) -> Result<NaiveDate> {
    let sql = "SELECT w.date FROM clock_end e JOIN working_day w ON w.no >= e.no WHERE e.code = :code ORDER BY w.no LIMIT 1";
    Ok(db.row(sql, named_params! { ":code": code }, |row| day(row, "date"))?.flatten().unwrap_or_default())
}
