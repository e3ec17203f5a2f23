//! Cells and headings as a person reads them: in their language, with nothing in them that
//! could play tricks on a terminal.

use rusqlite::types::Value;

use super::cell::plain;
use super::{Column, FOR_PROGRAMS, Kind};
use crate::seoul;
use crate::words::{Lang, Text, label, points, text, weekday};

const YES: Text = text("예", "yes");
const NO: Text = text("-", "-");
/// In a sheet a dash would be no answer.
const NOT: Text = text("아니오", "no");

/// Where the columns are that people are shown.
pub(super) fn shown_to_people(columns: &[Column]) -> impl Iterator<Item = usize> {
    (0..columns.len()).filter(|at| columns[*at].minor != FOR_PROGRAMS)
}

/// Whether it may break into lines.
pub(super) const fn wraps(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Terms(_) | Kind::Any)
}

/// Whether it is a number, and so stands at the right of its column.
pub(super) const fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer | Kind::Percent | Kind::Points | Kind::Amount | Kind::Money)
}

/// Whether it is late.
pub(super) fn alarming(value: &Value, column: &Column) -> bool {
    match (value, column.key.as_ref()) {
        (Value::Text(state), "state") => matches!(state.as_str(), "delayed" | "overdue"),
        (Value::Integer(days), "days_left") => *days < 0,
        _ => false,
    }
}

/// What stands above a column.
pub(super) fn heading(column: &Column, lang: Lang) -> String {
    column.label.map_or_else(|| harmless(&column.key), |label| label.in_lang(lang).to_owned())
}

/// What stands above a column of a sheet for people: its label where that names no other
/// column too, so that import takes the sheet back.
pub(super) fn over_a_sheet(column: &Column, columns: &[Column], lang: Lang) -> String {
    let label = heading(column, lang);
    let others = columns.iter().filter(|other| other.key != column.key);
    let is_others = |other: &Column| other.key == label.as_str() || other.label.is_some_and(|own| own.in_lang(lang) == label);
    if others.into_iter().any(is_others) { column.key.to_string() } else { label }
}

/// A cell of a sheet for people: words as they read them, and numbers that a spreadsheet can
/// add up.
pub(super) fn on_a_sheet(value: &Value, kind: Kind, lang: Lang) -> String {
    match (value, kind) {
        (Value::Integer(0), Kind::Flag) => NOT.in_lang(lang).to_owned(),
        (
            _,
            Kind::Term(_) | Kind::Terms(_) | Kind::Numbered(_) | Kind::Percent | Kind::Amount | Kind::Instant | Kind::Weekday | Kind::Flag,
        ) => shown(value, kind, lang),
        _ => plain(value, kind),
    }
}

/// A cell as a person reads it.
pub(crate) fn shown(value: &Value, kind: Kind, lang: Lang) -> String {
    match (value, kind) {
        (Value::Text(code), Kind::Term(terms)) => label(terms, code, lang),
        (Value::Text(codes), Kind::Terms(terms)) => codes.split(',').map(|code| label(terms, code, lang)).collect::<Vec<_>>().join(", "),
        (Value::Text(place), Kind::Numbered(terms)) => match place.split_once(' ') {
            Some((code, number)) => harmless(&format!("{} {number}", label(terms, code, lang))),
            None => harmless(place),
        },
        (Value::Integer(percent), Kind::Percent) => format!("{percent}%"),
        (Value::Integer(hundredths), Kind::Points) => points(*hundredths),
        (Value::Integer(hundredths), Kind::Amount) => points(*hundredths).trim_end_matches('0').trim_end_matches('.').to_owned(),
        (Value::Integer(won), Kind::Money) => grouped(*won),
        (Value::Text(instant), Kind::Instant) => in_seoul(instant),
        (Value::Integer(number), Kind::Weekday) => weekday(u32::try_from(*number).unwrap_or(1), lang).to_owned(),
        (Value::Integer(flag), Kind::Flag) => if *flag == 0 { NO } else { YES }.in_lang(lang).to_owned(),
        _ => harmless(&plain(value, kind)),
    }
}

/// `2024-10-01T15:00:30.123Z` as `2024-10-02 00:00`.
pub(crate) fn in_seoul(instant: &str) -> String {
    seoul::shown(instant, "%Y-%m-%d %H:%M").unwrap_or_else(|| harmless(instant))
}

/// `1234567` as `1,234,567`.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// Stored text with nothing in it that could move the cursor, recolour the terminal or
/// reverse the reading direction; each such character becomes U+FFFD. Line breaks stay.
pub fn harmless(text: &str) -> String {
    let hostile = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{061C}')
    };
    if text.contains(hostile) {
        text.chars()
            .map(|c| {
                if c == '\t' {
                    ' '
                } else if hostile(c) {
                    '\u{FFFD}'
                } else {
                    c
                }
            })
            .collect()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        for (number, shown) in [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(grouped(number), shown);
        }
    }

    #[test]
    fn instants_are_read_in_seoul() {
        assert_eq!(in_seoul("2024-10-01T15:00:30.123Z"), "2024-10-02 00:00");
        assert_eq!(in_seoul("yesterday"), "yesterday");
    }

    #[test]
    fn hostile_characters_are_made_visible() {
        assert_eq!(harmless("a\u{1b}[31mb\u{202e}c\nd\te"), "a\u{fffd}[31mb\u{fffd}c\nd e");
    }
}
