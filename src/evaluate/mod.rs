//! Evaluation (평가): a round has criteria with maxima, entries, raters and their sheets. Totals,
//! ranks and grades are views over what was scored, in whole hundredths; a person decides only
//! what no rule can, a tie across a grade's edge, and a closed round keeps its results.

pub(crate) mod commands;
pub mod answers;
pub mod fields;
pub mod import;
pub mod judge;
pub mod raters;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// States of a round.
pub const STATES: &[Term] = &[term("open", "진행 중", "open"), term("closed", "마감", "closed"), term("void", "무효", "void")];
/// What a round is about.
pub const TRACKS: &[Term] = &[
    term("individual", "개인", "individual"),
    term("team", "팀", "team"),
    term("model_failure", "모범실패사례", "model failure"),
    term("department", "부서", "department"),
];
/// How the sheets of an entry become its points.
pub const METHODS: &[Term] = &[term("mean", "평균", "mean"), term("median", "중앙값", "median")];
/// What a component of a total is.
pub const KINDS: &[Term] = &[
    term("review", "심사", "review"),
    term("vote", "투표", "vote"),
    term("carried", "이월 점수", "carried score"),
    term("indicator", "지표", "indicator"),
];
/// What an indicator may count: the kinds of the view `department_event`.
pub const INDICATORS: &[Term] = &[
    term("task_proposed", "과제 발굴", "tasks proposed"),
    term("task_selected", "중점과제 선정", "tasks selected"),
    term("task_met", "목표 달성 과제", "tasks that met their target"),
    term("consult_filed", "사전컨설팅 신청", "requests filed"),
    term("consult_answered", "사전컨설팅 회신", "requests answered"),
    term("training_attended", "교육 참석", "training attended"),
    term("award_won", "외부 수상", "awards won"),
    term("nominated", "우수공무원 추천", "nominations received"),
    term("nomination_accepted", "추천 인정", "nominations accepted"),
];
/// Whether a sheet counts.
pub const SHEETS: &[Term] = &[
    term("counted", "산입", "counted"),
    term("dropped_high", "최고 제외", "dropped, high"),
    term("dropped_low", "최저 제외", "dropped, low"),
    term("too_few", "심사표 부족", "too few to trim"),
    term("incomplete", "미완성", "incomplete"),
    term("set_aside", "이해관계로 제외", "set aside"),
];

const COLUMNS: &[Column] = &[
    column("code", "평가 번호", "code", Kind::Code),
    column("title", "평가명", "title", Kind::Text),
    column("year", "연도", "year", Kind::Integer).minor(8),
    column("track", "부문", "track", Kind::Term(TRACKS)).minor(5),
    column("method", "집계", "method", Kind::Term(METHODS)).minor(6),
    column("trim", "제외", "trim", Kind::Integer).minor(6),
    column("state", "상태", "state", Kind::Term(STATES)),
    column("criteria", "항목", "criteria", Kind::Integer).minor(4),
    column("entries", "후보", "entries", Kind::Integer).minor(2),
    column("raters", "심사위원", "raters", Kind::Integer).minor(3),
    column("opened_on", "시작일", "opened", Kind::Date).minor(7),
    column("closed_on", "마감일", "closed", Kind::Date).minor(1),
    column("bonus_max", "가점 한도", "bonus cap", Kind::Points),
    column("tie_criteria", "동점 처리 항목", "ties split by", Kind::Text),
    column("tie_receipt", "접수순", "then by receipt", Kind::Flag),
    column("closed_missing", "미제출 심사표", "sheets missing at close", Kind::Integer),
    column("closed_reason", "미제출인 채 마감한 사유", "why closed without them", Kind::Text),
    column("closed_hash", "결과 해시", "hash of the results", Kind::Code),
    column("after", "앞 단계", "stage before", Kind::Code),
    column("keep", "올라온 수", "came through", Kind::Integer),
    column("keep_tied", "동점에서 올린 후보", "let through of a tie", Kind::Text),
    column("keep_reason", "동점에서 올린 사유", "why", Kind::Text),
    column("count_from", "지표 집계 첫날", "counted from", Kind::Date),
    column("count_to", "지표 집계 끝날", "counted to", Kind::Date),
    column("body", "결정 기관", "decided by", Kind::Text),
    column("adopted_on", "결정일", "decided", Kind::Date),
    column("document", "회의록", "minutes", Kind::Text),
];

/// The evaluation rounds.
pub static ROUNDS: Register = Register {
    noun: "eval",
    what: text("평가", "evaluation round"),
    title: text("평가", "Evaluation rounds"),
    view: "evaluation_round",
    table: "eval_round",
    key: "code",
    columns: COLUMNS,
    listed: 12,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// The columns of the evaluation table before its criteria.
pub const TABLE: &[Column] = &[
    column("rank", "순위", "rank", Kind::Integer),
    column("tied", "동순위", "tied", Kind::Flag).minor(6),
    column("code", "평가 번호", "round", Kind::Code).minor(9),
    column("entry", "번호", "entry", Kind::Code),
    column("title", "후보", "title", Kind::Text),
    column("department", "부서", "department", Kind::Text).minor(5),
    column("total", "총점", "total", Kind::Points),
    column("raters", "심사표", "sheets", Kind::Integer).minor(4),
    column("missing", "미제출", "missing", Kind::Integer).minor(3),
    column("grade", "등급", "grade", Kind::Text).minor(1),
];

/// The columns of what departments have in the indicators of a round.
pub const COUNTED: &[Column] = &[
    column("entry", "번호", "entry", Kind::Code),
    column("title", "후보", "title", Kind::Text),
    column("component", "구성 요소", "component", Kind::Text),
    column("indicator", "지표", "indicator", Kind::Term(INDICATORS)).minor(2),
    column("units", "실적", "units", Kind::Integer),
    column("unit", "단위", "unit", Kind::Text).minor(3),
    column("unit_points", "단위당 점수", "points a unit", Kind::Points).minor(1),
    column("max", "한도", "at most", Kind::Points),
    column("points", "점수", "points", Kind::Points),
];

/// The columns of the bonus points by entry.
pub const BONUS_SUMS: &[Column] = &[
    column("entry", "번호", "entry", Kind::Code),
    column("title", "후보", "title", Kind::Text),
    column("points", "적은 가점", "recorded", Kind::Points),
    column("bonus", "총점에 든 가점", "counted", Kind::Points),
];
