//! How a changed row is told: by the code of its record, with other records by their codes
//! and not by their numbers, and only the fields that differ.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use rusqlite::types::Value;
use serde_json::Value as Json;

use super::store::{self, Changed, Owner, Place, Row};
use crate::db::Db;

/// Names of records, remembered while a log is told.
pub(super) struct Names<'d> {
    db: &'d Db,
    owners: BTreeMap<String, Owner>,
    references: HashMap<String, Vec<(String, String)>>,
    known: HashMap<Place, String>,
}

impl<'d> Names<'d> {
    pub fn new(db: &'d Db) -> Result<Self> {
        Ok(Self { db, owners: store::owners(db)?, references: HashMap::new(), known: HashMap::new() })
    }

    /// The name of the record that a row belongs to.
    pub fn of(&mut self, place: &Place, row: &Row) -> Result<String> {
        match self.owners.get(&place.0).cloned() {
            Some(Owner::Itself(column)) => Ok(row.get(column).map_or_else(|| self::place(place), plain)),
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
            Some(Owner::Itself(column)) => match store::value(self.db, &place.0, column, place.1)? {
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

    /// The fields that differ: name, before, after. Of a new row those that hold something.
    pub fn differences(&mut self, change: &Changed) -> Result<Vec<[Value; 3]>> {
        let table = &change.place.0;
        if !self.references.contains_key(table) {
            self.references.insert(table.clone(), store::references(self.db, table)?);
        }
        let references = self.references.get(table).cloned().unwrap_or_default();
        let mut fields = Vec::new();
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
            let label = format!("{}{field}", self.prefix(table));
            fields.push([label.into(), self.told(before, to)?, self.told(after, to)?]);
        }
        Ok(fields)
    }

    /// Of a row that belongs to a record, its table stands before its fields.
    fn prefix(&self, table: &str) -> String {
        match self.owners.get(table) {
            Some(Owner::Of(..)) => format!("{table}."),
            _ => String::new(),
        }
    }

    fn told(&mut self, value: &Json, to: Option<&str>) -> Result<Value> {
        Ok(match (value, to) {
            (Json::Null, _) => Value::Null,
            (Json::Number(_), Some("private")) => "*".to_owned().into(),
            (Json::Number(id), Some(to)) => self.name(&(to.to_owned(), id.as_i64().unwrap_or_default()))?.into(),
            (value, _) => plain(value).into(),
        })
    }
}

/// A change in a line: `KT-2024-01 percent: 40 → 45`; a record that the command names is
/// not named again.
pub(super) fn line(change: &[Value], command: &str) -> String {
    let text = |at: usize| change.get(at).map(shown).unwrap_or_default();
    let (record, field, before, after) = (text(0), text(1), text(2), text(3));
    let named = record.is_empty() || command.split([' ', ':']).any(|word| word == record);
    let record = if named { String::new() } else { record + " " };
    let arrow = if before.is_empty() { String::new() } else { format!("{before} → ") };
    format!("{record}{field}: {arrow}{after}")
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Null | Value::Blob(_) => String::new(),
    }
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
