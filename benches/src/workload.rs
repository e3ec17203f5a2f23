//! The workload: an office's years as CSV, the same rows for the same size on every machine.
//! Row k is computed from k alone. No day of it depends on the day of the run: what is open is
//! late or due in 2059, so that a figure taken in another year is the same figure.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};

/// The first year and how many there are.
const FIRST_YEAR: usize = 2015;
const YEARS: usize = 12;
/// How many tasks and requests are open at once, however many years lie behind them.
const OPEN_TASKS: usize = 2_000;
const OPEN_REQUESTS: usize = 500;
/// The most entries of a round.
const MOST_ENTRIES: usize = 20_000;
/// What raters and criteria a round has.
pub const RATERS: usize = 5;
const CRITERIA: [&str; 5] = ["주민체감도", "적극성", "창의성", "중요도", "확산가능성"];

const BUREAUS: [&str; 10] = ["기획", "재무", "인사", "총무", "복지", "교육", "환경", "교통", "도시", "문화"];
const OFFICES: [&str; 4] = ["정책과", "관리과", "지원과", "혁신과"];
const WHOM: [&str; 12] = ["청년", "노인", "아동", "장애인", "소상공인", "전통시장", "탄소중립", "하천", "도로", "주차장", "상수도", "보육"];
const WHAT: [&str; 11] = ["일자리", "돌봄", "행정", "시설", "에너지", "주거", "공원", "민원", "홍보", "협약", "데이터"];
const HOW: [&str; 7] = ["확대", "개선", "구축", "정비", "지원", "도입", "활성화"];
const NOTES: [&str; 8] = [
    "계획 수립 완료",
    "관계부서 협의 중",
    "용역 착수보고회 개최",
    "현장 점검 실시",
    "주민설명회 개최",
    "입찰 공고 게시",
    "중간보고 완료",
    "준공 검사",
];

/// The mixing step of splitmix64.
fn mixed(k: usize) -> usize {
    let mut z = (k as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((z ^ (z >> 31)) >> 16).unwrap_or_default()
}

fn department(k: usize) -> String {
    format!("{}{}", BUREAUS[k % 10], OFFICES[k / 10 % 4])
}

/// One task's place in the workload.
struct Place {
    year: usize,
    seq: usize,
    is_open: bool,
    hash: usize,
}

fn places(tasks: usize) -> impl Iterator<Item = Place> {
    let open_from = tasks - OPEN_TASKS.min(tasks / 5);
    let (mut year, mut seq) = (0, 0);
    (0..tasks).map(move |k| {
        let now = FIRST_YEAR + k * YEARS / tasks;
        seq = if now == year { seq + 1 } else { 1 };
        year = now;
        Place { year, seq, is_open: k >= open_from, hash: mixed(k) }
    })
}

impl Place {
    fn code(&self) -> String {
        format!("KT-{}-{:02}", self.year, self.seq)
    }

    fn title(&self) -> String {
        let h = self.hash;
        format!("{} {} {} {}차", WHOM[h % 12], WHAT[h / 12 % 11], HOW[h / 132 % 7], self.seq)
    }
}

/// How many entries the round of a workload has.
pub fn entries(tasks: usize) -> usize {
    (tasks / 5).min(MOST_ENTRIES)
}

/// The newest task's code, and that of a task in the middle of the years.
pub fn codes(tasks: usize) -> (String, String) {
    let middle = places(tasks).nth(tasks / 2).map(|place| place.code()).unwrap_or_default();
    (places(tasks).last().map(|place| place.code()).unwrap_or_default(), middle)
}

/// Writes the files of a workload into a folder.
///
/// # Errors
/// Whatever the system says.
pub fn write(folder: &Path, tasks: usize) -> Result<()> {
    fs::create_dir_all(folder)?;
    let file = |name: &str, heading: &str| -> Result<BufWriter<File>> {
        let mut file = BufWriter::new(File::create(folder.join(name)).with_context(|| name.to_owned())?);
        writeln!(file, "{heading}")?;
        Ok(file)
    };
    let mut out = file("dept.csv", "name,since_on")?;
    for k in 0..40 {
        writeln!(out, "{},2014-01-01", department(k))?;
    }
    let mut out = file("task.csv", "code,title,year,department,state,start,due,selected_on,closed_on,outcome,proposed_on")?;
    let mut reports = file("progress.csv", "task,on,percent,note")?;
    let mut requests = file("consult.csv", "code,title,department,task,received_on,state,result,answered_on")?;
    let mut open_requests = OPEN_REQUESTS.min(tasks / 50);
    let last_year = FIRST_YEAR + YEARS - 1;
    let mut of_year = (0, 0);
    for (k, place) in places(tasks).enumerate() {
        let Place { year, is_open, hash, .. } = place;
        let (code, department) = (place.code(), department(hash / 7));
        let due = if !is_open {
            format!("{year}-11-30")
        } else if k % 2 == 0 {
            "2026-03-31".into()
        } else {
            "2059-12-31".into()
        };
        let (state, closed_on, outcome) = match hash % 10 {
            _ if is_open => ("", String::new(), ""),
            0 => ("stopped", format!("{year}-11-10"), ""),
            n => ("completed", format!("{year}-11-{}", 11 + n), if n == 1 { "missed" } else { "met" }),
        };
        writeln!(
            out,
            "{code},{},{year},{department},{state},{year}-01-10,{due},{year}-01-15,{closed_on},{outcome},{year}-01-05",
            place.title()
        )?;
        for month in 0..11 {
            let day = if month == 10 { 5 } else { 20 };
            writeln!(reports, "{code},{year}-{:02}-{day:02},{},{}", month + 1, (month + 1) * 9, NOTES[(hash >> month) % 8])?;
        }
        if hash % 10 == 3 || (year == last_year && k % 5 == 0 && open_requests > 0) {
            of_year = if of_year.0 == year { (year, of_year.1 + 1) } else { (year, 1) };
            let waits = year == last_year && open_requests > 0;
            open_requests -= usize::from(waits);
            let day = hash / 100 % 28 + 1;
            let end = if waits { ",,".to_owned() } else { format!("answered,possible,{year}-06-{day:02}") };
            writeln!(requests, "PC-{year}-{:03},{} 협의,{department},{code},{year}-05-{day:02},{end}", of_year.1, place.title())?;
        }
    }
    round(tasks, &file)
}

fn round(tasks: usize, file: &dyn Fn(&str, &str) -> Result<BufWriter<File>>) -> Result<()> {
    let mut out = file("criteria.csv", "criterion,max")?;
    for name in CRITERIA {
        writeln!(out, "{name},20")?;
    }
    let mut out = file("raters.csv", "rater")?;
    for rater in 1..=RATERS {
        writeln!(out, "R{rater}")?;
    }
    let mut out = file("entries.csv", "entry,title,department")?;
    let mut scores = file("scores.csv", "entry,rater,criterion,points")?;
    for entry in 1..=entries(tasks) {
        writeln!(out, "E{entry:05},적극행정 사례 {entry},{}", department(mixed(entry)))?;
        for rater in 1..=RATERS {
            for (no, name) in CRITERIA.iter().enumerate() {
                writeln!(scores, "E{entry:05},R{rater},{name},{}", 8 + mixed(entry * 25 + rater * 5 + no) % 13)?;
            }
        }
    }
    Ok(())
}
