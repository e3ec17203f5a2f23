//! Participation points (마일리지): what officials do for proactive administration earns points
//! by the office's own rules. Points are proposed from the records the file already holds, each
//! traced to its record; the office approves or rejects; what is not redeemed by 31 December
//! expires. They stand apart from evaluation, which never reads them.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// What earns points. The first six come from other records; the others are recorded by hand.
pub const EVENTS: &[Term] = &[
    term("consult_filed", "사전컨설팅 신청", "pre-consulting asked for"),
    term("task_completed", "중점과제 완료", "key task completed"),
    term("milestone_done", "추진일정 달성", "milestone reached"),
    term("nomination_accepted", "추천 인정", "nomination accepted"),
    term("selected", "평가 선발", "selected in a round"),
    term("training_attended", "교육 이수", "training attended"),
    term("case_submitted", "사례 제출", "case submitted"),
    term("deregulation", "규제 개선", "deregulation"),
    term("promotion", "홍보", "promotion"),
    term("collaboration", "협업", "collaboration"),
    term("goal_setting", "목표 설정", "goal setting"),
    term("other", "그 밖의 활동", "other activity"),
];
/// So many of the events come from other records.
const FROM_RECORDS: usize = 6;
/// The events that are recorded by hand.
pub const BY_HAND: &[Term] = EVENTS.split_at(FROM_RECORDS).1;

/// What a line of the ledger is.
pub const KINDS: &[Term] =
    &[term("activity", "활동", "activity"), term("points", "점수", "points"), term("redemption", "사용", "redemption")];
/// States of a line of the ledger.
pub const STATES: &[Term] = &[
    term("open", "미결정", "open"),
    term("decided", "결정", "decided"),
    term("approved", "승인", "approved"),
    term("rejected", "불승인", "rejected"),
    term("gone", "근거 없음", "record gone"),
    term("redeemed", "사용", "redeemed"),
    term("void", "무효", "void"),
];
/// Why points are proposed as they are.
pub const WHYS: &[Term] = &[
    term("whole", "전부", "whole"),
    term("part", "일부(한도·같은 과제)", "part (cap or same task)"),
    term("task_counted", "같은 과제 반영됨", "task counted already"),
    term("month_count", "월 횟수 한도", "monthly number reached"),
    term("month_max", "월 점수 한도", "monthly cap reached"),
    term("year_max", "연 점수 한도", "yearly cap reached"),
];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "내용", "what", Kind::Text),
    column("kind", "구분", "kind", Kind::Term(KINDS)).minor(5).computed(),
    column("event", "항목", "event", Kind::Term(EVENTS)).minor(2),
    column("staff", "직원", "person", Kind::Text).names("staff_id", "staff"),
    column("department", "부서", "department", Kind::Text).minor(4).names("department_id", "department"),
    column("happened_on", "있었던 날", "happened", Kind::Date).minor(3),
    column("source", "근거", "record", Kind::Code).minor(6).computed(),
    column("points", "점수", "points", Kind::Points).computed(),
    column("state", "상태", "state", Kind::Term(STATES)).computed(),
    column("decided_on", "결정일", "decided", Kind::Date).minor(7).computed(),
    column("task", "관련 과제", "task", Kind::Code),
    column("reason", "사유", "reason", Kind::Text).computed(),
];

/// The ledger of points. What is exchanged are the activities: the rest follows from records
/// and decisions.
pub static LEDGER: Register = Register {
    noun: "incentive",
    what: text("점수 기록", "line of the ledger"),
    title: text("참여점수 원장", "Ledger of participation points"),
    view: "incentive_ledger",
    table: "",
    key: "code",
    columns: COLUMNS,
    listed: 11,
    order: "year DESC, kind, seq",
    by_code: ("code", "code DESC"),
    unless_asked: "kind = 'activity' AND state <> 'void'",
    unlisted: &[],
};
