//! A cell as text without words: what CSV carries, and what import reads back.

use rusqlite::types::Value;

use super::Kind;
use crate::digest::hex;
use crate::words::points;

/// A cell as text without words: what CSV carries, and what import reads back.
pub(crate) fn plain(value: &Value, kind: Kind) -> String {
    match (value, kind) {
        (Value::Null, _) => String::new(),
        (Value::Integer(hundredths), Kind::Points | Kind::Amount) => points(*hundredths),
        (Value::Integer(flag), Kind::Flag) => (*flag != 0).to_string(),
        (Value::Integer(number), _) => number.to_string(),
        (Value::Real(number), _) => number.to_string(),
        (Value::Text(text), _) => text.clone(),
        (Value::Blob(bytes), _) => hex(bytes),
    }
}
