//! How a command is measured: instructions, which are the same on every run, calls that wait
//! for the disk, the most memory it held, and times taken in turns with what it is held to.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// A command line, run in an empty environment.
pub type Line = Vec<String>;

fn command(line: &[String]) -> Command {
    let mut command = Command::new(&line[0]);
    command.args(&line[1..]).env_clear().envs([("PATH", "/usr/bin:/bin"), ("HOME", "/"), ("LANG", "C.UTF-8"), ("PROADMIN_ACTOR", "bench")]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Runs a line to its end; what it writes to stderr.
///
/// # Errors
/// A line that cannot be run, or that fails.
pub fn run(line: &[String]) -> Result<String> {
    let done = command(line).output().with_context(|| line.join(" "))?;
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    if !done.status.success() {
        bail!("{}: {}\n{said}", line.join(" "), done.status);
    }
    Ok(said)
}

fn under(tool: &[&str], line: &[String]) -> Line {
    tool.iter().map(|part| (*part).to_owned()).chain(line.iter().cloned()).collect()
}

/// The instructions of a line, its libraries' included.
///
/// # Errors
/// A failing line, or a tool that says something else.
pub fn instructions(line: &[String]) -> Result<u64> {
    let said = run(&under(&["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"], line))?;
    let figure = said.lines().find_map(|line| line.split_once("Collected :")).context("callgrind said nothing")?;
    Ok(figure.1.trim().replace(',', "").parse()?)
}

/// How often a line waits until the disk has what it wrote.
///
/// # Errors
/// A failing line, or a tool that says something else.
pub fn syncs(line: &[String], notes: &Path) -> Result<u64> {
    let into = notes.display().to_string();
    run(&under(&["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync,sync_file_range,msync", "-o", &into], line))?;
    Ok(std::fs::read_to_string(notes)?.lines().count() as u64)
}

/// The most memory that a line held, in KiB.
///
/// # Errors
/// A failing line, or a tool that says something else.
pub fn peak(line: &[String], notes: &Path) -> Result<u64> {
    let into = notes.display().to_string();
    run(&under(&["/usr/bin/time", "-o", &into, "-f", "%M"], line))?;
    let said = std::fs::read_to_string(notes)?;
    Ok(said.lines().last().unwrap_or_default().trim().parse()?)
}

/// The shortest times of two lines that take turns; `before` puts the file back each time.
///
/// # Errors
/// A failing line.
pub fn times(pair: [&[String]; 2], rounds: u32, before: &dyn Fn() -> Result<()>) -> Result<[Duration; 2]> {
    let mut best = [Duration::MAX; 2];
    for _ in 0..rounds {
        for (line, best) in pair.iter().zip(&mut best) {
            before()?;
            let start = Instant::now();
            run(line)?;
            *best = start.elapsed().min(*best);
        }
    }
    Ok(best)
}
