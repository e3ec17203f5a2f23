//! `consult answer` and `consult follow-up`: the letter that protects, and what came of it.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use super::file::Application;
use crate::calendar::rules::within_calendar;
use crate::clock;
use crate::consult::letter::{self, Opinion};
use crate::consult::store::{Consultation, End, Facts};
use crate::consult::{APPLICANTS, Act, CONSULTATIONS, Ending, RESULTS, Review as Which, rules, store, words};
use crate::office::store as office;
use crate::prompt;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::report::{Report, next};
use crate::session::{Change, Session};
use crate::sheet::read_text;
use crate::typed;
use crate::words::{Sentence, Text, label_of};

static SUPERSEDE_WHY: Rule = rule(
    Kind::Usage,
    "E0429",
    "{code}: 정정하는 의견서에는 사유가 필요합니다(--reason)",
    "{code}: a superseding letter needs its reason (--reason)",
);

static TEXT_NEEDED: Rule = rule(
    Kind::Usage,
    "E0466",
    "{code}: 결과를 바꾸려면 의견서 본문도 필요합니다(--text 또는 --text-file)",
    "{code}: another result needs its own text (--text or --text-file)",
);

static NO_LETTER: Rule = rule(
    Kind::Usage,
    "E0468",
    "{code}: 파일로 들어온 답이라 되풀이할 의견서가 없습니다. 결과와 본문이 필요합니다(--result, --text)",
    "{code} was answered in a file, so there is no letter to repeat: its result and its text are needed (--result, --text)",
);

/// Arguments.
#[derive(Args, Debug)]
pub struct Answer {
    /// Code
    code: String,
    /// What the letter says in a word; a superseding letter repeats it
    #[arg(long, value_parser = typed::OneOf(RESULTS), required_unless_present = "supersede")]
    result: Option<String>,
    /// Day of issue [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    #[command(flatten)]
    body: Body,
    /// Supersede a letter that was issued already (with --reason)
    #[arg(long)]
    supersede: bool,
    #[command(flatten)]
    corrections: Corrections,
}

/// What stands otherwise on a superseding letter than on the one before it.
#[derive(Args, Debug)]
#[group(skip)]
pub struct Corrections {
    /// Subject, corrected
    #[arg(long, value_parser = typed::title, requires = "supersede")]
    title: Option<String>,
    /// Applying department, corrected
    #[arg(long, value_name = "DEPT", requires = "supersede")]
    dept: Option<String>,
    /// Day of receipt, corrected
    #[arg(long, value_name = "DATE", value_parser = typed::day, requires = "supersede")]
    received_on: Option<NaiveDate>,
    /// Who applies, corrected
    #[arg(long, value_parser = typed::OneOf(APPLICANTS), requires = "supersede")]
    applicant_type: Option<String>,
    /// Name of the applicant, corrected
    #[arg(long, value_name = "NAME", requires = "supersede")]
    applicant: Option<String>,
    /// Laws and articles concerned, corrected
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text, requires = "supersede")]
    law: Option<String>,
    /// Key issue, corrected; may be repeated
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text, requires = "supersede")]
    issue: Vec<String>,
    /// What a review found, corrected: KIND:TEXT; may be repeated
    #[arg(long, value_name = "KIND:TEXT", value_parser = rules::a_review, requires = "supersede")]
    review: Vec<(Which, String)>,
}

impl Corrections {
    /// Corrects the request, so that what it says is what the letter in force says. The letters
    /// before it are kept as they went out.
    fn make(&self, change: &Change, session: &Session, case: &Consultation) -> Result<()> {
        let Self { applicant_type, applicant, law, issue, .. } = self;
        let application = Application::corrected(applicant_type.as_ref(), applicant.as_ref(), law.as_ref(), issue);
        let mut columns = application.columns(change, Some(case), case.received_on)?;
        columns.extend(self.title.clone().map(|title| ("title", title.into())));
        if let Some(dept) = &self.dept {
            columns.push(("department_id", office::department_on(change, dept, case.received_on)?.id.into()));
        }
        change.update("consultation", case.id, &columns)?;
        for (which, found) in &self.review {
            let reason = session.options.reason.as_deref().unwrap_or_default();
            store::find_anew(change, case, *which, found, reason)?;
        }
        match self.received_on {
            Some(on) => receive(change, case, super::edit::received(session, &case.code, on)?),
            None => Ok(()),
        }
    }
}

/// Corrects the day of receipt of an answered request, and with it the due day that its next
/// letter is issued under.
fn receive(change: &Change, case: &Consultation, on: NaiveDate) -> Result<()> {
    store::history(change, case)?.received(on)?;
    let was_late = clock::is_extended_late(change, &case.code)?;
    store::received(change, case.id, case.received_on, on)?;
    let rule = clock::usual_moved(change, ("consultation", case.id), "consult", (case.received_on, on))?;
    let mut columns = vec![("received_on", on.to_string().into())];
    columns.extend(rule.map(|rule| ("clock_rule_id", rule.into())));
    change.update("consultation", case.id, &columns)?;
    let due = within_calendar(clock::counted_due(change, &case.code)?)?;
    change.update("consultation", case.id, &[("closed_due", due.to_string().into())])?;
    store::judge_extension(change, case, was_late)
}

/// What the letter says.
#[derive(Args, Debug)]
#[group(multiple = false)]
pub struct Body {
    /// Text of the letter; a superseding letter repeats it unless its result is another
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text, required_unless_present_any = ["text_file", "supersede"])]
    text: Option<String>,
    /// File with the text of the letter; - is stdin
    #[arg(long, value_name = "FILE")]
    text_file: Option<PathBuf>,
}

impl Body {
    fn read(&self, session: &Session) -> Result<Option<String>> {
        match (&self.text, &self.text_file) {
            (Some(text), _) => Ok(Some(text.clone())),
            (None, Some(file)) => Ok(Some(rules::text_of("--text-file", file, &read_text(session, file)?)?)),
            (None, None) => Ok(None),
        }
    }
}

/// What a letter says: the result in a word, and the text.
struct Says {
    result: String,
    text: String,
}

/// Issues the opinion letter, or one that supersedes it. A letter cannot be called back, so a
/// person sees it as it will go out and says yes to it; the file is not held meanwhile.
pub fn answer(session: &Session, args: &Answer) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let text = args.body.read(session)?;
    let attempt = || {
        let change = session.change("consult answer")?;
        let case = store::find(&change, &args.code.to_uppercase())?;
        let (result, text) = (args.result.clone(), text.clone());
        let (case, done) = if args.supersede {
            supersede(&change, session, &case, on, args, (result, text))?
        } else {
            first(&change, session, case, on, Says { result: result.unwrap_or_default(), text: text.unwrap_or_default() })?
        };
        let shown = if session.asks() { letter::issued(&change, &case.code, None)? } else { None };
        let shown = shown.map(|letter| (letter.text, words::ISSUE_ASK.with("code", &case.code)));
        Ok((change, shown, (case, done)))
    };
    let (change, (case, done)) = prompt::once_agreed(attempt, |(text, ask)| prompt::confirm_text(session, text, ask))?;
    let report = change.record(&CONSULTATIONS, &[&case.code], done)?;
    let read = next(format!("proadmin consult letter {}", case.code));
    Ok(report.hints(letter::to_a_person(session.db()?, &case)?).hint(read))
}

fn first(change: &Change, session: &Session, case: Consultation, on: NaiveDate, says: Says) -> Result<(Consultation, Sentence)> {
    let history = store::history(change, &case)?;
    history.with(on, Act::Ended(Ending::Answered))?;
    history.reviewed(on)?;
    let due = clock::due_on(session, change, &case.code, on)?;
    let end = End { ending: Ending::Answered, result: Some(says.result.clone()), ground: None, reason: None, due: Some(due) };
    store::end(change, case.id, on, &end)?;
    let opinion = Opinion { issued_on: on, due, result: says.result.clone(), text: says.text, ..Opinion::default() };
    store::issue(change, case.id, opinion)?;
    let timely = if on <= due { words::IN_TIME } else { words::LATE };
    let done = words::ANSWERED
        .with("code", &case.code)
        .with("title", &case.title)
        .with("on", on)
        .with("result", result(&says.result))
        .with("timely", timely.with("due", due));
    Ok((case, done))
}

fn supersede(
    change: &Change,
    session: &Session,
    case: &Consultation,
    on: NaiveDate,
    args: &Answer,
    given: (Option<String>, Option<String>),
) -> Result<(Consultation, Sentence)> {
    let Some(reason) = session.options.reason.as_deref() else {
        return Err(SUPERSEDE_WHY.with("code", &case.code).way_out("--reason …").into());
    };
    let history = store::history(change, case)?;
    history.answered(on, store::last_letter(change, case.id)?)?;
    args.corrections.make(change, session, case)?;
    let case = store::find(change, &case.code)?;
    let due = case.due;
    let says = repeated(store::in_force(change, case.id)?, given, &case.code)?;
    let reason = Some(reason.to_owned());
    let opinion = Opinion { issued_on: on, due, result: says.result.clone(), text: says.text, reason, ..Opinion::default() };
    rules::says_something_else(&case.code, store::says_the_same(change, case.id, &opinion)?)?;
    let revision = store::issue(change, case.id, opinion)?;
    let done = words::SUPERSEDED
        .with("code", &case.code)
        .with("title", &case.title)
        .with("revision", revision)
        .with("on", on)
        .with("result", result(&says.result));
    Ok((case, done))
}

/// What a superseding letter says: what is given, and else what the letter in force says. Another
/// result needs its own text.
fn repeated(before: Option<(String, String)>, given: (Option<String>, Option<String>), code: &str) -> Result<Says, Refusal> {
    match (before, given) {
        (_, (Some(result), Some(text))) | (Some((result, _)), (None, Some(text))) => Ok(Says { result, text }),
        (Some((before, text)), (result, None)) if result.as_ref().is_none_or(|result| *result == before) => {
            Ok(Says { result: before, text })
        }
        (Some(_), _) => Err(TEXT_NEEDED.with("code", code).way_out("--text …")),
        (None, _) => Err(NO_LETTER.with("code", code).way_out("--result … --text …")),
    }
}

fn result(code: &str) -> Text {
    label_of(RESULTS, code)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct FollowUp {
    /// Code
    code: String,
    /// Day of the report [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// The same matter as was asked about
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    same_matter: bool,
    /// Enough information had been given
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    info_sufficient: bool,
    /// No private interest
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    no_private_interest: bool,
    /// Acted as the opinion said
    #[arg(long, value_name = "yes|no", action = clap::ArgAction::Set, value_parser = typed::flag)]
    followed_opinion: bool,
    /// Note
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    note: Option<String>,
}

/// Records what the department did with the opinion.
pub fn follow_up(session: &Session, args: &FollowUp) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("consult follow-up")?;
    let case = store::find(&change, &args.code.to_uppercase())?;
    store::history(&change, &case)?.answered(on, None)?;
    let facts = Facts {
        same_matter: args.same_matter,
        info_sufficient: args.info_sufficient,
        no_private_interest: args.no_private_interest,
        followed_opinion: args.followed_opinion,
    };
    store::follow_up(&change, case.id, on, facts, args.note.as_deref())?;
    let done = words::FOLLOWED_UP.with("code", &case.code).with("title", &case.title).with("on", on);
    let report = change.record(&CONSULTATIONS, &[&case.code], done)?;
    Ok(report.hint(next(format!("proadmin consult show {}", case.code))))
}
