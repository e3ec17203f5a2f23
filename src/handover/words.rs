//! The words of handing over.

use crate::words::{Term, Text, term, text};

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] =
    &[("staff", "담당자(번호 또는 이름)"), ("to", "넘겨받을 사람(번호 또는 이름). 주면 모두 넘깁니다"), ("on", "넘긴 날(오늘이 아니면)")];
/// What something is.
pub const KINDS: &[Term] = &[
    term("task", "중점과제", "key task"),
    term("milestone", "추진일정", "milestone"),
    term("progress", "진척 보고", "progress report"),
    term("consult", "사전컨설팅", "pre-consulting"),
    term("plan", "실행계획", "plan action"),
    term("passive", "소극행정 신고", "passive-administration report"),
    term("nominate", "추천", "nomination"),
    term("reward", "우대", "reward"),
    term("legal", "법률지원", "legal support"),
    term("exemption", "면책", "exemption"),
];
/// As what a person answers for it.
pub const ROLES: &[Term] = &[
    term("lead", "주담당자", "lead"),
    term("deputy", "부담당자", "deputy"),
    term("handler", "담당자", "handler"),
    term("nominee", "추천된 사람", "nominee"),
    term("awardee", "받을 사람", "to receive it"),
    term("applicant", "신청한 사람", "applicant"),
];
/// What is left to do.
pub const WHATS: &[Term] = &[
    term("open", "추진 중", "open"),
    term("overdue", "기한 지남", "overdue"),
    term("promised", "이행 전", "promised"),
    term("undocumented", "기록 없음", "not documented"),
];

/// A heading.
pub const TITLE: Text = text("{name}({code}, {department})의 남은 일", "What {name} ({code}, {department}) answers for");
/// A remark.
pub const COUNT: Text = text("모두 {count}건, 기한이 지난 것 {overdue}건", "{count} in all, {overdue} overdue");
/// A question.
pub const ASK: Text =
    text("기록 {count}건의 담당자를 {to:으로/로} 바꿉니다. 기록할까요?", "this names {to} in {count:record/records}. Record?");
/// What was done.
pub const MOVED: Text = text(
    "기록 {count}건의 담당자를 {from}에서 {to}({code}){to:~으로/로} 바꾸었습니다",
    "records handed over from {from} to {to} ({code}): {count}",
);
/// A remark.
pub const LEFT: Text = text("주의: 넘길 수 없는 것이 {count}건 남아 있습니다", "note: {count} cannot be handed over and remain");
/// A remark.
pub const TWICE: Text =
    text("주의: {name:은/는} 이제 {codes}의 주담당자이면서 부담당자입니다", "note: {name} is now both lead and deputy of {codes}");
/// A record that a question is about.
pub const ONE: Text = text("{code} {title}", "{code} {title}");
