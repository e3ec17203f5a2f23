//! Evaluation (평가): a round has criteria with maxima, entries, raters and their sheets. Totals,
//! ranks and grades are views over what was scored, in whole hundredths; a person decides only
//! what no rule can, a tie across a grade's edge, and a closed round keeps its results.

pub(crate) mod commands;
pub mod answers;
pub mod import;
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
pub const KINDS: &[Term] = &[term("review", "심사", "review"), term("vote", "투표", "vote"), term("carried", "이월 점수", "carried score")];
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

/// The columns of the bonus points by entry.
pub const BONUS_SUMS: &[Column] = &[
    column("entry", "번호", "entry", Kind::Code),
    column("title", "후보", "title", Kind::Text),
    column("points", "적은 가점", "recorded", Kind::Points),
    column("bonus", "총점에 든 가점", "counted", Kind::Points),
];
