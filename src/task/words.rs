//! The words of key tasks.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "중점과제를 등록합니다"),
    ("list", "과제 목록을 보입니다"),
    ("show", "과제 하나를 자세히 보입니다"),
    ("edit", "과제의 계획이나 경과의 날짜를 바로잡습니다"),
    ("select", "후보를 중점과제로 선정합니다"),
    ("suspend", "과제를 보류합니다"),
    ("resume", "보류한 과제를 재개합니다"),
    ("complete", "과제를 완료합니다(목표 달성 또는 미달)"),
    ("stop", "과제를 중단합니다"),
    ("carry", "과제를 다음 해로 이월합니다"),
    ("reopen", "종결을 취소하고 다시 엽니다"),
    ("void", "잘못 등록한 과제나 경과를 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 과제를 가져옵니다"),
    ("title", "과제명"),
    ("lead", "주담당자(번호 또는 이름)"),
    ("deputy", "부담당자(번호 또는 이름)"),
    ("start", "시작 예정일"),
    ("due", "완료 예정일"),
    ("candidate", "후보로만 등록"),
    ("proposed_on", "제안일 [기본: 그해 1월 1일]"),
    ("category", "분야"),
    ("background", "추진배경"),
    ("content", "주요내용"),
    ("effect", "기대효과"),
    ("budget", "예산(원)"),
    ("indicator", "성과지표"),
    ("unit", "지표 단위"),
    ("target", "목표값"),
    ("actual", "실적값"),
    ("cycle", "보고 주기"),
    ("outcome", "목표 달성(met) 또는 미달(missed)"),
    ("into", "이월할 연도 [기본: 다음 해]"),
    ("delayed", "지연된 것만"),
    ("void.act", "과제가 아니라 경과 중 이 일만(task show 의 번호, 여럿이면 2,3. 또는 처리 이름)"),
    ("void.on", "그 일의 날짜(같은 일이 여러 번이면)"),
    ("edit.act", "날짜를 바로잡을 경과(task show 의 번호 또는 처리 이름)"),
    ("edit.on", "그 일이 실제로 있었던 날"),
    ("edit.was", "지금 적힌 날짜(같은 일이 여러 번이면)"),
    ("edit.reason", "사유(경과의 날짜를 바로잡거나 완료 예정일을 늦출 때 필요)"),
    ("carry.start", "이월한 과제의 시작 예정일 [기본: 그해 1월 1일]"),
    ("carry.due", "이월한 과제의 완료 예정일 [기본: 다음 해에 들면 그대로]"),
];

/// Headings under a task.
pub const LEADS: Text = text("주담당자 이력", "Who led it");
/// Headings under a task.
pub const HISTORY: Text = text("경과", "History");
/// Headings under a task.
pub const PLAN: Text = text("추진계획", "Plan");
/// Headings under a task.
pub const MILESTONES: Text = text("추진일정", "Milestones");
/// Headings under a task.
pub const PROGRESS: Text = text("진척 보고", "Progress");

/// What was done.
pub const ADDED: Text =
    text("{code} {title}: {year}년 과제로 등록했습니다({department})", "{code} {title}: registered for {year} ({department})");
/// A remark.
pub const SINCE: Text = text(
    "날짜를 주지 않아 {on}부터 과제로 봅니다. 다른 날이면 proadmin undo 로 되돌리고 --proposed-on 으로 다시 적으십시오",
    "no day was given: a task since {on}; if it was another day, take it back with proadmin undo and give --proposed-on",
);
/// A remark on a task that ends before all of it was reported.
pub const SHORT: Text = text(
    "{code}의 마지막 진척률은 {percent}%입니다. 보고서의 평균에도 그대로 들어갑니다. 다 되었으면 proadmin progress log {code} --percent 100 --on {on}",
    "the last progress of {code} is {percent} %, and means are made of it; if all was done: proadmin progress log {code} --percent 100 --on {on}",
);
/// A remark on what is not carried over.
pub const CARRIED_SUSPENDED: Text = text(
    "{code:은/는} 보류 중이었습니다. {new}도 보류이면 proadmin task suspend {new} --reason …",
    "{code} was suspended; if {new} is too: proadmin task suspend {new} --reason …",
);
/// Since when a carried task is there.
pub const CARRIED_SINCE: Text = text(
    "{new:은/는} {on}부터 있습니다. 해가 바뀔 때부터 이어 왔으면 proadmin task edit {code} --act carried --on {first} --reason …",
    "{new} is there since {on}; if it went on from the turn of the year: proadmin task edit {code} --act carried --on {first} --reason …",
);
/// A warning.
pub const FROZEN: Text = text(
    "주의: 이미 확정한 달({months})의 현황에는 이 기록이 들어 있지 않습니다. 다시 확정하십시오",
    "note: frozen without this: {months}; freeze again what it belongs to",
);
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done, late.
pub const ACTED_LATE: Text = text(
    "{code} {title}: {on} {act}. 완료 예정일 {due}보다 {days}일 늦었습니다",
    "{code} {title}: {act} on {on}, {days:day/days} after {due}",
);
/// What was done.
pub const CARRIED: Text = text(
    "{code} {title}: {new:으로/로} 이월했습니다. 남은 추진일정 {count}건을 옮겼습니다",
    "{code} {title}: carried over as {new}, with {count:open milestone/open milestones}",
);
/// What was done.
pub const REDATED: Text =
    text("{code} {title}: '{act}' 날짜를 {was}에서 {on:으로/로} 바로잡았습니다", "{code} {title}: '{act}' corrected from {was} to {on}");
/// What was done.
pub const TAKEN_OUT: Text = text("{code} {title}: {what} 기록을 무효로 했습니다", "{code} {title}: {what} voided");
/// One of what was taken out.
pub const ACT_ON: Text = text("{on} '{act}'", "'{act}' of {on}");
/// A warning.
pub const TWIN: Text = text(
    "주의: 같은 부서, 같은 해에 '{title}' 과제가 이미 있습니다({twin})",
    "note: the department has another task '{title}' of that year ({twin})",
);
/// Why a row cannot move a planned end back.
pub const REASON_NEEDED: Text = text(
    "완료 예정일이 지금({now})보다 늦습니다. 늦추는 것이 맞으면 --reason 을 붙여 다시 가져오십시오",
    "is later than the present end ({now}); if it moves back, import again with --reason",
);
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");

/// What people write over the columns of a list of tasks.
pub const TITLE: &[&str] = &["과제", "사업명", "제목"];
/// What people write over the columns of a list of tasks.
pub const DEPARTMENT: &[&str] = &["부서", "부서명", "담당부서", "소관부서"];
/// What people write over the columns of a list of tasks.
pub const LEAD: &[&str] = &["담당자", "주담당"];
/// What people write over the columns of a list of tasks.
pub const START: &[&str] = &["시작일", "착수일"];
/// What people write over the columns of a list of tasks.
pub const DUE: &[&str] = &["완료예정일", "종료일", "마감일"];
