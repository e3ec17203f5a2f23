//! Street addresses: a name that ends in 로 or 길 with a number after it, as in `노해로 437` and
//! `상계로12길 5-3`. What only sounds like one (`새로 12건`, `결과로 3명`) is left out: such
//! words, and numbers that count something. An address by lot (번지) is not looked for.

use std::ops::Range;

/// What ends in 로 and is no street.
const NO_STREET: &[&str] = &[
    "서로",
    "새로",
    "바로",
    "따로",
    "별로",
    "홀로",
    "스스로",
    "함부로",
    "때로",
    "실제로",
    "대로",
    "그대로",
    "이대로",
    "추가로",
    "별도로",
    "참고로",
    "최초로",
];
/// What a number counts that is no number of a house.
const COUNTED: &str = "원년월일주시분초명인건개회차대억만천조점위배세종권%‰여가곳";
/// What may follow the number of a house without a space.
const AFTER: &str = "번호층에의은는이가을를와과로앞옆(),.-:;/'\"]";

/// Where street addresses stand.
pub fn addresses(text: &[char]) -> Vec<Range<usize>> {
    let ends = |at: &usize| matches!(text.get(*at), Some('로' | '길'));
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..text.len()).filter(ends) {
        let Some(place) = address(text, at) else { continue };
        match found.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => found.push(place),
        }
    }
    found
}

/// The address whose street ends at a place.
fn address(text: &[char], at: usize) -> Option<Range<usize>> {
    let named = text[..at].iter().rev().take_while(|c| matches!(c, '가'..='힣') || c.is_ascii_digit()).count();
    let start = at - named;
    let street: String = text[start..=at].iter().collect();
    let is_street = named > 0 && !street.ends_with("으로") && !NO_STREET.iter().any(|word| street == **word);
    let from = at + 1 + text[at + 1..].iter().take_while(|c| **c == ' ').count().min(1);
    let digits = text[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    if !is_street || !(1..=4).contains(&digits) {
        return None;
    }
    let end = with_side_number(text, from + digits);
    is_house(text, end).then_some(start..end)
}

/// `5-3` is one number.
fn with_side_number(text: &[char], end: usize) -> usize {
    let digits = text[end..].iter().skip(1).take_while(|c| c.is_ascii_digit()).count();
    if text.get(end) == Some(&'-') && digits > 0 { end + 1 + digits } else { end }
}

/// Whether what follows lets the number be a house's: the end, a space before something that
/// it does not count, a sign, or a particle. Of `상계로12길 5` the 길 says so itself.
fn is_house(text: &[char], end: usize) -> bool {
    let Some(next) = text.get(end) else { return true };
    if next.is_whitespace() {
        return text.get(end + 1).is_none_or(|c| !COUNTED.contains(*c));
    }
    // `3.14` and `1,200` are quantities.
    let quantity = ".,".contains(*next) && text.get(end + 1).is_some_and(char::is_ascii_digit);
    AFTER.contains(*next) && !quantity
}
