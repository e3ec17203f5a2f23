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
/// The heading, with the office's name.
pub const MONTHLY: Text =
    text("{office} {year}년 {month}월 중점과제 추진현황", "{office}: key tasks by department, {english_month} {year}");
/// The months in an English heading.
pub const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/// What the numbers are from.
pub const FROM_SNAPSHOT: Text = text(
    "기준: {last} 현재. {taken}에 확정한 월별 현황({revision}차)",
    "As of {last}, from revision {revision} of the month, frozen on {taken}",
);
/// What the numbers are from.
pub const FROM_FACTS: Text =
    text("기준: {last} 현재. 확정한 월별 현황이 없어 기록에서 계산", "As of {last}, computed from the facts: the month was not frozen");
/// What the numbers are from.
pub const FROM_FACTS_SO_FAR: Text =
    text("기준: {last} 현재. 아직 끝나지 않은 달이어서 기록에서 계산", "As of {last}, computed from the facts: the month is not over");
/// A heading under the report.
pub const LATE: Text = text("지연 과제", "Late tasks");
/// A heading under the report.
pub const MISSING: Text = text("이달 진척 미보고 과제", "Tasks without a report for the month");
/// A remark.
pub const NONE_LATE: Text = text("지연 과제: 없음", "Late tasks: none");
/// A remark.
pub const NONE_MISSING: Text = text("이달 진척 미보고 과제: 없음", "Tasks without a report for the month: none");
/// A remark.
pub const MEAN_OF: Text = text(
    "평균 진척률: 전체 {tasks}건 중 진척을 보고한 적이 있는 {reported}건의 최근 보고를 평균(반올림)",
    "Mean: over the latest reports of the {reported} of {tasks} tasks that have ever reported, half up",
);
/// A remark.
pub const OWN_END: Text =
    text("지연된 일정이 빈 과제는 과제의 완료 기한이 지난 것", "Where no milestone is named, the task's own end has passed");
/// A remark.
pub const FROM_RECORDS: Text = text(
    "지연된 일정과 미보고는 월별 현황에 확정해 두는 항목이 아니므로, 기록에서 {last} 현재로 뽑음",
    "What is overdue and who has not reported is not frozen with the month; it is read from the facts as of {last}",
);
/// The last row.
pub const TOTAL: Text = text("계", "Total");
