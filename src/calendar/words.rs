//! The words of the calendar.

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("list", "공휴일을 보입니다"),
    ("add", "휴일을 더하고, 움직이는 기한을 보입니다"),
    ("void", "잘못 넣은 휴일을 무효로 합니다"),
    ("import", "휴일 목록(CSV)을 넣습니다"),
    ("impact", "그날이 휴일이 되면 움직일 기한을 미리 봅니다"),
    ("date", "날짜"),
    ("name", "휴일 이름"),
    ("kind", "종류"),
    ("announced_on", "공고일 [기본: 오늘]"),
    ("source", "근거"),
    ("list.year", "연도 [기본: 올해]"),
];
