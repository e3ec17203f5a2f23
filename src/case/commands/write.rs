//! `case add` and `case edit`: both write a text, which is never changed afterwards.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::case::store::{New, Text, Writing};
use crate::case::{CASES, KINDS, rules, store, words};
use crate::office::store as office;
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::label_of;

/// What may be written besides the words that must.
#[derive(Args, Debug, Default)]
pub struct More {
    /// Department, code or name [default: that of the record]
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Whom it credits, code or name, several times; the names become public
    #[arg(long, value_name = "STAFF")]
    credit: Vec<String>,
    /// What was learnt (required for a failure)
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    lesson: Option<String>,
    /// Title in English
    #[arg(long, value_name = "TEXT", value_parser = typed::title)]
    title_en: Option<String>,
    /// The problem in English
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    problem_en: Option<String>,
    /// What was done, in English
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    done_en: Option<String>,
    /// The effect in English
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    effect_en: Option<String>,
    /// The lesson in English
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    lesson_en: Option<String>,
    /// Day it was written [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

impl More {
    /// Puts what was given into a text.
    fn put_into(&self, change: &Change, on: NaiveDate, text: &mut Text) -> Result<()> {
        let given = [
            ("lesson", &self.lesson),
            ("title_en", &self.title_en),
            ("problem_en", &self.problem_en),
            ("done_en", &self.done_en),
            ("effect_en", &self.effect_en),
            ("lesson_en", &self.lesson_en),
        ];
        for (field, part) in given {
            text.words.set(field, part.as_deref());
        }
        if let Some(dept) = &self.dept {
            text.department_id = Some(office::department_on(change, dept, on)?.id);
        }
        if !self.credit.is_empty() {
            text.credited.clear();
        }
        for typed in &self.credit {
            let id = office::person_typed(change, typed)?.id;
            if !text.credited.contains(&id) {
                text.credited.push(id);
            }
        }
        Ok(())
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Title
    #[arg(value_parser = typed::title)]
    title: String,
    /// Exemplary case or model failure
    #[arg(long, value_parser = typed::OneOf(KINDS))]
    kind: String,
    /// Code of the record it is written from; for an entry EV-2024-01:E1
    #[arg(long, value_name = "CODE")]
    from: String,
    /// What the problem was
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    problem: String,
    /// What was done
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    done: String,
    /// What came of it
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    effect: String,
    #[command(flatten)]
    more: More,
}

/// Writes a case.
pub fn add(session: &Session, args: &Add) -> Result<Report> {
    let writing = Writing { on: super::on(session, args.more.on)?, writer: session.actor() };
    let change = session.change("case add")?;
    let (source, department_id) = store::source(&change, &args.kind, &args.from)?;
    let mut text = Text { department_id, ..Text::default() };
    for (field, part) in [("title", &args.title), ("problem", &args.problem), ("done", &args.done), ("effect", &args.effect)] {
        text.words.set(field, Some(part));
    }
    args.more.put_into(&change, writing.on, &mut text)?;
    rules::complete(&args.kind, &text.words)?;
    let code = store::insert(&change, &New { code: None, kind: &args.kind, source: &source }, &text, &writing)?;
    let done = words::ADDED.with("code", &code).with("title", &args.title).with("kind", label_of(KINDS, &args.kind)).with("source", source);
    let look = super::look(&change, &store::find(&change, &code)?)?;
    let report = change.record(&CASES, &[&code], done)?.hints(look);
    Ok(report.hint(next(format!("proadmin case approve {code} --actor …"))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Edit {
    /// Code
    code: String,
    /// Title
    #[arg(long, value_parser = typed::title)]
    title: Option<String>,
    /// What the problem was
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    problem: Option<String>,
    /// What was done
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    done: Option<String>,
    /// What came of it
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    effect: Option<String>,
    #[command(flatten)]
    more: More,
    /// Credit nobody
    #[arg(long, conflicts_with = "credit")]
    no_credit: bool,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

/// Writes a case's text anew.
pub fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let writing = Writing { on: super::on(session, args.more.on)?, writer: session.actor() };
    let change = session.change("case edit")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    CASES.unchanged(&change, &case.code, args.if_rev.as_deref())?;
    case.standing.writable(writing.on)?;
    let mut text = case.text.clone();
    for (field, part) in [("title", &args.title), ("problem", &args.problem), ("done", &args.done), ("effect", &args.effect)] {
        text.words.set(field, part.as_deref());
    }
    args.more.put_into(&change, writing.on, &mut text)?;
    if args.no_credit {
        text.credited.clear();
    }
    rules::complete(&case.kind, &text.words)?;
    let differs = text != case.text;
    if differs {
        store::rewrite(&change, &case, &text, &writing)?;
    }
    let look = super::look(&change, &store::find(&change, &case.code)?)?;
    let title = text.words.part("title").unwrap_or_default().to_owned();
    let done = words::EDITED.with("code", &case.code).with("title", title).with("revision", case.written.1 + 1);
    let mut report = change.record(&CASES, &[&case.code], done)?;
    if differs && case.approval_id.is_some() {
        report = report.hint(words::APPROVAL_GONE.say());
    }
    Ok(report.hints(look))
}
