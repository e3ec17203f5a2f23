//! What a row is compared with: the record as it stands now, and the code that names it.

use crate::import::Row;
use crate::report::{Table, as_csv};
use crate::typed::{self, Expected};
use crate::words::text;

const NO_NUMBER: Expected = Expected(text("번호가 너무 깁니다", "its number is too long"));
/// The longest number in a code that was given by hand.
const DIGITS_MAX: usize = 6;

/// A record as it stands now, as a file would give it.
#[derive(Clone, Debug)]
pub struct Now {
    cells: Vec<(String, String)>,
    code: String,
}

impl Now {
    /// The record of a code, read from its answer.
    pub fn of(record: &Table, code: &str) -> Self {
        Self { cells: as_csv(record), code: code.to_owned() }
    }

    /// One cell of the record of a code, where a row says no other that is computed.
    pub fn only(key: &str, value: String, code: &str) -> Self {
        Self { cells: vec![(key.to_owned(), value)], code: code.to_owned() }
    }

    /// One cell of it; blank where it has none.
    pub fn is(&self, key: &str) -> &str {
        self.cells.iter().find(|(column, _)| column == key).map_or("", |(_, value)| value.as_str())
    }

    /// Notes every cell of `row` that a file cannot change and that is not as it is now, with
    /// the verb that changes it.
    pub fn agrees(&self, row: &Row, computed: &[(&str, &str)]) {
        for (key, verb) in computed {
            row.computed(key, self.is(key), &with_code(verb, &self.code));
        }
    }
}

/// A verb about a record: its code stands before the verb's flags.
fn with_code(verb: &str, code: &str) -> String {
    match verb.split_once(" --") {
        Some((verb, flag)) => format!("{verb} {code} --{flag} …"),
        None => format!("{verb} {code}"),
    }
}

/// The code of a row, its number written with at least so many digits, so that one record has
/// one code however it was typed.
pub fn code(row: &Row, digits: usize) -> Option<String> {
    row.read("code", |typed| canonical(&typed::title(typed)?.to_uppercase(), digits))
}

/// A code, its number written in one way.
///
/// # Errors
/// Its number is too long.
pub fn canonical(code: &str, digits: usize) -> Result<String, Expected> {
    let Some((before, number)) = code.rsplit_once('-').filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit())) else {
        return Ok(code.to_owned());
    };
    let number = number.trim_start_matches('0');
    if number.len() > DIGITS_MAX { Err(NO_NUMBER) } else { Ok(format!("{before}-{number:0>digits$}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        for (typed, digits, code) in [
            ("KT-2024-1", 2, Some("KT-2024-01")),
            ("KT-2024-001", 2, Some("KT-2024-01")),
            ("KT-2024-123", 2, Some("KT-2024-123")),
            ("PC-2024-7", 3, Some("PC-2024-007")),
            ("KT-2024-X", 2, Some("KT-2024-X")),
            ("KT", 2, Some("KT")),
            ("KT-2024-1000000", 2, None),
        ] {
            assert_eq!(canonical(typed, digits).ok().as_deref(), code, "{typed}");
        }
    }
}
