//! Importing: a file of rows becomes facts, all or nothing, in one entry. Each noun says how
//! one of its rows becomes facts; this module reads, collects every error, shows the
//! difference, and asks before it records.

pub mod agree;
mod once;
pub mod published;
mod trial;

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};

use anyhow::Result;
use rusqlite::types::Value;

use crate::prompt;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column, plain, shown};
use crate::session::{Change, Session};
use crate::sheet::Line;
use crate::typed::{self, Expected};
use crate::words::{Arg, Lang, Sentence, Term, Text, code_of, label_of, text};
use once::{Once, Place};
use trial::{OUTCOMES, Trial};

const TWICE: Text = text("{line}행에 이미 있습니다", "is already in line {line}");
static NEVER_NEW: Rule = rule(
    Kind::Usage,
    "E0342",
    "--new 는 여기에 쓸 수 없습니다. 같은 것은 하나뿐입니다",
    "--new cannot be used here: there is never a second one of the same",
);
const NEEDED: Text = text("{codes}여야 합니다", "{codes} is needed");
const REQUIRED: Text = text("반드시 적어야 합니다", "required");
const COMPUTED: Text = text("계산되는 값({now})입니다. 바꾸려면 proadmin {verb}", "is computed ({now}); to change it: proadmin {verb}");
const COMPUTED_NONE: Text =
    text("계산되는 값(아직 없음)입니다. 바꾸려면 proadmin {verb}", "is computed (none yet); to change it: proadmin {verb}");
const ASK: Text = text("{done}. 기록할까요?", "{done}. Record?");
const TITLE: Text = text("가져오기", "Import");
const CUT: Text = text("차이는 처음 {shown}줄만 보였습니다", "only the first {shown:difference is/differences are} shown");

const COLUMNS: &[Column] = &[
    column("line", "행", "line", Holds::Integer),
    column("outcome", "결과", "outcome", Holds::Term(OUTCOMES)),
    column("code", "번호", "code", Holds::Code),
    column("difference", "차이", "difference", Holds::Text),
];
/// So many errors and differences are kept; the rest is counted.
const KEPT: usize = 200;
/// So many cells tell what a new record is, and so many characters of each.
const TELLING: usize = 4;
const TOLD: usize = 40;

/// What one row did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new record.
    New(String),
    /// A known record, and what changed in it.
    Changed(String, String),
    /// A known record that is so already.
    Same(String),
    /// A row of a form that nobody filled in.
    Blank,
}

impl Outcome {
    /// The record that the row is about; empty where that could not be told.
    fn code(&self) -> &str {
        match self {
            Self::New(code) | Self::Changed(code, _) | Self::Same(code) => code,
            Self::Blank => "",
        }
    }
}

/// How a noun's rows become facts.
pub trait Importer {
    /// The columns a file may have.
    fn columns(&self) -> Vec<Column>;
    /// The columns a file must have; of `title|period_start`, one.
    fn required(&self) -> &'static [&'static str];
    /// How a cell, or a heading that is no column, may be repeated in an error; what may be a
    /// person's name is masked.
    fn shown(&self) -> fn(&str, &str) -> String {
        |_, value| value.to_owned()
    }
    /// What a row is about, as far as its cells say; no other row of the file is. A code names
    /// one record, unless that has a row for each of its parts.
    fn about(&self, row: &Row) -> Option<String> {
        row.given("code").map(str::to_uppercase)
    }
    /// Records one row.
    ///
    /// # Errors
    /// [`Refusal`] for what is wrong with the row as a whole; errors of single cells are
    /// noted on the row.
    fn take(&mut self, change: &Change, row: &Row) -> Result<Outcome>;
    /// Records what rows say that others of the file have to be there for, once all of them are;
    /// what is refused of it is told on its line.
    ///
    /// # Errors
    /// Whatever SQLite says.
    fn finish(&mut self, _: &Change) -> Result<Vec<Late>> {
        Ok(Vec::new())
    }
}

/// What was refused of a row after all were read.
#[derive(Debug)]
pub struct Late {
    /// The line it stands in.
    pub line: usize,
    /// The column that says it.
    pub column: &'static str,
    /// What that says.
    pub value: String,
    /// Why it is refused.
    pub refusal: Refusal,
}

/// A row as it is being read: each cell is asked for by its column, and what does not fit is
/// noted, so that all errors of a file are told at once.
pub struct Row<'a> {
    line: &'a Line,
    columns: &'a [Column],
    shown: fn(&str, &str) -> String,
    touched: &'a RefCell<Once>,
    wrong: RefCell<Vec<Wrong>>,
    is_twice: Cell<bool>,
}

struct Wrong {
    file: usize,
    line: usize,
    column: String,
    label: Option<Text>,
    value: String,
    why: Sentence,
    /// The rule that says so, where one does.
    refusal: Option<Refusal>,
}

impl Wrong {
    /// What is wrong under a column of a line.
    fn under(columns: &[Column], line: usize, column: &str, value: String, why: Sentence) -> Self {
        let label = columns.iter().find(|known| known.key == column).and_then(|column| column.label);
        Self { file: 0, line, column: column.to_owned(), label, value, why, refusal: None }
    }
}

impl Row<'_> {
    /// The line of the file that it stands in.
    pub fn number(&self) -> usize {
        self.line.number
    }

    /// The cell as it stands; none where it is blank or the file has no such column.
    pub fn given(&self, key: &str) -> Option<&str> {
        let at = self.columns.iter().position(|column| column.key == key)?;
        self.line.cells.get(at)?.as_deref().map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// Whether the file has such a column, or the line such a field.
    pub fn has(&self, key: &str) -> bool {
        let at = self.columns.iter().position(|column| column.key == key);
        at.and_then(|at| self.line.cells.get(at)).is_some_and(Option::is_some)
    }

    /// The cell, read; none where it is blank or does not fit, and then that is noted.
    pub fn read<T>(&self, key: &str, read: impl Fn(&str) -> Result<T, Expected>) -> Option<T> {
        let cell = self.given(key)?;
        match read(cell) {
            Ok(value) => Some(value),
            Err(Expected(why)) => {
                self.wrong(key, why.say());
                None
            }
        }
    }

    /// The cell, read; a blank one is noted as missing.
    pub fn required<T>(&self, key: &str, read: impl Fn(&str) -> Result<T, Expected>) -> Option<T> {
        self.needed(key).and_then(|()| self.read(key, read))
    }

    /// Whether a cell is given; a blank one is noted as missing.
    pub fn needed(&self, key: &str) -> Option<()> {
        let missing = self.given(key).is_none();
        if missing {
            self.wrong(key, REQUIRED.say());
        }
        (!missing).then_some(())
    }

    /// The code of a term, given as the code or as its label in either language.
    pub fn term(&self, key: &str, terms: &'static [Term]) -> Option<&'static str> {
        let cell = self.given(key)?;
        let found = code_of(terms, cell);
        if found.is_none() {
            self.wrong(key, NEEDED.with("codes", typed::one_of(terms)));
        }
        found
    }

    /// Notes that a cell is wrong.
    pub fn wrong(&self, key: &str, why: Sentence) {
        let value: String = (self.shown)(key, self.given(key).unwrap_or_default()).chars().take(40).collect();
        self.wrong.borrow_mut().push(Wrong::under(self.columns, self.line.number, key, value, why));
    }

    /// Notes a refusal under a column.
    pub fn refused(&self, key: &str, refusal: &Refusal) {
        self.wrong(key, refusal.told());
        if let Some(wrong) = self.wrong.borrow_mut().last_mut() {
            wrong.refusal = Some(refusal.clone());
        }
    }

    /// The value, or none where it was refused, and then the refusal is noted.
    pub fn noted<T>(&self, key: &str, judged: Result<T, Refusal>) -> Option<T> {
        judged.map_err(|refusal| self.refused(key, &refusal)).ok()
    }

    /// What was looked up, or none where that was refused, and then the refusal is noted.
    ///
    /// # Errors
    /// What is no refusal.
    pub fn found<T>(&self, key: &str, found: Result<T>) -> Result<Option<T>> {
        match found {
            Ok(found) => Ok(Some(found)),
            Err(error) => Ok(self.noted(key, Err(error.downcast()?))),
        }
    }

    /// What a cell names, as [`found`](Self::found) has it; none where it is blank.
    ///
    /// # Errors
    /// What is no refusal.
    pub fn named<T>(&self, key: &str, find: impl FnOnce(&str) -> Result<T>) -> Result<Option<T>> {
        match self.read(key, typed::title) {
            Some(typed) => self.found(key, find(&typed)),
            None => Ok(None),
        }
    }

    /// Notes a cell of a computed column that is neither blank nor what the program computes,
    /// and names the verb that changes it.
    pub fn computed(&self, key: &str, now: &str, verb: &str) {
        let kind = self.columns.iter().find(|column| column.key == key).map_or(Holds::Text, |column| column.kind);
        let is_none = now.is_empty();
        if self.given(key).is_some_and(|cell| as_written(cell, kind) != now) {
            let now: Arg = match kind {
                Holds::Term(terms) if terms.iter().any(|term| term.code == now) => label_of(terms, now).into(),
                _ => now.into(),
            };
            let told = if is_none { COMPUTED_NONE.say() } else { COMPUTED.with("now", now) };
            self.wrong(key, told.with("verb", verb));
        }
    }

    /// Whether no earlier line of the file is about the same record; one that is, is noted under
    /// a column. Which of two lines holds is not for their order to say. In a long file it may be
    /// noted later.
    pub fn once(&self, column: &'static str, record: &str) -> bool {
        let before = self.touched.borrow_mut().before(record, Place { line: self.line.number, column });
        if let Some(before) = before {
            self.wrong(column, TWICE.with("line", before));
            if let Some(wrong) = self.wrong.borrow_mut().last_mut().filter(|_| column.is_empty()) {
                record.clone_into(&mut wrong.value);
            }
            self.is_twice.set(true);
        }
        before.is_none()
    }

    /// What the row says of a new record, its code and what the code tells apart.
    fn tells(&self, code: &str, lang: Option<Lang>) -> String {
        let given = self.columns.iter().filter(|column| column.key != "code");
        let says = |cell: &str| code.split(':').any(|part| part == cell || part.split('-').any(|part| part == cell));
        let telling = given.filter(|column| self.given(&column.key).is_some_and(|cell| !says(&as_written(cell, column.kind))));
        telling.take(TELLING).map(|column| self.tell(column, lang)).collect::<Vec<_>>().join(", ")
    }

    /// What the row says in the fields that differ. What is no list of fields stays as it is.
    fn tells_of(&self, fields: &str, lang: Option<Lang>) -> String {
        let column = |field: &str| self.columns.iter().find(|column| column.key == field);
        let differ: Option<Vec<&Column>> = fields.split(", ").map(column).collect();
        match (differ, lang) {
            (Some(differ), Some(_)) => differ.into_iter().map(|column| self.tell(column, lang)).collect::<Vec<_>>().join(", "),
            _ => fields.to_owned(),
        }
    }

    /// A cell behind its heading: in the words of people, or as it is stored.
    fn tell(&self, column: &Column, lang: Option<Lang>) -> String {
        let cell = self.given(&column.key).unwrap_or_default();
        let cell = (self.shown)(&column.key, cell);
        let meant = value_of(&cell, column.kind);
        let line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let told = line(match (&meant, lang) {
            (Some(value), Some(lang)) => shown(value, column.kind, lang),
            (Some(value), None) => plain(value, column.kind),
            (None, _) => cell,
        });
        let told = if told.chars().count() > TOLD { told.chars().take(TOLD - 1).chain(['…']).collect() } else { told };
        let heading = match (lang, column.label) {
            (Some(lang), Some(label)) => label.in_lang(lang),
            _ => column.key.as_ref(),
        };
        format!("{heading} {told}")
    }

    /// Whether anything was noted.
    pub fn is_wrong(&self) -> bool {
        !self.wrong.borrow().is_empty()
    }
}

/// A file with what makes facts of its rows.
pub type Given = (PathBuf, Box<dyn Importer>);

/// A cell as the program itself writes it: `90.5` is `90.50`, `2024. 3. 5.` is `2024-03-05`,
/// and a label is its code. What cannot be read stays as it is.
fn as_written(cell: &str, kind: Holds) -> String {
    value_of(cell, kind).map_or_else(|| cell.to_owned(), |value| plain(&value, kind))
}

/// What a cell of a kind means; none where it is text, or cannot be read.
fn value_of(cell: &str, kind: Holds) -> Option<Value> {
    match kind {
        Holds::Term(terms) => code_of(terms, cell).map(|code| Value::Text(code.to_owned())),
        Holds::Points | Holds::Amount => typed::points(cell).ok().map(Value::Integer),
        Holds::Percent => typed::percent(cell).ok().map(Value::Integer),
        Holds::Money => typed::money(cell).ok().map(Value::Integer),
        Holds::Flag => typed::flag(cell).ok().map(|flag| Value::Integer(flag.into())),
        Holds::Date => typed::day(cell).ok().map(|day| Value::Text(day.to_string())),
        _ => None,
    }
}

/// Refuses `--new` where nothing can be there twice.
///
/// # Errors
/// When it was given.
pub fn never_new(new: bool) -> Result<(), Refusal> {
    if new { Err(NEVER_NEW.met()) } else { Ok(()) }
}

/// Imports a file.
///
/// # Errors
/// Every error of the file at once; then nothing was recorded.
pub fn run(session: &Session, command: &'static str, file: &Path, make: &dyn Fn() -> Box<dyn Importer>) -> Result<Report> {
    run_all(session, command, &[], &[], &|| vec![(file.to_path_buf(), make())])
}

/// Imports several files in their order, in one entry under these codes. What differs is shown
/// before it is asked whether to record it, and so is what `follows` from it.
///
/// # Errors
/// Every error of every file at once; then nothing was recorded.
pub fn run_all(
    session: &Session,
    command: &'static str,
    codes: &[&str],
    follows: &[Sentence],
    make: &dyn Fn() -> Vec<Given>,
) -> Result<Report> {
    let attempt = || {
        let change = session.change(command)?;
        let trial = Trial::read(&change, session, make())?;
        // What is so already needs no consent.
        let differs: Vec<Sentence> = trial.differences().filter(|_| session.asks()).collect();
        let shown = (!differs.is_empty()).then(|| (differs, trial.said(), trial.whole()));
        Ok((change, shown, trial))
    };
    let (change, trial) = prompt::once_agreed(attempt, |(differs, said, _)| {
        let differs: Vec<Sentence> = follows.iter().chain(differs).cloned().collect();
        prompt::confirm(session, &differs, &ASK.with("done", said.clone()))
    })?;
    let (said, blank) = (trial.said(), trial.left_blank());
    let differing: usize = trial.files.iter().map(|file| file.new + file.changed).sum();
    let mut report = Report::list(command, TITLE.say(), Table::held(COLUMNS.to_vec(), trial.rows));
    if differing > KEPT {
        report = report.note(CUT.with("shown", KEPT));
    }
    let dry = session.options.dry_run;
    let mut report = change.finish(report, codes, said)?.hints(blank);
    if dry {
        report.title = report.done.take();
        report.attention = differing > 0;
    }
    Ok(report)
}
