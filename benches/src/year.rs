//! A district's year of some ten thousand rows, and how long each reading command takes on it.
//!
//! So many departments, staff, tasks, requests and reports as a district of Seoul has in a year;
//! what happened is computed from its number alone. Times of one machine say little: what counts
//! is which commands stand out.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use nix::sys::resource::{UsageWho, getrusage};

use crate::measure;

/// The day that the year is entered on. The questions are asked on the day of the run, as people ask them.
const TODAY: &str = "PROADMIN_TODAY=2024-12-20";
const DEPARTMENTS: usize = 66;
const STAFF: usize = 1_491;
const TASKS: usize = 20;
const INCENTIVES: usize = 1_000;
/// So long may a reading command take.
const MOST: Duration = Duration::from_millis(50);
/// How often each is asked; the quickest counts.
const TIMES: u32 = 5;

/// What is imported, by file: how many rows, the heading, and a row by its number.
type Rows = (&'static str, usize, &'static str, fn(usize) -> String);
const FILES: [Rows; 13] = [
    ("dept", DEPARTMENTS, "name,since_on", |k| format!("부서{k:02},2014-01-01")),
    ("staff", STAFF, "name,department,grade,since_on", |k| {
        format!("직원{k:04},부서{:02},{},20{:02}-01-01", k % DEPARTMENTS, k % 5 + 5, k % 10 + 14)
    }),
    ("task", TASKS, "code,title,year,department,lead,due,selected_on,proposed_on", |k| {
        format!("{},과제 {k},2024,부서{:02},직원{:04},2024-12-{:02},2024-01-15,2024-01-05", task(k), k * 3, k * 3, k % 20 + 10)
    }),
    ("milestone", TASKS * 4, "task,title,due", |k| format!("{},단계 {},2024-{:02}-20", task(k / 4), k % 4, k % 4 * 3 + 3)),
    ("progress", TASKS * 11, "task,on,percent,note", |k| {
        format!("{},2024-{:02}-20,{},현장 점검", task(k / 11), k % 11 + 1, (k % 11 + 1) * 9)
    }),
    ("consult", 12, "title,department,task,received_on,state,result,answered_on", |k| {
        let end = if k < 9 { format!("answered,possible,2024-{:02}-28", k + 2) } else { ",,".to_owned() };
        format!("요청 {k},부서{k:02},{},2024-{:02}-05,{end}", task(k), k.min(10) + 2)
    }),
    ("training", 2, "title,date", |k| format!("적극행정 교육 {k},2024-{:02}-12", k * 6 + 3)),
    ("attendance", 2 * STAFF, "session,staff_code", |k| format!("TR-2024-{:02},S-{:04}", k / STAFF + 1, k % STAFF + 1)),
    ("nominate", 120, "title,nominees,source,nominator,received_on,state,decided_on", |k| {
        let end = if k % 3 == 0 { "accepted,2024-06-20" } else { "," };
        format!("공적 {k},S-{:04},department,부서{:02},2024-05-{:02},{end}", k * 7 + 1, k % DEPARTMENTS, k % 28 + 1)
    }),
    ("passive", 120, "title,department,received_on,reporter", |k| {
        format!("신고 {k},부서{:02},2024-{:02}-{:02},신고인{k}", k % DEPARTMENTS, k % 12 + 1, k % 19 + 1)
    }),
    ("incentive", INCENTIVES, "title,event,staff,happened_on", |k| {
        format!("활동 {k},{},S-{:04},2024-{:02}-{:02}", ["promotion", "collaboration"][k % 2], k % STAFF + 1, k % 11 + 1, k % 28 + 1)
    }),
    ("award", 6, "contest,year,org", |k| format!("대회 {k},2024,서울시")),
    ("case", 12, "title,kind,source,problem,done,effect", |k| format!("사례 {k},exemplary,{},문제,조치,효과", task(k))),
];

fn task(k: usize) -> String {
    format!("KT-2024-{:02}", k + 1)
}

/// What is asked: every noun's lists, tables and reports.
const QUESTIONS: [&str; 64] = [
    "today",
    "today --as-of 2024-09-30",
    "today --known-at 2999-01-01",
    "search 과제",
    "dept list",
    "dept show D-05",
    "staff list",
    "staff show S-0100",
    "calendar list",
    "task list",
    "task list --as-of 2024-06-30",
    "task show KT-2024-03",
    "milestone list",
    "progress list",
    "progress missing 2024-11",
    "consult list",
    "consult show PC-2024-003",
    "plan list --year 2024",
    "plan coverage 2024",
    "passive list",
    "passive show PA-2024-010",
    "passive published",
    "clock list",
    "due list",
    "due list --within 7",
    "due explain PA-2024-100",
    "training list",
    "training show TR-2024-01",
    "training coverage --year 2024",
    "training coverage --year 2024 --by person",
    "award list",
    "snapshot list",
    "snapshot show 2024-05",
    "snapshot diff 2024-05 2024-06",
    "report monthly 2024-05",
    "report monthly 2024-12",
    "report monthly 2024-05 --as-of 2024-06-30",
    "report year-end 2024",
    "report year-end 2024 -o html",
    "report department D-05 --year 2024",
    "report assessment 2024",
    "eval list",
    "eval show EV-2024-01",
    "eval table EV-2024-01",
    "eval explain EV-2024-01 E01 E02",
    "eval sensitivity EV-2024-01",
    "handover S-0010",
    "retention list",
    "case list",
    "case show CS-2024-01",
    "nominate list",
    "nominate show NM-2024-003",
    "nominate duplicates",
    "incentive table --year 2024",
    "incentive table --year 2024 --by person",
    "incentive proposed --year 2024",
    "exemption list",
    "legal list",
    "reward list",
    "reward list --outstanding",
    "query 'SELECT count(*) FROM task_status'",
    "log",
    "verify",
    "seal",
];

/// Makes the year under `folder` and asks every question of it, the slowest first.
///
/// # Errors
/// A command that fails, or whatever the system says.
pub fn run(program: &Path, folder: &Path) -> Result<()> {
    let db = folder.join("year.db");
    let line = |db: &Path, words: &str| {
        let own = [program.display().to_string(), "--db".into(), db.display().to_string()];
        Ok::<Vec<String>, shell_words::ParseError>(own.into_iter().chain(shell_words::split(words)?).collect())
    };
    if !db.exists() {
        fs::create_dir_all(folder)?;
        // Half a year would be asked as if it were a whole one.
        let making = folder.join("making.db");
        let _ = fs::remove_file(&making);
        make(folder, &|words| {
            let then = ["env".into(), TODAY.into()].into_iter().chain(line(&making, words)?).collect::<Vec<_>>();
            measure::run(&then).map(drop)
        })?;
        fs::rename(&making, &db)?;
    }
    let mut taken = Vec::new();
    for question in QUESTIONS {
        let line = line(&db, question)?;
        let mut quickest = Duration::MAX;
        for _ in 0..TIMES {
            let before = spent()?;
            measure::run(&line)?;
            quickest = quickest.min(spent()?.saturating_sub(before));
        }
        taken.push((quickest, question));
    }
    taken.sort_unstable_by(|a, b| b.cmp(a));
    for (time, question) in taken {
        println!("{:>7.1} ms  {question}{}", time.as_secs_f64() * 1e3, if time > MOST { "  over" } else { "" });
    }
    Ok(())
}

/// The time that the processor spent for the commands that have ended.
fn spent() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = |time: nix::sys::time::TimeVal| u64::try_from(time.tv_sec() * 1_000_000 + time.tv_usec()).unwrap_or_default();
    Ok(Duration::from_micros(micros(usage.user_time()) + micros(usage.system_time())))
}

/// Imports the year, and holds its two rounds.
fn make(folder: &Path, say: &dyn Fn(&str) -> Result<()>) -> Result<()> {
    let write = |name: &str, rows: usize, heading: &str, row: &dyn Fn(usize) -> String| -> Result<String> {
        let mut text = format!("{heading}\n");
        (0..rows).try_for_each(|k| writeln!(text, "{}", row(k)))?;
        let file = folder.join(format!("{name}.csv"));
        fs::write(&file, text)?;
        Ok(file.display().to_string())
    };
    say("init --org 시험구 --org-code YEAR")?;
    for (name, rows, heading, row) in FILES {
        let file = write(name, rows, heading, &row)?;
        let noun = if name == "attendance" { "training" } else { name };
        say(&format!("import {noun} {file} -y"))?;
    }
    say("plan area --template dongjak-2020 --year 2024")?;
    for no in 1..=11 {
        say(&format!("plan action 추진과제{no} --year 2024 --area {} --dept D-{no:02} --due 2024-12-20", no % 4 + 1))?;
    }
    for (round, name) in ["상반기", "하반기"].iter().enumerate() {
        let code = format!("EV-2024-{:02}", round + 1);
        say(&format!("eval open {name} --year 2024"))?;
        let criteria = write("criteria", 5, "criterion,max", &|k| format!("항목{k},20"))?;
        let raters = write("raters", 16, "rater", &|k| format!("R{k:02}"))?;
        let entries = write("entries", 16, "entry,title,department", &|k| format!("E{:02},사례 {k},부서{k:02}", k + 1))?;
        let scores = write("scores", 16 * 16 * 5, "entry,rater,criterion,points", &|k| {
            format!("E{:02},R{:02},항목{},{}", k / 80 + 1, k / 5 % 16, k % 5, 8 + (k * 7 + k / 80 * 3) % 13)
        })?;
        say(&format!("eval import {code} --criteria {criteria} --raters {raters} --entries {entries} -y"))?;
        say(&format!("eval import {code} --scores {scores} -y"))?;
    }
    (1..=11).try_for_each(|month| say(&format!("snapshot take 2024-{month:02}")))
}
