//! The words of queries.

use crate::words::{Text, text};

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("what", "SQL(SELECT, WITH, VALUES) 또는 저장한 질의의 이름(- 는 표준입력에서 읽음)"),
    ("save", "이 이름으로 저장하기"),
    ("about", "저장할 때 붙이는 설명"),
    ("param", "질의의 :이름 에 넣을 값(여러 번 쓸 수 있음)"),
    ("timeout", "최대 시간(초, 60까지)"),
    ("views", "물어볼 수 있는 보기와 표, 또는 그중 하나의 열을 설명합니다"),
    ("list", "저장한 질의 목록"),
];

/// Headings.
pub const VIEWS: Text = text("물어볼 수 있는 것: 보기(답)와 표(사실)", "What can be asked about: views (answers) and tables (facts)");
/// Headings.
pub const COLUMNS: Text = text("{name}의 열", "Columns of {name}");
/// Headings.
pub const NAMED: Text = text("{name}", "{name}");
/// What was done.
pub const KEPT: Text = text("{name}: 질의를 저장했습니다", "{name}: saved");
