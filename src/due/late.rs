//! `due explain` of a key task: what it was to do by when, itself and its milestones, what of
//! that makes it late and since when, and how often a day was put off.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;

use crate::db::Db;
use crate::office::store::day;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::Session;
use crate::task::{STATES, store as tasks};
use crate::words::{Sentence, Term, Text, label_of, term, text};

/// What has a day.
const KINDS: &[Term] = &[term("task", "과제", "task"), term("milestone", "추진일정", "milestone")];
const DAYS: &[Column] = &[
    column("kind", "구분", "kind", Holds::Term(KINDS)),
    column("seq", "순번", "no", Holds::Integer),
    column("title", "제목", "title", Holds::Text),
    column("due", "예정일", "due", Holds::Date),
    column("done_on", "달성일", "done", Holds::Date).minor(2),
    column("days_late", "늦은 일수", "days late", Holds::Integer),
    column("overdue", "지남", "overdue", Holds::Flag),
    column("slips", "연기", "slips", Holds::Integer).minor(1),
    column("first_due", "처음 예정일", "first due", Holds::Date).minor(3),
];
const SLIPS: &[Column] = &[
    column("seq", "순번", "no", Holds::Integer),
    column("on", "연기한 날", "on", Holds::Date),
    column("old_due", "이전 예정일", "from", Holds::Date),
    column("new_due", "새 예정일", "to", Holds::Date),
    column("reason", "사유", "reason", Holds::Text),
];
const PUT_OFF: Text = text("연기한 기록", "Put off");
const LATE: Text =
    text("{code} {title}: 예정일 {since:을/를} {days}일 넘겨 지연입니다", "{code} {title}: late, {days:day/days} past {since}");
const BY_MILESTONE: Text = text(
    "사유: {seq}번 추진일정 '{what}'{what:~이/가} 예정일 {due:을/를} {days}일 넘겼고 아직 달성되지 않았습니다",
    "why: milestone {seq} '{what}' was due on {due} and is not reached ({days:day/days} past)",
);
const BY_ITSELF: Text = text(
    "사유: 과제가 완료 예정일 {due:을/를} {days}일 넘겼고 아직 끝나지 않았습니다",
    "why: the task itself was due on {due} and is not finished ({days:day/days} past)",
);
const NOT_LATE: Text = text("{code} {title}: 지연이 아닙니다({state})", "{code} {title}: not late ({state})");
const DOES_NOT_COUNT: Text = text(
    "예정일이 지난 것이 있으나, '{state}' 상태의 과제는 지연으로 보지 않습니다",
    "days have passed, but a task in the state '{state}' is not counted as late",
);

/// Something that is open and past its day.
struct Overdue {
    seq: Option<i64>,
    title: String,
    due: NaiveDate,
    days: i64,
}

/// Says what makes a task late, or that nothing does.
pub fn explain(session: &Session, code: &str) -> Result<Report> {
    let db = session.db()?;
    let task = tasks::find(db, code)?;
    let state = tasks::state(db, code)?;
    let overdue = passed(db, code)?;
    let sql = "SELECT kind, seq, title, due, done_on, days_late, overdue, slips, first_due FROM task_due WHERE task = :code
               ORDER BY due, kind, seq";
    let days = db.cells(sql, named_params! { ":code": code })?;
    let sql = "SELECT seq, \"on\", old_due, new_due, reason FROM milestone_delay WHERE task = :code ORDER BY \"on\", id";
    let slips = db.cells(sql, named_params! { ":code": code })?;
    let label = label_of(STATES, &state);
    let said = match overdue.first() {
        Some(first) if state == "delayed" => LATE.with("since", first.due).with("days", first.days),
        _ => NOT_LATE.with("state", label),
    };
    let said = said.with("code", code).with("title", task.title);
    let report =
        Report::list("due explain", said, Table::held(DAYS.to_vec(), days)).part("slips", PUT_OFF, Table::held(SLIPS.to_vec(), slips));
    if state == "delayed" {
        let report = overdue.iter().fold(report, |report, past| report.note(past.why()));
        return Ok(report.hints(overdue.first().map(|past| next(past.way_on(code)))));
    }
    Ok(if overdue.is_empty() { report } else { report.note(DOES_NOT_COUNT.with("state", label)) })
}

/// What is open and past its day, whether that makes the task late or not.
fn passed(db: &Db, code: &str) -> Result<Vec<Overdue>> {
    let sql =
        "SELECT seq, title, due, days_late FROM task_due WHERE task = :code AND done_on IS NULL AND days_late > 0 ORDER BY due, kind, seq";
    Ok(db.rows(sql, named_params! { ":code": code }, |row| {
        let due = day(row, "due")?.unwrap_or_default();
        Ok(Overdue { seq: row.get("seq")?, title: row.get("title")?, due, days: row.get("days_late")? })
    })?)
}

impl Overdue {
    fn why(&self) -> Sentence {
        let said = match self.seq {
            Some(seq) => BY_MILESTONE.with("seq", seq).with("what", &self.title),
            None => BY_ITSELF.say(),
        };
        said.with("due", self.due).with("days", self.days)
    }

    /// The command that ends it.
    fn way_on(&self, code: &str) -> String {
        match self.seq {
            Some(seq) => format!("proadmin milestone done {code} {seq} --on DATE"),
            None => format!("proadmin task complete {code} --outcome met/missed"),
        }
    }
}
