//! How a row becomes a holiday, and what a file of them moves.

use std::path::Path;

use anyhow::Result;
use chrono::NaiveDate;

use super::rules::{self, Holiday};
use super::{HOLIDAYS, KINDS, moves, store};
use crate::import::{self, Importer, Outcome, Row};
use crate::report::{Column, Report};
use crate::session::{Change, Session, future};
use crate::sheet::{Line, Sheet};
use crate::typed;
use crate::words::{Text, text};

/// What such a file does not hold, where answers hang on it.
pub const LEFT_OUT: Text = text(
    "무효로 한 공휴일은 파일에 없어서, 새 파일에는 계산한 대로 있습니다",
    "holidays that were made void are not in the file, so a fresh file has them as it computes them",
);

const MOVES: Text = text("움직이는 기한 {count}건", "due dates that move: {count}");

/// Imports holidays, and says which due dates they move before it asks.
///
/// # Errors
/// Every error of the file at once; `new`, because a day has a name once.
pub fn run(session: &Session, file: &Path, new: bool) -> Result<Report> {
    import::never_new(new)?;
    session.may_write()?;
    let moved = moves::under(session, &moves::with_days(&days_in(file)?))?;
    let given = || vec![(file.to_path_buf(), Box::new(Holidays) as Box<dyn Importer>)];
    let mut follows = moves::told(&moved);
    follows.insert(0, MOVES.with("count", moved.len()));
    let report = import::run_all(session, "calendar import", &[], &follows, &given)?;
    Ok(moves::unless_shown(session, report, &moved))
}

/// The day of something that happened: it has come, and the calendar knows it. None where the cell
/// is blank or does not fit, and then that is noted.
pub fn event(change: &Change, row: &Row, key: &str) -> Option<NaiveDate> {
    let day = row.read(key, typed::day)?;
    let judged = if day > change.today() { Err(future(day, change.today())) } else { rules::within_calendar(day) };
    row.noted(key, judged)
}

/// The days of a file, as far as they can be read, to see what they would move.
fn days_in(file: &Path) -> Result<Vec<NaiveDate>> {
    let mut sheet = Sheet::open(file, HOLIDAYS.columns, &["date", "name"], |_, heading| heading.to_owned())?;
    let (mut line, mut days) = (Line::default(), Vec::new());
    while sheet.next(&mut line)? {
        days.extend(line.cells[0].as_deref().and_then(|cell| typed::day(cell).ok()));
    }
    Ok(days)
}

struct Holidays;

impl Importer for Holidays {
    fn columns(&self) -> Vec<Column> {
        HOLIDAYS.columns.to_vec()
    }

    fn required(&self) -> &'static [&'static str] {
        &["date", "name"]
    }

    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome> {
        let date = row.required("date", typed::day);
        let name = row.required("name", typed::title);
        let kind = row.term("kind", KINDS);
        let announced_on = row.read("announced_on", typed::day);
        let source = row.read("source", typed::title);
        let (Some(date), Some(name)) = (date, name) else { return Ok(Outcome::Same(String::new())) };
        rules::within_calendar(date)?;
        if store::find(change, date, &name)?.is_some() {
            return Ok(Outcome::Same(format!("{date} {name}")));
        }
        let announced_on = announced_on.unwrap_or_else(|| change.today());
        if announced_on > change.today() {
            return Err(future(announced_on, change.today()).into());
        }
        let code = format!("{date} {name}");
        let holiday = Holiday { date, name, kind: kind.unwrap_or("temporary"), announced_on, source: "" };
        store::insert_with(change, &holiday, source.as_deref().unwrap_or_default())?;
        Ok(Outcome::New(code))
    }
}
