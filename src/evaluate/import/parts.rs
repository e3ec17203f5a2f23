//! How rows become what makes a round's table besides criteria and scores: components, conflicts,
//! bonus points, grades.

use std::collections::HashSet;

use anyhow::Result;
use rusqlite::types::Value;

use super::{Into, NOTHING, RATER, entry_of, outcome, said};
use crate::evaluate::rules::{Share, tracks};
use crate::evaluate::store::{COMPONENTS, GRADES};
use crate::evaluate::{INDICATORS, KINDS, raters, rules, store};
use crate::import::published::count;
use crate::import::{Importer, Outcome, Row};
use crate::report::{Column, Kind as Holds, column};
use crate::session::Change;
use crate::typed;
use crate::words::{Text, text};

const OF_INDICATORS: Text = text("지표가 아닌 구성 요소에는 비워 둡니다", "is blank for a component that is no indicator");
const ONE_SIZE: Text = text("인원과 비율 가운데 하나만 적습니다", "either a number or a share is needed");

fn entry() -> Column {
    column("entry", "번호", "entry", Holds::Code).also(&["후보 번호", "후보"])
}

fn reason() -> Column {
    column("reason", "사유", "reason", Holds::Text)
}

/// The columns of a file of components.
pub fn component_columns() -> Vec<Column> {
    vec![
        column("component", "구성 요소", "component", Holds::Text),
        column("kind", "종류", "kind", Holds::Term(KINDS)),
        column("weight", "가중치(%)", "weight (%)", Holds::Points).also(&["가중치"]),
        column("max", "만점", "max", Holds::Points).also(&["한도"]),
        column("indicator", "지표", "indicator", Holds::Term(INDICATORS)),
        column("unit_points", "단위당 점수", "points a unit", Holds::Points),
        column("unit", "단위", "unit", Holds::Text),
    ]
}

/// The columns of a file of conflicts.
pub fn conflict_columns() -> Vec<Column> {
    vec![entry(), column("rater", "심사위원", "rater", Holds::Code).also(RATER), reason()]
}

/// The columns of a file of bonus points.
pub fn bonus_columns() -> Vec<Column> {
    vec![entry(), column("points", "가점", "points", Holds::Points).also(&["점수"]), reason()]
}

/// The columns of a file of grades.
pub fn grade_columns() -> Vec<Column> {
    vec![
        column("grade", "등급", "grade", Holds::Text),
        column("count", "인원", "number", Holds::Integer).also(&["정원"]),
        column("percent", "비율(%)", "share (%)", Holds::Percent).also(&["비율"]),
    ]
}

pub(super) struct Components(pub(super) Into);

impl Importer for Components {
    fn columns(&self) -> Vec<Column> {
        component_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["component", "weight"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let round = self.0.round(change)?;
        let name = row.required("component", typed::title);
        let weight = row.required("weight", rules::a_maximum);
        let kind = row.term("kind", KINDS);
        let max = row.read("max", rules::a_maximum);
        let Some(name) = name else { return Ok(NOTHING) };
        row.once("component", &name);
        let known = store::known(change, round.id, COMPONENTS, &name)?;
        let was = known.as_ref().map(|known| known.kind.as_str());
        let kind = kind.or(was).unwrap_or("review").to_owned();
        row.noted("kind", rules::same_kind(&round.code, &name, was, &kind));
        if let (Some(known), Some(max)) = (&known, max) {
            let highest = store::highest(change, "component_score", "component_id", known.id)?;
            row.noted("max", rules::maximum(&name, max, highest));
        }
        let counts = if kind == "indicator" { indicator(change, row, round.id, &round.code)? } else { no_indicator(row) };
        let (Some(weight), false) = (weight, row.is_wrong()) else { return Ok(NOTHING) };
        let mut columns = vec![("kind", kind.into()), ("weight", weight.into())];
        columns.extend(max.or(known.is_none().then_some(10_000)).map(|max| ("max", max.into())));
        columns.extend(counts);
        let (_, kept) = store::set(change, round.id, COMPONENTS, &name, ("set_on", self.0.on), columns)?;
        Ok(outcome(&name, kept, |_| said(row, &["kind", "weight", "max", "indicator", "unit_points", "unit"])))
    }
}

type Columns = Vec<(&'static str, Value)>;

/// What an indicator counts.
fn indicator(change: &Change, row: &Row, round: i64, code: &str) -> Result<Columns> {
    row.noted("kind", tracks::takes_indicators(code, &store::track(change, round)?));
    let counts = row.needed("indicator").and_then(|()| row.term("indicator", INDICATORS));
    let points = row.required("unit_points", rules::a_maximum);
    let unit = row.read("unit", typed::title);
    row.needed("max");
    let mut columns = Columns::new();
    columns.extend(counts.map(|counts| ("indicator", counts.to_owned().into())));
    columns.extend(points.map(|points| ("unit_points", points.into())));
    columns.extend(unit.map(|unit| ("unit", unit.into())));
    Ok(columns)
}

fn no_indicator(row: &Row) -> Columns {
    for key in ["indicator", "unit_points", "unit"].into_iter().filter(|key| row.given(key).is_some()) {
        row.wrong(key, OF_INDICATORS.say());
    }
    Columns::new()
}

pub(super) struct Conflicts(pub(super) Into);

impl Importer for Conflicts {
    fn columns(&self) -> Vec<Column> {
        conflict_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["entry", "rater", "reason"]
    }

    fn shown(&self) -> fn(&str, &str) -> String {
        super::scores::rater_shown
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let entry = entry_of(change, row, &mut self.0)?;
        let round = self.0.round(change)?;
        let rater = match row.needed("rater") {
            Some(()) => row.named("rater", |rater| raters::typed(change, round, rater))?,
            None => None,
        };
        let reason = row.required("reason", typed::long_text);
        let (Some(entry), Some(rater), Some(reason), false) = (entry, rater, reason, row.is_wrong()) else { return Ok(NOTHING) };
        let place = format!("{} {}", entry.name, rater.name);
        row.once("entry", &place);
        let kept = store::conflict(change, entry.id, rater.id, self.0.on, &reason)?;
        Ok(outcome(&place, kept, |_| "reason".to_owned()))
    }
}

/// Bonus points have no name of their own: a row is one that is there when another row of the file
/// is not that one already.
pub(super) struct Bonuses {
    into: Into,
    met: HashSet<i64>,
}

impl Bonuses {
    pub(super) fn new(into: Into) -> Self {
        Self { into, met: HashSet::new() }
    }
}

impl Importer for Bonuses {
    fn columns(&self) -> Vec<Column> {
        bonus_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["entry", "points", "reason"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let entry = entry_of(change, row, &mut self.into)?;
        let points = row.required("points", typed::points);
        let reason = row.required("reason", typed::long_text);
        let (Some(entry), Some(points), Some(reason), false) = (entry, points, reason, row.is_wrong()) else { return Ok(NOTHING) };
        let alike = store::bonuses(change, entry.id, points, &reason)?;
        let there = alike.into_iter().find(|id| !self.met.contains(id));
        let id = there.map_or_else(|| store::bonus(change, entry.id, points, &reason, self.into.on.day), Ok)?;
        self.met.insert(id);
        let code = format!("{} #{}", entry.name, self.met.len());
        Ok(if there.is_some() { Outcome::Same(code) } else { Outcome::New(code) })
    }
}

pub(super) struct Grades(pub(super) Into);

impl Importer for Grades {
    fn columns(&self) -> Vec<Column> {
        grade_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["grade", "count|percent"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let round = self.0.round(change)?.id;
        let name = row.required("grade", typed::title);
        let (quota, percent) = (row.read("count", count), row.read("percent", typed::percent));
        let share = match (quota, percent) {
            (Some(count), None) => Some(Share::Count(count)),
            (None, Some(percent)) => Some(Share::Percent(percent)),
            _ if row.is_wrong() => None,
            _ => {
                row.wrong("count", ONE_SIZE.say());
                None
            }
        };
        let (Some(name), Some(share)) = (name, share) else { return Ok(NOTHING) };
        row.once("grade", &name);
        let mut shares = store::shares(change, round, &name)?;
        shares.push(share);
        row.noted("grade", rules::grades(&shares));
        if row.is_wrong() {
            return Ok(NOTHING);
        }
        let columns = vec![("quota", quota.into()), ("percent", percent.into())];
        let (_, kept) = store::set(change, round, GRADES, &name, ("set_on", self.0.on), columns)?;
        Ok(outcome(&name, kept, |_| said(row, &["count", "percent"])))
    }
}
