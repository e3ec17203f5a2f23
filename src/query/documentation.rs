//! The documentation of views and columns, read from the comments of the schema: over a view
//! what it answers, beside a column what it holds, `English | Korean`.

/// A comment in both languages; empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// In English.
    pub en: String,
    /// In Korean.
    pub ko: String,
}

/// What the schema says over `name`.
pub fn of(schema: &str, name: &str) -> About {
    let lines: Vec<&str> = schema.lines().collect();
    let Some(at) = lines.iter().position(|line| creates(line, name)) else { return About::default() };
    let over = lines[..at].iter().rev().take_while(|line| line.starts_with("-- ")).collect::<Vec<_>>();
    let over: Vec<&str> = over.into_iter().rev().map(|line| line.trim_start_matches("-- ").trim()).collect();
    about(&over.join(" "))
}

/// What the schema says beside the column of a view or table; `id` of a table says itself.
pub fn of_column(schema: &str, name: &str, column: &str) -> About {
    let mut body = schema.lines().skip_while(|line| !creates(line, name)).take_while(|line| !line.is_empty());
    body.find_map(|line| {
        let (code, comment) = line.split_once(" -- ")?;
        let code = code.trim_end().trim_end_matches([',', ';']);
        let names = [format!(" AS {column}"), format!(" AS \"{column}\"")];
        let whole = code.trim_start();
        let is = names.iter().any(|end| code.ends_with(end) || whole == end.trim_start()) || code.split_whitespace().next() == Some(column);
        is.then(|| about(comment))
    })
    .unwrap_or_default()
}

fn creates(line: &str, name: &str) -> bool {
    ["CREATE VIEW ", "CREATE TABLE "]
        .iter()
        .filter_map(|create| line.strip_prefix(create))
        .any(|rest| rest.split([' ', '(']).next() == Some(name))
}

fn about(comment: &str) -> About {
    let (en, ko) = comment.split_once(" | ").unwrap_or((comment, ""));
    About { en: en.trim().to_owned(), ko: ko.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEMA: &str = "-- Two lines of\n-- words | 두 줄\nCREATE VIEW a AS SELECT\n  x.b AS b, -- its b | 그 비\n  CASE WHEN 1\n    \
                          AS c, -- its c | 그 시\n  d AS \"on\" -- a day | 날\nFROM x;\n\n-- Facts.\nCREATE TABLE t (\n  u TEXT -- what | 무엇\n);\n";

    #[test]
    fn comments_are_read_where_they_stand() {
        let both = |en: &str, ko: &str| About { en: en.to_owned(), ko: ko.to_owned() };
        assert_eq!(of(SCHEMA, "a"), both("Two lines of words", "두 줄"));
        assert_eq!(of_column(SCHEMA, "a", "b"), both("its b", "그 비"));
        assert_eq!(of_column(SCHEMA, "a", "c"), both("its c", "그 시"));
        assert_eq!(of_column(SCHEMA, "a", "on"), both("a day", "날"));
        assert_eq!(of_column(SCHEMA, "a", "u"), About::default());
        assert_eq!(of(SCHEMA, "t"), both("Facts.", ""));
        assert_eq!(of_column(SCHEMA, "t", "u"), both("what", "무엇"));
    }
}
