//! The words of passive-administration reports.

use chrono::NaiveDate;

use crate::words::{Sentence, Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "신고를 접수합니다"),
    ("list", "접수대장을 보입니다"),
    ("show", "신고 한 건을 자세히 보입니다"),
    ("edit", "접수 내용을 고칩니다"),
    ("classify", "소극행정 유형을 분류합니다"),
    ("supplement", "보완을 요구합니다(제출할 때까지 기한에 산입하지 않음)"),
    ("resume", "보완 제출을 적습니다(다시 산입함)"),
    ("extend", "기한을 한 번 연장합니다(처음 처리기간까지)"),
    ("pass", "소극행정 신고가 아닌 것을 소관부서로 이첩합니다"),
    ("find", "조사 결과를 적습니다"),
    ("remedy", "조사 결과에 따른 조치를 적습니다"),
    ("answer", "신고인에게 회신합니다(익명이면 회신 없이 종결)"),
    ("dismiss", "보완을 요구했으나 내지 않은 신고를 끝냅니다"),
    ("withdraw", "신고인의 취하를 적습니다"),
    ("re-report", "국민권익위 재신고와 그 결과를 적습니다"),
    ("link", "실행계획·교육 등 다른 기록과 연결합니다"),
    ("void", "잘못 접수한 신고나 잘못 적은 처리를 무효로 합니다"),
    ("published", "기관들이 공개한 건수와 그 합이 맞는지 보입니다"),
    ("published.year", "기간이 끝나는 해"),
    ("import", "파일(xlsx, CSV)에서 가져옵니다"),
    ("title", "건명"),
    ("dept", "신고된 부서(번호 또는 이름)"),
    ("received_on", "접수일 [기본: 오늘]"),
    ("edit.received_on", "잘못 적은 접수일을 고침(--reason 과 함께)"),
    ("channel", "접수 경로 [기본: epeople(국민신문고)]"),
    ("edit.channel", "접수 경로"),
    ("receipt_no", "그 경로에서의 접수번호"),
    ("reporter", "신고인 이름(가려서 보임)"),
    ("anonymous", "익명 신고(회신하지 않음)"),
    ("petition", "민원 종류: 고충·진정과 단순 질의는 7일, 법령 질의와 건의는 14일 [기본: grievance]"),
    ("edit.petition", "민원 종류: 고충·진정과 단순 질의는 7일, 법령 질의와 건의는 14일"),
    ("rule", "기한 계산 규칙(민원 종류에 따른 것과 다를 때)"),
    ("handler", "담당자(번호 또는 이름)"),
    ("content", "신고 내용"),
    ("classify.kind", "소극행정 유형"),
    ("days", "연장 일수"),
    ("to", "이첩할 부서(번호 또는 이름)"),
    ("ground", "소극행정 신고가 아닌 까닭"),
    ("result", "조사 결과"),
    ("remedy.kind", "조치"),
    ("text", "회신 내용"),
    ("find.text", "조사한 내용"),
    ("remedy.text", "조치한 내용"),
    ("pass.text", "신고인에게 알린 내용"),
    ("text_file", "회신 내용이 든 파일(- 는 표준입력)"),
    ("no_reply", "익명이라 회신하지 않고 끝냄"),
    ("outcome", "국민권익위 결과"),
    ("outcome_on", "국민권익위가 결정한 날"),
    ("record", "연결할 기록의 번호(실행계획 과제, 교육 등)"),
    ("act", "show 의 번호로 고른 처리만(여럿이면 2,3)"),
    ("open", "끝나지 않은 것만"),
    ("late", "기한이 지나 처리했거나 지금 기한이 지난 것만"),
    ("type", "이 유형만"),
];

/// Heading of what was published.
pub const PUBLISHED: Text = text("공개된 소극행정 신고 건수", "Published numbers of passive-administration reports");
/// Heading of the receipt register of one year.
pub const REGISTER_OF: Text = text("{year}년 소극행정 신고 접수대장", "Passive-administration reports of {year}");
/// Headings under a report.
pub const CONTENT: Text = text("신고 내용", "What is reported");
/// Headings under a report.
pub const HISTORY: Text = text("경과", "History");
/// Headings under a report.
pub const LINKS: Text = text("연결한 기록", "Linked records");

/// What was done.
pub const ADDED: Text = text("{code} {title}: 접수했습니다. 기한 {due}", "{code} {title}: received; due {due}");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done, and the due day it comes to.
pub const AND_DUE: Text = text("{done}. {due}", "{done}; {due}");
const MOVED: Text = text("기한 {before} → {due}", "due {before} → {due}");
const STAYS: Text = text("기한은 {due} 그대로", "due {due} as before");
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}. 기한 {due}", "{code} {title}: {act} on {on}; due {due}");
/// What was done, while the clock stands.
pub const STANDS: Text = text(
    "{code} {title}: {on} {act}. 기한 정지 중(보완 제출을 적으면 남은 기간을 다시 셉니다)",
    "{code} {title}: {act} on {on}; the clock stands until the resubmission is recorded",
);
/// What was done, where the clock has ended.
pub const OVER: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done.
pub const PASSED: Text =
    text("{code} {title}: {on} {to:으로/로} 이첩했습니다({ground})", "{code} {title}: passed to {to} on {on}: {ground}");
/// What was done.
pub const ANSWERED: Text = text("{code} {title}: {on} 회신했습니다. {timely}", "{code} {title}: replied on {on}; {timely}");
/// What was done.
pub const SETTLED: Text = text(
    "{code} {title}: {on} 회신 없이 끝냈습니다(익명). {timely}",
    "{code} {title}: settled without a reply on {on} (anonymous); {timely}",
);
/// What a reply could not tell of.
pub const REMEDIED_AFTER: Text =
    text("{code}: 조치({day})는 회신({on}) 뒤의 일로 남습니다", "{code}: the remedy of {day} comes after the reply of {on}");
/// Whether it was in time.
pub const IN_TIME: Text = text("기한 {due} 안에 처리했습니다", "in time (due {due})");
/// Whether it was in time.
pub const LATE: Text = text("기한 {due:을/를} 넘겼습니다", "late (due {due})");
/// What was done.
pub const LINKED: Text =
    text("{code} {title}: {on} {record} {what:과/와} 연결했습니다", "{code} {title}: linked to {record} {what} on {on}");
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// What was done to acts.
pub const VOIDED_ACT: Text = text("{code} {title}: {what:을/를} 무효로 했습니다", "{code} {title}: voided {what}");
/// One of them.
pub const NUMBERED: Text = text("{no}번 {act}", "number {no} ({act})");
/// Under an anonymous report.
pub const NO_REPLY_OWED: Text =
    text("익명 신고는 감찰 등에 참고하며 회신하지 않습니다", "an anonymous report serves inspection; no reply is owed");

/// Whether the due day moved, and from what to what.
pub fn moved(before: NaiveDate, due: NaiveDate) -> Sentence {
    if before == due { STAYS.with("due", due) } else { MOVED.with("before", before).with("due", due) }
}
