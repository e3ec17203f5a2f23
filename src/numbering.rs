//! Codes. A kind of record counts its numbers in the file, and the count never goes back, so
//! a code names one record for ever, also after the record was taken back.

use anyhow::Result;
use rusqlite::named_params;

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::session::Change;

static NO_CODE: Rule =
    rule(Kind::Usage, "E0343", "'{code}'{code:~은/는} 번호가 아닙니다(예: {like})", "'{code}' is no code such as {like}");

/// A number given by hand has no more digits: the counter goes past it and never back.
pub const MOST_DIGITS: usize = 6;

/// The year, the number and the code of a new record: those of the code that was given by
/// hand, where it has the shape of one, else the next of `year`. Numbers have at least
/// `digits` digits.
///
/// # Errors
/// Whatever SQLite says.
pub fn code(change: &Change, prefix: &'static str, year: i32, digits: usize, given: Option<&str>) -> Result<(i32, i64, String)> {
    if let Some((code, (year, number))) = given.and_then(|code| Some((code, parts(code, prefix)?))) {
        change.reserve(prefix, year, number);
        return Ok((year, number, code.to_owned()));
    }
    let number = next(change, prefix, year)?;
    let code = given.map_or_else(|| format!("{prefix}-{year}-{number:0digits$}"), str::to_owned);
    Ok((year, number, code))
}

/// The next number of `prefix` in `year` (0 where numbers do not begin again every year).
///
/// # Errors
/// Whatever SQLite says.
pub fn next(change: &Change, prefix: &'static str, year: i32) -> Result<i64> {
    change.write_numbers()?;
    let sql = "INSERT INTO code_counter (prefix, year, last, since_on) VALUES (:prefix, :year, 1, :today)
               ON CONFLICT (prefix, year) DO UPDATE SET last = last + 1 RETURNING last";
    let today = change.today().to_string();
    let next = change.row(sql, named_params! { ":prefix": prefix, ":year": year, ":today": today }, |row| row.get(0))?;
    Ok(next.unwrap_or(1))
}

/// Whether a code that was given by hand is one of `prefix` and `year`.
///
/// # Errors
/// It is not.
pub fn fits(code: &str, prefix: &str, year: i32) -> Result<(), Refusal> {
    match parts(code, prefix) {
        Some((own, _)) if own == year => Ok(()),
        _ => Err(NO_CODE.with("code", code).with("like", format!("{prefix}-{year}-01"))),
    }
}

/// The year and number of a code such as `KT-2024-01`, if it has that shape.
fn parts(code: &str, prefix: &str) -> Option<(i32, i64)> {
    let (year, number) = code.strip_prefix(prefix)?.strip_prefix('-')?.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || number.len() > MOST_DIGITS || !digits(year) || !digits(number) {
        return None;
    }
    Some((year.parse().ok()?, number.parse().ok().filter(|number| *number > 0)?))
}
