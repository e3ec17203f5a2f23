//! Which act may follow which, and what may be put in between or taken out.

use chrono::{Datelike, NaiveDate};

use super::refusals::{
    ALREADY, BEFORE_RECEIPT, ENDED_ISSUED, EXTENDED_ALREADY, NO_ACT, NO_REFERRAL, NOT_PAUSED, NOT_THE_LAST, OTHER_YEAR, PAUSED,
    RECEIVED_AFTER, TOO_MANY, WOULD_BREAK,
};
use super::{Done, History, label};
use crate::clock::rules::{ask_first, supplements};
use crate::consult::{Act, Ending};
use crate::refusal::{Refusal, Rule};
use crate::sequence::{Sequence, Taken};
use crate::words::Text;

/// Where a request stands between acts.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    accepted: Option<NaiveDate>,
    paused: Option<NaiveDate>,
    extended: Option<NaiveDate>,
    referred: Option<NaiveDate>,
    ended: Option<(NaiveDate, Ending)>,
}

impl History {
    /// Judges the history with one more act, put in after the acts of its day.
    ///
    /// # Errors
    /// When the sequence that results could not have happened.
    pub fn with(&self, on: NaiveDate, act: Act) -> Result<Self, Refusal> {
        self.not_void()?;
        if on < self.received_on {
            let refusal = BEFORE_RECEIPT.with("code", &self.code).with("on", on).with("received", self.received_on);
            return Err(refusal.way_out(format!("--on {}", self.received_on)));
        }
        // What has ended needs no more time, and nothing is put before a letter that is out: it
        // rests on what was recorded by then.
        if let Some((end, how)) = self.ending().filter(|(_, how)| act == Act::Extended || *how == Ending::Answered) {
            return Err(self.over(on, act, end, how));
        }
        if let (Act::Ended(_), None, Some(last)) = (act, self.ending(), self.acts.last().filter(|last| last.on > on)) {
            let refusal = NOT_THE_LAST.with("code", &self.code).with("on", on).with("act", label(act));
            return Err(refusal.with("later", last.on).with("what", label(last.act)).way_out(format!("--on {}", last.on)));
        }
        if act == Act::Supplement {
            self.may_ask()?;
        }
        self.and(on, act)
    }

    /// Judges the history without the acts of these numbers, which were entered by mistake.
    ///
    /// # Errors
    /// There is no such number, a letter rests on it, or what remains could not have happened.
    pub fn without(&self, numbers: &[i64]) -> Result<Self, Refusal> {
        self.not_void()?;
        self.has(numbers)?;
        if let (Some((issued, Ending::Answered)), false) = (self.ending(), numbers.is_empty()) {
            let refusal = ENDED_ISSUED.with("code", &self.code).with("issued", issued);
            return Err(refusal.way_out(self.superseding()));
        }
        self.less(numbers)
    }

    /// Judges the history with another day of receipt, where it was entered wrongly.
    ///
    /// # Errors
    /// Something happened before that day, or the code says another year.
    pub fn received(&self, on: NaiveDate) -> Result<(), Refusal> {
        self.not_void()?;
        if on.year() != self.received_on.year() {
            let refusal = OTHER_YEAR.with("code", &self.code).with("on", on);
            let (void, again) =
                (format!("proadmin consult void {} --reason …", self.code), format!("proadmin consult file … --received-on {on}"));
            let is_issued = matches!(self.ending(), Some((_, Ending::Answered)));
            return Err(if is_issued {
                refusal.way_out(format!("proadmin consult show {}", self.code))
            } else {
                refusal.way_out(void).way_out(again)
            });
        }
        let Some(first) = self.acts.first().filter(|first| first.on < on) else { return Ok(()) };
        let refusal = RECEIVED_AFTER.with("code", &self.code).with("on", on).with("act", label(first.act)).with("first", first.on);
        let refusal = refusal.way_out(format!("--received-on {}", first.on));
        Err(first
            .no
            .into_iter()
            .fold(refusal, |refusal, no| refusal.way_out(format!("proadmin consult void {} --act {no} --reason …", self.code))))
    }
}

impl History {
    /// How often a supplement is asked, the rule of the clock says; what was asked before it did
    /// stays.
    fn may_ask(&self) -> Result<(), Refusal> {
        let (asked, _) = supplements(self, Act::Supplement, Act::Resumed);
        let Some(max) = self.supplement_max.filter(|max| asked >= *max) else { return Ok(()) };
        let refusal = self.seen(TOO_MANY.with("code", &self.code).with("max", max));
        Err(refusal.way_out(format!("proadmin consult return {} --ground …", self.code)))
    }
}

impl Sequence for History {
    type Act = Act;
    type Standing = Standing;
    const TAKEN: Taken = Taken { noun: "consult", no_act: &NO_ACT, would_break: &WOULD_BREAK };

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
        label(act)
    }

    fn step(&self, now: &mut Standing, on: NaiveDate, act: Act) -> Result<(), Refusal> {
        let told = |rule: &'static Rule| rule.with("code", &self.code).with("on", on).with("act", label(act));
        if let Some((end, how)) = now.ended {
            return Err(self.over(on, act, end, how));
        }
        let once = |before: Option<NaiveDate>, way_out: String| match before {
            Some(before) => Err(ALREADY.with("code", &self.code).with("act", label(act)).with("on", before).way_out(way_out)),
            None => Ok(()),
        };
        match (act, now.paused) {
            (Act::Supplement | Act::Ended(Ending::Answered), Some(since)) => {
                return Err(self
                    .seen(told(&PAUSED).with("since", since))
                    .way_out(format!("proadmin consult resume {} --on DATE", self.code)));
            }
            (Act::Resumed, None) => {
                return Err(told(&NOT_PAUSED).way_out(ask_first(self, Act::Supplement, Act::Resumed, on)));
            }
            _ => {}
        }
        match act {
            Act::Accepted => {
                once(now.accepted, format!("proadmin consult show {}", self.code))?;
                now.accepted = Some(on);
            }
            Act::Supplement => now.paused = Some(on),
            Act::Resumed => now.paused = None,
            Act::Extended => match now.extended {
                Some(before) => {
                    let refusal = self.seen(EXTENDED_ALREADY.with("code", &self.code).with("on", before));
                    return Err(refusal.way_out(format!("proadmin due explain {}", self.code)));
                }
                None => now.extended = Some(on),
            },
            Act::Reviewed(_) => {}
            Act::Referred => {
                once(now.referred, format!("proadmin consult refer {} --reply-on DATE --reply-text …", self.code))?;
                now.referred = Some(on);
            }
            Act::Replied if now.referred.is_none() => {
                return Err(told(&NO_REFERRAL).way_out(format!("proadmin consult refer {} --to seoul", self.code)));
            }
            Act::Replied => now.referred = None,
            Act::Ended(ending) => now.ended = Some((on, ending)),
        }
        Ok(())
    }
}
