//! What may happen to a task, and in which order. The whole sequence is judged again whenever
//! an act is put in between, so that no history can come about that could not have happened.

pub mod correct;

use chrono::NaiveDate;

use super::{ACTS, Act, Closing};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::sequence::put_in;
use crate::words::{Text, label_of, text};

static OUT_OF_ORDER: Rule = rule(
    Kind::Rule,
    "E0401",
    "{code}: {on}에 {act:을/를} 적을 수 없습니다. 그때 과제는 {phase} 상태입니다",
    "{code}: '{act}' cannot be recorded on {on}: the task is {phase} then",
);
static BEFORE_PROPOSAL: Rule = rule(
    Kind::Rule,
    "E0402",
    "{code}: {on:은/는} 제안일({proposed}) 전입니다",
    "{code}: {on} is before the task was proposed ({proposed})",
);
static START_AFTER_DUE: Rule =
    rule(Kind::Rule, "E0403", "시작 예정일 {start:이/가} 완료 예정일 {due}보다 늦습니다", "the start {start} lies after the end {due}");
static VOIDED: Rule = rule(Kind::Rule, "E0404", "{code:은/는} 무효인 과제입니다", "{code} is void");
static OUTCOME_NEEDED: Rule = rule(
    Kind::Usage,
    "E0405",
    "{code}: 완료에는 목표 달성 여부가 필요합니다(--outcome met/missed)",
    "{code}: completion needs its outcome (--outcome met/missed)",
);
static HANDED_OVER: Rule = rule(
    Kind::Rule,
    "E0329",
    "{code}: {on}에 넘긴 과제라 주담당자를 비울 수 없습니다",
    "{code} was handed over on {on}, so its lead cannot be emptied",
);
static YEAR_OVER: Rule =
    rule(Kind::Rule, "E0406", "{code}: {year}년으로는 이월할 수 없습니다", "{code} cannot be carried over into {year}");

static SUCCEEDED: Rule = rule(
    Kind::Rule,
    "E0407",
    "{code:은/는} {successor:으로/로} 이월되어 추진 중이라 다시 열 수 없습니다",
    "{code} goes on as {successor} and cannot be opened again",
);

static CARRIED_LATER: Rule = rule(
    Kind::Rule,
    "E0409",
    "{code:은/는} {on}에 {origin}에서 이월되어, 그 전에는 없던 과제입니다",
    "{code} goes on from {origin}, which was carried on {on}; it was not there before",
);

static DID_LATER: Rule = rule(
    Kind::Rule,
    "E0408",
    "{code}: 그러면 과제가 종결된 뒤인 {later}에 진척 보고나 추진일정 기록이 남습니다",
    "{code}: progress or a milestone of {later} would then lie after the task was closed",
);

static PUT_OFF: Rule = rule(
    Kind::Rule,
    "E0487",
    "{code}: 완료 예정일이 {old}에서 {due:으로/로} 늦춰집니다. 왜 그런지 적어야 합니다",
    "{code}: its end moves from {old} to {due}, and that needs a reason",
);
static END_EMPTIED: Rule = rule(
    Kind::Rule,
    "E0488",
    "{code}: 완료 예정일 {old:을/를} 비우려면 왜 그런지 적어야 합니다",
    "{code}: its end {old} is to be emptied, and that needs a reason",
);

/// Where a task stands between acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not selected yet.
    Candidate,
    /// Selected and going on.
    Open,
    /// On hold.
    Suspended,
    /// Closed.
    Closed,
}

impl Phase {
    const fn label(self) -> Text {
        match self {
            Self::Candidate => text("후보", "a candidate"),
            Self::Open => text("진행 중(예정·정상추진·지연)", "going on (planned, on track or delayed)"),
            Self::Suspended => text("보류", "suspended"),
            Self::Closed => text("종결", "closed"),
        }
    }

    /// Where an act leads from here; none where it cannot happen.
    const fn after(self, act: Act) -> Option<Self> {
        match (self, act) {
            (Self::Candidate, Act::Selected) | (Self::Suspended, Act::Resumed) | (Self::Closed, Act::Reopened) => Some(Self::Open),
            (Self::Open, Act::Suspended) => Some(Self::Suspended),
            (Self::Open, Act::Closed(_)) | (Self::Suspended, Act::Closed(Closing::Stopped | Closing::Carried)) => Some(Self::Closed),
            _ => None,
        }
    }

    /// The act that makes another one possible.
    const fn opens(self) -> Option<Act> {
        match self {
            Self::Candidate => Some(Act::Selected),
            Self::Open => None,
            Self::Suspended => Some(Act::Resumed),
            Self::Closed => Some(Act::Reopened),
        }
    }
}

/// Where a task stood, with its last closing.
struct Stood {
    phase: Phase,
    closing: Option<Act>,
}

impl Stood {
    /// In the words of lists: a closed one as it was closed.
    fn label(&self) -> Text {
        match (self.phase, self.closing) {
            (Phase::Closed, Some(act)) => label_of(ACTS, act.code()),
            (phase, _) => phase.label(),
        }
    }
}

/// A task's acts in the order of their days, acts of one day in the order they were recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The task's code.
    pub code: String,
    /// Since when the task exists.
    pub proposed_on: NaiveDate,
    /// Whether it was voided.
    pub is_void: bool,
    /// The acts.
    pub acts: Vec<(NaiveDate, Act)>,
}

impl History {
    /// The history with one more act, put in after the acts of its day.
    ///
    /// # Errors
    /// When the sequence that results could not have happened.
    pub fn with(&self, on: NaiveDate, act: Act) -> Result<(Self, Phase), Refusal> {
        not_void(&self.code, self.is_void)?;
        not_before_proposal(&self.code, on, self.proposed_on)?;
        let mut with = self.clone();
        put_in(&mut with.acts, (on, act), |(day, _)| *day);
        let phase = with.judge().map_err(|refusal| match with.impossible() {
            // What gets out is about what was recorded of a later day.
            Some((later, act, _)) if later > on => {
                refusal.no_way_out().way_out(format!("proadmin task void {} --act {} --on {later} --reason …", self.code, act.code()))
            }
            _ => refusal,
        })?;
        Ok((with, phase))
    }

    /// Where the task stood during a day: as it began, and after each of its acts.
    pub fn during(&self, day: NaiveDate) -> Vec<Phase> {
        let step = |phase: Phase, act: Act| phase.after(act).unwrap_or(phase);
        let before = self.acts.iter().filter(|(on, _)| *on < day).fold(Phase::Candidate, |phase, (_, act)| step(phase, *act));
        let that_day = self.acts.iter().filter(|(on, _)| *on == day).scan(before, |phase, (_, act)| {
            *phase = step(*phase, *act);
            Some(*phase)
        });
        std::iter::once(before).chain(that_day).collect()
    }

    /// Whether the task was open on each of the days on which it did something.
    ///
    /// # Errors
    /// The last day on which it was closed.
    pub fn open_when_it_did(&self, days: &[NaiveDate]) -> Result<(), Refusal> {
        let is_closed = |day: &&NaiveDate| self.during(**day).iter().all(|phase| *phase == Phase::Closed);
        match days.iter().rfind(is_closed) {
            None => Ok(()),
            Some(later) => {
                let refusal = DID_LATER.with("code", &self.code).with("later", *later);
                Err(refusal.way_out(format!("--on {later}")).way_out(format!("proadmin task show {}", self.code)))
            }
        }
    }

    /// Where the task stands after all its acts.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    pub fn judge(&self) -> Result<Phase, Refusal> {
        let Some((on, act, stood)) = self.impossible() else {
            return Ok(self.acts.iter().fold(Phase::Candidate, |phase, (_, act)| phase.after(*act).unwrap_or(phase)));
        };
        let (label, phase) = (label_of(ACTS, act.code()), stood.phase);
        let refusal = OUT_OF_ORDER.with("code", &self.code).with("on", on).with("act", label).with("phase", stood.label());
        let refusal = refusal.way_out(self.opened_by(on, phase));
        // Nothing turns a candidate down; one that will not be selected is voided.
        let refusal = match (phase, act) {
            (Phase::Candidate, Act::Closed(_)) => refusal.way_out(format!("proadmin task void {} --reason …", self.code)),
            _ => refusal,
        };
        // Whoever closes what is closed may have typed the first closing wrong.
        let closing = self.acts.iter().rfind(|(before, was)| *before <= on && *was != act && matches!(was, Act::Closed(_)));
        let wrong = if matches!(act, Act::Closed(_)) && phase == Phase::Closed { Some(closing.map_or(act, |(_, was)| *was)) } else { None };
        Err(match wrong {
            Some(was) => refusal.way_out(format!("proadmin task edit {} --act {} --on DATE --reason …", self.code, was.code())),
            None => refusal,
        })
    }

    /// The command that makes an act of a day possible: what opens the task again happened by then,
    /// or is recorded of a later day and did.
    fn opened_by(&self, on: NaiveDate, phase: Phase) -> String {
        let code = &self.code;
        let later = self.acts.iter().find(|(day, act)| *day > on && phase.opens() == Some(*act));
        match (phase.opens(), later) {
            (Some(act), Some((day, _))) => format!("proadmin task edit {code} --act {} --was {day} --on {on} --reason …", act.code()),
            (Some(Act::Selected), None) => format!("proadmin task select {code} --on {on}"),
            (Some(Act::Resumed), None) => format!("proadmin task resume {code} --on {on}"),
            (Some(_), None) => format!("proadmin task reopen {code} --reason … --on {on}"),
            (None, _) => format!("proadmin task show {code}"),
        }
    }

    /// The first act that could not have happened when it is said to have, and where the task
    /// stood then.
    fn impossible(&self) -> Option<(NaiveDate, Act, Stood)> {
        let mut phase = Phase::Candidate;
        let mut closing = None;
        for (on, act) in &self.acts {
            match phase.after(*act) {
                Some(next) => phase = next,
                None => return Some((*on, *act, Stood { phase, closing })),
            }
            closing = Some(*act).filter(|act| matches!(act, Act::Closed(_))).or(closing);
        }
        None
    }
}

/// Nothing happens to a void task.
///
/// # Errors
/// It is void.
pub fn not_void(code: &str, is_void: bool) -> Result<(), Refusal> {
    if is_void { Err(VOIDED.with("code", code).way_out("proadmin task list --all")) } else { Ok(()) }
}

/// Nothing happens to a task before it was proposed.
///
/// # Errors
/// It did.
pub fn not_before_proposal(code: &str, on: NaiveDate, proposed: NaiveDate) -> Result<(), Refusal> {
    if on >= proposed {
        return Ok(());
    }
    Err(BEFORE_PROPOSAL.with("code", code).with("on", on).with("proposed", proposed).way_out(format!("--on {proposed}")))
}

/// The plan of a task: its start is no later than its end.
///
/// # Errors
/// It is.
pub fn plan(start: Option<NaiveDate>, due: Option<NaiveDate>) -> Result<(), Refusal> {
    match (start, due) {
        (Some(start), Some(due)) if start > due => {
            Err(START_AFTER_DUE.with("start", start).with("due", due).way_out("--start DATE --due DATE"))
        }
        _ => Ok(()),
    }
}

/// A planned end that moves back, or is emptied, says why once the task was selected.
///
/// # Errors
/// It does not.
pub fn put_off(code: &str, old: Option<NaiveDate>, due: Option<NaiveDate>, reason: Option<&str>) -> Result<(), Refusal> {
    let Some(old) = old.filter(|old| reason.is_none() && due.is_none_or(|due| due > *old)) else { return Ok(()) };
    let refusal = |rule: &'static Rule| rule.with("code", code).with("old", old);
    Err(match due {
        Some(due) => refusal(&PUT_OFF).with("due", due).way_out(format!("proadmin task edit {code} --due {due} --reason …")),
        None => refusal(&END_EMPTIED).way_out(format!("proadmin task edit {code} --clear due --reason …")),
    })
}

/// A completion says whether the target was met.
///
/// # Errors
/// It does not.
pub fn outcome(code: &str, closing: Closing, outcome: Option<&'static str>) -> Result<Option<&'static str>, Refusal> {
    match (closing, outcome) {
        (Closing::Completed, None) => {
            Err(OUTCOME_NEEDED.with("code", code).way_out(format!("proadmin task complete {code} --outcome met/missed")))
        }
        (Closing::Completed, given) => Ok(given),
        _ => Ok(None),
    }
}

/// A task that goes on as another is not opened again beside it.
///
/// # Errors
/// It does, and the other one was not voided.
pub fn not_succeeded(code: &str, successor: Option<&str>) -> Result<(), Refusal> {
    let Some(successor) = successor else { return Ok(()) };
    Err(SUCCEEDED.with("code", code).with("successor", successor).way_out(format!("proadmin task void {successor} --reason …")))
}

/// A task that goes on from another is there since that was carried.
///
/// # Errors
/// It would be there before.
pub fn not_before_it_was_carried(code: &str, proposed_on: NaiveDate, origin: &str, carried_on: NaiveDate) -> Result<(), Refusal> {
    if proposed_on >= carried_on {
        return Ok(());
    }
    let refusal = CARRIED_LATER.with("code", code).with("origin", origin).with("on", carried_on);
    Err(refusal.way_out(format!("proadmin task edit {origin} --act carried --on {proposed_on} --reason …")))
}

/// The year a task is carried over into: the next one, unless a later one is named.
///
/// # Errors
/// A year that is not later.
pub fn carry_into(code: &str, year: i32, into: Option<i32>) -> Result<i32, Refusal> {
    let into = into.unwrap_or(year + 1);
    if into > year {
        return Ok(into);
    }
    Err(YEAR_OVER.with("code", code).with("year", i64::from(into)).way_out(format!("proadmin task carry {code} --into {}", year + 1)))
}

/// When a task that was carried over into `year` is to start: on the day planned for it, if
/// that lies there, else on 1 January.
pub fn carried_start(year: i32, planned: Option<NaiveDate>) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    planned.map_or(first, |planned| planned.max(first))
}

/// Since when a task exists: 1 January of its year, or the day of recording when that has not
/// come yet, unless it is said.
pub fn proposed_on(year: i32, given: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    given.unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 1, 1).map_or(today, |first| first.min(today)))
}

/// That a task which was handed over has a lead.
pub fn was_handed_over(code: &str, on: NaiveDate) -> Refusal {
    HANDED_OVER.with("code", code).with("on", on).way_out(format!("proadmin task edit {code} --lead STAFF"))
}

#[cfg(test)]
mod tests;
