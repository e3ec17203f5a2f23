//! What proadmin is held to: each of its answers beside the least program that opens the same
//! file and asks the same, in one run. `benches/README.md` says how to read the table.
//!
//!   cargo run --release -p proadmin-bench -- 1000 10000
//!   cargo run --release -p proadmin-bench -- 1000 S3 S4 --keep
//!   cargo run --release -p proadmin-bench -- year

// A ratio of counts is exact enough.
#![allow(clippy::cast_precision_loss)]

mod figures;
mod lines;
mod measure;
mod workload;
#[cfg(unix)]
mod year;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use figures::Figures;
use lines::{Does, Held, LINES};
use measure::Line;

fn main() -> Result<()> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|given| given.parse().ok()).collect();
    let only: Vec<String> = std::env::args().skip(1).filter(|given| given.starts_with('S')).collect();
    let keep = std::env::args().any(|given| given == "--keep");
    let programs = std::env::current_exe()?.parent().context("a folder")?.to_owned();
    #[cfg(unix)]
    if std::env::args().any(|given| given == "year") {
        return year::run(&programs.join("proadmin"), &programs.join("workload"));
    }
    let mut figures = Figures::read()?;
    let sizes = if sizes.is_empty() { vec![1_000, 10_000] } else { sizes };
    for tasks in &sizes {
        let place = Place::new(&programs, *tasks)?;
        place.build(*tasks)?;
        println!(
            "\n{tasks} tasks\n{:<4} {:<52} {:>14} {:>14} {:>6} {:>6} {:>6} {:>9} {:>7}",
            "", "", "instructions", "limit", "ratio", "goal", "fsync", "peak KiB", "time"
        );
        for held in LINES.iter().filter(|held| only.is_empty() || only.iter().any(|no| no == held.no)) {
            place.measure(held, &mut figures)?;
        }
        if only.is_empty() {
            let bytes = fs::metadata(place.folder.join("office.db"))?.len();
            figures.note(*tasks, "S9", "bytes a task", bytes / *tasks as u64);
            figures.note(*tasks, "S9", "bytes of the program", fs::metadata(programs.join("proadmin"))?.len());
        }
    }
    figures.size_to_size(&sizes);
    figures.end(keep)
}

/// Where a workload of one size lies, and with which programs.
struct Place {
    programs: PathBuf,
    folder: PathBuf,
    tasks: usize,
    words: Vec<(&'static str, String)>,
}

impl Place {
    fn new(programs: &Path, tasks: usize) -> Result<Self> {
        let folder = programs.join("workload").join(tasks.to_string());
        fs::create_dir_all(&folder)?;
        let (new, mid) = workload::codes(tasks);
        let words = vec![
            ("{db}", folder.join("work.db").display().to_string()),
            ("{csv}", folder.display().to_string()),
            ("{new}", new),
            ("{mid}", mid),
            ("{request}", "PC-2020-001".to_owned()),
        ];
        Ok(Self { programs: programs.to_owned(), folder, tasks, words })
    }

    fn line(&self, program: &str, asked: &[&str], db: Option<&Path>) -> Line {
        let mut line = vec![self.programs.join(program).display().to_string()];
        line.extend(asked.iter().map(|part| self.words.iter().fold((*part).to_owned(), |part, (word, means)| part.replace(word, means))));
        line.extend(db.into_iter().flat_map(|db| ["--db".to_owned(), db.display().to_string()]));
        line
    }

    /// Makes the file through the program's own import, unless it lies there already.
    fn build(&self, tasks: usize) -> Result<()> {
        let whole = self.folder.join("office.db");
        if whole.exists() {
            return Ok(());
        }
        workload::write(&self.folder, tasks)?;
        let making = self.folder.join("making.db");
        let _ = fs::remove_file(&making);
        let say = |asked: &[&str]| measure::run(&self.line("proadmin", asked, Some(&making)));
        say(&["init", "--org", "시험구", "--org-code", "BENCH"])?;
        let keep = |name: &str| fs::copy(&making, self.folder.join(name)).map(drop);
        say(&["import", "dept", "{csv}/dept.csv"])?;
        keep("bare.db")?;
        say(&["import", "task", "{csv}/task.csv"])?;
        say(&["import", "consult", "{csv}/consult.csv"])?;
        say(&["eval", "open", "우수사례", "--year", "2026"])?;
        let (criteria, raters, entries) = ("{csv}/criteria.csv", "{csv}/raters.csv", "{csv}/entries.csv");
        say(&["eval", "import", "EV-2026-01", "--criteria", criteria, "--raters", raters, "--entries", entries])?;
        keep("unscored.db")?;
        say(&["eval", "import", "EV-2026-01", "--scores", "{csv}/scores.csv"])?;
        keep("unreported.db")?;
        say(&["import", "progress", "{csv}/progress.csv"])?;
        say(&["snapshot", "take", "2026-05"])?;
        fs::rename(&making, &whole)?;
        Ok(())
    }

    fn measure(&self, held: &Held, figures: &mut Figures) -> Result<()> {
        let (work, notes) = (self.folder.join("work.db"), self.folder.join("notes"));
        let name = if let Does::Imports(name) = held.does { name } else { "office" };
        let from = self.folder.join(format!("{name}.db"));
        let fresh = || -> Result<()> {
            for leftover in ["-wal", "-shm"] {
                let _ = fs::remove_file(self.folder.join(format!("work.db{leftover}")));
            }
            fs::copy(&from, &work)?;
            Ok(())
        };
        let anew = || if matches!(held.does, Does::Writes | Does::Imports(_)) { fresh() } else { Ok(()) };
        fresh()?;
        let ours = self.line("proadmin", held.asked, (held.does != Does::Nothing).then_some(work.as_path()));
        let limit = if held.limit.is_empty() { self.line("hello", &[], None) } else { self.line("limit", held.limit, None) };
        let all = matches!(held.does, Does::ReadsAll | Does::Imports(_));
        let asked = held.asked.join(" ");
        let counted = if all {
            None
        } else {
            let own = measure::instructions(&ours)?;
            anew()?;
            figures.note(self.tasks, held.no, &asked, own);
            Some((own, measure::instructions(&limit)?))
        };
        let times = measure::times([&ours, &limit], if all { 1 } else { 5 }, &anew)?.map(|time| time.as_secs_f64());
        anew()?;
        let peak = measure::peak(&ours, &notes)?;
        let syncs = if held.does == Does::Writes {
            anew()?;
            let own = measure::syncs(&ours, &notes)?;
            anew()?;
            figures.note(self.tasks, held.no, &format!("{asked}: fsyncs"), own);
            format!("{own}/{}", measure::syncs(&limit, &notes)?)
        } else {
            String::new()
        };
        let time = times[0] / times[1];
        let ratio = match counted {
            Some((own, least)) => own as f64 / least as f64,
            // A goal in seconds.
            None if held.limit.is_empty() => times[0],
            None => time,
        };
        let (own, least) = counted.unwrap_or_default();
        println!(
            "{:<4} {asked:<52} {own:>14} {least:>14} {ratio:>6.2} {:>6.2} {syncs:>6} {peak:>9} {time:>6.2}x {:>9.1} ms {}",
            held.no,
            held.goal,
            times[0] * 1e3,
            if ratio > held.goal { "over" } else { "" }
        );
        Ok(())
    }
}
