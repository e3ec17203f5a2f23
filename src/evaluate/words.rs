//! The words of evaluation.

use crate::typed::Expected;
use crate::words::{Term, Text, term, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("open", "평가를 시작합니다"),
    ("list", "평가 목록을 보입니다"),
    ("show", "평가 하나를 자세히 보입니다"),
    ("edit", "평가의 방법을 고칩니다"),
    ("criterion", "항목과 만점을 정합니다"),
    ("component", "구성 요소(심사, 투표, 이월 점수)와 가중치를 정합니다"),
    ("entry", "후보를 등록합니다"),
    ("member", "후보의 대상자와 기여도(%)를 정합니다"),
    ("lesson", "모범실패사례의 시사점을 고치거나, 반영한 이듬해 실행계획 과제나 교육에 연결합니다"),
    ("misconduct", "공적·이력 확인에서 드러난 비위를 적습니다"),
    ("indicator", "부서의 실적을 세는 지표를 정합니다"),
    ("adopt", "마감한 평가를 결정한 기관, 회의록, 출석을 적습니다"),
    ("shares", "직원:기여도[:역할](예: S-0001:60:설계). 여러 번 쓸 수 있음"),
    ("members", "직원:기여도[:역할](예: S-0001:60:설계). 여러 번 쓸 수 있음"),
    ("entry.lesson", "모범실패사례의 시사점"),
    ("link", "시사점을 반영한 이듬해 실행계획 과제나 교육의 번호"),
    ("lesson.text", "시사점(평가가 진행 중일 때만 고침)"),
    ("finding", "드러난 비위"),
    ("misconduct.document", "근거 문서"),
    ("outcome", "성과를 보는 항목(모범실패사례 평가에는 넣지 않음)"),
    ("process", "이름은 성과 같아도 과정을 보는 항목(--reason 과 함께)"),
    ("counts", "셀 것"),
    ("per_unit", "하나에 몇 점"),
    ("cap", "몇 점까지"),
    ("indicator.weight", "가중치(%) [기본: 100, 점수 그대로]"),
    ("unit", "단위(건, 명 등)"),
    ("indicator.name", "이름 [기본: 지표 이름]"),
    ("count_from", "지표를 셀 첫날 [기본: 그해 1월 1일]"),
    ("count_to", "지표를 셀 끝날 [기본: 그해 12월 31일]"),
    ("after", "이 평가의 다음 단계로 시작"),
    ("keep", "앞 단계에서 올릴 후보 수 [기본: 순위가 있는 모두]"),
    ("tied", "경계의 동점에서 사람이 올리는 후보(--why 와 함께)"),
    ("why", "동점에서 그 후보를 올리는 사유"),
    ("carry", "앞 단계 총점의 가중치(%)"),
    ("review", "이번 단계 심사의 이름"),
    ("body", "결정한 기관(위원회)"),
    ("minutes", "회의록 문서"),
    ("present", "출석한 위원(심사위원 번호, 또는 가려서 보관할 이름)"),
    ("absent", "출석하지 않은 위원"),
    ("recused", "회피·기피한 위원:후보:사유(적어 둔 이해관계는 저절로 반영)"),
    ("adoption", "결정 기관의 결정을(마감한 평가도)"),
    ("rater", "심사위원을 등록합니다(이름은 가려서 보임)"),
    ("conflict", "이해관계를 적습니다(그 심사표는 빠집니다)"),
    ("score", "점수를 적습니다"),
    ("bonus", "가점(감점은 음수)을 적습니다"),
    ("grade", "등급과 인원 또는 비율을 정합니다(높은 등급부터)"),
    ("decide", "등급 경계의 동점을 결정합니다"),
    ("import", "항목, 후보, 심사위원, 점수 등을 파일(xlsx, CSV)에서 한 번에 가져옵니다"),
    ("export", "집계표를 이루는 것을 모두 다시 가져올 수 있는 파일로 내보냅니다"),
    ("folder", "파일들(criteria.csv, entries.csv, scores.csv 등)을 쓸 폴더"),
    ("table", "집계표를 보입니다"),
    ("explain", "한 후보가 다른 후보보다 앞선 이유를 보입니다"),
    ("sensitivity", "심사위원을 한 사람씩 뺐을 때 달라지는 순위를 보입니다"),
    ("close", "평가를 마감하고 결과를 남깁니다"),
    ("verify", "마감한 결과를 다시 계산해 견줍니다"),
    ("void", "잘못 적은 것이나 평가를 무효로 합니다"),
    ("round", "평가 번호"),
    ("title", "제목"),
    ("open.title", "평가명"),
    ("track", "부문"),
    ("method", "심사표를 모으는 방법"),
    ("trim", "최고·최저 심사표를 이만큼씩 제외(2K+2장 이상 필요)"),
    ("bonus_max", "가점 한도"),
    ("rubric", "이 기본 항목표의 항목으로 시작(default 는 다섯 항목) [기본: 항목 없이 시작]"),
    ("tie", "동점 처리 순서: 항목 이름들, 끝에 receipt(접수순). none 은 처리하지 않음"),
    ("opened_on", "시작한 날 [기본: 오늘]"),
    ("name", "이름"),
    ("max", "만점"),
    ("weight", "가중치(%)"),
    ("kind", "종류"),
    ("component.max", "만점 [기본: 100]"),
    ("criterion.component", "이 구성 요소에 넣기 [기본: 첫 심사]"),
    ("own_code", "후보 번호 [기본: E-01부터]"),
    ("task", "관련 중점과제 번호"),
    ("received_on", "접수일 [기본: 오늘]"),
    ("who", "심사위원 번호, 또는 이름(가려서 보관)"),
    ("rater.name", "이름(가려서 보관)"),
    ("rater_typed", "심사위원(번호 또는 이름)"),
    ("entry_typed", "후보 번호"),
    ("one", "후보 번호"),
    ("other", "다른 후보 번호"),
    ("criterion_name", "항목"),
    ("component_name", "구성 요소(투표 또는 이월 점수)"),
    ("points", "점수"),
    ("bonus.points", "가점(음수는 감점)"),
    ("count", "인원"),
    ("percent", "비율(%, 최대 잔여 방식)"),
    ("grade_name", "등급"),
    ("none", "등급 없음"),
    ("components", "구성 요소 파일(component,weight)"),
    ("conflicts", "이해관계 파일(entry,rater,reason)"),
    ("bonuses", "가점 파일(entry,points,reason)"),
    ("grades", "등급 파일(grade와 count 또는 percent, 높은 등급부터)"),
    ("criteria", "항목 파일(criterion,max)"),
    ("entries", "후보 파일(entry,title,department)"),
    ("raters", "심사위원 파일(rater)"),
    ("scores", "점수 파일(entry,rater,criterion,points 또는 entry,rater와 항목마다 한 열)"),
    ("accept_missing", "미제출 심사표를 둔 채 마감하는 사유"),
    ("confirm", "마감을 확인하는 평가 번호"),
    ("every", "달라지지 않는 것도 모두"),
    ("void.criterion_name", "이 항목을"),
    ("void.component_name", "이 구성 요소를"),
    ("void.entry_typed", "이 후보를(--rater 와 함께면 그 심사표를)"),
    ("void.rater_typed", "이 심사위원을"),
    ("void.grade_name", "이 등급을"),
    ("void.what", "후보의 무엇을: 심사표, 이해관계, 가점, 구성 요소 점수, 대상자, 비위, 시사점의 연결"),
];

/// What of an entry can be void.
pub const OF_AN_ENTRY: &[Term] = &[
    term("sheet", "심사표", "sheet"),
    term("conflict", "이해관계", "conflict"),
    term("bonus", "가점", "bonus"),
    term("score", "점수", "score"),
    term("members", "대상자", "members"),
    term("misconduct", "비위", "misconduct"),
    term("lesson", "시사점의 연결", "lesson's link"),
];
/// The kinds of components that `eval component` sets; an indicator has a verb of its own.
pub const TYPED_KINDS: &[Term] =
    &[term("review", "심사", "review"), term("vote", "투표", "vote"), term("carried", "이월 점수", "carried score")];

/// Headings under a round.
pub const CRITERIA: Text = text("항목", "Criteria");
/// Headings under a round.
pub const COMPONENTS: Text = text("구성 요소", "Components");
/// Headings under a round.
pub const GRADES: Text = text("등급", "Grades");
/// Headings under a round.
pub const RATERS: Text = text("심사위원", "Raters");
/// Headings under a round.
pub const CONFLICTS: Text = text("이해관계", "Conflicts");
/// Headings under a round.
pub const BONUSES: Text = text("가점", "Bonus points");
/// Headings under a round.
pub const COUNTED: Text = text("지표별 실적", "What the indicators count");
/// Headings under a round.
pub const MEMBERS_SET: Text = text("대상자와 기여도", "Whose merit it is");
/// Headings under a round.
pub const LESSONS: Text = text("시사점과 반영", "Lessons and what took them up");
/// Headings under a round.
pub const MISCONDUCTS: Text = text("비위", "Misconduct");
/// Headings under a round.
pub const ATTENDANCE: Text = text("결정 기관의 출석과 회피", "Who decided, and recusals");
/// A decision of a body.
pub const ADOPTION: Text = text("결정", "decision");
/// Headings under a round.
pub const BONUS_SUMS: Text = text("후보별 가점", "Bonus points by entry");
/// Remarks.
pub const BONUS_CAP: Text = text("가점은 후보마다 {max}점까지 총점에 듭니다", "at most {max} bonus points of an entry count");
/// Headings under a round.
pub const DECISIONS: Text = text("동점 결정", "Decisions about ties");

/// What was done.
pub const OPENED: Text =
    text("{code} {title}: 평가를 시작했습니다(항목 {count}개)", "{code} {title}: opened with {count:criterion/criteria}");
/// What was done.
pub const OPENED_EMPTY: Text =
    text("{code} {title}: 평가를 시작했습니다. 항목은 아직 없습니다", "{code} {title}: opened, without criteria yet");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const CRITERION: Text = text("{code} 항목 {name}: 만점 {max}점", "{code} criterion {name}: at most {max}");
/// What was done.
pub const COMPONENT: Text = text("{code} 구성 요소 {name}: 가중치 {weight}%", "{code} component {name}: weight {weight}%");
/// What was done.
pub const ENTRY: Text = text("{code} 후보 {entry} {title}: 등록했습니다", "{code} entry {entry} {title}: entered");
/// What was done.
pub const MEMBERS: Text = text("{code} {entry}: 대상자와 기여도를 정했습니다({members})", "{code} {entry}: shares set ({members})");
/// What was done.
pub const LESSON: Text = text("{code} {entry}: 시사점을 고쳤습니다", "{code} {entry}: lesson corrected");
/// What was done.
pub const TAKEN_UP: Text =
    text("{code} {entry}: 시사점을 {record} {title}에 연결했습니다", "{code} {entry}: lesson linked to {record} {title}");
/// What was done.
pub const MISCONDUCT: Text = text("{code} {entry}: {on} 확인한 비위를 적었습니다", "{code} {entry}: misconduct found on {on} recorded");
/// What was done.
pub const INDICATOR: Text =
    text("{code} 지표 {name}: 하나에 {points}점, {max}점까지", "{code} indicator {name}: {points} each, at most {max}");
/// What was done.
pub const ADOPTED: Text = text(
    "{code}: {body}에서 {on} 결정했습니다(위원 {all}명 중 {present}명 출석)",
    "{code}: decided by {body} on {on} ({present} of {all:member/members} present)",
);
/// What was done.
pub const OPENED_AFTER: Text = text(
    "{code} {title}: {before}의 다음 단계를 시작했습니다(후보 {count}건)",
    "{code} {title}: opened as the next stage of {before} with {count:entry/entries}",
);
/// What was done.
pub const RATER: Text = text("{code} 심사위원 {rater}: 등록했습니다", "{code} rater {rater}: entered");
/// What was done.
pub const CONFLICT: Text = text(
    "{code} {entry}: {rater}의 이해관계를 적었습니다({on}). 그 심사표는 빠집니다",
    "{code} {entry}: conflict of {rater} declared on {on}; that sheet is set aside",
);
/// What was done.
pub const SCORED: Text = text("{code} {entry} {by} {name}: {points}점", "{code} {entry} {by} {name}: {points}");
/// What was done.
pub const RESCORED: Text = text("{code} {entry} {by} {name}: {was}점 → {points}점", "{code} {entry} {by} {name}: {was} → {points}");
/// What was done.
pub const BONUS: Text = text("{code} {entry}: 가점 {points}점을 적었습니다", "{code} {entry}: bonus of {points} recorded");
/// What was done.
pub const GRADE: Text = text("{code} 등급 {name}: {size}", "{code} grade {name}: {size}");
/// How many persons a grade is for.
pub const PERSONS: Text = text("{count}명", "{count:person/persons}");
/// How many teams a grade is for.
pub const TEAMS: Text = text("{count}팀", "{count:team/teams}");
/// How many departments a grade is for.
pub const DEPARTMENTS: Text = text("{count}개 부서", "{count:department/departments}");
/// How many entries a grade is for.
pub const BY_COUNT: Text = text("정원 {count}", "{count:entry/entries}");
/// How many entries a grade is for.
pub const BY_PERCENT: Text = text("{count}%", "{count}%");
/// What was done.
pub const DECIDED: Text =
    text("{code} {entry}: 등급을 {grade:으로/로} 결정했습니다({on})", "{code} {entry}: grade decided on {on}: {grade}");
/// No grade.
pub const NO_GRADE: Text = text("등급 없음", "none");
/// What was done.
pub const CLOSED: Text = text(
    "{code} {title}: 마감했습니다({on}, 후보 {count}건, 해시 {hash})",
    "{code} {title}: closed on {on} with {count:entry/entries}, hash {hash}",
);
/// A remark on an adoption.
pub const UNSAID: Text = text(
    "심사위원 {raters:은/는} 참석인지 불참인지 적지 않았습니다. 의결기구의 위원이면 proadmin undo 뒤에 --absent {given} 을 붙여 다시 적으십시오",
    "whether {raters} was there is not said; if they are members of the body: proadmin undo, and again with --absent {given}",
);
/// The question before closing.
pub const ASK_CLOSE: Text = text(
    "{code} {title}: 후보 {count}건의 결과를 남기고 마감합니다. 되돌릴 수 없습니다",
    "{code} {title}: its {count:result/results} {count:~is/are} stored and the round is closed, for good",
);
/// What was done.
pub const VOIDED: Text = text("{code} {what}: 무효로 했습니다", "{code} {what}: voided");

/// Headings.
pub const TABLE: Text = text("{code} {title} 집계표", "{code} {title}: evaluation table");
/// Headings.
pub const EXPORTED: Text = text("{code} {title}: 파일로 내보냈습니다", "{code} {title}: exported to files");
/// Remarks.
pub const NOT_EXPORTED: Text = text(
    "파일에 없는 것(이 명령으로 따로 적어야 함): proadmin eval {verbs}",
    "not in the files, to be recorded by these verbs: proadmin eval {verbs}",
);
/// Headings.
pub const EXPLAINED: Text = text("{code}: ① {one}, ② {other}", "{code}: ① {one}, ② {other}");
/// Headings.
pub const SENSITIVITY: Text = text("{code} {title}: 심사위원을 한 사람씩 뺐을 때", "{code} {title}: with each rater left out");
/// Headings.
pub const VERIFIED: Text =
    text("{code} {title}: 다시 계산한 결과가 마감 결과와 같습니다", "{code} {title}: the results are as they were closed");

/// Remarks.
pub const IS_TRIMMED: Text = text(
    "최고·최저 심사표를 {trim}장씩 빼고 셉니다. 완성된 심사표가 {need}장보다 적으면 총점이 없습니다",
    "the {trim} highest and {trim} lowest sheets are left out; with fewer than {need} complete sheets there is no total",
);
/// Remarks.
pub const IS_MEDIAN: Text = text(
    "총점은 심사표 합계의 중앙값이고, 항목 열은 평균입니다",
    "totals are medians of the sheets' sums; the criterion columns are means",
);
/// Remarks.
pub const NOT_A_HUNDRED: Text = text("주의: {what}의 합이 {sum}입니다(100이 아님)", "note: the {what} add up to {sum}, not 100");
/// What adds up.
pub const MAXIMA: Text = text("만점", "maxima");
/// What adds up.
pub const WEIGHTS: Text = text("가중치", "weights");
/// Remarks.
pub const MISSING: Text = text("미제출 심사표 {count}장", "{count:sheet/sheets} {count:~is/are} still owed");
/// Remarks.
pub const INCOMPLETE: Text = text("미완성 심사표: {sheets}", "incomplete sheets: {sheets}");
/// Remarks.
pub const TOO_FEW: Text =
    text("심사표가 모자라 최고·최저를 뺄 수 없어 총점이 없는 후보: {entries}", "no total, too few sheets to trim: {entries}");
/// Remarks.
pub const NO_PART: Text = text("구성 요소 점수가 없어 총점이 없는 후보: {entries}", "no total, a component has no score: {entries}");
/// Remarks.
pub const UNDECIDED: Text = text(
    "등급 경계의 동점이라 사람이 결정해야 할 후보: {entries} (proadmin eval decide {code} 후보 --grade 등급 --reason 내용)",
    "tied across a grade's edge, for a person to decide: {entries} (proadmin eval decide {code} ENTRY --grade GRADE --reason TEXT)",
);
/// Remarks.
pub const WAS_CLOSED: Text = text("{on}에 마감했습니다. 결과 해시 {hash}", "closed on {on}, hash of the results {hash}");
/// Remarks.
pub const AND_MORE: Text = text("{list} 외 {count}건", "{list} and {count} more");
/// Remarks.
pub const STABLE: Text = text("누구를 빼도 순위와 등급이 그대로입니다", "no rank and no grade changes, whoever is left out");
/// Remarks.
pub const ABOVE: Text = text("{one:이/가} {other}보다 {by}점 높아 앞섭니다({a} / {b})", "{one} stands above {other} by {by} ({a} / {b})");
/// Remarks.
pub const TIED: Text = text("총점이 같습니다({a}). 순위도 같습니다", "the totals are equal ({a}), and so are the ranks");
/// Remarks.
pub const TIE_SPLIT: Text = text(
    "총점이 같아({a}) 동점 처리 순서에 따라 {one:이/가} {other}보다 앞섭니다: {why}",
    "the totals are equal ({a}); the declared tie order puts {one} above {other}: {why}",
);
/// Remarks.
pub const OVER: Text = text(
    "주의: {grade} 등급은 {size}건인데 그보다 많아집니다: {entries}",
    "note: {grade} is for {size:entry/entries} and has more now: {entries}",
);
/// Why an entry stands last.
pub const STANDS_LAST: Text = text("{entry:은/는} 총점이 없어 맨 뒤에 섭니다: {why}", "{entry} has no total and stands last: {why}");
/// Why an entry stands last.
pub const NO_TOTAL: Text = text("{entry:은/는} 총점이 없어 맨 뒤에 섭니다", "{entry} has no total and stands last");
/// What splits a tie.
pub const RECEIPT: Text = text("접수순", "receipt");
/// A difference that was found.
pub const DIFFERS: Text = text("마감 때 {then}, 지금 {now}", "{then} as closed, {now} now");
/// A place in the results.
pub const PLACE: Text = text("{entry} {column}", "{entry} {column}");
/// What would have been right.
pub const A_MAXIMUM: Expected = Expected(text("0보다 크고 10000 이하인 수가 필요합니다", "a number above 0 and at most 10000 is needed"));
/// What would have been right.
pub const A_PLACE: Expected = Expected(text("1부터 센 순서가 필요합니다", "a place counted from 1 is needed"));
/// Remarks.
pub const KEEPS_DAY: Text = text(
    "이미 적혀 있던 것은 고쳐도 처음 적은 날짜로 남습니다(--on 은 새로 적은 것의 날짜)",
    "what stood before keeps its day; --on is the day of what is new",
);
/// A list, as it is.
pub const AS_IT_IS: Text = text("{it}", "{it}");
