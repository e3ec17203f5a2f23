//! The words of legal support.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "법률지원 신청을 접수합니다"),
    ("list", "신청을 보입니다"),
    ("show", "한 건을 자세히 보입니다"),
    ("edit", "신청 내용을 고칩니다"),
    ("decide", "위원회의 결정을 적습니다(지원 또는 기각)"),
    ("pay", "지급을 적습니다(결정액 안에서)"),
    ("indict", "기소를 적습니다(그 뒤의 업무에는 지급하지 않음)"),
    ("withdraw", "신청인의 취하를 적습니다"),
    ("cancel", "지원 결정을 취소합니다(거짓 신청 등, 지급한 것은 환수)"),
    ("repay", "환수를 적습니다"),
    ("caps", "지원 한도와 그 근거를 보입니다"),
    ("cap", "지원 한도를 정합니다"),
    ("void", "잘못 적은 신청이나 처리를 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 가져옵니다"),
    ("title", "건명"),
    ("stage", "단계"),
    ("instance", "심급(민사만, 1~3)"),
    ("staff", "신청인(직원 번호 또는 이름, 퇴직자 포함)"),
    ("list.dept", "부서(번호 또는 이름)"),
    ("dept", "신청 당시 부서 [기본: 신청인의 부서]"),
    ("record", "관련 기록의 번호(과제, 사전컨설팅 등)"),
    ("facts", "사건의 경위"),
    ("evidence", "낸 증빙"),
    ("asked", "신청액(원)"),
    ("court_limit", "이 사건에서 대법원규칙(변호사보수)이 허용하는 금액(원)"),
    ("edit.on", "고친 신청일(--reason 과 함께)"),
    ("add.on", "신청일 [기본: 오늘]"),
    ("result", "결정"),
    ("amount", "금액(원)"),
    ("body", "결정 기구 [기본: 적극행정위원회]"),
    ("cancel.body", "취소를 결정한 기구"),
    ("document", "문서 번호 [기본: --doc-no]"),
    ("again", "앞선 결정을 대신하는 결정"),
    ("decide.reason", "기각하거나 달리 정한 사유"),
    ("served_on", "지급 대상 업무의 마지막 날(기소된 뒤의 지급에 필요)"),
    ("due", "환수 기한"),
    ("since_on", "이날부터 적용 [기본: 오늘]"),
    ("source", "근거"),
    ("act", "show 의 번호로 고른 처리만(여럿이면 2,3)"),
];

/// Headings under an application.
pub const HISTORY: Text = text("경과", "History");
/// The heading of the caps.
pub const CAPS: Text = text("법률지원 한도", "Caps of legal support");

/// What was done.
pub const ADDED: Text =
    text("{code} {title}: 신청을 접수했습니다({stage}, 한도 {cap}원)", "{code} {title}: registered ({stage}, cap {cap} won)");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const APPROVED: Text = text(
    "{code} {title}: {on} {amount}원 지원으로 결정되었습니다(한도 {cap}원)",
    "{code} {title}: {amount} won approved on {on} (cap {cap} won)",
);
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done.
pub const PAID: Text = text(
    "{code} {title}: {on} {amount}원을 지급했습니다(남은 금액 {left}원)",
    "{code} {title}: {amount} won paid on {on} ({left} won left)",
);
/// What was done.
pub const CANCELLED: Text =
    text("{code} {title}: {on} 취소했습니다. 환수할 금액 {owed}원", "{code} {title}: cancelled on {on}; {owed} won to be paid back");
/// What was done.
pub const REPAID: Text = text(
    "{code} {title}: {on} {amount}원을 환수했습니다(남은 금액 {owed}원)",
    "{code} {title}: {amount} won paid back on {on} ({owed} won still owed)",
);
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// What was done to acts.
pub const VOIDED_ACT: Text = text("{code} {title}: {numbers}번을 무효로 했습니다", "{code} {title}: voided number {numbers}");
/// What was done to a cap.
pub const CAP_SET: Text = text("{stage} 한도를 {since}부터 {amount}원으로 정했습니다", "cap of '{stage}' set to {amount} won from {since}");
/// A remark on a limit that was lowered after the decision.
pub const BELOW_APPROVED: Text = text(
    "주의: 한도 {limit}원이 결정액 {approved}원보다 적습니다. 결정액은 그대로이니, 다시 결정하려면 proadmin legal decide {code} --again",
    "note: the limit of {limit} won is less than the approved {approved} won, which stays; to decide anew: proadmin legal decide {code} --again",
);
/// A remark on a civil case whose own limit nobody entered.
pub const NO_COURT_LIMIT: Text = text(
    "표준지침은 대법원규칙(변호사보수의 소송비용 산입)의 범위 안에서 지원하게 합니다. 이 사건의 금액은 proadmin legal edit {code} --court-limit 원 으로 적습니다",
    "the guideline keeps civil support within the court's rule on lawyers' fees; enter this case's limit: proadmin legal edit {code} --court-limit WON",
);
