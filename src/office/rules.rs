//! What may happen to departments and staff.

use chrono::{Datelike, NaiveDate};

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Sentence, Term, Text, label_of, term, text};

static AMBIGUOUS: Rule = rule(
    Kind::NotFound,
    "E0302",
    "'{name}'에 맞는 {what:이/가} 여럿({count}) 있습니다. 번호로 고르십시오",
    "'{name}' names {count} ({what}); choose by code",
);
static MERGED_ALREADY: Rule = rule(Kind::Rule, "E0351", "{code:은/는} {on}에 이미 통합되었습니다", "{code} was already merged on {on}");
static INTO_ITSELF: Rule = rule(Kind::Rule, "E0352", "{code:을/를} 자기 자신에 통합할 수 없습니다", "{code} cannot be merged into itself");
static BEFORE_SINCE: Rule =
    rule(Kind::Rule, "E0353", "{code}의 첫날({since}) 전인 {on}에는 그럴 수 없습니다", "{on} is before the first day of {code} ({since})");
static BEFORE_LAST_MOVE: Rule = rule(
    Kind::Rule,
    "E0354",
    "{code:은/는} {last}에 이미 옮겼습니다. 그보다 앞선 {on}에 옮길 수 없습니다",
    "{code} was moved on {last}; a move on {on} would lie before it",
);
static SAME_DEPARTMENT: Rule = rule(Kind::Rule, "E0355", "{code:은/는} 이미 그 부서에 있습니다", "{code} is in that department already");
static LEFT: Rule = rule(Kind::Rule, "E0356", "{code:은/는} {on}에 퇴직·전출했습니다", "{code} left on {on}");
static MOVED_SINCE: Rule = rule(
    Kind::Rule,
    "E0348",
    "{code:은/는} {last}에 부서를 옮겨, 마지막 날이 {on}일 수 없습니다",
    "{code} was moved on {last}, so the last day is not {on}",
);
static SAME_NAME: Rule = rule(Kind::Rule, "E0330", "{code:은/는} 이미 {name}입니다", "{code} is called {name} already");
static RENAMED_SINCE: Rule = rule(
    Kind::Rule,
    "E0340",
    "{code:은/는} {last}에 이름을 바꾸었습니다. 그보다 앞선 {on}에 바꿀 수 없습니다",
    "{code} was renamed on {last}; a renaming on {on} would lie before it",
);
static NOT_LEFT: Rule = rule(Kind::Rule, "E0350", "{code:은/는} 퇴직·전출하지 않았습니다", "{code} has not left");
static MERGED_BY_THEN: Rule = rule(
    Kind::Rule,
    "E0359",
    "{code} {name:은/는} {on}에 {into:으로/로} 통합되었습니다. {day}의 일에는 쓸 수 없습니다",
    "{code} {name} is merged into {into} since {on} and takes nothing of {day}",
);
static IN_USE: Rule =
    rule(Kind::Rule, "E0357", "{code:은/는} {by}에 쓰이고 있어 무효로 할 수 없습니다", "{code} is in use by {by} and cannot be voided");

static TOOK_IN: Rule = rule(
    Kind::Rule,
    "E0361",
    "{code:은/는} {last}에 다른 부서를 받아들였습니다. 그보다 앞선 {on}에 통합될 수 없습니다",
    "another department was merged into {code} on {last}; it cannot have been merged itself on {on}",
);
static ATTENDED: Rule = rule(
    Kind::Rule,
    "E0360",
    "{code:은/는} {on}에 교육 {training}에 참석했습니다. 그날 재직하지 않은 것으로 할 수 없습니다",
    "{code} attended {training} on {on} and cannot have been elsewhere that day",
);
static GIVEN: Rule = rule(
    Kind::Rule,
    "E0362",
    "{code:은/는} {on}에 {record}의 {role}입니다. 그날 재직하지 않은 것으로 할 수 없습니다",
    "{code} is {role} of {record} on {on} and cannot have been elsewhere that day",
);
static TAKEN: Rule = rule(
    Kind::Rule,
    "E0358",
    "{code:은/는} 무효로 한 기록의 번호라 다시 쓸 수 없습니다",
    "{code} is the code of a void record and is not given twice",
);

/// A code names one record for ever, also a void one.
///
/// # Errors
/// It names one.
pub fn not_taken(code: &str, taken: bool) -> Result<(), Refusal> {
    if taken { Err(TAKEN.with("code", code)) } else { Ok(()) }
}

/// One of several that bear the same name: its code, and what tells it from the others.
#[derive(Clone, Debug)]
pub struct Among {
    /// The code.
    pub code: String,
    /// What tells it from the others.
    pub told: Sentence,
}

const CODE: Text = text("{code}", "{code}");

/// One record by a name, among those that bear it. Of several each is told so that one of
/// them can be chosen.
///
/// # Errors
/// Several of that name.
pub fn only_one<T>(name: &str, (noun, what): (&str, Text), mut found: Vec<(Among, T)>) -> Result<Option<T>, Refusal> {
    if found.len() > 1 {
        let refusal = AMBIGUOUS.with("name", name).with("what", what).with("count", found.len());
        let told = |refusal: Refusal, (one, _): &(Among, T)| {
            let otherwise = format!("proadmin {noun} show {}", one.code);
            refusal.seen_at(CODE.with("code", &one.code), one.told.clone()).put_right(name, &one.code, otherwise)
        };
        return Err(found.iter().fold(refusal, told));
    }
    Ok(found.pop().map(|(_, record)| record))
}

/// Whether a department may be merged into another on a day.
///
/// # Errors
/// Into itself, twice, before it was set up, or before another was merged into it.
pub fn merge(
    code: &str,
    into: &str,
    since: NaiveDate,
    (merged, took_in): (Option<NaiveDate>, Option<NaiveDate>),
    on: NaiveDate,
) -> Result<(), Refusal> {
    if let Some(last) = took_in.filter(|last| on < *last) {
        return Err(TOOK_IN.with("code", code).with("last", last).with("on", on).way_out(format!("--on {last}")));
    }
    match merged {
        Some(merged) => Err(MERGED_ALREADY.with("code", code).with("on", merged)),
        None if code == into => Err(INTO_ITSELF.with("code", code)),
        None => not_before(code, since, on),
    }
}

/// Whether something of a day can be the department's that was typed: it was not merged away by
/// then. What happened before the merger is still its own.
///
/// # Errors
/// It was.
pub fn stands(department: &super::Department, typed: &str, day: NaiveDate) -> Result<(), Refusal> {
    match (department.merged_on, &department.merged_into) {
        (Some(on), Some((code, name))) if on <= day => {
            let into = format!("{name}({code})");
            let refusal = MERGED_BY_THEN.with("code", &department.code).with("name", &department.name).with("into", into);
            Err(refusal.with("on", on).with("day", day).put_right(typed, code, format!("proadmin dept show {code}")))
        }
        _ => Ok(()),
    }
}

/// The day on which something is given to a department for a year: today while the year lasts,
/// the last day of a year that is over, unless a day is said.
pub fn day_of(year: i32, said: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    said.unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, |last| last.min(today)))
}

/// The day on which something of a year is given to a person: today while the year lasts, and the
/// first day of a year that is over, since whoever was there then may have had it; unless a day
/// is said.
pub fn given_on(year: i32, said: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    said.unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| year < today.year()).unwrap_or(today))
}

/// Whether a person may be moved on a day.
///
/// # Errors
/// After leaving, before the first day, before the last move, or to the same department.
pub fn transfer(code: &str, person: &super::Person, to: i64, on: NaiveDate) -> Result<(), Refusal> {
    not_before(code, person.since_on, on)?;
    match (person.left_on, person.moved_on) {
        (Some(left), _) if left <= on => Err(left_already(code, left)),
        (_, Some(last)) if on < last => Err(BEFORE_LAST_MOVE.with("code", code).with("last", last).with("on", on)),
        _ if person.department_id == to => Err(SAME_DEPARTMENT.with("code", code)),
        _ => Ok(()),
    }
}

/// Whether a person may leave on a day.
///
/// # Errors
/// Twice, before the first day, or before the last move.
pub fn leave(person: &super::Person, on: NaiveDate) -> Result<(), Refusal> {
    let code = &person.code;
    match (person.left_on, person.moved_on) {
        (Some(left), _) => Err(left_already(code, left)),
        (None, Some(last)) if on < last => Err(MOVED_SINCE.with("code", code).with("last", last).with("on", on)),
        (None, _) => not_before(code, person.since_on, on),
    }
}

/// Whether a department may have another name from a day on.
///
/// # Errors
/// It has it already, or was renamed later.
pub fn rename(department: &super::Department, last: Option<NaiveDate>, name: &str, on: NaiveDate) -> Result<(), Refusal> {
    let code = &department.code;
    if department.name == name {
        return Err(SAME_NAME.with("code", code).with("name", name));
    }
    match last.filter(|last| on < *last) {
        Some(last) => Err(RENAMED_SINCE.with("code", code).with("last", last).with("on", on)),
        None => not_before(code, department.since_on, on),
    }
}

/// Whether a person may be given something of a day: nobody who has left by then.
///
/// # Errors
/// They have.
pub fn still_here(person: &super::Person, on: NaiveDate) -> Result<(), Refusal> {
    let Some(left) = person.left_on.filter(|left| *left < on) else { return Ok(()) };
    Err(left_already(&person.code, left))
}

/// Whether someone who was here from `since` to `left`, and moved in between, can have been.
///
/// # Errors
/// The first day is after the last, or after a move; there is no last day to correct.
pub fn stay(person: &super::Person, moves: &[NaiveDate], since: Option<NaiveDate>, left: Option<NaiveDate>) -> Result<(), Refusal> {
    let code = &person.code;
    if left.is_some() && person.left_on.is_none() {
        return Err(NOT_LEFT.with("code", code).way_out(format!("proadmin staff leave {code} --on DATE")));
    }
    let since = since.unwrap_or(person.since_on);
    let left = left.or(person.left_on);
    left.iter().chain(moves).try_for_each(|on| not_before(code, since, *on))?;
    match (left, moves.iter().max()) {
        (Some(left), Some(last)) if left < *last => Err(MOVED_SINCE.with("code", code).with("last", *last).with("on", left)),
        _ => Ok(()),
    }
}

/// What a person has of a task or a request.
const ROLES: [Term; 3] =
    [term("lead", "주담당자", "the lead"), term("deputy", "부담당자", "the deputy"), term("handler", "담당자", "the handler")];

/// The refusal of a first or last day that leaves out a training which was attended, or what was
/// given to a person: somebody else has it, or was there.
pub fn was_there(code: &str, record: &str, role: &str, on: NaiveDate) -> Refusal {
    let noun = match record.get(..2) {
        Some("KT") => "task",
        Some("PC") => "consult",
        Some("PA") => "passive",
        _ => "plan",
    };
    if role == "attended" {
        let refusal = ATTENDED.with("code", code).with("training", record).with("on", on);
        return refusal.way_out(format!("proadmin training void {record} --staff {code} --reason …"));
    }
    let refusal = GIVEN.with("code", code).with("record", record).with("role", label_of(&ROLES, role)).with("on", on);
    refusal.way_out(format!("proadmin {noun} edit {record} --{role} STAFF"))
}

fn left_already(code: &str, on: NaiveDate) -> Refusal {
    LEFT.with("code", code).with("on", on).way_out(format!("proadmin staff edit {code} --left-on DATE"))
}

/// Whether something may be voided: only what nothing refers to.
///
/// # Errors
/// Something refers to it.
pub fn void(code: &str, by: Option<&str>) -> Result<(), Refusal> {
    by.map_or(Ok(()), |by| Err(IN_USE.with("code", code).with("by", by)))
}

/// Nothing happens to someone, or to a department, before the first day.
///
/// # Errors
/// It would.
pub fn not_before(code: &str, since: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if on < since { Err(BEFORE_SINCE.with("code", code).with("since", since).with("on", on)) } else { Ok(()) }
}

/// A counting rule of legal clocks, as a new file gets it.
pub struct ClockRule {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How many counted days.
    pub days: i64,
    /// `calendar` or `working`.
    pub unit: &'static str,
    /// Whether the day of receipt is day 1.
    pub counts_first_day: bool,
    /// The longest extension, in counted days.
    pub extension_max: i64,
    /// How often a supplement may be asked; none for no limit.
    pub supplement_max: Option<i64>,
    /// Where that is written.
    pub source: &'static str,
}

const fn clock_rule(code: &'static str, name: &'static str, days: i64, unit: &'static str, first: bool, source: &'static str) -> ClockRule {
    ClockRule { code, name, days, unit, counts_first_day: first, extension_max: days, supplement_max: None, source }
}

/// A petition: the day of receipt is day 1, Saturdays and holidays are left out, one extension
/// within the length of the original period, two supplements.
const fn petition(code: &'static str, name: &'static str, days: i64) -> ClockRule {
    let rule = clock_rule(code, name, days, "working", true, "민원 처리에 관한 법률 제19조, 같은 법 시행령");
    ClockRule { supplement_max: Some(2), ..rule }
}

/// The counting rules that a new file begins with; an office edits the rows to its own
/// regulation.
pub const CLOCK_RULES: [ClockRule; 4] = [
    clock_rule("civil-30", "민법 30일", 30, "calendar", false, "행정기본법 제6조, 민법 제157조·제161조"),
    clock_rule("working-30", "근무일 30일", 30, "working", false, "기관 자체 규정"),
    petition("petition-7", "민원 7일", 7),
    petition("petition-14", "민원 14일", 14),
];

/// A criterion of the rubric that a new file begins with.
pub struct RubricCriterion {
    /// Its name.
    pub name: &'static str,
    /// Its maximum, in hundredths.
    pub max: i64,
    /// Whether it judges the result; model failures are not judged by that.
    pub outcome: bool,
}

/// Why the default rubric is only a beginning: the five criteria are what districts publish,
/// their points are not published anywhere.
pub const RUBRIC_SOURCE: &str = "다섯 항목은 자치구 공개 기준, 배점은 공개된 근거가 없는 기본값(UNCONFIRMED)";

/// The rubric `default`; an office makes its own rounds from it or without it.
pub const RUBRIC: [RubricCriterion; 5] = [
    RubricCriterion { name: "체감도", max: 3000, outcome: true },
    RubricCriterion { name: "적극성", max: 2000, outcome: false },
    RubricCriterion { name: "창의성·전문성", max: 2000, outcome: false },
    RubricCriterion { name: "중요도·난이도", max: 2000, outcome: false },
    RubricCriterion { name: "확산가능성", max: 1000, outcome: false },
];
