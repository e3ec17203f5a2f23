//! What may happen to a nomination, and in which order. The whole sequence is judged again
//! whenever an act is put in between.

use chrono::NaiveDate;

use super::{ACTS, Act, GROUNDS, TIMINGS};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::sequence::put_in;
use crate::typed;
use crate::words::{Text, code_of, label_of, text};

static OUT_OF_ORDER: Rule = rule(
    Kind::Rule,
    "E0501",
    "{code}: {on}에 '{act}'{act:~을/를} 적을 수 없습니다. 그때 추천은 {phase} 상태입니다",
    "{code}: '{act}' cannot be recorded on {on}: the nomination is {phase} then",
);
static BEFORE_RECEIPT: Rule =
    rule(Kind::Rule, "E0502", "{code}: {on:은/는} 접수일({received}) 전입니다", "{code}: {on} is before its receipt ({received})");
static VOIDED: Rule = rule(Kind::Rule, "E0503", "{code:은/는} 무효인 추천입니다", "{code} is void");
static NOT_CHECKED: Rule = rule(
    Kind::Rule,
    "E0504",
    "{code}: 추천인의 실명을 {on}까지 확인하지 않아 인정할 수 없습니다",
    "{code} cannot be accepted on {on}: the nominator's real name is not confirmed by then",
);
static UNTIMELY: Rule = rule(Kind::Rule, "E0505", "{code:은/는} 인정할 수 없습니다: {timing}", "{code} cannot be accepted: {timing}");
static NO_CHECK: Rule = rule(
    Kind::Rule,
    "E0506",
    "{code}: 주민 추천이 아니어서 실명 확인이 필요하지 않습니다",
    "{code} needs no check of a real name: it was not made by a resident",
);
static NO_GROUND: Rule =
    rule(Kind::NotFound, "E0507", "'{ground}'{ground:~이라는/라는} 제외 사유가 없습니다", "there is no ground '{ground}'");
static GROUND_NEEDS_REASON: Rule = rule(
    Kind::Usage,
    "E0508",
    "{code}: 사유가 other이면 이유를 적어야 합니다(--reason)",
    "{code}: the ground 'other' needs a reason (--reason)",
);
static SHARES: Rule = rule(
    Kind::Rule,
    "E0509",
    "팀원의 기여도를 합하면 {sum}%입니다. 100%여야 합니다",
    "the members' parts sum to {sum} per cent; they must sum to 100",
);
static SHARE_NEEDED: Rule = rule(
    Kind::Usage,
    "E0510",
    "팀은 팀원마다 기여도가 필요합니다(--nominee 이름=60)",
    "each member of a team needs a part in per cent (--nominee NAME=60)",
);
static TWICE: Rule = rule(Kind::Rule, "E0511", "{name:이/가} 추천 대상에 두 번 있습니다", "{name} is nominated twice in it");
static TEAM_OF_ONE: Rule = rule(Kind::Rule, "E0512", "팀 추천에는 팀원이 두 사람 이상이어야 합니다", "a team has two members or more");
static NOMINATOR_NEEDED: Rule =
    rule(Kind::Usage, "E0513", "누가 추천했는지 필요합니다(--nominator)", "the nominator is needed (--nominator)");
static NOMINATOR_UNFIT: Rule =
    rule(Kind::Usage, "E0514", "추천인 이름은 300자까지의 한 줄이어야 합니다", "a nominator's name is one line of at most 300 characters");
static NOMINATES_SELF: Rule = rule(
    Kind::Rule,
    "E0515",
    "추천인이 추천 대상에 들어 있습니다. 본인 추천으로 적으십시오",
    "the nominator is among the nominees: that is a self-nomination",
);
static INTO_ITSELF: Rule = rule(Kind::Rule, "E0516", "{code:을/를} 자기 자신에 병합할 수 없습니다", "{code} cannot be merged into itself");
static IN_USE: Rule = rule(
    Kind::Rule,
    "E0517",
    "{code:은/는} 다른 추천을 병합했거나 평가에 올라 있어 무효로 할 수 없습니다",
    "{code} took in other nominations or stands in a round, and cannot be voided",
);
static NOT_EDITABLE: Rule = rule(
    Kind::Rule,
    "E0518",
    "{code:은/는} 이미 {phase} 상태라 추천 대상을 바꿀 수 없습니다",
    "{code} is {phase} already, so its nominees stay as they are",
);
static ENTERED_THERE: Rule =
    rule(Kind::Rule, "E0519", "{code:은/는} {round}에 이미 올라 있습니다({entry})", "{code} is in {round} already ({entry})");
static MERIT_ORDER: Rule =
    rule(Kind::Rule, "E0520", "앞날 {from:이/가} 뒷날 {to}보다 늦습니다", "the first day {from} lies after the last day {to}");
static NO_PERIOD: Rule = rule(
    Kind::Usage,
    "E0521",
    "새 접수 기간에는 시작일과 마감일이 필요합니다(--from, --to)",
    "a new period of reception needs its first and last day (--from, --to)",
);
static GROUND_NAME: Rule =
    rule(Kind::Usage, "E0522", "새 제외 사유에는 내용이 필요합니다(--name)", "a new ground needs its wording (--name)");
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
            (Self::Received | Self::Accepted | Self::Rejected, Act::Confirmed | Act::Failed) => Some(self),
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
        let reject = format!("proadmin nominate reject {} --ground {}", self.code, self.timing);
        Err(refusal.way_out(reject).way_out("proadmin nominate periods"))
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
            (Phase::Received | Phase::Rejected, Act::Entered) => format!("proadmin nominate accept {code}"),
            (Phase::Entered, _) => format!("proadmin nominate show {code} · proadmin eval void"),
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
            phase @ (Phase::Merged | Phase::Rejected) => Err(self.out_of_order(on, Act::Merged, phase)),
            _ => Ok(()),
        }
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

/// A ground is one that the office has, and `other` is explained.
///
/// # Errors
/// It is not.
pub fn ground(code: &str, ground: &str, known: &[String], reason: Option<&str>) -> Result<(), Refusal> {
    if !known.iter().any(|known| known == ground) {
        return Err(NO_GROUND.with("ground", ground).way_out(known.join(", ")).way_out("proadmin nominate ground CODE --name …"));
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
mod tests {
    use super::*;

    fn day(no: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, no).unwrap_or_default()
    }

    fn history(by_resident: bool, timing: &str, acts: &str) -> History {
        let acts = acts.split_whitespace().zip(2..).filter_map(|(act, no)| Some((day(no), Act::of(act)?))).collect();
        let code = "NM-2024-001".to_owned();
        History { code, received_on: day(1), is_void: false, by_resident, vouched_on: None, timing: timing.to_owned(), acts }
    }

    #[test]
    fn acts_follow_one_another_only_in_orders_that_can_happen() {
        for (by_resident, acts, phase) in [
            (false, "", Some(Phase::Received)),
            (false, "accepted", Some(Phase::Accepted)),
            (false, "rejected", Some(Phase::Rejected)),
            (false, "merged", Some(Phase::Merged)),
            (false, "accepted entered", Some(Phase::Entered)),
            (false, "accepted entered entered", Some(Phase::Entered)),
            (false, "accepted rejected", Some(Phase::Rejected)),
            (false, "rejected accepted", Some(Phase::Accepted)),
            (true, "confirmed accepted", Some(Phase::Accepted)),
            (true, "failed rejected", Some(Phase::Rejected)),
            (true, "failed confirmed accepted", Some(Phase::Accepted)),
            (true, "accepted", None),
            (true, "failed accepted", None),
            (true, "confirmed failed accepted", None),
            (false, "entered", None),
            (false, "rejected entered", None),
            (false, "accepted accepted", None),
            (false, "rejected rejected", None),
            (false, "merged accepted", None),
            (false, "accepted merged", None),
            (false, "accepted entered rejected", None),
        ] {
            assert_eq!(history(by_resident, "open", acts).judge().ok(), phase, "{by_resident} {acts}");
        }
    }

    #[test]
    fn what_came_out_of_time_is_rejected_and_never_accepted() {
        for (timing, accepted) in [("open", true), ("within", true), ("late", false), ("outside_period", false)] {
            assert_eq!(history(false, timing, "").with(day(3), Act::Accepted).is_ok(), accepted, "{timing}");
            assert!(history(false, timing, "").with(day(3), Act::Rejected).is_ok(), "{timing}");
        }
    }

    #[test]
    fn a_merged_source_vouches_from_its_day() {
        let mut nomination = history(true, "open", "");
        nomination.vouched_on = Some(day(5));
        assert!(nomination.with(day(4), Act::Accepted).is_err());
        assert!(nomination.with(day(5), Act::Accepted).is_ok());
    }

    #[test]
    fn only_a_resident_s_name_is_checked_and_nothing_happens_before_receipt() {
        assert!(history(false, "open", "").with(day(3), Act::Confirmed).is_err());
        assert!(history(true, "open", "").with(day(3), Act::Confirmed).is_ok());
        let before = day(1).pred_opt().unwrap_or_default();
        assert!(history(true, "open", "").with(before, Act::Confirmed).is_err());
        assert!(history(true, "open", "accepted").with(day(1), Act::Confirmed).is_ok(), "put in before the acceptance");
    }

    #[test]
    fn parts_sum_to_a_hundred() {
        let given = |typed: &[(&str, Option<i64>)]| typed.iter().map(|(name, share)| ((*name).to_owned(), *share)).collect::<Vec<_>>();
        for (nominees, team, shares_are) in [
            (given(&[("가", None)]), None, Some(vec![100])),
            (given(&[("가", Some(100))]), None, Some(vec![100])),
            (given(&[("가", Some(60))]), None, None),
            (given(&[("가", None)]), Some("팀"), None),
            (given(&[("가", Some(60)), ("나", Some(40))]), Some("팀"), Some(vec![60, 40])),
            (given(&[("가", Some(60)), ("나", Some(40))]), None, Some(vec![60, 40])),
            (given(&[("가", Some(60)), ("나", Some(41))]), None, None),
            (given(&[("가", Some(100)), ("나", Some(0))]), None, None),
            (given(&[("가", Some(60)), ("나", None)]), None, None),
            (given(&[("가", Some(50)), ("가", Some(50))]), None, None),
        ] {
            assert_eq!(shares(&nominees, team).ok(), shares_are, "{nominees:?}");
        }
    }

    #[test]
    fn a_ground_is_one_of_the_office_s() {
        let known = ["kindness".to_owned(), "other".to_owned()];
        assert!(ground("NM", "kindness", &known, None).is_ok());
        assert!(ground("NM", "whim", &known, Some("그냥")).is_err());
        assert!(ground("NM", "other", &known, None).is_err());
        assert!(ground("NM", "other", &known, Some("사정")).is_ok());
    }
}
