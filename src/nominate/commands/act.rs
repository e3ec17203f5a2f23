//! The verbs by which something happens to nominations: each reads the nomination, lets the
//! rules judge its whole history with the act in it, and records a row with its day.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::nominate::rules::{History, Left};
use crate::nominate::store::Detail;
use crate::nominate::{ACTS, Act, CHECKS, NOMINATIONS, merge, rules, store, words};
use crate::prompt;
use crate::report::{Report, next};
use crate::session::Session;
use crate::typed;
use crate::words::{Sentence, Term, Text, label_of, text};

/// What a check of a real name finds.
const RESULTS: &[Term] = &[CHECKS[1], CHECKS[2]];
const ASK: Text = text("추천 {count}건입니다. 기록할까요?", "this concerns {count:nomination/nominations}. Record?");

/// Arguments.
#[derive(Args, Debug)]
pub struct Accept {
    /// Codes; - reads them from stdin
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Accepts nominations.
pub fn accept(session: &Session, args: &Accept) -> Result<Report> {
    let detail = Detail { note: session.options.reason.clone(), ..Detail::default() };
    let (report, _) = record(session, "nominate accept", args, Act::Accepted, &detail)?;
    let codes = session_codes(&args.codes);
    Ok(report.hint(next(format!("proadmin nominate enter {codes} --round EV-…"))))
}

/// The codes of a hint: what was typed, or `-` again.
fn session_codes(typed: &[String]) -> String {
    typed.iter().map(|code| code.to_uppercase()).collect::<Vec<_>>().join(" ")
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Reject {
    #[command(flatten)]
    act: Accept,
    /// Ground, one of `nominate grounds`
    #[arg(long, value_name = "GROUND", value_parser = typed::title)]
    ground: String,
}

/// Rejects nominations.
pub fn reject(session: &Session, args: &Reject) -> Result<Report> {
    let note = session.options.reason.clone();
    let ground = rules::ground_typed(&args.ground);
    let first = args.act.codes.first().map(|code| code.to_uppercase()).unwrap_or_default();
    session.may_write()?;
    rules::ground(&first, &ground, &store::grounds(session.db()?)?, note.as_deref())?;
    let detail = Detail { ground: Some(ground), note, ..Detail::default() };
    Ok(record(session, "nominate reject", &args.act, Act::Rejected, &detail)?.0)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Verify {
    #[command(flatten)]
    act: Accept,
    /// What the check found
    #[arg(long, value_parser = typed::OneOf(RESULTS))]
    result: String,
}

/// Records the check of a real name.
pub fn verify(session: &Session, args: &Verify) -> Result<Report> {
    let detail = Detail { note: session.options.reason.clone(), ..Detail::default() };
    let act = if args.result == "confirmed" { Act::Confirmed } else { Act::Failed };
    let (report, checked) = record(session, "nominate verify", &args.act, act, &detail)?;
    let mut left: Vec<(Left, Vec<String>)> = Vec::new();
    for history in checked {
        let to_decide = history.to_decide(act == Act::Confirmed);
        match left.iter_mut().find(|(same, _)| to_decide.is_some() && *same == to_decide) {
            Some((_, codes)) => codes.push(history.code),
            None => left.push((to_decide, vec![history.code])),
        }
    }
    let command = |(to_decide, codes): (Left, Vec<String>)| match to_decide {
        Some((verb, with)) => format!("proadmin nominate {verb} {}{with}", codes.join(" ")),
        None => format!("proadmin nominate show {}", codes.join(" ")),
    };
    Ok(report.hints(left.into_iter().map(|left| next(command(left)))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Merge {
    #[command(flatten)]
    act: Accept,
    /// The nomination that stands for all
    #[arg(long, value_name = "CODE")]
    into: String,
}

/// Merges duplicates into one nomination.
pub fn merge(session: &Session, args: &Merge) -> Result<Report> {
    let on = session.event_day(args.act.on)?;
    let codes = session.codes(&args.act.codes)?;
    let change = session.change("nominate merge")?;
    let into = store::find(&change, &args.into.to_uppercase())?;
    for code in &codes {
        merge::merge(&change, code, &into.code, on, session.options.reason.as_deref())?;
    }
    let done = words::MERGED.with("codes", codes.join(" ")).with("into", &into.code);
    let all: Vec<&str> = codes.iter().map(String::as_str).chain([into.code.as_str()]).collect();
    let report = change.record(&NOMINATIONS, &all, done)?;
    Ok(report.hint(next(format!("proadmin nominate show {}", into.code))))
}

/// Records an act on one nomination or on several, all or none; and what has happened to each now.
fn record(session: &Session, command: &'static str, args: &Accept, act: Act, detail: &Detail) -> Result<(Report, Vec<History>)> {
    let on = session.event_day(args.on)?;
    let codes = session.codes(&args.codes)?;
    if codes.len() > 1 {
        prompt::confirm(session, &[], &ASK.with("count", codes.len()))?;
    }
    let change = session.change(command)?;
    let (mut done, mut twice, mut now) = (Vec::new(), Vec::new(), Vec::new());
    for code in &codes {
        let nomination = store::find(&change, code)?;
        let history = store::history(&change, &nomination)?;
        history.with(on, act)?;
        let before = history.decided_before(on, act, detail.note.as_deref())?;
        if act == Act::Accepted {
            twice.push((code, store::accepted_beside(&change, &nomination, on)?));
        }
        store::act(&change, nomination.id, on, act, detail)?;
        now.push(store::history(&change, &nomination)?);
        let said = match before {
            Some((day, was)) => words::REDECIDED.with("was", label_of(ACTS, was.code())).with("before", day),
            None => words::ACTED.say(),
        };
        done.push(said.with("code", code).with("title", &nomination.title).with("act", label_of(ACTS, act.code())).with("on", on));
    }
    let all: Vec<&str> = codes.iter().map(String::as_str).collect();
    let report = change.record(&NOMINATIONS, &all, Sentence::lines(done))?;
    let report = twice.into_iter().filter(|(_, others)| !others.is_empty()).fold(report, |report, (code, others)| {
        let reject = next(format!("proadmin nominate reject {code} --ground duplicate --reason …"));
        report.hint(words::ACCEPTED_BESIDE.with("code", code).with("others", others.join(", "))).hint(reject)
    });
    Ok((report, now))
}
