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
    ("dongjak-2020-plan.csv", include_bytes!("../../examples/data/dongjak-2020-plan.csv")),
    ("trainings.csv", include_bytes!("../../examples/data/trainings.csv")),
    ("nowon-reward-rules.csv", include_bytes!("../../examples/data/nowon-reward-rules.csv")),
    ("nowon-awards.csv", include_bytes!("../../examples/data/nowon-awards.csv")),
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
        "1. 중점과제. 노원구는 2023년 중점과제 9건 가운데 7건을 완료했고 2건을 추진하고 있었습니다(2024-05-03\n보도). 이름이 알려진 것은 3건이며, 그중 '초등학교 맞춤형 통학로 개선사업'은 상태가\n공개되지 않아 이름 없는 과제 가운데 하나로 두었습니다. 부서, 완료일, 목표 달성 여부도 공개되지\n않아, 완료일은 보도일로, 목표는 달성으로 적었습니다.",
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
    step("2024-05-03", "task list --year 2023 --fields code,title,state,percent,due"),
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
        "왜 그날이 기한인지 하루하루 볼 수 있습니다. 초일은 세지 않고, 보완을 기다린 닷새는 빠지며,\n끝날이 추석 연휴에 걸리면 다음 근무일로 넘어갑니다.",
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
    step("2024-09-10", "task list --as-of 2023-12-31 --fields code,title,state,due"),
    told(
        "2024-12-16",
        "5. 실행계획. 동작구의 2020년 계획은 4개 분야 11개 과제이고 감사담당관이 맡았습니다. 과제의 이름도, 분야마다\n몇 건인지도 공개되지 않았습니다. 이름 자리에는 번호를 적었고, 분야별로 나눈 것(3·3·3·2)은 시연을 위한 것입니다.",
        "5. The plan. Dongjak-gu's plan of 2020 has eleven tasks in four areas, run by its audit officer.\nThe areas: system improvement; protection and support; selection of outstanding officials;\neradication of passive administration. Neither the names of the tasks nor how many stand in which\narea were published: the names are numbers, and the spread (3, 3, 3, 2) is for the demonstration.",
        "dept add \"동작구 감사담당관\" --since-on 2020-01-01 -q",
    ),
    step("2024-12-16", "plan import demo-files/dongjak-2020-plan.csv"),
    step("2024-12-16", "plan report 2020 --fields code,area,title,state"),
    told(
        "2024-12-16",
        "6. 교육. 같은 계획은 전 직원 교육을 3월과 9월 두 번으로 정했습니다. 공개된 것은 계획이고 실시한 날은\n공개되지 않아 '예정'으로 남습니다.",
        "6. Training. The same plan has all staff trained twice, in March and in September. The plan was\npublished, the days were not: both stay 'planned'.",
        "training import demo-files/trainings.csv",
    ),
    step("2024-12-16", "training list --year 2020 --fields code,title,date,state,org"),
    told(
        "2024-12-16",
        "7. 우대. 노원구(2024)는 우대조치 6종 가운데 중점과제 주담당자가 두 가지를 고릅니다. 이름이 공개된 것은\n표창, 성과상여금, 전보 셋이고, 나머지 셋은 다른 기관이 공개한 것으로 채웠습니다.",
        "7. Rewards. In Nowon-gu (2024) the main person of a key task picks two of six measures. Three of\nthe six are named in public (commendation, bonus, transfer); published menus of others fill the rest.",
        "reward import demo-files/nowon-reward-rules.csv",
    ),
    step("2024-12-16", "reward published --fields org,year,grade_or_role,rewards,choose_n"),
    step("2024-12-16", "reward measures --year 2024 --fields measure,name,offered --limit 6"),
    told(
        "2024-12-16",
        "고르는 것을 해 봅니다. 사람, 점수, 고른 것은 공개되지 않아 모두 시연을 위한 것입니다.",
        "The choice, tried. Person, score and choice were not published: all three are for the demonstration.",
        "staff add \"주담당자(시연)\" --dept D-01 --since-on 2023-01-01 -q",
    ),
    step("2024-12-16", "task edit KT-2023-01 --lead S-0001 -q"),
    step("2024-12-16", "eval open \"우대 고르기(시연)\" --year 2024 -q"),
    step("2024-12-16", "eval criterion EV-2024-01 적극성 --max 100 -q"),
    step("2024-12-16", "eval rater EV-2024-01 R-01 -q"),
    step("2024-12-16", "eval entry EV-2024-01 \"뇌병변장애인 비전센터 조성\" --task KT-2023-01 --member S-0001 -q"),
    step("2024-12-16", "eval score EV-2024-01 E-01 R-01 --criterion 적극성 --points 90 -q"),
    step("2024-12-16", "eval grade EV-2024-01 우수 --count 1 -q"),
    step("2024-12-16", "eval close EV-2024-01 --confirm EV-2024-01 -q"),
    step("2024-12-16", "reward offer EV-2024-01"),
    refused("2024-12-16", "한 가지만 고를 수는 없습니다.", "One alone is refused.", "reward choose RW-2024-01 COMMENDATION"),
    step("2024-12-16", "reward choose RW-2024-01 COMMENDATION TOP_BONUS"),
    step("2024-12-16", "reward list --outstanding --fields code,name,measure,what,state"),
    told(
        "2024-12-16",
        "8. 외부 수상. 노원구가 2022년과 2023년에 받은 상입니다. 받은 날은 공개되지 않아 연도만 있습니다.",
        "8. Awards of other bodies: those that Nowon-gu won in 2022 and 2023. The days were not published,\nso there are years only.",
        "award import demo-files/nowon-awards.csv",
    ),
    step("2024-12-16", "award list --fields code,year,contest,grade,case_title"),
    told(
        "2024-12-16",
        "9. 나머지 업무. 앞의 사전컨설팅이 면책 요건을 어디까지 갖추었는지, 빠진 것은 무엇으로 채우는지 봅니다.",
        "9. The rest. How far the request above meets the conditions of exemption, and what fills the gaps.",
        "exemption check PC-2024-001",
    ),
    told(
        "2024-12-16",
        "참여점수는 이미 있는 기록에서 제안됩니다(담당자가 공개되지 않은 과제에는 사람이 없습니다).",
        "Participation points are proposed from the records that are there (nobody is named where the lead was not published).",
        "incentive proposed --fields source,event,staff,happened_on,points",
    ),
    told(
        "2024-12-16",
        "법률지원 한도처럼 기관마다 다른 기준은 출처가 붙은 자료이고, 기관이 고칩니다.",
        "What differs from office to office, such as the caps of legal support, is data with its source, and\nthe office changes it.",
        "legal caps --fields stage,amount,source --limit 2",
    ),
    told(
        "2024-12-16",
        "소극행정 신고는 민원처리의 기한으로 셉니다. 신고 한 건의 자료는 공개되지 않아, 이것은 시연을 위한 것입니다.",
        "Passive-administration reports are counted as petitions are. No single report was published: this one is for the demonstration.",
        "passive add \"시연을 위한 신고\" --anonymous",
    ),
    told(
        "2024-12-20",
        "10. 평가. 종로구시설관리공단이 공개한 2006년 경영평가표: 12개 항목의 점수를 더하면 공개된\n총점 82.63이 됩니다. 평가위원별 점수는 공개되지 않아 공개된 점수를 한 장의 채점표로 넣습니다.",
        "10. Evaluation. The published 2006 table of Jongno-gu's facilities corporation: its twelve scores sum\nto the printed 82.63. Scores by rater were not published, so the printed ones are one sheet.",
        "eval open \"종로구시설관리공단 경영평가\" --year 2024",
    ),
    step(
        "2024-12-20",
        "eval import EV-2024-02 --criteria demo-files/jongno-2006-criteria.csv --entries demo-files/jongno-2006-entries.csv --raters demo-files/jongno-2006-raters.csv --scores demo-files/jongno-2006-scores.csv",
    ),
    step("2024-12-20", "eval table EV-2024-02 --fields rank,entry,title,total,raters,missing"),
    told(
        "2024-12-20",
        "서울시가 공개한 2018년 정성평가(출자·출연기관 15곳, 기관 이름은 비공개): 같은 점수는 같은 순위,\n다음 순위는 건너뜁니다(11, 12, 12, 14).",
        "Seoul's published qualitative assessment of 2018 (15 bodies, names withheld): equal scores share a\nrank and the next is skipped (11, 12, 12, 14).",
        "eval open \"정보공개 확대노력 정성평가(출자·출연기관)\" --year 2024",
    ),
    step(
        "2024-12-20",
        "eval import EV-2024-03 --criteria demo-files/seoul-2018-criteria.csv --entries demo-files/seoul-2018-entries.csv --raters demo-files/seoul-2018-raters.csv --scores demo-files/seoul-2018-scores.csv",
    ),
    told(
        "2024-12-20",
        "이 표로 시연을 마칩니다. demo.db 로 더 해 보십시오: proadmin --db demo.db today",
        "The demonstration ends with this table. Go on with demo.db: proadmin --db demo.db today",
        "eval table EV-2024-03",
    ),
];
