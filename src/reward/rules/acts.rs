//! In which order things happen to a reward: it is offered after its round was closed, chosen,
//! checked where that is needed, granted.

use chrono::NaiveDate;

use super::Offer;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed::Expected;
use crate::words::text;

static NOT_CHOSEN: Rule = rule(Kind::Rule, "E1620", "{code:은/는} {measure:을/를} 고르지 않았습니다", "{code} did not choose {measure}");
static BEFORE_CHOSEN: Rule = rule(
    Kind::Rule,
    "E1621",
    "{code} {measure}: {on:은/는} 앞서 있었던 일의 날({before})보다 이릅니다",
    "{code} {measure}: {on} is before what came first ({before})",
);
static CHECKED: Rule = rule(
    Kind::Rule,
    "E1622",
    "{code} {measure}: {on}에 이미 요건을 확인했습니다",
    "{code} {measure}: its conditions were checked on {on} already",
);
static GRANTED: Rule =
    rule(Kind::Rule, "E1623", "{code} {measure}: {on}에 이미 부여했습니다", "{code} {measure}: it was granted on {on} already");
static UNCHECKED: Rule = rule(
    Kind::Rule,
    "E1624",
    "{code} {measure}: 인사부서의 요건 확인 없이 부여할 수 없습니다",
    "{code} {measure}: it cannot be granted before personnel checked its conditions",
);
static FAILED: Rule = rule(
    Kind::Rule,
    "E1625",
    "{code} {measure}: 요건을 갖추지 못해 부여할 수 없습니다({reason})",
    "{code} {measure}: its conditions are not met, so it cannot be granted ({reason})",
);
static NO_REASON: Rule =
    rule(Kind::Usage, "E1626", "요건을 갖추지 못한 까닭(--reason)이 필요합니다", "why the conditions are not met is needed (--reason)");
static NOT_LAST: Rule = rule(
    Kind::Rule,
    "E1627",
    "{code:은/는} {next:으로/로} 이어진 평가입니다. 우대는 마지막 단계에서 제시합니다",
    "{code} goes on as {next}; rewards are offered after the last stage",
);
static NOT_PEOPLE: Rule =
    rule(Kind::Rule, "E1628", "{code:은/는} 부서 평가라 우대할 사람이 없습니다", "{code} is about departments, and nobody is rewarded");
static NOBODY: Rule = rule(Kind::Rule, "E1629", "{code}에서 등급을 받은 후보가 없습니다", "no entry of {code} has a grade");
static NO_PERSON: Rule =
    rule(Kind::Rule, "E1630", "{entries}: 대상자가 적혀 있지 않습니다", "{entries}: it is not recorded whose merit it is");
static HAS_PERSON: Rule = rule(
    Kind::Rule,
    "E1631",
    "{entry:은/는} 대상자를 적을 후보가 아닙니다(등급이 없거나 이미 적혀 있음)",
    "{entry} has no grade, or it is recorded already whose merit it is",
);
static STILL_GRANTED: Rule = rule(
    Kind::Rule,
    "E1632",
    "{code:은/는} 이미 부여한 것({measure})이 있어 무효로 할 수 없습니다",
    "{code} cannot be voided: {measure} was granted",
);
static OFFERED: Rule = rule(Kind::Rule, "E1633", "{code}: 우대를 이미 모두 제시했습니다", "{code}: all was offered already");

static BEFORE_OFFER: Rule = rule(
    Kind::Rule,
    "E1634",
    "{code}: {on:은/는} 제시하거나 요건을 확인한 날({before}) 전입니다",
    "{code}: {on} is before the offer, or personnel's answer ({before})",
);

const HALF: Expected = Expected(text("상반기(1) 또는 하반기(2)가 필요합니다", "the first half (1) or the second (2) is needed"));
const ENTRY: Expected = Expected(text("후보:직원이 필요합니다(예: E-01:S-0001)", "ENTRY:STAFF is needed, such as E-01:S-0001"));

/// A half of the year: 1, 2, 상반기, 하반기.
///
/// # Errors
/// Anything else.
pub fn half(typed: &str) -> Result<i64, Expected> {
    match typed.trim() {
        "1" | "상반기" | "H1" | "h1" => Ok(1),
        "2" | "하반기" | "H2" | "h2" => Ok(2),
        _ => Err(HALF),
    }
}

/// `E-01:S-0001`: whose merit an entry is that names nobody.
///
/// # Errors
/// Anything else.
pub fn entry_typed(typed: &str) -> Result<(String, String), Expected> {
    let (entry, who) = typed.split_once(':').ok_or(ENTRY)?;
    let (entry, who) = (entry.trim(), who.trim());
    if entry.is_empty() || who.is_empty() { Err(ENTRY) } else { Ok((entry.to_owned(), who.to_owned())) }
}

/// Rewards are offered after the last stage of a round about people.
///
/// # Errors
/// It goes on, or is about departments.
pub fn offer(code: &str, track: &str, next: Option<&str>) -> Result<(), Refusal> {
    if let Some(next) = next {
        return Err(NOT_LAST.with("code", code).with("next", next).way_out(format!("proadmin reward offer {next}")));
    }
    if track == "department" { Err(NOT_PEOPLE.with("code", code).way_out(format!("proadmin eval table {code}"))) } else { Ok(()) }
}

/// Everyone with a grade is known, and nobody is named for an entry that needs no name.
///
/// # Errors
/// Somebody is not, or somebody is.
pub fn to_be_offered(code: &str, graded: usize, nameless: &[String], named: &[String]) -> Result<(), Refusal> {
    if graded == 0 {
        return Err(NOBODY.with("code", code).way_out(format!("proadmin eval table {code}")));
    }
    if let Some(entry) = named.iter().find(|entry| !nameless.contains(entry)) {
        return Err(HAS_PERSON.with("entry", entry).way_out(format!("proadmin eval show {code}")));
    }
    let missing: Vec<&str> = nameless.iter().filter(|entry| !named.contains(entry)).map(String::as_str).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let flags: Vec<String> = missing.iter().map(|entry| format!("--person {entry}:STAFF")).collect();
    Err(NO_PERSON.with("entries", missing.join(", ")).way_out(format!("proadmin reward offer {code} {}", flags.join(" "))))
}

/// A choice comes after what it answers: the offer, or personnel's no.
///
/// # Errors
/// It comes before.
pub fn not_before_offer(code: &str, before: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if on >= before { Ok(()) } else { Err(BEFORE_OFFER.with("code", code).with("on", on).with("before", before)) }
}

/// An offer is made once.
///
/// # Errors
/// There is nothing new to offer.
pub fn once(code: &str, new: usize) -> Result<(), Refusal> {
    if new > 0 { Ok(()) } else { Err(OFFERED.with("code", code).way_out("proadmin reward list --outstanding")) }
}

/// A choice as far as acts on it are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: i64,
    /// The code of the reward.
    pub code: String,
    /// The measure.
    pub measure: String,
    /// Whether personnel checks its conditions first.
    pub needs_check: bool,
    /// When it was chosen.
    pub chosen_on: NaiveDate,
    /// When it was checked, with the answer.
    pub checked: Option<(NaiveDate, bool)>,
    /// Why its conditions are not met.
    pub reason: Option<String>,
    /// When it was granted.
    pub granted_on: Option<NaiveDate>,
}

impl Choice {
    fn not_before(&self, before: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
        if on >= before {
            return Ok(());
        }
        Err(BEFORE_CHOSEN.with("code", &self.code).with("measure", &self.measure).with("on", on).with("before", before))
    }
}

/// The choice that was named.
///
/// # Errors
/// It was not made; where nothing is left to choose, another choice is taken back first.
pub fn the_choice(offer: &Offer, measure: &str, found: Option<Choice>) -> Result<Choice, Refusal> {
    found.ok_or_else(|| {
        let code = &offer.code;
        let refusal = NOT_CHOSEN.with("code", code).with("measure", measure).way_out(format!("proadmin reward show {code}"));
        if offer.owed() > 0 {
            return refusal.way_out(format!("proadmin reward choose {code} {}", vec!["MEASURE"; offer.owed()].join(" ")));
        }
        let open = offer.held.iter().filter(|held| held.stands() && !held.granted);
        open.fold(refusal, |refusal, held| refusal.way_out(format!("proadmin reward void {code} --measure {} --reason TEXT", held.measure)))
    })
}

/// Personnel answers once, before the grant, and says why not.
///
/// # Errors
/// Out of order.
pub fn check(choice: &Choice, ok: bool, has_reason: bool, on: NaiveDate) -> Result<(), Refusal> {
    not_granted_yet(choice)?;
    if let Some((checked, _)) = choice.checked {
        let refusal = CHECKED.with("code", &choice.code).with("measure", &choice.measure).with("on", checked);
        return Err(refusal.way_out(format!("proadmin reward show {}", choice.code)));
    }
    if !ok && !has_reason {
        return Err(NO_REASON.met());
    }
    choice.not_before(choice.chosen_on, on)
}

/// A measure is granted once, after its check where one is needed.
///
/// # Errors
/// Out of order.
pub fn grant(choice: &Choice, on: NaiveDate) -> Result<(), Refusal> {
    let Choice { code, measure, .. } = choice;
    let met = |rule: &'static Rule| rule.with("code", code).with("measure", measure);
    not_granted_yet(choice)?;
    match choice.checked {
        Some((_, false)) => {
            let refusal = met(&FAILED).with("reason", choice.reason.clone().unwrap_or_default());
            Err(refusal.way_out(format!("proadmin reward choose {code} MEASURE")))
        }
        None if choice.needs_check => Err(met(&UNCHECKED).way_out(format!("proadmin reward check {code} {measure} --ok yes/no"))),
        Some((checked, true)) => choice.not_before(checked, on),
        None => choice.not_before(choice.chosen_on, on),
    }
}

fn not_granted_yet(choice: &Choice) -> Result<(), Refusal> {
    match choice.granted_on {
        Some(on) => Err(GRANTED.with("code", &choice.code).with("measure", &choice.measure).with("on", on)),
        None => Ok(()),
    }
}

/// What was granted is not voided with all else: each grant by itself.
///
/// # Errors
/// Something was granted.
pub fn not_granted(code: &str, granted: Option<&str>) -> Result<(), Refusal> {
    match granted {
        Some(measure) => {
            let refusal = STILL_GRANTED.with("code", code).with("measure", measure);
            Err(refusal.way_out(format!("proadmin reward void {code} --measure {measure} --reason TEXT")))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_measure_is_checked_once_and_granted_after_that() {
        let chosen = Choice { chosen_on: day("2024-12-02"), needs_check: true, ..Choice::default() };
        let ok = Choice { checked: Some((day("2024-12-05"), true)), ..chosen.clone() };
        let failed = Choice { checked: Some((day("2024-12-05"), false)), ..chosen.clone() };
        let free = Choice { needs_check: false, ..chosen.clone() };
        let granted = Choice { granted_on: Some(day("2024-12-10")), ..ok.clone() };
        for (choice, on, checks, grants) in [
            (&chosen, "2024-12-02", "", "E1624"),
            (&chosen, "2024-12-01", "E1621", "E1624"),
            (&ok, "2024-12-05", "E1622", ""),
            (&ok, "2024-12-04", "E1622", "E1621"),
            (&failed, "2024-12-06", "E1622", "E1625"),
            (&free, "2024-12-02", "", ""),
            (&free, "2024-12-01", "E1621", "E1621"),
            (&granted, "2024-12-11", "E1623", "E1623"),
        ] {
            let code = |judged: Result<(), Refusal>| judged.err().map_or("", |refusal| refusal.rule.code);
            assert_eq!((code(check(choice, true, false, day(on))), code(grant(choice, day(on)))), (checks, grants), "{choice:?} {on}");
        }
        assert_eq!(check(&chosen, false, false, day("2024-12-02")).err().map(|refusal| refusal.rule.code), Some("E1626"));
        assert!(check(&chosen, false, true, day("2024-12-02")).is_ok());
    }

    #[test]
    fn an_offer_is_for_known_people_after_the_last_stage() {
        let code = |judged: Result<(), Refusal>| judged.err().map_or("", |refusal| refusal.rule.code);
        let names = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for (track, next, refused) in [("individual", None, ""), ("department", None, "E1628"), ("team", Some("EV-2024-02"), "E1627")] {
            assert_eq!(code(offer("EV-2024-01", track, next)), refused, "{track}");
        }
        for (graded, nameless, named, refused) in
            [(2, "", "", ""), (0, "", "", "E1629"), (2, "E-01", "", "E1630"), (2, "E-01", "E-01", ""), (2, "E-01", "E-02", "E1631")]
        {
            assert_eq!(code(to_be_offered("EV-2024-01", graded, &names(nameless), &names(named))), refused, "{nameless} {named}");
        }
        let days = (day("2024-12-02"), day("2024-12-01"));
        assert_eq!((code(not_before_offer("RW", days.1, days.0)), code(not_before_offer("RW", days.0, days.1))), ("", "E1634"));
        assert_eq!((code(once("EV-2024-01", 1)), code(once("EV-2024-01", 0))), ("", "E1633"));
        assert_eq!((code(not_granted("RW", None)), code(not_granted("RW", Some("LEAVE")))), ("", "E1632"));
        assert_eq!((half("상반기"), half("2"), half("3").is_err()), (Ok(1), Ok(2), true));
        assert_eq!(entry_typed("E-01: S-0001").ok(), Some(("E-01".to_owned(), "S-0001".to_owned())));
        assert!(entry_typed("E-01").is_err());
    }
}
