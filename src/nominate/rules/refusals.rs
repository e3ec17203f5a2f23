//! How the rules of a nomination say no.

use crate::refusal::{Kind, Rule, rule};

pub(super) static OUT_OF_ORDER: Rule = rule(
    Kind::Rule,
    "E0501",
    "{code}: {on}에 '{act}'{act:~을/를} 적을 수 없습니다. 그때 추천은 {phase} 상태입니다",
    "{code}: '{act}' cannot be recorded on {on}: the nomination is {phase} then",
);
pub(super) static BEFORE_RECEIPT: Rule =
    rule(Kind::Rule, "E0502", "{code}: {on:은/는} 접수일({received}) 전입니다", "{code}: {on} is before its receipt ({received})");
pub(super) static VOIDED: Rule = rule(Kind::Rule, "E0503", "{code:은/는} 무효인 추천입니다", "{code} is void");
pub(super) static NOT_CHECKED: Rule = rule(
    Kind::Rule,
    "E0504",
    "{code}: 추천인의 실명을 {on}까지 확인하지 않아 인정할 수 없습니다",
    "{code} cannot be accepted on {on}: the nominator's real name is not confirmed by then",
);
pub(super) static UNTIMELY: Rule =
    rule(Kind::Rule, "E0505", "{code:은/는} 인정할 수 없습니다: {timing}", "{code} cannot be accepted: {timing}");
pub(super) static NO_CHECK: Rule = rule(
    Kind::Rule,
    "E0506",
    "{code}: 주민 추천이 아니어서 실명 확인이 필요하지 않습니다",
    "{code} needs no check of a real name: it was not made by a resident",
);
pub(super) static NO_GROUND: Rule =
    rule(Kind::NotFound, "E0507", "'{ground}'{ground:~이라는/라는} 제외 사유가 없습니다", "there is no ground '{ground}'");
pub(super) static GROUND_NEEDS_REASON: Rule = rule(
    Kind::Usage,
    "E0508",
    "{code}: 사유가 other이면 이유를 적어야 합니다(--reason)",
    "{code}: the ground 'other' needs a reason (--reason)",
);
pub(super) static SHARES: Rule = rule(
    Kind::Rule,
    "E0509",
    "팀원의 기여도를 합하면 {sum}%입니다. 100%여야 합니다",
    "the members' parts sum to {sum} per cent; they must sum to 100",
);
pub(super) static SHARE_NEEDED: Rule = rule(
    Kind::Usage,
    "E0510",
    "팀은 팀원마다 기여도가 필요합니다(--nominee 이름=60)",
    "each member of a team needs a part in per cent (--nominee NAME=60)",
);
pub(super) static TWICE: Rule = rule(Kind::Rule, "E0511", "{name:이/가} 추천 대상에 두 번 있습니다", "{name} is nominated twice in it");
pub(super) static TEAM_OF_ONE: Rule =
    rule(Kind::Rule, "E0512", "팀 추천에는 팀원이 두 사람 이상이어야 합니다", "a team has two members or more");
pub(super) static NOMINATOR_NEEDED: Rule =
    rule(Kind::Usage, "E0513", "누가 추천했는지 필요합니다(--nominator)", "the nominator is needed (--nominator)");
pub(super) static NOMINATOR_UNFIT: Rule =
    rule(Kind::Usage, "E0514", "추천인 이름은 300자까지의 한 줄이어야 합니다", "a nominator's name is one line of at most 300 characters");
pub(super) static NOMINATES_SELF: Rule = rule(
    Kind::Rule,
    "E0515",
    "추천인이 추천 대상에 들어 있습니다. 본인 추천으로 적으십시오",
    "the nominator is among the nominees: that is a self-nomination",
);
pub(super) static INTO_ITSELF: Rule =
    rule(Kind::Rule, "E0516", "{code:을/를} 자기 자신에 병합할 수 없습니다", "{code} cannot be merged into itself");
pub(super) static IN_USE: Rule = rule(
    Kind::Rule,
    "E0517",
    "{code:은/는} 다른 추천을 병합했거나 평가에 올라 있어 무효로 할 수 없습니다",
    "{code} took in other nominations or stands in a round, and cannot be voided",
);
pub(super) static NOT_EDITABLE: Rule = rule(
    Kind::Rule,
    "E0518",
    "{code:은/는} 이미 {phase} 상태라 추천 대상을 바꿀 수 없습니다",
    "{code} is {phase} already, so its nominees stay as they are",
);
pub(super) static ENTERED_THERE: Rule =
    rule(Kind::Rule, "E0519", "{code:은/는} {round}에 이미 올라 있습니다({entry})", "{code} is in {round} already ({entry})");
pub(super) static MERIT_ORDER: Rule =
    rule(Kind::Rule, "E0520", "앞날 {from:이/가} 뒷날 {to}보다 늦습니다", "the first day {from} lies after the last day {to}");
pub(super) static NO_PERIOD: Rule = rule(
    Kind::Usage,
    "E0521",
    "새 접수 기간에는 시작일과 마감일이 필요합니다(--from, --to)",
    "a new period of reception needs its first and last day (--from, --to)",
);
pub(super) static GROUND_NAME: Rule =
    rule(Kind::Usage, "E0522", "새 제외 사유에는 내용이 필요합니다(--name)", "a new ground needs its wording (--name)");
pub(super) static OTHERS: Rule = rule(
    Kind::Rule,
    "E0523",
    "{code}의 추천 대상({who})이 {into}의 추천 대상({others})과 달라 병합할 수 없습니다",
    "{code} nominates {who} and {into} nominates {others}, so they are not one nomination",
);
pub(super) static DECIDED: Rule = rule(
    Kind::Usage,
    "E0524",
    "{code:은/는} {on}에 '{was}'{was:~으로/로} 결정했습니다. 달리 결정하려면 이유를 적어야 합니다(--reason)",
    "{code} was {was} on {on}; to decide otherwise needs a reason (--reason)",
);
