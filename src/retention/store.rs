//! The SQL of retention.

use anyhow::Result;
use rusqlite::named_params;
use rusqlite::types::Value;

use crate::db::Db;
use crate::session::Change;

/// Which closed records are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Only of this kind.
    pub kind: Option<&'a str>,
    /// Only closed in this year.
    pub year: Option<i32>,
    /// Those still kept too.
    pub all: bool,
}

const WHICH: &str = "(:kind IS NULL OR r.kind = :kind) AND (:year IS NULL OR r.closed_year = :year) AND (:all OR r.state = 'due')";

/// How many records of each kind and closing year.
pub fn by_year(db: &Db, asked: Asked) -> Result<Vec<Vec<Value>>> {
    let sql = format!(
        "SELECT r.kind, r.closed_year, count(*), r.years, r.starts, r.ends, r.state FROM retention_status r WHERE {WHICH}
          GROUP BY r.kind, r.closed_year, r.years, r.starts, r.ends, r.state ORDER BY r.kind, r.closed_year"
    );
    Ok(db.cells(&sql, named_params! { ":kind": asked.kind, ":year": asked.year, ":all": asked.all })?)
}

/// The records themselves.
pub fn records(db: &Db, asked: Asked) -> Result<Vec<Vec<Value>>> {
    let sql = format!(
        "SELECT r.kind, r.code, r.title, r.department, r.closed_on, r.ends, r.state FROM retention_status r WHERE {WHICH}
          ORDER BY r.kind, r.closed_on, r.code"
    );
    Ok(db.cells(&sql, named_params! { ":kind": asked.kind, ":year": asked.year, ":all": asked.all })?)
}

/// The rule of each kind that holds: kind, years, since when, source.
pub fn rules(db: &Db) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT r.kind, r.years, CASE WHEN r.years IS NULL THEN 1 ELSE 0 END, r.since_on, r.source FROM retention_rule r
                WHERE r.id = (SELECT x.id FROM retention_rule x WHERE x.kind = r.kind ORDER BY x.since_on DESC, x.id DESC LIMIT 1)
                ORDER BY r.years DESC, r.kind";
    Ok(db.cells(sql, ())?)
}

/// Records how long a kind is kept from now on; the rule before it stays in the file.
pub fn insert(change: &Change, kind: &str, years: Option<i64>, on: &str, source: &str) -> Result<()> {
    let sql = "INSERT INTO retention_rule (kind, years, since_on, source) VALUES (:kind, :years, :on, :source)";
    change.insert(sql, named_params! { ":kind": kind, ":years": years, ":on": on, ":source": source })?;
    Ok(())
}
