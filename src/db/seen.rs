//! What is seen of a table's rows: with the names behind them, or as of a day.
//!
//! The rule is made from names alone: a table's first required `*_on` column is the day its
//! rows happened; other `*_on` columns are later events of the row, and read null, with the
//! columns of their stem, until that day comes. A voided row was never so.

use chrono::NaiveDate;

use super::facts::{Column, ERASED, PRIVATE};

/// The rows of a table with the names that stand in `private` in place of the masked ones.
fn with_names(source: &str, columns: &[Column]) -> String {
    let cells: Vec<String> = columns
        .iter()
        .enumerate()
        .map(|(at, Column { name, .. })| match columns.get(at + 1) {
            Some(next) if next.name == PRIVATE => format!(
                "CASE WHEN {PRIVATE} IS NULL THEN {name}
                   ELSE coalesce((SELECT p.value FROM main.private p WHERE p.id = {PRIVATE}), '{ERASED}') END AS {name}"
            ),
            _ => name.clone(),
        })
        .collect();
    format!("SELECT {} FROM {source}", cells.join(", "))
}

/// The facts of a table as they are seen: all of them, or those of a day.
pub(super) fn facts_seen(source: &str, columns: &[Column], as_of: Option<NaiveDate>, unmasked: bool) -> String {
    let source = if unmasked { &format!("({})", with_names(source, columns)) } else { source };
    let Some(day) = as_of else { return format!("SELECT * FROM {source}") };
    let own = columns.iter().find(|column| column.required && column.name.ends_with("_on"));
    let is_own = |name: &str| own.is_some_and(|own| own.name == name);
    let events: Vec<&str> =
        columns.iter().map(|column| column.name.as_str()).filter(|name| name.ends_with("_on") && !is_own(name)).collect();
    let masked: Vec<String> = columns
        .iter()
        .map(|Column { name, .. }| match events.iter().find(|event| name.starts_with(&event[..event.len() - 2])) {
            Some(event) => format!("CASE WHEN {event} <= '{day}' THEN {name} END AS {name}"),
            None => name.clone(),
        })
        .collect();
    let mut rows: Vec<String> = own.iter().map(|own| format!("{} <= '{day}'", own.name)).collect();
    if columns.iter().any(|column| column.name == "void_reason") {
        rows.push("void_reason IS NULL".to_owned());
    }
    let rows = if rows.is_empty() { String::new() } else { format!(" WHERE {}", rows.join(" AND ")) };
    format!("SELECT {} FROM {source}{rows}", masked.join(", "))
}
