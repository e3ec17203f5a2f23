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
    /// Writes so much that only its time is taken.
    WritesAll,
}

/// One line and what it is held to.
#[derive(Debug)]
pub struct Held {
    /// Its number in the table.
    pub no: &'static str,
    /// What the program is asked.
    pub asked: &'static [&'static str],
    /// What the limit program is asked; empty for the program that says hello.
    pub limit: &'static [&'static str],
    /// What it does with the file.
    pub does: Does,
    /// The most instructions, or for all of a file the longest time, as a multiple of the limit's.
    pub goal: f64,
}

const fn held(no: &'static str, does: Does, goal: f64, asked: &'static [&'static str], limit: &'static [&'static str]) -> Held {
    Held { no, asked, limit, does, goal }
}

use Does::{Nothing, Reads, ReadsAll, Writes, WritesAll};

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
            "SELECT * FROM task_status WHERE code = '{mid}'",
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
    held(
        "S5",
        Reads,
        1.5,
        &["search", "청", "--limit", "50"],
        &["read", "{db}", "SELECT code, title FROM task WHERE title LIKE '%청%' LIMIT 50"],
    ),
    held(
        "S5",
        Reads,
        1.5,
        &["search", "없는말", "--limit", "50"],
        &[
            "read",
            "{db}",
            "SELECT code, title FROM task WHERE title LIKE '%없는말%' LIMIT 50",
            "SELECT id, note FROM progress WHERE note LIKE '%없는말%' LIMIT 50",
            "SELECT code, title FROM consultation WHERE title LIKE '%없는말%' LIMIT 50",
            "SELECT code, title FROM eval_entry WHERE title LIKE '%없는말%' LIMIT 50",
        ],
    ),
    held(
        "S6",
        Reads,
        1.5,
        &["report", "monthly", "2026-05"],
        &["read", "{db}", "SELECT * FROM department_month WHERE month = '2026-05' AND revision = 1"],
    ),
    held(
        "S6",
        Reads,
        1.5,
        &["report", "monthly", "2026-10"],
        &["read", "{db}", "SELECT * FROM department_month WHERE month = '2026-10' AND revision = 0"],
    ),
    held(
        "S7",
        Reads,
        1.25,
        &["eval", "table", "EV-2026-01", "--limit", "0"],
        &["read", "{db}", "SELECT * FROM evaluation_table WHERE round_id = 1 ORDER BY rank, entry_id"],
    ),
    held("S8", WritesAll, 1.5, &["import", "progress", "{csv}/progress.csv"], &["import", "{db}", "progress", "{csv}/progress.csv"]),
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
];
