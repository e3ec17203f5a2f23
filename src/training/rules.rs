//! What may be recorded of a training: a day or a month it is planned for, the owed month it
//! is for, and whose attendance counts.

use chrono::NaiveDate;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed::{self, Expected, Month};
use crate::words::{quoted, text};

static VOIDED: Rule = rule(Kind::Rule, "E0561", "{code:은/는} 무효인 교육입니다", "{code} is void");
static NOT_HELD: Rule = rule(
    Kind::Rule,
    "E0562",
    "{code:은/는} 아직 실시하지 않은 교육입니다(예정 {planned})",
    "{code} was not held yet (planned for {planned})",
);
static HELD_ALREADY: Rule = rule(Kind::Rule, "E0563", "{code:은/는} {on}에 이미 실시했습니다", "{code} was held on {on} already");
static NOT_STAFF: Rule = rule(
    Kind::Rule,
    "E0564",
    "{code} {name:은/는} 교육일({on})에 재직하지 않았습니다({since}부터{until})",
    "{code} {name} was not on the staff on {on} (since {since}{until})",
);
static NO_MEMBERS: Rule = rule(
    Kind::Rule,
    "E0565",
    "교육일({on})에 {department}에는 직원이 없어 인원을 적을 수 없습니다",
    "{department} had no staff on {on}, so nobody of it can be counted",
);
static ANOTHERS: Rule = rule(
    Kind::Rule,
    "E0566",
    "{code:은/는} 다른 기관({org})의 교육이라 참석을 적지 않습니다",
    "{code} is a training of another office ({org}); attendance is not recorded",
);
static NOT_OWED: Rule =
    rule(Kind::Rule, "E0567", "{month:은/는} 정기교육을 하는 달이 아닙니다({months})", "no training is owed in {month} ({months})");
static NOT_ATTENDED: Rule = rule(Kind::NotFound, "E0568", "{code}에 {who}의 참석 기록이 없습니다", "{code} has no attendance of {who}");
static WHEN_NEEDED: Rule = rule(
    Kind::Usage,
    "E0569",
    "교육일이나 예정한 달이 필요합니다",
    "the day it was held, or the day or month it is planned for, is needed",
);

static NOBODY_MUST: Rule = rule(
    Kind::Rule,
    "E0560",
    "{code:은/는} 희망자 교육이라 대상자와 이수율이 없습니다",
    "{code} is voluntary: nobody must attend it, so it has no coverage",
);

const WHEN: Expected =
    Expected(text("날짜나 달이 필요합니다(예: 2024-03-12, 2024-03)", "a day or a month is needed, such as 2024-03-12 or 2024-03"));
const TIME: Expected = Expected(text("시각이 필요합니다(예: 14:00)", "a time is needed, such as 14:00"));
const COUNT: Expected = Expected(text("0 이상의 정수가 필요합니다", "a whole number of 0 or more is needed"));
const HOURS: Expected = Expected(text("0보다 큰 시간이 필요합니다(예: 1.5)", "hours above 0 are needed, such as 1.5"));
/// A count of people has no more than this.
const MOST: i64 = 1_000_000;

/// When something is planned: a day, or only a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month(Month),
}

impl When {
    /// The month it lies in.
    pub fn month(self) -> Month {
        match self {
            Self::Day(day) => Month::of(day),
            Self::Month(month) => month,
        }
    }
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(month) => write!(f, "{month}"),
        }
    }
}

/// A day or a month.
///
/// # Errors
/// Anything else.
pub fn when(typed: &str) -> Result<When, Expected> {
    typed::day(typed).map(When::Day).or_else(|_| typed::month(typed).map(When::Month)).map_err(|_| WHEN)
}

/// The month of a year's schedule: 1 to 12.
///
/// # Errors
/// Anything else.
pub fn month_of_year(typed: &str) -> Result<u32, Expected> {
    const MONTH: Expected = Expected(text("1부터 12까지의 달이 필요합니다", "a month from 1 to 12 is needed"));
    typed.trim().trim_end_matches('월').parse().ok().filter(|month| (1..=12).contains(month)).ok_or(MONTH)
}

/// A time of day, `HH:MM`.
///
/// # Errors
/// Anything else.
pub fn time(typed: &str) -> Result<String, Expected> {
    let (hours, minutes) = typed.trim().split_once(':').ok_or(TIME)?;
    let number = |text: &str, most: u32| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse::<u32>().ok().filter(|number| *number <= most) } else { None }
    };
    match (number(hours, 23), number(minutes, 59)) {
        (Some(hours), Some(minutes)) => Ok(format!("{hours:02}:{minutes:02}")),
        _ => Err(TIME),
    }
}

/// How many people there were.
///
/// # Errors
/// Anything but a whole number of 0 or more.
pub fn count(typed: &str) -> Result<i64, Expected> {
    typed.trim().trim_end_matches('명').trim_end().parse().ok().filter(|count| (0..=MOST).contains(count)).ok_or(COUNT)
}

/// How long it took, in hundredths of an hour.
///
/// # Errors
/// Anything but hours above 0 with at most two decimals.
pub fn hours(typed: &str) -> Result<i64, Expected> {
    typed::points(typed.trim().trim_end_matches("시간")).ok().filter(|hours| (1..=100_000).contains(hours)).ok_or(HOURS)
}

/// Nothing happens to a void session.
///
/// # Errors
/// It is void.
pub fn not_void(code: &str, is_void: bool) -> Result<(), Refusal> {
    if is_void { Err(VOIDED.with("code", code).way_out("proadmin training list --all")) } else { Ok(()) }
}

/// The day a session was held; only then did anyone attend it.
///
/// # Errors
/// It is only planned.
pub fn held(code: &str, held_on: Option<NaiveDate>, planned: Option<&str>) -> Result<NaiveDate, Refusal> {
    held_on.ok_or_else(|| {
        let refusal = NOT_HELD.with("code", code).with("planned", planned.unwrap_or("-"));
        refusal.way_out(format!("proadmin training hold {code} --on DATE"))
    })
}

/// A session is held once; its day is corrected by editing it.
///
/// # Errors
/// It was held.
pub fn not_held(code: &str, held_on: Option<NaiveDate>) -> Result<(), Refusal> {
    let Some(on) = held_on else { return Ok(()) };
    Err(HELD_ALREADY.with("code", code).with("on", on).way_out(format!("proadmin training edit {code} --on DATE")))
}

/// Attendance is recorded of this office's own sessions.
///
/// # Errors
/// It is another's.
pub fn ours(code: &str, org: Option<&str>) -> Result<(), Refusal> {
    match org {
        Some(org) => Err(ANOTHERS.with("code", code).with("org", org).way_out("proadmin training add TITLE --on DATE")),
        None => Ok(()),
    }
}

/// Somebody whose attendance is to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The code.
    pub code: &'a str,
    /// The name.
    pub name: &'a str,
    /// The first day.
    pub since: NaiveDate,
    /// The last day.
    pub left: Option<NaiveDate>,
}

/// Whoever attended was on the staff that day, from the first day to the last.
///
/// # Errors
/// Not yet, or no more.
pub fn on_the_staff(member: Member<'_>, on: NaiveDate) -> Result<(), Refusal> {
    if member.since <= on && member.left.is_none_or(|left| left >= on) {
        return Ok(());
    }
    let until = member.left.map_or_else(|| text("", "").say(), |left| text(" {left}까지", ", until {left}").with("left", left));
    let refusal = NOT_STAFF.with("code", member.code).with("name", member.name).with("on", on);
    let refusal = refusal.with("since", member.since).with("until", until);
    let wrong = if on < member.since { "--since-on" } else { "--left-on" };
    Err(refusal.way_out(format!("proadmin staff edit {} {wrong} DATE", member.code)))
}

/// A department's people are counted only where it has some.
///
/// # Errors
/// It has none that day.
pub fn has_members(department: &str, members: i64, on: NaiveDate) -> Result<(), Refusal> {
    if members > 0 {
        return Ok(());
    }
    let refusal = NO_MEMBERS.with("department", department).with("on", on);
    Err(refusal.way_out(format!("proadmin staff add NAME --dept {} --since-on DATE", quoted(department))))
}

/// The month a session is for is one in which a training is owed.
///
/// # Errors
/// None is.
pub fn for_month(month: Month, owed: &[String]) -> Result<String, Refusal> {
    let named = month.to_string();
    if owed.contains(&named) {
        return Ok(named);
    }
    let months = if owed.is_empty() { "-".to_owned() } else { owed.join(", ") };
    let refusal = NOT_OWED.with("month", named).with("months", months);
    Err(refusal.way_out(format!("proadmin training due --year {}", month.year)))
}

/// The refusal of an attendance that nobody recorded.
pub fn not_attended(code: &str, who: &str) -> Refusal {
    NOT_ATTENDED.with("code", code).with("who", who).way_out(format!("proadmin training show {code}"))
}

/// The refusal of coverage where nobody must attend.
pub fn nobody_must(code: &str) -> Refusal {
    NOBODY_MUST.with("code", code).way_out(format!("proadmin training show {code}"))
}

/// The refusal of a session without any day.
pub fn when_needed() -> Refusal {
    WHEN_NEEDED.met().way_out("--on DATE").way_out("--plan YYYY-MM")
}

/// Since when a session is known: from the day it was held, or for a plan from 1 January of
/// its year, but never later than today.
pub fn set_on(held_on: Option<NaiveDate>, planned: Option<When>, given: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let of_plan = planned.and_then(|when| NaiveDate::from_ymd_opt(when.month().year, 1, 1)).map(|first| first.min(today));
    let known = given.or(of_plan).or(held_on).unwrap_or(today);
    held_on.map_or(known, |held| held.min(known))
}

/// Whole per cent, half up; none of nobody.
pub fn percent(attended: i64, members: i64) -> Option<i64> {
    (members > 0).then(|| (200 * attended + members) / (2 * members))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn code<T>(judged: Result<T, Refusal>) -> &'static str {
        judged.err().map_or("", |refusal| refusal.rule.code)
    }

    #[test]
    fn whoever_is_on_the_staff_that_day_may_attend() {
        for (since, left, on, refused) in [
            ("2024-03-12", None, "2024-03-12", ""),
            ("2024-03-13", None, "2024-03-12", "E0564"),
            ("2020-01-01", Some("2024-03-12"), "2024-03-12", ""),
            ("2020-01-01", Some("2024-03-11"), "2024-03-12", "E0564"),
        ] {
            let member = Member { code: "S-0001", name: "홍길동", since: day(since), left: left.map(day) };
            assert_eq!(code(on_the_staff(member, day(on))), refused, "{since} {left:?} {on}");
        }
    }

    #[test]
    fn a_session_is_for_a_month_in_which_one_is_owed() {
        let owed = ["2024-03".to_owned(), "2024-09".to_owned()];
        let month = |month| Month { year: 2024, month };
        assert_eq!(for_month(month(3), &owed).ok().as_deref(), Some("2024-03"));
        assert_eq!(code(for_month(month(4), &owed)), "E0567");
        assert_eq!(code(for_month(month(3), &[])), "E0567");
    }

    #[test]
    fn what_may_happen_to_a_session() {
        let held_on = Some(day("2024-03-12"));
        for (judged, refused) in [
            (not_void("TR-2024-01", false), ""),
            (not_void("TR-2024-01", true), "E0561"),
            (held("TR-2024-01", held_on, None).map(drop), ""),
            (held("TR-2024-01", None, Some("2024-03")).map(drop), "E0562"),
            (not_held("TR-2024-01", None), ""),
            (not_held("TR-2024-01", held_on), "E0563"),
            (has_members("교통과", 1, day("2024-03-12")), ""),
            (has_members("교통과", 0, day("2024-03-12")), "E0565"),
            (ours("TR-2024-01", None), ""),
            (ours("TR-2024-01", Some("강화군")), "E0566"),
        ] {
            assert_eq!(code(judged), refused);
        }
    }

    #[test]
    fn a_session_is_known_from_its_plan_or_its_day() {
        let month = When::Month(Month { year: 2024, month: 3 });
        for (held, planned, given, known) in [
            (Some("2024-03-12"), None, None, "2024-03-12"),
            (None, Some(month), None, "2024-01-01"),
            (None, Some(month), Some("2024-02-05"), "2024-02-05"),
            (Some("2024-03-12"), Some(month), Some("2024-04-01"), "2024-03-12"),
            (None, Some(When::Month(Month { year: 2025, month: 3 })), None, "2024-06-01"),
        ] {
            assert_eq!(set_on(held.map(day), planned, given.map(day), day("2024-06-01")), day(known), "{held:?} {planned:?} {given:?}");
        }
    }

    #[test]
    fn per_cent_is_whole_and_half_up() {
        for (attended, members, whole) in
            [(0, 0, None), (0, 3, Some(0)), (1, 3, Some(33)), (2, 3, Some(67)), (1, 8, Some(13)), (3, 3, Some(100)), (1, 200, Some(1))]
        {
            assert_eq!(percent(attended, members), whole, "{attended}/{members}");
        }
    }

    #[test]
    fn what_is_typed_is_read() {
        for (typed, read) in [("2024-03-12", Some("2024-03-12")), ("2024-03", Some("2024-03")), ("2024.3", Some("2024-03")), ("3월", None)]
        {
            assert_eq!(when(typed).ok().map(|when| when.to_string()).as_deref(), read, "{typed}");
        }
        for (typed, read) in
            [("9:30", Some("09:30")), ("14:00", Some("14:00")), ("24:00", None), ("9", None), ("9:60", None), ("+9:00", None)]
        {
            assert_eq!(time(typed).ok().as_deref(), read, "{typed}");
        }
        for (typed, read) in [("200", Some(200)), ("12명", Some(12)), ("0", Some(0)), ("-1", None), ("200여명", None)] {
            assert_eq!(count(typed).ok(), read, "{typed}");
        }
        for (typed, read) in [("1.5", Some(150)), ("2시간", Some(200)), ("0", None), ("-1", None), ("1.234", None)] {
            assert_eq!(hours(typed).ok(), read, "{typed}");
        }
        for (typed, read) in [("3", Some(3)), ("9월", Some(9)), ("0", None), ("13", None)] {
            assert_eq!(month_of_year(typed).ok(), read, "{typed}");
        }
    }
}
