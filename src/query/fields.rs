//! What the fields of its tables are called, beside what its registers and the common words say.

use super::SAVED;
use crate::fields::{Fields, fact};

/// The words.
pub static FIELDS: Fields =
    Fields { facts: &[fact("saved_query", "저장한 질의", "saved query").in_register(&SAVED)], own: &[], words: &[] };
