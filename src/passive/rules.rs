//! What may happen to a report. The order of acts is judged in `sequence`, the extension in
//! `clock`, the application itself here.

mod clock;
mod refusals;
mod sequence;

use chrono::NaiveDate;

use self::refusals::{CASE, CASE_IS, DUE_TODAY, ENDED, ENDED_CASE, ITSELF, LATE_BY, LEFT, REPLIED, REPORTER_UNFIT, RESTS, VOIDED};
use super::{ACTS, Act, Ending};
use crate::refusal::Refusal;
use crate::typed;
use crate::words::{Text, label_of};

/// Something that happened to a report.
pub type Done = crate::sequence::Done<Act>;

/// What a rule needs to know of a report, to judge and to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The report's code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its due day as it stands, for telling.
    pub due: NaiveDate,
    /// Days to it, negative when late; none once it has ended.
    pub days_left: Option<i64>,
    /// Whether the reporter gave no name: then no reply is owed.
    pub is_anonymous: bool,
    /// How often a supplement may be asked; none for no limit.
    pub supplement_max: Option<i64>,
    /// Whether it was voided.
    pub is_void: bool,
    /// The acts, in order.
    pub acts: Vec<Done>,
}

impl History {
    /// The command that is likely to come next; none once the report has ended.
    pub fn next_step(&self, act: Act) -> Option<String> {
        if self.ending().is_some() {
            return None;
        }
        let code = &self.code;
        Some(match act {
            Act::Supplement => format!("proadmin passive resume {code} --on DATE"),
            Act::Extended | Act::Resumed => format!("proadmin due explain {code}"),
            Act::Found { .. } if self.had(|act| act == Act::Found { confirmed: true }) => {
                format!("proadmin passive remedy {code} --kind corrected --text …")
            }
            _ => self.on_the_way(),
        })
    }

    fn had(&self, wanted: fn(Act) -> bool) -> bool {
        self.acts.iter().any(|done| wanted(done.act))
    }

    /// The next command on the way from the receipt to the reply.
    fn on_the_way(&self) -> String {
        let code = &self.code;
        match self.had(|act| matches!(act, Act::Found { .. })) {
            true if self.is_anonymous => format!("proadmin passive answer {code} --no-reply"),
            true => format!("proadmin passive answer {code} --text …"),
            false if self.had(|act| act == Act::Classified) => {
                format!("proadmin passive find {code} --result confirmed/partly/not_confirmed --text …")
            }
            false => format!("proadmin passive classify {code} --type form/neglect/desk/authority"),
        }
    }

    /// Whether what was filed may be corrected: what the reply rests on stays.
    ///
    /// # Errors
    /// The report is void, or the reply is out and rests on one of `resting`.
    pub fn editable(&self, resting: &[&str]) -> Result<(), Refusal> {
        self.not_void()?;
        let Some(end) = self.dealt_with().filter(|_| !resting.is_empty()) else { return Ok(()) };
        let refusal = RESTS.with("code", &self.code).with("end", end.on).with("how", label(end.act)).with("what", resting.join(", "));
        Err(self.void_first(refusal, end))
    }

    /// Whether the report may be voided.
    ///
    /// # Errors
    /// It is void already, or the matter was dealt with.
    pub fn voidable(&self) -> Result<(), Refusal> {
        self.not_void()?;
        let Some(end) = self.dealt_with() else { return Ok(()) };
        Err(self.void_first(REPLIED.with("code", &self.code).with("end", end.on).with("how", label(end.act)), end))
    }

    fn not_void(&self) -> Result<(), Refusal> {
        if self.is_void { Err(VOIDED.with("code", &self.code).way_out("proadmin passive list --all")) } else { Ok(()) }
    }

    /// The first remedy after a day: a reply of that day could not tell of it.
    pub fn remedied_after(&self, on: NaiveDate) -> Option<NaiveDate> {
        self.acts.iter().find(|done| done.act == Act::Remedied && done.on > on).map(|done| done.on)
    }

    fn end(&self) -> Option<&Done> {
        self.acts.iter().find(|done| matches!(done.act, Act::Ended(_)))
    }

    fn ending(&self) -> Option<(NaiveDate, Ending)> {
        self.acts.iter().find_map(|done| match done.act {
            Act::Ended(ending) => Some((done.on, ending)),
            _ => None,
        })
    }

    fn dealt_with(&self) -> Option<&Done> {
        self.end().filter(|done| matches!(done.act, Act::Ended(ending) if ending.deals_with_it()))
    }

    fn void_first(&self, refusal: Refusal, done: &Done) -> Refusal {
        let void = done.no.map(|no| format!("proadmin passive void {} --act {no} --reason …", self.code));
        void.into_iter().fold(refusal, Refusal::way_out)
    }

    fn over(&self, on: NaiveDate, act: Act, end: NaiveDate, how: Ending) -> Refusal {
        let refusal = ENDED.with("code", &self.code).with("on", on).with("act", label(act));
        let refusal = refusal.with("end", end).with("how", label(Act::Ended(how))).way_out(format!("proadmin passive show {}", self.code));
        match self.end() {
            Some(done) => self.void_first(refusal, done),
            None => refusal,
        }
    }

    fn seen(&self, refusal: Refusal) -> Refusal {
        let left = match self.days_left {
            None => None,
            Some(0) => Some(DUE_TODAY.say()),
            Some(days) if days < 0 => Some(LATE_BY.with("days", -days)),
            Some(days) => Some(LEFT.with("days", days)),
        };
        let case = if left.is_some() { CASE_IS } else { ENDED_CASE };
        let case = case.with("code", &self.code).with("title", &self.title).with("due", self.due);
        refusal.seen(CASE, left.into_iter().fold(case, |case, left| case.with("left", left)))
    }
}

/// Whether what stands for a reporter's name says that there is none.
pub fn is_nobody(name: &str) -> bool {
    matches!(name.trim().to_lowercase().as_str(), "익명" | "무기명" | "anonymous")
}

/// A reporter's name; what was typed is not repeated, for it is a resident's.
///
/// # Errors
/// It is no single line, or too long.
pub fn reporter(typed: &str) -> Result<String, Refusal> {
    typed::title(typed).map_err(|_| REPORTER_UNFIT.met())
}

/// A record that a report is linked to is another one.
///
/// # Errors
/// It is the report itself.
pub fn linked(code: &str, record: &str) -> Result<(), Refusal> {
    if code == record { Err(ITSELF.with("code", code).way_out(format!("proadmin passive link {code} RECORD"))) } else { Ok(()) }
}

fn label(act: Act) -> Text {
    label_of(ACTS, act.code())
}

#[cfg(test)]
mod tests;
