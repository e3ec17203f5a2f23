//! Workbooks (.xlsx): the first sheet's cells as text, as a person would type them. A workbook is
//! a zip archive, in which a few bytes may stand for gigabytes; so it is measured first, by what
//! its parts say of themselves and then by what really comes out of them, and one that is too big
//! is refused before anything of it is kept in memory.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};

use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};
use zip::ZipArchive;
use zip::result::ZipError;

/// What a zip archive begins with.
const ZIP: [u8; 4] = *b"PK\x03\x04";
/// What old workbooks and workbooks with a password begin with.
const OLD: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
/// A workbook is no longer than this, in bytes.
const LONGEST: u64 = 64 << 20;
/// Its parts are together no longer than this once they are unpacked.
const UNPACKED: u64 = 192 << 20;
/// Parts that are held in memory whole, texts and formats, are no longer than this.
const HELD: u64 = 32 << 20;
/// It has no more parts.
const PARTS: usize = 4096;
/// The texts of its cells are together no longer than this.
const TEXT: usize = 64 << 20;
/// A sheet has no more cells with something in them.
const CELLS: usize = 5_000_000;

/// A row with something in it: its number, from 1, and its cells, from the first column on.
pub(super) type GridRow = (usize, Vec<String>);

/// Why a workbook is not read.
#[derive(Debug)]
pub(super) enum Unread {
    /// The system said so.
    Io(std::io::Error),
    /// It would take too much memory.
    TooBig,
    /// Its insides are not those of a workbook, as this says.
    Broken(String),
    /// It has a password, or is of the kind before .xlsx.
    Old,
}

impl From<XlsxError> for Unread {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Io(io) => Self::Io(io),
            XlsxError::Password => Self::Old,
            other => Self::Broken(other.to_string()),
        }
    }
}

impl From<ZipError> for Unread {
    fn from(error: ZipError) -> Self {
        Self::Broken(error.to_string())
    }
}

/// Whether a file is a workbook, by its first bytes; it is read from its beginning again
/// afterwards.
///
/// # Errors
/// It is one that cannot be read.
pub(super) fn is_one(file: &mut File) -> Result<bool, Unread> {
    let mut first = [0; 4];
    let read = file.read_exact(&mut first);
    file.seek(SeekFrom::Start(0)).map_err(Unread::Io)?;
    if read.is_ok() && first == OLD { Err(Unread::Old) } else { Ok(read.is_ok() && first == ZIP) }
}

/// The rows of the first sheet that have something in them.
///
/// # Errors
/// A workbook that cannot be read, or that is too big to be.
pub(super) fn rows(mut file: File) -> Result<Vec<GridRow>, Unread> {
    if file.metadata().map_err(Unread::Io)?.len() > LONGEST {
        return Err(Unread::TooBig);
    }
    measure(&mut file)?;
    file.seek(SeekFrom::Start(0)).map_err(Unread::Io)?;
    let mut workbook: Xlsx<_> = Xlsx::new(BufReader::new(file))?;
    let Some(first) = workbook.sheet_names().first().cloned() else { return Ok(Vec::new()) };
    let mut cells = workbook.worksheet_cells_reader(&first)?;
    let percents: Vec<bool> = cells.styles().iter().map(is_percent).collect();
    let (mut rows, mut count, mut bytes): (Vec<GridRow>, _, _) = (Vec::new(), 0, 0);
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        let is_percent = percents.get(style).copied().unwrap_or(false);
        let text = text(cell.get_value(), is_percent);
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize + 1, column as usize);
        if rows.last().is_none_or(|(number, _)| *number != row) {
            rows.push((row, Vec::new()));
        }
        if let Some((_, cells)) = rows.last_mut() {
            // The blanks before a cell take room too.
            count += (column + 1).saturating_sub(cells.len());
            bytes += text.len();
            if count > CELLS || bytes > TEXT {
                return Err(Unread::TooBig);
            }
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = text;
        }
    }
    Ok(rows)
}

/// Refuses an archive that is bigger inside than a workbook may be.
fn measure(file: &mut File) -> Result<(), Unread> {
    unpack(file, std::io::sink, drop)
}

/// Every part of an archive, unpacked, one after the other.
///
/// # Errors
/// An archive that cannot be read, or that is too big to be.
pub(super) fn each_part(file: &mut File, mut read: impl FnMut(&[u8])) -> Result<(), Unread> {
    unpack(file, Vec::new, |part| read(&part))
}

/// Unpacks each part of an archive into what takes it, and hands that on; one that is bigger
/// inside than a workbook may be is refused.
fn unpack<Taker: Write>(file: &mut File, into: impl Fn() -> Taker, mut done: impl FnMut(Taker)) -> Result<(), Unread> {
    let mut archive = ZipArchive::new(BufReader::new(file))?;
    if archive.len() > PARTS {
        return Err(Unread::TooBig);
    }
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at)?;
        let most = if part.name()?.contains("/worksheets/") { left } else { left.min(HELD) };
        if part.size() > most {
            return Err(Unread::TooBig);
        }
        // What it says of itself may be a lie.
        let mut taker = into();
        let unpacked = std::io::copy(&mut part.take(most + 1), &mut taker).map_err(|error| Unread::Broken(error.to_string()))?;
        if unpacked > most {
            return Err(Unread::TooBig);
        }
        left -= unpacked;
        done(taker);
    }
    Ok(())
}

/// Whether a cell of this style shows its number as per cent: 0.4 is 40% to whoever sees it. A
/// sign in quotes is only written behind the number.
fn is_percent(style: &Style) -> bool {
    let format = style.number_format.as_ref().map_or("", |format| format.format_code.as_str());
    let unquoted = format.split('"').step_by(2);
    unquoted.flat_map(|part| part.split("\\%")).any(|part| part.contains('%'))
}

/// A cell as a person would type it: days as `2024-05-31`, whole numbers without a point, parts of
/// a whole as they are shown, `40%`.
fn text(cell: &DataRef<'_>, is_percent: bool) -> String {
    // What is left of two binary fractions multiplied is no part of the number.
    let hundredfold = |number: f64| format!("{}%", (number * 1e8).round() / 1e6);
    match cell {
        DataRef::Float(number) if is_percent => hundredfold(*number),
        DataRef::Int(number) if is_percent => format!("{}%", number.saturating_mul(100)),
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(when) => moment(when),
        DataRef::DateTimeIso(when) => when.strip_suffix("T00:00:00").unwrap_or(when).to_owned(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A day, a time of day, or both.
fn moment(when: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = when.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}");
    match (when.as_f64() < 1.0, (hour, minute)) {
        (true, _) => time,
        (false, (0, 0)) => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}
