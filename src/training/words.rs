//! The words of training.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "교육을 등록합니다(실시했거나 예정한 것)"),
    ("list", "교육 목록을 보입니다"),
    ("show", "교육 하나와 참석자를 보입니다"),
    ("edit", "교육을 고칩니다"),
    ("hold", "예정한 교육을 실시한 것으로 적습니다"),
    ("attend", "참석을 적습니다(직원 이름 또는 부서 인원)"),
    ("attended", "누가 참석했는지 보입니다"),
    ("coverage", "이수율을 부서별 또는 직원별로 보입니다"),
    ("due", "그해 해야 하는 정기교육과 실시 여부를 보입니다"),
    ("schedule", "정기교육을 하는 달을 정합니다"),
    ("void", "잘못 등록한 교육이나 참석을 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 교육이나 참석을 가져옵니다"),
    ("code", "교육 번호"),
    ("title", "교육명"),
    ("on", "교육일 [기본: 오늘]"),
    ("edit.on", "교육일"),
    ("plan", "예정일 또는 예정한 달"),
    ("set_on", "정한 날 [기본: 그해 1월 1일]"),
    ("for_month", "이 교육으로 대신할 정기교육의 달(다른 달에 했을 때)"),
    ("hours", "시간(예: 1.5)"),
    ("instructor", "강사"),
    ("instructor_org", "강사 소속"),
    ("audience", "대상"),
    ("headcount", "알려진 참석 인원"),
    ("start_time", "시작 시각(예: 14:00)"),
    ("voluntary", "희망자만 듣는 교육인지(이수율에 넣지 않음)"),
    ("note", "비고"),
    ("org", "다른 기관의 교육이면 그 기관"),
    ("source", "출처"),
    ("staff", "직원(번호 또는 이름). 쉼표로 여럿, 또는 여러 번"),
    ("coverage.staff", "이 직원만(번호 또는 이름)"),
    ("attended.staff", "이 직원만(번호 또는 이름)"),
    ("void.staff", "이 직원의 참석만 무효로"),
    ("void.dept", "이 부서의 인원만 무효로"),
    ("attend.dept", "인원을 적을 부서(번호 또는 이름)"),
    ("count", "참석한 부서 인원(이름을 적은 사람 말고)"),
    ("by", "department 부서별, person 직원별"),
    ("session", "정기교육의 달(2024-03) 또는 교육 번호 하나만"),
    ("import.file", "파일. 교육의 열을 가진 것, 또는 참석의 열(교육, 이름이나 직원 번호, 부서, 알려진 인원)을 가진 것"),
    ("import.session", "교육 번호가 빈 행의 교육"),
    ("each", "교육마다 나누어"),
    ("missing", "이수하지 않은 사람만"),
    ("months", "정기교육을 하는 달(1~12)"),
    ("none", "정기교육을 두지 않음"),
    ("from", "이 해부터 [기본: 올해]"),
    ("schedule.title", "교육 이름"),
];

/// What people write over the number of those who were there.
pub const HEADCOUNT: &[&str] = &["인원", "인원수", "부서 인원", "참석 인원", "참석자 수"];
/// Headings.
pub const ATTENDANCE: Text = text("참석", "Attendance");
/// Headings.
pub const DUE: Text = text("{year}년 정기교육", "Training owed in {year}");
/// Headings.
pub const OF_YEAR: Text = text("{year}년 교육 이수율", "Training coverage of {year}");
/// Headings.
pub const OF_SESSION: Text = text("{session} 교육 이수율", "Training coverage of {session}");
/// Headings.
pub const SESSIONS: Text = text("교육별", "By session");
/// What the bars show.
pub const BARS: Text = text("부서별 이수율(%)", "Per cent attended, by department");
/// What the bars show.
pub const SESSION_BARS: Text = text("교육별 이수율(%)", "Per cent attended, by session");
/// Under a table.
pub const TOTAL: Text = text("계", "Total");

/// What is wrong with a row.
pub const NOT_OF: Text = text(
    "{code} {name:은/는} 그 부서 직원이 아닙니다(지금 {department}). 같은 이름의 다른 사람이면 직원 번호를 적으십시오",
    "{code} {name} is not of that department (now of {department}); if another of that name is meant, give the staff code",
);
/// A remark.
pub const UNNAMED: Text = text(
    "인원만으로는 누가 이수했는지 알 수 없고 직원의 참여점수도 없습니다. 이름을 적으려면 proadmin training attend {code} --staff STAFF",
    "a headcount says not who attended, and gives no person points; with names: proadmin training attend {code} --staff STAFF",
);
/// What was done.
pub const ADDED: Text = text("{code} {title}: 교육을 등록했습니다({date} 실시)", "{code} {title}: registered, held on {date}");
/// What was done.
pub const PLANNED: Text = text("{code} {title}: 교육을 등록했습니다({date} 예정)", "{code} {title}: registered, planned for {date}");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const HELD: Text = text("{code} {title}: {on} 실시", "{code} {title}: held on {on}");
/// What was done.
pub const ATTENDED: Text = text("{code} {title}: {who} 참석", "{code} {title}: {who} attended");
/// What was there before.
pub const ATTENDED_ALREADY: Text =
    text("{code} {title}: {who:은/는} 이미 참석으로 적혀 있습니다", "{code} {title}: recorded as there already: {who}");
/// What was done.
pub const COUNTED: Text = text("{code} {title}: {department} {count}명 참석", "{code} {title}: {count} of {department} attended");
/// What was done.
pub const RECOUNTED: Text = text(
    "{code} {title}: {department} 참석을 {before}명에서 {count}명으로 고쳤습니다",
    "{code} {title}: attendance of {department} corrected from {before} to {count}",
);
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// What was done.
pub const ATTENDANCE_VOIDED: Text = text("{code} {title}: {who}의 참석을 무효로 했습니다", "{code} {title}: attendance of {who} voided");
/// What was done.
pub const SCHEDULED: Text =
    text("{year}년부터 정기교육을 하는 달: {months}", "months in which a training is owed from {year} on: {months}");
/// What was done.
pub const UNSCHEDULED: Text = text("{year}년부터 정기교육을 하는 달이 없습니다", "no training is owed from {year} on");

/// A warning.
pub const TOO_MANY: Text = text(
    "주의: {department}에서 {sum}명이 참석한 것으로 적혔으나 그날 직원은 {members}명입니다. 이수율에는 {members}명까지만 셉니다",
    "note: {sum} of {department} are recorded, but it had {members} that day; coverage counts no more than {members}",
);
/// A remark.
pub const STILL_OWED: Text = text("아직 실시하지 않은 정기교육: {months}", "owed and not held yet: {months}");
/// A remark.
pub const SOURCE: Text = text("근거: {source}", "source: {source}");
/// A remark.
pub const NOBODY: Text =
    text("실시한 교육이 없거나 그날 재직한 직원이 없습니다", "no session was held, or nobody was on the staff that day");
/// A remark.
pub const SUMMED: Text = text(
    "대상과 이수는 교육마다 센 것을 더한 연인원입니다",
    "members and attended are summed over the sessions, each person once a session",
);
/// A hint.
pub const COUNTS_FOR: Text = text(
    "{month} 정기교육을 대신하는 것이면: proadmin training edit {code} --for {month}",
    "if it makes up for the one owed in {month}: proadmin training edit {code} --for {month}",
);
