//! What the fields of its tables are called, beside what its registers and the common words say.

use super::PUBLIC_CONTACTS;
use crate::fields::{Fields, fact};

/// The words.
pub static FIELDS: Fields =
    Fields { facts: &[fact("office_contact", "연락처", "contact").in_register(&PUBLIC_CONTACTS)], own: &[], words: &[] };
