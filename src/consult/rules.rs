//! What may happen to a request, and in which order. Acts sort by day, those of one day by
//! the order they were recorded, and the whole sequence is judged again whenever one is put
//! in between.

mod refusals;

use std::path::Path;

use chrono::NaiveDate;

use self::refusals::{
    ALREADY, BEFORE_LETTER, BEFORE_RECEIPT, CASE, CASE_IS, DUE_TODAY, ENDED, ENDED_CASE, EXTENDED_ALREADY, EXTENDED_LATE, IN_CLEAR, ISSUED,
    LATE_BY, LEFT, NAME_UNFIT, NO_REFERRAL, NOT_ANSWERED, NOT_PAUSED, NOT_THE_LAST, ON_THE_LETTER, PAUSED, REASON_NEEDED, REVIEW_MISSING,
    TEXT_UNFIT, TOO_LATE_TO_EXTEND, TOO_LONG, VOIDED, WHOSE_NAME,
};
use super::{ACTS, Act, Ending, REVIEWS, Review};
use crate::refusal::{Refusal, Rule};
use crate::typed;
use crate::words::{Sentence, Text, label_of, text};

/// What a rule needs to know of a request, to judge and to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The request's code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its due day as things stand.
    pub due: NaiveDate,
    /// Days to it, negative when late; none once the request has ended.
    pub days_left: Option<i64>,
    /// Whether it was voided.
    pub is_void: bool,
    /// The acts, in order.
    pub acts: Vec<(NaiveDate, Act)>,
}

/// Where a request stands between acts.
#[derive(Clone, Debug, Default)]
struct Standing {
    accepted: Option<NaiveDate>,
    paused: Option<NaiveDate>,
    extended: Option<NaiveDate>,
    referred: Option<NaiveDate>,
    ended: Option<(NaiveDate, Ending)>,
    reviewed: Vec<Review>,
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
        if let (Act::Ended(_), None, Some((later, what))) = (act, self.ending(), self.acts.last().filter(|(day, _)| *day > on)) {
            let refusal = NOT_THE_LAST.with("code", &self.code).with("on", on).with("act", label(act));
            return Err(refusal.with("later", *later).with("what", label(*what)).way_out(format!("--on {later}")));
        }
        let mut with = self.clone();
        let at = with.acts.partition_point(|(day, _)| *day <= on);
        with.acts.insert(at, (on, act));
        with.judge()?;
        Ok(with)
    }

    /// Judges the whole sequence.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    pub fn judge(&self) -> Result<(), Refusal> {
        let mut standing = Standing::default();
        self.acts.iter().try_for_each(|(on, act)| self.step(&mut standing, *on, *act))
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
            Act::Reviewed(review) => now.reviewed.push(review),
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

    /// Whether the opinion letter may go out: all three reviews done or waived by then.
    ///
    /// # Errors
    /// The reviews that are missing, each with the command that records it.
    pub fn reviewed(&self, on: NaiveDate) -> Result<(), Refusal> {
        let done = |review: Review| self.acts.iter().any(|(day, act)| *day <= on && *act == Act::Reviewed(review));
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

    /// Whether the time may be extended: on or before the due day, by no more than the rule
    /// allows. (That it is only once, the sequence itself says.)
    ///
    /// # Errors
    /// Too late, or too long.
    pub fn extension(&self, on: NaiveDate, days: i64, max: i64) -> Result<(), Refusal> {
        if on > self.due {
            let refusal = TOO_LATE_TO_EXTEND.with("code", &self.code).with("on", on).with("due", self.due);
            return Err(self.seen(refusal).way_out(format!("proadmin due explain {}", self.code)));
        }
        if days <= max {
            return Ok(());
        }
        let refusal = TOO_LONG.with("code", &self.code).with("days", days).with("max", max);
        Err(self.seen(refusal).way_out(format!("proadmin consult extend {} --on {on} --days {max} --reason …", self.code)))
    }

    /// Whether the extension that was recorded still is one in time, once the due day without
    /// it is another.
    ///
    /// # Errors
    /// It would have come after that day.
    pub fn still_extended(&self, on: NaiveDate, due: NaiveDate) -> Result<(), Refusal> {
        if on <= due {
            return Ok(());
        }
        let refusal = EXTENDED_LATE.with("code", &self.code).with("due", due).with("on", on);
        Err(self.seen(refusal).way_out(format!("proadmin due explain {}", self.code)))
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

    /// The command that is likely to come after `act`; none once the request has ended.
    pub fn next_step(&self, act: Act) -> Option<String> {
        let code = &self.code;
        if self.ending().is_some() {
            return None;
        }
        let done = |review: Review| self.acts.iter().any(|(_, act)| *act == Act::Reviewed(review));
        Some(match (act, Review::ALL.into_iter().find(|review| !done(*review))) {
            (Act::Supplement, _) => format!("proadmin consult resume {code}"),
            (Act::Referred, _) => format!("proadmin consult refer {code} --reply-on DATE --reply-text …"),
            (Act::Extended | Act::Resumed, _) => format!("proadmin due explain {code}"),
            (_, Some(review)) => format!("proadmin consult review {code} --kind {} --finding …", review.code()),
            (_, None) => format!("proadmin consult answer {code} --result … --text-file FILE"),
        })
    }

    fn not_void(&self) -> Result<(), Refusal> {
        if self.is_void { Err(VOIDED.with("code", &self.code).way_out("proadmin consult list --all")) } else { Ok(()) }
    }

    fn ending(&self) -> Option<(NaiveDate, Ending)> {
        self.acts.iter().find_map(|(on, act)| match act {
            Act::Ended(ending) => Some((*on, *ending)),
            _ => None,
        })
    }

    fn over(&self, on: NaiveDate, act: Act, end: NaiveDate, how: Ending) -> Refusal {
        let refusal = ENDED.with("code", &self.code).with("on", on).with("act", label(act));
        let refusal = refusal.with("end", end).with("how", label(Act::Ended(how))).way_out(format!("proadmin consult show {}", self.code));
        if how == Ending::Answered { refusal.way_out(self.superseding()) } else { refusal }
    }

    fn superseding(&self) -> String {
        format!("proadmin consult answer {} --supersede --result … --text … --reason …", self.code)
    }

    fn seen(&self, refusal: Refusal) -> Refusal {
        let left = match self.days_left {
            None => None,
            Some(0) => Some(DUE_TODAY.say()),
            Some(days) if days < 0 => Some(LATE_BY.with("days", -days)),
            Some(days) => Some(LEFT.with("days", days)),
        };
        let case =
            if left.is_some() { CASE_IS } else { ENDED_CASE }.with("code", &self.code).with("title", &self.title).with("due", self.due);
        refusal.seen(CASE, left.into_iter().fold(case, |case, left| case.with("left", left)))
    }
}

/// A ground in the office's own words needs the words.
///
/// # Errors
/// It has none.
pub fn ground(code: &str, ground: &str, reason: Option<&str>) -> Result<(), Refusal> {
    if ground != "other" || reason.is_some() {
        return Ok(());
    }
    Err(REASON_NEEDED.with("code", code).way_out(format!("proadmin consult return {code} --ground other --reason …")))
}

/// An applicant's name; what was typed is not repeated, for it may be a resident's.
///
/// # Errors
/// It is no single line, or too long.
pub fn applicant_name(typed: &str) -> Result<String, Refusal> {
    typed::title(typed).map_err(|_| NAME_UNFIT.met())
}

/// Whether a name is said to be whose: by what is given now, or by what the request says
/// already. The usual type, a department, says nothing: nobody may have thought of it.
///
/// # Errors
/// It is not.
pub fn whose(given: Option<&str>, known: Option<&str>) -> Result<(), Refusal> {
    if given.is_some() || known.is_some_and(|known| known != "department") {
        return Ok(());
    }
    Err(["affiliated_body", "subordinate_gov", "petitioner"]
        .iter()
        .fold(WHOSE_NAME.met(), |refusal, whose| refusal.way_out(format!("--applicant-type {whose}"))))
}

/// Whether a request may become a petitioner's: not when a name stands in it in clear, for the
/// journal keeps what was.
///
/// # Errors
/// One does.
pub fn not_in_clear(code: &str, in_clear: bool) -> Result<(), Refusal> {
    if !in_clear {
        return Ok(());
    }
    let again = "proadmin consult file … --applicant-type petitioner --applicant …";
    Err(IN_CLEAR.with("code", code).way_out(format!("proadmin consult void {code} --reason …")).way_out(again))
}

/// The text of a file that `flag` named.
///
/// # Errors
/// It is empty, too long or has control characters.
pub fn text_of(flag: &'static str, file: &Path, read: &str) -> Result<String, Refusal> {
    let unfit = |why: typed::Expected| TEXT_UNFIT.with("flag", flag).with("file", file.display().to_string()).with("why", why.0);
    typed::long_text(read).map_err(unfit)
}

fn label(act: Act) -> Text {
    label_of(ACTS, act.code())
}

fn listed(reviews: &[Review]) -> Sentence {
    const TWO: Text = text("{above}, {below}", "{above}, {below}");
    let name = |review: &Review| label_of(REVIEWS, review.code()).say();
    reviews.iter().map(name).reduce(|above, below| TWO.with("above", above).with("below", below)).unwrap_or_else(|| text("", "").say())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(no: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, no).unwrap_or_default()
    }

    /// Acts on consecutive days from 2 March; the request came in on the 1st.
    fn history(acts: &str) -> History {
        let act = |word: &str| match word.split_once(':') {
            Some((kind, review)) => Act::of(kind, Some(review)),
            None => Act::of(word, None),
        };
        let acts = acts.split_whitespace().zip(2..).filter_map(|(word, no)| Some((day(no), act(word)?))).collect();
        let (code, title) = ("PC-2024-001".into(), "t".into());
        History { code, title, received_on: day(1), due: day(31), days_left: Some(0), is_void: false, acts }
    }

    #[test]
    fn acts_follow_one_another_only_in_orders_that_can_happen() {
        for (acts, refused) in [
            ("accepted supplement resumed reviewed:law answered", None),
            ("supplement resumed supplement resumed", None),
            ("supplement returned", None),
            ("supplement withdrawn", None),
            ("supplement reviewed:law", None),
            ("referred replied referred replied", None),
            ("referred answered", None),
            ("accepted accepted", Some("E0419")),
            ("supplement supplement", Some("E0413")),
            ("supplement answered", Some("E0413")),
            ("resumed", Some("E0414")),
            ("supplement resumed resumed", Some("E0414")),
            ("extended extended", Some("E0416")),
            ("referred referred", Some("E0419")),
            ("replied", Some("E0420")),
            ("answered accepted", Some("E0415")),
            ("returned answered", Some("E0415")),
            ("withdrawn withdrawn", Some("E0415")),
        ] {
            assert_eq!(history(acts).judge().err().map(|refusal| refusal.rule.code), refused, "{acts}");
        }
    }

    #[test]
    fn a_letter_needs_the_three_reviews() {
        for (acts, refused) in
            [("reviewed:law reviewed:site reviewed:validity", None), ("reviewed:law reviewed:validity", Some("E0412")), ("", Some("E0412"))]
        {
            assert_eq!(history(acts).reviewed(day(20)).err().map(|refusal| refusal.rule.code), refused, "{acts}");
        }
        assert!(history("reviewed:law reviewed:site reviewed:validity").reviewed(day(3)).is_err(), "the third came later");
    }

    #[test]
    fn time_is_extended_by_the_due_day_and_within_the_limit() {
        for (on, days, refused) in [(31, 30, None), (5, 31, Some("E0418")), (31, 1, None)] {
            assert_eq!(history("").extension(day(on), days, 30).err().map(|refusal| refusal.rule.code), refused);
        }
        let late = NaiveDate::from_ymd_opt(2024, 4, 1).unwrap_or_default();
        assert_eq!(history("").extension(late, 1, 30).err().map(|refusal| refusal.rule.code), Some("E0417"));
    }

    #[test]
    fn an_act_put_in_between_is_judged_with_what_follows() {
        let paused = history("supplement");
        assert!(paused.with(day(1), Act::Supplement).is_err(), "the later one would overlap");
        assert!(paused.with(day(20), Act::Resumed).is_ok());
        assert!(history("returned").with(day(1), Act::Accepted).is_ok());
    }

    #[test]
    fn nothing_is_put_before_a_letter_that_is_out() {
        for act in [Act::Accepted, Act::Reviewed(Review::Law), Act::Supplement, Act::Referred] {
            let refusal = history("answered").with(day(1), act).err().map(|refusal| refusal.rule.code);
            assert_eq!(refusal, Some("E0415"), "{act:?}");
        }
    }

    #[test]
    fn an_ending_comes_after_all_else() {
        for (on, refused) in [(2, Some("E0436")), (3, None), (9, None)] {
            let ended = history("accepted reviewed:law").with(day(on), Act::Ended(Ending::Withdrawn));
            assert_eq!(ended.err().map(|refusal| refusal.rule.code), refused, "{on}");
        }
    }

    #[test]
    fn what_has_ended_is_given_no_more_time() {
        for ending in ["answered", "returned", "withdrawn"] {
            let refusal = history(ending).with(day(1), Act::Extended).err().map(|refusal| refusal.rule.code);
            assert_eq!(refusal, Some("E0415"), "{ending}");
        }
    }

    #[test]
    fn what_stands_on_an_issued_letter_stays() {
        for (acts, flags, refused) in [
            ("answered", vec!["--title"], Some("E0431")),
            ("answered", vec![], None),
            ("returned", vec!["--title"], None),
            ("", vec!["--title", "--rule"], None),
        ] {
            assert_eq!(history(acts).editable(&flags).err().map(|refusal| refusal.rule.code), refused, "{acts} {flags:?}");
        }
    }

    #[test]
    fn a_letter_follows_the_one_before_it() {
        let issued = history("answered");
        assert_eq!(issued.answered(day(9), None), Ok(day(2)));
        for (on, last, refused) in [(1, None, Some("E0422")), (8, Some(9), Some("E0422")), (9, Some(9), None)] {
            assert_eq!(issued.answered(day(on), last.map(day)).err().map(|refusal| refusal.rule.code), refused);
        }
        assert_eq!(history("returned").answered(day(9), None).err().map(|refusal| refusal.rule.code), Some("E0421"));
    }
}
