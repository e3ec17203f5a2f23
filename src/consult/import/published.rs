//! How published figures of pre-consulting go in: a period, how many were received, with what
//! result and for whom. The same period again is the same fact; another figure corrects it.

use anyhow::Result;

use crate::calendar::import::event;
use crate::import::published::{self, Values, count};
use crate::import::{Outcome, Row};
use crate::session::Change;
use crate::typed::{self, Expected};
use crate::words::text;

const COUNTS: [&str; 10] = [
    "positive",
    "not_positive",
    "returned",
    "withdrawn",
    "under_review",
    "by_head_office",
    "by_affiliates",
    "by_municipalities",
    "year_before",
    "cases",
];
const CHANGE: Expected = Expected(text("정수가 필요합니다(예: 71, -5)", "a whole number is needed, such as 71 or -5"));

/// How many there were in a period.
pub(super) fn keep(change: &Change, row: &Row) -> Result<Outcome> {
    let org = row.required("org", typed::title);
    let period = published::period(change, row, event);
    row.required("cases", count);
    let mut values = Values::new();
    for column in COUNTS {
        values.extend(row.read(column, count).map(|count| (column, count.into())));
    }
    let difference = row.read("change", |typed| typed.trim().trim_start_matches('+').parse::<i64>().map_err(|_| CHANGE));
    values.extend(difference.map(|difference| ("change", difference.into())));
    values.extend(row.read("note", typed::long_text).map(|note| ("note", note.into())));
    values.extend(row.read("source", typed::title).map(|source| ("source", source.into())));
    let (Some(org), Some((from, to))) = (org, period) else { return Ok(Outcome::Same(String::new())) };
    let key: Values = vec![("org", org.into()), ("period_start", from.to_string().into()), ("period_end", to.to_string().into())];
    published::keep(change, row, "consult_count", Some(key), values, to)
}
