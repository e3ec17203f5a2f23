//! The words of cases for the public.

use crate::words::{Text, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("add", "과제·사전컨설팅·평가 후보에서 사례를 씁니다"),
    ("list", "사례 목록을 보입니다"),
    ("show", "사례 하나를 글과 경과까지 보입니다"),
    ("edit", "글을 고쳐 씁니다(새 판이 되고, 앞선 승인은 효력을 잃습니다)"),
    ("approve", "쓴 사람이 아닌 사람이 지금의 글을 승인합니다(--actor 에 적은 이름이 본인인지는 확인하지 않습니다)"),
    (
        "scan",
        "글에서 개인정보로 보이는 것(전화·주민등록·차량·계좌번호, 전자우편, 도로명주소, 공로자가 아닌 직원과 파일에 보관된 주민의 이름)을 찾습니다",
    ),
    ("waive", "찾은 것 하나를 사유를 적어 그대로 둡니다"),
    ("publish", "승인된 글을 공개합니다(번호로 확인)"),
    ("withdraw", "공개를 내립니다"),
    ("void", "잘못 등록한 사례를 무효로 합니다"),
    ("import", "파일(xlsx, CSV)에서 사례의 글을 가져옵니다(승인과 공개는 가져오지 않습니다)"),
    ("title", "제목"),
    ("kind", "구분: 우수사례(exemplary) 또는 모범실패사례(failure)"),
    ("from", "근거 기록의 번호(과제, 사전컨설팅, 평가 후보는 EV-2024-01:E1)"),
    ("dept", "부서(번호 또는 이름) [기본: 근거 기록의 부서]"),
    ("list.dept", "부서(번호 또는 이름)"),
    ("credit", "공로자(번호 또는 이름, 여러 번 가능). 이름이 공개됩니다"),
    ("no_credit", "공로자를 모두 지웁니다"),
    ("problem", "무엇이 문제였는지"),
    ("done", "무엇을 했는지"),
    ("effect", "어떤 효과가 있었는지"),
    ("lesson", "무엇을 배웠는지(모범실패사례는 필수)"),
    ("title_en", "영문 제목"),
    ("problem_en", "영문 문제"),
    ("done_en", "영문 한 일"),
    ("effect_en", "영문 효과"),
    ("lesson_en", "영문 시사점"),
    ("finding", "scan 이 보인 번호"),
    ("reason", "사유"),
    ("confirm", "확인을 위한 사례 번호"),
];

/// Heading of the findings.
pub const SCANNED: Text = text("{code}에서 개인정보로 보이는 것", "What looks like personal data in {code}");
/// Headings under a case.
pub const HISTORY: Text = text("경과", "History");
/// What was done.
pub const ADDED: Text = text("{code} {title}: 사례를 썼습니다({kind}, {source}에서)", "{code} {title}: written ({kind}, from {source})");
/// What was done.
pub const EDITED: Text = text("{code} {title}: 고쳐 썼습니다({revision}판)", "{code} {title}: written anew (revision {revision})");
/// What was done, where an approval went with it.
pub const APPROVAL_GONE: Text =
    text("앞선 글의 승인은 효력을 잃었습니다. 다시 승인받아야 합니다", "the earlier text's approval no longer holds; it needs another");
/// What was done.
pub const APPROVED: Text = text(
    "{code} {title}: {on} {who:이/가} {revision}판을 승인했습니다(쓴 사람 {writer})",
    "{code} {title}: revision {revision} approved on {on} by {who} (written by {writer})",
);
/// How far an approval can be relied on.
pub const UNVERIFIED: Text = text(
    "주의: --actor 의 이름이 본인인지는 확인하지 않습니다. 로그인 이름이 기록에 함께 남습니다(proadmin log {code})",
    "note: the name given as --actor is not verified; the login name is kept beside it (proadmin log {code})",
);
/// What the scan found.
pub const LOOK: Text = text(
    "개인정보로 보이는 것이 {count}곳 있습니다: proadmin case scan {code}",
    "{count:place looks/places look} like personal data: proadmin case scan {code}",
);
/// What the scan found.
pub const CLEAN: Text = text("개인정보로 보이는 것이 없습니다", "nothing looks like personal data");
/// What the scan found.
pub const OPEN: Text =
    text("{count}곳을 고치거나 사유를 적어 그대로 두어야 공개할 수 있습니다", "{count} to be mended or waived before it can be published");
/// What was done.
pub const WAIVED: Text = text(
    "{code} {title}: {number}번({kind} '{found}')을 그대로 두기로 했습니다",
    "{code} {title}: finding {number} ({kind} '{found}') waived",
);
/// A question.
pub const ASK_PUBLISH: Text = text("{code} {title}: 누구나 보게 공개합니다.", "{code} {title} will be public.");
/// What was done.
pub const PUBLISHED: Text = text("{code} {title}: {on} 공개했습니다", "{code} {title}: published on {on}");
/// What was done.
pub const WITHDRAWN: Text = text("{code} {title}: {on} 내렸습니다", "{code} {title}: withdrawn on {on}");
/// What remains to be done.
pub const BUILD: Text = text(
    "공개 자료를 다시 만들어야 바뀐 것이 나갑니다: proadmin site build 폴더",
    "the public section shows it once it is built again: proadmin site build DIR",
);
/// What was done.
pub const VOIDED: Text = text("{code} {title}: 무효로 했습니다", "{code} {title}: voided");
