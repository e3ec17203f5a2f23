//! One record of a register: what is recorded of it, whether it changed since, what was meant by
//! a code that names none, and whether the same stands there already.

use anyhow::Result;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::Register;
use crate::db::Db;
use crate::digest;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Rows, Table, column};
use crate::typed::is_slip;
use crate::words::{Sentence, Text, text};

static NO_RECORD: Rule = rule(Kind::NotFound, "E0301", "'{code}' {what:이/가} 없습니다", "there is no {what} '{code}'");
static FASTER: Rule = rule(
    Kind::Changed,
    "E0303",
    "{code:은/는} 그사이 바뀌었습니다(rev {expected} → {rev}). 기록한 것은 없습니다",
    "{code} was changed in the meantime (rev {expected} → {rev}); nothing was recorded",
);
/// What else an edit of a record changes than its own row, by its table.
const BESIDE: &[(&str, &str)] = &[
    ("task", "SELECT id, staff_id, led_on FROM task_lead WHERE task_id = (SELECT id FROM task WHERE code = ?1) ORDER BY id"),
    ("task", "SELECT a.id, a.acted_on, a.void_reason FROM task_act a JOIN task t ON t.id = a.task_id WHERE t.code = ?1 ORDER BY a.id"),
    ("eval_round", "SELECT c.id, c.tie_order FROM eval_criterion c JOIN eval_round r ON r.id = c.round_id WHERE r.code = ?1 ORDER BY c.id"),
    (
        "consultation",
        "SELECT a.id, a.sha256 FROM attachment a JOIN consultation c ON c.id = a.consultation_id WHERE c.code = ?1 ORDER BY a.id",
    ),
    (
        "nomination",
        "SELECT o.id, o.staff_id, o.share FROM nominee o JOIN nomination n ON n.id = o.nomination_id
          WHERE n.code = ?1 AND o.void_reason IS NULL ORDER BY o.id",
    ),
    // What a case says is written anew, with whom it credits.
    ("case_file", "SELECT x.id, x.sha256 FROM case_text x JOIN case_file c ON c.id = x.case_id WHERE c.code = ?1 ORDER BY x.id"),
];
const REV: Column = column("rev", "rev", "rev", Holds::Code);
const VOID: Column = column("void_reason", "무효 사유", "why void", Holds::Text);
const RECORD: Text = text("{what} {code}", "{what} {code}");
const ALIKE: Text = text(
    "주의: 같은 {what:이/가} 이미 있습니다({twin}). 두 번 적은 것이면 proadmin undo",
    "note: the same {what} is there already ({twin}); if it was entered twice, proadmin undo",
);

impl Register {
    /// The records named by `codes`, with all columns, read now.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn record(&'static self, db: &Db, codes: &[&str]) -> Result<Report> {
        let mut rows = Vec::new();
        for code in codes {
            rows.extend(self.rows_of(db, code)?);
        }
        let said = RECORD.with("what", self.what).with("code", codes.join(" "));
        Ok(Report::record(format!("{} show", self.noun), said, Table::held(self.columns.to_vec(), rows)))
    }

    /// One record for `show`.
    ///
    /// # Errors
    /// A code that no record has is refused, with the nearest codes.
    pub fn show(&'static self, db: &Db, code: &str) -> Result<Report> {
        let mut report = self.record(db, &[code])?;
        match &mut report.main.rows {
            Rows::Held(rows) if rows.is_empty() => return Err(self.missing(db, code)?.into()),
            Rows::Held(rows) if !self.table.is_empty() => {
                let rev = self.rev(db, code)?;
                let void = self.void_reason(db, code)?;
                for row in rows.iter_mut() {
                    row.push(Value::Text(rev.clone()));
                    row.extend(void.clone());
                }
                report.main.columns.push(REV);
                report.main.columns.extend(void.map(|_| VOID));
            }
            _ => {}
        }
        Ok(report)
    }

    /// The revision of a record: a short hash of what is recorded of it, so that an edit can
    /// be refused when someone was faster.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn rev(&self, db: &Db, code: &str) -> Result<String> {
        let sql = format!("SELECT * FROM {} WHERE {} = ?1", self.table, self.key);
        let mut asked = db.prepare(&sql)?;
        let own: Vec<usize> = asked.column_names().enumerate().filter(|(_, name)| *name != "id").map(|(at, _)| at).collect();
        let row = asked.query_row([code], |row| own.iter().map(|at| row.get::<_, Value>(*at)).collect::<Result<Vec<_>, _>>())?;
        let mut beside = Vec::new();
        for (_, sql) in BESIDE.iter().filter(|(table, _)| *table == self.table) {
            beside.extend(db.cells(sql, [code])?);
        }
        let told = if beside.is_empty() { format!("{row:?}") } else { format!("{row:?}{beside:?}") };
        Ok(digest::of_bytes(told.as_bytes()).chars().take(8).collect())
    }

    /// Why a record is void, null where it is not; none where such records never are.
    fn void_reason(&self, db: &Db, code: &str) -> Result<Option<Value>> {
        let has = "SELECT count(*) FROM pragma_table_info(?1) WHERE name = 'void_reason'";
        if db.row(has, [self.table], |row| row.get::<_, i64>(0))?.unwrap_or(0) == 0 {
            return Ok(None);
        }
        let sql = format!("SELECT void_reason FROM {} WHERE {} = ?1", self.table, self.key);
        Ok(Some(db.row(&sql, [code], |row| row.get(0))?.unwrap_or(Value::Null)))
    }

    /// Whether a record still has the revision that an edit was made for.
    ///
    /// # Errors
    /// It has another one.
    pub fn unchanged(&self, db: &Db, code: &str, expected: Option<&str>) -> Result<()> {
        let Some(expected) = expected else { return Ok(()) };
        let rev = self.rev(db, code)?;
        if rev == expected {
            return Ok(());
        }
        let refusal = FASTER.with("code", code).with("expected", expected).with("rev", rev);
        Err(refusal.way_out(format!("proadmin {} show {code}", self.noun)).into())
    }

    /// The refusal of a code that no record has.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn missing(&self, db: &Db, code: &str) -> Result<Refusal> {
        let near = self.nearest(db, code)?;
        let refusal = self.none(code);
        Ok(match near {
            // The very same code is a record that is void.
            Some(near) if near == code => return Ok(refusal.way_out(format!("proadmin {} list --all", self.noun))),
            Some(near) => refusal.meant(text("혹시 {near}?", "did you mean {near}?").with("near", near)),
            None => refusal,
        }
        .way_out(format!("proadmin {} list", self.noun)))
    }

    /// The refusal of what names no record, without a word on what may be meant.
    pub fn none(&self, typed: &str) -> Refusal {
        NO_RECORD.with("what", self.what).with("code", typed)
    }

    fn rows_of(&self, db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
        let keys: Vec<String> = self.columns.iter().map(|column| format!("\"{}\"", column.key)).collect();
        let keyed: Vec<&str> = self.key.split(", ").collect();
        let parts: Vec<&str> = code.splitn(keyed.len(), ':').collect();
        let named: Vec<String> = keyed.iter().take(parts.len()).enumerate().map(|(at, name)| format!("\"{name}\" = ?{}", at + 1)).collect();
        let sql = format!("SELECT {} FROM {} WHERE {} ORDER BY {}", keys.join(", "), self.view, named.join(" AND "), self.order);
        Ok(db.cells(&sql, params_from_iter(parts))?)
    }

    fn nearest(&self, db: &Db, code: &str) -> Result<Option<String>> {
        let key = self.key.split(", ").next().unwrap_or(self.key);
        let sql = format!("SELECT DISTINCT \"{key}\" FROM {} LIMIT 2000", self.view);
        let codes: Vec<String> = db.rows(&sql, (), |row| row.get(0))?;
        Ok(codes
            .into_iter()
            .filter(|known| is_slip(known, code))
            .min_by_key(|known| strsim::levenshtein(&known.to_uppercase(), &code.to_uppercase())))
    }

    /// A warning that another record is alike in these columns of its table, for whoever enters
    /// one twice; the first that is. The columns begin with what an index of the table begins with.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn twin(&self, db: &Db, table: &str, code: &str, columns: &[&str]) -> Result<Option<Sentence>> {
        let mut alike = columns.iter();
        let first = alike.next().map(|column| format!("o.{column} = n.{column}"));
        let alike: Vec<String> = first.into_iter().chain(alike.map(|column| format!("o.{column} IS n.{column}"))).collect();
        let alike = alike.join(" AND ");
        let sql = format!(
            "SELECT o.code FROM {table} n CROSS JOIN {table} o ON {alike}
              WHERE n.code = ?1 AND o.id <> n.id AND o.void_reason IS NULL ORDER BY o.id LIMIT 1"
        );
        let twin: Option<String> = db.row(&sql, [code], |row| row.get(0))?;
        Ok(twin.map(|twin| ALIKE.with("what", self.what).with("twin", twin)))
    }
}
