//! What the fields of its tables are called, beside what its registers and the common words say.

use super::HOLIDAYS;
use crate::fields::{Fields, fact};

/// The words.
pub static FIELDS: Fields = Fields { facts: &[fact("holiday", "공휴일", "holiday").in_register(&HOLIDAYS)], own: &[], words: &[] };
