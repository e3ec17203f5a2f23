//! The words of awards.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "외부 수상을 등록합니다"),
    ("list", "외부 수상 목록을 보입니다"),
    ("show", "수상 하나와 그 후속을 보입니다"),
    ("edit", "수상을 고칩니다"),
    ("follow-up", "수상 뒤에 이어진 일을 적습니다"),
    ("void", "잘못 등록한 수상을 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 수상을 가져옵니다"),
    ("code", "수상 번호"),
    ("contest", "대회·표창 이름"),
    ("year", "연도 [기본: 수여일의 해, 없으면 올해]"),
    ("list.year", "연도"),
    ("kind", "종류"),
    ("on", "수여일(아는 경우)"),
    ("follow-up.on", "후속일 [기본: 오늘]"),
    ("body", "수여 기관"),
    ("section", "부문"),
    ("grade", "훈격·등급"),
    ("rank", "순위"),
    ("org", "다른 기관의 수상이면 그 기관"),
    ("dept", "부서(번호 또는 이름). 다른 기관이면 그 부서 이름"),
    ("list.dept", "부서(번호 또는 이름)"),
    ("staff", "수상자(번호 또는 이름)"),
    ("case", "사례명"),
    ("record", "관련 기록의 번호(과제, 사전컨설팅 등)"),
    ("prize", "상금·부상"),
    ("source", "출처"),
    ("text", "이어진 일"),
    ("link", "그것을 볼 수 있는 링크"),
    ("ours", "우리 기관의 수상만"),
];

/// A heading.
pub const OUTCOMES: Text = text("후속", "What came of it");
/// What was done.
/// An award without a case of its own.
pub const ADDED_PLAIN: Text = text("{code} {title}: 수상을 등록했습니다", "{code} {title}: award registered");
/// An award for a case.
pub const ADDED: Text = text("{code} {title}: 수상을 등록했습니다({contest})", "{code} {title}: award registered ({contest})");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳤습니다", "{code} {title}: edited");
/// What was done.
pub const FOLLOWED: Text = text("{code} {title}: {on} 후속을 적었습니다", "{code} {title}: what came of it recorded for {on}");
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
