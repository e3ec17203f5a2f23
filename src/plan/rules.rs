//! What may happen to a plan: actions stand in an area of their year, are closed once and
//! opened again, are shown by records that were there; a plan is adopted when it says
//! something, and its revisions go forward in time.

mod refusals;

use chrono::NaiveDate;

use self::refusals::{
    ADOPTED_LATER, ADOPTED_TWICE, AREA_IN_USE, AREA_LATER, AREA_NEEDED, AREA_THERE, BEFORE_PLANNED, LINKED, NO_ADOPTION, NO_AREA,
    NO_EVIDENCE, NO_KIND, NO_TEMPLATE, NOT_LINKED, NOT_YET, NOTHING_OPEN, NOTHING_TO_ADOPT, OUT_OF_ORDER, SUCCEEDED, VOIDED, YEAR_OVER,
};
use super::{ACTS, Act};
use crate::refusal::{KNOWN, Refusal};
use crate::sequence::put_in;
use crate::words::label_of;

/// An area of a year's plan, as far as rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its id.
    pub id: i64,
    /// The year of the plan.
    pub year: i32,
    /// Its number.
    pub seq: i64,
    /// Its name.
    pub name: String,
    /// Since when it is planned.
    pub set_on: NaiveDate,
}

/// The area among those of a year that was typed, by number or by name.
///
/// # Errors
/// None of them.
pub fn area<'a>(areas: &'a [Area], year: i32, typed: &str) -> Result<&'a Area, Refusal> {
    let number: Option<i64> = typed.trim().parse().ok();
    let found = areas.iter().find(|area| number == Some(area.seq)).or_else(|| areas.iter().find(|area| area.name == typed.trim()));
    found.ok_or_else(|| {
        let refusal = NO_AREA.with("year", i64::from(year)).with("area", typed);
        refusal.way_out(format!("proadmin plan coverage {year}")).way_out(format!("proadmin plan area NAME --year {year}"))
    })
}

/// Whether two headings are the same but for spaces.
pub fn same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    letters(one) == letters(other)
}

/// A name stands in a plan once.
///
/// # Errors
/// An area of another number has it.
pub fn new_name(areas: &[Area], year: i32, name: &str, no: Option<i64>) -> Result<(), Refusal> {
    match areas.iter().find(|area| same_name(&area.name, name) && Some(area.seq) != no) {
        Some(there) => {
            let refusal = AREA_THERE.with("year", i64::from(year)).with("no", there.seq).with("name", name);
            Err(refusal.way_out(format!("proadmin plan area NAME --year {year} --no {}", there.seq)))
        }
        None => Ok(()),
    }
}

/// An area is voided only while no action stands in it.
///
/// # Errors
/// Actions do.
pub fn area_unused(area: &Area, actions: i64) -> Result<(), Refusal> {
    if actions == 0 {
        return Ok(());
    }
    let refusal = AREA_IN_USE.with("year", i64::from(area.year)).with("no", area.seq).with("count", actions);
    Err(refusal.way_out("proadmin plan edit CODE --area NO"))
}

/// An action stands in an area that was set by then.
///
/// # Errors
/// It was set later.
pub fn in_area(area: &Area, planned_on: NaiveDate) -> Result<(), Refusal> {
    if planned_on >= area.set_on {
        return Ok(());
    }
    let refusal = AREA_LATER.with("year", i64::from(area.year)).with("no", area.seq).with("set", area.set_on);
    Err(refusal.with("on", planned_on).way_out(format!("--planned-on {}", area.set_on)))
}

/// What is needed to set areas: a name or a template.
pub fn area_needed(year: i32) -> Refusal {
    AREA_NEEDED.met().way_out(format!("proadmin plan area NAME --year {year}")).way_out("proadmin plan templates")
}

/// The refusal of a template that is not there.
pub fn no_template(template: &str) -> Refusal {
    NO_TEMPLATE.with("template", template).way_out("proadmin plan templates")
}

/// The refusal of a kind that no record has.
pub fn no_kind(kind: &str, known: &str) -> Refusal {
    NO_KIND.with("kind", kind).seen(KNOWN, known).way_out("proadmin plan kinds")
}

/// The last adoption of a plan: its revision and its day.
pub type Adopted = Option<(i64, NaiveDate)>;

/// The revision that an adoption makes: the first, or one more than the last.
///
/// # Errors
/// The plan says nothing, or was adopted later than that day.
pub fn adopt(year: i32, actions: i64, last: Adopted, on: NaiveDate) -> Result<i64, Refusal> {
    if actions == 0 {
        let refusal = NOTHING_TO_ADOPT.with("year", i64::from(year));
        return Err(refusal.way_out(format!("proadmin plan action TITLE --year {year} --area NO --dept DEPT")));
    }
    match last {
        Some((revision, last)) if on < last => {
            let refusal = ADOPTED_LATER.with("year", i64::from(year)).with("last", last).with("revision", revision).with("on", on);
            Err(refusal.way_out(format!("proadmin plan unadopt {year} --reason …")))
        }
        _ => Ok(last.map_or(1, |(revision, _)| revision + 1)),
    }
}

/// An adoption is recorded once: another of the same plan by the same body on the same day has
/// another document.
///
/// # Errors
/// It is there, as this revision.
pub fn adopted_anew(year: i32, on: NaiveDate, body: &str, same: Option<i64>) -> Result<(), Refusal> {
    let Some(revision) = same else { return Ok(()) };
    let refusal = ADOPTED_TWICE.with("year", i64::from(year)).with("on", on).with("body", body).with("revision", revision);
    Err(refusal.way_out(format!("proadmin plan report {year}")).way_out(format!("proadmin plan unadopt {year} --reason …")))
}

/// The refusal to take back an adoption that there was not.
pub fn never_adopted(year: i32) -> Refusal {
    NO_ADOPTION.with("year", i64::from(year)).way_out(format!("proadmin plan adopt {year} --body BODY"))
}

/// An action's acts in the order of their days, those of one day in the order they were recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The action's code.
    pub code: String,
    /// Since when it is planned.
    pub planned_on: NaiveDate,
    /// Whether it was voided.
    pub is_void: bool,
    /// The acts.
    pub acts: Vec<(NaiveDate, Act)>,
}

impl History {
    /// Whether an act can have happened on a day, put in after the acts of that day: an open
    /// action is closed, a closed one is opened again, and what follows still fits.
    ///
    /// # Errors
    /// The action is void or was not planned yet, or the sequence could not have happened.
    pub fn with(&self, on: NaiveDate, act: Act) -> Result<Self, Refusal> {
        not_void(&self.code, self.is_void)?;
        not_before(&self.code, self.planned_on, on)?;
        let mut with = self.clone();
        put_in(&mut with.acts, (on, act), |(day, _)| *day);
        with.judge()?;
        Ok(with)
    }

    /// Judges the whole sequence: an open action is closed, a closed one is opened again.
    ///
    /// # Errors
    /// The first act that could not have happened when it is said to have.
    pub fn judge(&self) -> Result<(), Refusal> {
        let mut last = "planned";
        for (day, act) in &self.acts {
            let is_open = matches!(last, "planned" | "reopened");
            if is_open == (*act == Act::Reopened) {
                let refusal = OUT_OF_ORDER.with("code", &self.code).with("on", *day).with("act", label_of(ACTS, act.code()));
                let way = if is_open {
                    format!("proadmin plan show {}", self.code)
                } else {
                    format!("proadmin plan reopen {} --reason …", self.code)
                };
                return Err(refusal.with("last", label_of(ACTS, last)).way_out(way));
            }
            last = act.code();
        }
        Ok(())
    }

    /// Whether it is open after all its acts.
    pub fn is_open(&self) -> bool {
        self.acts.last().is_none_or(|(_, act)| *act == Act::Reopened)
    }
}

/// Nothing happens to a void action.
///
/// # Errors
/// It is void.
pub fn not_void(code: &str, is_void: bool) -> Result<(), Refusal> {
    if is_void { Err(VOIDED.with("code", code).way_out("proadmin plan list --all")) } else { Ok(()) }
}

/// Nothing happens to an action before it was planned.
///
/// # Errors
/// It did.
pub fn not_before(code: &str, planned: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if on >= planned {
        return Ok(());
    }
    Err(BEFORE_PLANNED.with("code", code).with("on", on).with("planned", planned).way_out(format!("--on {planned}")))
}

/// An action that goes on as another is not opened again beside it.
///
/// # Errors
/// It does.
pub fn not_succeeded(code: &str, successor: Option<&str>) -> Result<(), Refusal> {
    let Some(successor) = successor else { return Ok(()) };
    Err(SUCCEEDED.with("code", code).with("successor", successor).way_out(format!("proadmin plan void {successor} --reason …")))
}

/// A record that is to show what came of an action.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Its kind.
    pub kind: &'a str,
    /// Its code.
    pub code: &'a str,
    /// The day it began.
    pub began: NaiveDate,
}

/// Whether a record may be linked to an action on a day.
///
/// # Errors
/// It is an action, is linked already, or began later.
pub fn link(code: &str, shown: Shown, linked: bool, on: NaiveDate) -> Result<(), Refusal> {
    let Shown { kind, code: record, began } = shown;
    if kind == "plan" {
        return Err(NO_EVIDENCE.with("record", record).way_out(format!("proadmin plan show {record}")));
    }
    if linked {
        return Err(LINKED.with("record", record).with("code", code).way_out(format!("proadmin plan show {code}")));
    }
    if on < began {
        return Err(NOT_YET.with("record", record).with("began", began).with("on", on).way_out(format!("--on {began}")));
    }
    Ok(())
}

/// The refusal to take back a link that there was not.
pub fn not_linked(code: &str, record: &str) -> Refusal {
    NOT_LINKED.with("record", record).with("code", code).way_out(format!("proadmin plan show {code}"))
}

/// The year that open actions are carried into: the next one, unless a later one is named.
///
/// # Errors
/// A year that is not later, or nothing to carry.
pub fn carry(year: i32, into: Option<i32>, open: usize) -> Result<i32, Refusal> {
    let into = into.unwrap_or(year + 1);
    if into <= year {
        let refusal = YEAR_OVER.with("year", i64::from(year)).with("into", i64::from(into));
        return Err(refusal.way_out(format!("proadmin plan carry {year} --into {}", year + 1)));
    }
    if open == 0 {
        return Err(NOTHING_OPEN.with("year", i64::from(year)).way_out(format!("proadmin plan list --year {year}")));
    }
    Ok(into)
}

#[cfg(test)]
mod tests;
