//! What was typed, turned into what it means: days, months, points, text. The same readers
//! serve the command line and imported files. Each error is a [`Expected`], which says in
//! both languages what would have been right.

mod day;
mod one_of;

pub use day::{day, day_said, is_a_day_needed, iso};
pub use one_of::{NoneOf, OneOf, chosen, one_of, worded};

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, Utc};

use crate::seoul;
use crate::words::korean::composed;
use crate::words::{Text, text};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 300;
/// The longest text, in characters.
pub const TEXT_MAX: usize = 100_000;

/// What would have been right in place of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected(pub Text);

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.en)
    }
}

impl std::error::Error for Expected {}

const INSTANT: Expected = Expected(text(
    "때가 필요합니다(예: 2024-05-31, '2024-05-31 14:30', 기록 번호 12)",
    "a time is needed, such as 2024-05-31, '2024-05-31 14:30', or the number of an entry, 12",
));
const MONTH: Expected = Expected(text("달이 필요합니다(예: 2024-05)", "a month is needed, such as 2024-05"));
const YEAR: Expected = Expected(text("2010부터 2060까지의 연도가 필요합니다", "a year from 2010 to 2060 is needed"));
const PERCENT: Expected = Expected(text("0부터 100까지의 정수가 필요합니다", "a whole number from 0 to 100 is needed"));
const GRADE: Expected = Expected(text("1부터 9까지의 직급이 필요합니다", "a grade from 1 to 9 is needed"));
const POINTS: Expected =
    Expected(text("소수점 아래 두 자리까지의 수가 필요합니다(예: 84.91)", "a number with at most two decimals is needed, such as 84.91"));
const MONEY: Expected = Expected(text("원 단위 정수가 필요합니다(예: 1500000)", "whole won are needed, such as 1500000"));
const EMPTY: Expected = Expected(text("빈 글은 쓸 수 없습니다", "empty text is not accepted"));
const TOO_LONG: Expected =
    Expected(text("글이 너무 깁니다(제목 300자, 본문 100,000자까지)", "too long (a title holds 300 characters, a text 100,000)"));
const PLACEHOLDER: Expected = Expected(text("'…' 자리에 내용을 쓰십시오", "put the real text in place of '…'"));
const UNPRINTABLE: Expected = Expected(text("제어 문자는 쓸 수 없습니다", "control characters are not accepted"));
const ONE_LINE: Expected =
    Expected(text("제목이나 이름은 한 줄로 씁니다(줄바꿈을 빼십시오)", "a title or a name is one line (take the line break out)"));
const FLAG: Expected = Expected(text("예/아니오(yes/no, true/false)가 필요합니다", "yes or no is needed"));

/// An instant of the record, in Seoul's time, as RFC 3339 in UTC: a day (until its end), a
/// minute (until its end), or an instant with its offset.
///
/// # Errors
/// Anything else.
pub fn instant(typed: &str) -> Result<String, Expected> {
    let typed = typed.trim();
    let in_utc = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Millis, true);
    if let Ok(at) = DateTime::parse_from_rfc3339(typed) {
        return Ok(in_utc(at.to_utc()));
    }
    let (date, time) = typed.rsplit_once([' ', 'T']).filter(|(_, time)| time.contains(':')).unwrap_or((typed, "23:59"));
    let end = NaiveTime::parse_from_str(&format!("{time}:59.999"), "%H:%M:%S%.f").map_err(|_| INSTANT)?;
    seoul::instant(day(date).map_err(|_| INSTANT)?.and_time(end)).map(in_utc).ok_or(INSTANT)
}

/// Digits and marks typed wide, as a Korean keyboard has them, as they are meant: `７０％` is `70%`.
pub fn narrow(typed: &str) -> Cow<'_, str> {
    let is_wide = |c: char| ('！'..='～').contains(&c);
    if !typed.contains(is_wide) {
        return Cow::Borrowed(typed);
    }
    let narrow = |c: char| if is_wide(c) { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) } else { c };
    Cow::Owned(typed.chars().map(narrow).collect())
}

/// A month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let (year, month) = if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        NaiveDate::from_ymd_opt(year, month, 1).and_then(|first| first.pred_opt()).unwrap_or_default()
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// The month before it.
    #[must_use]
    pub const fn before(self) -> Self {
        if self.month == 1 { Self { year: self.year - 1, month: 12 } } else { Self { month: self.month - 1, ..self } }
    }

    /// The month a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A month: `2024-05`, `2024.5`, `202405`.
///
/// # Errors
/// Anything else.
pub fn month(typed: &str) -> Result<Month, Expected> {
    let typed = &narrow(typed.trim().trim_end_matches('.'));
    let (year, month) =
        typed.split_once(['-', '.', '/']).or_else(|| (typed.len() == 6 && typed.is_ascii()).then(|| typed.split_at(4))).ok_or(MONTH)?;
    let month: u32 = month.trim().parse().map_err(|_| MONTH)?;
    if year.len() != 4 || !(1..=12).contains(&month) {
        return Err(MONTH);
    }
    Ok(Month { year: self::year(year).map_err(|_| MONTH)?, month })
}

/// A year of the calendar, 2010 to 2060.
///
/// # Errors
/// Anything else.
pub fn year(typed: &str) -> Result<i32, Expected> {
    let typed = narrow(typed.trim().trim_end_matches('년'));
    typed.parse().ok().filter(|year| (2010..=2060).contains(year)).ok_or(YEAR)
}

/// Whole per cent, 0 to 100; a trailing `%` is taken off, and so is a fraction of nothing: `40.0%`.
///
/// # Errors
/// Anything else.
pub fn percent(typed: &str) -> Result<i64, Expected> {
    let typed = narrow(typed.trim());
    let number = typed.trim_end_matches('%').trim_end();
    let whole = number.split_once('.').filter(|(_, rest)| !rest.is_empty() && rest.bytes().all(|digit| digit == b'0'));
    let number = whole.map_or(number, |(whole, _)| whole);
    number.parse().ok().filter(|percent| (0..=100).contains(percent)).ok_or(PERCENT)
}

/// Points in hundredths: `84.9` is 8490, `10,000` is a million. No more than two decimals, no
/// exponent.
///
/// # Errors
/// Anything else.
pub fn points(typed: &str) -> Result<i64, Expected> {
    let typed = &ungrouped(narrow(typed.trim()).trim_end_matches('점').trim_end());
    let (sign, digits) = typed.strip_prefix('-').map_or((1, typed.as_str()), |digits| (-1, digits));
    let (whole, cents) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |part: &str, longest: usize| part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole, 12) || !is_number(cents.trim_end_matches('0'), 2) || !is_number(cents, 12) {
        return Err(POINTS);
    }
    let cents = format!("{:0<2}", cents.get(..cents.len().min(2)).unwrap_or(""));
    let whole: i64 = whole.parse().map_err(|_| POINTS)?;
    Ok(sign * (whole * 100 + cents.parse::<i64>().map_err(|_| POINTS)?))
}

/// A number without its commas, where they stand before every three digits: `10,000`.
pub fn ungrouped(typed: &str) -> String {
    let (whole, cents) = typed.split_once('.').map_or((typed, None), |(whole, cents)| (whole, Some(cents)));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && digits(first));
    if !first || !groups.all(|group| group.len() == 3 && digits(group)) {
        return typed.to_owned();
    }
    let whole = whole.replace(',', "");
    cents.map_or(whole.clone(), |cents| format!("{whole}.{cents}"))
}

/// What a number of won is counted in, the greater and the smaller: `3백만` is three hundred times
/// ten thousand.
const GREAT: [(char, i64); 2] = [('억', 100_000_000), ('만', 10_000)];
const SMALL: [(char, i64); 3] = [('천', 1_000), ('백', 100), ('십', 10)];

/// Won: digits, with or without grouping commas and a trailing 원; `50만원` is 500,000.
///
/// # Errors
/// Anything else.
pub fn money(typed: &str) -> Result<i64, Expected> {
    let typed = narrow(typed.trim());
    let (number, great) = counted_in(typed.trim_end_matches('원').trim_end(), &GREAT);
    let (number, small) = counted_in(number, &SMALL);
    ungrouped(number).parse().ok().and_then(|won: i64| won.checked_mul(great * small)).filter(|won| *won >= 0).ok_or(MONEY)
}

/// A number without the word for what it is counted in, and how much that is.
fn counted_in<'t>(typed: &'t str, words: &[(char, i64)]) -> (&'t str, i64) {
    let found = words.iter().find_map(|(word, each)| Some((typed.strip_suffix(*word)?.trim_end(), *each)));
    found.unwrap_or((typed, 1))
}

/// A grade of the civil service, 1 to 9; a trailing 급 is taken off.
///
/// # Errors
/// Anything else.
pub fn grade(typed: &str) -> Result<i64, Expected> {
    typed.trim().trim_end_matches('급').parse().ok().filter(|grade| (1..=9).contains(grade)).ok_or(GRADE)
}

/// Yes or no.
///
/// # Errors
/// Anything else.
pub fn flag(typed: &str) -> Result<bool, Expected> {
    match typed.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "예" | "네" | "ㅛ" | "o" => Ok(true),
        "no" | "n" | "false" | "0" | "아니오" | "아니요" | "ㅜ" | "x" => Ok(false),
        _ => Err(FLAG),
    }
}

/// A title or a name: composed, trimmed, one line, not empty.
///
/// # Errors
/// Empty, too long, or with control characters.
pub fn title(typed: &str) -> Result<String, Expected> {
    let title = composed(typed.trim());
    if is_longer(&title, TITLE_MAX) {
        return Err(TOO_LONG);
    }
    match title.chars().any(char::is_control) {
        _ if title.is_empty() => Err(EMPTY),
        _ if is_placeholder(&title) => Err(PLACEHOLDER),
        false => Ok(title),
        true if title.contains(['\n', '\r']) => Err(ONE_LINE),
        true => Err(UNPRINTABLE),
    }
}

/// Longer text: composed, trimmed at its end, line breaks kept.
///
/// # Errors
/// Empty, too long, or with control characters other than line breaks and tabs.
pub fn long_text(typed: &str) -> Result<String, Expected> {
    if is_longer(typed, TEXT_MAX) {
        return Err(TOO_LONG);
    }
    let mut long = composed(typed.trim_end());
    if long.contains('\r') {
        long = long.replace("\r\n", "\n");
    }
    match long.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        _ if long.is_empty() => Err(EMPTY),
        _ if is_placeholder(&long) => Err(PLACEHOLDER),
        true => Err(UNPRINTABLE),
        false => Ok(long),
    }
}

/// Whether a text has more characters than it may; it never has more of them than bytes.
fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().nth(most).is_some()
}

/// Whether `typed` is probably a slip of the code `known`: written another way (`kt2024-1`), two
/// neighbours swapped, a character too many or too few, or another letter. Another digit is
/// another record, and nobody means that one.
pub fn is_slip(known: &str, typed: &str) -> bool {
    let (known, typed) = (known.to_uppercase(), typed.trim().to_uppercase());
    if essence(&known) == essence(&typed) {
        return true;
    }
    if !known.contains(|c: char| c.is_ascii_digit()) {
        return is_near(&known, &typed);
    }
    let differing: Vec<(char, char)> = known.chars().zip(typed.chars()).filter(|(one, other)| one != other).collect();
    let same_length = known.chars().count() == typed.chars().count();
    let other_digit = same_length && matches!(differing.as_slice(), [(one, other)] if one.is_ascii_digit() && other.is_ascii_digit());
    known.chars().count() > 3 && !other_digit && strsim::damerau_levenshtein(&known, &typed) == 1
}

/// A code as it is kept, where what was typed looks like one: `kt-2026-01` is `KT-2026-01`.
/// Anything else, such as a name, is as it was typed.
pub fn as_code(typed: &str) -> String {
    if looks_like_a_code(typed) { narrow(typed.trim()).to_uppercase() } else { typed.to_owned() }
}

/// Whether what was typed looks like a code: a few letters, then numbers.
pub fn looks_like_a_code(typed: &str) -> bool {
    let typed = narrow(typed.trim());
    let numbers = typed.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = typed.len() - numbers.len();
    (1..=3).contains(&letters)
        && numbers.ends_with(|c: char| c.is_ascii_digit())
        && numbers.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit())
}

/// A code without what joins its parts and without leading zeros: `KT-2024-01` is `KT 2024 1`.
fn essence(code: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before: Option<bool> = None;
    for c in code.chars() {
        let digit = c.is_alphanumeric().then(|| c.is_ascii_digit());
        match (digit, parts.last_mut()) {
            (Some(is), Some(part)) if before == Some(is) => part.push(c),
            (Some(_), _) => parts.push(c.to_string()),
            (None, _) => {}
        }
        before = digit;
    }
    parts.iter().map(|part| part.trim_start_matches('0').to_owned()).collect()
}

/// Whether `typed` is probably a slip of the word `known`: so few letters differ, a swap of
/// neighbours counting once, that most of it is right.
pub fn is_near(known: &str, typed: &str) -> bool {
    let (known, typed) = (known.to_lowercase(), typed.to_lowercase());
    let far = strsim::damerau_levenshtein(&known, &typed);
    let length = known.chars().count();
    length > 2 && far > 0 && far <= (length / 4).clamp(1, 2)
}

/// A name without its blanks, which nobody remembers.
pub fn closed(name: &str) -> String {
    name.replace(' ', "")
}

/// Whether a name may be meant by what was typed: it is part of the other, or a slip of it.
pub fn may_mean(name: &str, typed: &str) -> bool {
    let typed = typed.trim();
    let long = |text: &str| text.chars().count() > 1;
    closed(name) == closed(typed) || (long(typed) && name.contains(typed)) || (long(name) && typed.contains(name)) || is_slip(name, typed)
}

/// Hints show `…` where something is to be written; typed as shown it says nothing.
fn is_placeholder(text: &str) -> bool {
    text.chars().all(|c| c == '…' || c == '.')
}

#[cfg(test)]
mod tests;
