//! What may happen to a nomination, and in which order. The whole sequence is judged again
//! whenever an act is put in between.

mod refusals;

use chrono::NaiveDate;

use self::refusals::{
    BEFORE_RECEIPT, ENTERED_THERE, GROUND_NAME, GROUND_NEEDS_REASON, IN_USE, INTO_ITSELF, MERIT_ORDER, NO_CHECK, NO_GROUND, NO_PERIOD,
    NOMINATES_SELF, NOMINATOR_NEEDED, NOMINATOR_UNFIT, NOT_CHECKED, NOT_EDITABLE, OTHERS, OUT_OF_ORDER, SHARE_NEEDED, SHARES, TEAM_OF_ONE,
    TWICE, UNTIMELY, VOIDED,
};
use super::{ACTS, Act, GROUNDS, TIMINGS};
use crate::refusal::{KNOWN, Refusal};
use crate::sequence::put_in;
use crate::typed;
use crate::words::{Sentence, Text, code_of, label_of, text};

/// The ground that explains itself in the office's words.
const OTHER: &str = "other";

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
            match act {
                Act::Confirmed => checked = true,
                Act::Failed => checked = false,
                Act::Accepted => self.vouched(*on, checked)?,
                _ => {}
            }
            phase = phase.after(*act).ok_or_else(|| self.out_of_order(*on, *act, phase))?;
        }
        Ok(phase)
    }

    /// Where it stands now, whatever led there.
    pub fn phase(&self) -> Phase {
        self.acts.iter().fold(Phase::Received, |phase, (_, act)| phase.after(*act).unwrap_or(phase))
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
            Phase::Received | Phase::Accepted => {
                refusal.way_out(format!("proadmin nominate reject {} --ground {}", self.code, self.timing))
            }
            _ => refusal.way_out(format!("proadmin nominate show {}", self.code)),
        };
        Err(refusal.way_out("proadmin nominate periods"))
    }

    fn vouched(&self, on: NaiveDate, checked: bool) -> Result<(), Refusal> {
        if checked || self.vouched_on.is_some_and(|since| since <= on) {
            return Ok(());
        }
        let code = &self.code;
        let refusal = NOT_CHECKED.with("code", code).with("on", on);
        Err(refusal
            .way_out(format!("proadmin nominate verify {code} --result confirmed"))
            .way_out(format!("proadmin nominate reject {code} --ground unverified")))
    }

    fn out_of_order(&self, on: NaiveDate, act: Act, phase: Phase) -> Refusal {
        let refusal = OUT_OF_ORDER.with("code", &self.code).with("on", on).with("act", label_of(ACTS, act.code()));
        let code = &self.code;
        refusal.with("phase", phase.label()).way_out(match (phase, act) {
            (Phase::Received | Phase::Rejected, Act::Entered) if self.timely().is_ok() => format!("proadmin nominate accept {code}"),
            // What was decided is no duplicate any more; as one it is rejected.
            (Phase::Accepted, Act::Merged) => format!("proadmin nominate reject {code} --ground duplicate"),
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

/// The parts of the nominees in per cent: one person has all of it, a team's sum to 100.
///
/// # Errors
/// They do not; somebody is named twice; a team has one member.
pub fn shares(given: &[(String, Option<i64>)], team: Option<&str>) -> Result<Vec<i64>, Refusal> {
    for (at, (name, _)) in given.iter().enumerate() {
        if given[..at].iter().any(|(before, _)| before == name) {
            return Err(TWICE.with("name", name));
        }
    }
    if given.len() == 1 && team.is_some() {
        return Err(TEAM_OF_ONE.met().way_out("--nominee STAFF=60 --nominee STAFF=40"));
    }
    if let [(_, share)] = given {
        let share = share.unwrap_or(100);
        return if share == 100 { Ok(vec![100]) } else { Err(SHARES.with("sum", share)) };
    }
    let shares: Vec<i64> = given.iter().filter_map(|(_, share)| *share).collect();
    let sum: i64 = shares.iter().sum();
    match () {
        () if shares.len() < given.len() => Err(SHARE_NEEDED.met()),
        () if sum != 100 || shares.contains(&0) => Err(SHARES.with("sum", sum)),
        () => Ok(shares),
    }
}

/// A nominee as it is typed: a person, and for a team `=` and the part in per cent.
pub fn nominee(typed: &str) -> Result<(String, Option<i64>), typed::Expected> {
    match typed.split_once('=') {
        None => Ok((typed::title(typed)?, None)),
        Some((name, share)) => Ok((typed::title(name)?, Some(typed::percent(share)?))),
    }
}

/// A ground of rejection that the office has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its word.
    pub code: String,
    /// What it says.
    pub name: String,
}

/// A ground as it is told among others.
const GROUND: Text = text("{code}({name})", "{code}");

/// A ground is one that the office has, and `other` is explained.
///
/// # Errors
/// It is not.
pub fn ground(code: &str, ground: &str, known: &[Ground], reason: Option<&str>) -> Result<(), Refusal> {
    if !known.iter().any(|known| known.code == ground) {
        let told = known.iter().map(|known| GROUND.with("code", &known.code).with("name", &known.name)).collect();
        let refusal = NO_GROUND.with("ground", ground).seen(KNOWN, Sentence::listed(told));
        let near = known.iter().filter(|known| ground.chars().count() > 1 && known.name.contains(ground));
        let refusal = near.fold(refusal, |refusal, near| refusal.put_right(ground, &near.code, "proadmin nominate grounds"));
        return Err(refusal.way_out("proadmin nominate grounds").way_out("proadmin nominate ground CODE --name …"));
    }
    if ground == OTHER && reason.is_none() {
        return Err(GROUND_NEEDS_REASON.with("code", code).way_out(format!("proadmin nominate reject {code} --ground other --reason …")));
    }
    Ok(())
}

/// The code of a ground that was typed as its code or its words.
pub fn ground_typed(typed: &str) -> String {
    code_of(GROUNDS, typed).map_or_else(|| typed.to_lowercase(), str::to_owned)
}

/// Who nominated, unless it is oneself.
///
/// # Errors
/// Nobody is named, or not as a name can be; what was typed is not repeated.
pub fn nominator(source: &str, typed: Option<&str>) -> Result<Option<String>, Refusal> {
    match (source, typed) {
        ("self", _) => Ok(None),
        (_, None) => Err(NOMINATOR_NEEDED.met().way_out(format!("--by {source} --nominator …"))),
        (_, Some(name)) => typed::title(name).map(Some).map_err(|_| NOMINATOR_UNFIT.met()),
    }
}

/// An employee does not nominate themself in passing.
///
/// # Errors
/// They do.
pub fn not_oneself(is_nominee: bool) -> Result<(), Refusal> {
    if is_nominee { Err(NOMINATES_SELF.met().way_out("--by self")) } else { Ok(()) }
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
