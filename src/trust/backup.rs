//! `backup` and `restore`: a whole copy of the file, verified before it has its name, and put
//! back only after it was verified again, while what it replaces is kept.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Args;

use super::{verify, words};
use crate::beside;
use crate::db::{self, Access, Db, EntryNo, Shadow};
use crate::prompt;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::seal;
use crate::seoul;
use crate::session::{Environment, Obey, Session};
use crate::words::{Sentence, Text, quoted, text};

static NO_FOLDER: Rule = rule(Kind::Usage, "E0811", "'{folder}' 폴더가 없습니다", "there is no folder '{folder}'");
static NO_BACKUP: Rule = rule(
    Kind::NotFound,
    "E0812",
    "'{folder}'에 백업이 없습니다(proadmin-날짜-시각.db)",
    "there is no backup in '{folder}' (proadmin-DATE-TIME.db)",
);
static NOT_THERE: Rule = rule(
    Kind::NotFound,
    "E0818",
    "'{from}'에 백업이 없습니다: 그런 파일도 폴더도 없습니다. 기록한 것은 없습니다",
    "there is no backup at '{from}': no such file and no such folder; nothing was recorded",
);
const LOOK_FOR_IT: Text = text(
    "백업을 둔 폴더를 찾으십시오(다른 디스크나 서버일 수 있습니다)",
    "look for the folder that backups were made in; it may be on another disk or server",
);
const ANOTHER: Text =
    text("다른 백업을 찾으십시오(다른 디스크나 서버일 수 있습니다)", "look for another backup; it may be on another disk or server");
static NOT_SOUND: Rule = rule(
    Kind::Integrity,
    "E0813",
    "'{file}'{file:~은/는} 온전하지 않습니다(맞지 않는 곳 {count}군데). 바꾼 것은 없습니다",
    "'{file}' is not sound ({count:finding/findings}); nothing was changed",
);
static UNREADABLE: Rule =
    rule(Kind::Integrity, "E0824", "'{file}'{file:~은/는} 손상되어 읽을 수 없습니다", "'{file}' is damaged and cannot be read");
static ITSELF: Rule = rule(Kind::Usage, "E0814", "'{file}'{file:~은/는} 지금 쓰는 파일입니다", "'{file}' is the file in use");
const COLUMNS: &[Column] = &[
    column("file", "파일", "file", Holds::Text),
    column("bytes", "크기", "bytes", Holds::Integer),
    column("entry", "기록", "entry", Holds::Integer),
    column("seal", "봉인 부호", "seal", Holds::Code),
];
const NAMED: &str = "proadmin-";

/// Makes a backup.
#[derive(Args, Debug)]
pub struct Backup {
    /// Folder for backups
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Keep so many backups in the folder, the newest; older ones are removed
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    keep: Option<u32>,
}

impl Obey for Backup {
    fn obey(self, session: &Session) -> Result<Report> {
        session.may_write()?;
        if !self.folder.is_dir() {
            return Err(NO_FOLDER.with("folder", &self.folder).way_out(format!("mkdir {}", quoted(&self.folder))).into());
        }
        // What is no file of ours is told as such, before SQLite is asked to copy it.
        let db = read(session.path())?;
        let file = self.folder.join(format!("{NAMED}{}.db", stamp()));
        let tried = Held::of(&db, session.path())?.answer("backup", words::WOULD_BACK_UP, &file);
        tried.can_be(&session.options.arrangement)?;
        if session.options.dry_run {
            return Ok(tried);
        }
        db::copy(session.path(), &file, |copy| sound(copy).map(|_| ()))?;
        let report = Held::of(&read(&file)?, &file)?.answer("backup", words::BACKED_UP, &file);
        let removed = self.keep.map_or(Ok(0), |keep| rotate(&self.folder, keep))?;
        Ok(if removed > 0 { report.hint(words::ROTATED.with("count", removed)) } else { report })
    }
}

/// Puts a backup back.
#[derive(Args, Debug)]
pub struct Restore {
    /// The backup, or the folder whose newest backup is meant
    #[arg(value_name = "FILE|DIR")]
    from: PathBuf,
    /// The number of the backup's last entry, to confirm
    #[arg(long, value_name = "NO")]
    confirm: Option<String>,
}

impl Obey for Restore {
    fn obey(self, session: &Session) -> Result<Report> {
        session.may_write()?;
        if !self.from.exists() {
            return Err(NOT_THERE.with("from", &self.from).way_out(LOOK_FOR_IT).way_out("proadmin restore DIR -n").into());
        }
        let from = if self.from.is_dir() { newest(&self.from)? } else { self.from.clone() };
        let path = session.path();
        if fs::canonicalize(&from).ok().is_some_and(|from| fs::canonicalize(path).ok() == Some(from)) {
            return Err(ITSELF.with("file", &from).into());
        }
        db::on_this_machine(path)?;
        let backup = sound(&from).map_err(|error| another(error, &from))?;
        let held = Held::of(&backup, &from)?;
        let left_out = left_out(&backup, path, held.entry);
        let erased = erased_since(path, held.entry);
        if session.options.dry_run {
            return Ok(held.answer("restore", words::WOULD_RESTORE, path).hints(left_out).hints(erased));
        }
        let entry = held.entry;
        // Where it cannot be told whether a file is there, none is put in its place.
        let is_there = path.try_exists().with_context(|| path.display().to_string())?;
        let (asked, said) = if is_there { (words::RESTORE, words::RESTORED) } else { (words::RESTORE_ANEW, words::RESTORED_ANEW) };
        let mut report = held.answer("restore", said, path);
        report.can_be(&session.options.arrangement)?;
        let question = asked.with("from", &from).with("file", path).with("entry", entry);
        let question = left_out.into_iter().fold(question, |question, left| words::AND.with("one", left).with("other", question));
        prompt::confirm_by_code(session, &question, &entry.to_string(), self.confirm.as_deref())?;
        let kept = is_there.then(|| beside::with_ending(path, &format!(".before-{}", stamp())));
        db::put_in_place(&from, path, kept.as_deref())?;
        report.recorded = true;
        let report = report.hints(erased);
        Ok(match kept {
            Some(kept) => report.hint(words::KEPT.with("file", &kept)).hint(next("proadmin verify")),
            None => report.hint(next("proadmin verify")),
        })
    }
}

/// What of the file that is there the backup does not have. Of one that cannot be read nobody
/// can say.
fn left_out(backup: &Db, path: &Path, entry: EntryNo) -> Option<Sentence> {
    let now = path.exists().then(|| read(path).ok()).flatten()?;
    let hash = |db: &Db| db.row("SELECT hash FROM entry WHERE seq = ?1", [entry], |row| row.get::<_, String>(0)).ok().flatten();
    let last: EntryNo = now.row("SELECT max(seq) FROM entry", (), |row| row.get(0)).ok().flatten()?;
    if hash(&now) != hash(backup) {
        return Some(words::OTHERWISE.with("file", path).with("last", last));
    }
    let count = last - entry;
    Some(if count == 0 { words::NONE_NEWER.with("file", path) } else { words::LEFT_OUT.with("file", path).with("count", count) })
}

/// The names that were erased in the file that is there since an entry, and that a backup brings back.
fn erased_since(path: &Path, entry: EntryNo) -> Option<Sentence> {
    let now = path.exists().then(|| read(path).ok()).flatten()?;
    let sql = "SELECT substr(command, 7) FROM entry WHERE seq > ?1 AND command LIKE 'erase %' ORDER BY seq";
    let erased: Vec<String> = now.rows(sql, [entry], |row| row.get(0)).ok()?;
    let first = erased.first()?.clone();
    Some(words::ERASED_SINCE.with("codes", erased.join(", ")).with("first", first))
}

fn read(file: &Path) -> Result<Db> {
    db::open(file, Access::Read, Shadow::default())
}

/// Opens a file, and refuses one in which anything is found.
fn sound(file: &Path) -> Result<Db> {
    let db = read(file)?;
    let found = verify::all(&db)?.len();
    if found == 0 { Ok(db) } else { Err(not_sound(file, found).into()) }
}

/// Why a backup is not put back, which one it is, and the one before it.
fn another(error: anyhow::Error, file: &Path) -> anyhow::Error {
    let is_damaged = error.chain().any(|cause| cause.downcast_ref().is_some_and(db::is_damage));
    let refusal = match error.downcast::<Refusal>() {
        Ok(refusal) => refusal,
        Err(_) if is_damaged => UNREADABLE.with("file", file),
        Err(error) => return error,
    };
    let folder = beside::folder_of(file);
    match backups(folder).ok().into_iter().flatten().rfind(|other| other.file_name() < file.file_name()) {
        Some(before) => refusal.way_out(format!("proadmin restore {} -n", quoted(before))).into(),
        None => refusal.way_out(ANOTHER).into(),
    }
}

fn not_sound(file: &Path, found: usize) -> Refusal {
    NOT_SOUND.with("file", file).with("count", found).way_out(format!("proadmin verify --db {}", quoted(file)))
}

/// What is told of a copy.
struct Held {
    bytes: i64,
    entry: EntryNo,
    seal: String,
}

impl Held {
    fn of(db: &Db, file: &Path) -> Result<Self> {
        let last = seal::last(db)?;
        let (seal, entry) = last.map_or_else(|| (String::new(), 0), |(seal, _)| (seal.to_string(), seal.entry));
        Ok(Self { bytes: i64::try_from(fs::metadata(file)?.len())?, entry, seal })
    }

    /// The answer, said of the name that the file has or will have.
    fn answer(self, name: &'static str, said: Text, file: &Path) -> Report {
        let Self { bytes, entry, seal } = self;
        let row = vec![file.display().to_string().into(), bytes.into(), entry.into(), seal.into()];
        let mut report = Report::record(name, words::COPY.say(), Table::held(COLUMNS.to_vec(), vec![row]));
        report.done = Some(said.with("file", file).with("entry", entry));
        report
    }
}

/// The backups of a folder, the oldest first: their names sort as their times.
fn backups(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?.path();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let time = name.strip_prefix(NAMED).and_then(|rest| rest.strip_suffix(".db"));
        if time.is_some_and(|time| time.len() == STAMP.len() && time.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')) {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

fn newest(folder: &Path) -> Result<PathBuf> {
    backups(folder)?.pop().ok_or_else(|| NO_BACKUP.with("folder", folder).into())
}

/// Removes the oldest backups beyond `keep` and says how many.
fn rotate(folder: &Path, keep: u32) -> Result<usize> {
    let mut all = backups(folder)?;
    all.truncate(all.len().saturating_sub(usize::try_from(keep)?));
    all.iter().try_for_each(fs::remove_file)?;
    Ok(all.len())
}

/// What a time looks like in a name.
const STAMP: &str = "20240531-183000-123";

/// The true clock in Seoul, as it stands in names.
fn stamp() -> String {
    seoul::shown(&Environment::instant(), "%Y%m%d-%H%M%S-%3f").unwrap_or_default()
}
