//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{ACTS, APPLICATIONS};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("legal_cap", "상한", "cap"),
        fact("legal_support", "법률지원", "application").in_register(&APPLICATIONS),
        fact("legal_act", "경과", "act"),
    ],
    own: &[("legal_act", column("kind", "구분", "kind", Kind::Term(ACTS)))],
    words: &[
        column("amount", "금액", "amount", Kind::Money),
        column("cap", "한도", "cap", Kind::Money),
        column("legal_support", "법률지원", "legal support", Kind::Code),
        column("served_on", "업무를 한 날", "work done", Kind::Date),
        column("instance", "심급", "instance", Kind::Integer),
    ],
};
