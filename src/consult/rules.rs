//! What may happen to a request. The room is divided by what is judged: the order in which
//! acts follow one another, the clock, the letter, and the application itself.

mod application;
mod clock;
mod letter;
mod refusals;
mod sequence;

use chrono::NaiveDate;

pub use self::application::{a_review, applicant_name, ground, not_in_clear, text_of, whose};
pub use self::letter::{never_reviewed, says_something_else};
use self::refusals::{CASE, CASE_IS, DUE_TODAY, ENDED, ENDED_CASE, LATE_BY, LEFT, VOIDED};
use super::{ACTS, Act, Ending, Review};
use crate::refusal::Refusal;
use crate::words::{Text, label_of};

/// Something that happened to a request.
pub type Done = crate::sequence::Done<Act>;

/// What a rule needs to know of a request, to judge and to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The request's code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its due day as it stands, for telling.
    pub due: NaiveDate,
    /// Days to it, negative when late; none once the request has ended.
    pub days_left: Option<i64>,
    /// How often a supplement may be asked; none for no limit.
    pub supplement_max: Option<i64>,
    /// Whether it was voided.
    pub is_void: bool,
    /// The acts, in order.
    pub acts: Vec<Done>,
}

impl History {
    /// The command that is likely to come after `act`; none once the request has ended.
    pub fn next_step(&self, act: Act) -> Option<String> {
        let code = &self.code;
        if self.ending().is_some() {
            return None;
        }
        let done = |review: Review| self.acts.iter().any(|done| done.act == Act::Reviewed(review));
        Some(match (act, Review::ALL.into_iter().find(|review| !done(*review))) {
            (Act::Supplement, _) => format!("proadmin consult resume {code}"),
            (Act::Referred, _) => format!("proadmin consult refer {code} --reply-on DATE --reply-text …"),
            (Act::Extended | Act::Resumed, _) => format!("proadmin due explain {code}"),
            (_, Some(review)) => format!("proadmin consult review {code} --kind {} --finding …", review.code()),
            (_, None) => format!("proadmin consult answer {code} --result … --text-file FILE"),
        })
    }

    pub(super) fn not_void(&self) -> Result<(), Refusal> {
        if self.is_void { Err(VOIDED.with("code", &self.code).way_out("proadmin consult list --all")) } else { Ok(()) }
    }

    pub(super) fn ending(&self) -> Option<(NaiveDate, Ending)> {
        self.acts.iter().find_map(|done| match done.act {
            Act::Ended(ending) => Some((done.on, ending)),
            _ => None,
        })
    }

    pub(super) fn over(&self, on: NaiveDate, act: Act, end: NaiveDate, how: Ending) -> Refusal {
        let refusal = ENDED.with("code", &self.code).with("on", on).with("act", label(act));
        let refusal = refusal.with("end", end).with("how", label(Act::Ended(how))).way_out(format!("proadmin consult show {}", self.code));
        let number = self.acts.iter().find(|done| done.act == Act::Ended(how)).and_then(|done| done.no);
        match (how, number) {
            (Ending::Answered, _) => refusal.way_out(self.superseding()),
            (_, Some(no)) => refusal.way_out(format!("proadmin consult void {} --act {no} --reason …", self.code)),
            (_, None) => refusal,
        }
    }

    pub(super) fn superseding(&self) -> String {
        format!("proadmin consult answer {} --supersede --result … --text … --reason …", self.code)
    }

    pub(super) fn seen(&self, refusal: Refusal) -> Refusal {
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

fn label(act: Act) -> Text {
    label_of(ACTS, act.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequence::Sequence;

    fn day(no: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 3, no).unwrap_or_default()
    }

    /// Acts on consecutive days from 2 March; the request came in on the 1st.
    fn history(acts: &str) -> History {
        let act = |word: &str| match word.split_once(':') {
            Some((kind, review)) => Act::of(kind, Some(review)),
            None => Act::of(word, None),
        };
        let done = |(word, no): (&str, u32)| Some(Done { no: Some(i64::from(no)), on: day(no), act: act(word)? });
        let acts = acts.split_whitespace().zip(2..).filter_map(done).collect();
        let (code, title) = ("PC-2024-001".into(), "t".into());
        History { code, title, received_on: day(1), due: day(31), days_left: Some(0), supplement_max: Some(2), is_void: false, acts }
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
            assert_eq!(history("").extension(day(on), day(31), days, 30).err().map(|refusal| refusal.rule.code), refused);
        }
        let late = NaiveDate::from_ymd_opt(2024, 4, 1).unwrap_or_default();
        assert_eq!(history("").extension(late, day(31), 1, 30).err().map(|refusal| refusal.rule.code), Some("E0417"));
    }

    #[test]
    fn an_act_put_in_between_is_judged_with_what_follows() {
        let paused = history("supplement");
        assert!(paused.with(day(1), Act::Supplement).is_err(), "the later one would overlap");
        assert!(paused.with(day(20), Act::Resumed).is_ok());
        assert!(history("returned").with(day(1), Act::Accepted).is_ok());
    }

    #[test]
    fn what_remains_without_an_act_must_be_able_to_have_happened() {
        for (acts, numbers, refused) in [
            ("accepted", vec![2], None),
            ("supplement resumed", vec![2], Some("E0439")),
            ("supplement resumed", vec![3], None),
            ("supplement resumed", vec![2, 3], None),
            ("supplement resumed supplement resumed", vec![3], Some("E0439")),
            ("referred replied", vec![2], Some("E0439")),
            ("accepted withdrawn", vec![3], None),
            ("accepted returned", vec![2], None),
            ("accepted", vec![3], Some("E0438")),
            ("reviewed:law answered", vec![2], Some("E0440")),
            ("reviewed:law answered", vec![3], Some("E0440")),
            ("reviewed:law answered", vec![], None),
        ] {
            let refusal = history(acts).without(&numbers).err().map(|refusal| refusal.rule.code);
            assert_eq!(refusal, refused, "{acts} without {numbers:?}");
        }
    }

    #[test]
    fn nothing_happened_before_the_receipt_however_it_is_corrected() {
        for (acts, on, refused) in [("", 9, None), ("accepted", 2, None), ("accepted", 3, Some("E0441")), ("withdrawn", 3, Some("E0441"))] {
            assert_eq!(history(acts).received(day(on)).err().map(|refusal| refusal.rule.code), refused, "{acts} {on}");
        }
        let last_year = NaiveDate::from_ymd_opt(2023, 12, 31).unwrap_or_default();
        assert_eq!(history("").received(last_year).err().map(|refusal| refusal.rule.code), Some("E0442"));
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
