//! The exact figures, kept in `benches/figures.csv`: instructions, calls that wait for the disk,
//! and bytes are the same on every run of the same build, so that one that grows is a fault.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// A figure may grow by so much before it is a fault: hash tables are seeded anew in every run.
const SLACK: f64 = 1.02;

/// A size, a number in the table, and what was asked.
type Key = (usize, String, String);

/// What was kept, and what this run found.
#[derive(Debug, Default)]
pub struct Figures {
    kept: BTreeMap<Key, u64>,
    found: BTreeMap<Key, u64>,
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("figures.csv")
}

impl Figures {
    /// Those that were kept.
    ///
    /// # Errors
    /// A file of another shape.
    pub fn read() -> Result<Self> {
        let mut figures = Self::default();
        if file().exists() {
            for row in csv::Reader::from_path(file())?.deserialize() {
                let (tasks, no, asked, figure): (usize, String, String, u64) = row?;
                figures.kept.insert((tasks, no, asked), figure);
            }
        }
        Ok(figures)
    }

    /// Notes what this run found.
    pub fn note(&mut self, tasks: usize, no: &str, asked: &str, figure: u64) {
        self.found.insert((tasks, no.to_owned(), asked.to_owned()), figure);
    }

    /// Tells how each figure grows from the first size to each of the others.
    pub fn size_to_size(&self, sizes: &[usize]) {
        let Some((first, others)) = sizes.split_first().filter(|(_, others)| !others.is_empty()) else { return };
        println!("\nsize to size");
        for ((_, no, asked), least) in self.found.range((*first, String::new(), String::new())..(first + 1, String::new(), String::new())) {
            let grown = |tasks: &usize| {
                let figure = self.found.get(&(*tasks, no.clone(), asked.clone()))?;
                Some(format!("{tasks}: {:.2}x", *figure as f64 / *least as f64))
            };
            println!("{no:<4} {asked:<52} {}", others.iter().filter_map(grown).collect::<Vec<_>>().join("  "));
        }
    }

    /// Keeps what was found, or fails where something has grown.
    ///
    /// # Errors
    /// A figure that is worse than the one that was kept.
    pub fn end(mut self, keep: bool) -> Result<()> {
        if keep {
            self.kept.append(&mut self.found);
            let mut out = csv::Writer::from_path(file())?;
            out.write_record(["tasks", "no", "asked", "figure"])?;
            for ((tasks, no, asked), figure) in &self.kept {
                out.serialize((tasks, no, asked, figure))?;
            }
            return Ok(out.flush()?);
        }
        let grown: Vec<String> = self
            .found
            .iter()
            .filter_map(|(key, figure)| {
                let kept = self.kept.get(key)?;
                let has_grown = *figure as f64 > *kept as f64 * SLACK;
                has_grown.then(|| format!("{} tasks, {} {}: {kept} before, {figure} now", key.0, key.1, key.2))
            })
            .collect();
        if grown.is_empty() { Ok(()) } else { bail!("these figures have grown:\n{}", grown.join("\n")) }
    }
}
