//! Account numbers: ten to sixteen digits in three parts or more with dashes between them, or,
//! after a word such as 계좌 or 은행 on the same line, in one piece.

use std::ops::Range;

/// What a bank account is announced with.
const ANNOUNCED: &[&str] = &["계좌", "은행", "농협", "신협", "수협", "금고", "우체국", "입금", "account"];
/// So far back it is looked for.
const REACH: usize = 14;

/// Where account numbers stand.
pub fn accounts(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = text[at..].iter().take_while(|c| c.is_ascii_digit() || **c == '-').count();
        let place = at..at + length;
        if length > 0 && stands_alone(text, &place) && is_account(text, &place) {
            found.push(place);
        }
        at += length.max(1);
    }
    found
}

/// A number that is part of a code, as of `KT-2024-01`, is none.
fn stands_alone(text: &[char], place: &Range<usize>) -> bool {
    let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
    !latin(place.start.checked_sub(1).and_then(|before| text.get(before)))
        && !latin(text.get(place.end))
        && text.get(place.end) != Some(&'호')
}

fn is_account(text: &[char], place: &Range<usize>) -> bool {
    let number: String = text[place.clone()].iter().collect();
    let parts: Vec<&str> = number.trim_matches('-').split('-').collect();
    let digits = parts.iter().map(|part| part.len()).sum::<usize>();
    let parted = parts.len() > 2 && parts.iter().all(|part| part.len() > 1);
    (10..=16).contains(&digits) && (parted || (parts.len() < 3 && announced(text, place.start)))
}

fn announced(text: &[char], start: usize) -> bool {
    let before: String = text[start.saturating_sub(REACH)..start].iter().collect();
    let line = before.rsplit('\n').next().unwrap_or_default().to_lowercase();
    ANNOUNCED.iter().any(|word| line.contains(word))
}
