//! Lines of talk that fit the terminal: broken between words, so that no word is torn, and never
//! inside a command, which is there to be copied.

use unicode_width::UnicodeWidthStr;

use crate::words::shell::is_closed;

/// Korean words after a command that are no part of it.
const PARTICLES: [&str; 14] = ["로", "으로", "을", "를", "에", "에서", "의", "은", "는", "이", "가", "와", "과", "뒤에"];

/// A text that stands by itself: each of its lines broken, the rest of it set in.
pub(crate) fn talk(text: &str, width: Option<usize>) -> String {
    text.split('\n').map(|line| wrapped(line, 0, 2, width)).collect::<Vec<_>>().join("\n")
}

/// The lines of a text, each after the first under `indent` blanks; the first begins at column
/// `used`. A word, or a command, that is wider than the line stands whole.
pub(crate) fn wrapped(text: &str, used: usize, indent: usize, width: Option<usize>) -> String {
    let under = format!("\n{}", " ".repeat(indent));
    let Some(width) = width else { return text.replace('\n', &under) };
    let mut at = used;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if !lines.is_empty() {
            at = indent;
        }
        lines.push(if line.starts_with("proadmin ") { line.to_owned() } else { broken(line, &mut at, indent, width) });
    }
    lines.join(&under)
}

fn broken(line: &str, at: &mut usize, indent: usize, width: usize) -> String {
    // What is set in stays so.
    let rest = line.trim_start_matches(' ');
    let mut out = " ".repeat(line.len() - rest.len());
    *at += out.len();
    for (place, word) in unbroken(rest).iter().enumerate() {
        let wide = word.width();
        if place == 0 {
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

/// The words of a line, a command being one: it goes on until the sentence does.
fn unbroken(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_command = false;
    for word in line.split(' ') {
        match words.last_mut() {
            Some(command) if is_command && !PARTICLES.contains(&word) => {
                command.push(' ');
                command.push_str(word);
            }
            _ => {
                words.push(word.to_owned());
                is_command = word.ends_with("proadmin");
            }
        }
        let quotes_are_closed = words.last().is_some_and(|command| is_closed(command));
        is_command &= !(quotes_are_closed && word.ends_with([',', ';', ')', '.', '?', '\'']));
    }
    words
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

    #[test]
    fn what_stands_around_a_command_is_broken() {
        for (said, lines) in [
            ("다음: proadmin task show 가나", "다음:\n  proadmin task show 가나"),
            ("틀리면 proadmin undo 로 되돌리십시오", "틀리면\n  proadmin undo\n  로\n  되돌리십시오"),
            ("if not: proadmin undo, and again", "if not:\n  proadmin undo,\n  and again"),
            ("보십시오(proadmin log CS-2024-01) 또", "보십시오(proadmin log CS-2024-01)\n  또"),
            ("see: proadmin task add \"a. b\" --year 2024", "see:\n  proadmin task add \"a. b\" --year 2024"),
        ] {
            assert_eq!(wrapped(said, 0, 2, Some(12)), lines);
        }
        assert_eq!(talk("  가나 다라", Some(80)), "  가나 다라");
        assert_eq!(talk("가나 다라\n마바 사아", Some(6)), "가나\n  다라\n마바\n  사아");
    }
}
