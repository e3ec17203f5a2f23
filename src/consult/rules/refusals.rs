//! What the rules of pre-consulting say when they say no.

use crate::refusal::{Kind, Rule, rule};
use crate::words::{Text, text};

pub(super) static BEFORE_RECEIPT: Rule =
    rule(Kind::Rule, "E0411", "{code}: {on:은/는} 접수일({received}) 전입니다", "{code}: {on} is before the receipt ({received})");
pub(super) static REVIEW_MISSING: Rule = rule(
    Kind::Rule,
    "E0412",
    "의견서를 발송할 수 없습니다: {reviews} 기록이 없습니다",
    "the opinion letter cannot be issued: no record of {reviews}",
);
pub(super) static PAUSED: Rule = rule(
    Kind::Rule,
    "E0413",
    "{code}: {since}부터 보완을 기다리고 있어 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: '{act}' cannot be recorded on {on} while a supplement is awaited (since {since})",
);
pub(super) static NOT_PAUSED: Rule =
    rule(Kind::Rule, "E0414", "{code}: {on}에 기다리는 보완이 없습니다", "{code}: no supplement is awaited on {on}");
pub(super) static TOO_MANY: Rule = rule(
    Kind::Rule,
    "E0467",
    "{code}: 보완은 {max}번까지만 요구할 수 있습니다",
    "{code}: a supplement may be asked {max:time/times} at most",
);
pub(super) static ENDED: Rule = rule(
    Kind::Rule,
    "E0415",
    "{code}: {end} {how:으로/로} 끝난 건이라 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: ended on {end} ({how}); '{act}' cannot be recorded on {on}",
);
pub(super) static EXTENDED_ALREADY: Rule =
    rule(Kind::Rule, "E0416", "{code}: 기한은 이미 한 번 연장했습니다({on})", "{code}: the time was already extended once ({on})");
pub(super) static TOO_LATE_TO_EXTEND: Rule = rule(
    Kind::Rule,
    "E0417",
    "{code}: {on:은/는} 기한({due})이 지난 뒤라 연장할 수 없습니다",
    "{code}: {on} is after the due day ({due}); the time cannot be extended any more",
);
pub(super) static TOO_LONG: Rule = rule(
    Kind::Rule,
    "E0418",
    "{code}: {days}일은 연장 한도 {max}일을 넘습니다",
    "{code}: {days:day is/days are} more than the longest extension of {max}",
);
pub(super) static ALREADY: Rule =
    rule(Kind::Rule, "E0419", "{code}: {act:은/는} 이미 적혀 있습니다({on})", "{code}: '{act}' is recorded already ({on})");
pub(super) static NO_REFERRAL: Rule =
    rule(Kind::Rule, "E0420", "{code}: {on}에 회신을 기다리는 이송이 없습니다", "{code}: no referral awaits a reply on {on}");
pub(super) static NOT_ANSWERED: Rule =
    rule(Kind::Rule, "E0421", "{code}: 아직 발송한 의견서가 없습니다", "{code}: no opinion letter has been issued yet");
pub(super) static BEFORE_LETTER: Rule = rule(
    Kind::Rule,
    "E0422",
    "{code}: {on:은/는} 의견서 발송일({issued}) 전입니다",
    "{code}: {on} is before the opinion letter ({issued})",
);
pub(super) static REASON_NEEDED: Rule =
    rule(Kind::Usage, "E0423", "{code}: 이 사유에는 설명이 필요합니다(--reason)", "{code}: this ground needs its reason (--reason)");
pub(super) static VOIDED: Rule = rule(Kind::Rule, "E0424", "{code:은/는} 무효인 건입니다", "{code} is void");
pub(super) static ISSUED: Rule = rule(
    Kind::Rule,
    "E0425",
    "{code}: 의견서가 발송된 건은 무효로 할 수 없습니다. 정정하는 의견서를 내십시오",
    "{code}: a request whose opinion letter was issued cannot be voided; issue a letter that supersedes it",
);
pub(super) static ON_THE_LETTER: Rule = rule(
    Kind::Rule,
    "E0431",
    "{code}: {issued} 발송한 의견서에 실린 내용이라 고칠 수 없습니다({what})",
    "{code}: the opinion letter of {issued} rests on this; it can no longer be changed ({what})",
);
pub(super) static TOLD_LATE: Rule = rule(
    Kind::Rule,
    "E0450",
    "{code}: 의견서가 {issued} 나갔으므로 신청 내용({what})을 고치려면 사유가 필요합니다(--reason)",
    "{code}: the opinion letter went out on {issued}; what was told for it ({what}) changes only with a reason (--reason)",
);
pub(super) static NOT_THE_LAST: Rule = rule(
    Kind::Rule,
    "E0436",
    "{code}: {later}에 {what:이/가} 적혀 있어 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: '{act}' cannot be recorded on {on}: '{what}' is recorded after it, on {later}",
);
pub(super) const CASE: Text = text("건", "case");
pub(super) const CASE_IS: Text = text("{code} {title} · 기한 {due}, {left}", "{code} {title} · due {due}, {left}");
pub(super) const LEFT: Text = text("{days}일 남음", "{days:day/days} left");
pub(super) const DUE_TODAY: Text = text("오늘까지", "due today");
pub(super) const LATE_BY: Text = text("{days}일 지남", "{days:day/days} late");
pub(super) const ENDED_CASE: Text = text("{code} {title} · 기한 {due}", "{code} {title} · due {due}");
pub(super) static EXTENDED_LATE: Rule = rule(
    Kind::Rule,
    "E0432",
    "{code}: 그러면 원래 기한이 {due:이/가} 되어, {on}에 적은 연장이 기한이 지난 뒤의 것이 됩니다",
    "{code}: the time would have run out on {due}, and the extension of {on} would have come too late",
);
pub(super) static NAME_UNFIT: Rule = rule(
    Kind::Usage,
    "E0433",
    "신청인 이름이 비었거나 너무 길거나 제어 문자가 있습니다(--applicant)",
    "the applicant's name is empty, too long or has control characters (--applicant)",
);
pub(super) static IN_CLEAR: Rule = rule(
    Kind::Rule,
    "E0434",
    "{code}: 이름이 이미 가리지 않고 적혀 있어 민원인으로 바꿀 수 없습니다. 무효로 하고 다시 접수하십시오",
    "{code}: a name stands here in clear, so the applicant cannot become a petitioner; void the request and file it again",
);
pub(super) static TEXT_UNFIT: Rule = rule(Kind::Usage, "E0435", "{flag} '{file}': {why}", "{flag} '{file}': {why}");
pub(super) static WHOSE_NAME: Rule = rule(
    Kind::Usage,
    "E0437",
    "신청인 이름에는 신청인 구분이 필요합니다(--applicant-type)",
    "an applicant's name needs its type (--applicant-type)",
);
pub(super) static NO_ACT: Rule =
    rule(Kind::NotFound, "E0438", "{code}에 {no}번 기록이 없습니다", "{code} has nothing recorded under number {no}");
pub(super) static WOULD_BREAK: Rule = rule(
    Kind::Rule,
    "E0439",
    "{code}: {numbers}번을 무효로 하면 {on}의 {act:이/가} 앞뒤가 맞지 않습니다. 함께 무효로 하십시오",
    "{code}: without number {numbers}, '{act}' of {on} could not have happened; void both",
);
pub(super) static NEVER_REVIEWED: Rule =
    rule(Kind::Rule, "E0470", "{code}: 고칠 {review} 기록이 없습니다", "{code}: there is no review of that kind to correct: {review}");
pub(super) static ENDED_ISSUED: Rule = rule(
    Kind::Rule,
    "E0440",
    "{code}: {issued} 발송한 의견서의 근거가 된 기록이라 무효로 할 수 없습니다",
    "{code}: the opinion letter of {issued} rests on what was recorded before it; it stays",
);
pub(super) static RECEIVED_AFTER: Rule = rule(
    Kind::Rule,
    "E0441",
    "{code}: {first}에 {act:이/가} 적혀 있어 접수일을 {on:으로/로} 고칠 수 없습니다",
    "{code}: '{act}' is recorded on {first}, so the receipt cannot have been on {on}",
);
pub(super) static OTHER_YEAR: Rule = rule(
    Kind::Rule,
    "E0442",
    "{code}: 접수번호에 있는 연도와 달라 접수일을 {on:으로/로} 고칠 수 없습니다",
    "{code}: the code names another year, so the receipt cannot be moved to {on}",
);
pub(super) static THE_SAME: Rule = rule(
    Kind::Rule,
    "E0444",
    "{code}: 지금 유효한 의견서와 내용이 같습니다. 정정할 것이 없습니다",
    "{code}: this says what the letter in force says; there is nothing to correct",
);
