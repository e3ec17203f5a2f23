//! Words as a shell takes them, so that a command that is shown can be copied: pasted, it says
//! just what it shows. And where in such a command something stands in quotes.

use std::ffi::OsStr;

/// Whether the shells of this system read quotes and dollars as POSIX does.
const IS_POSIX: bool = cfg!(not(windows));

/// A word, such as a title, a name or a path, as a shell takes it.
pub fn quoted(word: impl AsRef<OsStr>) -> String {
    let word = word.as_ref().to_string_lossy();
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:=,@%+".contains(c) || !IS_POSIX && c == '\\';
    if !word.is_empty() && word.chars().all(is_plain) { word.into_owned() } else { in_quotes(&word, IS_POSIX) }
}

/// Within double quotes a POSIX shell still reads some marks; within single quotes none but
/// their end.
fn in_quotes(word: &str, is_posix: bool) -> String {
    if is_posix && word.contains(['$', '`', '"', '\\', '!']) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        format!("\"{}\"", word.replace('"', "\\\""))
    }
}

/// The parts of a line that do and do not stand in quotes, in turn; the first is outside.
pub fn parts(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut begins, mut quote, mut before, mut is_taken) = (0, None, ' ', false);
    for (at, c) in line.char_indices() {
        let is_bare = std::mem::take(&mut is_taken);
        match quote {
            _ if is_bare => {}
            None | Some('"') if c == '\\' => is_taken = true,
            // The apostrophe of a word that people read opens nothing.
            None if c == '"' || c == '\'' && !before.is_alphanumeric() => {
                parts.push(&line[begins..at]);
                (begins, quote) = (at, Some(c));
            }
            Some(open) if c == open => {
                parts.push(&line[begins..=at]);
                (begins, quote) = (at + 1, None);
            }
            _ => {}
        }
        before = if is_bare { ' ' } else { c };
    }
    parts.push(&line[begins..]);
    parts
}

/// Whether every quote of a line that was opened is closed.
pub fn is_closed(line: &str) -> bool {
    parts(line).len() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_pasted_is_the_word_that_was_typed() {
        for word in ["가나", "가 나", "", "$5", "`ls`", "그의 \"공적\"", "it's $5", r"a\b c", "놀라운!", "내 폴더/양식", "a'b", "'$'"]
        {
            assert_eq!(shell_words::split(&in_quotes(word, true)).unwrap_or_default(), [word], "{word}");
            assert_eq!(shell_words::split(&quoted(word)).unwrap_or_default(), [word], "{word}");
        }
        assert_eq!(in_quotes("그의 $5", true), "'그의 $5'");
        assert_eq!(in_quotes("그의 $5", false), "\"그의 $5\"");
    }

    #[test]
    fn what_stands_in_quotes_is_told_from_the_rest() {
        for (line, told) in [
            ("a NAME", vec!["a NAME"]),
            ("a \"b c\" d", vec!["a ", "\"b c\"", " d"]),
            (r#"a "b \" c" d"#, vec!["a ", r#""b \" c""#, " d"]),
            ("a '그의 \"$5' d", vec!["a ", "'그의 \"$5'", " d"]),
            (r"a 'it'\''s $5'", vec!["a ", "'it'", r"\'", "'s $5'", ""]),
            ("the case's limit", vec!["the case's limit"]),
        ] {
            assert_eq!(parts(line), told, "{line}");
            assert!(is_closed(line), "{line}");
        }
        assert!(!is_closed("a \"b c") && !is_closed("a 'b"));
    }
}
