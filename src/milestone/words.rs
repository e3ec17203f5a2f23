//! The words of milestones.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "과제에 추진일정을 더합니다"),
    ("done", "추진일정의 달성을 기록합니다"),
    ("slip", "추진일정을 연기합니다(사유와 함께 남음)"),
    ("edit", "추진일정을 바로잡습니다"),
    ("list", "추진일정을 보입니다"),
    ("void", "잘못 넣은 추진일정을 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 추진일정을 가져옵니다"),
    ("code", "과제 번호"),
    ("seq", "순번"),
    ("title", "추진일정"),
    ("due", "예정일"),
    ("set_on", "계획한 날 [기본: 과제의 제안일]"),
    ("done.on", "달성한 날 [기본: 오늘]"),
    ("done.note", "달성 내용"),
    ("edit.due", "예정일을 잘못 적었을 때 바로잡을 날(늦추려면 사유 필요)"),
    ("edit.done_on", "실제로 달성한 날"),
    ("edit.not_done", "달성한 것이 아님(달성 기록을 되돌림)"),
    ("edit.note", "달성 내용"),
    ("edit.reason", "사유(달성일을 바로잡거나 예정일을 늦출 때 필요)"),
    ("slip.due", "새 예정일"),
    ("slip.on", "연기한 날 [기본: 오늘]"),
    ("within", "이 일수 안에 닥치는 것만(지난 것 포함, 달성한 것 제외)"),
];

/// What was done.
pub const ADDED: Text = text("{code} {title}: 예정일 {due}로 넣었습니다", "{code} {title}: set for {due}");
/// What was done.
pub const DONE: Text = text("{code} {title}: {on}에 달성했습니다", "{code} {title}: reached on {on}");
/// What was done, late.
pub const DONE_LATE: Text = text(
    "{code} {title}: {on}에 달성했습니다. 예정일 {due}보다 {days}일 늦었습니다",
    "{code} {title}: reached on {on}, {days:day/days} after {due}",
);
/// What was done, on a day that nobody named.
pub const TODAY_TAKEN: Text = text(
    "{said} (날짜를 주지 않아 오늘로 적음. 고치기: proadmin milestone edit {code} {seq} --done-on 날짜 --reason …)",
    "{said} (no day was given, so today; to correct it: proadmin milestone edit {code} {seq} --done-on DATE --reason …)",
);
/// A warning.
pub const TWIN: Text = text(
    "주의: 제목과 예정일이 같은 {seq}번 일정이 이미 있습니다. 두 번 넣은 것이면 proadmin milestone void {code} {new} --reason …",
    "note: number {seq} has the same title and day; if it was entered twice: proadmin milestone void {code} {new} --reason …",
);
/// A warning.
pub const PAST_THE_END: Text = text(
    "주의: 예정일 {due:이/가} 과제의 완료 기한({end})보다 늦습니다. 과제 기한을 늦추려면 proadmin task edit {code} --due 날짜",
    "note: {due} lies past the end of the task ({end}); to move that: proadmin task edit {code} --due DATE",
);
/// What was done.
pub const SLIPPED: Text = text("{code} {title}: {old}에서 {due}로 연기했습니다", "{code} {title}: put off from {old} to {due}");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const REDATED: Text =
    text("{code} {title}: 달성일을 {was}에서 {on:으로/로} 바로잡았습니다", "{code} {title}: reached on {on}, corrected from {was}");
/// What was done.
pub const NOT_DONE: Text = text("{code} {title}: {was} 달성 기록을 되돌렸습니다", "{code} {title}: not reached after all (it said {was})");
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// Why a row cannot move a planned day.
pub const SLIP_NEEDED: Text = text(
    "예정일이 지금({now})과 다릅니다. 연기라면 --reason 을 붙여 다시 가져오거나 proadmin milestone slip {task} {seq} --due {due} --reason …",
    "differs from the present day ({now}); if it is put off, import again with --reason, or: proadmin milestone slip {task} {seq} --due {due} --reason …",
);
