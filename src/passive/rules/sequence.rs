//! Which act may follow which, and what may be put in between or taken out.

use chrono::{Datelike, NaiveDate};

use super::refusals::{
    ALREADY, ASKED_TOO_LITTLE, BEFORE_RECEIPT, EXTENDED_ALREADY, FOUND_ALREADY, HANDED_IN, NO_ACT, NO_FINDING, NO_RE_REPORT, NONE_OWED,
    NOT_CLASSIFIED, NOT_PAUSED, NOT_THE_LAST, NOT_TOLD, NOTHING_TO_REMEDY, OTHER_YEAR, PAUSED, RECEIVED_AFTER, REPLY_OWED, TOO_MANY,
    WOULD_BREAK,
};
use super::{Done, History, label};
use crate::clock::rules::{ask_first, supplements};
use crate::passive::{Act, Ending};
use crate::refusal::{Refusal, Rule};
use crate::sequence::{Sequence, Taken};
use crate::words::Text;

/// Where a report stands between acts.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    is_classified: bool,
    paused: Option<NaiveDate>,
    asked: i64,
    extended: Option<NaiveDate>,
    found: Option<(NaiveDate, bool)>,
    ended: Option<(NaiveDate, Ending)>,
    reported_again: Option<NaiveDate>,
    decided: Option<NaiveDate>,
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
        // What has ended needs no more time, and nothing is put before a reply that is out: it
        // rests on what was recorded by then.
        let is_closed = |how: &Ending| act == Act::Extended || how.deals_with_it();
        if let Some((end, how)) = self.ending().filter(|(_, how)| !act.may_follow_the_end() && is_closed(how)) {
            return Err(self.over(on, act, end, how));
        }
        match act {
            Act::Supplement => self.may_ask(on)?,
            Act::Ended(Ending::Dismissed) => self.handed_nothing_in(on)?,
            _ => {}
        }
        let later = self.acts.iter().rev().find(|done| done.on > on && !done.act.may_follow_the_end());
        if let (Act::Ended(_), None, Some(last)) = (act, self.ending(), later) {
            let refusal = NOT_THE_LAST.with("code", &self.code).with("on", on).with("act", label(act));
            return Err(refusal.with("later", last.on).with("what", label(last.act)).way_out(format!("--on {}", last.on)));
        }
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

    /// Judges the history with another day of receipt, where it was entered wrongly.
    ///
    /// # Errors
    /// Something happened before that day, or the code says another year.
    pub fn received(&self, on: NaiveDate) -> Result<(), Refusal> {
        if on.year() != self.received_on.year() {
            let refusal = OTHER_YEAR.with("code", &self.code).with("on", on);
            let refusal = refusal.way_out(format!("proadmin passive void {} --reason …", self.code));
            return Err(refusal.way_out(format!("proadmin passive add … --received-on {on}")));
        }
        let Some(first) = self.acts.first().filter(|first| first.on < on) else { return Ok(()) };
        let refusal = RECEIVED_AFTER.with("code", &self.code).with("on", on).with("act", label(first.act)).with("first", first.on);
        Err(self.void_first(refusal.way_out(format!("--received-on {}", first.on)), first))
    }
}

impl Sequence for History {
    type Act = Act;
    type Standing = Standing;
    const TAKEN: Taken = Taken { noun: "passive", no_act: &NO_ACT, would_break: &WOULD_BREAK };

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
        if let Some((end, how)) = now.ended.filter(|_| !act.may_follow_the_end()) {
            return Err(self.over(on, act, end, how));
        }
        match act {
            Act::Classified => now.is_classified = true,
            // What was not handed in is asked for once more; the clock stands since it was asked first.
            Act::Supplement => {
                now.asked += 1;
                now.paused = now.paused.or(Some(on));
            }
            Act::Resumed => {
                if now.paused.take().is_none() {
                    let way_out = ask_first(self, Act::Supplement, Act::Resumed, on);
                    return Err(NOT_PAUSED.with("code", &self.code).with("on", on).way_out(way_out));
                }
            }
            Act::Extended => {
                if let Some(before) = now.extended {
                    let refusal = self.seen(EXTENDED_ALREADY.with("code", &self.code).with("on", before));
                    return Err(refusal.way_out(format!("proadmin due explain {}", self.code)));
                }
                now.extended = Some(on);
            }
            Act::Found { confirmed } => {
                self.classified(now, on, act)?;
                self.once(now.found.map(|(before, _)| before), act)?;
                now.found = Some((on, confirmed));
            }
            Act::Remedied => match now.found {
                None => return Err(self.no_finding(on, act)),
                Some((_, false)) => {
                    let refusal = NOTHING_TO_REMEDY.with("code", &self.code);
                    return Err(refusal.way_out(format!("proadmin passive show {}", self.code)));
                }
                Some((_, true)) => {}
            },
            Act::ReReported => self.reported_again(now, on)?,
            Act::Decided => {
                if now.reported_again.is_none() {
                    let refusal = NO_RE_REPORT.with("code", &self.code).with("on", on);
                    return Err(refusal.way_out(format!("proadmin passive re-report {} --on DATE", self.code)));
                }
                self.once(now.decided, act)?;
                now.decided = Some(on);
            }
            Act::Linked => {}
            Act::Ended(ending) => {
                self.may_end(now, on, ending)?;
                now.ended = Some((on, ending));
            }
        }
        Ok(())
    }
}

impl History {
    /// How often a supplement was asked, and the answer to the last, where it came.
    fn asked(&self) -> (i64, Option<&Done>) {
        let (times, last) = supplements(self, Act::Supplement, Act::Resumed);
        (times, last.filter(|done| done.act == Act::Resumed))
    }

    /// How often a supplement is asked, the rule of the clock says; what was asked before it did
    /// stays.
    fn may_ask(&self, on: NaiveDate) -> Result<(), Refusal> {
        let (asked, answer) = self.asked();
        let Some(max) = self.supplement_max.filter(|max| asked >= *max) else { return Ok(()) };
        let refusal = self.seen(TOO_MANY.with("code", &self.code).with("max", max));
        let is_waiting = answer.is_none_or(|answer| answer.on > on);
        Err(refusal.way_out(if is_waiting { format!("proadmin passive dismiss {}", self.code) } else { self.on_the_way() }))
    }

    /// Whether a supplement was asked no oftener than the rule of the clock says.
    ///
    /// # Errors
    /// It was.
    pub fn asked_within(&self) -> Result<(), Refusal> {
        let (asked, _) = self.asked();
        match self.supplement_max.filter(|max| asked > *max) {
            Some(max) => Err(TOO_MANY.with("code", &self.code).with("max", max)),
            None => Ok(()),
        }
    }

    /// Only who handed nothing in is dismissed.
    fn handed_nothing_in(&self, on: NaiveDate) -> Result<(), Refusal> {
        let Some(answer) = self.asked().1.filter(|answer| answer.on <= on) else { return Ok(()) };
        let refusal = self.seen(HANDED_IN.with("code", &self.code).with("on", answer.on)).way_out(self.on_the_way());
        Err(self.void_first(refusal, answer))
    }

    fn reported_again(&self, now: &mut Standing, on: NaiveDate) -> Result<(), Refusal> {
        let told = now.ended.filter(|(_, how)| matches!(how, Ending::Answered | Ending::Passed | Ending::Dismissed));
        if told.is_none() || self.is_anonymous {
            let refusal = NOT_TOLD.with("code", &self.code).with("on", on);
            return Err(refusal.way_out(format!("proadmin passive show {}", self.code)));
        }
        self.once(now.reported_again, Act::ReReported)?;
        now.reported_again = Some(on);
        Ok(())
    }

    fn may_end(&self, now: &Standing, on: NaiveDate, ending: Ending) -> Result<(), Refusal> {
        let act = Act::Ended(ending);
        match ending {
            Ending::Answered if self.is_anonymous => {
                Err(NONE_OWED.with("code", &self.code).way_out(format!("proadmin passive answer {} --no-reply", self.code)))
            }
            Ending::Settled if !self.is_anonymous => {
                Err(self.seen(REPLY_OWED.with("code", &self.code)).way_out(format!("proadmin passive answer {} --text …", self.code)))
            }
            Ending::Answered | Ending::Settled => {
                self.not_paused(now, on, act)?;
                self.classified(now, on, act)?;
                if now.found.is_none() { Err(self.no_finding(on, act)) } else { Ok(()) }
            }
            Ending::Passed => match now.found {
                Some((found, _)) => {
                    let refusal = FOUND_ALREADY.with("code", &self.code).with("found", found);
                    Err(refusal.way_out(format!("proadmin passive show {}", self.code)))
                }
                None => Ok(()),
            },
            // A file tells no supplements, so where none is known here nothing is held against it.
            Ending::Dismissed if now.asked == 0 => Ok(()),
            Ending::Dismissed => self.asked_enough(now.asked),
            Ending::Withdrawn => Ok(()),
        }
    }

    /// Who is dismissed was asked as often as may be.
    ///
    /// # Errors
    /// They were not.
    fn asked_enough(&self, asked: i64) -> Result<(), Refusal> {
        let max = self.supplement_max.unwrap_or(1).max(1);
        if asked >= max {
            return Ok(());
        }
        let refusal = ASKED_TOO_LITTLE.with("code", &self.code).with("asked", asked).with("max", max);
        Err(self.seen(refusal).way_out(format!("proadmin passive supplement {} --reason …", self.code)))
    }

    /// Whether a report that the office itself dismisses was asked for a supplement as often as
    /// may be.
    ///
    /// # Errors
    /// It was not.
    pub fn was_asked(&self) -> Result<(), Refusal> {
        self.asked_enough(self.asked().0)
    }

    fn not_paused(&self, now: &Standing, on: NaiveDate, act: Act) -> Result<(), Refusal> {
        let Some(since) = now.paused else { return Ok(()) };
        let refusal = self.seen(self.told(&PAUSED, on, act).with("since", since));
        Err(refusal.way_out(format!("proadmin passive resume {} --on DATE", self.code)))
    }

    fn classified(&self, now: &Standing, on: NaiveDate, act: Act) -> Result<(), Refusal> {
        if now.is_classified {
            return Ok(());
        }
        let refusal = self.seen(self.told(&NOT_CLASSIFIED, on, act));
        let refusal = refusal.way_out(format!("proadmin passive classify {} --type form/neglect/desk/authority", self.code));
        Err(refusal.way_out(format!("proadmin passive pass {} --to DEPT --ground first_petition/urging/question/complaint", self.code)))
    }

    fn no_finding(&self, on: NaiveDate, act: Act) -> Refusal {
        let find = format!("proadmin passive find {} --result confirmed/partly/not_confirmed --text …", self.code);
        self.seen(self.told(&NO_FINDING, on, act)).way_out(find)
    }

    fn once(&self, before: Option<NaiveDate>, act: Act) -> Result<(), Refusal> {
        let Some(before) = before else { return Ok(()) };
        let refusal = ALREADY.with("code", &self.code).with("act", label(act)).with("on", before);
        let known = self.acts.iter().find(|done| done.on == before && done.act.code() == act.code());
        Err(known.into_iter().fold(refusal, |refusal, done| self.void_first(refusal, done)))
    }

    fn told(&self, rule: &'static Rule, on: NaiveDate, act: Act) -> Refusal {
        rule.with("code", &self.code).with("on", on).with("act", label(act))
    }
}
