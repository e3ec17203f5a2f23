//! What may happen to a request, and in which order. Acts sort by day, those of one day by
//! the order they were recorded, and the whole sequence is judged again whenever one is put
//! in between.

use std::path::Path;

use chrono::NaiveDate;

use super::{ACTS, Act, Ending, REVIEWS, Review};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed;
use crate::words::{Sentence, Text, label_of, text};

static BEFORE_RECEIPT: Rule =
    rule(Kind::Rule, "E0411", "{code}: {on:은/는} 접수일({received}) 전입니다", "{code}: {on} is before the receipt ({received})");
static REVIEW_MISSING: Rule = rule(
    Kind::Rule,
    "E0412",
    "의견서를 발송할 수 없습니다: {reviews} 기록이 없습니다",
    "the opinion letter cannot be issued: no record of {reviews}",
);
static PAUSED: Rule = rule(
    Kind::Rule,
    "E0413",
    "{code}: {since}부터 보완을 기다리고 있어 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: '{act}' cannot be recorded on {on} while a supplement is awaited (since {since})",
);
static NOT_PAUSED: Rule = rule(Kind::Rule, "E0414", "{code}: {on}에 기다리는 보완이 없습니다", "{code}: no supplement is awaited on {on}");
static ENDED: Rule = rule(
    Kind::Rule,
    "E0415",
    "{code}: {end} {how:으로/로} 끝난 건이라 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: ended as {how} on {end}; '{act}' cannot be recorded on {on}",
);
static EXTENDED_ALREADY: Rule =
    rule(Kind::Rule, "E0416", "{code}: 기한은 이미 한 번 연장했습니다({on})", "{code}: the time was already extended once ({on})");
static TOO_LATE_TO_EXTEND: Rule = rule(
    Kind::Rule,
    "E0417",
    "{code}: {on:은/는} 기한({due})이 지난 뒤라 연장할 수 없습니다",
    "{code}: {on} is after the due day ({due}); the time cannot be extended any more",
);
static TOO_LONG: Rule = rule(
    Kind::Rule,
    "E0418",
    "{code}: {days}일은 연장 한도 {max}일을 넘습니다",
    "{code}: {days} days are more than the longest extension of {max}",
);
static ALREADY: Rule =
    rule(Kind::Rule, "E0419", "{code}: {act:은/는} 이미 적혀 있습니다({on})", "{code}: '{act}' is recorded already ({on})");
static NO_REFERRAL: Rule =
    rule(Kind::Rule, "E0420", "{code}: {on}에 회신을 기다리는 이송이 없습니다", "{code}: no referral awaits a reply on {on}");
static NOT_ANSWERED: Rule =
    rule(Kind::Rule, "E0421", "{code}: 아직 발송한 의견서가 없습니다", "{code}: no opinion letter has been issued yet");
static BEFORE_LETTER: Rule = rule(
    Kind::Rule,
    "E0422",
    "{code}: {on:은/는} 의견서 발송일({issued}) 전입니다",
    "{code}: {on} is before the opinion letter ({issued})",
);
static REASON_NEEDED: Rule =
    rule(Kind::Usage, "E0423", "{code}: 이 사유에는 설명이 필요합니다(--reason)", "{code}: this ground needs its reason (--reason)");
static VOIDED: Rule = rule(Kind::Rule, "E0424", "{code:은/는} 무효인 건입니다", "{code} is void");
static ISSUED: Rule = rule(
    Kind::Rule,
    "E0425",
    "{code}: 의견서가 발송된 건은 무효로 할 수 없습니다. 정정하는 의견서를 내십시오",
    "{code}: a request whose opinion letter was issued cannot be voided; issue a letter that supersedes it",
);
static ON_THE_LETTER: Rule = rule(
    Kind::Rule,
    "E0431",
    "{code}: {issued} 발송한 의견서에 실린 내용이라 고칠 수 없습니다({what})",
    "{code}: the opinion letter of {issued} rests on this; it can no longer be changed ({what})",
);
static EXTENDED_LATE: Rule = rule(
    Kind::Rule,
    "E0432",
    "{code}: 그러면 원래 기한이 {due:이/가} 되어, {on}에 적은 연장이 기한이 지난 뒤의 것이 됩니다",
    "{code}: the time would have run out on {due}, and the extension of {on} would have come too late",
);
static NAME_UNFIT: Rule = rule(
    Kind::Usage,
    "E0433",
    "신청인 이름이 비었거나 너무 길거나 제어 문자가 있습니다(--applicant)",
    "the applicant's name is empty, too long or has control characters (--applicant)",
);
static IN_CLEAR: Rule = rule(
    Kind::Rule,
    "E0434",
    "{code}: 이름이 이미 가리지 않고 적혀 있어 민원인으로 바꿀 수 없습니다. 무효로 하고 다시 접수하십시오",
    "{code}: a name stands here in clear, so the applicant cannot become a petitioner; void the request and file it again",
);
static TEXT_UNFIT: Rule = rule(Kind::Usage, "E0435", "{flag} '{file}': {why}", "{flag} '{file}': {why}");
const CASE: Text = text("건", "case");
const CASE_IS: Text = text("{code} {title} · 기한 {due}, {left}", "{code} {title} · due {due}, {left}");
const LEFT: Text = text("{days}일 남음", "{days} days left");
const DUE_TODAY: Text = text("오늘까지", "due today");
const LATE_BY: Text = text("{days}일 지남", "{days} days late");
const ENDED_CASE: Text = text("{code} {title} · 기한 {due}", "{code} {title} · due {due}");

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
