//! What was kept outside the file bears witness to it: a seal, a document with seals in it, or an
//! earlier copy. Where one does not agree, it is told what that can mean.

use std::path::Path;

use anyhow::Result;

use super::words;
use crate::db::{self, Access, Db, EntryNo, Finding, Shadow};
use crate::refusal::{Kind, Rule, rule};
use crate::report::next;
use crate::seal::Seal;
use crate::seoul;
use crate::sheet;
use crate::words::Sentence;

static NO_SEAL: Rule = rule(
    Kind::Usage,
    "E0801",
    "'{against}'{against:~은/는} 봉인 부호도, 부호가 적힌 문서도, 예전 사본도 아닙니다",
    "'{against}' is no seal, no document with a seal in it, and no earlier copy",
);
/// A document with seals in it is no longer than this.
const LONGEST: u64 = 16 << 20;
/// So many of its documents are told how to print again.
const TOLD: usize = 5;
/// What issued a document, and what prints it again.
const PRINTED: &[(&str, &str)] = &[("consult answer", "consult letter"), ("snapshot take", "snapshot show")];

/// What was kept.
pub(super) struct Kept {
    /// What it says of entries.
    pub witnesses: Vec<Witness>,
    is_document: bool,
}

/// What somebody kept of an entry: the first digits of its hash, and of a seal its day.
pub(super) struct Witness {
    entry: EntryNo,
    day: Option<String>,
    digits: String,
}

impl From<Seal> for Witness {
    fn from(seal: Seal) -> Self {
        Self { entry: seal.entry, day: Some(seal.day), digits: seal.digits }
    }
}

impl Kept {
    /// What `--against` names.
    ///
    /// # Errors
    /// It names nothing that was kept of a file.
    pub(super) fn named(against: &str) -> Result<Self> {
        let witnesses = all_in(against);
        if !witnesses.is_empty() {
            return Ok(Self { witnesses, is_document: false });
        }
        let file = Path::new(against);
        let no_seal = || NO_SEAL.with("against", against).way_out("proadmin seal");
        let size = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).ok_or_else(no_seal)?.len();
        if let Ok(copy) = db::open(file, Access::Read, Shadow::default()) {
            let sql = "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1";
            let witnesses = copy.rows(sql, (), |row| Ok(Witness { entry: row.get(0)?, day: None, digits: row.get(1)? }))?;
            return Ok(Self { witnesses, is_document: false });
        }
        if size > LONGEST {
            return Err(no_seal().into());
        }
        let mut witnesses = Vec::new();
        sheet::each_text(file, |text| witnesses.extend(all_in(text)))?;
        if witnesses.is_empty() { Err(no_seal().into()) } else { Ok(Self { witnesses, is_document: true }) }
    }

    /// That all of it agrees, and, of a document, what that does not say.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub(super) fn agreed(&self, db: &Db) -> Result<(Vec<Sentence>, Vec<Sentence>)> {
        let Some(last) = self.witnesses.last() else { return Ok((Vec::new(), Vec::new())) };
        let code = format!("{} {}", last.entry, last.digits);
        let mut notes = vec![words::SEALED.with("count", self.witnesses.len()).with("code", code)];
        let mut again = Vec::new();
        if self.is_document {
            notes.push(words::ONLY_THE_SEAL.with("entry", last.entry));
            for witness in self.witnesses.iter().rev().take(TOLD) {
                again.extend(witness.printed_by(db)?.map(next));
            }
        }
        Ok((notes, again))
    }
}

impl Witness {
    /// What speaks against the file, if anything does, and what it can mean.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub(super) fn against(&self, db: &Db) -> Result<Option<(Finding, Sentence)>> {
        let Self { entry, day, digits } = self;
        let place = || Finding::at("seal", format!("entry {entry}"));
        let found: Option<(String, String)> =
            db.row("SELECT at, hash FROM entry WHERE seq = ?1", [entry], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some((at, hash)) = found else {
            let last: Option<EntryNo> = db.row("SELECT max(seq) FROM entry", (), |row| row.get(0))?.flatten();
            let means = words::ENDS_BEFORE.with("last", last.unwrap_or_default());
            return Ok(Some((place().instead(digits.to_owned(), None), means)));
        };
        if !hash.starts_with(digits) {
            return Ok(Some((place().instead(digits.to_owned(), hash), words::ANOTHER_ENTRY.say())));
        }
        // The hash holds for the entry's time; a code with another day was written over.
        let is = seoul::shown(&at, "%Y%m%d");
        let another = day.clone().filter(|day| is.as_ref() != Some(day));
        Ok(another.map(|day| (place().instead(day, is), words::ANOTHER_DAY.say())))
    }

    /// The command that prints what the entry issued, as it was known then.
    fn printed_by(&self, db: &Db) -> Result<Option<String>> {
        let command: Option<String> = db.row("SELECT command FROM entry WHERE seq = ?1", [self.entry], |row| row.get(0))?;
        let Some(command) = command else { return Ok(None) };
        let printed = PRINTED.iter().find_map(|(issued, prints)| {
            // A month is frozen under the number of its revision.
            let code = command.strip_prefix(issued)?.split_whitespace().next()?.replace(':', " --revision ");
            Some(format!("proadmin {prints} {code} --known-at {}", self.entry))
        });
        Ok(printed)
    }
}

fn all_in(text: &str) -> Vec<Witness> {
    Seal::all_in(text).into_iter().map(Witness::from).collect()
}
