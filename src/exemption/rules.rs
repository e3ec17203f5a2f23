//! What may happen to a request for exemption, what it must say, and which command supplies
//! what a chain of evidence lacks.

mod gaps;
mod refusals;

use chrono::NaiveDate;

use self::refusals::{
    AGAIN, AUDITOR, BEFORE_IT, COMMITTEE_ONLY, DISCIPLINE_ONLY, ENDED, LATE, NEEDS_CONSULT, NO_ACT, NO_DEPARTMENT, NO_TITLE, NOT_REQUESTED,
    NOTHING, PERIOD, REDATED, REQUESTED, VOIDED, WOULD_BREAK,
};
use super::{ACTS, Act};
use crate::refusal::Refusal;
use crate::sequence::{self, Sequence, Taken};
use crate::words::{Text, label_of};

pub use self::gaps::{Gap, supplied_by};
pub use self::refusals::{CANNOT_WRITE, CHANGED_DOCUMENT, NOT_EMPTY};

/// Something that happened to a request.
pub type Done = sequence::Done<Act>;

/// What the rules need to know of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// Its code.
    pub code: String,
    /// When it was taken up.
    pub opened_on: NaiveDate,
    /// By when it is to be made.
    pub due: Option<NaiveDate>,
    /// Whether it was voided.
    pub is_void: bool,
    /// What happened, in order.
    pub acts: Vec<Done>,
}

/// Where a request stands after some of its acts.
#[derive(Debug, Default)]
pub struct Standing {
    requested: Option<NaiveDate>,
    decided: Option<(NaiveDate, &'static str)>,
    withdrawn: Option<NaiveDate>,
}

/// What a request rests on, as far as its parts must fit together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Grounds<'a> {
    /// One of [`super::STAGES`].
    pub stage: &'a str,
    /// Whether it is said whose audit it is.
    pub has_auditor: bool,
    /// One of [`super::BASES`].
    pub basis: &'a str,
    /// The record it is about.
    pub record: Option<&'a str>,
    /// Whether that record is a request for pre-consulting.
    pub is_consult: bool,
    /// Whether something is said of a committee.
    pub has_committee: bool,
}

/// Whether the parts of a request fit together; `near` are requests for pre-consulting that may
/// have been meant.
///
/// # Errors
/// The first that does not.
pub fn grounds(grounds: Grounds, near: &[String]) -> Result<(), Refusal> {
    let Grounds { stage, has_auditor, basis, is_consult, has_committee, .. } = grounds;
    if stage == "audit" && !has_auditor {
        return Err(["own", "joint", "bai"].iter().fold(AUDITOR.met(), |refusal, who| refusal.way_out(format!("--auditor {who}"))));
    }
    if basis == "consult" && !is_consult {
        let refusal = NEEDS_CONSULT.with("record", grounds.record.unwrap_or("-"));
        let refusal = near.iter().fold(refusal, |refusal, code| refusal.way_out(format!("proadmin exemption request {code} …")));
        return Err(refusal.way_out("proadmin consult list"));
    }
    if basis == "ratified" && stage != "discipline" {
        return Err(DISCIPLINE_ONLY.met().way_out("--stage discipline"));
    }
    if has_committee && !matches!(basis, "committee" | "ratified") {
        return Err(COMMITTEE_ONLY.met().way_out("--basis committee").way_out("--basis ratified"));
    }
    Ok(())
}

/// The title of a request: as given, else that of its record.
///
/// # Errors
/// Neither.
pub fn title(given: Option<&str>, record: Option<&str>) -> Result<String, Refusal> {
    given.or(record).map(str::to_owned).ok_or_else(|| NO_TITLE.met().way_out("--title TITLE"))
}

/// The department of a request that names neither an official, a department nor a record of one.
///
/// # Errors
/// Always: it has to be said.
pub fn no_department() -> Result<i64, Refusal> {
    Err(NO_DEPARTMENT.met().way_out("--staff STAFF").way_out("--dept DEPT"))
}

/// Whether something may be found of a request for pre-consulting on a day.
///
/// # Errors
/// It is void, or was not received yet.
pub fn findable(code: &str, is_void: bool, received_on: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if is_void {
        return Err(VOIDED.with("code", code).way_out("proadmin consult list --all"));
    }
    if on < received_on {
        return Err(BEFORE_IT.with("code", code).with("on", on).with("opened", received_on).way_out(format!("--on {received_on}")));
    }
    Ok(())
}

/// Whether there was a finding of a number.
///
/// # Errors
/// There was none.
pub fn was_there(code: &str, no: i64, was_there: bool) -> Result<(), Refusal> {
    if was_there { Ok(()) } else { Err(NO_ACT.with("code", code).with("no", no).way_out(format!("proadmin exemption check {code}"))) }
}

/// Whether a period begins before it ends.
///
/// # Errors
/// It does not.
pub fn period(from: NaiveDate, to: Option<NaiveDate>) -> Result<(), Refusal> {
    match to.filter(|to| *to < from) {
        Some(to) => Err(PERIOD.with("from", from).with("to", to).way_out(format!("--to {from}"))),
        None => Ok(()),
    }
}

/// Whether an edit says anything.
///
/// # Errors
/// It does not.
pub fn says_something(code: &str, columns: usize) -> Result<(), Refusal> {
    if columns > 0 { Ok(()) } else { Err(NOTHING.with("code", code).way_out(format!("proadmin exemption check {code}"))) }
}

/// Whether the day of a request is corrected with its reason.
///
/// # Errors
/// Without one.
pub fn redated(code: &str, has_reason: bool) -> Result<(), Refusal> {
    if has_reason {
        Ok(())
    } else {
        Err(REDATED.with("code", code).way_out(format!("proadmin exemption edit {code} --audit-ended-on DATE --reason …")))
    }
}

impl History {
    /// Nothing happens to a void request.
    ///
    /// # Errors
    /// It is void.
    pub fn not_void(&self) -> Result<(), Refusal> {
        if self.is_void { Err(VOIDED.with("code", &self.code).way_out("proadmin exemption list --all")) } else { Ok(()) }
    }

    /// Whether a request made on a day is in time, or says why not.
    ///
    /// # Errors
    /// It is late without a reason.
    pub fn in_time(&self, on: NaiveDate, has_reason: bool) -> Result<(), Refusal> {
        match self.due.filter(|due| on > *due && !has_reason) {
            Some(due) => {
                let refusal = LATE.with("code", &self.code).with("on", on).with("due", due);
                Err(refusal.way_out("--late REASON").way_out("proadmin exemption rules"))
            }
            None => Ok(()),
        }
    }

    /// Whether a decision may be made: the first, or one in place of it that is meant to be.
    ///
    /// # Errors
    /// There is one already.
    pub fn decidable(&self, again: bool) -> Result<(), Refusal> {
        self.not_void()?;
        match self.standing()?.decided {
            Some((on, what)) if !again => {
                let refusal = AGAIN.with("code", &self.code).with("on", on).with("act", label_of(ACTS, what));
                Err(refusal.way_out(format!("proadmin exemption decide {} --again …", self.code)))
            }
            _ => Ok(()),
        }
    }

    /// Judges the history with one more act in it.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    pub fn with(&self, on: NaiveDate, act: Act) -> Result<Self, Refusal> {
        self.not_void()?;
        self.and(on, act)
    }

    /// Judges the history without the acts of these numbers, which were entered by mistake.
    ///
    /// # Errors
    /// There is no such number, or what remains could not have happened.
    pub fn without(&self, numbers: &[i64]) -> Result<Self, Refusal> {
        self.not_void()?;
        self.has(numbers)?;
        self.less(numbers)
    }
}

impl Sequence for History {
    type Act = Act;
    type Standing = Standing;
    const TAKEN: Taken = Taken { noun: "exemption", no_act: &NO_ACT, would_break: &WOULD_BREAK };

    fn code(&self) -> &str {
        &self.code
    }

    fn acts(&self) -> &Vec<Done> {
        &self.acts
    }

    fn acts_mut(&mut self) -> &mut Vec<Done> {
        &mut self.acts
    }

    fn label(act: Act) -> Text {
        told(act)
    }

    fn step(&self, now: &mut Standing, on: NaiveDate, act: Act) -> Result<(), Refusal> {
        let code = &self.code;
        if on < self.opened_on {
            let refusal = BEFORE_IT.with("code", code).with("on", on).with("opened", self.opened_on);
            return Err(refusal.way_out(format!("--on {}", self.opened_on)));
        }
        if let Some(end) = now.withdrawn {
            let refusal = ENDED.with("code", code).with("on", on).with("act", told(act)).with("end", end);
            return Err(refusal.way_out(format!("proadmin exemption show {code}")));
        }
        match (act, now.requested) {
            (Act::Requested, Some(before)) => {
                return Err(REQUESTED.with("code", code).with("on", before).way_out(format!("proadmin exemption show {code}")));
            }
            (Act::Decided(_), None) => {
                let refusal = NOT_REQUESTED.with("code", code).with("on", on).with("act", told(act));
                return Err(refusal.way_out(format!("proadmin exemption file {code}")));
            }
            (Act::Requested, None) => now.requested = Some(on),
            (Act::Decided(result), Some(_)) => now.decided = Some((on, result)),
            (Act::Withdrawn, _) => now.withdrawn = Some(on),
        }
        Ok(())
    }
}

fn told(act: Act) -> Text {
    label_of(ACTS, act.code())
}

#[cfg(test)]
mod tests;
