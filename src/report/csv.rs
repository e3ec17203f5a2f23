//! Comma- or tab-separated values: codes and ISO dates, never translated. A cell that a
//! spreadsheet would run as a formula is made inert with a leading apostrophe, which import
//! takes off again.

use std::io::Write;

use anyhow::Result;
use rusqlite::types::Value;

use super::cell::plain;
use super::page::Page;
use super::{Kind, Report};

/// Writes the report's main table.
pub(super) fn write(report: &Report, delimiter: u8, page: &Page, out: &mut dyn Write) -> Result<()> {
    if page.mark {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut csv = csv::WriterBuilder::new().delimiter(delimiter).from_writer(out);
    csv.write_record(report.main.columns.iter().map(|column| inert(column.key.to_string())))?;
    report.main.for_each(page, |row| {
        let cells = row.iter().zip(&report.main.columns).map(|(value, column)| cell(value, column.kind));
        Ok(csv.write_record(cells)?)
    })?;
    Ok(csv.flush()?)
}

fn cell(value: &Value, kind: Kind) -> String {
    let text = plain(value, kind);
    if matches!(value, Value::Text(_)) { inert(text) } else { text }
}

fn inert(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) { format!("'{text}") } else { text }
}
