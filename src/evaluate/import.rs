//! How rows of the files become facts of a round: criteria, entries, raters, and in `scores` what
//! raters gave; in `parts` what else makes the table. A rater's column may hold a person's name;
//! it is matched with the names that are kept, and an error repeats it masked.

mod parts;
mod scores;

pub use parts::{bonus_columns, component_columns, conflict_columns, grade_columns};

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use super::rules::On;
use super::rules::tracks;
use super::store::{COMPONENTS, CRITERIA, ENTRIES, Kept, Named, Round};
use super::{judge, raters, rules, store, words};
use crate::calendar::import::event;
use crate::fields;
use crate::import::{Given, Importer, Outcome, Row};
use crate::office::store as office;
use crate::private::NAMES;
use crate::report::{Column, Kind as Holds, column};
use crate::session::Change;
use crate::sheet::{Line, Sheet};
use crate::task;
use crate::typed::{self, Expected};
use crate::words::korean::masked;
use crate::words::{Text, text};

/// The files of an import; one is needed, and there may be several.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub struct Files {
    /// File of components (component,weight)
    #[arg(long, value_name = "FILE")]
    pub components: Option<PathBuf>,
    /// File of criteria (criterion,max)
    #[arg(long, value_name = "FILE")]
    pub criteria: Option<PathBuf>,
    /// File of entries (entry,title,department)
    #[arg(long, value_name = "FILE")]
    pub entries: Option<PathBuf>,
    /// File of raters (rater)
    #[arg(long, value_name = "FILE")]
    pub raters: Option<PathBuf>,
    /// File of scores (entry,rater,criterion,points, or entry,rater and a column for each criterion)
    #[arg(long, value_name = "FILE")]
    pub scores: Option<PathBuf>,
    /// File of conflicts (entry,rater,reason)
    #[arg(long, value_name = "FILE")]
    pub conflicts: Option<PathBuf>,
    /// File of bonus points (entry,points,reason)
    #[arg(long, value_name = "FILE")]
    pub bonuses: Option<PathBuf>,
    /// File of grades, the highest first (grade, and count or percent)
    #[arg(long, value_name = "FILE")]
    pub grades: Option<PathBuf>,
}

/// The files with what makes facts of their rows, in the order in which they need each other;
/// `known` are the criteria that the round has.
pub fn files(code: &str, on: On, files: &Files, known: &[String]) -> Vec<Given> {
    let into = || Into { code: code.to_owned(), on, round: None };
    let mut given: Vec<Given> = Vec::new();
    given.extend(files.components.clone().map(|file| (file, Box::new(parts::Components(into())) as Box<dyn Importer>)));
    given.extend(files.criteria.clone().map(|file| (file, Box::new(Criteria(into())) as Box<dyn Importer>)));
    given.extend(files.entries.clone().map(|file| (file, Box::new(Entries(into())) as Box<dyn Importer>)));
    given.extend(files.raters.clone().map(|file| (file, Box::new(Raters(into())) as Box<dyn Importer>)));
    given.extend(files.scores.clone().map(|file| (file, Box::new(scores::Scores::new(into(), known)) as Box<dyn Importer>)));
    given.extend(files.conflicts.clone().map(|file| (file, Box::new(parts::Conflicts(into())) as Box<dyn Importer>)));
    given.extend(files.bonuses.clone().map(|file| (file, Box::new(parts::Bonuses::new(into())) as Box<dyn Importer>)));
    given.extend(files.grades.clone().map(|file| (file, Box::new(parts::Grades(into())) as Box<dyn Importer>)));
    given
}

/// The names in a file of criteria. What is wrong with the file is told when it is imported.
pub fn criteria_in(file: &Path) -> Vec<String> {
    let Ok(mut sheet) = Sheet::open(file, &criteria_columns(), &["criterion"], |_, heading| heading.to_owned()) else { return Vec::new() };
    let (mut names, mut line) = (Vec::new(), Line::default());
    while sheet.next(&mut line).unwrap_or(false) {
        names.extend(line.cells.first().cloned().flatten().and_then(|name| typed::title(&name).ok()));
    }
    names
}

/// What people write over the columns of criteria and of raters.
const CRITERION: &[&str] = &["심사 항목", "평가 항목"];
const RATER: &[&str] = &["심사위원 번호", "위원"];

/// Whether a heading is one of the program's own, in any of the files or in common; then
/// it is nobody's name, and an error may repeat it.
fn is_heading(heading: &str) -> bool {
    let of_files = [criteria_columns(), entry_columns(), rater_columns(), score_columns(), conflict_columns()];
    of_files.iter().flatten().any(|column| column.is_called(heading)) || fields::is_common(heading)
}

/// The columns of a file of criteria.
pub fn criteria_columns() -> Vec<Column> {
    vec![
        column("criterion", "항목", "criterion", Holds::Text).also(CRITERION),
        column("max", "만점", "max", Holds::Points).also(&["배점"]),
        column("outcome", "성과 항목", "judges the result", Holds::Flag),
        column("component", "구성 요소", "component", Holds::Text),
        column("tie_order", "동점 처리 순서", "order for ties", Holds::Integer),
    ]
}

/// The columns of a file of entries.
pub fn entry_columns() -> Vec<Column> {
    vec![
        column("entry", "번호", "entry", Holds::Code).also(&["후보 번호"]),
        column("title", "후보", "title", Holds::Text).also(&["제목", "사례명"]),
        column("department", "부서", "department", Holds::Text),
        column("task", "관련 과제", "task", Holds::Code),
        column("received_on", "접수일", "received", Holds::Date),
        column("members", "대상자", "members", Holds::Text),
        column("lesson", "시사점", "lesson", Holds::Text),
        column("receipt", "최초 접수일", "first received", Holds::Date),
    ]
}

/// The columns of a file of raters.
pub fn rater_columns() -> Vec<Column> {
    vec![column("rater", "심사위원", "rater", Holds::Code).also(RATER), column("name", "이름", "name", Holds::Term(NAMES))]
}

/// The columns of a file of scores.
pub fn score_columns() -> Vec<Column> {
    vec![
        // A file of scores has no titles: the entry is its code, whatever that is called.
        column("entry", "번호", "entry", Holds::Code).also(&["후보 번호", "후보"]),
        column("rater", "심사위원", "rater", Holds::Code).also(RATER),
        column("criterion", "항목", "criterion", Holds::Text).also(CRITERION),
        column("points", "점수", "points", Holds::Points),
        column("component", "구성 요소", "component", Holds::Text),
    ]
}

/// The round that rows go into.
struct Into {
    code: String,
    on: On,
    round: Option<Round>,
}

impl Into {
    fn round(&mut self, change: &Change) -> Result<&Round> {
        if self.round.is_none() {
            self.round = Some(store::open_round(change, &self.code)?);
        }
        self.round.as_ref().ok_or_else(|| anyhow::anyhow!("no round"))
    }
}

const OUTSIDE: Text = text(
    "{line}행: '{department}' 부서가 없어 다른 기관의 후보로 적습니다. 우리 부서라면 이름을 고치십시오(proadmin dept list)",
    "line {line}: there is no department '{department}', so the entry is another body's; if it is ours, correct the name (proadmin dept list)",
);
const NOTHING: Outcome = Outcome::Same(String::new());

/// The entry of a row; one that is not there is noted.
fn entry_of(change: &Change, row: &Row, into: &mut Into) -> Result<Option<Named>> {
    let round = into.round(change)?;
    match row.needed("entry") {
        Some(()) => row.named("entry", |entry| store::named(change, round, ENTRIES, entry)),
        None => Ok(None),
    }
}

/// Which of these columns a row says, as what differs in it.
fn said(row: &Row, columns: &[&str]) -> String {
    columns.iter().copied().filter(|column| row.given(column).is_some()).collect::<Vec<_>>().join(", ")
}

/// A place in an order.
fn a_place(typed: &str) -> Result<i64, Expected> {
    typed.parse().ok().filter(|place| (1..=1_000).contains(place)).ok_or(words::A_PLACE)
}

fn outcome(code: &str, kept: Kept, difference: impl FnOnce(Option<i64>) -> String) -> Outcome {
    match kept {
        Kept::New => Outcome::New(code.to_owned()),
        Kept::Same => Outcome::Same(code.to_owned()),
        Kept::Was(was) => Outcome::Changed(code.to_owned(), difference(was)),
    }
}

struct Criteria(Into);

impl Importer for Criteria {
    fn columns(&self) -> Vec<Column> {
        criteria_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["criterion", "max"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let of = self.0.round(change)?.clone();
        let round = of.id;
        let name = row.required("criterion", typed::title);
        let max = row.required("max", rules::a_maximum);
        let component = row.named("component", |component| store::named(change, &of, COMPONENTS, component))?;
        let place = row.read("tie_order", a_place);
        let (Some(name), Some(max)) = (name, max) else { return Ok(NOTHING) };
        row.once("criterion", &name);
        if let Err(refusal) = rules::criterion_name(&name) {
            row.refused("criterion", &refusal);
        }
        if let Some(known) = store::known(change, round, CRITERIA, &name)?
            && let Err(refusal) = rules::maximum(&name, max, store::highest(change, "eval_score", "criterion_id", known.id)?)
        {
            row.refused("max", &refusal);
        }
        if let Some(component) = &component {
            row.noted("component", rules::takes_criteria(&component.name, &component.kind));
        }
        // No name begins with a blank.
        let is_free = place.is_none_or(|place| row.once("tie_order", &format!(" {place}")));
        if row.is_wrong() || !is_free {
            return Ok(NOTHING);
        }
        let judges = store::is_outcome(change, round, &name, row.read("outcome", typed::flag))?;
        let mut columns = vec![("max", max.into()), ("outcome", i64::from(judges).into())];
        columns.extend(component.map(|component| ("component_id", component.id.into())));
        if let Some(place) = place {
            store::free_place(change, round, &name, place)?;
            columns.push(("tie_order", place.into()));
        }
        let (_, kept) = store::set(change, round, CRITERIA, &name, ("set_on", self.0.on), columns)?;
        row.found("criterion", judge::criteria(change, &of))?;
        Ok(outcome(&name, kept, |_| said(row, &["max", "outcome", "component", "tie_order"])))
    }
}

struct Entries(Into);

impl Importer for Entries {
    fn columns(&self) -> Vec<Column> {
        entry_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["entry", "title"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let round = self.0.round(change)?.id;
        let code = row.required("entry", typed::title);
        let title = row.required("title", typed::title);
        let received_on = event(change, row, "received_on");
        let mut columns: Vec<(&'static str, Value)> = Vec::new();
        columns.extend(event(change, row, "receipt").map(|day| ("receipt", day.to_string().into())));
        if let Some(department) = row.read("department", typed::title) {
            // An entry may come from elsewhere, such as a body of the city: then it is kept as written.
            match row.found("department", office::department_known(change, &department))? {
                Some(Some(known)) => columns.extend([("department_id", known.id.into()), ("body", Value::Null)]),
                Some(None) => {
                    change.remark(OUTSIDE.with("line", row.number()).with("department", &department));
                    columns.extend([("department_id", Value::Null), ("body", department.into())]);
                }
                None => {}
            }
        }
        columns.extend(row.named("task", |task| task::store::find(change, &task.to_uppercase()))?.map(|task| ("task_id", task.id.into())));
        columns.extend(row.read("lesson", typed::long_text).map(|lesson| ("lesson", lesson.into())));
        let members = row.read("members", tracks::members_typed).unwrap_or_default();
        let (Some(code), Some(title)) = (code, title) else { return Ok(NOTHING) };
        row.once("entry", &code);
        if let Some(now) = store::received_on(change, round, &code)? {
            row.computed("received_on", &now, "eval void");
        }
        if row.is_wrong() {
            return Ok(NOTHING);
        }
        columns.push(("title", title.into()));
        let on = received_on.map_or(self.0.on, |day| On { day, ..self.0.on });
        let (id, kept) = store::enter(change, round, &code, on, columns)?;
        let round = self.0.round(change)?;
        let judged = match members.as_slice() {
            [] => judge::entry(change, round, id).map(|()| false),
            members => judge::members(change, round, id, members, on.day),
        };
        let moved = row.found(if members.is_empty() { "entry" } else { "members" }, judged)?.unwrap_or(false);
        let kept = if kept == Kept::Same && moved { Kept::Was(None) } else { kept };
        Ok(outcome(&code, kept, |_| if moved { "members".to_owned() } else { "title, department".to_owned() }))
    }
}

/// Any other cell of a file of raters may be a name, and so may a heading that is no column.
fn all_masked(key: &str, value: &str) -> String {
    match key {
        "rater" => rules::rater_shown(value),
        "" if is_heading(value) => value.to_owned(),
        _ => masked(value),
    }
}

struct Raters(Into);

impl Importer for Raters {
    fn columns(&self) -> Vec<Column> {
        rater_columns()
    }

    fn required(&self) -> &'static [&'static str] {
        &["rater"]
    }

    fn shown(&self) -> fn(&str, &str) -> String {
        all_masked
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let round = self.0.round(change)?.id;
        let rater = row.required("rater", typed::title);
        let name = row.read("name", typed::title);
        let (Some(rater), false) = (rater, row.is_wrong()) else { return Ok(NOTHING) };
        let code = Some(rater.as_str()).filter(|rater| rules::is_rater_code(rater));
        let name = name.or_else(|| code.is_none().then(|| rater.clone()));
        let (code, kept) = raters::set(change, round, code, name.as_deref(), self.0.on)?;
        // A code that was just given to a name is not another row's code.
        row.once("rater", &code);
        Ok(outcome(&code, kept, |_| "name".to_owned()))
    }
}
