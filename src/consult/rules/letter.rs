//! The opinion letter: what it rests on, and what it holds fast once it is out.

use chrono::NaiveDate;

use super::History;
use super::refusals::{BEFORE_LETTER, ISSUED, NEVER_REVIEWED, NOT_ANSWERED, ON_THE_LETTER, REVIEW_MISSING, THE_SAME, TOLD_LATE};
use crate::consult::{Act, Ending, REVIEWS, Review};
use crate::refusal::Refusal;
use crate::words::{Sentence, Text, label_of, text};

impl History {
    /// Whether the opinion letter may go out: all three reviews done or waived by then.
    ///
    /// # Errors
    /// The reviews that are missing, each with the command that records it.
    pub fn reviewed(&self, on: NaiveDate) -> Result<(), Refusal> {
        let done = |review: Review| self.acts.iter().any(|done| done.on <= on && done.act == Act::Reviewed(review));
        let missing: Vec<Review> = Review::ALL.into_iter().filter(|review| !done(*review)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let refusal = self.seen(REVIEW_MISSING.with("reviews", listed(&missing)));
        Err(missing.iter().fold(refusal, |refusal, review| {
            let command = format!("proadmin consult review {} --kind {} --on {on}", self.code, review.code());
            refusal.way_out(format!("{command} --finding …")).way_out(format!("{command} --waive …"))
        }))
    }

    /// The day of the first opinion letter, for what can only follow the last one.
    ///
    /// # Errors
    /// There is none, or the last of them went out after `on`.
    pub fn answered(&self, on: NaiveDate, last: Option<NaiveDate>) -> Result<NaiveDate, Refusal> {
        self.not_void()?;
        let Some((issued, Ending::Answered)) = self.ending() else {
            return Err(self.seen(NOT_ANSWERED.with("code", &self.code)).way_out(format!("proadmin consult answer {} …", self.code)));
        };
        let last = last.map_or(issued, |last| last.max(issued));
        if on >= last {
            return Ok(issued);
        }
        let refusal = BEFORE_LETTER.with("code", &self.code).with("on", on).with("issued", last);
        Err(refusal.way_out(format!("proadmin consult show {}", self.code)))
    }

    /// Whether the request may be voided: not once its letter is out.
    ///
    /// # Errors
    /// It is void already, or its letter is out.
    pub fn voidable(&self) -> Result<(), Refusal> {
        self.not_void()?;
        match self.ending() {
            Some((_, Ending::Answered)) => Err(self.seen(ISSUED.with("code", &self.code)).way_out(self.superseding())),
            _ => Ok(()),
        }
    }

    /// Whether the application may be corrected: what stands on an issued letter, named in
    /// `on_the_letter` by its flags, stays as it was.
    ///
    /// # Errors
    /// It is void, or a letter rests on what would be changed.
    pub fn editable(&self, on_the_letter: &[&str]) -> Result<(), Refusal> {
        self.not_void()?;
        match self.ending() {
            Some((issued, Ending::Answered)) if !on_the_letter.is_empty() => {
                let refusal = ON_THE_LETTER.with("code", &self.code).with("issued", issued).with("what", on_the_letter.join(" "));
                Err(refusal.way_out(self.superseding()))
            }
            _ => Ok(()),
        }
    }

    /// Whether what the applicant told was told before the letter went out: whether it was
    /// complete decides whether the letter shields, so what is added later needs its reason.
    ///
    /// # Errors
    /// The letter is out.
    pub fn told_in_time(&self, told: &[&str]) -> Result<(), Refusal> {
        match self.ending() {
            Some((issued, Ending::Answered)) if !told.is_empty() => {
                let refusal = TOLD_LATE.with("code", &self.code).with("issued", issued).with("what", told.join(" "));
                Err(refusal.way_out(format!("proadmin consult edit {} {} … --reason …", self.code, told.join(" … "))))
            }
            _ => Ok(()),
        }
    }
}

/// Whether a letter has something of its own to say.
///
/// # Errors
/// It would say what the letter in force says.
pub fn says_something_else(code: &str, the_same: bool) -> Result<(), Refusal> {
    if the_same { Err(THE_SAME.with("code", code).way_out(format!("proadmin consult letter {code}"))) } else { Ok(()) }
}

/// The refusal to correct a review that there was not.
pub fn never_reviewed(code: &str, review: Review) -> Refusal {
    let refusal = NEVER_REVIEWED.with("code", code).with("review", label_of(REVIEWS, review.code()));
    refusal.way_out(format!("proadmin consult show {code}"))
}

fn listed(reviews: &[Review]) -> Sentence {
    const TWO: Text = text("{above}, {below}", "{above}, {below}");
    let name = |review: &Review| label_of(REVIEWS, review.code()).say();
    reviews.iter().map(name).reduce(|above, below| TWO.with("above", above).with("below", below)).unwrap_or_else(|| text("", "").say())
}
