//! How a row becomes a reward, with the measure on it chosen, checked and granted; or what an
//! office published: a row with a count of those selected, or with `grade_or_role`. A code names
//! a reward; without a code, its year with all that tells one official from another does.

mod choices;
mod published;

use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::types::Value;

use super::store::{self, Reward};
use super::{KINDS, PUBLISHED, REWARDS, SELECTIONS, judge, rules};
use crate::calendar::import::event;
use crate::evaluate::store as rounds;
use crate::import::agree::{self, Now};
use crate::import::published::count;
use crate::import::{self, Importer, Outcome, Row};
use crate::numbering;
use crate::office::store as office;
use crate::report::{Column, Report, column};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "그해의 우대 목록과 한도, 고르는 규칙, 공개된 선발 인원은 파일에 없습니다",
    "the year's menu and its ceilings, the rules of choosing and the numbers published are not in the file",
);

/// Imports rewards and what was published; `new` registers also what is there already.
///
/// # Errors
/// Every error of the file at once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "reward import", file, &move || Box::new(Rows { new }))
}

struct Rows {
    new: bool,
}

impl Importer for Rows {
    fn columns(&self) -> Vec<Column> {
        let mut columns: Vec<Column> = REWARDS.columns.to_vec();
        let more = [SELECTIONS, PUBLISHED, published::ONLY_IMPORTED].concat();
        columns.extend(more.into_iter().filter(|column| !REWARDS.columns.iter().any(|known| known.key == column.key)));
        let mut once: Vec<Column> = Vec::new();
        for column in columns {
            if !once.iter().any(|known| known.key == column.key) {
                once.push(column);
            }
        }
        once.push(column("note", "비고", "note", crate::report::Kind::Text));
        once
    }

    fn required(&self) -> &'static [&'static str] {
        &["year"]
    }

    fn about(&self, row: &Row) -> Option<String> {
        row.given("code").map(|code| named(&code.to_uppercase(), row))
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        if row.given("grade_or_role").is_some() {
            return published::rule(change, row);
        }
        if ["selected", "submitted", "shortlisted"].iter().any(|key| row.given(key).is_some()) {
            return published::count(change, row);
        }
        let Some(told) = told(change, row)? else { return Ok(nothing()) };
        let known = match &told.code {
            Some(code) => store::known(change, code)?,
            None if self.new => None,
            None => store::like(change, told.year, &told.values)?,
        };
        let (reward, is_new) = match known {
            Some(reward) => (reward, false),
            None => match insert(change, row, &told)? {
                Some(reward) => (reward, true),
                None => return Ok(nothing()),
            },
        };
        taken(change, row, &reward, is_new)
    }
}

fn nothing() -> Outcome {
    Outcome::Same(String::new())
}

/// What a row is about: an official has as many rows as measures, so it is both.
fn named(code: &str, row: &Row) -> String {
    row.given("measure").map_or_else(|| code.to_owned(), |measure| format!("{code}:{}", measure.to_ascii_uppercase()))
}

/// What a row says of an official.
struct Told {
    code: Option<String>,
    year: i32,
    values: Vec<(&'static str, Value)>,
}

fn told(change: &Change, row: &Row) -> Result<Option<Told>> {
    let code = agree::code(row, store::DIGITS);
    let year = row.required("year", typed::year);
    let grade = row.required("grade", typed::title);
    let mut values: Vec<(&'static str, Value)> = Vec::new();
    for key in ["case_title", "position", "stated", "source"] {
        values.extend(row.read(key, typed::title).map(|text| (key, text.into())));
    }
    values.extend(row.read("half", rules::half).map(|half| ("half", half.into())));
    values.extend(row.read("place", count).map(|place| ("place", place.into())));
    values.extend(row.read("share", typed::percent).filter(|share| *share > 0).map(|share| ("share", share.into())));
    values.push(("kind", row.term("kind", KINDS).unwrap_or(KINDS[0].code).to_owned().into()));
    let offered_on = event(change, row, "offered_on");
    whose(change, row, &mut values)?;
    from_round(change, row, &mut values)?;
    let (Some(year), Some(grade), false) = (year, grade, row.is_wrong()) else { return Ok(None) };
    values.push(("grade", grade.into()));
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let on = offered_on.unwrap_or_else(|| change.today().min(first));
    values.push(("offered_on", on.to_string().into()));
    choosing(change, row, year, &mut values)?;
    Ok(if row.is_wrong() { None } else { Some(Told { code, year, values }) })
}

/// Whose official it is: one of the staff, or a name as it was published.
fn whose(change: &Change, row: &Row, values: &mut Vec<(&'static str, Value)>) -> Result<()> {
    let (_, own) = office::office(change)?;
    let org = row.read("org", typed::title).filter(|org| *org != own);
    let department = row.read("department", typed::title);
    let mut department_id = None;
    if let (Some(typed), None) = (&department, &org) {
        department_id = row.found("department", office::department_known(change, typed))?.flatten().map(|found| found.id);
    }
    match (department_id, department) {
        (Some(id), _) => values.push(("department_id", id.into())),
        (None, text) => values.extend(text.map(|text| ("department_text", text.into()))),
    }
    let Some(name) = row.read("staff", typed::title) else {
        values.extend(org.map(|org| ("org", org.into())));
        return Ok(());
    };
    let person = if org.is_none() { office::person_known(change, &name, department_id) } else { Ok(None) };
    values.extend(row.found("staff", person)?.map(|person| match person {
        Some(person) => ("staff_id", person.id.into()),
        None => ("name", name.into()),
    }));
    values.extend(org.map(|org| ("org", org.into())));
    Ok(())
}

/// The round and the entry that an official was selected by.
fn from_round(change: &Change, row: &Row, values: &mut Vec<(&'static str, Value)>) -> Result<()> {
    let Some(code) = row.read("round", typed::title) else { return Ok(()) };
    let found = rounds::find(change, &code).and_then(|round| {
        let entry = row.given("entry").map(|typed| rounds::named(change, &round, rounds::ENTRIES, typed)).transpose()?;
        Ok((round.id, entry.map(|entry| entry.id)))
    });
    if let Some((round, entry)) = row.found("round", found)? {
        values.extend([("round_id", round.into()), ("entry_id", entry.into())]);
    }
    Ok(())
}

/// How many measures an official chooses: as written, else by the rule of the year for one of
/// the staff who chose something or of whom nothing else was published.
fn choosing(change: &Change, row: &Row, year: i32, values: &mut Vec<(&'static str, Value)>) -> Result<()> {
    let is_lead = row.read("is_lead", typed::flag).unwrap_or(false);
    let is_staff = values.iter().any(|(column, _)| *column == "staff_id");
    let rule = store::rule(change, i64::from(year))?;
    let by_rule = if is_lead { rule.lead } else { rule.other };
    let chooses = row.given("measure").is_some() || (is_staff && row.given("stated").is_none());
    let choose = row.read("choose", count).unwrap_or(if chooses { by_rule } else { 0 });
    if choose > 0 && !is_staff {
        row.found("staff", office::person_typed(change, row.given("staff").unwrap_or_default()))?;
    }
    values.extend([("is_lead", i64::from(is_lead).into()), ("choose", choose.into())]);
    Ok(())
}

fn insert(change: &Change, row: &Row, told: &Told) -> Result<Option<Reward>> {
    if let Some(Err(refusal)) = told.code.as_deref().map(|code| numbering::fits(code, store::PREFIX, told.year)) {
        row.refused("code", &refusal);
        return Ok(None);
    }
    let code = store::insert(change, told.year, told.code.as_deref(), told.values.clone())?;
    Ok(Some(store::find(change, &code)?))
}

/// What a row came to: its reward, and the measure on it.
fn taken(change: &Change, row: &Row, reward: &Reward, is_new: bool) -> Result<Outcome> {
    let code = reward.offer.code.clone();
    rules::not_void(&reward.offer)?;
    let named = named(&code, row);
    if !row.once("code", &named) {
        return Ok(nothing());
    }
    if !is_new {
        let now = Now::of(&REWARDS.record(change, &[&code])?.main, &code);
        let (edit, void) = ("reward edit", "reward void");
        let same = [("case_title", edit), ("position", edit), ("source", edit), ("year", void), ("grade", void)];
        now.agrees(row, &same);
        if row.read("half", rules::half).is_some_and(|half| half.to_string() != now.is("half")) {
            now.agrees(row, &[("half", edit)]);
        }
        now.agrees(row, &[("kind", void), ("place", void), ("share", void), ("stated", void), ("choose", void), ("offered_on", void)]);
    }
    let difference = choices::take(change, row, reward)?;
    row.found("measure", judge::year(change, reward.year))?;
    Ok(match (is_new, difference) {
        (true, _) => Outcome::New(named),
        (false, Some(difference)) => Outcome::Changed(named, difference),
        (false, None) => Outcome::Same(named),
    })
}
