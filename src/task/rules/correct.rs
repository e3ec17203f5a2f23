//! Corrections of what was recorded of a task: which act is meant, and whether what remains
//! could have happened.

use chrono::NaiveDate;

use super::{History, Phase};
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::task::{ACTS, Act};
use crate::words::{Sentence, Text, label_of, text};

static NO_ACT: Rule = rule(Kind::NotFound, "E0481", "{code}: 경과에 '{which}' 기록이 없습니다", "{code}: its history has no '{which}'");
static SEVERAL: Rule = rule(
    Kind::NotFound,
    "E0482",
    "{code}: '{act}' 기록이 {count}건이어서 어느 것인지 날짜로 밝혀야 합니다",
    "{code}: '{act}' is recorded {count:time/times}; say which by its day",
);
static NOT_PROPOSED: Rule = rule(
    Kind::Rule,
    "E0483",
    "{code}: 제안은 과제의 시작이라 따로 무효로 할 수 없습니다",
    "{code}: a task begins with its proposal, which cannot be voided by itself",
);
static REPORTED_BEFORE: Rule = rule(
    Kind::Rule,
    "E0484",
    "{code}: 그러면 선정되기 전인 {day}에 진척 보고가 남습니다",
    "{code}: progress of {day} would then lie before the task was selected",
);
static BEFORE_IT_WAS: Rule = rule(
    Kind::Rule,
    "E0485",
    "{code}: 그러면 제안일 {proposed} 전인 {day}에 기록이 남습니다",
    "{code}: something is recorded on {day}, before it would have been proposed ({proposed})",
);
static BREAKS: Rule = rule(
    Kind::Rule,
    "E0486",
    "{code}: 그러면 {on} '{act}' 기록이 맞지 않습니다. 그때 과제가 {phase} 상태가 됩니다",
    "{code}: then '{act}' on {on} could not have happened, the task being {phase}",
);
const ON_DAY: Text = text("{on} {act}", "{act} on {on}");
const ON_ANY: Text = text("{act}", "{act}");
const NUMBERED: Text = text("{no}번", "number {no}");

/// An act as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The number that names it; none of the proposal.
    pub no: Option<i64>,
    /// Its kind, a code of [`ACTS`].
    pub kind: &'static str,
    /// Its day.
    pub on: NaiveDate,
    /// The id of its row; 0 where it stands on the task's own row.
    pub id: i64,
}

/// How an act is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// By the number that `task show` has for it.
    No(i64),
    /// By its kind, a code of [`ACTS`].
    Kind(&'static str),
}

/// The act that is meant by its number, or by its kind, and by its day where the kind happened
/// more than once. Of several on one day, the last.
///
/// # Errors
/// None, or several on different days; `flag` tells the day.
pub fn meant<'a>(code: &str, acts: &'a [Recorded], which: Which, on: Option<NaiveDate>, flag: &str) -> Result<&'a Recorded, Refusal> {
    let named = |act: &&Recorded| match which {
        Which::No(no) => act.no == Some(no),
        Which::Kind(kind) => act.kind == kind,
    };
    let of_kind: Vec<&Recorded> = acts.iter().filter(named).filter(|act| on.is_none_or(|on| act.on == on)).collect();
    let label: Sentence = match which {
        Which::No(no) => NUMBERED.with("no", no),
        Which::Kind(kind) => ON_ANY.with("act", label_of(ACTS, kind)),
    };
    let Some(last) = of_kind.last() else {
        let which: Sentence = on.map_or_else(|| ON_ANY.say(), |on| ON_DAY.with("on", on)).with("act", label);
        return Err(NO_ACT.with("code", code).with("which", which).way_out(format!("proadmin task show {code}")));
    };
    if of_kind.iter().all(|act| act.on == last.on) {
        return Ok(last);
    }
    let refusal = SEVERAL.with("code", code).with("act", label).with("count", of_kind.len());
    Err(of_kind.iter().fold(refusal, |refusal, act| refusal.way_out(format!("{flag} {}", act.on))))
}

/// Whether an act can be taken out by itself.
///
/// # Errors
/// The proposal cannot: it is the task.
pub fn may_take_out(code: &str, kind: &str) -> Result<(), Refusal> {
    if kind != "proposed" {
        return Ok(());
    }
    let edit = format!("proadmin task edit {code} --act proposed --on DATE --reason …");
    Err(NOT_PROPOSED.with("code", code).way_out(edit).way_out(format!("proadmin task void {code} --reason …")))
}

/// What a task did, for judging a correction of its history.
#[derive(Clone, Debug, Default)]
pub struct Did {
    /// Days that needed it open: progress, milestones reached or put off.
    pub deeds: Vec<NaiveDate>,
    /// Days for which progress was logged, which need it selected.
    pub logged: Vec<NaiveDate>,
    /// Days on which milestones were set.
    pub set: Vec<NaiveDate>,
}

impl History {
    /// The first act that could not have happened, and what is said of it.
    fn breaks(&self) -> Option<(Refusal, NaiveDate, Act)> {
        let (on, act, stood) = self.impossible()?;
        let refusal = BREAKS.with("code", &self.code).with("on", on).with("act", label_of(ACTS, act.code())).with("phase", stood.label());
        Some((refusal, on, act))
    }

    /// The history with the acts at these places on other days, and without the one at another.
    fn altered(&self, moved: &[(usize, NaiveDate)], gone: Option<usize>) -> Self {
        let day = |at: usize, on: NaiveDate| moved.iter().find(|(place, _)| *place == at).map_or(on, |(_, day)| *day);
        let kept = self.acts.iter().enumerate().filter(|(at, _)| Some(*at) != gone);
        let mut acts: Vec<(NaiveDate, Act)> = kept.map(|(at, (on, act))| (day(at, *on), *act)).collect();
        acts.sort_by_key(|(on, _)| *on);
        Self { acts, ..self.clone() }
    }

    /// Whether the history could have happened with one of its acts on another day.
    ///
    /// # Errors
    /// It could not; the ways out are what makes it possible.
    pub fn redated(&self, act: &Recorded, on: NaiveDate) -> Result<(), Refusal> {
        let place = self.acts.iter().rposition(|(day, known)| *day == act.on && known.code() == act.kind);
        let Some(at) = place else { return Ok(()) };
        let Some((refusal, ..)) = self.altered(&[(at, on)], None).breaks() else { return Ok(()) };
        let holds = |moved: &[(usize, NaiveDate)], gone: Option<usize>| self.altered(moved, gone).impossible().is_none();
        let code = &self.code;
        let crossed =
            self.acts.iter().enumerate().filter(|(other, (day, _))| *other != at && (act.on.min(on)..=act.on.max(on)).contains(day));
        let ways = crossed.flat_map(|(other, (day, act))| {
            let act = act.code();
            let moves = holds(&[(other, on)], None) && holds(&[(other, on), (at, on)], None);
            let goes = holds(&[], Some(other)) && holds(&[(at, on)], Some(other));
            let edit = moves.then(|| format!("proadmin task edit {code} --act {act} --was {day} --on DATE --reason …"));
            edit.into_iter().chain(goes.then(|| format!("proadmin task void {code} --act {act} --on {day} --reason …")))
        });
        let refusal = ways.fold(refusal, Refusal::way_out);
        Err(refusal.way_out(format!("proadmin task show {code}")))
    }

    /// Whether the history could have happened without some of its acts, of `all` with their numbers.
    ///
    /// # Errors
    /// It could not; the way out takes out with them what hangs on them.
    pub fn less(&self, all: &[Recorded], gone: &[&Recorded]) -> Result<(), Refusal> {
        let mut numbers: Vec<i64> = gone.iter().filter_map(|act| act.no).collect();
        let mut refused = None;
        loop {
            let kept: Vec<&Recorded> = all.iter().filter(|act| act.no.is_some_and(|no| !numbers.contains(&no))).collect();
            let acts = kept.iter().filter_map(|act| Some((act.on, Act::of(act.kind)?))).collect();
            let Some((refusal, on, act)) = (Self { acts, ..self.clone() }).breaks() else { break };
            refused.get_or_insert(refusal);
            let hanging = kept.iter().find(|known| known.on == on && known.kind == act.code()).and_then(|known| known.no);
            let Some(no) = hanging else { break };
            numbers.push(no);
        }
        let list = numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        refused.map_or(Ok(()), |refusal| Err(refusal.way_out(format!("proadmin task void {} --act {list} --reason …", self.code))))
    }

    /// Whether the history could have happened, with all that the task did, after one of its
    /// acts was corrected or taken out.
    ///
    /// # Errors
    /// The first thing that could not.
    pub fn still_holds(&self, did: &Did) -> Result<(), Refusal> {
        let code = &self.code;
        if let Some((refusal, on, act)) = self.breaks() {
            return Err(refusal.way_out(format!("proadmin task void {code} --act {} --on {on} --reason …", act.code())));
        }
        let all = self.acts.iter().map(|(on, _)| on).chain(&did.deeds).chain(&did.set);
        if let Some(day) = all.min().filter(|day| **day < self.proposed_on) {
            let refusal = BEFORE_IT_WAS.with("code", code).with("day", *day).with("proposed", self.proposed_on);
            return Err(refusal.way_out(format!("proadmin task show {code}")));
        }
        let is_candidate = |day: &&NaiveDate| self.during(**day).iter().all(|phase| *phase == Phase::Candidate);
        if let Some(day) = did.logged.iter().find(is_candidate) {
            let refusal = REPORTED_BEFORE.with("code", code).with("day", *day);
            return Err(refusal.way_out(format!("proadmin progress void {code} --on {day} --reason …")));
        }
        self.open_when_it_did(&did.deeds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Closing;

    fn day(no: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, no).unwrap_or_default()
    }

    fn code<T>(answer: Result<T, Refusal>) -> &'static str {
        answer.err().map_or("", |refusal| refusal.rule.code)
    }

    #[test]
    fn an_act_is_named_by_its_number_or_its_kind_and_its_day_where_there_are_several() {
        let act = |kind, no, id| Recorded { no: Some(id + 1), kind, on: day(no), id };
        let acts = [act("selected", 2, 0), act("suspended", 3, 1), act("resumed", 4, 2), act("suspended", 5, 3), act("suspended", 5, 4)];
        for (which, on, found) in [
            (Which::Kind("selected"), None, Ok(0)),
            (Which::Kind("suspended"), Some(3), Ok(1)),
            (Which::Kind("suspended"), Some(5), Ok(4)),
            (Which::Kind("suspended"), None, Err("E0482")),
            (Which::Kind("suspended"), Some(6), Err("E0481")),
            (Which::Kind("completed"), None, Err("E0481")),
            (Which::No(1), None, Ok(0)),
            (Which::No(4), None, Ok(3)),
            (Which::No(4), Some(5), Ok(3)),
            (Which::No(4), Some(3), Err("E0481")),
            (Which::No(6), None, Err("E0481")),
            (Which::No(0), None, Err("E0481")),
        ] {
            let meant = meant("KT-2024-01", &acts, which, on.map(day), "--on");
            assert_eq!(meant.map(|act| act.id).map_err(|refusal| refusal.rule.code), found, "{which:?} {on:?}");
        }
    }

    #[test]
    fn what_remains_must_have_been_possible() {
        let acts =
            vec![(day(5), Act::Selected), (day(10), Act::Suspended), (day(12), Act::Resumed), (day(20), Act::Closed(Closing::Stopped))];
        let history = History { code: "KT-2024-01".to_owned(), proposed_on: day(2), is_void: false, acts };
        let without = |at: usize| {
            let mut left = history.clone();
            left.acts.remove(at);
            left
        };
        let did =
            |no: &[u32]| Did { deeds: no.iter().copied().map(day).collect(), logged: no.iter().copied().map(day).collect(), set: vec![] };
        for (left, did, refused) in [
            (history.clone(), did(&[5, 11, 20]), ""),
            (history.clone(), did(&[4]), "E0484"),
            (history.clone(), did(&[1]), "E0485"),
            (history.clone(), did(&[21]), "E0408"),
            (history.clone(), Did { set: vec![day(1)], ..Did::default() }, "E0485"),
            (without(0), did(&[]), "E0486"),
            (without(1), did(&[]), "E0486"),
            (without(2), did(&[]), ""),
            (without(3), did(&[21]), ""),
        ] {
            assert_eq!(code(left.still_holds(&did)), refused, "{left:?} {did:?}");
        }
    }
}
