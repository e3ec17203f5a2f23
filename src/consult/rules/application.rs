//! What an application says.

use std::path::Path;

use super::refusals::{IN_CLEAR, NAME_UNFIT, REASON_NEEDED, TEXT_UNFIT, WHOSE_NAME};
use crate::consult::{REVIEWS, Review};
use crate::refusal::Refusal;
use crate::typed::{self, Expected};
use crate::words::{Term, code_of, text};

/// A ground in the office's own words needs the words.
///
/// # Errors
/// It has none.
pub fn ground(code: &str, ground: &str, reason: Option<&str>) -> Result<(), Refusal> {
    if ground != "other" || reason.is_some() {
        return Ok(());
    }
    Err(REASON_NEEDED.with("code", code).way_out(format!("proadmin consult return {code} --ground other --reason …")))
}

/// An applicant's name; what was typed is not repeated, for it may be a resident's.
///
/// # Errors
/// It is no single line, or too long.
pub fn applicant_name(typed: &str) -> Result<String, Refusal> {
    typed::title(typed).map_err(|_| NAME_UNFIT.met())
}

/// Whether a name is said to be whose: by what is given now, or by what the request says
/// already. The usual type, a department, says nothing: nobody may have thought of it.
///
/// # Errors
/// It is not.
pub fn whose(given: Option<&str>, known: Option<&str>) -> Result<(), Refusal> {
    if given.is_some() || known.is_some_and(|known| known != "department") {
        return Ok(());
    }
    Err(["affiliated_body", "subordinate_gov", "petitioner"]
        .iter()
        .fold(WHOSE_NAME.met(), |refusal, whose| refusal.way_out(format!("--applicant-type {whose}"))))
}

/// Whether a request may become a petitioner's: not when a name stands in it in clear, for the
/// journal keeps what was.
///
/// # Errors
/// One does.
pub fn not_in_clear(code: &str, in_clear: bool) -> Result<(), Refusal> {
    if !in_clear {
        return Ok(());
    }
    let again = "proadmin consult file … --applicant-type petitioner --applicant …";
    Err(IN_CLEAR.with("code", code).way_out(format!("proadmin consult void {code} --reason …")).way_out(again))
}

const A_REVIEW: Expected = Expected(text(
    "검토 종류와 내용이 필요합니다(예: 법령:도로법 제61조, site:현장 이상 없음)",
    "a kind of review and what it found are needed, such as law:no other act applies",
));

/// A kind of review with what it found.
///
/// # Errors
/// Anything else.
pub fn a_review(typed: &str) -> Result<(Review, String), Expected> {
    let (kind, found) = typed.split_once(':').ok_or(A_REVIEW)?;
    // The first word of its name is enough: 법령 is 법령 검토.
    let first = |term: &&Term| term.label.ko.split(' ').next() == Some(kind.trim());
    let code = code_of(REVIEWS, kind.trim()).or_else(|| REVIEWS.iter().find(first).map(|term| term.code));
    let kind = code.and_then(Review::of).ok_or(A_REVIEW)?;
    Ok((kind, typed::long_text(found.trim_start())?))
}

/// The text of a file that `flag` named.
///
/// # Errors
/// It is empty, too long or has control characters.
pub fn text_of(flag: &'static str, file: &Path, read: &str) -> Result<String, Refusal> {
    let unfit = |why: typed::Expected| TEXT_UNFIT.with("flag", flag).with("file", file).with("why", why.0);
    typed::long_text(read).map_err(unfit)
}
