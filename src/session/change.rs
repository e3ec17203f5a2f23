//! The gate to write: a transaction that journals itself. Dropped without commit it never
//! happened.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::Path;

use anyhow::Result;
use rusqlite::{ffi, named_params};

use super::{Environment, Session};
use crate::db::{self, Access, Db, Journal, Shadow, Stamp};
use crate::digest;
use crate::refusal::{Kind, Rule, rule};
use crate::register::Register;
use crate::report::{Report, in_seoul};
use crate::words::{Sentence, Text, text};

static OTHER_REQUEST: Rule = rule(
    Kind::Changed,
    "E0115",
    "요청 번호 {id:은/는} 다른 내용으로 이미 기록되었습니다({seq}번 기록). 이번 것은 기록하지 않았습니다",
    "request {id} was already recorded with other arguments (entry {seq}); nothing was recorded",
);
static CLOCK_BACK: Rule = rule(
    Kind::Rule,
    "E0116",
    "컴퓨터 시계({now})가 마지막 기록({last})보다 이른 때를 가리킵니다. 기록한 것은 없습니다",
    "the computer's clock ({now}) stands before the last entry ({last}); nothing was recorded",
);
/// What nobody can know: whether it was recorded.
pub static UNSURE: Rule = rule(
    Kind::Unexpected,
    "E0011",
    "디스크가 저장을 확인해 주지 않아 기록되었는지 알 수 없습니다. 다시 하기 전에 마지막 기록을 보십시오",
    "the disk did not confirm that it is stored, so it may have been recorded or not; look at the last entry before you repeat it",
);
const SET_CLOCK: Text = text("컴퓨터의 날짜와 시각을 맞추십시오", "set the computer's date and time right");
/// What is said where it was only tried.
pub const DRY: Text = text("[시험 실행: 기록하지 않음] {done}", "[dry run: nothing recorded] {done}");
const UNCHANGED: Text = text("달라진 것이 없어 기록하지 않았습니다", "nothing differs, nothing was recorded");
const AGAIN: Text = text(
    "요청 번호 {id:은/는} 이미 기록되었습니다({seq}번 기록). 다시 기록하지 않았습니다",
    "request {id} was recorded before (entry {seq}); nothing was recorded twice",
);

/// Whoever sees this error knows that the same request was recorded before; the record it
/// made is the answer.
#[derive(Debug)]
pub struct Replayed {
    /// The noun and the verb, as the first answer named itself.
    pub name: String,
    /// The noun, the verb and the codes of that entry.
    pub command: String,
    /// What to tell the person.
    pub said: Sentence,
}

impl std::fmt::Display for Replayed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "recorded before: {}", self.command)
    }
}

impl std::error::Error for Replayed {}

/// A write in progress, holding the file's write lock.
#[derive(Debug)]
pub struct Change<'s> {
    session: &'s Session,
    db: Db,
    journal: Journal,
    command: &'static str,
    digest: Option<(String, String)>,
    even_so: bool,
    /// The highest number of each kind and year that was given out by hand and that the file
    /// does not know yet.
    reserved: RefCell<BTreeMap<(&'static str, i32), i64>>,
}

impl Deref for Change<'_> {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl<'s> Change<'s> {
    pub(super) fn begin(session: &'s Session, command: &'static str) -> Result<Self> {
        let db = db::open(session.path(), Access::Write, session.shadow())?;
        Self::on(session, db, command)
    }

    /// Records an entry without changes: that something was read.
    pub(super) fn witness(session: &'s Session, report: &str, codes: &[String]) -> Result<()> {
        let db = db::open(session.path(), Access::Write, Shadow::default())?;
        let change = Self::on(session, db, "personal")?;
        let codes: Vec<&str> = std::iter::once(report).chain(codes.iter().map(String::as_str)).collect();
        change.even_so().commit(&codes).map(drop)
    }

    /// The same write, which is an entry even where no fact changed.
    #[must_use]
    pub const fn even_so(mut self) -> Self {
        self.even_so = true;
        self
    }

    /// A write on a file that is being made, before it has its name.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn on(session: &'s Session, mut db: Db, command: &'static str) -> Result<Self> {
        db.connection().execute_batch("BEGIN IMMEDIATE")?;
        let digest = match &session.options.request_id {
            Some(id) => recorded_before(session, &db, id, command)?,
            None => None,
        };
        let journal = Journal::begin(db.connection_mut())?;
        let now = Environment::instant();
        if session.options.clock_ok.is_none() && db::went_back(journal.last_at(), &now) {
            let refusal = CLOCK_BACK.with("now", in_seoul(&now)).with("last", in_seoul(journal.last_at()));
            return Err(refusal.way_out(SET_CLOCK).way_out("--clock-ok REASON").into());
        }
        Ok(Self { session, db, journal, command, digest, even_so: false, reserved: RefCell::default() })
    }

    /// The day of work of this write.
    pub const fn today(&self) -> chrono::NaiveDate {
        self.session.today
    }

    /// Remembers that a number of a kind and a year was given out by hand, as when a year is
    /// imported with its codes. A file of any length tells the highest once.
    pub fn reserve(&self, prefix: &'static str, year: i32, number: i64) {
        let mut reserved = self.reserved.borrow_mut();
        let highest = reserved.entry((prefix, year)).or_default();
        *highest = number.max(*highest);
    }

    /// Writes down the numbers that were given out by hand: before the next one is counted, and
    /// at the end.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn write_numbers(&self) -> Result<()> {
        let sql = "INSERT INTO code_counter (prefix, year, last, since_on) VALUES (:prefix, :year, :number, :today)
                   ON CONFLICT (prefix, year) DO UPDATE SET last = excluded.last WHERE last < excluded.last";
        for ((prefix, year), number) in self.reserved.take() {
            let today = self.today().to_string();
            self.db.execute(sql, named_params! { ":prefix": prefix, ":year": year, ":number": number, ":today": today })?;
        }
        Ok(())
    }

    /// Keeps memory bounded in a long import: writes down what was touched so far.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn settle(&self) -> Result<()> {
        Ok(self.journal.settle(self.db.connection())?)
    }

    /// Commits, and answers with the records that were written and the sentence that says
    /// what was done. On a dry run the same answer is given and nothing is kept.
    ///
    /// # Errors
    /// Whatever SQLite says; then nothing was recorded.
    pub fn record(self, register: &'static Register, codes: &[&str], done: Sentence) -> Result<Report> {
        let report = register.record(&self.db, codes)?;
        self.finish(report, codes, done)
    }

    /// Commits with an answer that the verb made itself.
    ///
    /// # Errors
    /// Whatever SQLite says; then nothing was recorded.
    pub fn finish(self, mut report: Report, codes: &[&str], done: Sentence) -> Result<Report> {
        report.can_be(&self.session.options.arrangement)?;
        report.name = self.command.into();
        report.parts.clear();
        report.hints.extend(self.db.remarks());
        report.done = Some(match self.commit(codes)? {
            Kept::Recorded => {
                report.recorded = true;
                done
            }
            Kept::Nothing => UNCHANGED.say(),
            Kept::Dry => DRY.with("done", done),
        });
        Ok(report)
    }

    /// Commits and gives the file back; for the making of a file.
    ///
    /// # Errors
    /// Whatever SQLite says; then nothing was recorded.
    pub fn release(self, codes: &[&str]) -> Result<Db> {
        self.write(codes)?;
        Ok(self.db)
    }

    fn commit(self, codes: &[&str]) -> Result<Kept> {
        let kept = self.write(codes)?;
        self.session.recorded.set(self.session.recorded.get() || matches!(kept, Kept::Recorded));
        Ok(kept)
    }

    fn write(&self, codes: &[&str]) -> Result<Kept> {
        let conn = self.db.connection();
        let options = &self.session.options;
        let stamp = Stamp {
            at: Environment::instant(),
            actor: self.session.actor(),
            os_user: Environment::os_user(),
            command: std::iter::once(self.command).chain(codes.iter().copied()).collect::<Vec<_>>().join(" "),
            reason: match &options.clock_ok {
                Some(why) => Some(format!(
                    "{}{}",
                    db::CLOCK_OK,
                    [Some(why), options.reason.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>().join(": ")
                )),
                None => options.reason.clone(),
            },
            doc_no: options.doc_no.clone(),
            request_id: options.request_id.clone(),
            today: self.session.today.to_string(),
        };
        self.write_numbers()?;
        let changed = self.journal.has_changed(conn)? || self.even_so;
        if changed {
            self.remember_request()?;
            self.journal.close(conn, &stamp)?;
        }
        if options.dry_run {
            conn.execute_batch("ROLLBACK")?;
            return Ok(if changed { Kept::Dry } else { Kept::Nothing });
        }
        conn.execute_batch("COMMIT").map_err(unsure)?;
        Ok(if changed { Kept::Recorded } else { Kept::Nothing })
    }

    fn remember_request(&self) -> Result<()> {
        if let (Some(id), Some((salt, digest))) = (&self.session.options.request_id, &self.digest) {
            self.db.execute(
                "INSERT INTO request (request_id, salt, digest) VALUES (:id, :salt, :digest)",
                named_params! { ":id": id, ":salt": salt, ":digest": digest },
            )?;
        }
        Ok(())
    }
}

enum Kept {
    Recorded,
    Nothing,
    Dry,
}

/// The salt and digest to remember for a new request; [`Replayed`] for one that is known.
fn recorded_before(session: &Session, db: &Db, id: &str, name: &'static str) -> Result<Option<(String, String)>> {
    if let Some(replayed) = recall(session, db, id)? {
        return Err(Replayed { name: name.to_owned(), ..replayed }.into());
    }
    let salt = random_salt()?;
    let digest = digest_of(&salt, session);
    Ok(Some((salt, digest)))
}

/// What was recorded for a request with these arguments.
///
/// # Errors
/// Another was recorded under its number.
pub(super) fn recall(session: &Session, db: &Db, id: &str) -> Result<Option<Replayed>> {
    let known = db.row(
        "SELECT r.salt, r.digest, e.seq, e.command FROM request r JOIN entry e ON e.request_id = r.request_id
          WHERE r.request_id = :id",
        named_params! { ":id": id },
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?, row.get::<_, String>(3)?)),
    )?;
    let Some((salt, digest, seq, command)) = known else { return Ok(None) };
    if digest_of(&salt, session) != digest {
        return Err(OTHER_REQUEST.with("id", id).with("seq", seq).way_out("proadmin log").into());
    }
    // Codes have capitals or digits, nouns and verbs neither.
    let is_verb = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let name = command.split(' ').take_while(is_verb).collect::<Vec<_>>().join(" ");
    Ok(Some(Replayed { name, command, said: AGAIN.with("id", id).with("seq", seq) }))
}

/// Sixteen random bytes, in hexadecimal.
///
/// # Errors
/// When the system has no randomness.
pub(crate) fn random_salt() -> Result<String> {
    let mut salt = [0_u8; 16];
    getrandom::fill(&mut salt).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    Ok(digest::hex(&salt))
}

/// The salted digest of what was typed, of what stands in the files that were named, as a word or
/// behind a flag's `=`, and of what came from stdin. The office's own file and the one that takes
/// the answer are no part of what was asked for.
fn digest_of(salt: &str, session: &Session) -> String {
    let is_given = |file: &Path| file.is_file() && file != session.path() && Some(file) != session.options.out.as_deref();
    let mut all = vec![salt.to_owned()];
    for word in &session.options.typed {
        let files = [Some(word.as_str()), word.split_once('=').map(|(_, value)| value)];
        let files = files.into_iter().flatten().map(Path::new).filter(|file| is_given(file));
        all.extend(files.filter_map(|file| std::fs::read(file).ok()).map(|bytes| digest::of_bytes(&bytes)));
        all.push(word.clone());
    }
    all.extend(session.stdin.get().map(|bytes| digest::of_bytes(bytes)));
    digest::of_texts(all.iter().map(String::as_str))
}

/// What may fail once a change is written: the disk does not say that it is safe, or a lock is not
/// given back.
const MAY_BE_THERE: [i32; 4] = [ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_UNLOCK, ffi::SQLITE_IOERR_RDLOCK, ffi::SQLITE_IOERR_LOCK];

/// After such a failure it may be there when the file is opened again, or not; every other takes it
/// back.
fn unsure(error: rusqlite::Error) -> anyhow::Error {
    match &error {
        rusqlite::Error::SqliteFailure(failure, _) if MAY_BE_THERE.contains(&failure.extended_code) => {
            UNSURE.met().way_out("proadmin log").into()
        }
        _ => error.into(),
    }
}
