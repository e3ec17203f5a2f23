//! What is said of a file that cannot be read as rows.

use super::workbook::Unread;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Arg, Sentence, Text, system, text};

pub(super) static NO_FILE: Rule =
    rule(Kind::NotFound, "E0331", "'{file}' 파일을 읽을 수 없습니다: {why}", "'{file}' cannot be read: {why}");
pub(super) static EMPTY: Rule = rule(Kind::Usage, "E0332", "'{file}' 파일이 비어 있습니다", "'{file}' is empty");
pub(super) static UNKNOWN_COLUMN: Rule =
    rule(Kind::Usage, "E0333", "'{file}'에 알 수 없는 열이 있습니다: {columns}", "'{file}' has unknown columns: {columns}");
pub(super) static MISSING_COLUMN: Rule =
    rule(Kind::Usage, "E0334", "'{file}'에 열이 빠졌습니다: {columns}", "'{file}' lacks columns: {columns}");
pub(super) static TWICE: Rule =
    rule(Kind::Usage, "E0335", "'{file}'에 같은 열이 두 번 있습니다: {columns}", "'{file}' has a column twice: {columns}");
static MALFORMED: Rule =
    rule(Kind::Usage, "E0336", "'{file}' {line}행을 읽을 수 없습니다: {why}", "'{file}' line {line} cannot be read: {why}");
pub(super) static FOLDER: Rule =
    rule(Kind::Usage, "E0337", "'{file}'{file:~은/는} 파일이 아니라 폴더입니다", "'{file}' is a folder, not a file");
pub(super) static UTF_16: Rule = rule(Kind::Usage, "E0338", "'{file}'{file:~은/는} UTF-16 파일입니다", "'{file}' is in UTF-16");
pub(super) static NOT_TEXT: Rule = rule(
    Kind::Usage,
    "E0339",
    "'{file}'{file:~은/는} UTF-8이나 CP949로 된 글 파일이 아닙니다",
    "'{file}' is not a text file in UTF-8 or CP949",
);
pub(super) static TOO_BIG: Rule =
    rule(Kind::Usage, "E0345", "'{file}'{file:~은/는} 너무 큽니다. 읽지 않았습니다", "'{file}' is too big; it was not read");
static NO_WORKBOOK: Rule =
    rule(Kind::Usage, "E0346", "'{file}'{file:~을/를} 엑셀 파일로 읽을 수 없습니다: {why}", "'{file}' cannot be read as a workbook: {why}");
static OLD_WORKBOOK: Rule = rule(
    Kind::Usage,
    "E0347",
    "'{file}'{file:~은/는} 암호가 걸렸거나 옛 형식(.xls)입니다",
    "'{file}' has a password or is of the old kind (.xls)",
);
const AS_XLSX: Text = text("암호 없이 .xlsx 로 저장하십시오", "save it as .xlsx without a password");
pub(super) const AS_LINES: Text = text("JSON lines(.jsonl)나 CSV로 저장하십시오", "save it as JSON lines (.jsonl) or CSV");
pub(super) const IN_PARTS: Text = text("여러 파일로 나누거나 CSV로 저장하십시오", "divide it into several files, or save it as CSV");
pub(super) const SAVE_AS: Text = text("엑셀에서 'CSV UTF-8'로 저장하십시오", "save it as 'CSV UTF-8' in the spreadsheet program");
pub(super) const FIELDS: Text = text("칸이 {here}개입니다(머리글은 {header}개)", "{here:field/fields}, the header has {header}");
const NOT_JSON: Text = text("JSON 이 아닙니다({column}번째 글자에서)", "not JSON (at column {column})");
const CUT_SHORT: Text = text("JSON 이 중간에 끝났습니다", "the JSON ends too early");
const RAW: Text = text("읽을 수 없는 내용({raw})", "{raw}");
pub(super) const MEANT: Text = text("'{heading}'{heading:~은/는} 혹시 {column}?", "did you mean {column} by '{heading}'?");
pub(super) const REMOVE: Text = text(
    "머리글을 쓸 수 있는 열의 것으로 고치거나, 그 열을 지우고 다시 가져오십시오",
    "call the column what a known one is called, or remove it, and import again",
);
pub(super) const COLUMNS_ARE: Text = text("쓸 수 있는 열: {columns}", "known columns: {columns}");

/// Why a workbook was not read.
pub(super) fn unread(name: &str, why: Unread) -> Refusal {
    match why {
        Unread::Io(error) => NO_FILE.with("file", name).with("why", system::io(&error)),
        Unread::TooBig => TOO_BIG.with("file", name).way_out(IN_PARTS),
        Unread::Broken(said) => NO_WORKBOOK.with("file", name).with("why", RAW.with("raw", said)).way_out(SAVE_AS),
        Unread::Old => OLD_WORKBOOK.with("file", name).way_out(AS_XLSX),
    }
}

/// Why a text is no JSON.
pub(super) fn not_json(error: &serde_json::Error) -> Sentence {
    if error.is_eof() { CUT_SHORT.say() } else { NOT_JSON.with("column", error.column()) }
}

/// A line that is no row.
pub(super) fn malformed(name: &str, line: usize, why: impl Into<Arg>) -> Refusal {
    MALFORMED.with("file", name).with("line", line).with("why", why)
}

/// What the reader of CSV says.
pub(super) fn malformed_csv(name: &str, error: &csv::Error) -> Refusal {
    let line = error.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
    match error.kind() {
        csv::ErrorKind::Io(io) if io.kind() == std::io::ErrorKind::FileTooLarge => TOO_BIG.with("file", name).way_out(IN_PARTS),
        csv::ErrorKind::Io(io) => NO_FILE.with("file", name).with("why", system::io(io)),
        _ => malformed(name, line, RAW.with("raw", error.to_string())),
    }
}
