//! The words of implementation plans.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("area", "추진분야를 정하거나 이름을 바꾸거나 무효로 합니다"),
    ("templates", "추진분야 양식을 보입니다"),
    ("action", "추진과제를 넣습니다"),
    ("list", "추진과제 목록을 보입니다"),
    ("show", "추진과제 하나를 증빙·경과와 함께 보입니다"),
    ("edit", "추진과제를 고칩니다"),
    ("done", "추진과제를 완료합니다(추진결과 포함)"),
    ("drop", "추진과제를 중단합니다"),
    ("reopen", "완료나 중단을 취소하고 다시 엽니다"),
    ("void", "잘못 넣은 추진과제를 무효로 합니다"),
    ("link", "추진과제에 증빙을 연결합니다"),
    ("unlink", "증빙 연결을 취소합니다"),
    ("adopt", "실행계획의 의결을 기록합니다(다시 하면 변경 의결)"),
    ("unadopt", "잘못 적은 마지막 의결을 무효로 합니다"),
    ("report", "그해 실행계획과 추진현황을 보입니다"),
    ("coverage", "증빙 없는 과제, 과제 없는 증빙, 지연 과제를 보입니다"),
    ("carry", "남은 추진과제를 다음 해 계획으로 이월합니다"),
    ("due", "실행계획 수립 기한을 보이거나 바꿉니다"),
    ("kinds", "증빙 후보로 볼 기록의 종류를 보이거나 바꿉니다"),
    ("import", "파일(xlsx, CSV)에서 추진과제를 가져옵니다"),
    ("year", "연도 [기본: 올해]"),
    ("list.year", "연도"),
    ("area.name", "추진분야 이름"),
    ("area.year", "연도 [기본: 올해]"),
    ("area.no", "번호(이미 있는 번호면 그 분야를 고침)"),
    ("area.english", "영문 이름"),
    ("area.source", "근거"),
    ("template", "양식(plan templates 참조)의 추진분야를 한꺼번에 정함"),
    ("area.void", "--no 의 추진분야를 무효로 함(--reason 필요)"),
    ("area.on", "정한 날 [기본: 그해 1월 1일]"),
    ("title", "추진과제"),
    ("action.area", "추진분야(번호 또는 이름)"),
    ("edit.area", "추진분야(번호 또는 이름)"),
    ("list.area", "추진분야 번호"),
    ("lead", "담당자(번호 또는 이름)"),
    ("action.due", "추진기한"),
    ("edit.due", "추진기한"),
    ("content", "내용"),
    ("planned_on", "계획한 날 [기본: 그해 1월 1일]"),
    ("result", "추진결과"),
    ("record", "증빙이 될 기록의 번호(여럿 가능)"),
    ("link.note", "무엇을 보이는 증빙인지"),
    ("link.on", "연결한 날 [기본: 오늘]"),
    ("body", "의결기구(예: 적극행정위원회)"),
    ("document", "문서번호 [기본: --doc-no]"),
    ("adopt.on", "의결일 [기본: 오늘]"),
    ("adopt.note", "비고(변경 사유 등)"),
    ("adopt.year", "연도"),
    ("unadopt.year", "연도"),
    ("carry.year", "연도"),
    ("into", "이월할 연도 [기본: 다음 해]"),
    ("due.day", "기한의 월-일(예: 03-31)"),
    ("from", "이 해부터 [기본: 올해]"),
    ("due.source", "근거"),
    ("add", "이 종류를 더함"),
    ("remove", "이 종류를 뺌"),
    ("kind", "이 종류의 기록만"),
];

/// Headings.
pub const PLAN: Text = text("{year}년 적극행정 실행계획", "Implementation plan of {year}");
/// Headings.
pub const COVERAGE: Text = text("{year}년 실행계획 점검", "Coverage of the plan of {year}");
/// Headings.
pub const AREAS: Text = text("추진분야별 현황", "By area");
/// Headings.
pub const ADOPTIONS: Text = text("의결 경과", "Adopted");
/// Headings.
pub const EVIDENCE: Text = text("증빙", "Evidence");
/// Headings.
pub const HISTORY: Text = text("경과", "History");
/// Headings.
pub const WITHOUT: Text = text("증빙 없는 추진과제", "Actions without evidence");
/// Headings.
pub const LATE: Text = text("기한이 지난 추진과제", "Late actions");
/// Headings.
pub const CANDIDATES: Text = text("추진과제에 연결되지 않은 기록", "Records linked to no action");
/// What a chart shows.
pub const DONE_BY_AREA: Text = text("추진분야별 완료 과제", "Actions done, by area");
/// Headings.
pub const TEMPLATES: Text = text("추진분야 양식", "Templates of areas");
/// Headings.
pub const DUE: Text = text("실행계획 수립 기한", "When plans are to be adopted");
/// Headings.
pub const KINDS: Text = text("증빙 후보로 보는 기록", "Records that plans speak of");

/// A remark.
pub const NO_PLAN: Text = text(
    "주의: {year}년 실행계획이 없습니다(수립 의무는 조례에 따라 다르므로 오류는 아닙니다)",
    "note: there is no plan for {year}; whether one is owed depends on the ordinance",
);
/// A remark.
pub const NOT_ADOPTED: Text = text("주의: 아직 의결되지 않았습니다(수립 기한 {due})", "note: not adopted yet (due {due})");
/// A remark.
pub const ADOPTED: Text = text("{on} {body} 의결({revision}차)", "adopted on {on} by {body} (revision {revision})");
/// A remark.
pub const CHANGED_SINCE: Text = text(
    "주의: 마지막 의결 뒤에 계획 내용이 바뀌었습니다. 변경 의결이 필요한지 확인하십시오",
    "note: the plan has changed since it was last adopted; it may have to be adopted again",
);
/// A remark.
pub const LATE_COUNT: Text = text("기한이 지난 것 {count}건", "{count} late");
/// A remark.
pub const GAPS: Text = text(
    "증빙 없는 추진과제 {without}건, 연결되지 않은 기록 {candidates}건, 지연 {late}건",
    "actions without evidence: {without}, records linked to none: {candidates}, late: {late}",
);

/// What was done.
pub const AREA_SET: Text = text("{year}년 추진분야 {count}개를 정했습니다: {names}", "areas set for {year}: {names} ({count})");
/// What was done.
pub const AREA_EDITED: Text = text("{year}년 추진분야 {no}번 {name}: 고쳤습니다", "area {no} of {year}, {name}: edited");
/// What was done.
pub const AREA_VOIDED: Text = text("{year}년 추진분야 {no}번 {name}: 무효로 했습니다", "area {no} of {year}, {name}: voided");
/// What was done.
pub const ADDED: Text = text("{code} {title}: {area}에 넣었습니다({department})", "{code} {title}: added to '{area}' ({department})");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done.
pub const DONE_LATE: Text =
    text("{code} {title}: {on} 완료. 추진기한 {due}보다 {days}일 늦었습니다", "{code} {title}: done on {on}, {days:day/days} after {due}");
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// What was done.
pub const LINKED: Text = text("{code} {title}: 증빙 {records:을/를} 연결했습니다", "{code} {title}: shown by {records}");
/// What was done.
pub const UNLINKED: Text = text("{code} {title}: 증빙 {records} 연결을 취소했습니다", "{code} {title}: no longer shown by {records}");
/// What was done.
pub const ADOPTED_NOW: Text = text(
    "{year}년 실행계획: {on} {body} 의결({revision}차, {areas}개 분야 {actions}개 과제)",
    "plan of {year}: adopted on {on} by {body} (revision {revision}, {areas:area/areas}, {actions:action/actions})",
);
/// What was done.
pub const UNADOPTED: Text = text("{year}년 실행계획: {revision}차 의결을 무효로 했습니다", "plan of {year}: adoption {revision} voided");
/// What was done.
pub const CARRIED: Text =
    text("{year}년 추진과제 {count}건을 {into}년 계획으로 이월했습니다", "{count:action/actions} of {year} carried over into {into}");
/// A question.
pub const CARRY_ASK: Text =
    text("{year}년 추진과제 {count}건을 {into}년으로 이월합니다. 기록할까요?", "carry {count:action/actions} of {year} into {into}?");
/// What was done.
pub const DUE_SET: Text = text("{year}년부터 실행계획 수립 기한은 {day}입니다", "plans are to be adopted by {day}, from {year} on");
/// What was done.
pub const KINDS_SET: Text = text("증빙 후보로 보는 기록의 종류를 고쳤습니다", "the kinds that plans speak of were changed");
/// A record that a question is about.
pub const ONE: Text = text("{code} {title}", "{code} {title}");
