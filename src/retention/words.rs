//! The words of retention.

use crate::words::{Term, Text, term, text};

/// Korean for its verbs and arguments.
pub const KOREAN: &[(&str, &str)] = &[
    ("list", "보존기간이 끝난 기록을 종류와 종결 연도별로 보입니다(지우지 않음)"),
    ("rules", "기록 종류별 보존기간을 보입니다"),
    ("set", "기록 종류의 보존기간을 정합니다"),
    ("kind", "기록의 종류"),
    ("list.kind", "이 종류만"),
    ("closed", "이 해에 종결된 것만"),
    ("list.all", "보존 중인 것도 함께"),
    ("records", "기록을 하나하나 보이기"),
    ("years", "보존기간(년)"),
    ("permanent", "영구 보존"),
    ("source", "근거(예: 기록관리기준표)"),
];
/// Where a record stands.
pub const STATES: &[Term] = &[term("due", "만료", "due for disposal"), term("kept", "보존 중", "kept")];

/// A heading.
pub const TITLE: Text = text("{day} 현재 보존기간이 끝난 기록", "Due for disposal on {day}");
/// A heading.
pub const TITLE_ALL: Text = text("{day} 현재 종결된 기록의 보존기간", "Retention of closed records on {day}");
/// A heading.
pub const RULES: Text = text("기록 종류별 보존기간", "How long records are kept");
/// A heading.
pub const RECORDS: Text = text("기록", "Records");
/// A remark.
pub const REVIEW: Text = text(
    "이 목록은 폐기 승인이 아닙니다. 폐기하려면 기록관의 심사와 기록물평가심의회의 심의를 거쳐야 하며, 이 프로그램은 아무것도 지우지 않습니다",
    "this is no leave to dispose: the archives must review it first, and nothing is ever deleted here",
);
/// A remark.
pub const UNCONFIRMED: Text = text(
    "주의: 근거에 UNCONFIRMED(확인되지 않음)라고 적힌 보존기간은 확인된 근거가 없는 기본값입니다. 기관의 기록관리기준표에 맞추어 고치십시오",
    "note: periods marked UNCONFIRMED are defaults without a confirmed source; set them to the office's own schedule",
);
/// What was done.
pub const SET: Text = text("{kind}: 보존기간을 {years}년으로 정했습니다", "{kind}: kept for {years} years");
/// What was done.
pub const SET_PERMANENT: Text = text("{kind}: 영구 보존으로 정했습니다", "{kind}: kept for ever");
