//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{FROZEN, SNAPSHOTS};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("snapshot", "월별 현황", "frozen month").in_register(&SNAPSHOTS),
        fact("snapshot_row", "현황", "row").in_register(&FROZEN),
    ],
    own: &[],
    words: &[column("snapshot", "월별 현황", "month", Kind::Code), column("taken_on", "확정일", "frozen", Kind::Date)],
};
