//! The words of participation points.

use anyhow::Result;

use crate::typed::{self, Expected, Month};
use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("proposed", "기록에서 생긴 제안 점수를 보입니다"),
    ("approve", "제안 점수를 승인합니다"),
    ("reject", "제안 점수를 승인하지 않습니다"),
    ("earn", "다른 기록에 없는 활동을 적습니다"),
    ("redeem", "점수를 쓴 것을 적습니다"),
    ("table", "부서별·개인별 점수를 보입니다"),
    ("list", "활동, 결정한 점수, 사용을 보입니다"),
    ("show", "점수 기록 하나를 보입니다"),
    ("edit", "활동을 고칩니다"),
    ("void", "잘못 적은 활동, 결정, 사용을 무효로 합니다"),
    ("use", "어느 해부터 쓸 점수 기준을 고릅니다"),
    ("rule", "기준의 항목 점수를 정합니다"),
    ("rules", "점수 항목을 보입니다"),
    ("scheme", "점수 기준(한도와 1점의 가치)을 정합니다"),
    ("schemes", "점수 기준을 보입니다"),
    ("import", "파일(xlsx, CSV)에서 활동을 가져옵니다"),
    ("year", "연도"),
    ("use.year", "이 해부터"),
    ("redeem.year", "점수의 연도 [기본: 그날의 연도]"),
    ("table.year", "연도 [기본: 올해]"),
    ("month", "이 달만(--year 와 함께 1~12, 또는 2024-05)"),
    ("approve.codes", "근거 기록의 번호(- 는 표준입력)"),
    ("reject.codes", "근거 기록의 번호(- 는 표준입력)"),
    ("codes", "번호(- 는 표준입력)"),
    ("staff", "직원(번호 또는 이름)"),
    ("earn.dept", "사람을 대지 않을 때 부서(번호 또는 이름)"),
    ("edit.dept", "사람을 대지 않을 때 부서(번호 또는 이름)"),
    ("event", "항목"),
    ("approve.on", "결정일 [기본: 오늘]"),
    ("reject.on", "결정일 [기본: 오늘]"),
    ("use.on", "정한 날 [기본: 오늘]"),
    ("rule.on", "정한 날 [기본: 오늘]"),
    ("scheme.on", "정한 날 [기본: 오늘]"),
    ("title", "내용"),
    ("task", "관련 중점과제 번호"),
    ("points", "점수"),
    ("what", "무엇에 썼는지(예: 지역화폐, 특별휴가)"),
    ("by", "부서별(dept) 또는 개인별(person)"),
    ("kind", "이 구분만"),
    ("state", "이 상태만"),
    ("all", "무효인 것도"),
    ("proposed.all", "한도나 같은 과제로 0점이 된 것도"),
    ("rules.all", "쓰지 않는 항목도"),
    ("name_code", "기준 부호(예: basic)"),
    ("rule.scheme", "기준 부호"),
    ("rules.scheme", "이 기준만"),
    ("use.scheme", "기준 부호, 쓰지 않으면 none"),
    ("off", "쓰지 않음"),
    ("source", "근거"),
    ("name", "이름"),
    ("like", "이 기준의 항목과 한도로 시작"),
    ("year_max", "1인 연 점수 한도(없으면 none)"),
    ("month_max", "1인 월 점수 한도(없으면 none)"),
    ("month_count", "1인 월 횟수 한도(없으면 none)"),
    ("task_once", "같은 과제는 가장 높은 것 한 번만 셀지"),
    ("grade_from", "이 직급 이하만(없으면 none)"),
    ("won", "1점의 금액(원, 없으면 none)"),
    ("redeem_step", "이 점수 단위로 사용(없으면 none)"),
    ("import.file", "내보낸 활동과 같은 열의 파일"),
];

/// What was decided.
pub const fn outcome(code: &str) -> Text {
    if matches!(code.as_bytes(), b"approved") { text("승인", "approved") } else { text("불승인", "rejected") }
}

/// A month as `2024-05`, or as its number in a year that is given.
pub fn month(typed: &str, year: Option<i32>) -> Result<Month, Expected> {
    let number = year.and_then(|year| Some((year, typed.trim().trim_end_matches('월').parse::<u32>().ok()?)));
    match number {
        Some((year, month)) => typed::month(&format!("{year}-{month:02}")),
        None => typed::month(typed),
    }
}

/// Asked before a decision about several.
pub const ASK: Text =
    text("{count}건 {sum}점을 {outcome} 처리합니다. 기록할까요?", "{count:event/events}, {sum} points: {outcome}. Record?");
/// Asked before several are voided.
pub const ASK_VOID: Text = text("{count}건을 무효로 합니다. 기록할까요?", "this voids {count:line/lines}. Record?");
/// One line of what is asked about.
pub const LINE: Text = text("{on}  {who}  {event}  {points}점  {source} {title}", "{on}  {who}  {event}  {points}  {source} {title}");
/// What was done.
pub const DECIDED: Text = text("{on} {count}건 {sum}점: {outcome}했습니다", "{on}: {count:event/events}, {sum} points {outcome}");
/// A remark on points of a year that is over.
pub const EXPIRED_BY_NOW: Text = text(
    "주의: {year}년 점수는 그해 끝에 소멸하므로, {on}에 승인한 것은 기록에 남을 뿐 쓸 수 없습니다",
    "note: points of {year} expired at its end; what is approved on {on} is on record but cannot be redeemed",
);
/// A remark.
pub const OF_DEPARTMENTS: Text = text(
    "받을 직원이 없는 {count}건은 부서의 점수입니다(과제나 주담당자가 없음)",
    "{count:event has no person and is/events have no person and are} points of the department (no task, or no lead)",
);
/// What was done.
pub const EARNED: Text = text("{code} {title}: 활동을 적었습니다", "{code} {title}: activity recorded");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const REDEEMED: Text = text(
    "{code} {name}: {points}점을 썼습니다({what}). 남은 점수 {left}점",
    "{code} {name}: {points} points redeemed ({what}), {left} left",
);
/// What was done.
pub const VOIDED: Text = text("{codes}: 무효로 했습니다", "{codes}: voided");
/// What was done.
pub const USED: Text = text("{year}년부터 '{scheme}' 기준을 씁니다", "the scheme '{scheme}' holds from {year} on");
/// What was done.
pub const NOT_USED: Text = text("{year}년부터 점수 기준을 쓰지 않습니다", "no scheme holds from {year} on");
/// What was done.
pub const RULE: Text = text("{scheme}: {event} {points}점", "{scheme}: {event} earns {points}");
/// What was done.
pub const RULE_ON: Text = text("{scheme}: {event:을/를} 다시 씁니다", "{scheme}: {event} is on again");
/// What was done.
pub const RULE_OFF: Text = text("{scheme}: {event:을/를} 쓰지 않습니다", "{scheme}: {event} is off");
/// What was done.
pub const SCHEME: Text = text("'{scheme}' 점수 기준을 정했습니다", "the scheme '{scheme}' is set");

/// Heading of the table of departments.
pub const BY_DEPARTMENT: Text = text("{year}년 부서별 참여점수", "Participation points of {year} by department");
/// Heading of the table of people.
pub const BY_PERSON: Text = text("{year}년 개인별 참여점수", "Participation points of {year} by person");
/// Heading of its bars.
pub const PER_HEAD: Text = text("1인당 승인 점수", "Approved points per head");
/// Heading of its bars.
pub const APPROVED: Text = text("승인 점수", "Approved points");
/// What these points are not.
pub const APART: Text =
    text("참여점수는 과제 평가와 따로 세며 평가에 반영되지 않습니다", "these points stand apart from evaluation and never enter it");
