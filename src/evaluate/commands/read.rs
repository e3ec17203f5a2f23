//! `eval list` and `eval show`.

use anyhow::Result;
use clap::Args;

use crate::evaluate::{KINDS, ROUNDS, STATES, answers, store, words};
use crate::private::NAMES;
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::Session;
use crate::typed;

const CRITERIA: &[Column] = &[
    column("criterion", "항목", "criterion", Holds::Text),
    column("max", "만점", "max", Holds::Points),
    column("component", "구성 요소", "component", Holds::Text),
    column("tie_order", "동점 순서", "tie order", Holds::Integer),
];
const COMPONENTS: &[Column] = &[
    column("component", "구성 요소", "component", Holds::Text),
    column("kind", "종류", "kind", Holds::Term(KINDS)),
    column("weight", "가중치(%)", "weight (%)", Holds::Points),
    column("max", "만점", "max", Holds::Points),
];
const GRADES: &[Column] = &[
    column("grade", "등급", "grade", Holds::Text),
    column("percent", "비율", "share", Holds::Percent),
    column("size", "인원", "entries", Holds::Integer),
    column("from_place", "첫 자리", "from place", Holds::Integer),
    column("to_place", "끝자리", "to place", Holds::Integer),
];
const RATERS: &[Column] = &[
    column("rater", "심사위원", "rater", Holds::Code),
    column("name", "이름(가림)", "name (masked)", Holds::Term(NAMES)),
    column("complete", "완성", "complete", Holds::Integer),
    column("incomplete", "미완성", "incomplete", Holds::Integer),
    column("set_aside", "이해관계", "set aside", Holds::Integer),
];
const CONFLICTS: &[Column] = &[
    column("entry", "번호", "entry", Holds::Code),
    column("rater", "심사위원", "rater", Holds::Code),
    column("declared_on", "적은 날", "declared", Holds::Date),
    column("reason", "사유", "reason", Holds::Text),
];
const BONUSES: &[Column] = &[
    column("entry", "번호", "entry", Holds::Code),
    column("points", "가점", "points", Holds::Points),
    column("granted_on", "적은 날", "granted", Holds::Date),
    column("reason", "사유", "reason", Holds::Text),
];
const MEMBERS: &[Column] = &[
    column("entry", "번호", "entry", Holds::Code),
    column("staff_code", "직원 번호", "staff code", Holds::Code).minor(2),
    column("staff", "이름", "name", Holds::Text),
    column("share", "기여도", "share", Holds::Percent),
    column("role", "역할", "role", Holds::Text),
    column("is_lead", "주담당자", "main person", Holds::Flag).minor(1),
];
const LESSONS: &[Column] = &[
    column("entry", "번호", "entry", Holds::Code),
    column("lesson", "시사점", "lesson", Holds::Text),
    column("record", "반영", "taken up by", Holds::Code),
    column("linked_on", "연결한 날", "linked", Holds::Date),
];
const MISCONDUCTS: &[Column] = &[
    column("entry", "번호", "entry", Holds::Code),
    column("found_on", "확인일", "found", Holds::Date),
    column("finding", "내용", "finding", Holds::Text),
    column("document", "문서", "document", Holds::Text),
];
const ATTENDANCE: &[Column] = &[
    column("member", "위원", "member", Holds::Code),
    column("name", "이름(가림)", "name (masked)", Holds::Term(NAMES)),
    column("present", "출석", "present", Holds::Flag),
    column("recused_from", "회피한 후보", "recused from", Holds::Code),
    column("reason", "사유", "reason", Holds::Text),
];
const DECISIONS: &[Column] = &[
    column("entry", "번호", "entry", Holds::Code),
    column("grade", "등급", "grade", Holds::Text),
    column("holds", "유효", "holds", Holds::Flag),
    column("decided_on", "결정일", "decided", Holds::Date),
    column("reason", "사유", "reason", Holds::Text),
];

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

/// Lists rounds.
pub fn list(session: &Session, args: &List) -> Result<Report> {
    session.db()?;
    let filter = Filter::default().when("year = ?", args.year.map(i64::from)).when("state = ?", args.state.clone()).unless_void(
        &ROUNDS,
        args.all,
        args.state.as_deref(),
    );
    Ok(ROUNDS.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code of the round
    round: String,
}

/// A table under a round: its key, heading, columns, and the SELECT that reads them.
type Under = (&'static str, crate::words::Text, &'static [Column], &'static str, &'static str, &'static str);

const UNDER: [Under; 11] = [
    (
        "criteria_set",
        words::CRITERIA,
        CRITERIA,
        "c.name, c.max, k.name, c.tie_order",
        "evaluation_criterion c LEFT JOIN eval_component k ON k.id = c.component_id WHERE c.round_id = :round",
        "c.seq",
    ),
    (
        "components",
        words::COMPONENTS,
        COMPONENTS,
        "k.name, k.kind, k.weight, CASE WHEN k.kind <> 'review' THEN k.max END",
        "evaluation_component k WHERE k.round_id = :round AND k.id <> 0",
        "k.seq",
    ),
    ("grades", words::GRADES, GRADES, "name, percent, size, from_place, to_place", "evaluation_quota WHERE round_id = :round", "seq"),
    (
        "raters_set",
        words::RATERS,
        RATERS,
        "r.code, r.name, coalesce(s.complete, 0), coalesce(s.incomplete, 0), coalesce(s.set_aside, 0)",
        "rater r LEFT JOIN (SELECT h.rater_id, sum(CASE WHEN h.state NOT IN ('incomplete', 'set_aside') THEN 1 ELSE 0 END) AS complete,
           sum(CASE WHEN h.state = 'incomplete' THEN 1 ELSE 0 END) AS incomplete,
           sum(CASE WHEN h.state = 'set_aside' THEN 1 ELSE 0 END) AS set_aside
           FROM evaluation_sheet h WHERE h.round_id = :round GROUP BY h.rater_id) s ON s.rater_id = r.id
         WHERE r.round_id = :round AND r.void_reason IS NULL",
        "r.code",
    ),
    (
        "conflicts",
        words::CONFLICTS,
        CONFLICTS,
        "e.code, r.code, f.declared_on, f.reason",
        "rater_conflict f JOIN eval_entry e ON e.id = f.entry_id JOIN rater r ON r.id = f.rater_id
         WHERE e.round_id = :round AND f.void_reason IS NULL",
        "e.code, r.code",
    ),
    (
        "bonuses",
        words::BONUSES,
        BONUSES,
        "e.code, b.points, b.granted_on, b.reason",
        "eval_bonus b JOIN eval_entry e ON e.id = b.entry_id WHERE e.round_id = :round AND b.void_reason IS NULL",
        "e.code, b.id",
    ),
    (
        "decisions",
        words::DECISIONS,
        DECISIONS,
        "e.code, g.name, CASE WHEN t.decision_id = d.id THEN 1 ELSE 0 END, d.decided_on, d.reason",
        "grade_decision d JOIN eval_entry e ON e.id = d.entry_id LEFT JOIN eval_grade g ON g.id = d.grade_id
         LEFT JOIN evaluation_table t ON t.round_id = :round AND t.entry_id = e.id WHERE e.round_id = :round",
        "e.code, d.id",
    ),
    (
        "members",
        words::MEMBERS_SET,
        MEMBERS,
        "entry, staff_code, staff, share, role, is_lead",
        "evaluation_member WHERE round_id = :round",
        "entry, share DESC, staff_code",
    ),
    ("lessons", words::LESSONS, LESSONS, "entry, lesson, record, linked_on", "evaluation_lesson WHERE round_id = :round", "entry, record"),
    (
        "misconducts",
        words::MISCONDUCTS,
        MISCONDUCTS,
        "e.code, m.found_on, m.finding, m.document",
        "entry_misconduct m JOIN eval_entry e ON e.id = m.entry_id WHERE e.round_id = :round AND m.void_reason IS NULL",
        "e.code, m.id",
    ),
    (
        "attendance",
        words::ATTENDANCE,
        ATTENDANCE,
        "member, name, present, recused_from, reason",
        "evaluation_attendance WHERE round_id = :round",
        "present DESC, member, recused_from",
    ),
];

/// Shows one round: how it counts, its raters, and what was recorded besides scores.
pub fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let round = store::find(db, &args.round)?;
    let mut report = ROUNDS.show(db, &round.code)?;
    for (key, title, columns, select, from, order) in UNDER {
        let rows = answers::under(db, round.id, select, from, order)?;
        report = report.part(key, title, Table::held(columns.to_vec(), rows));
    }
    let only = super::only(session, &round)?;
    super::with_bonuses(report, &only, &round)
}
