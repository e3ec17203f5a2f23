//! The words of key tasks.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "중점과제를 등록합니다"),
    ("list", "과제 목록을 보입니다"),
    ("show", "과제 하나를 자세히 보입니다"),
    ("edit", "과제의 계획을 고칩니다"),
    ("select", "후보를 중점과제로 선정합니다"),
    ("suspend", "과제를 보류합니다"),
    ("resume", "보류한 과제를 재개합니다"),
    ("complete", "과제를 완료합니다(목표 달성 또는 미달)"),
    ("stop", "과제를 중단합니다"),
    ("carry", "과제를 다음 해로 이월합니다"),
    ("reopen", "종결을 취소하고 다시 엽니다"),
    ("void", "잘못 등록한 과제를 무효로 합니다"),
    ("import", "파일(CSV)에서 과제를 가져옵니다"),
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
    ("carry.due", "이월한 과제의 완료 예정일 [기본: 다음 해에 들면 그대로]"),
];

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
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done.
pub const CARRIED: Text = text(
    "{code} {title}: {new:으로/로} 이월했습니다. 남은 추진일정 {count}건을 옮겼습니다",
    "{code} {title}: carried over as {new}, with {count:open milestone/open milestones}",
);
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
