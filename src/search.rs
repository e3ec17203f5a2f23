//! `search`: finds words in the titles, names and texts of every noun. A scan is fast enough
//! at any size an office reaches, and finds a single syllable, which an index of words or of
//! three letters would not.

use std::collections::{BTreeSet, HashSet};

use anyhow::Result;
use clap::Args;
use rusqlite::types::Value;

use crate::db::Db;
use crate::fields::Vocabulary;
use crate::refusal::{Kind, Rule, rule};
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::{Obey, Session};
use crate::typed::OneOf;
use crate::words::korean::composed;
use crate::words::{Lang, Term, Text, term, text};

static NO_WORDS: Rule = rule(Kind::Usage, "E0721", "찾을 말이 없습니다", "there is nothing to search for");

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] =
    &[("words", "찾을 말(여럿이면 한 기록의 제목과 짧은 항목에, 또는 한 본문에 모두 든 것)"), ("kind", "이 종류만")];
const KINDS: &[Term] = &[
    term("task", "중점과제", "key task"),
    term("milestone", "추진일정", "milestone"),
    term("progress", "진척", "progress"),
    term("consult", "사전컨설팅", "pre-consulting"),
    term("opinion", "의견서", "opinion letter"),
    term("passive", "소극행정 신고", "passive-administration report"),
    term("training", "교육", "training"),
    term("award", "외부 수상", "award"),
    term("eval", "평가", "evaluation"),
    term("plan", "실행계획", "plan"),
    term("case", "대외 사례", "case"),
    term("nominate", "추천", "nomination"),
    term("incentive", "참여점수", "incentive"),
    term("reward", "우대", "reward"),
    term("dept", "부서", "department"),
    term("staff", "직원", "staff"),
    term("calendar", "공휴일", "holiday"),
    term("legal", "법률지원", "legal support"),
    term("exemption", "면책", "exemption"),
];

/// Where a kind of record has text.
struct Place {
    kind: &'static str,
    /// The table without whose rows there is nothing.
    table: &'static str,
    /// The tables or the view it is read from: the least that has the text, for the views that
    /// answer everything about a record take longer to prepare than the search takes.
    from: &'static str,
    /// Which of its rows.
    only: &'static str,
    /// The column that names the record.
    code: &'static str,
    /// The columns of text.
    fields: &'static [&'static str],
}

const fn place(
    kind: &'static str,
    table: &'static str,
    from: &'static str,
    only: &'static str,
    code: &'static str,
    fields: &'static [&'static str],
) -> Place {
    Place { kind, table, from, only, code, fields }
}

const ALL: &str = "1 = 1";
const NOT_VOID: &str = "state <> 'void'";
const NOT_VOIDED: &str = "void_reason IS NULL";
const OF_DEPARTMENTS: &str = "id IN (SELECT d.id FROM department d WHERE d.void_reason IS NULL)";
const OF_NOMINATIONS: &str = "act <> 'took_in' AND nomination_id IN (SELECT n.id FROM nomination n WHERE n.void_reason IS NULL)";
const ENTRIES: &str = "e.void_reason IS NULL AND r.void_reason IS NULL";
const TASK_REASONS: &str = "(
    SELECT t.code AS task, t.selected_reason AS reason FROM task t WHERE t.void_reason IS NULL
    UNION ALL SELECT t.code, t.closed_reason FROM task t WHERE t.void_reason IS NULL AND t.closed_on IS NOT NULL
    UNION ALL SELECT t.code, a.reason FROM task_act a JOIN task t ON t.id = a.task_id WHERE a.void_reason IS NULL AND t.void_reason IS NULL)";
const REQUEST_NOTES: &str = "(
    SELECT c.code, c.closed_reason AS note FROM consultation c WHERE c.void_reason IS NULL AND c.closed_on IS NOT NULL
    UNION ALL SELECT c.code, a.note FROM consultation_act a JOIN consultation c ON c.id = a.consultation_id
      WHERE a.void_reason IS NULL AND c.void_reason IS NULL
    UNION ALL SELECT c.code, o.reason FROM opinion o JOIN consultation c ON c.id = o.consultation_id
      WHERE o.revision > 1 AND c.void_reason IS NULL
    UNION ALL SELECT c.code, f.note FROM follow_up f JOIN consultation c ON c.id = f.consultation_id
      WHERE f.void_reason IS NULL AND c.void_reason IS NULL)";
const REPORT_NOTES: &str = "(
    SELECT c.code, c.closed_text AS note FROM passive_report c WHERE c.void_reason IS NULL AND c.closed_on IS NOT NULL
    UNION ALL SELECT c.code, a.note FROM passive_act a JOIN passive_report c ON c.id = a.report_id
      WHERE a.void_reason IS NULL AND c.void_reason IS NULL)";
const TRAININGS: &str = "(
    SELECT t.code, t.title, t.instructor, t.instructor_org, t.audience, t.note, t.source,
      coalesce(t.org, CASE WHEN o.name <> '-' THEN o.name END) AS org
    FROM training t CROSS JOIN office o WHERE t.void_reason IS NULL)";
const ACTIONS: &str = "(
    SELECT a.code, a.title, r.name AS area, a.content FROM plan_action a JOIN plan_area r ON r.id = a.area_id WHERE a.void_reason IS NULL)";

/// Every place; a new noun adds a line.
#[rustfmt::skip]
const PLACES: &[Place] = &[
    place("task", "task", "task", NOT_VOIDED, "code", &["code", "title", "category", "indicator"]),
    place("task", "task", "task", NOT_VOIDED, "code", &["background", "content", "expected_effect"]),
    place("task", "task", TASK_REASONS, ALL, "task", &["reason"]),
    place("milestone", "milestone", "milestone m JOIN task t ON t.id = m.task_id", "m.void_reason IS NULL AND t.void_reason IS NULL", "t.code", &["m.title"]),
    place("progress", "progress", "progress p CROSS JOIN task t", "t.id = p.task_id AND p.void_reason IS NULL AND t.void_reason IS NULL", "t.code", &["p.note"]),
    place("consult", "consultation", "consultation", NOT_VOIDED, "code", &["code", "title", "applicant"]),
    place("consult", "consultation", "consultation", NOT_VOIDED, "code", &["background", "law", "issue", "own_opinion", "self_check"]),
    place("consult", "consultation", REQUEST_NOTES, ALL, "code", &["note"]),
    place("opinion", "opinion", "opinion o JOIN consultation c ON c.id = o.consultation_id", "c.void_reason IS NULL", "c.code", &["o.text", "o.reason"]),
    place("passive", "passive_report", "passive_report", NOT_VOIDED, "code", &["code", "title", "reporter", "receipt_no"]),
    place("passive", "passive_report", "passive_report", NOT_VOIDED, "code", &["content"]),
    place("passive", "passive_report", REPORT_NOTES, ALL, "code", &["note"]),
    place("training", "training", TRAININGS, ALL, "code", &["code", "title", "instructor", "instructor_org", "audience", "org", "note", "source"]),
    place("award", "award", "award_status", NOT_VOID, "code", &["code", "contest", "body", "section", "grade", "org", "department", "staff", "case_title", "prize", "source"]),
    place("award", "award_outcome", "award_outcome o JOIN award a ON a.id = o.award_id", "a.void_reason IS NULL", "a.code", &["o.text", "o.link"]),
    place("eval", "eval_round", "eval_round", NOT_VOIDED, "code", &["code", "title"]),
    place("plan", "plan_action", ACTIONS, ALL, "code", &["code", "title", "area", "content"]),
    place("plan", "plan_act", "plan_act k JOIN plan_action a ON a.id = k.action_id", "a.void_reason IS NULL", "a.code", &["k.note"]),
    place("plan", "plan_adoption", "plan_adoption", NOT_VOIDED, "CAST(year AS TEXT)", &["body", "document", "note"]),
    place("plan", "plan_evidence", "plan_evidence_status", ALL, "action", &["note"]),
    place("case", "case_file", "case_status", NOT_VOID, "code", &["code", "title", "problem", "done", "effect", "lesson", "title_en", "problem_en", "done_en", "effect_en", "lesson_en"]),
    place("nominate", "nomination", "nomination_status", NOT_VOID, "code", &["code", "title", "team", "nominee"]),
    place("nominate", "nomination", "nomination", NOT_VOIDED, "code", &["merit"]),
    place("nominate", "nomination", "nomination_history h", OF_NOMINATIONS, "code", &["note"]),
    place("incentive", "incentive_activity", "incentive_ledger", NOT_VOID, "code", &["code", "title", "reason"]),
    place("legal", "legal_support", "legal_status", NOT_VOID, "code", &["code", "title", "staff", "body", "facts", "evidence", "reason"]),
    place("legal", "legal_act", "legal_act a JOIN legal_support l ON l.id = a.legal_support_id", "l.void_reason IS NULL AND a.void_reason IS NULL", "l.code", &["a.document", "a.note"]),
    place("exemption", "exemption", "exemption_status", NOT_VOID, "code", &["code", "title", "staff", "body", "document", "reason", "committee_body", "disaster", "public_interest", "proactivity", "no_fault", "note"]),
    place("exemption", "exemption_finding", "exemption_finding f JOIN consultation c ON c.id = f.consultation_id", "c.void_reason IS NULL AND f.void_reason IS NULL", "c.code", &["f.document", "f.note"]),
    place("eval", "eval_entry", "eval_entry e JOIN eval_round r ON r.id = e.round_id", ENTRIES, "r.code", &["e.title", "e.lesson"]),
    place("eval", "entry_misconduct", "entry_misconduct m JOIN eval_entry e ON e.id = m.entry_id JOIN eval_round r ON r.id = e.round_id", "m.void_reason IS NULL AND e.void_reason IS NULL AND r.void_reason IS NULL", "r.code", &["m.finding", "m.document"]),
    place("eval", "eval_adoption", "eval_adoption a JOIN eval_round r ON r.id = a.round_id", "a.void_reason IS NULL AND r.void_reason IS NULL", "r.code", &["a.body", "a.document"]),
    place("reward", "reward", "selected_official", "is_void = 0", "code", &["code", "staff", "department", "org", "case_title", "stated", "source"]),
    place("reward", "reward_choice", "reward_choice c JOIN reward r ON r.id = c.reward_id", "c.void_reason IS NULL AND r.void_reason IS NULL", "r.code", &["c.checked_reason", "c.granted_document"]),
    place("dept", "department", "department", NOT_VOIDED, "code", &["code", "name"]),
    place("dept", "department_rename", "department_rename_name", OF_DEPARTMENTS, "code", &["renamed"]),
    place("staff", "staff", "staff", NOT_VOIDED, "code", &["code", "name"]),
    place("calendar", "holiday", "calendar", ALL, "date", &["name"]),
];
const COLUMNS: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(KINDS)),
    column("code", "번호", "code", Holds::Code),
    column("field", "항목", "field", Holds::Text).minor(1),
    column("text", "내용", "text", Holds::Text),
];
const TITLE: Text = text("'{words}' 찾기", "Search for '{words}'");
/// So many characters are shown around the first word found.
const AROUND: usize = 40;

/// What fields are called to people, in which language.
type Labels<'a> = (&'a Vocabulary, Lang);

/// Finds text.
#[derive(Args, Debug)]
pub struct Search {
    /// Words; all of them in one record's title and short fields, or in one of its texts
    #[arg(required = true, value_name = "TEXT")]
    words: Vec<String>,
    /// Only this kind of record
    #[arg(long, value_parser = OneOf(KINDS))]
    kind: Option<String>,
}

impl Obey for Search {
    fn obey(self, session: &Session) -> Result<Report> {
        let typed = composed(&self.words.join(" "));
        let words: Vec<String> = typed.split_whitespace().map(str::to_ascii_lowercase).collect();
        if words.is_empty() {
            return Err(NO_WORDS.met().into());
        }
        let db = session.db()?;
        let labels = (!session.options.for_machines).then_some((&session.vocabulary, session.lang));
        let mut rows = Vec::new();
        let empty = empty(db)?;
        for place in PLACES
            .iter()
            .filter(|place| !empty.contains(place.table))
            .filter(|place| self.kind.as_deref().is_none_or(|asked| asked == place.kind))
        {
            look(db, place, &words, labels, &mut rows)?;
        }
        Ok(Report::list("search", TITLE.with("words", typed), Table::held(COLUMNS.to_vec(), rows)))
    }
}

/// The tables of places that have no rows: what only they have is not looked for.
fn empty(db: &Db) -> Result<HashSet<&'static str>> {
    let tables: Vec<&str> = PLACES.iter().map(|place| place.table).collect::<BTreeSet<_>>().into_iter().collect();
    let exist: Vec<String> = tables.iter().map(|table| format!("NOT EXISTS (SELECT 1 FROM {table})")).collect();
    let asked = db.row(&format!("SELECT {}", exist.join(", ")), (), |row| (0..tables.len()).map(|at| row.get(at)).collect())?;
    let is_empty: Vec<bool> = asked.unwrap_or_default();
    Ok(tables.into_iter().zip(is_empty).filter(|(_, is_empty)| *is_empty).map(|(table, _)| table).collect())
}

/// Adds a row for every field of a place that has one of the words, where the record's fields
/// together have all of them.
fn look(db: &Db, place: &Place, words: &[String], labels: Option<Labels>, rows: &mut Vec<Vec<Value>>) -> Result<()> {
    let Place { kind, table, from, only, code, fields } = *place;
    // SQLite's lower() knows ASCII only, as it should: Hangul has no cases. Where a word has no
    // letter with two, nothing needs to be made of the text to find it.
    let has = |at: usize, word: &str| {
        let has_cases = word.contains(|c: char| c.is_ascii_alphabetic());
        let in_field = |field: &&str| {
            if has_cases { format!("instr(lower({field}), ?{at}) > 0") } else { format!("instr({field}, ?{at}) > 0") }
        };
        fields.iter().map(in_field).collect::<Vec<_>>().join(" OR ")
    };
    let all: Vec<String> = words.iter().enumerate().map(|(at, word)| format!("({})", has(at + 1, word))).collect();
    let sql = format!("SELECT {code}, {} FROM {from} WHERE {only} AND {} ORDER BY 1", fields.join(", "), all.join(" AND "));
    let mut asked = db.prepare(&sql)?;
    let mut found = asked.query(rusqlite::params_from_iter(words))?;
    while let Some(row) = found.next()? {
        let code: String = row.get(0)?;
        for (at, field) in fields.iter().enumerate() {
            let text: Option<String> = row.get(at + 1)?;
            if let Some(text) = text.and_then(|text| excerpt(&text, words)) {
                rows.push(vec![kind.to_owned().into(), code.clone().into(), named(table, from, field, labels).into(), text.into()]);
            }
        }
    }
    Ok(())
}

/// What a field is called: by its label to people, as it is stored to programs.
fn named(table: &str, from: &str, field: &str, labels: Option<Labels>) -> String {
    let bare = field.rsplit('.').next().unwrap_or(field);
    let of = from.split(' ').next().filter(|first| !first.starts_with('(')).unwrap_or(table);
    labels.map_or_else(|| bare.to_owned(), |(vocabulary, lang)| vocabulary.name(of, bare, false, lang))
}

/// The text around the first of the words in it, on one line; none where it has none.
fn excerpt(text: &str, words: &[String]) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let at = words.iter().filter_map(|word| lower.find(word.as_str())).min()?;
    let before = text[..at].chars().count().saturating_sub(AROUND / 2);
    let shown: String = text.chars().skip(before).take(2 * AROUND).collect();
    let left = if before > 0 { "…" } else { "" };
    let right = if before + 2 * AROUND < text.chars().count() { "…" } else { "" };
    Some(format!("{left}{}{right}", shown.split_whitespace().collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_the_first_word_found() {
        let words = ["분수".to_owned()];
        assert_eq!(excerpt("음악분수 개선", &words).as_deref(), Some("음악분수 개선"));
        assert_eq!(excerpt("음악", &words), None);
        let long = format!("{}분수{}", "가".repeat(100), "나".repeat(100));
        assert!(excerpt(&long, &words).is_some_and(|shown| shown.starts_with('…') && shown.ends_with('…') && shown.contains("분수")));
        assert_eq!(excerpt("a\nB\tc", &["b".to_owned()]).as_deref(), Some("a B c"));
    }
}
