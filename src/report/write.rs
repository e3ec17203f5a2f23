//! The formats, and which writer writes each.

use std::io::Write;

use anyhow::Result;

use super::cell::plain;
use super::page::Page;
use super::{Report, Rows, Table, csv, html, json, markdown, table, xlsx};

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Aligned columns for people.
    Table,
    /// One JSON object around all items.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// A Markdown table.
    Markdown,
    /// A page to print, with its charts.
    Html,
    /// A workbook, in the language of people; to a file.
    Xlsx,
}

impl Format {
    /// Whether a program reads it, so that nothing but data may stand on stdout.
    pub const fn is_for_machines(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl | Self::Csv | Self::Tsv | Self::Xlsx)
    }

    /// Whether it is JSON, so that an error is JSON too.
    pub const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }

    /// The format that a file's name asks for.
    pub fn of_file(name: &std::path::Path) -> Option<Self> {
        match name.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "xlsx" => Some(Self::Xlsx),
            // A calendar is a document of its own.
            "txt" | "ics" => Some(Self::Table),
            _ => None,
        }
    }
}

/// Writes `report` in `format`.
///
/// # Errors
/// When a question cannot be answered or `out` cannot be written.
pub fn write(report: &Report, format: Format, page: &Page, out: &mut dyn Write) -> Result<()> {
    match format {
        Format::Table => table::write(report, page, out),
        Format::Json => json::write(report, page, out),
        Format::Jsonl => json::write_lines(report, page, out),
        Format::Csv => csv::write(report, b',', page, out),
        Format::Tsv => csv::write(report, b'\t', page, out),
        Format::Markdown => markdown::write(report, page, out),
        Format::Html => html::write(report, page, out),
        Format::Xlsx => xlsx::write(report, page, out),
    }
}

/// The first held row of a table as CSV would show it, key by key.
pub fn as_csv(table: &Table) -> Vec<(String, String)> {
    let Rows::Held(rows) = &table.rows else { return Vec::new() };
    let Some(row) = rows.first() else { return Vec::new() };
    row.iter().zip(&table.columns).map(|(value, column)| (column.key.to_string(), plain(value, column.kind))).collect()
}
