//! Korean public holidays by rule: which days there are in a year, and which of them bring a
//! substitute, under the rules in force in that year (관공서의 공휴일에 관한 규정, 공휴일에 관한
//! 법률). Lunar days come from the Korean lunisolar calendar.

use chrono::{Datelike, NaiveDate, Weekday};
use icu_calendar::Date as Lunisolar;
use icu_calendar::cal::Iso;
use icu_calendar::types::Month as LunarMonth;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Sentence, Text, text};

/// The first year of the calendar.
pub const FIRST_YEAR: i32 = 2010;
/// The last year of the calendar.
pub const LAST_YEAR: i32 = 2060;

static OUTSIDE: Rule = rule(
    Kind::Rule,
    "E0321",
    "{day:은/는} 공휴일을 아는 기간(2010~2060년) 밖입니다",
    "{day} lies outside the years whose holidays are known (2010 to 2060)",
);
static DUPLICATE: Rule = rule(Kind::Rule, "E0322", "{day} {name:은/는} 이미 있습니다", "{day} '{name}' is there already");
const PASSED: Text = text("{due:은/는} 이미 지난 날입니다. 맞는지 확인하십시오", "{due} has passed already: is it right?");

/// A day off of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// Its name, as the official calendar writes it.
    pub name: String,
    /// One of [`super::KINDS`].
    pub kind: &'static str,
    /// The day it became known: of a computed day, the day its rule did.
    pub announced_on: NaiveDate,
    /// Where that is written.
    pub source: &'static str,
}

const DECREE: &str = "관공서의 공휴일에 관한 규정";
const ACT_2026: &str = "공휴일에 관한 법률(2026-02-10 개정)";

/// When a holiday brings a substitute, and since when it does.
#[derive(Clone, Copy)]
struct Substitute {
    /// The first year of the rule.
    from: i32,
    /// The day the rule was made.
    made: (i32, u32, u32),
    /// Whether a Saturday does.
    saturday: bool,
}

const SUBSTITUTE_2013: Substitute = Substitute { from: 2014, made: (2013, 11, 5), saturday: false };
const SUBSTITUTE_CHILDREN: Substitute = Substitute { saturday: true, ..SUBSTITUTE_2013 };
const SUBSTITUTE_AUTUMN_2021: Substitute = Substitute { from: 2021, made: (2021, 8, 4), saturday: true };
const SUBSTITUTE_2022: Substitute = Substitute { from: 2022, ..SUBSTITUTE_AUTUMN_2021 };
const SUBSTITUTE_2023: Substitute = Substitute { from: 2023, made: (2023, 5, 4), saturday: true };
const SUBSTITUTE_2026: Substitute = Substitute { from: 2026, made: (2026, 2, 10), saturday: true };

/// Where in the year a holiday lies.
#[derive(Clone, Copy)]
enum When {
    Solar(u32, u32),
    /// A lunar day and how many days to go from it.
    Lunar(u8, u8, i64),
}

/// A holiday of every year from `from` on.
struct Yearly {
    name: &'static str,
    /// What its substitute is named after.
    family: &'static str,
    when: When,
    from: i32,
    made: (i32, u32, u32),
    substitute: Option<Substitute>,
    source: &'static str,
}

const fn yearly(name: &'static str, when: When, made: (i32, u32, u32), substitute: Option<Substitute>) -> Yearly {
    Yearly { name, family: name, when, from: FIRST_YEAR, made, substitute, source: DECREE }
}

const fn around(name: &'static str, family: &'static str, when: When) -> Yearly {
    Yearly { family, ..yearly(name, when, (1989, 2, 1), Some(SUBSTITUTE_2013)) }
}

const fn since_2026(name: &'static str, when: When) -> Yearly {
    Yearly { from: 2026, source: ACT_2026, ..yearly(name, when, (2026, 2, 10), Some(SUBSTITUTE_2026)) }
}

const YEARLY: [Yearly; 17] = [
    yearly("1월 1일", When::Solar(1, 1), (1949, 6, 4), None),
    around("설날 전날", "설날", When::Lunar(1, 1, -1)),
    around("설날", "설날", When::Lunar(1, 1, 0)),
    around("설날 다음 날", "설날", When::Lunar(1, 1, 1)),
    yearly("3ㆍ1절", When::Solar(3, 1), (1949, 10, 1), Some(SUBSTITUTE_2022)),
    since_2026("노동절", When::Solar(5, 1)),
    yearly("어린이날", When::Solar(5, 5), (1975, 1, 27), Some(SUBSTITUTE_CHILDREN)),
    yearly("부처님 오신 날", When::Lunar(4, 8, 0), (1975, 1, 27), Some(SUBSTITUTE_2023)),
    yearly("현충일", When::Solar(6, 6), (1956, 4, 19), None),
    since_2026("제헌절", When::Solar(7, 17)),
    yearly("광복절", When::Solar(8, 15), (1949, 10, 1), Some(SUBSTITUTE_AUTUMN_2021)),
    around("추석 전날", "추석", When::Lunar(8, 15, -1)),
    around("추석", "추석", When::Lunar(8, 15, 0)),
    around("추석 다음 날", "추석", When::Lunar(8, 15, 1)),
    yearly("개천절", When::Solar(10, 3), (1949, 10, 1), Some(SUBSTITUTE_AUTUMN_2021)),
    Yearly { from: 2013, ..yearly("한글날", When::Solar(10, 9), (2012, 12, 28), Some(SUBSTITUTE_AUTUMN_2021)) },
    yearly("기독탄신일", When::Solar(12, 25), (1949, 6, 4), Some(SUBSTITUTE_2023)),
];

/// The public holidays of a year that follow from rules, substitutes included, in order.
pub fn public_holidays(year: i32) -> Vec<Holiday> {
    let mut days: Vec<(NaiveDate, &Yearly)> =
        YEARLY.iter().filter(|holiday| holiday.from <= year).filter_map(|holiday| Some((holiday.day(year)?, holiday))).collect();
    days.sort_by_key(|(day, _)| *day);
    let mut holidays: Vec<Holiday> = days.iter().map(|(day, holiday)| holiday.regular(*day)).collect();
    let mut last = None;
    for (day, holiday) in &days {
        let shared = days.iter().filter(|(other, _)| other == day).count() > 1;
        // Of two holidays on one day the lunar one names the substitute, and there is one only.
        let first_of_day = !shared || matches!(holiday.when, When::Lunar(..));
        let Some(substitute) = holiday.substitute.filter(|rule| rule.from <= year) else { continue };
        let falls = match day.weekday() {
            Weekday::Sun => true,
            Weekday::Sat => substitute.saturday,
            _ => shared,
        };
        if falls && first_of_day && last != Some(*day) {
            last = Some(*day);
            let taken: Vec<NaiveDate> = holidays.iter().map(|holiday| holiday.date).collect();
            if let Some(date) = first_free(*day, &taken) {
                holidays.push(holiday.substituted(date, substitute));
            }
        }
    }
    holidays.sort_by_key(|holiday| holiday.date);
    holidays
}

fn first_free(after: NaiveDate, taken: &[NaiveDate]) -> Option<NaiveDate> {
    let weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    after.iter_days().skip(1).find(|day| !weekend(day) && !taken.contains(day))
}

impl Yearly {
    fn day(&self, year: i32) -> Option<NaiveDate> {
        match self.when {
            When::Solar(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            When::Lunar(month, day, further) => {
                let lunar = Lunisolar::try_new_korean_traditional(year, LunarMonth::new(month), day).ok()?;
                let solar = lunar.to_calendar(Iso);
                let year = solar.year().extended_year();
                let day = NaiveDate::from_ymd_opt(year, u32::from(solar.month().ordinal), u32::from(solar.day_of_month().0))?;
                day.checked_add_signed(chrono::TimeDelta::days(further))
            }
        }
    }

    fn regular(&self, date: NaiveDate) -> Holiday {
        Holiday { date, name: self.name.to_owned(), kind: "regular", announced_on: ymd(self.made), source: self.source }
    }

    fn substituted(&self, date: NaiveDate, rule: Substitute) -> Holiday {
        let name = format!("대체공휴일({})", self.family);
        let announced_on = ymd(rule.made).max(ymd(self.made));
        Holiday { date, name, kind: "substitute", announced_on, source: self.source }
    }
}

fn ymd((year, month, day): (i32, u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Elections and ad-hoc holidays that were announced, 2010 to 2026: date, name, kind, the day
/// it became known, and where. Elections at the end of a term are fixed by law (공직선거법
/// 제34조); they are public holidays since the decree of 2006-09-06.
const ANNOUNCED: [(&str, &str, &str, &str, &str); 20] = [
    ("2010-06-02", "제5회 전국동시지방선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2012-04-11", "제19대 국회의원선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2012-12-19", "제18대 대통령선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2014-06-04", "제6회 전국동시지방선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2015-08-14", "임시공휴일", "temporary", "2015-08-04", "국무회의 의결 2015-08-04"),
    ("2016-04-13", "제20대 국회의원선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2016-05-06", "임시공휴일", "temporary", "2016-04-28", "국무회의 의결 2016-04-28"),
    ("2017-05-09", "임시공휴일(제19대 대통령선거)", "election", "2017-03-15", "국무회의 의결 2017-03-15"),
    ("2017-10-02", "임시공휴일", "temporary", "2017-09-05", "국무회의 의결 2017-09-05"),
    ("2018-06-13", "제7회 전국동시지방선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2020-04-15", "제21대 국회의원선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2020-08-17", "임시공휴일", "temporary", "2020-07-21", "국무회의 의결 2020-07-21"),
    ("2022-03-09", "제20대 대통령선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2022-06-01", "제8회 전국동시지방선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2023-10-02", "임시공휴일", "temporary", "2023-09-05", "국무회의 의결 2023-09-05"),
    ("2024-04-10", "제22대국회의원선거", "election", "2006-09-06", "공직선거법 제34조"),
    ("2024-10-01", "임시공휴일", "temporary", "2024-09-03", "국무회의 의결 2024-09-03"),
    ("2025-01-27", "임시공휴일", "temporary", "2025-01-14", "국무회의 의결 2025-01-14"),
    ("2025-06-03", "임시공휴일(대통령선거)", "election", "2025-04-08", "국무회의 의결 2025-04-08"),
    ("2026-06-03", "전국동시지방선거", "election", "2006-09-06", "공직선거법 제34조"),
];

/// The elections and ad-hoc days that are known.
pub fn announced_holidays() -> Vec<Holiday> {
    let day = |text: &str| text.parse().unwrap_or_default();
    ANNOUNCED
        .iter()
        .map(|(date, name, kind, announced_on, source)| Holiday {
            date: day(date),
            name: (*name).to_owned(),
            kind,
            announced_on: day(announced_on),
            source,
        })
        .collect()
}

/// A day may stand in the calendar, or be counted to, only in the years whose holidays are
/// known.
///
/// # Errors
/// A day before 2010 or after 2060.
pub fn within_calendar(day: NaiveDate) -> Result<NaiveDate, Refusal> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) { Ok(day) } else { Err(OUTSIDE.with("day", day)) }
}

/// What is told of a planned day that has passed when it is planned, in the plan of this year or
/// a later one: it may be a slip of the pen. Years gone by are entered so.
pub fn passed(year: i32, due: Option<NaiveDate>, today: NaiveDate) -> Option<Sentence> {
    let due = due.filter(|due| *due < today && year >= today.year())?;
    Some(PASSED.with("due", due))
}

/// A holiday that is not there yet.
///
/// # Errors
/// One of the same day and name.
pub fn not_there_yet(day: NaiveDate, name: &str, there: bool) -> Result<(), Refusal> {
    if !there {
        return Ok(());
    }
    Err(DUPLICATE.with("day", day).with("name", name).way_out(format!("proadmin calendar list --year {}", day.year())))
}

/// Every day from 2000 to 2099 with its number, weekday and the count of weekdays so far.
pub fn bare_days() -> impl Iterator<Item = (i64, NaiveDate, i64, i64)> {
    let first = ymd((2000, 1, 1));
    let last = ymd((2099, 12, 31));
    let mut weekdays = 0;
    first.iter_days().take_while(move |day| *day <= last).zip(1..).map(move |(day, no)| {
        let weekday = i64::from(day.weekday().number_from_monday());
        weekdays += i64::from(weekday < 6);
        (no, day, weekday, weekdays)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(year: i32, kind: &str) -> Vec<String> {
        public_holidays(year)
            .iter()
            .filter(|holiday| holiday.kind == kind)
            .map(|holiday| holiday.date.format("%m-%d").to_string())
            .collect()
    }

    /// The official calendars of these years, and the published oddities of the coming ones.
    #[test]
    fn substitutes_follow_the_rules_of_their_year() {
        for (year, substitutes) in [
            (2013, vec![]),
            (2014, vec!["09-10"]),
            (2015, vec!["09-29"]),
            (2018, vec!["05-07", "09-26"]),
            (2020, vec!["01-27"]),
            (2021, vec!["08-16", "10-04", "10-11"]),
            (2022, vec!["09-12", "10-10"]),
            (2023, vec!["01-24", "05-29"]),
            (2024, vec!["02-12", "05-06"]),
            (2025, vec!["03-03", "05-06", "10-08"]),
            (2026, vec!["03-02", "05-25", "08-17", "10-05"]),
            (2027, vec!["02-09", "05-03", "07-19", "08-16", "10-04", "10-11", "12-27"]),
            (2028, vec!["10-05"]),
        ] {
            assert_eq!(dates(year, "substitute"), substitutes, "{year}");
        }
    }

    #[test]
    fn may_day_and_constitution_day_rest_from_2026() {
        assert!(!dates(2025, "regular").contains(&"05-01".to_owned()));
        assert!(dates(2026, "regular").contains(&"05-01".to_owned()));
        assert!(dates(2026, "regular").contains(&"07-17".to_owned()));
    }
}
