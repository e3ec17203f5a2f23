//! What is measured: each of the program's lines beside the least SQL that answers the same.
//! `{db}` is the file, `{new}` the newest task, `{mid}` one in the middle of the years, and
//! `{csv}` the folder of the workload.

/// What a line does with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Opens no file.
    Nothing,
    /// Reads it.
    Reads,
    /// Writes to a fresh copy of it.
    Writes,
    /// Reads so much that only its time is taken, not its instructions.
    ReadsAll,
    /// Writes so much that only its time is taken: to a fresh copy of this file.
    Imports(&'static str),
}

/// One line and what it is held to.
#[derive(Debug)]
pub struct Held {
    /// Its number in the table.
    pub no: &'static str,
    /// What the program is asked.
    pub asked: &'static [&'static str],
    /// What the limit program is asked; empty for the program that says hello, or where the goal
    /// is a number of seconds.
    pub limit: &'static [&'static str],
    /// What it does with the file.
    pub does: Does,
    /// The most instructions, or for all of a file the longest time, as a multiple of the limit's.
    pub goal: f64,
}

const fn held(no: &'static str, does: Does, goal: f64, asked: &'static [&'static str], limit: &'static [&'static str]) -> Held {
    Held { no, asked, limit, does, goal }
}

use Does::{Imports, Nothing, Reads, ReadsAll, Writes};

const TASK: &str = "SELECT * FROM task_status WHERE code = '{mid}'";
const MONTH: [&str; 4] = [
    "SELECT * FROM snapshot_table WHERE month = '2026-05' AND revision = 1 ORDER BY seq",
    "SELECT * FROM task_month ORDER BY seq",
    "SELECT code, milestone, due, days_late, overdue FROM task_late WHERE id IN (SELECT id FROM task_live)",
    "SELECT code, title, department, lead, last_on FROM progress_missing WHERE since = '2026-05-01' AND year = 2026 ORDER BY department_id, year, task_seq",
];
/// A month as its rows were dated, straight from the facts.
const PAST: [&str; 3] = [
    "SELECT d.name, count(*), sum(t.closed_on <= '2020-05-31'), sum(t.due < '2020-05-31' AND (t.closed_on IS NULL OR t.closed_on > '2020-05-31')), sum(p.percent)
       FROM task t JOIN department d ON d.id = t.department_id LEFT JOIN progress p ON p.id = (SELECT q.id FROM progress q
         WHERE q.task_id = t.id AND q.void_reason IS NULL AND q.reported_on <= '2020-05-31' ORDER BY q.reported_on DESC LIMIT 1)
      WHERE t.year = 2020 AND t.void_reason IS NULL AND t.selected_on <= '2020-05-31' GROUP BY d.id",
    "SELECT t.code, t.title FROM task t WHERE t.year = 2020 AND t.due < '2020-05-31' AND (t.closed_on IS NULL OR t.closed_on > '2020-05-31')",
    "SELECT t.code, t.title FROM task t WHERE t.selected_on <= '2020-05-31' AND (t.closed_on IS NULL OR t.closed_on > '2020-05-31')
       AND t.void_reason IS NULL AND NOT EXISTS (SELECT 1 FROM progress q WHERE q.task_id = t.id AND q.void_reason IS NULL
         AND q.reported_on BETWEEN '2020-05-01' AND '2020-05-31')",
];

/// A search: the program's line, and a plain scan of every text that the workload fills.
macro_rules! search {
    ($typed:expr, $($word:expr),+) => {
        held("S5", Reads, 1.5, &["search", $typed, "--limit", "50"], &["read", "{db}",
            concat!("SELECT code, title, category, indicator FROM task WHERE void_reason IS NULL", $(" AND instr(code || title || coalesce(category, '') || coalesce(indicator, ''), '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT code, background FROM task WHERE void_reason IS NULL", $(" AND instr(coalesce(background, '') || coalesce(content, '') || coalesce(expected_effect, ''), '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT code, selected_reason FROM task WHERE void_reason IS NULL", $(" AND instr(coalesce(selected_reason, '') || coalesce(closed_reason, ''), '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT t.code, p.note FROM progress p CROSS JOIN task t WHERE t.id = p.task_id AND p.void_reason IS NULL", $(" AND instr(p.note, '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT code, title FROM consultation WHERE void_reason IS NULL", $(" AND instr(code || title || coalesce(applicant, ''), '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT code, law FROM consultation WHERE void_reason IS NULL", $(" AND instr(coalesce(background, '') || coalesce(law, '') || coalesce(issue, '') || coalesce(own_opinion, '') || coalesce(self_check, ''), '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT code, title FROM eval_round WHERE void_reason IS NULL", $(" AND instr(code || title, '", $word, "') > 0"),+),
            concat!("SELECT code, title FROM eval_entry WHERE void_reason IS NULL", $(" AND instr(title || coalesce(lesson, ''), '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT code, name FROM department WHERE void_reason IS NULL", $(" AND instr(code || name, '", $word, "') > 0"),+, " ORDER BY 1"),
            concat!("SELECT date, name FROM holiday WHERE void_reason IS NULL", $(" AND instr(name, '", $word, "') > 0"),+, " ORDER BY 1"),
        ])
    };
}

/// Every line.
pub const LINES: &[Held] = &[
    held("S1", Nothing, 2.0, &["--version"], &[]),
    held("S1", Nothing, 8.0, &["--help"], &[]),
    held("S2", Writes, 1.5, &["task", "add", "새 과제", "--year", "2026", "--dept", "D-01", "--no-input"], &["add", "{db}", "새 과제"]),
    held(
        "S3",
        Reads,
        1.5,
        &["task", "show", "{mid}"],
        &[
            "read",
            "{db}",
            TASK,
            "SELECT deputy_id, background, content, expected_effect FROM task WHERE code = '{mid}'",
            "SELECT * FROM milestone_status WHERE task = '{mid}' ORDER BY seq",
            "SELECT * FROM progress_report WHERE task = '{mid}' ORDER BY \"on\"",
            "SELECT * FROM task_history WHERE task = '{mid}' ORDER BY \"on\", step, id",
        ],
    ),
    held(
        "S3",
        Reads,
        1.5,
        &["consult", "show", "{request}"],
        &[
            "read",
            "{db}",
            "SELECT * FROM consultation_status WHERE code = '{request}'",
            "SELECT background, law, issue, own_opinion, self_check FROM consultation WHERE code = '{request}'",
            "SELECT * FROM consultation_history WHERE code = '{request}' ORDER BY no",
        ],
    ),
    held(
        "S4",
        Reads,
        1.5,
        &["task", "list", "--limit", "50"],
        &["read", "{db}", "SELECT * FROM task_status WHERE state <> 'void' ORDER BY year DESC, seq LIMIT 50"],
    ),
    held(
        "S4",
        Reads,
        1.5,
        &["task", "list", "--delayed", "--limit", "50"],
        &[
            "read",
            "{db}",
            "SELECT * FROM task_status WHERE id IN (SELECT id FROM task_live) AND delayed = 1 ORDER BY year DESC, seq LIMIT 50",
        ],
    ),
    held(
        "S4",
        Reads,
        1.5,
        &["due", "list", "--within", "7", "--limit", "50"],
        &["read", "{db}", "SELECT * FROM due WHERE days_left <= 7 ORDER BY due, code LIMIT 50"],
    ),
    search!("청", "청"),
    search!("청년", "청년"),
    search!("청년 일자리", "청년", "일자리"),
    search!("일자리", "일자리"),
    search!("소상공인", "소상공인"),
    search!("없는말", "없는말"),
    // The same two syllables in pieces.
    search!("\u{110E}\u{1165}\u{11BC}\u{1102}\u{1167}\u{11AB}", "청년"),
    held("S6", Reads, 1.5, &["report", "monthly", "2026-05"], &["read", "{db}", MONTH[0], MONTH[1], MONTH[2], MONTH[3]]),
    held(
        "S6",
        Reads,
        1.5,
        &["report", "monthly", "2026-10"],
        &[
            "read",
            "{db}",
            MONTH[1],
            MONTH[2],
            "SELECT code, title, department, lead, last_on FROM progress_missing WHERE since = '2026-10-01' AND year = 2026 ORDER BY department_id, year, task_seq",
        ],
    ),
    held("S6", Reads, 1.5, &["report", "monthly", "2020-05", "--as-of", "2020-06-30"], &["read", "{db}", PAST[0], PAST[1], PAST[2]]),
    held(
        "S6",
        Reads,
        1.5,
        &["task", "list", "--as-of", "2020-06-30", "--limit", "50"],
        &["read", "{db}", "SELECT * FROM task WHERE proposed_on <= '2020-06-30' AND void_reason IS NULL ORDER BY year DESC, seq LIMIT 50"],
    ),
    held(
        "S7",
        Reads,
        1.25,
        &["eval", "table", "EV-2026-01", "--limit", "0"],
        &[
            "read",
            "{db}",
            "SELECT t.*, p.* FROM evaluation_table t LEFT JOIN (SELECT s.entry_id, sum(CASE WHEN s.criterion_id = 1 THEN s.points END),
               sum(CASE WHEN s.criterion_id = 2 THEN s.points END), sum(CASE WHEN s.criterion_id = 3 THEN s.points END),
               sum(CASE WHEN s.criterion_id = 4 THEN s.points END), sum(CASE WHEN s.criterion_id = 5 THEN s.points END)
               FROM evaluation_criterion_score s WHERE s.round_id = 1 GROUP BY s.entry_id) p ON p.entry_id = t.entry_id
              WHERE t.round_id = 1 ORDER BY t.rank NULLS LAST, t.entry",
        ],
    ),
    held("S8", Imports("bare"), 1.5, &["import", "task", "{csv}/task.csv"], &["import", "{db}", "task", "{csv}/task.csv"]),
    held(
        "S8",
        Imports("unscored"),
        1.5,
        &["eval", "import", "EV-2026-01", "--scores", "{csv}/scores.csv"],
        &["import", "{db}", "score", "{csv}/scores.csv"],
    ),
    held(
        "S8",
        Imports("unreported"),
        1.5,
        &["import", "progress", "{csv}/progress.csv"],
        &["import", "{db}", "progress", "{csv}/progress.csv"],
    ),
    held(
        "S8",
        ReadsAll,
        1.5,
        &["export", "progress", "-o", "csv"],
        &[
            "read",
            "{db}",
            "SELECT t.code, p.reported_on, p.percent, p.note FROM progress p JOIN task t ON t.id = p.task_id WHERE p.void_reason IS NULL ORDER BY t.code, p.reported_on",
        ],
    ),
    held("S10", ReadsAll, 2.0, &["verify"], &["hash", "{db}"]),
    // Before the months were frozen, and before any progress was reported.
    held("S10", ReadsAll, 1.0, &["task", "list", "--known-at", "8", "--limit", "50"], &[]),
    held("S10", ReadsAll, 1.0, &["task", "list", "--known-at", "7", "--limit", "50"], &[]),
];
