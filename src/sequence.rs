//! The order of acts. They sort by day, those of one day by the order they were recorded, and
//! the whole sequence is judged again whenever one is put in between or taken out.

use chrono::NaiveDate;

use crate::refusal::{Refusal, Rule};
use crate::words::{Text, text};

/// What stands in the way of an act: another of a later day.
const LATER: Text = text("뒤의 기록", "recorded later");
const ON_DAY: Text = text("{on} {act}", "{act} on {on}");

/// Something that happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done<A> {
    /// The number by which a correction names it; what is only judged has none.
    pub no: Option<i64>,
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub act: A,
}

/// Puts an act in after those of its day.
pub fn put_in<T>(acts: &mut Vec<T>, act: T, on: impl Fn(&T) -> NaiveDate) {
    let at = acts.partition_point(|before| on(before) <= on(&act));
    acts.insert(at, act);
}

/// What a noun says where an act cannot be taken out.
pub struct Taken {
    /// The noun, as in `proadmin consult`.
    pub noun: &'static str,
    /// There is no act of that number.
    pub no_act: &'static Rule,
    /// What remains could not have happened.
    pub would_break: &'static Rule,
}

/// The acts of one record, with what decides which may follow which.
pub trait Sequence: Clone {
    /// What may happen.
    type Act: Copy + 'static;
    /// Where the record stands between acts.
    type Standing: Default;
    /// What is said where an act cannot be taken out.
    const TAKEN: Taken;

    /// The record's code.
    fn code(&self) -> &str;
    /// Its acts, in order.
    fn acts(&self) -> &Vec<Done<Self::Act>>;
    /// The same.
    fn acts_mut(&mut self) -> &mut Vec<Done<Self::Act>>;
    /// What an act is called.
    fn label(act: Self::Act) -> Text;
    /// Whether an act can happen as the record stands, and where that leads.
    ///
    /// # Errors
    /// It cannot.
    fn step(&self, now: &mut Self::Standing, on: NaiveDate, act: Self::Act) -> Result<(), Refusal>;

    /// Where the record stands after all that happened.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    fn standing(&self) -> Result<Self::Standing, Refusal> {
        let mut now = Self::Standing::default();
        self.acts().iter().try_for_each(|done| self.step(&mut now, done.on, done.act))?;
        Ok(now)
    }

    /// Judges the whole sequence.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    fn judge(&self) -> Result<(), Refusal> {
        self.standing().map(|_| ())
    }

    /// The sequence with one more act, put in after the acts of its day.
    ///
    /// # Errors
    /// When what results could not have happened.
    fn and(&self, on: NaiveDate, act: Self::Act) -> Result<Self, Refusal> {
        let mut and = self.clone();
        put_in(and.acts_mut(), Done { no: None, on, act }, |done| done.on);
        let mut now = Self::Standing::default();
        for done in and.acts() {
            if let Err(refusal) = and.step(&mut now, done.on, done.act) {
                return Err(if done.no.is_some() && done.on > on { self.later(refusal, done) } else { refusal });
            }
        }
        Ok(and)
    }

    /// The refusal of an act for what was recorded of a later day: what gets out is about that, not
    /// about what was typed.
    fn later(&self, refusal: Refusal, done: &Done<Self::Act>) -> Refusal {
        let Taken { noun, .. } = Self::TAKEN;
        let refusal = refusal.no_way_out().seen(LATER, ON_DAY.with("on", done.on).with("act", Self::label(done.act)));
        let void = |no| format!("proadmin {noun} void {} --act {no} --reason …", self.code());
        done.no.into_iter().fold(refusal, |refusal, no| refusal.way_out(void(no)))
    }

    /// Whether there is an act of each of these numbers.
    ///
    /// # Errors
    /// The first of which there is none.
    fn has(&self, numbers: &[i64]) -> Result<(), Refusal> {
        let is_missing = |no: &&i64| !self.acts().iter().any(|done| done.no == Some(**no));
        let Some(missing) = numbers.iter().find(is_missing) else { return Ok(()) };
        let Taken { noun, no_act, .. } = Self::TAKEN;
        Err(no_act.with("code", self.code()).with("no", *missing).way_out(format!("proadmin {noun} show {}", self.code())))
    }

    /// The sequence less the acts of these numbers.
    ///
    /// # Errors
    /// When what remains could not have happened.
    fn less(&self, numbers: &[i64]) -> Result<Self, Refusal> {
        let mut less = self.clone();
        less.acts_mut().retain(|done| !done.no.is_some_and(|no| numbers.contains(&no)));
        let mut now = Self::Standing::default();
        match less.acts().iter().find(|done| less.step(&mut now, done.on, done.act).is_err()) {
            Some(hanging) => Err(self.left_hanging(numbers, hanging)),
            None => Ok(less),
        }
    }

    /// What could not have happened without the acts of these numbers, and how both go.
    fn left_hanging(&self, numbers: &[i64], done: &Done<Self::Act>) -> Refusal {
        let Taken { noun, would_break, .. } = Self::TAKEN;
        let list = |numbers: &[i64]| numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        let refusal = would_break.with("code", self.code()).with("numbers", list(numbers));
        let all: Vec<i64> = numbers.iter().copied().chain(done.no).collect();
        let refusal = refusal.with("on", done.on).with("act", Self::label(done.act));
        refusal.way_out(format!("proadmin {noun} void {} --act {} --reason …", self.code(), list(&all)))
    }
}
