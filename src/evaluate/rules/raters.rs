//! What names a rater: a code, or a person's name, which no error repeats.

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed;
use crate::words::korean::masked;

static NAME_UNFIT: Rule =
    rule(Kind::Usage, "E0620", "이름을 읽을 수 없습니다(한 줄, 300자까지)", "the name cannot be read (one line, at most 300 characters)");

/// The longest code of a rater.
const RATER_CODE_MAX: usize = 16;
/// The longest code of a rater that has no digit.
const RATER_LETTERS_MAX: usize = 2;

/// Whether a rater was given by code: R-01, rater1, A. Anything else is a person's name, also
/// in Latin letters.
pub fn is_rater_code(typed: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let is_numbered = typed.bytes().any(|byte| byte.is_ascii_digit());
    let is_initial = typed.len() <= RATER_LETTERS_MAX && typed.bytes().all(|byte| byte.is_ascii_alphabetic());
    !typed.is_empty() && typed.len() <= RATER_CODE_MAX && typed.bytes().all(fits) && (is_numbered || is_initial)
}

/// A rater as an error may repeat what was typed: the code, or the name masked.
pub fn rater_shown(typed: &str) -> String {
    if is_rater_code(typed) { typed.to_owned() } else { masked(typed) }
}

/// A rater's name; what was typed is not repeated.
///
/// # Errors
/// It is no single line, or too long.
pub fn person_name(typed: &str) -> Result<String, Refusal> {
    typed::title(typed).map_err(|_| NAME_UNFIT.met())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_a_rater_and_anything_else_is_a_person() {
        for (typed, is_code) in [
            ("R-01", true),
            ("a.b_c-9", true),
            ("R1", true),
            ("r01", true),
            ("rater1", true),
            ("A", true),
            ("AB", true),
            ("ABC", false),
            ("..", false),
            ("CanaryName", false),
            ("ABCDEFGHIJKLMN-1", true),
            ("ABCDEFGHIJKLMNO-1", false),
            ("홍길동", false),
            ("Kim Hana", false),
            ("", false),
        ] {
            assert_eq!(is_rater_code(typed), is_code, "{typed}");
        }
        assert_eq!((rater_shown("R-01").as_str(), rater_shown("홍길동").as_str()), ("R-01", "홍*동"));
    }
}
