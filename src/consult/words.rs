//! The words of pre-consulting.

use chrono::NaiveDate;

use crate::words::{Sentence, Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("file", "신청을 접수합니다"),
    ("list", "접수대장을 보입니다"),
    ("show", "한 건을 자세히 보입니다"),
    ("edit", "신청 내용을 고칩니다"),
    ("accept", "신청을 수리합니다"),
    ("return", "신청을 반려합니다"),
    ("withdraw", "신청인의 취하를 적습니다"),
    ("supplement", "보완을 요구합니다(제출할 때까지 기한에 산입하지 않음)"),
    ("resume", "보완 제출을 적습니다(다시 산입함)"),
    ("extend", "기한을 한 번 연장합니다"),
    ("review", "법령·현장·타당성 검토를 적습니다"),
    ("refer", "상급기관에 이송하거나 그 회신을 적습니다"),
    ("answer", "의견서를 발송합니다"),
    ("letter", "의견서를 출력합니다"),
    ("follow-up", "이행결과를 적습니다(면책의 네 가지 사실)"),
    ("void", "잘못 접수한 건이나 잘못 적은 처리를 무효로 합니다"),
    ("published", "기관들이 공개한 건수와 그 합이 맞는지 보입니다"),
    ("published.year", "기간이 끝나는 해"),
    ("import", "파일(xlsx, CSV)에서 가져옵니다"),
    ("import.file", "가져올 파일"),
    ("title", "건명"),
    ("received_on", "접수일 [기본: 오늘]"),
    ("edit.received_on", "잘못 적은 접수일을 고침(--reason 과 함께)"),
    ("answer.received_on", "고친 접수일"),
    ("answer.title", "고친 건명"),
    ("answer.dept", "고친 신청부서(번호 또는 이름)"),
    ("answer.applicant_type", "고친 신청인 구분"),
    ("answer.applicant", "고친 신청인 이름"),
    ("answer.law", "고친 관련 법령"),
    ("answer.issue", "고친 쟁점사항(여러 번 가능)"),
    ("answer.review", "고친 검토 결과, 종류:내용(여러 번 가능)"),
    ("task", "관련 중점과제 번호"),
    ("list.task", "이 중점과제에 관한 것만(번호)"),
    ("handler", "담당자(번호 또는 이름)"),
    ("rule", "기한 계산 규칙: civil-30(보통), working-30, petition-7, petition-14"),
    ("applicant_type", "신청인 구분"),
    ("applicant", "신청인 이름(민원인은 가려서 보임)"),
    ("matter", "대상업무 유형"),
    ("background", "추진배경·사업개요"),
    ("law", "관련 법령"),
    ("issue", "쟁점사항(여러 번 가능)"),
    ("own_opinion", "신청부서 검토의견"),
    ("self_check", "자체검토 체크리스트"),
    ("attach", "첨부 문서(여러 번 가능)"),
    ("ground", "반려 사유"),
    ("days", "연장 일수"),
    ("kind", "검토 종류"),
    ("finding", "검토 결과"),
    ("finding_file", "검토 결과가 든 파일(- 는 표준입력)"),
    ("waive", "검토를 생략하는 사유"),
    ("to", "이송처"),
    ("body", "이송처의 기관명(예: 국토교통부)"),
    ("act", "show 의 번호로 고른 처리만(여럿이면 2,3)"),
    ("reply_on", "회신이 온 날"),
    ("reply_text", "회신 내용"),
    ("result", "의견"),
    ("text", "의견서 본문"),
    ("text_file", "본문이 든 파일(- 는 표준입력)"),
    ("supersede", "이미 발송한 의견서를 정정하는 의견서로(--reason 과 함께)"),
    ("html", "인쇄용 HTML로(-o html 과 같음)"),
    ("revision", "몇 번째 의견서인지 [기본: 마지막]"),
    ("same_matter", "같은 사안인가"),
    ("info_sufficient", "정보를 충분히 냈는가"),
    ("no_private_interest", "사적 이해관계가 없는가"),
    ("followed_opinion", "의견대로 했는가"),
    ("open", "끝나지 않은 것만"),
    ("late", "기한이 지나 회신했거나 지금 기한이 지난 것만"),
];

/// Heading of what was published.
pub const PUBLISHED: Text = text("공개된 사전컨설팅 실적", "Published figures of pre-consulting");
/// Heading of the receipt register of one year.
pub const REGISTER_OF: Text = text("{year}년 사전컨설팅 접수대장", "Pre-consulting requests of {year}");
/// Headings under a request.
pub const HISTORY: Text = text("경과", "History");
/// Headings under a request.
pub const LETTERS: Text = text("의견서", "Opinion letters");
/// Headings under a request.
pub const FOLLOW_UPS: Text = text("이행결과", "Follow-up");
/// Headings under a request.
pub const ATTACHMENTS: Text = text("첨부", "Attachments");
/// Headings under a request.
pub const APPLICATION: Text = text("신청 내용", "Application");

/// What was done.
pub const FILED: Text = text("{code} {title}: 접수했습니다. 기한 {due}", "{code} {title}: received; due {due}");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done, and the due day it comes to.
pub const AND_DUE: Text = text("{done}. {due}", "{done}; {due}");
const MOVED: Text = text("기한 {before} → {due}", "due {before} → {due}");
const STAYS: Text = text("기한은 {due} 그대로", "due {due} as before");
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}. 기한 {due}", "{code} {title}: {act} on {on}; due {due}");
/// What was done, while the clock stands.
pub const STANDS: Text = text(
    "{code} {title}: {on} {act}. 기한 정지 중(보완 제출을 적으면 남은 기간을 다시 셉니다)",
    "{code} {title}: {act} on {on}; the clock stands until the resubmission is recorded",
);
/// What was done, where the clock has ended with it.
pub const OVER: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done.
pub const ANSWERED: Text = text(
    "{code} {title}: {on} 의견서를 발송했습니다({result}). {timely}",
    "{code} {title}: opinion letter issued on {on}: {result}; {timely}",
);
/// A warning.
pub const REVIEWED_AGAIN: Text = text(
    "주의: 같은 검토가 {on}에도 적혀 있어 의견서에 둘 다 실립니다. 앞의 것이 잘못이면 proadmin consult void {code} --act {no} --reason …",
    "note: the same review is recorded on {on} too, and both stand on the letter; if that was a mistake: proadmin consult void {code} --act {no} --reason …",
);
/// A question.
pub const ISSUE_ASK: Text = text(
    "{code}: 이대로 의견서를 발송한 것으로 기록할까요? 기록한 뒤에는 고칠 수 없고, 정정하는 의견서를 따로 내야 합니다.",
    "{code}: record this letter as issued? It cannot be changed afterwards, only superseded by another.",
);
/// A question.
pub const WITHDRAW_ASK: Text = text("취하 사유 (--reason, 모르면 Enter): ", "Why it was withdrawn (--reason; Enter if not known): ");
/// Whether a letter was in time.
pub const IN_TIME: Text = text("기한({due}) 안에 회신했습니다", "in time (due {due})");
/// Whether a letter was in time.
pub const LATE: Text = text("기한 {due:을/를} 넘겼습니다", "late (due {due})");
/// What was done.
pub const SUPERSEDED: Text = text(
    "{code} {title}: {on} 제{revision}차 의견서로 정정했습니다({result})",
    "{code} {title}: superseded by letter {revision} on {on} ({result})",
);
/// What was done.
pub const FOLLOWED_UP: Text = text("{code} {title}: {on} 이행결과를 적었습니다", "{code} {title}: follow-up recorded for {on}");
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// What was done to acts and follow-ups.
pub const VOIDED_ACT: Text = text("{code} {title}: {what:을/를} 무효로 했습니다", "{code} {title}: voided {what}");
/// One of them.
pub const NUMBERED: Text = text("{no}번 {act}", "number {no} ({act})");
const AND: Text = text("{above}, {below}", "{above}, {below}");
/// Whether the due day moved, and from what to what.
pub fn moved(before: NaiveDate, due: NaiveDate) -> Sentence {
    if before == due { STAYS.with("due", due) } else { MOVED.with("before", before).with("due", due) }
}

/// Two of a list.
pub fn and(above: Sentence, below: Sentence) -> Sentence {
    AND.with("above", above).with("below", below)
}
