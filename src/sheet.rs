//! Files that people hand in: CSV and TSV in UTF-8 (with or without a byte-order mark) or
//! CP949, JSON lines, JSON as this program writes it, and workbooks. Rows are read one at a time,
//! and none is longer than a row can be; a header may name a column by its key or by its label
//! in either language.

mod encoding;
mod lines;
mod workbook;

pub use encoding::Encoding;

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::Result;
use encoding_rs_io::DecodeReaderBytesBuilder;
use serde_json::Value as Json;

use encoding::NotText;
use lines::{PlainEnds, plain_ends};
use workbook::{GridRow, Unread};

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, FORMULAS};
use crate::typed::worded;
use crate::words::korean::{compose_into, composed};
use crate::words::{Arg, Sentence, Text, system, text};

static NO_FILE: Rule = rule(Kind::NotFound, "E0331", "'{file}' 파일을 읽을 수 없습니다: {why}", "'{file}' cannot be read: {why}");
/// The longest text that is read from a file, in bytes: more than any text may hold.
const TEXT_BYTES: u64 = 1 << 20;
static EMPTY: Rule = rule(Kind::Usage, "E0332", "'{file}' 파일이 비어 있습니다", "'{file}' is empty");
static UNKNOWN_COLUMN: Rule =
    rule(Kind::Usage, "E0333", "'{file}'에 알 수 없는 열이 있습니다: {columns}", "'{file}' has unknown columns: {columns}");
static MISSING_COLUMN: Rule = rule(Kind::Usage, "E0334", "'{file}'에 열이 빠졌습니다: {columns}", "'{file}' lacks columns: {columns}");
static TWICE: Rule = rule(Kind::Usage, "E0335", "'{file}'에 같은 열이 두 번 있습니다: {columns}", "'{file}' has a column twice: {columns}");
static MALFORMED: Rule =
    rule(Kind::Usage, "E0336", "'{file}' {line}행을 읽을 수 없습니다: {why}", "'{file}' line {line} cannot be read: {why}");
static FOLDER: Rule = rule(Kind::Usage, "E0337", "'{file}'{file:~은/는} 파일이 아니라 폴더입니다", "'{file}' is a folder, not a file");
static UTF_16: Rule = rule(Kind::Usage, "E0338", "'{file}'{file:~은/는} UTF-16 파일입니다", "'{file}' is in UTF-16");
static NOT_TEXT: Rule = rule(
    Kind::Usage,
    "E0339",
    "'{file}'{file:~은/는} UTF-8이나 CP949로 된 글 파일이 아닙니다",
    "'{file}' is not a text file in UTF-8 or CP949",
);
static TOO_BIG: Rule =
    rule(Kind::Usage, "E0345", "'{file}'{file:~은/는} 너무 큽니다. 읽지 않았습니다", "'{file}' is too big; it was not read");
static NO_WORKBOOK: Rule =
    rule(Kind::Usage, "E0346", "'{file}'{file:~을/를} 엑셀 파일로 읽을 수 없습니다: {why}", "'{file}' cannot be read as a workbook: {why}");
static OLD_WORKBOOK: Rule = rule(
    Kind::Usage,
    "E0347",
    "'{file}'{file:~은/는} 암호가 걸렸거나 옛 형식(.xls)입니다",
    "'{file}' has a password or is of the old kind (.xls)",
);
const AS_XLSX: Text = text("암호 없이 .xlsx 로 저장하십시오", "save it as .xlsx without a password");
const AS_LINES: Text = text("JSON lines(.jsonl)나 CSV로 저장하십시오", "save it as JSON lines (.jsonl) or CSV");
const IN_PARTS: Text = text("여러 파일로 나누거나 CSV로 저장하십시오", "divide it into several files, or save it as CSV");
/// A row is no longer than this, in bytes: a quotation mark that is never closed would make one
/// row of all that follows.
const ROW_BYTES: u64 = 8 << 20;
/// JSON, which is held whole, is no longer than this, in bytes.
const JSON_BYTES: u64 = 32 << 20;
const SAVE_AS: Text = text("엑셀에서 'CSV UTF-8'로 저장하십시오", "save it as 'CSV UTF-8' in the spreadsheet program");
const NO_SCALAR: Text = text("{column}: 값 하나여야 합니다", "{column}: one value is needed");
const FIELDS: Text = text("칸이 {here}개입니다(머리글은 {header}개)", "{here:field/fields}, the header has {header}");
const NOT_JSON: Text = text("JSON 이 아닙니다({column}번째 글자에서)", "not JSON (at column {column})");
const CUT_SHORT: Text = text("JSON 이 중간에 끝났습니다", "the JSON ends too early");
const NO_OBJECT: Text = text("열 이름과 값의 묶음 { }이 아닙니다", "not an object");
const NO_ITEMS: Text = text("items 목록이 없습니다", "neither an array nor an object with items");
const RAW: Text = text("읽을 수 없는 내용({raw})", "{raw}");
const COLUMNS_ARE: Text = text("쓸 수 있는 열: {columns}", "known columns: {columns}");

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
    Csv { reader: csv::Reader<PlainEnds>, record: csv::StringRecord, places: Vec<usize> },
    Lines { reader: Box<dyn BufRead>, line: usize },
    Items { items: std::vec::IntoIter<Json>, line: usize },
    Grid { rows: std::vec::IntoIter<GridRow>, places: Vec<usize> },
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
            let mut rows = workbook::rows(opened).map_err(unread)?.into_iter();
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
                    compose_into(line.cells[*place].get_or_insert_default(), plain(cell));
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
                for (at, place) in places.iter().enumerate() {
                    line.cells[*place] = Some(row.get(at).map(|cell| composed(cell)).unwrap_or_default());
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
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(plain_ends(decoded, ROW_BYTES));
    let header = reader.headers().map_err(|error| malformed_csv(name, &error))?.clone();
    let places = places(header.iter(), columns, required, (name, shown))?;
    Ok(Source::Csv { reader, record: csv::StringRecord::new(), places })
}

/// Which column each heading names.
fn places<'h>(
    header: impl Iterator<Item = &'h str> + Clone,
    columns: &[Column],
    required: &[&str],
    (name, shown): (&str, Shown),
) -> Result<Vec<usize>> {
    let place = |heading: &str| {
        let heading = composed(heading.trim());
        // The label of one column may be the key of another, which goes first; what people
        // write besides comes last.
        let named = columns.iter().position(|column| column.key == heading.as_str());
        let labelled = named.or_else(|| columns.iter().position(|column| column.is_labelled(&heading)));
        labelled.or_else(|| columns.iter().position(|column| column.is_called(&heading)))
    };
    let known = || COLUMNS_ARE.with("columns", Sentence::listed(columns.iter().map(|column| worded(&column.key, column.label)).collect()));
    let places: Vec<Option<usize>> = header.clone().map(place).collect();
    let unknown: Vec<String> = header
        .zip(&places)
        .filter(|(_, place)| place.is_none())
        .map(|(heading, _)| shown("", heading).chars().take(40).collect())
        .collect();
    if !unknown.is_empty() {
        return Err(UNKNOWN_COLUMN.with("file", name).with("columns", unknown.join(", ")).way_out(known()).into());
    }
    let places: Vec<usize> = places.into_iter().flatten().collect();
    let doubled: Vec<&str> = places
        .iter()
        .enumerate()
        .filter(|(at, place)| places[..*at].contains(place))
        .map(|(_, place)| columns[*place].key.as_ref())
        .collect();
    if !doubled.is_empty() {
        return Err(TWICE.with("file", name).with("columns", doubled.join(", ")).into());
    }
    let is_there = |key: &str| places.iter().any(|place| columns[*place].key == key);
    let lacking = required.iter().filter(|keys| !keys.split('|').any(is_there));
    let called = |key: &str| worded(key, columns.iter().find(|column| column.key == key).and_then(|column| column.label));
    let missing: Vec<Sentence> = lacking.filter_map(|keys| keys.split('|').next()).map(called).collect();
    if !missing.is_empty() {
        return Err(MISSING_COLUMN.with("file", name).with("columns", Sentence::listed(missing)).way_out(known()).into());
    }
    Ok(places)
}

/// The text of a file in UTF-8 or CP949, or of stdin for `-`.
///
/// # Errors
/// A file that cannot be read.
pub fn read_text(file: &Path) -> Result<String> {
    let name = file.display().to_string();
    let no_file = |why: std::io::Error| NO_FILE.with("file", &name).with("why", system::io(&why));
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().take(TEXT_BYTES).read_to_end(&mut bytes).map_err(no_file)?;
    } else {
        File::open(file).and_then(|file| file.take(TEXT_BYTES).read_to_end(&mut bytes)).map_err(no_file)?;
    }
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => Some(text.trim_start_matches('\u{FEFF}').to_owned()),
        Err(_) => encoding_rs::EUC_KR.decode_without_bom_handling_and_without_replacement(&bytes).map(std::borrow::Cow::into_owned),
    };
    text.ok_or_else(|| NOT_TEXT.with("file", &name).into())
}

/// A cell as it was meant: without the apostrophe that makes a formula inert.
fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULAS) => rest,
        _ => cell,
    }
}

fn items(mut decoded: Box<dyn Read>, name: &str) -> Result<Vec<Json>> {
    let mut text = String::new();
    decoded
        .by_ref()
        .take(JSON_BYTES)
        .read_to_string(&mut text)
        .map_err(|error| NO_FILE.with("file", name).with("why", system::io(&error)))?;
    if text.len() as u64 == JSON_BYTES {
        return Err(TOO_BIG.with("file", name).way_out(AS_LINES).into());
    }
    let json: Json = serde_json::from_str(&text).map_err(|error| malformed(name, error.line(), not_json(&error)))?;
    match json {
        Json::Array(items) => Ok(items),
        Json::Object(mut envelope) => match envelope.remove("items") {
            Some(Json::Array(items)) => Ok(items),
            _ => Err(malformed(name, 1, NO_ITEMS).into()),
        },
        _ => Err(malformed(name, 1, NO_ITEMS).into()),
    }
}

fn fill(columns: &[String], item: &Json, line: &mut Line, (name, shown): (&str, Shown)) -> Result<(), Refusal> {
    let Json::Object(item) = item else {
        line.wrong = Some(NO_OBJECT.say());
        return Ok(());
    };
    for (key, value) in item {
        let Some(at) = columns.iter().position(|column| column == key) else {
            // What this program nests under a record comes back with the record's own import.
            if value.is_array() || value.is_object() {
                continue;
            }
            return Err(UNKNOWN_COLUMN
                .with("file", name)
                .with("columns", shown("", key))
                .way_out(COLUMNS_ARE.with("columns", columns.join(","))));
        };
        line.cells[at] = Some(match value {
            Json::Null => String::new(),
            Json::String(text) => composed(text),
            Json::Array(_) | Json::Object(_) => {
                line.wrong = Some(NO_SCALAR.with("column", key));
                return Ok(());
            }
            other => other.to_string(),
        });
    }
    Ok(())
}

/// Why a workbook was not read.
fn unread(name: &str, why: Unread) -> Refusal {
    match why {
        Unread::Io(error) => NO_FILE.with("file", name).with("why", system::io(&error)),
        Unread::TooBig => TOO_BIG.with("file", name).way_out(IN_PARTS),
        Unread::Broken(said) => NO_WORKBOOK.with("file", name).with("why", RAW.with("raw", said)).way_out(SAVE_AS),
        Unread::Old => OLD_WORKBOOK.with("file", name).way_out(AS_XLSX),
    }
}

fn not_json(error: &serde_json::Error) -> Sentence {
    if error.is_eof() { CUT_SHORT.say() } else { NOT_JSON.with("column", error.column()) }
}

fn malformed(name: &str, line: usize, why: impl Into<Arg>) -> Refusal {
    MALFORMED.with("file", name).with("line", line).with("why", why)
}

fn malformed_csv(name: &str, error: &csv::Error) -> Refusal {
    let line = error.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
    match error.kind() {
        csv::ErrorKind::Io(io) if io.kind() == std::io::ErrorKind::FileTooLarge => TOO_BIG.with("file", name).way_out(IN_PARTS),
        csv::ErrorKind::Io(io) => NO_FILE.with("file", name).with("why", system::io(io)),
        _ => malformed(name, line, RAW.with("raw", error.to_string())),
    }
}
