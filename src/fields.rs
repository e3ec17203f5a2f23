//! What a field of a fact is called and what it holds, for those that tell facts as they stand
//! in their tables: the register of the record says it where it has such a column, and the
//! words below say the rest.

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Lang, Term, label, term};
use crate::{award, calendar, case, consult, evaluate, milestone, office, plan, progress, task, training};

/// The tables of records, and the registers that know their columns.
static REGISTERS: &[(&str, &Register)] = &[
    ("holiday", &calendar::HOLIDAYS),
    ("department", &office::DEPARTMENTS),
    ("staff", &office::STAFF),
    ("task", &task::TASKS),
    ("milestone", &milestone::MILESTONES),
    ("progress", &progress::REPORTS),
    ("consultation", &consult::CONSULTATIONS),
    ("training", &training::TRAININGS),
    ("award", &award::AWARDS),
    ("eval_round", &evaluate::ROUNDS),
    ("plan_action", &plan::ACTIONS),
    ("plan_adoption", &plan::ADOPTIONS),
    ("case_file", &case::CASES),
    ("case_text", &case::CASES),
];

/// What a row that belongs to a record is called.
const TABLES: &[Term] = &[
    term("attachment", "붙임", "attachment"),
    term("award_outcome", "후속", "outcome"),
    term("blob", "붙임 파일", "file"),
    term("case_approval", "승인", "approval"),
    term("case_credit", "공로자", "credit"),
    term("case_publication", "공개", "publication"),
    term("case_text", "글", "text"),
    term("case_waiver", "개인정보 확인", "waiver"),
    term("component_score", "구성 점수", "component score"),
    term("consultation_act", "처리", "act"),
    term("department_rename", "부서 이름 변경", "renaming"),
    term("eval_bonus", "가점", "bonus"),
    term("eval_component", "구성", "component"),
    term("eval_criterion", "평가항목", "criterion"),
    term("eval_entry", "후보", "entry"),
    term("eval_grade", "등급", "grade"),
    term("eval_result", "결과", "result"),
    term("eval_score", "점수", "score"),
    term("follow_up", "이행결과", "follow-up"),
    term("grade_decision", "등급 결정", "grade decision"),
    term("milestone", "추진일정", "milestone"),
    term("milestone_slip", "연기", "putting off"),
    term("opinion", "의견서", "letter"),
    term("plan_act", "처리", "act"),
    term("plan_evidence", "증빙", "evidence"),
    term("plan_area", "추진분야", "area"),
    term("progress", "진척 보고", "progress"),
    term("rater", "심사위원", "rater"),
    term("rater_conflict", "제척", "conflict"),
    term("snapshot_row", "현황", "row"),
    term("staff_transfer", "전보", "transfer"),
    term("task_act", "경과", "act"),
    term("training_attendance", "참석", "attendance"),
    term("training_schedule_month", "정기교육 달", "month of the schedule"),
];

/// Fields that mean in their table what they mean nowhere else.
const OWN: &[(&str, Column)] = &[
    ("task_act", column("kind", "구분", "kind", Kind::Term(task::ACTS))),
    ("consultation_act", column("kind", "구분", "kind", Kind::Term(consult::ACTS))),
    ("plan_act", column("kind", "구분", "kind", Kind::Term(plan::ACTS))),
    ("eval_component", column("kind", "종류", "kind", Kind::Term(evaluate::KINDS))),
    ("case_waiver", column("kind", "발견된 것", "finding", Kind::Term(case::FINDINGS))),
    ("eval_criterion", column("max", "만점", "max", Kind::Points)),
    ("eval_component", column("max", "만점", "max", Kind::Points)),
    ("eval_component", column("weight", "가중치(%)", "weight (%)", Kind::Points)),
    ("rubric_criterion", column("max", "만점", "max", Kind::Points)),
    ("eval_grade", column("percent", "비율", "share", Kind::Percent)),
    ("snapshot_row", column("state", "상태", "state", Kind::Term(task::STATES))),
    ("grade_decision", column("tie", "동점 처리", "tie", Kind::Text)),
    ("award", column("department_text", "부서(글)", "department as written", Kind::Text)),
    ("eval_entry", column("body", "소속", "body", Kind::Text)),
    ("plan_adoption", column("areas", "분야 수", "areas", Kind::Integer)),
    ("plan_adoption", column("actions", "과제 수", "actions", Kind::Integer)),
    ("eval_result", column("criteria", "항목별 점수", "by criterion", Kind::Text)),
    ("eval_result", column("raters", "심사표 수", "sheets", Kind::Integer)),
];

/// What a field is called wherever it stands.
#[rustfmt::skip]
const WORDS: &[Column] = &[
    column("acted_on", "날짜", "day", Kind::Date), column("action", "추진과제", "action", Kind::Code),
    column("actual", "실적값", "actual", Kind::Amount), column("address", "주소", "address", Kind::Text),
    column("address_en", "영문 주소", "address in English", Kind::Text), column("announced_on", "공고일", "announced", Kind::Date),
    column("applicant", "신청인", "applicant", Kind::Text), column("applicant_type", "신청인 구분", "applicant type", Kind::Term(consult::APPLICANTS)),
    column("approval", "승인", "approval", Kind::Code), column("approved_on", "승인일", "approved", Kind::Date),
    column("approver", "승인한 사람", "approver", Kind::Text), column("area", "추진분야", "area", Kind::Code),
    column("attached_on", "붙인 날", "attached", Kind::Date), column("attended_on", "참석일", "day", Kind::Date),
    column("background", "배경", "background", Kind::Text), column("begun_on", "처음 쓴 날", "begun", Kind::Date),
    column("body", "기관", "body", Kind::Term(consult::BODIES)), column("body_name", "기관 이름", "name of the body", Kind::Text),
    column("bonus_max", "가점 한도", "bonus cap", Kind::Points), column("bytes", "내용", "bytes", Kind::Text),
    column("case", "사례", "case", Kind::Code), column("category", "분야", "category", Kind::Text),
    column("clock_rule", "기한 계산 규칙", "counting rule", Kind::Code), column("closed_actual", "실적값", "actual", Kind::Amount),
    column("closed_as", "종결 구분", "closed as", Kind::Term(ENDS)), column("closed_due", "종결 때의 기한", "due when closed", Kind::Date),
    column("closed_ground", "반려 사유", "ground", Kind::Term(consult::GROUNDS)), column("closed_hash", "결과 해시", "hash of the results", Kind::Code),
    column("closed_missing", "미제출 심사표", "sheets missing at close", Kind::Integer), column("closed_no", "종결 순서", "place of the close", Kind::Integer),
    column("closed_on", "종결일", "closed", Kind::Date), column("closed_outcome", "목표 달성", "outcome", Kind::Term(task::OUTCOMES)),
    column("closed_reason", "종결 사유", "why closed", Kind::Text), column("closed_result", "의견", "result", Kind::Term(consult::RESULTS)),
    column("code", "번호", "code", Kind::Code), column("component", "구성", "component", Kind::Code),
    column("consultation", "사전컨설팅", "request", Kind::Code), column("content", "내용", "content", Kind::Text),
    column("contest", "대회·표창", "award", Kind::Text), column("counts_first_day", "초일 산입", "counts the first day", Kind::Flag),
    column("credited_on", "공로를 적은 날", "credited", Kind::Date), column("criterion", "평가항목", "criterion", Kind::Text),
    column("date", "날짜", "date", Kind::Date), column("days", "일수", "days", Kind::Integer),
    column("decided_on", "결정일", "decided", Kind::Date), column("declared_on", "신고일", "declared", Kind::Date),
    column("delayed", "지연", "late", Kind::Flag), column("department", "부서", "department", Kind::Code),
    column("department_code", "부서 번호", "department code", Kind::Code), column("deputy", "부담당자", "deputy", Kind::Code),
    column("done", "한 일", "what was done", Kind::Text), column("done_note", "달성 내용", "note", Kind::Text),
    column("done_on", "달성일", "done", Kind::Date), column("due", "기한", "due", Kind::Date),
    column("effect", "효과", "effect", Kind::Text), column("email", "전자우편", "e-mail", Kind::Text),
    column("entry", "후보", "entry", Kind::Code), column("expected_effect", "기대효과", "expected effect", Kind::Text),
    column("extension_max", "연장 한도(일)", "longest extension", Kind::Integer), column("field", "항목", "field", Kind::Code),
    column("followed_on", "후속일", "followed", Kind::Date), column("followed_opinion", "의견대로 처리", "followed the opinion", Kind::Flag),
    column("for_month", "해당 달", "for the month", Kind::Code), column("from_year", "적용 연도", "from the year", Kind::Integer),
    column("grade", "등급", "grade", Kind::Text), column("granted_on", "부여일", "granted", Kind::Date),
    column("handler", "담당자", "handler", Kind::Code), column("headcount", "인원", "headcount", Kind::Integer),
    column("hours", "시간", "hours", Kind::Text), column("hours_en", "영문 시간", "hours in English", Kind::Text),
    column("indicator", "성과지표", "indicator", Kind::Text), column("info_sufficient", "정보 제공 충분", "information sufficient", Kind::Flag),
    column("issue", "쟁점", "issue", Kind::Text), column("issued_on", "발송일", "issued", Kind::Date),
    column("kind", "종류", "kind", Kind::Code), column("last", "마지막 번호", "last number", Kind::Integer),
    column("law", "관련 법령", "law", Kind::Text), column("lead", "주담당자", "lead", Kind::Code),
    column("left_on", "퇴직일", "left", Kind::Date), column("left_reason", "퇴직 사유", "why left", Kind::Text),
    column("lesson", "교훈", "lesson", Kind::Text), column("line", "행", "line", Kind::Integer),
    column("link", "링크", "link", Kind::Text), column("linked_on", "연결일", "linked", Kind::Date),
    column("matter", "대상업무", "matter", Kind::Term(consult::MATTERS)), column("max", "만점", "max", Kind::Integer),
    column("merged_into", "통합된 부서", "merged into", Kind::Code), column("merged_on", "통합일", "merged", Kind::Date),
    column("milestone", "추진일정", "milestone", Kind::Code), column("milestones_done", "달성한 일정", "reached", Kind::Integer),
    column("milestones_total", "전체 일정", "milestones", Kind::Integer), column("missing", "미제출", "missing", Kind::Integer),
    column("month", "달", "month", Kind::Code), column("month_day", "월일", "month and day", Kind::Code),
    column("moved_on", "전보일", "moved", Kind::Date), column("name", "이름", "name", Kind::Text),
    column("name_en", "영문 이름", "name in English", Kind::Text), column("new_due", "바뀐 예정일", "new day", Kind::Date),
    column("new_name", "새 이름", "new name", Kind::Text), column("no", "순번", "no", Kind::Integer),
    column("no_private_interest", "사적 이해관계 없음", "no private interest", Kind::Flag), column("note", "메모", "note", Kind::Text),
    column("noted_on", "기준일", "known since", Kind::Date), column("old_due", "처음 예정일", "earlier day", Kind::Date),
    column("old_name", "이전 이름", "earlier name", Kind::Text), column("opened_on", "시작일", "opened", Kind::Date),
    column("org", "기관", "office", Kind::Text), column("origin", "이월 전 과제", "carried from", Kind::Code),
    column("outcome", "목표 달성", "outcome", Kind::Term(task::OUTCOMES)), column("own_opinion", "자체 의견", "own opinion", Kind::Text),
    column("percent", "진척", "progress", Kind::Percent), column("planned_on", "계획한 날", "planned", Kind::Date),
    column("points", "점수", "points", Kind::Points), column("prefix", "머리글자", "prefix", Kind::Code),
    column("private", "개인정보", "personal value", Kind::Code), column("problem", "문제", "problem", Kind::Text),
    column("proposed_on", "제안일", "proposed", Kind::Date), column("publisher", "공개한 사람", "publisher", Kind::Text),
    column("published_on", "공개일", "published", Kind::Date), column("quota", "정원", "quota", Kind::Integer),
    column("rank", "순위", "rank", Kind::Integer), column("rater", "심사위원", "rater", Kind::Code),
    column("reason", "사유", "reason", Kind::Text), column("received_on", "접수일", "received", Kind::Date),
    column("record", "기록", "record", Kind::Code), column("record_code", "관련 기록", "record", Kind::Code),
    column("referral_pauses", "이송 중 정지", "referral pauses", Kind::Flag), column("renamed", "이름", "name", Kind::Text),
    column("renamed_on", "바뀐 날", "renamed", Kind::Date), column("reported_on", "보고일", "reported", Kind::Date),
    column("reporting_cycle", "보고 주기", "reporting", Kind::Term(task::CYCLES)), column("result", "의견", "result", Kind::Term(consult::RESULTS)),
    column("review", "검토", "review", Kind::Term(consult::REVIEWS)), column("revision", "차수", "revision", Kind::Integer),
    column("round", "평가", "round", Kind::Code), column("rubric", "심사표", "rubric", Kind::Code),
    column("same_matter", "같은 사안", "same matter", Kind::Flag), column("saved_on", "저장일", "saved", Kind::Date),
    column("schedule", "정기교육", "schedule", Kind::Code), column("scored_on", "채점일", "scored", Kind::Date),
    column("selected_on", "선정일", "selected", Kind::Date), column("selected_reason", "선정 사유", "why selected", Kind::Text),
    column("self_check", "자체 점검", "self-check", Kind::Text), column("seq", "순번", "no", Kind::Integer),
    column("set_on", "정한 날", "set", Kind::Date), column("settled_on", "확정일", "settled", Kind::Date),
    column("since_on", "적용일", "since", Kind::Date), column("size", "크기", "size", Kind::Integer),
    column("slipped_on", "연기일", "put off on", Kind::Date), column("snapshot", "월별 현황", "month", Kind::Code),
    column("source", "근거", "source", Kind::Text), column("sql", "질의문", "SQL", Kind::Text),
    column("staff", "직원", "staff", Kind::Code), column("supplement_pauses", "보완 중 정지", "supplement pauses", Kind::Flag),
    column("taken_on", "확정일", "frozen", Kind::Date), column("task", "과제", "task", Kind::Code),
    column("tasks", "과제 수", "tasks", Kind::Integer), column("telephone", "전화", "telephone", Kind::Text),
    column("text", "내용", "text", Kind::Text), column("tie_order", "동점 처리 순서", "order for ties", Kind::Integer),
    column("tied", "동점", "tied", Kind::Flag), column("title", "제목", "title", Kind::Text),
    column("title_en", "영문 제목", "title in English", Kind::Text), column("total", "총점", "total", Kind::Points),
    column("training", "교육", "training", Kind::Code), column("trim", "제외", "trim", Kind::Integer),
    column("unit", "단위", "unit", Kind::Code), column("void_reason", "무효 사유", "why void", Kind::Text),
    column("waived", "생략", "waived", Kind::Flag), column("waived_on", "확인일", "waived", Kind::Date),
    column("waiver", "확인한 사람", "waived by", Kind::Text), column("withdrawn_by", "내린 사람", "withdrawn by", Kind::Text),
    column("withdrawn_on", "내린 날", "withdrawn", Kind::Date), column("withdrawn_reason", "내린 사유", "why withdrawn", Kind::Text),
    column("writer", "쓴 사람", "writer", Kind::Text), column("written_on", "쓴 날", "written", Kind::Date),
    column("award", "외부 수상", "award", Kind::Code), column("voluntary", "희망자 교육", "voluntary", Kind::Flag),
    column("year", "연도", "year", Kind::Integer), column("years", "햇수", "years", Kind::Integer),
    column("adopted_on", "의결일", "adopted", Kind::Date), column("awarded_on", "수여일", "given", Kind::Date),
];
/// How tasks and requests end.
const ENDS: &[Term] = &[
    term("completed", "완료", "completed"),
    term("stopped", "중단", "stopped"),
    term("carried", "이월", "carried over"),
    term("answered", "회신", "answered"),
    term("returned", "반려", "returned"),
    term("withdrawn", "취하", "withdrawn"),
];
/// Fields that say nothing to a person: documents as they went out, and digests.
const FOR_PROGRAMS: &[&str] = &["document", "layout", "sha256", "hash", "digest", "closed_hash", "bytes"];

/// The column that a field of a table is, as far as it is known; `department_id` is the
/// department. A field that nobody named is called as it is stored.
pub fn of(table: &str, field: &str) -> Column {
    let bare = field.strip_suffix("_id").unwrap_or(field);
    let own = OWN.iter().find(|(of, column)| *of == table && column.key == bare).map(|(_, column)| column);
    let register = REGISTERS.iter().find(|(of, register)| *of == table || register.view == table).map(|(_, register)| *register);
    let registered = || register?.columns.iter().find(|column| column.key == bare);
    let known = own.or_else(registered).or_else(|| WORDS.iter().find(|column| column.key == bare));
    known.cloned().unwrap_or_else(|| Column::named(field.to_owned(), Kind::Any))
}

/// What a field is called; one of a row that belongs to a record stands behind what the row is.
pub fn named(table: &str, field: &str, is_under: bool, lang: Lang) -> String {
    let own = of(table, field).label.map_or_else(|| field.to_owned(), |label| label.in_lang(lang).to_owned());
    let row = label(TABLES, table, lang);
    if !is_under || own == row { own } else { format!("{row} {own}") }
}

/// Whether people are told of a field.
pub fn is_told(table: &str, field: &str) -> bool {
    // The number of the document of an adoption is a document to read.
    (table, field) == ("plan_adoption", "document") || !FOR_PROGRAMS.contains(&field)
}
