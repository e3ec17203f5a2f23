//! Days as people write and say them. The readers are pure: which day today is, is told to
//! them where it matters.

use chrono::{Datelike, NaiveDate};

use super::Expected;
use crate::words::korean::composed;
use crate::words::text;

const DAY: Expected = Expected(text("날짜가 필요합니다(예: 2024-05-31, 2024. 5. 31.)", "a date is needed, such as 2024-05-31"));
const NO_SUCH_DAY: Expected = Expected(text("없는 날입니다(달력에 없는 날짜)", "there is no such day in the calendar"));

/// A day: `2024-03-05`, `2024.3.5`, `2024. 3. 5.`, `24.3.5.`, `20240305` or `2024년 3월 5일`.
///
/// # Errors
/// Anything else; a day that no calendar has is told apart.
pub fn day(typed: &str) -> Result<NaiveDate, Expected> {
    let typed = typed.trim();
    // Nearly every day of a file is written so.
    if let Some(day) = iso(typed) {
        return Ok(day);
    }
    let typed = &*super::narrow(typed);
    // This program writes the weekday behind a day, and so do people.
    match typed.strip_suffix(')').and_then(|typed| typed.rsplit_once('(')) {
        Some((bare, weekday)) => bare_day(bare).and_then(|day| if is_weekday(weekday, day) { Ok(day) } else { Err(NO_SUCH_DAY) }),
        None => bare_day(typed),
    }
}

fn bare_day(typed: &str) -> Result<NaiveDate, Expected> {
    let typed = without_midnight(typed.trim());
    if typed.len() == 8 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(typed, "%Y%m%d").map_err(|_| NO_SUCH_DAY);
    }
    match parts_of_a_day(typed).as_deref() {
        Some([(year, length), (month, _), (day, _)]) => {
            let year = match length {
                4 => *year,
                2 => 2000 + year,
                _ => return Err(DAY),
            };
            NaiveDate::from_ymd_opt(i32::try_from(year).map_err(|_| DAY)?, *month, *day).ok_or(NO_SUCH_DAY)
        }
        // The year is not known here; in some year there is such a day, or there is not.
        Some([(month, 1 | 2), (day, _)]) => Err(NaiveDate::from_ymd_opt(2024, *month, *day).map_or(NO_SUCH_DAY, |_| DAY)),
        _ => Err(DAY),
    }
}

/// Whether a word is the weekday of a day, as this program and people write it behind one.
fn is_weekday(word: &str, day: NaiveDate) -> bool {
    let at = day.weekday().num_days_from_monday() as usize;
    let (ko, en) = (["월", "화", "수", "목", "금", "토", "일"][at], ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][at]);
    let word = composed(word.trim()).to_lowercase();
    word.trim_end_matches("요일") == ko || word == en
}

/// A day as this program writes it: `2024-03-05`.
pub fn iso(text: &str) -> Option<NaiveDate> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let number =
        |digits: &[u8]| digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')));
    let [year @ .., b'-', month_1, month_2, b'-', day_1, day_2] = bytes else { return None };
    NaiveDate::from_ymd_opt(number(year)?.try_into().ok()?, number(&[*month_1, *month_2])?, number(&[*day_1, *day_2])?)
}

/// A spreadsheet writes the midnight that a day begins with behind it: `2024-12-11 0:00`.
fn without_midnight(typed: &str) -> &str {
    let time = |rest: &str| rest.bytes().all(|byte| matches!(byte, b'0' | b':')) && rest.contains(':') && rest.len() <= 8;
    match typed.rsplit_once([' ', 'T']) {
        Some((day, rest)) if time(rest) => day.trim_end(),
        _ => typed,
    }
}

/// A day as people say it on a day of work: `오늘`, `어제`, or `4/30` and `4월 30일` of this year.
pub fn day_said(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    match composed(typed.trim()).to_lowercase().as_str() {
        "오늘" | "today" => return Some(today),
        "어제" | "yesterday" => return today.pred_opt(),
        "그제" | "그저께" => return today.pred_opt()?.pred_opt(),
        _ => {}
    }
    match parts_of_a_day(typed)?.as_slice() {
        [(month, _), (day, _)] => NaiveDate::from_ymd_opt(today.year(), *month, *day),
        _ => None,
    }
}

/// Whether a day would have been right.
pub fn is_a_day_needed(expected: Expected) -> bool {
    expected == DAY || expected == NO_SUCH_DAY
}

/// The numbers of a day with the digits that each was written in: four at most, and two but
/// for the first.
fn parts_of_a_day(typed: &str) -> Option<Vec<(u32, usize)>> {
    let typed = composed(typed.trim());
    let typed = typed.replace(['년', '월'], ".");
    let typed = typed.trim_end_matches('일').trim_end().trim_end_matches('.');
    let number = |(at, part): (usize, &str)| {
        let part = part.trim();
        let digits = !part.is_empty() && part.len() <= if at == 0 { 4 } else { 2 } && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok().map(|number| (number, part.len()))).flatten()
    };
    typed.split(['-', '.', '/']).enumerate().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_officials_write_them() {
        for typed in [
            "2024-03-05(화)",
            "2024-03-05 (Tue)",
            "2024. 3. 5.(화요일)",
            "2024-03-05 0:00",
            "2024-03-05 00:00:00",
            "2024-03-05T00:00:00",
            "2024. 3. 5. 0:00",
            "2024-03-05",
            "2024.3.5",
            "2024. 3. 5.",
            "24.3.5.",
            "20240305",
            " 2024/03/05 ",
        ] {
            assert_eq!(day(typed).map(|day| day.to_string()), Ok("2024-03-05".to_owned()), "{typed}");
        }
        assert_eq!(day("2024-03-05(수)"), Err(NO_SUCH_DAY), "it was a Tuesday");
        for typed in ["", "2024-3", "03-05", "어제", "2024-03-05x", "2024-03-05 9:00", "2024-03-05 0", "(화)", "+024-1-1", "124.3.5"] {
            assert_eq!(day(typed), Err(DAY), "{typed}");
        }
    }

    #[test]
    fn days_are_read_as_people_say_them_and_no_calendar_has_every_day() {
        let today = NaiveDate::from_ymd_opt(2024, 5, 2).unwrap_or_default();
        let read = |typed: &str| day_said(typed, today).map(|day| day.to_string());
        for (typed, is) in [
            ("오늘", "2024-05-02"),
            ("어제", "2024-05-01"),
            ("4/30", "2024-04-30"),
            ("4월 30일", "2024-04-30"),
            ("4월30일", "2024-04-30"),
            ("4.30.", "2024-04-30"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(is), "{typed}");
        }
        for typed in ["2/30", "내일모레", "4", "2024-04-30", ""] {
            assert_eq!(read(typed), None, "{typed}");
        }
        for typed in ["2024년7월1일", "2024년 7월 1일"] {
            assert_eq!(day(typed).map(|day| day.to_string()), Ok("2024-07-01".to_owned()), "{typed}");
        }
        for typed in ["2024-04-31", "20240431", "2023-02-29", "2024-13-01", "4/31"] {
            assert_eq!(day(typed), Err(NO_SUCH_DAY), "{typed}");
        }
        assert_eq!(day("4/30"), Err(DAY), "a file has no this year");
    }
}
