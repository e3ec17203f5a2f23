//! What the rules of exemption say when they say no.

use crate::refusal::{Kind, Rule, rule};

pub(super) static BEFORE_IT: Rule =
    rule(Kind::Rule, "E2101", "{code}: {on:은/는} 시작일({opened}) 전입니다", "{code}: {on} is before it was taken up ({opened})");
pub(super) static REQUESTED: Rule =
    rule(Kind::Rule, "E2102", "{code}: 이미 신청했습니다({on})", "{code}: the request was made already ({on})");
pub(super) static LATE: Rule = rule(
    Kind::Rule,
    "E2103",
    "{code}: {on:은/는} 신청 기한({due})이 지난 뒤입니다. 그래도 신청하려면 사유가 필요합니다(--late)",
    "{code}: {on} is after the last day for the request ({due}); a late one needs its reason (--late)",
);
pub(super) static NOT_REQUESTED: Rule = rule(
    Kind::Rule,
    "E2104",
    "{code}: {on}에는 아직 신청하지 않아 {act:을/를} 적을 수 없습니다",
    "{code}: nothing was requested by {on}, so '{act}' cannot be recorded",
);
pub(super) static AGAIN: Rule = rule(
    Kind::Rule,
    "E2105",
    "{code}: 이미 결정되었습니다({on} {act}). 다시 결정한 것이면 --again 을 붙이십시오",
    "{code}: it was decided already ({on}: {act}); if it was decided anew, say --again",
);
pub(super) static ENDED: Rule = rule(
    Kind::Rule,
    "E2106",
    "{code}: {end} 취하한 신청이라 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: withdrawn on {end}; '{act}' cannot be recorded on {on}",
);
pub(super) static NEEDS_CONSULT: Rule = rule(
    Kind::Rule,
    "E2107",
    "사전컨설팅에 근거하려면 사전컨설팅 번호가 필요합니다({record})",
    "a request that rests on pre-consulting needs the code of one ({record})",
);
pub(super) static AUDITOR: Rule = rule(
    Kind::Usage,
    "E2108",
    "감사 단계의 신청에는 감사 주체가 필요합니다(--auditor)",
    "a request at the audit stage needs whose audit it is (--auditor)",
);
pub(super) static DISCIPLINE_ONLY: Rule = rule(
    Kind::Rule,
    "E2109",
    "사후 추인은 징계 단계에만 근거가 됩니다",
    "a ratification after the fact is a basis at the disciplinary stage only",
);
pub(super) static COMMITTEE_ONLY: Rule = rule(
    Kind::Usage,
    "E2110",
    "위원회 의견은 위원회 의견이나 사후 추인에 근거한 신청에만 적습니다",
    "a committee's opinion belongs to a request that rests on it or on a ratification",
);
pub(super) static NO_TITLE: Rule =
    rule(Kind::Usage, "E2111", "관련 기록이 없는 신청에는 건명이 필요합니다(--title)", "a request about no record needs a title (--title)");
pub(super) static VOIDED: Rule = rule(Kind::Rule, "E2112", "{code:은/는} 무효인 신청입니다", "{code} is void");
pub(super) static NO_ACT: Rule =
    rule(Kind::NotFound, "E2113", "{code}에 {no}번 기록이 없습니다", "{code} has nothing recorded under number {no}");
pub(super) static WOULD_BREAK: Rule = rule(
    Kind::Rule,
    "E2114",
    "{code}: {numbers}번을 무효로 하면 {on}의 {act:이/가} 앞뒤가 맞지 않습니다. 함께 무효로 하십시오",
    "{code}: without number {numbers}, '{act}' of {on} could not have happened; void both",
);
pub(super) static PERIOD: Rule =
    rule(Kind::Usage, "E2115", "끝나는 날({to})이 시작하는 날({from})보다 앞섭니다", "the last day ({to}) is before the first ({from})");
pub(super) static NOTHING: Rule = rule(Kind::Usage, "E2116", "{code}: 고칠 것이 없습니다", "{code}: nothing to correct was given");
pub(super) static REDATED: Rule = rule(
    Kind::Usage,
    "E2117",
    "{code}: 이미 적힌 감사 종료일을 고치려면 사유가 필요합니다(--reason)",
    "{code}: another day of the audit's end needs its reason (--reason)",
);
/// A folder that is not new.
pub static NOT_EMPTY: Rule = rule(
    Kind::Rule,
    "E2118",
    "'{folder}'{folder:~은/는} 비어 있는 폴더가 아닙니다. 새 폴더나 빈 폴더를 주십시오. 쓴 것은 없습니다",
    "'{folder}' is not an empty folder; name a new or an empty one. Nothing was written",
);
/// A folder that cannot be made.
pub static CANNOT_WRITE: Rule = rule(
    Kind::Unexpected,
    "E2119",
    "'{folder}'{folder:~을/를} 만들 수 없습니다: {why}. 남은 것은 없습니다",
    "'{folder}' cannot be made: {why}. Nothing was left behind",
);
/// A document of the file that is not what its digest says.
pub static CHANGED_DOCUMENT: Rule = rule(
    Kind::Integrity,
    "E2120",
    "{what:이/가} 적힌 해시와 다릅니다. 증거로 내놓을 수 없습니다",
    "{what} is not what its recorded digest says and cannot be handed out as evidence",
);
pub(super) static NO_DEPARTMENT: Rule = rule(
    Kind::Usage,
    "E2121",
    "부서를 알 수 없습니다. 신청인이나 부서가 필요합니다",
    "the department is not known; name the official or the department",
);
