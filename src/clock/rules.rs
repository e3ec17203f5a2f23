//! Which counting rules there may be, and from when to when one holds. A case is counted by the
//! rule under which it was received, whatever holds later.

use chrono::NaiveDate;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::sequence::{Done, Sequence};
use crate::typed::Expected;
use crate::words::text;

static NO_SUCH_DUE: Rule = rule(
    Kind::Rule,
    "E0469",
    "{due:은/는} {received}에 접수한 건의 기한일 수 없습니다({received}부터 {latest}까지)",
    "{due} cannot be the due day of what was received on {received} (from then to {latest})",
);
/// A clock with all that moves it runs out within three years.
const MOST_DAYS: u64 = 1_096;
static THERE: Rule = rule(Kind::Rule, "E0445", "기한 계산 규칙 {rule:은/는} 이미 있습니다", "there is a counting rule '{rule}' already");
static NOT_IN_FORCE: Rule = rule(
    Kind::Rule,
    "E0446",
    "기한 계산 규칙 {rule:은/는} {on}에 시행 중이 아니었습니다(시행 {since}, 폐지 {ended})",
    "the counting rule '{rule}' was not in force on {on} (since {since}, ended {ended})",
);
static ENDED: Rule =
    rule(Kind::Rule, "E0447", "기한 계산 규칙 {rule:은/는} {on}에 이미 폐지되었습니다", "the counting rule '{rule}' ended on {on} already");
static COUNTED_BY_IT: Rule = rule(
    Kind::Rule,
    "E0448",
    "{received}에 접수한 {code:이/가} 이 규칙으로 기한을 셉니다. 폐지일은 그 뒤여야 합니다",
    "{code}, received on {received}, is counted by it; it can only end after that",
);
static STILL_USED: Rule = rule(
    Kind::Rule,
    "E0449",
    "{rule:은/는} {on}에 {what}에 쓰는 규칙입니다. 먼저 다른 규칙을 정해야 합니다",
    "'{rule}' is the rule for {what} on {on}; choose another one first",
);

const CODE: Expected = Expected(text(
    "영문 소문자로 시작하는 2~30자의 부호가 필요합니다(예: office-20)",
    "a code of 2 to 30 small letters, digits and hyphens is needed, such as office-20",
));

/// A code of a rule as it is typed after `--rule`.
///
/// # Errors
/// It has other characters, or too many.
pub fn code(typed: &str) -> Result<String, Expected> {
    let typed = typed.trim();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_code = (2..=30).contains(&typed.len()) && typed.starts_with(|c: char| c.is_ascii_lowercase()) && typed.chars().all(fits);
    if is_code && !typed.ends_with('-') { Ok(typed.to_owned()) } else { Err(CODE) }
}

/// A rule, as far as it matters when it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its first day.
    pub since: NaiveDate,
    /// The first day on which it no longer held.
    pub ended: Option<NaiveDate>,
}

impl Term {
    /// Whether a case that was received on a day may be counted by it.
    ///
    /// # Errors
    /// It did not hold yet, or no longer.
    pub fn holds_on(&self, on: NaiveDate) -> Result<(), Refusal> {
        if self.since <= on && self.ended.is_none_or(|ended| on < ended) {
            return Ok(());
        }
        let ended = self.ended.map_or_else(|| "-".to_owned(), |ended| ended.to_string());
        let refusal = NOT_IN_FORCE.with("rule", &self.code).with("on", on).with("since", self.since).with("ended", ended);
        Err(refusal.way_out("proadmin clock list --all"))
    }

    /// Whether it may end on a day: nothing received since is counted by it, and it is not what
    /// is used for anything then.
    ///
    /// # Errors
    /// It ended before, or is still needed.
    pub fn may_end(
        &self,
        on: NaiveDate,
        counted: Option<&(String, NaiveDate)>,
        used: Option<&'static crate::words::Term>,
    ) -> Result<(), Refusal> {
        if let Some(ended) = self.ended {
            return Err(ENDED.with("rule", &self.code).with("on", ended).way_out("proadmin clock list --all"));
        }
        self.holds_on(on)?;
        if let Some((code, received)) = counted {
            let noun = if code.starts_with("PC") { "consult" } else { "passive" };
            let refusal = COUNTED_BY_IT.with("code", code).with("received", *received);
            return Err(refusal.way_out(format!("proadmin {noun} edit {code} --rule RULE")));
        }
        self.is_unused(on, used)
    }

    /// A rule that ends is not the one that is used for anything then.
    ///
    /// # Errors
    /// It is.
    pub fn is_unused(&self, on: NaiveDate, used: Option<&'static crate::words::Term>) -> Result<(), Refusal> {
        let Some(what) = used else { return Ok(()) };
        let refusal = STILL_USED.with("rule", &self.code).with("on", on).with("what", what.label);
        Err(refusal.way_out(format!("proadmin clock use RULE --for {} --from {on}", what.code)))
    }
}

/// The due day that an answer was given under, as a file tells it: what moved it is not in there,
/// but it is not before the receipt, nor years after it.
///
/// # Errors
/// It is.
pub fn issued_under(due: NaiveDate, received_on: NaiveDate) -> Result<NaiveDate, Refusal> {
    let latest = received_on + chrono::Days::new(MOST_DAYS);
    if (received_on..=latest).contains(&due) {
        return Ok(due);
    }
    Err(NO_SUCH_DUE.with("due", due).with("received", received_on).with("latest", latest))
}

/// How often a supplement was asked for in a case whose acts are `asked` and `answered`, and the
/// last of these.
pub fn supplements<S: Sequence>(case: &S, asked: S::Act, answered: S::Act) -> (i64, Option<&Done<S::Act>>)
where
    S::Act: PartialEq,
{
    let times = case.acts().iter().filter(|done| done.act == asked).count();
    let last = case.acts().iter().rev().find(|done| done.act == asked || done.act == answered);
    (i64::try_from(times).unwrap_or(i64::MAX), last)
}

/// The way out of a supplement that came on a day before any was asked for.
pub fn ask_first<S: Sequence>(case: &S, asked: S::Act, answered: S::Act, on: NaiveDate) -> String
where
    S::Act: PartialEq,
{
    let (noun, code) = (S::TAKEN.noun, case.code());
    match supplements(case, asked, answered).1.filter(|last| last.act == asked && last.on > on) {
        Some(last) => format!("proadmin {noun} resume {code} --on {}", last.on),
        None => format!("proadmin {noun} supplement {code} --reason …"),
    }
}

/// The day on which a case is given to who handles it: today while it is under way, else that of
/// its receipt.
pub fn given_on(is_under_way: bool, received_on: NaiveDate, today: NaiveDate) -> NaiveDate {
    if is_under_way { today } else { received_on }
}

/// Whether a code is free.
///
/// # Errors
/// There is such a rule.
pub fn is_new(code: &str, known: bool) -> Result<(), Refusal> {
    if known { Err(THERE.with("rule", code).way_out(format!("proadmin clock show {code}"))) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::USES;

    fn day(no: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, no).unwrap_or_default()
    }

    #[test]
    fn a_code_is_what_can_be_typed_after_a_flag() {
        for (typed, is_code) in [
            ("office-20", true),
            (" w7 ", true),
            ("x", false),
            ("20-office", false),
            ("Office", false),
            ("내규", false),
            ("a-", false),
            ("a b", false),
        ] {
            assert_eq!(code(typed).is_ok(), is_code, "{typed}");
        }
    }

    #[test]
    fn a_rule_holds_from_its_first_day_to_the_day_before_its_end() {
        let rule = |ended: Option<u32>| Term { id: 1, code: "office-20".to_owned(), since: day(3), ended: ended.map(day) };
        for (ended, on, refused) in
            [(None, 2, "E0446"), (None, 3, ""), (None, 30, ""), (Some(10), 9, ""), (Some(10), 10, "E0446"), (Some(3), 3, "E0446")]
        {
            let answer = rule(ended).holds_on(day(on));
            assert_eq!(answer.err().map_or("", |refusal| refusal.rule.code), refused, "{ended:?} {on}");
        }
        let case = ("PC-2024-001".to_owned(), day(12));
        for (ended, on, counted, used, refused) in [
            (None, 10, None, None, ""),
            (None, 2, None, None, "E0446"),
            (Some(9), 10, None, None, "E0447"),
            (None, 10, Some(&case), None, "E0448"),
            (None, 10, None, Some(&USES[0]), "E0449"),
        ] {
            let answer = rule(ended).may_end(day(on), counted, used);
            assert_eq!(answer.err().map_or("", |refusal| refusal.rule.code), refused, "{ended:?} {on}");
        }
    }
}
