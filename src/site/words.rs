//! The words of the public section that do not stand in its templates.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("build", "공개 자료를 폴더에 만듭니다(국문·영문 정적 페이지)"),
    ("contact", "주민이 연락할 곳을 정합니다(앞서 정한 것을 대신합니다)"),
    ("list", "정해 둔 연락처를 보입니다"),
    ("dir", "만들 폴더. 이미 있으면 이 프로그램이 만든 것이어야 합니다"),
    ("year", "계획과 중점과제의 연도 [기본: 올해]"),
    ("kind", "구분: 소극행정 신고(passive), 추천(nominate), 사전컨설팅(consult)"),
    ("name", "센터나 부서 이름"),
    ("telephone", "전화"),
    ("email", "전자우편"),
    ("address", "주소"),
    ("hours", "이용 시간"),
    ("name_en", "영문 이름"),
    ("address_en", "영문 주소"),
    ("hours_en", "영문 이용 시간"),
];

/// What an office without a name is called.
pub const OUR_OFFICE: Text = text("우리 기관", "our office");
/// The pages, in the order of the menu.
pub const MENU: &[(&str, Text)] = &[
    ("index", text("적극행정이란", "About")),
    ("plan", text("계획과 중점과제", "Plan and key tasks")),
    ("cases", text("사례", "Cases")),
    ("recommend", text("우수공무원 추천", "Recommend")),
    ("consult", text("사전컨설팅", "Pre-consulting")),
    ("exemption", text("면책", "Protection")),
    ("passive", text("소극행정 신고", "Reporting")),
];

/// The heading of a part of a case.
pub fn heading(part: &str) -> Text {
    match part {
        "problem" => text("무엇이 문제였나", "The problem"),
        "done" => text("무엇을 했나", "What was done"),
        "effect" => text("무엇이 나아졌나", "What came of it"),
        _ => text("무엇을 배웠나", "What was learnt"),
    }
}

/// What one case of a kind is called.
pub fn singular(kind: &str) -> Text {
    match kind {
        "failure" => text("모범실패사례", "Model failure"),
        _ => text("우수사례", "Exemplary case"),
    }
}

/// The heading over the cases of a kind.
pub fn plural(kind: &str) -> Text {
    match kind {
        "failure" => text("모범실패사례", "Model failures"),
        _ => text("우수사례", "Exemplary cases"),
    }
}

/// Heading of the files.
pub const FILES: Text = text("공개 자료 {folder}", "Public section in {folder}");
/// What was done.
pub const BUILT: Text = text(
    "{folder}에 {count}개 파일을 만들었습니다({day} 기준, 사례 {cases}건, 중점과제 {tasks}건)",
    "{count:file/files} made in {folder} (as of {day}, {cases:case/cases}, {tasks:key task/key tasks})",
);
/// What was done.
pub const TRIED: Text = text(
    "[시험 실행: 만들지 않음] {folder}에 {count}개 파일({day} 기준, 사례 {cases}건, 중점과제 {tasks}건)",
    "[dry run: nothing made] {count:file/files} in {folder} (as of {day}, {cases:case/cases}, {tasks:key task/key tasks})",
);
/// What is missing.
pub const NO_CONTACT: Text = text(
    "소극행정 신고센터의 연락처가 없습니다: proadmin site contact passive --name …",
    "the passive-administration centre has no contact: proadmin site contact passive --name …",
);
/// What was done.
pub const SET: Text = text("{kind}: {on}부터 {name}", "{kind}: {name} from {on}");
