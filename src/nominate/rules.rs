//! What may happen to a nomination, and in which order. The whole sequence is judged again
//! whenever an act is put in between.

mod given;
mod refusals;

use chrono::NaiveDate;

pub use self::given::{Ground, a_team, ground, ground_typed, nominator, nominee, not_oneself, shares};
use self::refusals::{
    BEFORE_RECEIPT, DECIDED, ENTERED_THERE, GROUND_NAME, IN_USE, INTO_ITSELF, MERIT_ORDER, NO_CHECK, NO_PERIOD, NOT_CHECKED, NOT_EDITABLE,
    OTHERS, OUT_OF_ORDER, UNTIMELY, VOIDED,
};
use super::{ACTS, Act, TIMINGS};
use crate::refusal::Refusal;
use crate::sequence::put_in;
use crate::words::{Text, label_of, text};

/// What a nomination that was merged is part of.
const MERGED_INTO: Text = text("병합한 추천", "merged into");

/// Where a nomination stands between acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody decided yet.
    Received,
    /// Accepted.
    Accepted,
    /// Rejected.
    Rejected,
    /// Part of another.
    Merged,
    /// In a round.
    Entered,
}

impl Phase {
    const fn label(self) -> Text {
        match self {
            Self::Received => text("접수", "received"),
            Self::Accepted => text("인정", "accepted"),
            Self::Rejected => text("제외", "rejected"),
            Self::Merged => text("병합", "merged"),
            Self::Entered => text("평가 회부", "in a round"),
        }
    }

    /// Where an act leads from here; none where it cannot happen. A decision may be taken again
    /// the other way until a round has the nomination.
    const fn after(self, act: Act) -> Option<Self> {
        match (self, act) {
            // Also of one that was merged: it still counts as a source of the other.
            (Self::Received | Self::Accepted | Self::Rejected | Self::Merged, Act::Confirmed | Act::Failed) => Some(self),
            (Self::Received | Self::Rejected, Act::Accepted) => Some(Self::Accepted),
            (Self::Received | Self::Accepted, Act::Rejected) => Some(Self::Rejected),
            (Self::Received, Act::Merged) => Some(Self::Merged),
            (Self::Accepted | Self::Entered, Act::Entered) => Some(Self::Entered),
            _ => None,
        }
    }
}

/// What is left to decide: the verb, and what it is typed with behind the codes.
pub type Left = Option<(&'static str, String)>;

/// A nomination's acts in the order of their days, acts of one day in the order they were
/// recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// Its code.
    pub code: String,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Whether it was voided.
    pub is_void: bool,
    /// Whether a resident made it, whose real name is checked.
    pub by_resident: bool,
    /// Since when a merged source vouches for it that needs no check or passed it.
    pub vouched_on: Option<NaiveDate>,
    /// Whether it came in time: open, within, late or `outside_period`.
    pub timing: String,
    /// The nomination it was merged into, if it was.
    pub merged_into: Option<String>,
    /// The acts.
    pub acts: Vec<(NaiveDate, Act)>,
}

impl History {
    /// The history with one more act, put in after the acts of its day, and where that leads.
    ///
    /// # Errors
    /// When the sequence that results could not have happened.
    pub fn with(&self, on: NaiveDate, act: Act) -> Result<Phase, Refusal> {
        self.not_void()?;
        if on < self.received_on {
            return Err(BEFORE_RECEIPT.with("code", &self.code).with("on", on).with("received", self.received_on));
        }
        if matches!(act, Act::Confirmed | Act::Failed) && !self.by_resident {
            return Err(NO_CHECK.with("code", &self.code).way_out(format!("proadmin nominate accept {}", self.code)));
        }
        if act == Act::Accepted {
            self.timely()?;
        }
        let mut with = self.clone();
        put_in(&mut with.acts, (on, act), |(day, _)| *day);
        with.judge()
    }

    /// Where the nomination stands after all its acts.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    pub fn judge(&self) -> Result<Phase, Refusal> {
        let mut phase = Phase::Received;
        let mut checked = !self.by_resident;
        for (on, act) in &self.acts {
            let after = phase.after(*act).ok_or_else(|| self.out_of_order(*on, *act, phase))?;
            match act {
                Act::Confirmed => checked = true,
                Act::Failed => checked = false,
                Act::Accepted => self.vouched(*on, checked, phase)?,
                _ => {}
            }
            phase = after;
        }
        Ok(phase)
    }

    /// Where it stands now, whatever led there.
    pub fn phase(&self) -> Phase {
        self.acts.iter().fold(Phase::Received, |phase, (_, act)| phase.after(*act).unwrap_or(phase))
    }

    /// The earlier decision that a decision of a day changes, which then says why.
    ///
    /// # Errors
    /// It does not.
    pub fn decided_before(&self, on: NaiveDate, act: Act, reason: Option<&str>) -> Result<Option<(NaiveDate, Act)>, Refusal> {
        let is_decision = |act: Act| matches!(act, Act::Accepted | Act::Rejected);
        let before = self.acts.iter().rfind(|(day, was)| is_decision(*was) && *day <= on);
        match before.filter(|(_, was)| is_decision(act) && *was != act) {
            Some((day, was)) if reason.is_none() => {
                let (code, verb) = (&self.code, if act == Act::Accepted { "accept" } else { "reject" });
                let ground = if act == Act::Accepted { "" } else { " --ground GROUND" };
                let refusal = DECIDED.with("code", code).with("on", *day).with("was", label_of(ACTS, was.code()));
                Err(refusal.way_out(format!("proadmin nominate {verb} {code}{ground} --reason …")))
            }
            before => Ok(before.copied()),
        }
    }

    /// The decision that is left after a check, and what it is typed with; none where nothing is
    /// to be decided about it.
    pub fn to_decide(&self, confirmed: bool) -> Left {
        let acceptable = confirmed && self.timely().is_ok();
        let ground = if self.timely().is_ok() { "unverified" } else { &self.timing };
        match self.phase() {
            Phase::Received if acceptable => Some(("accept", String::new())),
            Phase::Received => Some(("reject", format!(" --ground {ground}"))),
            Phase::Rejected if acceptable => Some(("accept", " --reason …".to_owned())),
            Phase::Accepted if !confirmed => Some(("reject", format!(" --ground {ground} --reason …"))),
            _ => None,
        }
    }

    /// The command that rejects it; one that was accepted says why.
    fn reject(&self, ground: &str) -> String {
        let why = if self.phase() == Phase::Accepted { " --reason …" } else { "" };
        format!("proadmin nominate reject {} --ground {ground}{why}", self.code)
    }

    /// Whether it came in time and for a merit of the time asked for. A period that is set
    /// later does not undo what was accepted.
    ///
    /// # Errors
    /// It did not.
    pub fn timely(&self) -> Result<(), Refusal> {
        if !matches!(self.timing.as_str(), "late" | "outside_period") {
            return Ok(());
        }
        let refusal = UNTIMELY.with("code", &self.code).with("timing", label_of(TIMINGS, &self.timing));
        // One that is rejected already stays so unless the period is set otherwise.
        let refusal = match self.phase() {
            Phase::Received | Phase::Accepted => refusal.way_out(self.reject(&self.timing)),
            _ => refusal.way_out(format!("proadmin nominate show {}", self.code)),
        };
        Err(refusal.way_out("proadmin nominate periods"))
    }

    fn vouched(&self, on: NaiveDate, checked: bool, before: Phase) -> Result<(), Refusal> {
        if checked || self.vouched_on.is_some_and(|since| since <= on) {
            return Ok(());
        }
        let code = &self.code;
        let refusal = NOT_CHECKED.with("code", code).with("on", on);
        let refusal = refusal.way_out(format!("proadmin nominate verify {code} --result confirmed"));
        Err(match before {
            Phase::Received => refusal.way_out(format!("proadmin nominate reject {code} --ground unverified")),
            _ => refusal,
        })
    }

    fn out_of_order(&self, on: NaiveDate, act: Act, phase: Phase) -> Refusal {
        let refusal = OUT_OF_ORDER.with("code", &self.code).with("on", on).with("act", label_of(ACTS, act.code()));
        let code = &self.code;
        let refusal = refusal.with("phase", phase.label());
        if let Some(into) = self.merged_into.as_ref().filter(|_| phase == Phase::Merged) {
            return refusal.seen(MERGED_INTO, into.as_str()).way_out(format!("proadmin nominate show {into}"));
        }
        refusal.way_out(match (phase, act) {
            (Phase::Received, Act::Entered) if self.timely().is_ok() => format!("proadmin nominate accept {code}"),
            (Phase::Rejected, Act::Entered) if self.timely().is_ok() => format!("proadmin nominate accept {code} --reason …"),
            // What was decided is no duplicate any more; as one it is rejected.
            (Phase::Accepted, Act::Merged) => self.reject("duplicate"),
            _ => format!("proadmin nominate show {code}"),
        })
    }

    /// Nothing happens to a void nomination.
    ///
    /// # Errors
    /// It is void.
    pub fn not_void(&self) -> Result<(), Refusal> {
        if self.is_void { Err(VOIDED.with("code", &self.code).way_out("proadmin nominate list --all")) } else { Ok(()) }
    }

    /// Whether another may be merged into this one on a day: it was there, and stands.
    ///
    /// # Errors
    /// It is void, later, itself merged or rejected; or it is the same.
    pub fn takes_in(&self, other: &str, on: NaiveDate) -> Result<(), Refusal> {
        self.not_void()?;
        if self.code == other {
            return Err(INTO_ITSELF.with("code", other));
        }
        if on < self.received_on {
            return Err(BEFORE_RECEIPT.with("code", &self.code).with("on", on).with("received", self.received_on));
        }
        match self.phase() {
            phase @ (Phase::Merged | Phase::Rejected) => {
                let refusal = OUT_OF_ORDER.with("code", &self.code).with("on", on).with("act", label_of(ACTS, "took_in"));
                Err(refusal.with("phase", phase.label()).way_out(format!("proadmin nominate show {}", self.code)))
            }
            _ => Ok(()),
        }
    }

    /// Whether another nomination is the same as this one: it nominates the same person, or the
    /// same team, or someone says why it is the same all the same. The parts of a team do not
    /// tell one team from another.
    ///
    /// # Errors
    /// It nominates someone else.
    pub fn same_nominees(&self, own: &[String], other: &Self, others: &[String], reason: Option<&str>) -> Result<(), Refusal> {
        if reason.is_some() || (own.len() == others.len() && own.iter().all(|name| others.contains(name))) {
            return Ok(());
        }
        let (code, into) = (&other.code, &self.code);
        let refusal = OTHERS.with("code", code).with("who", others.join(", ")).with("into", into).with("others", own.join(", "));
        let merge = format!("proadmin nominate merge {code} --into {into} --reason TEXT");
        Err(refusal.way_out("proadmin nominate duplicates").way_out(merge))
    }

    /// Whether its nominees may be changed: nobody has decided yet.
    ///
    /// # Errors
    /// Somebody has.
    pub fn nominees_editable(&self) -> Result<(), Refusal> {
        self.not_void()?;
        match self.phase() {
            Phase::Received => Ok(()),
            phase => Err(NOT_EDITABLE.with("code", &self.code).with("phase", phase.label())),
        }
    }
}

/// Days in their order.
///
/// # Errors
/// They are not.
pub fn in_order(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(), Refusal> {
    match (from, to) {
        (Some(from), Some(to)) if from > to => Err(MERIT_ORDER.with("from", from).with("to", to)),
        _ => Ok(()),
    }
}

/// A nomination enters a round once.
///
/// # Errors
/// It is there.
pub fn not_there_yet(code: &str, round: &str, entry: Option<&str>) -> Result<(), Refusal> {
    match entry {
        Some(entry) => {
            let refusal = ENTERED_THERE.with("code", code).with("round", round).with("entry", entry);
            Err(refusal.way_out(format!("proadmin eval show {round}")))
        }
        None => Ok(()),
    }
}

/// Whether a nomination may be voided.
///
/// # Errors
/// Others were merged into it, or a round has it.
pub fn void(code: &str, in_use: bool) -> Result<(), Refusal> {
    if in_use { Err(IN_USE.with("code", code).way_out(format!("proadmin nominate show {code}"))) } else { Ok(()) }
}

/// The days of a period of reception, where it is new.
///
/// # Errors
/// One is missing.
pub fn new_period(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(NaiveDate, NaiveDate), Refusal> {
    from.zip(to).ok_or_else(|| NO_PERIOD.met().way_out("proadmin nominate period NAME --from DATE --to DATE"))
}

/// The wording of a ground, where it is new.
///
/// # Errors
/// There is none.
pub fn new_ground(name: Option<&str>) -> Result<String, Refusal> {
    name.map(str::to_owned).ok_or_else(|| GROUND_NAME.met().way_out("proadmin nominate ground CODE --name …"))
}

#[cfg(test)]
mod tests;
