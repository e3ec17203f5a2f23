//! What may happen to a milestone: it is set on a task that is not closed, reached once, and
//! put off only while it is open.

use chrono::NaiveDate;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::task::rules::{History, Phase, not_before_proposal, not_void};
use crate::words::{Text, text};

static NO_MILESTONE: Rule = rule(Kind::NotFound, "E0451", "{code}에 {seq}번 추진일정이 없습니다", "{code} has no milestone {seq}");
static TASK_CLOSED: Rule = rule(
    Kind::Rule,
    "E0452",
    "{code}: {on}에는 이미 종결된 과제입니다",
    "{code}: the task was closed by {on}, so its milestones stay as they are",
);
static DONE_ALREADY: Rule =
    rule(Kind::Rule, "E0453", "{code} {title}: {done}에 이미 달성했습니다", "{code} {title}: it was reached on {done} already");
static BEFORE_SET: Rule = rule(
    Kind::Rule,
    "E0454",
    "{code} {title}: {on:은/는} 그 일정을 계획한 날({set}) 전입니다",
    "{code} {title}: {on} is before the milestone was set ({set})",
);
static BEFORE_LAST_SLIP: Rule = rule(
    Kind::Rule,
    "E0476",
    "{code} {title}: {last}에 이미 연기했습니다. 그보다 앞선 {on}에 연기한 것으로 적을 수 없습니다",
    "{code} {title} was put off on {last}; putting it off on {on} would lie before that",
);
static NOT_LATER: Rule = rule(
    Kind::Rule,
    "E0455",
    "{code} {title}: 새 예정일 {due:이/가} 지금 예정일 {old}보다 늦지 않습니다",
    "{code} {title}: the new day {due} is not later than the present one ({old})",
);
static NOT_DONE: Rule =
    rule(Kind::Rule, "E0457", "{code} {title}: 아직 달성하지 않은 추진일정입니다", "{code} {title}: the milestone was not reached yet");
static IS_A_SLIP: Rule = rule(
    Kind::Rule,
    "E0458",
    "{code} {title}: 예정일을 {old}에서 {due:으로/로} 늦추는 것은 연기입니다. 잘못 적은 날짜라면 사유가 필요합니다",
    "{code} {title}: moving it from {old} to {due} puts it off; if the day was mistyped, say so with a reason",
);
const EARLIER: Text = text("앞당기거나 바로잡으려면 {command}", "to bring it forward or correct it: {command}");
static VOIDED: Rule = rule(Kind::Rule, "E0456", "{code} {title}: 무효인 추진일정입니다", "{code} {title}: the milestone is void");

/// A milestone as far as rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its id.
    pub id: i64,
    /// The code of its task.
    pub task: String,
    /// Its number within the task.
    pub seq: i64,
    /// Its title.
    pub title: String,
    /// The planned day.
    pub due: NaiveDate,
    /// Since when it is planned.
    pub set_on: NaiveDate,
    /// The day it was reached.
    pub done_on: Option<NaiveDate>,
    /// Whether it was voided.
    pub is_void: bool,
}

impl Milestone {
    /// What names it: `KT-2024-01:2`.
    pub fn code(&self) -> String {
        format!("{}:{}", self.task, self.seq)
    }

    fn met(&self, rule: &'static Rule) -> Refusal {
        rule.with("code", self.code()).with("title", &self.title)
    }

    /// Whether it may be changed at all.
    ///
    /// # Errors
    /// It is void.
    pub fn not_void(&self) -> Result<(), Refusal> {
        if self.is_void { Err(self.met(&VOIDED).way_out(format!("proadmin milestone list {}", self.task))) } else { Ok(()) }
    }

    /// Whether it can have been reached on a day.
    ///
    /// # Errors
    /// It was reached before, was not set yet, or its task was closed.
    pub fn reached(&self, history: &History, on: NaiveDate) -> Result<(), Refusal> {
        self.not_void()?;
        self.still_open()?;
        if on < self.set_on {
            return Err(self.met(&BEFORE_SET).with("on", on).with("set", self.set_on));
        }
        task_open(history, on)
    }

    /// Whether it may be put off to a day.
    ///
    /// # Errors
    /// It was reached, its task is closed, it was put off later, or the day is not later.
    pub fn put_off(&self, history: &History, last: Option<NaiveDate>, on: NaiveDate, due: NaiveDate) -> Result<(), Refusal> {
        self.not_void()?;
        self.still_open()?;
        task_open(history, on)?;
        if let Some(last) = last.filter(|last| on < *last) {
            let refusal = self.met(&BEFORE_LAST_SLIP).with("last", last).with("on", on);
            return Err(refusal.way_out(format!("--on {last}")).way_out(format!("proadmin due explain {}", self.task)));
        }
        if on < self.set_on {
            return Err(self.met(&BEFORE_SET).with("on", on).with("set", self.set_on));
        }
        if due > self.due {
            return Ok(());
        }
        let refusal = self.met(&NOT_LATER).with("due", due).with("old", self.due);
        if due == self.due {
            return Err(refusal.way_out(format!("proadmin milestone list {}", self.task)));
        }
        let command = format!("proadmin milestone edit {} {} --due {due} --reason …", self.task, self.seq);
        Err(refusal.way_out(EARLIER.with("command", command)))
    }

    /// Whether its planned day may be corrected: to a later one only with a reason, because
    /// else it is put off and nobody sees it.
    ///
    /// # Errors
    /// It is a slip.
    pub fn planned_for(&self, due: NaiveDate, reason: Option<&str>) -> Result<(), Refusal> {
        if due <= self.due || reason.is_some() {
            return Ok(());
        }
        let refusal = self.met(&IS_A_SLIP).with("old", self.due).with("due", due);
        let verb = |verb: &str| format!("proadmin milestone {verb} {} {} --due {due} --reason …", self.task, self.seq);
        let refusal = if self.done_on.is_none() { refusal.way_out(verb("slip")) } else { refusal };
        Err(refusal.way_out(verb("edit")))
    }

    /// Whether the day it was reached can be corrected to this one.
    ///
    /// # Errors
    /// It was not reached, was not set yet on that day, or its task was closed.
    pub fn reached_instead(&self, history: &History, on: NaiveDate) -> Result<(), Refusal> {
        self.was_reached()?;
        Self { done_on: None, ..self.clone() }.reached(history, on)
    }

    /// Whether it was reached, so that there is something to take back or to remark.
    ///
    /// # Errors
    /// It was not.
    pub fn was_reached(&self) -> Result<(), Refusal> {
        let done = format!("proadmin milestone done {} {} --on DATE", self.task, self.seq);
        if self.done_on.is_some() { Ok(()) } else { Err(self.met(&NOT_DONE).way_out(done)) }
    }

    fn still_open(&self) -> Result<(), Refusal> {
        let Some(done) = self.done_on else { return Ok(()) };
        let edit = |how: &str| format!("proadmin milestone edit {} {} {how} --reason …", self.task, self.seq);
        Err(self.met(&DONE_ALREADY).with("done", done).way_out(edit("--done-on DATE")).way_out(edit("--not-done")))
    }
}

/// Whether a milestone can have been set on a day: its task was there and not closed.
///
/// # Errors
/// It was not.
pub fn task_open(history: &History, on: NaiveDate) -> Result<(), Refusal> {
    not_void(&history.code, history.is_void)?;
    not_before_proposal(&history.code, on, history.proposed_on)?;
    if history.during(on).iter().any(|phase| *phase != Phase::Closed) {
        return Ok(());
    }
    Err(TASK_CLOSED.with("code", &history.code).with("on", on).way_out(format!("proadmin task reopen {} --reason …", history.code)))
}

/// The refusal of a number that no milestone of the task has.
pub fn none(code: &str, seq: i64) -> Refusal {
    NO_MILESTONE.with("code", code).with("seq", seq).way_out(format!("proadmin milestone list {code}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::{Act, Closing};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn history() -> History {
        let acts = vec![
            (day("2024-02-01"), Act::Selected),
            (day("2024-06-30"), Act::Closed(Closing::Completed)),
            (day("2024-08-01"), Act::Reopened),
        ];
        History { code: "KT-2024-01".to_owned(), proposed_on: day("2024-01-01"), is_void: false, acts }
    }

    fn milestone(done_on: Option<&str>) -> Milestone {
        let (due, set_on) = (day("2024-05-31"), day("2024-03-01"));
        let title = "착공".to_owned();
        Milestone { id: 1, task: "KT-2024-01".to_owned(), seq: 2, title, due, set_on, done_on: done_on.map(day), is_void: false }
    }

    fn code<T>(answer: Result<T, Refusal>) -> &'static str {
        answer.err().map_or("", |refusal| refusal.rule.code)
    }

    #[test]
    fn a_task_takes_milestones_while_it_is_not_closed() {
        for (on, refused) in [
            ("2023-12-31", "E0402"),
            ("2024-01-01", ""),
            ("2024-06-30", ""),
            ("2024-07-01", "E0452"),
            ("2024-07-31", "E0452"),
            ("2024-08-01", ""),
        ] {
            assert_eq!(code(task_open(&history(), day(on))), refused, "{on}");
        }
        assert_eq!(code(task_open(&History { is_void: true, ..history() }, day("2024-03-01"))), "E0404");
    }

    #[test]
    fn a_milestone_is_reached_once_and_not_before_it_was_set() {
        for (done, on, refused) in [
            (None, "2024-03-01", ""),
            (None, "2024-06-30", ""),
            (None, "2024-02-29", "E0454"),
            (None, "2024-07-15", "E0452"),
            (Some("2024-04-01"), "2024-05-01", "E0453"),
        ] {
            assert_eq!(code(milestone(done).reached(&history(), day(on))), refused, "{on}");
        }
    }

    #[test]
    fn the_day_it_was_reached_is_corrected_to_one_on_which_it_can_have_been() {
        for (done, on, refused) in [
            (Some("2024-04-01"), "2024-05-01", ""),
            (Some("2024-04-01"), "2024-02-29", "E0454"),
            (Some("2024-04-01"), "2024-07-15", "E0452"),
            (None, "2024-05-01", "E0457"),
        ] {
            assert_eq!(code(milestone(done).reached_instead(&history(), day(on))), refused, "{on}");
        }
    }

    #[test]
    fn a_milestone_is_put_off_to_a_later_day_while_it_is_open() {
        for (done, on, due, refused) in [
            (None, "2024-05-01", "2024-06-01", ""),
            (None, "2024-05-01", "2024-05-31", "E0455"),
            (None, "2024-05-01", "2024-05-01", "E0455"),
            (None, "2024-07-15", "2024-09-01", "E0452"),
            (None, "2024-02-01", "2024-09-01", "E0454"),
            (Some("2024-04-01"), "2024-05-01", "2024-06-01", "E0453"),
        ] {
            assert_eq!(code(milestone(done).put_off(&history(), None, day(on), day(due))), refused, "{on} {due}");
        }
        let done = milestone(Some("2024-04-01"));
        for (open, due, reason, refused) in [
            (true, "2024-06-01", None, "E0458"),
            (true, "2024-06-01", Some("오타"), ""),
            (true, "2024-05-31", None, ""),
            (true, "2024-05-01", None, ""),
            (false, "2024-06-01", None, "E0458"),
        ] {
            let milestone = if open { milestone(None) } else { done.clone() };
            assert_eq!(code(milestone.planned_for(day(due), reason)), refused, "{due}");
        }
        for (last, on, refused) in [("2024-05-02", "2024-05-01", "E0476"), ("2024-05-01", "2024-05-01", "")] {
            assert_eq!(code(milestone(None).put_off(&history(), Some(day(last)), day(on), day("2024-12-01"))), refused, "{last} {on}");
        }
        assert_eq!(
            code(Milestone { is_void: true, ..milestone(None) }.put_off(&history(), None, day("2024-05-01"), day("2024-06-01"))),
            "E0456"
        );
    }
}
