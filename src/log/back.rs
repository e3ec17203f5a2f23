//! How taking back is told, before it is done and after: which record, which field, what it is
//! now and what it will be again.

use anyhow::Result;
use rusqlite::types::Value;

use super::store::{Changed, Row};
use super::tell::{self, Difference, Names};
use crate::db::{Db, Touched};
use crate::fields::Vocabulary;
use crate::words::{Lang, Sentence, Text, text};

/// A row by its record and by what it says.
const ROW: Text = text("{record} {what}({says})", "{record} {what} ({says})");
/// The same of a row that says nothing to a person.
const BARE: Text = text("{record} {what}", "{record} {what}");
/// Fields that say what a row is no better than its record does.
const NO_NAMES: &[&str] = &["code", "year", "seq", "no", "sha256"];
/// So many fields say which row is meant.
const SAID: usize = 2;

/// Tells rows that are taken back.
pub struct Back<'d> {
    names: Names<'d>,
    words: &'d Vocabulary,
    lang: Lang,
}

impl<'d> Back<'d> {
    /// In the words of the office, in one language.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn new(db: &'d Db, words: &'d Vocabulary, lang: Lang) -> Result<Self> {
        Ok(Self { names: Names::new(db, words)?, words, lang })
    }

    /// The record that a row belongs to, by the code or the name that people know.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn record(&mut self, row: &Touched) -> Result<String> {
        self.names.of(&(row.table.clone(), row.id), &known(row)?)
    }

    /// The row by its record alone, where a sentence goes on with something else: what it says
    /// may be long.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn named(&mut self, row: &Touched) -> Result<Sentence> {
        let what = self.words.row(&row.table).map_or_else(|| row.table.clone(), |what| what.in_lang(self.lang).to_owned());
        Ok(BARE.with("record", self.record(row)?).with("what", what))
    }

    /// The row itself: what it is, of which record, and what it says.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn row(&mut self, row: &Touched) -> Result<Sentence> {
        let record = self.record(row)?;
        let what = self.words.row(&row.table).map_or_else(|| row.table.clone(), |what| what.in_lang(self.lang).to_owned());
        let told = Changed { place: (row.table.clone(), row.id), before: None, row: known(row)?, is_gone: false };
        let told = self.names.differences(&told)?;
        let told = told.iter().filter(|difference| difference.is_told(self.words, None) && !NO_NAMES.contains(&difference.field()));
        let says: Vec<String> = told.map(|difference| self.after(difference)).filter(|after| *after != record).take(SAID).collect();
        let said = if says.is_empty() { BARE.say() } else { ROW.with("says", says.join(", ")) };
        Ok(said.with("record", record).with("what", what))
    }

    /// What differs when the row is as it was before: a line a field, for people and for programs.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn differences(&mut self, row: &Touched) -> Result<(Vec<String>, Vec<String>)> {
        let record = self.record(row)?;
        let (Some(now), Some(then)) = (read(row.after.as_deref())?, read(row.before.as_deref())?) else {
            return Ok((Vec::new(), Vec::new()));
        };
        let back = Changed { place: (row.table.clone(), row.id), before: Some(now), row: then, is_gone: false };
        let among = self.names.among(&back.place, &back.row)?;
        let whose = std::iter::once(record.clone()).chain(among).collect::<Vec<_>>().join(" ");
        let line = |record: &str, told: [Value; 3]| tell::line(&[vec![record.to_owned().into()], told.to_vec()].concat(), "");
        let (mut people, mut programs) = (Vec::new(), Vec::new());
        for difference in self.names.differences(&back)? {
            if difference.is_told(self.words, None) {
                people.push(line(&whose, difference.for_people(self.words, self.lang)));
            }
            programs.push(line(&record, difference.for_programs()));
        }
        Ok((people, programs))
    }

    fn after(&self, difference: &Difference) -> String {
        let [_, _, after] = difference.for_people(self.words, self.lang);
        if let Value::Text(after) = after { after } else { String::new() }
    }
}

fn read(row: Option<&str>) -> Result<Option<Row>> {
    Ok(row.map(serde_json::from_str).transpose()?)
}

/// A row as it is, or as it was where it is gone.
fn known(row: &Touched) -> Result<Row> {
    Ok(read(row.after.as_deref().or(row.before.as_deref()))?.unwrap_or_default())
}
