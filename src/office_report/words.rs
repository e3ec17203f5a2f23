//! The words of the reports to hand in.

use crate::words::{Term, Text, term, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("monthly", "부서별 중점과제 추진현황(월간)을 만듭니다"),
    ("year-end", "한 해의 실적을 모읍니다"),
    ("department", "한 부서의 한 해 실적을 모읍니다"),
    ("assessment", "종합평가 지표별 증빙을 모읍니다"),
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
pub const OF_THE_MONTH: Text = text(
    "그 달에 추진하던 과제만 셈. 앞선 달에 끝난 과제는 연말 실적(proadmin report year-end {year})에 있음",
    "Only tasks that were open at some time in the month; those that ended before are in proadmin report year-end {year}",
);
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
/// Where those are to be had as they were.
pub const AS_IT_WAS: Text = text("확정할 때의 보고서 그대로 보려면 {command}", "the report as it was when the month was frozen: {command}");
/// A warning.
pub const DIFFERS: Text = text(
    "주의: {month:을/를} 확정한 뒤에 기록이 달라졌습니다. 달라진 곳은 proadmin snapshot diff {month}, 다시 확정하려면 proadmin snapshot take {month} --revise --reason …",
    "note: the records differ from {month} as it was frozen: proadmin snapshot diff {month}, or to freeze it again: proadmin snapshot take {month} --revise --reason …",
);
/// The last row.
pub const TOTAL: Text = text("계", "Total");

/// What is said of a record of a year.
pub const ITEMS: &[Term] = &[
    term("selected", "중점과제 선정", "selected"),
    term("completed", "완료", "completed"),
    term("met", "목표 달성", "target met"),
    term("missed", "목표 미달", "target missed"),
    term("stopped", "중단", "stopped"),
    term("carried", "이월", "carried over"),
    term("planned", "예정", "planned"),
    term("on_track", "정상추진", "on track"),
    term("delayed", "지연", "delayed"),
    term("suspended", "보류", "suspended"),
    term("received", "접수", "received"),
    term("answered_in_time", "기한 내 회신", "answered in time"),
    term("answered_late", "기한 지나 회신", "answered late"),
    term("returned", "반려", "returned"),
    term("withdrawn", "취하", "withdrawn"),
    term("settled", "회신 없이 종결", "settled, no reply owed"),
    term("passed", "소관부서 이첩", "passed on"),
    term("dismissed", "보완 불응 종결", "dismissed"),
    term("pending", "처리 중", "pending"),
    term("pending_late", "처리 중(기한 지남)", "pending, late"),
    term("followed_up", "이행결과 보고", "followed up"),
    term("held", "교육 실시", "held"),
    term("awarded", "수상", "awarded"),
    term("round_closed", "평가 확정", "round closed"),
    term("graded", "선발", "selected for a grade"),
    term("adopted", "계획 의결", "adopted"),
    term("done", "추진과제 완료", "done"),
    term("not_done", "추진과제 미완료", "not done"),
    term("by_resident", "주민 추천", "by residents"),
    term("by_employee", "직원 추천", "by employees"),
    term("by_department", "부서 추천", "by departments"),
    term("by_self", "본인 추천", "by themselves"),
    term("rejected", "추천 제외", "rejected"),
    term("merged", "같은 추천에 병합", "merged into another"),
    term("points_approved", "참여점수 인정", "points approved"),
    term("published", "공개", "published"),
    term("applied", "신청", "applied"),
    term("supported", "지원 결정", "supported"),
    term("exempted", "면책 인정", "exempted"),
    term("granted", "우대 부여", "granted"),
    term("granted_extraordinary", "파격적 우대 부여", "extraordinary, granted"),
];
/// The heading of a year.
pub const YEAR_END: Text = text("{office}{year}년 적극행정 추진실적", "{office}proactive administration in {year}");
/// The heading of a department's year.
pub const DEPARTMENT_YEAR: Text =
    text("{office}{department} {year}년 적극행정 추진실적", "{office}{department}: proactive administration in {year}");
/// The heading of the evidence.
pub const ASSESSMENT: Text = text("{office}{year}년 적극행정 종합평가 증빙", "{office}evidence for the assessment of {year}");
/// Over bars.
pub const BY_ITEM: Text = text("항목별 건수", "By item");
/// Over bars and a table.
pub const BY_DEPARTMENT: Text = text("부서별", "By department");
/// Over bars.
pub const BY_INDICATOR: Text = text("지표별 증빙 건수", "Evidence by indicator");
/// Over a table.
pub const RECORDS: Text = text("기록", "Records");
/// Over a table.
pub const EVIDENCE: Text = text("증빙 목록", "Evidence");
/// What is not known.
pub const WEIGHTS_UNKNOWN: Text = text(
    "지표의 배점은 공개된 것이 없어 건수만 셉니다. 지표와 그 근거는 표 assessment_indicator 에 있습니다",
    "No weights are published, so evidence is counted, not scored; the indicators and where they are from stand in the table assessment_indicator",
);
