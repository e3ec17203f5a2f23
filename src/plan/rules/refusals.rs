//! How the rules of a plan say no.

use crate::refusal::{Kind, Rule, rule};

pub(super) static NO_AREA: Rule =
    rule(Kind::NotFound, "E1101", "{year}년 실행계획에 추진분야 '{area}'{area:~이/가} 없습니다", "the plan of {year} has no area '{area}'");
pub(super) static AREA_THERE: Rule = rule(
    Kind::Rule,
    "E1102",
    "{year}년 추진분야 {no}번 '{name}'{name:~은/는} 이미 있습니다",
    "the plan of {year} has '{name}' already, as area {no}",
);
pub(super) static AREA_IN_USE: Rule = rule(
    Kind::Rule,
    "E1103",
    "{year}년 추진분야 {no}번에 추진과제가 {count}건 있어 무효로 할 수 없습니다",
    "actions stand in area {no} of {year} ({count}), so it cannot be voided",
);
pub(super) static NOTHING_TO_ADOPT: Rule =
    rule(Kind::Rule, "E1104", "{year}년 실행계획에 추진과제가 없어 의결을 적을 수 없습니다", "the plan of {year} has no actions to adopt");
pub(super) static ADOPTED_LATER: Rule = rule(
    Kind::Rule,
    "E1105",
    "{year}년 실행계획은 {last}에 {revision}차로 의결되었습니다. 그보다 앞선 {on}에 다시 의결할 수 없습니다",
    "the plan of {year} was adopted on {last} (revision {revision}); another adoption on {on} would lie before it",
);
pub(super) static ADOPTED_TWICE: Rule = rule(
    Kind::Rule,
    "E1143",
    "{year}년 실행계획의 같은 의결({on}, {body})이 {revision}차로 이미 기록되어 있습니다",
    "the same adoption of the plan of {year} ({body}, {on}) is recorded already, as revision {revision}",
);
pub(super) static VOIDED: Rule = rule(Kind::Rule, "E1106", "{code:은/는} 무효인 추진과제입니다", "{code} is void");
pub(super) static BEFORE_PLANNED: Rule =
    rule(Kind::Rule, "E1107", "{code}: {on:은/는} 계획한 날({planned}) 전입니다", "{code}: {on} is before it was planned ({planned})");
pub(super) static OUT_OF_ORDER: Rule = rule(
    Kind::Rule,
    "E1108",
    "{code}: {on}에 {act:을/를} 적을 수 없습니다. 그때의 상태가 '{last}'{last:~이었습니다/였습니다}",
    "{code}: it cannot have been {act} on {on}: it stood as '{last}' then",
);
pub(super) static SUCCEEDED: Rule = rule(
    Kind::Rule,
    "E1109",
    "{code:은/는} {successor:으로/로} 이월되어 다시 열 수 없습니다",
    "{code} goes on as {successor} and cannot be opened beside it",
);
pub(super) static LINKED: Rule =
    rule(Kind::Rule, "E1110", "{record:은/는} 이미 {code}의 증빙입니다", "{record} is evidence of {code} already");
pub(super) static NOT_LINKED: Rule =
    rule(Kind::NotFound, "E1111", "{record:은/는} {code}의 증빙이 아닙니다", "{record} is no evidence of {code}");
pub(super) static NO_EVIDENCE: Rule = rule(
    Kind::Rule,
    "E1112",
    "{record:은/는} 추진과제입니다. 추진과제는 추진과제의 증빙이 될 수 없습니다",
    "{record} is an action itself and shows nothing",
);
pub(super) static NOT_YET: Rule = rule(
    Kind::Rule,
    "E1113",
    "{record:은/는} {began}에 시작되었습니다. 그 전인 {on}에 연결할 수 없습니다",
    "{record} began on {began}; it cannot have been linked on {on}",
);
pub(super) static NOTHING_OPEN: Rule =
    rule(Kind::Rule, "E1114", "{year}년 실행계획에 이월할 추진과제가 없습니다", "the plan of {year} has no open action to carry over");
pub(super) static YEAR_OVER: Rule = rule(
    Kind::Rule,
    "E1115",
    "{year}년 과제는 {into}년으로 이월할 수 없습니다. 뒤의 해여야 합니다",
    "{year} cannot be carried into {into}: a later year is needed",
);
pub(super) static NO_TEMPLATE: Rule =
    rule(Kind::NotFound, "E1116", "양식 '{template}'{template:~이/가} 없습니다", "there is no template '{template}'");
pub(super) static AREA_NEEDED: Rule =
    rule(Kind::Usage, "E1117", "추진분야의 이름이나 --template 이 필요합니다", "the name of an area or --template is needed");
pub(super) static NO_ADOPTION: Rule =
    rule(Kind::NotFound, "E1118", "{year}년 실행계획은 의결된 적이 없습니다", "the plan of {year} was never adopted");
pub(super) static NO_KIND: Rule =
    rule(Kind::NotFound, "E1119", "'{kind}'{kind:~은/는} 기록의 종류가 아닙니다", "'{kind}' is no kind of record");
pub(super) static AREA_LATER: Rule = rule(
    Kind::Rule,
    "E1121",
    "{year}년 추진분야 {no}번은 {set}에 정했습니다. 그 전인 {on}에 추진과제를 둘 수 없습니다",
    "area {no} of {year} was set on {set}; no action can stand in it on {on}",
);
