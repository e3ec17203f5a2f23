//! What a rule of retention may say.

use crate::refusal::{self, Kind, Refusal, Rule, rule};
use crate::typed::one_of;
use crate::words::{Term, code_of};

static NO_KIND: Rule = rule(Kind::NotFound, "E1141", "'{kind}'{kind:~은/는} 기록의 종류가 아닙니다", "'{kind}' is no kind of record");
static HOW_LONG: Rule = rule(Kind::Usage, "E1142", "--years 와 --permanent 가운데 하나를 주십시오", "give one of --years and --permanent");

/// The kind that was typed, if records have it.
///
/// # Errors
/// They do not.
pub fn kind(typed: &str, known: &'static [Term]) -> Result<&'static str, Refusal> {
    code_of(known, typed).ok_or_else(|| NO_KIND.with("kind", typed).seen(refusal::KNOWN, one_of(known)).way_out("proadmin retention rules"))
}

/// How many years, or for ever.
///
/// # Errors
/// Both or neither.
pub fn how_long(years: Option<i64>, permanent: bool) -> Result<Option<i64>, Refusal> {
    match (years, permanent) {
        (Some(years), false) => Ok(Some(years)),
        (None, true) => Ok(None),
        _ => Err(HOW_LONG.met().way_out("proadmin retention set KIND --years N --source TEXT")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::term;

    const KNOWN: &[Term] = &[term("task", "과제", "task"), term("plan", "계획", "plan")];

    #[test]
    fn a_rule_says_how_long_in_one_way() {
        for (years, permanent, answer) in
            [(Some(10), false, Ok(Some(10))), (None, true, Ok(None)), (None, false, Err("E1142")), (Some(3), true, Err("E1142"))]
        {
            assert_eq!(how_long(years, permanent).map_err(|refusal| refusal.rule.code), answer);
        }
        assert_eq!((kind("task", KNOWN), kind("계획", KNOWN)), (Ok("task"), Ok("plan")));
        assert!(kind("paper", KNOWN).is_err());
    }
}
