//! The words of the reports to hand in.

use crate::words::{Term, Text, term, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("monthly", "부서별 중점과제 추진현황(월간)을 만듭니다"),
    ("month", "달(예: 2024-05)"),
    ("revision", "확정한 월별 현황의 차수 [기본: 마지막 차수]"),
];

/// Where a report's numbers are from.
pub const BASES: &[Term] = &[term("snapshot", "확정 현황", "snapshot"), term("facts", "기록", "facts")];
/// A heading.
pub const MONTHLY: Text = text("{month} 중점과제 추진현황", "Key tasks of {month} by department");
/// A remark.
pub const FROM_SNAPSHOT: Text = text(
    "기준: {last} 현재. {taken}에 확정한 월별 현황({revision}차)에서 뽑았습니다",
    "As of {last}, from revision {revision} of the month, frozen on {taken}",
);
/// A remark.
pub const FROM_FACTS: Text = text(
    "기준: {last} 현재. 확정한 월별 현황이 없어 기록에서 계산했습니다",
    "As of {last}, computed from the facts: the month was not frozen",
);
/// A remark.
pub const FROM_FACTS_SO_FAR: Text = text(
    "기준: {last} 현재. 아직 끝나지 않은 달이어서 기록에서 계산했습니다",
    "As of {last}, computed from the facts: the month is not over",
);
/// The last row.
pub const TOTAL: Text = text("계", "Total");
