//! What the rules of passive-administration reports say when they say no.

use crate::refusal::{Kind, Rule, rule};
use crate::words::{Text, text};

pub(super) static BEFORE_RECEIPT: Rule =
    rule(Kind::Rule, "E1901", "{code}: {on:은/는} 접수일({received}) 전입니다", "{code}: {on} is before the receipt ({received})");
pub(super) static PAUSED: Rule = rule(
    Kind::Rule,
    "E1902",
    "{code}: {since}부터 보완을 기다리고 있어 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: '{act}' cannot be recorded on {on} while a supplement is awaited (since {since})",
);
pub(super) static NOT_PAUSED: Rule =
    rule(Kind::Rule, "E1903", "{code}: {on}에 기다리는 보완이 없습니다", "{code}: no supplement is awaited on {on}");
pub(super) static ENDED: Rule = rule(
    Kind::Rule,
    "E1904",
    "{code}: {end} {how:으로/로} 끝난 신고라 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: ended on {end} ({how}); '{act}' cannot be recorded on {on}",
);
pub(super) static EXTENDED_ALREADY: Rule =
    rule(Kind::Rule, "E1905", "{code}: 기한은 이미 한 번 연장했습니다({on})", "{code}: the time was already extended once ({on})");
pub(super) static TOO_LATE_TO_EXTEND: Rule = rule(
    Kind::Rule,
    "E1906",
    "{code}: {on:은/는} 기한({due})이 지난 뒤라 연장할 수 없습니다",
    "{code}: {on} is after the due day ({due}); the time cannot be extended any more",
);
pub(super) static TOO_LONG: Rule = rule(
    Kind::Rule,
    "E1907",
    "{code}: {days}일은 연장 한도 {max}일(처음 처리기간)을 넘습니다",
    "{code}: {days:day is/days are} more than the period itself, {max}, which an extension may not exceed",
);
pub(super) static ALREADY: Rule =
    rule(Kind::Rule, "E1908", "{code}: {act:은/는} 이미 적혀 있습니다({on})", "{code}: '{act}' is recorded already ({on})");
pub(super) static VOIDED: Rule = rule(Kind::Rule, "E1909", "{code:은/는} 무효인 신고입니다", "{code} is void");
pub(super) static TOO_MANY: Rule = rule(
    Kind::Rule,
    "E1910",
    "{code}: 보완은 {max}번까지만 요구할 수 있습니다",
    "{code}: a supplement may be asked {max:time/times} at most",
);
pub(super) static NOT_CLASSIFIED: Rule = rule(
    Kind::Rule,
    "E1911",
    "{code}: 소극행정 유형을 분류하지 않아 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: '{act}' cannot be recorded on {on} before the report is classified",
);
pub(super) static NO_FINDING: Rule = rule(
    Kind::Rule,
    "E1912",
    "{code}: 조사 결과가 없어 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: '{act}' cannot be recorded on {on} before there is a finding",
);
pub(super) static NOTHING_TO_REMEDY: Rule = rule(
    Kind::Rule,
    "E1913",
    "{code}: 소극행정이 확인되지 않아 조치할 것이 없습니다",
    "{code}: passive administration was not confirmed, so there is nothing to remedy",
);
pub(super) static NONE_OWED: Rule =
    rule(Kind::Rule, "E1914", "{code}: 익명 신고라 회신할 사람이 없습니다", "{code}: the report is anonymous; there is nobody to reply to");
pub(super) static REPLY_OWED: Rule = rule(
    Kind::Rule,
    "E1915",
    "{code}: 익명 신고가 아니라 회신 없이 끝낼 수 없습니다",
    "{code}: the report is not anonymous; its reporter is owed a reply",
);
pub(super) static FOUND_ALREADY: Rule = rule(
    Kind::Rule,
    "E1916",
    "{code}: {found}에 조사 결과가 적혀 있어 소관부서로 이첩할 수 없습니다",
    "{code}: there is a finding ({found}), so it cannot be passed on as an ordinary petition",
);
pub(super) static REPLIED: Rule = rule(
    Kind::Rule,
    "E1917",
    "{code}: {end} {how:으로/로} 처리한 신고는 무효로 할 수 없습니다. 그 처리부터 무효로 하십시오",
    "{code}: it was dealt with on {end} ({how}) and cannot be voided; void that first",
);
pub(super) static ASKED_TOO_LITTLE: Rule = rule(
    Kind::Rule,
    "E1918",
    "{code}: 보완 요구가 {asked}번뿐입니다. {max}번 요구한 뒤에야 보완 불응으로 끝낼 수 있습니다",
    "{code}: a supplement was asked {asked:time/times}; it can be dismissed after {max}",
);
pub(super) static HANDED_IN: Rule = rule(
    Kind::Rule,
    "E1932",
    "{code}: 요구한 보완을 {on}에 받아 보완 불응으로 끝낼 수 없습니다",
    "{code}: what was asked for came in on {on}, so it cannot be dismissed",
);
pub(super) static NOT_TOLD: Rule = rule(
    Kind::Rule,
    "E1919",
    "{code}: {on}까지 신고인이 받은 처리 결과가 없어 재신고를 적을 수 없습니다",
    "{code}: by {on} its reporter had been told no outcome that could be reported again",
);
pub(super) static NO_RE_REPORT: Rule =
    rule(Kind::Rule, "E1920", "{code}: {on}에 결정을 기다리는 재신고가 없습니다", "{code}: nothing awaits a decision of the ACRC on {on}");
pub(super) static NOT_THE_LAST: Rule = rule(
    Kind::Rule,
    "E1921",
    "{code}: {later}에 {what:이/가} 적혀 있어 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: '{act}' cannot be recorded on {on}: '{what}' is recorded after it, on {later}",
);
pub(super) static EXTENDED_LATE: Rule = rule(
    Kind::Rule,
    "E1922",
    "{code}: 그러면 원래 기한이 {due:이/가} 되어, {on}에 적은 연장이 기한이 지난 뒤의 것이 됩니다",
    "{code}: the time would have run out on {due}, and the extension of {on} would have come too late",
);
pub(super) static NO_ACT: Rule =
    rule(Kind::NotFound, "E1923", "{code}에 {no}번 기록이 없습니다", "{code} has nothing recorded under number {no}");
pub(super) static WOULD_BREAK: Rule = rule(
    Kind::Rule,
    "E1924",
    "{code}: {numbers}번을 무효로 하면 {on}의 {act:이/가} 앞뒤가 맞지 않습니다. 함께 무효로 하십시오",
    "{code}: without number {numbers}, '{act}' of {on} could not have happened; void both",
);
pub(super) static RECEIVED_AFTER: Rule = rule(
    Kind::Rule,
    "E1925",
    "{code}: {first}에 {act:이/가} 적혀 있어 접수일을 {on:으로/로} 고칠 수 없습니다",
    "{code}: '{act}' is recorded on {first}, so the receipt cannot have been on {on}",
);
pub(super) static OTHER_YEAR: Rule = rule(
    Kind::Rule,
    "E1926",
    "{code}: 신고번호에 있는 연도와 달라 접수일을 {on:으로/로} 고칠 수 없습니다",
    "{code}: the code names another year, so the receipt cannot be moved to {on}",
);
pub(super) static RESTS: Rule = rule(
    Kind::Rule,
    "E1927",
    "{code}: {end} 처리({how})의 근거가 된 내용이라 고칠 수 없습니다({what})",
    "{code}: what was done on {end} ({how}) rests on this; it can no longer be changed ({what})",
);
pub(super) static REPORTER_UNFIT: Rule = rule(
    Kind::Usage,
    "E1929",
    "신고인 이름이 비었거나 너무 길거나 제어 문자가 있습니다(--reporter)",
    "the reporter's name is empty, too long or has control characters (--reporter)",
);
pub(super) static ITSELF: Rule =
    rule(Kind::Rule, "E1930", "{code:을/를} 자기 자신과 연결할 수 없습니다", "{code} cannot be linked to itself");
pub(super) const CASE: Text = text("건", "case");
pub(super) const CASE_IS: Text = text("{code} {title} · 기한 {due}, {left}", "{code} {title} · due {due}, {left}");
pub(super) const LEFT: Text = text("{days}일 남음", "{days:day/days} left");
pub(super) const DUE_TODAY: Text = text("오늘까지", "due today");
pub(super) const LATE_BY: Text = text("{days}일 지남", "{days:day/days} late");
pub(super) const ENDED_CASE: Text = text("{code} {title} · 기한 {due}", "{code} {title} · due {due}");
