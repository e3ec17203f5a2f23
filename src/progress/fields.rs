//! What the fields of its tables are called, beside what its registers and the common words say.

use super::REPORTS;
use crate::fields::{Fields, fact};

/// The words.
pub static FIELDS: Fields = Fields { facts: &[fact("progress", "진척 보고", "progress").in_register(&REPORTS)], own: &[], words: &[] };
