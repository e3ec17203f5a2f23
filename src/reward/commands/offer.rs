//! `reward offer` and `reward choose`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use crate::calendar::rules::within_calendar;
use crate::evaluate::rules::stages;
use crate::evaluate::store as rounds;
use crate::office::store as office;
use crate::report::{Report, next};
use crate::reward::store::{Graded, Reward};
use crate::reward::{REWARDS, rules, store, words};
use crate::session::{Change, Session};
use crate::typed;
use crate::words::Sentence;

/// Arguments.
#[derive(Args, Debug)]
pub struct Offer {
    /// Code of the closed round
    round: String,
    /// Whose merit an entry is that names nobody, ENTRY:STAFF; may be repeated
    #[arg(long = "person", value_name = "ENTRY:STAFF", value_parser = rules::entry_typed)]
    people: Vec<(String, String)>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Offers measures to those selected in a closed round.
pub fn offer(session: &Session, args: &Offer) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("reward offer")?;
    let round = rounds::find(&change, &args.round)?;
    stages::after_closing(&round.code, round.closed_on, on)?;
    let track = rounds::track(&change, round.id)?;
    rules::offer(&round.code, &track, rounds::follower(&change, &round)?.as_deref())?;
    let graded = named(&change, &round.code, store::graded(&change, round.id)?, &args.people)?;
    let year = rounds::year(&change, round.id)?;
    let (mut codes, mut said): (Vec<String>, Vec<Sentence>) = (Vec::new(), Vec::new());
    for entry in &graded {
        let offered = store::standing(&change, entry.id)?;
        for (person, share) in entry.members.iter().filter(|(person, _)| !offered.contains(person)) {
            let code = offer_to(&change, (year, round.id), entry, (*person, *share), on)?;
            said.push(told(&store::find(&change, &code)?, entry.lead == Some(*person)));
            codes.push(code);
        }
    }
    rules::once(&round.code, codes.len())?;
    let done = words::OFFERED.with("round", &round.code).with("count", codes.len()).with("on", on);
    let first = codes[0].clone();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let report = change.record(&REWARDS, &codes, Sentence::lines(std::iter::once(done).chain(said).collect()))?;
    Ok(report.hint(next(format!("proadmin reward choose {first} MEASURE"))))
}

/// Who may choose how many.
fn told(reward: &Reward, is_lead: bool) -> Sentence {
    let said = if is_lead { words::MAY_CHOOSE_LEAD } else { words::MAY_CHOOSE };
    said.with("code", &reward.offer.code).with("name", &reward.name).with("count", reward.offer.choose)
}

/// The entries with everyone whose merit they are: as recorded, as named now, else the main
/// person of the key task.
fn named(change: &Change, round: &str, mut graded: Vec<Graded>, people: &[(String, String)]) -> Result<Vec<Graded>> {
    for entry in graded.iter_mut().filter(|entry| entry.members.is_empty()) {
        entry.members.extend(store::standing(change, entry.id)?.into_iter().map(|person| (person, 100)));
    }
    let nobody: Vec<String> = graded.iter().filter(|entry| entry.members.is_empty()).map(|entry| entry.code.clone()).collect();
    let named: Vec<String> = people.iter().map(|(entry, _)| entry.clone()).collect();
    for (entry, who) in people {
        if let Some(entry) = graded.iter_mut().find(|known| known.code == *entry && nobody.contains(&known.code)) {
            entry.members = vec![(office::person_typed(change, who)?.id, 100)];
        }
    }
    for entry in graded.iter_mut().filter(|entry| entry.members.is_empty()) {
        entry.members.extend(entry.lead.map(|lead| (lead, 100)));
    }
    let led = |code: &String| graded.iter().any(|entry| entry.code == *code && !entry.members.is_empty());
    let nameless: Vec<String> = nobody.iter().filter(|code| named.contains(code) || !led(code)).cloned().collect();
    rules::to_be_offered(round, graded.len(), &nameless, &named)?;
    Ok(graded)
}

fn offer_to(change: &Change, of: (i32, i64), entry: &Graded, member: (i64, i64), on: NaiveDate) -> Result<String> {
    let ((year, round), (person, share)) = (of, member);
    let rule = store::rule(change, i64::from(year))?;
    let is_lead = entry.lead == Some(person);
    let kind = if entry.members.len() > 1 { "team" } else { "individual" };
    let values = vec![
        ("round_id", round.into()),
        ("entry_id", entry.id.into()),
        ("kind", kind.to_owned().into()),
        ("grade", entry.grade.clone().into()),
        ("case_title", entry.title.clone().into()),
        ("staff_id", person.into()),
        ("department_id", office::department_of(change, person, on)?.into()),
        ("share", share.into()),
        ("is_lead", i64::from(is_lead).into()),
        ("choose", if is_lead { rule.lead } else { rule.other }.into()),
        ("offered_on", on.to_string().into()),
    ];
    store::insert(change, year, None, values)
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Choose {
    /// Code
    code: String,
    /// Codes of the measures, as many as are to be chosen
    #[arg(value_name = "MEASURE", required = true)]
    measures: Vec<String>,
    /// What is chosen instead where a ceiling is reached, in this order
    #[arg(long = "else", value_name = "MEASURE", value_delimiter = ',')]
    instead: Vec<String>,
    /// Day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

/// Records what an official chooses, all at once.
pub fn choose(session: &Session, args: &Choose) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("reward choose")?;
    let reward = store::find(&change, &args.code)?;
    let menu = store::menu(&change, reward.year)?;
    let picked = rules::choose(&reward.offer, &menu, &args.measures, &args.instead)?;
    rules::not_before_offer(&reward.offer.code, store::last_answer(&change, reward.id)?.unwrap_or(reward.offered_on), on)?;
    for one in &picked {
        store::choose(&change, reward.id, one, on)?;
    }
    let code = reward.offer.code.as_str();
    let names: Vec<&str> = picked.iter().map(|one| one.measure.as_str()).collect();
    let called: Vec<&str> = names.iter().map(|code| menu.called(code, session.lang)).collect();
    let done = words::CHOSEN.with("code", code).with("name", &reward.name).with("measures", called.join(", ")).with("on", on);
    let mut report = change.record(&REWARDS, &[code], done)?;
    for one in &picked {
        if let Some(wish) = &one.instead_of {
            report = report.hint(
                words::INSTEAD.with("wish", menu.called(wish, session.lang)).with("measure", menu.called(&one.measure, session.lang)),
            );
        }
    }
    let needs_check = menu.measures.iter().any(|measure| measure.needs_check && names.contains(&measure.code.as_str()));
    let verb = if needs_check { "check" } else { "grant" };
    let flags = if needs_check { "--ok yes/no" } else { "--document DOC" };
    let first = menu.measures.iter().find(|measure| measure.needs_check == needs_check && names.contains(&measure.code.as_str()));
    let measure = first.map_or("MEASURE", |measure| measure.code.as_str());
    Ok(report.hint(next(format!("proadmin reward {verb} {code} {measure} {flags}"))))
}
