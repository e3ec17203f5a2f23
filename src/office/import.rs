//! How a row becomes a department or a member of staff.

use anyhow::Result;

use super::{DEPARTMENTS, STAFF, store};
use crate::import::{Importer, Outcome, Row};
use crate::report::Column;
use crate::session::{Change, future};
use crate::typed;

/// Departments: a code names one; without a code, a name that is one department.
pub fn departments() -> Box<dyn Importer> {
    Box::new(Departments)
}

/// Staff: a code names one; without a code, a name and department that are one person.
pub fn staff() -> Box<dyn Importer> {
    Box::new(Staff)
}

struct Departments;

impl Importer for Departments {
    fn columns(&self) -> Vec<Column> {
        DEPARTMENTS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["name"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let code = row.read("code", typed::title);
        let name = row.required("name", typed::title);
        let since = row.read("since_on", typed::day);
        let Some(name) = name else { return Ok(Outcome::Same(String::new())) };
        let known = match &code {
            Some(code) => store::department_known(change, code)?.filter(|known| known.code == *code),
            None => store::department_known(change, &name)?,
        };
        if let Some(day) = since.filter(|day| *day > change.today()) {
            return Err(future(day, change.today()).into());
        }
        let Some(known) = known else {
            let since = since.unwrap_or_else(super::commands::from_the_beginning);
            return Ok(Outcome::New(store::insert_department(change, &name, since, code.as_deref())?));
        };
        row.computed("state", if known.merged_on.is_some() { "merged" } else { "active" }, "dept merge");
        let since = since.filter(|since| *since != known.since_on);
        if known.name == name && since.is_none() {
            return Ok(Outcome::Same(known.code));
        }
        let mut values = vec![("name", name.clone().into())];
        values.extend(since.map(|since| ("since_on", since.to_string().into())));
        change.update("department", known.id, &values)?;
        Ok(Outcome::Changed(known.code, format!("{} → {name}", known.name)))
    }
}

struct Staff;

impl Importer for Staff {
    fn columns(&self) -> Vec<Column> {
        STAFF.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["name", "department"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let code = row.read("code", typed::title);
        let name = row.required("name", typed::title);
        let department = row.required("department", typed::title);
        let grade = row.read("grade", typed::grade);
        let since = row.read("since_on", typed::day);
        let (Some(name), Some(department)) = (name, department) else { return Ok(Outcome::Same(String::new())) };
        let department = store::department_typed(change, &department)?;
        let known = match &code {
            Some(code) => store::person_known(change, code, None)?.filter(|known| known.code == *code),
            None => store::person_known(change, &name, Some(department.id))?,
        };
        if let Some(day) = since.filter(|day| *day > change.today()) {
            return Err(future(day, change.today()).into());
        }
        let Some(known) = known else {
            let since = since.unwrap_or_else(super::commands::from_the_beginning);
            let code = store::insert_person(change, &name, department.id, grade, since, code.as_deref())?;
            return Ok(Outcome::New(code));
        };
        row.computed("department", &known.department, &format!("staff move {}", known.code));
        row.computed("state", if known.left_on.is_some() { "left" } else { "active" }, &format!("staff leave {}", known.code));
        let grade = grade.filter(|grade| Some(*grade) != known.grade);
        let since = since.filter(|since| *since != known.since_on);
        if known.name == name && grade.is_none() && since.is_none() {
            return Ok(Outcome::Same(known.code));
        }
        let mut values = vec![("name", name.clone().into())];
        values.extend(grade.map(|grade| ("grade", grade.into())));
        values.extend(since.map(|since| ("since_on", since.to_string().into())));
        change.update("staff", known.id, &values)?;
        Ok(Outcome::Changed(known.code, format!("{} → {name}", known.name)))
    }
}
