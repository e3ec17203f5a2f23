//! Comma- or tab-separated values: codes and ISO dates, never translated unless people ask
//! for a sheet of their own (`--labels`). A cell that a
//! spreadsheet would run as a formula is made inert with a leading apostrophe, which import
//! takes off again.

use std::io::Write;

use anyhow::Result;
use rusqlite::types::Value;

use super::cell::plain;
use super::page::Page;
use super::shown::{on_a_sheet, over_a_sheet};
use super::{Column, Kind, Report};

/// Writes the report's main table.
pub(super) fn write(report: &Report, delimiter: u8, page: &Page, out: &mut dyn Write) -> Result<()> {
    if page.mark {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut csv = csv::WriterBuilder::new().delimiter(delimiter).from_writer(out);
    let columns = &report.main.columns;
    let heading = |column: &Column| if page.labels { over_a_sheet(column, columns, page.lang) } else { column.key.to_string() };
    csv.write_record(columns.iter().map(|column| inert(heading(column)))).map_err(as_it_is)?;
    report.main.for_each(page, |row| {
        let cells = row.iter().zip(columns).map(|(value, column)| cell(value, column.kind, page));
        csv.write_record(cells).map_err(as_it_is)
    })?;
    Ok(csv.flush()?)
}

/// What kept a row from being written, as the system said it.
fn as_it_is(error: csv::Error) -> anyhow::Error {
    let said = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        _ => anyhow::anyhow!(said),
    }
}

fn cell(value: &Value, kind: Kind, page: &Page) -> String {
    let text = if page.labels { on_a_sheet(value, kind, page.lang) } else { plain(value, kind) };
    if matches!(value, Value::Text(_)) { inert(text) } else { text }
}

/// The characters that begin a formula, or hide one that follows; also in full width, which a
/// spreadsheet set up for Korean reads the same way. The apostrophe is among them so that
/// what import takes off is only what stands here.
pub(crate) const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\'', '＝', '＋', '－', '＠'];

fn inert(text: String) -> String {
    if text.starts_with(FORMULAS) { format!("'{text}") } else { text }
}
