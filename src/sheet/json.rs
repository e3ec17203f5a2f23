//! Rows in JSON: this program's answers as they were written, or a list of objects.

use std::io::Read;

use anyhow::Result;
use serde_json::Value as Json;

use super::refused::{AS_LINES, COLUMNS_ARE, NO_FILE, REMOVE, TOO_BIG, UNKNOWN_COLUMN, malformed, not_json};
use super::{Line, Shown};
use crate::refusal::Refusal;
use crate::words::korean::composed;
use crate::words::{Text, system, text};

/// JSON, which is held whole, is no longer than this, in bytes.
const JSON_BYTES: u64 = 32 << 20;
const NO_SCALAR: Text = text("{column}: 값 하나여야 합니다", "{column}: one value is needed");
const NO_OBJECT: Text = text("열 이름과 값의 묶음 { }이 아닙니다", "not an object");
const NO_ITEMS: Text = text("items 목록이 없습니다", "neither an array nor an object with items");

/// The rows of a file in JSON, which is held whole.
///
/// # Errors
/// It cannot be read, is too long, or is no list of rows.
pub(super) fn items(mut decoded: Box<dyn Read>, name: &str) -> Result<Vec<Json>> {
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

/// Puts an object into the cells of a line.
///
/// # Errors
/// It has what is no column.
pub(super) fn fill(columns: &[String], item: &Json, line: &mut Line, (name, shown): (&str, Shown)) -> Result<(), Refusal> {
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
                .way_out(REMOVE)
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
