//! What the fields of its tables are called, beside what its registers and the common words say.

use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields =
    Fields {
        facts: &[fact("retention_rule", "보존기간", "rule")], own: &[], words: &[column("years", "햇수", "years", Kind::Integer)]
    };
