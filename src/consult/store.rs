//! The SQL of pre-consulting.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use super::letter::{self, Opinion};
use super::rules::{self, History};
use super::{Act, CONSULTATIONS, Ending};
use crate::db::Db;
use crate::digest;
use crate::numbering;
use crate::office::store::day;
use crate::private;
use crate::refusal::{Kind, Rule, rule};
use crate::session::Change;
use crate::words::korean::masked;

/// What codes of requests begin with.
pub(super) static NO_RULE: Rule = rule(Kind::NotFound, "E0426", "기한 규칙에 {rule:이/가} 없습니다", "there is no counting rule '{rule}'");
/// The rule that a request's clock counts by unless another is named.
pub const USUAL_RULE: &str = "civil-30";
/// What the codes of requests begin with.
pub const PREFIX: &str = "PC";
/// So many digits a number has at least.
pub(super) const DIGITS: usize = 3;

/// A request as far as verbs need it.
#[derive(Clone, Debug)]
pub struct Consultation {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its due day as things stand.
    pub due: NaiveDate,
    /// Days to it; none once it has ended.
    pub days_left: Option<i64>,
    /// Who applies.
    pub applicant_type: String,
    /// The applicant as shown.
    pub applicant: Option<String>,
    /// Where the applicant's own name is kept.
    pub private_id: Option<i64>,
    /// The longest extension its counting rule allows.
    pub extension_max: i64,
    /// Whether it was voided.
    pub is_void: bool,
}

/// A request to be recorded.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// Its code, where a year is entered with its codes.
    pub code: Option<String>,
    /// When it was received.
    pub received_on: NaiveDate,
    /// Its other columns.
    pub columns: Vec<(&'static str, Value)>,
}

/// The request of a code.
///
/// # Errors
/// None of that code.
pub fn find(db: &Db, code: &str) -> Result<Consultation> {
    match known(db, code)? {
        Some(found) => Ok(found),
        None => Err(CONSULTATIONS.missing(db, code)?.into()),
    }
}

/// The request of a code, if there is one.
pub fn known(db: &Db, code: &str) -> Result<Option<Consultation>> {
    let sql = "SELECT v.id, v.code, v.title, v.received_on, v.due, v.days_left, v.applicant_type, v.applicant, c.private_id,
                      r.extension_max, v.state = 'void' AS is_void
               FROM consultation_status v JOIN consultation c ON c.id = v.id JOIN clock_rule r ON r.id = c.clock_rule_id
               WHERE v.code = :code";
    Ok(db.row(sql, named_params! { ":code": code }, consultation)?)
}

fn consultation(row: &Row) -> rusqlite::Result<Consultation> {
    Ok(Consultation {
        id: row.get("id")?,
        code: row.get("code")?,
        title: row.get("title")?,
        received_on: day(row, "received_on")?.unwrap_or_default(),
        due: day(row, "due")?.unwrap_or_default(),
        days_left: row.get("days_left")?,
        applicant_type: row.get("applicant_type")?,
        applicant: row.get("applicant")?,
        private_id: row.get("private_id")?,
        extension_max: row.get("extension_max")?,
        is_void: row.get("is_void")?,
    })
}

/// The code of the request of a department, a title and a day of receipt, if there is one.
pub fn like(db: &Db, department_id: i64, title: &str, received_on: NaiveDate) -> Result<Option<String>> {
    let sql = "SELECT code FROM consultation WHERE department_id = :department AND received_on = :received AND title = :title
                 AND void_reason IS NULL LIMIT 1";
    let params = named_params! { ":department": department_id, ":received": received_on.to_string(), ":title": title };
    Ok(db.row(sql, params, |row| row.get(0))?)
}

/// What happened to a request so far.
pub fn history(db: &Db, case: &Consultation) -> Result<History> {
    let sql = "SELECT acted_on AS \"on\", kind, review, 1 AS step, id FROM consultation_act WHERE consultation_id = :id
               UNION ALL
               SELECT closed_on, closed_as, NULL, 2, 0 FROM consultation WHERE id = :id AND closed_on IS NOT NULL
               ORDER BY 1, 4, 5";
    let acts = db.rows(sql, named_params! { ":id": case.id }, |row| {
        let (kind, review): (String, Option<String>) = (row.get("kind")?, row.get("review")?);
        Ok((day(row, "on")?.unwrap_or_default(), Act::of(&kind, review.as_deref())))
    })?;
    Ok(History {
        code: case.code.clone(),
        title: case.title.clone(),
        received_on: case.received_on,
        due: case.due,
        days_left: case.days_left,
        is_void: case.is_void,
        acts: acts.into_iter().filter_map(|(on, act)| Some((on, act?))).collect(),
    })
}

/// The id of a counting rule.
///
/// # Errors
/// No such rule; the codes there are.
pub fn clock_rule(db: &Db, code: &str) -> Result<i64> {
    let known = db.row("SELECT id FROM clock_rule WHERE code = :code", named_params! { ":code": code }, |row| row.get(0))?;
    if let Some(id) = known {
        return Ok(id);
    }
    let rules = db.rows("SELECT code FROM clock_rule ORDER BY id", (), |row| row.get::<_, String>(0))?;
    Err(rules.iter().fold(NO_RULE.with("rule", code), |refusal, rule| refusal.way_out(format!("--rule {rule}"))).into())
}

/// Records a request and returns its id and code.
pub fn insert(change: &Change, new: &New) -> Result<(i64, String)> {
    let (year, seq, code) = numbering::code(change, PREFIX, new.received_on.year(), DIGITS, new.code.as_deref())?;
    let mut values: Vec<(&str, Value)> = vec![
        ("code", code.clone().into()),
        ("year", i64::from(year).into()),
        ("seq", seq.into()),
        ("received_on", new.received_on.to_string().into()),
    ];
    values.extend(new.columns.iter().cloned());
    Ok((change.insert_row("consultation", &values)?, code))
}

/// The applicant's columns, as far as they change: a petitioner's name is kept apart, and only
/// masked on the request. A name that says nothing new changes nothing.
pub fn applicant(
    change: &Change,
    known: Option<&Consultation>,
    given_type: Option<&str>,
    name: Option<&str>,
) -> Result<Vec<(&'static str, Value)>> {
    let before = known.and_then(|case| case.applicant.as_deref());
    let kept = known.and_then(|case| case.private_id);
    let is_person = given_type.or(known.map(|case| case.applicant_type.as_str())) == Some("petitioner");
    if let Some(case) = known.filter(|case| is_person && case.applicant_type != "petitioner") {
        rules::not_in_clear(&case.code, case.applicant.is_some() && kept.is_none())?;
    }
    let Some(name) = name.filter(|name| Some(*name) != before) else { return Ok(Vec::new()) };
    rules::whose(given_type, known.map(|case| case.applicant_type.as_str()))?;
    if !is_person {
        return Ok(vec![("applicant", name.to_owned().into()), ("private_id", Value::Null)]);
    }
    let mut columns: Vec<(&'static str, Value)> = vec![("applicant", masked(name).into())];
    let is_known = match kept {
        Some(id) => private::is(change, id, name)?,
        None => false,
    };
    // A name with stars in it was masked before it came here.
    if name.contains('*') {
        columns = vec![("applicant", name.to_owned().into())];
    } else if !is_known {
        columns.push(("private_id", private::keep(change, name)?.into()));
    }
    Ok(columns)
}

/// The extension of a request: its day, its days, and the due day there would be without it.
pub fn extension(db: &Db, case: &Consultation) -> Result<Option<(NaiveDate, i64, NaiveDate)>> {
    let sql = "SELECT e.acted_on, e.days, w.date AS due FROM consultation_act e
               JOIN due_explained x ON x.code = :code AND x.day_no = (SELECT k.days - e.days FROM clock k WHERE k.id = :id)
               JOIN working_day w ON w.no >= x.no
               WHERE e.consultation_id = :id AND e.kind = 'extended' ORDER BY w.no LIMIT 1";
    Ok(db.row(sql, named_params! { ":id": case.id, ":code": case.code }, |row| {
        Ok((day(row, "acted_on")?.unwrap_or_default(), row.get("days")?, day(row, "due")?.unwrap_or_default()))
    })?)
}

/// Judges anew, after something that moves the clock, whether its extension still was one in
/// time and within what the rule allows.
///
/// # Errors
/// It was not; the change is not to be kept.
pub fn judge_extension(change: &Change, code: &str) -> Result<()> {
    let case = find(change, code)?;
    let Some((on, days, due)) = extension(change, &case)? else { return Ok(()) };
    let history = history(change, &case)?;
    history.still_extended(on, due)?;
    Ok(history.extension(on, days, case.extension_max)?)
}

/// What goes with an act besides its day.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// How many days.
    pub days: Option<i64>,
    /// To whom.
    pub body: Option<String>,
    /// Whether a review was waived.
    pub waived: bool,
    /// Finding, reason or reply.
    pub note: Option<String>,
}

/// Records an act that does not end the request.
pub fn act(change: &Change, id: i64, on: NaiveDate, act: Act, detail: &Detail) -> Result<()> {
    let review = match act {
        Act::Reviewed(review) => Some(review.code()),
        _ => None,
    };
    change.insert(
        "INSERT INTO consultation_act (consultation_id, acted_on, kind, review, waived, days, body, note)
         VALUES (:case, :on, :kind, :review, :waived, :days, :body, :note)",
        named_params! {
            ":case": id, ":on": on.to_string(), ":kind": act.code(), ":review": review,
            ":waived": review.map(|_| detail.waived), ":days": detail.days, ":body": detail.body, ":note": detail.note,
        },
    )?;
    Ok(())
}

/// How a request ends.
#[derive(Clone, Debug)]
pub struct End {
    /// In which way.
    pub ending: Ending,
    /// What the letter says.
    pub result: Option<String>,
    /// The ground of a return.
    pub ground: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The due day that a letter is issued under.
    pub due: Option<NaiveDate>,
}

/// Records the end of a request.
pub fn end(change: &Change, id: i64, on: NaiveDate, end: &End) -> Result<()> {
    let values = [
        ("closed_on", on.to_string().into()),
        ("closed_as", end.ending.code().to_owned().into()),
        ("closed_result", end.result.clone().into()),
        ("closed_ground", end.ground.clone().into()),
        ("closed_reason", end.reason.clone().into()),
        ("closed_due", end.due.map(|due| due.to_string()).into()),
    ];
    Ok(change.update("consultation", id, &values)?)
}

/// Issues an opinion letter, kept whole as it goes out, and returns its revision.
pub fn issue(change: &Change, id: i64, opinion: Opinion) -> Result<i64> {
    let sql = "SELECT coalesce(max(revision), 0) + 1 FROM opinion WHERE consultation_id = :case";
    let revision = change.row(sql, named_params! { ":case": id }, |row| row.get(0))?.unwrap_or(1);
    let letter = letter::draw_up(change, id, Opinion { revision, ..opinion })?;
    let layout = letter.layout();
    let (document, opinion) = (layout.text(), &letter.opinion);
    change.insert(
        "INSERT INTO opinion (consultation_id, revision, issued_on, due, result, text, reason, document, layout, sha256)
         VALUES (:case, :revision, :on, :due, :result, :text, :reason, :document, :layout, :sha256)",
        named_params! {
            ":case": id, ":revision": revision, ":on": opinion.issued_on.to_string(), ":due": opinion.due.to_string(),
            ":result": opinion.result, ":text": opinion.text, ":reason": opinion.reason, ":document": document,
            ":layout": serde_json::to_string(&layout)?, ":sha256": digest::of_bytes(document.as_bytes()),
        },
    )?;
    Ok(revision)
}

/// The day the last letter of a request went out, and the due day of the first.
pub fn last_letter(db: &Db, id: i64) -> Result<Option<(NaiveDate, NaiveDate)>> {
    let sql = "SELECT max(issued_on) AS last, min(due) AS due FROM opinion WHERE consultation_id = :case HAVING count(*) > 0";
    Ok(db
        .row(sql, named_params! { ":case": id }, |row| Ok((day(row, "last")?.unwrap_or_default(), day(row, "due")?.unwrap_or_default())))?)
}

/// The four facts that exemption rests on.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The same matter as was asked about.
    pub same_matter: bool,
    /// Enough information had been given.
    pub info_sufficient: bool,
    /// No private interest.
    pub no_private_interest: bool,
    /// Acted as the opinion said.
    pub followed_opinion: bool,
}

/// Records a follow-up.
pub fn follow_up(change: &Change, id: i64, on: NaiveDate, facts: Facts, note: Option<&str>) -> Result<()> {
    change.insert(
        "INSERT INTO follow_up (consultation_id, reported_on, same_matter, info_sufficient, no_private_interest, followed_opinion, note)
         VALUES (:case, :on, :same, :info, :interest, :followed, :note)",
        named_params! {
            ":case": id, ":on": on.to_string(), ":same": facts.same_matter, ":info": facts.info_sufficient,
            ":interest": facts.no_private_interest, ":followed": facts.followed_opinion, ":note": note,
        },
    )?;
    Ok(())
}

/// Attaches a document; its bytes are stored once, whoever attaches them.
pub fn attach(change: &Change, id: i64, name: &str, bytes: &[u8], on: NaiveDate) -> Result<()> {
    let hash = digest::of_bytes(bytes);
    let size = i64::try_from(bytes.len())?;
    change.execute(
        "INSERT INTO blob (sha256, bytes) VALUES (:hash, :bytes) ON CONFLICT (sha256) DO NOTHING",
        named_params! { ":hash": hash, ":bytes": bytes },
    )?;
    change.insert(
        "INSERT INTO attachment (consultation_id, name, sha256, size, attached_on) VALUES (:case, :name, :hash, :size, :on)",
        named_params! { ":case": id, ":name": name, ":hash": hash, ":size": size, ":on": on.to_string() },
    )?;
    Ok(())
}

/// The documents attached to a request.
pub fn attachments(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT a.name, a.size, a.sha256, a.attached_on FROM attachment a JOIN consultation c ON c.id = a.consultation_id
               WHERE c.code = :code ORDER BY a.id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}

/// What the department did with the opinion, report by report.
pub fn follow_ups(db: &Db, code: &str) -> Result<Vec<Vec<Value>>> {
    let sql = "SELECT f.reported_on, f.same_matter, f.info_sufficient, f.no_private_interest, f.followed_opinion, f.note
               FROM follow_up f JOIN consultation c ON c.id = f.consultation_id WHERE c.code = :code ORDER BY f.reported_on, f.id";
    Ok(db.cells(sql, named_params! { ":code": code })?)
}
