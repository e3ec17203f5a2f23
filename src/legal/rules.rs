//! What may happen to an application for legal support: in which order, for how much, and for
//! which time.

mod application;
mod refusals;

use chrono::NaiveDate;

pub use self::application::{court_limit, decision, grouped, instance, once, redated, repay_by, won};
use self::refusals::{
    AFTER_INDICTMENT, AGAIN, APPLIED_LATE, BEFORE_IT, BELOW_PAID, CRIMINAL_ONLY, CUT_OFF, LATE_ACT, MORE_THAN_APPROVED, MORE_THAN_OWED,
    NO_ACT, NOT_APPROVED, NOT_CANCELLED, NOTHING_OWED, OVER_CAP, PAID_ALREADY, SERVED_LATE, VOIDED, WOULD_BREAK,
};
use super::{ACTS, Act};
use crate::refusal::Refusal;
use crate::sequence::{self, Sequence, Taken};
use crate::words::{Text, label_of};

/// Something that happened to an application.
pub type Done = sequence::Done<Act>;

/// What the rules need to know of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// Its code.
    pub code: String,
    /// Whether it is for the criminal stage.
    pub is_criminal: bool,
    /// When it was made.
    pub applied_on: NaiveDate,
    /// Whether it was voided.
    pub is_void: bool,
    /// What happened, in order.
    pub acts: Vec<Done>,
}

/// Where an application stands after some of its acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Approved, if that is the decision that holds.
    pub approved: Option<i64>,
    /// Paid so far.
    pub paid: i64,
    /// Paid back so far.
    pub repaid: i64,
    decided: Option<(NaiveDate, &'static str)>,
    ended: Option<(NaiveDate, &'static str)>,
    indicted: Option<NaiveDate>,
}

impl History {
    /// Nothing happens to a void application.
    ///
    /// # Errors
    /// It is void.
    pub fn not_void(&self) -> Result<(), Refusal> {
        if self.is_void { Err(VOIDED.with("code", &self.code).way_out("proadmin legal list --all")) } else { Ok(()) }
    }

    /// Whether an application may be voided: not once money was paid on it.
    ///
    /// # Errors
    /// It is void already, or money was paid.
    pub fn voidable(&self) -> Result<(), Refusal> {
        self.not_void()?;
        let paid = self.standing()?.paid;
        if paid == 0 {
            return Ok(());
        }
        let refusal = PAID_ALREADY.with("code", &self.code).with("paid", grouped(paid));
        Err(refusal.way_out(format!("proadmin legal cancel {} --reason …", self.code)))
    }

    /// Judges the history with one more act in it.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    pub fn with(&self, on: NaiveDate, act: Act) -> Result<Self, Refusal> {
        self.not_void()?;
        self.and(on, act)
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
                Err(refusal.way_out(format!("proadmin legal decide {} --again …", self.code)))
            }
            _ => Ok(()),
        }
    }

    /// Judges the history with the day of the application corrected.
    ///
    /// # Errors
    /// Something happened before that day.
    pub fn applied(&self, on: NaiveDate) -> Result<(), Refusal> {
        self.not_void()?;
        if let Some(first) = self.acts.iter().map(|act| act.on).min().filter(|first| *first < on) {
            let refusal = BEFORE_IT.with("code", &self.code).with("on", first).with("applied", on);
            return Err(refusal.way_out(format!("proadmin legal edit {} --on {first} --reason …", self.code)));
        }
        Self { applied_on: on, ..self.clone() }.standing().map(|_| ())
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
    const TAKEN: Taken = Taken { noun: "legal", no_act: &NO_ACT, would_break: &WOULD_BREAK };

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
        if on < self.applied_on {
            if act == Act::Indicted {
                return Err(self.applied_late(on));
            }
            let refusal = BEFORE_IT.with("code", code).with("on", on).with("applied", self.applied_on);
            return Err(refusal.way_out(format!("--on {}", self.applied_on)));
        }
        match (now.ended, act) {
            // What was paid is paid back after the end, and an indictment may still come.
            (_, Act::Indicted) | (Some((_, "cancelled")), Act::Repaid { .. }) => {}
            (Some((end, how)), _) => {
                let refusal = LATE_ACT.with("code", code).with("on", on).with("act", told(act));
                let refusal = refusal.with("end", end).with("how", label_of(ACTS, how));
                return Err(refusal.way_out(format!("proadmin legal show {code}")));
            }
            _ => {}
        }
        match act {
            Act::Approved { amount, cap } => self.approve(now, on, amount, cap),
            Act::Refused | Act::Withdrawn if now.paid > 0 => {
                let refusal = PAID_ALREADY.with("code", code).with("paid", grouped(now.paid));
                Err(refusal.way_out(format!("proadmin legal cancel {code} --reason …")))
            }
            Act::Refused => {
                (now.approved, now.decided) = (None, Some((on, "refused")));
                Ok(())
            }
            Act::Withdrawn => {
                now.ended = Some((on, "withdrawn"));
                Ok(())
            }
            Act::Indicted => self.indict(now, on),
            Act::Paid { amount, served_on } => self.pay(now, on, amount, served_on),
            Act::Cancelled if now.approved.is_none() => Err(self.not_approved(on, act)),
            Act::Cancelled => {
                now.ended = Some((on, "cancelled"));
                Ok(())
            }
            Act::Repaid { amount } => self.repay(now, amount),
        }
    }
}

impl History {
    fn approve(&self, now: &mut Standing, on: NaiveDate, amount: i64, cap: i64) -> Result<(), Refusal> {
        let code = &self.code;
        if amount > cap {
            let refusal = OVER_CAP.with("code", code).with("amount", grouped(amount)).with("cap", grouped(cap));
            return Err(refusal.way_out(format!("--amount {cap}")).way_out("proadmin legal caps"));
        }
        if amount < now.paid {
            let refusal = BELOW_PAID.with("code", code).with("amount", grouped(amount)).with("paid", grouped(now.paid));
            return Err(refusal.way_out(format!("proadmin legal cancel {code} --reason …")));
        }
        (now.approved, now.decided) = (Some(amount), Some((on, "approved")));
        Ok(())
    }

    fn indict(&self, now: &mut Standing, on: NaiveDate) -> Result<(), Refusal> {
        if !self.is_criminal {
            return Err(CRIMINAL_ONLY.with("code", &self.code).way_out(format!("proadmin legal show {}", self.code)));
        }
        if let Some(before) = now.indicted {
            let refusal = CUT_OFF.with("code", &self.code).with("on", before);
            return Err(refusal.way_out(format!("proadmin legal show {}", self.code)));
        }
        if on <= self.applied_on {
            return Err(self.applied_late(on));
        }
        now.indicted = Some(on);
        Ok(())
    }

    fn applied_late(&self, on: NaiveDate) -> Refusal {
        let refusal = APPLIED_LATE.with("code", &self.code).with("on", on).with("applied", self.applied_on);
        refusal.way_out(format!("proadmin legal void {} --reason …", self.code))
    }

    fn pay(&self, now: &mut Standing, on: NaiveDate, amount: i64, served_on: Option<NaiveDate>) -> Result<(), Refusal> {
        let code = &self.code;
        let Some(approved) = now.approved else { return Err(self.not_approved(on, Act::Paid { amount, served_on })) };
        if now.paid + amount > approved {
            let refusal = MORE_THAN_APPROVED.with("code", code).with("amount", grouped(amount)).with("approved", grouped(approved));
            let left = approved - now.paid;
            let refusal = refusal.with("paid", grouped(now.paid)).with("left", grouped(left));
            return Err(if left > 0 {
                refusal.way_out(format!("proadmin legal pay {code} --amount {left}"))
            } else {
                refusal.way_out(format!("proadmin legal decide {code} --again --result approved --amount WON"))
            });
        }
        if let Some(late) = served_on.filter(|served| *served > on) {
            return Err(SERVED_LATE.with("code", code).with("on", on).with("served", late).way_out(format!("--served-on {on}")));
        }
        let too_late = |indicted: &NaiveDate| on >= *indicted && served_on.is_none_or(|served| served >= *indicted);
        if let Some(indicted) = now.indicted.filter(too_late) {
            let refusal = AFTER_INDICTMENT.with("code", code).with("indicted", indicted);
            return Err(refusal.way_out(format!("proadmin legal pay {code} --amount {amount} --served-on DATE")));
        }
        now.paid += amount;
        Ok(())
    }

    fn repay(&self, now: &mut Standing, amount: i64) -> Result<(), Refusal> {
        let code = &self.code;
        if !matches!(now.ended, Some((_, "cancelled"))) {
            return Err(NOT_CANCELLED.with("code", code).way_out(format!("proadmin legal cancel {code} --reason …")));
        }
        let owed = now.paid - now.repaid;
        if owed == 0 {
            return Err(NOTHING_OWED.with("code", code).way_out(format!("proadmin legal show {code}")));
        }
        if amount > owed {
            let refusal = MORE_THAN_OWED.with("code", code).with("amount", grouped(amount)).with("owed", grouped(owed));
            return Err(refusal.way_out(format!("proadmin legal repay {code} --amount {owed}")));
        }
        now.repaid += amount;
        Ok(())
    }

    fn not_approved(&self, on: NaiveDate, act: Act) -> Refusal {
        let refusal = NOT_APPROVED.with("code", &self.code).with("on", on).with("act", told(act));
        refusal.way_out(format!("proadmin legal decide {} --result approved --amount WON", self.code))
    }
}

fn told(act: Act) -> Text {
    label_of(ACTS, act.code())
}

#[cfg(test)]
mod tests;
