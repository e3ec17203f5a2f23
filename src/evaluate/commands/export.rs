//! `eval export`: the files that `eval import` takes.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::evaluate::store::Round;
use crate::evaluate::{answers, import, store, words};
use crate::export::{self, Sheet};
use crate::report::{Column, Query, Report, Table, next};
use crate::session::Session;
use crate::words::quoted;

/// Arguments.
#[derive(Args, Debug)]
pub struct Export {
    /// Code of the round
    round: String,
    /// Folder to write the files (criteria.csv, entries.csv, scores.csv and so on) to
    folder: PathBuf,
}

/// The files: what each is of, its columns, and the SELECT and order that read them. Raters go
/// out by their codes; their names stay where they are kept.
type Exported = (&'static str, fn() -> Vec<Column>, &'static str, &'static str);
const FILES: [Exported; 8] = [
    (
        "components",
        import::component_columns,
        "SELECT name AS component, kind, weight, max, indicator, unit_points, unit FROM eval_component
          WHERE round_id = ?1 AND void_reason IS NULL",
        "seq",
    ),
    (
        "criteria",
        import::criteria_columns,
        "SELECT c.name AS criterion, c.max, c.outcome, k.name AS component, c.tie_order FROM eval_criterion c
          LEFT JOIN eval_component k ON k.id = c.component_id AND k.void_reason IS NULL
          WHERE c.round_id = ?1 AND c.void_reason IS NULL",
        "c.seq",
    ),
    (
        "entries",
        import::entry_columns,
        "SELECT e.code AS entry, e.title, coalesce((SELECT CASE
             WHEN (SELECT count(*) FROM department y WHERE y.name = d.name AND y.void_reason IS NULL) > 1 THEN d.code ELSE d.name END
             FROM department_name d WHERE d.id = e.department_id), e.body) AS department,
           (SELECT t.code FROM task t WHERE t.id = e.task_id) AS task, e.received_on,
           (SELECT string_agg(s.code || ':' || CAST(m.share AS TEXT) || coalesce(':' || m.role, ''), '; ')
              FROM entry_member m JOIN staff s ON s.id = m.staff_id WHERE m.entry_id = e.id AND m.void_reason IS NULL) AS members,
           e.lesson, e.receipt
         FROM eval_entry e WHERE e.round_id = ?1 AND e.void_reason IS NULL",
        "e.id",
    ),
    ("raters", rater_codes, "SELECT code AS rater FROM rater WHERE round_id = ?1 AND void_reason IS NULL", "id"),
    (
        "scores",
        import::score_columns,
        "SELECT entry, rater, criterion, points, component FROM (
         SELECT 1 AS part, e.id AS entry_id, r.id AS by_id, c.seq AS seq,
           e.code AS entry, r.code AS rater, c.name AS criterion, s.points AS points, NULL AS component FROM eval_score s
         JOIN eval_entry e ON e.id = s.entry_id AND e.void_reason IS NULL
         JOIN rater r ON r.id = s.rater_id AND r.void_reason IS NULL
         JOIN eval_criterion c ON c.id = s.criterion_id AND c.void_reason IS NULL
         WHERE s.round_id = ?1 AND s.void_reason IS NULL
         UNION ALL SELECT 2, e.id, k.seq, 0, e.code, NULL, NULL, s.points, k.name FROM component_score s
         JOIN eval_entry e ON e.id = s.entry_id AND e.void_reason IS NULL
         JOIN eval_component k ON k.id = s.component_id AND k.kind <> 'indicator' AND k.void_reason IS NULL
         WHERE e.round_id = ?1 AND s.void_reason IS NULL)",
        "part, entry_id, by_id, seq",
    ),
    (
        "conflicts",
        import::conflict_columns,
        "SELECT e.code AS entry, r.code AS rater, f.reason FROM rater_conflict f
         JOIN eval_entry e ON e.id = f.entry_id AND e.void_reason IS NULL
         JOIN rater r ON r.id = f.rater_id AND r.void_reason IS NULL
         WHERE e.round_id = ?1 AND f.void_reason IS NULL",
        "f.id",
    ),
    (
        "bonuses",
        import::bonus_columns,
        "SELECT e.code AS entry, b.points, b.reason FROM eval_bonus b
         JOIN eval_entry e ON e.id = b.entry_id AND e.void_reason IS NULL WHERE e.round_id = ?1 AND b.void_reason IS NULL",
        "b.id",
    ),
    (
        "grades",
        import::grade_columns,
        "SELECT name AS grade, quota AS count, percent FROM eval_grade WHERE round_id = ?1 AND void_reason IS NULL",
        "seq",
    ),
];

fn rater_codes() -> Vec<Column> {
    import::rater_columns().into_iter().take(1).collect()
}

/// Exports a round.
pub fn export(session: &Session, args: &Export) -> Result<Report> {
    let db = session.db()?;
    let round = store::find(db, &args.round)?;
    let sheets = FILES.map(|(of, columns, select, order)| Sheet {
        of: of.to_owned(),
        name: of.to_owned(),
        table: table(&round, columns(), select, order),
        labels: session.options.labels,
    });
    let title = words::EXPORTED.with("code", &round.code).with("title", &round.title);
    let mut report = export::into_folder(session, title, &args.folder, sheets.into())?;
    let left: Vec<&str> = answers::in_no_file(db, &round)?;
    if !left.is_empty() {
        report = report.note(words::NOT_EXPORTED.with("verbs", left.join(", ")).with("code", &round.code));
    }
    let files = FILES.map(|(of, ..)| format!("--{of} {}", quoted(args.folder.join(format!("{of}.csv")))));
    let report = report.hint(next(format!("proadmin eval open {}", answers::opened(db, &round)?)));
    Ok(report.hint(next(format!("proadmin eval import EV-… {}", files.join(" ")))))
}

fn table(round: &Round, columns: Vec<Column>, select: &str, order: &str) -> Table {
    let params = vec![Value::Integer(round.id)];
    let (select, order) = (select.to_owned(), order.to_owned());
    Table::asked(columns, Query { select, params, order, by_code: ("", ""), limit: None, fields: Vec::new(), counted: None })
}
