//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{ACTS, COVERED, EXEMPTIONS, FOUND};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("exemption_scope", "적용 범위", "scope"),
        fact("exemption_limit", "신청 기간", "limit"),
        fact("exemption_finding", "판단", "finding"),
        fact("exemption", "면책 신청", "request").in_register(&EXEMPTIONS),
        fact("exemption_act", "경과", "act"),
    ],
    own: &[("exemption_act", column("kind", "구분", "kind", Kind::Term(ACTS)))],
    words: &[
        column("committee_objected", "감사기구 반대", "audit body objected", Kind::Flag),
        column("committee_submitted", "감사기구 의견 제출", "audit body's opinion submitted", Kind::Flag),
        column("exemption", "면책 신청", "exemption", Kind::Code),
        column("condition", "요건", "condition", Kind::Term(FOUND)),
        column("met", "충족", "met", Kind::Flag),
        column("covers", "적용 범위", "covers", Kind::Term(COVERED)),
        column("from_on", "적용 시작일", "from", Kind::Date),
        column("needs_no_objection", "감사기구 반대 없어야 함", "needs no objection", Kind::Flag),
        column("needs_submission", "감사기구 의견 제출 필요", "needs the audit body's opinion", Kind::Flag),
        column("to_on", "적용 종료일", "to", Kind::Date),
    ],
};
