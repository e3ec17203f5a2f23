//! How a row becomes a department or a member of staff.

use std::collections::HashSet;
use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;

use super::{DEPARTMENTS, STAFF, rules, store};
use crate::import::{self, Importer, Late, Outcome, Row};
use crate::report::{Column, Report, as_csv};
use crate::session::{Change, Session, future};
use crate::typed;
use crate::words::{Sentence, Text, text};

/// What such a file does not hold, where answers hang on it.
pub const STAFF_LEFT_OUT: Text = text(
    "직원이 옮겨 온 부서의 이력과 퇴직 사유는 파일에 없습니다",
    "the departments that staff moved from and why they left are not in the file",
);

/// What such a file does not hold, where answers hang on it.
pub const DEPARTMENTS_LEFT_OUT: Text =
    text("부서의 옛 이름과 통합은 파일에 없습니다", "earlier names and mergers of departments are not in the file");

const SAME_NAMES: Text = text(
    "주의: 이름이 같은 직원이 이미 있는데 새로 등록했습니다: {who}. 같은 사람이면 proadmin undo 하고, 파일에 번호(code)를 적어 다시 가져오십시오",
    "note: registered anew, though someone has the name already: {who}; if it is the same person, proadmin undo, and import again with the code in the file",
);
const ALIKE: Text = text("{code} {name}(이미 {other}, {department})", "{code} {name} (already {other}, {department})");
const MORE: Text = text("그 밖에 {count}명", "{count} more");
/// So many of them are told by name.
const TOLD: usize = 20;

/// Departments: a code names one; without a code, a name that is one department, unless all
/// are `new`.
///
/// # Errors
/// Every error of the file at once.
pub fn departments(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "dept import", file, &move || Box::new(Departments { new }))
}

/// Staff: a code names one; without a code, a name and department that are one person, unless
/// all are `new`.
///
/// # Errors
/// Every error of the file at once.
pub fn staff(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::run(session, "staff import", file, &move || Box::new(Staff { new, made: HashSet::new(), alike: Vec::new() }))
}

struct Departments {
    new: bool,
}

impl Importer for Departments {
    fn columns(&self) -> Vec<Column> {
        DEPARTMENTS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["name"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let code = row.read("code", typed::title).map(|code| typed::as_code(&code));
        let name = row.required("name", typed::title);
        let since = row.read("since_on", typed::day);
        let Some(name) = name else { return Ok(Outcome::Same(String::new())) };
        let known = match &code {
            Some(code) => store::department_known(change, code)?.filter(|known| known.code == *code),
            None if self.new => None,
            None => store::department_known(change, &name)?,
        };
        if let Some(day) = since.filter(|day| *day > change.today()) {
            return Err(future(day, change.today()).into());
        }
        let Some(known) = known else {
            row.computed("merged_on", "", "dept merge");
            row.computed("merged_into", "", "dept merge");
            if !is_free(change, row, code.as_deref())? {
                return Ok(Outcome::Same(String::new()));
            }
            let since = since.unwrap_or_else(super::commands::from_the_beginning);
            return Ok(Outcome::New(store::insert_department(change, &name, since, code.as_deref())?));
        };
        let now = as_csv(&DEPARTMENTS.record(change, &[&known.code])?.main);
        for (key, is) in now.iter().filter(|(key, _)| matches!(key.as_str(), "merged_on" | "merged_into" | "state")) {
            row.computed(key, is, &format!("dept merge {}", known.code));
        }
        let since = since.filter(|since| *since != known.since_on);
        // Without a code the name only says which department it is, be it by an earlier name.
        let name = if code.is_some() { name } else { known.name.clone() };
        if known.name == name && since.is_none() {
            return Ok(Outcome::Same(known.code));
        }
        let mut values = vec![("name", name.clone().into())];
        values.extend(since.map(|since| ("since_on", since.to_string().into())));
        change.update("department", known.id, &values)?;
        Ok(Outcome::Changed(known.code, format!("{} → {name}", known.name)))
    }
}

/// Whether a new record may have the code of a row; that it may not is noted.
fn is_free(change: &Change, row: &Row, code: Option<&str>) -> Result<bool> {
    let Some(code) = code else { return Ok(true) };
    let judged = rules::not_taken(code, store::is_taken(change, code)?);
    Ok(row.noted("code", judged).is_some())
}

struct Staff {
    new: bool,
    /// The codes of those that the file has made so far.
    made: HashSet<String>,
    /// Those of them whose name someone had before, and who that is.
    alike: Vec<Sentence>,
}

impl Staff {
    /// Registers someone new; who had the name before the file came is kept to be told, unless
    /// the row's code says that this is another.
    fn insert(&mut self, change: &Change, new: &Newcomer) -> Result<String> {
        let named = store::of_name(change, new.name)?;
        let code = store::insert_person(change, new.name, new.department_id, new.grade, new.since, new.code)?;
        if let (None, Some((other, department))) = (new.code, named.into_iter().find(|(other, _)| !self.made.contains(other))) {
            let told = ALIKE.with("code", &code).with("name", new.name).with("other", other);
            self.alike.push(told.with("department", department));
        }
        self.made.insert(code.clone());
        Ok(code)
    }
}

/// Someone whom a row registers.
struct Newcomer<'r> {
    name: &'r str,
    department_id: i64,
    grade: Option<i64>,
    since: NaiveDate,
    code: Option<&'r str>,
}

impl Importer for Staff {
    fn columns(&self) -> Vec<Column> {
        STAFF.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["name", "department"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let code = row.read("code", typed::title).map(|code| typed::as_code(&code));
        let name = row.required("name", typed::title);
        row.needed("department");
        let department = row.named("department", |typed| store::department_typed(change, typed))?;
        let grade = row.read("grade", typed::grade);
        let since = row.read("since_on", typed::day);
        let left = row.read("left_on", typed::day);
        for (key, day) in [("since_on", since), ("left_on", left)] {
            if let Some(day) = day.filter(|day| *day > change.today()) {
                row.refused(key, &future(day, change.today()));
            }
        }
        let (Some(name), Some(department), false) = (name, department, row.is_wrong()) else { return Ok(Outcome::Same(String::new())) };
        let known = match &code {
            Some(code) => store::person_known(change, code, None)?.filter(|known| known.code == *code),
            None if self.new => None,
            None => store::person_known(change, &name, Some(department.id))?,
        };
        let Some(known) = known else {
            if !is_free(change, row, code.as_deref())? {
                return Ok(Outcome::Same(String::new()));
            }
            if let Err(refusal) =
                rules::stands(&department, row.given("department").unwrap_or_default(), since.unwrap_or_else(|| change.today()))
            {
                row.refused("department", &refusal);
                return Ok(Outcome::Same(String::new()));
            }
            let since = since.unwrap_or_else(super::commands::from_the_beginning);
            let new = Newcomer { name: &name, department_id: department.id, grade, since, code: code.as_deref() };
            let code = self.insert(change, &new)?;
            if let (Some(day), Some(person)) = (left, store::person_known(change, &code, None)?) {
                rules::leave(&person, day)?;
                change.update("staff", person.id, &[("left_on", day.to_string().into())])?;
            }
            return Ok(Outcome::New(code));
        };
        if department.id != known.department_id {
            row.computed("department", &known.department, &format!("staff move {}", known.code));
        }
        let verb =
            if known.left_on.is_some() { format!("staff edit {} --left-on", known.code) } else { format!("staff leave {}", known.code) };
        row.computed("left_on", &known.left_on.map(|day| day.to_string()).unwrap_or_default(), &verb);
        row.computed("state", if known.left_on.is_some() { "left" } else { "active" }, &format!("staff leave {}", known.code));
        let grade = grade.filter(|grade| Some(*grade) != known.grade);
        let since = since.filter(|since| *since != known.since_on);
        if known.name == name && grade.is_none() && since.is_none() {
            return Ok(Outcome::Same(known.code));
        }
        if let Err(refusal) = rules::stay(&known, &store::moved_on(change, known.id)?, since, None) {
            row.refused("since_on", &refusal);
        }
        let mut values = vec![("name", name.clone().into())];
        values.extend(grade.map(|grade| ("grade", grade.into())));
        values.extend(since.map(|since| ("since_on", since.to_string().into())));
        change.update("staff", known.id, &values)?;
        Ok(Outcome::Changed(known.code, format!("{} → {name}", known.name)))
    }

    fn finish(&mut self, change: &Change) -> Result<Vec<Late>> {
        let more = self.alike.len().saturating_sub(TOLD);
        self.alike.truncate(TOLD);
        self.alike.extend((more > 0).then(|| MORE.with("count", more)));
        if !self.alike.is_empty() {
            change.remark(SAME_NAMES.with("who", Sentence::listed(std::mem::take(&mut self.alike))));
        }
        Ok(Vec::new())
    }
}
