//! Markdown tables, in the language of the reader, for pasting into a document.

use std::io::Write;

use anyhow::Result;
use rusqlite::types::Value;

use super::page::{Page, heading as heading_of};
use super::shown::{harmless, shown, shown_to_people};
use super::{Column, Report, Table};

/// Writes the report: heading, tables, remarks.
pub(super) fn write(report: &Report, page: &Page, out: &mut dyn Write) -> Result<()> {
    if let Some(title) = heading_of(report, page) {
        writeln!(out, "## {}\n", escaped(&title))?;
    }
    if let Some(basis) = &report.basis {
        writeln!(out, "{}\n", escaped(&basis.render(page.lang)))?;
    }
    rows(&report.main, report.totals.as_deref(), page, out)?;
    for part in report.parts.iter().filter(|part| !part.table.is_empty()) {
        writeln!(out, "\n### {}\n", part.title.in_lang(page.lang))?;
        rows(&part.table, None, page, out)?;
    }
    for note in &report.notes {
        writeln!(out, "\n{}", escaped(&note.render(page.lang)))?;
    }
    Ok(())
}

fn rows(table: &Table, totals: Option<&[Value]>, page: &Page, out: &mut dyn Write) -> Result<()> {
    let kept: Vec<usize> = shown_to_people(&table.columns).collect();
    let columns = || kept.iter().map(|at| &table.columns[*at]);
    line(out, columns().map(|column| heading(column, page)))?;
    line(out, columns().map(|_| "---".to_owned()))?;
    let cells = |row: &[Value], out: &mut dyn Write| line(out, kept.iter().map(|at| cell(&row[*at], &table.columns[*at], page)));
    table.for_each(page, |row| cells(row, out))?;
    totals.map_or(Ok(()), |totals| cells(totals, out))
}

fn heading(column: &Column, page: &Page) -> String {
    column.label.map_or_else(|| escaped(&column.key), |label| label.in_lang(page.lang).to_owned())
}

fn cell(value: &Value, column: &Column, page: &Page) -> String {
    escaped(&shown(value, column.kind, page.lang))
}

fn line(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> Result<()> {
    write!(out, "|")?;
    for cell in cells {
        write!(out, " {cell} |")?;
    }
    Ok(writeln!(out)?)
}

/// Text that Markdown shows as it stands: no cell ends early, no HTML, no link.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in harmless(text).chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}
