//! What may happen to a plan: actions stand in an area of their year, are closed once and
//! opened again, are shown by records that were there; a plan is adopted when it says
//! something, and its revisions go forward in time.

use chrono::NaiveDate;

use super::{ACTS, Act};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::sequence::put_in;
use crate::words::label_of;

static NO_AREA: Rule =
    rule(Kind::NotFound, "E1101", "{year}년 실행계획에 추진분야 '{area}'{area:~이/가} 없습니다", "the plan of {year} has no area '{area}'");
static AREA_THERE: Rule = rule(
    Kind::Rule,
    "E1102",
    "{year}년 추진분야 {no}번 '{name}'{name:~은/는} 이미 있습니다",
    "the plan of {year} has '{name}' already, as area {no}",
);
static AREA_IN_USE: Rule = rule(
    Kind::Rule,
    "E1103",
    "{year}년 추진분야 {no}번에 추진과제가 {count}건 있어 무효로 할 수 없습니다",
    "actions stand in area {no} of {year} ({count}), so it cannot be voided",
);
static NOTHING_TO_ADOPT: Rule =
    rule(Kind::Rule, "E1104", "{year}년 실행계획에 추진과제가 없어 의결을 적을 수 없습니다", "the plan of {year} has no actions to adopt");
static ADOPTED_LATER: Rule = rule(
    Kind::Rule,
    "E1105",
    "{year}년 실행계획은 {last}에 {revision}차로 의결되었습니다. 그보다 앞선 {on}에 다시 의결할 수 없습니다",
    "the plan of {year} was adopted on {last} (revision {revision}); another adoption on {on} would lie before it",
);
static VOIDED: Rule = rule(Kind::Rule, "E1106", "{code:은/는} 무효인 추진과제입니다", "{code} is void");
static BEFORE_PLANNED: Rule =
    rule(Kind::Rule, "E1107", "{code}: {on:은/는} 계획한 날({planned}) 전입니다", "{code}: {on} is before it was planned ({planned})");
static OUT_OF_ORDER: Rule = rule(
    Kind::Rule,
    "E1108",
    "{code}: {on}에 {act:을/를} 적을 수 없습니다. 그때의 상태가 '{last}'{last:~이었습니다/였습니다}",
    "{code}: it cannot have been {act} on {on}: it stood as '{last}' then",
);
static SUCCEEDED: Rule = rule(
    Kind::Rule,
    "E1109",
    "{code:은/는} {successor:으로/로} 이월되어 다시 열 수 없습니다",
    "{code} goes on as {successor} and cannot be opened beside it",
);
static LINKED: Rule = rule(Kind::Rule, "E1110", "{record:은/는} 이미 {code}의 증빙입니다", "{record} is evidence of {code} already");
static NOT_LINKED: Rule = rule(Kind::NotFound, "E1111", "{record:은/는} {code}의 증빙이 아닙니다", "{record} is no evidence of {code}");
static NO_EVIDENCE: Rule = rule(
    Kind::Rule,
    "E1112",
    "{record:은/는} 추진과제입니다. 추진과제는 추진과제의 증빙이 될 수 없습니다",
    "{record} is an action itself and shows nothing",
);
static NOT_YET: Rule = rule(
    Kind::Rule,
    "E1113",
    "{record:은/는} {began}에 시작되었습니다. 그 전인 {on}에 연결할 수 없습니다",
    "{record} began on {began}; it cannot have been linked on {on}",
);
static NOTHING_OPEN: Rule =
    rule(Kind::Rule, "E1114", "{year}년 실행계획에 이월할 추진과제가 없습니다", "the plan of {year} has no open action to carry over");
static YEAR_OVER: Rule = rule(
    Kind::Rule,
    "E1115",
    "{year}년 과제는 {into}년으로 이월할 수 없습니다. 뒤의 해여야 합니다",
    "{year} cannot be carried into {into}: a later year is needed",
);
static NO_TEMPLATE: Rule =
    rule(Kind::NotFound, "E1116", "양식 '{template}'{template:~이/가} 없습니다", "there is no template '{template}'");
static AREA_NEEDED: Rule =
    rule(Kind::Usage, "E1117", "추진분야의 이름이나 --template 이 필요합니다", "the name of an area or --template is needed");
static NO_ADOPTION: Rule =
    rule(Kind::NotFound, "E1118", "{year}년 실행계획은 의결된 적이 없습니다", "the plan of {year} was never adopted");
static NO_KIND: Rule = rule(Kind::NotFound, "E1119", "'{kind}'{kind:~은/는} 기록의 종류가 아닙니다", "'{kind}' is no kind of record");
static AREA_LATER: Rule = rule(
    Kind::Rule,
    "E1121",
    "{year}년 추진분야 {no}번은 {set}에 정했습니다. 그 전인 {on}에 추진과제를 둘 수 없습니다",
    "area {no} of {year} was set on {set}; no action can stand in it on {on}",
);

/// An area of a year's plan, as far as rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its id.
    pub id: i64,
    /// The year of the plan.
    pub year: i32,
    /// Its number.
    pub seq: i64,
    /// Its name.
    pub name: String,
    /// Since when it is planned.
    pub set_on: NaiveDate,
}

/// The area among those of a year that was typed, by number or by name.
///
/// # Errors
/// None of them.
pub fn area<'a>(areas: &'a [Area], year: i32, typed: &str) -> Result<&'a Area, Refusal> {
    let number: Option<i64> = typed.trim().parse().ok();
    let found = areas.iter().find(|area| number == Some(area.seq)).or_else(|| areas.iter().find(|area| area.name == typed.trim()));
    found.ok_or_else(|| {
        let refusal = NO_AREA.with("year", i64::from(year)).with("area", typed);
        refusal.way_out(format!("proadmin plan coverage {year}")).way_out(format!("proadmin plan area NAME --year {year}"))
    })
}

/// A name stands in a plan once.
///
/// # Errors
/// An area of another number has it.
pub fn new_name(areas: &[Area], year: i32, name: &str, no: Option<i64>) -> Result<(), Refusal> {
    match areas.iter().find(|area| area.name == name && Some(area.seq) != no) {
        Some(there) => {
            let refusal = AREA_THERE.with("year", i64::from(year)).with("no", there.seq).with("name", name);
            Err(refusal.way_out(format!("proadmin plan area NAME --year {year} --no {}", there.seq)))
        }
        None => Ok(()),
    }
}

/// An area is voided only while no action stands in it.
///
/// # Errors
/// Actions do.
pub fn area_unused(area: &Area, actions: i64) -> Result<(), Refusal> {
    if actions == 0 {
        return Ok(());
    }
    let refusal = AREA_IN_USE.with("year", i64::from(area.year)).with("no", area.seq).with("count", actions);
    Err(refusal.way_out("proadmin plan edit CODE --area NO"))
}

/// An action stands in an area that was set by then.
///
/// # Errors
/// It was set later.
pub fn in_area(area: &Area, planned_on: NaiveDate) -> Result<(), Refusal> {
    if planned_on >= area.set_on {
        return Ok(());
    }
    let refusal = AREA_LATER.with("year", i64::from(area.year)).with("no", area.seq).with("set", area.set_on);
    Err(refusal.with("on", planned_on).way_out(format!("--planned-on {}", area.set_on)))
}

/// What is needed to set areas: a name or a template.
pub fn area_needed(year: i32) -> Refusal {
    AREA_NEEDED.met().way_out(format!("proadmin plan area NAME --year {year}")).way_out("proadmin plan templates")
}

/// The refusal of a template that is not there.
pub fn no_template(template: &str) -> Refusal {
    NO_TEMPLATE.with("template", template).way_out("proadmin plan templates")
}

/// The refusal of a kind that no record has.
pub fn no_kind(kind: &str, known: &str) -> Refusal {
    NO_KIND.with("kind", kind).way_out(known)
}

/// The last adoption of a plan: its revision and its day.
pub type Adopted = Option<(i64, NaiveDate)>;

/// The revision that an adoption makes: the first, or one more than the last.
///
/// # Errors
/// The plan says nothing, or was adopted later than that day.
pub fn adopt(year: i32, actions: i64, last: Adopted, on: NaiveDate) -> Result<i64, Refusal> {
    if actions == 0 {
        let refusal = NOTHING_TO_ADOPT.with("year", i64::from(year));
        return Err(refusal.way_out(format!("proadmin plan action TITLE --year {year} --area NO --dept DEPT")));
    }
    match last {
        Some((revision, last)) if on < last => {
            let refusal = ADOPTED_LATER.with("year", i64::from(year)).with("last", last).with("revision", revision).with("on", on);
            Err(refusal.way_out(format!("proadmin plan unadopt {year} --reason …")))
        }
        _ => Ok(last.map_or(1, |(revision, _)| revision + 1)),
    }
}

/// The refusal to take back an adoption that there was not.
pub fn never_adopted(year: i32) -> Refusal {
    NO_ADOPTION.with("year", i64::from(year)).way_out(format!("proadmin plan adopt {year} --body BODY"))
}

/// An action's acts in the order of their days, those of one day in the order they were recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The action's code.
    pub code: String,
    /// Since when it is planned.
    pub planned_on: NaiveDate,
    /// Whether it was voided.
    pub is_void: bool,
    /// The acts.
    pub acts: Vec<(NaiveDate, Act)>,
}

impl History {
    /// Whether an act can have happened on a day, put in after the acts of that day: an open
    /// action is closed, a closed one is opened again, and what follows still fits.
    ///
    /// # Errors
    /// The action is void or was not planned yet, or the sequence could not have happened.
    pub fn with(&self, on: NaiveDate, act: Act) -> Result<Self, Refusal> {
        not_void(&self.code, self.is_void)?;
        not_before(&self.code, self.planned_on, on)?;
        let mut with = self.clone();
        put_in(&mut with.acts, (on, act), |(day, _)| *day);
        let mut last = "planned";
        for (day, act) in &with.acts {
            let is_open = matches!(last, "planned" | "reopened");
            if is_open == (*act == Act::Reopened) {
                let refusal = OUT_OF_ORDER.with("code", &self.code).with("on", *day).with("act", label_of(ACTS, act.code()));
                let way = if is_open {
                    format!("proadmin plan show {}", self.code)
                } else {
                    format!("proadmin plan reopen {} --reason …", self.code)
                };
                return Err(refusal.with("last", label_of(ACTS, last)).way_out(way));
            }
            last = act.code();
        }
        Ok(with)
    }

    /// Whether it is open after all its acts.
    pub fn is_open(&self) -> bool {
        self.acts.last().is_none_or(|(_, act)| *act == Act::Reopened)
    }
}

/// Nothing happens to a void action.
///
/// # Errors
/// It is void.
pub fn not_void(code: &str, is_void: bool) -> Result<(), Refusal> {
    if is_void { Err(VOIDED.with("code", code).way_out("proadmin plan list --all")) } else { Ok(()) }
}

/// Nothing happens to an action before it was planned.
///
/// # Errors
/// It did.
pub fn not_before(code: &str, planned: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if on >= planned {
        return Ok(());
    }
    Err(BEFORE_PLANNED.with("code", code).with("on", on).with("planned", planned).way_out(format!("--on {planned}")))
}

/// An action that goes on as another is not opened again beside it.
///
/// # Errors
/// It does.
pub fn not_succeeded(code: &str, successor: Option<&str>) -> Result<(), Refusal> {
    let Some(successor) = successor else { return Ok(()) };
    Err(SUCCEEDED.with("code", code).with("successor", successor).way_out(format!("proadmin plan void {successor} --reason …")))
}

/// A record that is to show what came of an action.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Its kind.
    pub kind: &'a str,
    /// Its code.
    pub code: &'a str,
    /// The day it began.
    pub began: NaiveDate,
}

/// Whether a record may be linked to an action on a day.
///
/// # Errors
/// It is an action, is linked already, or began later.
pub fn link(code: &str, shown: Shown, linked: bool, on: NaiveDate) -> Result<(), Refusal> {
    let Shown { kind, code: record, began } = shown;
    if kind == "plan" {
        return Err(NO_EVIDENCE.with("record", record).way_out(format!("proadmin plan show {record}")));
    }
    if linked {
        return Err(LINKED.with("record", record).with("code", code).way_out(format!("proadmin plan show {code}")));
    }
    if on < began {
        return Err(NOT_YET.with("record", record).with("began", began).with("on", on).way_out(format!("--on {began}")));
    }
    Ok(())
}

/// The refusal to take back a link that there was not.
pub fn not_linked(code: &str, record: &str) -> Refusal {
    NOT_LINKED.with("record", record).with("code", code).way_out(format!("proadmin plan show {code}"))
}

/// The year that open actions are carried into: the next one, unless a later one is named.
///
/// # Errors
/// A year that is not later, or nothing to carry.
pub fn carry(year: i32, into: Option<i32>, open: usize) -> Result<i32, Refusal> {
    let into = into.unwrap_or(year + 1);
    if into <= year {
        let refusal = YEAR_OVER.with("year", i64::from(year)).with("into", i64::from(into));
        return Err(refusal.way_out(format!("proadmin plan carry {year} --into {}", year + 1)));
    }
    if open == 0 {
        return Err(NOTHING_OPEN.with("year", i64::from(year)).way_out(format!("proadmin plan list --year {year}")));
    }
    Ok(into)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn code<T>(answer: Result<T, Refusal>) -> &'static str {
        answer.err().map_or("", |refusal| refusal.rule.code)
    }

    fn history(acts: &[(&str, Act)]) -> History {
        let acts = acts.iter().map(|(on, act)| (day(on), *act)).collect();
        History { code: "PL-2024-01".to_owned(), planned_on: day("2024-01-10"), is_void: false, acts }
    }

    #[test]
    fn an_action_is_closed_once_and_opened_again_only_when_closed() {
        use Act::{Carried, Done, Dropped, Reopened};
        for (acts, on, act, refused) in [
            (&[][..], "2024-02-01", Done, ""),
            (&[], "2024-02-01", Reopened, "E1108"),
            (&[], "2024-01-09", Done, "E1107"),
            (&[("2024-03-01", Done)], "2024-04-01", Done, "E1108"),
            (&[("2024-03-01", Done)], "2024-02-01", Dropped, "E1108"),
            (&[("2024-03-01", Done)], "2024-03-01", Reopened, ""),
            (&[("2024-03-01", Done), ("2024-04-01", Reopened)], "2024-05-01", Carried, ""),
            (&[("2024-03-01", Done), ("2024-04-01", Reopened)], "2024-03-15", Carried, "E1108"),
        ] {
            assert_eq!(code(history(acts).with(day(on), act)), refused, "{acts:?} {on} {act:?}");
        }
        assert_eq!(code(History { is_void: true, ..history(&[]) }.with(day("2024-02-01"), Done)), "E1106");
        assert!(history(&[]).is_open() && !history(&[("2024-03-01", Done)]).is_open());
    }

    #[test]
    fn adoptions_are_numbered_and_go_forward() {
        for (actions, last, on, revision) in [
            (3, None, "2024-03-20", Ok(1)),
            (3, Some((1, "2024-03-20")), "2024-03-20", Ok(2)),
            (3, Some((2, "2024-06-01")), "2024-05-31", Err("E1105")),
            (0, None, "2024-03-20", Err("E1104")),
        ] {
            let last = last.map(|(revision, on)| (revision, day(on)));
            assert_eq!(adopt(2024, actions, last, day(on)).map_err(|refusal| refusal.rule.code), revision, "{last:?} {on}");
        }
    }

    #[test]
    fn evidence_is_a_record_that_was_there_and_is_linked_once() {
        for (kind, began, linked, on, refused) in [
            ("training", "2024-03-05", false, "2024-03-05", ""),
            ("training", "2024-03-05", false, "2024-03-04", "E1113"),
            ("training", "2024-03-05", true, "2024-03-06", "E1110"),
            ("plan", "2024-01-01", false, "2024-03-06", "E1112"),
        ] {
            let shown = Shown { kind, code: "TR-2024-01", began: day(began) };
            assert_eq!(code(link("PL-2024-01", shown, linked, day(on))), refused, "{kind} {began} {linked} {on}");
        }
    }

    #[test]
    fn actions_are_carried_into_a_later_year() {
        for (into, open, answer) in [
            (None, 2, Ok(2025)),
            (Some(2026), 1, Ok(2026)),
            (Some(2024), 1, Err("E1115")),
            (Some(2023), 1, Err("E1115")),
            (None, 0, Err("E1114")),
        ] {
            assert_eq!(carry(2024, into, open).map_err(|refusal| refusal.rule.code), answer);
        }
    }

    #[test]
    fn an_area_is_named_by_number_or_name_and_stands_once() {
        let named = |seq, name: &str| Area { id: seq, year: 2024, seq, name: name.to_owned(), set_on: day("2024-01-01") };
        let areas = [named(1, "보호·지원"), named(2, "선발")];
        for (typed, found) in [("1", Some(1)), ("선발", Some(2)), (" 2 ", Some(2)), ("3", None), ("선", None)] {
            assert_eq!(area(&areas, 2024, typed).ok().map(|area| area.seq), found, "{typed}");
        }
        assert_eq!(code(new_name(&areas, 2024, "선발", None)), "E1102");
        assert_eq!(code(new_name(&areas, 2024, "선발", Some(2))), "");
        assert_eq!(code(new_name(&areas, 2024, "소통", Some(2))), "");
        assert_eq!(code(in_area(&areas[0], day("2023-12-31"))), "E1121");
        assert_eq!(code(area_unused(&areas[0], 1)), "E1103");
    }
}
