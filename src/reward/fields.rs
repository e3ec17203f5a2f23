//! What the fields of its tables are called, beside what its registers and the common words say.

use super::REWARDS;
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("measure", "우대조치", "measure"),
        fact("measure_term", "우대 조건", "term"),
        fact("measure_exclusion", "함께 받을 수 없는 우대", "exclusion"),
        fact("reward_rule", "우대 기준", "rule"),
        fact("reward", "우대", "reward").in_register(&REWARDS),
        fact("reward_choice", "선택", "choice").in_register(&REWARDS),
        fact("selected_official", "우수공무원", "outstanding official"),
        fact("selection_count", "공개된 선발", "published selection"),
        fact("published_reward", "공개된 우대", "published reward"),
    ],
    own: &[],
    words: &[
        column("announced_on", "공고일", "announced", Kind::Date),
        column("org", "기관", "office", Kind::Text),
        column("extraordinary", "파격", "extraordinary", Kind::Flag),
        column("needs_check", "요건 확인 필요", "needs a check", Kind::Flag),
        column("one", "한쪽", "one", Kind::Code),
        column("other", "다른 쪽", "other", Kind::Code),
        column("grades", "대상 등급", "grades", Kind::Text),
        column("measure", "우대조치", "measure", Kind::Code),
        column("offered", "제공", "offered", Kind::Flag),
        column("applies_to", "대상", "applies to", Kind::Text),
        column("choose", "고를 수", "to choose", Kind::Integer),
        column("half", "반기", "half", Kind::Integer),
        column("rewards", "우대 내용", "rewards", Kind::Text),
        column("case_title", "사례", "case", Kind::Text),
        column("department_text", "부서(글)", "department as written", Kind::Text),
        column("stated", "공개된 우대", "as published", Kind::Text),
        column("checked_ok", "요건 충족", "check passed", Kind::Flag),
        column("checked_reason", "확인 사유", "why", Kind::Text),
        column("granted_body", "부여 기관", "granted by", Kind::Text),
        column("granted_document", "부여 문서", "document", Kind::Text),
        column("reward", "우대", "reward", Kind::Code),
        column("choose_lead", "주담당자 선택 수", "main person chooses", Kind::Integer),
        column("choose_other", "그 밖 선택 수", "others choose", Kind::Integer),
        column("extraordinary_percent", "파격 비율", "extraordinary share", Kind::Percent),
        column("encouragement", "장려", "encouragement", Kind::Integer),
        column("excellent", "우수", "excellent", Kind::Integer),
        column("grand", "최우수", "grand", Kind::Integer),
        column("selected", "선정", "selected", Kind::Integer),
        column("shortlisted", "본선", "shortlisted", Kind::Integer),
        column("submitted", "제출", "submitted", Kind::Integer),
        column("team_persons", "팀원 수", "team members", Kind::Integer),
        column("teams", "팀 수", "teams", Kind::Integer),
    ],
};
