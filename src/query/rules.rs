//! What was typed as a question: the one statement in it, whether it is the name of a saved
//! one, and the values for its parameters.

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed::Expected;
use crate::words::text;

static NO_VALUES: Rule = rule(Kind::Usage, "E0711", "질의에 값이 필요합니다: {names}", "the query needs values: {names}");
static NO_SUCH_PARAM: Rule = rule(Kind::Usage, "E0712", "질의에 {names} 자리가 없습니다", "the query has no place for {names}");
/// Nothing but comments.
pub static EMPTY: Rule = rule(Kind::Usage, "E0715", "질의문이 비어 있습니다", "there is no SQL in it");
static UNNAMED: Rule =
    rule(Kind::Usage, "E0713", "값이 들어갈 자리에는 이름을 붙이십시오(:이름)", "a parameter needs a name, such as :year");
const PARAM: Expected = Expected(text("이름=값 꼴이 필요합니다(예: year=2024)", "name=value is needed, such as year=2024"));
const NAME: Expected = Expected(text(
    "글자로 시작하고 글자, 숫자, -, _ 로 된 이름이 필요합니다",
    "a name of letters, digits, - and _ that begins with a letter is needed",
));
const NAME_MAX: usize = 60;

/// A value for a parameter, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// It looks like a whole number.
    Integer(i64),
    /// Anything else.
    Text(String),
}

/// `name=value`; a value that looks like a whole number is one.
///
/// # Errors
/// Without `=`, or without a name.
pub fn param(typed: &str) -> Result<(String, Given), Expected> {
    let (name, value) = typed.split_once('=').ok_or(PARAM)?;
    let name = name.trim().trim_start_matches([':', '@', '$']);
    if name.is_empty() {
        return Err(PARAM);
    }
    let given = value.parse().map_or_else(|_| Given::Text(crate::words::korean::composed(value)), Given::Integer);
    Ok((name.to_owned(), given))
}

/// The name of a saved query.
///
/// # Errors
/// Anything else.
pub fn name(typed: &str) -> Result<String, Expected> {
    if is_name(typed) { Ok(crate::words::korean::composed(typed)) } else { Err(NAME) }
}

/// Whether what was typed is a name; SQL never is, having at least a blank or a bracket.
pub fn is_name(typed: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || ('\u{1100}'..='\u{11FF}').contains(&c);
    typed.chars().next().is_some_and(char::is_alphabetic) && typed.chars().all(inside) && typed.chars().count() <= NAME_MAX
}

/// The statement without what may follow its end: blanks, comments and semicolons. What is
/// typed after that is left in place, for SQLite to refuse.
pub fn statement(typed: &str) -> &str {
    let (mut end, mut rest, mut ended) = (0, typed, false);
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '-' if rest.starts_with("--") => rest.find('\n').map_or(rest.len(), |at| at + 1),
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |at| at + 4),
            '\'' | '"' | '`' => rest[1..].find(c).map_or(rest.len(), |at| at + 2),
            '[' => rest.find(']').map_or(rest.len(), |at| at + 1),
            c => c.len_utf8(),
        };
        let is_comment = rest.starts_with("--") || rest.starts_with("/*");
        ended |= c == ';';
        if !is_comment && c != ';' && !c.is_whitespace() {
            end = typed.len() - rest.len() + length;
        }
        rest = &rest[length..];
    }
    if ended || end == 0 { &typed[..end] } else { typed.trim_end() }
}

/// The values of a statement's parameters in their order.
///
/// # Errors
/// A parameter without a value, a value without a parameter, or one without a name.
pub fn values(wanted: &[Option<String>], given: &[(String, Given)]) -> Result<Vec<Given>, Refusal> {
    let bare = |name: &str| name.trim_start_matches([':', '@', '$']).to_owned();
    if wanted.iter().any(|name| name.as_deref().is_none_or(|name| name.starts_with('?'))) {
        return Err(UNNAMED.met());
    }
    let wanted: Vec<String> = wanted.iter().flatten().map(|name| bare(name)).collect();
    let value = |name: &String| given.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let missing: Vec<String> = wanted.iter().filter(|name| value(name).is_none()).map(|name| format!(":{name}")).collect();
    if !missing.is_empty() {
        let ways = missing.iter().map(|name| format!("--param {}=…", bare(name)));
        let refusal = NO_VALUES.with("names", missing.join(", "));
        return Err(refusal.way_out(ways.collect::<Vec<_>>().join(" ")));
    }
    let unknown: Vec<String> = given.iter().filter(|(name, _)| !wanted.contains(name)).map(|(name, _)| format!(":{name}")).collect();
    if !unknown.is_empty() {
        return Err(NO_SUCH_PARAM.with("names", unknown.join(", ")));
    }
    Ok(wanted.iter().filter_map(value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_end_of_a_statement_is_not_part_of_it() {
        for (typed, meant) in [
            ("SELECT 1", "SELECT 1"),
            ("SELECT 1;", "SELECT 1"),
            ("SELECT 1 ; ; -- done\n", "SELECT 1"),
            ("SELECT 1; /* done; */ ", "SELECT 1"),
            ("SELECT ';' ;", "SELECT ';'"),
            ("SELECT 'it''s;' AS \"a;b\";", "SELECT 'it''s;' AS \"a;b\""),
            ("SELECT 1 -- ; no end\n", "SELECT 1 -- ; no end"),
            ("SELECT 1; SELECT 2;", "SELECT 1; SELECT 2"),
            ("-- 머리말\nSELECT [a;b];", "-- 머리말\nSELECT [a;b]"),
            ("SELECT 'unclosed;", "SELECT 'unclosed;"),
            (";", ""),
            (" -- nothing", ""),
        ] {
            assert_eq!(statement(typed), meant, "{typed}");
        }
    }

    #[test]
    fn a_name_is_not_sql() {
        for (typed, is) in [("지연-과제", true), ("late_2024", true), ("SELECT 1", false), ("VALUES(1)", false), ("", false), ("9a", false)]
        {
            assert_eq!(is_name(typed), is, "{typed}");
        }
    }

    #[test]
    fn values_go_to_their_names() {
        let wanted = [Some(":year".to_owned()), Some("@dept".to_owned())];
        let given = [("dept".to_owned(), Given::Text("가과".to_owned())), ("year".to_owned(), Given::Integer(2024))];
        assert_eq!(values(&wanted, &given), Ok(vec![Given::Integer(2024), Given::Text("가과".to_owned())]));
        assert!(values(&wanted, &given[..1]).is_err_and(|no| no.rule.code == "E0711"));
        assert!(values(&wanted[..1], &given).is_err_and(|no| no.rule.code == "E0712"));
        assert!(values(&[None], &[]).is_err_and(|no| no.rule.code == "E0713"));
        assert!(values(&[Some("?1".to_owned())], &[]).is_err_and(|no| no.rule.code == "E0713"));
    }

    #[test]
    fn whole_numbers_are_numbers() {
        for (typed, value) in [("a=1", Given::Integer(1)), ("a=-7", Given::Integer(-7)), ("a=1.5", Given::Text("1.5".to_owned()))] {
            assert_eq!(param(typed), Ok(("a".to_owned(), value)));
        }
        assert_eq!(param("q=a=b"), Ok(("q".to_owned(), Given::Text("a=b".to_owned()))));
        assert_eq!(param("a"), Err(PARAM));
    }
}
