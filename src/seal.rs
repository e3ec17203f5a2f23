//! The seal of an entry: one code that stands for everything recorded up to it. Kept outside the
//! file, in an approval document or on an opinion letter, it makes its holder a witness.

use anyhow::Result;
use rusqlite::{Row, named_params};

use crate::db::{Db, EntryNo};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::seoul;

static NO_TIME: Rule = rule(
    Kind::Integrity,
    "E0815",
    "기록 {entry}의 때 '{at}'{at:~을/를} 읽을 수 없습니다. 기록된 뒤에 바뀐 파일입니다",
    "the time of entry {entry}, '{at}', cannot be read: the file was changed after it was recorded",
);

const PREFIX: &str = "SEAL-";
/// So many digits of the hash, 128 bits, stand in a code: no one finds another file for it.
const DIGITS: usize = 32;

/// A line that stands for all entries up to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The entry's number.
    pub entry: EntryNo,
    /// The day it was made in Seoul, as `YYYYMMDD`.
    pub day: String,
    /// The first digits of its hash.
    pub digits: String,
}

impl Seal {
    /// The seal of an entry: its number, its instant, its hash; none where the instant is none.
    pub fn of(entry: EntryNo, at: &str, hash: &str) -> Option<Self> {
        let day = seoul::shown(at, "%Y%m%d")?;
        Some(Self { entry, day, digits: hash.chars().take(DIGITS).collect() })
    }

    /// Every seal in a text, whatever stands around it.
    pub fn all_in(text: &str) -> Vec<Self> {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        words.filter_map(Self::parse).collect()
    }

    fn parse(word: &str) -> Option<Self> {
        let upper = word.to_ascii_uppercase();
        let mut parts = upper.strip_prefix(PREFIX)?.split('-');
        let (entry, day, digits) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?);
        let well_formed = day.len() == 8 && digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        (well_formed && parts.next().is_none()).then(|| Self { entry, day: day.to_owned(), digits: digits.to_ascii_lowercase() })
    }
}

impl std::fmt::Display for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{PREFIX}{}-{}-{}", self.entry, self.day, self.digits)
    }
}

/// The seal of the last entry, with its whole hash.
///
/// # Errors
/// Whatever SQLite says, or an entry whose time is none: the file was tampered with.
pub fn last(db: &Db) -> Result<Option<(Seal, String)>> {
    let sql = "SELECT seq, at, hash FROM entry ORDER BY seq DESC LIMIT 1";
    db.row(sql, (), read)?.map(|(entry, at, hash)| Ok((seal(entry, &at, &hash)?, hash))).transpose()
}

/// The seal of the entry that recorded a row first: the same whenever it is asked for.
///
/// # Errors
/// Whatever SQLite says, or an entry whose time is none: the file was tampered with.
pub fn of_row(db: &Db, table: &str, id: i64) -> Result<Option<Seal>> {
    let sql = "SELECT e.seq, e.at, e.hash FROM change c JOIN entry e ON e.seq = c.entry
               WHERE c.tbl = :tbl AND c.pk = :id ORDER BY c.entry LIMIT 1";
    let found = db.row(sql, named_params! { ":tbl": table, ":id": id }, read)?;
    found.map(|(entry, at, hash)| Ok(seal(entry, &at, &hash)?)).transpose()
}

fn read(row: &Row<'_>) -> rusqlite::Result<(EntryNo, String, String)> {
    Ok((row.get("seq")?, row.get("at")?, row.get("hash")?))
}

fn seal(entry: EntryNo, at: &str, hash: &str) -> Result<Seal, Refusal> {
    Seal::of(entry, at, hash).ok_or_else(|| NO_TIME.with("entry", entry).with("at", at).way_out("proadmin verify"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn a_seal_is_found_in_whatever_it_was_pasted_into() {
        let seal = Seal::of(12, "2024-10-01T15:00:30.123Z", HASH).unwrap_or_else(|| unreachable!("an instant"));
        assert_eq!(seal.to_string(), "SEAL-12-20241002-0123456789abcdef0123456789abcdef");
        assert_eq!(Seal::all_in(&format!("붙임 1. 봉인({seal}). 끝.\n")), std::slice::from_ref(&seal));
        assert_eq!(Seal::all_in(&seal.to_string().to_lowercase()), [seal]);
    }

    #[test]
    fn what_only_looks_like_a_seal_is_none() {
        for text in [
            "",
            "SEAL-12",
            "SEAL-x-20241002-0123456789abcdef0123456789abcdef",
            "SEAL-12-20241002-0123",
            "SEAL-12-20241002-0123456789abcdef0123456789abcdefg",
        ] {
            assert_eq!(Seal::all_in(text), [], "{text}");
        }
    }
}
