//! What an answer costs: one that shows one record, the newest fifty, the overdue or a frozen
//! month takes as many steps in a file of many years as in one of few. Steps of SQLite's own
//! machine are counted, which are the same on every run.

use std::fmt::Write;

use proadmin::consult::CONSULTATIONS;
use proadmin::register::{Filter, Register};
use proadmin::task::TASKS;
use rusqlite::{Connection, StatementStatus};

use crate::office::Office;

/// An office with so many closed tasks and requests in each of six years, and twenty open ones.
fn office(a_year: usize) -> Office {
    let mut tasks = "code,title,year,department,state,start,due,selected_on,closed_on,outcome,proposed_on\n".to_owned();
    let mut reports = "task,on,percent,note\n".to_owned();
    let mut requests = "code,title,department,task,received_on,state,result,answered_on\n".to_owned();
    for year in 2019..=2024 {
        let (count, end, closed) = if year == 2024 { (20, 3, "") } else { (a_year, 11, "completed") };
        for no in 1..=count {
            let (code, on) = (format!("KT-{year}-{no:02}"), if closed.is_empty() { String::new() } else { format!("{year}-11-20") });
            let met = if closed.is_empty() { "" } else { "met" };
            let _ = writeln!(
                tasks,
                "{code},과제 {year} {no},{year},가과,{closed},{year}-01-10,{year}-{end:02}-28,{year}-01-15,{on},{met},{year}-01-05"
            );
            for month in 2..=3 {
                let _ = writeln!(reports, "{code},{year}-{month:02}-20,{},추진", month * 9);
            }
            let ended = if closed.is_empty() { ",,".to_owned() } else { format!("answered,possible,{year}-05-10") };
            let _ = writeln!(requests, "PC-{year}-{no:03},협의 {no},가과,{code},{year}-05-02,{ended}");
        }
    }
    let office = Office::on("2024-05-20");
    office.run("dept add 가과").ok();
    for (noun, rows) in [("task", tasks), ("progress", reports), ("consult", requests)] {
        office.write(&format!("{noun}.csv"), rows);
        office.run(&format!("import {noun} {noun}.csv")).ok();
    }
    office.run("snapshot take 2024-04").ok();
    office
}

/// The steps of SQLite's machine, and those of them that step through a whole table.
fn steps(conn: &Connection, sql: &str) -> (i32, i32) {
    let mut asked = conn.prepare(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    let params: Vec<&str> = (0..asked.parameter_count()).map(|_| "7").collect();
    let mut rows = asked.query(rusqlite::params_from_iter(params)).expect("rows");
    while rows.next().expect("a row").is_some() {}
    drop(rows);
    (asked.get_status(StatementStatus::VmStep), asked.get_status(StatementStatus::FullscanStep))
}

fn listed(register: &'static Register, filter: Filter) -> String {
    let mut query = register.query(filter, &register.columns[..register.listed]);
    query.limit = Some(50);
    query.sql()
}

#[test]
fn what_is_shown_costs_what_is_open_and_not_what_the_file_holds() {
    let newest = |register: &'static Register| listed(register, Filter::default().unless_void(register, false, None));
    let delayed = Filter::default().only_if(true, "id IN (SELECT id FROM task_live)").only_if(true, "delayed = 1");
    let asked = [
        "SELECT * FROM task_status WHERE code = 'KT-2020-07'".to_owned(),
        // Whether a new task has a namesake.
        "SELECT code FROM task WHERE department_id = 1 AND year = 2024 AND title = '새 과제' AND void_reason IS NULL ORDER BY id"
            .to_owned(),
        "SELECT * FROM milestone_status WHERE task = 'KT-2020-07' ORDER BY seq".to_owned(),
        "SELECT * FROM progress_report WHERE task = 'KT-2020-07' ORDER BY \"on\"".to_owned(),
        "SELECT * FROM task_history WHERE task = 'KT-2020-07' ORDER BY \"on\", step, id".to_owned(),
        "SELECT * FROM consultation_status WHERE code = 'PC-2020-007'".to_owned(),
        "SELECT * FROM consultation_history WHERE code = 'PC-2020-007' ORDER BY \"on\", step, id".to_owned(),
        newest(&TASKS),
        newest(&CONSULTATIONS),
        listed(&TASKS, delayed.unless_void(&TASKS, false, None)),
        "SELECT * FROM due WHERE days_left <= 7 ORDER BY due, code LIMIT 50".to_owned(),
        "SELECT * FROM task_late WHERE id IN (SELECT id FROM task_live)".to_owned(),
        "SELECT * FROM snapshot_table WHERE month = '2024-04' AND revision = 1 ORDER BY seq".to_owned(),
    ];
    let offices = [office(60), office(300)];
    let [few, many] = offices.each_ref().map(Office::open);
    for sql in asked {
        let ((least, scanned), (steps, scans)) = (steps(&few, &sql), steps(&many, &sql));
        assert!(f64::from(steps) <= 1.1 * f64::from(least) + 20.0, "{least} steps in a small file, {steps} in a bigger one: {sql}");
        assert!(scans <= scanned, "{scanned} rows are stepped through in a small file, {scans} in a bigger one: {sql}");
    }
}
