//! Aligned columns for people: Hangul is two columns wide, codes and dates never wrap, and a
//! narrow terminal drops the least important columns and says which.

use std::io::Write;

use anyhow::Result;
use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use rusqlite::types::Value;
use unicode_width::UnicodeWidthStr;

use super::chart::as_text;
use super::write::heading as heading_of;
use super::{Column, FOR_PROGRAMS, Kind, Page, Report, Table, cell::plain};
use crate::words::{Lang, Text, label, points, text, weekday};

const RULED: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('-').junction(' '))
    .header_lines(comfy_table::ContentLineStyle::none().junction(' '))
    .content_lines(comfy_table::ContentLineStyle::none().junction(' '));
/// Text narrower than this is not worth reading, so columns are dropped before it gets there.
const NARROWEST_TEXT: usize = 16;

const CUT: Text = text("{shown} / {total}건만 보였습니다. 모두 보려면 --limit 0", "{shown} of {total}; all of them with --limit 0");
const DROPPED: Text = text(
    "화면이 좁아 뺀 열: {columns} (-o csv 또는 --fields 로 볼 수 있음)",
    "left out, too narrow: {columns} (see them with -o csv or --fields)",
);
const YES: Text = text("예", "yes");
const NO: Text = text("-", "-");

/// Writes the report as a person reads it.
pub(super) fn write(report: &Report, page: &Page, out: &mut dyn Write) -> Result<()> {
    if let Some(done) = &report.done {
        return Ok(writeln!(out, "{}", harmless(&done.render(page.lang)))?);
    }
    if let Some(document) = &report.document {
        return Ok(writeln!(out, "{}", harmless(document.trim_end()))?);
    }
    if let Some(title) = heading_of(report, page) {
        writeln!(out, "{}\n", styled(&harmless(&title), page))?;
    }
    if let Some(basis) = &report.basis {
        writeln!(out, "{}\n", harmless(&basis.render(page.lang)))?;
    }
    if report.upright {
        upright(&report.main, page, out)?;
    } else if report.main.is_empty() {
        writeln!(out, "{}", harmless(&report.empty.render(page.lang)))?;
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
        writeln!(out, "{}", harmless(&note.render(page.lang)))?;
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

/// One row, a field a line; what holds nothing is left out.
fn record(row: &[Value], columns: &[Column], page: &Page) -> String {
    let mut grid = grid(page);
    for (value, column) in row.iter().zip(columns).filter(|(value, _)| **value != Value::Null) {
        let value = cell(value, column, page).set_alignment(CellAlignment::Left);
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
    let mut held: Vec<Vec<Value>> = Vec::new();
    table.for_each(page, |row| {
        held.push(row.to_vec());
        Ok(())
    })?;
    if held.is_empty() {
        return Ok(writeln!(out, "{}", super::NOTHING_HERE.in_lang(page.lang))?);
    }
    let count = held.len();
    held.extend(totals.map(<[Value]>::to_vec));
    let widths = natural_widths(&table.columns, &held, page.lang);
    let (kept, fits) = fitting(&table.columns, &widths, page.width);
    if !fits {
        // Too many columns for any width: each row stands upright, and nothing is lost.
        let records: Vec<String> = held.iter().map(|row| record(row, &table.columns, page)).collect();
        return Ok(writeln!(out, "{}", records.join("\n\n"))?);
    }
    let mut grid = grid(page);
    grid.set_header(kept.iter().map(|at| {
        let header = Cell::new(heading(&table.columns[*at], page.lang)).set_alignment(alignment(table.columns[*at].kind));
        if page.colour { header.add_attribute(Attribute::Bold) } else { header }
    }));
    for row in &held {
        grid.add_row(kept.iter().map(|at| cell(&row[*at], &table.columns[*at], page)));
    }
    constrain(&mut grid, &kept, &table.columns, &widths, page.width);
    writeln!(out, "{}", grid.trim_fmt())?;
    let total = match (&table.rows, total) {
        (_, Some(total)) => total,
        (super::Rows::Asked(query), None) if query.limit == Some(count) => table.count(page)?,
        _ => i64::try_from(count)?,
    };
    if total > i64::try_from(count)? {
        writeln!(out, "{}", CUT.with("shown", count).with("total", total).render(page.lang))?;
    }
    let dropped: Vec<String> =
        shown_to_people(&table.columns).filter(|at| !kept.contains(at)).map(|at| heading(&table.columns[at], page.lang)).collect();
    if !dropped.is_empty() {
        writeln!(out, "{}", DROPPED.with("columns", dropped.join(", ")).render(page.lang))?;
    }
    bars(table, page, out)
}

fn bars(table: &Table, page: &Page, out: &mut dyn Write) -> Result<()> {
    let Some(chart) = table.chart else { return Ok(()) };
    let bars = chart.bars(table, page)?;
    if bars.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", styled(chart.title.in_lang(page.lang), page))?;
    Ok(write!(out, "{}", as_text(&bars, page.width))?)
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

fn heading(column: &Column, lang: Lang) -> String {
    column.label.map_or_else(|| harmless(&column.key), |label| label.in_lang(lang).to_owned())
}

fn natural_widths(columns: &[Column], rows: &[Vec<Value>], lang: Lang) -> Vec<usize> {
    columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let widest = |text: &str| text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
            rows.iter()
                .map(|row| widest(&shown(&row[at], column.kind, lang)))
                .chain(std::iter::once(widest(&heading(column, lang))))
                .max()
                .unwrap_or(0)
        })
        .collect()
}

/// Where the columns are that people are shown.
pub(super) fn shown_to_people(columns: &[Column]) -> impl Iterator<Item = usize> {
    (0..columns.len()).filter(|at| columns[*at].minor != FOR_PROGRAMS)
}

/// The columns that fit: the most minor ones go first, until what may not wrap and a readable
/// width for what may is no wider than the terminal. Whether that could be reached is said.
fn fitting(columns: &[Column], widths: &[usize], width: Option<usize>) -> (Vec<usize>, bool) {
    let mut kept: Vec<usize> = shown_to_people(columns).collect();
    let Some(width) = width else { return (kept, true) };
    let least = |at: usize| if wraps(columns[at].kind) { widths[at].min(NARROWEST_TEXT) } else { widths[at] };
    let needed = |kept: &[usize]| kept.iter().map(|at| least(*at) + 2).sum::<usize>();
    while needed(&kept) > width + 1 {
        let minor = kept.iter().copied().filter(|at| columns[*at].minor > 0);
        let Some(most_minor) = minor.max_by_key(|at| (columns[*at].minor, *at)) else { break };
        kept.retain(|at| *at != most_minor);
    }
    // A few columns too many are squeezed; a crowd of them cannot be read that way.
    let fits = needed(&kept) <= width + 1 + 2 * NARROWEST_TEXT;
    (kept, fits)
}

pub(super) const fn wraps(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Terms(_) | Kind::Any)
}

/// Gives every column its width here, so that the tables of one answer and of two languages
/// break their lines the same way: fixed kinds get what they need, text shares the rest.
fn constrain(grid: &mut comfy_table::Table, kept: &[usize], columns: &[Column], widths: &[usize], width: Option<usize>) {
    let fixed: usize = kept.iter().filter(|at| !wraps(columns[**at].kind)).map(|at| widths[*at]).sum();
    let mut texts: Vec<usize> = kept.iter().copied().filter(|at| wraps(columns[*at].kind)).collect();
    texts.sort_by_key(|at| widths[*at]);
    let mut left = width.map_or(usize::MAX, |width| width.saturating_sub(fixed + 2 * (kept.len().saturating_sub(1))));
    let mut share = vec![0; columns.len()];
    for (done, at) in texts.iter().enumerate() {
        share[*at] = widths[*at].min(left / (texts.len() - done)).max(2);
        left = left.saturating_sub(share[*at]);
    }
    for (place, at) in kept.iter().enumerate() {
        let own = if wraps(columns[*at].kind) { share[*at] } else { widths[*at] };
        if let Some(column) = grid.column_mut(place) {
            let last = place + 1 == kept.len();
            column.set_padding((0, u16::from(!last)));
            let own = u16::try_from(own + usize::from(!last)).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(own)));
        }
    }
}

/// Whether it is a number, and so stands at the right of its column.
pub(super) const fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer | Kind::Percent | Kind::Points | Kind::Money)
}

const fn alignment(kind: Kind) -> CellAlignment {
    if is_number(kind) { CellAlignment::Right } else { CellAlignment::Left }
}

/// Whether it is late.
pub(super) fn alarming(value: &Value, column: &Column) -> bool {
    match (value, column.key.as_ref()) {
        (Value::Text(state), "state") => matches!(state.as_str(), "delayed" | "overdue"),
        (Value::Integer(days), "days_left") => *days < 0,
        _ => false,
    }
}

fn cell(value: &Value, column: &Column, page: &Page) -> Cell {
    let cell = Cell::new(shown(value, column.kind, page.lang)).set_alignment(alignment(column.kind));
    if page.colour && alarming(value, column) { cell.fg(Color::Red) } else { cell }
}

/// A cell as a person reads it.
pub(super) fn shown(value: &Value, kind: Kind, lang: Lang) -> String {
    match (value, kind) {
        (Value::Text(code), Kind::Term(terms)) => label(terms, code, lang),
        (Value::Text(codes), Kind::Terms(terms)) => codes.split(',').map(|code| label(terms, code, lang)).collect::<Vec<_>>().join(", "),
        (Value::Integer(percent), Kind::Percent) => format!("{percent}%"),
        (Value::Integer(hundredths), Kind::Points) => points(*hundredths),
        (Value::Integer(won), Kind::Money) => grouped(*won),
        (Value::Text(instant), Kind::Instant) => in_seoul(instant),
        (Value::Integer(number), Kind::Weekday) => weekday(u32::try_from(*number).unwrap_or(1), lang).to_owned(),
        (Value::Integer(flag), Kind::Flag) => if *flag == 0 { NO } else { YES }.in_lang(lang).to_owned(),
        _ => harmless(&plain(value, kind)),
    }
}

/// `2024-10-01T15:00:30.123Z` as `2024-10-02 00:00`: Seoul is nine hours ahead, always.
pub(super) fn in_seoul(instant: &str) -> String {
    let seoul = chrono::FixedOffset::east_opt(9 * 3600);
    match (chrono::DateTime::parse_from_rfc3339(instant), seoul) {
        (Ok(instant), Some(seoul)) => instant.with_timezone(&seoul).format("%Y-%m-%d %H:%M").to_string(),
        _ => harmless(instant),
    }
}

/// `1234567` as `1,234,567`.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// Stored text with nothing in it that could move the cursor, recolour the terminal or
/// reverse the reading direction; each such character becomes U+FFFD. Line breaks stay.
pub fn harmless(text: &str) -> String {
    let hostile = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{061C}')
    };
    if text.contains(hostile) {
        text.chars()
            .map(|c| {
                if c == '\t' {
                    ' '
                } else if hostile(c) {
                    '\u{FFFD}'
                } else {
                    c
                }
            })
            .collect()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        for (number, shown) in [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(grouped(number), shown);
        }
    }

    #[test]
    fn instants_are_read_in_seoul() {
        assert_eq!(in_seoul("2024-10-01T15:00:30.123Z"), "2024-10-02 00:00");
        assert_eq!(in_seoul("yesterday"), "yesterday");
    }

    #[test]
    fn hostile_characters_are_made_visible() {
        assert_eq!(harmless("a\u{1b}[31mb\u{202e}c\nd\te"), "a\u{fffd}[31mb\u{fffd}c\nd e");
    }
}
