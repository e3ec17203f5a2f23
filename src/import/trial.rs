//! Files read into a change: what every row came to, and every error at once.

use std::cell::{Cell, RefCell};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rusqlite::types::Value;

use super::once::{Once, Twice};
use super::{Given, Importer, KEPT, Late, Outcome, Row, TWICE, Wrong};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Column, Kind as Holds, plain};
use crate::session::{Change, Session};
use crate::sheet::{Encoding, Line, Sheet};
use crate::words::{Lang, Sentence, Term, Text, label_of, term, text};

static WRONG: Rule = rule(
    Kind::Rule,
    "E0341",
    "'{file}'에 잘못된 곳이 {count}군데 있습니다. 기록한 것은 없습니다",
    "'{file}' has {count:error/errors}; nothing was recorded",
);
const HEADING: Text = text(" {label}", " {key}");
const LINE: Text = text("{line}행{column}", "line {line}{column}");
const LINE_OF: Text = text("{file} {line}행{column}", "{file} line {line}{column}");
const VALUE: Text = text("'{value}': {why}", "'{value}': {why}");
const MORE: Text = text("그 밖에 {count}군데", "{count} more");
const DONE: Text = text(
    "{file}: 새로 {new}건, 고침 {changed}건, 그대로 {same}건 ({encoding})",
    "{file}: {new} new, {changed} changed, {same} unchanged ({encoding})",
);
const BLANK: Text = text("적지 않은 행 {count}개는 건너뛰었습니다", "{count:blank row/blank rows} passed over");
const DIFFERENCE: Text = text("  {line}행 {outcome} {code} {difference}", "  line {line} {outcome} {code} {difference}");
pub(super) const OUTCOMES: &[Term] = &[term("new", "새로", "new"), term("changed", "고침", "changed"), term("same", "그대로", "same")];

/// Of so many lines it is told how to look up what is not there.
const WAYS: usize = 5;

/// Files read into a change.
#[derive(Default)]
pub(super) struct Trial {
    pub(super) files: Vec<Read>,
    pub(super) rows: Vec<Vec<Value>>,
    whole: DefaultHasher,
    wrong: Vec<Wrong>,
    wrong_count: usize,
}

/// What one file did.
pub(super) struct Read {
    name: String,
    encoding: Encoding,
    pub(super) new: usize,
    pub(super) changed: usize,
    same: usize,
    blank: usize,
}

impl Trial {
    pub(super) fn read(change: &Change, session: &Session, files: Vec<Given>) -> Result<Self> {
        let mut trial = Self::default();
        for (file, importer) in files {
            trial.read_file(change, session, &file, importer)?;
        }
        // A second line about a record may be told later than those after it.
        trial.wrong.sort_by_key(|wrong| (wrong.file, wrong.line));
        if trial.wrong.is_empty() { Ok(trial) } else { Err(trial.all_wrong().into()) }
    }

    fn read_file(&mut self, change: &Change, session: &Session, file: &Path, mut importer: Box<dyn Importer>) -> Result<()> {
        let (columns, shown) = (importer.columns(), importer.shown());
        let mut sheet = Sheet::open(file, &columns, importer.required(), shown)?;
        self.files.push(Read { name: file.display().to_string(), encoding: sheet.encoding, new: 0, changed: 0, same: 0, blank: 0 });
        let mut progress = Progress::of(session);
        let mut line = Line::default();
        let touched = RefCell::new(Once::default());
        let lang = (!session.options.for_machines).then_some(session.lang);
        while sheet.next(&mut line)? {
            let (wrong, is_twice) = (RefCell::default(), Cell::default());
            let row = Row { line: &line, columns: &columns, shown, touched: &touched, wrong, is_twice };
            if let Some(wrong) = &line.wrong {
                row.wrong("", wrong.clone());
                self.keep(row);
                continue;
            }
            if let Some(about) = importer.about(&row) {
                row.once("code", &about);
            }
            match importer.take(change, &row) {
                Ok(outcome) => {
                    // A noun that says sooner which record a row is about says it under its column.
                    if !row.is_twice.get() && !outcome.code().is_empty() {
                        row.once("", outcome.code());
                    }
                    if !row.is_wrong() {
                        self.note(&row, outcome, lang);
                    }
                }
                Err(error) => match error.downcast::<Refusal>() {
                    Ok(refusal) if row.is_wrong() => drop(refusal),
                    Ok(refusal) => row.refused("", &refusal),
                    Err(error) => return Err(error),
                },
            }
            self.keep(row);
            touched.borrow_mut().settle()?;
            change.settle()?;
            progress.step();
        }
        self.keep_twice(touched.borrow_mut().end()?, &columns);
        self.keep_late(importer.finish(change)?, &columns);
        progress.bar.finish_and_clear();
        Ok(())
    }

    /// Keeps what was noted on a row of the file at hand.
    fn keep(&mut self, row: Row<'_>) {
        self.keep_wrong(row.wrong.into_inner());
    }

    /// Keeps the lines that were found to be about the record of an earlier one.
    fn keep_twice(&mut self, twice: Vec<Twice>, columns: &[Column]) {
        let wrong = twice
            .into_iter()
            .map(|Twice { record, again, first }| Wrong::under(columns, again.line, again.column, record, TWICE.with("line", first)));
        self.keep_wrong(wrong.collect());
    }

    /// Keeps what was refused after all rows were there.
    fn keep_late(&mut self, late: Vec<Late>, columns: &[Column]) {
        let wrong = late.into_iter().map(|late| Wrong::under(columns, late.line, late.column, late.value, late.refusal.told()));
        self.keep_wrong(wrong.collect());
    }

    /// Keeps what is wrong in the file at hand, as long as there is room.
    fn keep_wrong(&mut self, wrong: Vec<Wrong>) {
        self.wrong_count += wrong.len();
        let room = KEPT.saturating_sub(self.wrong.len());
        let file = self.files.len() - 1;
        self.wrong.extend(wrong.into_iter().take(room).map(|wrong| Wrong { file, ..wrong }));
    }

    fn note(&mut self, row: &Row<'_>, outcome: Outcome, lang: Option<Lang>) {
        let Some(file) = self.files.last_mut() else { return };
        let (kind, code, difference) = match outcome {
            Outcome::New(code) => ("new", code, None),
            Outcome::Changed(code, difference) => ("changed", code, Some(difference)),
            Outcome::Same(_) => {
                file.same += 1;
                return;
            }
            Outcome::Blank => {
                file.blank += 1;
                return;
            }
        };
        if kind == "new" {
            file.new += 1;
        } else {
            file.changed += 1;
        }
        (kind, &code, &difference, row.line.number, &row.line.cells).hash(&mut self.whole);
        if self.rows.len() < KEPT {
            let difference = difference.map_or_else(|| row.tells(&code, lang), |fields| row.tells_of(&fields, lang));
            let line = Value::Integer(i64::try_from(row.line.number).unwrap_or(i64::MAX));
            self.rows.push(vec![line, Value::Text(kind.to_owned()), Value::Text(code), Value::Text(difference)]);
        }
    }

    /// What differs, a row a line.
    pub(super) fn differences(&self) -> impl Iterator<Item = Sentence> {
        let text = |value: &Value, kind| plain(value, kind);
        self.rows.iter().map(move |row| {
            let outcome = label_of(OUTCOMES, &text(&row[1], Holds::Text));
            let said = DIFFERENCE.with("line", text(&row[0], Holds::Integer)).with("outcome", outcome);
            said.with("code", text(&row[2], Holds::Code)).with("difference", text(&row[3], Holds::Text))
        })
    }

    /// What tells these differences from others, also those beyond the ones that are kept.
    pub(super) fn whole(&self) -> u64 {
        self.whole.finish()
    }

    /// That rows were left blank, if any were.
    pub(super) fn left_blank(&self) -> Option<Sentence> {
        let blank: usize = self.files.iter().map(|file| file.blank).sum();
        (blank > 0).then(|| BLANK.with("count", blank))
    }

    pub(super) fn said(&self) -> Sentence {
        let of_file = |read: &Read| {
            let encoding = match read.encoding {
                Encoding::Utf8 => "UTF-8",
                Encoding::Cp949 => "CP949",
                Encoding::Workbook => "XLSX",
            };
            let done = DONE.with("file", &read.name).with("new", read.new).with("changed", read.changed);
            done.with("same", read.same).with("encoding", encoding)
        };
        Sentence::lines(self.files.iter().map(of_file).collect())
    }

    fn all_wrong(&self) -> Refusal {
        let names: Vec<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        let mut refusal = WRONG.with("file", names.join(", ")).with("count", self.wrong_count);
        for wrong in self.wrong.iter().take(50) {
            let place = if names.len() > 1 { LINE_OF.with("file", names[wrong.file]) } else { LINE.say() };
            // A blank cell has no value to show, and a sentence may name it itself.
            let is_told = wrong.value.is_empty() || wrong.why.render(Lang::En).contains(&format!("'{}'", wrong.value));
            let label = wrong.label.map_or(wrong.column.as_str(), |label| label.ko);
            let column = match wrong.column.as_str() {
                "" => text("", "").say(),
                key => HEADING.with("label", label).with("key", key),
            };
            let place = place.with("line", wrong.line).with("column", column);
            let what = VALUE.with("value", wrong.value.clone()).with("why", wrong.why.clone());
            refusal = refusal.seen_at(place, if is_told { wrong.why.clone() } else { what });
        }
        let ways = self.wrong.iter().filter_map(|wrong| wrong.refusal.as_ref());
        refusal = ways.take(WAYS).fold(refusal, Refusal::looking_up);
        if self.wrong_count > 50 { refusal.way_out(MORE.with("count", self.wrong_count - 50)) } else { refusal }
    }
}

/// After so long a person is shown how far the reading is.
const LONG: Duration = Duration::from_millis(500);

/// A bar on stderr for a person, hidden until reading takes long.
struct Progress {
    bar: ProgressBar,
    shown_from: Option<Instant>,
}

impl Progress {
    fn of(session: &Session) -> Self {
        let bar = ProgressBar::hidden();
        bar.set_style(ProgressStyle::with_template("{spinner} {pos} {elapsed}").unwrap_or_else(|_| ProgressStyle::default_spinner()));
        Self { bar, shown_from: session.options.progress.then(|| Instant::now() + LONG) }
    }

    /// One more row was read.
    fn step(&mut self) {
        self.bar.inc(1);
        if self.shown_from.is_some_and(|from| Instant::now() >= from) {
            self.shown_from = None;
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
        }
    }
}
