//! Areas of a plan, and the headings they may begin with.

use anyhow::Result;
use chrono::NaiveDate;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::office::store::day;
use crate::plan::rules::Area;
use crate::session::Change;

/// The headings of a template: name, English name, source.
pub fn template(db: &Db, code: &str) -> Result<Vec<(String, String, String)>> {
    let sql = "SELECT name, name_en, source FROM plan_template WHERE code = :code ORDER BY seq";
    Ok(db.rows(sql, named_params! { ":code": code }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

/// The English name and the source of a heading that some template has.
pub fn heading(db: &Db, name: &str) -> Result<Option<(String, String)>> {
    let sql = "SELECT name_en, source FROM plan_template WHERE name = :name ORDER BY code LIMIT 1";
    Ok(db.row(sql, named_params! { ":name": name }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The areas of a year, in order.
pub fn areas(db: &Db, year: i32) -> Result<Vec<Area>> {
    let sql = "SELECT id, year, seq, name, set_on FROM plan_area WHERE year = :year AND void_reason IS NULL ORDER BY seq";
    Ok(db.rows(sql, named_params! { ":year": year }, |row| {
        Ok(Area {
            id: row.get("id")?,
            year: row.get("year")?,
            seq: row.get("seq")?,
            name: row.get("name")?,
            set_on: day(row, "set_on")?.unwrap_or_default(),
        })
    })?)
}

/// Records an area; without a number it gets the next of its year. A number that a void area
/// had is taken.
pub fn insert_area(change: &Change, year: i32, no: Option<i64>, set_on: NaiveDate, values: &[(&'static str, Value)]) -> Result<i64> {
    let sql = "SELECT coalesce(max(seq), 0) + 1 FROM plan_area WHERE year = :year AND (:no IS NULL OR seq >= :no)
                 AND (:no IS NULL OR EXISTS (SELECT 1 FROM plan_area a WHERE a.year = :year AND a.seq = :no))";
    let next: i64 = change.row(sql, named_params! { ":year": year, ":no": no }, |row| row.get(0))?.unwrap_or(1);
    let seq = no.map_or(next, |no| no.max(next));
    let mut row: Vec<(&str, Value)> = vec![("year", i64::from(year).into()), ("seq", seq.into()), ("set_on", set_on.to_string().into())];
    row.extend(values.iter().cloned());
    change.insert_row("plan_area", &row)?;
    Ok(seq)
}

/// How many actions stand in an area.
pub fn actions_in(db: &Db, area_id: i64) -> Result<i64> {
    let sql = "SELECT count(*) FROM plan_action WHERE area_id = :area AND void_reason IS NULL";
    Ok(db.row(sql, named_params! { ":area": area_id }, |row| row.get(0))?.unwrap_or(0))
}

/// The area of another year that stands for an area: of the same name, or a copy of it.
pub fn area_like(change: &Change, area_id: i64, year: i32, set_on: NaiveDate) -> Result<Option<Area>> {
    let sql =
        "SELECT b.seq FROM plan_area a JOIN plan_area b ON b.name = a.name AND b.year = :year AND b.void_reason IS NULL WHERE a.id = :area";
    let there: Option<i64> = change.row(sql, named_params! { ":area": area_id, ":year": year }, |row| row.get(0))?;
    let seq = match there {
        Some(seq) => seq,
        None => copy_area(change, area_id, year, set_on)?,
    };
    Ok(areas(change, year)?.into_iter().find(|area| area.seq == seq))
}

fn copy_area(change: &Change, area_id: i64, year: i32, set_on: NaiveDate) -> Result<i64> {
    let sql = "SELECT seq, name, name_en, source FROM plan_area WHERE id = :area";
    let copied = change.row(sql, named_params! { ":area": area_id }, |row| {
        Ok((row.get::<_, i64>(0)?, vec![("name", row.get(1)?), ("name_en", row.get(2)?), ("source", row.get(3)?)]))
    })?;
    let (no, values) = copied.unwrap_or_default();
    insert_area(change, year, Some(no), set_on, &values)
}
