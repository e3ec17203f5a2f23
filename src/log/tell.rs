//! How a changed row is told: by the code of its record, with other records by their codes
//! and not by their numbers, and only the fields that differ.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use rusqlite::types::Value;
use serde_json::Value as Json;

use super::store::{self, Changed, Owner, Place, Row};
use crate::db::Db;
use crate::fields::Vocabulary;
use crate::report::{Kind, plain as plain_cell, shown};
use crate::words::Lang;

/// So many characters of a value are told in a table.
const LONGEST: usize = 60;

/// Names of records, remembered while a log is told.
pub(super) struct Names<'d> {
    db: &'d Db,
    words: &'d Vocabulary,
    owners: BTreeMap<String, Owner>,
    references: HashMap<String, Vec<(String, String)>>,
    known: HashMap<Place, String>,
}

impl<'d> Names<'d> {
    pub fn new(db: &'d Db, words: &'d Vocabulary) -> Result<Self> {
        Ok(Self { db, words, owners: store::owners(db)?, references: HashMap::new(), known: HashMap::new() })
    }

    /// The name of the record that a row belongs to.
    pub fn of(&mut self, place: &Place, row: &Row) -> Result<String> {
        match self.owners.get(&place.0).cloned() {
            Some(Owner::Itself(columns)) => {
                let name: Option<Vec<String>> = columns.iter().map(|column| row.get(*column).map(plain)).collect();
                Ok(name.map_or_else(|| self::place(place), |name| name.join(":")))
            }
            Some(Owner::Of(column, table)) => match row.get(&column).and_then(Json::as_i64) {
                Some(id) => self.name(&(table, id)),
                None => Ok(self::place(place)),
            },
            None => Ok(self::place(place)),
        }
    }

    /// The name of the record that a row of the file belongs to.
    fn name(&mut self, place: &Place) -> Result<String> {
        if let Some(known) = self.known.get(place) {
            return Ok(known.clone());
        }
        let name = match self.owners.get(&place.0).cloned() {
            Some(Owner::Itself(columns)) => match store::value(self.db, &place.0, &store::name_of(columns), place.1)? {
                Some(Value::Text(name)) => name,
                _ => self::place(place),
            },
            Some(Owner::Of(column, table)) => match store::value(self.db, &place.0, &column, place.1)? {
                Some(Value::Integer(id)) => self.name(&(table, id))?,
                _ => self::place(place),
            },
            None => self::place(place),
        };
        self.known.insert(place.clone(), name.clone());
        Ok(name)
    }

    /// The fields that differ. Of a new row those that hold something.
    pub fn differences(&mut self, change: &Changed) -> Result<Vec<Difference>> {
        let table = &change.place.0;
        if !self.references.contains_key(table) {
            self.references.insert(table.clone(), store::references(self.db, table)?);
        }
        let references = self.references.get(table).cloned().unwrap_or_default();
        let mut differs = Vec::new();
        let owner = match self.owners.get(table) {
            Some(Owner::Of(column, _)) => column.clone(),
            _ => String::new(),
        };
        for (field, value) in change.row.iter().filter(|(field, _)| *field != "id" && **field != owner) {
            let before = change.before.as_ref().and_then(|row| row.get(field)).unwrap_or(&Json::Null);
            let after = if change.is_gone { &Json::Null } else { value };
            if before == after {
                continue;
            }
            let to = references.iter().find(|(from, _)| from == field).map(|(_, to)| to.as_str());
            let kind = self.words.column(table, field).kind;
            let (before, after) = (self.told(before, to)?, self.told(after, to)?);
            let is_under = matches!(self.owners.get(table), Some(Owner::Of(..)));
            differs.push(Difference { table: table.clone(), field: field.clone(), is_under, kind, before, after });
        }
        Ok(differs)
    }

    /// Which of a record's rows one is, by the rows of the same record that it names: the points
    /// of an entry, a rater and a criterion.
    pub fn among(&mut self, place: &Place, row: &Row) -> Result<Vec<String>> {
        let Some(Owner::Of(own, record)) = self.owners.get(&place.0).cloned() else { return Ok(Vec::new()) };
        let mut among = Vec::new();
        for (column, to) in store::references(self.db, &place.0)?.into_iter().rev() {
            let is_beside = matches!(self.owners.get(&to), Some(Owner::Of(_, of)) if *of == record);
            let Some(id) = row.get(&column).and_then(Json::as_i64).filter(|_| column != own && is_beside) else { continue };
            among.push(store::told_by(self.db, &to, id)?.unwrap_or_else(|| self::place(&(to, id))));
        }
        Ok(among)
    }

    fn told(&mut self, value: &Json, to: Option<&str>) -> Result<Value> {
        Ok(match (value, to) {
            (Json::Null, _) => Value::Null,
            (Json::Number(_), Some("private")) => "*".to_owned().into(),
            (Json::Number(id), Some(to)) => self.name(&(to.to_owned(), id.as_i64().unwrap_or_default()))?.into(),
            (Json::Number(number), None) => number.as_i64().map_or_else(|| plain(value).into(), Value::Integer),
            (value, _) => plain(value).into(),
        })
    }
}

/// A field of a row that differs.
pub(super) struct Difference {
    table: String,
    field: String,
    /// Whether the row belongs to a record and is none itself.
    is_under: bool,
    kind: Kind,
    before: Value,
    after: Value,
}

impl Difference {
    /// The field, as it is stored.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// For programs: the field as it is stored, and what it holds as CSV has it.
    pub fn for_programs(&self) -> [Value; 3] {
        let field = if self.is_under { format!("{}.{}", self.table, self.field) } else { self.field.clone() };
        let told = |value: &Value| if *value == Value::Null { Value::Null } else { plain_cell(value, self.as_recorded()).into() };
        [field.into(), told(&self.before), told(&self.after)]
    }

    /// For people: in their words, each value in a line.
    pub fn for_people(&self, words: &Vocabulary, lang: Lang) -> [Value; 3] {
        let told = |value: &Value| if *value == Value::Null { Value::Null } else { cut(&shown(value, self.kind, lang)).into() };
        [words.name(&self.table, &self.field, self.is_under, lang).into(), told(&self.before), told(&self.after)]
    }

    /// Whether people are told of it: no digests, no documents, and no reason that stands beside
    /// the whole entry already.
    pub fn is_told(&self, words: &Vocabulary, reason: Option<&str>) -> bool {
        let said = |value: &Value| matches!(value, Value::Text(text) if Some(text.as_str()) == reason);
        words.is_told(&self.table, &self.field) && !(self.field.ends_with("reason") && said(&self.after))
    }

    /// Yes and no stay the numbers that they are recorded as.
    const fn as_recorded(&self) -> Kind {
        if matches!(self.kind, Kind::Flag) { Kind::Integer } else { self.kind }
    }
}

/// A change in a line: `KT-2024-01 progress: 40% → 45%`; a record that the command names is
/// not named again.
pub(super) fn line(change: &[Value], command: &str) -> String {
    let text = |at: usize| if let Some(Value::Text(text)) = change.get(at) { text.clone() } else { String::new() };
    let (record, field, before, after) = (text(0), text(1), text(2), text(3));
    let named = record.is_empty() || command.split([' ', ':']).any(|word| word == record);
    let record = if named { String::new() } else { record + " " };
    let arrow = if before.is_empty() { String::new() } else { format!("{before} → ") };
    format!("{record}{field}: {arrow}{after}")
}

/// The beginning of a text in one line.
fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST { line } else { line.chars().take(LONGEST - 1).chain(['…']).collect() }
}

fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn place((table, id): &Place) -> String {
    format!("{table} {id}")
}
