//! The words of frozen months.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("take", "그달 말일의 과제 현황을 확정합니다"),
    ("list", "확정한 월별 현황의 목록을 보입니다"),
    ("show", "확정한 월별 현황을 보입니다"),
    ("diff", "두 달, 또는 한 달의 두 차수를 견줍니다"),
    ("verify", "확정한 달이 확정할 때의 해시와 맞는지 봅니다"),
    ("month", "달(예: 2024-05)"),
    ("show.month", "달 또는 달:차수(예: 2024-05, 2024-05:1)"),
    ("last", "지난달(예약 실행용)"),
    ("revise", "기록이 달라졌으면 다음 차수로 다시 확정(--reason 필요)"),
    ("revision", "차수 [기본: 마지막 차수]"),
    ("first", "달 또는 달:차수(예: 2024-05, 2024-05:1)"),
    ("second", "견줄 달 또는 달:차수 [기본: 지금의 기록으로 계산한 같은 달]"),
    ("list.month", "이달 것만"),
];

/// What was done.
pub const TAKEN: Text =
    text("{month} 월별 현황을 확정했습니다(과제 {count}건, {last} 기준)", "{month} frozen: {count:task/tasks} as of {last}");
/// A warning.
pub const UNREPORTED: Text = text(
    "주의: 이달 진척을 보고하지 않은 과제가 {count}건 있습니다: proadmin progress missing {month}",
    "note: {count:task has/tasks have} no report for the month: proadmin progress missing {month}",
);
/// What was done.
pub const REVISED: Text = text(
    "{month} 월별 현황을 {revision}차로 다시 확정했습니다(과제 {count}건, {last} 기준, 달라진 곳 {differences}곳)",
    "{month} frozen again as revision {revision}: {count:task/tasks} as of {last}, differences: {differences}",
);
/// The seal of the entry that froze the month.
pub const SEALED: Text =
    text("봉인 {seal} ({month} {revision}차를 확정한 기록)", "seal {seal} (of the entry that froze {month}, revision {revision})");
/// A heading.
pub const SHOWN: Text = text("{month} 중점과제 현황({revision}차 확정)", "Key tasks of {month}, revision {revision} as frozen");
/// A heading.
pub const DIFF: Text = text("{before} → {after} 달라진 곳", "Differences, {before} → {after}");
/// One side of a comparison.
pub const SIDE: Text = text("{month}({revision}차)", "{month} (revision {revision})");
/// One side of a comparison.
pub const BY_THE_FACTS: Text = text("{month}(지금의 기록)", "{month} (by the facts now)");
/// A remark.
pub const COUNT: Text = text("달라진 곳 {count}곳", "differences: {count}");
/// A remark.
pub const NO_DIFFERENCE: Text = text("달라진 곳이 없습니다", "no differences");
/// A remark.
pub const SUPERSEDED: Text = text("{latest}차가 마지막 차수입니다", "revision {latest} is the latest");
/// Where a cell differs.
pub const WHERE: Text = text("{code} {field}", "{code} {field}");
/// What differs.
pub const FROM_TO: Text = text("{before} → {after}", "{before} → {after}");
/// No value.
pub const NOTHING: Text = text("없음", "none");
/// What is left out.
pub const MORE: Text = text("그 밖에 {count}곳", "{count} more");
/// The heading of a check.
pub const VERIFY: Text = text("확정한 월별 현황의 대조", "Frozen months against their hashes");
/// What a check found.
pub const NOT_AS_FROZEN: Text = text("확정한 대로가 아닌 것이 {count}건 있습니다", "{count:revision is/revisions are} not as frozen");
