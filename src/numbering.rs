//! Codes. A kind of record counts its numbers in the file, and the count never goes back, so
//! a code names one record for ever, also after the record was taken back.

use anyhow::Result;
use rusqlite::named_params;

use crate::session::Change;

/// The next number of `prefix` in `year` (0 where numbers do not begin again every year).
///
/// # Errors
/// Whatever SQLite says.
pub fn next(change: &Change, prefix: &str, year: i32) -> Result<i64> {
    let sql = "INSERT INTO code_counter (prefix, year, last, since_on) VALUES (:prefix, :year, 1, :today)
               ON CONFLICT (prefix, year) DO UPDATE SET last = last + 1 RETURNING last";
    let today = change.today().to_string();
    let next = change.row(sql, named_params! { ":prefix": prefix, ":year": year, ":today": today }, |row| row.get(0))?;
    Ok(next.unwrap_or(1))
}

/// Remembers that `number` of `prefix` in `year` was given out by hand, as when a year is
/// imported with its codes.
///
/// # Errors
/// Whatever SQLite says.
pub fn reserve(change: &Change, prefix: &str, year: i32, number: i64) -> Result<()> {
    let sql = "INSERT INTO code_counter (prefix, year, last, since_on) VALUES (:prefix, :year, :number, :today)
               ON CONFLICT (prefix, year) DO UPDATE SET last = excluded.last WHERE last < excluded.last";
    let today = change.today().to_string();
    change.execute(sql, named_params! { ":prefix": prefix, ":year": year, ":number": number, ":today": today })?;
    Ok(())
}

/// The year and number of a code such as `KT-2024-01`, if it has that shape.
pub fn parts(code: &str, prefix: &str) -> Option<(i32, i64)> {
    let (year, number) = code.strip_prefix(prefix)?.strip_prefix('-')?.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !digits(year) || !digits(number) {
        return None;
    }
    Some((year.parse().ok()?, number.parse().ok().filter(|number| *number > 0)?))
}
