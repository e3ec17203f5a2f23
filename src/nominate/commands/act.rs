//! The verbs by which something happens to nominations: each reads the nomination, lets the
//! rules judge its whole history with the act in it, and records a row with its day.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

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
    let report = record(session, "nominate accept", args, Act::Accepted, &detail)?;
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
    record(session, "nominate reject", &args.act, Act::Rejected, &detail)
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
    let report = record(session, "nominate verify", &args.act, act, &detail)?;
    let codes = session_codes(&args.act.codes);
    // What was merged into another is decided about there.
    let merged = report.texts("code").into_iter().zip(report.texts("state")).find(|(_, state)| state == "merged");
    if let Some((code, _)) = merged {
        return Ok(report.hint(next(format!("proadmin nominate show {code}"))));
    }
    let verb = if act == Act::Confirmed { format!("accept {codes}") } else { format!("reject {codes} --ground unverified") };
    Ok(report.hint(next(format!("proadmin nominate {verb}"))))
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

/// Records an act on one nomination or on several, all or none.
fn record(session: &Session, command: &'static str, args: &Accept, act: Act, detail: &Detail) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let codes = session.codes(&args.codes)?;
    if codes.len() > 1 {
        prompt::confirm(session, &[], &ASK.with("count", codes.len()))?;
    }
    let change = session.change(command)?;
    let (mut done, mut twice) = (Vec::new(), Vec::new());
    for code in &codes {
        let nomination = store::find(&change, code)?;
        store::history(&change, &nomination)?.with(on, act)?;
        if act == Act::Accepted {
            twice.push((code, store::accepted_beside(&change, &nomination, on)?));
        }
        store::act(&change, nomination.id, on, act, detail)?;
        let label = label_of(ACTS, act.code());
        done.push(words::ACTED.with("code", code).with("title", &nomination.title).with("act", label).with("on", on));
    }
    let all: Vec<&str> = codes.iter().map(String::as_str).collect();
    let report = change.record(&NOMINATIONS, &all, Sentence::lines(done))?;
    Ok(twice.into_iter().filter(|(_, others)| !others.is_empty()).fold(report, |report, (code, others)| {
        let reject = next(format!("proadmin nominate reject {code} --ground duplicate"));
        report.hint(words::ACCEPTED_BESIDE.with("code", code).with("others", others.join(", "))).hint(reject)
    }))
}
