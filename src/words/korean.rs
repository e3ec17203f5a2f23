//! What only Korean needs: particles that follow the last sound, masked names, and English
//! words typed while the keyboard was in Hangul.

use unicode_normalization::UnicodeNormalization;

const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;
const FINALS: u32 = 28;

/// The particle of a pair such as `을/를` that fits the end of `word`: the first after a final
/// consonant, the second after a vowel. Digits and Latin letters are judged by how they are
/// read aloud in Korean (7 is 칠, 2 is 이).
///
/// What stands in brackets at the end is not read (홍길동(S-0001)은), and a date ends in 일.
pub fn particle<'a>(word: &str, pair: &'a str) -> &'a str {
    let (closed, open) = pair.split_once('/').unwrap_or((pair, pair));
    let bracketed = word.trim_end().strip_suffix(')').and_then(|word| word.rsplit_once('(')).map(|(read, _)| read);
    let word = bracketed.filter(|read| read.chars().any(char::is_alphanumeric)).unwrap_or(word);
    let word = if ends_in_a_date(word) { "일" } else { word };
    // 로 also follows a final ㄹ: 서울로.
    if ends_closed(word) && !(closed == "으로" && ends_in_l(word)) { closed } else { open }
}

fn ends_in_a_date(word: &str) -> bool {
    const FORM: &str = "0000-00-00";
    let last = word.len().checked_sub(FORM.len()).and_then(|from| word.get(from..));
    let is_like = |(c, form): (u8, u8)| if form == b'0' { c.is_ascii_digit() } else { c == form };
    last.is_some_and(|date| date.bytes().zip(FORM.bytes()).all(is_like))
}

fn ends_in_l(word: &str) -> bool {
    match word.chars().rev().find(|c| c.is_alphanumeric()) {
        Some(c @ '가'..='힣') => (c as u32 - FIRST_SYLLABLE) % FINALS == 8,
        Some(c) => matches!(c.to_ascii_lowercase(), '1' | '7' | '8' | 'l' | 'r'),
        None => false,
    }
}

fn ends_closed(word: &str) -> bool {
    match word.chars().rev().find(|c| c.is_alphanumeric()) {
        Some(c @ '가'..='힣') => !(c as u32 - FIRST_SYLLABLE).is_multiple_of(FINALS),
        Some(c) if c.is_ascii_digit() => matches!(c, '0' | '1' | '3' | '6' | '7' | '8'),
        Some(c) => matches!(c.to_ascii_lowercase(), 'l' | 'm' | 'n' | 'r'),
        None => false,
    }
}

/// A person's name with all but its ends hidden: 김* for two syllables, 홍*동 for three, the
/// first and the last around stars for more. An empty name stays empty.
pub fn masked(name: &str) -> String {
    let letters: Vec<char> = name.trim().chars().collect();
    match letters.as_slice() {
        [] => String::new(),
        [_] => "*".to_owned(),
        [first, _] => format!("{first}*"),
        [first, middle @ .., last] => std::iter::once(*first)
            .chain(middle.iter().map(|c| if c.is_whitespace() { ' ' } else { '*' }))
            .chain(std::iter::once(*last))
            .collect(),
    }
}

/// Text as it is stored: composed (NFC), so that the same Hangul is the same bytes whatever
/// keyboard or file it came from.
pub fn composed(typed: &str) -> String {
    let mut text = String::new();
    compose_into(&mut text, typed);
    text
}

/// The same, at the end of `text`.
pub fn compose_into(text: &mut String, typed: &str) {
    // ASCII and whole syllables are composed already, and nearly all text is nothing else.
    if typed.chars().all(|c| c.is_ascii() || ('가'..='힣').contains(&c)) {
        text.push_str(typed);
    } else {
        text.extend(typed.nfc());
    }
}

/// What `typed` would have been with the keyboard in English, if it is Hangul throughout:
/// `ㅅㅁ나` is `task`. `None` when it is not Hangul or has a letter that no key makes.
pub fn as_latin_keys(typed: &str) -> Option<String> {
    let hangul = |c: char| matches!(c, 'ㄱ'..='ㅣ' | '가'..='힣');
    if !typed.chars().any(hangul) {
        return None;
    }
    let mut keys = String::new();
    for c in typed.nfc() {
        match c {
            'ㄱ'..='ㅣ' => keys.push_str(key_of(c)?),
            '가'..='힣' => {
                for jamo in decomposed(c).into_iter().flatten() {
                    keys.push_str(key_of(jamo)?);
                }
            }
            c if c.is_ascii() => keys.push(c),
            _ => return None,
        }
    }
    Some(keys)
}

const LEADS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
const VOWELS: [char; 21] =
    ['ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅘ', 'ㅙ', 'ㅚ', 'ㅛ', 'ㅜ', 'ㅝ', 'ㅞ', 'ㅟ', 'ㅠ', 'ㅡ', 'ㅢ', 'ㅣ'];
const TAILS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ',
    'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];

fn decomposed(syllable: char) -> [Option<char>; 3] {
    let at = (syllable as u32).min(LAST_SYLLABLE) - FIRST_SYLLABLE;
    let pick = |letters: &[char], index: u32| letters.get(index as usize).copied();
    let tail = at % FINALS;
    [pick(&LEADS, at / (21 * FINALS)), pick(&VOWELS, at / FINALS % 21), if tail == 0 { None } else { pick(&TAILS, tail - 1) }]
}

/// The keys of the two-set (두벌식) layout that make a letter.
fn key_of(jamo: char) -> Option<&'static str> {
    const LAYOUT: [(&str, &str); 51] = [
        ("ㄱ", "r"),
        ("ㄲ", "R"),
        ("ㄳ", "rt"),
        ("ㄴ", "s"),
        ("ㄵ", "sw"),
        ("ㄶ", "sg"),
        ("ㄷ", "e"),
        ("ㄸ", "E"),
        ("ㄹ", "f"),
        ("ㄺ", "fr"),
        ("ㄻ", "fa"),
        ("ㄼ", "fq"),
        ("ㄽ", "ft"),
        ("ㄾ", "fx"),
        ("ㄿ", "fv"),
        ("ㅀ", "fg"),
        ("ㅁ", "a"),
        ("ㅂ", "q"),
        ("ㅃ", "Q"),
        ("ㅄ", "qt"),
        ("ㅅ", "t"),
        ("ㅆ", "T"),
        ("ㅇ", "d"),
        ("ㅈ", "w"),
        ("ㅉ", "W"),
        ("ㅊ", "c"),
        ("ㅋ", "z"),
        ("ㅌ", "x"),
        ("ㅍ", "v"),
        ("ㅎ", "g"),
        ("ㅏ", "k"),
        ("ㅐ", "o"),
        ("ㅑ", "i"),
        ("ㅒ", "O"),
        ("ㅓ", "j"),
        ("ㅔ", "p"),
        ("ㅕ", "u"),
        ("ㅖ", "P"),
        ("ㅗ", "h"),
        ("ㅘ", "hk"),
        ("ㅙ", "ho"),
        ("ㅚ", "hl"),
        ("ㅛ", "y"),
        ("ㅜ", "n"),
        ("ㅝ", "nj"),
        ("ㅞ", "np"),
        ("ㅟ", "nl"),
        ("ㅠ", "b"),
        ("ㅡ", "m"),
        ("ㅢ", "ml"),
        ("ㅣ", "l"),
    ];
    LAYOUT.iter().find(|(letter, _)| letter.starts_with(jamo)).map(|(_, keys)| *keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_typed_on_the_hangul_keyboard_is_recognised() {
        for (typed, meant) in [("ㅅㅁ나", "task"), ("ㅁㅇㅇ", "add"), ("채ㅜ녀ㅣㅅ", "consult"), ("ㅣㅑㄴㅅ", "list")] {
            assert_eq!(as_latin_keys(typed).as_deref(), Some(meant), "{typed}");
        }
        assert_eq!(as_latin_keys("task"), None);
    }

    #[test]
    fn brackets_are_not_read_and_a_date_ends_in_its_day() {
        for (word, pair, particle_) in [
            ("홍길동(S-0002)", "은/는", "은"),
            ("최도로(S-0006)", "으로/로", "로"),
            ("2024-09-02(월)", "을/를", "을"),
            ("2026-03-10(화)", "은/는", "은"),
            ("2024-09-02", "으로/로", "로"),
            ("(가)", "은/는", "는"),
        ] {
            assert_eq!(particle(word, pair), particle_, "{word}");
        }
    }

    #[test]
    fn a_final_l_takes_the_short_particle_of_direction() {
        for (word, particle_) in
            [("반려", "로"), ("발송", "으로"), ("서울", "로"), ("KT-2025-01", "로"), ("KT-2025-03", "으로"), ("URL", "로")]
        {
            assert_eq!(particle(word, "으로/로"), particle_, "{word}");
        }
    }

    #[test]
    fn names_are_masked_by_length() {
        for (name, shown) in [("김철", "김*"), ("홍길동", "홍*동"), ("남궁길동", "남**동"), ("", ""), ("왕", "*")] {
            assert_eq!(masked(name), shown);
        }
    }

    #[test]
    fn decomposed_hangul_is_stored_composed() {
        assert_eq!(composed("\u{1112}\u{1161}\u{11AB}"), "한");
    }
}
