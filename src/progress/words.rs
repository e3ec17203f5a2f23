//! The words of progress.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("log", "진척을 보고합니다(같은 날 다시 하면 그날 보고를 고침)"),
    ("void", "잘못 적은 날의 진척 보고를 무효로 합니다"),
    ("list", "진척 보고를 보입니다"),
    ("missing", "그달 진척을 보고하지 않은 과제를 보입니다"),
    ("form", "부서가 채워 내는 빈 보고 양식을 만듭니다(그대로 가져올 수 있음)"),
    ("dept", "부서(번호 또는 이름)"),
    ("to", "부서마다 한 파일씩 쓸 폴더"),
    ("import", "파일(xlsx, CSV)에서 진척 보고를 가져옵니다"),
    ("code", "과제 번호"),
    ("percent", "진척률(0~100)"),
    ("on", "기준일 [기본: 오늘]"),
    ("note", "추진내용"),
    ("month", "달(예: 2024-05)"),
    ("void.on", "무효로 할 보고의 기준일"),
    ("list.month", "이달 것만"),
    ("import.on", "기준일이 빈 행의 기준일"),
];

/// What departments write over the columns of their returns.
pub const TASK: &[&str] = &["과제번호", "과제코드", "번호"];
/// What departments write over the columns of their returns.
pub const ON: &[&str] = &["날짜", "보고일", "기준일자", "일자"];
/// What departments write over the columns of their returns.
pub const PERCENT: &[&str] = &["진척률", "진척도", "진도율", "공정률", "추진율"];
/// What departments write over the columns of their returns.
pub const NOTE: &[&str] = &["메모", "비고", "내용", "추진실적", "추진상황"];
/// What departments write over the columns of their returns.
pub const TITLE: &[&str] = &["사업명", "제목"];

/// What was done.
pub const LOGGED: Text = text("{code} {title}: {on} 진척 {percent}%", "{code} {title}: {percent}% on {on}");
/// What was done.
pub const CORRECTED: Text = text(
    "{code} {title}: {on} 진척을 {old}%에서 {percent}%로 고쳤습니다",
    "{code} {title}: progress of {on} corrected from {old}% to {percent}%",
);
/// What was done.
pub const NOTE_CORRECTED: Text =
    text("{code} {title}: {on} 진척({percent}%)의 추진내용을 고쳤습니다", "{code} {title}: the note of {on} ({percent}%) corrected");
/// What was done.
pub const VOIDED: Text =
    text("{code} {title}: {on} 진척 보고({percent}%)를 무효로 했습니다", "{code} {title}: the report of {on} ({percent}%) voided");
/// A warning.
pub const FALL: Text = text(
    "주의: {code} 진척이 {old}%에서 {percent}%로 내려갑니다({on})",
    "note: the progress of {code} falls from {old}% to {percent}% on {on}",
);
/// A warning.
pub const LATER: Text = text(
    "{code}에는 뒤의 보고가 있어, 지금 진척은 마지막 보고({last}, {present}%)를 따릅니다",
    "{code} has later reports; its present progress stays that of the last ({last}, {present}%)",
);
/// A heading.
pub const MISSING: Text = text("{month} 진척 미보고 과제", "Key tasks without a report for {month}");
/// A heading.
pub const FORM: Text = text("{month} 진척 보고 양식", "Progress return of {month}");
/// A remark.
pub const SO_FAR: Text = text("{month:은/는} 아직 끝나지 않았습니다({on} 현재)", "{month} is not over yet (as of {on})");
/// A remark.
pub const MISSING_COUNT: Text = text("미보고 {count}건", "{count} missing");
/// A remark.
pub const NONE_MISSING: Text = text("모두 보고했습니다", "all have reported");
/// Why a row cannot be taken: its code and its title are not of one task.
pub const NOT_ITS_TITLE: Text =
    text("번호와 과제명이 맞지 않습니다. {code:은/는} '{title}'입니다", "the code and the title are not of one task: {code} is '{title}'");
/// Why a row has no day.
pub const ON_NEEDED: Text = text("기준일이 없습니다(모든 행에 같으면 --on)", "there is no day (--on gives one to all such rows)");
