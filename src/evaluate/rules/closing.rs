//! When a round may be closed.

use chrono::NaiveDate;

use super::ENTRY;
use crate::evaluate::words::AS_IT_IS;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Text, quoted, text};

static OWED: Rule = rule(
    Kind::Rule,
    "E0610",
    "{code:을/를} 마감할 수 없습니다: 미제출 심사표 {sheets}장, 점수가 없는 구성 요소 {parts}건",
    "{code} cannot be closed: {sheets:sheet/sheets} and {parts:component score/component scores} are missing",
);
static NOBODY_SCORED: Rule = rule(
    Kind::Rule,
    "E0622",
    "{code:을/를} 마감할 수 없습니다: 점수를 받은 후보가 하나도 없습니다",
    "{code} cannot be closed: no entry was scored",
);
static UNDECIDED: Rule = rule(
    Kind::Rule,
    "E0611",
    "{code:을/를} 마감할 수 없습니다: 등급 경계에 결정되지 않은 동점이 있습니다",
    "{code} cannot be closed: a tie across a grade's edge is undecided",
);
static HOMELESS: Rule = rule(
    Kind::Rule,
    "E0613",
    "{code:을/를} 마감할 수 없습니다: 심사(review) 구성 요소가 없어 항목 점수가 총점에 들지 않습니다",
    "{code} cannot be closed: it has no review component, so its criteria count nowhere",
);
static TOO_EARLY: Rule = rule(
    Kind::Rule,
    "E0614",
    "{on}에는 마감할 수 없습니다. {last}에 적힌 것이 있습니다",
    "the round cannot be closed on {on}: something happened in it on {last}",
);
static NOT_CLOSED: Rule = rule(Kind::Rule, "E0617", "{code:은/는} 아직 마감하지 않았습니다", "{code} is not closed yet");
static NOTHING_TO_CLOSE: Rule = rule(Kind::Rule, "E0618", "{code}에는 후보가 없습니다", "{code} has no entries");

/// What a round that nobody scored lacks.
const LACKS: Text = text("없는 것", "missing");
const NO_CRITERIA: Text = text("심사 항목", "criteria");
const NO_RATERS: Text = text("심사위원", "raters");
const NO_SCORES: Text = text("점수", "scores");

/// Why an entry has no total.
pub const NO_SHEET: Text = text("완성된 심사표가 없음", "no complete sheet");
/// Why an entry has no total.
pub const TOO_FEW: Text = text("심사표가 모자라 최고·최저를 뺄 수 없음", "too few sheets to trim");
/// Why an entry has no total.
pub const NO_PART: Text = text("구성 요소 점수가 없음", "a component has no score");
/// Why an entry has no total.
pub const NO_CRITERION: Text = text("항목이 없는 심사 구성 요소가 있음", "a component has no criterion");

/// So many entries are named of those a rater owes a sheet for.
const NAMED: usize = 10;
const OWES: Text = text("미제출 {count}장({entries})", "owes {count:sheet/sheets} ({entries})");
const OWES_MORE: Text = text("미제출 {count}장({entries} …)", "owes {count:sheet/sheets} ({entries} …)");

/// What a round looks like when it is to be closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Its code.
    pub code: String,
    /// How many entries it has.
    pub entries: i64,
    /// How much was scored: what was given, and totals of whatever makes them.
    pub scored: i64,
    /// How many criteria it has.
    pub criteria: i64,
    /// How many raters.
    pub raters: i64,
    /// Sheets still owed.
    pub sheets_missing: i64,
    /// By whom: the rater, and the entries.
    pub owed_by: Vec<(String, Vec<String>)>,
    /// Component scores still owed.
    pub parts_missing: i64,
    /// Criteria that count in no component.
    pub homeless: i64,
    /// Entries without a total, and why.
    pub without_total: Vec<(String, Text)>,
    /// Entries tied across a grade's edge that nobody decided about.
    pub undecided: Vec<String>,
    /// The last day on which something happened in it.
    pub last_on: Option<NaiveDate>,
}

/// Whether a round may be closed on a day, with or without what is missing.
///
/// # Errors
/// Nothing to close, too early, something missing, or a tie undecided.
pub fn close(round: &Closing, on: NaiveDate, accepts_missing: bool) -> Result<(), Refusal> {
    let code = &round.code;
    if round.entries == 0 {
        return Err(NOTHING_TO_CLOSE.with("code", code).way_out(format!("proadmin eval entry {code} TITLE --dept DEPT")));
    }
    if round.homeless > 0 {
        let way = format!("proadmin eval component {code} NAME --kind review --weight PERCENT");
        return Err(HOMELESS.with("code", code).way_out(way));
    }
    if let Some(last) = round.last_on.filter(|last| *last > on) {
        return Err(TOO_EARLY.with("on", on).with("last", last));
    }
    // A total that the rules of the round leave empty stands last and is named: only what is
    // owed stands in the way.
    if !accepts_missing && (round.sheets_missing > 0 || round.parts_missing > 0) {
        let refusal = OWED.with("code", code).with("sheets", round.sheets_missing).with("parts", round.parts_missing);
        let owed = |refusal: Refusal, (rater, entries): &(String, Vec<String>)| {
            let some = entries.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(" ");
            refusal.seen_at(
                AS_IT_IS.with("it", rater),
                if entries.len() > NAMED { OWES_MORE } else { OWES }.with("count", entries.len()).with("entries", some),
            )
        };
        let refusal = round.owed_by.iter().take(20).fold(refusal, owed);
        let named = round.without_total.iter().take(20);
        let refusal = named.fold(refusal, |refusal, (entry, why)| refusal.seen_at(AS_IT_IS.with("it", entry), why.say()));
        let refusal = refusal.way_out(format!("proadmin eval show {code}"));
        return Err(refusal.way_out(format!("proadmin eval close {code} --accept-missing TEXT")));
    }
    if !accepts_missing && round.scored == 0 {
        return Err(round.nobody_scored());
    }
    if round.undecided.is_empty() {
        return Ok(());
    }
    let refusal = UNDECIDED.with("code", code).seen(ENTRY, round.undecided.join(", "));
    let way = |entry: &String| format!("proadmin eval decide {code} {} --grade GRADE --reason TEXT", quoted(entry));
    Err(round.undecided.iter().take(5).fold(refusal, |refusal, entry| refusal.way_out(way(entry))))
}

impl Closing {
    /// What a round lacks in which nothing was scored, and how it comes in.
    fn nobody_scored(&self) -> Refusal {
        let code = &self.code;
        let lacks = [
            (self.criteria, NO_CRITERIA, format!("proadmin eval criterion {code} NAME --max POINTS")),
            (self.raters, NO_RATERS, format!("proadmin eval rater {code} RATER")),
            (0, NO_SCORES, format!("proadmin eval score {code} ENTRY RATER --criterion NAME --points POINTS")),
        ];
        let refusal = NOBODY_SCORED.with("code", code);
        let lacking = lacks.into_iter().filter(|(count, ..)| *count == 0);
        let refusal = lacking.fold(refusal, |refusal, (_, what, way)| refusal.seen(LACKS, what).way_out(way));
        refusal.way_out(format!("proadmin eval close {code} --accept-missing TEXT"))
    }
}

/// Only a closed round has results to verify.
///
/// # Errors
/// It is not closed.
pub fn is_closed(code: &str, closed: bool) -> Result<(), Refusal> {
    if closed { Ok(()) } else { Err(NOT_CLOSED.with("code", code).way_out(format!("proadmin eval close {code}"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_closes_when_nothing_is_owed_and_nothing_is_undecided() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let ready =
            Closing { code: "EV-2024-01".to_owned(), entries: 3, scored: 3, last_on: Some(day("2024-06-10")), ..Closing::default() };
        let with = |change: fn(&mut Closing)| {
            let mut round = ready.clone();
            change(&mut round);
            round
        };
        let on = day("2024-06-10");
        for (round, on, accepts, closes) in [
            (ready.clone(), on, false, true),
            (ready.clone(), day("2024-06-09"), false, false),
            (with(|round| round.entries = 0), on, true, false),
            (with(|round| round.sheets_missing = 1), on, false, false),
            (with(|round| round.sheets_missing = 1), on, true, true),
            (with(|round| round.parts_missing = 1), on, false, false),
            (with(|round| round.without_total = vec![("E-01".to_owned(), NO_SHEET)]), on, false, true),
            (with(|round| round.scored = 0), on, false, false),
            (with(|round| round.scored = 0), on, true, true),
            (with(|round| round.homeless = 1), on, true, false),
            (with(|round| round.undecided = vec!["E-01".to_owned()]), on, true, false),
        ] {
            assert_eq!(close(&round, on, accepts).is_ok(), closes, "{round:?}");
        }
    }
}
