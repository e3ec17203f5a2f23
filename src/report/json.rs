//! JSON for programs: an envelope around the items, or an item a line. Keys and codes are
//! never translated; amounts are numbers; a report's further tables are nested in its items.

use std::io::Write;

use anyhow::Result;
use rusqlite::types::Value;
use serde_json::{Map, Value as Json, json};

use crate::digest::hex;

use super::page::Page;
use super::{Column, Kind, Report, Table};

/// Writes the envelope. Items are written as they come, so `total` follows them.
pub(super) fn write(report: &Report, page: &Page, out: &mut dyn Write) -> Result<()> {
    write!(
        out,
        "{{\"name\":{},\"as_of\":{},\"known_at\":{},\"items\":[",
        json!(report.name),
        json!(page.as_of.map(|day| day.to_string())),
        json!(page.known_at.map(ToString::to_string)),
    )?;
    let mut written = 0_i64;
    report.main.for_each(page, |row| {
        let comma = if written == 0 { "\n" } else { ",\n" };
        written += 1;
        write!(out, "{comma}{}", item(report, row, page)?)?;
        Ok(())
    })?;
    let total = match report.total {
        Some(total) => total,
        None if report.main.is_cut() => report.main.count(page)?,
        None => written,
    };
    let end = if written == 0 { "" } else { "\n" };
    write!(out, "{end}],\"total\":{total}")?;
    if !report.upright {
        for part in &report.parts {
            write!(out, ",\n{}:{}", json!(part.key), Json::Array(items(&part.table, page)?))?;
        }
    }
    Ok(writeln!(out, "}}")?)
}

/// Writes one item a line.
pub(super) fn write_lines(report: &Report, page: &Page, out: &mut dyn Write) -> Result<()> {
    report.main.for_each(page, |row| Ok(writeln!(out, "{}", item(report, row, page)?)?))
}

fn item(report: &Report, row: &[Value], page: &Page) -> Result<Json> {
    let mut item = object(&report.main.columns, row);
    // What belongs to one record is nested in it; what belongs to a list stands beside it.
    for part in report.parts.iter().filter(|_| report.upright) {
        item.insert(part.key.to_owned(), Json::Array(items(&part.table, page)?));
    }
    Ok(Json::Object(item))
}

fn items(table: &Table, page: &Page) -> Result<Vec<Json>> {
    let mut all = Vec::new();
    table.for_each(page, |row| {
        all.push(Json::Object(object(&table.columns, row)));
        Ok(())
    })?;
    Ok(all)
}

fn object(columns: &[Column], row: &[Value]) -> Map<String, Json> {
    columns.iter().zip(row).map(|(column, value)| (column.key.to_string(), cell(value, column.kind))).collect()
}

fn cell(value: &Value, kind: Kind) -> Json {
    match (value, kind) {
        (Value::Null, _) => Json::Null,
        // Two decimals survive the division exactly for every amount below 2^53 hundredths.
        #[allow(clippy::cast_precision_loss)]
        (Value::Integer(hundredths), Kind::Points | Kind::Amount) => json!(*hundredths as f64 / 100.0),
        (Value::Integer(flag), Kind::Flag) => json!(*flag != 0),
        (Value::Integer(number), _) => json!(number),
        (Value::Real(number), _) => json!(number),
        (Value::Text(text), _) => json!(text),
        (Value::Blob(bytes), _) => json!(hex(bytes)),
    }
}

impl Table {
    fn is_cut(&self) -> bool {
        matches!(&self.rows, super::Rows::Asked(query) if query.limit.is_some())
    }
}
