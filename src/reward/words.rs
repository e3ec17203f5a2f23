//! The words of rewards.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("offer", "마감한 평가에서 선발된 사람에게 우대를 제시합니다"),
    ("choose", "본인이 고른 우대를 한 번에 적습니다"),
    ("check", "인사부서의 요건 확인 결과를 적습니다"),
    ("grant", "우대를 부여한 날과 문서를 적습니다"),
    ("list", "우대 약속과 부여를 보입니다"),
    ("show", "우대 하나를 자세히 보입니다"),
    ("edit", "우수공무원 기록을 고칩니다"),
    ("void", "잘못 적은 우대나 선택을 무효로 합니다"),
    ("measures", "그해의 우대조치, 한도, 규칙을 보입니다"),
    ("measure", "우대조치와 그 조건을 정합니다(없으면 새로 만듭니다)"),
    ("exclude", "함께 받을 수 없는 우대조치를 정합니다"),
    ("rule", "고르는 수와 파격적 우대의 비율을 정합니다"),
    ("share", "파격적 우대를 받는 비율을 보입니다"),
    ("selections", "기관별·반기별 선발(공개된 수와 적힌 수)을 보입니다"),
    ("published", "기관들이 공개한 우대 규칙을 보입니다"),
    ("import", "우대, 공개된 선발 수, 공개된 우대 규칙을 파일(xlsx, CSV)에서 가져옵니다"),
    ("file", "파일(목록, 선발 수, 공개된 규칙의 열을 가진 CSV)"),
    ("code", "우대 번호"),
    ("round", "마감한 평가 번호"),
    ("people", "대상자가 없는 후보의 사람(후보:직원). 여러 번 쓸 수 있음"),
    ("measures.year", "연도 [기본: 올해]"),
    ("choose.measures", "우대 코드(고를 수만큼)"),
    ("instead", "한도가 찬 것 대신 고를 것(순서대로)"),
    ("check.measure", "우대 코드"),
    ("grant.measure", "우대 코드"),
    ("void.measure", "이 우대조치의 선택만"),
    ("named", "우대 코드(영문 대문자)"),
    ("ok", "요건을 갖추었는지"),
    ("check.reason", "갖추지 못했으면 그 까닭"),
    ("document", "부여 문서"),
    ("grant.body", "부여한 기관"),
    ("case_title", "사례"),
    ("position", "직위"),
    ("half", "반기(1, 2)"),
    ("source", "근거"),
    ("name", "이름"),
    ("name_en", "영문 이름"),
    ("extraordinary", "파격적 우대인지"),
    ("rule.extraordinary", "파격적 우대를 받아야 하는 비율(%)"),
    ("measure.check", "인사부서가 먼저 요건을 확인하는지"),
    ("offered", "우리 기관이 제시하는지"),
    ("quota", "연간 한도(none 은 없음)"),
    ("grades", "대상 등급(쉼표로, all 은 모두)"),
    ("list.grade", "이 등급만"),
    ("from", "이 연도부터 [기본: 올해]"),
    ("first_measure", "우대 코드"),
    ("second_measure", "함께 받을 수 없는 우대 코드"),
    ("no_more", "다시 함께 받게 하고 그 사유를 적음"),
    ("lead", "중점과제 주담당자가 고르는 수"),
    ("other", "그 밖의 사람이 고르는 수"),
    ("staff", "이 직원만(번호 또는 이름)"),
    ("outstanding", "약속하고 아직 부여하지 않은 것만"),
    ("ours", "우리 기관만"),
    ("year", "연도"),
];

/// A heading.
pub const OUTSTANDING: Text = text("약속하고 아직 부여하지 않은 우대", "Promised and not granted yet");
/// A heading.
pub const MENU: Text = text("{year}년 우대조치", "Measures of {year}");
/// A heading.
pub const PAIRS: Text = text("함께 받을 수 없는 것", "Exclude each other");
/// A heading.
pub const RULES: Text = text("규칙(맨 위가 지금 것)", "Rules, the first in force");
/// A heading.
pub const SHARE: Text = text("파격적 우대의 비율", "Share with an extraordinary measure");
/// A heading.
pub const SELECTIONS: Text = text("우수공무원 선발", "Selections of outstanding officials");
/// A heading.
pub const PUBLISHED: Text = text("공개된 우대 규칙", "Rewards as offices published them");
/// A remark.
pub const NOT_SIX: Text =
    text("제시하는 우대가 {count}종입니다(보통 6종)", "{count:measure/measures} {count:~is/are} offered (six as a rule)");
/// A remark.
pub const STILL_OPEN: Text = text("{owed}가지를 더 골라야 합니다. 고를 수 있는 것: {open}", "{owed} still to choose; open: {open}");
/// What was done.
pub const OFFERED: Text =
    text("{round}: {count}명에게 우대를 제시했습니다({on})", "{round}: offered to {count:official/officials} on {on}");
/// Who may choose how many.
pub const MAY_CHOOSE: Text = text("{code} {name}: {count}가지를 고를 수 있습니다", "{code} {name} may choose {count:measure/measures}");
/// Who may choose how many.
pub const MAY_CHOOSE_LEAD: Text = text(
    "{code} {name}: 중점과제 주담당자로 {count}가지를 고를 수 있습니다",
    "{code} {name}, main person of a key task, may choose {count:measure/measures}",
);
/// What was done.
pub const CHOSEN: Text = text("{code} {name}: {measures:을/를} 골랐습니다({on})", "{code} {name}: chose {measures} on {on}");
/// What came of a ceiling.
pub const INSTEAD: Text =
    text("{wish:은/는} 한도가 차서 {measure:을/를} 대신 골랐습니다", "{wish} is at its ceiling; {measure} was chosen instead");
/// What was done.
pub const CHECKED: Text =
    text("{code} {name} {measure}: 요건을 갖춘 것으로 확인했습니다({on})", "{code} {name} {measure}: conditions met, answered on {on}");
/// What was done.
pub const FAILED: Text = text(
    "{code} {name} {measure}: 요건을 갖추지 못했습니다({on}). 다른 것을 고를 수 있습니다",
    "{code} {name} {measure}: conditions not met, answered on {on}; another may be chosen",
);
/// What was done.
pub const GRANTED: Text =
    text("{code} {name} {measure}: 부여했습니다({on}, {document})", "{code} {name} {measure}: granted on {on} ({document})");
/// A warning.
pub const LEFT_BEFORE: Text = text(
    "주의: {name:은/는} {left}에 퇴직·전출했습니다. 그 뒤에 부여한 것이 맞는지 확인하십시오",
    "note: {name} left on {left}, before the grant: is it right?",
);
/// What was done.
pub const EDITED: Text = text("{code} {name}: 고쳤습니다", "{code} {name}: edited");
/// What was done.
pub const VOIDED: Text = text("{code} {name}: 무효로 했습니다", "{code} {name}: voided");
/// What was done.
pub const UNCHOSEN: Text = text("{code} {name}: {measure} 선택을 무효로 했습니다", "{code} {name}: choice of {measure} voided");
/// What was done.
pub const MEASURE: Text = text("{measure}: {year}년부터의 조건을 정했습니다", "{measure}: terms from {year} on set");
/// A remark on terms that do not hold for what is being chosen.
pub const OPEN_BEFORE: Text = text(
    "{year}년 우대는 아직 고르는 중이고, 그해 조건은 그대로입니다. 그해부터 정하려면 proadmin reward measure {measure} … --from {year}",
    "rewards of {year} are still being chosen, under the terms of that year; for those: proadmin reward measure {measure} … --from {year}",
);
/// What was done.
pub const EXCLUDED: Text =
    text("{one:과/와} {other:은/는} {year}년부터 함께 받을 수 없습니다", "{one} and {other} exclude each other from {year} on");
/// What was done.
pub const TOGETHER: Text = text("{one:과/와} {other:을/를} 다시 함께 받을 수 있습니다", "{one} and {other} go together again");
/// What was done.
pub const RULED: Text = text(
    "{year}년부터 주담당자 {lead}가지, 그 밖의 사람 {other}가지, 파격적 우대 {percent}% 이상입니다",
    "from {year} on the main person chooses {lead}, others {other}; {percent}% are to get an extraordinary measure",
);
