//! Files that people hand in: CSV and TSV in UTF-8 (with or without a byte-order mark) or
//! CP949, JSON lines, JSON as this program writes it, and workbooks. Rows are read one at a time,
//! and none is longer than a row can be; a header may name a column by its key or by its label
//! in either language.

mod encoding;
mod headings;
mod json;
mod lines;
mod refused;
mod workbook;

pub use encoding::Encoding;

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::Result;
use encoding_rs_io::DecodeReaderBytesBuilder;
use serde_json::Value as Json;

use encoding::NotText;
use headings::{Places, TITLES, has_heading, is_title, places};
use json::{fill, items};
use lines::{PlainEnds, plain_ends};
use refused::{EMPTY, FIELDS, FOLDER, IN_PARTS, NO_FILE, NOT_TEXT, SAVE_AS, TOO_BIG, UTF_16, malformed_csv, not_json, unread};
use workbook::GridRow;

use crate::refusal::Refusal;
use crate::report::{Column, FORMULAS};
use crate::session::Session;
use crate::words::korean::{compose_into, composed};
use crate::words::{Sentence, system};

/// The longest text that is read from a file, in bytes: more than any text may hold.
const TEXT_BYTES: u64 = 1 << 20;
/// A row is no longer than this, in bytes: a quotation mark that is never closed would make one
/// row of all that follows.
const ROW_BYTES: u64 = 8 << 20;

/// An open file of rows.
pub struct Sheet {
    name: String,
    columns: Vec<String>,
    shown: Shown,
    source: Source,
    /// The encoding it is in.
    pub encoding: Encoding,
}

/// How a cell or an unknown heading may be repeated in an error.
pub type Shown = fn(&str, &str) -> String;

enum Source {
    Csv { reader: csv::Reader<PlainEnds>, record: csv::StringRecord, places: Places },
    Lines { reader: Box<dyn BufRead>, line: usize },
    Items { items: std::vec::IntoIter<Json>, line: usize },
    Grid { rows: std::vec::IntoIter<GridRow>, places: Places },
}

/// One row: where it stands and what is in it, in the order of the known columns; a column
/// that the file does not have is `None`.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The line in the file, the header being line 1.
    pub number: usize,
    /// The cells.
    pub cells: Vec<Option<String>>,
    /// Why the line is no row of this file; then its cells mean nothing.
    pub wrong: Option<Sentence>,
}

impl Sheet {
    /// Opens a file whose columns are among `columns` and include all of `required`, one of those
    /// that a bar parts. A heading
    /// that is no column is repeated as `shown` says.
    ///
    /// # Errors
    /// A file that cannot be read or is empty; unknown, missing or doubled columns.
    pub fn open(file: &Path, columns: &[Column], required: &[&str], shown: Shown) -> Result<Self> {
        let name = file.display().to_string();
        let no_file = |why: std::io::Error| NO_FILE.with("file", &name).with("why", system::io(&why));
        if file.is_dir() {
            return Err(FOLDER.with("file", &name).into());
        }
        let mut opened = File::open(file).map_err(no_file)?;
        if opened.metadata().map_err(no_file)?.len() == 0 {
            return Err(EMPTY.with("file", &name).into());
        }
        let keys: Vec<String> = columns.iter().map(|column| column.key.to_string()).collect();
        let unread = |why| unread(&name, why);
        if workbook::is_one(&mut opened).map_err(unread)? {
            let rows = workbook::rows(opened).map_err(unread)?;
            let cells = |row: &GridRow| row.1.clone();
            let above = rows.iter().take(TITLES).take_while(|row| is_title(cells(row).iter().map(String::as_str), columns)).count();
            let above =
                if rows.get(above).is_some_and(|row| has_heading(cells(row).iter().map(String::as_str), columns)) { above } else { 0 };
            let mut rows = rows.into_iter().skip(above).collect::<Vec<_>>().into_iter();
            let Some((_, header)) = rows.next() else { return Err(EMPTY.with("file", &name).into()) };
            let places = places(header.iter().map(String::as_str), columns, required, (&name, shown))?;
            return Ok(Self { name, columns: keys, shown, source: Source::Grid { rows, places }, encoding: Encoding::Workbook });
        }
        let encoding = encoding::of(&mut opened).map_err(no_file)?;
        let encoding = encoding.map_err(|not_text| match not_text {
            NotText::Utf16 => UTF_16.with("file", &name).way_out(SAVE_AS),
            NotText::Binary => NOT_TEXT.with("file", &name).way_out(SAVE_AS),
        })?;
        let label = match encoding {
            Encoding::Utf8 | Encoding::Workbook => encoding_rs::UTF_8,
            Encoding::Cp949 => encoding_rs::EUC_KR,
        };
        let decoded: Box<dyn Read> = Box::new(
            DecodeReaderBytesBuilder::new().encoding(Some(label)).utf8_passthru(true).bom_override(true).strip_bom(true).build(opened),
        );
        let extension = file.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        let source = match extension.as_str() {
            "jsonl" | "ndjson" => Source::Lines { reader: Box::new(BufReader::new(decoded)), line: 0 },
            "json" => Source::Items { items: items(decoded, &name)?.into_iter(), line: 0 },
            "tsv" => csv_source(decoded, b'\t', columns, required, (&name, shown))?,
            _ => csv_source(decoded, b',', columns, required, (&name, shown))?,
        };
        Ok(Self { name, columns: keys, shown, source, encoding })
    }

    /// The next row into `line`; false when there is none.
    ///
    /// # Errors
    /// A row that is not of the file's shape.
    pub fn next(&mut self, line: &mut Line) -> Result<bool, Refusal> {
        line.cells.resize(self.columns.len(), None);
        // What a cell held is forgotten, not its room.
        line.cells.iter_mut().flatten().for_each(String::clear);
        line.wrong = None;
        match &mut self.source {
            Source::Csv { reader, record, places } => {
                // A row of commas alone is a blank one, as it is in a workbook.
                let more = loop {
                    reader.get_mut().a_row_begins();
                    let more = reader.read_record(record).map_err(|error| malformed_csv(&self.name, &error))?;
                    if !more || record.iter().any(|cell| !cell.trim().is_empty()) {
                        break more;
                    }
                };
                // The reader stands behind the row, which may have lines of its own; what it says of
                // the row itself does not count blank lines before it.
                let behind = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
                line.number = behind.saturating_sub(1 + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>());
                for (cell, place) in record.iter().zip(places.iter()) {
                    if let Some(place) = place {
                        compose_into(line.cells[*place].get_or_insert_default(), plain(cell));
                    }
                }
                let has_more = record.iter().skip(places.len()).any(|cell| !cell.trim().is_empty());
                if more && (record.len() < places.len() || has_more) {
                    line.wrong = Some(FIELDS.with("here", record.len()).with("header", places.len()));
                }
                Ok(more)
            }
            Source::Lines { reader, line: number } => loop {
                let mut text = String::new();
                *number += 1;
                line.number = *number;
                let read = reader
                    .by_ref()
                    .take(ROW_BYTES)
                    .read_line(&mut text)
                    .map_err(|error| NO_FILE.with("file", &self.name).with("why", system::io(&error)))?;
                if read == 0 {
                    return Ok(false);
                }
                if read as u64 == ROW_BYTES {
                    return Err(TOO_BIG.with("file", &self.name).way_out(IN_PARTS));
                }
                if !text.trim().is_empty() {
                    match serde_json::from_str(&text) {
                        Ok(item) => fill(&self.columns, &item, line, (&self.name, self.shown))?,
                        Err(error) => line.wrong = Some(not_json(&error)),
                    }
                    return Ok(true);
                }
            },
            Source::Grid { rows, places } => {
                let Some((number, row)) = rows.next() else { return Ok(false) };
                line.number = number;
                for (at, place) in places.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?))) {
                    line.cells[place] = Some(row.get(at).map(|cell| composed(cell)).unwrap_or_default());
                }
                if row.len() > places.len() {
                    line.wrong = Some(FIELDS.with("here", row.len()).with("header", places.len()));
                }
                Ok(true)
            }
            Source::Items { items, line: number } => {
                let Some(item) = items.next() else { return Ok(false) };
                *number += 1;
                line.number = *number;
                fill(&self.columns, &item, line, (&self.name, self.shown))?;
                Ok(true)
            }
        }
    }
}

fn csv_source(
    decoded: impl Read + 'static,
    delimiter: u8,
    columns: &[Column],
    required: &[&str],
    (name, shown): (&str, Shown),
) -> Result<Source> {
    // A row of another length is told with all other errors, not in their place.
    let decoded = plain_ends(decoded, ROW_BYTES);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(decoded);
    let mut above: Vec<csv::StringRecord> = Vec::new();
    let mut header = csv::StringRecord::new();
    while reader.read_record(&mut header).map_err(|error| malformed_csv(name, &error))? {
        let is_blank = header.iter().all(|cell| cell.trim().is_empty());
        if !is_blank && (above.len() == TITLES || !is_title(header.iter(), columns)) {
            break;
        }
        above.extend((!is_blank).then(|| header.clone()));
    }
    // Titles stand above headings; above anything else the first row was meant to be them.
    let header = if has_heading(header.iter(), columns) { header } else { above.into_iter().next().unwrap_or(header) };
    let places = places(header.iter(), columns, required, (name, shown))?;
    Ok(Source::Csv { reader, record: csv::StringRecord::new(), places })
}

/// The text of a file in UTF-8 or CP949, or of stdin for `-`.
///
/// # Errors
/// A file that cannot be read.
pub fn read_text(session: &Session, file: &Path) -> Result<String> {
    let name = file.display().to_string();
    let no_file = |why: std::io::Error| NO_FILE.with("file", &name).with("why", system::io(&why));
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        session.stdin().and_then(|given| given.take(TEXT_BYTES).read_to_end(&mut bytes)).map_err(no_file)?;
    } else {
        File::open(file).and_then(|file| file.take(TEXT_BYTES).read_to_end(&mut bytes)).map_err(no_file)?;
    }
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => Some(text.trim_start_matches('\u{FEFF}').to_owned()),
        Err(_) => encoding_rs::EUC_KR.decode_without_bom_handling_and_without_replacement(&bytes).map(std::borrow::Cow::into_owned),
    };
    text.ok_or_else(|| NOT_TEXT.with("file", &name).into())
}

/// What a document says, as far as that is text: the whole of it, or, of a workbook and of other
/// documents that are archives of texts, each of its parts.
///
/// # Errors
/// A file that cannot be read, or whose parts are too big to be.
pub fn each_text(file: &Path, mut read: impl FnMut(&str)) -> Result<()> {
    let name = file.display().to_string();
    let mut opened = File::open(file).map_err(|why| NO_FILE.with("file", &name).with("why", system::io(&why)))?;
    if workbook::is_one(&mut opened).map_err(|why| unread(&name, why))? {
        return Ok(workbook::each_part(&mut opened, |part| read(&String::from_utf8_lossy(part))).map_err(|why| unread(&name, why))?);
    }
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).map_err(|why| NO_FILE.with("file", &name).with("why", system::io(&why)))?;
    read(&String::from_utf8_lossy(&bytes));
    Ok(())
}

/// A cell as it was meant: without the apostrophe that makes a formula inert.
fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULAS) => rest,
        _ => cell,
    }
}
