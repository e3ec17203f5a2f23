//! The order of acts. They sort by day, those of one day by the order they were recorded, and
//! the whole sequence is judged again whenever one is put in between or taken out.

use chrono::{Datelike, NaiveDate};

use super::refusals::{
    ALREADY, BEFORE_RECEIPT, ENDED_ISSUED, EXTENDED_ALREADY, NO_ACT, NO_REFERRAL, NOT_PAUSED, NOT_THE_LAST, OTHER_YEAR, PAUSED,
    RECEIVED_AFTER, WOULD_BREAK,
};
use super::{Done, History, label};
use crate::consult::{Act, Ending};
use crate::refusal::{Refusal, Rule};

/// Where a request stands between acts.
#[derive(Clone, Debug, Default)]
struct Standing {
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
        let mut with = self.clone();
        let at = with.acts.partition_point(|done| done.on <= on);
        with.acts.insert(at, Done { no: None, on, act });
        with.judge()?;
        Ok(with)
    }

    /// Judges the whole sequence.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    pub fn judge(&self) -> Result<(), Refusal> {
        let mut standing = Standing::default();
        self.acts.iter().try_for_each(|done| self.step(&mut standing, done.on, done.act))
    }

    /// Judges the history without the acts of these numbers, which were entered by mistake.
    ///
    /// # Errors
    /// There is no such number, a letter rests on it, or what remains could not have happened.
    pub fn without(&self, numbers: &[i64]) -> Result<Self, Refusal> {
        self.not_void()?;
        if let Some(missing) = numbers.iter().find(|no| !self.acts.iter().any(|done| done.no == Some(**no))) {
            let refusal = NO_ACT.with("code", &self.code).with("no", *missing);
            return Err(refusal.way_out(format!("proadmin consult show {}", self.code)));
        }
        if let (Some((issued, Ending::Answered)), false) = (self.ending(), numbers.is_empty()) {
            let refusal = ENDED_ISSUED.with("code", &self.code).with("issued", issued);
            return Err(refusal.way_out(self.superseding()));
        }
        let mut without = self.clone();
        without.acts.retain(|done| !done.no.is_some_and(|no| numbers.contains(&no)));
        let mut standing = Standing::default();
        for done in &without.acts {
            if without.step(&mut standing, done.on, done.act).is_err() {
                return Err(self.left_hanging(numbers, done));
            }
        }
        Ok(without)
    }

    /// What could not have happened without the acts of these numbers, and how both go.
    fn left_hanging(&self, numbers: &[i64], done: &Done) -> Refusal {
        let list = |numbers: &[i64]| numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        let refusal = WOULD_BREAK.with("code", &self.code).with("numbers", list(numbers)).with("on", done.on).with("act", label(done.act));
        let all: Vec<i64> = numbers.iter().copied().chain(done.no).collect();
        refusal.way_out(format!("proadmin consult void {} --act {} --reason …", self.code, list(&all)))
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
                return Err(told(&NOT_PAUSED).way_out(format!("proadmin consult supplement {} --reason …", self.code)));
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
