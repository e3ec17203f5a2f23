//! How the rules of a choice of rewards say no.

use crate::refusal::{Kind, Rule, rule};

pub(super) static CHOSEN: Rule = rule(
    Kind::Rule,
    "E1601",
    "{code:은/는} 이미 {choose}가지를 골랐습니다. 다시 고를 수 없습니다",
    "{code} has chosen its {choose:measure/measures} already; there is no second choice",
);
pub(super) static HOW_MANY: Rule = rule(
    Kind::Rule,
    "E1602",
    "{code:은/는} 서로 다른 {owed}가지를 골라야 합니다({count}가지를 골랐음)",
    "{code} chooses exactly {owed:different measure/different measures}, not {count}",
);
pub(super) static TWICE: Rule = rule(Kind::Rule, "E1603", "{code}: {measure:이/가} 두 번 있습니다", "{code}: {measure} is named twice");
pub(super) static NOT_OFFERED: Rule =
    rule(Kind::Rule, "E1604", "{measure:은/는} {year}년에 제시하는 우대가 아닙니다", "{measure} is not offered in {year}");
pub(super) static OTHER_GRADE: Rule = rule(
    Kind::Rule,
    "E1605",
    "{measure:은/는} {grade} 등급이 고를 수 없습니다(대상: {grades})",
    "{measure} is not for the grade {grade} (it is for: {grades})",
);
pub(super) static EXCLUDED: Rule =
    rule(Kind::Rule, "E1606", "{code}: {one:과/와} {other:은/는} 함께 받을 수 없습니다", "{code}: {one} and {other} exclude each other");
pub(super) static CEILING: Rule = rule(
    Kind::Rule,
    "E1607",
    "{measure:은/는} {year}년 한도({quota})가 찼습니다. 다른 것을 골라야 합니다",
    "{measure} is at its ceiling of {quota} in {year}; another is to be chosen",
);
pub(super) static FAILED_BEFORE: Rule = rule(
    Kind::Rule,
    "E1608",
    "{code}: {measure:은/는} 요건을 갖추지 못한 것으로 확인되었습니다",
    "{code}: the conditions of {measure} were found not to be met",
);
pub(super) static NO_MEASURE: Rule = rule(Kind::NotFound, "E1609", "'{measure}' 우대조치가 없습니다", "there is no measure '{measure}'");
pub(super) static CHOOSES_NOTHING: Rule = rule(
    Kind::Rule,
    "E1610",
    "{code:은/는} 공개된 선발 기록이라 고를 것이 없습니다",
    "{code} was only published, so there is nothing to choose",
);
pub(super) static VOID: Rule = rule(Kind::Rule, "E1611", "{code:은/는} 무효인 기록입니다", "{code} is void");
pub(super) static TAKEN_ALREADY: Rule = rule(
    Kind::Rule,
    "E1612",
    "{measure:은/는} {year}년에 이미 {taken}번 골라, 한도를 {quota:으로/로} 정할 수 없습니다",
    "{measure} was chosen {taken:time/times} in {year}, so its ceiling cannot be {quota}",
);
