//! How a row becomes a score, or a row of a rater's sheet the scores of all criteria, each under its
//! own heading.

use std::collections::HashMap;

use anyhow::Result;

use super::{Into, NOTHING, entry_of, is_heading, outcome, score_columns};
use crate::evaluate::store::{COMPONENTS, CRITERIA, ENTRIES, Named, RATERS, Round, Score};
use crate::evaluate::{raters, rules, store};
use crate::import::{Importer, Outcome, Row};
use crate::report::{Column, Kind as Holds, points};
use crate::session::Change;
use crate::typed;
use crate::words::{Sentence, Text, text};

const NOT_THERE: Text = text("{code}에 없는 {what}입니다", "{code} has no such {what}");
const BLANK_HERE: Text = text("심사위원이 매기지 않는 구성 요소에는 비워 둡니다", "is blank for a component that no rater scores");
const NO_CRITERION: Text = text("{code}의 항목이 아닙니다. 항목은 {known}입니다", "{code} has no such criterion, but {known}");

/// A rater's cell as an error may repeat it.
pub(super) fn rater_shown(key: &str, value: &str) -> String {
    let may_be_a_name = key == "rater" || (key.is_empty() && !is_heading(value));
    if may_be_a_name { rules::rater_shown(value) } else { value.to_owned() }
}

/// What scores name, read once so that a file of any length asks for nothing twice.
struct Known {
    round: Round,
    entries: HashMap<String, Named>,
    criteria: HashMap<String, Named>,
    raters: HashMap<String, Option<Named>>,
}

pub(super) struct Scores {
    into: Into,
    /// The criteria that a sheet may have as headings.
    headings: Vec<String>,
    known: Option<Known>,
}

impl Scores {
    /// The scores of a round with these criteria.
    pub(super) fn new(into: Into, criteria: &[String]) -> Self {
        let own = score_columns();
        let is_free = |name: &&String| !own.iter().any(|column| column.is_called(name));
        Self { into, headings: criteria.iter().filter(is_free).cloned().collect(), known: None }
    }

    fn known(&mut self, change: &Change) -> Result<&mut Known> {
        if self.known.is_none() {
            let round = self.into.round(change)?.clone();
            let by_name = |sort| -> Result<HashMap<String, Named>> {
                Ok(store::all(change, round.id, sort)?.into_iter().map(|named| (named.name.clone(), named)).collect())
            };
            let raters = by_name(RATERS)?.into_iter().map(|(code, rater)| (code, Some(rater))).collect();
            let (entries, criteria) = (by_name(ENTRIES)?, by_name(CRITERIA)?);
            self.known = Some(Known { round, entries, criteria, raters });
        }
        self.known.as_mut().ok_or_else(|| anyhow::anyhow!("nothing known"))
    }
}

impl Known {
    /// The entry and the rater of a row and the criterion of a score in it; what is not there is noted.
    fn of(&mut self, change: &Change, row: &Row, criterion: Option<String>) -> Result<Option<[&Named; 3]>> {
        let [entry, rater] = ["entry", "rater"].map(|key| row.required(key, typed::title));
        if let Some(rater) = rater.as_ref().filter(|rater| !self.raters.contains_key(*rater)) {
            self.raters.insert(rater.clone(), raters::named(change, self.round.id, rater)?);
        }
        let entry = entry.map(|entry| self.entries.get(&entry));
        let rater = rater.map(|rater| self.raters.get(&rater).and_then(Option::as_ref));
        let criterion = criterion.map(|criterion| self.criteria.get(&criterion));
        let none = |column: &str, said: Sentence| row.wrong(column, said.with("code", &self.round.code));
        if matches!(entry, Some(None)) {
            none("entry", NOT_THERE.with("what", rules::ENTRY));
        }
        if matches!(rater, Some(None)) {
            none("rater", NOT_THERE.with("what", rules::RATER));
        }
        if matches!(criterion, Some(None)) {
            let known = listed(&self.criteria);
            none("criterion", if known.is_empty() { NOT_THERE.with("what", rules::CRITERION) } else { NO_CRITERION.with("known", known) });
        }
        let (Some(entry), Some(rater), Some(criterion)) = (entry.flatten(), rater.flatten(), criterion.flatten()) else { return Ok(None) };
        Ok(Some([entry, rater, criterion]))
    }
}

impl Importer for Scores {
    fn columns(&self) -> Vec<Column> {
        score_columns().into_iter().chain(self.headings.iter().map(|name| Column::named(name, Holds::Points))).collect()
    }

    fn required(&self) -> &'static [&'static str] {
        &["entry", "rater"]
    }

    fn shown(&self) -> fn(&str, &str) -> String {
        rater_shown
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        if let Some(component) = row.named("component", |name| store::named(change, self.into.round(change)?, COMPONENTS, name))? {
            return self.own_score(change, row, &component);
        }
        let scored: Vec<String> = self.headings.iter().filter(|name| row.given(name).is_some()).cloned().collect();
        let is_sheet = !row.has("criterion") && self.headings.iter().any(|name| row.has(name));
        if !is_sheet {
            let criterion = row.required("criterion", typed::title);
            return self.score(change, row, "points", criterion);
        }
        // A sheet has no column of criteria; what a rater left blank in it was not scored.
        if scored.is_empty() {
            return Ok(Outcome::Blank);
        }
        let each = scored.into_iter().map(|name| self.score(change, row, &name.clone(), Some(name)));
        Ok(together(each.collect::<Result<_>>()?))
    }
}

/// What became of the scores of one row.
fn together(each: Vec<Outcome>) -> Outcome {
    let changed: Vec<String> =
        each.iter().filter_map(|one| if let Outcome::Changed(code, what) = one { Some(format!("{code}: {what}")) } else { None }).collect();
    let is_new = each.iter().any(|one| matches!(one, Outcome::New(_)));
    let of = each.into_iter().find_map(|one| match one {
        Outcome::New(code) | Outcome::Changed(code, _) | Outcome::Same(code) if !code.is_empty() => Some(code),
        _ => None,
    });
    // The entry and the rater, without the criterion.
    let Some(of) = of.map(|of| of.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ")) else { return NOTHING };
    match changed.is_empty() {
        false => Outcome::Changed(of, changed.join(", ")),
        true if is_new => Outcome::New(of),
        true => Outcome::Same(of),
    }
}

impl Scores {
    /// What an entry has in a component that no rater scores.
    fn own_score(&mut self, change: &Change, row: &Row, component: &Named) -> Result<Outcome> {
        let entry = entry_of(change, row, &mut self.into)?;
        let given = row.required("points", typed::points);
        row.noted("component", rules::takes_own_score(&component.name, &component.kind));
        for blank in ["rater", "criterion"].into_iter().filter(|key| row.given(key).is_some()) {
            row.wrong(blank, BLANK_HERE.say());
        }
        row.noted("points", given.map_or(Ok(()), |given| rules::within(&component.name, given, component.max)));
        let (Some(entry), Some(given), false) = (entry, given, row.is_wrong()) else { return Ok(NOTHING) };
        let place = format!("{} {}", entry.name, component.name);
        row.once("entry", &format!(" {place}"));
        let of = [("entry_id", entry.id), ("component_id", component.id)];
        let kept = store::score(change, &Score { table: "component_score", of: &of, points: given, on: self.into.on })?;
        Ok(outcome(&place, kept, |was| format!("{} → {}", was.map(points).unwrap_or_default(), points(given))))
    }

    /// One score of a row: the points under `key`.
    fn score(&mut self, change: &Change, row: &Row, key: &str, criterion: Option<String>) -> Result<Outcome> {
        let given = row.required(key, typed::points);
        let on = self.into.on;
        let known = self.known(change)?;
        let round = known.round.id;
        let Some([entry, rater, criterion]) = known.of(change, row, criterion)? else { return Ok(NOTHING) };
        let place = [entry, rater, criterion].map(|named| named.name.as_str()).join(" ");
        row.once("entry", &place);
        if let Some(given) = given
            && let Err(refusal) = rules::within(&criterion.name, given, criterion.max)
        {
            row.refused(key, &refusal);
        }
        let (Some(given), false) = (given, row.is_wrong()) else { return Ok(NOTHING) };
        let of = [("round_id", round), ("entry_id", entry.id), ("rater_id", rater.id), ("criterion_id", criterion.id)];
        let kept = store::score(change, &Score { table: "eval_score", of: &of, points: given, on })?;
        Ok(outcome(&place, kept, |was| format!("{} → {}", was.map(points).unwrap_or_default(), points(given))))
    }
}

/// The names of criteria, in the order they were set.
fn listed(criteria: &HashMap<String, Named>) -> String {
    let mut criteria: Vec<&Named> = criteria.values().collect();
    criteria.sort_by_key(|named| named.id);
    criteria.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
}
