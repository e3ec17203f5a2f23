//! Aligned columns for people: Hangul is two columns wide, codes and dates never wrap, and a
//! narrow terminal drops the least important columns (see `fit.rs`) and says which.

use std::io::Write;

use anyhow::Result;
use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use rusqlite::types::Value;

use super::chart::as_text;
use super::fit::{Fit, fit};
use super::page::{Page, heading as heading_of};
use super::shown::{alarming, harmless, heading, is_number, shown, shown_to_people};
use super::wrap::talk;
use super::{Column, Kind, Report, Table};
use crate::words::{Text, text};

const RULED: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('-').junction(' '))
    .header_lines(comfy_table::ContentLineStyle::none().junction(' '))
    .content_lines(comfy_table::ContentLineStyle::none().junction(' '));

const CUT: Text = text("{shown} / {total}건만 보였습니다. 모두 보려면 --limit 0", "{shown} of {total}; all of them with --limit 0");
const DROPPED: Text = text(
    "화면이 좁아 뺀 열: {columns} (-o csv 또는 --fields 로 볼 수 있음)",
    "left out, too narrow: {columns} (see them with -o csv or --fields)",
);
const EMPTY: Text = text("비어 있어 뺀 열: {columns}", "left out, nothing in them: {columns}");

/// Writes the report as a person reads it.
pub(super) fn write(report: &Report, page: &Page, out: &mut dyn Write) -> Result<()> {
    if let Some(done) = &report.done {
        return Ok(writeln!(out, "{}", talk(&harmless(&done.render(page.lang)), page.width))?);
    }
    if let Some(document) = &report.document {
        if document.is_file {
            return Ok(out.write_all(document.text.as_bytes())?);
        }
        return Ok(writeln!(out, "{}", harmless(document.text.trim_end()))?);
    }
    if let Some(title) = heading_of(report, page) {
        writeln!(out, "{}\n", styled(&harmless(&title), page))?;
    }
    if let Some(basis) = &report.basis {
        writeln!(out, "{}\n", talk(&harmless(&basis.render(page.lang)), page.width))?;
    }
    if report.upright {
        upright(&report.main, page, out)?;
    } else if report.main.is_empty() {
        writeln!(out, "{}", talk(&harmless(&report.empty.render(page.lang)), page.width))?;
    } else {
        rows(&report.main, report.totals.as_deref(), page, out, report.total)?;
    }
    for part in report.parts.iter().filter(|part| !part.table.is_empty()) {
        writeln!(out, "\n{}", styled(part.title.in_lang(page.lang), page))?;
        if part.upright {
            upright(&part.table, page, out)?;
        } else {
            rows(&part.table, None, page, out, None)?;
        }
    }
    if !report.notes.is_empty() {
        writeln!(out)?;
    }
    for note in &report.notes {
        writeln!(out, "{}", talk(&harmless(&note.render(page.lang)), page.width))?;
    }
    Ok(())
}

fn styled(heading: &str, page: &Page) -> String {
    if page.colour { format!("\u{1b}[1m{heading}\u{1b}[0m") } else { heading.to_owned() }
}

fn upright(table: &Table, page: &Page, out: &mut dyn Write) -> Result<()> {
    let mut first = true;
    table.for_each(page, |row| {
        if !std::mem::take(&mut first) {
            writeln!(out)?;
        }
        Ok(writeln!(out, "{}", record(row, &table.columns, page))?)
    })
}

/// One row, a field a line; what holds nothing, or is for programs, is left out.
fn record(row: &[Value], columns: &[Column], page: &Page) -> String {
    let mut grid = grid(page);
    for (value, column) in shown_to_people(columns).map(|at| (&row[at], &columns[at])).filter(|(value, _)| **value != Value::Null) {
        let told = shown(value, column.kind, page.lang);
        let value = cell(told, value, column, page).set_alignment(CellAlignment::Left);
        grid.add_row([Cell::new(heading(column, page.lang)), value]);
    }
    if let Some(labels) = grid.column_mut(0) {
        labels.set_constraint(ColumnConstraint::ContentWidth).set_padding((0, 1));
    }
    if let Some(values) = grid.column_mut(1) {
        values.set_padding((0, 0));
    }
    grid.trim_fmt()
}

fn rows(table: &Table, totals: Option<&[Value]>, page: &Page, out: &mut dyn Write, total: Option<i64>) -> Result<()> {
    let mut held = table.held_rows(page)?;
    if held.is_empty() {
        return Ok(writeln!(out, "{}", super::NOTHING_HERE.in_lang(page.lang))?);
    }
    let count = held.len();
    held.extend(totals.map(<[Value]>::to_vec));
    let told: Vec<Vec<String>> = held.iter().map(|row| told(row, &table.columns, page)).collect();
    let fit = fit(&table.columns, &held, &told, page.lang, page.width);
    if !fit.readable {
        // Too many columns for any width: each row stands upright, and nothing is lost.
        let records: Vec<String> = held.iter().map(|row| record(row, &table.columns, page)).collect();
        return Ok(writeln!(out, "{}", records.join("\n\n"))?);
    }
    writeln!(out, "{}", drawn(&held, told, table, &fit, page))?;
    let total = match (&table.rows, total) {
        (_, Some(total)) => total,
        (super::Rows::Asked(query), None) if query.limit == Some(count) => table.count(page)?,
        _ => i64::try_from(count)?,
    };
    if total > i64::try_from(count)? {
        writeln!(out, "{}", CUT.with("shown", count).with("total", total).render(page.lang))?;
    }
    for (dropped, said) in [(&fit.dropped, DROPPED), (&fit.empty, EMPTY)] {
        let names: Vec<String> = dropped.iter().map(|at| heading(&table.columns[*at], page.lang)).collect();
        if !names.is_empty() {
            writeln!(out, "{}", talk(&said.with("columns", names.join(", ")).render(page.lang), page.width))?;
        }
    }
    bars(table, &held[..count], page, out)
}

fn bars(table: &Table, rows: &[Vec<Value>], page: &Page, out: &mut dyn Write) -> Result<()> {
    let Some(chart) = table.chart else { return Ok(()) };
    let bars = chart.bars(table, rows, page.lang);
    if bars.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", styled(chart.title.in_lang(page.lang), page))?;
    Ok(write!(out, "{}", as_text(&bars, page.width))?)
}

/// What a row says, as people read it.
fn told(row: &[Value], columns: &[Column], page: &Page) -> Vec<String> {
    row.iter().zip(columns).map(|(value, column)| shown(value, column.kind, page.lang)).collect()
}

fn drawn(rows: &[Vec<Value>], told: Vec<Vec<String>>, table: &Table, fit: &Fit, page: &Page) -> String {
    let mut grid = grid(page);
    grid.set_header(fit.kept.iter().map(|at| {
        let header = Cell::new(heading(&table.columns[*at], page.lang)).set_alignment(alignment(table.columns[*at].kind));
        if page.colour { header.add_attribute(Attribute::Bold) } else { header }
    }));
    for (row, mut told) in rows.iter().zip(told) {
        grid.add_row(fit.kept.iter().map(|at| cell(std::mem::take(&mut told[*at]), &row[*at], &table.columns[*at], page)));
    }
    for (place, own) in fit.widths.iter().enumerate() {
        if let Some(column) = grid.column_mut(place) {
            let last = place + 1 == fit.widths.len();
            column.set_padding((0, u16::from(!last)));
            let own = u16::try_from(own + usize::from(!last)).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(own)));
        }
    }
    grid.trim_fmt()
}

fn grid(page: &Page) -> comfy_table::Table {
    let mut grid = comfy_table::Table::new();
    grid.load_style(RULED);
    grid.set_content_arrangement(ContentArrangement::Dynamic);
    if page.colour {
        grid.enforce_styling();
    } else {
        grid.force_no_tty();
    }
    match page.width {
        Some(width) => grid.set_width(u16::try_from(width).unwrap_or(u16::MAX)),
        None => grid.set_content_arrangement(ContentArrangement::Disabled),
    };
    grid
}

const fn alignment(kind: Kind) -> CellAlignment {
    if is_number(kind) { CellAlignment::Right } else { CellAlignment::Left }
}

fn cell(told: String, value: &Value, column: &Column, page: &Page) -> Cell {
    let cell = Cell::new(told).set_alignment(alignment(column.kind));
    if page.colour && alarming(value, column) { cell.fg(Color::Red) } else { cell }
}
