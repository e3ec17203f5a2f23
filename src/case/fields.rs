//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{CASES, FINDINGS};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("case_file", "대외 사례", "case").in_register(&CASES),
        fact("case_text", "글", "text").in_register(&CASES),
        fact("case_credit", "공로자", "credit"),
        fact("case_approval", "승인", "approval"),
        fact("case_waiver", "개인정보 확인", "waiver"),
        fact("case_publication", "공개", "publication"),
    ],
    own: &[("case_waiver", column("kind", "발견된 것", "finding", Kind::Term(FINDINGS)))],
    words: &[
        column("approval", "승인", "approval", Kind::Code),
        column("approved_on", "승인일", "approved", Kind::Date),
        column("approver", "승인한 사람", "approver", Kind::Text),
        column("case", "사례", "case", Kind::Code),
        column("credited_on", "공로를 적은 날", "credited", Kind::Date),
        column("field", "항목", "field", Kind::Code),
        column("line", "행", "line", Kind::Integer),
        column("publisher", "공개한 사람", "publisher", Kind::Text),
        column("published_on", "공개일", "published", Kind::Date),
        column("waived_on", "확인일", "waived", Kind::Date),
        column("waiver", "확인한 사람", "waived by", Kind::Text),
        column("withdrawn_by", "내린 사람", "withdrawn by", Kind::Text),
        column("withdrawn_on", "내린 날", "withdrawn", Kind::Date),
        column("withdrawn_reason", "내린 사유", "why withdrawn", Kind::Text),
    ],
};
