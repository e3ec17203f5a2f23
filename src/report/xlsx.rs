//! A workbook for a spreadsheet program: a sheet a table, in the language of whoever asked, with
//! numbers and days as what they are. Text is always text, so that no cell is run as a formula.
//! Import takes the first sheet back; remarks stand on a sheet of their own. The same facts give
//! the same bytes, so the file does not say when it was made.

use std::io::Write;

use anyhow::Result;
use rusqlite::types::Value;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::page::{Page, heading};
use super::shown::{on_a_sheet, over_a_sheet};
use super::{Column, Kind, Report, Table};
use crate::refusal::{Kind as Why, Rule, rule};
use crate::words::{Text, text};

static TOO_LONG: Rule = rule(
    Why::Usage,
    "E0129",
    "엑셀의 한 칸에 들어가지 않는 긴 글이 있습니다(32,767자까지). 쓰지 않았습니다",
    "a text is longer than a cell of a workbook holds (32,767 characters); nothing was written",
);
static TOO_MANY: Rule = rule(
    Why::Usage,
    "E0134",
    "엑셀의 한 시트에 들어가지 않게 많습니다(1,048,575줄까지). 쓰지 않았습니다",
    "there are more rows than a sheet of a workbook holds (1,048,575); nothing was written",
);
const REMARKS: Text = text("비고", "Notes");
/// The most rows of a sheet, its heading among them.
const ROWS: u32 = 1 << 20;
/// The longest name of a sheet.
const NAME: usize = 31;
/// A column is no wider than this, in characters.
const WIDEST: usize = 60;
/// A whole number beyond this is not exactly a number of a spreadsheet.
const EXACT: i64 = 1 << 53;

/// Writes the report as a workbook.
pub(super) fn write(report: &Report, page: &Page, out: &mut dyn Write) -> Result<()> {
    let mut workbook = Workbook::new();
    let made_on = DocProperties::set_creation_datetime;
    workbook.set_properties(&made_on(DocProperties::new(), &ExcelDateTime::from_ymd(2000, 1, 1)?));
    let title = heading(report, page).unwrap_or_else(|| report.name.to_string());
    let mut names = Names::default();
    sheet(workbook.add_worksheet(), &names.free(&report.name), &report.main, page)?;
    for part in report.parts.iter().filter(|part| !part.table.is_empty()) {
        sheet(workbook.add_worksheet(), &names.free(part.title.in_lang(page.lang)), &part.table, page)?;
    }
    let said = report.basis.iter().chain(&report.notes).map(|note| note.render(page.lang));
    let remarks = workbook.add_worksheet().set_name(names.free(REMARKS.in_lang(page.lang)))?;
    for (row, line) in (0..ROWS).zip(std::iter::once(title).chain(said)) {
        remarks.write_string(row, 0, line).map_err(refused)?;
    }
    Ok(out.write_all(&workbook.save_to_buffer()?)?)
}

fn sheet(sheet: &mut Worksheet, name: &str, table: &Table, page: &Page) -> Result<()> {
    sheet.set_name(name)?;
    let columns = &table.columns;
    let bold = Format::new().set_bold();
    for (at, column) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, at, over_a_sheet(column, columns, page.lang), &bold).map_err(refused)?;
    }
    let formats: Vec<Format> = columns.iter().map(|column| Format::new().set_num_format(number_format(column.kind))).collect();
    let mut row = 0;
    // The program that reads it would guess the width of Hangul too small.
    let mut widths: Vec<usize> = columns.iter().map(|column| over_a_sheet(column, columns, page.lang).width()).collect();
    table.for_each(page, |cells| {
        for (width, (value, column)) in widths.iter_mut().zip(cells.iter().zip(columns)) {
            *width = (*width).max(on_a_sheet(value, column.kind, page.lang).width());
        }
        row += 1;
        if row >= ROWS {
            return Err(TOO_MANY.met().way_out("-o csv").into());
        }
        (0_u16..)
            .zip(cells)
            .zip(columns.iter().zip(&formats))
            .try_for_each(|((at, value), (column, format))| cell(sheet, (row, at), value, column, format, page).map_err(refused))
    })?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(at, u32::try_from(width.min(WIDEST) + 2)?)?;
    }
    Ok(())
}

/// How a spreadsheet shows what a column holds.
const fn number_format(kind: Kind) -> &'static str {
    match kind {
        Kind::Percent => "0\"%\"",
        Kind::Points => "0.00",
        Kind::Amount => "General",
        Kind::Money => "#,##0",
        Kind::Date => "yyyy-mm-dd",
        _ => "0",
    }
}

fn cell(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    value: &Value,
    column: &Column,
    format: &Format,
    page: &Page,
) -> Result<(), XlsxError> {
    match (value, column.kind) {
        (Value::Null, _) => {}
        (Value::Integer(number), Kind::Points | Kind::Amount) if is_exact(*number) => {
            sheet.write_number_with_format(row, at, float(*number)? / 100.0, format)?;
        }
        (Value::Integer(number), Kind::Integer | Kind::Percent | Kind::Money | Kind::Any) if is_exact(*number) => {
            sheet.write_number_with_format(row, at, float(*number)?, format)?;
        }
        (Value::Real(number), _) if number.is_finite() => {
            sheet.write_number(row, at, *number)?;
        }
        (Value::Text(day), Kind::Date) => {
            match ExcelDateTime::parse_from_str(day) {
                Ok(day) => sheet.write_datetime_with_format(row, at, &day, format)?,
                Err(_) => sheet.write_string(row, at, day)?,
            };
        }
        _ => {
            sheet.write_string(row, at, on_a_sheet(value, column.kind, page.lang))?;
        }
    }
    Ok(())
}

const fn is_exact(number: i64) -> bool {
    number.unsigned_abs() <= EXACT.unsigned_abs()
}

/// A number of a spreadsheet: exact, because it was looked at before.
fn float(number: i64) -> Result<f64, XlsxError> {
    const HALF: i64 = 1 << 32;
    let halves = i32::try_from(number.div_euclid(HALF)).ok().zip(u32::try_from(number.rem_euclid(HALF)).ok());
    let (high, low) = halves.ok_or_else(|| XlsxError::ParameterError(number.to_string()))?;
    Ok(f64::from(high) * 4_294_967_296.0 + f64::from(low))
}

/// What the workbook says of itself, as a rule.
fn refused(error: XlsxError) -> anyhow::Error {
    match error {
        XlsxError::MaxStringLengthExceeded => TOO_LONG.met().way_out("-o csv").way_out("-o json").into(),
        other => other.into(),
    }
}

/// The names of the sheets so far; no two may be the same.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    /// A name as a sheet may have it.
    fn free(&mut self, wanted: &str) -> String {
        let allowed = |c: char| !"[]:*?/\\'".contains(c) && !c.is_control();
        let name: String = wanted.chars().filter(|c| allowed(*c)).take(NAME - 4).collect();
        let taken = |name: &String| self.0.iter().any(|taken| taken.to_lowercase() == name.to_lowercase());
        let name = if name.trim().is_empty() { "-".to_owned() } else { name };
        let numbered = (2..).map(|no| format!("{name} {no}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
        self.0.push(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_a_workbook_allows_and_no_other_has() {
        let mut names = Names::default();
        assert_eq!(names.free("task list"), "task list");
        assert_eq!(names.free("Task List"), "Task List 2");
        assert_eq!(names.free("a/b[c]:'d'"), "abcd");
        assert_eq!(names.free(&"가".repeat(99)).chars().count(), NAME - 4);
        assert_eq!(names.free("//"), "-");
    }

    #[test]
    fn whole_numbers_stay_exact() -> Result<(), XlsxError> {
        for number in [0, 1, -1, 8491, -10_050, 1 << 40, -(1 << 40), EXACT, -EXACT] {
            assert_eq!(format!("{:.0}", float(number)?), number.to_string());
        }
        Ok(())
    }
}
