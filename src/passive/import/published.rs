//! How published numbers of reports go in: a period, what was counted, and how many. The same
//! period again is the same fact; another number for it corrects it.

use anyhow::Result;

use crate::calendar::import::event;
use crate::import::published::{self, Values, count};
use crate::import::{Outcome, Row};
use crate::session::Change;
use crate::typed;

/// What is counted where a row does not say.
const METRIC: &str = "소극행정 신고";

/// How many there were in a period.
pub(super) fn keep(change: &Change, row: &Row) -> Result<Outcome> {
    let org = row.required("org", typed::title);
    let metric = row.read("metric", typed::title).unwrap_or_else(|| METRIC.to_owned());
    let period = published::period(change, row, event);
    let reports = row.required("reports", count);
    let (Some(org), Some((from, to)), Some(reports)) = (org, period, reports) else { return Ok(Outcome::Same(String::new())) };
    let key: Values = vec![
        ("org", org.into()),
        ("metric", metric.into()),
        ("period_start", from.to_string().into()),
        ("period_end", to.to_string().into()),
    ];
    let mut values: Values = vec![("reports", reports.into())];
    values.extend(row.read("note", typed::long_text).map(|note| ("note", note.into())));
    values.extend(row.read("source", typed::title).map(|source| ("source", source.into())));
    published::keep(change, row, "passive_count", Some(key), values, to)
}
