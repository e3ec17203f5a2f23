//! The words of nominations.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "추천을 접수합니다"),
    ("list", "추천 접수대장을 보입니다"),
    ("show", "추천 하나를 대상자·추천인·경과와 함께 보입니다"),
    ("edit", "추천 내용을 고칩니다"),
    ("verify", "추천인의 실명을 확인한 결과를 적습니다"),
    ("accept", "추천을 인정합니다"),
    ("reject", "추천을 사유를 들어 제외합니다"),
    ("merge", "중복 추천을 하나로 병합합니다(추천인은 모두 남습니다)"),
    ("duplicates", "중복으로 보이는 추천을 찾습니다"),
    ("enter", "인정한 추천을 평가 후보로 올립니다"),
    ("void", "잘못 접수한 추천을 무효로 합니다"),
    ("period", "접수 기간과 공적 기간을 정합니다"),
    ("periods", "접수 기간을 보입니다"),
    ("ground", "제외 사유를 정합니다"),
    ("grounds", "제외 사유를 보입니다"),
    ("import", "파일(xlsx, CSV)에서 추천을 가져옵니다"),
    ("title", "공적 요지(한 줄)"),
    ("nominee", "추천 대상(번호 또는 이름), 팀은 팀원마다 이름=60처럼 기여도와 함께"),
    ("list.nominee", "이 사람을 추천한 것만(번호 또는 이름)"),
    ("by", "추천 경로(주민 resident, 직원 employee, 부서 department, 본인 self)"),
    ("nominator", "추천인 이름(따로 보관하고 가려서 보임), 직원과 부서는 번호 또는 이름"),
    ("team", "팀 이름"),
    ("task", "관련 중점과제 번호"),
    ("list.task", "이 중점과제에 관한 것만(번호)"),
    ("received_on", "접수일 [기본: 오늘]"),
    ("merit", "공적 내용"),
    ("merit_from", "공적 시작일"),
    ("merit_to", "공적 종료일"),
    ("period.merit_from", "인정하는 공적의 첫날"),
    ("period.merit_to", "인정하는 공적의 마지막 날"),
    ("accept.codes", "추천 번호(- 는 표준입력)"),
    ("result", "확인 결과(confirmed 확인, failed 확인 안 됨)"),
    ("merge.into", "남길 추천 번호"),
    ("enter.round", "평가 번호"),
    ("round", "평가 번호"),
    ("period.name", "이름(예: 2024년 상반기)"),
    ("from", "접수 시작일"),
    ("to", "접수 마감일"),
    ("period.on", "공고일 [기본: 오늘]"),
    ("off", "없앰"),
    ("name_code", "사유 부호(예: kindness)"),
    ("ground.name", "사유 내용"),
    ("ground.source", "근거"),
    ("reject.ground", "제외 사유(nominate grounds 가운데 하나)"),
];

/// Headings under a nomination.
pub const MERIT: Text = text("공적 내용", "Merit");
/// Headings under a nomination.
pub const MEMBERS: Text = text("추천 대상", "Nominees");
/// Headings under a nomination.
pub const BY: Text = text("추천인", "Nominators");
/// Headings under a nomination.
pub const HISTORY: Text = text("경과", "History");

/// What a refusal is about.
pub const NOMINATION: Text = text("추천", "nomination");
/// What was done.
pub const ADDED: Text = text("{code} {title}: 추천을 접수했습니다", "{code} {title}: nomination received");
/// What was seen.
pub const DUPLICATE: Text = text("같은 사람을 추천한 {other:이/가} 이미 있습니다", "{other} nominates the same person already");
/// What was seen.
pub const ACCEPTED_BESIDE: Text = text(
    "{code}: 같은 사람의 {others:이/가} 이미 인정되어 있습니다. 같은 공적이면 하나는 제외하십시오",
    "{code}: accepted already of the same person: {others}; if the merit is the same, reject one",
);
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What went with the members of a team.
pub const DISBANDED: Text =
    text("한 사람만 남아 팀 이름({team})을 지웠습니다", "one person is left, so the name of the team ({team}) was taken out");
/// What stays as it was.
pub const ENTRIES_STAY: Text =
    text("{entries}: 이미 올린 후보의 관련 과제는 그대로입니다", "{entries}: the task of what was entered already stays as it is");
/// What was done.
pub const ACTED: Text = text("{code} {title}: {on} {act}", "{code} {title}: {act} on {on}");
/// What was done otherwise than before.
pub const REDECIDED: Text =
    text("{code} {title}: {on} {act}({before} '{was}' 결정을 바꿈)", "{code} {title}: {act} on {on}; it was {was} on {before}");
/// What was done.
pub const MERGED: Text =
    text("{codes:을/를} {into}에 병합했습니다. 추천인은 모두 남습니다", "{codes} merged into {into}; every source is kept");
/// What was done.
pub const ENTERED: Text = text("{code} {title}: {round} 후보 {entry:으로/로} 올렸습니다", "{code} {title}: entered in {round} as {entry}");
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
/// What was done.
pub const PERIOD: Text = text("{name}: 접수 기간 {from} ~ {to}", "{name}: nominations are received from {from} to {to}");
/// What was done.
pub const GROUND: Text = text("{name}: 제외 사유로 정했습니다", "{name}: set as a ground of rejection");
/// What was done.
pub const TAKEN_BACK: Text = text("{name}: 없앴습니다", "{name}: taken back");
