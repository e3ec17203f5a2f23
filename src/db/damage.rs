//! What errors and cells tell of a file: whether it is damaged, or only the machine in trouble.

use rusqlite::types::{Type, ValueRef};
use rusqlite::{Error, ErrorCode};

/// What the machine or other programs are the cause of.
const OF_THE_MACHINE: [ErrorCode; 9] = [
    ErrorCode::CannotOpen,
    ErrorCode::DatabaseBusy,
    ErrorCode::DatabaseLocked,
    ErrorCode::DiskFull,
    ErrorCode::OperationInterrupted,
    ErrorCode::OutOfMemory,
    ErrorCode::PermissionDenied,
    ErrorCode::ReadOnly,
    ErrorCode::SystemIoFailure,
];

/// Whether an error says something of the machine or of other programs, and nothing of the file.
pub fn is_of_the_machine(error: &Error) -> bool {
    error.sqlite_error_code().is_some_and(|code| OF_THE_MACHINE.contains(&code))
}

/// Whether an error tells that the file is damaged: SQLite says so, or a cell holds what its
/// column cannot hold, which only damage or a change past SQLite brings about.
pub fn is_damage(error: &Error) -> bool {
    match error {
        Error::FromSqlConversionFailure(..) | Error::IntegralValueOutOfRange(..) | Error::Utf8Error(..) => true,
        // Nothing where something is wanted may be a fault of the question.
        Error::InvalidColumnType(_, _, kind) => *kind != Type::Null,
        _ => match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => true,
            // SQLite has no code of its own for a header that it does not know.
            _ => error.to_string().contains("unsupported file format"),
        },
    }
}

/// What went wrong, in SQLite's words, without the statement that was asked.
pub fn said(error: &Error) -> String {
    match error {
        Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    }
}

/// A cell as text, whatever it holds; none of what is neither text nor a number.
pub fn lossy(cell: ValueRef<'_>) -> Option<String> {
    match cell {
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}
