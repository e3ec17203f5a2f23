//! Making the file and opening it: what it is, who may read it, and how it is kept whole.
//! A file that is not ours, is newer than this program, or is damaged is left untouched.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, vtab};

use super::copy::forget;
use super::upgrade::{STEPS, upgrade};
use super::{Db, Shadow};
use crate::beside;
use crate::file::{create_private, share, sync};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Text, quoted, system, text};

/// The whole schema: facts and answers.
pub const SCHEMA: &str = include_str!("../../schema.sql");
/// `paoa`, in the file's header: what tells our files from all others.
const APPLICATION_ID: i32 = 0x7061_6F61;
/// The version of the schema; an older file is upgraded, a newer one refused.
pub(super) const VERSION: i32 = 1;
/// How much of the file is held in memory at most, in KiB, which SQLite wants below zero: what is
/// read is seldom read again, but a long import comes back to the pages of its indexes.
const TO_READ: i64 = -512;
const TO_WRITE: i64 = -16_384;
/// How long a writer waits for another one, in milliseconds.
pub(super) const PATIENCE: u64 = 30_000;

static NO_FILE: Rule = rule(Kind::NotFound, "E0201", "'{file}' 파일이 없습니다", "there is no file '{file}'");
static NOT_A_FILE: Rule =
    rule(Kind::Integrity, "E0202", "'{file}'{file:~은/는} 파일이 아니라 폴더입니다", "'{file}' is a directory, not a file");
static FOREIGN: Rule = rule(
    Kind::Integrity,
    "E0203",
    "'{file}'{file:~은/는} proadmin 파일이 아닙니다. 건드리지 않았습니다",
    "'{file}' is not a proadmin file; it was left untouched",
);
static NEWER: Rule = rule(
    Kind::Integrity,
    "E0204",
    "'{file}'{file:~은/는} 더 새로운 proadmin이 만든 파일입니다(형식 {version}, 이 프로그램은 {own}까지). 건드리지 않았습니다",
    "'{file}' was written by a newer proadmin (format {version}; this program reads up to {own}); it was left untouched",
);
static EXISTS: Rule = rule(Kind::Rule, "E0205", "'{file}' 파일이 이미 있습니다", "'{file}' exists already");
static NO_KIND_OF_FILE: Rule = rule(
    Kind::Integrity,
    "E0207",
    "'{file}'{file:~은/는} 보통 파일이 아닙니다(장치나 통로). 건드리지 않았습니다",
    "'{file}' is no ordinary file but a device or a pipe; it was left untouched",
);
static NO_VERSION: Rule = rule(
    Kind::Integrity,
    "E0208",
    "'{file}' 파일의 형식 번호({version})는 proadmin이 적은 적 없는 것입니다. 누군가 고쳤습니다. 건드리지 않았습니다",
    "the format number in '{file}' ({version}) is none that proadmin ever wrote: someone changed it; it was left untouched",
);
static ON_A_SHARE: Rule = rule(
    Kind::Rule,
    "E0209",
    "'{file}'{file:~은/는} 네트워크 드라이브({kind})에 있습니다. 거기서는 잠금이 지켜지지 않아 기록이 깨질 수 있으므로 기록하지 않습니다",
    "'{file}' lies on a network share ({kind}), where locks do not hold and records can be damaged; nothing is recorded there",
);
const KEEP_IT_HERE: Text = text(
    "파일은 한 컴퓨터의 자체 디스크에 두고, 다른 사람은 그 컴퓨터에 원격으로 들어와 쓰십시오. 백업은 네트워크 드라이브에 두어도 됩니다",
    "keep the file on a disk of one machine and let others work there over a remote shell; backups may lie on the share",
);
static UNREADABLE: Rule = rule(Kind::Unexpected, "E0206", "'{file}' 파일을 읽을 수 없습니다: {why}", "'{file}' cannot be read: {why}");

static NOT_WHOLE: Rule = rule(
    Kind::Unexpected,
    "E0210",
    "파일을 온전하게 쓰지 못했습니다(디스크나 잠금의 문제). 쓰다 만 파일은 남기지 않았습니다",
    "the file could not be written whole, for want of the disk or of a lock; no half of it was left",
);

/// What a command will do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read only.
    Read,
    /// Record something.
    Write,
}

/// Opens the file at `path`, with the shadows of this run.
///
/// # Errors
/// A missing, foreign, newer or damaged file is refused, each with its own sentence.
pub fn open(path: &Path, access: Access, shadow: Shadow) -> Result<Db> {
    let version = inspect(path)?;
    if access == Access::Write || version < VERSION {
        on_this_machine(path)?;
    }
    if version < VERSION {
        upgrade(&connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?, path, version, &STEPS)?;
    }
    let conn = match connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
        Err(_) if access == Access::Read => connect_where_nothing_may_be_written(path)?,
        opened => opened?,
    };
    conn.pragma_update(None, "cache_size", if access == Access::Read { TO_READ } else { TO_WRITE })?;
    if access == Access::Read {
        conn.pragma_update(None, "query_only", true)?;
        // One snapshot for the whole command, whatever others write meanwhile.
        conn.execute_batch("BEGIN")?;
    }
    Ok(Db::new(conn, shadow))
}

/// Makes a new file at `path`, empty but for its schema, readable by its owner only. `fill`
/// writes its first facts. The file appears under its name whole or not at all; on a dry run
/// not at all.
///
/// # Errors
/// An existing file is refused; whatever the system or SQLite says.
pub fn create(path: &Path, shadow: Shadow, dry_run: bool, fill: impl FnOnce(Db) -> Result<Db>) -> Result<()> {
    if path.try_exists().with_context(|| path.display().to_string())? {
        return Err(exists(path).into());
    }
    on_this_machine(path)?;
    let unfinished = &beside::unfinished(path);
    // What a process of the same number left when it was killed.
    forget(unfinished);
    let made = make(unfinished, shadow, fill).and_then(|()| {
        if dry_run {
            return Ok(());
        }
        take_its_name(unfinished, path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => exists(path).into(),
            _ => anyhow::Error::from(error).context(path.display().to_string()),
        })
    });
    forget(unfinished);
    made?;
    sync_folder(path);
    Ok(())
}

/// Refuses a file on a network share.
///
/// # Errors
/// It lies on one.
pub fn on_this_machine(path: &Path) -> Result<(), Refusal> {
    match share(path) {
        Some(kind) => Err(ON_A_SHARE.with("file", path).with("kind", kind).way_out(KEEP_IT_HERE)),
        None => Ok(()),
    }
}

fn exists(path: &Path) -> Refusal {
    let refusal = EXISTS.with("file", path).way_out("proadmin today");
    refusal.way_out("proadmin office edit --org NAME --org-code CODE").way_out("proadmin init --db FILE")
}

/// Gives the finished file its name, unless another file has it. Where a file system knows no
/// links, the name is looked up first.
fn take_its_name(unfinished: &Path, path: &Path) -> std::io::Result<()> {
    match fs::hard_link(unfinished, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.try_exists()? => fs::rename(unfinished, path),
        linked => linked,
    }
}

fn make(unfinished: &Path, shadow: Shadow, fill: impl FnOnce(Db) -> Result<Db>) -> Result<()> {
    create_private(unfinished).with_context(|| unfinished.display().to_string())?;
    let conn = connect(unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // SQLite stays with another journal where the disk does not take this one, and says so in its answer.
    let mut journal = String::new();
    // To its end: what fails after the answer would go unseen.
    conn.pragma(None, "journal_mode", "WAL", |row| row.get(0).map(|mode| journal = mode))?;
    if journal != "wal" {
        return Err(NOT_WHOLE.met().into());
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", VERSION)?;
    conn.execute_batch(SCHEMA)?;
    let db = fill(Db::new(conn, shadow))?;
    close_whole(db.conn, unfinished)
}

/// Closes a finished file once all of its log lies in it: what is in the log alone would go with it.
///
/// # Errors
/// The log could not be laid into the file; whatever SQLite or the system says.
pub(super) fn close_whole(conn: Connection, path: &Path) -> Result<()> {
    let is_busy: bool = conn.pragma_update_and_check(None, "wal_checkpoint", "TRUNCATE", |row| row.get(0))?;
    conn.close().map_err(|(_, error)| error)?;
    let [_, log, ..] = beside::company(path);
    let is_left = fs::metadata(log).map_or_else(|error| error.kind() != ErrorKind::NotFound, |log| log.len() > 0);
    if is_busy || is_left {
        return Err(NOT_WHOLE.met().into());
    }
    Ok(sync(path)?)
}

/// A new name in a folder is durable once the folder is; Windows has no such call.
pub(super) fn sync_folder(path: &Path) {
    let folder = beside::folder_of(path);
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Looks at the header before SQLite does, because SQLite would lay its own files beside a
/// foreign database merely by looking into it. Returns the version of its schema.
fn inspect(path: &Path) -> Result<i32> {
    if path.is_dir() {
        return Err(NOT_A_FILE.with("file", path).into());
    }
    // A pipe would be waited for.
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(NO_KIND_OF_FILE.with("file", path).into());
    }
    let mut file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => NO_FILE
            .with("file", path)
            .way_out(format!("proadmin init --db {}", quoted(path)))
            .way_out("proadmin --db FILE …  (PROADMIN_DB)"),
        _ => UNREADABLE.with("file", path).with("why", system::io(&error)),
    })?;
    let mut header = [0_u8; 100];
    let whole = match file.read_exact(&mut header) {
        Err(error) if error.kind() != ErrorKind::UnexpectedEof => {
            return Err(UNREADABLE.with("file", path).with("why", system::io(&error)).into());
        }
        read => read.is_ok(),
    };
    let field = |at: usize| header[at..at + 4].iter().fold(0_i32, |all, byte| (all << 8) | i32::from(*byte));
    if !whole || !header.starts_with(b"SQLite format 3\0") || field(68) != APPLICATION_ID {
        return Err(FOREIGN.with("file", path).into());
    }
    // POSIX drops every lock that this process holds on a file when any descriptor of it is
    // closed, SQLite's among them. So this one stays open as long as the process does.
    std::mem::forget(file);
    let version = field(60);
    if version > VERSION {
        let refusal = NEWER.with("file", path).with("version", i64::from(version)).with("own", i64::from(VERSION));
        return Err(refusal.into());
    }
    if version < 1 {
        return Err(NO_VERSION.with("file", path).with("version", i64::from(version)).into());
    }
    Ok(version)
}

pub(super) fn connect(path: &Path, how: OpenFlags) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(path, how | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    settle(&conn)?;
    Ok(conn)
}

fn settle(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(std::time::Duration::from_millis(PATIENCE))?;
    for (option, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        // The schema has no trigger: one that stands in the file was planted.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        // A plan that does not depend on bound values: otherwise a statement over a partial
        // index is prepared again for every row of an import.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        conn.set_db_config(option, on)?;
    }
    conn.pragma_update(None, "synchronous", "FULL")?;
    vtab::array::load_module(conn)
}

/// In a folder where nothing may be written SQLite cannot keep its shared index. Then the
/// file is read as it lies, but only when no commits wait beside it: they would be missed.
fn connect_where_nothing_may_be_written(path: &Path) -> Result<Connection> {
    let read_only = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .and_then(|conn| conn.query_row("SELECT count(*) FROM sqlite_schema", (), |_| Ok(())).map(|()| conn));
    match read_only {
        Ok(conn) => Ok(conn),
        Err(error) => {
            if fs::metadata(beside::with_ending(path, "-wal")).is_ok_and(|wal| wal.len() > 0) {
                return Err(error.into());
            }
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let conn = Connection::open_with_flags(uri(path, cfg!(windows)), flags)?;
            settle(&conn)?;
            Ok(conn)
        }
    }
}

/// The address under which SQLite reads a file as it lies. On Windows its separators are
/// turned, a drive stands behind a slash, and the long form of a path loses its mark.
fn uri(path: &Path, on_windows: bool) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let turned: Vec<u8> = if on_windows {
        let (start, rest): (&[u8], &[u8]) = match (bytes.strip_prefix(br"\\?\UNC\"), bytes.strip_prefix(br"\\?\")) {
            (Some(share), _) => (b"//", share),
            (None, Some(long)) => (b"", long),
            (None, None) => (b"", bytes),
        };
        let has_drive = matches!(rest, [drive, b':', b'\\' | b'/', ..] if drive.is_ascii_alphabetic());
        let slash: &[u8] = if has_drive { b"/" } else { b"" };
        [start, slash, rest].concat().into_iter().map(|byte| if byte == b'\\' { b'/' } else { byte }).collect()
    } else {
        bytes.to_vec()
    };
    // A path that begins with a slash stands behind an empty host: else `//host/file` would
    // name one.
    let mut uri = String::from(if turned.starts_with(b"/") { "file://" } else { "file:" });
    for byte in turned {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' | b':' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_file_is_its_path_whatever_stands_in_it() {
        for (path, on_windows, address) in [
            ("proadmin.db", false, "file:proadmin.db"),
            ("/data/a b.db", false, "file:///data/a%20b.db"),
            ("/data/50%?#.db", false, "file:///data/50%25%3F%23.db"),
            ("//data/x.db", false, "file:////data/x.db"),
            (r"/data/a\b.db", false, "file:///data/a%5Cb.db"),
            ("/자료/x.db", false, "file:///%EC%9E%90%EB%A3%8C/x.db"),
            (r"data\x.db", true, "file:data/x.db"),
            (r"C:\data\50%#.db", true, "file:///C:/data/50%25%23.db"),
            ("C:/data/x.db", true, "file:///C:/data/x.db"),
            (r"C:x.db", true, "file:C:x.db"),
            (r"\\server\share\x.db", true, "file:////server/share/x.db"),
            (r"\\?\C:\data\x.db", true, "file:///C:/data/x.db"),
            (r"\\?\UNC\server\share\x.db", true, "file:////server/share/x.db"),
        ] {
            assert_eq!(uri(Path::new(path), on_windows), format!("{address}?immutable=1"), "{path}");
        }
    }

    #[test]
    fn sqlite_opens_the_file_that_the_address_names() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for name in ["plain.db", "50%25 a?b#c&d=e.db", "자료.db", "a%2Fb.db"] {
            let file = folder.path().join(name);
            Connection::open(&file)?.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (7)")?;
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            let conn = Connection::open_with_flags(uri(&file, cfg!(windows)), flags)?;
            assert_eq!(conn.query_row("SELECT x FROM t", (), |row| row.get::<_, i64>(0))?, 7, "{name}");
        }
        Ok(())
    }

    #[test]
    fn a_file_is_whole_only_once_all_of_its_log_lies_in_it() -> Result<()> {
        for is_held in [false, true] {
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("proadmin.db");
            let open = || Connection::open(&path);
            let (conn, other) = (open()?, open()?);
            conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
            conn.busy_timeout(std::time::Duration::ZERO)?;
            conn.execute_batch("CREATE TABLE a (b)")?;
            if is_held {
                other.execute_batch("BEGIN; SELECT * FROM a")?;
                conn.execute_batch("INSERT INTO a VALUES (1)")?;
            }
            let closed = close_whole(conn, &path);
            assert_eq!(closed.is_err(), is_held, "{closed:?}");
        }
        Ok(())
    }
}
