//! Headings: which column each names, and what stands above them.

use anyhow::Result;

use super::Shown;
use super::refused::{COLUMNS_ARE, MEANT, MISSING_COLUMN, REMOVE, TWICE, UNKNOWN_COLUMN};
use crate::refusal::Refusal;
use crate::report::Column;
use crate::typed::{may_mean, worded};
use crate::words::Sentence;
use crate::words::korean::composed;

/// So many rows above the headings may be titles of the list.
pub(super) const TITLES: usize = 3;
/// What people write over a column, whatever the list is of.
const COMMON: [(&str, &[&str]); 4] = [
    ("department", &["부서명", "담당부서", "소관부서", "주관부서", "소속", "소속부서"]),
    ("staff", &["성명", "직원", "직원명"]),
    ("handler", &["담당자", "담당"]),
    ("title", &["제목", "건명"]),
];
/// Headings over numbers that only count the rows, as forms have them; nothing is read from there.
const NUMBERING: [&str; 5] = ["연번", "순번", "No", "No.", "NO"];

/// Which column each heading names; none that only numbers the rows.
pub(super) type Places = Vec<Option<usize>>;

/// Whether a row above the headings is the title of the list: one cell, and no heading.
pub(super) fn is_title<'c>(cells: impl Iterator<Item = &'c str>, columns: &[Column]) -> bool {
    let mut filled = cells.map(str::trim).filter(|cell| !cell.is_empty());
    matches!((filled.next(), filled.next()), (Some(only), None) if place(only, columns).is_none())
}

/// Whether a row has a heading of a column.
pub(super) fn has_heading<'c>(mut cells: impl Iterator<Item = &'c str>, columns: &[Column]) -> bool {
    cells.any(|cell| place(cell, columns).is_some())
}

/// The column that a heading names.
pub(super) fn place(heading: &str, columns: &[Column]) -> Option<usize> {
    let heading = composed(heading.trim());
    // The label of one column may be the key of another, which goes first; what people
    // write besides comes last.
    let named = columns.iter().position(|column| column.key == heading.as_str());
    let labelled = named.or_else(|| columns.iter().position(|column| column.is_labelled(&heading)));
    let called = labelled.or_else(|| columns.iter().position(|column| column.is_called(&heading)));
    let key = COMMON.iter().find(|(_, also)| also.contains(&heading.as_str())).map(|(key, _)| *key);
    called.or_else(|| columns.iter().position(|column| Some(column.key.as_ref()) == key))
}

/// Which column each heading names.
pub(super) fn places<'h>(
    header: impl Iterator<Item = &'h str> + Clone,
    columns: &[Column],
    required: &[&str],
    (name, shown): (&str, Shown),
) -> Result<Places> {
    let columns_are =
        || COLUMNS_ARE.with("columns", Sentence::listed(columns.iter().map(|column| worded(&column.key, column.label)).collect()));
    let places: Vec<Option<usize>> = header.clone().map(|heading| place(heading, columns)).collect();
    let unknown: Vec<String> = header
        .zip(&places)
        .filter(|(heading, place)| place.is_none() && !NUMBERING.contains(&heading.trim()))
        .map(|(heading, _)| shown("", heading).chars().take(40).collect())
        .collect();
    if !unknown.is_empty() {
        let refusal = UNKNOWN_COLUMN.with("file", name).with("columns", unknown.join(", "));
        let refusal = unknown.iter().filter_map(|heading| near(heading, columns)).fold(refusal, Refusal::meant);
        return Err(refusal.way_out(REMOVE).way_out(columns_are()).into());
    }
    let known: Vec<usize> = places.iter().copied().flatten().collect();
    let doubled: Vec<&str> = known
        .iter()
        .enumerate()
        .filter(|(at, place)| known[..*at].contains(place))
        .map(|(_, place)| columns[*place].key.as_ref())
        .collect();
    if !doubled.is_empty() {
        return Err(TWICE.with("file", name).with("columns", doubled.join(", ")).into());
    }
    let is_there = |key: &str| known.iter().any(|place| columns[*place].key == key);
    let lacking = required.iter().filter(|keys| !keys.split('|').any(is_there));
    let called = |key: &str| worded(key, columns.iter().find(|column| column.key == key).and_then(|column| column.label));
    let missing: Vec<Sentence> = lacking.filter_map(|keys| keys.split('|').next()).map(called).collect();
    if !missing.is_empty() {
        return Err(MISSING_COLUMN.with("file", name).with("columns", Sentence::listed(missing)).way_out(columns_are()).into());
    }
    Ok(places)
}

/// The column that may be meant by an unknown heading.
fn near(heading: &str, columns: &[Column]) -> Option<Sentence> {
    let is_near = |name: &str| may_mean(name, heading);
    let is_meant = |column: &&Column| is_near(&column.key) || column.label.is_some_and(|label| is_near(label.ko) || is_near(label.en));
    let column = columns.iter().find(is_meant)?;
    Some(MEANT.with("heading", heading).with("column", worded(&column.key, column.label)))
}
