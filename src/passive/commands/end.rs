//! The verbs that end a report: passed on, answered, dismissed, withdrawn.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use super::act::{When, finish};
use crate::clock;
use crate::office::store as office;
use crate::passive::store::{End, Passive};
use crate::passive::{ACTS, Act, Ending, GROUNDS, store, words};
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::sheet::read_text;
use crate::typed;
use crate::words::{Sentence, label_of};

static TEXT_UNFIT: Rule = rule(Kind::Usage, "E1931", "--text-file '{file}': {why}", "--text-file '{file}': {why}");

/// Arguments.
#[derive(Args, Debug)]
pub struct Pass {
    #[command(flatten)]
    when: When,
    /// Department it is passed to, code or name
    #[arg(long, value_name = "DEPT")]
    to: String,
    /// Why it is no report of passive administration
    #[arg(long, value_parser = typed::OneOf(GROUNDS))]
    ground: String,
    /// What the reporter was told
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    text: Option<String>,
}

/// Passes on what is no report of passive administration.
pub fn pass(session: &Session, args: &Pass) -> Result<Report> {
    let change = session.change("passive pass")?;
    let (report, on) = args.when.meant(session, &change)?;
    let to = office::department_on(&change, &args.to, on)?;
    let end =
        End { ending: Ending::Passed, ground: Some(args.ground.clone()), department_id: Some(to.id), text: args.text.clone(), due: None };
    close(&change, &report, on, &end)?;
    let done = words::PASSED.with("code", &report.code).with("title", &report.title).with("on", on);
    let done = done.with("to", to.name).with("ground", label_of(GROUNDS, &args.ground));
    finish(change, &report, Act::Ended(Ending::Passed), done)
}

/// Arguments.
#[derive(Args, Debug)]
#[group(id = "answer", skip)]
pub struct Answer {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    reply: Words,
}

/// The reply, or that none is owed.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub struct Words {
    /// What the reporter is told
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    text: Option<String>,
    /// File with what the reporter is told; - is stdin
    #[arg(long, value_name = "FILE")]
    text_file: Option<PathBuf>,
    /// An anonymous report: ended without a reply
    #[arg(long)]
    no_reply: bool,
}

/// Replies to the reporter, or ends an anonymous report.
pub fn answer(session: &Session, args: &Answer) -> Result<Report> {
    let text = match &args.reply.text_file {
        Some(file) => {
            let unfit = |why: typed::Expected| TEXT_UNFIT.with("file", file).with("why", why.0);
            Some(typed::long_text(&read_text(session, file)?).map_err(unfit)?)
        }
        None => args.reply.text.clone(),
    };
    let change = session.change("passive answer")?;
    let (report, on) = args.when.meant(session, &change)?;
    let (ending, said) = if args.reply.no_reply { (Ending::Settled, words::SETTLED) } else { (Ending::Answered, words::ANSWERED) };
    let due = clock::due_on(session, &change, &report.code, on)?;
    let remedied = store::history(&change, &report)?.remedied_after(on);
    close(&change, &report, on, &End { ending, ground: None, department_id: None, text, due: Some(due) })?;
    let timely = if on <= due { words::IN_TIME } else { words::LATE }.with("due", due);
    let done = said.with("code", &report.code).with("title", &report.title).with("on", on).with("timely", timely);
    let shown = finish(change, &report, Act::Ended(ending), done)?;
    let remedied = remedied.map(|day| words::REMEDIED_AFTER.with("code", &report.code).with("day", day).with("on", on));
    Ok(shown.hints(remedied).hint(next(format!("proadmin passive show {}", report.code))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Dismiss {
    #[command(flatten)]
    when: When,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
}

/// Ends a report by nothing but its day.
pub fn without_more(session: &Session, command: &'static str, ending: Ending, args: &Dismiss) -> Result<Report> {
    let change = session.change(command)?;
    let (report, on) = args.when.meant(session, &change)?;
    close(&change, &report, on, &End { ending, ground: None, department_id: None, text: args.reason.clone(), due: None })?;
    let done: Sentence = words::OVER.with("code", &report.code).with("title", &report.title).with("on", on);
    finish(change, &report, Act::Ended(ending), done.with("act", label_of(ACTS, ending.code())))
}

fn close(change: &Change, report: &Passive, on: NaiveDate, end: &End) -> Result<()> {
    let history = store::history(change, report)?;
    history.with(on, Act::Ended(end.ending))?;
    if end.ending == Ending::Dismissed {
        history.was_asked()?;
    }
    store::end(change, report, on, end)
}
