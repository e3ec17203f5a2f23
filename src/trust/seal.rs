//! `seal`: one line that stands for everything recorded so far. Kept outside the file, in an
//! approval document or on an opinion letter, it makes its holder a witness.

use anyhow::Result;
use clap::Args;

use super::words;
use crate::db::{Db, EntryNo};
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::seoul;
use crate::session::{Obey, Session};

static NO_TIME: Rule = rule(
    Kind::Integrity,
    "E0815",
    "기록 {entry}의 때 '{at}'{at:~을/를} 읽을 수 없습니다. 기록된 뒤에 바뀐 파일입니다",
    "the time of entry {entry}, '{at}', cannot be read: the file was changed after it was recorded",
);
const PREFIX: &str = "SEAL-";
/// So many digits of the hash, 128 bits, stand in a code: no one finds another file for it.
const DIGITS: usize = 32;
const COLUMNS: &[Column] = &[
    column("code", "봉인 부호", "seal", Holds::Code),
    column("entry", "기록", "entry", Holds::Integer),
    column("sealed_on", "날짜", "day", Holds::Date),
    column("hash", "해시", "hash", Holds::Code),
];

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
    let found = db.row(sql, (), |row| Ok((row.get::<_, EntryNo>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?;
    let Some((entry, at, hash)) = found else { return Ok(None) };
    let seal = Seal::of(entry, &at, &hash).ok_or_else(|| NO_TIME.with("entry", entry).with("at", &at).way_out("proadmin verify"))?;
    Ok(Some((seal, hash)))
}

/// Makes the line.
#[derive(Args, Debug)]
pub struct MakeSeal {}

impl Obey for MakeSeal {
    fn obey(self, session: &Session) -> Result<Report> {
        let rows = last(session.db()?)?.into_iter().map(|(seal, hash)| {
            let day = format!("{}-{}-{}", &seal.day[..4], &seal.day[4..6], &seal.day[6..]);
            (seal.to_string(), vec![seal.to_string().into(), seal.entry.into(), day.into(), hash.into()])
        });
        let (codes, rows): (Vec<String>, Vec<_>) = rows.unzip();
        let said = words::SEAL.with("code", codes.join(" "));
        let report = Report::record("seal", said, Table::held(COLUMNS.to_vec(), rows));
        Ok(report.note(words::PASTE.say()))
    }
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
