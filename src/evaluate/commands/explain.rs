//! `eval explain`.

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::db::Db;
use crate::evaluate::answers::{self, Standing};
use crate::evaluate::store::{ENTRIES, Named, Round};
use crate::evaluate::{SHEETS, rules, store, words};
use crate::private::NAMES;
use crate::report::{Column, Kind as Holds, Report, Table, column, points};
use crate::session::Session;
use crate::words::{Sentence, Term, term};

/// What a line of the comparison is.
const LINES: &[Term] = &[
    term("criterion", "항목", "criterion"),
    term("component", "구성 요소", "component"),
    term("weighted", "가중 합계", "weighted"),
    term("bonus_recorded", "적은 가점", "bonus recorded"),
    term("bonus", "총점에 든 가점", "bonus counted"),
    term("total", "총점", "total"),
    term("sheet", "심사표", "sheet"),
];
const COMPARED: &[Column] = &[
    column("line", "구분", "line", Holds::Term(LINES)),
    column("name", "이름", "name", Holds::Term(NAMES)),
    column("weight", "가중치(%)", "weight (%)", Holds::Points).minor(3),
    column("one", "①", "①", Holds::Points),
    column("other", "②", "②", Holds::Points),
    column("difference", "차이(①-②)", "① - ②", Holds::Points),
    column("one_counts", "① 산입", "① counts", Holds::Term(SHEETS)).minor(1),
    column("other_counts", "② 산입", "② counts", Holds::Term(SHEETS)).minor(1),
];
/// Arguments.
#[derive(Args, Debug)]
pub struct Explain {
    /// Code of the round
    round: String,
    /// Code of an entry
    #[arg(value_name = "ENTRY")]
    one: String,
    /// Code of another entry
    #[arg(value_name = "OTHER")]
    other: String,
}

/// Shows why one entry stands above another: line by line, the sheets behind it, and what
/// split the tie where there was one.
pub fn explain(session: &Session, args: &Explain) -> Result<Report> {
    let round = store::find(session.db()?, &args.round)?;
    let db = &super::only(session, &round)?;
    let (one, other) = (store::named(db, &round, ENTRIES, &args.one)?, store::named(db, &round, ENTRIES, &args.other)?);
    rules::two(one.id, other.id)?;
    let stand = [answers::standing(db, &round, one.id)?, answers::standing(db, &round, other.id)?];
    let said = words::EXPLAINED.with("code", &round.code).with("one", &one.name).with("other", &other.name);
    let rows = compared(db, &round, [&one, &other], &stand)?;
    let mut report = Report::list("eval explain", said, Table::held(COMPARED.to_vec(), rows));
    report.notes = why(db, &round, [&one, &other], &stand)?;
    let cap = answers::bonus_cap(db, &round)?.filter(|_| stand.iter().any(|standing| standing.bonus != 0));
    report.notes.extend(cap.map(|max| words::BONUS_CAP.with("max", points(max))));
    Ok(report)
}

/// Criteria, components, the weighted sum, the bonus and the total, of both.
fn compared(db: &Db, round: &Round, two: [&Named; 2], stand: &[Standing; 2]) -> Result<Vec<Vec<Value>>> {
    let mut rows = Vec::new();
    let criteria = [points_of(db, round, two[0], CRITERION)?, points_of(db, round, two[1], CRITERION)?];
    for criterion in answers::criteria(db, round)? {
        let pair = [0, 1].map(|at| find(&criteria[at], criterion.id));
        rows.push(row("criterion", &criterion.name, None, pair));
    }
    let components = [points_of(db, round, two[0], COMPONENT)?, points_of(db, round, two[1], COMPONENT)?];
    for (id, name, weight) in answers::components(db, round)?.into_iter().filter(|(id, ..)| *id != 0) {
        let pair = [0, 1].map(|at| find(&components[at], id));
        rows.push(row("component", name.as_deref().unwrap_or_default(), Some(weight), pair));
    }
    rows.push(row("weighted", "", None, [stand[0].weighted, stand[1].weighted]));
    let bonuses = answers::bonuses(db, round)?;
    if !bonuses.is_empty() {
        let recorded = |entry: &Named| bonuses.iter().find(|row| row[0] == Value::Text(entry.name.clone())).map(|row| &row[2]);
        let recorded = two.map(|entry| if let Some(Value::Integer(points)) = recorded(entry) { *points } else { 0 });
        rows.push(row("bonus_recorded", "", None, recorded.map(Some)));
    }
    rows.push(row("bonus", "", None, [Some(stand[0].bonus), Some(stand[1].bonus)]));
    rows.push(row("total", "", None, [stand[0].total, stand[1].total]));
    rows.extend(sheets(db, round, two)?);
    Ok(rows)
}

/// The sheets of both, rater by rater, and whether they count.
fn sheets(db: &Db, round: &Round, two: [&Named; 2]) -> Result<Vec<Vec<Value>>> {
    let all = [answers::sheets_of(db, round, two[0].id)?, answers::sheets_of(db, round, two[1].id)?];
    let mut rows = Vec::new();
    for rater in answers::raters(db, round)? {
        let pair = [0, 1].map(|at: usize| all[at].iter().find(|sheet| sheet.rater == rater.name));
        if pair.iter().all(Option::is_none) {
            continue;
        }
        let mut row = row("sheet", &rater.name, None, pair.map(|sheet| sheet.map(|sheet| sheet.points)));
        let states = pair.map(|sheet| Value::from(sheet.map(|sheet| sheet.state.clone())));
        row.truncate(row.len() - states.len());
        row.extend(states);
        rows.push(row);
    }
    Ok(rows)
}

const CRITERION: (&str, &str) = ("evaluation_criterion_score", "criterion_id");
const COMPONENT: (&str, &str) = ("evaluation_component_score", "component_id");

fn points_of(db: &Db, round: &Round, entry: &Named, (view, column): (&str, &str)) -> Result<Vec<(i64, i64)>> {
    answers::points_by(db, round, view, column, entry.id)
}

fn find(points: &[(i64, i64)], id: i64) -> Option<i64> {
    points.iter().find(|(of, _)| *of == id).map(|(_, points)| *points)
}

fn row(line: &str, name: &str, weight: Option<i64>, [a, b]: [Option<i64>; 2]) -> Vec<Value> {
    let difference = a.zip(b).map(|(a, b)| a - b);
    vec![line.to_owned().into(), name.to_owned().into(), weight.into(), a.into(), b.into(), difference.into(), Value::Null, Value::Null]
}

/// The sentence that says it.
fn why(db: &Db, round: &Round, [one, other]: [&Named; 2], stand: &[Standing; 2]) -> Result<Vec<Sentence>> {
    let (Some(a), Some(b)) = (stand[0].total, stand[1].total) else {
        let without = [(one, &stand[0]), (other, &stand[1])].into_iter().filter(|(_, standing)| standing.total.is_none());
        return Ok(without.map(|(entry, _)| words::NO_TOTAL.with("entry", &entry.name)).collect());
    };
    let in_order = |first: bool| if first { (one, other) } else { (other, one) };
    if a != b {
        let (high, low) = in_order(a > b);
        let said = words::ABOVE.with("one", &high.name).with("other", &low.name).with("by", points((a - b).abs()));
        return Ok(vec![said.with("a", points(a.max(b))).with("b", points(a.min(b)))]);
    }
    if stand[0].rank == stand[1].rank {
        return Ok(vec![words::TIED.with("a", points(a))]);
    }
    let (high, low) = in_order(stand[0].rank < stand[1].rank);
    let said = words::TIE_SPLIT.with("a", points(a)).with("one", &high.name).with("other", &low.name);
    let (criteria, _) = answers::tie_order(db, round)?;
    let both = [points_of(db, round, one, CRITERION)?, points_of(db, round, other, CRITERION)?];
    let by = criteria.into_iter().find(|criterion| find(&both[0], criterion.id) != find(&both[1], criterion.id));
    Ok(vec![match by {
        Some(criterion) => said.with("why", criterion.name),
        None => said.with("why", words::RECEIPT),
    }])
}
