//! What each track asks of a round: whose merit an entry is, what may be a model failure, what
//! a department's indicators may count.

use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::typed::{self, Expected};
use crate::words::{quoted, text};

static NOT_A_HUNDRED: Rule =
    rule(Kind::Rule, "E0640", "{entry}: 기여도의 합이 {sum}%입니다. 100%여야 합니다", "{entry}: the shares add up to {sum}%, not 100%");
static MEMBER_TWICE: Rule = rule(Kind::Rule, "E0641", "{entry}: {who:이/가} 두 번 있습니다", "{entry}: {who} is named twice");
static ONE_PERSON: Rule =
    rule(Kind::Rule, "E0642", "{entry}: 개인 부문의 후보는 한 사람입니다", "{entry}: an entry of the individual track is one person's");
static NO_TEAM: Rule = rule(
    Kind::Rule,
    "E0643",
    "{entry}: 팀 부문의 후보는 두 사람 이상입니다",
    "{entry}: an entry of the team track is two persons' or more",
);
static NO_PERSONS: Rule = rule(
    Kind::Rule,
    "E0644",
    "{entry}: 부서 부문의 후보는 부서이므로 사람을 적을 수 없습니다",
    "{entry}: an entry of the department track is a department and has no persons",
);
static NO_DEPARTMENT: Rule = rule(
    Kind::Rule,
    "E0645",
    "{entry}: 부서 부문의 후보에는 우리 부서가 있어야 합니다",
    "{entry}: an entry of the department track needs one of the departments",
);
static DEPARTMENT_TWICE: Rule =
    rule(Kind::Rule, "E0646", "{entry}: 같은 부서가 {other:으로/로} 이미 있습니다", "{entry}: that department is there as {other}");
static NO_TASK: Rule = rule(
    Kind::Rule,
    "E0647",
    "{entry}: 모범실패사례에는 관련 과제가 있어야 합니다",
    "{entry}: a model failure needs the key task that it is about",
);
static NOT_MISSED: Rule = rule(
    Kind::Rule,
    "E0648",
    "{entry}: {task:은/는} 목표를 달성하지 못한 과제가 아니므로 모범실패사례가 될 수 없습니다",
    "{entry}: {task} did not miss its target, so it is no model failure",
);
static MISCONDUCT: Rule = rule(
    Kind::Rule,
    "E0649",
    "{entry}: 비위가 적혀 있어 모범실패사례가 될 수 없습니다({finding})",
    "{entry}: misconduct is recorded of it, so it is no model failure ({finding})",
);
static NO_LESSON: Rule =
    rule(Kind::Rule, "E0650", "{entry}: 모범실패사례에는 시사점이 있어야 합니다", "{entry}: a model failure needs a lesson");
static JUDGES_THE_RESULT: Rule = rule(
    Kind::Rule,
    "E0651",
    "'{name}'{name:~은/는} 성과를 보는 항목이라 모범실패사례 평가에 넣을 수 없습니다",
    "'{name}' judges the result and cannot enter a round of model failures",
);
static NO_TARGET: Rule = rule(
    Kind::Rule,
    "E0652",
    "{code:은/는} {year}년의 실행계획 과제나 교육이 아닙니다",
    "{code} is no plan action and no training of {year}",
);
static HAS_NO_LESSON: Rule = rule(
    Kind::Rule,
    "E0653",
    "{entry:은/는} 시사점이 없는 후보입니다. 시사점은 모범실패사례에만 있습니다",
    "{entry} has no lesson; only model failures have one",
);
static NO_INDICATORS: Rule =
    rule(Kind::Rule, "E0654", "지표는 부서 부문의 평가에만 넣을 수 있습니다", "indicators are for rounds of the department track only");
static BACKWARDS: Rule =
    rule(Kind::Usage, "E0655", "집계 기간이 거꾸로입니다({from} ~ {to})", "the period that indicators count is backwards ({from} to {to})");

const A_MEMBER: Expected = Expected(text(
    "직원과 기여도가 필요합니다(예: S-0001:60, 김하나:40:설계)",
    "a person with a share is needed, such as S-0001:60 or S-0001:60:design",
));

/// A person with a share of an entry, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person, code or name.
    pub who: String,
    /// Whole per cent.
    pub share: i64,
    /// What the person did.
    pub role: Option<String>,
}

/// `S-0001:60`, `S-0001:60:role`; without a share the person has all of it.
///
/// # Errors
/// Anything else.
pub fn member(typed: &str) -> Result<Member, Expected> {
    let mut parts = typed.splitn(3, ':').map(str::trim);
    let who = typed::title(parts.next().unwrap_or_default()).map_err(|_| A_MEMBER)?;
    let share = parts.next().map_or(Ok(100), typed::percent).map_err(|_| A_MEMBER)?;
    let role = parts.next().map(typed::title).transpose().map_err(|_| A_MEMBER)?;
    if share == 0 { Err(A_MEMBER) } else { Ok(Member { who, share, role }) }
}

/// Several, with semicolons, as a file has them.
///
/// # Errors
/// One of them is none.
pub fn members_typed(typed: &str) -> Result<Vec<Member>, Expected> {
    typed.split(';').map(str::trim).filter(|part| !part.is_empty()).map(member).collect()
}

/// An entry as far as its track asks something of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Code of the round.
    pub round: String,
    /// Track of the round.
    pub track: String,
    /// Code of the entry.
    pub entry: String,
    /// Whether it is one of the departments'.
    pub has_department: bool,
    /// Another entry of the same department, if there is one.
    pub same_department: Option<String>,
    /// The key task it is about, and whether that missed its target, or was stopped before it.
    pub task: Option<(String, bool)>,
    /// The misconduct recorded of it or of its key task.
    pub misconduct: Option<String>,
    /// Whether it has a lesson.
    pub has_lesson: bool,
    /// Its members, each with the share.
    pub members: Vec<(String, i64)>,
}

/// Whether an entry is what its track asks for.
///
/// # Errors
/// It is not.
pub fn fits(candidate: &Candidate) -> Result<(), Refusal> {
    shares(candidate)?;
    match candidate.track.as_str() {
        "department" => a_department(candidate),
        "model_failure" => a_model_failure(candidate),
        _ => Ok(()),
    }
}

/// Whether the entries of a track are persons or teams, so that their members cannot be left
/// out.
pub fn is_of_persons(track: &str) -> bool {
    matches!(track, "individual" | "team")
}

/// The shares of an entry's members are its whole, and as many have one as the track says.
fn shares(candidate: &Candidate) -> Result<(), Refusal> {
    let Candidate { entry, members, track, .. } = candidate;
    // Only flags: whether the entry is in the file already depends on the verb that was typed.
    let way = |refusal: Refusal| refusal.way_out("--member STAFF:60 --member STAFF:40");
    if members.is_empty() {
        return Ok(());
    }
    let twice = members.iter().enumerate().find(|(at, (who, _))| members[..*at].iter().any(|(other, _)| other == who));
    if let Some((_, (who, _))) = twice {
        return Err(MEMBER_TWICE.with("entry", entry).with("who", who));
    }
    let sum: i64 = members.iter().map(|(_, share)| share).sum();
    match track.as_str() {
        "department" => Err(NO_PERSONS.with("entry", entry)),
        "individual" if members.len() > 1 => {
            Err(ONE_PERSON.with("entry", entry).way_out("proadmin eval open TITLE --year YEAR --track team"))
        }
        "team" if members.len() < 2 => {
            Err(way(NO_TEAM.with("entry", entry)).way_out("proadmin eval open TITLE --year YEAR --track individual"))
        }
        _ if sum != 100 => Err(way(NOT_A_HUNDRED.with("entry", entry).with("sum", sum))),
        _ => Ok(()),
    }
}

fn a_department(candidate: &Candidate) -> Result<(), Refusal> {
    let Candidate { round, entry, .. } = candidate;
    match &candidate.same_department {
        _ if !candidate.has_department => Err(NO_DEPARTMENT
            .with("entry", entry)
            .way_out(format!("proadmin eval entry {round} TITLE --entry {} --dept DEPT", quoted(entry)))),
        Some(other) => Err(DEPARTMENT_TWICE.with("entry", entry).with("other", other)),
        None => Ok(()),
    }
}

fn a_model_failure(candidate: &Candidate) -> Result<(), Refusal> {
    let Candidate { round, entry, .. } = candidate;
    let again = |flag: &str| format!("proadmin eval entry {round} TITLE --entry {} {flag}", quoted(entry));
    // What is refused was not recorded, so both must be said, also the one that was.
    let Some((task, missed)) = &candidate.task else {
        return Err(NO_TASK.with("entry", entry).way_out(again("--task CODE --lesson TEXT")));
    };
    if let Some(finding) = &candidate.misconduct {
        let refusal = MISCONDUCT.with("entry", entry).with("finding", finding);
        return Err(refusal.way_out(format!("proadmin eval void {round} --entry {} --reason TEXT", quoted(entry))));
    }
    if !missed {
        let refusal = NOT_MISSED.with("entry", entry).with("task", task);
        return Err(refusal.way_out(format!("proadmin task complete {task} --on DATE --outcome missed")));
    }
    if candidate.has_lesson { Ok(()) } else { Err(NO_LESSON.with("entry", entry).way_out(again(&format!("--task {task} --lesson TEXT")))) }
}

/// Words by which the name of a criterion says that it judges the result. The article drops
/// exactly that from the evaluation of model failures ("missed target, but proactive and creative
/// in the process", Nowon-gu 2024); the words are those of published score sheets.
const RESULT_WORDS: &[&str] = &["성과", "체감", "달성", "실적", "효과"];

/// Whether the name of a criterion says that it judges the result: it holds one of the words
/// above, or the name of a criterion that the office's rubrics mark so.
pub fn sounds_like_a_result(name: &str, marked: &[String]) -> bool {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    RESULT_WORDS.iter().any(|word| name.contains(word)) || marked.iter().any(|marked| name.contains(marked.as_str()))
}

/// No criterion of a round of model failures judges the result.
///
/// # Errors
/// One does.
pub fn criteria(round: &str, track: &str, outcomes: &[String]) -> Result<(), Refusal> {
    match outcomes.first().filter(|_| track == "model_failure") {
        Some(name) => {
            let refusal = JUDGES_THE_RESULT.with("name", name);
            let refusal = refusal.way_out("proadmin eval open TITLE --year YEAR --track model_failure --rubric model_failure");
            let process = format!("proadmin eval criterion {round} NAME --max POINTS --process --reason TEXT");
            Err(refusal.way_out(process))
        }
        None => Ok(()),
    }
}

/// Indicators count what departments do.
///
/// # Errors
/// The round is about something else.
pub fn takes_indicators(round: &str, track: &str) -> Result<(), Refusal> {
    if track == "department" {
        return Ok(());
    }
    Err(NO_INDICATORS.with("code", round).way_out(format!("proadmin eval edit {round} --track department")))
}

/// A period that goes forward.
///
/// # Errors
/// It ends before it begins.
pub fn period(from: Option<&str>, to: Option<&str>) -> Result<(), Refusal> {
    match (from, to) {
        (Some(from), Some(to)) if from > to => Err(BACKWARDS.with("from", from).with("to", to)),
        _ => Ok(()),
    }
}

/// What takes up the lesson of a model failure: a plan action or a training of the next year.
///
/// # Errors
/// It is something else, or of another year.
pub fn takes_up(kind: &str, code: &str, year: i64) -> Result<(), Refusal> {
    let of_year = code.split('-').nth(1).and_then(|year| year.parse::<i64>().ok());
    if ["plan", "training"].contains(&kind) && of_year == Some(year + 1) {
        return Ok(());
    }
    let refusal = NO_TARGET.with("code", code).with("year", year + 1);
    Err(refusal.way_out(format!("proadmin training list --year {}", year + 1)))
}

/// Only what has a lesson can be taken up.
///
/// # Errors
/// It has none.
pub fn has_lesson(entry: &str, has: bool) -> Result<(), Refusal> {
    if has { Ok(()) } else { Err(HAS_NO_LESSON.with("entry", entry)) }
}

#[cfg(test)]
mod tests;
