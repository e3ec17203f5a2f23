//! One run of the program: who, in which language, on which day, with which file. The clock
//! and the environment are read here and nowhere else, and [`Session::change`] is the only
//! way to write.

mod change;
mod environment;

pub(crate) use change::random_salt;
pub use change::{Change, DRY, Replayed, UNSURE};
pub use environment::{Environment, locale, width};

use std::cell::{Cell, OnceCell};
use std::io::{self, Read};
use std::ops::Deref;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::NaiveDate;

use crate::db::{self, Access, Db, EntryNo, Guard, KnownAt, Shadow};
use crate::fields::Vocabulary;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Arrangement, Report};
use crate::words::{Lang, Sentence, Text, text};

static FUTURE: Rule = rule(
    Kind::Rule,
    "E0111",
    "{day:은/는} 아직 오지 않았습니다(오늘 {today}). 있었던 일은 앞날에 적을 수 없습니다",
    "{day} has not come yet (today is {today}): what happened cannot lie in the future",
);
static TRAVELLED: Rule = rule(
    Kind::Usage,
    "E0112",
    "--as-of 와 --known-at 은 읽을 때만 쓸 수 있습니다. 기록한 것은 없습니다",
    "--as-of and --known-at are for reading only; nothing was recorded",
);
static NO_ENTRY: Rule = rule(
    Kind::NotFound,
    "E0138",
    "--known-at {entry}: 그런 기록은 아직 없습니다(마지막은 {last}번 기록)",
    "--known-at {entry}: there is no such entry yet (the last is entry {last})",
);
const DAY_SET: Text = text("주의: 업무일 {day} (PROADMIN_TODAY)", "note: day of work {day} (PROADMIN_TODAY)");

static PERSONAL_READS: Rule = rule(
    Kind::Usage,
    "E0117",
    "--personal 은 정해진 조회에서 이름을 읽을 때만 쓸 수 있습니다. 기록한 것은 없습니다",
    "--personal is for reading names with the program's own commands only; nothing was recorded",
);
static WHY_PERSONAL: Rule = rule(
    Kind::Usage,
    "E0128",
    "이름을 가리지 않고 보려면 사유가 있어야 합니다(--reason). 열람은 기록으로 남습니다",
    "to read names unmasked, say why (--reason); the reading is recorded",
);
static ALWAYS_WITNESSED: Rule = rule(
    Kind::Usage,
    "E0136",
    "이름의 열람은 그때마다 기록으로 남으므로 --personal 은 -n, --request-id 와 함께 쓸 수 없습니다",
    "every reading of names is recorded, so --personal goes neither with -n nor with --request-id",
);

static NOT_TRIED: Rule = rule(
    Kind::Usage,
    "E0139",
    "{verb}에는 -n 을 쓸 수 없습니다. 기록이 아니라 파일을 만드는 명령입니다",
    "{verb} cannot be only tried (-n): it makes files and records nothing",
);

/// Stdin holds less than this, in bytes: more than any codes, text or query of a person has.
const STDIN_BYTES: u64 = 16 << 20;

/// Arguments of a verb, or a noun's choice of verbs, that can be obeyed.
pub trait Obey {
    /// Does what was asked.
    ///
    /// # Errors
    /// A rule that says no, or whatever went wrong.
    fn obey(self, session: &Session) -> Result<Report>;
}

/// What was asked for besides the verb: the global options.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The file.
    pub db: Option<PathBuf>,
    /// Read facts as of this day.
    pub as_of: Option<NaiveDate>,
    /// Read personal names as they are.
    pub personal: bool,
    /// Read facts as the file knew them then.
    pub known_at: Option<KnownAt>,
    /// Who writes, as they say.
    pub actor: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Why a clock that went back is to be believed.
    pub clock_ok: Option<String>,
    /// The number of the document behind the write.
    pub doc_no: Option<String>,
    /// Makes a repeated write happen once.
    pub request_id: Option<String>,
    /// Do everything, record nothing.
    pub dry_run: bool,
    /// Answer yes to every question.
    pub yes: bool,
    /// What was typed, for comparing repeated requests.
    pub typed: Vec<String>,
    /// Whether questions may be asked.
    pub interactive: bool,
    /// The file that takes the answer.
    pub out: Option<PathBuf>,
    /// Fields and order that the answer will be given in.
    pub arrangement: Arrangement,
    /// Whether a program reads the answer, so that no word of it may be translated.
    pub for_machines: bool,
    /// Whether CSV is written in the words of people.
    pub labels: bool,
    /// Whether stderr may show progress.
    pub progress: bool,
    /// Whether the exit code shall say that something needs attention.
    pub exit_code: bool,
    /// Whether a program reads the answer, or fields were named: then nothing is summed up.
    pub in_detail: bool,
}

/// One run.
#[derive(Debug)]
pub struct Session {
    /// The language of the person.
    pub lang: Lang,
    /// The day of work: the clock's in Seoul, or `PROADMIN_TODAY`.
    pub today: NaiveDate,
    /// What was asked for besides the verb.
    pub options: Options,
    /// What the nouns call their fields.
    pub vocabulary: Vocabulary,
    environment: Environment,
    path: PathBuf,
    reader: OnceCell<Db>,
    guarded: OnceCell<Db>,
    stdin: OnceCell<Vec<u8>>,
    recorded: Cell<bool>,
}

impl Session {
    /// Begins a run. The file is opened when it is first needed.
    pub fn new(environment: Environment, lang: Lang, options: Options, vocabulary: Vocabulary) -> Self {
        let path = options.db.clone().or_else(|| environment.db.clone()).unwrap_or_else(|| PathBuf::from("proadmin.db"));
        let (today, reader, guarded, stdin) = (environment.today, OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { lang, today, options, vocabulary, environment, path, reader, guarded, stdin, recorded: Cell::new(false) }
    }

    /// Who writes, as they say: `--actor`, else `PROADMIN_ACTOR`, else the system's user. Nobody
    /// verifies it.
    pub fn actor(&self) -> String {
        self.options.actor.as_ref().or(self.environment.actor.as_ref()).cloned().unwrap_or_else(Environment::os_user)
    }

    /// Where the file is, or is to be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The environment as it was read at the start.
    pub const fn environment(&self) -> &Environment {
        &self.environment
    }

    /// The day that answers are given for: `--as-of`, else the day of work.
    pub fn reading_day(&self) -> NaiveDate {
        self.options.as_of.unwrap_or(self.today)
    }

    /// The file for reading: one snapshot for the whole run, as of the day asked for.
    ///
    /// # Errors
    /// When the file is missing, foreign, newer or damaged.
    pub fn db(&self) -> Result<&Db> {
        if let Some(db) = self.reader.get() {
            return Ok(db);
        }
        let opened = self.read(self.shadow())?;
        Ok(self.reader.get_or_init(|| opened))
    }

    /// The file that the answer is to be asked from, if one has been opened.
    pub fn opened(&self) -> Option<&Db> {
        self.guarded.get().or_else(|| self.reader.get())
    }

    /// The file for what was typed as SQL: opened anew behind a guard, and from then on the
    /// one that the answer is asked from.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn guarded(&self, guard: Guard, sql: &str) -> Result<&Db> {
        if self.options.personal {
            return Err(PERSONAL_READS.met().into());
        }
        let opened = guard.stand(self.read(self.shadow())?, sql)?;
        Ok(self.guarded.get_or_init(|| opened))
    }

    /// The file as it would be if `table` held what `select` says (see [`Shadow::supposing`]).
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn supposing(&self, table: &'static str, select: String) -> Result<Db> {
        self.read(self.shadow().supposing(table, select))
    }

    /// The file as of a day of the verb's own, such as a month's last, for reading.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn as_of(&self, day: NaiveDate) -> Result<Db> {
        self.read(self.of_day(day))
    }

    /// Opens the file to be read. What it knew at an entry that it does not have, nobody can say.
    fn read(&self, shadow: Shadow) -> Result<Db> {
        let db = db::open(&self.path, Access::Read, shadow)?;
        if let Some(KnownAt::Entry(entry)) = self.options.known_at {
            let last = db.row("SELECT max(seq) FROM entry", (), |row| row.get::<_, Option<EntryNo>>(0))?.flatten().unwrap_or(0);
            if entry > last {
                return Err(NO_ENTRY.with("entry", entry).with("last", last).way_out("proadmin log --limit 1").into());
            }
        }
        Ok(db)
    }

    fn of_day(&self, day: NaiveDate) -> Shadow {
        Shadow::new(None, Some(day)).known(self.options.known_at.clone()).unmasked(self.options.personal)
    }

    /// The same as [`Session::supposing`], for a verb that asks of nothing else from then on:
    /// where it can, the file that is open answers so itself.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn supposing_from_now(&self, table: &'static str, select: String) -> Result<Turned<'_>> {
        self.turned(self.shadow().supposing(table, select))
    }

    /// The same as [`Session::as_of`], for a verb that asks of nothing else from then on.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn as_of_from_now(&self, day: NaiveDate) -> Result<Turned<'_>> {
        self.turned(self.of_day(day))
    }

    fn turned(&self, shadow: Shadow) -> Result<Turned<'_>> {
        let db = self.db()?;
        Ok(match db.turn(shadow)? {
            Ok(()) => Turned::Same(db),
            Err(shadow) => Turned::Other(Box::new(self.read(shadow)?)),
        })
    }

    /// Begins a write: takes the lock, or finds that this request was already recorded.
    ///
    /// # Errors
    /// With `--as-of`; when the file cannot be opened or stays busy; [`Replayed`] when the
    /// same request was recorded before.
    pub fn change(&self, command: &'static str) -> Result<Change<'_>> {
        self.may_write()?;
        Change::begin(self, command)
    }

    /// What the same request recorded before, if it did. Then a rule may refuse what was asked, for it
    /// is done already.
    ///
    /// # Errors
    /// Another request was recorded under its number.
    pub fn recorded_before(&self) -> Result<Option<Replayed>> {
        match &self.options.request_id {
            Some(id) if self.may_write().is_ok() => change::recall(self, self.db()?, id),
            _ => Ok(None),
        }
    }

    /// Whether this run may write: not as of another day, nor in an earlier state of
    /// knowledge.
    ///
    /// # Errors
    /// With `--as-of` or `--known-at`.
    pub fn may_write(&self) -> Result<(), Refusal> {
        if self.options.personal {
            return Err(PERSONAL_READS.met());
        }
        if self.options.as_of.is_some() || self.options.known_at.is_some() { Err(TRAVELLED.met()) } else { Ok(()) }
    }

    /// Refuses `-n` for a verb that makes files of its own and nothing else.
    ///
    /// # Errors
    /// It was given.
    pub fn in_earnest(&self, verb: &'static str) -> Result<(), Refusal> {
        if self.options.dry_run { Err(NOT_TRIED.with("verb", verb)) } else { Ok(()) }
    }

    /// Whether a person is asked before something bigger than one record is written.
    pub const fn asks(&self) -> bool {
        self.options.interactive && !self.options.yes && !self.options.dry_run
    }

    /// Whether this run recorded something, whatever went wrong after it.
    pub const fn has_recorded(&self) -> bool {
        self.recorded.get()
    }

    /// Records that personal names are about to be shown: by which command, of which records,
    /// and why. Without `--personal` there is nothing to record.
    ///
    /// # Errors
    /// No reason was given, or nothing may be recorded; when it cannot be, nothing is to be shown.
    pub fn witness(&self, report: &Report) -> Result<()> {
        if !self.options.personal {
            return Ok(());
        }
        if self.options.reason.is_none() {
            return Err(WHY_PERSONAL.met().way_out("--reason TEXT").into());
        }
        if self.options.dry_run || self.options.request_id.is_some() {
            return Err(ALWAYS_WITNESSED.met().into());
        }
        Change::witness(self, &report.name, &report.codes())
    }

    /// The day of an event: as given, else today; never in the future.
    ///
    /// # Errors
    /// A day after today is refused.
    pub fn event_day(&self, given: Option<NaiveDate>) -> Result<NaiveDate, Refusal> {
        let day = given.unwrap_or(self.today);
        if day > self.today { Err(future(day, self.today)) } else { Ok(day) }
    }

    /// What stands on stdin, which can be read but once. A verb reads it before its change begins:
    /// the lock waits for nobody's keyboard, and what a repeated request is compared by holds it.
    ///
    /// # Errors
    /// Whatever the system says, or that there is no end to it.
    pub fn stdin(&self) -> io::Result<&[u8]> {
        if let Some(read) = self.stdin.get() {
            return Ok(read);
        }
        let mut bytes = Vec::new();
        let read = io::stdin().take(STDIN_BYTES).read_to_end(&mut bytes)?;
        if read as u64 == STDIN_BYTES { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(self.stdin.get_or_init(|| bytes)) }
    }

    /// The codes that were typed, each once; `-` reads them from stdin, a word each. A word with
    /// blanks that are not between codes is a title, which is no code.
    ///
    /// # Errors
    /// When stdin cannot be read.
    pub fn codes(&self, typed: &[String]) -> Result<Vec<String>> {
        let mut codes: Vec<String> = Vec::new();
        for word in typed {
            let read = if word == "-" { io::read_to_string(self.stdin()?)? } else { word.clone() };
            let are_codes =
                word == "-" || read.split_whitespace().all(|part| part.contains(|c: char| c.is_ascii_digit()) && part.contains('-'));
            let parts: Vec<&str> = if are_codes { read.split_whitespace().collect() } else { vec![read.trim()] };
            for code in parts.into_iter().filter(|part| !part.is_empty()).map(str::to_uppercase) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        Ok(codes)
    }

    /// Warnings that stand before every answer of this run.
    pub fn warnings(&self) -> Vec<Sentence> {
        if self.environment.today_is_set { vec![DAY_SET.with("day", self.today)] } else { Vec::new() }
    }

    /// The shadows of this run: another `today` where the day of work is set, other facts
    /// where `--as-of` is asked for.
    pub fn shadow(&self) -> Shadow {
        let today = self.environment.today_is_set.then_some(self.today);
        Shadow::new(today, self.options.as_of).known(self.options.known_at.clone()).unmasked(self.options.personal)
    }
}

/// The file under other shadows: the one that was open, or another opening of it.
#[derive(Debug)]
pub enum Turned<'s> {
    /// The one that was open.
    Same(&'s Db),
    /// Another opening.
    Other(Box<Db>),
}

impl Deref for Turned<'_> {
    type Target = Db;

    fn deref(&self) -> &Db {
        match self {
            Self::Same(db) => db,
            Self::Other(db) => db,
        }
    }
}

/// The refusal of an event that lies in the future.
pub fn future(day: NaiveDate, today: NaiveDate) -> Refusal {
    FUTURE.with("day", day).with("today", today).way_out(format!("--on {today}"))
}
