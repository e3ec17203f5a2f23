//! Looking through a text for personal data: pure patterns over the text as it reads. What is
//! written in wide digits, in taken-apart Hangul, with another dash or over a line's end is
//! the same to a reader, and so it is here. It finds too much rather than too little: a person
//! waives what may stand.

mod accounts;
mod names;
mod streets;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use self::names::{Name, named};
use crate::case::Words;
use crate::digest;
use crate::words::korean::masked;

/// Something that looks like personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its number among the findings of a text, from 1.
    pub number: i64,
    /// The part of the text, as its column is called.
    pub field: String,
    /// The line of that part, from 1.
    pub line: i64,
    /// What it looks like.
    pub kind: &'static str,
    /// What was found, as it reads; a resident's name is masked, for it is told nowhere.
    pub found: String,
    /// The digest of what was found and of the lines it stands in: what a waiver holds for.
    pub sha256: String,
    /// Why it may stand, where someone said so.
    pub waived: Option<String>,
}

/// Whose names are looked for.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The staff who are not credited.
    pub staff: Vec<String>,
    /// Residents: reporters, petitioners, nominators, raters and members of bodies.
    pub residents: Vec<String>,
    /// Whom the case credits, whose names become public.
    pub credited: Vec<String>,
}

/// All that looks like personal data: numbers and addresses, and the names of residents and
/// staff but for those who are credited.
pub fn scan(words: &Words, people: &People) -> Vec<Finding> {
    let credited = names::read(&people.credited);
    let others = |names: &[String]| -> Vec<Name> { names::read(names).into_iter().filter(|name| !credited.contains(name)).collect() };
    // Someone of the staff who also rates or nominates is told as staff.
    let sought = [("staff", others(&people.staff)), ("resident", others(&people.residents))];
    let mut findings = Vec::new();
    for (field, text) in words.parts() {
        let text = as_read(text);
        let allowed = named(&text, &credited);
        let mut found = patterns(&text);
        for (kind, names) in &sought {
            for place in named(&text, names) {
                let known = allowed.iter().chain(found.iter().filter(|(kind, _)| *kind == "staff").map(|(_, place)| place));
                if !known.clone().any(|known| known.start <= place.start && place.end <= known.end) {
                    found.push((kind, place));
                }
            }
        }
        found.sort_by_key(|(kind, place)| (place.start, place.end, *kind));
        for (kind, place) in found {
            let number = i64::try_from(findings.len() + 1).unwrap_or(i64::MAX);
            findings.push(finding(number, field, kind, &text, &place));
        }
    }
    findings
}

fn finding(number: i64, field: &str, kind: &'static str, text: &[char], place: &Range<usize>) -> Finding {
    let lines_before = text[..place.start].iter().filter(|c| **c == '\n').count();
    let from = text[..place.start].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    let to = text[place.end..].iter().position(|c| *c == '\n').map_or(text.len(), |at| place.end + at);
    let found: String = text[place.clone()].iter().collect();
    let lines: String = text[from..to].iter().collect();
    let told = found.split_whitespace().collect::<Vec<_>>().join(" ");
    Finding {
        number,
        field: field.to_owned(),
        line: i64::try_from(lines_before + 1).unwrap_or(i64::MAX),
        kind,
        sha256: digest::of_texts([field, kind, &found, &lines]),
        found: if kind == "resident" { masked(&told) } else { told },
        waived: None,
    }
}

/// The text as a reader sees it: composed, wide letters narrow, dashes alike, and without the
/// characters that nobody sees.
fn as_read(text: &str) -> Vec<char> {
    let unseen = |c: &char| {
        matches!(c, '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
    };
    let alike = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' | '\u{FE58}' | '\u{FE63}' | '~' | '_' | '\u{301C}'
        // The vowel eu, typed for a dash.
        | '\u{3161}' | '\u{1173}' => '-',
        c => c,
    };
    // What nobody sees may also stand between the parts of one letter.
    text.chars().filter(|c| !unseen(c)).nfkc().filter(|c| !unseen(c)).map(alike).collect()
}

/// A part of a pattern.
#[derive(Clone, Copy, Debug)]
enum Part {
    /// So many digits, from and to.
    Digits(usize, usize),
    /// One of these characters.
    One(&'static str),
    /// One of these words.
    Of(&'static [&'static str]),
    /// So many characters that stand between numbers, from and to.
    Gap(usize, usize),
    /// A dash.
    Dash,
    /// So many digits, from and to, each of them set apart from what is before it.
    Spelled(usize, usize),
    /// Digits that may be starred out.
    Starred(usize),
}

use Part::{Dash, Digits, Gap, Of, One, Spelled, Starred};

const BETWEEN: &str = " \t\n\u{A0}-./·()";
const PLATE: &str = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호국합육해공외영준";
const REGIONS: &[&str] = &[
    "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주",
];
const LAST: [Part; 4] = [Gap(0, 5), Digits(3, 4), Gap(0, 5), Digits(4, 4)];

/// Every pattern with what it looks for, and a last look at what it found.
const PATTERNS: &[(&str, &[Part], Judge)] = &[
    ("telephone", &[Of(&["02", "070", "080", "060", "030"]), LAST[0], LAST[1], LAST[2], LAST[3]], always),
    ("telephone", &[One("0"), One("3456"), One("12345"), LAST[0], LAST[1], LAST[2], LAST[3]], always),
    ("telephone", &[Of(&["01"]), One("016789"), LAST[0], LAST[1], LAST[2], LAST[3]], always),
    ("telephone", &[Of(&["050"]), Digits(1, 1), LAST[0], LAST[1], LAST[2], LAST[3]], always),
    ("telephone", &[Of(&["+82", "82-", "82 "]), Gap(0, 3), Digits(1, 3), LAST[0], LAST[1], LAST[2], LAST[3]], always),
    ("telephone", &[Of(&["15", "16", "18"]), Digits(2, 2), Dash, Digits(4, 4)], not_years),
    ("telephone", &[Digits(3, 4), Dash, Digits(4, 4)], a_local_number),
    ("telephone", &[One("0"), Gap(1, 2), One("1234567"), Spelled(7, 9)], no_series),
    ("resident_number", &[Digits(1, 1), Spelled(12, 12)], no_series),
    ("resident_number", &[Digits(6, 6), Gap(0, 3), One("12345678"), Starred(6)], a_resident_number),
    ("plate", &[Digits(2, 3), Gap(0, 2), One(PLATE), Gap(0, 2), Digits(4, 4)], no_article_or_sum),
    ("plate", &[Of(REGIONS), Gap(0, 2), Digits(1, 2), Gap(0, 2), One(PLATE), Gap(0, 2), Digits(4, 4)], no_article_or_sum),
];

/// Whether what was found at a place is what it looks like.
type Judge = fn(&[char], &Range<usize>) -> bool;

fn patterns(text: &[char]) -> Vec<(&'static str, Range<usize>)> {
    let mut found: Vec<(&'static str, Range<usize>)> = Vec::new();
    for at in 0..text.len() {
        for (kind, parts, judge) in PATTERNS {
            let whole = |end: usize| !is_digit(text.get(end)) && judge(text, &(at..end));
            let Some(end) = ends(text, at, parts, &whole).filter(|_| at == 0 || !is_digit(text.get(at - 1))) else { continue };
            match found.iter_mut().find(|(known, place)| known == kind && at < place.end) {
                Some((_, place)) => place.end = place.end.max(end),
                None => found.push((kind, at..end)),
            }
        }
    }
    found.extend(emails(text).into_iter().map(|place| ("email", place)));
    // A telephone in three parts is no account.
    let numbered = |place: &Range<usize>| found.iter().any(|(_, known)| known.start < place.end && place.start < known.end);
    let accounts: Vec<_> = accounts::accounts(text).into_iter().filter(|place| !numbered(place)).collect();
    found.extend(accounts.into_iter().map(|place| ("account", place)));
    found.extend(streets::addresses(text).into_iter().map(|place| ("address", place)));
    found
}

/// Where a pattern that begins at a place ends so that `whole` likes it, the longest first.
fn ends(text: &[char], at: usize, parts: &[Part], whole: &dyn Fn(usize) -> bool) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return whole(at).then_some(at) };
    let go_on = |length: usize| ends(text, at + length, rest, whole);
    let run = |most: usize, fits: &dyn Fn(char) -> bool| text[at..].iter().take(most).take_while(|c| fits(**c)).count();
    match part {
        Digits(least, most) => (*least..=run(*most, &|c| c.is_ascii_digit())).rev().find_map(go_on),
        Gap(least, most) => (*least..=run(*most, &|c| BETWEEN.contains(c))).rev().find_map(go_on),
        Spelled(least, most) => {
            let next = |end: &usize| Some(end + apart(text, *end) + 1).filter(|next| *next > end + 1 && is_digit(text.get(next - 1)));
            let ends: Vec<usize> = std::iter::successors(Some(at), next).take(most + 1).skip(*least).collect();
            ends.into_iter().rev().find_map(|end| go_on(end - at))
        }
        Starred(count) => (run(*count, &|c| c.is_ascii_digit() || c == '*' || c == '●' || c == 'X' || c == 'x') == *count)
            .then(|| go_on(*count))
            .flatten(),
        One(among) => text.get(at).filter(|c| among.contains(**c)).and_then(|_| go_on(1)),
        Dash => text.get(at).filter(|c| **c == '-').and_then(|_| go_on(1)),
        Of(words) => words.iter().find_map(|word| {
            let length = word.chars().count();
            text[at..].iter().take(length).copied().eq(word.chars()).then(|| go_on(length)).flatten()
        }),
    }
}

/// How far the next of digits that are written one by one is from a place: two characters at most.
fn apart(text: &[char], at: usize) -> usize {
    text[at..].iter().take(2).take_while(|c| BETWEEN.contains(**c)).count()
}

fn is_digit(c: Option<&char>) -> bool {
    c.is_some_and(char::is_ascii_digit)
}

fn always(_: &[char], _: &Range<usize>) -> bool {
    true
}

/// Digits one by one that go on are a series, as of months.
fn no_series(text: &[char], place: &Range<usize>) -> bool {
    let gap = apart(text, place.end);
    gap == 0 || !is_digit(text.get(place.end + gap))
}

/// `1588-1234` is a telephone, `1890-1910` years.
fn not_years(text: &[char], place: &Range<usize>) -> bool {
    let numbers = numbers(text, place);
    !numbers.iter().all(|number| (1500..2100).contains(number)) || numbers.first().is_some_and(|number| *number < 1800)
}

/// A number without its area: not two years, not part of a code or of a notice's number.
fn a_local_number(text: &[char], place: &Range<usize>) -> bool {
    let years = numbers(text, place).iter().all(|number| (1800..2100).contains(number));
    let before = place.start.checked_sub(1).and_then(|at| text.get(at)).copied().unwrap_or(' ');
    let after = text.get(place.end).copied().unwrap_or(' ');
    !years && !before.is_ascii_alphanumeric() && !"-제".contains(before) && !"-호".contains(after) && !after.is_ascii_alphabetic()
}

/// With a dash it is one whatever the digits; without, the first six must be a day.
fn a_resident_number(text: &[char], place: &Range<usize>) -> bool {
    let digits: Vec<u32> = text[place.clone()].iter().filter_map(|c| c.to_digit(10)).collect();
    let two = |at: usize| digits.get(at).zip(digits.get(at + 1)).map_or(0, |(tens, ones)| tens * 10 + ones);
    text[place.clone()].contains(&'-') || ((1..=12).contains(&two(2)) && (1..=31).contains(&two(4)) && digits.len() == 13)
}

/// `제30조 2019년` is an article and a year, `10조2000억` a sum.
fn no_article_or_sum(text: &[char], place: &Range<usize>) -> bool {
    let letter = text[place.clone()].iter().rev().find(|c| PLATE.contains(**c)).copied().unwrap_or(' ');
    let before = place.start.checked_sub(1).and_then(|at| text.get(at)).copied().unwrap_or(' ');
    let after = text.get(place.end).copied().unwrap_or(' ');
    !("조호".contains(letter) && (before == '제' || "억만천원년".contains(after)))
}

fn numbers(text: &[char], place: &Range<usize>) -> Vec<u32> {
    let found: String = text[place.clone()].iter().collect();
    found.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// Addresses around every at sign, however it is written.
fn emails(text: &[char]) -> Vec<Range<usize>> {
    const SIGNS: [&str; 5] = ["@", "(at)", "[at]", "(골뱅이)", "골뱅이"];
    let local = |c: &char| c.is_alphanumeric() || "._%+-".contains(*c);
    let domain = |c: &char| c.is_alphanumeric() || ".-".contains(*c);
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..text.len() {
        let sign = SIGNS.iter().find(|sign| text[at..].iter().map(char::to_ascii_lowercase).take(sign.chars().count()).eq(sign.chars()));
        let Some(sign) = sign else { continue };
        let after = at + sign.chars().count();
        let right = after + text[after..].iter().take_while(|c| **c == ' ').count().min(1);
        let left = at - text[..at].iter().rev().take_while(|c| **c == ' ').count().min(1);
        let start = left - text[..left].iter().rev().take_while(|c| local(c)).count();
        let end = right + text[right..].iter().take_while(|c| domain(c)).count();
        let host: String = text[right..end].iter().collect();
        let labels: Vec<&str> = host.trim_end_matches(['.', '-']).split('.').collect();
        let is_host = labels.len() > 1 && labels.iter().all(|label| !label.is_empty()) && labels[labels.len() - 1].chars().count() > 1;
        if start < left && is_host && found.last().is_none_or(|last| last.end <= start) {
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests;
