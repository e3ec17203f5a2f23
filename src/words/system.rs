//! What the system and SQLite say, in the reader's language: the common kinds are told by
//! their kind, and of the rest the raw text stands in parentheses.

use std::io::ErrorKind;
use std::num::{IntErrorKind, ParseIntError};

use super::{Sentence, Text, text};

const RAW: Text = text("시스템 오류({raw})", "system error ({raw})");
const RAW_NUMBER: Text = text("정수가 아닙니다({raw})", "not a whole number ({raw})");
const RAW_SQL: Text = text("SQLite 오류({raw})", "{raw}");
const BETWEEN: Text = text("{low}부터 {high}까지의 정수가 필요합니다", "a whole number from {low} to {high} is needed");

/// Why a file or the terminal could not be used.
pub fn io(error: &std::io::Error) -> Sentence {
    let known = match error.kind() {
        ErrorKind::NotFound => text("그런 파일이나 폴더가 없습니다", "no such file or folder"),
        ErrorKind::PermissionDenied => text("권한이 없습니다", "permission denied"),
        ErrorKind::AlreadyExists => text("이미 있습니다", "it exists already"),
        ErrorKind::IsADirectory => text("파일이 아니라 폴더입니다", "it is a folder, not a file"),
        ErrorKind::NotADirectory => text("폴더가 아니라 파일입니다", "it is a file, not a folder"),
        ErrorKind::DirectoryNotEmpty => text("폴더가 비어 있지 않습니다", "the folder is not empty"),
        ErrorKind::StorageFull => text("디스크가 가득 찼습니다", "the disk is full"),
        ErrorKind::QuotaExceeded => text("디스크 할당량을 넘었습니다", "the disk quota is used up"),
        ErrorKind::ReadOnlyFilesystem => text("읽기 전용 디스크입니다", "the disk is read-only"),
        ErrorKind::FileTooLarge => text("파일이 너무 큽니다", "the file is too large"),
        ErrorKind::InvalidFilename => text("쓸 수 없는 파일 이름입니다", "the file's name cannot be used"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => text("다른 프로그램이 쓰고 있습니다", "another program is using it"),
        ErrorKind::BrokenPipe => text("받는 쪽이 닫혔습니다", "the reader has gone"),
        ErrorKind::Interrupted => text("중단되었습니다", "interrupted"),
        ErrorKind::TimedOut => text("시간이 지났습니다", "it took too long"),
        ErrorKind::UnexpectedEof => text("내용이 중간에 끊겼습니다", "it ends too early"),
        ErrorKind::InvalidData => text("글로 읽을 수 없는 내용입니다", "it is not text that can be read"),
        ErrorKind::OutOfMemory => text("메모리가 모자랍니다", "out of memory"),
        _ => return RAW.with("raw", error.to_string()),
    };
    known.say()
}

/// Why what was typed is no whole number.
pub fn number(error: &ParseIntError) -> Sentence {
    let known = match error.kind() {
        IntErrorKind::Empty | IntErrorKind::InvalidDigit => text("정수가 필요합니다(예: 10)", "a whole number is needed, such as 10"),
        IntErrorKind::PosOverflow => text("수가 너무 큽니다", "the number is too large"),
        IntErrorKind::NegOverflow => text("수가 너무 작습니다", "the number is too small"),
        _ => return RAW_NUMBER.with("raw", error.to_string()),
    };
    known.say()
}

/// Why a number does not fit, from the parser's own words: `61 is not in 1..=60`.
pub fn range(raw: &str) -> Option<Sentence> {
    let (low, high) = raw.split_once(" is not in ")?.1.split_once("..=")?;
    Some(BETWEEN.with("low", low).with("high", high))
}

/// What SQLite says of a statement. The English of each is SQLite's own sentence, by which it
/// is recognised.
const OF_SQLITE: &[Text] = &[
    text("'{it}' 보기나 표가 없습니다", "no such table: {it}"),
    text("'{it}' 열이 없습니다. 글은 작은따옴표로 묶으십시오", "no such column: {it} - should this be a string literal in single-quotes?"),
    text("'{it}' 열이 없습니다", "no such column: {it}"),
    text("'{it}' 함수가 없습니다", "no such function: {it}"),
    text("어느 표의 '{it}' 열인지 알 수 없습니다", "ambiguous column name: {it}"),
    text("{it} 가까이에서 문법이 맞지 않습니다", "near {it}: syntax error"),
    text("질의문이 중간에 끝났습니다", "incomplete input"),
    text("알 수 없는 글자가 있습니다: {it}", "unrecognized token: {it}"),
    text("{it} 함수의 인자 수가 맞지 않습니다", "wrong number of arguments to function {it}"),
    text("집계 함수 {it:을/를} 여기에 쓸 수 없습니다", "misuse of aggregate: {it}"),
    text("집계 함수 {it:을/를} 여기에 쓸 수 없습니다", "misuse of aggregate function {it}"),
    text("창 함수 {it:을/를} 여기에 쓸 수 없습니다", "misuse of window function {it}"),
    text("GROUP BY 에는 집계 함수를 쓸 수 없습니다", "aggregate functions are not allowed in the GROUP BY clause"),
    text("HAVING 앞에 GROUP BY 가 있어야 합니다", "a GROUP BY clause is required before HAVING"),
    text("FROM 이 없습니다", "no tables specified"),
    text("{it} 양쪽 SELECT 의 열 수가 다릅니다", "SELECTs to the left and right of {it} do not have the same number of result columns"),
    text("안쪽 SELECT 의 열 수가 맞지 않습니다({it})", "sub-select returns {it}"),
    text("{it}번째 ORDER BY 에 맞는 열이 없습니다", "{it} ORDER BY term does not match any column in the result set"),
    text("'{it}'이 자기 자신을 부릅니다", "circular reference: {it}"),
    text("서로 다른 열을 견줄 수 없습니다", "row value misused"),
    text("LIKE 의 무늬가 너무 깁니다", "LIKE or GLOB pattern too complex"),
    text("정수의 범위를 넘었습니다", "integer overflow"),
    text("JSON 이 아닙니다", "malformed JSON"),
];

/// What SQLite says of a statement, in the reader's language.
pub fn sqlite(raw: &str) -> Sentence {
    let found = OF_SQLITE.iter().find_map(|said| Some((said, blank(said.en, raw)?)));
    match found {
        Some((said, it)) => said.with("it", it),
        None => RAW_SQL.with("raw", raw),
    }
}

/// What stands in the blank of `pattern` where `raw` is that sentence.
fn blank<'r>(pattern: &str, raw: &'r str) -> Option<&'r str> {
    match pattern.split_once("{it}") {
        Some((before, after)) => raw.strip_prefix(before)?.strip_suffix(after),
        None => (pattern == raw).then_some(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn what_the_system_says_is_told_by_its_kind() {
        let missing = std::io::Error::from(ErrorKind::NotFound);
        assert_eq!(io(&missing).render(Lang::Ko), "그런 파일이나 폴더가 없습니다");
        assert_eq!(io(&std::io::Error::other("odd")).render(Lang::Ko), "시스템 오류(odd)");
    }

    #[test]
    fn numbers_that_are_none_are_told_why() {
        for (typed, said) in
            [("x", "정수가 필요합니다(예: 10)"), ("", "정수가 필요합니다(예: 10)"), ("99999999999999999999", "수가 너무 큽니다")]
        {
            let told = typed.parse::<i64>().err().map(|error| number(&error).render(Lang::Ko));
            assert_eq!(told.as_deref(), Some(said), "{typed}");
        }
        let told = range("61 is not in 1..=60").map(|said| said.render(Lang::Ko));
        assert_eq!(told.as_deref(), Some("1부터 60까지의 정수가 필요합니다"));
        assert_eq!(range("odd"), None);
    }

    #[test]
    fn what_sqlite_says_keeps_its_english_and_gains_korean() {
        for (raw, korean) in [
            ("no such table: tusk", "'tusk' 보기나 표가 없습니다"),
            ("no such column: a.b", "'a.b' 열이 없습니다"),
            (
                "no such column: \"x\" - should this be a string literal in single-quotes?",
                "'\"x\"' 열이 없습니다. 글은 작은따옴표로 묶으십시오",
            ),
            ("near \"FORM\": syntax error", "\"FORM\" 가까이에서 문법이 맞지 않습니다"),
            ("incomplete input", "질의문이 중간에 끝났습니다"),
            ("something new", "SQLite 오류(something new)"),
        ] {
            assert_eq!(sqlite(raw).render(Lang::Ko), korean);
            assert_eq!(sqlite(raw).render(Lang::En), raw);
        }
    }
}
