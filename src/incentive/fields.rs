//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{EVENTS, LEDGER, STATES};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("incentive_scheme", "점수 기준", "scheme"),
        fact("incentive_rule", "점수 항목", "rule"),
        fact("incentive_use", "기준의 적용", "use of the scheme"),
        fact("incentive_activity", "활동", "activity").in_register(&LEDGER),
        fact("incentive_credit", "점수 결정", "credit").in_register(&LEDGER),
        fact("incentive_redemption", "점수 사용", "redemption").in_register(&LEDGER),
    ],
    own: &[("incentive_credit", column("outcome", "결정", "decision", Kind::Term(STATES)))],
    words: &[
        column("event", "활동", "event", Kind::Term(EVENTS)),
        column("redeemed_on", "사용일", "redeemed", Kind::Date),
        column("active", "적용", "active", Kind::Flag),
        column("scheme", "제도", "scheme", Kind::Code),
        column("grade_from", "대상 직급", "grades from", Kind::Integer),
        column("month_count", "월 횟수 한도", "a month at most", Kind::Integer),
        column("month_max", "월 점수 한도", "points a month", Kind::Points),
        column("redeem_step", "사용 단위", "redeemed in steps of", Kind::Points),
        column("task_once", "과제당 한 번", "once a task", Kind::Flag),
        column("won", "점당 금액", "won a point", Kind::Money),
        column("year_max", "연 점수 한도", "points a year", Kind::Points),
        column("used_on", "적용일", "used", Kind::Date),
    ],
};
