//! What rests on what. An entry that something recorded since rests on is not taken back: a fact
//! that settles a record (a letter, a closed round, a grant) rests on what the record was until
//! then, a row rests on what it names, and what remains of a record is judged again by its noun.
//! A new noun says here what settles its records and what judges them.

use std::collections::BTreeSet;

use anyhow::Result;
use rusqlite::named_params;

use crate::db::{Db, EntryNo, Standing, Touched, belongs_to, code_of, knows_void, made_since, named_by_code_since, named_since};
use crate::log::Back;
use crate::record::CODED;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::session::Session;
use crate::words::{Text, text};
use crate::{clock, consult, evaluate, exemption, incentive, legal, nominate, office, passive, plan, reward, task, training};

use super::{Taken, words};

static RESTS: Rule = rule(
    Kind::Rule,
    "E0808",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: 그 뒤 {later}번 기록에 남은 {record}의 {what}의 근거입니다",
    "entry {entry} ({command}) cannot be undone: {what} of {record}, recorded since in entry {later}, rests on it",
);
static NAMED_SINCE: Rule = rule(
    Kind::Rule,
    "E0806",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: 그 뒤 {later}번 기록에서 {row:을/를} 가리키는 것이 생겼습니다",
    "entry {entry} ({command}) cannot be undone: something recorded since in entry {later} names {row}",
);
static COULD_NOT_BE: Rule = rule(
    Kind::Rule,
    "E0810",
    "{entry}번 기록({command})은 되돌릴 수 없습니다: 그 뒤에 기록한 것이 {record}에서 성립하지 않게 됩니다",
    "entry {entry} ({command}) cannot be undone: what was recorded since of {record} could not have happened",
);

/// What settles a record.
struct Settles {
    /// The record.
    record: &'static str,
    /// The tables of the record's rows that it rests on.
    on: &'static [&'static str],
    /// The fact.
    fact: Standing,
    /// What it is called.
    what: Text,
    /// The command that goes on from it; where there is none, it can be taken back itself.
    way: &'static str,
}

const fn fact(table: &'static str, made: &'static str, of: &'static str, only: &'static str) -> Standing {
    Standing { table, made, of, only }
}

const SETTLES: &[Settles] = &[
    // Whoever hands a task over has it: each handing over rests on the one before.
    Settles {
        record: "task",
        on: &["task_lead"],
        fact: fact("task_lead", "id", "task_id", ""),
        what: text("인계", "the handing over"),
        way: "",
    },
    Settles {
        record: "consultation",
        on: &["consultation", "consultation_act"],
        fact: fact("opinion", "id", "consultation_id", ""),
        what: text("의견서", "the opinion letter"),
        way: "proadmin consult answer {code} --supersede --reason …",
    },
    Settles {
        record: "eval_round",
        on: &[
            "eval_round",
            "eval_component",
            "eval_criterion",
            "eval_entry",
            "entry_member",
            "entry_misconduct",
            "lesson_link",
            "rater",
            "rater_conflict",
            "eval_score",
            "component_score",
            "eval_bonus",
            "eval_grade",
            "grade_decision",
        ],
        fact: fact("eval_round", "closed_hash", "id", ""),
        what: text("마감한 결과", "the closed results"),
        way: "proadmin eval show {code}",
    },
    Settles {
        record: "case_file",
        on: &["case_file", "case_text", "case_credit", "case_approval", "case_waiver"],
        fact: fact("case_publication", "id", "case_id", "x.withdrawn_on IS NULL"),
        what: text("공개", "the publication"),
        way: "proadmin case withdraw {code} --reason …",
    },
    Settles {
        record: "reward",
        on: &["reward", "reward_choice"],
        fact: fact("reward_choice", "granted_on", "reward_id", ""),
        what: text("지급", "the grant"),
        way: "",
    },
    Settles {
        record: "nomination",
        on: &["nomination", "nominee", "nomination_act"],
        fact: fact("nomination_act", "round", "nomination_id", "x.id IN (SELECT e.id FROM nomination_entry e)"),
        what: text("평가 회부", "the entry in a round"),
        way: "",
    },
    Settles {
        record: "passive_report",
        on: &["passive_report", "passive_act"],
        fact: fact("passive_report", "closed_due", "id", ""),
        what: text("회신", "the reply"),
        way: "",
    },
    Settles {
        record: "exemption",
        on: &["exemption", "exemption_act"],
        fact: fact("exemption_act", "id", "exemption_id", "x.kind IN ('granted', 'partly', 'refused')"),
        what: text("결정", "the decision"),
        way: "",
    },
    Settles {
        record: "legal_support",
        on: &["legal_support", "legal_act"],
        fact: fact("legal_act", "id", "legal_support_id", "x.kind = 'paid'"),
        what: text("지급", "the payment"),
        way: "",
    },
];

/// Whether what was recorded of the record with a code could have happened as it stands.
type Judge = fn(&Db, &str) -> Result<()>;
/// The records that are judged again, and what judges them.
const JUDGED: &[(&str, Judge)] = &[
    ("task", task::act::holds),
    ("consultation", consult::store::holds),
    ("passive_report", passive::store::holds),
    ("legal_support", legal::store::holds),
    ("exemption", exemption::store::holds),
    ("nomination", nominate::store::holds),
    ("plan_action", plan::store::holds),
    ("incentive_credit", incentive::store::holds),
    ("incentive_redemption", incentive::store::holds),
    ("incentive_activity", incentive::store::activity_holds),
    ("staff", office::store::presence_holds),
    ("eval_round", reward::judge::round_holds),
    ("reward", reward::judge::holds),
    ("measure", reward::judge::menu_holds),
    ("training", training::store::holds),
    ("clock_rule", clock::store::uses_hold),
];
/// What further judges records whose judgement other things may have changed already, such as a
/// holiday that went away: what held before has to hold afterwards.
const HELD: &[(&str, Judge)] =
    &[("consultation", consult::store::in_time), ("passive_report", passive::store::in_time), ("eval_round", evaluate::judge::fits)];

/// A record: its table and its number.
type Record = (String, i64);

/// The records that a row belongs to: itself, then what its first reference leads to.
fn records_of(db: &Db, row: &Touched) -> Result<Vec<Record>> {
    let mut records = vec![(row.table.clone(), row.id)];
    let mut table = row.table.clone();
    while let Some((column, parent)) = belongs_to(db.connection(), &table)? {
        let id = match records.as_slice() {
            [_] => row.number(&column),
            [.., (table, id)] => db.row(&format!("SELECT {column} FROM main.{table} WHERE id = ?1"), [id], |row| row.get(0))?.flatten(),
            [] => None,
        };
        let Some(id) = id else { break };
        if records.iter().any(|(passed, _)| *passed == parent) {
            break;
        }
        records.push((parent.clone(), id));
        table = parent;
    }
    Ok(records)
}

/// All records that rows belong to, each once.
pub(super) fn records(db: &Db, rows: &[Touched]) -> Result<BTreeSet<Record>> {
    let mut all = BTreeSet::new();
    for row in rows {
        all.extend(records_of(db, row)?);
    }
    Ok(all)
}

/// Whether nothing that settles a record was recorded since over one of the rows.
pub(super) fn unsettled(session: &Session, db: &Db, taken: &Taken, rows: &[Touched]) -> Result<()> {
    let mut seen = BTreeSet::new();
    for row in rows {
        let records = records_of(db, row)?;
        for settles in SETTLES.iter().filter(|settles| settles.on.contains(&row.table.as_str())) {
            let Some(record) = records.iter().find(|(table, _)| table == settles.record) else { continue };
            if !seen.insert((record.clone(), settles.fact.table)) {
                continue;
            }
            if let Some(later) = made_since(db.connection(), settles.fact, record.1, taken.entry)? {
                let code = Back::new(db, &session.vocabulary, session.lang)?.record(row)?;
                let refusal = taken.refuse(&RESTS).with("what", settles.what).with("record", &code).with("later", later.since);
                let way =
                    if settles.way.is_empty() { format!("proadmin undo {}", later.since) } else { settles.way.replace("{code}", &code) };
                return Err(refusal.way_out(way).way_out(format!("proadmin log {code}")).into());
            }
        }
    }
    Ok(())
}

/// Whether nothing in force that was recorded since names a row that is in force no more.
pub(super) fn unnamed(session: &Session, db: &Db, taken: &Taken, rows: &[Touched]) -> Result<()> {
    let conn = db.connection();
    for row in rows.iter().filter(|row| row.was_in_force()) {
        if is_in_force(db, &row.table, row.id)? {
            continue;
        }
        let by_number = named_since(conn, &row.table, row.id, taken.entry)?;
        let later = match (by_number, code_of(conn, &row.table, row.id)?) {
            (None, Some(code)) => named_by_code_since(conn, CODED, &code, taken.entry)?,
            (found, _) => found,
        };
        if let Some(later) = later {
            let row = Back::new(db, &session.vocabulary, session.lang)?.named(row)?;
            let refusal = taken.refuse(&NAMED_SINCE).with("row", row).with("later", later.since);
            return Err(refusal
                .way_out(format!("proadmin log --entry {}", later.since))
                .way_out(format!("proadmin undo {}", later.since))
                .into());
        }
    }
    Ok(())
}

fn is_in_force(db: &Db, table: &str, id: i64) -> Result<bool> {
    let live = if knows_void(db.connection(), table)? { " AND void_reason IS NULL" } else { "" };
    Ok(db.row(&format!("SELECT 1 FROM main.{table} WHERE id = ?1{live}"), [id], |_| Ok(()))?.is_some())
}

/// Those of the records that hold by what else judges them.
pub(super) fn held(db: &Db, records: &BTreeSet<Record>) -> Result<BTreeSet<Record>> {
    let mut held = BTreeSet::new();
    for record in records {
        if judged(db, HELD, record)?.is_none() {
            held.insert(record.clone());
        }
    }
    Ok(held)
}

/// Whether what remains of every record could have happened, and holds where it `held`; a void one
/// may have been what another rests on, such as points that were redeemed.
pub(super) fn possible(db: &Db, taken: &Taken, records: &BTreeSet<Record>, held: &BTreeSet<Record>) -> Result<()> {
    for record in records {
        let further = if held.contains(record) { HELD } else { &[] };
        for judges in [JUDGED, further] {
            if let Some((code, why)) = judged(db, judges, record)? {
                return Err(could_not_be(db, taken, &code, &why)?.into());
            }
        }
    }
    Ok(())
}

/// Why a record could not be as it stands, with its code; none where nothing speaks against it.
fn judged(db: &Db, judges: &[(&str, Judge)], (table, id): &Record) -> Result<Option<(String, Refusal)>> {
    let Some((_, holds)) = judges.iter().find(|(judged, _)| judged == table) else { return Ok(None) };
    let code: Option<String> = db.row(&format!("SELECT code FROM main.{table} WHERE id = ?1"), [id], |row| row.get(0))?;
    let Some(code) = code else { return Ok(None) };
    match holds(db, &code) {
        Ok(()) => Ok(None),
        Err(error) => Ok(Some((code, error.downcast::<Refusal>()?))),
    }
}

/// What cannot be is said as the noun says it; the last entry that names the record goes first.
fn could_not_be(db: &Db, taken: &Taken, code: &str, why: &Refusal) -> Result<Refusal> {
    let sql = "SELECT max(seq) FROM main.entry WHERE seq > :entry AND ' ' || command || ' ' LIKE '% ' || :code || ' %'";
    let later: Option<EntryNo> = db.row(sql, named_params! { ":entry": taken.entry, ":code": code }, |row| row.get(0))?.flatten();
    let refusal = taken.refuse(&COULD_NOT_BE).with("record", code).seen(words::BECAUSE, why.said());
    let refusal = later.into_iter().fold(refusal, |refusal, later| refusal.way_out(format!("proadmin undo {later}")));
    Ok(refusal.way_out(format!("proadmin log {code}")))
}
