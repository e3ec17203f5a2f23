//! Which record each line of a file is about, so that no second line is about the same one.
//! A long file is remembered in a file of its own, so that its length costs no memory: then a
//! second line is told at the end. The records lie there in piles, one record always in the same
//! pile, and each pile is small enough to be looked through at once.

use std::collections::HashMap;
use std::fs::File;
use std::hash::BuildHasher;
use std::io::{Read, Seek, SeekFrom, Write};

/// So many lines are remembered here before they are written down: few enough to be near.
const HERE: usize = 4_000;
/// Into so many piles.
const PILES: usize = 64;

/// The records of a file, each with the line that was about it.
#[derive(Default)]
pub(super) struct Once {
    here: HashMap<String, Place>,
    piles: Option<Piles>,
}

/// The line that is about a record, and the column that says so.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: &'static str,
}

/// A second line about a record, and the first.
pub(super) struct Twice {
    pub(super) record: String,
    pub(super) again: Place,
    pub(super) first: usize,
}

/// What was written down.
struct Piles {
    file: File,
    /// Of each pile, where its pieces begin and how long they are, the earliest first.
    pieces: Vec<Vec<(u64, usize)>>,
    end: u64,
    /// The columns that say which record a line is about, by which a place is written.
    columns: Vec<&'static str>,
}

impl Once {
    /// The earlier line about the record, as far as it is remembered here; else this is one.
    pub(super) fn before(&mut self, record: &str, place: Place) -> Option<usize> {
        if let Some(known) = self.here.get(record) {
            return Some(known.line).filter(|line| *line != place.line);
        }
        self.here.insert(record.to_owned(), place);
        None
    }

    /// Writes down what is remembered here when it has become much.
    pub(super) fn settle(&mut self) -> std::io::Result<()> {
        if self.here.len() < HERE { Ok(()) } else { self.write_down() }
    }

    fn write_down(&mut self) -> std::io::Result<()> {
        let hasher = self.here.hasher().clone();
        let piles = match &mut self.piles {
            Some(piles) => piles,
            none => none.insert(Piles { file: tempfile::tempfile()?, pieces: vec![Vec::new(); PILES], end: 0, columns: Vec::new() }),
        };
        let mut pieces = vec![Vec::new(); PILES];
        for (record, place) in self.here.drain() {
            let pile = hasher.hash_one(&record) % PILES as u64;
            piles.add(&mut pieces[usize::try_from(pile).unwrap_or_default()], &record, place);
        }
        piles.lay(&pieces)
    }

    /// At the end of a long file, the lines that were about a record of an earlier one.
    pub(super) fn end(&mut self) -> std::io::Result<Vec<Twice>> {
        if self.piles.is_none() {
            return Ok(Vec::new());
        }
        self.write_down()?;
        let mut twice = Vec::new();
        if let Some(mut piles) = self.piles.take() {
            for pile in 0..PILES {
                piles.look_through(pile, &mut twice)?;
            }
        }
        twice.sort_by_key(|twice| twice.again.line);
        Ok(twice)
    }
}

impl Piles {
    /// Adds a record to a piece: the lengths first, so that any text can stand behind them.
    fn add(&mut self, piece: &mut Vec<u8>, record: &str, place: Place) {
        let column = self.columns.iter().position(|column| *column == place.column).unwrap_or_else(|| {
            self.columns.push(place.column);
            self.columns.len() - 1
        });
        for number in [place.line, column, record.len()] {
            piece.extend((number as u64).to_le_bytes());
        }
        piece.extend(record.as_bytes());
    }

    fn lay(&mut self, pieces: &[Vec<u8>]) -> std::io::Result<()> {
        for (known, piece) in self.pieces.iter_mut().zip(pieces) {
            known.push((self.end, piece.len()));
            self.end += piece.len() as u64;
        }
        self.file.write_all(&pieces.concat())
    }

    fn look_through(&mut self, pile: usize, twice: &mut Vec<Twice>) -> std::io::Result<()> {
        let mut bytes = Vec::new();
        for (start, length) in &self.pieces[pile] {
            let before = bytes.len();
            bytes.resize(before + length, 0);
            self.file.seek(SeekFrom::Start(*start))?;
            self.file.read_exact(&mut bytes[before..])?;
        }
        // No record takes less room than its numbers.
        let mut known: HashMap<&[u8], usize> = HashMap::with_capacity(bytes.len() / NUMBERS);
        let mut rest = bytes.as_slice();
        while let Some(([line, column, length], after)) = numbers(rest) {
            let (record, after) = after.split_at(length.min(after.len()));
            let first = *known.entry(record).or_insert(line);
            if first != line {
                let again = Place { line, column: self.columns.get(column).copied().unwrap_or_default() };
                twice.push(Twice { record: String::from_utf8_lossy(record).into_owned(), again, first });
            }
            rest = after;
        }
        Ok(())
    }
}

/// So many bytes have the numbers of a record.
const NUMBERS: usize = 3 * size_of::<u64>();

/// Three numbers, and what stands behind them; none at the end.
fn numbers(bytes: &[u8]) -> Option<([usize; 3], &[u8])> {
    let (first, rest) = bytes.split_first_chunk::<NUMBERS>()?;
    let number = |at: usize| first[at * 8..].first_chunk().map_or(0, |bytes| usize::try_from(u64::from_le_bytes(*bytes)).unwrap_or(0));
    Some(([number(0), number(1), number(2)], rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_line_is_found_however_far_behind_the_first_it_stands() -> std::io::Result<()> {
        let mut once = Once::default();
        let lines = 3 * HERE;
        for line in 2..lines {
            let record = if line == lines - 5 { "과제-2".to_owned() } else { format!("과제-{line}") };
            assert_eq!(once.before(&record, Place { line, column: "code" }), None);
            once.settle()?;
        }
        assert_eq!(once.before("과제-2", Place { line: lines, column: "" }), Some(lines - 5), "near by it is told at once");
        let twice: Vec<_> =
            once.end()?.into_iter().map(|twice| (twice.record, twice.again.line, twice.again.column, twice.first)).collect();
        assert_eq!(twice, [("과제-2".to_owned(), lines - 5, "code", 2)]);
        Ok(())
    }
}
