//! How a row becomes a score.

use std::collections::HashMap;

use anyhow::Result;

use super::{Into, NOTHING, outcome, score_columns};
use crate::evaluate::store::{CRITERIA, ENTRIES, Named, RATERS, Score};
use crate::evaluate::{raters, rules, store};
use crate::import::{Importer, Outcome, Row};
use crate::report::{Column, points};
use crate::session::Change;
use crate::typed;
use crate::words::{Text, text};

const NOT_THERE: Text = text("{code}에 없는 {what}입니다", "{code} has no such {what}");
const NO_CRITERION: Text = text("{code}의 항목이 아닙니다. 항목은 {known}입니다", "{code} has no such criterion, but {known}");

/// A rater's cell as an error may repeat it.
fn rater_shown(key: &str, value: &str) -> String {
    if key.is_empty() || key == "rater" { rules::rater_shown(value) } else { value.to_owned() }
}

/// What scores name, read once so that a file of any length asks for nothing twice.
struct Known {
    entries: HashMap<String, Named>,
    criteria: HashMap<String, Named>,
    raters: HashMap<String, Option<Named>>,
}

pub(super) struct Scores {
    into: Into,
    known: Option<Known>,
}

impl Scores {
    pub(super) const fn new(into: Into) -> Self {
        Self { into, known: None }
    }

    fn known(&mut self, change: &Change) -> Result<&mut Known> {
        if self.known.is_none() {
            let round = self.into.round(change)?.id;
            let by_name = |sort| -> Result<HashMap<String, Named>> {
                Ok(store::all(change, round, sort)?.into_iter().map(|named| (named.name.clone(), named)).collect())
            };
            let raters = by_name(RATERS)?.into_iter().map(|(code, rater)| (code, Some(rater))).collect();
            self.known = Some(Known { entries: by_name(ENTRIES)?, criteria: by_name(CRITERIA)?, raters });
        }
        self.known.as_mut().ok_or_else(|| anyhow::anyhow!("nothing known"))
    }

    /// The entry, the rater and the criterion of a row; what is not there is noted.
    fn of(&mut self, change: &Change, row: &Row) -> Result<Option<[Named; 3]>> {
        let typed = [row.required("entry", typed::title), row.required("rater", typed::title), row.required("criterion", typed::title)];
        let round = self.into.round(change)?.clone();
        let known = self.known(change)?;
        let [entry, rater, criterion] = typed;
        let entry = entry.map(|entry| known.entries.get(&entry).cloned());
        let criterion = criterion.map(|criterion| known.criteria.get(&criterion).cloned());
        let rater = match rater {
            None => None,
            Some(rater) => {
                if !known.raters.contains_key(&rater) {
                    let found = raters::named(change, round.id, &rater)?;
                    known.raters.insert(rater.clone(), found);
                }
                Some(known.raters.get(&rater).cloned().flatten())
            }
        };
        let names = listed(&known.criteria);
        for (column, what, found) in
            [("entry", rules::ENTRY, &entry), ("rater", rules::RATER, &rater), ("criterion", rules::CRITERION, &criterion)]
        {
            if matches!(found, Some(None)) {
                let said = if column == "criterion" && !names.is_empty() {
                    NO_CRITERION.with("known", names.clone())
                } else {
                    NOT_THERE.with("what", what)
                };
                row.wrong(column, said.with("code", &round.code));
            }
        }
        Ok(match (entry.flatten(), rater.flatten(), criterion.flatten()) {
            (Some(entry), Some(rater), Some(criterion)) => Some([entry, rater, criterion]),
            _ => None,
        })
    }
}

impl Importer for Scores {
    fn columns(&self) -> Vec<Column> {
        score_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["entry", "rater", "criterion", "points"]
    }

    fn shown(&self) -> fn(&str, &str) -> String {
        rater_shown
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let given = row.required("points", typed::points);
        let Some([entry, rater, criterion]) = self.of(change, row)? else { return Ok(NOTHING) };
        let place = format!("{} {} {}", entry.name, rater.name, criterion.name);
        row.once("entry", &place);
        if let Some(given) = given
            && let Err(refusal) = rules::within(&criterion.name, given, criterion.max)
        {
            row.refused("points", &refusal);
        }
        let (Some(given), false) = (given, row.is_wrong()) else { return Ok(NOTHING) };
        let round = self.into.round(change)?.id;
        let of = [("round_id", round), ("entry_id", entry.id), ("rater_id", rater.id), ("criterion_id", criterion.id)];
        let kept = store::score(change, &Score { table: "eval_score", of: &of, points: given, on: self.into.on })?;
        Ok(outcome(&place, kept, |was| format!("{} → {}", was.map(points).unwrap_or_default(), points(given))))
    }
}

/// The names of criteria, in the order they were set.
fn listed(criteria: &HashMap<String, Named>) -> String {
    let mut criteria: Vec<&Named> = criteria.values().collect();
    criteria.sort_by_key(|named| named.id);
    criteria.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
}
