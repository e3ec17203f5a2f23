//! The words of taking back.

use crate::words::{Term, Text, term, text};

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] = &[("entry", "기록 번호 [기본: 되돌리지 않은 마지막 기록. 되돌린 것을 다시 살리려면 그 되돌림의 번호]")];

/// What becomes of a row that is taken back.
pub const OUTCOMES: &[Term] =
    &[term("restored", "이전 값으로", "restored"), term("voided", "무효로", "voided"), term("removed", "없앰", "removed")];
/// The heading.
pub const UNDONE: Text = text("되돌린 것", "Taken back");
/// What differs, in a line.
pub const LINE: Text = text("  {line}", "  {line}");
/// A row that is void or gone, or back again as a whole.
pub const WHOLE: Text = text("  {row}: {outcome}", "  {row}: {outcome}");
/// What is not listed.
pub const MORE: Text = text("  … 그 밖에 {count}건", "  … and {count} more");
/// What is asked first.
pub const ASK: Text = text(
    "{entry}번 기록({command})의 {count}행을 되돌립니다. 기록할까요?",
    "{count:row/rows} of entry {entry} ({command}) will be taken back. Record?",
);
/// What was done.
pub const UNDID: Text =
    text("{entry}번 기록({command})을 되돌렸습니다({count}행)", "entry {entry} ({command}) is taken back ({count:row/rows})");
/// The reason of a row that becomes void.
pub const WHY: Text = text("{entry}번 기록을 되돌림", "entry {entry} taken back");
/// What the noun's own rule says of what would remain.
pub const BECAUSE: Text = text("까닭", "why");
