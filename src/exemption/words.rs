//! The words of exemption.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("check", "면책 요건을 하나씩 증거와 함께 확인합니다"),
    ("request", "면책 신청을 적습니다(감사 또는 징계 단계)"),
    ("file", "준비한 면책 신청을 냅니다"),
    ("list", "면책 신청을 보입니다"),
    ("show", "한 건을 자세히 보입니다"),
    ("edit", "신청 내용을 고치거나 채웁니다"),
    ("decide", "면책 결정을 적습니다(인용, 일부 인용, 기각)"),
    ("withdraw", "신청의 취하를 적습니다"),
    ("finding", "요건 하나에 대한 감사담당관의 판단을 적습니다"),
    ("rules", "위원회 의견이 미치는 기간과 신청 기한을 근거와 함께 보입니다"),
    ("scope", "위원회 의견이 미치는 범위의 기간을 정합니다"),
    ("limit", "신청 기한을 정합니다"),
    ("bundle", "증거를 번호 붙인 파일로 한 폴더에 담습니다(해시와 봉인 포함)"),
    ("void", "잘못 적은 신청, 처리, 판단을 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 가져옵니다"),
    ("check.code", "사전컨설팅, 과제 또는 면책 신청의 번호"),
    ("bundle.code", "사전컨설팅, 과제 또는 면책 신청의 번호"),
    ("request.record", "관련 기록의 번호(사전컨설팅, 과제 등)"),
    ("finding.code", "사전컨설팅 번호"),
    ("void.code", "면책 신청 번호(판단은 사전컨설팅 번호)"),
    ("folder", "새 폴더 또는 빈 폴더"),
    ("title", "건명 [기본: 관련 기록의 건명]"),
    ("stage", "단계"),
    ("auditor", "감사 주체(감사 단계에는 반드시)"),
    ("basis", "신청의 근거"),
    ("record", "관련 기록의 번호"),
    ("staff", "신청인(직원 번호 또는 이름)"),
    ("request.dept", "부서 [기본: 신청인이나 관련 기록의 부서]"),
    ("request.on", "신청일 [기본: 오늘]"),
    ("audit_ended_on", "감사가 끝난 날(신청 기한이 여기서 시작됨)"),
    ("prepare", "신청하지 않고 준비만(기한이 due 와 today 에 나옴)"),
    ("late", "기한을 넘겨 신청하는 사유"),
    ("committee_on", "위원회가 의견을 내거나 추인한 날"),
    ("committee_body", "위원회"),
    ("committee_document", "위원회 문서"),
    ("submitted", "감사기구의 의견이 위원회에 제출되었는가"),
    ("objected", "감사기구가 반대했는가"),
    ("disaster", "재난·긴급 상황의 내용"),
    ("public_interest", "공익을 위한 것이었음을 보이는 사실"),
    ("proactivity", "적극적으로 처리했음을 보이는 사실"),
    ("no_fault", "고의나 중대한 과실이 없었음을 보이는 사실"),
    ("informed", "위원회에 정보를 충분히 냈는가"),
    ("followed", "의견대로 처리했는가"),
    ("no_interest", "사적 이해관계가 없는가"),
    ("no_flaw", "중대한 절차 하자가 없는가"),
    ("result", "결정"),
    ("body", "결정 기구"),
    ("document", "문서 번호 [기본: --doc-no]"),
    ("again", "앞선 결정을 대신하는 결정"),
    ("decide.reason", "결정의 사유"),
    ("condition", "요건"),
    ("met", "갖추었는가"),
    ("covers", "무엇에 미치는가"),
    ("from", "이날부터"),
    ("to", "이날까지"),
    ("needs_submission", "감사기구의 의견이 제출되어야 하는가"),
    ("needs_no_objection", "감사기구의 반대가 없어야 하는가"),
    ("days", "일수"),
    ("none", "기한 없음"),
    ("unit", "세는 방법"),
    ("since_on", "이날부터 적용 [기본: 오늘]"),
    ("source", "근거"),
    ("act", "show 의 번호로 고른 처리만(여럿이면 2,3)"),
    ("finding_no", "check 에 나오는 번호의 판단만"),
];

/// Headings under a request.
pub const HISTORY: Text = text("경과", "History");
/// The heading of a chain.
pub const CHECK: Text = text("{code} {title}: 면책 요건", "{code} {title}: conditions of exemption");
/// What a chain comes to.
pub const PROVED: Text = text("요건 {count}가지가 모두 갖추어졌습니다", "{count:condition is/conditions are} met: every one of them");
/// What a chain comes to.
pub const LACKS: Text = text(
    "요건 {count}가지 중 갖춤 {met}, 증거 없음 {missing}, 어긋남 {against}",
    "of {count:condition/conditions}: met {met}, without evidence {missing}, not met {against}",
);
/// What can never be supplied.
pub const AGAINST: Text = text("어긋난 요건이 있어 면책이 추정되지 않습니다", "a condition is not met, so exemption is not presumed");
/// The heading of periods and limits.
pub const RULES: Text = text("위원회 의견이 미치는 범위", "What the committee's opinion covers");
/// The heading of limits.
pub const LIMITS: Text = text("신청 기한(감사 종료일부터)", "Limits for requests, from the end of the audit");

/// What was done.
pub const REQUESTED: Text = text("{code} {title}: {on} 면책을 신청했습니다", "{code} {title}: exemption requested on {on}");
/// What was done.
pub const REQUESTED_BY: Text =
    text("{code} {title}: {on} 면책을 신청했습니다(기한 {due})", "{code} {title}: exemption requested on {on} (due {due})");
/// What was done.
pub const PREPARED: Text = text("{code} {title}: 면책 신청을 준비합니다", "{code} {title}: request for exemption in preparation");
/// What was done.
pub const PREPARED_BY: Text =
    text("{code} {title}: 면책 신청을 준비합니다. 기한 {due}", "{code} {title}: request for exemption in preparation; due {due}");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done.
pub const FOUND: Text =
    text("{code} {title}: {on} 판단을 적었습니다({condition}: {met})", "{code} {title}: finding of {on} recorded ({condition}: {met})");
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// What was done to acts.
pub const VOIDED_ACT: Text = text("{code} {title}: {numbers}번을 무효로 했습니다", "{code} {title}: voided number {numbers}");
/// What was done to a period.
pub const SCOPE_SET: Text = text("{covers}: {from}부터로 정했습니다", "{covers}: set from {from}");
/// What was done to a limit.
pub const LIMIT_SET: Text =
    text("{stage} 단계의 신청 기한을 {since}부터 {days}일로 정했습니다", "{stage}: limit set to {days:day/days} from {since}");
/// What was done to a limit.
pub const LIMIT_NONE: Text = text("{stage} 단계의 신청 기한을 {since}부터 두지 않습니다", "{stage}: no limit from {since}");
/// Why the due day of a request is what it is.
pub const DUE_IS: Text = text(
    "{code} {title}: 감사 종료 {ended}, 신청 기한 {due} · {days}일({source})",
    "{code} {title}: audit ended {ended}, request due {due} · {days:day/days} ({source})",
);
