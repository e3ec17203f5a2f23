//! What the demonstration says and does, and the public data it carries.

use crate::words::{Text, text};

/// One step: the day it is done on, what is said, the command, and how it ends.
pub(super) struct Step {
    pub day: &'static str,
    pub said: Option<Text>,
    pub command: &'static str,
    pub exit: i32,
}

const fn step(day: &'static str, command: &'static str) -> Step {
    Step { day, said: None, command, exit: 0 }
}

const fn told(day: &'static str, ko: &'static str, en: &'static str, command: &'static str) -> Step {
    Step { day, said: Some(text(ko, en)), command, exit: 0 }
}

const fn refused(day: &'static str, ko: &'static str, en: &'static str, command: &'static str) -> Step {
    Step { exit: 4, ..told(day, ko, en, command) }
}

/// The data files, by the name they get in the demonstration's folder.
pub(super) const FILES: &[(&str, &[u8])] = &[
    ("nowon-2023-key-tasks.csv", include_bytes!("../../examples/data/nowon-2023-key-tasks.csv")),
    ("jongno-2006-criteria.csv", include_bytes!("../../examples/data/jongno-2006-criteria.csv")),
    ("jongno-2006-entries.csv", include_bytes!("../../examples/data/jongno-2006-entries.csv")),
    ("jongno-2006-raters.csv", include_bytes!("../../examples/data/jongno-2006-raters.csv")),
    ("jongno-2006-scores.csv", include_bytes!("../../examples/data/jongno-2006-scores.csv")),
    ("seoul-2018-criteria.csv", include_bytes!("../../examples/data/seoul-2018-criteria.csv")),
    ("seoul-2018-entries.csv", include_bytes!("../../examples/data/seoul-2018-entries.csv")),
    ("seoul-2018-raters.csv", include_bytes!("../../examples/data/seoul-2018-raters.csv")),
    ("seoul-2018-scores.csv", include_bytes!("../../examples/data/seoul-2018-scores.csv")),
];

/// The walk through the main job.
pub(super) const STEPS: &[Step] = &[
    told(
        "2024-05-03",
        "proadmin 시연: 공개 자료로 demo.db 를 만들고 주요 업무를 차례로 해 봅니다.\n각 줄 앞의 날짜는 업무일입니다(PROADMIN_TODAY 로 정해 놓았습니다).",
        "proadmin: demo.db is made from public data and the main job is done on it, step by step.\nThe date before each line is the day of work (set with PROADMIN_TODAY).",
        "init --org 노원구 --org-code NOWON",
    ),
    told(
        "2024-05-03",
        "1. 중점과제. 노원구는 2023년 중점과제 9건 가운데 7건을 완료했고 2건을 추진하고 있었습니다\n(2024-05-03 보도). 이름이 알려진 것은 3건이며, 그중 '초등학교 맞춤형 통학로 개선사업'은 상태가\n공개되지 않아 이름 없는 과제 가운데 하나로 두었습니다. 부서, 완료일, 목표 달성 여부도 공개되지\n않아, 완료일은 보도일로, 목표는 달성으로 적었습니다.",
        "1. Key tasks. Of Nowon-gu's nine key tasks of 2023, seven were completed and two in progress\n(press, 2024-05-03). Three names are known; the state of one of them (school routes) was not\npublished, so it is among the unnamed. Departments, days of completion and outcomes were not\npublished either: the day of the report and 'met' stand for them.",
        "dept add \"노원구(부서 미공개)\" --since-on 2023-01-01",
    ),
    step("2024-05-03", "task import demo-files/nowon-2023-key-tasks.csv"),
    step("2024-05-03", "milestone add KT-2023-02 \"음악분수 개장\" --due 2024-05-31"),
    told(
        "2024-05-03",
        "진척률은 공개되지 않아, 아래 70%는 시연을 위한 값입니다.",
        "No percentage was published: the 70 below is for the demonstration only.",
        "progress log KT-2023-02 --percent 70 --note \"개장 준비(시연 값)\"",
    ),
    step("2024-05-03", "task list --year 2023"),
    told(
        "2024-08-16",
        "2. 사전컨설팅. 동작구(2020)의 규정대로 접수부터 30일 안에 의견서를 보냅니다. 아래 건은 충청북도가\n공개한 2019년 사례이며, 신청일과 회신일은 공개되지 않아 날짜는 시연을 위한 것입니다.",
        "2. Pre-consulting. As in Dongjak-gu (2020), the opinion letter goes out within 30 days. The case\nwas published by Chungcheongbuk-do for 2019; its dates were not, so these are for the demonstration.",
        "dept add \"진천군(신청기관)\" --since-on 2023-01-01",
    ),
    step(
        "2024-08-16",
        "consult file \"불법주정차 관련 시설물 설치 사용 가능여부(주차장특별회계)\" --dept D-02 --law 주차장법 --matter budget --applicant-type subordinate_gov",
    ),
    step("2024-08-16", "consult accept PC-2024-001"),
    step("2024-08-20", "consult supplement PC-2024-001 --reason \"설치 위치도\""),
    step("2024-08-26", "consult resume PC-2024-001"),
    told(
        "2024-09-02",
        "왜 그날이 기한인지 하루하루 볼 수 있습니다. 초일은 세지 않고, 보완을 기다린 나흘 남짓은 빠지며,\n끝날이 추석 연휴에 걸리면 다음 근무일로 넘어갑니다.",
        "Why the due day is what it is, day by day: the day of receipt is not counted, the days awaiting a\nsupplement are left out, and an end on a holiday would roll to the next working day.",
        "due explain PC-2024-001",
    ),
    refused(
        "2024-09-02",
        "검토 기록이 없으면 의견서는 나가지 않습니다.",
        "Without its reviews the letter does not go out.",
        "consult answer PC-2024-001 --result conditional --text 조건부",
    ),
    step("2024-09-02", "consult review PC-2024-001 --kind law --finding \"특별회계 목적에 맞음\""),
    step("2024-09-02", "consult review PC-2024-001 --kind site --waive \"서면으로 확인 가능\""),
    step("2024-09-02", "consult review PC-2024-001 --kind validity --finding \"주차질서 개선에 타당\""),
    step("2024-09-10", "consult answer PC-2024-001 --result conditional --text \"조례에 근거 조항을 더하는 것을 조건으로 가능합니다.\""),
    step("2024-09-10", "consult letter PC-2024-001"),
    told(
        "2024-09-10",
        "3. 공휴일과 기한. 새 휴일은 열린 기한을 저절로 옮깁니다. 2024-10-01 임시공휴일은 그해 9월 3일에\n정해졌으므로 8월 말 현재로 보면 아직 없습니다.",
        "3. Holidays move due dates by themselves. 1 October 2024 was decided on 3 September, so as of the\nend of August it is not there yet.",
        "query \"SELECT date, name, announced_on FROM calendar WHERE date LIKE '2024-10%'\"",
    ),
    step("2024-09-10", "query \"SELECT date, name, announced_on FROM calendar WHERE date LIKE '2024-10%'\" --as-of 2024-08-31"),
    told(
        "2024-09-10",
        "4. 월별 현황. 달이 지나면 그달 말일 현재로 확정해 둡니다. 나중에 고쳐도 낸 보고서는 그대로입니다.",
        "4. The month, frozen as of its last day: what is corrected later does not change what was handed in.",
        "snapshot take 2023-12",
    ),
    step("2024-09-10", "report monthly 2023-12"),
    step("2024-09-10", "task list --as-of 2023-12-31"),
    told(
        "2024-12-20",
        "5. 평가. 종로구시설관리공단이 공개한 2006년 경영평가표: 12개 항목의 점수를 더하면 공개된\n총점 82.63이 됩니다. 평가위원별 점수는 공개되지 않아 공개된 점수를 한 장의 채점표로 넣습니다.",
        "5. Evaluation. The published 2006 table of Jongno-gu's facilities corporation: its twelve scores sum\nto the printed 82.63. Scores by rater were not published, so the printed ones are one sheet.",
        "eval open \"종로구시설관리공단 경영평가\" --year 2024",
    ),
    step(
        "2024-12-20",
        "eval import EV-2024-01 --criteria demo-files/jongno-2006-criteria.csv --entries demo-files/jongno-2006-entries.csv --raters demo-files/jongno-2006-raters.csv --scores demo-files/jongno-2006-scores.csv",
    ),
    step("2024-12-20", "eval table EV-2024-01 --fields rank,entry,title,total,raters,missing"),
    told(
        "2024-12-20",
        "서울시가 공개한 2018년 정성평가(출자·출연기관 15곳, 기관 이름은 비공개): 같은 점수는 같은 순위,\n다음 순위는 건너뜁니다(11, 12, 12, 14).",
        "Seoul's published qualitative assessment of 2018 (15 bodies, names withheld): equal scores share a\nrank and the next is skipped (11, 12, 12, 14).",
        "eval open \"정보공개 확대노력 정성평가(출자·출연기관)\" --year 2024",
    ),
    step(
        "2024-12-20",
        "eval import EV-2024-02 --criteria demo-files/seoul-2018-criteria.csv --entries demo-files/seoul-2018-entries.csv --raters demo-files/seoul-2018-raters.csv --scores demo-files/seoul-2018-scores.csv",
    ),
    told(
        "2024-12-20",
        "이 표로 시연을 마칩니다. demo.db 로 더 해 보십시오: proadmin --db demo.db today",
        "The demonstration ends with this table. Go on with demo.db: proadmin --db demo.db today",
        "eval table EV-2024-02",
    ),
];
