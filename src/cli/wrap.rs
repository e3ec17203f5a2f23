//! Lines of talk that fit the terminal: broken between words, so that no word is torn.

use unicode_width::UnicodeWidthStr;

/// The lines of a text, each after the first under `indent` blanks; the first begins at column
/// `used`. A word that is wider than the line stands whole. Commands stay in one line, to be
/// copied.
pub(super) fn wrapped(text: &str, used: usize, indent: usize, width: Option<usize>) -> String {
    let under = format!("\n{}", " ".repeat(indent));
    let Some(width) = width else { return text.replace('\n', &under) };
    let mut at = used;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if !lines.is_empty() {
            at = indent;
        }
        lines.push(if line.contains("proadmin ") { line.to_owned() } else { broken(line, &mut at, indent, width) });
    }
    lines.join(&under)
}

fn broken(line: &str, at: &mut usize, indent: usize, width: usize) -> String {
    let mut out = String::new();
    for word in line.split(' ') {
        let wide = word.width();
        if out.is_empty() {
            *at += wide;
        } else if *at + 1 + wide > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            *at = indent + wide;
        } else {
            out.push(' ');
            *at += 1 + wide;
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_commands_not_at_all() {
        assert_eq!(wrapped("가나 다라 마바사", 0, 2, Some(10)), "가나 다라\n  마바사");
        assert_eq!(wrapped("가나 다라", 6, 2, Some(10)), "가나\n  다라");
        assert_eq!(wrapped("a\nb", 0, 2, None), "a\n  b");
        assert_eq!(wrapped("가나다라마바사", 0, 2, Some(5)), "가나다라마바사");
        let command = "proadmin consult review PC-2024-001";
        assert_eq!(wrapped(command, 0, 2, Some(10)), command);
    }
}
