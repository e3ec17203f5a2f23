//! The words of counting rules.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("list", "기한 계산 규칙과 쓰임을 보입니다"),
    ("show", "규칙 하나를 자세히 보입니다"),
    ("add", "기관의 규정에 따른 계산 규칙을 둡니다"),
    ("use", "어느 날 접수부터 어떤 규칙으로 셀지 정합니다"),
    ("end", "규칙을 폐지합니다(이미 접수한 건은 그대로 셉니다)"),
    ("all", "폐지한 것까지"),
    ("code", "규칙 부호(--rule 에 적는 것)"),
    ("name", "규칙 이름"),
    ("days", "처리일수"),
    ("unit", "세는 날: calendar(휴일 포함), working(근무일만) [기본: --like 의 것, 없으면 calendar]"),
    ("first_day", "접수일을 첫날로 세는지 [기본: --like 의 것, 없으면 아니오]"),
    ("extension_max", "연장 한도(일) [기본: --like 의 것, 없으면 처리일수]"),
    ("supplement_pauses", "보완 기간을 빼는지 [기본: --like 의 것, 없으면 예]"),
    ("supplement_max", "보완 요구 횟수 한도 [기본: --like 의 것, 없으면 제한 없음]"),
    ("referral_pauses", "이송 기간을 빼는지 [기본: --like 의 것, 없으면 아니오]"),
    ("like", "나머지를 본떠 올 규칙"),
    ("source", "근거 규정"),
    ("from", "시행일(이날 접수한 건부터) [기본: 오늘]"),
    ("use.source", "그렇게 정한 근거"),
    ("for", "어디에 쓸지"),
    ("end.on", "폐지일(이날 접수한 건부터 쓸 수 없음) [기본: 오늘]"),
    ("reason", "까닭"),
];

/// A heading.
pub const USED_FOR: Text = text("쓰임", "What they are used for");
/// What was done.
pub const ADDED: Text = text(
    "{rule} {name}: {days}일 규칙을 등록했습니다. {from} 접수한 건부터 쓸 수 있습니다",
    "{rule} {name}: a rule of {days:day/days}, for what is received from {from} on",
);
/// What was done.
pub const USING: Text = text("{from} 접수한 건부터 {what}에 {rule:을/를} 씁니다", "{what} received from {from} on: counted by '{rule}'");
/// What was done.
pub const ENDED: Text = text(
    "{rule}: {on} 폐지했습니다. 그 전에 접수한 건은 그대로 이 규칙으로 셉니다",
    "{rule}: ended on {on}; what was received before is still counted by it",
);
/// A warning.
pub const OTHERWISE: Text = text(
    "주의: 그 뒤에 접수했으나 다른 규칙으로 세는 건이 있습니다: {codes}",
    "note: received since, but counted by another rule: {codes}",
);
