//! What the fields of its tables are called, beside what its registers and the common words say.

use super::{DEPARTMENTS, STAFF};
use crate::fields::{Fields, fact};
use crate::report::{Kind, column};

/// The words.
pub static FIELDS: Fields = Fields {
    facts: &[
        fact("office", "기관", "office"),
        fact("department", "부서", "department").in_register(&DEPARTMENTS),
        fact("department_rename", "부서 이름 변경", "renaming"),
        fact("staff", "직원", "member of staff").in_register(&STAFF),
        fact("staff_transfer", "전보", "transfer"),
        fact("department_rename_name", "부서 이름 변경", "renaming"),
    ],
    own: &[],
    words: &[
        column("left_reason", "퇴직 사유", "why left", Kind::Text),
        column("moved_on", "전보일", "moved", Kind::Date),
        column("new_name", "새 이름", "new name", Kind::Text),
        column("old_name", "이전 이름", "earlier name", Kind::Text),
        column("renamed", "이름", "name", Kind::Text),
        column("renamed_on", "바뀐 날", "renamed", Kind::Date),
    ],
};
