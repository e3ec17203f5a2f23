//! What the office may set: codes of measures, the grades one is for, pairs.

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed::{self, Expected};
use crate::words::text;

static WITH_ITSELF: Rule = rule(Kind::Usage, "E1640", "{measure:은/는} 자신과 짝지을 수 없습니다", "{measure} cannot exclude itself");
static NO_PAIR: Rule =
    rule(Kind::NotFound, "E1641", "{one:과/와} {other}{other:~은/는} 짝지어 있지 않습니다", "{one} and {other} do not exclude each other");

const A_CODE: Expected = Expected(text(
    "우대 코드는 영문 대문자, 숫자, 밑줄입니다(예: TOP_BONUS)",
    "a code of capitals, digits and _ is needed, such as TOP_BONUS",
));

/// The longest code of a measure.
const CODE_MAX: usize = 30;

/// The code of a measure, as it is kept.
///
/// # Errors
/// Anything but letters, digits and underscores.
pub fn code(typed: &str) -> Result<String, Expected> {
    let code = typed.trim().to_ascii_uppercase();
    let fits = code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    let begins = code.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
    if fits && begins && code.len() <= CODE_MAX { Ok(code) } else { Err(A_CODE) }
}

/// Grades with commas as they are kept; `all` is none, which is all of them.
///
/// # Errors
/// What is no title.
pub fn grades(typed: &str) -> Result<Vec<String>, Expected> {
    if ["all", "모두"].contains(&typed.trim()) {
        return Ok(Vec::new());
    }
    typed.split(',').map(str::trim).filter(|grade| !grade.is_empty()).map(typed::title).collect()
}

/// Two measures that may exclude each other.
///
/// # Errors
/// They are one.
pub fn pair(one: &str, other: &str) -> Result<(), Refusal> {
    if one == other { Err(WITH_ITSELF.with("measure", one)) } else { Ok(()) }
}

/// A pair that was named.
///
/// # Errors
/// It was not.
pub fn known_pair(one: &str, other: &str, found: Option<i64>) -> Result<i64, Refusal> {
    found.ok_or_else(|| NO_PAIR.with("one", one).with("other", other).way_out("proadmin reward measures"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_capitals_and_grades_are_names() {
        for (typed, kept) in
            [("top_bonus", Some("TOP_BONUS")), (" A1 ", Some("A1")), ("휴가", None), ("1A", None), ("", None), ("A B", None)]
        {
            assert_eq!(code(typed).ok().as_deref(), kept, "{typed}");
        }
        assert_eq!(grades("최우수, 우수").ok(), Some(vec!["최우수".to_owned(), "우수".to_owned()]));
        assert_eq!(grades("all").ok(), Some(Vec::new()));
        assert_eq!((pair("A", "B").is_ok(), pair("A", "A").is_ok()), (true, false));
        assert_eq!((known_pair("A", "B", Some(1)).is_ok(), known_pair("A", "B", None).is_ok()), (true, false));
    }
}
