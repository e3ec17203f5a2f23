//! Whose records of which year a list shows: the choice that lists of what a person applied
//! for, won or was given have in common.

use anyhow::Result;
use clap::Args;

use super::store;
use crate::db::Db;
use crate::register::Filter;
use crate::typed;

/// Arguments.
#[derive(Args, Debug)]
#[group(skip)]
pub struct Whose {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Person, code or name
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
}

impl Whose {
    /// The records that are meant.
    ///
    /// # Errors
    /// There is no such department or person, or several.
    pub fn filter(&self, db: &Db) -> Result<Filter> {
        let department = self.dept.as_deref().map(|typed| store::department_typed(db, typed)).transpose()?;
        let person = self.staff.as_deref().map(|typed| store::person_typed(db, typed)).transpose()?;
        Ok(Filter::default()
            .when("year = ?", self.year.map(i64::from))
            .when("department_id = ?", department.map(|department| department.id))
            .when("staff_id = ?", person.map(|person| person.id)))
    }
}
