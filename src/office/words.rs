//! The words of the office.

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "등록합니다"),
    ("list", "목록을 보입니다"),
    ("show", "하나를 자세히 보입니다"),
    ("edit", "고칩니다"),
    ("rename", "이름을 바꿉니다(예전 이름은 남습니다)"),
    ("merge", "다른 부서에 통합합니다"),
    ("move", "다른 부서로 옮깁니다"),
    ("leave", "퇴직·전출을 적습니다"),
    ("void", "잘못 등록한 것을 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 가져옵니다"),
    ("name", "이름"),
    ("since_on", "첫날 [기본: 파일이 시작되기 전부터]"),
    ("left_on", "퇴직·전출일을 바로잡을 날짜"),
    ("into", "통합되는 부서(번호 또는 이름)"),
    ("grade", "직급(1~9)"),
    ("to", "옮길 부서(번호 또는 이름)"),
    ("org", "기관 이름"),
    ("org_code", "기관 코드"),
    ("reason", "사유"),
];

/// What people write over the columns of a list of departments.
pub const DEPARTMENT: &[&str] = &["부서명", "이름"];
/// What people write over the columns of a list of staff.
pub const PERSON: &[&str] = &["성명", "직원"];
/// What people write over the columns of a list of staff.
pub const MEMBER_OF: &[&str] = &["부서명", "소속", "소속부서"];
