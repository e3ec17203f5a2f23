//! The SQL of handing over: what the view `responsibility` says of a person.

use anyhow::Result;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;

/// What a person answers for, the most urgent first.
pub fn rows(db: &Db, staff_id: i64) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT r.kind, r.code, r.role, r.what, r.title, r.due, r.department, CASE WHEN r.tbl IS NULL THEN 0 ELSE 1 END
                 FROM responsibility r WHERE r.staff_id = :id
                ORDER BY CASE r.what WHEN 'overdue' THEN 0 ELSE 1 END, r.due NULLS LAST, r.kind, r.code, r.role, r.what";
    Ok(db.cells(sql, named_params! { ":id": staff_id })?)
}

/// How much of it is late.
pub fn overdue(db: &Db, staff_id: i64) -> Result<i64> {
    let sql = "SELECT count(*) FROM responsibility WHERE staff_id = :id AND what = 'overdue'";
    Ok(db.row(sql, named_params! { ":id": staff_id }, |row| row.get(0))?.unwrap_or(0))
}

/// Where a person's name stands.
#[derive(Clone, Debug)]
pub struct Place {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// The id of the row.
    pub row: i64,
}

/// The places where a person's name stands for something that is left to do, each once.
pub fn places(db: &Db, staff_id: i64) -> Result<Vec<Place>> {
    let sql = "SELECT DISTINCT r.tbl, r.col, r.row_id FROM responsibility r WHERE r.staff_id = :id AND r.tbl IS NOT NULL ORDER BY 1, 2, 3";
    Ok(db.rows(sql, named_params! { ":id": staff_id }, |row| {
        Ok(Place { table: row.get("tbl")?, column: row.get("col")?, row: row.get("row_id")? })
    })?)
}

/// The records that name a person and can be moved, with their titles.
pub fn named(db: &Db, staff_id: i64) -> Result<Vec<(String, String)>> {
    let sql = "SELECT DISTINCT r.code, r.title FROM responsibility r WHERE r.staff_id = :id AND r.tbl IS NOT NULL ORDER BY 1, 2";
    Ok(db.rows(sql, named_params! { ":id": staff_id }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The records in which a person now has two roles.
pub fn twice(db: &Db, staff_id: i64) -> Result<Vec<String>> {
    let sql = "SELECT r.code FROM responsibility r WHERE r.staff_id = :id AND r.kind = 'task'
                GROUP BY r.code HAVING count(DISTINCT r.role) > 1 ORDER BY 1";
    Ok(db.rows(sql, named_params! { ":id": staff_id }, |row| row.get(0))?)
}
